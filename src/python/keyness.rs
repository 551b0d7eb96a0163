//! Keyness: what a target is compared with, and how.

use pyo3::prelude::*;

use super::args::{FrameArg, NamesArg, joined};
use super::corpus::{Corpus, pattern_options};
use super::table::Table;
use crate::analysis::{
    self, Direction, FrequencyList, KeynessOptions, Named, Reference, Significance,
};
use crate::error::Error;
use crate::stats::{Correction, MeasureOptions};

/// The key terms of a corpus or view, beside a reference of any kind, or of its groups.
#[pyfunction]
#[pyo3(signature = (target, reference, reference_tokens, options, progress))]
pub(super) fn keyness(
    py: Python<'_>,
    target: PyRef<'_, Corpus>,
    reference: ReferenceArg,
    reference_tokens: Option<u64>,
    options: OptionsArg,
    progress: Option<Py<PyAny>>,
) -> PyResult<Table> {
    let reference = match reference.0 {
        Reference::List(list) => Reference::List(FrequencyList {
            tokens: reference_tokens,
            ..list
        }),
        _ if reference_tokens.is_some() => {
            let message = "reference_tokens must be None unless the reference is a frequency list";
            return Err(Error::Parameter(message.into()).into());
        }
        other => other,
    };
    let target = target.0.clone();
    Table::reported(py, progress.as_ref(), |task| {
        analysis::keyness(&target, &reference, &options.0, task)
    })
}

/// A view of the documents that are not in view, of the same kinds of zone.
#[pyfunction]
pub(super) fn others(target: PyRef<'_, Corpus>) -> Corpus {
    Corpus(target.0.others())
}

/// None, a corpus, a list of words with frequencies, or a table with the columns term and frequency.
pub(super) struct ReferenceArg(Reference);

impl<'py> FromPyObject<'_, 'py> for ReferenceArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_none() {
            return Ok(Self(Reference::Rest));
        }
        if let Ok(corpus) = object.cast::<Corpus>() {
            return Ok(Self(Reference::Scope(corpus.get().0.clone())));
        }
        let terms = match object.extract::<Vec<(String, u64)>>() {
            Ok(terms) => terms,
            Err(_) => rows(object.extract::<FrameArg>()?)?,
        };
        Ok(Self(Reference::List(FrequencyList {
            terms,
            tokens: None,
        })))
    }
}

/// The words and frequencies of a table.
fn rows(frame: FrameArg) -> PyResult<Vec<(String, u64)>> {
    let names: Vec<String> = frame.0.iter().map(|(name, _)| name.clone()).collect();
    let column = |wanted: &str| {
        let found = frame.0.iter().find(|(name, _)| name == wanted);
        let (_, chunks) = found.ok_or_else(|| {
            Error::Parameter(format!(
                "reference must have the columns term and frequency, got {names:?}"
            ))
        })?;
        joined(chunks)
    };
    Ok(FrequencyList::rows(column("term")?, column("frequency")?)?)
}

/// How terms are compared, as a dict of all options.
pub(super) struct OptionsArg(KeynessOptions);

#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct Given {
    by: NamesArg,
    measures: NamesArg,
    measure_options: (f64, Option<u64>, f64, f64),
    direction: String,
    min_frequency: u64,
    min_documents: u64,
    ngrams: u32,
    case_sensitive: bool,
    layer: Option<String>,
    compound: Named,
    patterns: Option<NamesArg>,
    syntax: String,
    exclude: NamesArg,
    confidence: Option<f64>,
    resamples: usize,
    significance: Option<String>,
    correction: Option<String>,
    permutations: u64,
    seed: u64,
}

impl<'py> FromPyObject<'_, 'py> for OptionsArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let given: Given = object.extract()?;
        let significance = given
            .significance
            .as_deref()
            .map(Significance::from_name)
            .transpose()?;
        let correction = given
            .correction
            .as_deref()
            .map(Correction::from_name)
            .transpose()?;
        let (alpha, comparisons, smoothing, prior) = given.measure_options;
        let options = KeynessOptions {
            by: given.by.0,
            measures: given.measures.0,
            measure_options: MeasureOptions {
                alpha,
                smoothing,
                prior,
                ..MeasureOptions::default()
            },
            comparisons,
            direction: Direction::from_name(&given.direction)?,
            min_frequency: given.min_frequency,
            min_documents: given.min_documents,
            ngrams: given.ngrams,
            case_sensitive: given.case_sensitive,
            layer: given.layer,
            compounds: given.compound,
            patterns: given.patterns.map(|patterns| patterns.0),
            syntax: pattern_options(&given.syntax, given.case_sensitive).syntax,
            exclude: given.exclude.0,
            confidence: given.confidence,
            resamples: given.resamples,
            significance,
            permutations: given.permutations,
            correction,
            seed: given.seed,
        };
        Ok(Self(options))
    }
}
