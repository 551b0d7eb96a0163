//! A pattern as an automaton over tokens, and what is known of all its matches.

use std::ops::Range;

use std::collections::HashMap;

use super::ast::{LabelAttribute, Pattern, Region, Test};
use super::classes::{Classes, PartClasses};
use super::meaning::Meaning;
use super::resolve::{Attribute, Resolver, Types};
use crate::corpus::{Corpus, Part, Position, TypeId};
use crate::error::{Error, Result};

/// How many states an automaton has at most.
const STATES: usize = 100_000;

/// How many tokens are passed in the time that one place takes.
const TOKENS_A_PLACE: u64 = 64;

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

/// What holds for every match of a pattern.
#[derive(Clone, Debug)]
struct Facts {
    /// So many tokens at least, and at most unless there is no end.
    least: u32,
    most: Option<u32>,
    lead: Option<Lead>,
}

impl Facts {
    const NOTHING: Self = Self {
        least: 0,
        most: Some(0),
        lead: None,
    };

    fn then(self, next: Self) -> Self {
        let own = self.lead;
        let shifted = next.lead.map(|lead| Lead {
            near: lead.near.saturating_add(self.least),
            far: lead
                .far
                .zip(self.most)
                .and_then(|(far, most)| far.checked_add(most)),
            ..lead
        });
        let lead = match (own, shifted) {
            (Some(own), Some(other)) if own.cost() <= other.cost() => Some(own),
            (own, other) => other.or(own),
        };
        Self {
            least: self.least.saturating_add(next.least),
            most: self
                .most
                .zip(next.most)
                .and_then(|(one, other)| one.checked_add(other)),
            lead,
        }
    }

    fn or(self, other: Self) -> Self {
        let lead = self.lead.zip(other.lead).map(|(mut one, other)| {
            one.tests.extend(other.tests);
            Lead {
                tests: one.tests,
                frequency: one.frequency.saturating_add(other.frequency),
                near: one.near.min(other.near),
                far: one.far.zip(other.far).map(|(one, other)| one.max(other)),
            }
        });
        Self {
            least: self.least.min(other.least),
            most: self.most.zip(other.most).map(|(one, other)| one.max(other)),
            lead,
        }
    }

    fn repeated(self, least: u32, most: Option<u32>) -> Self {
        let times = |tokens: u32| most.and_then(|most| tokens.checked_mul(most));
        Self {
            least: self.least.saturating_mul(least),
            most: if self.most == Some(0) {
                Some(0)
            } else {
                self.most.and_then(times)
            },
            lead: self.lead.filter(|_| least > 0),
        }
    }
}

/// Tests of which every match has a token that meets one, and how far from its first.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) tests: Vec<u32>,
    pub(super) frequency: u64,
    pub(super) near: u32,
    /// None where there is no end to it.
    pub(super) far: Option<u32>,
}

impl Lead {
    /// A token at any distance is worth less, as all before it must be looked at.
    fn cost(&self) -> u64 {
        self.frequency
            .saturating_mul(if self.far.is_some() { 1 } else { 4 })
    }
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
    /// The automaton of a pattern; constraints and references ask for these labels.
    pub(super) fn new(
        pattern: &Pattern,
        labels: &[String],
        resolver: &mut Resolver<'_>,
    ) -> Result<Self> {
        let corpus = resolver.corpus;
        let mut compiler = Compiler {
            resolver,
            labels,
            steps: Vec::new(),
            tests: Vec::new(),
            exact: Vec::new(),
            known: HashMap::new(),
            inside: Vec::new(),
            asks_for_sentences: false,
            asks_for_quotations: false,
        };
        let accept = compiler.push(Step::Accept)?;
        // No match is without a token.
        let (first, facts) = compiler.advancing(std::slice::from_ref(pattern), accept, None)?;
        let Compiler {
            steps,
            tests,
            exact,
            asks_for_sentences,
            asks_for_quotations,
            ..
        } = compiler;
        let classes = Classes::new(&tests, corpus)?;
        let mut automaton = Self {
            before: before(&steps),
            steps,
            first,
            exact,
            always: Vec::new(),
            onward: Vec::new(),
            classes,
            tests,
            facts,
            asks_for_sentences,
            asks_for_quotations,
        };
        automaton.find_ways_onward();
        Ok(automaton)
    }

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

/// For each state those that lead to it without a token.
fn before(steps: &[Step]) -> Vec<Vec<(State, Option<Guard>)>> {
    let mut before = vec![Vec::new(); steps.len()];
    for (state, step) in (0..).zip(steps) {
        match step {
            Step::Any(others) => {
                for other in others {
                    before[*other as usize].push((state, None));
                }
            }
            Step::If(guard, next) => before[*next as usize].push((state, Some(*guard))),
            Step::Token { .. } | Step::Accept | Step::Dead => (),
        }
    }
    before
}

struct Compiler<'r, 'v> {
    resolver: &'r mut Resolver<'v>,
    labels: &'r [String],
    steps: Vec<Step>,
    tests: Vec<Meaning>,
    exact: Vec<Option<Exact>>,
    known: HashMap<String, u32>,
    /// The regions that the tokens at hand lie in but don't begin.
    inside: Vec<Region>,
    asks_for_sentences: bool,
    asks_for_quotations: bool,
}

/// What follows on a state, from the last to the first: `next` is where it leads.
impl Compiler<'_, '_> {
    fn push(&mut self, step: Step) -> Result<State> {
        let state = u32::try_from(self.steps.len()).expect("few states");
        if self.steps.len() >= STATES {
            let message = format!(
                "the query takes more than {STATES} states when its repetitions are written out; \
                 repeat less, or use * and within"
            );
            return Err(Error::Limit(message));
        }
        self.steps.push(step);
        Ok(state)
    }

