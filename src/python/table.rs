//! Tables on their way out.

use arrow_array::{Array as _, ArrayRef};
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyList};
use unicode_width::UnicodeWidthStr;

use super::args::{FrameArg, joined};
use super::arrow;
use super::columns::{column, to_list, typed};
use super::error::internal;
use super::run::{guard, run};
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;

/// Named columns in Arrow memory, and the manifest that explains them.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Table(pub(super) table::Table);

impl Table {
    /// The table that long work gives, done while other Python threads run.
    pub(super) fn of(
        py: Python<'_>,
        work: impl FnOnce(&Task) -> Result<table::Table> + Send,
    ) -> PyResult<Self> {
        run(py, None, work).map(Self)
    }

    /// The same, which tells how far the work is.
    pub(super) fn reported(
        py: Python<'_>,
        progress: Option<&Py<PyAny>>,
        work: impl FnOnce(&Task) -> Result<table::Table> + Send,
    ) -> PyResult<Self> {
        run(py, progress, work).map(Self)
    }

    /// What is asked of the columns, which may have to be made first.
    fn ask<R: Send>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&table::Table, &Task) -> Result<R> + Send,
    ) -> PyResult<R> {
        if self.0.is_made() {
            return guard(|| question(&self.0, &Task::new()));
        }
        run(py, None, |task| question(&self.0, task))
    }
}

#[pymethods]
impl Table {
    /// A table of columns that Python has, and of the manifest as JSON.
    #[staticmethod]
    fn from_columns(columns: FrameArg, manifest: &str) -> PyResult<Self> {
        let joined = |(name, chunks): (String, Vec<ArrayRef>)| Ok((name, joined(&chunks)?));
        let columns: PyResult<Vec<_>> = columns.0.into_iter().map(joined).collect();
        let manifest = serde_json::from_str(manifest).map_err(unreadable)?;
        Ok(Self(table::Table::new(columns?, manifest)))
    }

    /// The table of what `to_ipc` gave, and of the manifest as JSON.
    #[staticmethod]
    fn from_ipc(bytes: &[u8], manifest: &str) -> PyResult<Self> {
        let manifest = serde_json::from_str(manifest).map_err(unreadable)?;
        guard(|| table::Table::from_ipc(bytes, manifest).map(Self))
    }

    /// The columns as a stream of Arrow IPC.
    fn to_ipc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(py, &self.ask(py, table::Table::to_ipc)?))
    }

    fn __len__(&self) -> usize {
        self.0.n_rows()
    }

    #[getter]
    fn columns(&self) -> Vec<String> {
        self.0.names()
    }

    /// The Arrow type of each column.
    #[getter]
    fn types(&self) -> Vec<String> {
        self.0
            .schema()
            .fields()
            .iter()
            .map(|field| field.data_type().to_string())
            .collect()
    }

    #[getter]
    fn manifest_json(&self) -> PyResult<String> {
        serialized(self.0.manifest())
    }

    fn slice(&self, offset: usize, length: usize) -> Self {
        Self(self.0.slice(offset, length))
    }

    /// The same, whose manifest tells of a slice as it was given.
    fn as_slice(&self, given: [Option<i64>; 3]) -> Self {
        Self(self.0.clone().as_slice(given))
    }

    /// The same with strings in memory of their own.
    fn with_own_strings(&self, py: Python<'_>) -> PyResult<Self> {
        self.ask(py, table::Table::with_own_strings).map(Self)
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "PyO3 makes the vector of a sequence"
    )]
    fn take(&self, py: Python<'_>, rows: Vec<u32>) -> PyResult<Self> {
        self.ask(py, |table, task| table.take(&rows, task))
            .map(Self)
    }

    fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        let found = self.ask(py, |table, task| table.column(name, task))?;
        let column = found.ok_or_else(|| Error::unknown("column", name, self.columns()))?;
        to_list(py, &column)
    }

    /// An integer column without gaps as an array; none for any other.
    fn integers(&self, py: Python<'_>, name: &str) -> PyResult<Option<arrow::Array>> {
        let found = self.ask(py, |table, task| table.column(name, task))?;
        let whole =
            |column: &ArrayRef| *column.data_type() == DataType::Int64 && column.null_count() == 0;
        Ok(found.filter(whole).map(arrow::Array::new))
    }

    /// The columns of these names of the rows of these numbers, with their types, and beside them columns
    /// that Python has, each a name, its Arrow type and its values; the manifest is JSON.
    fn beside(
        &self,
        py: Python<'_>,
        rows: (Vec<String>, Vec<u32>),
        columns: Vec<(String, String, Bound<'_, PyAny>)>,
        manifest: &str,
    ) -> PyResult<Self> {
        let (names, rows) = rows;
        let own = self.ask(py, |table, task| {
            let taken = |name: &String| {
                let column = table.column(name, task)?;
                let column = column.ok_or_else(|| Error::unknown("column", name, table.names()))?;
                Ok((name.clone(), table::take(&column, &rows)))
            };
            names.iter().map(taken).collect::<Result<Vec<_>>>()
        })?;
        let given = columns.into_iter().map(|(name, wanted, values)| {
            let wanted: DataType = wanted.parse().map_err(|_| internal(&wanted))?;
            let column = typed(column(&name, &values)?, &wanted);
            Ok((name, column))
        });
        let given: Vec<(String, ArrayRef)> = given.collect::<PyResult<_>>()?;
        let manifest = serde_json::from_str(manifest).map_err(unreadable)?;
        let columns = own.into_iter().chain(given).collect();
        Ok(Self(table::Table::new(columns, manifest)))
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        arrow::export(py, &self.ask(py, table::Table::batch)?)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        arrow::export_schema(py, self.0.schema())
    }
}

/// A manifest as JSON.
pub(super) fn serialized(manifest: &table::Manifest) -> PyResult<String> {
    serde_json::to_string(manifest).map_err(unreadable)
}

fn unreadable(error: serde_json::Error) -> PyErr {
    internal(&error.to_string())
}

/// How many cells of a terminal a string takes.
#[pyfunction]
pub(super) fn display_width(text: &str) -> usize {
    text.width()
}
