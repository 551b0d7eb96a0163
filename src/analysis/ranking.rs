//! Ranking: counted rows in the order of a frequency list, and columns of them, filled in parallel.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, Int64Array, LargeStringArray};
use arrow_buffer::{Buffer, OffsetBuffer};

use super::entries::{Entry, Packing};
use super::key_table::Row;
use crate::error::{Error, Result};
use crate::task::Task;

/// How many rows one worker writes at a time.
const ROWS_A_PART: usize = 1 << 14;

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
        let words = |row: &Row<E>| {
            let words = self.packing.words(row.key);
            words
                .skip(chosen.start)
                .take(chosen.len())
                .map(|number| names[number as usize].as_bytes())
        };
        let length = |row: &Row<E>| words(row).map(|word| word.len() + 1).sum::<usize>() - 1;
        let offsets = OffsetBuffer::<i64>::from_lengths(self.filled(length)?);
        let end_before = |row: usize| usize::try_from(offsets[row]).expect("not negative");
        let mut bytes = vec![0; end_before(self.n_rows)];
        self.write(&mut bytes, end_before, |row, room| {
            let mut end = 0;
            for (place, word) in words(row).enumerate() {
                if place > 0 {
                    room[end] = b' ';
                    end += 1;
                }
                room[end..end + word.len()].copy_from_slice(word);
                end += word.len();
            }
            end
        })?;
        let column = LargeStringArray::try_new(offsets, Buffer::from_vec(bytes), None);
        Ok(Arc::new(
            column.map_err(|error| Error::Limit(error.to_string()))?,
        ))
    }

    /// A value for every row.
    fn filled<T: Clone + Default + Send>(
        &self,
        value: impl Fn(&Row<E>) -> T + Sync,
    ) -> Result<Vec<T>> {
        let mut values = vec![T::default(); self.n_rows];
        let one = |row: &Row<E>, room: &mut [T]| {
            room[0] = value(row);
            1
        };
        self.write(&mut values, |row| row, one)?;
        Ok(values)
    }

    /// Has every row write to its place; `end_before` says where the rows before one end, `write`
    /// how much it wrote.
    fn write<T: Send>(
        &self,
        mut room: &mut [T],
        end_before: impl Fn(usize) -> usize,
        write: impl Fn(&Row<E>, &mut [T]) -> usize + Sync,
    ) -> Result<()> {
        let mut work = Vec::with_capacity(self.pieces.len());
        let mut first = 0;
        for piece in &self.pieces {
            let behind = first + piece.iter().map(|run| run.len()).sum::<usize>();
            let length = end_before(behind) - end_before(first);
            work.push((piece, room.split_off_mut(..length).expect("room for all")));
            first = behind;
        }
        self.task.map(work, |(piece, mut room)| {
            for row in piece.iter().copied().flatten() {
                let written = write(row, room);
                room = &mut room[written..];
            }
            Ok(())
        })?;
        Ok(())
    }
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
