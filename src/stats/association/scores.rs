//! The measures' formulas, but for those of exact tests and of confidence intervals.

use std::f64::consts::LN_2;

use super::numeric::{deviance, ln_ratio};
use super::{Contingency, MeasureOptions};

/// None where the measure has no value; [`Measure`](super::Measure) takes what isn't finite for none too.
type Score = Option<f64>;
type Options = MeasureOptions;

/// What counts as seen half a time where it was not seen at all.
const HALF: f64 = 0.5;

/// A quotient, or none if the divisor is zero.
fn quotient(dividend: f64, divisor: f64) -> Score {
    (divisor > 0.0).then(|| dividend / divisor)
}

// Tests of independence.

pub(super) fn log_likelihood(table: &Contingency, _: &Options) -> Score {
    table.cells()?;
    let [e11, _, e21, _] = table.expected_cells();
    let excess = table.excess();
    Some(2.0 * (deviance(e11, excess) + deviance(e21, -excess)))
}

pub(super) fn g2(table: &Contingency, _: &Options) -> Score {
    table.cells()?;
    Some(four_cell_deviance(table))
}

/// Twice the sum of O ln(O / E) over the cells, of which none is negative.
pub(super) fn four_cell_deviance(table: &Contingency) -> f64 {
    let excess = table.excess();
    let signs = [1.0, -1.0, -1.0, 1.0];
    let cells = table.expected_cells().into_iter().zip(signs);
    2.0 * cells
        .map(|(expected, sign)| deviance(expected, sign * excess))
        .sum::<f64>()
}

pub(super) fn g2_williams(table: &Contingency, options: &Options) -> Score {
    g2(table, options).map(|score| score / williams(table))
}

#[expect(clippy::unnecessary_wraps, reason = "a score as all others")]
pub(super) fn simple_ll(table: &Contingency, _: &Options) -> Score {
    Some(2.0 * deviance(table.expected(), table.excess()))
}

/// The sum over the cells of `difference`^2 / E; zero if a margin is.
fn squares(table: &Contingency, difference: f64) -> Score {
    table.cells()?;
    let expected = table.expected_cells();
    if expected.contains(&0.0) {
        return Some(0.0);
    }
    let sum = expected.iter().map(|cell| difference / cell).sum::<f64>();
    Some(difference * sum)
}

pub(super) fn chi_squared(table: &Contingency, _: &Options) -> Score {
    squares(table, table.excess())
}

pub(super) fn chi_squared_yates(table: &Contingency, _: &Options) -> Score {
    squares(table, (table.excess().abs() - HALF).max(0.0))
}

pub(super) fn chi_squared_williams(table: &Contingency, options: &Options) -> Score {
    chi_squared(table, options).map(|score| score / williams(table))
}

/// What Williams divides by; 1 if a margin is zero, where all that could be divided is zero.
fn williams(table: &Contingency) -> f64 {
    let Contingency { r1, c1, n, .. } = *table;
    let of_margin = |first: f64, second: f64| n / first + n / second - 1.0;
    let correction = of_margin(r1, table.r2()) * of_margin(c1, table.c2()) / (6.0 * n);
    if correction.is_finite() {
        1.0 + correction
    } else {
        1.0
    }
}

pub(super) fn phi_squared(table: &Contingency, options: &Options) -> Score {
    // At most 1, which a rounding would pass where neither stands without the other.
    quotient(chi_squared(table, options)?, table.n).map(|score| score.min(1.0))
}

pub(super) fn average_mi(table: &Contingency, options: &Options) -> Score {
    quotient(g2(table, options)?, 2.0 * table.n * LN_2)
}

pub(super) fn t_score(table: &Contingency, _: &Options) -> Score {
    quotient(table.excess(), table.o11.sqrt())
}

pub(super) fn z_score(table: &Contingency, _: &Options) -> Score {
    quotient(table.excess(), table.expected().sqrt())
}

pub(super) fn bic(table: &Contingency, options: &Options) -> Score {
    Some(log_likelihood(table, options)? - table.n.ln())
}

// Observed against expected.

/// ln(O11 / E11), if both are above zero.
fn ln_observed_to_expected(table: &Contingency) -> Score {
    let Contingency { o11, r1, c1, n } = *table;
    (o11 > 0.0 && table.expected() > 0.0).then(|| ln_ratio(o11, n, r1, c1))
}

pub(super) fn mu(table: &Contingency, _: &Options) -> Score {
    quotient(table.o11, table.expected())
}

pub(super) fn mi(table: &Contingency, _: &Options) -> Score {
    Some(ln_observed_to_expected(table)? / LN_2)
}

pub(super) fn mi2(table: &Contingency, _: &Options) -> Score {
    mi_power(table, table.o11)
}

pub(super) fn mi3(table: &Contingency, _: &Options) -> Score {
    mi_power(table, table.o11 * table.o11)
}

/// log2(O11 `factor` / E11).
fn mi_power(table: &Contingency, factor: f64) -> Score {
    let Contingency { o11, r1, c1, n } = *table;
    (o11 > 0.0 && table.expected() > 0.0).then(|| ln_ratio(o11 * factor, n, r1, c1) / LN_2)
}

pub(super) fn npmi(table: &Contingency, _: &Options) -> Score {
    if table.expected() <= 0.0 {
        return None;
    }
    if table.o11 <= 0.0 {
        return Some(-1.0);
    }
    let information = ln_ratio(table.n, 1.0, table.o11, 1.0);
    if information <= 0.0 {
        return Some(1.0);
    }
    Some(ln_observed_to_expected(table)? / information)
}

