//! The cast of an article: everybody and everything that it names, with what it says of them.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::bearers::{NAMED, SURE};
use super::companies::without_form;
use super::entity::{Entity, Kind};
use super::forms::{by_name, is_courtesy, owns, whole};
use super::naming::plain;
use super::numbers::Numbers;
use super::places::origins;
use crate::articles::acronyms;
use crate::articles::quotations::names::{Mention, given};
use crate::articles::quotations::phrases::is_name_particle;
use crate::articles::quotations::word_list::WordList;
use crate::text::folded;

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
    pub by_word: HashMap<String, Numbers, FixedState>,
    pub by_name: HashMap<String, usize, FixedState>,
    pub shorts: HashMap<String, String, FixedState>,
    pub initials: HashMap<String, usize, FixedState>,
    /// How the last words of longer names begin, each with its bearer, for the first that are named.
    pub surnames: Vec<([u8; SURE], usize)>,
    /// What has been learned of whom beside their names.
    told: HashSet<(usize, &'t str), FixedState>,
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

    pub(super) fn add(&mut self, mention: &Mention, own: Vec<String>, kind: Kind) -> usize {
        let number = self.all.len();
        self.index(number, &own);
        // `Du Ruoyi` is Du.
        if let [first, last] = own.as_slice()
            && is_name_particle(first)
            && !is_name_particle(last)
            && self.text[mention.span.clone()].starts_with(char::is_uppercase)
        {
            self.by_word
                .entry_ref(first.as_str())
                .or_default()
                .push(number);
        }
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
    pub(super) fn hear(&mut self, number: usize, mention: &Mention, length: usize) {
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
        // `His Majesty King Harald`, `former minister Lord Marsh`
        let last = title.and_then(|title| title.rsplit(' ').next());
        let style = title.filter(|title| STYLES.contains(title)).or(last);
        if let Some(style) = style.filter(|style| single && STYLES.contains(style)) {
            entity.style.get_or_insert_with(|| style.to_owned());
        }
        if single && entity.short.is_none() && entity.words.len() > 1 {
            let given = entity.words[0] == plain(name) && given(&entity.words[0]).is_some();
            entity.short = (!given).then(|| name.to_owned());
        }
        if mention.person && entity.kind == Kind::Unknown {
            entity.kind = Kind::Person;
        }
        // Women are called spokesmen too: `Anna Vell, a spokesman for the railway`.
        let named_woman = |words: &[String]| words.len() > 1 && by_name(words) > 1.0;
        let told = mention
            .woman
            .filter(|woman| *woman || mention.title.is_some() || !named_woman(&entity.words));
        if let Some(woman) = told {
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

/// Whether a name is that of a part of the land or the sea: `Fujian Province`, `the Lomar Strait`.
pub(super) fn is_of_land(own: &[String]) -> bool {
    const LANDS: WordList = WordList::new(&[
        "province",
        "prefecture",
        "governorate",
        "oblast",
        "peninsula",
        "island",
        "islands",
        "sea",
        "ocean",
        "strait",
        "river",
        "basin",
        "desert",
    ]);
    matches!(own, [_, .., last] if LANDS.has(last))
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
