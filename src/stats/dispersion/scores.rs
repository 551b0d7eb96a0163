//! The scores: one function a measure of dispersion, each none where its formula has no value.
//!
//! Differences are taken between whole numbers, and sums have terms of one sign where the formula
//! allows it, so that a score near 0 is as exact as any other. What is said of parts in which nothing
//! occurs is said of all of them at once. A score that a rounding would carry past the end of its range is
//! that end, which the formula has for what is quite even.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts and sizes are below 2^53; products of them are rounded once"
)]

use std::f64::consts::LN_2;

use super::parts::{Distances, Parts, Share};

impl Parts<'_> {
    fn n(&self) -> f64 {
        self.division.n as f64
    }

    fn f(&self) -> f64 {
        self.frequency as f64
    }

    /// The parts in which nothing occurs, as a number.
    fn vacant(&self) -> u64 {
        self.division.n - self.shares.len() as u64
    }

    /// p: the relative frequencies in the parts where it occurs.
    fn rates(&self) -> impl Iterator<Item = f64> {
        self.shares.iter().map(|share| share.rate)
    }

    /// v·L - l·f of each share: f·L times the difference of observed and expected proportion.
    fn surpluses(&self) -> impl Iterator<Item = i128> {
        self.shares.iter().map(|share| {
            i128::from(share.count) * i128::from(self.division.tokens)
                - i128::from(share.size) * i128::from(self.frequency)
        })
    }

    /// Where it occurs, in one of two parts or more: what most formulas divide by.
    fn comparable(&self) -> Option<()> {
        (self.frequency > 0 && self.division.n > 1).then_some(())
    }

    fn occurring(&self) -> Option<()> {
        (self.frequency > 0).then_some(())
    }
}

pub(super) fn range(parts: &Parts<'_>) -> f64 {
    parts.shares.len() as f64
}

pub(super) fn range_share(parts: &Parts<'_>) -> Option<f64> {
    (parts.division.n > 0).then(|| range(parts) / parts.n())
}

pub(super) fn sd(parts: &Parts<'_>) -> Option<f64> {
    let n = parts.division.n;
    // n·v - f is n times the difference from the mean.
    let differences = parts.shares.iter().map(|share| {
        (i128::from(share.count) * i128::from(n) - i128::from(parts.frequency)) as f64
    });
    let squares: f64 = differences.map(|difference| difference * difference).sum();
    let squares = squares + parts.vacant() as f64 * parts.f() * parts.f();
    (n > 0).then(|| (squares / parts.n()).sqrt() / parts.n())
}

pub(super) fn vc(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    let most = (parts.n() - 1.0).sqrt();
    Some((sd(parts)? / (parts.f() / parts.n())).min(most))
}

/// 1 - √x with x = `vc(p)²` / (n - 1), as (1 - x) / (1 + √x), where 1 - x is a sum of products.
pub(super) fn juilland_d(parts: &Parts<'_>) -> Option<f64> {
    parts.comparable()?;
    let (mut sum, mut products) = (0.0, 0.0);
    for rate in parts.rates() {
        products += rate * sum;
        sum += rate;
    }
    let (n, mean) = (parts.n(), sum / parts.n());
    let squares = sum_of(parts.shares, |share| (share.rate - mean).powi(2));
    let squares = squares + parts.vacant() as f64 * mean * mean;
    let x = squares / (n * mean * mean * (n - 1.0));
    let complement = 2.0 * products / (sum * sum) * n / (n - 1.0);
    Some((complement / (1.0 + x.sqrt())).min(1.0))
}

pub(super) fn carroll_d2(parts: &Parts<'_>) -> Option<f64> {
    parts.comparable()?;
    let rates = parts.rates().enumerate();
    let (place, largest) = rates.max_by(|left, right| left.1.total_cmp(&right.1))?;
    let others = [&parts.shares[..place], &parts.shares[place + 1..]];
    let rest: f64 = others
        .map(|some| sum_of(some, |share| share.rate))
        .iter()
        .sum();
    let sum = largest + rest;
    let logarithm = sum.ln();
    // No other rate is above half of the sum, so that its logarithm is far from that of the sum.
    let entropy =
        others.map(|some| sum_of(some, |share| share.rate * (logarithm - share.log_rate)));
    let entropy = entropy.iter().sum::<f64>() / sum;
    // The logarithm of a proportion near 1 is known by what is missing from 1.
    let entropy = entropy - largest / sum * (-rest / sum).ln_1p();
    Some((entropy / parts.n().ln()).min(1.0))
}

