//! Voices: counts of quotations, and the acronyms that documents explain.

use std::sync::Arc;

use pyo3::prelude::*;

use super::args::NamesArg;
use super::corpus::{Corpus, pattern_options};
use super::run::{guard, run};
use super::table::Table;
use crate::analysis::{self, Mentioned, QuotationField};
use crate::articles::{self, VerbRow};
use crate::corpus::SpeakerNames;

/// Patterns that quotations are to hold, their syntax, and whether case matters.
pub(super) type MentionedArg = (NamesArg, String, bool);

pub(super) fn asked((patterns, syntax, case_sensitive): MentionedArg) -> Mentioned {
    Mentioned {
        patterns: patterns.0,
        options: pattern_options(&syntax, case_sensitive),
    }
}

/// How many quotations there are of each verb, kind or speaker: what is asked is the name of the verb.
#[pyfunction]
pub(super) fn quotation_counts(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    question: &str,
    by: NamesArg,
    mentioned: Option<MentionedArg>,
) -> PyResult<Table> {
    let fields: &[QuotationField] = match question {
        "reporting_verbs" => &[QuotationField::Verb, QuotationField::VerbClass],
        _ => &[QuotationField::Kind],
    };
    let scope = &corpus.0;
    let mentioned = mentioned.map(asked);
    Table::of(py, |task| {
        analysis::quotation_counts(scope, question, fields, &by.0, mentioned.as_ref(), task)
    })
}

/// The acronyms that documents explain.
#[pyfunction]
pub(super) fn acronyms(py: Python<'_>, corpus: PyRef<'_, Corpus>) -> PyResult<Table> {
    let scope = &corpus.0;
    Table::of(py, |task| analysis::acronym_table(scope, task))
}

/// Verbs by which quotations are found.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct ReportingVerbs(pub(super) Arc<articles::ReportingVerbs>);

/// A row as (lemma, verb, particle, forms, class, whether it counts, (frames, object, ambiguous)).
type RowArg = (
    String,
    String,
    String,
    [String; 5],
    String,
    bool,
    (String, String, String),
);

#[pymethods]
impl ReportingVerbs {
    #[new]
    fn new(rows: Vec<RowArg>) -> PyResult<Self> {
        let row = |(lemma, verb, particle, forms, class, counts, more): RowArg| VerbRow {
            lemma: lemma.into(),
            verb: verb.into(),
            particle: particle.into(),
            forms: forms.map(Into::into),
            class: class.into(),
            counts,
            frames: more.0.into(),
            object: more.1.into(),
            ambiguous: more.2.into(),
        };
        let rows: Vec<VerbRow> = rows.into_iter().map(row).collect();
        guard(|| Ok(Self(Arc::new(articles::ReportingVerbs::new(&rows)?))))
    }
}

/// The same documents, whose quotations are found by these verbs.
#[pyfunction]
pub(super) fn with_reporting_verbs(
    corpus: PyRef<'_, Corpus>,
    verbs: PyRef<'_, ReportingVerbs>,
) -> PyResult<Corpus> {
    guard(|| {
        let whole = corpus.0.whole_corpus("with_reporting_verbs")?;
        Ok(Corpus::new(whole.with_reporting_verbs(verbs.0.clone())))
    })
}

/// The same documents, whose speakers go by other names, given as pairs of a name as articles have it and the other;
/// `all` says that each must be somebody's.
#[pyfunction]
pub(super) fn with_speaker_names(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    names: Vec<(String, Option<String>)>,
    all: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<Corpus> {
    let scope = &corpus.0;
    run(py, progress.as_ref(), |task| {
        let whole = scope.whole_corpus("with_speaker_names")?;
        let names = SpeakerNames::new(names)?;
        if all {
            whole.check_speaker_names(&names, task)?;
        }
        Ok(Corpus::new(whole.with_speaker_names(Arc::new(names))))
    })
}

/// The verbs by which quotations are found.
#[pyfunction]
pub(super) fn reporting_verbs() -> PyResult<Table> {
    guard(|| Ok(Table(analysis::reporting_verb_table())))
}
