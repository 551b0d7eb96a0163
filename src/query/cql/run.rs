//! A query asked of a scope: the rarest token leads to the zones that are looked at.

use std::ops::Range;
use std::sync::atomic::AtomicU64;

use super::ast::{Constraint, Extent, Filter, Operand, Pattern, Query, Region, Test};
use super::automaton::{Automaton, Lead};
use super::bounds::jobs;
use super::classes::PartClasses;
use super::conditions::Conditions;
use super::descent::{Best, Job, Machine, Tokens, best_ends};
use super::labels::{LABELS, Search, ZoneSearch};
use super::parse::OWN_LABELS;
use super::resolve::Resolver;
use super::zone::{Quotations, Zone};
use crate::corpus::{Corpus, DocId, Part, Position, Scope, Sentences, TypeSet};
use crate::error::{Error, Result};
use crate::query::Spans;
use crate::query::find::{find_phrase, positions};
use crate::task::Task;

/// How many places of the rarest token one worker takes at a time.
const PLACES_A_PART: usize = 1 << 12;
/// How many tokens one worker takes at a time where all are looked at, rounded up to documents.
const TOKENS_A_PART: u32 = 1 << 16;

impl Query {
    /// Where the query matches within a scope.
    pub fn find(&self, scope: &Scope, task: &Task) -> Result<Spans> {
        let corpus = &**scope.corpus();
        let text = self.to_string();
        let mut resolver = Resolver::new(corpus, &text, task);
        if let Some(slots) = self.phrase(&mut resolver)? {
            return find_phrase(scope, &slots, task);
        }
        let labels = self.labels();
        if labels.len() > LABELS {
            let message = format!(
                "conditions ask for at most {LABELS} labels, got {}",
                labels.len()
            );
            return Err(Error::Limit(message));
        }
        let conditions = self
            .constraint
            .as_ref()
            .map(|constraint| Conditions::new(constraint, &labels, corpus, &text, &mut resolver))
            .transpose()?;
        let pattern = Automaton::new(&self.pattern, &labels, &mut resolver)?;
        let filters: Vec<Option<Automaton>> = self
            .filters
            .iter()
            .map(|filter| match &filter.extent {
                Extent::Within(pattern) | Extent::Containing(pattern) => {
                    Automaton::new(pattern, &[], &mut resolver).map(Some)
                }
                Extent::WithinTokens(_) | Extent::WithinRegions(..) => Ok(None),
            })
            .collect::<Result<_>>()?;
        let is_labelled = pattern.exact.iter().any(Option::is_some)
            || matches!(&conditions, Some(conditions) if scope
                .documents()
                .any(|document| conditions.in_document(document).is_none()));
        let search = Search {
            conditions: conditions.as_ref(),
            vocabulary: corpus.vocabulary(),
            best: self.strategy.best(),
            ways: AtomicU64::new(0),
            task,
        };
        let run = Run {
            query: self,
            scope,
            pattern,
            filters,
            is_labelled,
            search,
        };
        run.find()
    }

    /// How many matches [`find`](Self::find) gives. A word in the whole of a corpus is not looked for.
    pub fn count(&self, scope: &Scope, task: &Task) -> Result<u64> {
        if let Ok(corpus) = scope.whole_corpus("count") {
            let text = self.to_string();
            let mut resolver = Resolver::new(corpus, &text, task);
            if let Some([word]) = self.phrase(&mut resolver)?.as_deref() {
                return Ok(crate::query::find::frequency(corpus, word));
            }
        }
        Ok(self.find(scope, task)?.len() as u64)
    }

