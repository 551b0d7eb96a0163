//! Agreement of coders: how far those who coded the same units gave them the same codes.

use std::collections::BTreeMap;

use crate::error::{Error, Result};

/// What the differences between codes mean, which decides how much a disagreement weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Codes are names: any two of them are equally far apart.
    Nominal,
    /// Codes have an order.
    Ordinal,
    /// Codes are numbers whose differences count.
    Interval,
}

impl Level {
    /// The level of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "nominal" => Ok(Self::Nominal),
            "ordinal" => Ok(Self::Ordinal),
            "interval" => Ok(Self::Interval),
            _ => Err(Error::unknown(
                "level",
                name,
                ["nominal", "ordinal", "interval"],
            )),
        }
    }
}

/// How far coders agree. What cannot be computed is none: a measure of agreement beyond chance needs
/// two codes of one unit, and more than one code among all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Units that two or more coders coded.
    pub units: u64,
    /// The codes that those units have.
    pub codes: u64,
    /// The share of the pairs of codes of one unit that are equal.
    pub observed: Option<f64>,
    /// Cohen's kappa, for two coders (Cohen 1960).
    pub kappa: Option<f64>,
    /// Krippendorff's alpha (Krippendorff 2011).
    pub alpha: Option<f64>,
}

/// The agreement of coders. A unit is the code of each coder, in one order for all units, as a number
/// of `values`; none where a coder gave no code. `values` ascend, in steps of 1 unless the level is
/// interval.
///
/// Errors: [`Error::Parameter`] for units of different lengths, or codes without a value.
pub fn agreement(units: &[Vec<Option<u32>>], values: &[f64], level: Level) -> Result<Agreement> {
    check(units, values.len())?;
    let units: Vec<Unit> = units
        .iter()
        .map(|unit| Unit::new(unit))
        .filter(|unit| unit.size > 1)
        .collect();
    Ok(Agreement {
        units: units.len() as u64,
        codes: units.iter().map(|unit| unit.size).sum(),
        observed: observed(&units),
        kappa: kappa(&units, values.len()),
        alpha: alpha(&units, values, level),
    })
}

fn check(units: &[Vec<Option<u32>>], n_values: usize) -> Result<()> {
    let n_coders = units.first().map_or(0, Vec::len);
    if let Some(unit) = units.iter().find(|unit| unit.len() != n_coders) {
        let message = format!("units must have {n_coders} codes each, got {}", unit.len());
        return Err(Error::Parameter(message));
    }
    let codes = units.iter().flatten().flatten();
    match codes.max() {
        Some(code) if *code as usize >= n_values => {
            let message = format!("codes must be below {n_values}, got {code}");
            Err(Error::Parameter(message))
        }
        _ => Ok(()),
    }
}

/// A unit: how many coders gave it each code.
struct Unit<'u> {
    given: &'u [Option<u32>],
    counts: BTreeMap<u32, u64>,
    size: u64,
}

