//! The store: documents, their tokens, vocabulary, postings, zones and metadata; immutable once built.

mod build;
mod canonical;
mod documents;
mod files;
mod groups;
mod ids;
mod layer;
mod metadata;
mod postings;
mod regions;
mod scope;
mod vocabulary;

use std::sync::Arc;

pub use documents::{Documents, Format, Ids};
pub use files::{Decoding, read_bytes, read_json_lines, read_texts};
pub use groups::Groups;
pub use ids::{DocId, NormId, Position, TypeId};
pub use metadata::{Condition, Metadata, Value};
pub use regions::Zones;
pub use scope::Scope;
pub use vocabulary::{TypeSet, Vocabulary, Words};

use layer::Layer;
use postings::Postings;

use crate::error::{Error, Result};
use crate::text::{Texts, Tokenizer};

/// Documents with their index. Made by [`Corpus::build`], read through a [`Scope`].
#[derive(Debug)]
pub struct Corpus {
    ids: Ids,
    texts: Texts,
    /// The XXH3 hash of each text, by which a citation can be checked.
    hashes: Vec<u64>,
    /// Whether each text is ASCII, where byte and character offsets agree.
    ascii: Vec<bool>,
    metadata: Metadata,
    tokenizer: Tokenizer,
    vocabulary: Arc<Vocabulary>,
    layer: Layer,
    postings: Postings,
    zones: Zones,
}

impl Corpus {
    /// The number of documents.
    pub fn n_documents(&self) -> usize {
        self.ids.len()
    }

    /// The number of tokens.
    pub fn n_tokens(&self) -> u64 {
        self.layer.len() as u64
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
    pub fn text(&self, document: DocId) -> &str {
        self.texts.get(document.index())
    }

    /// The XXH3 hash (64 bits, seed 0) of a document's text in UTF-8.
    pub fn text_hash(&self, document: DocId) -> u64 {
        self.hashes[document.index()]
    }

    /// A hash of all ids and texts in their order, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut hasher = xxhash_rust::xxh3::Xxh3::new();
        for (id, text) in self.ids.iter().zip(&self.hashes) {
            hasher.update(&(id.len() as u64).to_le_bytes());
            hasher.update(id.as_bytes());
            hasher.update(&text.to_le_bytes());
        }
        format!("{:032x}", hasher.digest128())
    }

    /// What is known of each document beside its text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The tokenizer that it was built with, which patterns go through as well.
    pub fn tokenizer(&self) -> &Tokenizer {
        &self.tokenizer
    }

    /// Its types and their normal forms.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// Its zones.
    pub fn zones(&self) -> &Zones {
        &self.zones
    }

    /// The positions of a document's tokens.
    pub fn document_range(&self, document: DocId) -> std::ops::Range<Position> {
        self.layer.document_range(document)
    }

    /// The document in which a position lies.
    pub fn document_at(&self, position: Position) -> DocId {
        self.layer.document_at(position)
    }

    /// The types of all tokens in order: the forward array.
    pub fn types(&self) -> &[TypeId] {
        self.layer.types()
    }

    /// The positions of a type, ascending.
    pub fn postings(&self, of: TypeId) -> &[Position] {
        self.postings.of(of)
    }

    /// The bytes of a token within its document.
    pub fn token_bytes(&self, position: Position) -> std::ops::Range<usize> {
        let start = self.layer.start(position);
        let length = self
            .vocabulary
            .word(self.layer.types()[position.index()])
            .len();
        start..start + length
    }

    /// Whether byte offsets into a document are character offsets.
    pub fn is_ascii(&self, document: DocId) -> bool {
        self.ascii[document.index()]
    }

    /// The character offset of a byte offset, given a pair of both known to lie before it.
    pub fn characters(&self, document: DocId, byte: usize, known: (usize, usize)) -> usize {
        if self.is_ascii(document) {
            return byte;
        }
        known.1 + self.text(document)[known.0..byte].chars().count()
    }
}
