//! What is known of all matches of a pattern: how many tokens they have, and which rare one each has.

use super::super::meaning::Meaning;
use super::super::resolve::Types;
use crate::corpus::Corpus;

/// How many tokens are passed in the time that one place takes.
const TOKENS_A_PLACE: u64 = 64;

/// What holds for every match of a pattern.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// So many tokens at least, and at most unless there is no end.
    pub(super) least: u32,
    pub(super) most: Option<u32>,
    pub(super) lead: Option<Lead>,
}

impl Facts {
    pub(super) const NOTHING: Self = Self {
        least: 0,
        most: Some(0),
        lead: None,
    };

    pub(super) fn then(self, next: Self) -> Self {
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

    pub(super) fn or(self, other: Self) -> Self {
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

    pub(super) fn repeated(self, least: u32, most: Option<u32>) -> Self {
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
pub(in crate::query::cql) struct Lead {
    pub(in crate::query::cql) tests: Vec<u32>,
    pub(in crate::query::cql) frequency: u64,
    pub(in crate::query::cql) near: u32,
    /// None where there is no end to it.
    pub(in crate::query::cql) far: Option<u32>,
}

impl Lead {
    /// A token at any distance is worth less, as all before it must be looked at.
    fn cost(&self) -> u64 {
        self.frequency
            .saturating_mul(if self.far.is_some() { 1 } else { 4 })
    }
}

/// How many tokens meet a test, where one that values decide takes a look at all.
pub(super) fn lead_frequency(meaning: &Meaning, corpus: &Corpus) -> u64 {
    let types = meaning.necessary_types();
    if types == Types::All {
        return meaning
            .frequency(corpus)
            .saturating_add(corpus.n_tokens() / TOKENS_A_PLACE);
    }
    types.frequency(corpus.vocabulary())
}