    /// The types of each token, if the query is tokens side by side and nothing else.
    fn phrase(&self, resolver: &mut Resolver<'_>) -> Result<Option<Vec<TypeSet>>> {
        if self.constraint.is_some() || !self.filters.is_empty() {
            return Ok(None);
        }
        let items = match &self.pattern {
            Pattern::Sequence(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let test = |item: &Pattern| match item {
            Pattern::Token { test, .. } if !test.refers() => Some(test.clone()),
            _ => None,
        };
        let Some(tests) = items.iter().map(test).collect::<Option<Vec<Test>>>() else {
            return Ok(None);
        };
        // A set takes a bit a type: many are better taken by the automaton.
        if tests.len() > 64 {
            return Ok(None);
        }
        let n_types = resolver.corpus.vocabulary().types().len();
        let mut slots = Vec::with_capacity(tests.len());
        for test in &tests {
            let meaning = resolver.meaning(test, true)?;
            // Values have no postings.
            let Some(types) = meaning.types() else {
                return Ok(None);
            };
            slots.push(TypeSet::new(types.members(n_types), n_types));
        }
        Ok(Some(slots))
    }

    /// The labels that conditions and references ask for.
    fn labels(&self) -> Vec<String> {
        let mut labels = Vec::new();
        if let Some(constraint) = &self.constraint {
            constraint.add_labels(&mut labels);
        }
        self.pattern.add_labels(&mut labels);
        labels.retain(|label| !OWN_LABELS.contains(&label.as_str()));
        labels.sort();
        labels.dedup();
        labels
    }

    fn asks_for_sentences(&self) -> bool {
        let is_sentence =
            |filter: &Filter| matches!(filter.extent, Extent::WithinRegions(_, Region::Sentence));
        self.filters.iter().any(is_sentence)
    }

    fn asks_for_quotations(&self) -> bool {
        let is_quotation = |filter: &Filter| {
            matches!(
                filter.extent,
                Extent::WithinRegions(_, Region::Quotation(_))
            )
        };
        self.filters.iter().any(is_quotation)
    }
}

impl Constraint {
    fn add_labels(&self, labels: &mut Vec<String>) {
        match self {
            Self::Bound(label) => labels.push(label.clone()),
            Self::Compare { left, right, .. } => {
                if left.column().is_none() {
                    labels.push(left.label.clone());
                }
                if let Operand::Label(other) = right {
                    labels.push(other.label.clone());
                }
            }
            Self::All(items) | Self::Either(items) => {
                for item in items {
                    item.add_labels(labels);
                }
            }
            Self::Not(item) => item.add_labels(labels),
        }
    }
}

impl Pattern {
    fn add_labels(&self, labels: &mut Vec<String>) {
        match self {
            Self::Token { test, .. } | Self::Ahead(test) => test.add_labels(labels),
            Self::Sequence(items) | Self::Alternation(items) => {
                for item in items {
                    item.add_labels(labels);
                }
            }
            Self::Repeat { what, .. } => what.add_labels(labels),
            Self::Begin(_) | Self::End(_) | Self::Whole(_) => (),
        }
    }
}

impl Test {
    fn add_labels(&self, labels: &mut Vec<String>) {
        match self {
            Self::Reference { other, .. } => labels.push(other.label.clone()),
            Self::All(items) | Self::Either(items) => {
                for item in items {
                    item.add_labels(labels);
                }
            }
            Self::Not(item) => item.add_labels(labels),
            Self::Any | Self::Word(_) | Self::Attribute { .. } => (),
        }
    }
}

/// A query on its way through a scope.
struct Run<'r> {
    query: &'r Query,
    scope: &'r Scope,
    pattern: Automaton,
    /// One for each filter that has a pattern of its own.
    filters: Vec<Option<Automaton>>,
    /// Whether the tokens of a match must be known to tell that it is one.
    is_labelled: bool,
    search: Search<'r>,
}

/// Tokens that lead to matches.
struct Led<'l> {
    automaton: &'l Automaton,
    lead: &'l Lead,
    near: u32,
    far: Option<u32>,
}

/// What a run needs of a part.
struct PartView<'r> {
    part: &'r Part,
    sentences: Option<Sentences<'r>>,
    quotations: Option<Quotations>,
    pattern: PartClasses<'r>,
    filters: Vec<Option<PartClasses<'r>>>,
}

