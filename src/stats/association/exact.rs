//! Exact tests of a two-by-two table, as -log10 of a probability, so that none is too small to be told.

use std::f64::consts::LN_10;

use super::numeric::{deviance, factorial_beyond_power, is_count};
use super::scores::four_cell_deviance;
use super::{Contingency, MeasureOptions};

type Score = Option<f64>;
type Options = MeasureOptions;

/// Probabilities that differ by less count as equal, as in R's `fisher.test`.
const SAME: f64 = 1e-7;
/// Terms that are smaller than this share of their sum are not added any more.
const NEGLIGIBLE: f64 = 1e-18;

pub(super) fn poisson(table: &Contingency, _: &Options) -> Score {
    is_count(table.o11).then(|| {
        let power = deviance(table.expected(), table.excess());
        (power + factorial_beyond_power(table.o11)) / LN_10
    })
}

pub(super) fn hypergeometric(table: &Contingency, _: &Options) -> Score {
    let margins = Hypergeometric::new(table)?;
    Some(-margins.exactly(table.o11).ln() / LN_10)
}

pub(super) fn fisher(table: &Contingency, _: &Options) -> Score {
    let margins = Hypergeometric::new(table)?;
    Some(-margins.two_sided(table.o11).ln() / LN_10)
}

pub(super) fn fisher_right(table: &Contingency, _: &Options) -> Score {
    Some(-Hypergeometric::new(table)?.right(table.o11).ln() / LN_10)
}

pub(super) fn fisher_left(table: &Contingency, _: &Options) -> Score {
    Some(-Hypergeometric::new(table)?.left(table.o11).ln() / LN_10)
}

/// A probability: `exp(power)` times `sum`, or one less `sum`.
enum Probability {
    Scaled { power: f64, sum: f64 },
    OneLess(f64),
}

impl Probability {
    fn ln(&self) -> f64 {
        match *self {
            Self::Scaled { power, sum } => (power + sum.ln()).min(0.0),
            Self::OneLess(sum) => (-sum).ln_1p(),
        }
    }
}

/// What O11 may be if the margins are given and all else is chance.
struct Hypergeometric {
    table: Contingency,
    least: f64,
    most: f64,
}

#[derive(Clone, Copy)]
enum Step {
    Down,
    Up,
}

impl Hypergeometric {
    /// None for cells that are no counts.
    fn new(table: &Contingency) -> Option<Self> {
        let counts = table.cells()?.into_iter().all(is_count);
        counts.then(|| Self {
            table: *table,
            least: (table.r1 + table.c1 - table.n).max(0.0),
            most: table.r1.min(table.c1),
        })
    }

    fn with(&self, o11: f64) -> Contingency {
        Contingency { o11, ..self.table }
    }

    /// Stirling's powers of all factorials together are the deviance.
    fn ln_probability(&self, o11: f64) -> f64 {
        let table = self.with(o11);
        let cells = [o11, table.o12(), table.o21(), table.o22()];
        let margins = [table.r1, table.r2(), table.c1, table.c2()];
        let beyond = |counts: [f64; 4]| counts.map(factorial_beyond_power).iter().sum::<f64>();
        let rest = beyond(margins) - factorial_beyond_power(table.n) - beyond(cells);
        rest - four_cell_deviance(&table) / 2.0
    }

    /// The probability of the neighbour on one side as a multiple of that of `o11`.
    fn ratio(&self, o11: f64, step: Step) -> f64 {
        let table = self.with(o11);
        match step {
            Step::Up => table.o12() * table.o21() / ((o11 + 1.0) * (table.o22() + 1.0)),
            Step::Down => o11 * table.o22() / ((table.o12() + 1.0) * (table.o21() + 1.0)),
        }
    }

    /// The sum of the probabilities from `o11` on towards one side, as a multiple of that of `o11`.
    fn sum(&self, o11: f64, step: Step) -> f64 {
        let (mut sum, mut term, mut at) = (0.0, 1.0, o11);
        while term > NEGLIGIBLE * sum {
            sum += term;
            term *= self.ratio(at, step);
            at += match step {
                Step::Up => 1.0,
                Step::Down => -1.0,
            };
        }
        sum
    }

