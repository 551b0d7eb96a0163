//! Ranking: counted rows in the order of a frequency list, whose columns are made, in parallel, when
//! they are asked for.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::{Array as _, ArrayRef, Float64Array, Int64Array};
use arrow_schema::DataType;

use super::counted::{Alike, Counted, Row};
use super::entries::{Entry, Packing};
use crate::error::Result;
use crate::table::{self, Column, Deferred};
use crate::task::Task;

/// How many rows one worker writes at a time.
const ROWS_A_PIECE: usize = 1 << 14;

/// How many partitions one worker looks through at a time for rows that occur equally often.
const RUNS_AT_ONCE: usize = 32;
/// So many places are sorted by one worker.
const SORTED_AT_ONCE: usize = 1 << 12;

/// Names that are shorter are copied whole.
const SHORT: usize = 16;

/// Rows by group, then by frequency descending, then by words.
pub(super) struct Ranking<E> {
    partitions: Vec<Counted<E>>,
    /// The rows in their order.
    stretches: Vec<Stretch>,
    packing: Packing,
    names: Arc<Names>,
}

/// Neighbouring rows of a partition.
struct Stretch {
    partition: usize,
    rows: Range<usize>,
    /// How many rows stand before it.
    before: usize,
}

impl Stretch {
    fn behind(&self) -> usize {
        self.before + self.rows.len()
    }
}

impl<E: Entry> Ranking<E> {
    /// Merges what [`count_entries`](super::partitions::count_entries) gave.
    pub(super) fn merged(
        partitions: Vec<Counted<E>>,
        packing: Packing,
        names: Names,
        task: &Task,
    ) -> Result<Arc<Self>> {
        let numbered = partitions.iter().enumerate();
        let runs: Vec<Run<'_>> = numbered
            .flat_map(|(partition, counted)| Run::by_group(partition, counted, packing))
            .collect();
        let mut stretches = Vec::new();
        for runs in runs.chunk_by(|left, right| left.group == right.group) {
            task.check()?;
            merge(runs, &mut stretches, task)?;
        }
        Ok(Arc::new(Self {
            partitions,
            stretches,
            packing,
            names: Arc::new(names),
        }))
    }

    /// These rows in their order, with the names of a ranking of more of them.
    pub(super) fn reordered(self: Arc<Self>, rows: Vec<Row<E>>) -> Arc<Self> {
        let whole = Stretch {
            partition: 0,
            rows: 0..rows.len(),
            before: 0,
        };
        Arc::new(Self {
            stretches: vec![whole],
            partitions: vec![Counted::in_order(rows)],
            packing: self.packing,
            names: self.names.clone(),
        })
    }

    fn n_rows(&self) -> usize {
        self.stretches.last().map_or(0, Stretch::behind)
    }

    /// All rows in their order.
    pub(super) fn rows(&self, task: &Task) -> Result<Vec<Row<E>>> {
        self.filled(0..self.n_rows(), |row| *row, task)
    }

    /// A column of the labels of each row's group.
    pub(super) fn labels(self: &Arc<Self>, labels: &ArrayRef) -> Column {
        let labels = labels.clone();
        self.deferred(labels.data_type().clone(), move |ranking, rows, task| {
            let group = |row: &Row<E>| ranking.packing.group(row.key);
            Ok(table::take(&labels, &ranking.filled(rows, group, task)?))
        })
    }

    /// A column of counts.
    pub(super) fn counts(self: &Arc<Self>, count: fn(&Row<E>) -> u32) -> Column {
        self.deferred(DataType::Int64, move |ranking, rows, task| {
            let counts = ranking.filled(rows, |row| i64::from(count(row)), task)?;
            Ok(Arc::new(Int64Array::from(counts)))
        })
    }

    /// A column of scores from frequency and group.
    pub(super) fn scores(
        self: &Arc<Self>,
        score: impl Fn(u32, u32) -> f64 + Send + Sync + 'static,
    ) -> Column {
        self.deferred(DataType::Float64, move |ranking, rows, task| {
            let of_row = |row: &Row<E>| score(row.frequency, ranking.packing.group(row.key));
            let scores = ranking.filled(rows, of_row, task)?;
            Ok(Arc::new(Float64Array::from(scores)))
        })
    }

    /// A column of the words that `chosen` takes of each row's, with a space between them.
    pub(super) fn strings(self: &Arc<Self>, chosen: Range<usize>) -> Column {
        self.deferred(DataType::LargeUtf8, move |ranking, rows, task| {
            ranking.written(rows, &chosen, task)
        })
    }

