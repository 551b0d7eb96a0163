//! Expressions as texts: which of them stand for one text alone, and how a word is written as one.

use super::ast::Expression;
use crate::text::{cased_form, without_diacritics};

/// The characters that make an expression more than the characters in it.
const SPECIAL: [char; 14] = [
    '\\', '.', '+', '*', '?', '(', ')', '|', '[', ']', '{', '}', '^', '$',
];

/// A word as an expression of a query.
pub(super) fn as_written(word: &str) -> String {
    let mut written = String::from('"');
    for character in word.chars() {
        if SPECIAL.contains(&character) || character == '"' {
            written.push('\\');
        }
        written.push(character);
    }
    written.push('"');
    written
}

impl Expression {
    /// The text that alone it matches, but for what flags ignore: none if marks in it stand for more.
    pub(super) fn literal(&self) -> Option<String> {
        if self.is_plain() {
            return Some(self.text.clone());
        }
        let mut text = String::new();
        let mut characters = self.text.chars();
        while let Some(character) = characters.next() {
            let escaped = if character == '\\' {
                characters.next().filter(char::is_ascii_punctuation)?
            } else if SPECIAL.contains(&character) {
                return None;
            } else {
                character
            };
            text.push(escaped);
        }
        Some(text)
    }

    /// Whether nothing in it stands for anything else.
    pub(super) fn is_plain(&self) -> bool {
        self.flags.literal || !self.text.contains(SPECIAL)
    }

    /// The text in the form in which words are compared.
    pub(super) fn compared(&self) -> String {
        let form = cased_form(&self.text);
        if self.flags.ignore_diacritics {
            without_diacritics(&form).into_owned()
        } else {
            form.into_owned()
        }
    }
}
