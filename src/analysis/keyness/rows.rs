//! The statistics of each term, all computed in one step from whole numbers, and the order of rows.

use super::super::association::strongest_first;
use super::counts::{ByTerm, Comparison, Counted, Frequencies, REFERENCE, TARGET};
use super::inference::{Tests, intervals, p_values};
use super::options::{Direction, KeynessOptions};
use super::spreads::{Spread, Spreads};
use super::{Bases, Found};
use crate::error::Result;
use crate::stats::{Contingency, Measure, MeasureOptions};
use crate::task::Task;

/// How many rows one worker scores at a time.
const ROWS_A_PIECE: usize = 1 << 12;

/// Terms, how often they occur on both sides, and what follows from that, in lists of one length.
#[derive(Default)]
pub(super) struct Rows {
    /// In alphabetical order.
    terms: Vec<u32>,
    frequencies: Vec<Frequencies>,
    /// One a measure, term by term.
    scores: Vec<Option<f64>>,
    /// Gries's deviation of proportions on both sides, where the term occurs.
    dp: Vec<[Option<f64>; 2]>,
    /// The interval of the log ratio; the list is empty if none are asked for.
    intervals: Vec<Option<[f64; 2]>>,
    /// The p-value and the corrected one; the list is empty if there are none.
    p: Vec<[f64; 2]>,
    /// The places of the terms in the order of the result.
    order: Vec<u32>,
}

/// One of [`Rows`].
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    rows: &'r Rows,
    place: usize,
}

impl Rows {
    /// The number of rows.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// All in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let row = |place: &u32| Row {
            rows: self,
            place: *place as usize,
        };
        self.order.iter().map(row)
    }
}

impl Row<'_> {
    pub(super) fn term(self) -> u32 {
        self.rows.terms[self.place]
    }

    pub(super) fn frequencies(self) -> Frequencies {
        self.rows.frequencies[self.place]
    }

    /// The score by the measure of this place.
    pub(super) fn score(self, measure: usize) -> Option<f64> {
        let n_measures = self.rows.scores.len() / self.rows.terms.len();
        self.rows.scores[self.place * n_measures + measure]
    }

    pub(super) fn dp(self, side: usize) -> Option<f64> {
        self.rows.dp[self.place][side]
    }

    /// The interval of the log ratio.
    pub(super) fn interval(self) -> Option<[f64; 2]> {
        *self.rows.intervals.get(self.place)?
    }

    /// The p-value and the corrected one.
    pub(super) fn p(self) -> Option<[f64; 2]> {
        self.rows.p.get(self.place).copied()
    }
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
        // Documents of which both sides have words, as of two voices, are counted once.
        let shared = if self.options.min_documents > 1 {
            comparison.in_both_sides(all.len())
        } else {
            None
        };
        let compared = self.compared(&all, shared.as_deref(), &bases, keeps);
        let (p, tests) = self.tested(comparison, &all, &compared, task)?;
        let is_wanted =
            |term: &u32| is_wanted(self.options.direction, &all[*term as usize], &bases);
        let p = compared.iter().zip(p).filter(|(term, _)| is_wanted(term));
        let p = p.map(|(_, p)| p).collect();
        let terms: Vec<u32> = compared.iter().copied().filter(is_wanted).collect();
        let mut rows = Rows {
            frequencies: terms.iter().map(|term| all[*term as usize]).collect(),
            terms,
            p,
            ..Rows::default()
        };
        let n_terms = compared.len();
        self.score(
            &mut rows,
            (n_terms, &bases),
            &comparison.spreads(&all, task)?,
            task,
        )?;
        if let Some(confidence) = self
            .options
            .confidence
            .filter(|_| self.options.has_intervals())
        {
            let terms = comparison.by_term(&rows.terms, &all);
            rows.intervals =
                self.intervals(comparison, &terms, &rows, (confidence, &bases), task)?;
        }
        rows.order = Order::new(self.options, self.measures[0]).of(&rows, task)?;
        Ok(Found {
            rows,
            n_terms,
            bases,
            tests,
        })
    }

    /// The terms that are compared, in alphabetical order.
    fn compared(
        &self,
        all: &[Frequencies],
        shared: Option<&[u64]>,
        bases: &Bases,
        keeps: impl Fn(&str) -> bool,
    ) -> Vec<u32> {
        let options = self.options;
        // What stands in the list alone has no documents that could be counted.
        let is_list = bases.documents[REFERENCE].is_none();
        let is_compared = |term: &u32| {
            let counts = &all[*term as usize];
            let sum = |sides: [u64; 2]| sides.iter().sum::<u64>();
            let twice = shared.map_or(0, |shared| shared[*term as usize]);
            let documents = sum(counts.documents) - twice;
            sum(counts.tokens) >= options.min_frequency.max(1)
                && (documents >= options.min_documents || is_list && documents == 0)
                && keeps(self.counted.name(*term))
        };
        let terms = self.counted.alphabet().iter().copied();
        terms.filter(is_compared).collect()
    }

    /// Fills in scores and dispersion; scores may depend on how many terms were compared.
    fn score(
        &self,
        rows: &mut Rows,
        (n_terms, bases): (usize, &Bases),
        spreads: &Spreads,
        task: &Task,
    ) -> Result<()> {
        let options = MeasureOptions {
            comparisons: self.options.comparisons.unwrap_or(n_terms.max(1) as u64),
            ..self.options.measure_options
        };
        let n_measures = self.measures.len();
        rows.scores = task.zeroed(rows.terms.len() * n_measures)?;
        rows.dp = task.zeroed(rows.terms.len())?;
        let terms = rows.terms.chunks(ROWS_A_PIECE);
        let known = terms.zip(rows.frequencies.chunks(ROWS_A_PIECE));
        let scores = rows.scores.chunks_mut(ROWS_A_PIECE * n_measures);
        let unknown = scores.zip(rows.dp.chunks_mut(ROWS_A_PIECE));
        task.map(known.zip(unknown).collect(), |(known, (scores, dp))| {
            let (terms, frequencies): (&[u32], &[Frequencies]) = known;
            for (own, frequencies) in scores.chunks_exact_mut(n_measures).zip(frequencies) {
                let table = contingency(frequencies, bases);
                for (score, measure) in own.iter_mut().zip(self.measures) {
                    *score = measure.score(&table, &options);
                }
            }
            for ((dp, term), frequencies) in dp.iter_mut().zip(terms).zip(frequencies) {
                *dp = dispersion(|side| spreads.get(*term, side), bases, frequencies);
            }
            Ok(())
        })?;
        Ok(())
    }

    /// The p-values of these terms, if they are asked for.
    fn tested(
        &self,
        comparison: &Comparison<'_>,
        all: &[Frequencies],
        terms: &[u32],
        task: &Task,
    ) -> Result<(Vec<[f64; 2]>, Tests)> {
        if self.options.significance.is_none() {
            return Ok((Vec::new(), Tests::default()));
        }
        let terms = comparison.by_term(terms, all);
        let (found, tests) = p_values(comparison, &terms, self.options, task)?;
        Ok((found.unwrap_or_default(), tests))
    }

    /// The confidence interval of each term.
    fn intervals(
        &self,
        comparison: &Comparison<'_>,
        terms: &ByTerm,
        rows: &Rows,
        (confidence, bases): (f64, &Bases),
        task: &Task,
    ) -> Result<Vec<Option<[f64; 2]>>> {
        let all = rows.frequencies.iter();
        let frequencies: Vec<u64> = all
            .map(|frequencies| frequencies.tokens[REFERENCE])
            .collect();
        let is_list = bases.documents[REFERENCE].is_none();
        let listed = is_list.then_some((frequencies.as_slice(), bases.tokens[REFERENCE]));
        intervals(comparison, terms, listed, (confidence, self.options), task)
    }
}