pub(super) fn local_mi(table: &Contingency, options: &Options) -> Score {
    weighted_mi(table, table.o11, options)
}

pub(super) fn mi_log_f(table: &Contingency, options: &Options) -> Score {
    weighted_mi(table, table.o11.ln_1p(), options)
}

fn weighted_mi(table: &Contingency, weight: f64, options: &Options) -> Score {
    if table.o11 <= 0.0 {
        return Some(0.0);
    }
    Some(weight * mi(table, options)?)
}

// Overlap.

pub(super) fn dice(table: &Contingency, _: &Options) -> Score {
    quotient(2.0 * table.o11, table.r1 + table.c1)
}

pub(super) fn log_dice(table: &Contingency, _: &Options) -> Score {
    let Contingency { o11, r1, c1, .. } = *table;
    (o11 > 0.0).then(|| 14.0 + ln_ratio(2.0, o11, 1.0, r1 + c1) / LN_2)
}

pub(super) fn jaccard(table: &Contingency, _: &Options) -> Score {
    quotient(table.o11, table.r1 + table.o21())
}

pub(super) fn min_sensitivity(table: &Contingency, _: &Options) -> Score {
    quotient(table.o11, table.r1.max(table.c1))
}

pub(super) fn geometric_mean(table: &Contingency, _: &Options) -> Score {
    // As above.
    quotient(table.o11, table.r1.sqrt() * table.c1.sqrt()).map(|score| score.min(1.0))
}

// Differences and ratios of shares.

pub(super) fn liddell(table: &Contingency, options: &Options) -> Score {
    delta_p_12(table, options)
}

pub(super) fn delta_p_12(table: &Contingency, _: &Options) -> Score {
    table.cells()?;
    quotient(table.determinant(), table.c1 * table.c2())
}

pub(super) fn delta_p_21(table: &Contingency, _: &Options) -> Score {
    table.cells()?;
    quotient(table.determinant(), table.r1 * table.r2())
}

pub(super) fn odds_ratio(table: &Contingency, _: &Options) -> Score {
    let [o11, o12, o21, o22] = table.cells()?.map(|cell| cell + HALF);
    Some(o11 * o22 / (o12 * o21))
}

pub(super) fn log_odds_ratio(table: &Contingency, _: &Options) -> Score {
    let [o11, o12, o21, o22] = table.cells()?.map(|cell| cell + HALF);
    Some(ln_ratio(o11, o22, o12, o21))
}

pub(super) fn lambda_z(table: &Contingency, options: &Options) -> Score {
    let cells = table.cells()?.map(|cell| 1.0 / (cell + HALF));
    Some(log_odds_ratio(table, options)? / cells.iter().sum::<f64>().sqrt())
}

pub(super) fn log_odds_dirichlet(table: &Contingency, options: &Options) -> Score {
    let [o11, o12, o21, o22] = table.cells()?;
    let of_term = options.prior * table.c1 / table.n;
    let of_others = options.prior * table.c2() / table.n;
    let (first, second) = (o11 + of_term, o21 + of_term);
    let against = (o12 + of_others) * second;
    // The products differ by this multiple of the determinant, however near to each other they are.
    let relative = table.determinant() * (1.0 + 2.0 * options.prior / table.n) / against;
    let odds = if relative.abs() < 0.5 {
        relative.ln_1p()
    } else {
        (first * (o22 + of_others) / against).ln()
    };
    Some(odds / (1.0 / first + 1.0 / second).sqrt())
}

/// O11 and O21 of a term that occurs, in rows that are not empty, with 0.5 for zero where it divides.
fn compared(table: &Contingency) -> Option<(f64, f64)> {
    table.cells()?;
    let sound = table.c1 > 0.0 && table.r1 > 0.0 && table.r2() > 0.0;
    let seen = |count: f64| if count > 0.0 { count } else { HALF };
    sound.then(|| (table.o11, seen(table.o21())))
}

pub(super) fn log_ratio(table: &Contingency, _: &Options) -> Score {
    let (o11, o21) = compared(table)?;
    let o11 = if o11 > 0.0 { o11 } else { HALF };
    Some(ln_ratio(o11, table.r2(), o21, table.r1) / LN_2)
}

pub(super) fn relative_risk(table: &Contingency, _: &Options) -> Score {
    let (o11, o21) = compared(table)?;
    Some(o11 * table.r2() / (o21 * table.r1))
}

pub(super) fn percent_diff(table: &Contingency, _: &Options) -> Score {
    let (o11, o21) = compared(table)?;
    let difference = super::numeric::difference_of_products(o11, table.r2(), o21, table.r1);
    Some(100.0 * difference / (o21 * table.r1))
}

pub(super) fn difference_coefficient(table: &Contingency, _: &Options) -> Score {
    let [o11, _, o21, _] = table.cells()?;
    let sound = table.r1 > 0.0 && table.r2() > 0.0;
    let sum = o11 * table.r2() + o21 * table.r1;
    quotient(table.determinant(), sum).filter(|_| sound)
}

pub(super) fn simple_maths(table: &Contingency, options: &Options) -> Score {
    table.cells()?;
    let in_row = quotient(1e6 * table.o11, table.r1)? + options.smoothing;
    let outside = quotient(1e6 * table.o21(), table.r2())? + options.smoothing;
    Some(in_row / outside)
}
