//! What a line or paragraph is that is no running text: notes, slugs, header lines, directions, turns,
//! list items, rows of tables.

use std::sync::LazyLock;

use regex::Regex;

use super::captions::{is_caption, is_rubric};
use super::dates::{WEEKDAYS, day_in};
use super::expressions::{Expressions, expression};
use super::narration::{is_attributed, narrates};
use crate::articles::quotations;

/// The longest label, in bytes.
const LABEL_BYTES: usize = 90;

/// The longest label with its colon, in characters.
const LABEL_SIGNS: usize = 72;

/// The first words of notes without brackets.
const NOTE_WORDS: [&str; 17] = [
    "advisory",
    "attention",
    "attn",
    "clarification",
    "correction",
    "desk",
    "ed",
    "editor",
    "editors",
    "eds",
    "embargo",
    "embargoed",
    "for",
    "not",
    "note",
    "the",
    "this",
];

static NOTES: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?is)^[(\[*]*\s*(?:writes? through|adds?|recasts?|updates?|updating|updated|corrects?|correcting|corrected|removes?|clarifies|fixes|changes|repeats?|refiles?|amends?|edits|trims|rewrites?|(?:re)?leads?|with|new throughout|eds?|editors?|subs?|for use|embargo(?:ed)?|not for|attention|ats?t?n|moving|story|this (?:story|article|report|version|interview|item|dispatch|copy))\b[^.]{0,240}[.:]?\s*[)\]*]+$",
        r"(?is)^(?:editors?|editor['’]s|eds?|desk|writer['’]s)\.?(?:['’]?s)?(?:\s+notes?)?\s*:",
        r"(?is)^(?:editor['’]?s?|editors['’]?|writer['’]s) notes?\s*[—–-]\s",
        r"(?is)^(?:attention|attn|advisory|embargo(?:ed)?|not for (?:publication|release)|for (?:immediate )?(?:release|use))\b.{0,120}$",
        r"(?is)^this (?:following )?(?:story|article|report|interview|version|item|transcript|text|dispatch) (?:(?:has|had) been |was |is |may (?:be|have been) )?(?:(?:also|automatically|first|initially|lightly|not|originally|previously|since) ){0,2}(?:amended|appeared|changed|clarified|condensed|contains?|corrected|edited|generated|modified|part of|produced|published|refiled|removed|reprinted|republished|revised|shortened|supported|syndicated|transcribed|translated|updated|withdrawn)\b.{0,200}$",
        r"(?is)^this is a rush transcript\b.{0,200}$",
        r"(?is)^the following is (?:an? |the )?(?:\S+ ){0,3}transcript\b.{0,200}$",
        r"(?is)^the (?:following )?(?:story|article|item|dispatch|interview|transcript) (?:has been |was |is )?(?:lightly )?(?:abridged|amended|condensed|corrected|edited|refiled|shortened|transcribed|translated|updated|originally (?:appeared|published)|first (?:appeared|published))\b.{0,200}$",
        r"(?is)^(?:note|correction|clarification)\s*(?:to (?:readers|editors))?\s*:",
    ])
});

/// What is said of a story in brackets: `(This March 4 story has been corrected to fix the day.)`
static OF_STORY: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?is)^[(\[].{0,40}\bthis (?:\p{L}+\.? \d{1,2} )?(?:story|article|report|version|item|dispatch|copy) (?:has|is|was) (?:also |not )?(?:been )?(?:auto|corrected|edited|published|refiled|updated)\b.{0,240}[)\]]\.?$",
    ])
});

static SLUG: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"^(?:(?i:slug|bc|urgent|bulletin|flash|update\s*\d*|wrapup\s*\d*|\d+(?:st|nd|rd|th) (?:ld|lead))\b[\s:-]*)?(?:[\p{Lu}\d][\p{Lu}\d]*(?:[-/–]+[\p{Lu}\d]*)+)(?:[ \t,]*(?:\([^()]{1,30}\)|\d(?:st|nd|rd|th)\b.{0,24}|[\p{Lu}\d/ -]{1,30}(?:,.{0,24})?))?$|^(?:BC|AM|PM)-.{1,60}$|^[\p{Lu}][\p{L}-]+-[\p{L}-]+, \d(?:st|nd|rd|th) Ld.{0,16}$|^[a-z]\d{4}$|^(?i:slug)\s*:.{1,60}$",
    ])
});

