//! How unevenly terms are spread over the documents of a side, in whole numbers.

use std::ops::AddAssign;

use super::counts::{Comparison, Frequencies, REFERENCE, TARGET};
use crate::error::Result;
use crate::task::{Scratch, Task};

impl Comparison<'_> {
    /// How unevenly each term is spread over the documents of either side.
    pub(super) fn spreads(&self, all: &[Frequencies], task: &Task) -> Result<Spreads> {
        // The sum of |s F - c N| is at most 2 F N, and F and all s together at most N.
        Ok(if self.tokens().iter().all(|tokens| *tokens < 1 << 31) {
            Spreads::Narrow(self.sums(all, task)?)
        } else {
            Spreads::Wide(self.sums(all, task)?)
        })
    }

    fn sums<W: Width>(&self, all: &[Frequencies], task: &Task) -> Result<Vec<[Vec<Sum<W>>; 2]>> {
        let totals = self.tokens();
        let sums = Scratch::new();
        let of_side = |side: usize| {
            let blank = |frequencies: &Frequencies| Sum::of(frequencies.tokens[side]);
            all.iter().map(blank).collect()
        };
        task.map(self.parts(), |((side, packing), documents, tokens)| {
            sums.with(
                || [TARGET, REFERENCE].map(of_side),
                |sums: &mut [Vec<Sum<W>>; 2]| {
                    let (sums, total) = (&mut sums[side], totals[side]);
                    for (cells, tokens) in documents.iter().zip(tokens) {
                        let tokens = W::tokens(*tokens);
                        packing.each(cells, |term, count| {
                            sums[term as usize].add(tokens, count, total);
                        });
                    }
                    Ok(())
                },
            )
        })?;
        Ok(sums.into_all())
    }
}

/// How unevenly a term is spread over the documents of a side that have it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spread {
    /// The sum of |s F - c N|: s tokens of a document, c of them the term; F and N those of the side.
    pub(super) deviation: u128,
    /// The tokens of these documents.
    pub(super) inside: u64,
}

/// The [`Spread`] of each term on both sides, as each worker has summed up its part of the documents.
pub(super) enum Spreads {
    Narrow(Vec<[Vec<Sum<u64>>; 2]>),
    Wide(Vec<[Vec<Sum<u128>>; 2]>),
}

impl Spreads {
    /// That of a term on one side.
    pub(super) fn get(&self, term: u32, side: usize) -> Spread {
        match self {
            Self::Narrow(workers) => Spread::sum(workers, term, side),
            Self::Wide(workers) => Spread::sum(workers, term, side),
        }
    }
}

impl Spread {
    fn sum<W: Width>(workers: &[[Vec<Sum<W>>; 2]], term: u32, side: usize) -> Self {
        let mut spread = Self::default();
        for worker in workers {
            let sum = &worker[side][term as usize];
            spread.deviation += sum.deviation.into();
            spread.inside += sum.inside.into();
        }
        spread
    }
}

/// A [`Spread`] under way, beside the frequency that it needs.
#[derive(Clone, Copy)]
pub(super) struct Sum<W: Width> {
    frequency: W::Tokens,
    deviation: W,
    inside: W::Tokens,
}

impl<W: Width> Sum<W> {
    fn of(frequency: u64) -> Self {
        Self {
            frequency: W::tokens(frequency),
            deviation: W::default(),
            inside: W::Tokens::default(),
        }
    }

    #[inline]
    fn add(&mut self, tokens: W::Tokens, count: u32, total: u64) {
        let (own, frequency) = (tokens.into(), self.frequency.into());
        self.deviation += W::between((own, frequency), (count.into(), total));
        self.inside += tokens;
    }
}

/// Whole numbers of a width that holds the products of tokens.
pub(super) trait Width: Copy + Default + Send + Into<u128> + AddAssign {
    /// Numbers of tokens, whose products it holds.
    type Tokens: Copy + Default + Send + Sync + Into<u64> + AddAssign;

    /// So many tokens.
    fn tokens(number: u64) -> Self::Tokens;

    /// How far the product of two numbers is from that of two others.
    fn between(one: (u64, u64), other: (u64, u64)) -> Self;
}

impl Width for u64 {
    type Tokens = u32;

    fn tokens(number: u64) -> u32 {
        u32::try_from(number).expect("fewer than 2^31")
    }

    #[inline]
    fn between(one: (u64, u64), other: (u64, u64)) -> Self {
        (one.0 * one.1).abs_diff(other.0 * other.1)
    }
}

impl Width for u128 {
    type Tokens = u64;

    fn tokens(number: u64) -> u64 {
        number
    }

    #[inline]
    fn between(one: (u64, u64), other: (u64, u64)) -> Self {
        let product = |pair: (u64, u64)| Self::from(pair.0) * Self::from(pair.1);
        product(one).abs_diff(product(other))
    }
}
