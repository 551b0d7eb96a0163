//! A segment: some documents with the index over their tokens, complete in itself.
//!
//! Numbers of documents, positions and types count from the segment's own beginning. The corpus
//! knows what they are in the whole, so a segment never changes when others come beside it.

use std::ops::Range;
use std::sync::OnceLock;

use arrow_buffer::ScalarBuffer;

use super::acronyms::Explained;
use super::bits::Packed;
use super::characters::Characters;
use super::postings::Postings;
use super::regions::Zones;
use super::sources::Sources;
use super::starts::Starts;
use super::store::{FileEntry, SegmentEntry};
use super::voices::Hearing;
use crate::error::{Error, Result};

/// The documents of a segment: what is looked up by a document's number.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    pub(super) texts: Sources,
    /// The XXH3 hash of each text, by which a citation can be checked.
    pub(super) hashes: ScalarBuffer<u64>,
    /// 1 where a text is ASCII, so that byte and character offsets agree.
    pub(super) ascii: ScalarBuffer<u8>,
    /// The first position of each document, and the number of tokens.
    pub(super) positions: ScalarBuffer<u32>,
    /// The first block of each document in the map of starts, and the number of blocks.
    pub(super) blocks: ScalarBuffer<u32>,
}

/// What the types of a segment are counted by.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// How often each type occurs.
    pub(super) tokens: ScalarBuffer<u32>,
    /// In how many documents.
    pub(super) documents: ScalarBuffer<u32>,
}

/// Some documents and their index. Its types are numbered from 0 in the order of the vocabulary
/// that it was built into.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) rows: Rows,
    pub(super) zones: Zones,
    pub(super) starts: Starts,
    pub(super) characters: Characters,
    /// The type of every token in order.
    pub(super) types: Packed,
    pub(super) counts: Counts,
    pub(super) postings: Postings,
    /// Where sentences begin, found when it is first asked.
    pub(super) sentences: OnceLock<Vec<u32>>,
    /// The acronyms that documents explain, found when it is first asked.
    pub(super) explained: OnceLock<Vec<Explained>>,
    /// The quotations, found when it is first asked.
    pub(super) heard: Hearing,
    /// The file that it was last written to or read from.
    pub(super) saved: OnceLock<SegmentEntry>,
}

impl Segment {
    pub(super) fn n_documents(&self) -> usize {
        self.rows.texts.len()
    }

    pub(super) fn n_tokens(&self) -> usize {
        self.types.len()
    }

    pub(super) fn n_types(&self) -> usize {
        self.counts.tokens.len()
    }

    /// The positions of a document.
    pub(super) fn positions_of(&self, document: usize) -> Range<u32> {
        self.rows.positions[document]..self.rows.positions[document + 1]
    }

    /// The document in which a position lies.
    pub(super) fn document_at(&self, position: u32) -> usize {
        // Documents without tokens begin where the next one does: the last that begins here is meant.
        self.rows
            .positions
            .partition_point(|first| *first <= position)
            - 1
    }

    /// The blocks of a document in the map of starts.
    pub(super) fn blocks_of(&self, document: usize) -> Range<usize> {
        self.rows.blocks[document] as usize..self.rows.blocks[document + 1] as usize
    }

    /// That a section of its file is not as it must be.
    pub(super) fn wrong(&self, section: &str, message: impl Into<String>) -> Error {
        let file = self.saved.get().map(|saved| &saved.file);
        FileEntry::wrong_in(file, section, message)
    }

    /// That a document's zones are stretches of its text, which nobody has looked at in a mapped file.
    pub(super) fn check_zones(&self, document: usize, text: &str) -> Result<()> {
        match self
            .zones
            .of(document)
            .find(|(_, bytes, _)| text.get(bytes.clone()).is_none())
        {
            None => Ok(()),
            Some((_, bytes, _)) => {
                let message =
                    format!("bytes {bytes:?} of document {document} are no zone of its text");
                Err(self.wrong("zone_starts", message))
            }
        }
    }

    /// Replaces `starts` by where some tokens of a document begin in it, in bytes.
    pub(super) fn read_starts(
        &self,
        document: usize,
        positions: Range<u32>,
        starts: &mut Vec<u32>,
    ) {
        let blocks = self.blocks_of(document);
        let count = self.starts.count_of(positions.start, &blocks, 0);
        starts.clear();
        self.starts.append(positions, count, &blocks, starts);
    }
}
