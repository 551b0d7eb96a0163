//! How names are met: each leads to somebody or something met before under it, or to a new entity.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::cast::{Cast, is_of_land, is_storm};
use super::companies::without_form;
use super::entity::{Entity, Kind, kind_of};
use super::forms::{behind_the, letters, shown, speaks_for};
use super::ministries::is_ministry;
use super::naming::{plain, words, words_of};
use super::nouns::is_of_firm;
use super::places::place;
use super::surnamed::Surnamed;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::{Mention, Mentioned, Standing, given};
use crate::text::pieces;

/// Nouns for bodies that are names by themselves.
const OWN_NAMES: [&str; 8] = [
    "congress",
    "parliament",
    "senate",
    "treasury",
    "kremlin",
    "pentagon",
    "house",
    "police",
];

/// What is known of a name by itself.
struct Name {
    /// Its words, as `words` has them.
    words: Vec<String>,
    /// How many words it is written with.
    length: usize,
    /// Who was met by it first, and has its words; of ministries those of several countries have one name.
    bearer: Option<usize>,
    /// Whether it is the subject of a sentence somewhere, and stands elsewhere than at the beginning of one.
    subject: bool,
    inside: bool,
}

impl Name {
    fn read(name: &str) -> Self {
        let mut length = 0;
        let words = words_of(pieces(name).inspect(|_| length += 1));
        Self {
            words,
            length,
            bearer: None,
            subject: false,
            inside: false,
        }
    }

    /// Notes where it stands.
    fn note(&mut self, mention: &Mention) {
        if mention.kind == Mentioned::Name && mention.depth == 0 {
            self.subject |= mention.standing == Standing::Subject;
            self.inside |= mention.span.start != mention.sentence;
        }
    }

    /// Whether a name of one word is that of somebody or something, though nothing else is told of it: it is a
    /// subject, and not only the beginning of a sentence gives it the capital.
    fn tells(&self, name: &str) -> bool {
        self.length == 1 && self.subject && self.inside && name.len() >= 3 && {
            let listed = Class::SPEAKER.or(Class::TITLE).or(Class::TIME);
            !class(&plain(name)).is(listed)
        }
    }
}

/// The names of an article, each read once.
#[derive(Default)]
struct Names<'t> {
    numbers: HashMap<&'t str, usize, FixedState>,
    all: Vec<Name>,
}

impl<'t> Names<'t> {
    fn number(&mut self, name: &'t str) -> usize {
        *self.numbers.entry(name).or_insert_with(|| {
            self.all.push(Name::read(name));
            self.all.len() - 1
        })
    }
}

/// Whether a name is that of a news agency.
fn is_agency(name: &str) -> bool {
    matches!(
        name,
        "Reuters" | "Bloomberg" | "Xinhua" | "Interfax" | "Kyodo" | "Yonhap"
    )
}

/// Whether a name is that of what people pay or are paid, of which none speaks.
fn is_scheme(name: &str) -> bool {
    matches!(
        name,
        "National Insurance"
            | "Social Security"
            | "Universal Credit"
            | "Income Tax"
            | "Council Tax"
            | "Child Benefit"
            | "Value Added Tax"
            | "Medicare"
            | "Medicaid"
            | "Brexit"
    )
}

