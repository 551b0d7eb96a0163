//! The conservative log ratio: the end of a confidence interval of the log ratio that is nearer to zero.

use std::f64::consts::{LN_2, TAU};

use super::numeric::{is_count, ln_ratio, stirling_error};
use super::{Contingency, MeasureOptions};

/// The interval is exact (Clopper and Pearson) for the share that O11 has in C1.
#[expect(clippy::cast_precision_loss, reason = "comparisons are far below 2^53")]
pub(super) fn conservative_log_ratio(table: &Contingency, options: &MeasureOptions) -> Option<f64> {
    let [o11, _, o21, _] = table.cells()?;
    let (r1, r2) = (table.r1, table.r2());
    if !(table.c1 > 0.0 && r1 > 0.0 && r2 > 0.0 && is_count(o11) && is_count(o21)) {
        return None;
    }
    // Below the smallest normal number there is no bound that could be computed.
    let chance = (options.alpha / (2.0 * options.comparisons as f64)).max(f64::MIN_POSITIVE);
    // A bound is o11 r2 / (o21 r1) with one occurrence more on the side that it is drawn towards.
    if table.excess() > 0.0 {
        let odds = LogOdds::new(o11, o21 + 1.0);
        let bound = ln_ratio(o11, r2, o21 + 1.0, r1) + odds.quantile(chance);
        Some(bound.max(0.0) / LN_2)
    } else {
        if o21 <= 0.0 {
            return Some(0.0);
        }
        let odds = LogOdds::new(o21, o11 + 1.0);
        let bound = ln_ratio(o21, r1, o11 + 1.0, r2) + odds.quantile(chance);
        Some(-(bound.max(0.0) / LN_2))
    }
}

/// The logarithm of the odds of a share that is distributed as beta(a, b), from `ln(a / b)` on.
struct LogOdds {
    a: f64,
    b: f64,
    deviation: f64,
    ln_height: f64,
}

/// The nodes and weights of Gauss and Legendre for eight points on either side of a middle.
const NODES: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_89),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
];

impl LogOdds {
    fn new(a: f64, b: f64) -> Self {
        let precision = a * b / (a + b);
        let errors = stirling_error(a + b) - stirling_error(a) - stirling_error(b);
        Self {
            a,
            b,
            deviation: precision.sqrt().recip(),
            ln_height: (precision / TAU).ln() / 2.0 + errors,
        }
    }

    /// The logarithm of the density, as a share of its height at the middle.
    fn ln_density(&self, from_middle: f64) -> f64 {
        let share = self.a / (self.a + self.b);
        let growth = (share * from_middle.exp_m1()).ln_1p();
        self.a * from_middle - (self.a + self.b) * growth
    }

    /// The slope of that logarithm.
    fn slope(&self, from_middle: f64) -> f64 {
        let share = self.a / (self.a + self.b);
        let grown = from_middle.exp();
        self.a - self.a * grown / (1.0 + share * from_middle.exp_m1())
    }

    /// The probability below a value under the middle, as a multiple of the density there.
    fn below(&self, from_middle: f64) -> f64 {
        let width = 2.0 / (self.slope(from_middle) + self.deviation.recip());
        let density = self.ln_density(from_middle);
        let at = |place: f64| (self.ln_density(place) - density).exp();
        let (mut sum, mut end) = (0.0, from_middle);
        loop {
            let (middle, half) = (end - width / 2.0, width / 2.0);
            let panel: f64 = NODES
                .iter()
                .map(|(node, weight)| {
                    weight * (at(middle - half * node) + at(middle + half * node))
                })
                .sum();
            sum += panel * half;
            if panel * half <= 1e-18 * sum || sum.is_nan() {
                return sum;
            }
            end -= width;
        }
    }

    /// The value below which `chance`, less than a half, of the distribution lies.
    fn quantile(&self, chance: f64) -> f64 {
        // The logarithm of the probability is concave: Newton's steps come from one side.
        let mut at = -self.deviation * (-2.0 * chance.ln()).sqrt();
        for _ in 0..100 {
            let below = self.below(at);
            let ln_probability = self.ln_height + self.ln_density(at) + below.ln();
            let step = (chance.ln() - ln_probability) * below;
            at += step;
            if step.abs() <= 1e-15 * at.abs() {
                break;
            }
        }
        at
    }
}
