//! Reprints: near-duplicates among documents, and the stretches that two of them have in common.

use pyo3::prelude::*;

use super::corpus::Corpus;
use super::run::run;
use super::table::Table;
use crate::analysis::{self, NearDuplicateOptions, ReuseOptions};

/// The near-duplicates of a corpus.
#[pyfunction]
pub(super) fn near_duplicates(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    similarity: f64,
    n: u32,
    progress: Option<Py<PyAny>>,
) -> PyResult<Table> {
    let (scope, options) = (&corpus.0, NearDuplicateOptions { similarity, n });
    Table::reported(py, progress.as_ref(), |task| {
        analysis::near_duplicates(scope, &options, task)
    })
}

/// The pairs of documents that are near-duplicates.
#[pyfunction]
pub(super) fn near_duplicate_pairs(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    similarity: f64,
    n: u32,
) -> PyResult<Table> {
    let (scope, options) = (&corpus.0, NearDuplicateOptions { similarity, n });
    Table::of(py, |task| {
        analysis::near_duplicate_pairs(scope, &options, task)
    })
}

/// The corpus with a column that names the near-duplicate which stands for each document.
#[pyfunction]
pub(super) fn with_near_duplicates(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    column: &str,
    similarity: f64,
    n: u32,
) -> PyResult<Corpus> {
    let (scope, options) = (&corpus.0, NearDuplicateOptions { similarity, n });
    let longer = run(py, None, |task| {
        analysis::with_near_duplicates(scope, column, &options, task)
    })?;
    Ok(Corpus::new(longer))
}

/// The stretches that two documents have in common.
#[pyfunction]
pub(super) fn text_reuse(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    documents: (String, String),
    n: u32,
    gap: u32,
) -> PyResult<Table> {
    let (scope, options) = (&corpus.0, ReuseOptions { n, gap });
    let (first, second) = &documents;
    Table::of(py, |task| {
        analysis::text_reuse(scope, (first, second), options, task)
    })
}
