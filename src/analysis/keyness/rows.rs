//! The statistics of each term, all computed in one step from whole numbers, and the order of rows.

use std::cmp::Ordering;

use super::super::association::strongest_first;
use super::counts::{ByTerm, Comparison, Counted, Frequencies, REFERENCE, Spread, TARGET};
use super::inference::{Tests, intervals, p_values};
use super::options::{Direction, KeynessOptions};
use super::{Bases, Found};
use crate::error::Result;
use crate::stats::{Contingency, Measure, MeasureOptions};
use crate::task::Task;

/// How many rows one worker scores at a time.
const ROWS_A_PIECE: usize = 1 << 12;

/// A term, how often it occurs on both sides, and what follows from that.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) term: u32,
    pub(super) frequencies: Frequencies,
    /// One a measure.
    pub(super) scores: Vec<Option<f64>>,
    /// Gries's deviation of proportions on both sides, where the term occurs.
    pub(super) dp: [Option<f64>; 2],
    /// The interval of the log ratio.
    pub(super) interval: Option<[f64; 2]>,
    /// The p-value and the corrected one.
    pub(super) p: Option<[f64; 2]>,
}

/// What is asked of every comparison.
pub(super) struct Question<'q> {
    pub(super) options: &'q KeynessOptions,
    pub(super) measures: &'q [&'static Measure],
    pub(super) counted: &'q Counted,
}

impl Question<'_> {
    /// The rows of a comparison, in order.
    pub(super) fn answer(
        &self,
        comparison: &Comparison<'_>,
        keeps: impl Fn(&str) -> bool,
        task: &Task,
    ) -> Result<Found> {
        let bases = Bases::of(comparison);
        let all = comparison.frequencies(self.counted.n_terms(), task)?;
        let mut rows = self.rows(&all, &bases, keeps, task)?;
        let n_terms = rows.len();
        let tests = self.test(comparison, &all, &mut rows, task)?;
        rows.retain(|row| is_wanted(self.options.direction, &row.frequencies, &bases));
        let terms = terms_of(&rows);
        let spreads = comparison.spreads(&terms, &all, task)?;
        let pieces = rows
            .chunks_mut(ROWS_A_PIECE)
            .zip(spreads.chunks(ROWS_A_PIECE));
        task.map(pieces.collect(), |(rows, spreads): (&mut [Row], &[_])| {
            for (row, spreads) in rows.iter_mut().zip(spreads) {
                row.dp = dispersion(spreads, &bases, &row.frequencies);
            }
            Ok(())
        })?;
        if let Some(confidence) = self
            .options
            .confidence
            .filter(|_| self.options.has_intervals())
        {
            let terms = comparison.by_term(&terms, &all);
            self.add_intervals(comparison, &terms, &mut rows, (confidence, &bases), task)?;
        }
        let order = Order::new(self.options, self.measures[0]);
        task.sort_by(&mut rows, |one, two| order.compare(one, two))?;
        Ok(Found {
            rows,
            n_terms,
            bases,
            tests,
        })
    }

    /// The terms that are compared, with their scores, in alphabetical order.
    fn rows(
        &self,
        all: &[Frequencies],
        bases: &Bases,
        keeps: impl Fn(&str) -> bool,
        task: &Task,
    ) -> Result<Vec<Row>> {
        let options = self.options;
        // What stands in the list alone has no documents that could be counted.
        let is_list = bases.documents[REFERENCE].is_none();
        let is_compared = |(term, counts): &(u32, &Frequencies)| {
            let sum = |sides: [u64; 2]| sides.iter().sum::<u64>();
            let documents = sum(counts.documents);
            sum(counts.tokens) >= options.min_frequency.max(1)
                && (documents >= options.min_documents || is_list && documents == 0)
                && keeps(self.counted.name(*term))
        };
        let compared: Vec<(u32, &Frequencies)> = (0..).zip(all).filter(is_compared).collect();
        let measure_options = MeasureOptions {
            comparisons: compared.len().max(1) as u64,
            ..options.measure_options
        };
        let row = |(term, frequencies): &(u32, &Frequencies)| Row {
            term: *term,
            frequencies: **frequencies,
            scores: self.scores(frequencies, bases, &measure_options),
            dp: [None, None],
            interval: None,
            p: None,
        };
        let pieces = compared.chunks(ROWS_A_PIECE).collect();
        let scored = task.map(pieces, |compared: &[(u32, &Frequencies)]| {
            Ok(compared.iter().map(row).collect::<Vec<_>>())
        })?;
        Ok(scored.into_iter().flatten().collect())
    }

    fn scores(
        &self,
        frequencies: &Frequencies,
        bases: &Bases,
        options: &MeasureOptions,
    ) -> Vec<Option<f64>> {
        let [own, other] = frequencies.tokens;
        let [tokens, other_tokens] = bases.tokens;
        let table = Contingency::of_counts(own, tokens, own + other, tokens + other_tokens);
        self.measures
            .iter()
            .map(|measure| measure.score(&table, options))
            .collect()
    }

    /// Gives the rows their p-values, if these are asked for.
    fn test(
        &self,
        comparison: &Comparison<'_>,
        all: &[Frequencies],
        rows: &mut [Row],
        task: &Task,
    ) -> Result<Tests> {
        if self.options.significance.is_none() {
            return Ok(Tests::default());
        }
        let terms = comparison.by_term(&terms_of(rows), all);
        let (found, tests) = p_values(comparison, &terms, self.options, task)?;
        for (row, p) in rows.iter_mut().zip(found.into_iter().flatten()) {
            row.p = Some(p);
        }
        Ok(tests)
    }

    /// Adds the confidence intervals.
    fn add_intervals(
        &self,
        comparison: &Comparison<'_>,
        terms: &ByTerm,
        rows: &mut [Row],
        (confidence, bases): (f64, &Bases),
        task: &Task,
    ) -> Result<()> {
        let frequencies: Vec<u64> = rows
            .iter()
            .map(|row| row.frequencies.tokens[REFERENCE])
            .collect();
        let is_list = bases.documents[REFERENCE].is_none();
        let listed = is_list.then_some((frequencies.as_slice(), bases.tokens[REFERENCE]));
        let found = intervals(comparison, terms, listed, (confidence, self.options), task)?;
        for (row, interval) in rows.iter_mut().zip(found) {
            row.interval = interval;
        }
        Ok(())
    }
}

