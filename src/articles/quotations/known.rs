//! What is known of a word, found by one look-up of its bytes taken as two numbers.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashTable};

use super::lexicon::{Class, listed, unlisted};
use super::verbs::{ReadingsId, Verbs};

/// What is known of a word in small letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    pub class: Class,
    /// What reporting verbs it may be a form of.
    pub readings: ReadingsId,
}

/// A word of up to sixteen bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    head: u64,
    tail: u64,
    length: usize,
}

const LONGEST_KEY: usize = 16;

impl Key {
    /// First and last bytes, which together are all.
    fn new(word: &[u8]) -> Option<Self> {
        let length = word.len();
        let (head, tail) = match length {
            1..=3 => {
                let bytes = [word[0], word[length / 2], word[length - 1], 0];
                (u64::from(u32::from_le_bytes(bytes)), 0)
            }
            4..=7 => {
                let four = |bytes: Option<&[u8; 4]>| {
                    u64::from(u32::from_le_bytes(*bytes.expect("four at least")))
                };
                (four(word.first_chunk()), four(word.last_chunk()))
            }
            8..=LONGEST_KEY => {
                let eight =
                    |bytes: Option<&[u8; 8]>| u64::from_le_bytes(*bytes.expect("eight at least"));
                (eight(word.first_chunk()), eight(word.last_chunk()))
            }
            _ => return None,
        };
        Some(Self { head, tail, length })
    }

    /// The same word of ASCII in small letters.
    fn in_small(self) -> Self {
        Self {
            head: small(self.head),
            tail: small(self.tail),
            length: self.length,
        }
    }

    fn hash(self) -> u64 {
        let mixed = self.head ^ self.tail.rotate_left(29) ^ self.length as u64;
        let mixed = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    }
}

/// Eight bytes of ASCII in small letters.
fn small(bytes: u64) -> u64 {
    let each = |byte: u8| u64::from_le_bytes([byte; 8]);
    let from_a = bytes + each(0x80 - b'A');
    let behind_z = bytes + each(0x7f - b'Z');
    bytes | (((from_a & !behind_z) & each(0x80)) >> 2)
}

/// All words that a list has, and all forms of reporting verbs.
pub(super) struct Words {
    short: HashTable<(Key, Known)>,
    long: HashMap<String, Known, FixedState>,
}

/// Each word once.
fn all(verbs: &Verbs) -> HashMap<&str, Known, FixedState> {
    let known = |word| Known {
        class: listed(word).unwrap_or_else(|| unlisted(word)),
        readings: verbs.readings(word),
    };
    let listed_words = super::lexicon::words().map(|word: &str| word);
    let words = verbs.forms().chain(listed_words);
    words.map(|word| (word, known(word))).collect()
}

impl Words {
    pub(super) fn new(verbs: &Verbs) -> Self {
        let mut words = Self {
            short: HashTable::new(),
            long: HashMap::default(),
        };
        let hash = |(key, _): &(Key, Known)| key.hash();
        for (word, known) in all(verbs) {
            match Key::new(word.as_bytes()) {
                Some(key) => {
                    words.short.insert_unique(key.hash(), (key, known), hash);
                }
                None => {
                    words.long.insert(word.to_owned(), known);
                }
            }
        }
        words
    }

    fn get(&self, key: Key) -> Option<Known> {
        let found = self.short.find(key.hash(), |(other, _)| *other == key);
        found.map(|(_, known)| *known)
    }

    /// What is known of a word in small letters.
    pub(super) fn known(&self, word: &str) -> Known {
        let found = match Key::new(word.as_bytes()) {
            Some(key) => self.get(key),
            None => self.long.get(word).copied(),
        };
        found.unwrap_or_else(|| by_ending(word))
    }

    /// What is known of a word with capitals.
    pub(super) fn known_in_small(&self, word: &str) -> Known {
        if !word.is_ascii() {
            return self.known(&word.to_lowercase());
        }
        let Some(key) = Key::new(word.as_bytes()) else {
            return self.known(&word.to_ascii_lowercase());
        };
        self.get(key.in_small()).unwrap_or_else(|| {
            let ending = word.as_bytes()[word.len() - 1].to_ascii_lowercase();
            if matches!(ending, b's' | b'y') || word.contains('-') {
                by_ending(&word.to_ascii_lowercase())
            } else {
                Known::default()
            }
        })
    }
}

fn by_ending(word: &str) -> Known {
    Known {
        class: unlisted(word),
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
            assert_eq!(listed.words.known(word), known_of, "{word}");
            let capitals = word.to_uppercase();
            if capitals.to_lowercase() == word {
                assert_eq!(listed.words.known_in_small(&capitals), known_of, "{word}");
            }
        }
    }

    #[test]
    fn small_letters_are_those_of_ascii() {
        for byte in 0..0x80 {
            let bytes = [b'Q', byte, b'z', byte, 0, b'[', b'@', byte];
            let found = small(u64::from_le_bytes(bytes)).to_le_bytes();
            assert_eq!(found, bytes.map(|byte| byte.to_ascii_lowercase()));
        }
    }
}