static LABELLED: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"^(?i:date|(?:issue|published?) date|date published|filed under|(?:date )?created|(?:last )?modified|first published|published|publication date|posted|updated|last updated|issued|released|time|source|agency|from|to|subject|section|category|language|byline|location|place|id|doc(?:ument)?(?: no)?\.?|news ?id|ref(?:erence)?|priority|keywords?|topics?|copyright|distribution|length|(?:(?:press|media) )?contacts?|(?:press|media) inquiries|for (?:more|further) information(?:,? contact)?|tel(?:ephone)?|phone|fax|e-?mail)\s*:\s*\S.{0,120}$",
    ])
});

/// A line of nothing but a day, and perhaps a day of the week, a time, a zone.
static DAY_LINE: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?i:(?:published|posted|updated|last (?:modified|updated)|issued|released|aired|first published)(?: on| at)?:?\s*)?[(\[]?(?:(?i:last|updated?|modified|published|(?:hour|hr|minute|min|day|week|month)s?|ago|read)\b|[\d:.,/年月日|·•+()–-]+|(?i:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?|(?i:[ap]\.m\.)|(?i:st|nd|rd|th|am|pm|gmt|utc|[ecmp][sd]?t|cet|cest|ist|bst|msk|h|hrs|at|of|t|z|local time)\b|\d+(?i:st|nd|rd|th|t|z|h|m)?[\d:.]*(?i:z|am|pm)?|[\s,|])+[)\]]?$",
    )
});

/// Lines at the top of a speech or a transcript that are neither its title nor its words.
static OCCASION: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?i)^[(\[]?(?:(?:draft |full |rush |unofficial |verbatim )?transcript|as (?:delivered|prepared(?: for delivery)?)|check against delivery|remarks as (?:delivered|prepared.*)|(?:press|media|news) release(?: no\.? \S+)?|pr no\.? \S+|(?:press|media) statement|hold for release|strictly embargoed\b.*|statement|remarks|speech|address|provisional|agenda|\w+ in brief|news in brief|unofficial translation|original: \w+|.{2,30} local time)[)\]]?:?$",
        r"(?i)^(?:at )?\d{1,2}(?:[:.]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|noon|gmt|utc|h)(?:\s+\S+){0,3}$",
    ])
});

/// What happened in the room, in a record of a meeting.
static PROCEEDINGS: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"^(?i:the|whereupon,? the) (?i:meeting|session|committee|council|hearing|sitting|assembly|debate|house|briefing|call)\s(?i:was|were|rose|adjourned|resumed|met|recessed|stood|is)\b.{0,120}\d.{0,20}$",
    ])
});

/// Whether a paragraph speaks to editors and readers about the article.
pub(super) fn is_note(paragraph: &str) -> bool {
    if paragraph.len() > 400 {
        return false;
    }
    let first = paragraph
        .split(|character: char| !character.is_alphabetic())
        .next()
        .unwrap_or("");
    let may_be = paragraph.starts_with(['(', '[', '*'])
        || NOTE_WORDS
            .iter()
            .any(|word| word.eq_ignore_ascii_case(first));
    let of_story = || paragraph.starts_with(['(', '[']) && OF_STORY.is_match(paragraph);
    may_be && (NOTES.is_match(paragraph) || of_story()) && !is_of_body(paragraph, first)
}

/// Whether a paragraph that begins as a note does is a sentence of the body: `Embargoed goods were found.`, `The
/// report was published on Tuesday, the council said.`
fn is_of_body(paragraph: &str, first: &str) -> bool {
    let first = first.to_lowercase();
    let behind = &paragraph[first.len().min(paragraph.len())..];
    if ["the", "this"].contains(&first.as_str()) {
        return is_attributed(paragraph);
    }
    ["embargoed", "attention", "for", "not"].contains(&first.as_str())
        && !behind.starts_with(':')
        && (narrates(paragraph) || is_attributed(paragraph))
}

/// Whether a note says when an article may be printed: `FOR IMMEDIATE RELEASE - March 4, 2031`.
pub(super) fn is_release(line: &str) -> bool {
    const OPENINGS: [&str; 3] = ["for immediate release", "for release", "embargo"];
    let small = crate::text::head(line, 24).to_lowercase();
    OPENINGS.iter().any(|opening| small.starts_with(opening))
}

/// Whether a line is the catch line by which an agency files an article.
pub(super) fn is_slug(line: &str) -> bool {
    line.len() <= 80 && SLUG.is_match(line)
}

