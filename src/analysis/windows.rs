//! Windows: how much of a text is shown around a match.

use std::ops::Range;

use serde_json::{Value as Json, json};

use crate::corpus::{Corpus, Part, Position};
use crate::error::{Error, Result};
use crate::task::Task;

/// What is shown around a match; nothing reaches over the end of its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// So many tokens on the left and on the right.
    Tokens(u32, u32),
    /// The sentence of the match, or sentences, if it lies in several.
    Sentence,
    /// The paragraph: the zone, or what blank lines part within it, as in a plain text.
    Paragraph,
}

impl From<u32> for Window {
    fn from(tokens: u32) -> Self {
        Self::Tokens(tokens, tokens)
    }
}

impl Window {
    /// The window of a name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "sentence" => Ok(Self::Sentence),
            "paragraph" => Ok(Self::Paragraph),
            _ => Err(Error::unknown("window", name, ["sentence", "paragraph"])),
        }
    }

    /// The window as users write it: a number, two, or a name.
    pub fn to_json(self) -> Json {
        match self {
            Self::Tokens(left, right) if left == right => json!(left),
            Self::Tokens(left, right) => json!([left, right]),
            Self::Sentence => json!("sentence"),
            Self::Paragraph => json!("paragraph"),
        }
    }

    /// Finds what [`shown`](Self::shown) looks up.
    pub(super) fn prepare(self, corpus: &Corpus, task: &Task) -> Result<()> {
        if self == Self::Sentence {
            for part in corpus.parts() {
                part.sentences(task)?;
            }
        }
        Ok(())
    }

    /// The tokens that are shown of a match in a part, of whose zone `zone` holds the positions.
    pub(super) fn shown(self, part: &Part, node: &Range<u32>, zone: &Range<u32>) -> Range<u32> {
        match self {
            Self::Tokens(left, right) => {
                node.start.saturating_sub(left).max(zone.start)
                    ..node.end.saturating_add(right).min(zone.end)
            }
            Self::Sentence => {
                let sentences = part.sentences(&Task::new()).expect("found before");
                let sentence = |position| sentences.at(Position::new(position));
                let (first, last) = (sentence(node.start), sentence(node.end - 1));
                first.start.number().max(zone.start)..last.end.number().min(zone.end)
            }
            Self::Paragraph => paragraph(part, node, zone),
        }
    }
}

fn paragraph(part: &Part, node: &Range<u32>, zone: &Range<u32>) -> Range<u32> {
    let first = Position::new(node.start);
    let document = part.document_at(first);
    let (_, bytes, _) = part.zone_in(document, first);
    let mut starts = Vec::with_capacity(1);
    let mut start = |position: u32| {
        let one = Position::new(position)..Position::new(position + 1);
        part.read_starts(document, one, &mut starts);
        starts[0] as usize
    };
    let source = part.source(document);
    let text = |range: Range<usize>| {
        source.bytes().get(range.clone()).unwrap_or_else(|| {
            let message = format!("bytes {range:?} are not between a zone and its tokens");
            part.wrong("token_starts", message).throw()
        })
    };
    let from = bytes.start + behind_blank_line(text(bytes.start..start(node.start)));
    let last = start(node.end - 1);
    let to = last + before_blank_line(text(last..bytes.end));
    first_from(zone.start..node.start, from, &mut start)..first_from(node.end..zone.end, to, start)
}

/// The first of some tokens that begins at a byte or behind it.
fn first_from(tokens: Range<u32>, byte: usize, mut start: impl FnMut(u32) -> usize) -> u32 {
    let (mut low, mut high) = (tokens.start, tokens.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if start(middle) < byte {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Where the last paragraph of some text begins, in bytes.
fn behind_blank_line(text: &[u8]) -> usize {
    let mut start = text.len() + 1;
    for (number, line) in text.rsplit(|byte| *byte == b'\n').enumerate() {
        // The last line is under way, it may be empty before its first word.
        if number > 0 && line.trim_ascii().is_empty() {
            return start;
        }
        start -= line.len() + 1;
    }
    0
}

/// Where the first paragraph of some text ends, in bytes.
fn before_blank_line(text: &[u8]) -> usize {
    let mut end = 0;
    for (number, line) in text.split(|byte| *byte == b'\n').enumerate() {
        if number > 0 && line.trim_ascii().is_empty() {
            return end;
        }
        end += line.len() + 1;
    }
    text.len()
}
