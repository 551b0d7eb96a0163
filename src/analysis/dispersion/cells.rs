//! Cells: counts by part turned over, so that those of one term stand beside each other.

use std::ops::Range;

use crate::analysis::counting::{TermCount, parts_of_terms};
use crate::error::Result;
use crate::prefetch::{CACHE_LINE, prefetch};
use crate::task::{Task, threads};

/// The least cells that one worker turns over at a time, about, where there are many, and how many times each
/// worker takes some: every time it looks up where they begin in all parts.
const CELLS_A_PIECE: usize = 1 << 19;
const PIECES_A_WORKER: usize = 2;
/// How many parts ahead memory is asked for, and how much of each: what a stretch of terms has there, as a rule.
const PARTS_AHEAD: usize = 4;
const LINES_AHEAD: usize = 4;
/// The cells of the terms that it turns over together: they fit its cache.
const CELLS_TOGETHER: usize = 1 << 18;

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
        let n_cells = starts[n_terms] / (threads() * PIECES_A_WORKER);
        for terms in stretches_of(&starts, n_cells.max(CELLS_A_PIECE)) {
            let (own, others) = rest.split_at_mut(starts[terms.end] - starts[terms.start]);
            work.push((&starts[terms.start..=terms.end], terms.start, own));
            rest = others;
        }
        let frequencies = task.map(work, |(starts, first, cells)| {
            turn_over(by_part, (starts, first), cells, task)?;
            let of_term = |bounds: &[usize]| {
                let own = &cells[bounds[0] - starts[0]..bounds[1] - starts[0]];
                own.iter().map(|(_, count)| u64::from(*count)).sum()
            };
            Ok(starts.windows(2).map(of_term).collect::<Vec<u64>>())
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

/// Stretches of terms with about so many cells each, given where the cells of each begin.
fn stretches_of(starts: &[usize], n_cells: usize) -> Vec<Range<usize>> {
    let n_terms = starts.len() - 1;
    let (mut stretches, mut first) = (Vec::new(), 0);
    while first < n_terms {
        let full = starts[first] + n_cells;
        let behind = starts.partition_point(|start| *start <= full) - 1;
        let behind = behind.max(first + 1);
        stretches.push(first..behind);
        first = behind;
    }
    stretches
}

/// Puts the cells of the terms from `first` on, which begin at `starts`, into their places.
fn turn_over(
    by_part: &[Vec<TermCount>],
    (starts, first): (&[usize], usize),
    cells: &mut [(u32, u32)],
    task: &Task,
) -> Result<()> {
    let is_before = |count: &TermCount| (count.term as usize) < first;
    let mut rests: Vec<&[TermCount]> = by_part
        .iter()
        .map(|counts| &counts[counts.partition_point(is_before)..])
        .collect();
    let mut next = Vec::new();
    for terms in stretches_of(starts, CELLS_TOGETHER) {
        task.check()?;
        next.clear();
        next.extend(starts[terms.clone()].iter().map(|start| start - starts[0]));
        let (begin, end) = (first + terms.start, first + terms.end);
        for (number, part) in (0..rests.len()).zip(0_u32..) {
            if let Some(ahead) = rests.get(number + PARTS_AHEAD) {
                for line in 0..LINES_AHEAD {
                    prefetch(ahead, line * CACHE_LINE / size_of::<TermCount>());
                }
            }
            let rest = &mut rests[number];
            while let Some((count, others)) = rest.split_first()
                && (count.term as usize) < end
            {
                let place = &mut next[count.term as usize - begin];
                cells[*place] = (part, count.frequency);
                *place += 1;
                *rest = others;
            }
        }
    }
    Ok(())
}
