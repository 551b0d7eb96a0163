//! The corpus: ways to build one, and the questions to ask of it.

use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::ArrayRef;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::args::{
    ConditionsArg, DecodingArg, FormatArg, FrameArg, IdsArg, MetadataArg, NamesArg, Paths,
    TextsArg, WindowArg, ids, joined,
};
use super::concordance::Concordance;
use super::dtm::Dtm;
use super::run::{guard, run};
use super::table::{Table, serialized};
use super::tokenizer::Tokenizer;
use super::voices::{MentionedArg, asked};
use crate::analysis::{
    self, Citation, CooccurrenceOptions, DtmOptions, FrequencyOptions, Named, Whereabouts,
    short_hash,
};
use crate::corpus::{
    Access, BATCH_BYTES, Batches, Builder, DocId, Documents, Format, Ids, JsonLines, Metadata,
    Scope, TextFiles,
};
use crate::error::{Error, Result};
use crate::query::{self, PatternOptions, Syntax};
use crate::table;
use crate::task::Task;
use crate::text::Texts;

/// Documents with their index, or a view of some of them.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Corpus(pub(super) Scope);

/// How every corpus is built: (format, tokenizer, progress callback, folder to save it to).
pub(super) struct Building {
    format: Format,
    tokenizer: crate::Tokenizer,
    pub(super) progress: Option<Py<PyAny>>,
    folder: Option<PathBuf>,
}

type Parts<'py> = (
    Bound<'py, PyAny>,
    Tokenizer,
    Option<Py<PyAny>>,
    Option<PathBuf>,
);

impl<'py> FromPyObject<'_, 'py> for Building {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // Part by part: what is wrong with one is the error, not that the whole is none.
        let (format, tokenizer, progress, folder): Parts<'py> = object.extract()?;
        Ok(Self {
            format: format.extract::<FormatArg>()?.0,
            tokenizer: tokenizer.0,
            progress,
            folder,
        })
    }
}

impl Building {
    fn build(
        self,
        py: Python<'_>,
        documents: impl FnOnce(&Task) -> Result<(Ids, Texts, Metadata)> + Send,
    ) -> PyResult<Corpus> {
        let progress = self.progress.as_ref();
        let corpus = run(py, progress, |task| {
            let (ids, texts, metadata) = documents(task)?;
            let documents = Documents {
                ids,
                texts,
                metadata,
                format: self.format,
            };
            self.builder(task)?.build(documents, task)
        })?;
        Ok(Corpus::new(corpus))
    }

    fn stream<B: Batches>(
        self,
        py: Python<'_>,
        batches: impl FnOnce(&Task) -> Result<B> + Send,
    ) -> PyResult<Corpus> {
        let progress = self.progress.as_ref();
        let corpus = run(py, progress, |task| {
            self.builder(task)?.stream(batches(task)?, task)
        })?;
        Ok(Corpus::new(corpus))
    }

    /// A builder without documents.
    pub(super) fn builder(&self, task: &Task) -> Result<Builder> {
        let builder = Builder::new(self.tokenizer.clone(), self.format);
        match &self.folder {
            Some(folder) => builder.saved_to(folder, task),
            None => Ok(builder),
        }
    }
}

impl Corpus {
    pub(super) fn new(corpus: crate::Corpus) -> Self {
        Self(Scope::whole(Arc::new(corpus)))
    }

    /// What is in view.
    pub(super) fn scope(&self) -> &Scope {
        &self.0
    }

    fn document_table(&self) -> Table {
        let rows: Vec<u32> = self.0.documents().map(DocId::number).collect();
        let corpus = self.0.corpus();
        let ids = table::strings(
            self.0
                .documents()
                .map(|document| corpus.ids().name(document)),
        );
        let mut columns = vec![("id".to_owned(), ids)];
        for (name, column) in corpus.metadata().columns() {
            columns.push((name.clone(), table::take(column, &rows)));
        }
        Table(table::Table::new(columns, self.0.manifest("documents")))
    }
}

fn parsed(citations: &NamesArg) -> Result<Vec<Citation>> {
    citations
        .0
        .iter()
        .map(|citation| citation.parse())
        .collect()
}

