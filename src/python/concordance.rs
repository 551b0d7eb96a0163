//! Concordances and their lines.

use pyo3::prelude::*;

use super::args::NamesArg;
use super::run::{guard, run};
use super::table::{Table, serialized};
use crate::analysis;

/// The lines of a search; strings are built for those that are shown.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Concordance(pub(super) analysis::Concordance);

/// A line as (document, position, start, end, left, node, right, hash of the text).
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
}

#[pymethods]
impl Concordance {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    #[getter]
    fn window(&self) -> u32 {
        self.0.window()
    }

    #[getter]
    fn metadata(&self) -> Vec<String> {
        self.0.metadata().to_vec()
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
            })
        })
    }

    fn take(&self, numbers: Vec<usize>) -> PyResult<Self> {
        guard(|| Ok(Self(self.0.take(numbers))))
    }

    fn sort(&self, py: Python<'_>, keys: &str) -> PyResult<Self> {
        Ok(Self(run(py, None, |task| self.0.sort(keys, task))?))
    }

    fn sample(&self, py: Python<'_>, n: usize, seed: u64) -> PyResult<Self> {
        Ok(Self(run(py, None, |_| Ok(self.0.sample(n, seed)))?))
    }

    fn with_metadata(&self, columns: NamesArg) -> PyResult<Self> {
        Ok(Self(self.0.with_metadata(&columns.0)?))
    }

    fn table(&self, py: Python<'_>) -> PyResult<Table> {
        Ok(Table(run(py, None, |task| self.0.table(task))?))
    }
}
