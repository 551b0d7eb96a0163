//! A sheet: all lines of a concordance with their strings, as columns in an order of their own.

use std::hint::black_box;
use std::ops::{BitXor, Range};
use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array};

use super::concordance::Concordance;
use super::places::{LINES_AT_A_TIME, Place, Placer};
use crate::corpus::{Corpus, DocId};
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;

/// How many lines one worker turns into strings at a time.
const LINES_A_PART: usize = 1 << 11;

/// The names of a sheet's columns.
pub(super) const COLUMNS: [&str; 7] = [
    "document", "position", "start", "end", "left", "node", "right",
];

/// Lines with their strings, in the order of the text; what is next to each other there is next to
/// each other here, so that any order of the lines finds them in little memory.
pub(super) struct Sheet<'c> {
    corpus: &'c Corpus,
    /// The spans of the lines in the order that they leave in.
    order: &'c [u32],
    /// The number of each span among the rows, where some spans have none.
    numbers: Option<Vec<u32>>,
    parts: Vec<Part>,
}

/// Some lines that follow each other in the text.
struct Part {
    rows: Vec<Row>,
    /// The strings of all lines: left, node, right of the first, and so on.
    text: String,
}

/// A line on a sheet.
struct Row {
    document: DocId,
    position: u32,
    characters: Range<u32>,
    /// Where in the text of its part the strings begin, and where each ends.
    bounds: [u32; 4],
}

impl<'c> Sheet<'c> {
    /// The sheet of a concordance.
    pub(super) fn of(lines: &'c Concordance, task: &Task) -> Result<Self> {
        let (order, spans) = (lines.order(), lines.n_spans());
        let mut numbers = order.to_vec();
        if !numbers.is_sorted() {
            task.sort(&mut numbers, |span| *span)?;
        }
        numbers.dedup();
        let parts = task.map(numbers.chunks(LINES_A_PART).collect(), |some: &[u32]| {
            Part::of(lines, some)
        })?;
        let numbers = (numbers.len() < spans).then(|| {
            let mut of_spans = vec![0; spans];
            for (number, span) in (0..).zip(&numbers) {
                of_spans[*span as usize] = number;
            }
            of_spans
        });
        Ok(Self {
            corpus: lines.scope().corpus(),
            order,
            numbers,
            parts,
        })
    }

    /// The documents of the lines.
    pub(super) fn documents(&self) -> Vec<u32> {
        let document = |span: &u32| self.line(*span).0.document.number();
        self.order.iter().map(document).collect()
    }

    /// The lines as columns, those of [`COLUMNS`].
    pub(super) fn columns(&self, task: &Task) -> Result<[ArrayRef; 7]> {
        let parts = || self.order.chunks(LINES_A_PART);
        let sizes = task.map(parts().collect(), |spans| Ok(self.sizes(spans)))?;
        let n_lines = self.order.len();
        let mut numbers = [(); 3].map(|()| Vec::new());
        for values in &mut numbers {
            *values = task.zeroed::<i64>(n_lines)?;
        }
        let mut strings: [Strings; 4] = [(); 4].map(|()| Strings::default());
        for (column, strings) in strings.iter_mut().enumerate() {
            let bytes = sizes.iter().map(|sizes| sizes[column]).sum();
            *strings = Strings {
                text: task.zeroed(bytes)?,
                offsets: task.zeroed(n_lines + 1)?,
            };
        }
        let mut rooms = strings.each_mut().map(Strings::room);
        let [positions, starts, ends] = &mut numbers;
        let places = positions
            .chunks_mut(LINES_A_PART)
            .zip(starts.chunks_mut(LINES_A_PART))
            .zip(ends.chunks_mut(LINES_A_PART));
        let mut work = Vec::with_capacity(sizes.len());
        for ((spans, sizes), ((positions, starts), ends)) in parts().zip(sizes).zip(places) {
            let mut sizes = sizes.into_iter();
            let own = rooms.each_mut().map(|room| {
                let bytes = sizes.next().expect("one a column");
                room.split(spans.len(), bytes)
            });
            work.push((spans, own, [positions, starts, ends]));
        }
        task.map(work, |(spans, strings, numbers)| {
            self.gather(spans, strings, numbers);
            Ok(())
        })?;
        let [document, left, node, right] = strings.map(|strings| strings.column(task));
        let [position, start, end] =
            numbers.map(|values| Arc::new(Int64Array::from(values)) as ArrayRef);
        Ok([document?, position, start, end, left?, node?, right?])
    }

