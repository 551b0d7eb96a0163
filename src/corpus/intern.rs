//! Interning: words to numbers, in the order of their first occurrence in one worker.
//!
//! Nearly all words fit into 16 bytes, so they are keys by value: looking one up reads its bytes
//! once and follows no pointer. Longer words are in a map beside. Both hash with a random seed.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use super::words::Words;

/// The bytes of a word that is its own key.
const INLINE: usize = 16;
/// Entries of a new table; a power of two.
const CAPACITY: usize = 1 << 12;

/// A word of up to 16 bytes with its number; a length of 0 marks an empty entry.
#[derive(Clone, Copy, Default)]
struct Entry {
    key: u128,
    length: u32,
    number: u32,
    count: u32,
}

/// A longer word.
struct Long {
    number: u32,
    count: u32,
}

/// The different words that one worker met, by the numbers that it gave them.
pub(super) struct MetWords {
    words: Words,
    counts: Vec<u32>,
}

impl MetWords {
    /// The words, and how often each was met.
    pub(super) fn words(&self) -> Vec<(&str, u32)> {
        self.words.iter().zip(self.counts.iter().copied()).collect()
    }
}

/// Numbers words as they are met.
pub(super) struct Interner {
    /// A power of two of them, at most half in use.
    entries: Vec<Entry>,
    long: HashTable<Long>,
    hashing: foldhash::fast::RandomState,
    /// By number; a copy, so that they are close to each other.
    words: Words,
    seeds: [u64; 2],
}

impl Default for Interner {
    fn default() -> Self {
        let random = RandomState::new();
        Self {
            entries: vec![Entry::default(); CAPACITY],
            long: HashTable::new(),
            hashing: foldhash::fast::RandomState::default(),
            words: Words::default(),
            seeds: [random.hash_one(1_u8), random.hash_one(2_u8)],
        }
    }
}

impl Interner {
    /// The number of words for which there is room.
    pub(super) fn capacity(&self) -> usize {
        self.entries.len() / 2
    }

    /// What was met; the interner is empty then, and keeps its table.
    pub(super) fn take(&mut self) -> MetWords {
        let mut counts = vec![0; self.words.len()];
        for entry in self.entries.iter_mut().filter(|entry| entry.length > 0) {
            counts[entry.number as usize] = entry.count;
            *entry = Entry::default();
        }
        for long in self.long.drain() {
            counts[long.number as usize] = long.count;
        }
        MetWords {
            words: std::mem::take(&mut self.words),
            counts,
        }
    }

    /// The number of the word between two bytes of a text.
    #[inline]
    pub(super) fn number(&mut self, text: &str, start: usize, end: usize) -> u32 {
        let length = end - start;
        if length > INLINE {
            return self.number_of_long(&text[start..end]);
        }
        let key = inline_key(text.as_bytes(), start, length);
        let mut at = self.home(key);
        loop {
            let entry = &mut self.entries[at];
            if entry.key == key && entry.length as usize == length {
                entry.count += 1;
                return entry.number;
            }
            if entry.length == 0 {
                return self.add(at, key, &text[start..end]);
            }
            at = (at + 1) & (self.entries.len() - 1);
        }
    }

    #[cold]
    fn number_of_long(&mut self, word: &str) -> u32 {
        let Self {
            long,
            hashing,
            words,
            ..
        } = self;
        let hash = |word: &str| hashing.hash_one(word);
        let spelled = |long: &Long| words.get(long.number as usize);
        let found = long.find_mut(hash(word), |long| spelled(long) == word);
        if let Some(found) = found {
            found.count += 1;
            return found.number;
        }
        let number = push(words, word);
        let new = Long { number, count: 1 };
        long.insert_unique(hash(word), new, |long| {
            hash(words.get(long.number as usize))
        });
        number
    }

    #[cold]
    fn add(&mut self, at: usize, key: u128, word: &str) -> u32 {
        let entry = Entry {
            key,
            length: u32::try_from(word.len()).expect("a short word"),
            number: push(&mut self.words, word),
            count: 1,
        };
        self.entries[at] = entry;
        if self.words.len() * 2 > self.entries.len() {
            self.grow();
        }
        entry.number
    }

