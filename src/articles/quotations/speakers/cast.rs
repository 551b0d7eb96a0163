//! The cast of an article: everybody and everything that it names, with what it says of them.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::bearers::{NAMED, SURE};
use super::entity::{Entity, Kind, kind_of};
use super::forms::{
    behind_the, by_name, is_courtesy, last_word, letters, owns, shown, speaks_for, whole,
};
use super::naming::{plain, without_genitive, words, words_of};
use super::nouns::is_of_firm;
use super::places::{origins, place};
use crate::articles::acronyms;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::{Mention, Mentioned, Standing, given};
use crate::articles::quotations::phrases::is_name_particle;
use crate::text::folded;

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
/// What a company's name ends with that its initials leave out.
const COMPANY_FORMS: [&str; 10] = [
    "co",
    "company",
    "corp",
    "corporation",
    "inc",
    "ltd",
    "limited",
    "plc",
    "llc",
    "group",
];
/// Ranks that belong to a name of one word.
const STYLES: [&str; 11] = [
    "Pope",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Emperor",
    "Lord",
    "Lady",
    "Baroness",
    "Viscount",
    "Crown Prince",
];

/// All entities of an article, found by the words of their names.
pub(super) struct Cast<'t> {
    pub text: &'t str,
    pub all: Vec<Entity>,
    pub by_word: HashMap<String, Vec<usize>, FixedState>,
    pub by_name: HashMap<String, usize, FixedState>,
    pub shorts: HashMap<String, String, FixedState>,
    initials: HashMap<String, usize, FixedState>,
    /// How the last words of longer names begin, each with its bearer, for the first that are named.
    pub surnames: Vec<([u8; SURE], usize)>,
    /// What has been learned of whom beside their names.
    told: HashSet<(usize, &'t str), FixedState>,
}

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
        let words = words_of(name.split_whitespace().inspect(|_| length += 1));
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

