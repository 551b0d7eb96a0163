//! Trends of a series: a test of whether it rises or falls, its slope, and where its level changes.

use crate::error::{Error, Result};

/// The most values for which all pairs are looked at.
const MOST_VALUES: usize = 1 << 13;

/// Whether and how steeply a series rises or falls. What cannot be computed is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The number of values.
    pub n: u64,
    /// Pairs of values of which the later is larger, less those of which it is smaller (Mann 1945).
    pub s: i64,
    /// The variance of `s` if there is no trend, with ties (Kendall 1975).
    pub variance: f64,
    /// `s`, one nearer to 0, in standard deviations.
    pub z: Option<f64>,
    /// The chance of a `z` at least as far from 0 if there is no trend.
    pub p_value: Option<f64>,
    /// Kendall's tau b, which makes allowance for equal values.
    pub tau: Option<f64>,
    /// The median of the slopes of all pairs (Sen 1968).
    pub slope: Option<f64>,
    /// The median of the values less the slope times the median of the times.
    pub intercept: Option<f64>,
}

/// The trend of values at ascending times.
///
/// Errors: [`Error::Parameter`] for times that do not ascend or are not one a value, and for what is not
/// finite; [`Error::Limit`] for more values than pairs can be made of.
pub fn trend(values: &[f64], times: &[f64]) -> Result<Trend> {
    check(values, times)?;
    let mut slopes = Vec::with_capacity(values.len() * values.len().saturating_sub(1) / 2);
    let mut s = 0;
    for later in 0..values.len() {
        for earlier in 0..later {
            let rise = values[later] - values[earlier];
            s += i64::from(rise > 0.0) - i64::from(rise < 0.0);
            slopes.push(rise / (times[later] - times[earlier]));
        }
    }
    let (variance, untied) = ties(values);
    let z = (variance > 0.0).then(|| nearer_to_zero(s) / variance.sqrt());
    // A slope of nothing is 0, whichever side it was reached from.
    let slope = median(&mut slopes).map(|slope| slope + 0.0);
    let intercept = slope.and_then(|slope| {
        let level = median(&mut values.to_vec())?;
        Some(level - slope * median(&mut times.to_vec())? + 0.0)
    });
    Ok(Trend {
        n: values.len() as u64,
        s,
        variance,
        z,
        p_value: z.map(|z| libm::erfc(z.abs() / std::f64::consts::SQRT_2)),
        tau: tau(s, values.len(), untied),
        slope,
        intercept,
    })
}

