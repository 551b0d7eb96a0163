//! Sources: the texts of a segment, as they came or as they were saved.

use std::ops::Range;

use arrow_buffer::{Buffer, ScalarBuffer};

use crate::error::{Error, Result};
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
    },
}

impl Sources {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Column { rows, .. } => rows.len(),
            Self::Stored { bounds, .. } => bounds.len().saturating_sub(1),
        }
    }

    /// A text as bytes.
    pub(super) fn bytes(&self, number: usize) -> &[u8] {
        match self {
            Self::Column { texts, rows } => texts.get(rows.start + number).as_bytes(),
            Self::Stored { bytes, bounds } => {
                let bound = |at: usize| usize::try_from(bounds[at]).unwrap_or(usize::MAX);
                bytes
                    .get(bound(number)..bound(number + 1))
                    .unwrap_or_default()
            }
        }
    }

    /// A text.
    pub(super) fn text(&self, number: usize) -> Result<&str> {
        self.excerpt(number, 0..self.bytes(number).len())
    }

    /// The part of a text between two bytes.
    pub(super) fn excerpt(&self, number: usize, range: Range<usize>) -> Result<&str> {
        let found = match self {
            Self::Column { texts, rows } => texts.get(rows.start + number).get(range.clone()),
            Self::Stored { .. } => self
                .bytes(number)
                .get(range.clone())
                .and_then(|bytes| simdutf8::basic::from_utf8(bytes).ok()),
        };
        found.ok_or_else(|| {
            let message = format!("bytes {range:?} of document {number} are no text in UTF-8");
            Error::corrupt("section texts", message)
        })
    }
}
