//! Entries: an n-gram or a pair with its group and document, packed into one integer.

use std::ops::{BitAnd, BitOr, Shl, Shr};

use crate::error::Error;

/// An integer that entries are packed into.
pub(super) trait Entry:
    Copy
    + Default
    + Ord
    + Send
    + Sync
    + 'static
    + From<u32>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
    + BitOr<Output = Self>
    + BitAnd<Output = Self>
{
    /// The largest value, which no entry has.
    const LARGEST: Self;

    /// The lowest 32 bits.
    fn low(self) -> u32;

    /// A number in whose highest bits all others are mixed.
    fn mixed(self) -> u64;

    /// 0 for the same number alone.
    fn apart(self, other: Self) -> u64;
}

const MIXER: u64 = 0x9e37_79b9_7f4a_7c15;

impl Entry for u32 {
    const LARGEST: Self = Self::MAX;

    fn low(self) -> u32 {
        self
    }

    fn mixed(self) -> u64 {
        u64::from(self).mixed()
    }

    fn apart(self, other: Self) -> u64 {
        u64::from(self ^ other)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are meant")]
impl Entry for u64 {
    const LARGEST: Self = Self::MAX;

    fn low(self) -> u32 {
        self as u32
    }

    fn apart(self, other: Self) -> u64 {
        self ^ other
    }

    fn mixed(self) -> u64 {
        (self ^ (self >> 29)).wrapping_mul(MIXER)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are meant")]
impl Entry for u128 {
    const LARGEST: Self = Self::MAX;

    fn low(self) -> u32 {
        self as u32
    }

    fn apart(self, other: Self) -> u64 {
        let bits = self ^ other;
        (bits >> 64) as u64 | bits as u64
    }

    fn mixed(self) -> u64 {
        let high = (self >> 64) as u64;
        (high.wrapping_mul(MIXER).rotate_left(32) ^ self as u64).mixed()
    }
}

/// How an entry is divided, from its highest bits: group, `n` words, document within its part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packing {
    pub(super) n: u32,
    pub(super) word_bits: u32,
    pub(super) document_bits: u32,
    /// How many groups there are.
    pub(super) n_groups: usize,
}

/// So many bits are left for the document, if they are there.
const DOCUMENT_BITS: std::ops::RangeInclusive<u32> = 10..=16;

impl Packing {
    /// For keys of `n` words out of so many, in so many groups; none if `bits` are too few.
    pub(super) fn new(n: u32, n_words: usize, n_groups: usize, bits: u32) -> Option<Self> {
        let (word_bits, group_bits) = (bits_for(n_words).max(1), bits_for(n_groups));
        let left = bits.checked_sub(n * word_bits + group_bits)?;
        (left >= *DOCUMENT_BITS.start()).then(|| Self {
            n,
            word_bits,
            document_bits: left.min(*DOCUMENT_BITS.end()),
            n_groups,
        })
    }

    /// How many documents a part of the corpus may hold. An entry never has all bits set.
    pub(super) fn documents_a_part(self) -> usize {
        (1 << self.document_bits) - 1
    }

    /// The error where not even 128 bits are enough.
    pub(super) fn too_narrow(n: u32, n_words: usize, n_groups: usize) -> Error {
        Error::Limit(format!(
            "sequences of {n} out of {n_words} terms in {n_groups} groups are too many to number; \
             take a subset, fewer groups or a higher min_frequency"
        ))
    }

    /// An entry or a key with one more word behind those that it has.
    pub(super) fn with<E: Entry>(self, words: E, word: u32) -> E {
        (words << self.word_bits) | E::from(word)
    }

    /// The words of an n-gram when it moves on by one.
    pub(super) fn moved<E: Entry>(self, words: E, word: u32) -> E {
        let kept = (self.n - 1) * self.word_bits;
        let mask = E::LARGEST >> (8 * u32::try_from(size_of::<E>()).expect("small") - kept);
        self.with(words & mask, word)
    }

    /// An entry of some words, their group and the document within the part.
    pub(super) fn entry<E: Entry>(self, group: E, words: E, document: u32) -> E {
        (((group << (self.n * self.word_bits)) | words) << self.document_bits) | E::from(document)
    }

    /// The least entry of the first group that begins with a word.
    pub(super) fn first_entry<E: Entry>(self, word: u32) -> E {
        E::from(word) << ((self.n - 1) * self.word_bits + self.document_bits)
    }

    /// The key of an entry: group and words.
    pub(super) fn key<E: Entry>(self, entry: E) -> E {
        entry >> self.document_bits
    }

    /// The document of an entry within its part.
    pub(super) fn document<E: Entry>(self, entry: E) -> u32 {
        entry.low() & ((1 << self.document_bits) - 1)
    }

    /// The group of a key.
    pub(super) fn group<E: Entry>(self, key: E) -> u32 {
        (key >> (self.n * self.word_bits)).low()
    }

    /// The last word of a key.
    pub(super) fn last_word<E: Entry>(self, key: E) -> u32 {
        key.low() & ((1 << self.word_bits) - 1)
    }

    /// The group and the words before the last of a key.
    pub(super) fn beginning<E: Entry>(self, key: E) -> E {
        key >> self.word_bits
    }

    /// The words of a key in their order.
    pub(super) fn words<E: Entry>(self, key: E) -> impl Iterator<Item = u32> {
        let mask = (1 << self.word_bits) - 1;
        (0..self.n)
            .rev()
            .map(move |place| (key >> (place * self.word_bits)).low() & mask)
    }
}

/// How many bits the numbers below `n` take.
pub(super) fn bits_for(n: usize) -> u32 {
    n.saturating_sub(1)
        .checked_ilog2()
        .map_or(0, |bits| bits + 1)
}
