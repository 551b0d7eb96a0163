//! Random numbers that are the same on every machine, for a seed and a stream.

/// The generator xoshiro256** (Blackman and Vigna 2021), its state filled by `SplitMix64`.
#[derive(Clone, Debug)]
pub(super) struct Random([u64; 4]);

impl Random {
    /// The numbers of this stream of a seed; different streams are independent.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut filler = mixed(seed) ^ mixed(stream.wrapping_add(STEP));
        Self(std::array::from_fn(|_| {
            filler = filler.wrapping_add(STEP);
            mixed(filler)
        }))
    }

    fn next(&mut self) -> u64 {
        let state = &mut self.0;
        let result = state[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = state[3].rotate_left(45);
        result
    }

    /// A number below `end`, which is not 0; all are equally likely (Lemire 2019).
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let draw = |random: &mut Self| (random.next() >> 32) * u64::from(end);
        let mut product = draw(self);
        if low(product) < end {
            let least = end.wrapping_neg() % end;
            while low(product) < least {
                product = draw(self);
            }
        }
        u32::try_from(product >> 32).expect("the upper half")
    }
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn low(number: u64) -> u32 {
    u32::try_from(number & u64::from(u32::MAX)).expect("the lower half")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_an_end_are_equally_likely() {
        let mut random = Random::new(7, 0);
        let mut seen = [0_u32; 6];
        for _ in 0..60_000 {
            seen[random.below(6) as usize] += 1;
        }
        assert!(
            seen.iter().all(|count| count.abs_diff(10_000) < 400),
            "{seen:?}"
        );
        assert_eq!(random.below(1), 0);
    }

    #[test]
    fn seeds_and_streams_differ() {
        let first = |seed, stream| Random::new(seed, stream).next();
        let mut numbers: Vec<u64> = (0..8).map(|number| first(number / 4, number % 4)).collect();
        assert_eq!(
            numbers,
            (0..8)
                .map(|number| first(number / 4, number % 4))
                .collect::<Vec<_>>()
        );
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 8);
    }

    #[test]
    fn the_generator_is_that_of_its_authors() {
        // The first outputs of xoshiro256** for the state 1, 2, 3, 4.
        let mut random = Random([1, 2, 3, 4]);
        let numbers: Vec<u64> = (0..4).map(|_| random.next()).collect();
        assert_eq!(
            numbers,
            [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240]
        );
    }
}