/// The sum of something of each share. Four sums side by side wait less for one another.
fn sum_of(shares: &[Share], of: impl Fn(&Share) -> f64) -> f64 {
    let (fours, rest) = shares.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for four in fours {
        for (sum, share) in sums.iter_mut().zip(four) {
            *sum += of(share);
        }
    }
    sums.iter().sum::<f64>() + rest.iter().map(of).sum::<f64>()
}

pub(super) fn rosengren_s(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    Some((rosengren_kf(parts)? / parts.f()).min(1.0))
}

pub(super) fn rosengren_kf(parts: &Parts<'_>) -> Option<f64> {
    let root = |share: &Share| (share.count as f64 * share.size as f64).sqrt();
    let roots = sum_of(parts.shares, root);
    (parts.division.n > 0).then(|| (roots * roots / parts.division.tokens as f64).min(parts.f()))
}

pub(super) fn lyne_d3(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    let (f, tokens) = (parts.f(), parts.division.tokens as f64);
    let expected = parts.shares.iter().map(|share| share.size as f64);
    let squares = parts.surpluses().map(|surplus| (surplus as f64).powi(2));
    let terms = squares.zip(expected).map(|(square, size)| square / size);
    let chi_squared = terms.sum::<f64>() / (f * tokens) + f * parts.vacant_tokens as f64 / tokens;
    Some(1.0 - chi_squared / (4.0 * f))
}

pub(super) fn distributional_consistency(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    let roots: f64 = parts
        .shares
        .iter()
        .map(|share| (share.count as f64).sqrt())
        .sum();
    Some((roots * roots / (parts.n() * parts.f())).min(1.0))
}

/// 2·f·L times DP.
fn deviations(parts: &Parts<'_>) -> f64 {
    let (f, tokens) = (parts.frequency, parts.division.tokens);
    // No product is above 2^62 then, and their sum is at most 2·f·L.
    let narrow = f.max(tokens) < 1 << 31;
    let occupied: u128 = if narrow {
        let shares = parts.shares.iter();
        let differences = shares.map(|share| (share.count * tokens).abs_diff(share.size * f));
        differences.sum::<u64>().into()
    } else {
        parts.surpluses().map(i128::unsigned_abs).sum()
    };
    let vacant = u128::from(parts.vacant_tokens) * u128::from(parts.frequency);
    (occupied + vacant) as f64
}

pub(super) fn dp(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    Some(deviations(parts) / (2.0 * parts.f() * parts.division.tokens as f64))
}

pub(super) fn dp_norm(parts: &Parts<'_>) -> Option<f64> {
    parts.comparable()?;
    let room = parts.division.tokens - parts.division.smallest;
    Some((deviations(parts) / (2.0 * parts.f() * room as f64)).min(1.0))
}

/// The sum of s·φ(o/s) with φ(r) = r·ln r - r + 1, which is that of o·ln(o/s), without negative terms.
pub(super) fn kld(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    let (f, tokens) = (parts.f(), parts.division.tokens as f64);
    let terms = parts
        .shares
        .iter()
        .zip(parts.surpluses())
        .map(|(share, surplus)| {
            let size = share.size as f64;
            size * convexity(surplus as f64 / (size * f))
        });
    let sum = terms.sum::<f64>() + parts.vacant_tokens as f64;
    Some(sum / tokens / LN_2)
}

/// (1 + x)·ln(1 + x) - x.
fn convexity(x: f64) -> f64 {
    if x.abs() >= 0.1 {
        return (1.0 + x) * x.ln_1p() - x;
    }
    // Σ (-x)^k / (k·(k - 1)) from 2 on: what is left out is below 1e-17 of the first term.
    let terms = (2..20).rev().map(|k| 1.0 / f64::from(k * (k - 1)));
    x * x * terms.fold(0.0, |sum, term| term - x * sum)
}

