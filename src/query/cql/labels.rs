//! Matches whose labelled tokens meet conditions: all ways to match one beginning, each once.
//!
//! The places of labelled tokens make otherwise equal ways different, so this is not linear. It is done
//! only where there is a match without the conditions, and within a budget.

use std::sync::atomic::{AtomicU64, Ordering};

use std::collections::HashSet;

use super::automaton::{Automaton, Exact, Guard, State, Step};
use super::conditions::{Conditions, Match, Token};
use super::descent::{Best, Machine, Tokens};
use super::zone::Zone;
use crate::corpus::{DocId, Part, Position, Vocabulary};
use crate::error::{Error, Result};
use crate::task::Task;

/// How many labels conditions and references ask for at most.
pub(super) const LABELS: usize = 8;
/// How many ways are followed by one token at most, over all texts.
const WAYS: u64 = 50_000_000;
/// How many ways are followed between two looks at the task.
const WAYS_A_LOOK: usize = 1 << 12;
/// The place of a label that no token has.
const NOWHERE: u32 = u32::MAX;

/// A state and the places of the labelled tokens on the way to it.
type Way = (State, [u32; LABELS]);

/// What all searches of a query have in common.
pub(super) struct Search<'s> {
    pub(super) conditions: Option<&'s Conditions>,
    pub(super) vocabulary: &'s Vocabulary,
    pub(super) best: Best,
    pub(super) ways: AtomicU64,
    pub(super) task: &'s Task,
}

/// The search in one zone.
pub(super) struct ZoneSearch<'s> {
    pub(super) search: &'s Search<'s>,
    pub(super) machine: Machine<'s>,
    pub(super) zone: &'s Zone<'s>,
    pub(super) document: DocId,
    pub(super) tokens: &'s Tokens,
}

/// A match with the places of its labels.
struct Found<'s> {
    zone: &'s Zone<'s>,
    document: DocId,
    first: u32,
    behind: u32,
    labels: &'s [u32; LABELS],
}

impl Match for Found<'_> {
    fn place_of(&self, token: Token) -> Option<u32> {
        let place = match token {
            Token::First => self.first,
            Token::Last => self.behind - 1,
            Token::Label(label) => self.labels[usize::from(label)],
        };
        (place != NOWHERE).then_some(place)
    }

    fn part(&self) -> &Part {
        self.zone.part
    }

    fn document(&self) -> DocId {
        self.document
    }
}

impl ZoneSearch<'_> {
    /// The best end of a match that begins here and meets the conditions.
    pub(super) fn end(&self, start: u32, low: u32, high: u32) -> Result<Option<u32>> {
        let mut ways = HashSet::new();
        self.close(
            vec![(self.automaton().first, [NOWHERE; LABELS])],
            start,
            &mut ways,
        );
        let mut best = None;
        let mut at = start;
        while at < high && !ways.is_empty() {
            self.count(ways.len())?;
            let mut onward = Vec::new();
            for way in &ways {
                onward.extend(self.onward(way, at));
            }
            at += 1;
            ways.clear();
            self.close(onward, at, &mut ways);
            let ends = at >= low
                && ways.iter().any(|(state, labels)| {
                    matches!(self.automaton().steps[*state as usize], Step::Accept)
                        && self.holds(start, at, labels)
                });
            if ends {
                best = Some(at);
                if self.search.best == Best::First {
                    break;
                }
            }
        }
        Ok(best)
    }

    fn automaton(&self) -> &Automaton {
        self.machine.automaton
    }

    fn count(&self, ways: usize) -> Result<()> {
        let before = self.search.ways.fetch_add(ways as u64, Ordering::Relaxed);
        if before + ways as u64 > WAYS {
            let message = "the labels of the query can stand at too many places; bound its gaps, as \
                           in []{0,5}, or ask within a part of the corpus";
            return Err(Error::Limit(message.into()));
        }
        if ways >= WAYS_A_LOOK || before.is_multiple_of(WAYS_A_LOOK as u64) {
            self.search.task.check()?;
        }
        Ok(())
    }

    fn holds(&self, first: u32, behind: u32, labels: &[u32; LABELS]) -> bool {
        let found = Found {
            zone: self.zone,
            document: self.document,
            first,
            behind,
            labels,
        };
        let conditions = self.search.conditions;
        conditions.is_none_or(|conditions| conditions.hold(&found, self.search.vocabulary))
    }

    /// The way behind a token, if it may be the next one.
    fn onward(&self, (state, labels): &Way, at: u32) -> Option<Way> {
        let Step::Token {
            test,
            label,
            inside,
            next,
        } = &self.automaton().steps[*state as usize]
        else {
            return None;
        };
        let fits = self.automaton().meets(self.tokens.class(at), *test)
            && !inside.iter().any(|region| self.zone.begins(*region, at))
            && self.automaton().exact[*test as usize]
                .as_ref()
                .is_none_or(|exact| self.meets(exact, at, labels));
        let mut labels = *labels;
        if let Some(label) = label {
            labels[usize::from(*label)] = at;
        }
        fits.then_some((*next, labels))
    }

    /// Whether a token is as a test with references asks. What refers to no token does not hold.
    fn meets(&self, exact: &Exact, at: u32, labels: &[u32; LABELS]) -> bool {
        match exact {
            Exact::Tokens(meaning) => meaning.contains(self.zone.part, Position::new(at)),
            Exact::Same {
                attribute,
                equal,
                label,
            } => {
                let place = labels[usize::from(*label)];
                let same =
                    |places| attribute.is_same(places, self.zone.part, self.search.vocabulary);
                place != NOWHERE && same((at, place)) == Some(*equal)
            }
            Exact::All(items) => items.iter().all(|item| self.meets(item, at, labels)),
            Exact::Either(items) => items.iter().any(|item| self.meets(item, at, labels)),
            Exact::Not(item) => !self.meets(item, at, labels),
        }
    }

    /// Adds the ways and all that they lead to without a token.
    fn close(&self, mut open: Vec<Way>, at: u32, ways: &mut HashSet<Way>) {
        while let Some(way) = open.pop() {
            if !ways.insert(way) {
                continue;
            }
            let (state, labels) = way;
            match &self.automaton().steps[state as usize] {
                Step::Any(others) => open.extend(others.iter().map(|other| (*other, labels))),
                Step::If(guard, next) if self.guarded(*guard, at, &labels) => {
                    open.push((*next, labels));
                }
                _ => (),
            }
        }
    }

    fn guarded(&self, guard: Guard, at: u32, labels: &[u32; LABELS]) -> bool {
        match guard {
            Guard::Begins(region) => self.zone.begins(region, at),
            Guard::Ends(region) => self.zone.ends(region, at),
            Guard::Ahead(test) => {
                at < self.zone.tokens.end
                    && self.automaton().meets(self.tokens.class(at), test)
                    && self.automaton().exact[test as usize]
                        .as_ref()
                        .is_none_or(|exact| self.meets(exact, at, labels))
            }
        }
    }
}