pub(super) fn pattern_options(syntax: &str, case_sensitive: bool) -> PatternOptions {
    let syntax = match syntax {
        "regex" => Syntax::Regex,
        // Terms are looked for as they are counted, by no pattern.
        "exact" | "term" => Syntax::Exact,
        "cql" => Syntax::Cql,
        _ => Syntax::Glob,
    };
    PatternOptions {
        syntax,
        case_sensitive,
    }
}

#[pymethods]
impl Corpus {
    #[staticmethod]
    #[pyo3(signature = (texts, ids, metadata, building))]
    fn from_texts(
        py: Python<'_>,
        texts: TextsArg,
        ids: Option<IdsArg>,
        metadata: Option<MetadataArg>,
        building: Building,
    ) -> PyResult<Self> {
        let texts = texts.0;
        let ids = ids.map_or_else(|| Ids::generated(texts.len()), |ids| ids.0);
        let metadata = metadata.map_or_else(Vec::new, |found| found.0);
        let metadata = Metadata::try_new(metadata, texts.len())?;
        building.build(py, move |_| Ok((ids, texts, metadata)))
    }

    #[staticmethod]
    #[pyo3(signature = (frame, text, id, building))]
    fn from_frame(
        py: Python<'_>,
        frame: FrameArg,
        text: &str,
        id: Option<&str>,
        building: Building,
    ) -> PyResult<Self> {
        let mut columns = frame.0;
        let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
        let mut take = |wanted: &str| {
            let place = columns.iter().position(|(name, _)| name == wanted);
            let place = place.ok_or_else(|| Error::unknown("column", wanted, &names))?;
            Ok::<_, Error>(columns.remove(place).1)
        };
        let texts = Texts::try_new(&take(text)?)?;
        let ids = match id {
            Some(id) => ids(&joined(&take(id)?)?)?,
            None => Ids::generated(texts.len()),
        };
        let column = |(name, chunks): (String, Vec<ArrayRef>)| Ok((name, joined(&chunks)?));
        let columns = columns
            .into_iter()
            .map(column)
            .collect::<PyResult<Vec<_>>>()?;
        let metadata = Metadata::try_new(columns, texts.len())?;
        building.build(py, move |_| Ok((ids, texts, metadata)))
    }

    #[staticmethod]
    fn from_files(
        py: Python<'_>,
        paths: Paths,
        ids: IdsArg,
        decoding: DecodingArg,
        building: Building,
    ) -> PyResult<Self> {
        building.stream(py, move |task| {
            TextFiles::new(paths, ids.0, decoding.0, BATCH_BYTES, task)
        })
    }

