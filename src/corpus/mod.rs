//! The store: documents, their tokens, vocabulary, postings, zones and metadata; immutable once built.

mod acronyms;
mod ascending;
mod bits;
mod buffers;
mod build;
mod calendar;
mod canonical;
mod cells;
mod characters;
mod decoding;
mod documents;
mod extract;
mod files;
mod groups;
mod grow;
mod ids;
mod index;
mod intern;
mod json_lines;
mod layers;
mod lines;
mod merge;
mod metadata;
mod part;
mod postings;
mod ranks;
mod regions;
mod scope;
mod segment;
mod sentences;
mod shards;
mod sources;
mod starts;
mod store;
mod stream;
mod surrogates;
mod vocabulary;
mod voices;
mod words;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arrow_array::ArrayRef;

pub(crate) use acronyms::Explanation;
pub use build::Builder;
pub use calendar::Period;
pub(crate) use calendar::dates;
pub use decoding::Decoding;
pub use documents::{Documents, Format, Ids, Taken};
pub use files::TextFiles;
pub use groups::{Grouping, Groups};
pub use ids::{DocId, NormId, Position, TypeId};
pub use json_lines::JsonLines;
pub use layers::{Alignment, Annotations, Layer, Several};
pub(crate) use layers::{Mismatch, MismatchKind};
pub use metadata::{Condition, Metadata, Missing, Value};
use metadata::{joined_on, matched};
pub(crate) use part::{LocalSet, Near, Part};
pub use scope::Scope;
pub use sentences::Sentences;
pub(crate) use sources::Source;
pub use store::{Access, Origin};
pub use stream::{BATCH_BYTES, Batch, Batches};
pub use vocabulary::{TypeSet, Vocabulary};
pub use voices::SpeakerNames;
pub(crate) use voices::{Utterance, Utterances, Voice};
pub use words::Words;

use crate::articles::{ReportingVerbs, Voices, ZoneKind};
use crate::error::{Error, Result};
use crate::task::Task;
use crate::text::Tokenizer;

/// Documents with their index. Made by [`Corpus::build`], read through a [`Scope`].
#[derive(Clone, Debug)]
pub struct Corpus {
    ids: Ids,
    metadata: Metadata,
    /// How many columns of metadata came with the documents; those behind were read off the texts.
    own_columns: usize,
    tokenizer: Tokenizer,
    format: Format,
    vocabulary: Arc<Vocabulary>,
    /// One part a segment, in the order of the documents.
    parts: Vec<Part>,
    /// What tokens were annotated with.
    layers: Vec<Layer>,
    /// The verbs by which quotations are found, if these are not the project's own.
    verbs: Option<Arc<ReportingVerbs>>,
    /// The names that speakers are given, if articles have others.
    speaker_names: Option<Arc<SpeakerNames>>,
    /// The folder that holds it as it is.
    origin: OnceLock<Arc<Origin>>,
}

impl Corpus {
    /// The number of documents.
    pub fn n_documents(&self) -> usize {
        self.ids.len()
    }

    /// The number of tokens.
    pub fn n_tokens(&self) -> u64 {
        self.parts
            .last()
            .map_or(0, |part| part.positions().end.number().into())
    }

    /// The ids of the documents, in their order.
    pub fn ids(&self) -> &Ids {
        &self.ids
    }

    /// The document of this id.
    pub fn document(&self, id: &str) -> Result<DocId> {
        self.ids
            .find(id)
            .ok_or_else(|| Error::unknown("document id", id, self.ids.iter()))
    }

    /// The text of a document, as it came.
    pub fn text(&self, document: DocId) -> Result<&str> {
        self.part_of(document).text(document)
    }

    /// The XXH3 hash (64 bits, seed 0) of a document's text in UTF-8.
    pub fn text_hash(&self, document: DocId) -> u64 {
        self.part_of(document).text_hash(document)
    }

