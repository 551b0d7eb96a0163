//! Concordances and their lines.

use std::ops::Range;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PySlice};
use serde_json::{Value as Json, json};

use super::args::{ConditionsArg, NamesArg, WindowArg};
use super::corpus::pattern_options;
use super::run::{guard, run};
use super::table::{Table, serialized};
use crate::analysis::{self, LineFilter, Mark, Named};
use crate::error::Error;

/// The lines of a search; strings are built for those that are shown.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Concordance(pub(super) analysis::Concordance);

/// A line as (document, position, start, end, left, node, right, hash of the text, copies).
#[pyclass(frozen, get_all, module = "hustings._core")]
pub(super) struct Line {
    document: String,
    position: u32,
    start: usize,
    end: usize,
    left: String,
    node: String,
    right: String,
    text_hash: String,
    copies: u32,
}

/// A stretch of a text: document, first character and that behind the last, text, node in it.
#[pyclass(frozen, get_all, module = "hustings._core")]
pub(super) struct Passage {
    document: String,
    start: usize,
    end: usize,
    text: String,
    node: (usize, usize),
}

/// A mark as (0 left, 1 node or 2 right; first character; that behind the last; set).
type MarkTuple = (usize, usize, usize, usize);

/// Which slots a filter looks at: left, right, node.
type Slots = (Option<(u32, u32)>, Option<(u32, u32)>, bool);

#[pymethods]
impl Concordance {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    #[getter]
    fn window(&self) -> WindowArg {
        WindowArg(self.0.window())
    }

