//! The document-term matrix, whose arrays are shared, not copied.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array, Int64Array};
use arrow_buffer::{Buffer, ScalarBuffer};
use pyo3::prelude::*;

use super::arrow::Array;
use super::table::{Table, serialized};
use crate::analysis;
use crate::table::{self, Column};

/// Counts of terms by document or group, in compressed sparse row form.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Dtm {
    indptr: ArrayRef,
    indices: ArrayRef,
    data: ArrayRef,
    #[pyo3(get)]
    shape: (usize, usize),
    #[pyo3(get)]
    terms: Vec<String>,
    labels: table::Table,
}

impl Dtm {
    pub(super) fn new(dtm: analysis::Dtm) -> Self {
        let shape = dtm.counts.shape();
        // Counts and indices are far below the sign bit, so the same memory serves as signed.
        let narrow = |values: Vec<u32>| -> ArrayRef {
            let length = values.len();
            let values = ScalarBuffer::<i32>::new(Buffer::from_vec(values), 0, length);
            Arc::new(Int32Array::new(values, None))
        };
        let cells = dtm.counts.data.len();
        let data = ScalarBuffer::<i64>::new(Buffer::from_vec(dtm.counts.data), 0, cells);
        Self {
            indptr: narrow(dtm.counts.indptr),
            indices: narrow(dtm.counts.indices),
            data: Arc::new(Int64Array::new(data, None)),
            shape,
            terms: dtm.terms,
            labels: table::Table::new(dtm.labels, dtm.manifest),
        }
    }
}

#[pymethods]
impl Dtm {
    #[getter]
    fn indptr(&self) -> Array {
        Array::new(self.indptr.clone())
    }

    #[getter]
    fn indices(&self) -> Array {
        Array::new(self.indices.clone())
    }

    #[getter]
    fn data(&self) -> Array {
        Array::new(self.data.clone())
    }

    #[getter]
    fn labels(&self) -> Table {
        Table(self.labels.clone())
    }

    #[getter]
    fn manifest_json(&self) -> PyResult<String> {
        serialized(self.labels.manifest())
    }

    /// The cells as rows: labels, term, frequency.
    fn to_table(&self, py: Python<'_>) -> PyResult<Table> {
        use arrow_array::cast::AsArray;
        use arrow_array::types::{Int32Type, Int64Type};
        let indptr = self.indptr.as_primitive::<Int32Type>().values();
        let rows: Vec<u32> = (0..)
            .zip(indptr.windows(2))
            .flat_map(|(row, ends)| (ends[0]..ends[1]).map(move |_| row))
            .collect();
        let indices = self.indices.as_primitive::<Int32Type>().values();
        let term = |column: &i32| &self.terms[column.unsigned_abs() as usize];
        let terms = table::strings(indices.iter().map(term));
        let data = self.data.as_primitive::<Int64Type>().clone();
        Table::of(py, |task| {
            let mut columns = self.labels.take(&rows, task)?.into_columns();
            columns.push(("term".into(), terms.into()));
            columns.push(("frequency".into(), Column::Made(Arc::new(data))));
            let manifest = table::derived("to_table", self.labels.manifest());
            Ok(table::Table::new(columns, manifest))
        })
    }
}
