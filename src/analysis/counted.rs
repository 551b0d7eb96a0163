//! Counted: the keys of a partition with their counts, those that occur once apart.
//!
//! Most n-grams of a corpus occur once. So these are kept as keys alone, and put in order when
//! somebody reads them: who looks at the most frequent ones does not wait for that. So are those that
//! occur equally often, of which only the number is wanted before.

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

/// Neighbouring rows of one group that occur equally often.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike {
    pub(super) group: u32,
    pub(super) frequency: u32,
    pub(super) n_rows: usize,
}

/// The counted keys of a partition.
pub(super) struct Counted<E> {
    alike: Vec<Alike>,
    rows: Unsorted<Row<E>>,
    once: Unsorted<E>,
    beginnings: Vec<(E, u32)>,
}

/// What is put in order when somebody reads it.
struct Unsorted<T> {
    length: usize,
    given: Mutex<Vec<T>>,
    sorted: OnceLock<Vec<T>>,
}

impl<T> Unsorted<T> {
    fn new(unsorted: Vec<T>) -> Self {
        Self {
            length: unsorted.len(),
            given: Mutex::new(unsorted),
            sorted: OnceLock::new(),
        }
    }

    /// All in the order that `sort` puts them in.
    fn sorted(&self, sort: impl FnOnce(&mut [T])) -> &[T] {
        self.sorted.get_or_init(|| {
            let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
            let mut all = std::mem::take(&mut *given);
            sort(&mut all);
            all
        })
    }

    /// All in any order.
    fn in_any_order(&mut self) -> &[T] {
        let given = self.given.get_mut();
        let given = given.unwrap_or_else(PoisonError::into_inner);
        self.sorted.get().unwrap_or(given)
    }

    /// The same, taken out.
    fn into_any_order(self) -> Vec<T> {
        let given = self.given.into_inner();
        let sorted = self.sorted.into_inner();
        sorted.unwrap_or_else(|| given.unwrap_or_else(PoisonError::into_inner))
    }
}

impl<E: Entry> Counted<E> {
    /// Rows by group, then by frequency descending, in any order of keys; keys that occur once in any order.
    fn new(rows: Vec<Row<E>>, once: Vec<E>, packing: Packing) -> Self {
        let of_row = |row: &Row<E>| (packing.group(row.key), row.frequency);
        let alike = rows.chunk_by(|left, right| of_row(left) == of_row(right));
        let alike = alike.map(|rows| {
            let (group, frequency) = of_row(&rows[0]);
            Alike {
                group,
                frequency,
                n_rows: rows.len(),
            }
        });
        Self {
            alike: alike.collect(),
            rows: Unsorted::new(rows),
            once: Unsorted::new(once),
            beginnings: Vec::new(),
        }
    }

    /// Notes how often what `beginning` makes of each key occurs.
    pub(super) fn note_beginnings(
        &mut self,
        beginning: impl Fn(E) -> E,
        frequency: impl Fn(E) -> u32,
    ) {
        let rows = self.rows.in_any_order().iter().map(|row| row.key);
        let keys = rows.chain(self.once.in_any_order().iter().copied());
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
        Self {
            alike: Vec::new(),
            rows: Unsorted::new(rows),
            once: Unsorted::new(Vec::new()),
            beginnings: Vec::new(),
        }
    }

    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        self.n_rows() + self.once.length
    }

    /// How many keys occur more than once.
    pub(super) fn n_rows(&self) -> usize {
        self.rows.length
    }

    /// How often these occur, in the order of their rows.
    pub(super) fn alike(&self) -> &[Alike] {
        &self.alike
    }

    /// The rows of keys that occur more than once, by group, then by frequency descending, then by key.
    fn rows(&self) -> &[Row<E>] {
        self.rows.sorted(|mut rows| {
            for alike in &self.alike {
                let own = rows
                    .split_off_mut(..alike.n_rows)
                    .expect("as many as there are");
                own.sort_unstable_by_key(|row| row.key);
            }
        })
    }

    /// The keys that occur once, ascending.
    pub(super) fn once(&self) -> &[E] {
        self.once.sorted(<[E]>::sort_unstable)
    }

    /// Passes some rows on: those that occur more than once, and behind them the others.
    pub(super) fn each(&self, range: Range<usize>, mut pass: impl FnMut(Row<E>)) {
        let n_rows = self.n_rows();
        if range.start < n_rows {
            for row in &self.rows()[range.start..range.end.min(n_rows)] {
                pass(*row);
            }
        }
        if range.end > n_rows {
            let once = &self.once()[range.start.max(n_rows) - n_rows..range.end - n_rows];
            for key in once {
                pass(Row::once(*key));
            }
        }
    }

    /// All rows in no order.
    pub(super) fn into_rows(self) -> impl Iterator<Item = Row<E>> {
        let once = self.once.into_any_order().into_iter().map(Row::once);
        self.rows.into_any_order().into_iter().chain(once)
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
    /// The keys that are kept, of the rows of so many keys.
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
        let mut rows = by_frequency(&self.rows[..n_rows]);
        let group = |row: &Row<E>| packing.group(row.key);
        if !rows.is_sorted_by_key(group) {
            rows.sort_by_key(group);
        }
        let once = if kept.min_frequency < 2 {
            &self.once[..n_once]
        } else {
            &[]
        };
        Counted::new(rows, once.to_vec(), packing)
    }
}

/// Rows that occur less often are put in order by counting how many occur as often.
const RARE: usize = 64;

/// Rows by frequency descending.
fn by_frequency<E: Entry>(rows: &[Row<E>]) -> Vec<Row<E>> {
    let place = |row: &Row<E>| (row.frequency as usize).min(RARE);
    let mut firsts = [0; RARE + 2];
    for row in rows {
        firsts[RARE - place(row) + 1] += 1;
    }
    let n_frequent = firsts[1];
    for place in 1..firsts.len() {
        firsts[place] += firsts[place - 1];
    }
    let mut sorted = vec![Row::default(); rows.len()];
    for row in rows {
        let next = &mut firsts[RARE - place(row)];
        sorted[*next] = *row;
        *next += 1;
    }
    sorted[..n_frequent].sort_unstable_by_key(|row| Reverse(row.frequency));
    sorted
}
