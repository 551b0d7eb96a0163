//! Ranking: counted rows in the order of a frequency list, and columns of them, filled in parallel.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, Int64Array, LargeStringArray};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};

use super::entries::{Entry, Packing};
use super::key_table::Row;
use crate::error::{Error, Result};
use crate::task::Task;

/// How many rows one worker writes at a time.
const ROWS_A_PART: usize = 1 << 14;

/// Names that are shorter are copied whole.
const SHORT: usize = 16;

/// Neighbouring rows of one group.
type Run<'r, E> = &'r [Row<E>];

/// Rows by group, then by frequency descending, then by words.
pub(super) struct Ranking<'r, E> {
    /// The rows in their order, as pieces for one worker each.
    pieces: Vec<Vec<Run<'r, E>>>,
    n_rows: usize,
    packing: Packing,
    task: &'r Task,
}

impl<'r, E: Entry> Ranking<'r, E> {
    /// Merges what [`count_entries`](super::partitions::count_entries) gave.
    pub(super) fn new(
        partitions: &'r [Vec<Row<E>>],
        packing: Packing,
        task: &'r Task,
    ) -> Result<Self> {
        let group = |row: &Row<E>| packing.group(row.key);
        let runs: Vec<Run<'r, E>> = partitions
            .iter()
            .flat_map(|rows| rows.chunk_by(|left, right| group(left) == group(right)))
            .collect();
        let mut ordered = Vec::new();
        for runs in runs.chunk_by(|left, right| group(&left[0]) == group(&right[0])) {
            task.check()?;
            merge(runs, &mut ordered);
        }
        Ok(Self {
            n_rows: ordered.iter().map(|run| run.len()).sum(),
            pieces: pieces(ordered),
            packing,
            task,
        })
    }

    /// The group of every row.
    pub(super) fn groups(&self) -> Result<Vec<u32>> {
        self.filled(|row| self.packing.group(row.key))
    }

    /// All rows in their order.
    pub(super) fn rows(&self) -> Result<Vec<Row<E>>> {
        self.filled(|row| *row)
    }

    /// A column of counts.
    pub(super) fn counts(&self, count: impl Fn(&Row<E>) -> u32 + Sync) -> Result<ArrayRef> {
        let counts = self.filled(|row| i64::from(count(row)))?;
        Ok(Arc::new(Int64Array::from(counts)))
    }

    /// A column of scores from frequency and group.
    pub(super) fn scores(&self, score: impl Fn(u32, u32) -> f64 + Sync) -> Result<ArrayRef> {
        let scores = self.filled(|row| score(row.frequency, self.packing.group(row.key)))?;
        Ok(Arc::new(Float64Array::from(scores)))
    }

    /// A column of the words that `chosen` takes of each row's, with a space between them.
    pub(super) fn strings(
        &self,
        names: &[&str],
        chosen: std::ops::Range<usize>,
    ) -> Result<ArrayRef> {
        let names: Vec<Name> = names.iter().map(|name| Name::new(name)).collect();
        let words = |row: &Row<E>| {
            let words = self.packing.words(row.key);
            words
                .skip(chosen.start)
                .take(chosen.len())
                .map(|number| &names[number as usize])
        };
        let length = |row: &Row<E>| words(row).map(|name| name.word.len() + 1).sum::<usize>() - 1;
        let lengths = self
            .task
            .map(self.pieces.iter().collect(), |piece: &Vec<Run<'r, E>>| {
                Ok(piece.iter().copied().flatten().map(length).sum::<usize>())
            })?;
        let mut offsets = self.task.zeroed::<i64>(self.n_rows + 1)?;
        let mut bytes = self.task.zeroed::<u8>(lengths.iter().sum())?;
        let mut work = Vec::with_capacity(lengths.len());
        let (mut ends, mut text, mut before) = (&mut offsets[1..], bytes.as_mut_slice(), 0_i64);
        for (piece, length) in self.pieces.iter().zip(lengths) {
            let n_rows = piece.iter().map(|run| run.len()).sum();
            let promise = "room for all";
            let own = ends.split_off_mut(..n_rows).expect(promise);
            work.push((
                piece,
                before,
                own,
                text.split_off_mut(..length).expect(promise),
            ));
            before += i64::try_from(length).expect("memory is below 2^63 bytes");
        }
        self.task.map(work, |(piece, before, ends, text)| {
            let mut end = 0;
            for (row, row_end) in piece.iter().copied().flatten().zip(ends) {
                end = written(words(row), text, end);
                *row_end = before + i64::try_from(end).expect("memory is below 2^63 bytes");
            }
            Ok(())
        })?;
        let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
        let column = LargeStringArray::try_new(offsets, Buffer::from_vec(bytes), None);
        Ok(Arc::new(
            column.map_err(|error| Error::Limit(error.to_string()))?,
        ))
    }

    /// A value for every row.
    fn filled<T: Copy + Default + Send + Sync>(
        &self,
        value: impl Fn(&Row<E>) -> T + Sync,
    ) -> Result<Vec<T>> {
        let mut values = self.task.zeroed::<T>(self.n_rows)?;
        let mut room = values.as_mut_slice();
        let mut work = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let n_rows = piece.iter().map(|run| run.len()).sum();
            work.push((piece, room.split_off_mut(..n_rows).expect("room for all")));
        }
        self.task.map(work, |(piece, room)| {
            let rows = piece.iter().copied().flatten();
            room.iter_mut()
                .zip(rows)
                .for_each(|(place, row)| *place = value(row));
            Ok(())
        })?;
        Ok(values)
    }
}

