//! Places: where the lines of a concordance stand in the texts, found in the order of the text.

use std::ops::Range;

use crate::corpus::{Corpus, DocId, Part, Position};
use crate::error::Result;

/// Where a line stands in its document, and what is shown of it.
pub(super) struct Place<'c> {
    pub(super) document: DocId,
    /// The number of the match's first token within the document.
    pub(super) position: u32,
    /// Where the match begins and ends, in characters.
    pub(super) characters: Range<usize>,
    /// What is shown, as the text has it.
    pub(super) text: &'c str,
    /// The match, in bytes of what is shown.
    node: Range<usize>,
}

impl<'c> Place<'c> {
    /// What is shown before the match, the match, and what is shown behind it, in bytes of the text.
    pub(super) fn bounds(&self) -> [Range<usize>; 3] {
        let (node, len) = (self.node.clone(), self.text.len());
        let left = self.text[..node.start].trim_end().len();
        let right = len - self.text[node.end..].trim_start().len();
        [0..left, node, right..len]
    }

    /// The same as strings.
    pub(super) fn strings(&self) -> [&'c str; 3] {
        self.bounds().map(|bytes| &self.text[bytes])
    }
}

/// Finds places; what it found last is where it looks first.
pub(super) struct Placer<'c> {
    corpus: &'c Corpus,
    window: u32,
    at: Option<At<'c>>,
    /// Where the tokens of a line begin, in bytes of the document.
    starts: Vec<u32>,
}

/// A document and a zone in it.
struct At<'c> {
    part: &'c Part,
    document: DocId,
    tokens: Range<u32>,
    /// The zone's tokens and bytes.
    zone: (Range<u32>, Range<usize>),
    /// A byte and its offset in characters.
    known: (usize, usize),
}

impl<'c> Placer<'c> {
    /// For lines with so many tokens on either side.
    pub(super) fn new(corpus: &'c Corpus, window: u32) -> Self {
        Self {
            corpus,
            window,
            at: None,
            starts: Vec::new(),
        }
    }

    /// The place of a match.
    ///
    /// Errors: [`Error::Corrupt`](crate::Error::Corrupt) where a mapped file has changed.
    pub(super) fn place(&mut self, first: Position, behind: Position) -> Result<Place<'c>> {
        let mut at = self.at_of(first);
        let (first, behind) = (first.number(), behind.number());
        let (zone, zone_bytes) = (at.zone.0.clone(), at.zone.1.clone());
        let shown = first.saturating_sub(self.window).max(zone.start)
            ..behind.saturating_add(self.window).min(zone.end);
        // One token more on either side, up to which marks may reach.
        let seen = shown.start.saturating_sub(1).max(zone.start)
            ..shown.end.saturating_add(1).min(zone.end);
        let positions = Position::new(seen.start)..Position::new(seen.end);
        at.part
            .read_starts(at.document, positions, &mut self.starts);
        let start = |position: u32| self.starts[(position - seen.start) as usize] as usize;
        let end = |position: u32| {
            let word = at.part.type_at(Position::new(position));
            start(position) + self.corpus.vocabulary().types().bytes(word.index()).len()
        };
        let node = start(first)..end(behind - 1);
        let stretch = if self.window == 0 {
            node.clone()
        } else {
            let (from, to) = (start(shown.start), end(shown.end - 1));
            let before = if seen.start < shown.start {
                end(seen.start)
            } else {
                zone_bytes.start
            };
            let next = if shown.end < seen.end {
                start(shown.end)
            } else {
                zone_bytes.end
            };
            let gap = |bytes| at.part.excerpt(at.document, bytes);
            from - touching_before(gap(before..from)?)..to + touching_behind(gap(to..next)?)
        };
        let text = at.part.excerpt(at.document, stretch.clone())?;
        let characters = |byte, known| at.part.characters(at.document, byte, known);
        let before = at.known.0 <= node.start;
        let from = characters(node.start, if before { at.known } else { (0, 0) });
        let to = characters(node.end, (node.start, from));
        at.known = (node.start, from);
        let place = Place {
            document: at.document,
            position: first - at.tokens.start,
            characters: from..to,
            text,
            node: node.start - stretch.start..node.end - stretch.start,
        };
        self.at = Some(at);
        Ok(place)
    }

    /// The document and the zone of a position.
    fn at_of(&mut self, position: Position) -> At<'c> {
        let number = position.number();
        let whole = |range: &Range<Position>| range.start.number()..range.end.number();
        let known = self.at.take();
        let same = known.filter(|at| at.tokens.contains(&number));
        let mut at = same.unwrap_or_else(|| {
            let part = self.corpus.part_at(position);
            let document = part.document_at(position);
            At {
                part,
                document,
                tokens: whole(&part.document_range(document)),
                zone: (0..0, 0..0),
                known: (0, 0),
            }
        });
        if !at.zone.0.contains(&number) {
            let (_, bytes, tokens) = at.part.zone_in(at.document, position);
            at.zone = (whole(&tokens), bytes);
        }
        at
    }
}

/// The bytes at the end of `gap` that no white space separates from what follows.
fn touching_before(gap: &str) -> usize {
    match gap {
        "" | " " => 0,
        _ => {
            gap.len()
                - gap
                    .trim_end_matches(|mark: char| !mark.is_whitespace())
                    .len()
        }
    }
}

/// The bytes at the beginning of `gap` that no white space separates from what precedes.
fn touching_behind(gap: &str) -> usize {
    match gap {
        "" | " " => 0,
        _ => gap.find(char::is_whitespace).unwrap_or(gap.len()),
    }
}
