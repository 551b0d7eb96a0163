//! Counted: the keys of a partition with their counts, those that occur once apart.
//!
//! Most n-grams of a corpus occur once. So these are kept as keys alone, and put in order when
//! somebody reads them: who looks at the most frequent ones does not wait for that.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::entries::{Entry, Packing};

/// How often and in how many documents a key occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row<E> {
    pub(super) key: E,
    pub(super) frequency: u32,
    pub(super) documents: u32,
}

impl<E> Row<E> {
    /// That of a key that occurs once.
    fn once(key: E) -> Self {
        Self {
            key,
            frequency: 1,
            documents: 1,
        }
    }
}

/// The counted keys of a partition.
pub(super) struct Counted<E> {
    rows: Vec<Row<E>>,
    n_once: usize,
    unsorted: Mutex<Vec<E>>,
    sorted: OnceLock<Vec<E>>,
    beginnings: Vec<(E, u32)>,
}

impl<E: Entry> Counted<E> {
    /// Rows by group, then by frequency descending, then by key; keys that occur once in any order.
    fn new(rows: Vec<Row<E>>, once: Vec<E>) -> Self {
        Self {
            rows,
            n_once: once.len(),
            unsorted: Mutex::new(once),
            sorted: OnceLock::new(),
            beginnings: Vec::new(),
        }
    }

    /// Notes how often what `beginning` makes of each key occurs.
    pub(super) fn note_beginnings(
        &mut self,
        beginning: impl Fn(E) -> E,
        frequency: impl Fn(E) -> u32,
    ) {
        let unsorted = self.unsorted.get_mut();
        let once = unsorted.unwrap_or_else(PoisonError::into_inner).iter();
        let keys = self.rows.iter().map(|row| row.key).chain(once.copied());
        let mut beginnings: Vec<E> = keys.map(beginning).collect();
        beginnings.sort_unstable();
        beginnings.dedup();
        let noted = beginnings.into_iter();
        self.beginnings = noted
            .map(|beginning| (beginning, frequency(beginning)))
            .collect();
    }

    /// The beginnings of its keys and how often they occur, ascending, if they were noted; they are taken out.
    pub(super) fn take_beginnings(&mut self) -> Vec<(E, u32)> {
        std::mem::take(&mut self.beginnings)
    }

    /// Rows in an order of their own.
    pub(super) fn in_order(rows: Vec<Row<E>>) -> Self {
        Self::new(rows, Vec::new())
    }

    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len() + self.n_once
    }

    /// The rows of keys that occur more than once.
    pub(super) fn rows(&self) -> &[Row<E>] {
        &self.rows
    }

    /// The keys that occur once, ascending.
    pub(super) fn once(&self) -> &[E] {
        self.sorted.get_or_init(|| {
            let mut unsorted = self.unsorted.lock().unwrap_or_else(PoisonError::into_inner);
            let mut once = std::mem::take(&mut *unsorted);
            once.sort_unstable();
            once
        })
    }

    /// Passes some rows on: those that occur more than once, and behind them the others.
    pub(super) fn each(&self, range: Range<usize>, mut pass: impl FnMut(Row<E>)) {
        let n_rows = self.rows.len();
        let rows = &self.rows[range.start.min(n_rows)..range.end.min(n_rows)];
        for row in rows {
            pass(*row);
        }
        if range.end > n_rows {
            let once = &self.once()[range.start.max(n_rows) - n_rows..range.end - n_rows];
            for key in once {
                pass(Row::once(*key));
            }
        }
    }

    /// All rows, those that occur once in no order.
    pub(super) fn into_rows(self) -> impl Iterator<Item = Row<E>> {
        let unsorted = self.unsorted.into_inner();
        let once = self.sorted.into_inner();
        let once = once.unwrap_or_else(|| unsorted.unwrap_or_else(PoisonError::into_inner));
        self.rows.into_iter().chain(once.into_iter().map(Row::once))
    }
}

/// Which keys are kept.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub(super) packing: Packing,
    /// Those that occur so often.
    pub(super) min_frequency: u64,
    /// Those that do not end with this, which stands for all words without a number, if anything does.
    pub(super) rest: Option<u32>,
}

/// Parts the keys of a table by how often they occur; its memory is used again for every table.
#[derive(Default)]
pub(super) struct Sieve<E> {
    rows: Vec<Row<E>>,
    once: Vec<E>,
}

impl<E: Entry> Sieve<E> {
    /// The keys that are kept, of rows of so many keys, among which may be some that occur nowhere.
    pub(super) fn counted(
        &mut self,
        found: impl Iterator<Item = Row<E>>,
        n_keys: usize,
        kept: Kept,
    ) -> Counted<E> {
        // What is not wanted is written over by what comes next: no branch to guess wrong.
        if self.once.len() <= n_keys {
            self.rows.resize(n_keys + 1, Row::default());
            self.once.resize(n_keys + 1, E::default());
        }
        let packing = kept.packing;
        let least = kept.min_frequency.max(2);
        let (mut n_rows, mut n_once) = (0, 0);
        for row in found {
            self.rows[n_rows] = row;
            let is_whole = kept
                .rest
                .is_none_or(|rest| packing.last_word(row.key) != rest);
            n_rows += usize::from(is_whole && u64::from(row.frequency) >= least);
            self.once[n_once] = row.key;
            n_once += usize::from(is_whole && row.frequency == 1);
        }
        let rows = &mut self.rows[..n_rows];
        rows.sort_unstable_by_key(|row| (Reverse(row.frequency), row.key));
        let group = |row: &Row<E>| packing.group(row.key);
        if !rows.is_sorted_by_key(group) {
            rows.sort_by_key(group);
        }
        let once = if kept.min_frequency < 2 {
            &self.once[..n_once]
        } else {
            &[]
        };
        Counted::new(rows.to_vec(), once.to_vec())
    }
}
