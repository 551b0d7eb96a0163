//! The rarest token of a query leads to the zones that are looked at.

use std::ops::Range;

use super::super::ast::Extent;
use super::super::automaton::{Automaton, Lead};
use super::{PartView, Run, TOKENS_A_PART};
use crate::corpus::{Corpus, Position, TypeSet};
use crate::error::Result;
use crate::query::find::positions;

/// How many places of the rarest token one worker takes at a time.
const PLACES_A_PART: usize = 1 << 12;

/// Tokens that lead to matches.
pub(super) struct Led<'l> {
    automaton: &'l Automaton,
    lead: &'l Lead,
    pub(super) near: u32,
    pub(super) far: Option<u32>,
}

impl<'r> Run<'r> {
    /// Tokens of which every match has one, how far from its first token at least and at most, if they
    /// are so rare that looking around each is less work than looking at all tokens.
    pub(super) fn lead(&self, corpus: &Corpus) -> Option<Led<'_>> {
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
    pub(super) fn places(&self, corpus: &Corpus, led: &Led<'_>) -> Result<Vec<Position>> {
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

    /// The matches of a part around some of its places.
    pub(super) fn led(
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
