//! Scope: a selection of documents and zones, through which every question is asked.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::Corpus;
use super::ids::{DocId, Position};
use super::metadata::Condition;
use crate::articles::ZoneKinds;
use crate::error::{Error, Result};
use crate::table::Manifest;

/// A view of a corpus: some of its documents, and of these some kinds of zone. Nothing is copied.
#[derive(Clone, Debug)]
pub struct Scope {
    corpus: Arc<Corpus>,
    /// The documents, ascending; none stands for all.
    selected: Option<Arc<[DocId]>>,
    zones: ZoneKinds,
    /// The conditions that led here, for the manifest.
    conditions: Arc<[Json]>,
}

impl Scope {
    /// The whole of a corpus.
    pub fn whole(corpus: Arc<Corpus>) -> Self {
        Self {
            corpus,
            selected: None,
            zones: ZoneKinds::ALL,
            conditions: Arc::from([]),
        }
    }

    /// The documents that meet every condition, and of them the zones of these kinds.
    pub fn subset(&self, conditions: &[(String, Condition)], zones: ZoneKinds) -> Result<Self> {
        let mut selected: Vec<DocId> = self.documents().collect();
        let mut described = self.conditions.to_vec();
        for (name, condition) in conditions {
            let matching = match self.corpus.metadata().column(name) {
                Err(_) if name == "id" => self.matching_ids(condition)?,
                _ => self.corpus.metadata().matching(name, condition)?,
            };
            selected.retain(|document| matching[document.index()]);
            described.push(json!({ name: condition }));
        }
        let all = conditions.is_empty() && self.selected.is_none();
        Ok(Self {
            corpus: self.corpus.clone(),
            selected: (!all).then(|| selected.into()),
            zones: self.zones.intersection(zones),
            conditions: described.into(),
        })
    }

    fn matching_ids(&self, condition: &Condition) -> Result<Vec<bool>> {
        let ids = crate::table::strings(self.corpus.ids().iter());
        let n_rows = self.corpus.n_documents();
        super::Metadata::try_new(vec![("id".into(), ids)], n_rows)?.matching("id", condition)
    }

    /// Whether all tokens of the corpus are in view.
    pub fn is_whole(&self) -> bool {
        self.selected.is_none() && self.zones == ZoneKinds::ALL
    }

    /// The corpus behind the view.
    pub fn corpus(&self) -> &Arc<Corpus> {
        &self.corpus
    }

    /// The corpus, if all of it is in view; `verb` is for the error.
    pub fn whole_corpus(&self, verb: &str) -> Result<&Arc<Corpus>> {
        if self.selected.is_none() && self.zones == ZoneKinds::ALL {
            return Ok(&self.corpus);
        }
        let message =
            format!("{verb} takes a whole corpus, and this is a subset; take subsets behind it");
        Err(Error::Parameter(message))
    }

    /// The kinds of zone that are in view.
    pub fn zone_kinds(&self) -> ZoneKinds {
        self.zones
    }

    /// The number of documents in view.
    pub fn n_documents(&self) -> usize {
        self.selected
            .as_ref()
            .map_or(self.corpus.n_documents(), |selected| selected.len())
    }

    /// The documents in view, ascending.
    pub fn documents(&self) -> impl Iterator<Item = DocId> + '_ {
        (0..self.n_documents()).map(|index| match &self.selected {
            Some(selected) => selected[index],
            None => DocId::from_index(index),
        })
    }

    /// The document of this id; an error if it is not in view.
    pub fn document(&self, id: &str) -> Result<DocId> {
        let document = self.corpus.document(id)?;
        match &self.selected {
            Some(selected) if selected.binary_search(&document).is_err() => {
                let known = self
                    .documents()
                    .map(|document| self.corpus.ids().name(document));
                Err(Error::unknown("document id", id, known))
            }
            _ => Ok(document),
        }
    }

    /// Passes the positions in view of a document on, in as few ranges as zones allow.
    pub fn each_range(&self, document: DocId, mut pass: impl FnMut(Range<Position>)) {
        if self.zones == ZoneKinds::ALL {
            return pass(self.corpus.document_range(document));
        }
        self.each_zone_range(document, pass);
    }

    /// Passes the positions in view of a document on, a range a zone; none is empty.
    ///
    /// What spans several tokens is looked for within one such range.
    pub fn each_zone_range(&self, document: DocId, mut pass: impl FnMut(Range<Position>)) {
        for (kind, _, positions) in self.corpus.zones_of(document) {
            if self.zones.contains(kind) && !positions.is_empty() {
                pass(positions);
            }
        }
    }

    /// The number of tokens of a document in view.
    pub fn n_tokens_of(&self, document: DocId) -> u64 {
        let mut tokens = 0;
        self.each_range(document, |range| {
            tokens += u64::from(range.end.number() - range.start.number());
        });
        tokens
    }

    /// The number of tokens in view.
    pub fn n_tokens(&self) -> u64 {
        if self.is_whole() {
            return self.corpus.n_tokens();
        }
        self.documents()
            .map(|document| self.n_tokens_of(document))
            .sum()
    }

    /// The number of types, which are spellings, in view.
    pub fn n_types(&self) -> u64 {
        if self.is_whole() {
            return self.corpus.vocabulary().types().len() as u64;
        }
        let mut seen = vec![false; self.corpus.vocabulary().types().len()];
        for document in self.documents() {
            self.each_range(document, |range| {
                self.corpus
                    .each_type(range, |word| seen[word.index()] = true);
            });
        }
        seen.into_iter().filter(|seen| *seen).count() as u64
    }

    /// Keeps the ascending positions that are in view.
    pub fn retain(&self, positions: &mut Vec<Position>) {
        if let Some(selected) = &self.selected {
            let mut documents = selected
                .iter()
                .map(|document| self.corpus.document_range(*document));
            let mut current = documents.next();
            positions.retain(|position| {
                while current.as_ref().is_some_and(|range| range.end <= *position) {
                    current = documents.next();
                }
                current
                    .as_ref()
                    .is_some_and(|range| range.start <= *position)
            });
        }
        if self.zones != ZoneKinds::ALL {
            positions.retain(|position| self.zones.contains(self.corpus.zone_at(*position).0));
        }
    }

    /// What a manifest says of corpus and view.
    pub fn manifest(&self, verb: &str) -> Manifest {
        let (major, minor, _) = crate::text::UNICODE_VERSION;
        let entries = [
            ("hustings", json!(env!("CARGO_PKG_VERSION"))),
            ("verb", json!(verb)),
            ("corpus", json!(self.corpus.hash())),
            ("tokenizer", json!(self.corpus.tokenizer().options())),
            ("unicode", json!(format!("{major}.{minor}"))),
            ("format", json!(self.corpus.format())),
            ("metadata", json!(self.corpus.metadata().hash())),
            ("conditions", json!(&*self.conditions)),
            ("zones", json!(self.zones.names())),
            ("documents", json!(self.n_documents())),
            ("tokens", json!(self.n_tokens())),
        ];
        entries
            .into_iter()
            .map(|(name, value): (_, Json)| (name.to_owned(), value))
            .collect()
    }
}
