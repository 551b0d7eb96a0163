//! Questions asked of plain texts, without a corpus.

use pyo3::prelude::*;

use super::args::{FormatArg, TextsArg};
use super::table::Table;
use super::voices::ReportingVerbs;
use crate::analysis;

/// The sentences of texts.
#[pyfunction]
pub(super) fn sentences(
    py: Python<'_>,
    texts: TextsArg,
    format: FormatArg,
    text: bool,
) -> PyResult<Table> {
    let (texts, format) = (texts.0, format.0);
    Table::of(py, |task| {
        analysis::sentences_of_texts(&texts, format, text, task)
    })
}

/// The quotations of texts.
#[pyfunction]
#[pyo3(signature = (texts, format, verbs))]
pub(super) fn quotations(
    py: Python<'_>,
    texts: TextsArg,
    format: FormatArg,
    verbs: Option<PyRef<'_, ReportingVerbs>>,
) -> PyResult<Table> {
    let (texts, format) = (texts.0, format.0);
    let verbs = verbs.map(|verbs| verbs.0.clone());
    Table::of(py, |task| {
        analysis::quotations_of_texts(&texts, format, verbs.as_deref(), task)
    })
}
