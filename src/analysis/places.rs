//! Places: where the lines of a concordance stand in the texts, found in the order of the text.

use std::ops::Range;

use crate::corpus::{Corpus, DocId, Part, Position};
use crate::error::Result;

/// Where a line stands in its document.
pub(super) struct Place {
    pub(super) document: DocId,
    /// The number of the match's first token within the document.
    pub(super) position: u32,
    /// Where the match begins and ends, in characters.
    pub(super) characters: Range<usize>,
    /// Where what is shown begins, in bytes.
    left: usize,
    /// The match, in bytes.
    node: Range<usize>,
    /// Where what is shown ends, in bytes.
    right: usize,
}

impl Place {
    /// What is shown before the match, the match, and what is shown behind it.
    pub(super) fn strings<'c>(&self, corpus: &'c Corpus) -> Result<[&'c str; 3]> {
        let excerpt = |bytes| corpus.excerpt(self.document, bytes);
        Ok([
            excerpt(self.left..self.node.start)?.trim(),
            excerpt(self.node.clone())?,
            excerpt(self.node.end..self.right)?.trim(),
        ])
    }
}

/// Finds places; what it found last is where it looks first.
pub(super) struct Placer<'c> {
    corpus: &'c Corpus,
    window: u32,
    at: Option<At<'c>>,
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
        }
    }

    /// The place of a match.
    ///
    /// Errors: [`Error::Corrupt`](crate::Error::Corrupt) where a mapped file has changed.
    pub(super) fn place(&mut self, first: Position, behind: Position) -> Result<Place> {
        let window = self.window;
        let (corpus, at) = (self.corpus, self.at(first));
        let (first, behind) = (first.number(), behind.number());
        let zone = at.zone.0.clone();
        let shown = first.saturating_sub(window).max(zone.start)
            ..behind.saturating_add(window).min(zone.end);
        // One token more on either side, up to which marks may reach.
        let seen = shown.start.saturating_sub(1).max(zone.start)
            ..shown.end.saturating_add(1).min(zone.end);
        let mut starts = [0; 5];
        let wanted = [seen.start, shown.start, first, behind - 1, shown.end - 1];
        let mut next = 0;
        let mut gap_behind = at.zone.1.end;
        let found = at.part.starts_from(Position::new(seen.start));
        for (position, start) in seen.clone().zip(found) {
            while next < wanted.len() && wanted[next] == position {
                starts[next] = start as usize;
                next += 1;
            }
            if position == shown.end {
                gap_behind = start as usize;
            }
        }
        let [before, start, node_start, node_last, last] = starts;
        let length = |position| {
            let word = at.part.type_at(Position::new(position));
            corpus.vocabulary().word(word).len()
        };
        let node = node_start..node_last + length(behind - 1);
        let end = last + length(shown.end - 1);
        let (mut left, mut right) = (node.start, node.end);
        if window > 0 {
            let gap_before = if seen.start < shown.start {
                before + length(seen.start)
            } else {
                at.zone.1.start
            };
            let excerpt = |bytes| at.part.excerpt(at.document, bytes);
            left = start - touching_before(excerpt(gap_before..start)?);
            right = end + touching_behind(excerpt(end..gap_behind)?);
        }
        let characters = |byte, known| at.part.characters(at.document, byte, known);
        let before = at.known.0 <= node.start;
        let start = characters(node.start, if before { at.known } else { (0, 0) });
        at.known = (node.start, start);
        Ok(Place {
            document: at.document,
            position: first - at.tokens.start,
            characters: start..characters(node.end, at.known),
            left,
            node,
            right,
        })
    }

    /// The document and the zone of a position.
    fn at(&mut self, position: Position) -> &mut At<'c> {
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
        self.at.insert(at)
    }
}

/// The bytes at the end of `gap` that no white space separates from what follows.
fn touching_before(gap: &str) -> usize {
    let behind = |(at, mark): (usize, char)| at + mark.len_utf8();
    let mut marks = gap.char_indices();
    gap.len()
        - marks
            .rfind(|(_, mark)| mark.is_whitespace())
            .map_or(0, behind)
}

/// The bytes at the beginning of `gap` that no white space separates from what precedes.
fn touching_behind(gap: &str) -> usize {
    gap.find(char::is_whitespace).unwrap_or(gap.len())
}
