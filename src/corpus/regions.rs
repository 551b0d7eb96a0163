//! Regions: the zones of all documents as sorted spans of tokens and bytes.

use std::ops::Range;

use arrow_buffer::ScalarBuffer;

use super::ascending::last_at_most;
use crate::articles::ZoneKind;

/// A zone: its kind, its bytes within the document, and its positions.
pub(super) type Zone = (ZoneKind, Range<usize>, Range<u32>);

/// The zones of a segment, in the order of the text.
#[derive(Clone, Debug)]
pub(super) struct Zones {
    pub(super) kinds: ScalarBuffer<u8>,
    pub(super) starts: ScalarBuffer<u32>,
    pub(super) ends: ScalarBuffer<u32>,
    /// The first position of each zone, and the number of tokens.
    pub(super) positions: ScalarBuffer<u32>,
    /// The first zone of each document, and the number of zones.
    pub(super) documents: ScalarBuffer<u32>,
}

/// Zones on their way into a segment.
#[derive(Debug)]
pub(super) struct ZonesBuilder {
    kinds: Vec<u8>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    positions: Vec<u32>,
    documents: Vec<u32>,
}

impl ZonesBuilder {
    pub(super) fn new() -> Self {
        Self {
            kinds: Vec::new(),
            starts: Vec::new(),
            ends: Vec::new(),
            positions: vec![0],
            documents: vec![0],
        }
    }

    /// Adds a zone of `tokens` tokens to the document under way.
    pub(super) fn push(&mut self, kind: ZoneKind, bytes: &Range<u32>, tokens: u32) {
        self.kinds.push(kind as u8);
        self.starts.push(bytes.start);
        self.ends.push(bytes.end);
        self.positions
            .push(self.positions[self.positions.len() - 1] + tokens);
    }

    /// Closes the document under way.
    pub(super) fn close_document(&mut self) {
        let zones = u32::try_from(self.kinds.len()).expect("fewer zones than bytes of text");
        self.documents.push(zones);
    }

    pub(super) fn finish(self) -> Zones {
        Zones {
            kinds: self.kinds.into(),
            starts: self.starts.into(),
            ends: self.ends.into(),
            positions: self.positions.into(),
            documents: self.documents.into(),
        }
    }
}

impl Zones {
    /// The zones of a document.
    pub(super) fn of(&self, document: usize) -> impl Iterator<Item = Zone> + '_ {
        let zones = self.documents[document] as usize..self.documents[document + 1] as usize;
        zones.map(|zone| self.zone(zone))
    }

    /// The zone in which a position lies.
    pub(super) fn at(&self, position: u32) -> Zone {
        // Zones without tokens begin where the next one does: the last that begins here is meant.
        self.zone(self.positions.partition_point(|first| *first <= position) - 1)
    }

    /// The positions of the zone in which a position lies, and the zone's number in `near`, from which
    /// on it is looked for: soon found where questions come in the order of the text.
    #[inline]
    pub(super) fn near(&self, position: u32, near: &mut usize) -> Range<u32> {
        let firsts = self.positions.as_ref();
        *near = last_at_most(firsts, position, *near);
        firsts[*near]..firsts[*near + 1]
    }

    /// The zone of a document in which a position lies.
    pub(super) fn within(&self, document: usize, position: u32) -> Zone {
        let zones = self.documents[document] as usize..self.documents[document + 1] as usize;
        let firsts = &self.positions[zones.clone()];
        self.zone(zones.start + firsts.partition_point(|first| *first <= position) - 1)
    }

    fn zone(&self, zone: usize) -> Zone {
        let bytes = self.starts[zone] as usize..self.ends[zone] as usize;
        let kind = ZoneKind::ALL[usize::from(self.kinds[zone])];
        (kind, bytes, self.positions[zone]..self.positions[zone + 1])
    }
}
