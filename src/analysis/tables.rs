//! Tables: what a worker counts partitions in, one after the other.

use super::counted::{Counted, Kept, Row, Sieve};
use super::entries::{Entry, Packing};
use super::key_table::{Count, KeyTable};
use crate::error::Result;
use crate::task::Task;

/// The entries of a partition from one part of the corpus.
pub(super) struct Piece<'s, E> {
    /// The number of the part's first document.
    pub(super) first_document: u32,
    pub(super) entries: &'s [E],
}

impl<E: Entry> Piece<'_, E> {
    /// The key of each entry, and its document from 1.
    #[inline]
    pub(super) fn keys(&self, packing: Packing) -> impl Iterator<Item = (E, u32)> {
        let first = self.first_document + 1;
        let entries = self.entries.iter();
        entries.map(move |entry| (packing.key(*entry), first + packing.document(*entry)))
    }
}

/// Tables for partitions of each kind, of which one is in use.
pub(super) struct Tables<E> {
    kept: Kept,
    /// For keys that occur less than 65,536 times each.
    narrow: KeyTable<E, u16>,
    wide: KeyTable<E, u32>,
    /// How often what keys begin with occurs, if that is asked for.
    beginnings: Option<Beginnings<E>>,
    sieve: Sieve<E>,
}

impl<E: Entry> Tables<E> {
    /// With how often the beginnings of keys occur or without.
    pub(super) fn new(kept: Kept, beginnings: bool) -> Self {
        Self {
            kept,
            narrow: KeyTable::default(),
            wide: KeyTable::default(),
            beginnings: beginnings.then(Beginnings::default),
            sieve: Sieve::default(),
        }
    }

    /// Counts the keys of a partition.
    pub(super) fn count(&mut self, pieces: &[Piece<'_, E>], task: &Task) -> Result<Counted<E>> {
        let kept = self.kept;
        let n_entries = pieces.iter().map(|piece| piece.entries.len()).sum();
        let work = (pieces, n_entries, task);
        let beginnings = self.beginnings.as_mut();
        if u16::try_from(n_entries).is_ok() {
            counted_in(&mut self.narrow, work, (&mut self.sieve, kept), beginnings)
        } else {
            counted_in(&mut self.wide, work, (&mut self.sieve, kept), beginnings)
        }
    }
}

/// The keys of a partition, counted in one table.
fn counted_in<E: Entry, C: Count>(
    table: &mut KeyTable<E, C>,
    (pieces, n_entries, task): (&[Piece<'_, E>], usize, &Task),
    (sieve, kept): (&mut Sieve<E>, Kept),
    beginnings: Option<&mut Beginnings<E>>,
) -> Result<Counted<E>> {
    let packing = kept.packing;
    table.clear(n_entries);
    for piece in pieces {
        task.check()?;
        table.add(piece.keys(packing));
    }
    let mut counted = sieve.counted(table.rows(), table.n_keys(), kept);
    if let Some(beginnings) = beginnings {
        beginnings.sum_up(table.rows(), table.n_keys(), packing);
        let sums = &beginnings.sums;
        counted.note_beginnings(|key| packing.beginning(key), |key| sums.frequency(key));
    }
    Ok(counted)
}

/// How often what keys begin with occurs, whatever their last word is.
#[derive(Default)]
struct Beginnings<E> {
    sums: KeyTable<E, u32>,
}

impl<E: Entry> Beginnings<E> {
    /// Of the rows of so many keys.
    fn sum_up(&mut self, rows: impl Iterator<Item = Row<E>>, n_keys: usize, packing: Packing) {
        self.sums.clear(n_keys);
        let found = rows.map(|row| (packing.beginning(row.key), row.frequency, 0));
        self.sums.add_times(found);
    }
}
