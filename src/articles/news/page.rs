//! What the page around an article says to its reader: advertisements, links to other articles, invitations.

use super::narration::{is_attributed, narrates};
use crate::text::has_pieces;

/// Words that name a link before a colon, a stroke or a dash; some of them could be a speaker's.
const LINKS: [&str; 22] = [
    "also read",
    "don't miss",
    "don’t miss",
    "explore more",
    "further reading",
    "listen",
    "more",
    "more on this",
    "more on this story",
    "must read",
    "read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "related articles",
    "related news",
    "related stories",
    "see also",
    "watch",
    "watch more",
];

/// Lines that are the page's, in small letters.
const LINES: [&str; 69] = [
    "aa",
    "advertising",
    "bookmark",
    "collapse",
    "comments",
    "copy link",
    "copy url",
    "don't miss",
    "don’t miss",
    "download",
    "editor's picks",
    "editor’s picks",
    "email",
    "embed",
    "end of article",
    "expand",
    "facebook",
    "flipboard",
    "follow us on x",
    "get our free app",
    "get our newsletter",
    "go to the mediabank",
    "leave a comment",
    "linkedin",
    "log in",
    "listen",
    "listen to article",
    "loading",
    "more on this",
    "more on this story",
    "most popular",
    "most read",
    "pinterest",
    "post a comment",
    "print",
    "quick guide",
    "read comments",
    "read more",
    "recommended",
    "recommended for you",
    "reddit",
    "related articles",
    "related stories",
    "related topics",
    "report this ad",
    "save",
    "see full web article",
    "see more",
    "share",
    "share full article",
    "share this article",
    "show more",
    "skip advertisement",
    "skip promotion",
    "skip to content",
    "skip to end",
    "skip to main content",
    "you may also like",
    "subscribe",
    "subscribe now",
    "text size",
    "toggle more options",
    "transcript",
    "trending",
    "trending now",
    "tweet",
    "twitter",
    "view comments",
    "whatsapp",
];

/// How lines begin that speak of the page, in small letters.
const OPENINGS: [&str; 28] = [
    "add as preferred source",
    "advertisement",
    "ai generated",
    "ai-generated",
    "article continues",
    "click here",
    "continue reading",
    "download our",
    "download the app",
    "for more news",
    "for more on",
    "for more stories",
    "get the app",
    "have something to say",
    "join our",
    "listen to this",
    "newyou can now",
    "scroll to continue",
    "share this",
    "sign up for",
    "sign up here",
    "sign up to",
    "story continues",
    "subscribe to our",
    "subscribe to the",
    "tap here",
    "write to us at",
    "you can now listen to",
];

/// How lines begin that do so too if they have neither a stop nor a finite verb, in small letters.
const UNSTOPPED: [&str; 14] = [
    "a post shared by",
    "already a subscriber",
    "follow us on",
    "free article",
    "heard on",
    "log in",
    "read more",
    "related article",
    "related story",
    "share on",
    "share via",
    "sign in",
    "view this post on",
    "why you can trust",
];

/// How invitations begin, in small letters, and what one of them then holds.
const INVITING: [&str; 17] = [
    "follow us on",
    "get our",
    "get the latest",
    "get this",
    "got a news tip",
    "got a tip",
    "have a news tip",
    "have a tip",
    "like us on",
    "sign up now",
    "thanks for reading",
    "this article first appeared in",
    "this live blog",
    "this live page",
    "want more stories",
    "you're reading",
    "you’re reading",
];
const INVITED: [&str; 14] = [
    " app",
    "@",
    "closed",
    "email",
    "facebook",
    "inbox",
    "instagram",
    "newsletter",
    "see you",
    "twitter",
    "updates",
    "whatsapp",
    "youtube",
    " x.",
];

/// The longest line of a page, in bytes and in words.
const LONGEST: usize = 160;
const MOST_WORDS: usize = 14;
/// The longest button, in bytes.
const LONGEST_ALONE: usize = 32;

/// Whether a line is the page's, and no part of the article.
pub(super) fn is_page_line(line: &str) -> bool {
    line.len() <= LONGEST
        && (is_link(line)
            || begins(line)
            || is_caption(line)
            || is_alone(line)
            || is_address(line)
            || invites(line)
            || is_length(line)
            || is_posted(line)
            || is_number(line)
            || line.ends_with(" Read more"))
}

/// Whether a line is a button or the title of a box: `Share`, `Most read`, `12 comments`.
fn is_alone(line: &str) -> bool {
    if line.len() > LONGEST_ALONE {
        return false;
    }
    let digits = |sign: char| sign.is_ascii_digit();
    let small = line.to_lowercase();
    let unstopped = small.strip_suffix("...").unwrap_or(&small);
    let bare = unstopped
        .trim_end_matches([':', '…'])
        .trim_matches(|sign: char| " -–—[]()".contains(sign));
    let counted = bare.trim_start_matches(digits).trim_start();
    LINES.contains(&bare)
        || line.starts_with("MORE ON ") && line.ends_with(':')
        || bare.starts_with(digits) && ["comment", "comments"].contains(&counted)
}

/// Whether a line is an address of the web and nothing else.
fn is_address(line: &str) -> bool {
    let begins = ["https://", "http://", "www.", "pic.twitter."];
    begins.iter().any(|begin| line.starts_with(begin)) && !line.contains(char::is_whitespace)
}