/// A name as it is written: short ones with spaces behind them, so that as many bytes are copied of each.
struct Name<'n> {
    word: &'n str,
    spaced: [u8; SHORT],
}

impl<'n> Name<'n> {
    fn new(word: &'n str) -> Self {
        let mut spaced = [b' '; SHORT];
        if word.len() < SHORT {
            spaced[..word.len()].copy_from_slice(word.as_bytes());
        }
        Self { word, spaced }
    }

    /// Writes the name and a space at a place of a text, if there is room. What stands behind is written
    /// later.
    fn write(&self, text: &mut [u8], place: usize) {
        let length = self.word.len();
        match text.get_mut(place..place + SHORT) {
            Some(room) if length < SHORT => room.copy_from_slice(&self.spaced),
            _ => {
                text[place..place + length].copy_from_slice(self.word.as_bytes());
                if let Some(space) = text.get_mut(place + length) {
                    *space = b' ';
                }
            }
        }
    }
}

/// Writes names with a space between them; the end of the last one.
fn written<'n>(names: impl Iterator<Item = &'n Name<'n>>, text: &mut [u8], start: usize) -> usize {
    let mut next = start;
    for name in names {
        name.write(text, next);
        next += name.word.len() + 1;
    }
    next - 1
}

/// Merges runs, each by frequency descending, whose words follow one another.
fn merge<'r, E: Entry>(runs: &[Run<'r, E>], ordered: &mut Vec<Run<'r, E>>) {
    let mut runs = runs.to_vec();
    let entry =
        |number: usize, run: Run<'r, E>| run.first().map(|row| (row.frequency, Reverse(number)));
    let numbered = runs.iter().enumerate();
    let mut heads: BinaryHeap<_> = numbered
        .filter_map(|(number, run)| entry(number, run))
        .collect();
    while let Some((frequency, Reverse(number))) = heads.pop() {
        let end = runs[number].partition_point(|row| row.frequency == frequency);
        let (same, rest) = runs[number].split_at(end);
        ordered.push(same);
        runs[number] = rest;
        heads.extend(entry(number, rest));
    }
}

/// Runs put together to about as many rows as one worker writes at a time.
fn pieces<E>(ordered: Vec<Run<'_, E>>) -> Vec<Vec<Run<'_, E>>> {
    let mut pieces = vec![Vec::new()];
    let mut held = 0;
    for run in ordered.into_iter().flat_map(|run| run.chunks(ROWS_A_PART)) {
        if held + run.len() > ROWS_A_PART {
            pieces.push(Vec::new());
            held = 0;
        }
        held += run.len();
        pieces
            .last_mut()
            .expect("there is always a piece")
            .push(run);
    }
    pieces
}
