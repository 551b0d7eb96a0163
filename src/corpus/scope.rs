//! Scope: a selection of documents and zones, through which every question is asked.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::Corpus;
use super::ids::{DocId, Position};
use super::metadata::Condition;
use super::part::Part;
use super::voices::{Voice, intersected, united};
use crate::articles::{QuotationKind, ZoneKinds};
use crate::error::{Error, Result};
use crate::table::Manifest;
use crate::task::Task;

/// A view of a corpus: some of its documents, of these some kinds of zone, and of these the words of
/// some voices. Nothing is copied.
#[derive(Clone, Debug)]
pub struct Scope {
    corpus: Arc<Corpus>,
    /// The documents, ascending; none stands for all.
    selected: Option<Arc<[DocId]>>,
    zones: ZoneKinds,
    /// Whose words are in view; each list narrows the one before it.
    voices: Arc<[Vec<Voice>]>,
    /// The positions of these voices in the whole corpus, ascending; none stands for all.
    heard: Option<Arc<[Range<u32>]>>,
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
            voices: Arc::from([]),
            heard: None,
            conditions: Arc::from([]),
        }
    }

    /// The documents that meet every condition, and of them the zones of these kinds.
    pub fn subset(&self, conditions: &[(String, Condition)], zones: ZoneKinds) -> Result<Self> {
        let mut selected: Vec<DocId> = self.documents().collect();
        let mut described = self.conditions.to_vec();
        for (name, condition) in conditions {
            let metadata = self.corpus.metadata();
            let matching = match metadata.column(name) {
                Err(_) if name == "id" || name == "document" => self.matching_ids(condition)?,
                Err(_) => {
                    let known = metadata.names().chain(["id", "zone", "voice", "collapse"]);
                    return Err(Error::unknown("metadata column", name, known));
                }
                Ok(_) => metadata.matching(name, condition)?,
            };
            selected.retain(|document| matching[document.index()]);
            described.push(json!({ name: condition }));
        }
        let all = conditions.is_empty() && self.selected.is_none();
        Ok(Self {
            corpus: self.corpus.clone(),
            selected: (!all).then(|| selected.into()),
            zones: self.zones.intersection(zones),
            voices: self.voices.clone(),
            heard: self.heard.clone(),
            conditions: described.into(),
        })
    }

    /// Of what is in view the words of any of these voices.
    ///
    /// Errors: for a name that is no voice and nobody's in the corpus.
    pub fn subset_of_voices(&self, names: &[String], task: &Task) -> Result<Self> {
        let voices: Vec<Voice> = names.iter().map(|name| Voice::from_name(name)).collect();
        let utterances = self.corpus.parts().iter().map(|part| part.utterances(task));
        let utterances = utterances.collect::<Result<Vec<_>>>()?;
        for (voice, name) in voices.iter().zip(names) {
            let speakers = || utterances.iter().flat_map(|part| part.speakers());
            if matches!(voice, Voice::Speaker(_)) && !speakers().any(|known| known == name) {
                let known = Voice::NAMES.into_iter();
                let known = known.chain(speakers().map(String::as_str));
                return Err(Error::unknown("voice", name, known));
            }
        }
        let mut heard: Vec<Range<u32>> = Vec::new();
        for part in utterances {
            let own = voices.iter().flat_map(|voice| part.ranges(voice));
            let mut own: Vec<Range<u32>> = own.collect();
            own.sort_by_key(|range| (range.start, range.end));
            heard.extend(united(own.into_iter()));
        }
        if let Some(before) = &self.heard {
            heard = intersected(before, &heard);
        }
        let mut described = self.conditions.to_vec();
        described.push(json!({ "voice": { "among": names } }));
        Ok(Self {
            voices: self.voices.iter().cloned().chain([voices]).collect(),
            heard: Some(heard.into()),
            conditions: described.into(),
            ..self.clone()
        })
    }

    /// Of what is in view these documents, which ascend, by a condition that has no other name.
    #[must_use]
    pub fn only(&self, documents: Vec<DocId>, condition: Json) -> Self {
        let described = self.conditions.iter().cloned().chain([condition]);
        Self {
            selected: Some(documents.into()),
            conditions: described.collect(),
            ..self.clone()
        }
    }

    /// Whether the content of a quotation is in view, as far as its kind and its speaker tell.
    pub fn hears(&self, kind: QuotationKind, speaker: Option<&str>) -> bool {
        let takes = |voices: &Vec<Voice>| voices.iter().any(|voice| voice.takes(kind, speaker));
        self.voices.iter().all(takes)
    }

    /// The documents of the corpus that are not in view; of them the same kinds of zone and voices.
    #[must_use]
    pub fn others(&self) -> Self {
        let in_view = self.in_view();
        let all = (0..in_view.len()).map(DocId::from_index);
        let selected: Vec<DocId> = all.filter(|other| !in_view[other.index()]).collect();
        let ids = selected.iter().map(|other| self.corpus.ids().name(*other));
        let id = json!({ "id": { "among": ids.collect::<Vec<_>>() } });
        let of_voices = |condition: &&Json| condition.get("voice").is_some();
        let voices = self.conditions.iter().filter(of_voices).cloned();
        Self {
            conditions: std::iter::once(id).chain(voices).collect(),
            selected: Some(selected.into()),
            ..self.clone()
        }
    }

    /// How many documents two views of one corpus both have tokens of, and whether any token is in both.
    pub fn shared(&self, other: &Self) -> (usize, bool) {
        if !Arc::ptr_eq(&self.corpus, &other.corpus) {
            return (0, false);
        }
        let in_view = self.in_view();
        let in_both = |document: &DocId| {
            in_view[document.index()]
                && self.n_tokens_of(*document) > 0
                && other.n_tokens_of(*document) > 0
        };
        let both = || other.documents().filter(in_both);
        let ranges = |scope: &Self, document| {
            let mut ranges = Vec::new();
            scope.each_range(document, |range| ranges.push(range));
            ranges
        };
        let overlap = |document| {
            let (own, others) = (ranges(self, document), ranges(other, document));
            let meets = |one: &Range<Position>, two: &Range<Position>| {
                one.start.max(two.start) < one.end.min(two.end)
            };
            own.iter()
                .any(|one| others.iter().any(|two| meets(one, two)))
        };
        (both().count(), both().any(overlap))
    }

    /// For every document of the corpus whether it is in view.
    pub fn in_view(&self) -> Vec<bool> {
        let mut in_view = vec![false; self.corpus.n_documents()];
        for document in self.documents() {
            in_view[document.index()] = true;
        }
        in_view
    }

    fn matching_ids(&self, condition: &Condition) -> Result<Vec<bool>> {
        let ids = crate::table::strings(self.corpus.ids().iter());
        let n_rows = self.corpus.n_documents();
        super::Metadata::try_new(vec![("id".into(), ids)], n_rows)?.matching("id", condition)
    }

    /// Whether all tokens of the corpus are in view.
    pub fn is_whole(&self) -> bool {
        self.selected.is_none() && self.zones == ZoneKinds::ALL && self.heard.is_none()
    }

    /// The corpus behind the view.
    pub fn corpus(&self) -> &Arc<Corpus> {
        &self.corpus
    }

    /// The corpus, if all of it is in view; `verb` is for the error.
    pub fn whole_corpus(&self, verb: &str) -> Result<&Arc<Corpus>> {
        if self.is_whole() {
            return Ok(&self.corpus);
        }
        let message = format!(
            "{verb} takes a whole corpus, and this is a subset; take subsets behind it, or what extract() gives"
        );
        Err(Error::Parameter(message))
    }

    /// Whether documents are in view as a whole: neither zones nor voices of them alone.
    pub fn is_of_documents(&self) -> bool {
        self.zones == ZoneKinds::ALL && self.heard.is_none()
    }

    /// What is in view as a corpus of its own.
    ///
    /// Errors: [`Error::Parameter`] if zones or voices alone are in view; as [`Corpus::extract`].
    pub fn extracted(&self, verb: &str, task: &Task) -> Result<Arc<Corpus>> {
        if self.is_whole() {
            return Ok(self.corpus.clone());
        }
        if !self.is_of_documents() {
            return Err(Error::Parameter(format!(
                "{verb} takes whole documents, and some zones or voices of them alone are in view; take these behind it"
            )));
        }
        let documents: Vec<DocId> = self.documents().collect();
        Ok(Arc::new(self.corpus.extract(&documents, task)?))
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
        if self.zones == ZoneKinds::ALL && self.heard.is_none() {
            return pass(self.corpus.document_range(document));
        }
        self.each_zone_range(document, pass);
    }

    /// Passes the positions in view of a document on, a range a zone, or a piece of what a voice says in
    /// it; none is empty.
    ///
    /// What spans several tokens is looked for within one such range.
    pub fn each_zone_range(&self, document: DocId, mut pass: impl FnMut(Range<Position>)) {
        if let Some(heard) = &self.heard {
            for range in within(heard, &self.corpus.document_range(document)) {
                let first = Position::new(range.start);
                if self.zones == ZoneKinds::ALL || self.zones.contains(self.corpus.zone_at(first).0)
                {
                    pass(first..Position::new(range.end));
                }
            }
            return;
        }
        for (kind, _, positions) in self.corpus.zones_of(document) {
            if self.zones.contains(kind) && !positions.is_empty() {
                pass(positions);
            }
        }
    }

    /// Whether the words of some voices alone are in view.
    pub fn is_of_voices(&self) -> bool {
        self.heard.is_some()
    }

    /// The number of tokens of a zone in view that some voice in view says.
    pub fn n_tokens_within(&self, positions: &Range<Position>) -> u64 {
        let (start, end) = (positions.start.number(), positions.end.number());
        let Some(heard) = &self.heard else {
            return u64::from(end - start);
        };
        let first = heard.partition_point(|range| range.end <= start);
        let own = heard[first..].iter().take_while(|range| range.start < end);
        own.map(|range| u64::from(range.end.min(end) - range.start.max(start)))
            .sum()
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
        if let Some(heard) = &self.heard {
            let mut rest = heard.iter().peekable();
            positions.retain(|position| {
                while rest
                    .next_if(|range| range.end <= position.number())
                    .is_some()
                {}
                rest.peek()
                    .is_some_and(|range| range.start <= position.number())
            });
        }
    }

    /// The positions around one in view of which a window, a phrase or an n-gram takes none beyond: its
    /// zone, or what a voice says there. `near` is where it is looked for in its part, from 0 on.
    #[inline]
    pub fn stretch_near(
        &self,
        part: &Part,
        position: Position,
        near: &mut usize,
    ) -> Range<Position> {
        self.stretch_at(position)
            .unwrap_or_else(|| part.zone_near(position, near))
    }

    /// What a voice in view says around a position, if not all voices are in view.
    pub fn stretch_at(&self, position: Position) -> Option<Range<Position>> {
        let heard = self.heard.as_deref()?;
        let at = heard.partition_point(|range| range.end <= position.number());
        let range = heard.get(at)?;
        (range.start <= position.number())
            .then(|| Position::new(range.start)..Position::new(range.end))
    }

    /// Whether some tokens of one document are in view, in one stretch.
    pub fn has(&self, first: Position, behind: Position) -> bool {
        let part = self.corpus.part_at(first);
        let document = part.document_at(first);
        let (kind, _, zone) = part.zone_in(document, first);
        let heard = match (&self.heard, self.stretch_at(first)) {
            (None, _) => Some(zone),
            (Some(_), stretch) => stretch,
        };
        let selected = self.selected.as_ref();
        selected.is_none_or(|selected| selected.binary_search(&document).is_ok())
            && self.zones.contains(kind)
            && heard.is_some_and(|stretch| behind <= stretch.end)
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
        let entries = entries.into_iter();
        let mut manifest: Manifest = entries
            .map(|(name, value): (_, Json)| (name.to_owned(), value))
            .collect();
        let layers = self.corpus.layers().iter().enumerate();
        let hashes: Manifest = layers
            .map(|(number, layer)| {
                (
                    layer.name().to_owned(),
                    json!(self.corpus.layer_hash(number)),
                )
            })
            .collect();
        if !hashes.is_empty() {
            manifest.insert("layers".into(), json!(hashes));
        }
        if let Some(verbs) = self.corpus.own_verbs() {
            manifest.insert("reporting_verbs".into(), json!(verbs.hash()));
        }
        if let Some(names) = self.corpus.speaker_names() {
            manifest.insert("speaker_names".into(), json!(names.hash()));
        }
        manifest
    }
}

/// The ranges that lie within some positions, of which none is cut by their ends.
fn within<'r>(ranges: &'r [Range<u32>], positions: &Range<Position>) -> &'r [Range<u32>] {
    let first = ranges.partition_point(|range| range.start < positions.start.number());
    let behind = ranges.partition_point(|range| range.start < positions.end.number());
    &ranges[first..behind]
}
