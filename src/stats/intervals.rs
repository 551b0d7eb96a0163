//! Intervals of a ratio of sums, from documents that are drawn again and again.

use super::bootstrap::quantile;
use super::random::Random;
use crate::error::{Error, Result};

/// How an interval is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    /// How often as many documents as there are drawn, with replacement.
    pub resamples: u32,
    /// The share of the ratios that lies within the interval, in its middle.
    pub confidence: f64,
    /// What the draws depend on beside the number of documents.
    pub seed: u64,
}

/// Counts of one document: what is above and below the line of a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// What is counted.
    pub count: u64,
    /// Of how many.
    pub of: u64,
}

impl Bootstrap {
    /// Whether the options make sense.
    ///
    /// Errors: [`Error::Parameter`] for a confidence outside of 0 to 1, and for resamples too few for it.
    pub fn check(&self) -> Result<()> {
        if !(self.confidence > 0.0 && self.confidence < 1.0) {
            return Err(Error::Parameter(format!(
                "confidence must be between 0 and 1, got {}",
                self.confidence
            )));
        }
        match self.resamples {
            0 => Ok(()),
            resamples => enough_resamples(resamples.into(), self.confidence),
        }
    }

    /// The interval of Σ count / Σ of by percentiles (Efron 1979); none without resamples, and for fewer
    /// than two documents that have something below the line.
    ///
    /// Every resample has a stream of the seed to itself, so that an interval depends on its own documents
    /// and the seed alone.
    pub fn interval(&self, documents: &[Fraction]) -> Option<(f64, f64)> {
        let documents: Vec<&Fraction> = documents.iter().filter(|one| one.of > 0).collect();
        let n = u32::try_from(documents.len()).expect("fewer than 2^32 documents");
        if n < 2 || self.resamples == 0 {
            return None;
        }
        let mut ratios: Vec<f64> = (0..self.resamples)
            .map(|number| {
                let mut random = Random::new(self.seed, number.into());
                let (mut count, mut of) = (0, 0);
                for _ in 0..n {
                    let one = documents[random.below(n) as usize];
                    count += one.count;
                    of += one.of;
                }
                ratio(count, of)
            })
            .collect();
        let outside = (1.0 - self.confidence) / 2.0;
        let low = quantile(&mut ratios, outside);
        Some((low, quantile(&mut ratios, 1.0 - outside)))
    }
}

/// Whether an interval of this confidence can be told from so many resamples: by percentiles one at least
/// must lie beyond either end on the average, or the ends are not far enough apart.
///
/// Errors: [`Error::Parameter`] if not, with the number that it takes.
pub(crate) fn enough_resamples(resamples: u64, confidence: f64) -> Result<()> {
    // 1 - 0.9 is a little less than 0.1.
    let least = (2.0 / (1.0 - confidence) * (1.0 - 1e-9)).ceil();
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    if resamples as f64 >= least {
        return Ok(());
    }
    Err(Error::Parameter(format!(
        "resamples must be at least {least} for a confidence of {confidence}, got {resamples}"
    )))
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn ratio(count: u64, of: u64) -> f64 {
    count as f64 / of as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_needs_two_documents_with_tokens() {
        let bootstrap = Bootstrap {
            resamples: 100,
            confidence: 0.9,
            seed: 1,
        };
        let (one, none) = (Fraction { count: 1, of: 10 }, Fraction { count: 0, of: 0 });
        assert_eq!(bootstrap.interval(&[one, none]), None);
        let (low, high) = bootstrap.interval(&[one, one]).expect("two documents");
        assert!((low - 0.1).abs() < 1e-15 && (high - 0.1).abs() < 1e-15);
    }
}