    fn pattern(&mut self, pattern: &Pattern, next: State) -> Result<(State, Facts)> {
        match pattern {
            Pattern::Token { label, test } => self.token(label.as_deref(), test, next),
            Pattern::Sequence(items) => self.sequence(items, next),
            Pattern::Alternation(items) => self.alternation(items, next),
            Pattern::Repeat { what, least, most } => self.repeat(what, *least, *most, next),
            Pattern::Begin(region) => self.guarded(Guard::Begins(*region), next),
            Pattern::End(region) => self.guarded(Guard::Ends(*region), next),
            Pattern::Ahead(test) => {
                let test = self.test(test)?;
                self.guarded(Guard::Ahead(test), next)
            }
            Pattern::Whole(region) => {
                let tokens = Pattern::Repeat {
                    what: Box::new(Pattern::Token {
                        label: None,
                        test: Test::Any,
                    }),
                    least: 0,
                    most: None,
                };
                self.region(*region, &[tokens], next)
            }
        }
    }

    fn guarded(&mut self, guard: Guard, next: State) -> Result<(State, Facts)> {
        if let Guard::Begins(region) | Guard::Ends(region) = guard {
            self.asks_for_sentences |= region == Region::Sentence;
            self.asks_for_quotations |= matches!(region, Region::Quotation(_));
        }
        Ok((self.push(Step::If(guard, next))?, Facts::NOTHING))
    }

    fn token(&mut self, label: Option<&str>, test: &Test, next: State) -> Result<(State, Facts)> {
        let label = label.and_then(|label| self.label(label));
        let test = self.test(test)?;
        let inside = self.inside.clone();
        let state = self.push(Step::Token {
            test,
            label,
            inside,
            next,
        })?;
        let meaning = &self.tests[test as usize];
        let lead = (*meaning != Meaning::ANY).then(|| Lead {
            tests: vec![test],
            frequency: lead_frequency(meaning, self.resolver.corpus),
            near: 0,
            far: Some(0),
        });
        let facts = Facts {
            least: 1,
            most: Some(1),
            lead,
        };
        Ok((state, facts))
    }

    fn label(&self, label: &str) -> Option<u8> {
        let place = self.labels.iter().position(|known| known == label)?;
        u8::try_from(place).ok()
    }

    fn test(&mut self, test: &Test) -> Result<u32> {
        let key = test.to_string();
        if let Some(number) = self.known.get(&key) {
            return Ok(*number);
        }
        let meaning = self.resolver.meaning(test, true)?;
        let exact = test.refers().then(|| self.exact(test)).transpose()?;
        let number = u32::try_from(self.tests.len()).expect("few tests");
        self.tests.push(meaning);
        self.exact.push(exact);
        self.known.insert(key, number);
        Ok(number)
    }

    fn exact(&mut self, test: &Test) -> Result<Exact> {
        let several = |this: &mut Self, items: &[Test]| -> Result<Vec<Exact>> {
            items.iter().map(|item| this.exact(item)).collect()
        };
        Ok(match test {
            Test::Reference {
                attribute,
                equal,
                other: LabelAttribute { label, .. },
            } => Exact::Same {
                attribute: Attribute::named(attribute, self.resolver.corpus)?,
                equal: *equal,
                label: self.label(label).expect("references ask for their labels"),
            },
            Test::All(items) => Exact::All(several(self, items)?),
            Test::Either(items) => Exact::Either(several(self, items)?),
            Test::Not(item) => Exact::Not(Box::new(self.exact(item)?)),
            other => Exact::Tokens(self.resolver.meaning(other, true)?),
        })
    }

    fn sequence(&mut self, items: &[Pattern], next: State) -> Result<(State, Facts)> {
        if items.len() > STATES {
            return Err(Error::Limit(format!(
                "a sequence takes at most {STATES} items, got {}",
                items.len()
            )));
        }
        let (mut state, mut facts) = (next, Facts::NOTHING);
        for stretch in stretches(items).into_iter().rev() {
            let (first, own) = match (&items[stretch.start], stretch.len()) {
                (item, 1) => self.pattern(item, state)?,
                (Pattern::Begin(region), _) => {
                    let inner = &items[stretch.start + 1..stretch.end - 1];
                    self.region(*region, inner, state)?
                }
                _ => unreachable!("a stretch of several begins with a tag"),
            };
            state = first;
            facts = own.then(facts);
        }
        Ok((state, facts))
    }

