//! Text to tokens and sentences: what a word is, what its normal form is, and the columns of strings they come in.

use std::borrow::Cow;

mod collation;
#[cfg(feature = "dictionary")]
mod dictionary;
mod fold;
mod options;
mod pieces;
mod segment;
mod sentences;
mod syllables;
mod texts;
mod tokenizer;

pub use collation::Collation;
pub use fold::{cased_form, normal_form, without_diacritics};
pub use options::{Hyphens, Numbers, Possessives, Punctuation, TokenizerOptions};
pub(crate) use pieces::{has_pieces, pieces};
pub use segment::{InstructionSet, UNICODE_VERSION, word_bounds};
pub use sentences::{sentences, sentences_within};
pub use syllables::syllables;
pub use texts::{Texts, decoded};
pub use tokenizer::{Token, Tokenizer};

/// The words of a text with one space between them, wherever its lines end.
pub(crate) fn folded(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    add_folded(text, &mut folded);
    folded
}

/// Adds the words of a text, with one space between them, to what stands before.
pub(crate) fn add_folded(text: &str, words: &mut String) {
    let (before, mut start) = (words.len(), 0);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        add_line(&text[start..end], before, words);
        start = end + 1;
    }
    add_line(&text[start..], before, words);
}

/// Adds the words of a line to those of the text that begin at `start`.
fn add_line(line: &str, start: usize, words: &mut String) {
    let line = line.trim();
    if !line.is_empty() && words.len() > start {
        words.push(' ');
    }
    // Most lines are folded, though few texts of several lines are.
    if is_folded(line) {
        words.push_str(line);
    } else {
        add_words(line, words);
    }
}

fn add_words(line: &str, words: &mut String) {
    for (number, word) in pieces(line).enumerate() {
        if number > 0 {
            words.push(' ');
        }
        words.push_str(word);
    }
}

/// Whether the only white space is one space between words.
fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [first, .., before, last] = bytes else {
        return has_single_spaces(text);
    };
    let apart = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    if apart(*first) || apart(*last) {
        return false;
    }
    // Nothing in these loops branches, so that the compiler looks at many bytes at a time.
    let seconds = &bytes[1..];
    let (mut apart, mut all) = (0, *last);
    for (one, next) in bytes.iter().zip(seconds) {
        apart |= is_apart(*one, *next);
        all |= one;
    }
    if apart != 0 || all < 0x80 {
        return apart == 0;
    }
    let mut any = may_be_space(*before, *last, 0);
    for ((one, next), third) in bytes.iter().zip(seconds).zip(&bytes[2..]) {
        any |= may_be_space(*one, *next, *third);
    }
    any == 0 || has_single_spaces(text)
}

/// Not 0 where a byte of ASCII is white space that is no single space, given the one behind it.
#[inline]
fn is_apart(one: u8, next: u8) -> u8 {
    let double = u8::from(one == b' ') & u8::from(next == b' ');
    double | u8::from(one.wrapping_sub(b'\t') < 5)
}

/// Not 0 where a byte may begin white space beyond ASCII, given the two behind it.
#[inline]
fn may_be_space(one: u8, next: u8, third: u8) -> u8 {
    let is = |byte: u8, other: u8| u8::from(byte == other);
    // A character beyond ASCII that is white space begins with one of four bytes.
    let begins = is(one, 0xc2) | is(one, 0xe1) | is(one, 0xe3);
    let thin = u8::from(third <= 0x8a) | is(third, 0xa8) | is(third, 0xa9) | is(third, 0xaf);
    let punctuation = is(one, 0xe2) & (is(next, 0x81) | is(next, 0x80) & thin);
    begins | punctuation
}

/// The same as [`is_folded`] of any text, character by character.
fn has_single_spaces(text: &str) -> bool {
    let mut space = true;
    for mark in text.chars() {
        if mark != ' ' && mark.is_whitespace() || mark == ' ' && space {
            return false;
        }
        space = mark == ' ';
    }
    !space
}

/// The beginning of a text, up to a number of bytes.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of a text, up to a number of bytes.
pub(crate) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Words in small letters.
pub(crate) fn in_small(words: &str) -> Cow<'_, str> {
    // What the bytes are is told without a branch for each.
    let told = words.bytes().fold((false, 0), |(capital, all), byte| {
        (capital | byte.is_ascii_uppercase(), all | byte)
    });
    match told {
        (_, 0x80..) => Cow::Owned(words.to_lowercase()),
        (true, _) => Cow::Owned(words.to_ascii_lowercase()),
        (false, _) => Cow::Borrowed(words),
    }
}

#[cfg(test)]
mod folding {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_have_one_space_between_them() {
        for text in [
            "",
            " ",
            "a",
            "a b",
            " a b",
            "a b ",
            "a  b",
            "a\nb",
            "a\u{a0}b",
            "a\u{2003}b",
            "a\u{3000}b",
            "a\u{1680} b",
            "“a” — b",
            "é à",
            "a \u{85}b",
            "a\n",
            "a\u{2028}b",
            "a\u{202f}b",
            "a\u{205f}b",
            "a\u{2009}",
            "a\u{201a}b\u{2060}c",
            "한 。",
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(folded(text), words.join(" "), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn texts_are_folded_or_not_as_character_by_character(
            text in "[ab  \n\u{85}\u{a0}\u{1680}\u{2000}-\u{2064}\u{3000}\u{3002}é]{0,12}",
        ) {
            prop_assert_eq!(is_folded(&text), has_single_spaces(&text));
        }
    }
}
