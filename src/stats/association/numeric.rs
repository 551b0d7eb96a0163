//! Differences, logarithms and factorials that keep their digits where large terms cancel.

use std::f64::consts::TAU;

/// `a b - c d` to the last bit or two, however nearly equal the products are (Kahan).
pub(super) fn difference_of_products(a: f64, b: f64, c: f64, d: f64) -> f64 {
    let second = c * d;
    let lost = (-c).mul_add(d, second);
    a.mul_add(b, -second) + lost
}

/// `ln((a b) / (c d))`.
pub(super) fn ln_ratio(a: f64, b: f64, c: f64, d: f64) -> f64 {
    let relative = difference_of_products(a, b, c, d) / (c * d);
    if relative.abs() < 0.5 {
        relative.ln_1p()
    } else {
        (a * b / (c * d)).ln()
    }
}

/// `o ln(o / e) - (o - e)`, by what was expected and by the difference `o - e`; never negative.
pub(super) fn deviance(expected: f64, excess: f64) -> f64 {
    if expected <= 0.0 {
        return 0.0;
    }
    let relative = excess / expected;
    if relative <= -1.0 {
        return expected;
    }
    expected * relative_deviance(relative)
}

/// `(1 + t) ln(1 + t) - t`.
fn relative_deviance(t: f64) -> f64 {
    if t.abs() > 0.1 {
        return (1.0 + t) * t.ln_1p() - t;
    }
    // t^2/2 - t^3/6 + t^4/12 - …
    let (mut sum, mut power) = (0.0, t * t);
    let mut k = 2.0;
    while k < 24.0 {
        sum += power / (k * (k - 1.0));
        power *= -t;
        k += 1.0;
    }
    sum
}

/// The part of `ln(n!)` beyond Stirling's formula, `n ln n - n + ln(2 pi n) / 2`, for whole n above 0.
pub(super) fn stirling_error(n: f64) -> f64 {
    if n > 15.0 {
        let square = n * n;
        let tail = (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square;
        return (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - tail) / square) / square) / n;
    }
    let (mut factorial, mut factor) = (1.0, 2.0);
    while factor <= n {
        factorial *= factor;
        factor += 1.0;
    }
    f64::ln(factorial) - (n * n.ln() - n) - (TAU * n).ln() / 2.0
}

/// `ln(n!) - (n ln n - n)` for whole n.
pub(super) fn factorial_beyond_power(n: f64) -> f64 {
    if n > 0.0 {
        (TAU * n).ln() / 2.0 + stirling_error(n)
    } else {
        0.0
    }
}

/// Whether a number is whole and held exactly.
pub(super) fn is_count(value: f64) -> bool {
    value >= 0.0 && value.fract().abs() < f64::MIN_POSITIVE && value < 9.0e15
}
