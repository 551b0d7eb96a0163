//! Two countries or bodies that were named together: `the two countries`.

use super::description::{Description, Opening};
use super::entity::{Entity, Kind};
use super::places::place;
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class};

/// How many mentions before a phrase are looked at.
const BEFORE: usize = 16;
/// In how many paragraphs.
const NEAR: usize = 2;
/// Nouns for countries.
const COUNTRIES: [&str; 6] = [
    "country",
    "nation",
    "state",
    "neighbour",
    "neighbor",
    "government",
];

impl Stage<'_> {
    /// The last two of a kind that were named with nothing but "and" between them.
    pub(super) fn two_named(&mut self, phrase: &Description, at: usize) -> Option<usize> {
        let counted = phrase.modifiers.first().is_some_and(|word| word == "two");
        let two = phrase.opening == Opening::Definite && counted && phrase.modifiers.len() == 1;
        let both = phrase.opening == Opening::Both && phrase.modifiers.is_empty();
        let many = phrase.raw != phrase.noun;
        let of = class(&phrase.noun);
        if !(two || both) || !many || !phrase.complement.is_empty() || of.is(Class::PERSON) {
            return None;
        }
        let countries = COUNTRIES.contains(&phrase.noun.as_str());
        if !countries && !of.is(Class::BODY) {
            return None;
        }
        let fits = |known: &Entity| match known.kind {
            Kind::Place => countries,
            Kind::Unknown if countries => place(&known.name).is_some(),
            Kind::Body => !countries && phrase.is_like(known),
            _ => false,
        };
        let end = self.mentions_before(at);
        let paragraph = self.paragraph(at);
        let found = (end.saturating_sub(BEFORE)..end.saturating_sub(1))
            .rev()
            .find_map(|number| {
                let (one, other) = (&self.mentions[number], &self.mentions[number + 1]);
                let between = self.cast.text.get(one.span.end..other.span.start)?;
                let joint = matches!(between, " and " | " and the ");
                let near = paragraph - self.paragraph(one.span.start) < NEAR;
                let (one, other) = (self.who[number]?, self.who[number + 1]?);
                let both = fits(&self.cast.all[one]) && fits(&self.cast.all[other]);
                (joint && near && both && one != other).then_some([one, other])
            })?;
        Some(self.together(&found, at))
    }
}
