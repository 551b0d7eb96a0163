//! Style: diversity, readability and similarity, of a corpus, of plain tokens and of plain counts.

use std::collections::HashMap;

use pyo3::prelude::*;
use pyo3::types::PyString;

use super::args::{NamesArg, iterated, utf8};
use super::corpus::Corpus;
use super::run::run;
use super::table::Table;
use crate::analysis::{self, Named, SimilarityOptions};
use crate::error::Error;
use crate::stats::Nearness;
use crate::stats::{DIVERSITIES, DIVERSITY_SYMBOLS, Diversity, DiversityOptions, Profile};
use crate::stats::{READABILITIES, READABILITY_SYMBOLS, Readability, TextCounts};
use crate::table;

/// The sizes of the measures: (window, segment, basis, sample, threshold).
pub(super) struct SizesArg(DiversityOptions);

impl<'py> FromPyObject<'_, 'py> for SizesArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let (window, segment, basis, sample, threshold) = object.extract()?;
        Ok(Self(DiversityOptions {
            window,
            segment,
            basis,
            sample,
            threshold,
        }))
    }
}

/// Tokens as numbers of their types, and how many types there are.
pub(super) struct TokensArg {
    numbers: Vec<u32>,
    n_types: usize,
}

impl<'py> FromPyObject<'_, 'py> for TokensArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let refused = |got: &Bound<'py, PyAny>| {
            let got = got.get_type().name();
            let got = got.map_or_else(|_| "object".into(), |name| name.to_string());
            PyErr::from(Error::Type(format!(
                "tokens must be a list of str, got {got}"
            )))
        };
        if object.is_instance_of::<PyString>() {
            let message = "tokens must be a list of str, got one str; hs.tokenize makes tokens";
            return Err(Error::Type(message.into()).into());
        }
        let (mut types, mut numbers) = (HashMap::new(), Vec::new());
        for (place, item) in iterated(&object, || refused(&object))?.enumerate() {
            let item = item?;
            let Ok(token) = item.cast::<PyString>() else {
                return Err(refused(&item));
            };
            let token = utf8(token, &format!("tokens[{place}]"))?;
            let next = u32::try_from(types.len())
                .map_err(|_| Error::Limit("tokens must be of fewer than 2^32 types".into()))?;
            // Looked up first: most tokens are of a type that is there.
            let number = match types.get(token) {
                Some(number) => *number,
                None => *types.entry(token.to_owned()).or_insert(next),
            };
            numbers.push(number);
        }
        Ok(Self {
            numbers,
            n_types: types.len(),
        })
    }
}

/// Every measure of lexical diversity, with its formula and source.
#[pyfunction]
pub(super) fn diversity_measures() -> Table {
    let column = |of: fn(&Diversity) -> &str| table::strings(DIVERSITIES.iter().map(of));
    let columns = vec![
        ("measure".to_owned(), column(|measure| measure.name)),
        ("formula".to_owned(), column(|measure| measure.formula)),
        ("range".to_owned(), column(|measure| measure.range)),
        ("needs".to_owned(), column(|measure| measure.needs)),
        ("caution".to_owned(), column(|measure| measure.caution)),
        ("source".to_owned(), column(|measure| measure.source)),
    ];
    let mut manifest = table::Manifest::new();
    manifest.insert("symbols".into(), DIVERSITY_SYMBOLS.into());
    Table(table::Table::new(columns, manifest))
}

/// The scores of plain tokens, by measure.
#[pyfunction]
pub(super) fn diversity_of(
    py: Python<'_>,
    tokens: TokensArg,
    measures: NamesArg,
    sizes: SizesArg,
) -> PyResult<Vec<(&'static str, Option<f64>)>> {
    run(py, None, |task| {
        sizes.0.check()?;
        let measures = Diversity::chosen(&measures.0)?;
        let profile = Profile::new(&tokens.numbers, tokens.n_types);
        let score = |measure: &Diversity| {
            task.check()?;
            Ok((measure.name, measure.score(&profile, &sizes.0)))
        };
        measures.into_iter().map(score).collect()
    })
}

