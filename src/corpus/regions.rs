//! Regions: the zones of all documents as sorted spans of tokens and bytes.

use std::ops::Range;

use super::ids::{DocId, Position};
use crate::articles::ZoneKind;

/// The zones of a corpus, in the order of the text.
#[derive(Debug, Default)]
pub struct Zones {
    kinds: Vec<ZoneKind>,
    bytes: Vec<Range<u32>>,
    /// The first position of each zone, and the number of tokens.
    firsts: Vec<u32>,
    /// The first zone of each document, and the number of zones.
    documents: Vec<u32>,
}

impl Zones {
    pub(super) fn new() -> Self {
        Self {
            firsts: vec![0],
            documents: vec![0],
            ..Self::default()
        }
    }

    /// Adds a zone of `tokens` tokens to the document under way.
    pub(super) fn push(&mut self, kind: ZoneKind, bytes: Range<u32>, tokens: u32) {
        self.kinds.push(kind);
        self.bytes.push(bytes);
        self.firsts
            .push(self.firsts[self.firsts.len() - 1] + tokens);
    }

    /// Closes the document under way.
    pub(super) fn close_document(&mut self) {
        let zones = u32::try_from(self.kinds.len()).expect("fewer zones than bytes of text");
        self.documents.push(zones);
    }

    /// The zones of a document as kind, bytes within the document, and positions.
    pub fn of(
        &self,
        document: DocId,
    ) -> impl Iterator<Item = (ZoneKind, Range<usize>, Range<Position>)> + '_ {
        let first = self.documents[document.index()] as usize;
        (first..self.documents[document.index() + 1] as usize).map(|zone| self.zone(zone))
    }

    /// The zone in which a position lies.
    pub fn at(&self, position: Position) -> (ZoneKind, Range<usize>, Range<Position>) {
        // Zones without tokens begin where the next one does: the last that begins here is meant.
        self.zone(
            self.firsts
                .partition_point(|first| *first <= position.number())
                - 1,
        )
    }

    fn zone(&self, zone: usize) -> (ZoneKind, Range<usize>, Range<Position>) {
        let bytes = self.bytes[zone].start as usize..self.bytes[zone].end as usize;
        let positions = Position::new(self.firsts[zone])..Position::new(self.firsts[zone + 1]);
        (self.kinds[zone], bytes, positions)
    }
}
