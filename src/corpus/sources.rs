//! Sources: the texts of a segment, as they came or as they were saved.

use std::ops::Range;
use std::sync::Arc;

use arrow_buffer::{Buffer, ScalarBuffer};

use super::store::FileEntry;
use crate::error::Result;
use crate::text::Texts;

/// The texts of a segment, by number.
#[derive(Clone, Debug)]
pub(super) enum Sources {
    /// Some rows of a column in memory.
    Column {
        /// The column.
        texts: Texts,
        /// The rows of the segment.
        rows: Range<usize>,
    },
    /// One text behind the other, of which a file can be the memory: nothing is taken to be UTF-8
    /// before it was looked at.
    Stored {
        /// All texts.
        bytes: Buffer,
        /// Where the first begins and each ends.
        bounds: ScalarBuffer<u64>,
        /// The file, if they are in one.
        file: Option<Arc<FileEntry>>,
    },
}

impl Sources {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Column { rows, .. } => rows.len(),
            Self::Stored { bounds, .. } => bounds.len().saturating_sub(1),
        }
    }

    /// Where the first of stored texts begins, and each ends.
    pub(super) fn bounds(&self) -> &[u64] {
        match self {
            Self::Column { .. } => &[],
            Self::Stored { bounds, .. } => bounds,
        }
    }

    /// The memory in which the texts lie.
    pub(super) fn buffers(&self) -> Vec<Buffer> {
        match self {
            Self::Column { texts, .. } => texts.buffers().cloned().collect(),
            Self::Stored { bytes, .. } => vec![bytes.clone()],
        }
    }

    /// A text to take excerpts from.
    pub(super) fn source(&self, number: usize) -> Source<'_> {
        let (bytes, text, file) = match self {
            Self::Column { texts, rows } => {
                let text = texts.get(rows.start + number);
                (text.as_bytes(), Some(text), None)
            }
            Self::Stored {
                bytes,
                bounds,
                file,
            } => {
                let bound = |at: usize| usize::try_from(bounds[at]).unwrap_or(usize::MAX);
                let bytes = bytes.get(bound(number)..bound(number + 1));
                (bytes.unwrap_or_default(), None, file.as_deref())
            }
        };
        Source {
            number,
            bytes,
            text,
            file,
        }
    }

    /// A text as bytes.
    pub(super) fn bytes(&self, number: usize) -> &[u8] {
        self.source(number).bytes()
    }

    /// A text.
    pub(super) fn text(&self, number: usize) -> Result<&str> {
        let source = self.source(number);
        source.excerpt(0..source.bytes().len())
    }
}

/// One text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    number: usize,
    bytes: &'s [u8],
    /// The same where it is known to be UTF-8.
    text: Option<&'s str>,
    file: Option<&'s FileEntry>,
}

impl<'s> Source<'s> {
    /// The whole as bytes.
    pub fn bytes(&self) -> &'s [u8] {
        self.bytes
    }

    /// What stands between two bytes.
    pub fn excerpt(&self, range: Range<usize>) -> Result<&'s str> {
        let found = match self.text {
            Some(text) => text.get(range.clone()),
            None => self
                .bytes
                .get(range.clone())
                .and_then(|bytes| simdutf8::basic::from_utf8(bytes).ok()),
        };
        found.ok_or_else(|| {
            let number = self.number;
            let message = format!("bytes {range:?} of document {number} are no text in UTF-8");
            FileEntry::wrong_in(self.file, "texts", message)
        })
    }
}