fn check(values: &[f64], times: &[f64]) -> Result<()> {
    let parameter = |message: String| Err(Error::Parameter(message));
    if values.len() != times.len() {
        let (values, times) = (values.len(), times.len());
        return parameter(format!(
            "times must be one a value, got {times} for {values}"
        ));
    }
    if let Some(value) = values.iter().chain(times).find(|value| !value.is_finite()) {
        return parameter(format!("values and times must be finite, got {value}"));
    }
    if let Some([before, after]) = times.windows(2).find(|pair| pair[0] >= pair[1]) {
        return parameter(format!("times must ascend, got {before} before {after}"));
    }
    if values.len() > MOST_VALUES {
        return Err(Error::Limit(format!(
            "a trend is tested on at most {MOST_VALUES} values, got {}; take longer periods",
            values.len()
        )));
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn nearer_to_zero(s: i64) -> f64 {
    (s - s.signum()) as f64
}

/// The variance of `s`, and how many pairs of values are not equal.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn ties(values: &[f64]) -> (f64, u64) {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // -0 equals 0 but sorts before it, which leaves equal values beside each other.
    let runs = sorted.chunk_by(|left, right| left >= right);
    let term = |n: u64| n * n.saturating_sub(1) * (2 * n + 5);
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let n = values.len() as u64;
    let (mut variance, mut untied) = (term(n), pairs(n));
    for run in runs {
        variance -= term(run.len() as u64);
        untied -= pairs(run.len() as u64);
    }
    (variance as f64 / 18.0, untied)
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn tau(s: i64, n: usize, untied: u64) -> Option<f64> {
    let pairs = (n * n.saturating_sub(1) / 2) as f64;
    // One root of the product, which is exact: two would be rounded, and pass 1 for a series that rises.
    (untied > 0).then(|| s as f64 / (pairs * untied as f64).sqrt())
}

fn median(values: &mut [f64]) -> Option<f64> {
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let even = values.len().is_multiple_of(2);
    let (below, above, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let above = *above;
    if !even {
        return Some(above);
    }
    let below = below.iter().copied().max_by(f64::total_cmp)?;
    Some(below.midpoint(above))
}

/// Where the mean of a series changes: the number of the first value of every level but the first.
///
/// The levels are those whose sum of squared differences from their means, with a penalty for each
/// change, is least: exactly, by the pruned search of Killick, Fearnhead & Eckley 2012. The penalty is
/// 2·σ²·ln n times `strictness` (Yao 1988); σ² is half of the mean squared difference of neighbours (Rice
/// 1984), which a change of level hardly enters.
///
/// Errors: [`Error::Parameter`] for values that are not finite, and a strictness that is not above 0.
pub fn change_points(values: &[f64], strictness: f64) -> Result<Vec<usize>> {
    if !(strictness > 0.0 && strictness.is_finite()) {
        let message = format!("strictness must be above 0, got {strictness}");
        return Err(Error::Parameter(message));
    }
    if let Some(value) = values.iter().find(|value| !value.is_finite()) {
        return Err(Error::Parameter(format!(
            "values must be finite, got {value}"
        )));
    }
    let penalty = strictness * unit_penalty(values);
    if values.len() < 2 || penalty <= 0.0 {
        return Ok(Vec::new());
    }
    Ok(least_cost(values, penalty))
}

#[expect(clippy::cast_precision_loss, reason = "the length of a series")]
fn unit_penalty(values: &[f64]) -> f64 {
    let squares = values.windows(2).map(|pair| (pair[1] - pair[0]).powi(2));
    let variance = squares.sum::<f64>() / (2.0 * (values.len().max(2) - 1) as f64);
    2.0 * variance * (values.len() as f64).ln()
}

/// The first values of the levels behind the first.
fn least_cost(values: &[f64], penalty: f64) -> Vec<usize> {
    let sums = Sums::new(values);
    // The least cost of the values before each place, and where their last level begins.
    let (mut costs, mut begins) = (vec![-penalty], vec![0]);
    let mut candidates = vec![0];
    for end in 1..=values.len() {
        let cost = |start: usize| costs[start] + sums.cost(start, end);
        let best = candidates
            .iter()
            .copied()
            .min_by(|left, right| cost(*left).total_cmp(&cost(*right)))
            .expect("the place just before is a candidate");
        let total = cost(best) + penalty;
        // A place that costs more than the best way here will never be part of one.
        let kept = candidates
            .iter()
            .copied()
            .filter(|start| cost(*start) <= total);
        candidates = kept.chain([end]).collect();
        costs.push(total);
        begins.push(best);
    }
    let mut starts = Vec::new();
    let mut end = values.len();
    while begins[end] > 0 {
        end = begins[end];
        starts.push(end);
    }
    starts.reverse();
    starts
}

/// Sums of the values before each place, and of their squares, less the mean of all.
struct Sums {
    values: Vec<f64>,
    squares: Vec<f64>,
}

impl Sums {
    #[expect(clippy::cast_precision_loss, reason = "the length of a series")]
    fn new(values: &[f64]) -> Self {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let added = |of: fn(f64) -> f64| {
            let mut sum = 0.0;
            let sums = values.iter().map(|value| {
                sum += of(value - mean);
                sum
            });
            std::iter::once(0.0).chain(sums).collect()
        };
        Self {
            values: added(|value| value),
            squares: added(|value| value * value),
        }
    }

    /// The sum of squared differences from the mean of these values.
    #[expect(clippy::cast_precision_loss, reason = "the length of a series")]
    fn cost(&self, start: usize, end: usize) -> f64 {
        let sum = self.values[end] - self.values[start];
        let squares = self.squares[end] - self.squares[start];
        (squares - sum * sum / (end - start) as f64).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Trend {
        let times: Vec<f64> = (0_u32..).map(f64::from).take(values.len()).collect();
        trend(values, &times).expect("a short series")
    }

    #[test]
    fn what_cannot_be_computed_is_none() {
        for values in [&[][..], &[1.0]] {
            let found = of(values);
            assert_eq!((found.z, found.tau, found.slope), (None, None, None));
        }
        let flat = of(&[2.0, 2.0, 2.0]);
        assert_eq!((flat.z, flat.tau, flat.slope), (None, None, Some(0.0)));
        assert!(trend(&[1.0, 2.0], &[1.0, 1.0]).is_err());
        assert!(trend(&[f64::NAN], &[1.0]).is_err());
    }

    #[test]
    fn a_step_is_found_where_it_is() {
        let step = [1.0, 1.1, 0.9, 1.0, 5.0, 5.1, 4.9, 5.0];
        assert_eq!(change_points(&step, 1.0).expect("finite"), [4]);
        for none in [&[][..], &[1.0], &[1.0; 9]] {
            assert!(change_points(none, 1.0).expect("finite").is_empty());
        }
        assert!(change_points(&step, 0.0).is_err());
    }
}
