//! A part: a segment at its place in a corpus, so that numbers are those of the whole.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arrow_buffer::{Buffer, ScalarBuffer};

use super::ids::{DocId, Position, TypeId};
use super::layers::PartLayer;
use super::segment::Segment;
use super::sources::Source;
use super::vocabulary::{TypeSet, Vocabulary};
use super::voices::{Hearing, SpeakerNames};
use crate::articles::{ReportingVerbs, ZoneKind};
use crate::error::{Error, Result};

/// A segment of a corpus, its documents, positions and types numbered as in the corpus.
#[derive(Clone, Debug)]
pub struct Part {
    segment: Arc<Segment>,
    /// The types of the corpus by the segment's own numbers.
    types: ScalarBuffer<u32>,
    first_document: u32,
    first_position: u32,
    /// The segment's own numbers in the order of the corpus's, where that order differs.
    by_type: OnceLock<Option<Vec<u32>>>,
    /// The normal form of each of the segment's own types, once somebody has asked.
    norms: OnceLock<Arc<[u32]>>,
    /// The values of its tokens by the number of the layer; some or all may be missing.
    layers: Vec<Option<PartLayer>>,
    /// The quotations by verbs of the corpus's own, if it has any.
    heard: Option<Arc<Hearing>>,
    /// The same quotations, if their speakers have names of the corpus's own.
    named: Option<Arc<Hearing>>,
}

impl Part {
    /// A segment behind `before`, or at the beginning.
    ///
    /// Errors: [`Error::Limit`] where there are too many tokens or documents for their numbers.
    pub(super) fn new(
        segment: Arc<Segment>,
        types: ScalarBuffer<u32>,
        before: Option<&Self>,
    ) -> Result<Self> {
        let first_document = before.map_or(0, |part| part.documents().end.number());
        let first_position = before.map_or(0, |part| part.positions().end.number());
        let end = |first: u32, count: usize| first.checked_add(u32::try_from(count).ok()?);
        let both =
            end(first_document, segment.n_documents()).zip(end(first_position, segment.n_tokens()));
        if both.is_none() {
            let message = "a corpus holds fewer than 2^32 tokens; split it";
            return Err(Error::Limit(message.into()));
        }
        let by_type = OnceLock::new();
        Ok(Self {
            segment,
            types,
            first_document,
            first_position,
            by_type,
            norms: OnceLock::new(),
            layers: Vec::new(),
            heard: None,
            named: None,
        })
    }

    /// The same part with these layers.
    pub(super) fn with_layers(self, layers: Vec<Option<PartLayer>>) -> Self {
        Self { layers, ..self }
    }

    /// The same part with another layer of a number.
    pub(super) fn with_layer(mut self, number: usize, layer: Option<PartLayer>) -> Self {
        if self.layers.len() <= number {
            self.layers.resize(number + 1, None);
        }
        self.layers[number] = layer;
        self
    }

    /// The same part, whose quotations are found by these verbs.
    pub(super) fn heard_by(self, verbs: &Arc<ReportingVerbs>) -> Self {
        Self {
            heard: Some(Arc::new(Hearing::by(verbs.clone()))),
            ..self
        }
    }

    /// The same part, whose speakers have these names.
    pub(super) fn named_by(self, names: Option<&Arc<SpeakerNames>>) -> Self {
        let hearing = names.map(|names| Hearing::named(names.clone(), self.heard.clone()));
        Self {
            named: hearing.map(Arc::new),
            ..self
        }
    }

    /// The quotations by the verbs of the corpus, their speakers under the names that it gives them.
    pub(super) fn hearing(&self) -> &Hearing {
        self.named
            .as_deref()
            .unwrap_or_else(|| self.hearing_as_found())
    }

    /// The same, the speakers under the names that articles have.
    pub(super) fn hearing_as_found(&self) -> &Hearing {
        self.heard.as_deref().unwrap_or(&self.segment.heard)
    }

    pub(super) fn layers(&self) -> &[Option<PartLayer>] {
        &self.layers
    }

    pub(super) fn segment(&self) -> &Arc<Segment> {
        &self.segment
    }