    fn deferred(
        self: &Arc<Self>,
        data_type: DataType,
        maker: impl Fn(&Self, Range<usize>, &Task) -> Result<ArrayRef> + Send + Sync + 'static,
    ) -> Column {
        let ranking = self.clone();
        Column::Deferred(Deferred::new(
            data_type,
            self.n_rows(),
            move |rows, task| maker(&ranking, rows, task),
        ))
    }

    fn written(&self, rows: Range<usize>, chosen: &Range<usize>, task: &Task) -> Result<ArrayRef> {
        let words = |row: &Row<E>| {
            let words = self.packing.words(row.key);
            words.skip(chosen.start).take(chosen.len())
        };
        let of_word = |word| self.names.length(word) + 1;
        let length = |row: &Row<E>| words(row).map(of_word).sum::<usize>() - 1;
        let sizes = |piece: &Piece| {
            let mut n_bytes = 0;
            self.each(piece, |row| n_bytes += length(&row));
            (n_rows(piece), n_bytes)
        };
        let write = |piece: &Piece, mut room: table::Room<'_>| {
            let mut end = 0;
            self.each(piece, |row| {
                end = self.names.write(words(&row), room.text, end);
                room.end(end);
            });
        };
        let (offsets, bytes) = table::written(&self.pieces(rows), sizes, write, task)?;
        Ok(Arc::new(table::strings_over(offsets, bytes, task)?))
    }

    /// A value for each of some rows.
    fn filled<T: Copy + Default + Send + Sync>(
        &self,
        rows: Range<usize>,
        value: impl Fn(&Row<E>) -> T + Sync,
        task: &Task,
    ) -> Result<Vec<T>> {
        let mut values = task.zeroed::<T>(rows.len())?;
        let mut room = values.as_mut_slice();
        let mut work = Vec::new();
        for piece in self.pieces(rows) {
            let n_rows = n_rows(&piece);
            work.push((piece, room.split_off_mut(..n_rows).expect("room for all")));
        }
        task.map(work, |(piece, room)| {
            let mut places = room.iter_mut();
            self.each(&piece, |row| {
                *places.next().expect("room for all") = value(&row);
            });
            Ok(())
        })?;
        Ok(values)
    }

    /// Some rows in their order, as pieces for one worker each.
    fn pieces(&self, rows: Range<usize>) -> Vec<Piece> {
        let first = self
            .stretches
            .partition_point(|stretch| stretch.behind() <= rows.start);
        let mut pieces = vec![Piece::new()];
        let mut held = 0;
        for stretch in &self.stretches[first..] {
            if stretch.before >= rows.end {
                break;
            }
            let within = |row: usize| {
                stretch.rows.start + row.clamp(stretch.before, stretch.behind()) - stretch.before
            };
            let (start, end) = (within(rows.start), within(rows.end));
            for start in (start..end).step_by(ROWS_A_PIECE) {
                let run = start..end.min(start + ROWS_A_PIECE);
                if held + run.len() > ROWS_A_PIECE {
                    pieces.push(Piece::new());
                    held = 0;
                }
                held += run.len();
                let piece = pieces.last_mut().expect("there is always a piece");
                piece.push((stretch.partition, run));
            }
        }
        pieces
    }

    /// Passes on the rows of a piece.
    fn each(&self, piece: &Piece, mut pass: impl FnMut(Row<E>)) {
        for (partition, rows) in piece {
            self.partitions[*partition].each(rows.clone(), &mut pass);
        }
    }
}

/// Rows of some partitions, by the partitions' numbers.
type Piece = Vec<(usize, Range<usize>)>;

fn n_rows(piece: &Piece) -> usize {
    piece.iter().map(|(_, rows)| rows.len()).sum()
}

/// The names of numbered terms, as they are written.
pub(super) struct Names {
    names: Vec<Name>,
    /// Those that are not short, one after the other.
    long: String,
}

/// A short name has spaces behind it, so that as many bytes are copied of each.
struct Name {
    spaced: [u8; SHORT],
    length: usize,
    /// Where it stands among the long ones, if it is not short.
    place: usize,
}

impl Names {
    pub(super) fn new(names: &[&str]) -> Self {
        let mut long = String::new();
        let name = |name: &&str| {
            let (place, length) = (long.len(), name.len());
            let mut spaced = [b' '; SHORT];
            if length < SHORT {
                spaced[..length].copy_from_slice(name.as_bytes());
            } else {
                long.push_str(name);
            }
            Name {
                spaced,
                length,
                place,
            }
        };
        let names = names.iter().map(name).collect();
        Self { names, long }
    }

    fn length(&self, number: u32) -> usize {
        self.names[number as usize].length
    }

