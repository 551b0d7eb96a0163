//! What is told of words: each is found by one look-up of its bytes taken as two numbers.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::keys::Key;
use crate::text::in_small;

/// What is told of each of some words in small letters.
pub(super) struct ByWord<T> {
    /// Short words, behind one that is none.
    told: Vec<(Key, T)>,
    /// The number of each with a few bits of its hash above, where the hash points or behind that: a power of two of
    /// slots, at least half of which are empty. They are small, so that most words that are not here are told in the
    /// processor's cache.
    slots: Vec<u32>,
    shift: u32,
    long: HashMap<String, T, FixedState>,
}

/// How many bits of a slot are a number.
const NUMBER_BITS: u32 = 20;

/// Bits of a hash beside those that point to a slot, where a slot has them.
#[inline]
fn above_number(hash: u64) -> u32 {
    let [.., low, high, _, _] = hash.to_le_bytes();
    u32::from_le_bytes([0, 0, low & 0xf0, high])
}

impl<T: Copy + Default> ByWord<T> {
    /// Of a word that comes twice, what is told last.
    pub(super) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut short = Vec::new();
        let mut long = HashMap::default();
        for (word, told) in words {
            let word = word.as_ref();
            match Key::new(word.as_bytes()) {
                Some(key) => short.push((key, told)),
                None => {
                    long.insert(word.to_owned(), told);
                }
            }
        }
        let n = (2 * short.len()).next_power_of_two().max(2);
        let mut table = Self {
            told: vec![(Key::default(), T::default())],
            slots: vec![0; n],
            shift: u64::BITS - n.trailing_zeros(),
            long,
        };
        for (key, told) in short {
            match table.place(key) {
                (_, Some(number)) => table.told[number].1 = told,
                (slot, None) => {
                    let number = u32::try_from(table.told.len()).ok();
                    let number = number.filter(|number| number >> NUMBER_BITS == 0);
                    let number = number.expect("fewer than 2^20 words");
                    table.slots[slot] = above_number(key.hash()) | number;
                    table.told.push((key, told));
                }
            }
        }
        table
    }

    /// What is told of a word in small letters.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        match Key::new(word.as_bytes()) {
            Some(key) => self.of_key(key),
            None => self.long.get(word).copied(),
        }
    }

    /// What is told of a word, whatever its case.
    pub(super) fn in_small(&self, word: &str) -> Option<T> {
        match Key::in_small(word.as_bytes()) {
            Some(key) => self.of_key(key),
            None => self.get(&in_small(word)),
        }
    }

    /// What is told of the word of a key.
    #[inline]
    pub(super) fn of_key(&self, key: Key) -> Option<T> {
        let (_, number) = self.place(key);
        Some(self.told[number?].1)
    }

    /// The slot of a key, or the empty one that it would have, and its number among those that are told.
    #[inline]
    fn place(&self, key: Key) -> (usize, Option<usize>) {
        let hash = key.hash();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "as many bits as there are slots"
        )]
        let mut at = (hash >> self.shift) as usize;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return (at, None);
            }
            let number = slot ^ above_number(hash);
            if number >> NUMBER_BITS == 0 && self.told[number as usize].0 == key {
                return (at, Some(number as usize));
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_length_and_case() {
        let words = [
            "a",
            "oban",
            "münchen",
            "sixteen-letters!",
            "more-than-sixteen",
            "señor-vell-de-orr",
        ];
        let told = ByWord::new(words.iter().zip(1_u8..));
        for (word, number) in words.iter().zip(1..) {
            assert_eq!(told.get(word), Some(number), "{word}");
            assert_eq!(told.in_small(&word.to_uppercase()), Some(number), "{word}");
        }
        for other in ["", "b", "Oban", "more-than-sixteen-letters", "\0"] {
            assert_eq!(told.get(other), None, "{other:?}");
        }
    }

    #[test]
    fn of_a_word_that_comes_twice_the_last_is_told() {
        let words = (0..5000_u32).map(|number| (format!("w{}", number % 3000), number));
        let told = ByWord::new(words);
        for number in 0..3000 {
            let last = if number < 2000 { number + 3000 } else { number };
            assert_eq!(told.get(&format!("w{number}")), Some(last));
        }
        assert_eq!(told.get("w3000"), None);
    }
}
