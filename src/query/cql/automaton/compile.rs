//! From a pattern to its automaton: repetitions are written out, regions and labels looked after.

use std::collections::HashMap;
use std::ops::Range;

use super::super::ast::{LabelAttribute, Pattern, Region, Test};
use super::super::classes::Classes;
use super::super::meaning::Meaning;
use super::super::resolve::{Attribute, Resolver};
use super::facts::{Facts, Lead, lead_frequency};
use super::{Automaton, Exact, Guard, State, Step};
use crate::error::{Error, Result};

/// How many states an automaton has at most.
const STATES: usize = 100_000;

impl Automaton {
    /// The automaton of a pattern; constraints and references ask for these labels.
    pub(in crate::query::cql) fn new(
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