    /// Writes names with a space between them; the end of the last one.
    fn write(&self, numbers: impl Iterator<Item = u32>, text: &mut [u8], start: usize) -> usize {
        let mut next = start;
        for number in numbers {
            next = self.write_one(number, text, next) + 1;
        }
        next - 1
    }

    /// Writes a name and a space at a place of a text, if there is room; its end. What stands behind is
    /// written later.
    fn write_one(&self, number: u32, text: &mut [u8], start: usize) -> usize {
        let name = &self.names[number as usize];
        let end = start + name.length;
        match text.get_mut(start..start + SHORT) {
            Some(room) if name.length < SHORT => room.copy_from_slice(&name.spaced),
            _ => {
                let bytes = match name.length {
                    length @ ..SHORT => &name.spaced[..length],
                    length => &self.long.as_bytes()[name.place..name.place + length],
                };
                text[start..end].copy_from_slice(bytes);
                if let Some(space) = text.get_mut(end) {
                    *space = b' ';
                }
            }
        }
        end
    }
}

/// Rows of one partition and one group: by frequency descending, then by words, and behind them those
/// that occur once.
struct Run<'r> {
    partition: usize,
    group: u32,
    first: usize,
    alike: &'r [Alike],
    once: Range<usize>,
}

impl<'r> Run<'r> {
    /// The runs of a partition. Where there is but one group, keys that occur once need not be put in order.
    fn by_group<E: Entry>(
        partition: usize,
        counted: &'r Counted<E>,
        packing: Packing,
    ) -> impl Iterator<Item = Self> {
        let (all, n_rows) = (counted.alike(), counted.n_rows());
        let once: &[E] = if packing.n_groups > 1 {
            counted.once()
        } else {
            &[]
        };
        let (mut alike, mut first, mut first_once) = (all, 0, 0);
        std::iter::from_fn(move || {
            let keys = &once[first_once.min(once.len())..];
            let groups = alike.first().map(|alike| alike.group).into_iter();
            let group = groups
                .chain(keys.first().map(|key| packing.group(*key)))
                .min();
            let (group, behind) = match group {
                Some(group) if packing.n_groups > 1 => (
                    group,
                    keys.partition_point(|key| packing.group(*key) == group),
                ),
                _ => (0, counted.len() - n_rows - first_once),
            };
            let n_own = alike.partition_point(|alike| alike.group == group);
            let own;
            (own, alike) = alike.split_at(n_own);
            let run = Self {
                partition,
                group,
                first,
                alike: own,
                once: n_rows + first_once..n_rows + first_once + behind,
            };
            first += own.iter().map(|alike| alike.n_rows).sum::<usize>();
            first_once += behind;
            (!run.alike.is_empty() || !run.once.is_empty()).then_some(run)
        })
    }

    /// Its rows by their frequency, but for those that occur once.
    fn split(&self) -> impl Iterator<Item = Placed> {
        let mut next = self.first;
        self.alike.iter().map(move |alike| {
            let first = next;
            next += alike.n_rows;
            Placed {
                frequency: alike.frequency,
                partition: self.partition,
                rows: first..next,
            }
        })
    }
}

/// Neighbouring rows of a partition that occur equally often.
struct Placed {
    frequency: u32,
    partition: usize,
    rows: Range<usize>,
}

/// Merges runs of one group, whose words follow one another.
fn merge(runs: &[Run<'_>], stretches: &mut Vec<Stretch>, task: &Task) -> Result<()> {
    let mut push = |partition, rows: Range<usize>| {
        if !rows.is_empty() {
            stretches.push(Stretch {
                partition,
                rows,
                before: stretches.last().map_or(0, Stretch::behind),
            });
        }
    };
    let split = |runs: &[Run<'_>]| -> Vec<Placed> { runs.iter().flat_map(Run::split).collect() };
    let alike = if runs.len() < RUNS_AT_ONCE {
        split(runs)
    } else {
        let some = runs.chunks(RUNS_AT_ONCE).collect();
        task.map(some, |runs| Ok(split(runs)))?
            .into_iter()
            .flatten()
            .collect()
    };
    let place = |(number, alike): (usize, &Placed)| (Reverse(alike.frequency), number);
    let mut order: Vec<_> = alike.iter().enumerate().map(place).collect();
    if order.len() < SORTED_AT_ONCE {
        order.sort_unstable();
    } else {
        task.sort(&mut order, |place| *place)?;
    }
    for (_, number) in order {
        push(alike[number].partition, alike[number].rows.clone());
    }
    for run in runs {
        push(run.partition, run.once.clone());
    }
    Ok(())
}
