//! Bootstrap: how far a statistic of two groups of documents may lie from what was observed.
//!
//! Documents, not tokens, are drawn with replacement, as many as there are on each side (Efron 1979),
//! because the tokens of one document are not independent.

#![expect(
    clippy::inline_always,
    reason = "work that is compiled for several sets of instructions"
)]

use super::lanes::{LANES, Lanes, Sums};
use super::permutation::TermCounts;
use super::random::Random;
use super::vectors::{Vector, Work, at_best};
use crate::prefetch::prefetch;

/// Documents that are drawn among themselves: the tokens of each, and the stream of random numbers.
///
/// The same stream draws the same documents, so that both sides of documents which they share are drawn
/// together.
#[derive(Clone, Copy, Debug)]
pub struct Stratum<'t> {
    /// The tokens of each document.
    pub tokens: &'t [u64],
    /// The stream of a seed.
    pub stream: u64,
}

/// Samples of the documents of one side, drawn with replacement.
pub struct Resamples {
    blocks: Vec<Samples>,
    /// The tokens of each sample.
    tokens: Vec<f64>,
}

/// Up to [`LANES`] samples.
pub struct Samples {
    /// How often a document is in each sample, as binary digits, those of one document side by side.
    digits: Vec<Lanes>,
    /// For each document where its digits begin, and which of them any sample has, as bits.
    places: Vec<(u32, u32)>,
    /// The tokens of each sample.
    tokens: Vec<u64>,
}

impl Samples {
    /// How many blocks so many samples are of.
    pub fn n_blocks(n: usize) -> u64 {
        n.div_ceil(LANES) as u64
    }

