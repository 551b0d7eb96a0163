//! Tokens as columns: one row a token of a corpus, or one list a text without a corpus.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::{ArrayRef, LargeListArray, LargeStringArray, StringViewArray};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field};

use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;
use crate::text::{Texts, Tokenizer};

/// How many documents or texts one worker takes at a time.
const DOCUMENTS_A_PART: usize = 64;

/// Every token in view: document, position in the document, token, start and end in characters.
///
/// Behind them stands a column a layer. Ids, tokens and values are views into one copy of each
/// different string.
pub fn token_table(scope: &Scope, task: &Task) -> Result<Table> {
    let corpus = scope.corpus();
    let documents: Vec<DocId> = scope.documents().collect();
    let parts = task.map(
        documents.chunks(DOCUMENTS_A_PART).collect(),
        |part: &[DocId]| {
            let mut rows = Rows::default();
            for document in part {
                task.check()?;
                scope.each_range(*document, |range| rows.push(corpus, *document, range));
            }
            Ok(rows)
        },
    )?;
    let all = |column: fn(&Rows) -> &Vec<u32>| parts.iter().flat_map(column).copied();
    let types = corpus.vocabulary().types();
    let bounds = (0..types.len()).map(|number| types.bytes(number));
    let columns = vec![
        (
            "document",
            views(&ids(corpus)?, all(|rows| &rows.documents)),
        ),
        (
            "position",
            table::counts(all(|rows| &rows.positions).map(u64::from)),
        ),
        (
            "token",
            views(
                &strings(types.text().as_bytes(), bounds)?,
                all(|rows| &rows.tokens),
            ),
        ),
        (
            "start",
            table::counts(all(|rows| &rows.starts).map(u64::from)),
        ),
        ("end", table::counts(all(|rows| &rows.ends).map(u64::from))),
    ];
    let mut columns: Vec<(String, ArrayRef)> = columns
        .into_iter()
        .map(|(name, column)| (name.to_owned(), column))
        .collect();
    for number in 0..corpus.layers().len() {
        let column = values(scope, number, task)?;
        columns.push((corpus.layers()[number].name().to_owned(), column));
    }
    Ok(Table::new(columns, scope.manifest("tokens")))
}

/// The values of all tokens in view in a layer.
fn values(scope: &Scope, layer: usize, task: &Task) -> Result<ArrayRef> {
    let corpus = scope.corpus();
    let words = corpus.layers()[layer].values();
    let bounds = (0..words.len()).map(|number| words.bytes(number));
    let strings = strings(words.text().as_bytes(), bounds)?;
    let (mut numbers, mut read) = (Vec::new(), Vec::new());
    for document in scope.documents() {
        task.check()?;
        let part = corpus.part_of(document);
        let own = part.own_values(layer);
        scope.each_range(document, |range| {
            part.read_own_values(layer, range, &mut read, |value| own[value as usize]);
            numbers.extend(read.iter().map(|value| value.checked_sub(1)));
        });
    }
    let rows: arrow_array::UInt32Array = numbers.into_iter().collect();
    let taken = arrow_select::take::take(&strings, &rows, None);
    Ok(taken.expect("numbers of values"))
}

#[derive(Default)]
struct Rows {
    documents: Vec<u32>,
    positions: Vec<u32>,
    tokens: Vec<u32>,
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Rows {
    fn push(&mut self, corpus: &Corpus, document: DocId, range: Range<Position>) {
        let first = corpus.document_range(document).start.number();
        let mut known = (0, 0);
        let mut number = range.start.number();
        corpus.each_token(range, |word, bytes| {
            let start = corpus.characters(document, bytes.start, known);
            let end = corpus.characters(document, bytes.end, (bytes.start, start));
            known = (bytes.end, end);
            let below = |character| u32::try_from(character).expect("a document is below 4 GiB");
            self.documents.push(document.number());
            self.positions.push(number - first);
            self.tokens.push(word.number());
            self.starts.push(below(start));
            self.ends.push(below(end));
            number += 1;
        });
    }
}

fn ids(corpus: &Corpus) -> Result<StringViewArray> {
    let text: String = corpus.ids().iter().collect();
    let mut end = 0;
    let bounds = corpus.ids().iter().map(|id| {
        end += id.len();
        end - id.len()..end
    });
    strings(text.as_bytes(), bounds.collect::<Vec<_>>().into_iter())
}

/// The different strings of a column, as views into one buffer.
fn strings(bytes: &[u8], bounds: impl Iterator<Item = Range<usize>>) -> Result<StringViewArray> {
    if i32::try_from(bytes.len()).is_err() {
        let message = "the column's different strings exceed 2 GiB; take a subset";
        return Err(Error::Limit(message.into()));
    }
    let mut builder = arrow_array::builder::StringViewBuilder::new();
    let block = builder.append_block(Buffer::from(bytes));
    for range in bounds {
        let place = |byte| u32::try_from(byte).expect("below 2 GiB");
        builder
            .try_append_view(block, place(range.start), place(range.len()))
            .expect("a range of whole characters");
    }
    Ok(builder.finish())
}

fn views(strings: &StringViewArray, rows: impl Iterator<Item = u32>) -> ArrayRef {
    let rows: Vec<u32> = rows.collect();
    let column: ArrayRef = Arc::new(strings.clone());
    table::take(&column, &rows)
}

/// The tokens of each text as a list column.
pub fn ragged_tokens(texts: &Texts, tokenizer: &Tokenizer, task: &Task) -> Result<LargeListArray> {
    task.expect(texts.len() as u64);
    let numbers: Vec<usize> = (0..texts.len()).collect();
    let parts = task.map(
        numbers.chunks(DOCUMENTS_A_PART).collect(),
        |part: &[usize]| {
            let (mut words, mut lengths) = (Vec::new(), Vec::with_capacity(part.len()));
            for number in part {
                task.check()?;
                let before = words.len();
                words.extend(tokenizer.words(texts.get(*number)));
                lengths.push(words.len() - before);
            }
            task.advance(part.len() as u64);
            let words: ArrayRef = Arc::new(LargeStringArray::from_iter_values(words));
            Ok((words, lengths))
        },
    )?;
    let (words, lengths): (Vec<ArrayRef>, Vec<Vec<usize>>) = parts.into_iter().unzip();
    let mut end = 0_i64;
    let mut offsets = vec![0];
    for length in lengths.into_iter().flatten() {
        end += i64::try_from(length).expect("fewer tokens than bytes");
        offsets.push(end);
    }
    let values = table::concatenate(&words, &DataType::LargeUtf8)
        .map_err(|error| Error::Limit(error.to_string()))?;
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    let field = Arc::new(Field::new("token", DataType::LargeUtf8, false));
    Ok(LargeListArray::new(field, offsets, values, None))
}
