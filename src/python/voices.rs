//! Voices: counts of quotations, and the acronyms that documents explain.

use pyo3::prelude::*;

use super::args::NamesArg;
use super::corpus::Corpus;
use super::run::guard;
use super::table::Table;
use crate::analysis::{self, QuotationField};

/// How many quotations there are of each verb, kind or speaker: what is asked is the name of the verb.
#[pyfunction]
pub(super) fn quotation_counts(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    question: &str,
    by: NamesArg,
) -> PyResult<Table> {
    let fields: &[QuotationField] = match question {
        "reporting_verbs" => &[QuotationField::Verb, QuotationField::VerbClass],
        _ => &[QuotationField::Kind],
    };
    let scope = &corpus.0;
    Table::of(py, |task| {
        analysis::quotation_counts(scope, question, fields, &by.0, task)
    })
}

/// The acronyms that documents explain.
#[pyfunction]
pub(super) fn acronyms(py: Python<'_>, corpus: PyRef<'_, Corpus>) -> PyResult<Table> {
    let scope = &corpus.0;
    Table::of(py, |task| analysis::acronym_table(scope, task))
}

/// The verbs by which quotations are found.
#[pyfunction]
pub(super) fn reporting_verbs() -> PyResult<Table> {
    guard(|| Ok(Table(analysis::reporting_verb_table())))
}
