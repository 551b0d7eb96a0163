//! Bootstrap: how far a statistic of two groups of documents may lie from what was observed.
//!
//! Documents, not tokens, are drawn with replacement, as many as there are on each side (Efron 1979),
//! because the tokens of one document are not independent.

use super::lanes::{LANES, Lanes, Sums};
use super::permutation::TermCounts;
use super::random::Random;

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
    n: usize,
}

/// Up to [`LANES`] samples.
struct Samples {
    /// How often a document is in each sample, as binary digits: a row a digit.
    digits: Vec<Vec<Lanes>>,
    /// The tokens of each sample.
    tokens: Vec<u64>,
}

impl Samples {
    /// Draws as many documents of each stratum as there are, for each sample.
    fn draw(strata: &[Stratum<'_>], n_samples: usize, (seed, number): (u64, u64)) -> Self {
        let n_documents = strata.iter().map(|stratum| stratum.tokens.len()).sum();
        let mut samples = Self {
            digits: vec![vec![Lanes::NONE; n_documents]],
            tokens: vec![0; n_samples],
        };
        let mut first = 0;
        for Stratum { tokens, stream } in strata {
            let mut random = Random::new(seed, stream << 32 | number);
            let end = u32::try_from(tokens.len()).expect("fewer than 2^32 documents");
            for lane in 0..n_samples {
                for _ in *tokens {
                    let document = random.below(end) as usize;
                    samples.tokens[lane] += tokens[document];
                    samples.add(first + document, lane);
                }
            }
            first += tokens.len();
        }
        samples
    }

    fn add(&mut self, document: usize, lane: usize) {
        let mut digit = 0;
        while self.digits[digit][document].flip(lane) {
            digit += 1;
            if digit == self.digits.len() {
                self.digits.push(vec![Lanes::NONE; self.digits[0].len()]);
            }
        }
    }
}

impl Resamples {
    /// So many samples of the documents of these strata, which are numbered one stratum behind the other.
    ///
    /// There must be at least one document.
    pub fn new(strata: &[Stratum<'_>], n: usize, seed: u64) -> Self {
        let firsts = (0..n).step_by(LANES).zip(0..);
        let block = |(first, number): (usize, u64)| {
            Samples::draw(strata, LANES.min(n - first), (seed, number))
        };
        Self {
            blocks: firsts.map(block).collect(),
            n,
        }
    }

    /// How many samples there are.
    pub fn n(&self) -> usize {
        self.n
    }

    /// Writes for every sample the frequency of a term and the tokens.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub fn frequencies(&self, term: &TermCounts<'_>, found: &mut Vec<(f64, f64)>) {
        let (mut sums, mut lanes) = (Sums::new(), [0.0; LANES]);
        found.clear();
        for block in &self.blocks {
            for (document, count) in term.documents.iter().zip(term.counts) {
                for (digit, row) in block.digits.iter().enumerate() {
                    let lanes = &row[*document as usize];
                    if !lanes.is_none() {
                        sums.add_times((*count).into(), digit, lanes);
                    }
                }
            }
            sums.take(&mut lanes);
            let tokens = block.tokens.iter().map(|tokens| *tokens as f64);
            found.extend(lanes.into_iter().zip(tokens));
        }
    }
}

/// The value below which this share of the values lies, between neighbours as far as the share says
/// (Hyndman and Fan 1996, type 7). Values are put into another order; there must be one.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 values")]
    let place = (values.len() - 1) as f64 * share;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place"
    )]
    let below = (place.floor() as usize).min(values.len() - 1);
    let (_, lower, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let lower = *lower;
    match above.iter().copied().min_by(f64::total_cmp) {
        Some(upper) => lower + (upper - lower) * (place - place.floor()),
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
        let samples = Resamples::new(&[stratum(&sizes[..3], 4), stratum(&sizes[3..], 1)], 700, 4);
        let of = |documents: &[u32], counts: &[u32]| {
            let mut found = Vec::new();
            samples.frequencies(&TermCounts { documents, counts }, &mut found);
            found
        };
        let documents: Vec<u32> = (0..8).collect();
        for (stratum, n) in [(0..3, 3.0), (3..8, 5.0)] {
            let each = of(&documents[stratum], &[1; 8]);
            assert_eq!(each.len(), 700);
            assert!(each.iter().all(|(found, _)| (*found - n).abs() < 1e-9));
        }
        let by_document: Vec<Vec<(f64, f64)>> = documents.iter().map(|d| of(&[*d], &[1])).collect();
        let all = of(&documents, &tokens);
        for (sample, (sum, total)) in all.iter().enumerate() {
            assert!((sum - total).abs() < 1e-9, "a term that is all tokens");
            let terms = by_document.iter().zip(tokens);
            let expected: f64 = terms.map(|(of, n)| of[sample].0 * f64::from(n)).sum();
            assert!((sum - expected).abs() < 1e-9);
        }
        let mean = by_document[0].iter().map(|(n, _)| n).sum::<f64>() / 700.0;
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
        }
        assert!((quantile(&mut [7.0], 0.9) - 7.0).abs() < 1e-12);
    }
}
