//! A sheet: all lines of a concordance with their strings, as columns in an order of their own.

use std::sync::Arc;

use arrow_array::builder::StringViewBuilder;
use arrow_array::{ArrayRef, Int64Array};

use super::concordance::Concordance;
use super::places::{Place, Placer};
use crate::corpus::{Corpus, DocId, Part};
use crate::error::{Error, Result};
use crate::table::{self, Memory, View};
use crate::task::Task;

/// How many lines one worker looks up at a time.
const LINES_A_PART: usize = 1 << 11;

/// The names of a sheet's columns.
pub(super) const COLUMNS: [&str; 7] = [
    "document", "position", "start", "end", "left", "node", "right",
];

/// Lines with their strings. They are looked up in the order of the text, where what is next to each
/// other is next to each other in memory; the strings stay where they are, in the texts.
pub(super) struct Sheet {
    /// The document of each line.
    documents: Vec<u32>,
    columns: [ArrayRef; 7],
}

impl Sheet {
    /// The sheet of a concordance.
    pub(super) fn of(lines: &Concordance, task: &Task) -> Result<Self> {
        let (spans, rows) = in_text_order(lines);
        let corpus = lines.scope().corpus();
        let memory = Memory::of(corpus.parts().iter().flat_map(Part::text_buffers));
        let mut documents = task.zeroed(spans.len())?;
        let mut numbers = columns(spans.len(), task)?;
        let mut views = columns(spans.len(), task)?;
        let work = rooms(&spans, &mut documents, &mut numbers, &mut views);
        task.map(work, |(spans, room)| room.fill(lines, spans, &memory))?;
        let ids = ids(corpus, &documents)?;
        let mut columns = vec![ids];
        columns.extend(numbers.map(|values| Arc::new(Int64Array::from(values)) as ArrayRef));
        columns.extend(views.map(|views| Arc::new(memory.strings(views)) as ArrayRef));
        if let Some(rows) = rows {
            documents = rows.iter().map(|row| documents[*row as usize]).collect();
            columns = task.map(columns, |column| Ok(table::take(&column, &rows)))?;
        }
        let columns = columns.try_into().expect("seven columns");
        Ok(Self { documents, columns })
    }

    /// The documents of the lines.
    pub(super) fn documents(&self) -> &[u32] {
        &self.documents
    }

    /// The lines as columns, those of [`COLUMNS`].
    pub(super) fn columns(&self) -> [ArrayRef; 7] {
        self.columns.clone()
    }
}

/// The spans of the lines in the order of the text, each once, and which of them each line has; none
/// where that is their own order.
fn in_text_order(lines: &Concordance) -> (Vec<u32>, Option<Vec<u32>>) {
    let order = lines.order();
    if order.is_sorted_by(|one, next| one < next) {
        return (order.to_vec(), None);
    }
    let mut rows = vec![u32::MAX; lines.n_spans()];
    for span in order {
        rows[*span as usize] = 0;
    }
    let mut spans = Vec::with_capacity(order.len());
    for (span, row) in (0..).zip(&mut rows).filter(|(_, row)| **row == 0) {
        *row = u32::try_from(spans.len()).expect("fewer lines than positions");
        spans.push(span);
    }
    let rows = order.iter().map(|span| rows[*span as usize]).collect();
    (spans, Some(rows))
}

fn columns<T: Copy + Default + Send + Sync>(rows: usize, task: &Task) -> Result<[Vec<T>; 3]> {
    Ok([task.zeroed(rows)?, task.zeroed(rows)?, task.zeroed(rows)?])
}

/// Room for some lines, which follow each other in the text.
struct Room<'r> {
    documents: &'r mut [u32],
    /// Position, start and end.
    numbers: [&'r mut [i64]; 3],
    /// Left, node and right.
    views: [&'r mut [View]; 3],
}

/// The spans by parts, each with its room.
fn rooms<'r>(
    spans: &'r [u32],
    documents: &'r mut [u32],
    numbers: &'r mut [Vec<i64>; 3],
    views: &'r mut [Vec<View>; 3],
) -> Vec<(&'r [u32], Room<'r>)> {
    let mut numbers = numbers
        .each_mut()
        .map(|values| values.chunks_mut(LINES_A_PART));
    let mut views = views.each_mut().map(|views| views.chunks_mut(LINES_A_PART));
    let parts = spans.chunks(LINES_A_PART);
    let rooms = parts.zip(documents.chunks_mut(LINES_A_PART));
    rooms
        .map(|(spans, documents)| {
            let promise = "columns of equal length";
            let room = Room {
                documents,
                numbers: numbers.each_mut().map(|parts| parts.next().expect(promise)),
                views: views.each_mut().map(|parts| parts.next().expect(promise)),
            };
            (spans, room)
        })
        .collect()
}

impl Room<'_> {
    fn fill(mut self, lines: &Concordance, spans: &[u32], memory: &Memory) -> Result<()> {
        let matches = spans.iter().map(|span| lines.match_of(*span));
        let mut placer = Placer::new(lines.scope(), lines.window());
        let (mut row, mut near) = (0, 0);
        placer.each_place(matches, |place| {
            self.put(row, place, memory, &mut near)?;
            row += 1;
            Ok(())
        })
    }

    fn put(
        &mut self,
        row: usize,
        place: &Place<'_>,
        memory: &Memory,
        near: &mut usize,
    ) -> Result<()> {
        let below_2_63 = |at| i64::try_from(at).expect("a text is below 2^63 bytes");
        let [position, start, end] = &mut self.numbers;
        position[row] = place.position.into();
        start[row] = below_2_63(place.characters.start);
        end[row] = below_2_63(place.characters.end);
        self.documents[row] = place.document.number();
        for (views, string) in self.views.iter_mut().zip(place.strings()) {
            views[row] = memory.view(string, near)?;
        }
        Ok(())
    }
}

/// The ids of documents in their order, as views into one copy of each.
fn ids(corpus: &Corpus, documents: &[u32]) -> Result<ArrayRef> {
    let mut ids = StringViewBuilder::new();
    let mut numbers = Vec::with_capacity(documents.len());
    let (mut last, mut n_ids) = (None, 0_u32);
    for document in documents {
        if last != Some(document) {
            let id = corpus.ids().name(DocId::new(*document));
            let too_long = |_| Error::Limit("an id of a table must be below 2 GiB".into());
            ids.try_append_value(id).map_err(too_long)?;
            (last, n_ids) = (Some(document), n_ids + 1);
        }
        numbers.push(n_ids - 1);
    }
    let ids: ArrayRef = Arc::new(ids.finish());
    Ok(table::take(&ids, &numbers))
}