/// Whether a line is a label with what it labels, or a day.
pub(super) fn is_header(line: &str) -> bool {
    line.len() <= 140
        && (line.contains(':') && LABELLED.is_match(line)
            || WEEKDAYS.contains(&line)
            || line.contains(|character: char| character.is_ascii_digit())
                && DAY_LINE.is_match(line))
}

/// How lines begin that say when something was printed, in small letters.
const PRINTED: [&str; 6] = [
    "first published",
    "issued",
    "last",
    "posted",
    "published",
    "updated",
];
/// The longest line that says when something was printed or told, in bytes.
const LONGEST_MOMENT: usize = 72;

/// Whether a line among paragraphs is the hour of an entry or of a change, and no heading: `10.58 GMT`, `5 hours ago`,
/// `Updated at 3:45 PM EST`. A day alone may be a heading.
pub(super) fn is_moment(line: &str) -> bool {
    if line.len() > LONGEST_MOMENT
        || !line.contains(|sign: char| sign.is_ascii_digit())
        || !DAY_LINE.is_match(line)
    {
        return false;
    }
    let small = line.to_lowercase();
    let bare = small.trim_end_matches([')', ']', '.']);
    let half = || {
        let divides = |sign: char| !sign.is_alphanumeric() && sign != '.';
        let mut words = small.split(divides).map(|word| word.trim_end_matches('.'));
        words.any(|word| {
            let word = word.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
            [
                "am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "cet", "est", "edt", "et", "ist",
            ]
            .contains(&word)
        })
    };
    let clock = || {
        line.match_indices(':').any(|(at, _)| {
            let digit = |part: Option<char>| part.is_some_and(|sign| sign.is_ascii_digit());
            digit(line[..at].chars().next_back()) && digit(line[at + 1..].chars().next())
        })
    };
    bare.ends_with(" ago")
        || PRINTED.iter().any(|word| small.starts_with(word))
        || half()
        || clock()
}

/// Whether a line says when an article was printed or brought up to date: `Published: March 4, 2031`.
pub(super) fn says_when_printed(line: &str) -> bool {
    let first = line.split([' ', ':']).next().unwrap_or_default();
    let last = || line.get(.."last updated".len()).unwrap_or_default();
    (["Published", "Updated", "PUBLISHED", "UPDATED"].contains(&first)
        || last().eq_ignore_ascii_case("last updated"))
        && (is_header(line) || is_occasion(line))
}

/// Whether a line says that what follows is a release to the press.
pub(super) fn is_press_release(line: &str) -> bool {
    const RELEASES: [&str; 6] = [
        "for immediate release",
        "media release",
        "news release",
        "press release",
        "press statement",
        "media statement",
    ];
    if line.len() > LONGEST_RELEASE {
        return false;
    }
    let small = line.to_lowercase();
    RELEASES.iter().any(|release| small.starts_with(release))
}

/// The longest line that says so, in bytes.
const LONGEST_RELEASE: usize = 40;

/// Whether a line at the top is of the occasion: what the text is, when and where.
pub(super) fn is_occasion(line: &str) -> bool {
    line.len() <= 100
        && (OCCASION.is_match(line)
            || day_in(line).is_some()
                && line.split_whitespace().count() <= 12
                && (!line.ends_with('.') || line.ends_with(".m.")))
}

/// Whether a paragraph tells what happened in the room: in brackets, or as a record has it. Of a text that is
/// not `transcribed` sentences in brackets are the author's: `(Vell was not on board, she said.)`
pub(super) fn is_direction(paragraph: &str, transcribed: bool) -> bool {
    let bracketed = |open: char, close: char| {
        paragraph.starts_with(open)
            && paragraph.trim_end_matches('.').ends_with(close)
            && paragraph.matches(open).count() == 1
    };
    paragraph.len() <= 240
        && (bracketed('(', ')') || bracketed('[', ']'))
        && (transcribed || !is_sentence_in_brackets(paragraph))
        || is_proceedings(paragraph)
}

/// The fewest words of a sentence in brackets that needs no further sign, and the most of a direction that
/// begins as those of transcribers do.
const SENTENCE_WORDS: usize = 6;
const DIRECTION_WORDS: usize = 6;

