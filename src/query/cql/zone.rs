//! A zone as an automaton sees it: classes of tokens, and where regions begin and end.

use std::ops::Range;

use super::ast::Region;
use super::automaton::Automaton;
use crate::articles::ZoneKind;
use crate::corpus::{Part, Position, Sentences};

/// A zone of a document; a match lies within one.
#[derive(Clone)]
pub(super) struct Zone<'p> {
    pub(super) part: &'p Part,
    pub(super) sentences: Option<Sentences<'p>>,
    pub(super) kind: ZoneKind,
    pub(super) tokens: Range<u32>,
    pub(super) document: Range<u32>,
}

impl Zone<'_> {
    /// Whether a region begins at a place.
    pub(super) fn begins(&self, region: Region, at: u32) -> bool {
        match region {
            Region::Sentence => at < self.tokens.end && self.sentence(at).start == at,
            Region::Document => at == self.document.start,
            Region::Zone(kind) => kind == self.kind && at == self.tokens.start,
        }
    }

    /// Whether a region ends at a place.
    pub(super) fn ends(&self, region: Region, at: u32) -> bool {
        match region {
            Region::Sentence => {
                let ended = at > self.tokens.start;
                ended && (at == self.tokens.end || self.begins(region, at))
            }
            Region::Document => at == self.document.end,
            Region::Zone(kind) => kind == self.kind && at == self.tokens.end,
        }
    }

    /// The sentence in which a token stands.
    fn sentence(&self, at: u32) -> Range<u32> {
        let found = self.sentences.map(|all| all.at(Position::new(at)));
        found.map_or(self.tokens.clone(), |found| {
            found.start.number()..found.end.number()
        })
    }

    /// Where the last of so many neighbouring regions ends, of which the first has a token; none where
    /// there is no such region.
    pub(super) fn end_of(&self, n: u32, region: Region, at: u32) -> Option<u32> {
        match region {
            Region::Sentence => {
                let mut end = self.sentence(at).end;
                for _ in 1..n {
                    if end >= self.tokens.end {
                        break;
                    }
                    end = self.sentence(end).end;
                }
                Some(end.min(self.tokens.end))
            }
            Region::Document => Some(self.tokens.end),
            Region::Zone(kind) => (kind == self.kind).then_some(self.tokens.end),
        }
    }
}

/// The classes of the types of one part, by the part's own numbers.
pub(super) fn classes_of(part: &Part, automaton: &Automaton) -> Vec<u32> {
    part.own_types().map(|word| automaton.class(word)).collect()
}
