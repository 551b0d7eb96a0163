//! Where matches end, found for all beginnings in one pass from the last token to the first.
//!
//! For each state the pass keeps the best end of a match from here on. What a token changes depends on
//! the states behind it alone, so the work is linear in the tokens, however a pattern is nested.

use std::ops::Range;

use super::automaton::{Automaton, Guard, State, Step};
use super::classes::PartClasses;
use super::zone::Zone;
use crate::corpus::Position;
use crate::error::Result;
use crate::task::Task;

/// How many tokens are passed between two looks at the task.
const TOKENS_A_LOOK: u32 = 1 << 12;
/// A state from which there is no match.
const NONE: u32 = u32::MAX;

/// Which end is best of those that one beginning has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Best {
    First,
    Last,
}

/// Neighbouring tokens at which matches may begin, and where these may end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) starts: Range<u32>,
    /// Not before this place.
    pub(super) low: u32,
    /// Not behind this place.
    pub(super) high: u32,
}

/// An automaton, and the classes of one part's tokens.
#[derive(Clone, Copy)]
pub(super) struct Machine<'m> {
    pub(super) automaton: &'m Automaton,
    pub(super) classes: &'m PartClasses<'m>,
}

/// The best end for each state at one place.
#[derive(Clone)]
struct Ends {
    values: Vec<u32>,
    active: Vec<State>,
}

impl Ends {
    fn new(states: usize) -> Self {
        Self {
            values: vec![NONE; states],
            active: Vec::new(),
        }
    }

    fn clear(&mut self) {
        for state in self.active.drain(..) {
            self.values[state as usize] = NONE;
        }
    }

    fn get(&self, state: State) -> u32 {
        self.values[state as usize]
    }

    /// Takes an end if it is better than what is known, and says so.
    fn improve(&mut self, state: State, end: u32, best: Best) -> bool {
        let known = &mut self.values[state as usize];
        let better = match best {
            Best::First => end < *known,
            Best::Last => *known == NONE || end > *known,
        };
        if better {
            if *known == NONE {
                self.active.push(state);
            }
            *known = end;
        }
        better
    }
}

/// A pass over a zone from some place on, to the left.
#[derive(Clone)]
struct Descent<'m> {
    machine: Machine<'m>,
    zone: &'m Zone<'m>,
    best: Best,
    at: u32,
    here: Ends,
    behind: Ends,
}

impl<'m> Descent<'m> {
    fn new(machine: Machine<'m>, zone: &'m Zone<'m>, best: Best, at: u32, tokens: &Tokens) -> Self {
        let states = machine.automaton.steps.len();
        let mut descent = Self {
            machine,
            zone,
            best,
            at,
            here: Ends::new(states),
            behind: Ends::new(states),
        };
        descent.close(true, tokens);
        descent
    }

    /// Goes one token to the left. A match may end here if `accepts`.
    fn step(&mut self, accepts: bool, tokens: &Tokens) {
        self.at -= 1;
        std::mem::swap(&mut self.here, &mut self.behind);
        self.here.clear();
        let automaton = self.machine.automaton;
        let own = &automaton.onward[tokens.class(self.at) as usize];
        for state in automaton.always.iter().chain(own) {
            let Step::Token { inside, next, .. } = &automaton.steps[*state as usize] else {
                continue;
            };
            let end = self.behind.get(*next);
            if end == NONE
                || inside
                    .iter()
                    .any(|region| self.zone.begins(*region, self.at))
            {
                continue;
            }
            self.here.improve(*state, end, self.best);
        }
        self.close(accepts, tokens);
    }

    /// Finds what leads to the active states without a token.
    fn close(&mut self, accepts: bool, tokens: &Tokens) {
        const ACCEPT: State = 0;
        if accepts {
            self.here.improve(ACCEPT, self.at, self.best);
        }
        let mut open = self.here.active.clone();
        while let Some(state) = open.pop() {
            let end = self.here.get(state);
            for (before, guard) in &self.machine.automaton.before[state as usize] {
                let holds = guard.is_none_or(|guard| self.holds(guard, tokens));
                if holds && self.here.improve(*before, end, self.best) {
                    open.push(*before);
                }
            }
        }
    }