fn terms_of(rows: &[Row]) -> Vec<u32> {
    rows.iter().map(|row| row.term).collect()
}

/// The deviation of proportions on both sides: with the share s of a side's tokens that a document
/// has, and the share o of the term's, half the sum of |o - s| over all documents.
///
/// Everything is multiplied by tokens and frequency, so that the sum is one of whole numbers.
fn dispersion(spreads: &[Spread; 2], bases: &Bases, frequencies: &Frequencies) -> [Option<f64>; 2] {
    [TARGET, REFERENCE].map(|side| {
        let (total, frequency): (u128, u128) =
            (bases.tokens[side].into(), frequencies.tokens[side].into());
        bases.documents[side].filter(|_| frequency > 0)?;
        let outside = (total - u128::from(spreads[side].inside)) * frequency;
        Some(share(
            spreads[side].deviation + outside,
            2 * total * frequency,
        ))
    })
}

#[expect(clippy::cast_precision_loss, reason = "each number is rounded once")]
fn share(part: u128, whole: u128) -> f64 {
    part as f64 / whole as f64
}

/// Whether a term is among those that a direction gives.
fn is_wanted(direction: Direction, frequencies: &Frequencies, bases: &Bases) -> bool {
    let product = |one: usize, other: usize| {
        u128::from(frequencies.tokens[one]) * u128::from(bases.tokens[other])
    };
    let order = product(TARGET, REFERENCE).cmp(&product(REFERENCE, TARGET));
    match direction {
        Direction::Positive => order.is_gt(),
        Direction::Negative => order.is_lt(),
        Direction::Both | Direction::Lockwords => true,
    }
}

/// The order of rows; what is missing comes last, and terms that are equal are in alphabetical order.
#[derive(Clone, Copy)]
enum Order {
    Descending,
    Ascending,
    /// By the end of the interval of the log ratio that is farther from zero.
    Alike,
}

impl Order {
    fn new(options: &KeynessOptions, measure: &Measure) -> Self {
        match options.direction {
            Direction::Lockwords => Self::Alike,
            Direction::Negative if measure.signed => Self::Ascending,
            _ => Self::Descending,
        }
    }

    fn compare(self, one: &Row, two: &Row) -> Ordering {
        let strength = |row: &Row| match self {
            Self::Descending => row.scores[0],
            Self::Ascending => row.scores[0].map(|score| -score),
            Self::Alike => row.interval.map(|[low, high]| -low.abs().max(high.abs())),
        };
        strongest_first(strength(one), strength(two)).then(one.term.cmp(&two.term))
    }
}
