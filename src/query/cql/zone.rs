//! A zone as an automaton sees it: where regions begin and end.

use std::ops::Range;

use super::ast::Region;
use crate::articles::{QuotationKind, ZoneKind};
use crate::corpus::{Part, Position, Sentences, Utterances, Voice};

/// The kinds of quotation that a region may be of, where none stands for all.
const KINDS: [Option<QuotationKind>; 4] = [
    None,
    Some(QuotationKind::Direct),
    Some(QuotationKind::Mixed),
    Some(QuotationKind::Indirect),
];

/// Where the quotations of a part are, of each kind the outermost.
pub(super) struct Quotations([Vec<Range<u32>>; 4]);

impl Quotations {
    pub(super) fn of(utterances: Utterances<'_>) -> Self {
        Self(KINDS.map(|kind| utterances.ranges(&kind.map_or(Voice::Quoted, Voice::Kind))))
    }

    /// The regions of a kind from the first that ends behind a place.
    fn from(&self, kind: Option<QuotationKind>, at: u32) -> &[Range<u32>] {
        let place = KINDS.iter().position(|known| *known == kind);
        let all = &self.0[place.unwrap_or_default()];
        &all[all.partition_point(|range| range.end <= at)..]
    }
}

/// A zone of a document, or what a voice says in it; a match lies within one.
#[derive(Clone)]
pub(super) struct Zone<'p> {
    pub(super) part: &'p Part,
    pub(super) sentences: Option<Sentences<'p>>,
    pub(super) quotations: Option<&'p Quotations>,
    pub(super) kind: ZoneKind,
    /// All tokens of the zone.
    pub(super) whole: Range<u32>,
    /// Those that are in view.
    pub(super) tokens: Range<u32>,
    pub(super) document: Range<u32>,
}

impl Zone<'_> {
    /// Whether a region begins at a place.
    pub(super) fn begins(&self, region: Region, at: u32) -> bool {
        match region {
            Region::Sentence => at < self.whole.end && self.sentence(at).start == at,
            Region::Document => at == self.document.start,
            Region::Zone(kind) => kind == self.kind && at == self.whole.start,
            Region::Quotation(kind) => self
                .quotation(kind, at)
                .is_some_and(|range| range.start == at),
        }
    }

    /// Whether a region ends at a place.
    pub(super) fn ends(&self, region: Region, at: u32) -> bool {
        match region {
            Region::Sentence => {
                let ended = at > self.tokens.start;
                ended && (at == self.whole.end || self.begins(region, at))
            }
            Region::Document => at == self.document.end,
            Region::Zone(kind) => kind == self.kind && at == self.whole.end,
            Region::Quotation(kind) => {
                let last = at.checked_sub(1).filter(|last| *last >= self.tokens.start);
                let last = last.and_then(|last| self.quotation(kind, last));
                last.is_some_and(|range| range.end == at)
            }
        }
    }

    /// The quotation in which a token stands.
    fn quotation(&self, kind: Option<QuotationKind>, at: u32) -> Option<&Range<u32>> {
        let next = self.quotations?.from(kind, at).first();
        next.filter(|range| range.start <= at)
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
            Region::Quotation(kind) => {
                let all = self.quotations?.from(kind, at);
                let mut end = all.first().filter(|range| range.start <= at)?.end;
                for next in all.iter().take(n as usize).skip(1) {
                    end = if next.start == end { next.end } else { end };
                }
                Some(end.min(self.tokens.end))
            }
        }
    }
}