/// Whether a line tells whose picture stands here and what it shows: `Image copyright VPS Image caption The pier`.
fn is_caption(line: &str) -> bool {
    const OPENINGS: [&str; 4] = [
        "Image copyright",
        "Image source",
        "Image caption",
        "Media caption",
    ];
    let labelled = |opening: &str| {
        line.strip_prefix(opening)
            .is_some_and(|rest| rest.starts_with([' ', ',']))
    };
    OPENINGS.iter().any(|opening| labelled(opening)) || line.starts_with("Media playback is ")
}

/// Whether a line begins with words in small letters, in any case. The first letter tells most that do not.
fn begins_with(line: &str, words: &str) -> bool {
    let first = |line: &str| line.bytes().next().map(|byte| byte.to_ascii_lowercase());
    first(line) == first(words)
        && line
            .get(..words.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(words))
}

fn begins(line: &str) -> bool {
    let small = line.trim_start_matches(['-', '–', '—', ' ', '[', '(']);
    let starts = |opening: &str| {
        begins_with(small, opening) && !small[opening.len()..].starts_with(char::is_alphanumeric)
    };
    // `Story continues in court on Monday.`
    let goes_on = |opening: &str| {
        let rest = small[opening.len()..].trim_start().to_lowercase();
        !opening.ends_with(" continues")
            || !rest.starts_with(char::is_alphabetic)
            || BEHIND_CONTINUES.iter().any(|word| rest.starts_with(word))
    };
    // `Advertisement rules were changed.`
    let told = |opening: &str| {
        line.ends_with('.') && (is_attributed(line) || opening == "advertisement" && narrates(line))
    };
    OPENINGS
        .iter()
        .any(|opening| starts(opening) && goes_on(opening) && !told(opening))
        && !has_pieces(line, MOST_WORDS + 1)
}

/// Whether a line begins as buttons and links do, and no sentence is told.
fn invites(line: &str) -> bool {
    if !line.starts_with(|sign: char| "afghlrstvwyAFGHLRSTVWY".contains(sign)) {
        return false;
    }
    let begins = |openings: &[&str]| {
        openings.iter().any(|opening| {
            begins_with(line, opening) && !line[opening.len()..].starts_with(char::is_alphanumeric)
        })
    };
    let invited = || {
        let small = line.to_lowercase();
        INVITED.iter().any(|word| small.contains(word)) && !is_attributed(line)
    };
    begins(&UNSTOPPED) && !line.ends_with(['.', ',', ';', '”', '"']) && !narrates(line)
        || begins(&INVITING) && invited()
}

/// Whether a line says how long it takes to read or to hear an article: `3 min read`, `LISTEN · 4:12`.
fn is_length(line: &str) -> bool {
    if line.len() > LONGEST_ALONE || !line.contains(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let small = line.to_lowercase();
    let counted =
        small.starts_with(|sign: char| sign.is_ascii_digit()) || small.starts_with("reading time");
    let divides = |sign: char| !sign.is_alphanumeric();
    let minutes = |word: &str| ["min", "mins", "minute", "minutes"].contains(&word);
    let last = small.rsplit(divides).next().unwrap_or_default();
    let measured = minutes(last) || ["read", "listen", "watch"].contains(&last);
    let few = small.split(divides).count() <= LENGTH_WORDS;
    counted && few && measured && small.split(divides).any(minutes)
        || small.strip_prefix("listen").is_some_and(|rest| {
            let rest = rest.trim_start_matches(|sign: char| divides(sign) && sign != '.');
            rest.starts_with(|sign: char| sign.is_ascii_digit()) && !small.ends_with('.')
        })
}

/// The most words of a line that says how long an article is.
const LENGTH_WORDS: usize = 6;

/// Whether a line says who posted what stands above it: `— Ida Vell (@idavell) March 4, 2031`.
fn is_posted(line: &str) -> bool {
    line.starts_with(['—', '–', '-', '@'])
        && (line.contains("(@") || line.starts_with('@'))
        && line.ends_with(|sign: char| sign.is_ascii_digit())
}

/// What follows `Story continues` where it is said of the page.
const BEHIND_CONTINUES: [&str; 5] = ["after", "below", "on page", "on the next page", "under"];

/// Whether a line is the number of a page: `Page 2`, `Page 1 of 2`.
fn is_number(line: &str) -> bool {
    line.strip_prefix("Page ").is_some_and(|number| {
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        number.split(" of ").take(3).all(digits) && number.len() <= LONGEST_NUMBER
    })
}

/// The longest number of a page with that of all pages, in bytes.
const LONGEST_NUMBER: usize = 12;

/// Whether a line says before its colon or stroke that there is something to see, as a link does or a headline: `Watch:
/// Port opens`.
pub(super) fn is_to_watch(line: &str) -> bool {
    let label = line.split([':', '|']).next().unwrap_or_default();
    label.trim_end().eq_ignore_ascii_case("watch") && is_link(line)
}

/// Whether a line leads to another article: `Read more: Port opens`. Its headline has no stop, as what a
/// speaker says has (`Read: I came late.`).
fn is_link(line: &str) -> bool {
    if !LINKS.iter().any(|link| begins_with(line, link)) {
        return false;
    }
    let Some((label, rest)) = line.split_once([':', '|', '>', '–']) else {
        return false;
    };
    let label = label.trim_end();
    LINKS.iter().any(|link| link.eq_ignore_ascii_case(label))
        && rest.starts_with([' ', '\u{A0}'])
        && (label.contains(' ') || !line.ends_with(['.', '!', '"', '”']))
}
