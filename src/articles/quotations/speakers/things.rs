//! Which body, document or place a description stands for: `the company`, `the report`, `the country`.

use std::ops::Range;

use super::How;
use super::cast::is_storm;
use super::description::{Description, Opening};
use super::entity::{Entity, Kind};
use super::nouns::{groups, is_of_firm};
use super::places::place;
use super::stage::{Event, Stage};
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::Standing;
use crate::articles::quotations::word_list::WordList;

impl Stage<'_> {
    /// Which body, document or place a phrase stands for.
    pub(super) fn thing_meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        if !matches!(phrase.opening, Opening::Definite | Opening::None) {
            return None;
        }
        let present = self.present();
        let named = self.cast.by_word.get(&phrase.noun);
        let named = named
            .map_or(&[][..], |named| named)
            .iter()
            .rev()
            .take(24)
            .copied();
        let mut best: Option<(f32, usize)> = None;
        let told = self.sharing(std::slice::from_ref(&phrase.noun), &[]);
        let all = present.iter().copied().chain(named).chain(told);
        for (rank, entity) in all.enumerate() {
            let known = &self.cast.all[entity];
            let thing = matches!(known.kind, Kind::Body | Kind::Document | Kind::Unknown);
            if !thing || self.barred.contains(&entity) {
                continue;
            }
            let Some(fit) = phrase.fits_thing(known) else {
                continue;
            };
            let before = known.last.is_some_and(|last| last < at) || known.first < at;
            #[expect(clippy::cast_precision_loss, reason = "a small rank for a score")]
            let late = rank.min(20) as f32 * 0.05 + if before { 0.0 } else { 0.5 };
            // `Ostar Inc said it had bought Zephyr Ltd. The company …`
            let spoke = is_firm(&phrase.noun) && known.speaks;
            let score = fit - late + if spoke { 0.12 } else { 0.0 };
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, entity));
            }
        }
        let least = if phrase.is_definite() { 0.8 } else { 2.8 };
        let best = best.filter(|(score, _)| *score >= least);
        // `the company`, of which nothing but that has been said, may be the one named since.
        let nameless = |entity: usize| {
            let known = &self.cast.all[entity];
            !known.named && !known.speaks && known.kind == Kind::Body
        };
        let named = best.is_some_and(|(_, entity)| nameless(entity));
        let named = named.then(|| self.body_in_focus(phrase, at)).flatten();
        let Some((score, entity)) = best.filter(|_| named.is_none()) else {
            let body = named.or_else(|| self.body_in_focus(phrase, at));
            if let Some(body) = body {
                self.cast.all[body].learn(&phrase.noun);
            }
            let body = body.or_else(|| self.place_in_focus(phrase, at))?;
            return Some((body, How::ThingLike));
        };
        // `Nordbank`, whom the article then calls "the bank", is nobody.
        let known = &mut self.cast.all[entity];
        if known.kind == Kind::Unknown && phrase.kind == Kind::Body {
            known.kind = Kind::Body;
        }
        let how = if score >= 2.5 {
            How::ThingNamed
        } else {
            How::ThingLike
        };
        Some((entity, how))
    }

    /// The last of whom a sentence was, if the article has not said what it is: `Zephyr` for "the company".
    fn body_in_focus(&self, phrase: &Description, at: usize) -> Option<usize> {
        let alone = phrase.complement.is_empty()
            && phrase
                .modifiers
                .iter()
                .all(|word| word.ends_with("-based") || place(word).is_some());
        // `The maker of Ostar trucks`
        let made = !phrase.complement.is_empty() && MAKERS.has(&phrase.noun);
        if !phrase.is_definite()
            || !made && !phrase.complement.is_empty()
            || !is_for_any(&phrase.noun)
        {
            return None;
        }
        if let Some(entity) = self.said_of.filter(|_| is_firm(&phrase.noun)) {
            let known = &self.cast.all[entity];
            let thing = matches!(known.kind, Kind::Body | Kind::Unknown) && known.woman == 0.0;
            if thing && known.named && may_be_called(phrase, known, false) {
                return Some(entity);
            }
        }
        let thing = |event: &&Event| {
            let known = &self.cast.all[event.entity];
            // `a television operator, Ostar. The company …`
            let told = phrase.general & known.groups != 0 && known.named;
            let subject = event.spoke || event.standing == Standing::Subject || told;
            subject && !matches!(known.kind, Kind::Person | Kind::Group | Kind::Place)
        };
        let mut subjects = self.remembered(at).filter(thing);
        let may_be = |event: &&Event| {
            // `Oban Utilities will cut jobs. The company …`
            let firm = is_firm(&phrase.noun);
            self.is_free_body(event.entity)
                && may_be_called(phrase, &self.cast.all[event.entity], firm)
        };
        if alone {
            let subject = subjects.find(may_be).map(|event| event.entity);
            let own = || self.body_of_speaker(phrase, at);
            return subject.or_else(own).or_else(|| self.body_of_all(phrase));
        }
        // `the climate justice group`, `the world's biggest clothing retailer` says something new of the last
        // subject alone.
        let ranked = || phrase.modifiers.iter().any(|word| word.ends_with("est"));
        let few = phrase.modifiers.len() <= 2 || ranked();
        let last = subjects.next().filter(|_| few)?;
        may_be(&last).then_some(last.entity)
    }

    /// Notes the body for which somebody speaks, where it has no name: `a spokesman for the interior ministry`.
    pub(super) fn note_served(&mut self, source: &Range<usize>) {
        let text = self.cast.text;
        let words = &text[source.clone()];
        let Some((_, served)) = words
            .split_once(" for the ")
            .or_else(|| words.split_once(" at the "))
        else {
            return;
        };
        let phrase = Description::read(&format!("the {served}"));
        let plain = phrase.complement.is_empty() && phrase.kind == Kind::Body;
        if !plain || phrase.modifiers.is_empty() || phrase.raw != phrase.noun {
            return;
        }
        let at = source.end - served.len();
        let known = self.thing_meant(&phrase, at).map(|found| found.0);
        let body = known.unwrap_or_else(|| self.describe(&phrase, at));
        self.note(body, at, Standing::Aside, false);
    }

    /// Whether something named may be a body, and may be meant.
    fn is_free_body(&self, entity: usize) -> bool {
        let known = &self.cast.all[entity];
        known.named
            && !self.barred.contains(&entity)
            && matches!(known.kind, Kind::Body | Kind::Unknown)
            && known.woman == 0.0
    }

    /// The body of whoever has just spoken for it: `Ida Vell, who directs the Harbour Union, said so. The group …`
    fn body_of_speaker(&self, phrase: &Description, at: usize) -> Option<usize> {
        let mut near = self.remembered(at);
        let speaker = near.find(|event| event.spoke)?.entity;
        let person = self.cast.all[speaker].may_be_person();
        person.then(|| self.body_of(speaker, phrase)).flatten()
    }

    /// The body of which the article tells by far the most.
    fn body_of_all(&self, phrase: &Description) -> Option<usize> {
        if !is_firm(&phrase.noun) {
            return None;
        }
        let fits = |entity: &usize| {
            let known = &self.cast.all[*entity];
            let body = known.kind == Kind::Body || known.speaks;
            body && self.is_free_body(*entity) && may_be_called(phrase, known, false)
        };
        let mut told: Vec<(usize, usize)> = self
            .present()
            .into_iter()
            .filter(fits)
            .map(|entity| (self.cast.all[entity].mentions, entity))
            .collect();
        told.sort_by_key(|(mentions, _)| usize::MAX - mentions);
        let (most, entity) = *told.first()?;
        let next = told.get(1).map_or(0, |next| next.0);
        (most >= 3 && most >= 2 * next).then_some(entity)
    }

    /// The only one of whom the article tells that may be one, unless a phrase stands for a name already: `A ship of Zephyr
    /// Marine sank. The company said …`
    pub(super) fn only_body(&self, phrase: &Description, found: Option<usize>) -> Option<usize> {
        let one = phrase.raw == phrase.noun;
        let plain = one && phrase.complement.is_empty() && phrase.modifiers.is_empty();
        let known = found.map(|found| &self.cast.all[found]);
        let settled = known.is_some_and(|known| known.named || known.speaks);
        let firm = is_firm(&phrase.noun) || known.is_none() && is_for_any(&phrase.noun);
        if settled || !plain || !phrase.is_definite() || !firm {
            return None;
        }
        let may_be = |entity: &usize| {
            let known = &self.cast.all[*entity];
            let nobody = known.words.len() > 1 && !known.speaks && known.role.is_none();
            (known.kind == Kind::Body || nobody || known.served)
                && self.is_free_body(*entity)
                && may_be_called(phrase, known, true)
        };
        let mut found = self.present().into_iter().filter(may_be);
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// The place that was the subject last, for "the country" and "the state".
    fn place_in_focus(&self, phrase: &Description, at: usize) -> Option<usize> {
        let places = [
            "state", "country", "city", "nation", "town", "province", "kingdom", "island",
        ];
        let bare = phrase.modifiers.is_empty() && phrase.complement.is_empty();
        if !phrase.is_definite() || !bare || !places.contains(&phrase.noun.as_str()) {
            return None;
        }
        let near = || self.remembered(at);
        let may_be = |event: &&Event| {
            let known = &self.cast.all[event.entity];
            let place = known.kind == Kind::Place
                || known.kind == Kind::Unknown && known.words.len() == 1 && known.woman == 0.0;
            let stays = place && !is_storm(&known.words);
            known.named && stays && event.standing == Standing::Subject
        };
        if let Some(subject) = near().find(may_be) {
            return Some(subject.entity);
        }
        let place = |event: &&Event| {
            let known = &self.cast.all[event.entity];
            known.kind == Kind::Place && !is_storm(&known.words)
        };
        let often = |event: &&Event| self.cast.all[event.entity].mentions;
        let whole = matches!(phrase.noun.as_str(), "state" | "country");
        let most = near().filter(place).filter(|_| whole).max_by_key(often)?;
        (self.cast.all[most.entity].mentions > 2).then_some(most.entity)
    }
}

