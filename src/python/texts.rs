//! Questions asked of plain texts, without a corpus.

use pyo3::prelude::*;

use super::args::{FormatArg, TextsArg};
use super::table::Table;
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
pub(super) fn quotations(py: Python<'_>, texts: TextsArg, format: FormatArg) -> PyResult<Table> {
    let (texts, format) = (texts.0, format.0);
    Table::of(py, |task| {
        analysis::quotations_of_texts(&texts, format, task)
    })
}