/// The scores of documents or groups.
#[pyfunction]
pub(super) fn diversity(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    measures: NamesArg,
    by: NamesArg,
    unit: (bool, Option<String>),
    compound: Named,
    sizes: SizesArg,
) -> PyResult<Table> {
    let scope = &corpus.0;
    let terms = ((unit.0, unit.1.as_deref()), &compound);
    let asked = (measures.0.as_slice(), &sizes.0);
    Table::of(py, |task| {
        analysis::diversity(scope, &by.0, terms, asked, task)
    })
}

/// Every measure of readability, with its formula and source.
#[pyfunction]
pub(super) fn readability_measures() -> Table {
    let column = |of: fn(&Readability) -> &str| table::strings(READABILITIES.iter().map(of));
    let columns = vec![
        ("measure".to_owned(), column(|measure| measure.name)),
        ("formula".to_owned(), column(|measure| measure.formula)),
        ("range".to_owned(), column(|measure| measure.range)),
        ("caution".to_owned(), column(|measure| measure.caution)),
        ("source".to_owned(), column(|measure| measure.source)),
    ];
    let mut manifest = table::Manifest::new();
    manifest.insert("symbols".into(), READABILITY_SYMBOLS.into());
    Table(table::Table::new(columns, manifest))
}

/// The scores of counts, in the order of their names, by measure; those that can be computed if none is
/// named.
#[pyfunction]
pub(super) fn readability_of(
    counts: [Option<u64>; 6],
    measures: NamesArg,
) -> PyResult<Vec<(&'static str, Option<f64>)>> {
    let counts = TextCounts::of_values(counts);
    let mut chosen = Readability::chosen(&measures.0)?;
    if measures.0.is_empty() {
        chosen.retain(|measure| measure.lacks(&counts).is_empty());
    }
    let lacking = chosen.iter().find(|of| !of.lacks(&counts).is_empty());
    if let Some(measure) = lacking {
        let (name, lacks) = (measure.name, measure.lacks(&counts));
        let message = format!("counts must have {lacks:?} for {name:?}");
        return Err(Error::Parameter(message).into());
    }
    let score = |measure: &'static Readability| (measure.name, measure.score(&counts));
    Ok(chosen.into_iter().map(score).collect())
}

/// The readability of documents or groups.
#[pyfunction]
pub(super) fn readability(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    measures: NamesArg,
    by: NamesArg,
) -> PyResult<Table> {
    let scope = &corpus.0;
    Table::of(py, |task| {
        analysis::readability(scope, &by.0, &measures.0, task)
    })
}

/// The form under which a word is counted where case is not told apart.
#[pyfunction]
pub(super) fn normal_form(word: &Bound<'_, PyString>) -> PyResult<String> {
    Ok(crate::text::normal_form(utf8(word, "word")?).into_owned())
}

/// The syllables of a word.
#[pyfunction]
pub(super) fn syllables(word: &Bound<'_, PyString>) -> PyResult<u32> {
    Ok(crate::text::syllables(utf8(word, "word")?))
}

/// Pairs of documents or groups; options are (measure, top, threshold, features, case, layer).
#[pyfunction]
pub(super) fn similarity(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    by: NamesArg,
    options: (
        String,
        Option<usize>,
        Option<f64>,
        usize,
        bool,
        Option<String>,
    ),
    compound: Named,
) -> PyResult<Table> {
    let scope = &corpus.0;
    let (measure, top, threshold, features, case_sensitive, layer) = options;
    let options = SimilarityOptions {
        by: by.0,
        measure: Nearness::from_name(&measure)?,
        top,
        threshold,
        features,
        case_sensitive,
        layer,
        compounds: compound,
    };
    Table::of(py, |task| analysis::similarity(scope, &options, task))
}
