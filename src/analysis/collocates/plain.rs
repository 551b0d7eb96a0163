//! Windows of so many tokens where every token is a term: those around a match are read with it at once.

use std::ops::Range;

use super::counting::{Windows, windows_of_gap};
use super::tally::Side;
use crate::corpus::{DocId, Position};
use crate::error::Result;
use crate::task::Task;

/// Matches are far from each other in memory, so bits of so many are read before the first is looked at:
/// memory brings them together.
const FETCHED: usize = 32;

impl Windows<'_> {
    /// Passes on the terms of each window around some matches, in the order of the text.
    pub(super) fn each_plain_window(
        &self,
        matches: Range<usize>,
        (left, right): (u32, u32),
        task: &Task,
        mut pass: impl FnMut(DocId, Side, &[u32]),
    ) -> Result<()> {
        let (scope, corpus) = (self.terms.scope(), self.corpus());
        let (mut zone, mut near_zone) = (0..0, 0);
        let (mut document, mut document_end) = (DocId::new(0), Position::new(0));
        let mut part = 0;
        let mut read = Vec::new();
        // Where the window before the next node may begin.
        let mut free = 0;
        let (mut next, mut fetched) = (matches.start, matches.start);
        while next < matches.end {
            if next >= fetched {
                fetched = matches.end.min(next + FETCHED);
                self.prefetch(next..fetched);
            }
            let mut node = self.node(next);
            next += 1;
            if node.start >= zone.end {
                task.check()?;
                let start = Position::new(node.start);
                part = corpus.part_number_at(start);
                let stretch = scope.stretch_near(&corpus.parts()[part], start, &mut near_zone);
                zone = stretch.start.number()..stretch.end.number();
                if start >= document_end {
                    document = corpus.document_at(start);
                    document_end = corpus.document_range(document).end;
                }
                free = zone.start;
            }
            let behind_node = loop {
                let following = (next < matches.end).then(|| self.node(next));
                let following = following.filter(|following| following.start < zone.end);
                match following {
                    Some(joined) if joined.start <= node.end => {
                        node.end = node.end.max(joined.end);
                        next += 1;
                    }
                    following => break following,
                }
            };
            let first = node.start.saturating_sub(left).max(free);
            let mut behind = node.end.saturating_add(right).min(zone.end).max(node.end);
            if let Some(following) = behind_node {
                let before = following.start.saturating_sub(left);
                let (ours, its) = windows_of_gap(node.end..following.start, behind, before);
                (behind, free) = (ours.end, its.start);
            }
            let seen = Position::new(first)..Position::new(behind);
            self.terms.read_in(part, seen, &mut read);
            let (before, behind) = (node.start - first, node.end - first);
            pass(document, Side::Left, &read[..before as usize]);
            pass(document, Side::Right, &read[behind as usize..]);
        }
        Ok(())
    }

    fn node(&self, number: usize) -> Range<u32> {
        let (start, end) = self.spans.get(number);
        start.number()..end.number()
    }

    /// Asks for the types of some matches.
    fn prefetch(&self, matches: Range<usize>) {
        for number in matches {
            let (start, _) = self.spans.get(number);
            self.corpus().part_at(start).prefetch_type(start);
        }
    }
}
