//! What the page around an article says to its reader: advertisements, links to other articles, invitations.

/// Words that name a link before a colon, a stroke or a dash; some of them could be a speaker's.
const LINKS: [&str; 20] = [
    "also read",
    "don't miss",
    "don’t miss",
    "explore more",
    "further reading",
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
    "related stories",
    "see also",
    "watch",
    "watch more",
];

/// How lines begin that speak of the page, in small letters.
const OPENINGS: [&str; 22] = [
    "advertisement",
    "article continues",
    "click here",
    "continue reading",
    "download the app",
    "download our",
    "for more news",
    "for more on",
    "for more stories",
    "get the app",
    "have something to say",
    "join our",
    "listen to this",
    "scroll to continue",
    "share this",
    "sign up for",
    "sign up to",
    "story continues",
    "subscribe to our",
    "subscribe to the",
    "tap here",
    "write to us at",
];

/// The longest line of a page, in bytes and in words.
const LONGEST: usize = 160;
const MOST_WORDS: usize = 14;

/// Whether a line is the page's, and no part of the article.
pub(super) fn is_page_line(line: &str) -> bool {
    line.len() <= LONGEST
        && (is_link(line) || begins(line) || is_caption(line) || line.ends_with(" Read more"))
}

/// Whether a line tells whose picture stands here and what it shows: `Image copyright VPS Image caption The pier`.
fn is_caption(line: &str) -> bool {
    const OPENINGS: [&str; 4] = [
        "Image copyright ",
        "Image caption ",
        "Media caption ",
        "Media playback is ",
    ];
    OPENINGS.iter().any(|opening| line.starts_with(opening))
}

fn begins(line: &str) -> bool {
    let small = line.trim_start_matches(['-', '–', '—', ' ', '[', '(']);
    let starts = |opening: &str| {
        small
            .get(..opening.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(opening))
            && !small[opening.len()..].starts_with(char::is_alphanumeric)
    };
    OPENINGS.iter().any(|opening| starts(opening))
        && line.split_whitespace().nth(MOST_WORDS).is_none()
}

/// Whether a line leads to another article: `Read more: Port opens`. Its headline has no stop, as what a
/// speaker says has (`Read: I came late.`).
fn is_link(line: &str) -> bool {
    let Some((label, rest)) = line.split_once([':', '|', '>', '–']) else {
        return false;
    };
    let label = label.trim_end();
    LINKS.iter().any(|link| link.eq_ignore_ascii_case(label))
        && rest.starts_with([' ', '\u{A0}'])
        && (label.contains(' ') || !line.ends_with(['.', '!', '"', '”']))
}
