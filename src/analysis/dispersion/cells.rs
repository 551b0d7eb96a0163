//! Cells: counts by part turned over, so that those of one term stand beside each other.

use std::ops::Range;

use crate::analysis::counting::{TermCount, parts_of_terms};
use crate::error::Result;
use crate::task::Task;

/// The cells that one worker turns over, about, where there are many.
const CELLS_A_PIECE: usize = 1 << 19;

/// Counts of terms by part, those of one term beside each other.
pub(super) struct Cells {
    /// Where the cells of each term begin, and the number of all.
    starts: Vec<usize>,
    /// A part and how often the term occurs in it.
    counts: Vec<(u32, u32)>,
    frequencies: Vec<u64>,
}

impl Cells {
    /// The counts of each part, by number of the term ascending, turned over.
    pub(super) fn new(by_part: &[Vec<TermCount>], n_terms: usize, task: &Task) -> Result<Self> {
        let mut starts = vec![0];
        for (term, own) in parts_of_terms(by_part, n_terms, task)?.iter().enumerate() {
            starts.push(starts[term] + *own as usize);
        }
        let mut cells = task.zeroed(starts[n_terms])?;
        let (mut rest, mut work) = (cells.as_mut_slice(), Vec::new());
        for terms in stretches_of(&starts) {
            let (own, others) = rest.split_at_mut(starts[terms.end] - starts[terms.start]);
            work.push((terms, own));
            rest = others;
        }
        let frequencies = task.map(work, |(terms, cells)| {
            turn_over(
                by_part,
                &starts[terms.start..=terms.end],
                &terms,
                cells,
                task,
            )
        })?;
        Ok(Self {
            starts,
            counts: cells,
            frequencies: frequencies.into_iter().flatten().collect(),
        })
    }

    pub(super) fn of(&self, term: usize) -> impl Iterator<Item = (u32, u64)> {
        let cells = &self.counts[self.starts[term]..self.starts[term + 1]];
        cells.iter().map(|(part, count)| (*part, u64::from(*count)))
    }

    pub(super) fn frequency(&self, term: usize) -> u64 {
        self.frequencies[term]
    }
}

/// Stretches of terms with about as many cells each, given where the cells of each begin.
fn stretches_of(starts: &[usize]) -> Vec<Range<usize>> {
    let n_terms = starts.len() - 1;
    let (mut stretches, mut first) = (Vec::new(), 0);
    while first < n_terms {
        let full = starts[first] + CELLS_A_PIECE;
        let behind = starts.partition_point(|start| *start <= full) - 1;
        let behind = behind.max(first + 1);
        stretches.push(first..behind);
        first = behind;
    }
    stretches
}

/// Puts the cells of some terms, which begin at `starts`, into their places; gives the terms' frequencies.
fn turn_over(
    by_part: &[Vec<TermCount>],
    starts: &[usize],
    terms: &Range<usize>,
    cells: &mut [(u32, u32)],
    task: &Task,
) -> Result<Vec<u64>> {
    let first = starts[0];
    let mut next: Vec<usize> = starts.iter().map(|start| start - first).collect();
    let mut frequencies = vec![0; terms.len()];
    task.check()?;
    for (part, counts) in (0..).zip(by_part) {
        let begin = counts.partition_point(|count| (count.term as usize) < terms.start);
        let own = counts[begin..].iter();
        for count in own.take_while(|count| (count.term as usize) < terms.end) {
            let term = count.term as usize - terms.start;
            cells[next[term]] = (part, count.frequency);
            next[term] += 1;
            frequencies[term] += u64::from(count.frequency);
        }
    }
    Ok(frequencies)
}
