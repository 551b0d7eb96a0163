//! Growing: documents behind those of a corpus, corpora behind each other, small segments made one.
//!
//! Segments are shared with the corpora that they come from, so what is new costs in proportion to
//! itself. Every question has the answer that it would have had of one build of everything.

use std::sync::{Arc, OnceLock};

use arrow_buffer::{MutableBuffer, ScalarBuffer};
use serde::Serialize;
use serde_json::json;

use super::buffers::Buffers;
use super::build::{Builder, Rest, SEGMENT_BYTES};
use super::characters;
use super::documents::Documents;
use super::ids::{NormId, TypeId};
use super::index::assemble;
use super::layers;
use super::merge::{Groups, Origin, Spelling};
use super::metadata::joined;
use super::part::Part;
use super::shards::{Found, Offsets, Row, Shard};
use super::sources::Sources;
use super::vocabulary::Vocabulary;
use super::{Corpus, Ids};
use crate::error::{Error, Result};
use crate::task::Task;

impl Corpus {
    /// A corpus of this one's documents and these behind them, cut as this one's were.
    ///
    /// Errors: as [`Corpus::build`]; [`Error::Parameter`] for an id that is taken, [`Error::Type`] for a
    /// metadata column of another type.
    pub fn append(&self, documents: &Documents, task: &Task) -> Result<Self> {
        let mut builder = Builder::new(self.tokenizer.clone(), self.format);
        builder.begin_with(self);
        task.expect(documents.texts.len() as u64);
        builder.add(documents, Rest::Known, task)?;
        let added = builder.finish(documents.ids.clone(), documents.metadata.clone(), task)?;
        let longer = self.followed_by(added)?;
        let layers = self.layers.clone();
        Ok(Self { layers, ..longer }.heard_as(self))
    }

    /// A corpus of this one's documents and the others' behind them, in their order.
    ///
    /// Errors: [`Error::Parameter`] for ids that are not unique, for other tokenizer options or another
    /// way to take texts apart, [`Error::Type`] for metadata columns of different types.
    pub fn concatenate<'c>(
        &self,
        others: impl IntoIterator<Item = &'c Self>,
        task: &Task,
    ) -> Result<Self> {
        let mut whole = self.clone();
        for other in others {
            task.check()?;
            refuse_other(
                "tokenizer options",
                (self.tokenizer.options(), other.tokenizer.options()),
            )?;
            refuse_other("format", (&self.format, &other.format))?;
            if self.reporting_verbs().hash() != other.reporting_verbs().hash() {
                let message = "corpora must have the same reporting verbs; give them to each";
                return Err(Error::Parameter(message.into()));
            }
            if self.speaker_names != other.speaker_names {
                let message = "corpora must have the same names of speakers; give them to each";
                return Err(Error::Parameter(message.into()));
            }
            let mut vocabulary = Vocabulary::clone(&whole.vocabulary);
            let types = add_vocabulary(&mut vocabulary, &other.vocabulary, task)?;
            let (layers, numbers) = layers::joined(&whole.layers, &other.layers)?;
            let mut parts = whole.parts.clone();
            for part in &other.parts {
                let types: ScalarBuffer<u32> = part
                    .types()
                    .iter()
                    .map(|word| types[*word as usize].number())
                    .collect();
                let mut next = Part::new(part.segment().clone(), types, parts.last())?;
                for (own, (number, values)) in part.layers().iter().zip(&numbers) {
                    let layer = own.as_ref().map(|layer| layer.renumbered(values));
                    next = next.with_layer(*number, layer);
                }
                parts.push(next);
            }
            vocabulary.rank_all(task)?;
            let vocabulary = Arc::new(vocabulary);
            whole = whole.followed_by(Self {
                vocabulary,
                parts,
                ..other.clone()
            })?;
            whole.layers = layers;
        }
        Ok(whole.heard_as(self))
    }

    /// `next` has the parts of both and the ids and metadata of its own: it receives those of both.
    fn followed_by(&self, next: Self) -> Result<Self> {
        let (metadata, own_columns) = joined(
            (&self.metadata, self.own_columns),
            (&next.metadata, next.own_columns),
        )?;
        let ids: Ids = self.ids.clone().with(next.ids.iter())?;
        Ok(Self {
            ids,
            metadata,
            own_columns,
            origin: OnceLock::new(),
            ..next
        })
    }

    /// The same corpus with neighbouring small segments made one.
    pub fn compact(&self, task: &Task) -> Result<Self> {
        let mut parts: Vec<Part> = Vec::new();
        for run in runs(&self.parts) {
            task.check()?;
            let (segment, types) = match run {
                [part] => (part.segment().clone(), part.types().clone()),
                run => folded(run, task)?,
            };
            let layers = match run {
                [part] => part.layers().to_vec(),
                run => layers::folded(run, self.layers.len()),
            };
            parts.push(Part::new(segment, types, parts.last())?.with_layers(layers));
        }
        let compacted = Self {
            parts,
            origin: OnceLock::new(),
            ..self.clone()
        };
        Ok(compacted.heard_as(self))
    }
}

