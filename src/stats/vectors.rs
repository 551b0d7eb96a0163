//! [Lanes] in the widest registers that the processor has.
//!
//! One addition of 512 lanes is two instructions of AVX-512, where plain numbers take some forty.

#![expect(
    clippy::inline_always,
    reason = "work that is compiled for several sets of instructions"
)]
#![cfg_attr(
    target_arch = "x86_64",
    expect(
        unsafe_code,
        reason = "vector instructions are chosen while the program runs"
    )
)]

use super::lanes::Lanes;

/// Lanes as they are added.
pub(super) trait Vector: Copy {
    /// Takes lanes up.
    fn load(lanes: &Lanes) -> Self;

    /// Puts them down again.
    fn store(self) -> Lanes;

    /// The sum of three bits in every lane: its first and second binary digit.
    fn sum(one: Self, two: Self, three: Self) -> (Self, Self);
}

/// Work that is compiled once for each set of instructions: `run` must be `inline(always)`, and what it calls too.
pub(super) trait Work {
    /// Does the work.
    fn run<V: Vector>(self);
}

/// Does the work by the best instructions that there are; what comes out is the same by any.
pub(super) fn at_best(work: impl Work) {
    #[cfg(target_arch = "x86_64")]
    return x86::at_best(work);
    #[cfg(not(target_arch = "x86_64"))]
    work.run::<Lanes>();
}

impl Vector for Lanes {
    #[inline(always)]
    fn load(lanes: &Lanes) -> Self {
        *lanes
    }

    #[inline(always)]
    fn store(self) -> Lanes {
        self
    }

    #[inline(always)]
    fn sum(one: Self, two: Self, three: Self) -> (Self, Self) {
        let (mut ones, mut twos) = (Self::NONE, Self::NONE);
        for word in 0..one.0.len() {
            let (one, two, three) = (one.0[word], two.0[word], three.0[word]);
            let odd = one ^ two;
            ones.0[word] = odd ^ three;
            twos.0[word] = (one & two) | (odd & three);
        }
        (ones, twos)
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    #![allow(clippy::wildcard_imports, reason = "the names say what they are")]

    use std::arch::x86_64::*;

    use super::{Lanes, Vector, Work};

    pub(super) fn at_best(work: impl Work) {
        #[target_feature(enable = "avx512f,bmi1,bmi2,popcnt,lzcnt")]
        fn avx512(work: impl Work) {
            work.run::<Avx512>();
        }
        #[target_feature(enable = "avx2,bmi1,bmi2,popcnt,lzcnt")]
        fn avx2(work: impl Work) {
            work.run::<Avx2>();
        }
        if has_avx2() && is_x86_feature_detected!("avx512f") {
            // SAFETY: the processor has what is enabled, as was just seen.
            unsafe { avx512(work) }
        } else if has_avx2() {
            // SAFETY: as above.
            unsafe { avx2(work) }
        } else {
            work.run::<Lanes>();
        }
    }

    pub(super) fn has_avx2() -> bool {
        is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("bmi1")
            && is_x86_feature_detected!("bmi2")
            && is_x86_feature_detected!("popcnt")
            && is_x86_feature_detected!("lzcnt")
    }

    #[derive(Clone, Copy)]
    struct Avx512(__m512i);

    #[derive(Clone, Copy)]
    pub(super) struct Avx2([__m256i; 2]);

    impl Vector for Avx512 {
        #[inline(always)]
        fn load(lanes: &Lanes) -> Self {
            // SAFETY: used in `avx512` alone, whose caller has its features; lanes are 64 bytes, aligned.
            Self(unsafe { _mm512_load_si512(lanes.0.as_ptr().cast()) })
        }

        #[inline(always)]
        fn store(self) -> Lanes {
            let mut lanes = Lanes::NONE;
            // SAFETY: as above.
            unsafe { _mm512_store_si512(lanes.0.as_mut_ptr().cast(), self.0) };
            lanes
        }

        #[inline(always)]
        fn sum(one: Self, two: Self, three: Self) -> (Self, Self) {
            // The tables of an odd number of three bits, and of two or more of them.
            const ODD: i32 = 0b1001_0110;
            const TWO: i32 = 0b1110_1000;
            // SAFETY: as above.
            unsafe {
                (
                    Self(_mm512_ternarylogic_epi64::<ODD>(one.0, two.0, three.0)),
                    Self(_mm512_ternarylogic_epi64::<TWO>(one.0, two.0, three.0)),
                )
            }
        }
    }

    impl Vector for Avx2 {
        #[inline(always)]
        fn load(lanes: &Lanes) -> Self {
            let half = |at: usize| {
                // SAFETY: used in `avx2` alone, whose caller has its features; a half is 32 bytes, aligned.
                unsafe { _mm256_load_si256(lanes.0[at..at + 4].as_ptr().cast()) }
            };
            Self([half(0), half(4)])
        }

        #[inline(always)]
        fn store(self) -> Lanes {
            let mut lanes = Lanes::NONE;
            for (half, own) in self.0.into_iter().zip(lanes.0.as_chunks_mut::<4>().0) {
                // SAFETY: as above.
                unsafe { _mm256_store_si256(own.as_mut_ptr().cast(), half) };
            }
            lanes
        }

        #[inline(always)]
        fn sum(one: Self, two: Self, three: Self) -> (Self, Self) {
            let half = |at: usize| {
                let (one, two, three) = (one.0[at], two.0[at], three.0[at]);
                // SAFETY: as above.
                unsafe {
                    let odd = _mm256_xor_si256(one, two);
                    let both = _mm256_and_si256(one, two);
                    (
                        _mm256_xor_si256(odd, three),
                        _mm256_or_si256(both, _mm256_and_si256(odd, three)),
                    )
                }
            };
            let (first, second) = (half(0), half(1));
            (Self([first.0, second.0]), Self([first.1, second.1]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::random::Random;

    /// Adds three lanes, and puts them down.
    struct Added<'a>([Lanes; 3], &'a mut (Lanes, Lanes));

    impl Work for Added<'_> {
        #[inline(always)]
        fn run<V: Vector>(self) {
            let Self([one, two, three], found) = self;
            let (ones, twos) = V::sum(V::load(&one), V::load(&two), V::load(&three));
            *found = (ones.store(), twos.store());
        }
    }

    #[test]
    fn sums_are_the_same_by_whatever_instructions() {
        let mut random = Random::new(5, 0);
        let lanes = std::array::from_fn(|_| {
            let mut lanes = Lanes::NONE;
            (0..512).for_each(|lane| {
                if random.below(2) == 1 {
                    lanes.insert(lane);
                }
            });
            lanes
        });
        let plain = <Lanes as Vector>::sum(lanes[0], lanes[1], lanes[2]);
        let mut found = (Lanes::NONE, Lanes::NONE);
        at_best(Added(lanes, &mut found));
        assert_eq!(found, plain);
        #[cfg(target_arch = "x86_64")]
        if x86::has_avx2() {
            #[target_feature(enable = "avx2")]
            fn avx2(work: Added<'_>) {
                work.run::<x86::Avx2>();
            }
            let mut found = (Lanes::NONE, Lanes::NONE);
            // SAFETY: the processor has AVX2, as was just seen.
            unsafe { avx2(Added(lanes, &mut found)) };
            assert_eq!(found, plain);
        }
    }
}