impl<'t> Cast<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let shorts = acronyms(text)
            .into_iter()
            .map(|found| {
                (
                    text[found.short.clone()].to_owned(),
                    folded(whole(text, &found.long, &found.short)),
                )
            })
            .collect();
        Self {
            text,
            all: Vec::new(),
            by_word: HashMap::default(),
            by_name: HashMap::default(),
            shorts,
            initials: HashMap::default(),
            surnames: Vec::new(),
            told: HashSet::default(),
        }
    }

    /// Meets all who are named; gives each mention its entity.
    pub(super) fn meet(&mut self, mentions: &[Mention]) -> Vec<Option<usize>> {
        let mut who = vec![None; mentions.len()];
        let mut names = Names::default();
        let is_name = |mention: &Mention| matches!(mention.kind, Mentioned::Name | Mentioned::Body);
        let met: Vec<(usize, usize)> = mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| is_name(mention))
            .map(|(at, mention)| (at, names.number(&self.text[mention.span.clone()])))
            .collect();
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
        for (at, name) in met {
            let mention = &mentions[at];
            let single = who[at].is_none();
            let paired = single
                .then(|| self.first_of_two(mentions, at, &who))
                .flatten();
            let entity = who[at].or(paired);
            let name = &names.all[name];
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
                entity.words = own.to_vec();
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
        } else if mention.place || place(&self.text[mention.span.clone()]).is_some() {
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

    /// The ministry of the country that stands before the name, if another's has the same: `Germany's Foreign Ministry`.
    fn of_country(&self, mention: &Mention, own: &[String], known: usize) -> Option<usize> {
        let Some(owner) = self.country(mention, own) else {
            return Some(known);
        };
        let plain = shown(&self.text[mention.span.clone()]);
        let name = format!("{owner} {plain}");
        let other = &self.all[known].name;
        if *other == plain || *other == name {
            return Some(known);
        }
        let ministries = self.by_word.get(own.last()?)?;
        ministries
            .iter()
            .take(BEARERS)
            .copied()
            .find(|one| self.all[*one].name == name)
    }

    /// The only company whose name begins with two words or more: `Baltic Harbour` for Baltic Harbour Services Ltd.
    fn company_called(&self, own: &[String]) -> Option<usize> {
        let bearers = self.by_word.get(own.first()?).filter(|_| own.len() > 1)?;
        let body = |word: &str| class(word).is(Class::SPEAKER);
        let barred = given(&own[0]).is_some()
            || is_form(&own[own.len() - 1])
            || own.iter().any(|word| body(word))
            || place(&own.join(" ")).is_some();
        if barred {
            return None;
        }
        let begins = |number: &usize| {
            let known = &self.all[*number];
            let longer = known.words.len() > own.len() && known.words.starts_with(own);
            // `Legal Aid` for the Legal Aid Society
            let bodily = |last: &String| {
                known.kind == Kind::Body && known.words.len() == own.len() + 1 && body(last)
            };
            let last = known.words.last().filter(|_| longer);
            last.is_some_and(|last| is_form(last) || bodily(last)) || is_cut(own, known)
        };
        let mut found = bearers.iter().take(BEARERS).copied().filter(begins);
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// Notes the first letters of a body's name, of a company's without its form as well: FEC, or
    /// F.E.C.; NM for the Northern Motor Co.
    fn note_initials(&mut self, number: usize, name: &str, body: bool) {
        let initial = |word: &str| word.chars().next().filter(|first| first.is_uppercase());
        let split = name.rsplit_once(' ');
        let called = split.filter(|(_, last)| is_form(&plain(last)));
        let called = called.map_or(name, |(called, _)| called);
        let company = called != name;
        if !body && !company {
            return;
        }
        for name in [(body || company).then_some(name), company.then_some(called)]
            .into_iter()
            .flatten()
        {
            let initials: String = name.split_whitespace().filter_map(initial).collect();
            // Two letters are those of two words: the University of Natal is no UN, Arden Inc no AI.
            let both = name == called && name.split_whitespace().count() == 2;
            if initials.len() >= 3 || initials.len() == 2 && both {
                self.initials.entry(initials).or_insert(number);
            }
        }
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
        // `The Nebraskan` is a description.
        if placed.is_some_and(|placed| placed.people) && behind_the(self.text, mention) {
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
        let body = mention.kind == Mentioned::Body || short && from.is_none();
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
        capitals
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

    pub(super) fn add(&mut self, mention: &Mention, own: Vec<String>, kind: Kind) -> usize {
        let number = self.all.len();
        self.index(number, &own);
        if matches!(kind, Kind::Body | Kind::Unknown) {
            let name = &self.text[mention.span.clone()];
            self.note_initials(number, name, kind == Kind::Body);
        }
        let name = self.with_country(mention, &own);
        let mut from = Vec::new();
        if owns(&name) {
            origins(&name, &mut from);
        }
        self.all.push(Entity {
            name,
            words: own,
            kind,
            named: true,
            origins: from,
            first: mention.span.start,
            ..Entity::default()
        });
        number
    }

    /// A name, for a ministry with the country before it: `Lutonia's Health Ministry`.
    fn with_country(&self, mention: &Mention, own: &[String]) -> String {
        let name = shown(&self.text[mention.span.clone()]);
        match self.country(mention, own) {
            Some(owner) => format!("{owner} {name}"),
            None => name,
        }
    }

    /// The country before the name of a ministry, as a possessor.
    fn country(&self, mention: &Mention, own: &[String]) -> Option<&str> {
        if !is_ministry(own) || own.len() < 2 || mention.kind != Mentioned::Body {
            return None;
        }
        let owner = last_word(self.text[..mention.span.start].trim_end());
        let country = without_genitive(owner);
        (country.len() < owner.len() && place(country).is_some()).then_some(owner)
    }

    /// An entity that the article only describes.
    pub(super) fn describe(&mut self, entity: Entity) -> usize {
        self.all.push(entity);
        self.all.len() - 1
    }

    pub(super) fn index(&mut self, number: usize, own: &[String]) {
        self.by_name.insert(own.join(" "), number);
        if let Some(called) = without_form(own) {
            self.by_name.entry(called.join(" ")).or_insert(number);
        }
        let surname = own.last().filter(|_| own.len() > 1 && number < NAMED);
        if let Some(begins) = surname.and_then(|last| last.as_bytes().first_chunk()) {
            self.surnames.push((*begins, number));
        }
        for word in own {
            self.index_by(word, number);
            if word.contains('-') {
                word.split('-')
                    .for_each(|piece| self.index_by(piece, number));
            }
        }
    }

    fn index_by(&mut self, key: &str, number: usize) {
        if is_name_particle(key) {
            return;
        }
        let bearers = self.by_word.entry_ref(key).or_default();
        if bearers.last() != Some(&number) {
            bearers.push(number);
        }
    }

    /// Takes what stands beside a name of so many words.
    fn hear(&mut self, number: usize, mention: &Mention, length: usize) {
        let text = self.text;
        let entity = &mut self.all[number];
        entity.last = Some(mention.span.start);
        entity.mentions += usize::from(mention.depth == 0);
        let name = &text[mention.span.clone()];
        let single = mention.depth == 0 && length == 1;
        if mention.depth == 0 {
            entity.longest = entity.longest.max(length);
        }
        let title = mention.title.as_ref().map(|title| &text[title.clone()]);
        if let Some(style) = title.filter(|title| single && STYLES.contains(title)) {
            entity.style.get_or_insert_with(|| style.to_owned());
        }
        if single && entity.short.is_none() && entity.words.len() > 1 {
            let given = entity.words[0] == plain(name) && given(&entity.words[0]).is_some();
            entity.short = (!given).then(|| name.to_owned());
        }
        if mention.person && entity.kind == Kind::Unknown {
            entity.kind = Kind::Person;
        }
        if let Some(woman) = mention.woman {
            entity.woman += if woman { 4.0 } else { -4.0 };
        } else if entity.woman == 0.0 && entity.may_be_person() && entity.words.len() > 1 {
            entity.woman = by_name(&entity.words);
        }
        let told = [&mention.title, &mention.role, &mention.before];
        for role in told.into_iter().flatten() {
            let role = &text[role.clone()];
            if !is_courtesy(role) && self.told.insert((number, role)) {
                entity.learn(role);
            }
        }
        if let Some(note) = &mention.note {
            entity.note(&text[note.clone()]);
        }
        if entity.role.is_none() && entity.kind != Kind::Place {
            entity.role = mention.role.clone().map(|role| folded(&text[role]));
        }
    }
}

/// A company's name of several words without its form: `Northern Motor` for the Northern Motor Co. One that
/// begins with a given name is somebody's.
fn without_form(own: &[String]) -> Option<&[String]> {
    let (last, called) = own.split_last()?;
    let company = called.len() > 1 && is_form(last) && given(&called[0]).is_none();
    company.then_some(called)
}

/// Whether a name is that of a ministry, which several countries may have.
fn is_ministry(own: &[String]) -> bool {
    let ends = own.first().into_iter().chain(own.last());
    ends.into_iter().any(|word| word == "ministry")
}

/// Whether a name is that of a storm: `Hurricane Vera`, `Tropical Storm Hal`.
pub(super) fn is_storm(own: &[String]) -> bool {
    let first = own.iter().position(|word| word != "tropical");
    first.is_some_and(|at| {
        at + 1 < own.len()
            && matches!(
                own[at].as_str(),
                "hurricane" | "typhoon" | "cyclone" | "storm"
            )
    })
}

/// Whether a name is that of a body whose last word is cut: `Vell Tech` for Vell Technologies.
fn is_cut(own: &[String], known: &Entity) -> bool {
    let (Some((cut, first)), Some((last, others))) = (own.split_last(), known.words.split_last())
    else {
        return false;
    };
    first == others
        && !known.woman.is_normal()
        && matches!(known.kind, Kind::Body | Kind::Unknown)
        && cut.len() >= SHORTEST_CUT
        && last.len() > cut.len() + 1
        && last.starts_with(cut.as_str())
}

/// Among how many bearers of a word, the first, a company or a ministry is looked for.
const BEARERS: usize = 256;

/// How many letters are left of a word that is cut, at the least.
const SHORTEST_CUT: usize = 3;

fn is_form(word: &str) -> bool {
    COMPANY_FORMS.contains(&word)
}