/// Refuses to bring together corpora that were made otherwise, and says how each was.
fn refuse_other<T: PartialEq + Serialize>(what: &str, (own, other): (&T, &T)) -> Result<()> {
    if own == other {
        return Ok(());
    }
    let [own, other] = [own, other].map(|made| json!(made).to_string());
    Err(Error::Parameter(format!(
        "corpora must have the same {what}, got {own} and {other}; build one of them anew"
    )))
}

/// The types of another vocabulary in this one, to which they and their counts are added.
fn add_vocabulary(
    vocabulary: &mut Vocabulary,
    other: &Vocabulary,
    task: &Task,
) -> Result<Vec<TypeId>> {
    let spelling = |word: TypeId| Spelling {
        word: other.word(word),
        count: other.frequency(word),
        origin: Origin {
            worker: 0,
            number: word.number(),
        },
    };
    let mut groups = Groups::default();
    for (number, norm) in other.norms().iter().enumerate() {
        let spellings = other.variants(NormId::from_index(number)).map(spelling);
        groups.push(norm, spellings)?;
    }
    let mut types = vec![TypeId::new(0); other.types().len()];
    vocabulary.extend(&[groups], task, |origin, word| {
        types[origin.number as usize] = word;
    })?;
    for (number, word) in types.iter().enumerate() {
        vocabulary.add_documents(*word, other.document_frequency(TypeId::from_index(number)));
    }
    Ok(types)
}

/// Neighbours that make no more than a segment's text together.
fn runs(parts: &[Part]) -> Vec<&[Part]> {
    let mut runs = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for (place, part) in parts.iter().enumerate() {
        let own = text_bytes(part);
        if place > first && bytes + own > SEGMENT_BYTES {
            runs.push(&parts[first..place]);
            (first, bytes) = (place, 0);
        }
        bytes += own;
    }
    if first < parts.len() {
        runs.push(&parts[first..]);
    }
    runs
}

fn text_bytes(part: &Part) -> usize {
    let texts = &part.segment().rows.texts;
    (0..texts.len()).map(|row| texts.bytes(row).len()).sum()
}

/// One segment of several, and its types.
fn folded(
    parts: &[Part],
    task: &Task,
) -> Result<(Arc<super::segment::Segment>, ScalarBuffer<u32>)> {
    let mut types: Vec<u32> = parts
        .iter()
        .flat_map(|part| part.types().iter().copied())
        .collect();
    types.sort_unstable();
    types.dedup();
    let place = |word: &u32| {
        let place = types
            .binary_search(word)
            .expect("a type of one of the parts");
        TypeId::from_index(place).number()
    };
    let numbers: Vec<Vec<u32>> = parts
        .iter()
        .map(|part| part.types().iter().map(place).collect())
        .collect();
    let mut shards = Vec::with_capacity(parts.len());
    let (mut starts, mut characters) = (Vec::new(), Vec::new());
    for (worker, part) in parts.iter().enumerate() {
        task.check()?;
        shards.push(unfolded(worker, part));
        let rows = &part.segment().rows;
        for row in 0..rows.texts.len() {
            let block = starts.len() + rows.blocks[row] as usize;
            characters::append(rows.texts.bytes(row), block, &mut characters);
        }
        starts.extend_from_slice(part.segment().starts.bits());
    }
    let offsets = Offsets { starts, characters };
    let segment = assemble(
        shards,
        &numbers,
        types.len(),
        (stored(parts), offsets),
        &Buffers::default(),
        task,
    )?;
    Ok((segment, types.into()))
}

/// A part as the shard that it could have been made of.
fn unfolded(worker: usize, part: &Part) -> Shard {
    let segment = part.segment();
    let mut types = Vec::with_capacity(segment.n_tokens());
    part.each_local_type(part.positions(), |word| types.push(word));
    let row = |document: usize| {
        let zone = |(kind, bytes, positions): super::regions::Zone| {
            let byte = |place: usize| u32::try_from(place).expect("a text is below 4 GiB");
            (
                kind,
                byte(bytes.start)..byte(bytes.end),
                positions.end - positions.start,
            )
        };
        let positions = segment.positions_of(document);
        Row {
            bytes: segment.rows.texts.bytes(document).len(),
            tokens: positions.end - positions.start,
            zones: segment.zones.of(document).map(zone).collect(),
            hash: segment.rows.hashes[document],
            ascii: segment.rows.ascii[document] != 0,
            found: Found::default(),
        }
    };
    let documents = (0..segment.n_documents()).map(row).collect();
    Shard {
        worker,
        types,
        documents,
    }
}

/// The texts of all parts, one behind the other.
fn stored(parts: &[Part]) -> Sources {
    let mut bytes = MutableBuffer::with_capacity(parts.iter().map(text_bytes).sum());
    let mut bounds = vec![0_u64];
    for part in parts {
        let texts = &part.segment().rows.texts;
        for row in 0..texts.len() {
            bytes.extend_from_slice(texts.bytes(row));
            bounds.push(bytes.len() as u64);
        }
    }
    Sources::Stored {
        bytes: bytes.into(),
        bounds: bounds.into(),
        file: None,
    }
}