/// Whether a paragraph in brackets is a sentence of the body.
fn is_sentence_in_brackets(paragraph: &str) -> bool {
    let inner = paragraph.trim_matches(|sign: char| "()[].".contains(sign));
    let words = inner.split_whitespace().count();
    let first = inner.split_whitespace().next().unwrap_or_default();
    if quotations::is_direction(inner) && words <= DIRECTION_WORDS {
        return false;
    }
    let stopped = paragraph
        .trim_end_matches([')', ']', '"', '”', '’', '\''])
        .ends_with(['.', '!', '?']);
    // `(Translated from the Veranian by Ida Vell.)`
    let participle = first.ends_with("ing") || first.ends_with("ed");
    let long = words >= SENTENCE_WORDS && inner.starts_with(char::is_uppercase) && !participle;
    if stopped {
        long || narrates(inner) || is_attributed(inner)
    } else {
        words >= SENTENCE_WORDS && narrates(inner)
    }
}

/// Whether a text has the directions of transcribers: `(Laughter.)`
pub(super) fn has_directions(text: &str) -> bool {
    const DIRECTIONS: [&str; 4] = ["Laughter", "Applause", "laughter", "applause"];
    memchr::memchr2_iter(b'(', b'[', text.as_bytes()).any(|open| {
        let inner = &text[open + 1..];
        DIRECTIONS.iter().any(|word| inner.starts_with(word))
    })
}

/// Whether a paragraph says that a meeting began or ended, and when.
pub(super) fn is_proceedings(paragraph: &str) -> bool {
    paragraph.len() <= 240
        && paragraph.starts_with(['T', 't', 'W', 'w'])
        && PROCEEDINGS.is_match(paragraph)
}

/// Whether a paragraph begins with the label of a turn in capitals: `THE PRESIDENT: Good morning.`
pub(super) fn has_loud_label(paragraph: &str) -> bool {
    let label = paragraph.split(':').next().unwrap_or_default();
    !label.contains(char::is_lowercase) && has_label(paragraph)
}

/// Whether a paragraph begins with a label, as the turn of a speaker does.
pub(super) fn has_label(paragraph: &str) -> bool {
    let paragraph = &paragraph[quotations::turn_times::time_before(paragraph)..];
    let head = &paragraph.as_bytes()[..paragraph.len().min(LABEL_BYTES)];
    if quotations::of_record(crate::text::head(paragraph, LABEL_BYTES)).is_some() {
        return true;
    }
    let question = paragraph.starts_with(['Q', 'A'])
        && matches!(head.get(1), Some(b' ' | b'\t' | b':' | b'.'));
    let closed = || memchr::memchr2(b':', b'\xE2', head).is_some();
    (question || paragraph.starts_with(char::is_uppercase) && closed())
        && (question && asks(paragraph) || label_end(paragraph).is_some())
        && (!paragraph.starts_with("A ") || paragraph.starts_with("A  "))
        && !is_caption(paragraph.split(':').next().unwrap_or_default())
        && !is_rubric(paragraph.split(':').next().unwrap_or_default())
}

/// Whether `Q` or `A`, with or without a stop, stands before something.
fn asks(paragraph: &str) -> bool {
    let rest = paragraph[1..]
        .strip_prefix(['.', ':'])
        .unwrap_or(&paragraph[1..]);
    let words = rest.trim_start_matches([' ', '\t']);
    words.len() < rest.len()
        && !words.trim_start().is_empty()
        && !words.starts_with(char::is_whitespace)
}

/// Behind the colon, or the stop and dash, of a label of at most so many signs.
fn label_end(paragraph: &str) -> Option<usize> {
    let ended = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\n']);
    // Most signs are letters of ASCII and spaces, of one byte each.
    let is_plain = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'\'' | b'(' | b')')
    };
    let plain = paragraph
        .bytes()
        .take(LABEL_SIGNS)
        .take_while(is_plain)
        .count();
    let signs = paragraph[plain..].char_indices().take(LABEL_SIGNS - plain);
    // The first is no end of a label, whatever it is.
    for (at, sign) in signs.skip(usize::from(plain == 0)) {
        let at = plain + at;
        let rest = &paragraph[at + sign.len_utf8()..];
        if sign == ':' {
            return ended(rest).then_some(at + 1);
        }
        if sign == '.' {
            let dash = rest.strip_prefix([' ', '\t']).unwrap_or(rest);
            if dash.strip_prefix(['—', '–']).is_some_and(ended) {
                return Some(at + 1);
            }
        }
        // Combining marks of any script are no letters, and no ASCII.
        let punctuation =
            matches!(sign, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '«' | '»');
        let may_be = sign.is_alphanumeric()
            || matches!(sign, '.' | '\'' | '’' | '(' | ')' | ' ' | '-')
            || !sign.is_ascii() && !punctuation && !sign.is_whitespace();
        if !may_be {
            return None;
        }
    }
    None
}
