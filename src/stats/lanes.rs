//! Sums over documents in 512 resamples at once: each resample is one bit of a word.
//!
//! The sum of a term over the documents of a resample is needed for every term and every resample:
//! tens of billions of additions for 10,000 documents and 9,999 resamples. Here one addition is for
//! 512 of them: sums are kept as binary digits, one word of 512 bits a digit, and added by full
//! adders, as in counting the bits of an array (Harley and Seal).

/// How many resamples lie side by side.
pub const LANES: usize = 512;

const WORDS: usize = LANES / 64;

/// One bit for each resample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(64))]
pub(super) struct Lanes([u64; WORDS]);

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

    pub(super) fn is_none(&self) -> bool {
        self.0 == Self::NONE.0
    }

    /// The sum of three bits in every lane: its first and second binary digit.
    fn sum(one: &Self, two: &Self, three: &Self) -> (Self, Self) {
        let (mut ones, mut twos) = (Self::NONE, Self::NONE);
        for word in 0..WORDS {
            let (one, two, three) = (one.0[word], two.0[word], three.0[word]);
            let odd = one ^ two;
            ones.0[word] = odd ^ three;
            twos.0[word] = (one & two) | (odd & three);
        }
        (ones, twos)
    }
}

/// Binary digits that a sum may have.
const DIGITS: usize = 64;

/// A sum in each lane, in the making.
pub(super) struct Sums {
    digits: [Lanes; DIGITS],
    /// A word of each weight that waits for a second one, so that a full adder takes both.
    waiting: [Lanes; DIGITS],
    /// The weights at which a word waits, as bits.
    waits: u64,
    /// How many weights were in use since the sums were last taken.
    used: usize,
}

impl Sums {
    pub(super) fn new() -> Self {
        Self {
            digits: [Lanes::NONE; DIGITS],
            waiting: [Lanes::NONE; DIGITS],
            waits: 0,
            used: 0,
        }
    }

    /// Adds `2^digit` in these lanes.
    pub(super) fn add(&mut self, mut digit: usize, lanes: &Lanes) {
        let mut lanes = *lanes;
        loop {
            let bit = 1 << digit;
            if self.waits & bit == 0 {
                self.waiting[digit] = lanes;
                self.waits |= bit;
                self.used = self.used.max(digit + 1);
                return;
            }
            self.waits &= !bit;
            let (sum, carry) = Lanes::sum(&self.digits[digit], &self.waiting[digit], &lanes);
            self.digits[digit] = sum;
            lanes = carry;
            digit += 1;
        }
    }

    /// Adds a number in these lanes.
    pub(super) fn add_times(&mut self, number: u64, digit: usize, lanes: &Lanes) {
        let mut rest = number;
        while rest != 0 {
            self.add(digit + rest.trailing_zeros() as usize, lanes);
            rest &= rest - 1;
        }
    }

    /// Writes the sum of every lane, and is 0 thereafter. Sums below 2^53 are exact.
    pub(super) fn take(&mut self, sums: &mut [f64; LANES]) {
        self.settle();
        sums.fill(0.0);
        let mut weight = 1.0;
        for digits in self.digits[..self.used].chunks(8) {
            let bytes = bytes(digits);
            for (sum, byte) in sums.iter_mut().zip(bytes) {
                *sum += f64::from(byte) * weight;
            }
            weight *= 256.0;
        }
        self.digits[..self.used].fill(Lanes::NONE);
        self.used = 0;
    }

    /// Adds up the words that still wait.
    fn settle(&mut self) {
        let mut carry = Lanes::NONE;
        let mut digit = 0;
        while digit < self.used || !carry.is_none() {
            let waits = self.waits >> digit & 1 == 1;
            let waiting = if waits {
                self.waiting[digit]
            } else {
                Lanes::NONE
            };
            (self.digits[digit], carry) = Lanes::sum(&self.digits[digit], &waiting, &carry);
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
fn bytes(digits: &[Lanes]) -> [u8; LANES] {
    let mut bytes = [0; LANES];
    for (eight, place) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(0..) {
        let mut word = 0;
        for (digit, lanes) in digits.iter().enumerate() {
            let bits = lanes.0[place / 8] >> (place % 8 * 8) & 0xff;
            word |= SPREAD[bits as usize] << digit;
        }
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
        let mut sums = Sums::new();
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
