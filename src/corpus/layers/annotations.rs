//! Annotations on their way into a corpus: outer tokens by characters, their values numbered.

use std::collections::HashMap;

use super::check_names;
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, Int64Array};
use arrow_schema::DataType;

use crate::corpus::metadata::Key;
use crate::corpus::words::Words;
use crate::corpus::{Corpus, DocId, Metadata};
use crate::error::{Error, Result};
use crate::task::Task;

/// How many rows are read between two looks at the task.
const ROWS_A_LOOK: usize = 1 << 14;

/// Outer tokens of the documents of one corpus, with values for one or more layers.
#[derive(Clone, Debug)]
pub struct Annotations {
    pub(super) names: Vec<String>,
    /// The documents that are annotated, also without an outer token.
    pub(super) named: Vec<bool>,
    pub(super) rows: Rows,
    /// What was not found in the text: the document, the character that it was looked for at, itself.
    pub(super) unplaced: Vec<(DocId, u32, String)>,
    pub(super) values: Vec<Values>,
}

/// Outer tokens: their documents and the characters that they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub(super) documents: Vec<DocId>,
    pub(super) starts: Vec<u32>,
    pub(super) ends: Vec<u32>,
}

/// The values of one layer, one an outer token, as numbers from 1; 0 is no value.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) numbers: Vec<u32>,
    pub(super) words: Words,
    known: HashMap<String, u32, foldhash::fast::RandomState>,
}

impl Values {
    /// Values that are numbered already.
    pub(super) fn of_words(words: &Words) -> Result<Self> {
        let mut values = Self::default();
        for word in words.iter() {
            values.number(word)?;
        }
        Ok(values)
    }

    /// The number of a value; that of an empty one is 0.
    pub(super) fn number(&mut self, value: &str) -> Result<u32> {
        if value.is_empty() {
            return Ok(0);
        }
        if let Some(number) = self.known.get(value) {
            return Ok(*number);
        }
        self.words.extend([value])?;
        let number = u32::try_from(self.words.len())
            .map_err(|_| Error::Limit("a layer holds fewer than 2^32 values".into()))?;
        self.known.insert(value.to_owned(), number);
        Ok(number)
    }
}

impl Annotations {
    /// None yet, for layers of these names.
    ///
    /// Errors: [`Error::Parameter`] for names that a query could not use, or that stand twice.
    pub fn new(corpus: &Corpus, names: Vec<String>) -> Result<Self> {
        check_names(&names)?;
        Ok(Self {
            values: vec![Values::default(); names.len()],
            named: vec![false; corpus.n_documents()],
            names,
            rows: Rows::default(),
            unplaced: Vec::new(),
        })
    }

    /// Notes that a document is annotated, be it with nothing.
    pub fn name(&mut self, document: DocId) {
        self.named[document.index()] = true;
    }

    /// Adds an outer token of these characters; `values` has one a layer, an empty one for none.
    ///
    /// Errors: [`Error::Parameter`] where it ends before it begins.
    pub fn push<'v>(
        &mut self,
        document: DocId,
        (start, end): (u32, u32),
        values: impl IntoIterator<Item = &'v str>,
    ) -> Result<()> {
        if end < start {
            let message = format!("start must not be behind end, got {start} and {end}");
            return Err(Error::Parameter(message));
        }
        self.name(document);
        for (layer, value) in self.values.iter_mut().zip(values) {
            let number = layer.number(value)?;
            layer.numbers.push(number);
        }
        // An outer token without any value says nothing.
        let row = self.rows.starts.len();
        if self.values.iter().all(|layer| layer.numbers[row] == 0) {
            for layer in &mut self.values {
                layer.numbers.pop();
            }
            return Ok(());
        }
        self.rows.documents.push(document);
        self.rows.starts.push(start);
        self.rows.ends.push(end);
        Ok(())
    }

    /// Adds the rows of a table with the columns `document`, `start`, `end` and one a layer.
    ///
    /// Errors: [`Error::Unknown`] for a column or a document that does not exist, [`Error::Type`] for a
    /// column of another type, [`Error::Parameter`] for a missing document or character.
    pub fn add_table(
        &mut self,
        corpus: &Corpus,
        table: &Metadata,
        columns: &[String],
        task: &Task,
    ) -> Result<()> {
        let of_table = |name: &str| {
            let unknown = |_| Error::unknown("column of annotations", name, table.names());
            table.column(name).map_err(unknown)
        };
        let (documents, values) = (of_table("document")?, columns.iter());
        let values: Vec<&ArrayRef> = values
            .map(|name| table.column(name))
            .collect::<Result<_>>()?;
        let (starts, ends) = (characters(table, "start")?, characters(table, "end")?);
        let mut known: Option<(String, DocId)> = None;
        let mut texts = vec![String::new(); values.len()];
        for row in 0..table.n_rows() {
            if row.is_multiple_of(ROWS_A_LOOK) {
                task.check()?;
            }
            let at_row = |error: Error| match error {
                Error::Parameter(message) => Error::Parameter(format!("row {row}: {message}")),
                other => other,
            };
            let id = text_of("document", documents, row)?
                .ok_or_else(|| at_row(Error::Parameter("document must not be missing".into())))?;
            let document = match &known {
                Some((known, document)) if *known == id => *document,
                _ => corpus.document(&id)?,
            };
            known = Some((id, document));
            for ((text, column), name) in texts.iter_mut().zip(&values).zip(columns) {
                *text = text_of(name, column, row)?.unwrap_or_default();
            }
            let span = (
                character(&starts, "start", row)?,
                character(&ends, "end", row)?,
            );
            let texts = texts.iter().map(String::as_str);
            self.push(document, span, texts).map_err(at_row)?;
        }
        Ok(())
    }

    /// How many layers they are for.
    pub fn n_layers(&self) -> usize {
        self.names.len()
    }
}

fn characters(table: &Metadata, name: &str) -> Result<Int64Array> {
    let column = table.column(name)?;
    // A column without any value has no type of its own.
    if column.null_count() == column.len() {
        return Ok(Int64Array::new_null(column.len()));
    }
    if column.data_type() != &DataType::Int64 {
        let message = format!("column {name:?} must hold whole numbers, which are characters");
        return Err(Error::Type(message));
    }
    Ok(column.as_primitive::<Int64Type>().clone())
}

fn character(column: &Int64Array, name: &str, row: usize) -> Result<u32> {
    if column.is_null(row) {
        let message = format!("row {row}: {name} must not be missing");
        return Err(Error::Parameter(message));
    }
    let value = column.value(row);
    u32::try_from(value).map_err(|_| {
        let message = format!("row {row}: {name} must be a character of the text, got {value}");
        Error::Parameter(message)
    })
}

fn text_of(name: &str, column: &ArrayRef, row: usize) -> Result<Option<String>> {
    match Metadata::key(column, row) {
        None => Ok(None),
        Some(Key::Text(text)) => Ok(Some(text.to_owned())),
        // Days and times are kept as integers too.
        Some(Key::Integer(integer)) if *column.data_type() == DataType::Int64 => {
            Ok(Some(integer.to_string()))
        }
        Some(_) => Err(Error::Type(format!(
            "column {name:?} must hold text or whole numbers; convert it to text"
        ))),
    }
}