    /// The types of the corpus by the segment's own numbers.
    pub(super) fn types(&self) -> &ScalarBuffer<u32> {
        &self.types
    }

    /// Its documents.
    pub fn documents(&self) -> Range<DocId> {
        DocId::new(self.first_document)
            ..DocId::from_index(self.first_document as usize + self.segment.n_documents())
    }

    /// The positions of its tokens.
    pub fn positions(&self) -> Range<Position> {
        Position::new(self.first_position)
            ..Position::from_index(self.first_position as usize + self.segment.n_tokens())
    }

    pub(super) fn n_tokens(&self) -> usize {
        self.segment.n_tokens()
    }

    /// The number of different types in it.
    pub fn n_types(&self) -> usize {
        self.types.len()
    }

    pub(super) fn row(&self, document: DocId) -> usize {
        (document.number() - self.first_document) as usize
    }

    pub(super) fn local(&self, position: Position) -> u32 {
        position.number() - self.first_position
    }

    fn whole(&self, range: &Range<u32>) -> Range<Position> {
        let place = |local: u32| Position::new(self.first_position + local);
        place(range.start)..place(range.end)
    }

    pub(super) fn text(&self, document: DocId) -> Result<&str> {
        self.segment.rows.texts.text(self.row(document))
    }

    /// The memory in which the texts lie.
    pub fn text_buffers(&self) -> Vec<Buffer> {
        self.segment.rows.texts.buffers()
    }

