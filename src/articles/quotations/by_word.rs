//! What is told of words: each is found by one look-up of its bytes taken as two numbers.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::keys::Key;
use crate::text::in_small;

/// What is told of each of some words in small letters.
pub(super) struct ByWord<T> {
    /// Short words, each where its hash points or behind that: a power of two of slots, at least half of
    /// which are empty.
    slots: Vec<(Key, T)>,
    shift: u32,
    long: HashMap<String, T, FixedState>,
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
            slots: vec![(Key::default(), T::default()); n],
            shift: u64::BITS - n.trailing_zeros(),
            long,
        };
        for (key, told) in short {
            let at = table.place(key);
            table.slots[at] = (key, told);
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
        let (found, told) = self.slots[self.place(key)];
        (!found.is_none()).then_some(told)
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
}