    /// The sum of the probabilities from `o11` on towards one side, which must lead away from the mean.
    fn tail(&self, o11: f64, step: Step) -> f64 {
        if o11 < self.least || o11 > self.most {
            return 0.0;
        }
        self.ln_probability(o11).exp() * self.sum(o11, step)
    }

    fn exactly(&self, o11: f64) -> Probability {
        let power = self.ln_probability(o11);
        if power > -0.5 {
            let others = self.tail(o11 - 1.0, Step::Down) + self.tail(o11 + 1.0, Step::Up);
            return Probability::OneLess(others);
        }
        Probability::Scaled { power, sum: 1.0 }
    }

    fn right(&self, o11: f64) -> Probability {
        if o11 <= self.table.expected() {
            return Probability::OneLess(self.tail(o11 - 1.0, Step::Down));
        }
        Probability::Scaled {
            power: self.ln_probability(o11),
            sum: self.sum(o11, Step::Up),
        }
    }

    fn left(&self, o11: f64) -> Probability {
        if o11 >= self.table.expected() {
            return Probability::OneLess(self.tail(o11 + 1.0, Step::Up));
        }
        Probability::Scaled {
            power: self.ln_probability(o11),
            sum: self.sum(o11, Step::Down),
        }
    }

    /// All that is no likelier than `o11`.
    fn two_sided(&self, o11: f64) -> Probability {
        let power = self.ln_probability(o11);
        let (near, far) = if o11 >= self.mode() {
            (Step::Up, Step::Down)
        } else {
            (Step::Down, Step::Up)
        };
        let mut sum = self.sum(o11, near);
        let other = self.as_unlikely(o11, power + SAME, far);
        if let Some(other) = other {
            let scale = (self.ln_probability(other) - power).exp();
            sum += scale * self.sum(other, far);
        }
        if power + sum.ln() > -0.5 {
            return Probability::OneLess(self.between(o11, other, far));
        }
        Probability::Scaled { power, sum }
    }

    /// The probability of what lies between `o11` and `other`, or the end on that side.
    fn between(&self, o11: f64, other: Option<f64>, step: Step) -> f64 {
        let (first, last) = match step {
            Step::Up => (o11 + 1.0, other.map_or(self.most, |other| other - 1.0)),
            Step::Down => (other.map_or(self.least, |other| other + 1.0), o11 - 1.0),
        };
        let (mut sum, mut at) = (0.0, first);
        if first > last {
            return 0.0;
        }
        let mut term = self.ln_probability(first).exp();
        while at <= last {
            sum += term;
            term *= self.ratio(at, Step::Up);
            at += 1.0;
        }
        sum
    }

    /// The likeliest value.
    fn mode(&self) -> f64 {
        let Contingency { r1, c1, n, .. } = self.table;
        ((r1 + 1.0) * (c1 + 1.0) / (n + 2.0))
            .floor()
            .clamp(self.least, self.most)
    }

    /// The value nearest to the mode, on the side of it where `o11` is not, whose ln probability is
    /// not above `power`.
    fn as_unlikely(&self, o11: f64, power: f64, side: Step) -> Option<f64> {
        let mode = self.mode();
        let (sign, end): (f64, f64) = match side {
            Step::Up => (1.0, self.most),
            Step::Down => (-1.0, self.least),
        };
        let is_unlikely = |at: f64| self.ln_probability(at) <= power;
        // Between the likely and the unlikely, counted from the mode, which may be `o11` itself.
        let apart = (o11 - mode).abs().min(1.0);
        let (mut likely, mut unlikely) = (-apart, (end - mode).abs());
        if unlikely <= likely || !is_unlikely(end) {
            return None;
        }
        while unlikely - likely > 1.0 {
            let middle = f64::midpoint(likely, unlikely).floor();
            if is_unlikely(sign.mul_add(middle, mode)) {
                unlikely = middle;
            } else {
                likely = middle;
            }
        }
        Some(sign.mul_add(unlikely, mode))
    }
}
