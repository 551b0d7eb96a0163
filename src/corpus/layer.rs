//! The token arrays: for each position its type and where it begins, and where documents begin.

use std::ops::Range;

use super::ids::{DocId, Position, TypeId};

/// The forward arrays of a corpus. A token's end follows from its start and the length of its type.
#[derive(Debug)]
pub(super) struct Layer {
    types: Vec<TypeId>,
    starts: Vec<u32>,
    /// The first position of each document, and the number of tokens.
    documents: Vec<u32>,
}

impl Layer {
    pub(super) fn new(types: Vec<TypeId>, starts: Vec<u32>, documents: Vec<u32>) -> Self {
        debug_assert_eq!(types.len(), starts.len());
        Self {
            types,
            starts,
            documents,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.types.len()
    }

    pub(super) fn types(&self) -> &[TypeId] {
        &self.types
    }

    pub(super) fn start(&self, position: Position) -> usize {
        self.starts[position.index()] as usize
    }

    pub(super) fn document_range(&self, document: DocId) -> Range<Position> {
        let first = self.documents[document.index()];
        Position::new(first)..Position::new(self.documents[document.index() + 1])
    }

    pub(super) fn document_at(&self, position: Position) -> DocId {
        let behind = self
            .documents
            .partition_point(|first| *first <= position.number());
        DocId::from_index(behind - 1)
    }
}
