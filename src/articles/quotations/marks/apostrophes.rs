//! Single marks told from apostrophes by the letters on either side.

use memchr::memrchr2_iter;

use super::Open;
use super::acts::{Act, Around};
use super::characters::{closes, is_single};

/// A single mark, which may be an apostrophe.
pub(super) fn single(
    around: &Around<'_>,
    stack: &[Open],
    closes_later: bool,
    opens_next: impl FnOnce() -> bool,
) -> Act {
    let length = around.mark.len_utf8();
    let open = stack
        .last()
        .is_some_and(|open| closes(open.mark, around.mark) && is_single(open.mark));
    if open && around.mark != '‘' && around.closes() {
        // The possessive of a plural goes on with a word in small letters.
        let plural = around.before == Some('s')
            && around.rest[length..].starts_with(' ')
            && around.rest[length..]
                .trim_start()
                .starts_with(char::is_lowercase);
        return if plural && closes_later && !opens_next() {
            Act::Nothing
        } else {
            Act::Close(length)
        };
    }
    let letters = around.after.is_some_and(|mark| {
        mark.is_alphabetic() || matches!(mark, '"' | '“' | '$' | '£' | '€' | '[')
    });
    let digits = around.after.is_some_and(char::is_numeric)
        && (around.mark == '‘' || !short_year(&around.rest[length..]));
    let opens = around.opens()
        && (letters || digits)
        && (closes_later || around.begins_speech())
        && around.mark != '’';
    if opens && !elision(&around.rest[length..]) {
        Act::Open(length)
    } else {
        Act::Nothing
    }
}

/// Two digits alone, or with an s: `the class of '68`, `in the '90s`.
fn short_year(rest: &str) -> bool {
    let number = rest
        .find(|mark: char| !mark.is_numeric())
        .unwrap_or(rest.len());
    let mut behind = rest[number..].chars();
    let goes_on = match behind.next() {
        Some(',' | '.') => behind.next().is_some_and(char::is_numeric),
        other => other == Some('%'),
    };
    number == 2 && !goes_on
}

/// Words that are written with an apostrophe before them.
fn elision(rest: &str) -> bool {
    let word: &str = &rest[..rest
        .find(|mark: char| !mark.is_alphabetic())
        .unwrap_or(rest.len())];
    matches!(
        word.to_lowercase().as_str(),
        "tis" | "twas" | "em" | "til" | "cause" | "bout" | "n"
    )
}

/// Before which byte a single mark that closes may still follow.
pub(super) fn last_single(words: &str) -> usize {
    let bytes = words.as_bytes();
    // The last byte of `’`.
    let marks = memrchr2_iter(b'\'', 0x99, bytes).filter_map(|at| match bytes[at] {
        b'\'' => Some((at, '\'')),
        _ => bytes[..=at]
            .ends_with("’".as_bytes())
            .then(|| (at - 2, '’')),
    });
    let closing = |(at, mark): &(usize, char)| Around::new(words, *at, *mark).closes();
    marks.take(64).find(closing).map_or(0, |(at, _)| at)
}