    #[staticmethod]
    fn from_json_lines(
        py: Python<'_>,
        paths: Paths,
        text: &str,
        id: &str,
        decoding: DecodingArg,
        building: Building,
    ) -> PyResult<Self> {
        building.stream(py, move |task| {
            JsonLines::new(paths, (text, id), decoding.0, BATCH_BYTES, task)
        })
    }

    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf, mmap: bool) -> PyResult<Self> {
        let access = if mmap { Access::Map } else { Access::Read };
        let corpus = run(py, None, |task| crate::Corpus::open(&path, access, task))?;
        Ok(Self::new(corpus))
    }

    /// The corpus of an `origin`, if the folder still holds it.
    #[staticmethod]
    fn reopen(py: Python<'_>, path: PathBuf, mmap: bool, identity: &str) -> PyResult<Self> {
        let corpus = Self::open(py, path, mmap)?;
        let origin = corpus.0.corpus().origin("reopen")?;
        if origin.identity() == identity {
            return Ok(corpus);
        }
        let message = format!(
            "{} holds another corpus than the one that was pickled",
            origin.folder().display()
        );
        Err(Error::Parameter(message).into())
    }

    /// Where the corpus is saved as it is: the folder, whether it is mapped, a hash of what is there.
    fn origin(&self, verb: &str) -> PyResult<(PathBuf, bool, String)> {
        let origin = self.0.corpus().origin(verb)?;
        let is_mapped = origin.access() == Access::Map;
        Ok((origin.folder().to_owned(), is_mapped, origin.identity()))
    }

    fn verify(&self, py: Python<'_>) -> PyResult<()> {
        run(py, None, |task| self.0.corpus().verify(task))
    }

    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        run(py, None, |task| {
            self.0.extracted("save", task)?.save(&path, task)
        })
    }

    fn extract(&self, py: Python<'_>) -> PyResult<Self> {
        let corpus = run(py, None, |task| self.0.extracted("extract", task))?;
        Ok(Self(Scope::whole(corpus)))
    }

    #[pyo3(signature = (texts, ids, metadata, progress))]
    fn append(
        &self,
        py: Python<'_>,
        texts: TextsArg,
        ids: Option<IdsArg>,
        metadata: Option<MetadataArg>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let corpus = self.0.whole_corpus("append")?;
        let texts = texts.0;
        let generated = || Ids::generated_behind(corpus.n_documents(), texts.len());
        let ids = ids.map_or_else(generated, |ids| ids.0);
        let metadata = metadata.map_or_else(Vec::new, |found| found.0);
        let metadata = Metadata::try_new(metadata, texts.len())?;
        let documents = Documents {
            ids,
            texts,
            metadata,
            format: corpus.format(),
        };
        let longer = run(py, progress.as_ref(), |task| {
            corpus.append(&documents, task)
        })?;
        Ok(Self::new(longer))
    }

    fn concatenate(&self, py: Python<'_>, others: Vec<PyRef<'_, Self>>) -> PyResult<Self> {
        let first = self.0.whole_corpus("concatenate")?;
        let others: Vec<&crate::Corpus> = others
            .iter()
            .map(|other| Ok(&**other.0.whole_corpus("concatenate")?))
            .collect::<Result<_>>()?;
        let whole = run(py, None, |task| first.concatenate(others, task))?;
        Ok(Self::new(whole))
    }

    fn compact(&self, py: Python<'_>) -> PyResult<Self> {
        let compacted = run(py, None, |task| {
            self.0.whole_corpus("compact")?.compact(task)
        })?;
        Ok(Self::new(compacted))
    }

    #[getter]
    fn n_segments(&self) -> usize {
        self.0.corpus().parts().len()
    }

    fn count(
        &self,
        py: Python<'_>,
        patterns: NamesArg,
        syntax: &str,
        case_sensitive: bool,
    ) -> PyResult<u64> {
        let options = pattern_options(syntax, case_sensitive);
        run(py, None, |task| {
            query::count(&self.0, &patterns.0, options, task)
        })
    }

    fn __len__(&self) -> usize {
        self.0.n_documents()
    }

    #[getter]
    fn n_tokens(&self) -> u64 {
        self.0.n_tokens()
    }

    #[getter]
    fn n_types(&self, py: Python<'_>) -> PyResult<u64> {
        run(py, None, |_| Ok(self.0.n_types()))
    }

    #[getter]
    fn tokenizer(&self) -> Tokenizer {
        Tokenizer(self.0.corpus().tokenizer().clone())
    }

    #[getter]
    fn hash(&self) -> String {
        self.0.corpus().hash()
    }

    fn documents(&self) -> PyResult<Table> {
        guard(|| Ok(self.document_table()))
    }

    fn text(&self, id: &str) -> PyResult<String> {
        guard(|| Ok(self.0.corpus().text(self.0.document(id)?)?.to_owned()))
    }

    #[getter]
    fn manifest_json(&self) -> PyResult<String> {
        let manifest = guard(|| Ok(self.0.manifest("subset")))?;
        serialized(&manifest)
    }

    /// The hash that the citations of each document have, in hexadecimal.
    fn text_hashes(&self) -> Vec<String> {
        let corpus = self.0.corpus();
        let hash = |document| format!("{:08x}", short_hash(corpus, document));
        self.0.documents().map(hash).collect()
    }

    /// For each citation whether it leads where it did: `same`, `gone`, `changed` or `not tokens`.
    fn whereabouts(&self, py: Python<'_>, citations: NamesArg) -> PyResult<Vec<&'static str>> {
        let citations = parsed(&citations)?;
        run(py, None, |task| {
            let whereabouts = |citation| {
                task.check()?;
                Ok(Whereabouts::of(&self.0, citation).name())
            };
            citations.iter().map(whereabouts).collect()
        })
    }

    fn cited(
        &self,
        py: Python<'_>,
        citations: NamesArg,
        window: WindowArg,
    ) -> PyResult<Concordance> {
        let citations = parsed(&citations)?;
        Ok(Concordance(run(py, None, |task| {
            analysis::cited(&self.0, &citations, window.0, task)
        })?))
    }

    fn tokens(&self, py: Python<'_>) -> PyResult<Table> {
        Table::of(py, |task| analysis::token_table(&self.0, task))
    }

    fn zones(&self, py: Python<'_>) -> PyResult<Table> {
        Table::of(py, |task| analysis::zone_table(&self.0, task))
    }

    fn sentences(&self, py: Python<'_>, text: bool) -> PyResult<Table> {
        Table::of(py, |task| analysis::sentence_table(&self.0, text, task))
    }

    fn quotations(
        &self,
        py: Python<'_>,
        mentioned: Option<MentionedArg>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Table> {
        let mentioned = mentioned.map(asked);
        Table::reported(py, progress.as_ref(), |task| {
            analysis::quotation_table(&self.0, mentioned.as_ref(), task)
        })
    }

    fn speakers(
        &self,
        py: Python<'_>,
        total: bool,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Table> {
        Table::reported(py, progress.as_ref(), |task| {
            if total {
                analysis::speaker_totals(&self.0, task)
            } else {
                analysis::speaker_table(&self.0, task)
            }
        })
    }

    fn subset(&self, py: Python<'_>, conditions: &Bound<'_, PyDict>) -> PyResult<Self> {
        let ConditionsArg {
            columns,
            zones,
            voices,
            collapse,
        } = conditions.extract()?;
        let view = run(py, None, |_| self.0.subset(&columns, zones))?;
        if voices.is_none() && collapse.is_none() {
            return Ok(Self(view));
        }
        Ok(Self(run(py, None, |task| {
            let view = match collapse {
                Some(options) => analysis::collapsed(&view, &options, task)?,
                None => view,
            };
            match voices {
                Some(voices) => view.subset_of_voices(&voices, task),
                None => Ok(view),
            }
        })?))
    }

    fn kwic(
        &self,
        py: Python<'_>,
        patterns: NamesArg,
        window: WindowArg,
        syntax: &str,
        case_sensitive: bool,
    ) -> PyResult<Concordance> {
        let options = pattern_options(syntax, case_sensitive);
        let lines = run(py, None, |task| {
            analysis::concordance(&self.0, &patterns.0, &options, window.0, task)
        })?;
        Ok(Concordance(lines))
    }

    fn frequencies(
        &self,
        py: Python<'_>,
        by: NamesArg,
        per: u64,
        unit: (bool, Option<String>),
        rows: (u64, u64, NamesArg),
        compound: Named,
    ) -> PyResult<Table> {
        let options = FrequencyOptions {
            by: by.0,
            per,
            case_sensitive: unit.0,
            min_frequency: rows.0,
            min_documents: rows.1,
            layer: unit.1,
            compounds: compound,
            exclude: rows.2.0,
        };
        Table::of(py, |task| analysis::frequencies(&self.0, &options, task))
    }

    fn cooccurrences(
        &self,
        py: Python<'_>,
        near: (u32, Option<String>),
        by: NamesArg,
        min_frequency: u64,
        unit: (bool, Option<String>),
        compound: Named,
    ) -> PyResult<Table> {
        let (window, within) = near;
        if let Some(name) = within.as_deref().filter(|name| *name != "sentence") {
            return Err(Error::unknown("within", name, ["sentence"]).into());
        }
        let options = CooccurrenceOptions {
            window,
            within_sentence: within.is_some(),
            min_frequency,
            by: by.0,
            case_sensitive: unit.0,
            layer: unit.1,
            compounds: compound,
        };
        Table::of(py, |task| analysis::cooccurrences(&self.0, &options, task))
    }

    fn dtm(
        &self,
        py: Python<'_>,
        by: NamesArg,
        unit: (bool, Option<String>),
        compound: Named,
    ) -> PyResult<Dtm> {
        let options = DtmOptions {
            by: by.0,
            case_sensitive: unit.0,
            layer: unit.1,
            compounds: compound,
        };
        Ok(Dtm::new(run(py, None, |task| {
            analysis::dtm(&self.0, &options, task)
        })?))
    }
}
