//! Tokens as columns: one row a token of a corpus, or one list a text without a corpus.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::{ArrayRef, LargeListArray, StringViewArray};
use arrow_buffer::{Buffer, OffsetBuffer};
use arrow_schema::{DataType, Field};

use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::{Scratch, Task};
use crate::text::{Texts, Token, Tokenizer};

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
    let strings: ArrayRef = Arc::new(strings(words.text().as_bytes(), bounds)?);
    let (mut numbers, mut read) = (Vec::new(), Vec::new());
    for document in scope.documents() {
        task.check()?;
        let part = corpus.part_of(document);
        let own = part.own_values(layer);
        scope.each_range(document, |range| {
            part.read_own_values(layer, range, &mut read, own);
            numbers.extend(read.iter().map(|value| value.checked_sub(1)));
        });
    }
    Ok(table::take_known(&strings, &numbers))
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
///
/// All texts are gone through twice, so that tokens are written where they stay: fresh memory costs more
/// than finding words.
pub fn ragged_tokens(texts: &Texts, tokenizer: &Tokenizer, task: &Task) -> Result<LargeListArray> {
    task.expect(2 * texts.len() as u64);
    let numbers: Vec<usize> = (0..texts.len()).collect();
    let parts: Vec<&[usize]> = numbers.chunks(DOCUMENTS_A_PART).collect();
    let scratch = Scratch::new();
    let each = |part: &[usize], pass: &mut dyn FnMut(&str, &[Token])| {
        scratch.with(Vec::new, |tokens| {
            for text in part.iter().map(|number| texts.get(*number)) {
                task.check()?;
                tokens.clear();
                tokenizer.append_tokens(text, 0, tokens);
                pass(text, tokens);
            }
            task.advance(part.len() as u64);
            Ok(())
        })
    };
    let sizes = task.map(parts.clone(), |part| {
        let (mut lengths, mut bytes) = (Vec::with_capacity(part.len()), 0);
        each(part, &mut |_, tokens| {
            lengths.push(tokens.len());
            bytes += tokens
                .iter()
                .map(|token| token.bytes().len())
                .sum::<usize>();
        })?;
        Ok((lengths, bytes))
    })?;
    let lengths = sizes.iter().flat_map(|(lengths, _)| lengths);
    let n_tokens: usize = lengths.clone().sum();
    let offsets = OffsetBuffer::<i64>::from_lengths(lengths.copied());
    let n_bytes = sizes.iter().map(|(_, bytes)| bytes).sum();
    let mut ends = task.zeroed::<i64>(n_tokens + 1)?;
    let mut text = task.zeroed::<u8>(n_bytes)?;
    let (mut room, mut bytes_room) = (&mut ends[1..], text.as_mut_slice());
    let (mut work, mut before) = (Vec::with_capacity(sizes.len()), 0);
    for (part, (lengths, bytes)) in parts.into_iter().zip(&sizes) {
        let promise = "room for all";
        let own_ends = room.split_off_mut(..lengths.iter().sum()).expect(promise);
        let own_bytes = bytes_room.split_off_mut(..*bytes).expect(promise);
        work.push((part, before, own_ends, own_bytes));
        before += i64::try_from(*bytes).expect("memory is below 2^63 bytes");
    }
    task.map(work, |(part, before, ends, bytes)| {
        let (mut ends, mut end) = (ends.iter_mut(), 0);
        each(part, &mut |text, tokens| {
            for (token, place) in tokens.iter().zip(&mut ends) {
                end = write(text, token.bytes(), bytes, end);
                *place = before + i64::try_from(end).expect("memory is below 2^63 bytes");
            }
        })
    })?;
    let values = table::strings_over(ends, text, task)?;
    let field = Arc::new(Field::new("token", DataType::LargeUtf8, false));
    Ok(LargeListArray::new(field, offsets, Arc::new(values), None))
}

/// So many bytes are copied of a short token, whatever its length: what stands behind is written later.
const SHORT: usize = 16;

/// Writes some bytes of a text to a place; the end of them there.
#[inline]
fn write(text: &str, bytes: Range<usize>, room: &mut [u8], start: usize) -> usize {
    let (text, end) = (text.as_bytes(), start + bytes.len());
    let short = text.get(bytes.start..bytes.start + SHORT);
    match (short, room.get_mut(start..start + SHORT)) {
        (Some(from), Some(to)) if bytes.len() <= SHORT => to.copy_from_slice(from),
        _ => room[start..end].copy_from_slice(&text[bytes]),
    }
    end
}
