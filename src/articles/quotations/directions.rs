//! Stage directions within a turn: `(Laughter.)` is not what the speaker says.

use std::ops::Range;

use crate::articles::zones::trimmed;

/// The longest direction, in bytes.
const LONGEST: usize = 80;

/// Words with which the directions of transcribers begin, wherever they stand.
const KNOWN: [&str; 31] = [
    "applause",
    "audio",
    "booing",
    "boos",
    "cheering",
    "cheers",
    "chuckles",
    "chuckling",
    "clears",
    "coughs",
    "crosstalk",
    "cross-talk",
    "cross",
    "gasps",
    "gestures",
    "inaudible",
    "indiscernible",
    "laughing",
    "laughs",
    "laughter",
    "music",
    "off-mic",
    "off",
    "pause",
    "pauses",
    "sighs",
    "simultaneous",
    "sneezes",
    "technical",
    "unintelligible",
    "whistles",
];

/// The stretches of a part of a turn that are spoken: without the directions at its ends and within it.
pub(super) fn spoken(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let part = without_last(text, part);
    let mut spoken = Vec::new();
    let mut from = part.start;
    let mut at = part.start;
    while let Some(open) = memchr::memchr2(b'(', b'[', &text.as_bytes()[at..part.end]) {
        let open = at + open;
        at = open + 1;
        if let Some(close) = direction(text, open, &part) {
            keep(text, from..open, &mut spoken);
            (from, at) = (close, close);
        }
    }
    keep(text, from..part.end, &mut spoken);
    spoken
}

fn keep(text: &str, part: Range<usize>, spoken: &mut Vec<Range<usize>>) {
    let part = trimmed(text, part);
    if text[part.clone()].contains(char::is_alphanumeric) {
        spoken.push(part);
    }
}

/// Whether words in brackets begin as directions of transcribers do.
pub(in crate::articles) fn is_direction(inner: &str) -> bool {
    let first = inner
        .split(|mark: char| !mark.is_alphanumeric() && mark != '-')
        .next()
        .unwrap_or_default();
    KNOWN.iter().any(|word| word.eq_ignore_ascii_case(first))
}

/// Behind the direction that opens there, with the stop that follows it.
fn direction(text: &str, open: usize, part: &Range<usize>) -> Option<usize> {
    let words = &text[open..part.end];
    let (close, other) = if words.starts_with('(') {
        (b')', '(')
    } else {
        (b']', '[')
    };
    let end = words.bytes().take(LONGEST).position(|byte| byte == close)?;
    let inner = &words[1..end];
    if inner.contains([other, '\n']) {
        return None;
    }
    let known = is_direction(inner);
    // Between sentences, and a sentence itself: `(A note is handed to Ms. Vell.)`
    let before = text[part.start..open].trim_end();
    let apart = before.is_empty()
        || before.ends_with(['.', '!', '?', '…', '—', '”', '"', ')', ']'])
            && before.len() < open - part.start;
    let sentence = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!']);
    let round = words.starts_with('(');
    if !(known || apart && sentence && round) {
        return None;
    }
    let behind = open + end + 1;
    let stop = text[behind..part.end].starts_with('.') && apart;
    Some(behind + usize::from(stop))
}

/// A part of a turn without a direction at its end.
fn without_last(text: &str, part: Range<usize>) -> Range<usize> {
    let mut part = trimmed(text, part);
    while let Some((close, open)) = bracket(&text[part.clone()]) {
        let Some(at) = text[part.clone()].rfind(open) else {
            break;
        };
        let direction = &text[part.start + at..part.end];
        if direction.len() > LONGEST || !direction.ends_with(close) || is_spoken(direction) {
            break;
        }
        part = trimmed(text, part.start..part.start + at);
    }
    part
}

fn bracket(words: &str) -> Option<(char, char)> {
    match words.chars().next_back()? {
        ')' => Some((')', '(')),
        ']' => Some((']', '[')),
        _ => None,
    }
}

/// Whether what stands in brackets is part of what is said.
fn is_spoken(direction: &str) -> bool {
    !direction[1..].starts_with(char::is_uppercase) && !direction.starts_with('[')
}