impl Cast<'_> {
    /// Meets all who are named; gives each mention its entity.
    pub(super) fn meet(&mut self, mentions: &[Mention]) -> Vec<Option<usize>> {
        let mut who = vec![None; mentions.len()];
        let mut names = Names::default();
        let text = self.text;
        let is_name = |mention: &Mention| {
            matches!(mention.kind, Mentioned::Name | Mentioned::Body)
                && !is_scheme(&text[mention.span.clone()])
        };
        let met: Vec<(usize, usize)> = mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| is_name(mention))
            .map(|(at, mention)| (at, names.number(&self.text[mention.span.clone()])))
            .collect();
        let described = |mention: &&Mention| mention.kind == Mentioned::Description;
        let n_described = mentions.iter().filter(described).count();
        self.all.reserve(names.all.len() + n_described);
        self.by_word.reserve(names.all.len());
        self.by_name.reserve(names.all.len());
        for (at, name) in &met {
            let name = &mut names.all[*name];
            if name.length > 1 {
                who[*at] = self.meet_in_full(&mentions[*at], name);
            }
        }
        for (at, name) in &met {
            names.all[*name].note(&mentions[*at]);
        }
        self.note_given_names(&names);
        let mut surnamed = Surnamed::default();
        for (at, name) in met {
            let mention = &mentions[at];
            let single = who[at].is_none();
            let paired = single
                .then(|| self.first_of_two(mentions, at, &who))
                .flatten();
            let name = &names.all[name];
            let alone = (single && paired.is_none())
                .then(|| surnamed.bearer(self, mention, &name.words))
                .flatten();
            let entity = who[at].or(paired).or(alone);
            let entity = entity.or_else(|| self.meet_again(mention, name));
            if let Some(entity) = entity {
                who[at] = Some(entity);
                self.hear(entity, mention, name.length);
            }
        }
        for entity in &mut self.all {
            entity.last = None;
        }
        who
    }

    /// Notes whom the article calls by their given name alone, as it does to tell them from a parent.
    fn note_given_names(&mut self, names: &Names<'_>) {
        let shared = |entity: &Entity| {
            let [_, .., last] = entity.words.as_slice() else {
                return false;
            };
            entity.may_be_person() && self.bearers(last).nth(1).is_some()
        };
        let several: Vec<usize> = (0..self.all.len())
            .filter(|one| shared(&self.all[*one]))
            .collect();
        if several.is_empty() {
            return;
        }
        let alone = names.all.iter().filter(|name| name.length == 1);
        let alone: HashSet<&String, FixedState> =
            alone.filter_map(|name| name.words.first()).collect();
        for one in several {
            let first = self.all[one].words.first();
            self.all[one].by_given = first.is_some_and(|first| alone.contains(first));
        }
    }

    /// A name of several words.
    fn meet_in_full(&mut self, mention: &Mention, name: &mut Name) -> Option<usize> {
        let own = name.words.as_slice();
        let from = place(&self.text[mention.span.clone()]);
        if from.is_some_and(|from| from.people) && mention.title.is_none() {
            return None;
        }
        if name.bearer.is_some() || own.len() < 2 {
            return name.bearer;
        }
        let body = mention.kind == Mentioned::Body;
        let known = self.in_full(own, body);
        let called = || self.by_name.get(&without_form(own)?.join(" ")).copied();
        let known = known.or_else(called).or_else(|| self.company_called(own));
        let known = known.and_then(|known| self.of_country(mention, own, known));
        if let Some(known) = known {
            let entity = &mut self.all[known];
            let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
            let longer = own.len() > entity.words.len()
                || own.len() == entity.words.len() && letters(own) > letters(&entity.words);
            // `Donal J. Trask (@realTrask)`, who is Donal Trask in the article
            let handle = self.text[mention.span.end..].starts_with(" (@");
            if longer && !handle {
                entity.name = shown(&self.text[mention.span.clone()]);
                entity.call(own.to_vec());
                self.index(known, own);
            }
            return Some(known);
        }
        let kind = if body {
            Kind::Body
        } else if is_storm(own) {
            Kind::Place
        } else if mention.person || given(&own[0]).is_some() && !mention.place {
            Kind::Person
        } else if mention.place
            || is_of_land(own)
            || place(&self.text[mention.span.clone()]).is_some()
        {
            Kind::Place
        } else if is_of_firm(&own[own.len() - 1]) {
            Kind::Body
        } else {
            Kind::Unknown
        };
        if is_ministry(own) {
            return Some(self.add(mention, own.to_vec(), kind));
        }
        name.bearer = Some(self.add(mention, std::mem::take(&mut name.words), kind));
        name.bearer
    }

    /// A name of one word: that of somebody named in full, or a new one.
    fn meet_again(&mut self, mention: &Mention, called: &Name) -> Option<usize> {
        let own = called.words.as_slice();
        let name = &self.text[mention.span.clone()];
        let long = self.shorts.get(name);
        // `the SHO` is a station house officer.
        let office = |long: &String| kind_of(&plain(long.rsplit(' ').next().unwrap_or(long)));
        if long.is_some_and(|long| office(long) == Kind::Person) && behind_the(self.text, mention) {
            return None;
        }
        if let Some(long) = long.map(|long| words(long)) {
            let known = self.in_full(&long, true);
            return known.or_else(|| Some(self.add_long(mention, long)));
        }
        // `US` is no United Smelters.
        let known = self.initials.get(&*letters(name)).copied();
        if known.is_some() && place(name).is_none() {
            return known;
        }
        let word = own.first()?;
        if mention.kind == Mentioned::Body
            && !OWN_NAMES.contains(&word.as_str())
            && behind_the(self.text, mention)
            && let Some(known) = self.body_called(word, mention.span.start)
        {
            return Some(known);
        }
        let hint = mention.woman;
        let known = self.namesake(word, mention.span.start, hint);
        if let Some(known) = known.filter(|known| !self.is_within_longer(name, *known)) {
            return self.kin_of(known, mention).or(Some(known));
        }
        let placed = place(name);
        // `The Nebraskan` is a description, and so is `an Italian climber`.
        if placed.is_some_and(|placed| placed.people) && mention.title.is_none() {
            return None;
        }
        let from = placed.filter(|placed| !placed.people);
        if placed.is_none()
            && mention.kind == Mentioned::Name
            && class(word) == Class::default()
            && let Some(known) = self.misspelt(word, name)
        {
            return Some(known);
        }
        // `Committee chairman John Denham`
        let common = mention.kind == Mentioned::Body
            && mention.span.start == mention.sentence
            && class(word).is(Class::BODY)
            && name.chars().skip(1).all(char::is_lowercase)
            && !OWN_NAMES.contains(&word.as_str());
        if common {
            return None;
        }
        let short = name.len() >= 2 && name.chars().all(|mark| mark.is_uppercase() || mark == '.');
        let body = mention.kind == Mentioned::Body || short && from.is_none() || is_agency(name);
        let kind = if body || from.is_none() && speaks_for(&self.text[..mention.span.start]) {
            Kind::Body
        } else if mention.person && from.is_none() {
            Kind::Person
        } else if from.is_some() || mention.place {
            Kind::Place
        } else if called.tells(name) {
            Kind::Unknown
        } else {
            return None;
        };
        Some(self.add(mention, own.to_vec(), kind))
    }

    /// Whether a name in capitals only begins that of something else: NATO is no `NATO Western military alliance`.
    fn is_within_longer(&self, name: &str, known: usize) -> bool {
        let known = &self.all[known];
        let capitals = name.len() >= 2 && name.chars().all(char::is_uppercase);
        // `Reuters` is no `Reuters Television`.
        let agency = matches!(
            name,
            "Reuters" | "Bloomberg" | "Xinhua" | "Interfax" | "Kyodo"
        ) && !known.words.iter().any(|word| word == "agency");
        (capitals || agency)
            && known.kind != Kind::Person
            && known.words.len() > 1
            && known.name.starts_with(name)
            && !known.words.last().is_some_and(|last| is_of_firm(last))
    }

    fn add_long(&mut self, mention: &Mention, long: Vec<String>) -> usize {
        let number = self.add(mention, long, Kind::Body);
        let short = &self.text[mention.span.clone()];
        self.all[number].name.clone_from(&self.shorts[short]);
        number
    }
}