    /// A region from its first token to its last: no other of its kind begins in between.
    fn region(&mut self, region: Region, inner: &[Pattern], next: State) -> Result<(State, Facts)> {
        let (end, _) = self.guarded(Guard::Ends(region), next)?;
        let (first, facts) = self.advancing(inner, end, Some(region))?;
        let (state, _) = self.guarded(Guard::Begins(region), first)?;
        Ok((state, facts))
    }

    /// What takes at least one token. All behind the first one are inside the region.
    ///
    /// The items are written out twice: before the first token, where there is no way to `next`, and
    /// behind it. The first token leads from the one to the other.
    fn advancing(
        &mut self,
        items: &[Pattern],
        next: State,
        region: Option<Region>,
    ) -> Result<(State, Facts)> {
        let dead = self.push(Step::Dead)?;
        let low = self.steps.len();
        let (first, mut facts) = self.sequence(items, dead)?;
        let high = self.steps.len();
        self.inside.extend(region);
        self.sequence(items, next)?;
        if region.is_some() {
            self.inside.pop();
        }
        let shift = u32::try_from(high - low).expect("few states");
        for step in &mut self.steps[low..high] {
            if let Step::Token { next: to, .. } = step {
                *to = if *to == dead { next } else { *to + shift };
            }
        }
        facts.least = facts.least.max(1);
        Ok((first, facts))
    }

    fn alternation(&mut self, items: &[Pattern], next: State) -> Result<(State, Facts)> {
        let is_simple = |item: &&Pattern| matches!(item, Pattern::Token { label: None, test } if !test.refers());
        // Words side by side are one set.
        let tests: Vec<Test> = items
            .iter()
            .filter(is_simple)
            .filter_map(|item| match item {
                Pattern::Token { test, .. } => Some(test.clone()),
                _ => None,
            })
            .collect();
        let mut ways = Vec::new();
        let mut facts: Option<Facts> = None;
        if !tests.is_empty() {
            let (state, own) = self.token(None, &Test::Either(tests), next)?;
            ways.push(state);
            facts = Some(own);
        }
        for item in items.iter().filter(|item| !is_simple(item)) {
            let (state, own) = self.pattern(item, next)?;
            ways.push(state);
            facts = Some(match facts {
                Some(facts) => facts.or(own),
                None => own,
            });
        }
        let facts = facts.expect("an alternation has alternatives");
        Ok((self.push(Step::Any(ways))?, facts))
    }

    fn repeat(
        &mut self,
        what: &Pattern,
        least: u32,
        most: Option<u32>,
        next: State,
    ) -> Result<(State, Facts)> {
        let mut state = next;
        let mut facts = Facts::NOTHING;
        if let Some(most) = most {
            for _ in least..most {
                let (first, own) = self.pattern(what, state)?;
                // To leave out the rest is a way from each.
                state = self.push(Step::Any(vec![first, next]))?;
                facts = own;
            }
        } else {
            let again = self.push(Step::Any(vec![next]))?;
            let (first, own) = self.pattern(what, again)?;
            self.steps[again as usize] = Step::Any(vec![first, next]);
            state = again;
            facts = own;
        }
        for _ in 0..least {
            (state, facts) = self.pattern(what, state)?;
        }
        Ok((state, facts.repeated(least, most)))
    }
}

/// How many tokens meet a test, where one that values decide takes a look at all.
fn lead_frequency(meaning: &Meaning, corpus: &Corpus) -> u64 {
    let types = meaning.necessary_types();
    if types == Types::All {
        return meaning
            .frequency(corpus)
            .saturating_add(corpus.n_tokens() / TOKENS_A_PLACE);
    }
    types.frequency(corpus.vocabulary())
}

/// The items one by one, or from a tag to the one that closes it.
fn stretches(items: &[Pattern]) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let end = match &items[at] {
            Pattern::Begin(region) => closing(items, at, *region).map_or(at + 1, |end| end + 1),
            _ => at + 1,
        };
        stretches.push(at..end);
        at = end;
    }
    stretches
}

/// The place of the tag that closes the one at a place, before another like it opens.
fn closing(items: &[Pattern], at: usize, region: Region) -> Option<usize> {
    let mut tags = (at + 1..).zip(&items[at + 1..]);
    let is_tag =
        |item: &Pattern| matches!(item, Pattern::Begin(of) | Pattern::End(of) if *of == region);
    let (place, tag) = tags.find(|(_, item)| is_tag(item))?;
    matches!(tag, Pattern::End(_)).then_some(place)
}