impl<'r> Run<'r> {
    fn find(&'r self) -> Result<Spans> {
        let corpus = self.scope.corpus();
        let mut pairs = Vec::new();
        if let Some(lead) = self.lead(corpus) {
            let mut places = self.places(corpus, &lead)?;
            self.scope.retain(&mut places);
            if self.is_single_token() {
                return Ok(Spans::of_length(places, 1));
            }
            for part in corpus.parts() {
                let own = places.partition_point(|place| *place < part.positions().start)
                    ..places.partition_point(|place| *place < part.positions().end);
                if !own.is_empty() {
                    let view = self.view(part)?;
                    pairs.extend(self.led(&view, &places[own], lead.near, lead.far)?);
                }
            }
        } else {
            let documents: Vec<DocId> = self.scope.documents().collect();
            for part in corpus.parts() {
                let bound = |wanted: DocId| documents.partition_point(|known| *known < wanted);
                let own = bound(part.documents().start)..bound(part.documents().end);
                if !own.is_empty() {
                    let view = self.view(part)?;
                    pairs.extend(self.scanned(&view, &documents[own])?);
                }
            }
        }
        let position = |(start, end)| (Position::new(start), Position::new(end));
        Ok(Spans::of_pairs(pairs.into_iter().map(position).collect()))
    }

