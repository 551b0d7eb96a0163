//! Layers of annotation: outer tokens on their way into a corpus, and what became of them.

use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::ArrayRef;
use pyo3::prelude::*;

use super::args::{FrameArg, NamesArg, joined};
use super::corpus::Corpus;
use super::run::{guard, run};
use super::table::Table;
use crate::analysis;
use crate::corpus::{Annotations as Core, DocId, Metadata, Several};
use crate::error::{Error, Result};

/// Annotations of one corpus, under way.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Annotations {
    corpus: Arc<crate::Corpus>,
    /// Nothing once they are in a corpus.
    so_far: Mutex<Option<Core>>,
}

impl Annotations {
    /// Works on what there is so far, which is put back only where nothing fails.
    fn change(&self, work: impl FnOnce(&mut Core) -> Result<()>) -> Result<()> {
        let mut so_far = self.take()?;
        work(&mut so_far)?;
        *self.so_far.lock().unwrap_or_else(PoisonError::into_inner) = Some(so_far);
        Ok(())
    }

    fn take(&self) -> Result<Core> {
        let mut so_far = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        so_far.take().ok_or_else(|| {
            Error::Parameter("annotations that are finished or failed take nothing more".into())
        })
    }
}

#[pymethods]
impl Annotations {
    /// None yet, for layers of these names.
    #[new]
    fn new(corpus: PyRef<'_, Corpus>, layers: NamesArg) -> PyResult<Self> {
        let corpus = corpus.scope().whole_corpus("annotate")?.clone();
        let so_far = Mutex::new(Some(Core::new(&corpus, layers.0)?));
        Ok(Self { corpus, so_far })
    }

    /// The text of a document by its id, or by its number; its number and its id come with it.
    fn document(
        &self,
        id: Option<&str>,
        number: usize,
    ) -> PyResult<Option<(usize, String, String)>> {
        guard(|| {
            let document = match id {
                Some(id) => self.corpus.document(id)?,
                None if number < self.corpus.n_documents() => DocId::from_index(number),
                None => return Ok(None),
            };
            let id = self.corpus.ids().name(document).to_owned();
            let text = self.corpus.text(document)?.to_owned();
            Ok(Some((document.index(), id, text)))
        })
    }

    /// Adds the outer tokens of a document: their characters, and for each layer a value, which may be
    /// empty.
    fn add(
        &self,
        document: usize,
        spans: Vec<(u32, u32)>,
        values: Vec<Vec<String>>,
    ) -> PyResult<()> {
        guard(|| {
            self.change(|annotations| {
                let fits = values.len() == annotations.n_layers()
                    && values.iter().all(|layer| layer.len() == spans.len())
                    && document < self.corpus.n_documents();
                if !fits {
                    let message = "values must be one a layer and outer token";
                    return Err(Error::Parameter(message.into()));
                }
                let document = DocId::from_index(document);
                annotations.name(document);
                for (row, span) in spans.iter().enumerate() {
                    let values = values.iter().map(|layer| layer[row].as_str());
                    annotations.push(document, *span, values)?;
                }
                Ok(())
            })
        })
    }

    /// Adds the rows of a table.
    fn add_table(&self, py: Python<'_>, table: FrameArg, columns: NamesArg) -> PyResult<()> {
        let joined = |(name, chunks): (String, Vec<ArrayRef>)| Ok((name, joined(&chunks)?));
        let wanted = |name: &String| {
            ["document", "start", "end"].contains(&name.as_str()) || columns.0.contains(name)
        };
        let table = table.0.into_iter().filter(|(name, _)| wanted(name));
        let table = table.map(joined).collect::<PyResult<Vec<_>>>()?;
        run(py, None, |task| {
            let n_rows = table.first().map_or(0, |(_, column)| column.len());
            let table = Metadata::try_new(table, n_rows)?;
            self.change(|annotations| annotations.add_table(&self.corpus, &table, &columns.0, task))
        })
    }

    /// Adds the words of CoNLL-U; `source` is what it is called in errors.
    fn add_conllu(
        &self,
        py: Python<'_>,
        source: &str,
        content: &str,
        columns: NamesArg,
    ) -> PyResult<()> {
        run(py, None, |task| {
            self.change(|annotations| {
                annotations.add_conllu(&self.corpus, (source, content), &columns.0, task)
            })
        })
    }

    /// The corpus with these layers.
    fn finish(
        &self,
        py: Python<'_>,
        several: &str,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Corpus> {
        let several = Several::from_name(several)?;
        let corpus = run(py, progress.as_ref(), |task| {
            self.corpus.annotate(self.take()?, several, task)
        })?;
        Ok(Corpus::new(corpus))
    }

    /// The layers of a corpus.
    #[staticmethod]
    fn layers(corpus: PyRef<'_, Corpus>) -> PyResult<Table> {
        guard(|| Ok(Table(analysis::layer_table(corpus.scope()))))
    }

    /// What of a layer did not fit the tokens of a corpus.
    #[staticmethod]
    fn alignment(py: Python<'_>, corpus: PyRef<'_, Corpus>, layer: &str) -> PyResult<Table> {
        let scope = corpus.scope();
        Table::of(py, |task| analysis::alignment_table(scope, layer, task))
    }
}