    #[getter]
    fn contexts(&self) -> Vec<&'static str> {
        let contexts = self.0.contexts().iter();
        contexts.map(|context| context.name()).collect()
    }

    #[getter]
    fn highlights(&self) -> Vec<String> {
        let highlights = self.0.highlights().iter();
        highlights.map(|set| set.name().to_owned()).collect()
    }

    #[getter]
    fn metadata(&self) -> Vec<String> {
        self.0.metadata().to_vec()
    }

    #[getter]
    fn has_copies(&self) -> bool {
        self.0.has_copies()
    }

    #[getter]
    fn manifest_json(&self) -> PyResult<String> {
        serialized(self.0.manifest())
    }

    /// The line of this number, which must be below the length.
    fn line(&self, number: usize) -> PyResult<Line> {
        guard(|| {
            let line = self.0.line(number)?;
            let corpus = self.0.scope().corpus();
            Ok(Line {
                document: corpus.ids().name(line.document).to_owned(),
                position: line.position,
                start: line.start,
                end: line.end,
                left: line.left.to_owned(),
                node: line.node.to_owned(),
                right: line.right.to_owned(),
                text_hash: format!("{:016x}", corpus.text_hash(line.document)),
                copies: self.0.copies(number),
            })
        })
    }

    /// The numbers of the lines whose matches are counted as a term.
    fn counted_as(
        &self,
        py: Python<'_>,
        term: &str,
        case_sensitive: bool,
        compound: Named,
    ) -> PyResult<Vec<usize>> {
        run(py, None, |task| {
            self.0.counted_as(term, case_sensitive, &compound, task)
        })
    }

    fn take(&self, numbers: Vec<usize>) -> PyResult<Self> {
        guard(|| Ok(Self(self.0.take(&numbers)?)))
    }

    fn slice(&self, slice: &Bound<'_, PySlice>) -> PyResult<Self> {
        let lines = isize::try_from(self.0.len()).expect("a length in memory");
        let range = slice.indices(lines)?;
        let mut parameters = serde_json::Map::new();
        for name in ["start", "stop", "step"] {
            // What is beyond any line is as good as no limit.
            let given = slice
                .getattr(name)?
                .extract::<Option<i64>>()
                .unwrap_or(None);
            if let Some(given) = given {
                parameters.insert(name.into(), json!(given));
            }
        }
        let start = usize::try_from(range.start).unwrap_or(0);
        let taken = (start, range.step, range.slicelength);
        guard(|| Ok(Self(self.0.slice(taken, &Json::Object(parameters)))))
    }

    fn sort(&self, py: Python<'_>, keys: NamesArg, locale: Option<&str>) -> PyResult<Self> {
        let sorted = run(py, None, |task| self.0.sort(&keys.0, locale, task))?;
        Ok(Self(sorted))
    }

    fn filter(
        &self,
        py: Python<'_>,
        slots: Slots,
        contains: Option<NamesArg>,
        excludes: Option<NamesArg>,
        syntax: &str,
        case_sensitive: bool,
    ) -> PyResult<Self> {
        let (left, right, node) = slots;
        let filter = LineFilter {
            left,
            right,
            node,
            contains: contains.map(|patterns| patterns.0),
            excludes: excludes.map(|patterns| patterns.0),
            options: pattern_options(syntax, case_sensitive),
        };
        Ok(Self(run(py, None, |task| self.0.filter(&filter, task))?))
    }

    fn subset(&self, py: Python<'_>, conditions: &Bound<'_, PyDict>) -> PyResult<Self> {
        let ConditionsArg {
            columns,
            zones,
            voices,
            collapse,
        } = conditions.extract()?;
        if collapse.is_some() {
            let message = "lines cannot be collapsed by near-duplicates: take a subset of the \
                           corpus, or dedupe the lines";
            return Err(Error::Parameter(message.into()).into());
        }
        let lines = run(py, None, |task| {
            self.0.subset(&columns, zones, voices.as_deref(), task)
        })?;
        Ok(Self(lines))
    }

    fn sample(&self, py: Python<'_>, n: usize, seed: u64) -> PyResult<Self> {
        Ok(Self(run(py, None, |task| self.0.sample(n, seed, task))?))
    }

    fn dedupe(&self, py: Python<'_>, similarity: f64, keep: NamesArg) -> PyResult<Self> {
        let lines = run(py, None, |task| self.0.dedupe(similarity, &keep.0, task))?;
        Ok(Self(lines))
    }

    fn group(&self, py: Python<'_>, by: NamesArg, case_sensitive: bool) -> PyResult<Table> {
        let table = run(py, None, |task| self.0.group(&by.0, case_sensitive, task))?;
        Ok(Table(table))
    }

    fn patterns(&self, py: Python<'_>, slots: NamesArg, case_sensitive: bool) -> PyResult<Table> {
        let table = run(py, None, |task| {
            self.0.patterns(&slots.0, case_sensitive, task)
        })?;
        Ok(Table(table))
    }

    fn union(&self, py: Python<'_>, other: &Self) -> PyResult<Self> {
        Ok(Self(run(py, None, |task| self.0.union(&other.0, task))?))
    }

    fn intersection(&self, py: Python<'_>, other: &Self) -> PyResult<Self> {
        let lines = run(py, None, |task| self.0.intersection(&other.0, task))?;
        Ok(Self(lines))
    }

    fn difference(&self, py: Python<'_>, other: &Self) -> PyResult<Self> {
        let lines = run(py, None, |task| self.0.difference(&other.0, task))?;
        Ok(Self(lines))
    }

    fn near(&self, py: Python<'_>, other: &Self, within: (u32, u32)) -> PyResult<Self> {
        let lines = run(py, None, |task| self.0.near(&other.0, within, task))?;
        Ok(Self(lines))
    }

    fn with_metadata(&self, columns: NamesArg) -> PyResult<Self> {
        Ok(Self(self.0.with_metadata(&columns.0)?))
    }

    fn with_context(&self, columns: NamesArg) -> PyResult<Self> {
        Ok(Self(self.0.with_context(&columns.0)?))
    }

    fn with_window(&self, py: Python<'_>, window: WindowArg) -> PyResult<Self> {
        let lines = run(py, None, |task| self.0.with_window(window.0, task))?;
        Ok(Self(lines))
    }

    fn highlight(
        &self,
        py: Python<'_>,
        sets: Vec<(Option<String>, NamesArg)>,
        syntax: &str,
        case_sensitive: bool,
    ) -> PyResult<Self> {
        let options = pattern_options(syntax, case_sensitive);
        let sets: Vec<(Option<String>, Vec<String>)> = sets
            .into_iter()
            .map(|(name, patterns)| (name, patterns.0))
            .collect();
        let lines = run(py, None, |task| self.0.highlight(&sets, options, task))?;
        Ok(Self(lines))
    }

    /// What is marked in each line.
    fn marks(&self) -> PyResult<Vec<Vec<MarkTuple>>> {
        let tuple = |mark: Mark| {
            let Range { start, end } = mark.characters;
            (mark.string, start, end, mark.set)
        };
        guard(|| {
            let lines = 0..self.0.len();
            let marks = lines.map(|line| Ok(self.0.marks(line)?.into_iter().map(tuple).collect()));
            marks.collect()
        })
    }

    /// The text around the line of this number, which must be below the length.
    fn expand(&self, py: Python<'_>, number: usize, to: &str) -> PyResult<Passage> {
        run(py, None, |task| {
            let passage = self.0.expand(number, to, task)?;
            let ids = self.0.scope().corpus().ids();
            Ok(Passage {
                document: ids.name(passage.document).to_owned(),
                start: passage.characters.start,
                end: passage.characters.end,
                text: passage.text.to_owned(),
                node: (passage.node.start, passage.node.end),
            })
        })
    }

    fn table(&self, py: Python<'_>) -> PyResult<Table> {
        Table::of(py, |task| self.0.table(task))
    }
}