/// Nouns for those who trade.
const FIRMS: WordList = WordList::new(&[
    "drugmaker",
    "planemaker",
    "brewer",
    "steelmaker",
    "utility",
    "platform",
    "subsidiary",
    "operator",
    "developer",
    "producer",
    "supplier",
    "contractor",
    "carrier",
    "giant",
    "conglomerate",
    "chipmaker",
    "insurer",
    "company",
    "firm",
    "bank",
    "carmaker",
    "automaker",
    "airline",
    "lender",
    "retailer",
    "manufacturer",
    "maker",
    "startup",
    "charity",
]);
/// Those who are told by what they make.
const MAKERS: WordList = WordList::new(&[
    "maker",
    "manufacturer",
    "producer",
    "operator",
    "developer",
    "supplier",
]);
/// Nouns for other bodies with names that do not say what they are.
const OTHERS: WordList = WordList::new(&[
    "ngo",
    "nonprofit",
    "non-profit",
    "club",
    "team",
    "regulator",
    "outlet",
    "site",
    "website",
    "channel",
    "station",
    "publication",
    "association",
    "federation",
    "foundation",
    "institute",
    "fund",
    "group",
    "organization",
    "organisation",
    "agency",
    "body",
    "party",
    "network",
    "watchdog",
    "newspaper",
    "broadcaster",
]);

/// Whether a noun may stand for any body, or for one with a name of its own that does not say what it is.
fn is_for_any(noun: &str) -> bool {
    FIRMS.has(noun) || OTHERS.has(noun)
}

/// Whether a noun is one for those who trade, of whom much is said that they say themselves: `Zephyr will cut jobs, the
/// company said.`
fn is_firm(noun: &str) -> bool {
    FIRMS.has(noun)
}

/// Whether a phrase may stand for a body by all that is known of it, or by the end of its name for a firm.
fn may_be_called(phrase: &Description, known: &Entity, firm: bool) -> bool {
    let last = || known.words.last().map_or("", String::as_str);
    is_untold(known) || phrase.is_like(known) || firm && is_of_firm(last())
}

/// Whether neither name nor role of a body tell what it is.
fn is_untold(known: &Entity) -> bool {
    let told = |word: &String| groups(word) != 0 || class(word).is(Class::SPEAKER);
    known.groups == 0 && !known.words.iter().any(told)
}
