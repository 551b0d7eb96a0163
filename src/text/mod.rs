//! Text to tokens and sentences: what a word is, what its normal form is, and the columns of strings they come in.

use std::borrow::Cow;

mod collation;
#[cfg(feature = "dictionary")]
mod dictionary;
mod fold;
mod options;
mod segment;
mod sentences;
mod syllables;
mod texts;
mod tokenizer;

pub use collation::Collation;
pub use fold::{cased_form, normal_form, without_diacritics};
pub use options::{Hyphens, Numbers, Possessives, Punctuation, TokenizerOptions};
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
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Whether the only white space is one space between words.
fn is_folded(text: &str) -> bool {
    let mut space = true;
    for (at, byte) in text.bytes().enumerate() {
        let apart = byte == b' ';
        // A character beyond ASCII that may be white space begins with one of the last four.
        let other = matches!(byte, b'\t'..=b'\r' | 0xc2 | 0xe1..=0xe3)
            && text[at..].starts_with(char::is_whitespace);
        if other || apart && space {
            return false;
        }
        space = apart;
    }
    !space
}

/// Words in small letters.
pub(crate) fn in_small(words: &str) -> Cow<'_, str> {
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if words.bytes().all(is_small) {
        Cow::Borrowed(words)
    } else if words.is_ascii() {
        Cow::Owned(words.to_ascii_lowercase())
    } else {
        Cow::Owned(words.to_lowercase())
    }
}

#[cfg(test)]
mod folding {
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
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(folded(text), words.join(" "), "{text:?}");
        }
    }
}
