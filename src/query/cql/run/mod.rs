//! A query asked of a scope, zone by zone.

mod asked;
mod leads;

use std::ops::Range;
use std::sync::atomic::AtomicU64;

use super::ast::{Extent, Filter, Pattern, Query, Test};
use super::automaton::Automaton;
use super::bounds::jobs;
use super::classes::PartClasses;
use super::conditions::Conditions;
use super::descent::{Best, Job, Machine, Tokens, best_ends};
use super::labels::{LABELS, Search, ZoneSearch};
use super::resolve::Resolver;
use super::zone::{Quotations, Zone};
use crate::corpus::{DocId, Part, Position, Scope, Sentences, TypeSet};
use crate::error::{Error, Result};
use crate::query::Spans;
use crate::query::find::find_phrase;
use crate::task::Task;

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
