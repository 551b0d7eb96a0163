//! What is known of a word, found by one look-up of its bytes taken as two numbers.

use std::borrow::Cow;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::keys::{Key, Letters};
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
pub(super) struct Words {
    short: Table,
    long: HashMap<String, Known, FixedState>,
}

/// What is known of short words: each stands where its hash points, or behind that.
struct Table {
    /// A power of two of them, at least half of which are empty.
    slots: Vec<(Key, Known)>,
    shift: u32,
}

impl Table {
    fn new(words: &[(Key, Known)]) -> Self {
        let n = (2 * words.len()).next_power_of_two().max(2);
        let mut table = Self {
            slots: vec![(Key::default(), Known::default()); n],
            shift: u64::BITS - n.trailing_zeros(),
        };
        for (key, known) in words {
            let at = table.place(*key);
            table.slots[at] = (*key, *known);
        }
        table
    }

    /// Where a key stands, or the empty slot that it would have.
    #[inline]
    fn place(&self, key: Key) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "as many bits as there are slots"
        )]
        let mut at = (key.hash() >> self.shift) as usize;
        while self.slots[at].0 != key && !self.slots[at].0.is_none() {
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }

    #[inline]
    fn get(&self, key: Key) -> Option<Known> {
        let (found, known) = self.slots[self.place(key)];
        (!found.is_none()).then_some(known)
    }
}

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
        let mut short = Vec::new();
        let mut long = HashMap::default();
        for (word, known) in all(verbs) {
            match Key::new(word.as_bytes()) {
                Some(key) => short.push((key, known)),
                None => {
                    long.insert(word.into_owned(), known);
                }
            }
        }
        Self {
            short: Table::new(&short),
            long,
        }
    }

    /// What is known of a word in small letters.
    pub(super) fn known(&self, word: &str) -> Known {
        let found = match Key::new(word.as_bytes()) {
            Some(key) => self.short.get(key),
            None => self.long.get(word).copied(),
        };
        found.unwrap_or_else(|| by_ending(word))
    }

    /// What is known of a word with capitals.
    pub(super) fn known_in_small(&self, word: &str) -> Known {
        self.known(&in_small(word))
    }

    /// What is known of a word of letters of ASCII, whatever their case.
    #[inline]
    pub(super) fn known_of_letters(&self, letters: Letters) -> Known {
        let found = self.short.get(letters.key);
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
