//! What is known of a word: what it may be, and the reporting verbs of which it may be a form.

use std::borrow::Cow;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::by_word::ByWord;
use super::keys::Letters;
use super::lexicon::{self, Class, listed, unlisted};
use super::verbs::{ReadingsId, Verbs};
use crate::text::in_small;

/// What is known of a word in small letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    pub class: Class,
    /// What reporting verbs it may be a form of.
    pub readings: ReadingsId,
}

/// All words that a list has, and all forms of reporting verbs.
pub(super) struct Words(ByWord<Known>);

/// Each word once.
fn all(verbs: &Verbs) -> HashMap<Cow<'_, str>, Known, FixedState> {
    let known = |word: &str| Known {
        class: listed(word).unwrap_or_else(|| unlisted(word)),
        readings: verbs.readings(word),
    };
    let mut all = HashMap::default();
    all.extend(verbs.forms().map(|word| (Cow::Borrowed(word), known(word))));
    all.extend(lexicon::words().map(|word| (word.clone(), known(&word))));
    all
}

impl Words {
    pub(super) fn new(verbs: &Verbs) -> Self {
        Self(ByWord::new(all(verbs)))
    }

    /// What is known of a word in small letters.
    pub(super) fn known(&self, word: &str) -> Known {
        self.0.get(word).unwrap_or_else(|| by_ending(word))
    }

    /// What is known of a word, whatever its case.
    pub(super) fn known_in_small(&self, word: &str) -> Known {
        let found = self.0.in_small(word);
        found.unwrap_or_else(|| {
            if lexicon::may_have_ending(word) {
                by_ending(&in_small(word))
            } else {
                Known::default()
            }
        })
    }

    /// What is known of a word of letters of ASCII, whatever their case.
    #[inline]
    pub(super) fn known_of_letters(&self, letters: Letters) -> Known {
        let found = self.0.of_key(letters.key);
        found.unwrap_or_else(|| letters_by_ending(letters))
    }
}

fn letters_by_ending(letters: Letters) -> Known {
    let bytes = letters.key.bytes();
    let word = &bytes[..letters.length];
    // What is known by other endings has a mark in it.
    if word.last() != Some(&b'y') {
        return Known::default();
    }
    by_ending(std::str::from_utf8(word).expect("letters of ASCII"))
}

fn by_ending(word: &str) -> Known {
    Known {
        class: lexicon::by_ending(word),
        readings: ReadingsId::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::reporting::ReportingVerbs;
    use super::*;

    #[test]
    fn every_listed_word_is_found_in_small_letters_and_in_capitals() {
        let listed = ReportingVerbs::listed();
        for (word, known_of) in all(&listed.verbs) {
            assert_eq!(listed.words.known(&word), known_of, "{word}");
            let capitals = word.to_uppercase();
            if capitals.to_lowercase() == word {
                assert_eq!(listed.words.known_in_small(&capitals), known_of, "{word}");
            }
        }
    }
}
