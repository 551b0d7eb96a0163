//! A pattern as an automaton over tokens: its states, and which tokens lead on from them.

mod compile;
mod facts;

use super::ast::Region;
use super::classes::{Classes, PartClasses};
use super::meaning::Meaning;
use super::resolve::{Attribute, Types};
use crate::corpus::{Part, Position, TypeId};

use facts::Facts;
pub(super) use facts::Lead;

pub(super) type State = u32;

/// What leads from a state to others.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// A token that meets a test. It begins none of the regions `inside`.
    Token {
        test: u32,
        label: Option<u8>,
        inside: Vec<Region>,
        next: State,
    },
    /// Nothing.
    Any(Vec<State>),
    /// Nothing, where something holds.
    If(Guard, State),
    /// The match ends.
    Accept,
    /// No match.
    Dead,
}

/// What must hold at a place between two tokens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guard {
    Begins(Region),
    Ends(Region),
    /// The next token meets a test.
    Ahead(u32),
}

/// A test with references, as it is put to one token.
#[derive(Clone, Debug)]
pub(super) enum Exact {
    Tokens(Meaning),
    Same {
        attribute: Attribute,
        equal: bool,
        label: u8,
    },
    All(Vec<Self>),
    Either(Vec<Self>),
    Not(Box<Self>),
}

/// A pattern, resolved against a corpus.
pub(super) struct Automaton {
    pub(super) steps: Vec<Step>,
    pub(super) first: State,
    /// For each state those that lead to it without a token.
    pub(super) before: Vec<Vec<(State, Option<Guard>)>>,
    /// For each test with references what it asks of a token.
    pub(super) exact: Vec<Option<Exact>>,
    /// The states that any token leads on from.
    pub(super) always: Vec<State>,
    /// For each class of tokens the states that they lead on from, ascending.
    pub(super) onward: Vec<Vec<State>>,
    classes: Classes,
    tests: Vec<Meaning>,
    facts: Facts,
    pub(super) asks_for_sentences: bool,
    pub(super) asks_for_quotations: bool,
}

impl Automaton {
    fn find_ways_onward(&mut self) {
        let mut states = vec![Vec::new(); self.tests.len()];
        for (state, step) in (0..).zip(&self.steps) {
            if let Step::Token { test, .. } = step {
                if self.tests[*test as usize] == Meaning::ANY {
                    self.always.push(state);
                } else {
                    states[*test as usize].push(state);
                }
            }
        }
        let onward = |tests: &Vec<u32>| {
            let ways = tests.iter().flat_map(|test| &states[*test as usize]);
            let mut ways: Vec<State> = ways.copied().collect();
            ways.sort_unstable();
            ways
        };
        self.onward = self.classes.met().iter().map(onward).collect();
    }

    /// The classes of a part's tokens.
    pub(super) fn classes_of(&self, part: &Part) -> PartClasses<'_> {
        self.classes.of_part(part)
    }

    /// Whether the tokens of a class meet a test.
    pub(super) fn meets(&self, class: u32, test: u32) -> bool {
        self.tests[test as usize] == Meaning::ANY || self.classes.meet(class, test)
    }

    /// Whether a token meets one of some tests.
    pub(super) fn is_any_of(&self, tests: &[u32], part: &Part, at: Position) -> bool {
        let mut tests = tests.iter().map(|test| &self.tests[*test as usize]);
        tests.any(|test| test.types().is_some() || test.contains(part, at))
    }

    /// For each class whether its tokens meet one of some tests.
    pub(super) fn meeting(&self, tests: &[u32]) -> Vec<bool> {
        let classes = 0..u32::try_from(self.classes.met().len()).expect("few classes");
        let meets = |class: u32| tests.iter().any(|test| self.meets(class, *test));
        classes.map(meets).collect()
    }

    /// How many tokens a match has at most, if there is an end.
    pub(super) fn most(&self) -> Option<u32> {
        self.facts.most
    }

    /// What every match has, and how rare it is.
    pub(super) fn lead(&self) -> Option<&Lead> {
        self.facts.lead.as_ref()
    }

    /// Types of which every token of a lead has one, if that can be told.
    pub(super) fn lead_types(&self, lead: &Lead, n_types: usize) -> Option<Vec<TypeId>> {
        let types = lead.tests.iter().map(|test| {
            let types = self.tests[*test as usize].necessary_types();
            (types != Types::All).then(|| types.members(n_types))
        });
        Some(types.collect::<Option<Vec<_>>>()?.concat())
    }
}