    /// A hash of all ids and texts in their order, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut hasher = xxhash_rust::xxh3::Xxh3::new();
        let texts = self.parts.iter().flat_map(Part::text_hashes);
        for (id, text) in self.ids.iter().zip(texts) {
            hasher.update(&(id.len() as u64).to_le_bytes());
            hasher.update(id.as_bytes());
            hasher.update(&text.to_le_bytes());
        }
        format!("{:032x}", hasher.digest128())
    }

    /// The same documents with one more column of metadata.
    ///
    /// Errors: for a name that a column has already.
    pub fn with_metadata(&self, name: &str, column: ArrayRef) -> Result<Self> {
        if self.metadata.names().any(|known| known == name) {
            let message = format!("metadata columns must differ in name: {name:?} stands twice");
            return Err(Error::Parameter(message));
        }
        self.with_rows(&[(name.to_owned(), column)])
    }

    /// The same documents with these columns of metadata, one row a document. Columns of their names give
    /// way to them.
    ///
    /// Errors: as [`Metadata::try_new`]; for a column `id`, which would be the ids'.
    pub fn with_rows(&self, columns: &[(String, ArrayRef)]) -> Result<Self> {
        let new = Metadata::try_new(columns.to_vec(), self.n_documents())?;
        let columns = new.columns();
        let (own, derived) = self.metadata.columns().split_at(self.own_columns);
        let is_new = |name: &str| columns.iter().any(|(new, _)| new == name);
        let mut all = own.to_vec();
        for (name, column) in columns {
            match all.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) => known.clone_from(column),
                None => all.push((name.clone(), column.clone())),
            }
        }
        let own_columns = all.len();
        all.extend(derived.iter().filter(|(name, _)| !is_new(name)).cloned());
        self.with_all_columns(all, own_columns)
    }

    /// The same documents with these columns in place of all that there are, the first of them its own.
    fn with_all_columns(&self, all: Vec<(String, ArrayRef)>, own_columns: usize) -> Result<Self> {
        let metadata = Metadata::try_new(all, self.n_documents())?;
        documents::check(self.n_documents(), &self.ids, &metadata)?;
        Ok(Self {
            metadata,
            own_columns,
            origin: OnceLock::new(),
            ..self.clone()
        })
    }

    /// The same documents with these columns, of whose rows those are taken that have their ids, `ids[row]`.
    /// Rows of other ids are left out.
    ///
    /// Errors: as [`with_rows`](Self::with_rows); for ids that repeat, and for documents without a row, unless
    /// what they have may be [`Missing`].
    pub fn with_rows_of(
        &self,
        columns: &[(String, ArrayRef)],
        ids: &[String],
        missing: Missing,
    ) -> Result<Self> {
        self.with_rows(&matched(columns, ids, &self.ids, missing)?)
    }

    /// The same documents with these columns, of whose rows those are taken that have the document's own value in
    /// the column `on`. Rows of other values are left out.
    ///
    /// Errors: as [`with_rows`](Self::with_rows); for values that repeat in the table, and for documents without a
    /// row, unless what they have may be [`Missing`].
    pub fn with_rows_on(&self, table: &Metadata, on: &str, missing: Missing) -> Result<Self> {
        self.with_rows(&joined_on(&self.metadata, table, on, missing)?)
    }

    /// The same documents with columns of metadata under other names, or without those that have none.
    ///
    /// Errors: for a column that there is not, and for names that stand twice then.
    pub fn with_renamed(&self, names: &[(String, Option<String>)]) -> Result<Self> {
        for (name, _) in names {
            self.metadata.column(name)?;
        }
        let renamed = |(name, column): &(String, ArrayRef)| match names
            .iter()
            .find(|(known, _)| known == name)
        {
            Some((_, new)) => new.clone().map(|new| (new, column.clone())),
            None => Some((name.clone(), column.clone())),
        };
        // What was read off the texts is one's own under another name.
        let is_named = |name: &str| names.iter().any(|(known, _)| known == name);
        let (own, derived) = self.metadata.columns().split_at(self.own_columns);
        let (chosen, derived): (Vec<_>, Vec<_>) =
            derived.iter().partition(|(name, _)| is_named(name));
        let mut all: Vec<_> = own.iter().chain(chosen).filter_map(renamed).collect();
        let own_columns = all.len();
        all.extend(derived.into_iter().cloned());
        self.with_all_columns(all, own_columns)
    }

    /// The same documents, whose quotations are found by these verbs, with which they are saved.
    #[must_use]
    pub fn with_reporting_verbs(&self, verbs: Arc<ReportingVerbs>) -> Self {
        let parts = self.parts.iter().cloned();
        Self {
            parts: parts.map(|part| part.heard_by(&verbs)).collect(),
            verbs: Some(verbs),
            origin: OnceLock::new(),
            ..self.clone()
        }
        .named_by(self.speaker_names.clone())
    }

    /// The same documents, whose speakers go by these names, with which they are saved; those given before are
    /// given up.
    #[must_use]
    pub fn with_speaker_names(&self, names: Arc<SpeakerNames>) -> Self {
        Self {
            origin: OnceLock::new(),
            ..self.clone().named_by(Some(names))
        }
    }

    /// Refuses names that nobody has in any article.
    ///
    /// Errors: [`Error::Unknown`] for such a name.
    pub fn check_speaker_names(&self, names: &SpeakerNames, task: &Task) -> Result<()> {
        task.expect(self.n_documents() as u64);
        let parts = self.parts.iter();
        let found = parts.map(|part| part.speakers_found(task));
        let found = found.collect::<Result<Vec<_>>>()?.concat();
        let known: HashSet<&str> = found.iter().map(String::as_str).collect();
        match names.found().find(|name| !known.contains(name)) {
            Some(name) => Err(Error::unknown("name of a speaker", name, &found)),
            None => Ok(()),
        }
    }

    fn named_by(mut self, names: Option<Arc<SpeakerNames>>) -> Self {
        let parts = self.parts.into_iter();
        self.parts = parts.map(|part| part.named_by(names.as_ref())).collect();
        self.speaker_names = names;
        self
    }

    /// The same parts, with the verbs and the names of speakers of another corpus if it has its own.
    fn heard_as(self, other: &Self) -> Self {
        let heard = match &other.verbs {
            Some(verbs) => self.with_reporting_verbs(verbs.clone()),
            None => self,
        };
        heard.named_by(other.speaker_names.clone())
    }

    /// The names that speakers are given, if articles have others.
    pub fn speaker_names(&self) -> Option<&SpeakerNames> {
        self.speaker_names.as_deref()
    }

    fn own_verbs(&self) -> Option<&ReportingVerbs> {
        self.verbs.as_deref()
    }

    /// The verbs by which quotations are found.
    pub fn reporting_verbs(&self) -> &ReportingVerbs {
        self.verbs
            .as_deref()
            .unwrap_or_else(|| ReportingVerbs::listed())
    }

    /// What is known of each document beside its text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// What documents are grouped by under a name: the documents themselves, a metadata column, or the
    /// periods of a column of dates, times or years.
    ///
    /// Errors: [`Error::Unknown`] for a name that is none of them, and for another period than there are.
    pub fn grouping<'c>(&'c self, name: &'c str) -> Result<Grouping<'c>> {
        if let Some(grouping) = self.known_grouping(name)? {
            return Ok(grouping);
        }
        let column = self.metadata.column(name);
        let unknown = |error| self.of_quotations(name).unwrap_or(error);
        column.map(Grouping::Column).map_err(unknown)
    }

    /// An error for what quotations have and documents have not, which says what to do.
    fn of_quotations(&self, name: &str) -> Option<Error> {
        let what = "metadata column (of a corpus in which each quotation is a document speakers and verbs are some, see \
                    docs/dictionaries.md)";
        matches!(name, "speaker" | "voice" | "verb" | "kind" | "role")
            .then(|| Error::unknown(what, name, self.metadata.names()))
    }

    /// The same, none if the name is none of them.
    pub(crate) fn known_grouping<'c>(&'c self, name: &'c str) -> Result<Option<Grouping<'c>>> {
        Grouping::named(name, &self.ids, &self.metadata)
    }

    /// The tokenizer that it was built with, which patterns go through as well.
    pub fn tokenizer(&self) -> &Tokenizer {
        &self.tokenizer
    }

    /// How its texts were taken apart.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Its types and their normal forms.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// The parts that it consists of, in the order of the documents; none is empty of documents.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The part of a document.
    pub fn part_of(&self, document: DocId) -> &Part {
        let begins_before = |part: &Part| part.documents().start <= document;
        &self.parts[self.parts.partition_point(begins_before) - 1]
    }

    /// The part of a position.
    pub fn part_at(&self, position: Position) -> &Part {
        &self.parts[self.part_number_at(position)]
    }

    /// The place among the parts of that of a position.
    pub fn part_number_at(&self, position: Position) -> usize {
        // Parts without tokens begin where the next one does: the last that begins here is meant.
        let begins_before = |part: &Part| part.positions().start <= position;
        self.parts.partition_point(begins_before) - 1
    }

    /// The part of a position, and its number in `near`, where it is looked for first.
    pub fn part_near(&self, position: Position, near: &mut usize) -> &Part {
        let holds = |part: &Part| part.positions().contains(&position);
        if !self.parts.get(*near).is_some_and(holds) {
            *near = self.part_number_at(position);
        }
        &self.parts[*near]
    }

    /// The positions of a document's tokens.
    pub fn document_range(&self, document: DocId) -> Range<Position> {
        self.part_of(document).document_range(document)
    }

    /// The document in which a position lies.
    pub fn document_at(&self, position: Position) -> DocId {
        self.part_at(position).document_at(position)
    }

    /// The zones of a document as kind, bytes within the document, and positions.
    pub fn zones_of(
        &self,
        document: DocId,
    ) -> impl Iterator<Item = (ZoneKind, Range<usize>, Range<Position>)> + '_ {
        self.part_of(document).zones_of(document)
    }

    /// Who says what in a document, by the verbs of the corpus. It is found once and kept.
    ///
    /// Errors: [`Error::Corrupt`] where a mapped file has zones that are no stretches of the text.
    pub fn voices_of(&self, document: DocId) -> Result<Voices> {
        self.part_of(document).voices(document)
    }

    /// The zone in which a position lies.
    pub fn zone_at(&self, position: Position) -> (ZoneKind, Range<usize>, Range<Position>) {
        self.part_at(position).zone_at(position)
    }

    /// Passes on the types of some tokens of one document, in order.
    pub fn each_type(&self, range: Range<Position>, pass: impl FnMut(TypeId)) {
        if !range.is_empty() {
            self.part_at(range.start).each_type(range, pass);
        }
    }

    /// Appends the positions of a type, ascending.
    pub fn append_positions(&self, of: TypeId, positions: &mut Vec<Position>) -> Result<()> {
        self.parts
            .iter()
            .try_for_each(|part| part.append_positions(of, positions))
    }

    /// Passes on the type and the bytes of some tokens of one document, in order.
    pub fn each_token(&self, range: Range<Position>, mut pass: impl FnMut(TypeId, Range<usize>)) {
        if range.is_empty() {
            return;
        }
        let part = self.part_at(range.start);
        let mut starts = Vec::new();
        part.read_starts(part.document_at(range.start), range.clone(), &mut starts);
        let mut starts = starts.into_iter();
        part.each_type(range, |word| {
            let start = starts.next().expect("one a token") as usize;
            pass(word, start..start + self.vocabulary.word(word).len());
        });
    }

    /// The character offset of a byte offset, given a pair of both known to lie before it.
    pub fn characters(&self, document: DocId, byte: usize, known: (usize, usize)) -> usize {
        self.part_of(document).characters(document, byte, known)
    }
}
