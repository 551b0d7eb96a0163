//! Collocates, n-grams and clusters of a corpus.

use pyo3::prelude::*;

use super::args::NamesArg;
use super::corpus::{Corpus, pattern_options};
use super::scores::ScoresArg;
use super::table::Table;
use crate::analysis::{
    self, Association, ClusterOptions, CollocateOptions, DispersionOptions, FrequencyOptions,
    Marginals, Named, Near, NgramOptions, Node, NodePlace, Row, Window,
};

/// A window of tokens, or the name of one.
pub(super) struct NearArg(Near);

impl<'py> FromPyObject<'_, 'py> for NearArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(name) = object.extract::<String>() {
            return Ok(Self(Near::from_name(&name)?));
        }
        let (left, right) = object.extract()?;
        Ok(Self(Near::Window(Window::Tokens(left, right))))
    }
}

/// Measures of dispersion, and the columns or the number of the parts.
type SpreadArg = (NamesArg, NamesArg, Option<u64>);

fn spread((measures, by, parts): SpreadArg) -> DispersionOptions {
    DispersionOptions {
        by: by.0,
        parts,
        measures: measures.0,
        min_frequency: 0,
    }
}

/// The terms near some nodes.
///
/// `nodes` are names and patterns; `search` is syntax (`term` if the patterns are terms), whether the pattern and
/// whether the terms are case-sensitive, and their layer; `least` frequency and documents; `compared` the direction,
/// marginals, row, and whether the node is left out of them.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "each group of options is one")]
pub(super) fn collocates(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    nodes: Vec<(Option<String>, Bound<'_, PyAny>)>,
    search: (String, bool, bool, Option<String>),
    near: (NearArg, bool, Option<String>),
    rows: (u64, u64, NamesArg),
    by: NamesArg,
    compared: (String, String, String, bool),
    scores: Option<ScoresArg>,
    compound: Named,
) -> PyResult<Table> {
    let (syntax, pattern_case, case_sensitive, layer) = search;
    let (direction, marginals, row, without_node) = compared;
    let options = CollocateOptions {
        search: pattern_options(&syntax, pattern_case),
        case_sensitive,
        layer,
        near: match near.2 {
            Some(name) => near.0.0.within(&name)?,
            None => near.0.0,
        },
        distances: near.1,
        min_frequency: rows.0,
        min_documents: rows.1,
        exclude: rows.2.0,
        by: by.0,
        direction: Association::from_name(&direction)?,
        marginals: Marginals::from_name(&marginals)?,
        row: Row::from_name(&row)?,
        without_node,
        scores: scores.map(|scores| scores.0),
        compounds: compound,
    };
    let node = |(name, patterns): (Option<String>, Bound<'_, PyAny>)| {
        let patterns = patterns.extract::<NamesArg>()?.0;
        Ok::<_, PyErr>(Node {
            name,
            patterns,
            of_terms: syntax == "term",
        })
    };
    let nodes = nodes.into_iter().map(node).collect::<PyResult<Vec<_>>>()?;
    let scope = corpus.0.clone();
    Table::of(py, |task| {
        analysis::collocates(&scope, &nodes, &options, task)
    })
}

/// Sequences of terms; `shape` is n, skip and documents at least.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "each group of options is one")]
pub(super) fn ngrams(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    shape: (u32, u32, u64),
    by: NamesArg,
    per: u64,
    unit: (bool, Option<String>),
    rows: (u64, NamesArg),
    scores: Option<ScoresArg>,
    compound: Named,
    dispersion: Option<SpreadArg>,
) -> PyResult<Table> {
    let options = NgramOptions {
        n: shape.0,
        skip: shape.1,
        frequency: FrequencyOptions {
            by: by.0,
            per,
            case_sensitive: unit.0,
            layer: unit.1,
            min_frequency: rows.0,
            min_documents: shape.2,
            compounds: compound,
            exclude: rows.1.0,
        },
        scores: scores.map(|scores| scores.0),
        dispersion: dispersion.map(spread),
    };
    let scope = corpus.0.clone();
    Table::of(py, |task| analysis::ngrams(&scope, &options, task))
}

/// Sequences of tokens around a node; `shape` is size, the node's place and open slots.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "each group of options is one")]
pub(super) fn clusters(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    patterns: NamesArg,
    search: (String, bool, bool, Option<String>),
    shape: (u32, String, u32),
    least: (u64, u64),
    by: NamesArg,
    dispersion: Option<SpreadArg>,
    compound: Named,
) -> PyResult<Table> {
    let (syntax, pattern_case, case_sensitive, layer) = search;
    let options = ClusterOptions {
        size: shape.0,
        node_at: NodePlace::from_name(&shape.1)?,
        slots: shape.2,
        min_frequency: least.0,
        min_documents: least.1,
        by: by.0,
        case_sensitive,
        layer,
        compounds: compound,
        dispersion: dispersion.map(spread),
    };
    let search = pattern_options(&syntax, pattern_case);
    let scope = corpus.0.clone();
    Table::of(py, |task| {
        analysis::clusters(&scope, &patterns.0, search, &options, task)
    })
}