    fn holds(&self, guard: Guard, tokens: &Tokens) -> bool {
        match guard {
            Guard::Begins(region) => self.zone.begins(region, self.at),
            Guard::Ends(region) => self.zone.ends(region, self.at),
            Guard::Ahead(test) => {
                let is_token = self.at < self.zone.tokens.end;
                is_token && self.machine.automaton.meets(tokens.class(self.at), test)
            }
        }
    }

    fn end(&self) -> Option<u32> {
        let end = self.here.get(self.machine.automaton.first);
        (end != NONE).then_some(end)
    }

    /// Goes to a place; a match may end on the way if `accepts`.
    fn go(&mut self, to: u32, accepts: bool, pass: &mut Pass<'_>) -> Result<()> {
        while self.at > to {
            if self.at.is_multiple_of(TOKENS_A_LOOK) {
                pass.task.check()?;
            }
            self.step(accepts, pass.tokens);
            if pass.starts.contains(&self.at) {
                pass.found.extend(self.end().map(|end| (self.at, end)));
            }
        }
        Ok(())
    }
}

/// What a pass looks at, and what it finds.
struct Pass<'j> {
    starts: &'j Range<u32>,
    tokens: &'j Tokens,
    found: &'j mut Vec<(u32, u32)>,
    task: &'j Task,
}

/// The classes of some tokens.
pub(super) struct Tokens {
    first: u32,
    classes: Vec<u32>,
}

impl Tokens {
    /// Those of a range and one behind it, where there is one.
    pub(super) fn read(machine: Machine<'_>, zone: &Zone<'_>, range: Range<u32>) -> Self {
        let behind = (range.end + 1).min(zone.tokens.end).max(range.end);
        let mut classes = Vec::new();
        let positions = Position::new(range.start)..Position::new(behind);
        machine.classes.read(zone.part, positions, &mut classes);
        Self {
            first: range.start,
            classes,
        }
    }

    pub(super) fn class(&self, at: u32) -> u32 {
        self.classes[(at - self.first) as usize]
    }
}

/// For each beginning the best end, in the order of the text. The jobs ascend, and so do their bounds.
pub(super) fn best_ends(
    machine: Machine<'_>,
    zone: &Zone<'_>,
    best: Best,
    jobs: &[Job],
    task: &Task,
) -> Result<Vec<(u32, u32)>> {
    let mut found = Vec::new();
    // Jobs that end at one place share a pass, and so do those that overlap: the first end is the
    // same, wherever the last one may be.
    let shares = |one: &Job, other: &Job| {
        one.high == other.high || best == Best::First && other.starts.start < one.high
    };
    for same in jobs.chunk_by(shares).collect::<Vec<_>>().into_iter().rev() {
        let (lowest, high) = (same[0].starts.start, same[same.len() - 1].high);
        if lowest >= high {
            continue;
        }
        let tokens = Tokens::read(machine, zone, lowest..high);
        let mut descent = Descent::new(machine, zone, best, high, &tokens);
        for job in same.iter().rev() {
            let starts = job.starts.start..job.starts.end.min(high);
            if job.low > high || starts.is_empty() {
                continue;
            }
            let own = found.len();
            let mut pass = Pass {
                starts: &starts,
                tokens: &tokens,
                found: &mut found,
                task,
            };
            descent.go(starts.start.max(job.low), true, &mut pass)?;
            if job.low > starts.start {
                // Too short from here on: what began to match goes on by itself.
                descent.clone().go(starts.start, false, &mut pass)?;
            }
            let fitting = found.split_off(own);
            found.extend(fitting.into_iter().filter(|(_, end)| *end <= job.high));
        }
    }
    found.reverse();
    Ok(found)
}