impl<'u> Unit<'u> {
    fn new(given: &'u [Option<u32>]) -> Self {
        let mut counts = BTreeMap::new();
        for code in given.iter().flatten() {
            *counts.entry(*code).or_insert(0) += 1;
        }
        let size = counts.values().sum();
        Self {
            given,
            counts,
            size,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn ratio(part: u128, whole: u128) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn observed(units: &[Unit<'_>]) -> Option<f64> {
    let pairs = |count: u64| u128::from(count) * u128::from(count - 1);
    let equal = units.iter().flat_map(|unit| unit.counts.values());
    let all = units.iter().map(|unit| pairs(unit.size)).sum();
    ratio(equal.map(|count| pairs(*count)).sum(), all)
}

/// (observed - expected) / (1 - expected), where expected is the chance that two coders who give
/// codes as often as these give the same.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn kappa(units: &[Unit<'_>], n_values: usize) -> Option<f64> {
    let (mut first, mut second) = (vec![0_u64; n_values], vec![0_u64; n_values]);
    let mut equal = 0_u128;
    for unit in units {
        let [Some(one), Some(other)] = *unit.given else {
            return None;
        };
        first[one as usize] += 1;
        second[other as usize] += 1;
        equal += u128::from(one == other);
    }
    let n = units.len() as u128;
    let products = first.iter().zip(&second);
    let expected: u128 = products
        .map(|(first, second)| u128::from(*first) * u128::from(*second))
        .sum();
    // All multiplied by n², so that numbers stay whole.
    let beyond = (n * equal) as f64 - expected as f64;
    (n * n > expected).then(|| beyond / (n * n - expected) as f64)
}

/// 1 - observed / expected disagreement, without a matrix of coincidences. Expected is the sum of the
/// squared distances of all pairs of codes, divided by n - 1; observed that of the pairs within each
/// unit, divided by the unit's number of codes - 1.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn alpha(units: &[Unit<'_>], values: &[f64], level: Level) -> Option<f64> {
    let mut totals: BTreeMap<u32, u64> = BTreeMap::new();
    for (code, count) in units.iter().flat_map(|unit| &unit.counts) {
        *totals.entry(*code).or_insert(0) += count;
    }
    let distances = Distances::new(&totals, values, level);
    let expected = distances.sum(&totals);
    let observed: f64 = units
        .iter()
        .map(|unit| distances.sum(&unit.counts) / (unit.size - 1) as f64)
        .sum();
    let n: u64 = totals.values().sum();
    (expected > 0.0).then(|| 1.0 - (n - 1) as f64 * observed / expected)
}

/// How far codes are apart.
struct Distances {
    level: Level,
    /// Where each code lies on the scale.
    places: Vec<f64>,
}

impl Distances {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn new(totals: &BTreeMap<u32, u64>, values: &[f64], level: Level) -> Self {
        let places = match level {
            Level::Nominal | Level::Interval => values.to_vec(),
            // The distance of two ranks, Σ_{c..k} n_g - (n_c + n_k) / 2, is that of their middles.
            Level::Ordinal => {
                let mut before = 0;
                let middle = |code: u32| {
                    let own = totals.get(&code).copied().unwrap_or(0);
                    before += own;
                    before as f64 - own as f64 / 2.0
                };
                (0..).take(values.len()).map(middle).collect()
            }
        };
        Self { level, places }
    }

    fn squared(&self, one: u32, other: u32) -> f64 {
        match self.level {
            Level::Nominal => 1.0,
            Level::Ordinal | Level::Interval => {
                (self.places[one as usize] - self.places[other as usize]).powi(2)
            }
        }
    }

    /// The squared distances of all pairs of different codes.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn sum(&self, counts: &BTreeMap<u32, u64>) -> f64 {
        let mut sum = 0.0;
        for (one, n_one) in counts {
            for (other, n_other) in counts.range(one + 1..) {
                sum += *n_one as f64 * *n_other as f64 * self.squared(*one, *other);
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(units: &[Vec<Option<u32>>], level: Level) -> Agreement {
        agreement(units, &[1.0, 2.0, 3.0], level).expect("units of one length")
    }

    #[test]
    fn what_cannot_be_computed_is_none() {
        let nothing = Agreement {
            units: 0,
            codes: 0,
            observed: None,
            kappa: None,
            alpha: None,
        };
        for units in [vec![], vec![vec![]], vec![vec![Some(1), None]; 3]] {
            assert_eq!(of(&units, Level::Nominal), nothing);
        }
        let always_the_same = of(&vec![vec![Some(1), Some(1)]; 3], Level::Interval);
        assert_eq!(always_the_same.observed, Some(1.0));
        assert_eq!((always_the_same.kappa, always_the_same.alpha), (None, None));
    }

    #[test]
    fn a_third_coder_ends_kappa_and_nothing_else() {
        let three = vec![
            vec![Some(0), Some(0), Some(1)],
            vec![Some(2), None, Some(2)],
        ];
        let found = of(&three, Level::Nominal);
        assert_eq!((found.units, found.codes, found.kappa), (2, 5, None));
        assert_eq!(found.observed, Some(0.5));
        assert!(found.alpha.is_some());
    }

    #[test]
    fn units_of_different_lengths_and_codes_without_a_value_are_refused() {
        let rows = [vec![vec![Some(0)], vec![]], vec![vec![Some(3), None]]];
        for units in rows {
            assert!(agreement(&units, &[1.0, 2.0, 3.0], Level::Nominal).is_err());
        }
    }
}
