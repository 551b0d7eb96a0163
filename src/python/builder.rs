//! The builder: a corpus under way, to which Python brings the contents of files one by one.

use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

use super::args::{DecodingArg, IdsArg};
use super::corpus::{Building, Corpus};
use super::run::run_task;
use crate::corpus::{BATCH_BYTES, Batch, Builder as Core, Decoding, DocId, Ids, Metadata};
use crate::error::{Error, Result};
use crate::task::Task;

/// A corpus under way.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Builder {
    /// What was built so far; nothing once it is a corpus or has failed.
    so_far: Mutex<Option<SoFar>>,
    task: Task,
    progress: Option<Py<PyAny>>,
}

struct SoFar {
    core: Core,
    ids: Ids,
    decoding: Decoding,
    /// The documents that the core has.
    n_added: usize,
    /// The contents of those behind them, less than a batch, and their bytes.
    contents: Vec<PyBackedBytes>,
    n_bytes: u64,
}

impl SoFar {
    fn has_room_for(&self, content: &[u8]) -> bool {
        self.contents.is_empty() || self.n_bytes + content.len() as u64 <= BATCH_BYTES
    }

    fn push(&mut self, content: PyBackedBytes) -> Result<()> {
        if self.n_added + self.contents.len() == self.ids.len() {
            let message = format!(
                "contents must be as many as ids: {} are here",
                self.ids.len()
            );
            return Err(Error::Parameter(message));
        }
        self.n_bytes += content.len() as u64;
        self.contents.push(content);
        Ok(())
    }

    fn add(&mut self, task: &Task) -> Result<()> {
        let contents = std::mem::take(&mut self.contents);
        let rows = self.n_added..self.n_added + contents.len();
        (self.n_added, self.n_bytes) = (rows.end, 0);
        let ids: Vec<&str> = rows
            .map(|row| self.ids.name(DocId::from_index(row)))
            .collect();
        let batch = Batch::decoded(&ids, &contents, self.decoding, task)?;
        drop(contents);
        self.core.add_batch(batch, task)
    }

    fn finish(mut self, task: &Task) -> Result<crate::Corpus> {
        self.add(task)?;
        let metadata = Metadata::empty(self.n_added);
        self.core.finish(self.ids, metadata, task)
    }
}

impl Builder {
    fn take(&self) -> Result<SoFar> {
        let mut so_far = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        so_far.take().ok_or_else(|| {
            Error::Parameter("a builder that has finished or failed takes nothing more".into())
        })
    }

    fn run<R: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Task) -> Result<R> + Send,
    ) -> PyResult<R> {
        run_task(py, &self.task, self.progress.as_ref(), work)
    }
}

#[pymethods]
impl Builder {
    /// A corpus of documents with these ids, none of which is here yet.
    #[new]
    fn new(
        py: Python<'_>,
        ids: IdsArg,
        decoding: DecodingArg,
        building: Building,
    ) -> PyResult<Self> {
        let task = Task::new();
        let core = run_task(py, &task, None, |task| building.builder(task))?;
        task.expect(ids.0.len() as u64);
        let so_far = SoFar {
            core,
            ids: ids.0,
            decoding: decoding.0,
            n_added: 0,
            contents: Vec::new(),
            n_bytes: 0,
        };
        Ok(Self {
            so_far: Mutex::new(Some(so_far)),
            task,
            progress: building.progress,
        })
    }

    /// Adds the document of the next id.
    fn add(&self, py: Python<'_>, content: PyBackedBytes) -> PyResult<()> {
        let mut so_far = self.take()?;
        if !so_far.has_room_for(&content) {
            so_far = self.run(py, move |task| so_far.add(task).map(|()| so_far))?;
        }
        so_far.push(content)?;
        *self.so_far.lock().unwrap_or_else(PoisonError::into_inner) = Some(so_far);
        Ok(())
    }

    fn finish(&self, py: Python<'_>) -> PyResult<Corpus> {
        let so_far = self.take()?;
        let corpus = self.run(py, move |task| so_far.finish(task))?;
        Ok(Corpus::new(corpus))
    }
}
