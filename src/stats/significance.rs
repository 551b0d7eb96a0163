//! P-values of two groups of documents by ranks, and corrections for many tests.

use std::cmp::Ordering;

use crate::error::{Error, Result};

/// How p-values are corrected for the number of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The false discovery rate (Benjamini and Hochberg 1995).
    BenjaminiHochberg,
    /// The family-wise error rate (Bonferroni): p times the number of tests, at most 1.
    Bonferroni,
}

impl Correction {
    /// The correction of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "bh" => Ok(Self::BenjaminiHochberg),
            "bonferroni" => Ok(Self::Bonferroni),
            _ => Err(Error::unknown("correction", name, ["bh", "bonferroni"])),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::BenjaminiHochberg => "bh",
            Self::Bonferroni => "bonferroni",
        }
    }

    /// The p-values that this makes of those of all tests, in their order.
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 tests")]
    pub fn adjusted(self, p_values: &[f64]) -> Vec<f64> {
        let n = p_values.len() as f64;
        match self {
            Self::Bonferroni => p_values.iter().map(|p| (p * n).min(1.0)).collect(),
            Self::BenjaminiHochberg => {
                let mut order: Vec<usize> = (0..p_values.len()).collect();
                order.sort_unstable_by(|one, two| p_values[*one].total_cmp(&p_values[*two]));
                let (mut adjusted, mut least) = (vec![0.0; p_values.len()], 1.0_f64);
                for (rank, test) in (1..)
                    .zip(&order)
                    .collect::<Vec<(u32, _)>>()
                    .into_iter()
                    .rev()
                {
                    least = least.min(p_values[*test] * (n / f64::from(rank)));
                    adjusted[*test] = least;
                }
                adjusted
            }
        }
    }
}

/// A document that has a term, of two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentShare {
    /// How often the term occurs in the document.
    pub count: u32,
    /// How many tokens the document has.
    pub tokens: u32,
    /// Whether it is of the first group.
    pub is_first: bool,
}

impl DocumentShare {
    /// Compares relative frequencies without rounding.
    fn order(&self, other: &Self) -> Ordering {
        let product = |count: u32, tokens: u32| u64::from(count) * u64::from(tokens);
        product(self.count, other.tokens).cmp(&product(other.count, self.tokens))
    }
}

/// The two-sided p-value of the test of Wilcoxon (1945) and Mann and Whitney (1947): whether relative
/// frequencies in the documents of one group tend to be higher than in those of the other.
///
/// By the normal approximation with corrections for ties and continuity. `shares` are the documents
/// that have the term; the others of so many in each group tie at 0. They are put into another order.
#[expect(clippy::cast_precision_loss, reason = "sums that are exact below 2^53")]
pub fn rank_sum(shares: &mut [DocumentShare], (n_first, n_second): (u64, u64)) -> f64 {
    shares.sort_unstable_by(DocumentShare::order);
    let n = n_first + n_second;
    let without = n - shares.len() as u64;
    let with = shares.iter().filter(|share| share.is_first).count() as u64;
    let cubed = |equal: u64| u128::from(equal).pow(3) - u128::from(equal);
    // Twice the sum of the ranks of the first group, since a tied rank may end in a half.
    let mut ranks = u128::from(n_first - with) * u128::from(without + 1);
    let mut tied = cubed(without);
    let mut below = without;
    for equal in shares.chunk_by(|one, two| one.order(two).is_eq()) {
        let size = equal.len() as u64;
        let first = equal.iter().filter(|share| share.is_first).count() as u64;
        ranks += u128::from(first) * u128::from(2 * below + size + 1);
        tied += cubed(size);
        below += size;
    }
    let product = u128::from(n_first) * u128::from(n_second);
    // Twice U, which counts the pairs in which the first group's document is ahead.
    let u = ranks - u128::from(n_first) * u128::from(n_first + 1);
    let larger = u.max(2 * product - u);
    let beyond = (larger as f64 - product as f64 - 1.0) / 2.0;
    let (n, tied, product) = (n as f64, tied as f64, product as f64);
    let variance = product / 12.0 * ((n + 1.0) - tied / (n * (n - 1.0)));
    if variance <= 0.0 || beyond <= 0.0 {
        return 1.0;
    }
    (2.0 * upper_tail(beyond / variance.sqrt())).min(1.0)
}

/// The probability that a standard normal variable is above z.
pub fn upper_tail(z: f64) -> f64 {
    libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_are_those_of_their_authors() {
        // The fifteen p-values of Benjamini and Hochberg (1995), p. 295: at 0.05 the procedure
        // rejects the first four, Bonferroni's the first three.
        let p_values = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0000,
        ];
        let rejected = |correction: Correction| {
            let adjusted = correction.adjusted(&p_values);
            adjusted.iter().filter(|p| **p <= 0.05).count()
        };
        assert_eq!(rejected(Correction::BenjaminiHochberg), 4);
        assert_eq!(rejected(Correction::Bonferroni), 3);
        for correction in [Correction::BenjaminiHochberg, Correction::Bonferroni] {
            assert!(correction.adjusted(&[]).is_empty());
        }
    }

    #[test]
    fn ranks_of_equal_shares_are_shared_however_the_fractions_are_written() {
        let share = |count, tokens, is_first| DocumentShare {
            count,
            tokens,
            is_first,
        };
        let mut written = [share(1, 3, true), share(2, 6, false), share(1, 2, true)];
        let mut equal = [share(1, 3, true), share(1, 3, false), share(1, 2, true)];
        let (one, two) = (rank_sum(&mut written, (4, 5)), rank_sum(&mut equal, (4, 5)));
        assert!((one - two).abs() < 1e-15);
        assert!((rank_sum(&mut [], (4, 5)) - 1.0).abs() < 1e-15);
    }
}
