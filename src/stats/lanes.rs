//! Sums over documents in 512 resamples at once: each resample is one bit of a word.
//!
//! The sum of a term over the documents of a resample is needed for every term and every resample:
//! tens of billions of additions for 10,000 documents and 9,999 resamples. Here one addition is for
//! 512 of them: sums are kept as binary digits, one word of 512 bits a digit, and added by full
//! adders, as in counting the bits of an array (Harley and Seal).

#![expect(
    clippy::inline_always,
    reason = "work that is compiled for several sets of instructions"
)]

use super::vectors::Vector;

/// How many resamples lie side by side.
pub const LANES: usize = 512;

const WORDS: usize = LANES / 64;

/// One bit for each resample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(64))]
pub(super) struct Lanes(pub(super) [u64; WORDS]);

impl Lanes {
    pub(super) const NONE: Self = Self([0; WORDS]);

    pub(super) fn insert(&mut self, lane: usize) {
        self.0[lane / 64] |= 1 << (lane % 64);
    }

    /// Adds the bit of a lane; whether it was there, which makes a carry.
    pub(super) fn flip(&mut self, lane: usize) -> bool {
        let (word, bit) = (&mut self.0[lane / 64], 1 << (lane % 64));
        *word ^= bit;
        *word & bit == 0
    }

    pub(super) fn inverted(self) -> Self {
        Self(self.0.map(|word| !word))
    }

    #[inline(always)]
    pub(super) fn is_none(&self) -> bool {
        self.0 == Self::NONE.0
    }
}

/// Binary digits that a sum may have.
const DIGITS: usize = 64;

/// A sum in each lane, in the making.
pub(super) struct Sums<V> {
    digits: [V; DIGITS],
    /// A word of each weight that waits for a second one, so that a full adder takes both.
    waiting: [V; DIGITS],
    /// The weights at which a word waits, as bits.
    waits: u64,
    /// How many weights were in use since the sums were last taken.
    used: usize,
}

impl<V: Vector> Sums<V> {
    #[inline(always)]
    pub(super) fn new() -> Self {
        Self {
            digits: [V::load(&Lanes::NONE); DIGITS],
            waiting: [V::load(&Lanes::NONE); DIGITS],
            waits: 0,
            used: 0,
        }
    }

    /// Adds `2^digit` in these lanes.
    #[inline(always)]
    pub(super) fn add(&mut self, mut digit: usize, mut lanes: V) {
        loop {
            let bit = 1 << digit;
            if self.waits & bit == 0 {
                self.waiting[digit] = lanes;
                self.waits |= bit;
                self.used = self.used.max(digit + 1);
                return;
            }
            self.waits &= !bit;
            let (sum, carry) = V::sum(self.digits[digit], self.waiting[digit], lanes);
            self.digits[digit] = sum;
            lanes = carry;
            digit += 1;
        }
    }

    /// Adds a number in these lanes.
    #[inline(always)]
    pub(super) fn add_times(&mut self, number: u64, digit: usize, lanes: &Lanes) {
        let lanes = V::load(lanes);
        let mut rest = number;
        while rest != 0 {
            self.add(digit + rest.trailing_zeros() as usize, lanes);
            rest &= rest - 1;
        }
    }

    /// Writes the sum of every lane, and is 0 thereafter. Sums below 2^53 are exact.
    #[inline(always)]
    pub(super) fn take(&mut self, sums: &mut [f64; LANES]) {
        self.settle();
        sums.fill(0.0);
        let mut weight = 1.0;
        for digits in self.digits[..self.used].chunks(8) {
            let bytes = bytes(digits.iter().map(|digit| digit.store()));
            for (sum, byte) in sums.iter_mut().zip(bytes) {
                *sum += f64::from(byte) * weight;
            }
            weight *= 256.0;
        }
        self.digits[..self.used].fill(V::load(&Lanes::NONE));
        self.used = 0;
    }

    /// Adds up the words that still wait.
    #[inline(always)]
    fn settle(&mut self) {
        let none = V::load(&Lanes::NONE);
        let mut carry = none;
        let mut digit = 0;
        while digit < self.used || !carry.store().is_none() {
            let waits = self.waits >> digit & 1 == 1;
            let waiting = if waits { self.waiting[digit] } else { none };
            (self.digits[digit], carry) = V::sum(self.digits[digit], waiting, carry);
            digit += 1;
        }
        self.waits = 0;
        self.used = digit;
    }
}

/// For every byte the word whose bytes are its bits.
const SPREAD: [u64; 256] = {
    let mut spread = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            spread[byte] |= ((byte as u64) >> bit & 1) << (8 * bit);
            bit += 1;
        }
        byte += 1;
    }
    spread
};

/// The number of every lane that up to eight binary digits make.
#[inline(always)]
fn bytes(digits: impl Iterator<Item = Lanes>) -> [u8; LANES] {
    let mut words = [0_u64; LANES / 8];
    for (digit, lanes) in digits.enumerate() {
        let eights = words.as_chunks_mut::<8>().0;
        for (eight, lanes) in eights.iter_mut().zip(lanes.0) {
            for (word, bits) in eight.iter_mut().zip(lanes.to_le_bytes()) {
                *word |= SPREAD[usize::from(bits)] << digit;
            }
        }
    }
    let mut bytes = [0; LANES];
    for (eight, word) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(words) {
        *eight = word.to_le_bytes();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::random::Random;

    #[test]
    fn sums_are_those_of_adding_lane_by_lane() {
        let mut random = Random::new(1, 0);
        let mut sums = Sums::<Lanes>::new();
        for n_documents in [0, 1, 2, 3, 17, 400] {
            let mut expected = [0_u32; LANES];
            for _ in 0..n_documents {
                let mut lanes = Lanes::NONE;
                let count = random.below(5) * random.below(200) + 1;
                for (lane, expected) in expected.iter_mut().enumerate() {
                    if random.below(2) == 1 {
                        lanes.insert(lane);
                        *expected += 2 * count;
                    }
                }
                sums.add_times(count.into(), 1, &lanes);
            }
            let mut found = [1.0; LANES];
            sums.take(&mut found);
            let same = |(found, expected): (&f64, &u32)| (found - f64::from(*expected)).abs() < 0.5;
            assert!(found.iter().zip(&expected).all(same));
        }
    }

    #[test]
    fn a_flip_says_when_a_bit_carries() {
        let mut lanes = Lanes::NONE;
        assert!(!lanes.flip(70));
        assert_eq!(lanes.inverted().inverted(), lanes);
        assert!(lanes.flip(70));
        assert!(lanes.is_none());
    }
}