pub(super) fn kld_norm(parts: &Parts<'_>) -> Option<f64> {
    Some(-(-kld(parts)? * LN_2).exp_m1())
}

pub(super) fn kld_norm_e(parts: &Parts<'_>) -> Option<f64> {
    Some(-(-kld(parts)?).exp_m1())
}

pub(super) fn kld_norm_odds(parts: &Parts<'_>) -> Option<f64> {
    let kld = kld(parts)?;
    Some(kld / (1.0 + kld))
}

/// |p - q| is p + q less twice the smaller, so the mean of the differences need not be taken from 1.
pub(super) fn d_a(parts: &Parts<'_>) -> Option<f64> {
    parts.comparable()?;
    let mut rates: Vec<f64> = parts.rates().collect();
    rates.sort_unstable_by(f64::total_cmp);
    let larger = (0..rates.len()).rev().map(|larger| larger as f64);
    let smaller: f64 = rates.iter().zip(larger).map(|(rate, n)| rate * n).sum();
    let sum: f64 = rates.iter().sum();
    Some((2.0 * smaller / (sum * (parts.n() - 1.0))).min(1.0))
}

pub(super) fn idf(parts: &Parts<'_>) -> Option<f64> {
    parts.occurring()?;
    Some((parts.n() / range(parts)).log2())
}

pub(super) fn juilland_u(parts: &Parts<'_>) -> Option<f64> {
    Some(juilland_d(parts)? * parts.f())
}

pub(super) fn carroll_um(parts: &Parts<'_>) -> Option<f64> {
    let d2 = carroll_d2(parts)?;
    let product = |share: &Share| share.count as f64 * share.size as f64;
    let least = parts.shares.iter().map(product).sum::<f64>() / parts.division.tokens as f64;
    Some((parts.f() * d2 + (1.0 - d2) * least).min(parts.f()))
}

pub(super) fn engwall_fm(parts: &Parts<'_>) -> Option<f64> {
    Some(parts.f() * range_share(parts)?)
}

pub(super) fn kromer_ur(parts: &Parts<'_>) -> f64 {
    let harmonics = parts.shares.iter().map(|share| harmonic(share.count));
    harmonics.sum()
}

/// 1 + 1/2 + … + 1/n.
fn harmonic(n: u64) -> f64 {
    const EULER: f64 = 0.577_215_664_901_532_9;
    if n < 64 {
        return (1..=n).rev().map(|k| 1.0 / k as f64).sum();
    }
    let n = n as f64;
    let square = 1.0 / (n * n);
    let tail = square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0));
    n.ln() + EULER + 0.5 / n - tail
}

fn distances<'p>(parts: &Parts<'p>) -> Option<&'p Distances> {
    parts.distances.filter(|distances| distances.frequency > 0)
}

pub(super) fn arf(parts: &Parts<'_>) -> Option<f64> {
    let distances = distances(parts)?;
    Some(distances.capped as f64 / distances.tokens as f64)
}

pub(super) fn awt(parts: &Parts<'_>) -> Option<f64> {
    let distances = distances(parts)?;
    let tokens = u128::from(distances.tokens);
    Some((tokens + distances.squares) as f64 / (2.0 * distances.tokens as f64))
}

pub(super) fn ald(parts: &Parts<'_>) -> Option<f64> {
    let distances = distances(parts)?;
    Some(distances.logarithms / distances.tokens as f64)
}

pub(super) fn f_awt(parts: &Parts<'_>) -> Option<f64> {
    let distances = distances(parts)?;
    let tokens = distances.tokens as f64;
    Some((tokens * (tokens / distances.squares as f64)).clamp(1.0, parts.f()))
}

pub(super) fn f_ald(parts: &Parts<'_>) -> Option<f64> {
    let tokens = distances(parts)?.tokens as f64;
    Some((tokens * 10_f64.powf(-ald(parts)?)).clamp(1.0, parts.f()))
}