fn contingency(frequencies: &Frequencies, bases: &Bases) -> Contingency {
    let [own, other] = frequencies.tokens;
    let [tokens, other_tokens] = bases.tokens;
    Contingency::of_counts(own, tokens, own + other, tokens + other_tokens)
}

/// The deviation of proportions on both sides: with the share s of a side's tokens that a document
/// has, and the share o of the term's, half the sum of |o - s| over all documents.
///
/// Everything is multiplied by tokens and frequency, so that the sum is one of whole numbers.
fn dispersion(
    spread: impl Fn(usize) -> Spread,
    bases: &Bases,
    frequencies: &Frequencies,
) -> [Option<f64>; 2] {
    [TARGET, REFERENCE].map(|side| {
        let (total, frequency): (u128, u128) =
            (bases.tokens[side].into(), frequencies.tokens[side].into());
        bases.documents[side].filter(|_| frequency > 0)?;
        let spread = spread(side);
        let outside = (total - u128::from(spread.inside)) * frequency;
        Some(share(spread.deviation + outside, 2 * total * frequency))
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

/// The order of rows.
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

    /// The places of rows, of which what is missing comes last, and what is equal in alphabetical order.
    fn of(self, rows: &Rows, task: &Task) -> Result<Vec<u32>> {
        let strength = |row: Row<'_>| match self {
            Self::Descending => row.score(0),
            Self::Ascending => row.score(0).map(|score| -score),
            Self::Alike => row.interval().map(|[low, high]| -low.abs().max(high.abs())),
        };
        let keyed = (0..)
            .zip(0..rows.terms.len())
            .map(|(number, place)| (strength(Row { rows, place }), number));
        let mut order: Vec<(Option<f64>, u32)> = keyed.collect();
        task.sort_by(&mut order, |one, two| {
            strongest_first(one.0, two.0).then(one.1.cmp(&two.1))
        })?;
        Ok(order.into_iter().map(|(_, number)| number).collect())
    }
}
