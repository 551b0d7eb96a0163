//! Tables: what a worker counts partitions in, one after the other.

use super::counted::{Counted, Sieve};
use super::entries::{Entry, Packing};
use super::key_table::{Count, KeyTable};
use super::word_row::WordRow;
use crate::error::Result;
use crate::task::Task;

/// The entries of a partition from one part of the corpus.
pub(super) struct Piece<'s, E> {
    /// The number of the part's first document.
    pub(super) first_document: u32,
    pub(super) entries: &'s [E],
}

/// Tables for partitions of each kind, of which one is in use.
pub(super) struct Tables<E> {
    packing: Packing,
    n_words: usize,
    min_frequency: u64,
    /// For keys that occur less than 65,536 times each.
    narrow: KeyTable<E, u16>,
    wide: KeyTable<E, u32>,
    row: WordRow,
    sieve: Sieve<E>,
}

impl<E: Entry> Tables<E> {
    /// For sequences of so many different words.
    pub(super) fn new(packing: Packing, n_words: usize, min_frequency: u64) -> Self {
        Self {
            packing,
            n_words,
            min_frequency,
            narrow: KeyTable::default(),
            wide: KeyTable::default(),
            row: WordRow::default(),
            sieve: Sieve::default(),
        }
    }

    /// Counts the keys of a partition, all of which are that word and another if there is a `first_word`.
    pub(super) fn count(
        &mut self,
        pieces: &[Piece<'_, E>],
        first_word: Option<u32>,
        task: &Task,
    ) -> Result<Counted<E>> {
        let packing = self.packing;
        let n_entries = pieces.iter().map(|piece| piece.entries.len()).sum();
        let kept = (self.min_frequency, packing);
        if let Some(first) = first_word {
            let row = &mut self.row;
            row.clear(self.n_words, n_entries);
            each(pieces, packing, task, |key, document| {
                row.add(packing.last_word(key), document);
            })?;
            let key = |word| packing.with(E::from(first), word);
            return Ok(self.sieve.counted(row.rows(key), row.n_words(), kept));
        }
        let work = (pieces, n_entries, task);
        if u16::try_from(n_entries).is_ok() {
            counted_in(&mut self.narrow, work, &mut self.sieve, kept)
        } else {
            counted_in(&mut self.wide, work, &mut self.sieve, kept)
        }
    }
}

/// The keys of a partition, counted in one table.
fn counted_in<E: Entry, C: Count>(
    table: &mut KeyTable<E, C>,
    (pieces, n_entries, task): (&[Piece<'_, E>], usize, &Task),
    sieve: &mut Sieve<E>,
    (min_frequency, packing): (u64, Packing),
) -> Result<Counted<E>> {
    table.clear(n_entries);
    each(pieces, packing, task, |key, document| {
        table.add(key, document);
    })?;
    Ok(sieve.counted(table.rows(), table.n_keys(), (min_frequency, packing)))
}

/// Passes on the key of each entry, and its document from 1.
#[inline]
fn each<E: Entry>(
    pieces: &[Piece<'_, E>],
    packing: Packing,
    task: &Task,
    mut pass: impl FnMut(E, u32),
) -> Result<()> {
    for piece in pieces {
        task.check()?;
        for entry in piece.entries {
            let document = piece.first_document + packing.document(*entry);
            pass(packing.key(*entry), document + 1);
        }
    }
    Ok(())
}
