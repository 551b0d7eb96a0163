//! What a mention within or beside a report tells besides who speaks: for whom, whose lawyer, in passing.

use std::ops::Range;

use super::entity::Kind;
use super::owners::{is_owned, surname};
use super::{IN_SENTENCE, Play};
use crate::articles::quotations::Quotation;
use crate::articles::quotations::names::{Mentioned, Standing};
use crate::articles::quotations::word_list::WordList;
use crate::text::in_small;

impl Play<'_> {
    /// Learns whose somebody is whom a pronoun introduces: `His lawyer, Hal Orr,`, who is then `Vell's lawyer`.
    pub(super) fn learn_owner(&mut self, number: usize) {
        let mention = &self.stage.mentions[number];
        let text = self.stage.cast.text;
        let owned = |role: &&Range<usize>| is_owned(&text[(*role).clone()]);
        let told = |role: &'_ Option<Range<usize>>| role.as_ref().filter(owned).cloned();
        let Some(role) = told(&mention.before).or_else(|| told(&mention.role)) else {
            return;
        };
        let (at, named) = (role.start, mention.kind == Mentioned::Name);
        let pronoun = text[role].split(' ').next().unwrap_or_default();
        let Some(entity) = self.stage.who[number].filter(|_| named) else {
            return;
        };
        self.stage.barred.push(entity);
        let found = self.stage.pronoun(pronoun, at, None);
        self.stage.barred.pop();
        let person = found.map(|(person, _)| &self.stage.cast.all[person]);
        if let Some(known) = person.filter(|known| known.named && known.kind == Kind::Person) {
            let name = surname(&known.name).to_owned();
            self.stage.cast.all[entity].learn(&name);
        }
    }

    /// Hears of a body whose people speak: `said a spokesman for Zephyr Marine`, `Zephyr Marine spokesman Hal Orr said`.
    pub(super) fn hear_within(&mut self, number: usize, source: usize) {
        let mention = &self.stage.mentions[number];
        let (source, record) = &self.sources[source];
        let Some(entity) = self.stage.who[number] else {
            return;
        };
        let speaker = self.answers[*record].map(|(speaker, _)| speaker);
        let known = &self.stage.cast.all[entity];
        let named = matches!(mention.kind, Mentioned::Name | Mentioned::Body);
        let body = matches!(known.kind, Kind::Body | Kind::Unknown) && known.woman == 0.0;
        if !named || !body || speaker.is_none() || speaker == Some(entity) {
            return;
        }
        let told = in_small(&self.stage.cast.text[source.clone()]);
        let mut words = told.split(|mark: char| !mark.is_alphanumeric());
        if words.any(speaks_for_it) {
            let at = mention.span.start;
            self.stage.note(entity, at, Standing::Aside, false);
            self.stage.cast.all[entity].served = true;
        }
    }

    /// Whether a clause tells of another what they said, in a sentence that has its subject before: `Orr echoed Vell, who
    /// said`, `Orr spoke a day after Vell said`.
    pub(super) fn is_told_in_passing(&self, quotation: &Quotation) -> bool {
        let Some(source) = &quotation.source else {
            return false;
        };
        let text = self.stage.cast.text;
        let behind = text[source.end..].trim_start_matches([',', ' ']);
        let relative =
            matches!(&text[source.clone()], "who" | "whose") || behind.starts_with("who ");
        let before = text[..source.start].trim_end();
        if !relative && !before.ends_with(" after") && !before.ends_with(" before") {
            return false;
        }
        let end = self.stage.mentions_before(source.start);
        let sentence = self.stage.sentence(source.start);
        let near = self.stage.mentions[..end].iter().zip(&self.stage.who).rev();
        let mut near = near.take(IN_SENTENCE);
        let own = self.stage.nearest_before(source.start);
        let own = own.or_else(|| self.stage.named_in(source));
        near.any(|(mention, who)| {
            let same = self.stage.sentence(mention.span.start) == sentence;
            let subject = same && mention.standing == Standing::Subject;
            let person = who.is_some_and(|who| self.stage.cast.all[who].may_be_person());
            subject && person && mention.depth == 0 && (!relative || *who != own)
        })
    }
}

/// Whether a noun is that of one who speaks for the body in which they are.
fn speaks_for_it(noun: &str) -> bool {
    const SPEAKING: WordList = WordList::new(&[
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "official",
        "officials",
        "chief",
        "executive",
        "ceo",
        "chairman",
        "chairwoman",
        "chair",
        "president",
        "director",
        "head",
        "founder",
        "lawyer",
        "lawyers",
        "attorney",
        "attorneys",
        "representative",
        "representatives",
        "secretary",
        "manager",
        "boss",
        "source",
        "sources",
        "people",
        "statement",
        "report",
        "filing",
        "website",
        "lawsuit",
        "documents",
    ]);
    SPEAKING.has(noun)
}