    /// Tokens of which every match has one, how far from its first token at least and at most, if they
    /// are so rare that looking around each is less work than looking at all tokens.
    fn lead(&self, corpus: &Corpus) -> Option<Led<'_>> {
        let own = self
            .pattern
            .lead()
            .map(|lead| (&self.pattern, lead, lead.far));
        let contained = self.query.filters.iter().zip(&self.filters);
        let contained = contained.filter_map(|(filter, automaton)| {
            let automaton = automaton.as_ref()?;
            let counts = matches!(filter.extent, Extent::Containing(_)) && !filter.negated;
            let lead = automaton.lead().filter(|_| counts)?;
            Some((automaton, lead, None))
        });
        let frequency = |(_, lead, _): &(&Automaton, &Lead, Option<u32>)| lead.frequency;
        let (automaton, lead, far) = own.into_iter().chain(contained).min_by_key(frequency)?;
        let is_rare = lead.frequency <= corpus.n_tokens() / 8 || self.is_single_token();
        is_rare.then(|| Led {
            automaton,
            lead,
            near: if far.is_some() { lead.near } else { 0 },
            far,
        })
    }

    /// Where the tokens of a lead are: by the postings of types, or else by a look at all tokens.
    fn places(&self, corpus: &Corpus, led: &Led<'_>) -> Result<Vec<Position>> {
        let n_types = corpus.vocabulary().types().len();
        let task = self.search.task;
        if let Some(types) = led.automaton.lead_types(led.lead, n_types) {
            let set = TypeSet::new(types, n_types);
            let frequency = crate::query::find::frequency(corpus, &set);
            let mut places = positions(corpus, &set, frequency, task)?;
            places.retain(|place| {
                let part = corpus.part_at(*place);
                led.automaton.is_any_of(&led.lead.tests, part, *place)
            });
            return Ok(places);
        }
        let meeting = led.automaton.meeting(&led.lead.tests);
        let mut places = Vec::new();
        for part in corpus.parts() {
            let classes = led.automaton.classes_of(part);
            let range = part.positions().start.number()..part.positions().end.number();
            let starts = range.clone().step_by(TOKENS_A_PART as usize).collect();
            let found = task.map(starts, |start: u32| {
                let end = start.saturating_add(TOKENS_A_PART).min(range.end);
                let mut read = Vec::new();
                classes.read(part, Position::new(start)..Position::new(end), &mut read);
                let meets = |(_, class): &(u32, &u32)| meeting[**class as usize];
                let places = (start..).zip(&read).filter(meets);
                Ok(places
                    .map(|(place, _)| Position::new(place))
                    .collect::<Vec<_>>())
            })?;
            places.extend(found.into_iter().flatten());
        }
        Ok(places)
    }

    /// Whether each match is one token that meets a test, and nothing else is asked.
    fn is_single_token(&self) -> bool {
        let is_token = matches!(&self.query.pattern, Pattern::Token { test, .. } if !test.refers());
        is_token && self.query.filters.is_empty() && self.search.conditions.is_none()
    }

    fn view(&'r self, part: &'r Part) -> Result<PartView<'r>> {
        let automata = || {
            let filters = self.filters.iter().flatten();
            std::iter::once(&self.pattern).chain(filters)
        };
        let sentences = self.query.asks_for_sentences()
            || automata().any(|automaton| automaton.asks_for_sentences);
        let quotations = self.query.asks_for_quotations()
            || automata().any(|automaton| automaton.asks_for_quotations);
        Ok(PartView {
            part,
            sentences: sentences
                .then(|| part.sentences(self.search.task))
                .transpose()?,
            quotations: quotations
                .then(|| Ok::<_, Error>(Quotations::of(part.utterances(self.search.task)?)))
                .transpose()?,
            pattern: self.pattern.classes_of(part),
            filters: self
                .filters
                .iter()
                .map(|filter| filter.as_ref().map(|automaton| automaton.classes_of(part)))
                .collect(),
        })
    }

    /// The matches of a part around some of its places.
    fn led(
        &self,
        view: &PartView<'r>,
        places: &[Position],
        near: u32,
        far: Option<u32>,
    ) -> Result<Vec<(u32, u32)>> {
        // A zone is one worker's.
        let mut runs = Vec::new();
        let mut rest = places;
        while !rest.is_empty() {
            let mut own = rest.len().min(PLACES_A_PART);
            let stretch = self.scope.stretch_near(view.part, rest[own - 1], &mut 0);
            let end = stretch.end;
            own += rest[own..].partition_point(|place| *place < end);
            let (run, others) = rest.split_at(own);
            runs.push(run);
            rest = others;
        }
        let found = self.search.task.map(runs, |run| {
            let mut found = Vec::new();
            let mut rest = run;
            while let Some(place) = rest.first() {
                let stretch = self.scope.stretch_near(view.part, *place, &mut 0);
                let own = rest.partition_point(|place| *place < stretch.end);
                let document = view.part.document_at(*place);
                let zone = Self::zone(view, document, &stretch);
                let starts =
                    starts_around(&rest[..own], (near, far), self.pattern.most(), &zone.tokens);
                found.extend(self.in_zone(view, &zone, document, &starts)?);
                rest = &rest[own..];
            }
            Ok(found)
        })?;
        Ok(found.concat())
    }

    /// The matches in all zones in view of some documents of a part.
    fn scanned(&self, view: &PartView<'r>, documents: &[DocId]) -> Result<Vec<(u32, u32)>> {
        let mut runs = Vec::new();
        let (mut first, mut tokens) = (0, 0);
        for (number, document) in documents.iter().enumerate() {
            let range = view.part.document_range(*document);
            tokens += range.end.number() - range.start.number();
            if tokens >= TOKENS_A_PART || number + 1 == documents.len() {
                runs.push(&documents[first..=number]);
                (first, tokens) = (number + 1, 0);
            }
        }
        let found = self.search.task.map(runs, |run| {
            let mut found = Vec::new();
            for document in run {
                self.search.task.check()?;
                let mut stretches = Vec::new();
                self.scope
                    .each_zone_range(*document, |stretch| stretches.push(stretch));
                for stretch in stretches {
                    let zone = Self::zone(view, *document, &stretch);
                    let starts = zone.tokens.clone();
                    found.extend(self.in_zone(view, &zone, *document, &[starts])?);
                }
            }
            Ok(found)
        })?;
        Ok(found.concat())
    }

    fn zone<'v>(view: &'v PartView<'r>, document: DocId, positions: &Range<Position>) -> Zone<'v> {
        let numbers = |range: &Range<Position>| range.start.number()..range.end.number();
        let (kind, _, whole) = view.part.zone_in(document, positions.start);
        Zone {
            part: view.part,
            sentences: view.sentences,
            quotations: view.quotations.as_ref(),
            kind,
            whole: numbers(&whole),
            tokens: numbers(positions),
            document: numbers(&view.part.document_range(document)),
        }
    }

    /// The matches of a zone that begin at some tokens; there are no others in it.
    fn in_zone(
        &self,
        view: &PartView<'r>,
        zone: &Zone<'_>,
        document: DocId,
        starts: &[Range<u32>],
    ) -> Result<Vec<(u32, u32)>> {
        let conditions = self.search.conditions;
        let verdict = conditions.map_or(Some(true), |conditions| conditions.in_document(document));
        if verdict == Some(false) {
            return Ok(Vec::new());
        }
        let machine = Machine {
            automaton: &self.pattern,
            classes: &view.pattern,
        };
        let automata = self.filters.iter().zip(&view.filters);
        let machines = automata.map(|(automaton, classes)| {
            let (automaton, classes) = automaton.as_ref().zip(classes.as_ref())?;
            Some(Machine { automaton, classes })
        });
        let filters: Vec<(&Filter, Option<Machine<'_>>)> =
            self.query.filters.iter().zip(machines).collect();
        let task = self.search.task;
        let jobs = jobs(zone, starts, self.pattern.most(), &filters, task)?;
        let found = if self.is_labelled {
            self.labelled(machine, zone, document, &jobs)?
        } else {
            best_ends(machine, zone, self.search.best, &jobs, task)?
        };
        Ok(self.query.strategy.chosen(found))
    }

    /// The matches that meet the conditions, among those that may.
    fn labelled(
        &self,
        machine: Machine<'_>,
        zone: &Zone<'_>,
        document: DocId,
        jobs: &[Job],
    ) -> Result<Vec<(u32, u32)>> {
        let task = self.search.task;
        let furthest = best_ends(machine, zone, Best::Last, jobs, task)?;
        let (Some((first, _)), Some(last)) =
            (furthest.first(), furthest.iter().map(|(_, end)| *end).max())
        else {
            return Ok(Vec::new());
        };
        let tokens = Tokens::read(machine, zone, *first..last);
        let search = ZoneSearch {
            search: &self.search,
            machine,
            zone,
            document,
            tokens: &tokens,
        };
        let mut found = Vec::new();
        let mut jobs = jobs.iter().peekable();
        for (start, furthest) in furthest {
            while jobs.next_if(|job| job.starts.end <= start).is_some() {}
            let low = jobs.peek().map_or(0, |job| job.low);
            found.extend(search.end(start, low, furthest)?.map(|end| (start, end)));
        }
        Ok(found)
    }
}

/// The tokens of a zone from which a place is as far away as asked, in ranges that ascend.
fn starts_around(
    places: &[Position],
    (near, far): (u32, Option<u32>),
    most: Option<u32>,
    zone: &Range<u32>,
) -> Vec<Range<u32>> {
    let Some(far) = far else {
        let last = places[places.len() - 1].number().saturating_sub(near);
        let last = last.min(zone.end - 1);
        let before = (last >= zone.start).then_some(zone.start..last + 1);
        return before.into_iter().collect();
    };
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for place in places {
        let Some(last) = place
            .number()
            .checked_sub(near)
            .filter(|last| *last >= zone.start)
        else {
            continue;
        };
        let first = place.number().saturating_sub(far).max(zone.start);
        match ranges.last_mut() {
            // What lies between is passed anyway.
            Some(range) if first <= range.end.saturating_add(most.unwrap_or(0)) => {
                range.end = range.end.max(last + 1);
            }
            _ => ranges.push(first..last + 1),
        }
    }
    ranges
}
