//! Two-by-two tables: observed cells, margins, and how far observed and expected are apart.

use super::numeric::difference_of_products;
use crate::error::{Error, Result};

/// A two-by-two table by its first cell, its first row, its first column and the sum of all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contingency {
    /// How often the term occurs in the row.
    pub o11: f64,
    /// The tokens of the row.
    pub r1: f64,
    /// How often the term occurs in all.
    pub c1: f64,
    /// All tokens.
    pub n: f64,
}

impl Contingency {
    /// A table of counts.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub fn of_counts(o11: u64, r1: u64, c1: u64, n: u64) -> Self {
        Self {
            o11: o11 as f64,
            r1: r1 as f64,
            c1: c1 as f64,
            n: n as f64,
        }
    }

    /// Checks that there can be such a table: no cell is negative, every number finite.
    pub fn check(&self) -> Result<()> {
        let given = [
            ("o11", self.o11),
            ("r1", self.r1),
            ("c1", self.c1),
            ("n", self.n),
        ];
        for (name, value) in given {
            if !(value >= 0.0 && value.is_finite()) {
                let message = format!("{name} must be a number of at least 0, got {value}");
                return Err(Error::Parameter(message));
            }
        }
        let Self { o11, r1, c1, n } = *self;
        let too_large = |what: &str, most: &str, limit: f64| {
            Err(Error::Parameter(format!(
                "{what} must be at most {most}, got {what} {} and {most} {limit}",
                match what {
                    "o11" => o11,
                    "r1" => r1,
                    _ => c1,
                }
            )))
        };
        if o11 > r1 {
            return too_large("o11", "r1", r1);
        }
        if o11 > c1 {
            return too_large("o11", "c1", c1);
        }
        if r1 > n {
            return too_large("r1", "n", n);
        }
        if c1 > n {
            return too_large("c1", "n", n);
        }
        if self.o22() < 0.0 {
            return Err(Error::Parameter(format!(
                "r1 + c1 - o11 must be at most n, got {} and n {n}",
                r1 + c1 - o11
            )));
        }
        Ok(())
    }

    /// The observed cells by row, if they can be.
    pub(super) fn cells(&self) -> Option<[f64; 4]> {
        let cells = [self.o11, self.o12(), self.o21(), self.o22()];
        cells.iter().all(|cell| *cell >= 0.0).then_some(cells)
    }

    /// The cells as expected from the margins, by row; zero for a table of nothing.
    pub(super) fn expected_cells(&self) -> [f64; 4] {
        let (r2, c2) = (self.r2(), self.c2());
        [(self.r1, self.c1), (self.r1, c2), (r2, self.c1), (r2, c2)].map(|(row, column)| {
            if self.n > 0.0 {
                row * column / self.n
            } else {
                0.0
            }
        })
    }

    /// How often the term was to be expected in the row.
    pub fn expected(&self) -> f64 {
        self.expected_cells()[0]
    }

    /// O11 - E11 without loss where both are nearly the same; that of the other cells is the same but
    /// for its sign.
    pub(super) fn excess(&self) -> f64 {
        if self.n > 0.0 {
            self.determinant() / self.n
        } else {
            0.0
        }
    }

    /// O11 O22 - O12 O21, which is N O11 - R1 C1.
    pub(super) fn determinant(&self) -> f64 {
        difference_of_products(self.o11, self.n, self.r1, self.c1)
    }

    pub(super) fn o12(&self) -> f64 {
        self.r1 - self.o11
    }

    pub(super) fn o21(&self) -> f64 {
        self.c1 - self.o11
    }

    pub(super) fn o22(&self) -> f64 {
        // In this order whole numbers below 2^53 stay whole.
        (self.n - self.r1) - (self.c1 - self.o11)
    }

    pub(super) fn r2(&self) -> f64 {
        self.n - self.r1
    }

    pub(super) fn c2(&self) -> f64 {
        self.n - self.c1
    }
}