    /// The block of this number of so many samples of the documents of these strata, which are numbered one
    /// stratum behind the other.
    ///
    /// There must be at least one document.
    pub fn block(strata: &[Stratum<'_>], n: usize, (seed, number): (u64, u64)) -> Self {
        let first = usize::try_from(number).map_or(n, |number| n.min(number * LANES));
        Self::draw(strata, LANES.min(n - first), (seed, number))
    }

    /// Draws as many documents of each stratum as there are, for each sample.
    fn draw(strata: &[Stratum<'_>], n_samples: usize, (seed, number): (u64, u64)) -> Self {
        let n_documents = strata.iter().map(|stratum| stratum.tokens.len()).sum();
        let mut rows = vec![vec![Lanes::NONE; n_documents]];
        let mut sample_tokens = vec![0; n_samples];
        let mut first = 0;
        for Stratum { tokens, stream } in strata {
            let mut random = Random::new(seed, stream << 32 | number);
            let end = u32::try_from(tokens.len()).expect("fewer than 2^32 documents");
            for (lane, sum) in sample_tokens.iter_mut().enumerate() {
                for _ in *tokens {
                    let document = random.below(end) as usize;
                    *sum += tokens[document];
                    add(&mut rows, first + document, lane);
                }
            }
            first += tokens.len();
        }
        Self::packed(&rows, sample_tokens)
    }

    /// Puts the digits of each document side by side, from rows of one digit each.
    fn packed(rows: &[Vec<Lanes>], tokens: Vec<u64>) -> Self {
        let (mut digits, mut places) = (Vec::new(), Vec::new());
        for document in 0..rows[0].len() {
            let start = u32::try_from(digits.len()).expect("far fewer than 2^32 digits in memory");
            let mut filled = 0;
            for (digit, row) in rows.iter().enumerate() {
                if !row[document].is_none() {
                    digits.push(row[document]);
                    filled |= 1 << digit;
                }
            }
            places.push((start, filled));
        }
        Self {
            digits,
            places,
            tokens,
        }
    }

    /// Asks for the memory of the digits of a document.
    #[inline(always)]
    fn prefetch(&self, document: u32) {
        let start = self.places[document as usize].0 as usize;
        (start..start + USUAL_DIGITS).for_each(|place| prefetch(&self.digits, place));
    }
}

/// Among 512 samples nearly every document is in one of them four times or oftener, and few eight times.
const USUAL_DIGITS: usize = 3;

/// So many documents before its turn the memory of one is asked for.
const AHEAD: usize = 8;

/// Adds a document to a sample.
fn add(rows: &mut Vec<Vec<Lanes>>, document: usize, lane: usize) {
    let mut digit = 0;
    while rows[digit][document].flip(lane) {
        digit += 1;
        if digit == rows.len() {
            rows.push(vec![Lanes::NONE; rows[0].len()]);
        }
    }
}

impl Resamples {
    /// The samples of all blocks, in their order.
    #[expect(clippy::cast_precision_loss, reason = "tokens are far below 2^53")]
    pub fn new(blocks: Vec<Samples>) -> Self {
        let tokens = blocks.iter().flat_map(|block| &block.tokens);
        Self {
            tokens: tokens.map(|tokens| *tokens as f64).collect(),
            blocks,
        }
    }

    /// How many samples there are.
    pub fn n(&self) -> usize {
        self.tokens.len()
    }

    /// The tokens of each sample.
    pub fn tokens(&self) -> &[f64] {
        &self.tokens
    }

    /// Writes for every sample the frequency of a term.
    pub fn frequencies(&self, term: &TermCounts<'_>, found: &mut Vec<f64>) {
        found.clear();
        found.reserve(self.blocks.len() * LANES);
        at_best(Frequencies(self, term, found));
        found.truncate(self.n());
    }
}

/// What [`Resamples::frequencies`] does.
struct Frequencies<'r, 'c>(&'r Resamples, &'r TermCounts<'c>, &'r mut Vec<f64>);

impl Work for Frequencies<'_, '_> {
    #[inline(always)]
    fn run<V: Vector>(self) {
        let Self(resamples, term, found) = self;
        let (mut sums, mut lanes) = (Sums::<V>::new(), [0.0; LANES]);
        for block in &resamples.blocks {
            for (at, (document, count)) in term.documents.iter().zip(term.counts).enumerate() {
                if let Some(later) = term.documents.get(at + AHEAD) {
                    block.prefetch(*later);
                }
                let (mut place, mut filled) = block.places[*document as usize];
                while filled != 0 {
                    let digit = filled.trailing_zeros() as usize;
                    sums.add_times((*count).into(), digit, &block.digits[place as usize]);
                    filled &= filled - 1;
                    place += 1;
                }
            }
            sums.take(&mut lanes);
            found.extend_from_slice(&lanes);
        }
    }
}

/// The value below which this share of the values lies, between neighbours as far as the share says
/// (Hyndman and Fan 1996, type 7). Values are put into another order; there must be one.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    quantile_of(values, share, |value| value)
}

/// The [`quantile`] of what a function that never descends makes of the values, computed of two of them alone.
pub fn quantile_of(values: &mut [f64], share: f64, of: impl Fn(f64) -> f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 values")]
    let place = (values.len() - 1) as f64 * share;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place"
    )]
    let below = (place.floor() as usize).min(values.len() - 1);
    let (_, lower, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let lower = of(*lower);
    match above.iter().copied().min_by(f64::total_cmp) {
        Some(upper) => lower + (of(upper) - lower) * (place - place.floor()),
        None => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_has_as_many_documents_and_the_sums_are_theirs() {
        let tokens = [3_u32, 1, 4, 1, 5, 9, 2, 6];
        let sizes = tokens.map(u64::from);
        let stratum = |tokens, stream| Stratum { tokens, stream };
        let strata = [stratum(&sizes[..3], 4), stratum(&sizes[3..], 1)];
        let blocks = 0..Samples::n_blocks(700);
        let blocks = blocks.map(|number| Samples::block(&strata, 700, (4, number)));
        let samples = Resamples::new(blocks.collect());
        let of = |documents: &[u32], counts: &[u32]| {
            let mut found = Vec::new();
            let term = TermCounts { documents, counts };
            samples.frequencies(&term, &mut found);
            let mut plain = Vec::new();
            Frequencies(&samples, &term, &mut plain).run::<Lanes>();
            assert_eq!(found, plain[..700], "by whatever instructions");
            found
        };
        let documents: Vec<u32> = (0..8).collect();
        for (stratum, n) in [(0..3, 3.0), (3..8, 5.0)] {
            let each = of(&documents[stratum], &[1; 8]);
            assert_eq!(each.len(), 700);
            assert!(each.iter().all(|found| (found - n).abs() < 1e-9));
        }
        let by_document: Vec<Vec<f64>> = documents.iter().map(|d| of(&[*d], &[1])).collect();
        let all = of(&documents, &tokens);
        for (sample, (sum, total)) in all.iter().zip(samples.tokens()).enumerate() {
            assert!((sum - total).abs() < 1e-9, "a term that is all tokens");
            let terms = by_document.iter().zip(tokens);
            let expected: f64 = terms.map(|(of, n)| of[sample] * f64::from(n)).sum();
            assert!((sum - expected).abs() < 1e-9);
        }
        let mean = by_document[0].iter().sum::<f64>() / 700.0;
        assert!((mean - 1.0).abs() < 0.15, "{mean}");
    }

    #[test]
    fn quantiles_are_those_of_numpy() {
        let values = [4.0, 1.0, 3.0, 2.0, 10.0];
        let rows = [
            (0.0, 1.0),
            (0.025, 1.1),
            (0.5, 3.0),
            (0.975, 9.4),
            (1.0, 10.0),
            (0.3, 2.2),
        ];
        for (share, expected) in rows {
            let found = quantile(&mut values.clone(), share);
            assert!((found - expected).abs() < 1e-12, "{share}: {found}");
            let roots = quantile_of(&mut values.clone(), share, f64::sqrt);
            let expected = quantile(&mut values.map(f64::sqrt), share);
            assert!((roots - expected).abs() < 1e-12, "{share}: {roots}");
        }
        assert!((quantile(&mut [7.0], 0.9) - 7.0).abs() < 1e-12);
    }
}