    fn grow(&mut self) {
        let larger = vec![Entry::default(); self.entries.len() * 2];
        let old = std::mem::replace(&mut self.entries, larger);
        for entry in old.into_iter().filter(|entry| entry.length > 0) {
            let mut at = self.home(entry.key);
            while self.entries[at].length > 0 {
                at = (at + 1) & (self.entries.len() - 1);
            }
            self.entries[at] = entry;
        }
    }

    /// Where the search for a key begins.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "halves of keys and hashes")]
    fn home(&self, key: u128) -> usize {
        let (low, high) = (
            key as u64 ^ self.seeds[0],
            (key >> 64) as u64 ^ self.seeds[1],
        );
        let product = u128::from(low) * u128::from(high);
        let hash = (product >> 64) as u64 ^ product as u64;
        hash as usize & (self.entries.len() - 1)
    }
}

/// Adds a word; its number.
fn push(words: &mut Words, word: &str) -> u32 {
    let message = "a segment's texts, and so its different words, are below 4 GiB";
    words.extend([word]).expect(message);
    u32::try_from(words.len() - 1).expect(message)
}

/// Up to 16 bytes of a text, those behind the word as zeros.
#[inline]
fn inline_key(text: &[u8], start: usize, length: usize) -> u128 {
    let Some(bytes) = text.get(start..start + INLINE) else {
        let mut bytes = [0; INLINE];
        bytes[..length].copy_from_slice(&text[start..start + length]);
        return u128::from_le_bytes(bytes);
    };
    let key = u128::from_le_bytes(bytes.try_into().expect("sixteen bytes"));
    key & (u128::MAX >> (8 * (INLINE - length)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_numbered_as_by_a_map(words in prop::collection::vec("[ab\u{0}\u{e9}]{1,20}", 0..200)) {
            let text = words.concat();
            let mut interner = Interner::default();
            let mut known: Vec<(&str, u32)> = Vec::new();
            let mut start = 0;
            for word in &words {
                let expected = known.iter().position(|(old, _)| old == word).unwrap_or_else(|| {
                    known.push((word, 0));
                    known.len() - 1
                });
                known[expected].1 += 1;
                let end = start + word.len();
                prop_assert_eq!(interner.number(&text, start, end) as usize, expected);
                start = end;
            }
            let met = interner.take();
            prop_assert_eq!(met.words(), known);
        }
    }

    /// How far from its home the farthest word of a table is.
    fn farthest(interner: &Interner) -> usize {
        let mask = interner.entries.len() - 1;
        let used = (0..)
            .zip(&interner.entries)
            .filter(|(_, entry)| entry.length > 0);
        let far = used
            .map(|(at, entry): (usize, &Entry)| at.wrapping_sub(interner.home(entry.key)) & mask);
        far.max().unwrap_or(0)
    }

    #[test]
    fn words_that_resemble_each_other_do_not_crowd() {
        let families: [fn(u32) -> String; 4] = [
            |number| format!("{number:016x}"),
            |number| format!("{number:08x}"),
            |number| format!("{number:06x}aaaaaaaaaa"),
            |number| {
                number
                    .to_le_bytes()
                    .iter()
                    .map(|byte| char::from(byte % 128))
                    .collect()
            },
        ];
        for family in families {
            let mut interner = Interner::default();
            for number in 0..50_000 {
                let word = family(number);
                interner.number(&word, 0, word.len());
            }
            // At random the farthest of a table half full is some forty places from its home; were all
            // to share one home, it would be tens of thousands.
            assert!(farthest(&interner) < 1000, "{}", family(1));
        }
    }

    #[test]
    fn a_table_that_grew_knows_every_word_until_they_are_taken() {
        let words: Vec<String> = (0..50_000).map(|number| format!("w{number}")).collect();
        let mut interner = Interner::default();
        for taken in 0..2 {
            for _ in 0..2 {
                for (expected, word) in (0..).zip(words.iter().skip(taken)) {
                    assert_eq!(interner.number(word, 0, word.len()), expected);
                }
            }
            let met = interner.take();
            assert!(met.words().iter().all(|(_, count)| *count == 2));
            assert_eq!(met.words()[0].0, words[taken]);
            assert_eq!(interner.take().words(), []);
        }
    }
}