    /// A text to take excerpts from.
    pub fn source(&self, document: DocId) -> Source<'_> {
        self.segment.rows.texts.source(self.row(document))
    }

    /// That a section of its file is not as it must be.
    pub fn wrong(&self, section: &str, message: impl Into<String>) -> Error {
        self.segment.wrong(section, message)
    }

    pub(super) fn text_hash(&self, document: DocId) -> u64 {
        self.segment.rows.hashes[self.row(document)]
    }

    pub(super) fn text_hashes(&self) -> impl Iterator<Item = u64> + '_ {
        self.segment.rows.hashes.iter().copied()
    }

    /// The character offset of a byte offset, given a pair of both known to lie before it.
    pub fn characters(&self, document: DocId, byte: usize, known: (usize, usize)) -> usize {
        self.characters_in(document, || self.source(document), byte, known)
    }

    /// The same, given what finds the source of the document, which a text of ASCII does without.
    pub fn characters_in<'s>(
        &self,
        document: DocId,
        source: impl FnOnce() -> Source<'s>,
        byte: usize,
        known: (usize, usize),
    ) -> usize {
        if self.is_ascii(document) {
            byte
        } else {
            let block = self.segment.rows.blocks[self.row(document)] as usize;
            let characters = &self.segment.characters;
            characters.before(source().bytes(), block, byte, known)
        }
    }

    pub(super) fn is_ascii(&self, document: DocId) -> bool {
        self.segment.rows.ascii[self.row(document)] != 0
    }

    pub fn document_range(&self, document: DocId) -> Range<Position> {
        self.whole(&self.segment.positions_of(self.row(document)))
    }

    /// The document in which a position lies.
    pub fn document_at(&self, position: Position) -> DocId {
        let row = self.segment.document_at(self.local(position));
        DocId::from_index(self.first_document as usize + row)
    }

    pub fn zones_of(
        &self,
        document: DocId,
    ) -> impl Iterator<Item = (ZoneKind, Range<usize>, Range<Position>)> + '_ {
        let zones = self.segment.zones.of(self.row(document));
        zones.map(|(kind, bytes, positions)| (kind, bytes, self.whole(&positions)))
    }

    /// The zone in which a position lies.
    pub fn zone_at(&self, position: Position) -> (ZoneKind, Range<usize>, Range<Position>) {
        let (kind, bytes, positions) = self.segment.zones.at(self.local(position));
        (kind, bytes, self.whole(&positions))
    }

    /// The positions of the zone in which a position lies; `near` is where it is looked for, from 0 on.
    #[inline]
    pub fn zone_near(&self, position: Position, near: &mut usize) -> Range<Position> {
        self.whole(&self.segment.zones.near(self.local(position), near))
    }

    /// The zone of a document in which a position lies.
    pub fn zone_in(
        &self,
        document: DocId,
        position: Position,
    ) -> (ZoneKind, Range<usize>, Range<Position>) {
        let (row, local) = (self.row(document), self.local(position));
        let (kind, bytes, positions) = self.segment.zones.within(row, local);
        (kind, bytes, self.whole(&positions))
    }

    /// The type of a token.
    pub fn type_at(&self, position: Position) -> TypeId {
        self.type_of(self.local_type_at(position))
    }

    /// The segment's own number of the type of a token.
    pub fn local_type_at(&self, position: Position) -> u32 {
        self.known_type(self.segment.types.get(self.local(position) as usize))
    }

    /// A number that a type of the segment has.
    fn known_type(&self, local: u32) -> u32 {
        if local as usize >= self.types.len() {
            self.no_type(local);
        }
        local
    }

    /// Throws that a token has a type that there is not, as those of a damaged file can.
    #[cold]
    fn no_type(&self, local: u32) -> ! {
        let n_types = self.types.len();
        let message = format!("a token has type {local}, and there are {n_types}");
        self.segment.wrong("token_types", message).throw()
    }

    /// The type of the segment's own number.
    pub fn type_of(&self, local: u32) -> TypeId {
        TypeId::new(self.types[local as usize])
    }

    /// Passes on the types of some tokens, in order.
    pub fn each_type(&self, range: Range<Position>, mut pass: impl FnMut(TypeId)) {
        let range = self.local(range.start) as usize..self.local(range.end) as usize;
        self.segment.types.read(range, |local| {
            let word = self.types.get(local as usize);
            pass(TypeId::new(*word.unwrap_or_else(|| self.no_type(local))));
        });
    }

    /// Passes on the segment's own numbers of the types of some tokens, in order.
    pub fn each_local_type(&self, range: Range<Position>, mut pass: impl FnMut(u32)) {
        let range = self.local(range.start) as usize..self.local(range.end) as usize;
        let types = &self.segment.types;
        types.read(range, |local| pass(self.known_type(local)));
    }

    /// Replaces `values` by what some tokens have in `of`, which has a value for each of the segment's
    /// own numbers of types.
    pub fn read_local_types(&self, range: Range<Position>, values: &mut Vec<u32>, of: &[u32]) {
        let range = self.local(range.start) as usize..self.local(range.end) as usize;
        self.segment.types.read_into(range, values, |local| {
            let value = of.get(local as usize);
            *value.unwrap_or_else(|| self.no_type(local))
        });
    }

    /// The numbers of the types of the corpus by the segment's own numbers.
    pub fn own_type_numbers(&self) -> &[u32] {
        &self.types
    }

    /// The numbers of their normal forms.
    pub fn own_norm_numbers(&self, vocabulary: &Vocabulary) -> &[u32] {
        let norm = |word| vocabulary.norm_of(word).number();
        self.norms
            .get_or_init(|| self.own_types().map(norm).collect())
    }

    /// The types of the segment's own numbers.
    pub fn own_types(&self) -> impl ExactSizeIterator<Item = TypeId> + '_ {
        self.types.iter().copied().map(TypeId::new)
    }

    /// Replaces `starts` by where some tokens of a document begin in it, in bytes.
    pub fn read_starts(&self, document: DocId, range: Range<Position>, starts: &mut Vec<u32>) {
        let positions = self.local(range.start)..self.local(range.end);
        self.segment
            .read_starts(self.row(document), positions, starts);
    }

    /// Where it is to be looked up in which byte the token of a document begins, given such a place that
    /// may be near.
    pub fn start_near(&self, document: DocId, position: Position, near: &Near) -> Near {
        let blocks = self.segment.blocks_of(self.row(document));
        let starts = &self.segment.starts;
        let count = starts.count_of(self.local(position), &blocks, near.count);
        Near { blocks, count }
    }

    /// Appends to `starts` where some tokens begin in their document, in bytes, of which the first is
    /// [near](Self::start_near) a place.
    pub fn append_starts(&self, range: Range<Position>, near: &Near, starts: &mut Vec<u32>) {
        let positions = self.local(range.start)..self.local(range.end);
        self.segment
            .starts
            .append(positions, near.count, &near.blocks, starts);
    }

    /// Asks for the memory in which the type of a token stands.
    pub fn prefetch_type(&self, position: Position) {
        self.segment.types.prefetch(self.local(position) as usize);
    }

    /// Asks for the memory in which starts will be looked for.
    pub fn prefetch_starts(&self, near: &Near) {
        self.segment.starts.prefetch(near.count);
    }

    /// Asks for the memory in which the character offset of a byte offset will be looked for.
    pub fn prefetch_characters(&self, document: DocId, source: &Source<'_>, byte: usize) {
        if !self.is_ascii(document) {
            let block = self.segment.rows.blocks[self.row(document)] as usize;
            let characters = &self.segment.characters;
            characters.prefetch(source.bytes(), block, byte);
        }
    }

    /// Appends the positions of a type, ascending.
    pub(super) fn append_positions(&self, of: TypeId, positions: &mut Vec<Position>) -> Result<()> {
        let Some(local) = self.local_type(of) else {
            return Ok(());
        };
        let (segment, n_tokens) = (&self.segment, self.n_tokens());
        let count = segment.counts.tokens[local as usize] as usize;
        if count > n_tokens {
            let message = format!("type {local} would occur {count} times in {n_tokens} tokens");
            return Err(segment.wrong("type_frequencies", message));
        }
        positions.reserve(count);
        let all = segment.postings.each(local, (count, n_tokens), |position| {
            positions.push(Position::new(self.first_position.wrapping_add(position)));
        });
        all.ok_or_else(|| {
            let message = format!("the list of type {local} has not {count} positions");
            segment.wrong("postings", message)
        })
    }

    /// The segment's own number of a type that occurs in it.
    fn local_type(&self, of: TypeId) -> Option<u32> {
        let number = of.number();
        match self.by_type.get_or_init(|| sorted(&self.types)) {
            None => {
                // Whatever is built in one go has the numbers of the corpus.
                if self.types.get(of.index()) == Some(&number) {
                    return Some(number);
                }
                let local = self.types.binary_search(&number).ok()?;
                u32::try_from(local).ok()
            }
            Some(by_type) => {
                let place = by_type
                    .binary_search_by_key(&number, |local| self.types[*local as usize])
                    .ok()?;
                Some(by_type[place])
            }
        }
    }

    /// The members of a set among the segment's own numbers.
    pub fn local_set(&self, set: &TypeSet) -> LocalSet {
        let mut bits = vec![0_u64; self.n_types().div_ceil(64)];
        let mut insert = |local: u32| bits[local as usize / 64] |= 1 << (local % 64);
        // Few members are looked up, many are met on a walk over all types.
        if set.members().len() * 16 < self.n_types() {
            let locals = set
                .members()
                .iter()
                .filter_map(|member| self.local_type(*member));
            locals.for_each(&mut insert);
        } else {
            let locals = (0..).zip(self.types.iter());
            locals
                .filter(|(_, word)| set.contains(TypeId::new(**word)))
                .for_each(|(local, _)| insert(local));
        }
        LocalSet { bits }
    }
}

/// Where it is to be looked up in which byte a token begins.
#[derive(Clone, Debug, Default)]
pub struct Near {
    /// The blocks of its document.
    blocks: Range<usize>,
    count: usize,
}

/// The places of numbers in ascending order; none if they already ascend.
fn sorted(numbers: &[u32]) -> Option<Vec<u32>> {
    if numbers.is_sorted() {
        return None;
    }
    let mut places: Vec<u32> = (0..).zip(numbers).map(|(place, _)| place).collect();
    places.sort_unstable_by_key(|place| numbers[*place as usize]);
    Some(places)
}

/// A set of types in the numbers of one segment.
#[derive(Clone, Debug)]
pub struct LocalSet {
    bits: Vec<u64>,
}

impl LocalSet {
    /// Whether the type of the segment's own number is a member.
    pub fn contains(&self, local: u32) -> bool {
        self.bits[local as usize / 64] & (1 << (local % 64)) != 0
    }
}
