//! Association: how strongly a row and a column of a two-by-two table go together, by many measures.
//!
//! One registry, [`MEASURES`], serves collocates, keywords and n-grams; a measure is one function and one
//! row. A collocation's rows are the node's windows and all else, its columns the collocate and all
//! else; a keyword's rows are target and reference.

mod conservative;
mod contingency;
mod exact;
mod numeric;
mod registry;
mod scores;

pub use contingency::Contingency;
pub use registry::MEASURES;

use crate::error::{Error, Result};

/// What some measures need to know beyond the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasureOptions {
    /// The chance that a confidence interval misses, for `conservative_log_ratio`.
    pub alpha: f64,
    /// By how many comparisons `alpha` is divided (Bonferroni).
    pub comparisons: u64,
    /// What `simple_maths` adds to both frequencies per million.
    pub smoothing: f64,
    /// How many tokens the prior of `log_odds_dirichlet` weighs.
    pub prior: f64,
}

impl Default for MeasureOptions {
    fn default() -> Self {
        Self {
            alpha: 0.05,
            comparisons: 1,
            smoothing: 1.0,
            prior: 500.0,
        }
    }
}

impl MeasureOptions {
    /// These options, if every one of them can be.
    pub fn checked(self) -> Result<Self> {
        if !(self.alpha > 0.0 && self.alpha < 1.0) {
            let message = format!("alpha must lie between 0 and 1, got {}", self.alpha);
            return Err(Error::Parameter(message));
        }
        for (name, value) in [("smoothing", self.smoothing), ("prior", self.prior)] {
            if !(value > 0.0 && value.is_finite()) {
                let message = format!("{name} must be a number above 0, got {value}");
                return Err(Error::Parameter(message));
            }
        }
        if self.comparisons == 0 {
            return Err(Error::Parameter(
                "comparisons must be at least 1, got 0".into(),
            ));
        }
        Ok(self)
    }
}

/// A measure of association, and what one must know to use it.
#[derive(Debug)]
pub struct Measure {
    /// Its name, in snake case.
    pub name: &'static str,
    /// The formula, in the symbols of [`SYMBOLS`].
    pub formula: &'static str,
    /// Who published it, where.
    pub citation: &'static str,
    /// The values that it takes, and what they say.
    pub range: &'static str,
    /// Whether it falls where the term is rarer than expected, so that its order tells the direction.
    pub signed: bool,
    /// What it gives where cells or margins are zero.
    pub zeros: &'static str,
    /// When another one should be used.
    pub avoid: &'static str,
    compute: fn(&Contingency, &MeasureOptions) -> Option<f64>,
}

impl Measure {
    /// The measure of this name.
    pub fn from_name(name: &str) -> Result<&'static Self> {
        let found = MEASURES.iter().find(|measure| measure.name == name);
        let known = MEASURES.iter().map(|measure| measure.name);
        found.ok_or_else(|| Error::unknown_of_all("measure", name, known))
    }

    /// The score of a table; none where `zeros` says missing, or where no such table can be.
    pub fn score(&self, table: &Contingency, options: &MeasureOptions) -> Option<f64> {
        let score = (self.compute)(table, options).filter(|score| score.is_finite())?;
        // A score of no association is 0, whichever side it was reached from.
        Some(score + 0.0)
    }

    /// The symbols of its formula, each with what it stands for.
    pub fn symbols(&self) -> String {
        let stands_there = |symbol: &str| {
            let word = |mark: char| !mark.is_alphanumeric();
            self.formula.split(word).any(|part| part == symbol)
        };
        let used = SYMBOLS.iter().filter(|(symbol, _)| stands_there(symbol));
        let explained: Vec<String> = used
            .map(|(symbol, meaning)| format!("{symbol}: {meaning}"))
            .collect();
        explained.join("; ")
    }
}

/// The measures of these names.
pub fn measures_named<S: AsRef<str>>(names: &[S]) -> Result<Vec<&'static Measure>> {
    names
        .iter()
        .map(|name| Measure::from_name(name.as_ref()))
        .collect()
}

/// The symbols of the formulas and what they stand for.
pub const SYMBOLS: &[(&str, &str)] = &[
    ("O11", "frequency of the term in the row, observed"),
    ("O12", "other tokens in the row, R1 - O11"),
    ("O21", "the term outside the row, C1 - O11"),
    ("O22", "other tokens outside the row, N - R1 - C1 + O11"),
    ("Oij", "each of the four cells"),
    (
        "R1",
        "tokens in the row: the windows of the node, the target, or bigrams with the first word",
    ),
    ("R2", "tokens outside the row, N - R1"),
    ("C1", "frequency of the term in all, in row and outside"),
    ("C2", "other tokens in all, N - C1"),
    ("N", "all tokens"),
    ("E11", "expected in the row, R1 C1 / N"),
    ("E21", "expected outside the row, R2 C1 / N"),
    ("Eij", "each of the four cells as expected, Ri Cj / N"),
    ("D", "O11 O22 - O12 O21"),
    ("A", "prior tokens (option prior, 500)"),
    ("a", "prior tokens of the term, A C1 / N"),
    ("k", "constant per million (option smoothing, 1)"),
    ("m", "comparisons (option comparisons)"),
    ("q", "correction"),
    ("f1", "frequency per million in the row, 1000000 O11 / R1"),
    ("f2", "frequency per million outside, 1000000 O21 / R2"),
    ("X", "O11 drawn at random with these margins"),
];