    /// The bytes that the strings of some lines take: document, left, node, right.
    fn sizes(&self, spans: &[u32]) -> [usize; 4] {
        let ids = self.corpus.ids();
        let mut sizes = [0; 4];
        for span in spans {
            let (_, row) = self.row(*span);
            let [start, left, node, right] = row.bounds.map(|bound| bound as usize);
            let document = ids.name(row.document).len();
            let own = [document, left - start, node - left, right - node];
            sizes.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
        sizes
    }

    /// Puts some lines into their places: document, left, node, right, and the numbers.
    fn gather(&self, spans: &[u32], mut columns: [Room<'_>; 4], numbers: [&mut [i64]; 3]) {
        let ids = self.corpus.ids();
        let [positions, starts, ends] = numbers;
        let mut numbers = positions.iter_mut().zip(starts).zip(ends);
        for some in spans.chunks(LINES_AT_A_TIME) {
            self.fetch(some);
            for (span, ((position, start), end)) in some.iter().zip(&mut numbers) {
                let (row, strings) = self.line(*span);
                *position = row.position.into();
                *start = row.characters.start.into();
                *end = row.characters.end.into();
                let [document, rest @ ..] = &mut columns;
                document.push(ids.name(row.document));
                for (column, string) in rest.iter_mut().zip(strings) {
                    column.push(string);
                }
            }
        }
    }

    /// Reads a little of each line, on which no result depends: memory brings it for all together,
    /// while a line alone would wait for it.
    fn fetch(&self, spans: &[u32]) {
        let byte = |span: &u32| {
            let (part, row) = self.row(*span);
            let byte = |at: u32| part.text.as_bytes().get(at as usize).copied();
            let [start, .., end] = row.bounds;
            byte(start).unwrap_or_default() ^ byte(end).unwrap_or_default()
        };
        black_box(spans.iter().map(byte).fold(0, BitXor::bitxor));
    }

    fn row(&self, span: u32) -> (&Part, &Row) {
        let numbers = self.numbers.as_ref();
        let number = numbers.map_or(span, |numbers| numbers[span as usize]) as usize;
        let part = &self.parts[number / LINES_A_PART];
        (part, &part.rows[number % LINES_A_PART])
    }

    /// The line of a span, and its strings.
    fn line(&self, span: u32) -> (&Row, [&str; 3]) {
        let (part, row) = self.row(span);
        let [start, left, node, right] = row.bounds.map(|bound| bound as usize);
        let strings = [start..left, left..node, node..right].map(|bytes| &part.text[bytes]);
        (row, strings)
    }
}

impl Part {
    fn of(lines: &Concordance, numbers: &[u32]) -> Result<Self> {
        let (mut rows, mut text) = (Vec::with_capacity(numbers.len()), String::new());
        let matches = numbers.iter().map(|number| lines.match_of(*number));
        let mut placer = Placer::new(lines.scope(), lines.window());
        placer.each_place(matches, |place| {
            rows.push(Row::of(place, &mut text)?);
            Ok(())
        })?;
        Ok(Self { rows, text })
    }
}

impl Row {
    /// A line, its strings put behind the text.
    fn of(place: &Place<'_>, text: &mut String) -> Result<Self> {
        let mut bounds = [below_4_gib(text.len())?; 4];
        for (bound, string) in bounds[1..].iter_mut().zip(place.strings()) {
            text.push_str(string);
            *bound = below_4_gib(text.len())?;
        }
        let characters = &place.characters;
        Ok(Self {
            document: place.document,
            position: place.position,
            characters: below_4_gib(characters.start)?..below_4_gib(characters.end)?,
            bounds,
        })
    }
}

/// A column of strings that are put together in parts.
#[derive(Default)]
struct Strings {
    text: Vec<u8>,
    /// 0, and where each string ends.
    offsets: Vec<i64>,
}

impl Strings {
    fn room(&mut self) -> Room<'_> {
        Room {
            text: &mut self.text,
            ends: &mut self.offsets[1..],
            behind: 0,
        }
    }

    fn column(self, task: &Task) -> Result<ArrayRef> {
        Ok(Arc::new(table::strings_over(
            self.offsets,
            self.text,
            task,
        )?))
    }
}

/// Room for some strings of a column.
struct Room<'r> {
    text: &'r mut [u8],
    ends: &'r mut [i64],
    /// Where the string before ends in the column.
    behind: i64,
}

impl<'r> Room<'r> {
    /// Splits off what so many strings of so many bytes take.
    fn split(&mut self, n_strings: usize, bytes: usize) -> Room<'r> {
        let promise = "room for all";
        let own = Room {
            text: self.text.split_off_mut(..bytes).expect(promise),
            ends: self.ends.split_off_mut(..n_strings).expect(promise),
            behind: self.behind,
        };
        self.behind += below_2_63(bytes);
        own
    }

    fn push(&mut self, string: &str) {
        let own = self.split(1, string.len());
        own.text.copy_from_slice(string.as_bytes());
        own.ends[0] = self.behind;
    }
}

fn below_2_63(bytes: usize) -> i64 {
    i64::try_from(bytes).expect("memory is below 2^63 bytes")
}

fn below_4_gib(bytes: usize) -> Result<u32> {
    let message = "a few lines exceed 4 GiB; take a smaller window";
    u32::try_from(bytes).map_err(|_| Error::Limit(message.into()))
}
