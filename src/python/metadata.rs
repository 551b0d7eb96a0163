//! Metadata of documents that are in a corpus: columns brought to it, and what it is grouped by.

use arrow_array::Array;
use pyo3::prelude::*;

use super::args::{MetadataArg, NamesArg};
use super::corpus::Corpus;
use super::run::run;
use super::table::Table;
use crate::corpus::{DocId, Metadata, Missing};
use crate::error::Result;
use crate::table;

/// The corpus with columns whose rows are those of the documents, in their order.
#[pyfunction]
pub(super) fn with_rows(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    metadata: MetadataArg,
) -> PyResult<Corpus> {
    let whole = corpus.0.whole_corpus("with_metadata")?;
    let extended = run(py, None, |_| whole.with_rows(&metadata.0))?;
    Ok(Corpus::new(extended))
}

/// Columns as a table of their own, of which the rows are no documents'.
fn table_of(columns: MetadataArg) -> Result<Metadata> {
    let n_rows = columns.0.first().map_or(0, |(_, column)| column.len());
    Metadata::try_new(columns.0, n_rows)
}

/// The corpus with columns whose rows are those of the documents with the ids in one of them.
#[pyfunction]
pub(super) fn with_rows_of(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    metadata: MetadataArg,
    id: &str,
    missing_is_null: bool,
) -> PyResult<Corpus> {
    let whole = corpus.0.whole_corpus("with_metadata")?;
    let missing = missing_of(missing_is_null);
    let extended = run(py, None, |_| {
        let table = table_of(metadata)?;
        let ids = table.texts(id)?;
        let columns = table.columns().iter().filter(|(name, _)| name != id);
        let columns: Vec<_> = columns.cloned().collect();
        whole.with_rows_of(&columns, &ids, missing)
    })?;
    Ok(Corpus::new(extended))
}

/// The corpus with columns whose rows are those that have the documents' values in a column of both.
#[pyfunction]
pub(super) fn with_rows_on(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    metadata: MetadataArg,
    on: &str,
    missing_is_null: bool,
) -> PyResult<Corpus> {
    let whole = corpus.0.whole_corpus("with_metadata")?;
    let missing = missing_of(missing_is_null);
    let extended = run(py, None, |_| {
        let table = table_of(metadata)?;
        whole.with_rows_on(&table, on, missing)
    })?;
    Ok(Corpus::new(extended))
}

/// The corpus with columns under other names, or without them.
#[pyfunction]
pub(super) fn with_renamed(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    verb: &str,
    names: Vec<(String, Option<String>)>,
) -> PyResult<Corpus> {
    let whole = corpus.0.whole_corpus(verb)?;
    Ok(Corpus::new(run(py, None, |_| whole.with_renamed(&names))?))
}

fn missing_of(missing_is_null: bool) -> Missing {
    if missing_is_null {
        Missing::Null
    } else {
        Missing::Error
    }
}

/// What documents are grouped by under these names: a column each, one row a document in view.
#[pyfunction]
pub(super) fn groupings(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    names: NamesArg,
) -> PyResult<Table> {
    let scope = &corpus.0;
    Table::of(py, |_| {
        let documents: Vec<u32> = scope.documents().map(DocId::number).collect();
        let column = |name: &String| {
            let values = scope.corpus().grouping(name)?.values_of(&documents)?;
            Ok((name.clone(), values))
        };
        let columns = names.0.iter().map(column).collect::<Result<_>>()?;
        Ok(table::Table::new(columns, scope.manifest("documents")))
    })
}
