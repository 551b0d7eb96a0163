//! The stage: who has been spoken of where, so that words without a name can be understood.

use std::ops::Range;
use std::rc::Rc;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::cast::Cast;
use super::charged::{COUNSEL, DEFENDANT, has_client, is_charged};
use super::description::Description;
use super::entity::{Entity, Kind};
use super::forms::{owns, recased_words};
use super::networks::{ON_AIR, is_on_air};
use super::nominated::named_for;
use super::numbers::Numbers;
use super::places::Origin;
use crate::articles::quotations::lexicon::{Class, class_in_small};
use crate::articles::quotations::names::{Mention, Mentioned, Standing};
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::pieces;

/// How many of the last events are looked at.
pub(super) const MEMORY: usize = 40;
/// How many events of a sentence are looked at for its first subject.
const IN_SENTENCE: usize = 12;
/// How many who share a word of their roles are looked at.
const SHARING: usize = 24;

/// How many words may tell what somebody is.
const LONGEST_TRADE: usize = 5;

/// Words that open a clause before the main one.
const CLAUSES: [&str; 14] = [
    "When", "While", "Because", "Although", "Though", "If", "Unless", "Once", "Whereas", "Where",
    "Whenever", "Asked", "Since", "As",
];

/// Somebody being spoken of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub entity: usize,
    pub at: usize,
    pub sentence: usize,
    pub paragraph: usize,
    pub standing: Standing,
    /// Whether as the speaker of a quotation.
    pub spoke: bool,
    /// Whether as the subject of a clause within a sentence that has its subject before.
    pub second: bool,
}

/// All that is known at a place of the text.
pub(super) struct Stage<'t> {
    pub cast: Cast<'t>,
    pub mentions: Vec<Mention>,
    /// The entity of each mention.
    pub who: Vec<Option<usize>>,
    pub events: Vec<Event>,
    /// Roles, each with the entity of which it is told, by place.
    pub told: Vec<(Range<usize>, usize)>,
    /// Who is named within what the source in question says, and can't be meant by it.
    pub barred: Vec<usize>,
    /// With whose name it begins.
    pub said_of: Option<usize>,
    /// Who wrote the article, as the byline has it.
    byline: Option<&'t str>,
    pub sentences: Vec<usize>,
    paragraphs: Vec<usize>,
    by_role: HashMap<String, Numbers, FixedState>,
    by_origin: Vec<(Origin, Numbers)>,
    /// What the narration describes somebody by, each phrase read once.
    descriptions: HashMap<&'t str, Rc<Description>, FixedState>,
}

/// Whether somebody holds the same office elsewhere: `her Sudlandic counterpart, Hal Orr,`.
fn is_counterpart(text: &str, mention: &Mention) -> bool {
    let told = [&mention.title, &mention.role, &mention.before];
    told.into_iter()
        .flatten()
        .any(|role| text[role.clone()].contains("counterpart"))
}

/// The noun of the body whose somebody is, before their title: `the bank's chair Ida Vell`.
fn owner_before<'t>(text: &'t str, mention: &Mention) -> Option<&'t str> {
    let title = mention.title.as_ref()?;
    let before = text[..title.start].strip_suffix(' ')?;
    let owner = before
        .strip_suffix("'s")
        .or_else(|| before.strip_suffix("’s"))?;
    let noun = owner.rsplit(' ').next()?;
    let body = class_in_small(noun).is(Class::BODY);
    (body && noun.starts_with(char::is_lowercase)).then_some(noun)
}

/// The words of a title that are those of an office, whatever the country.
fn office_of(title: &str) -> String {
    let words = title.split(' ').filter(|word| {
        let word = class_in_small(word);
        word.is(Class::TITLE.or(Class::PERSON))
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Adds the paragraphs in which nobody is mentioned to the sentences in which somebody is.
fn add_unmentioned(sentences: &mut Vec<usize>, paragraphs: &[usize]) {
    let ends = paragraphs.iter().skip(1).copied().chain([usize::MAX]);
    let empty = |&(start, end): &(usize, usize)| {
        let next = sentences.partition_point(|sentence| *sentence < start);
        sentences.get(next).is_none_or(|next| *next >= end)
    };
    let own = paragraphs.iter().copied().zip(ends).filter(empty);
    let own: Vec<usize> = own.map(|(start, _)| start).collect();
    sentences.extend(own);
    sentences.sort_unstable();
}

impl<'t> Stage<'t> {
    pub(super) fn new(text: &'t str, zones: &[Zone], mentions: Vec<Mention>) -> Self {
        let mut cast = Cast::new(text);
        let who = cast.meet(&mentions);
        let mut told = Vec::new();
        let mut last_title: Option<&str> = None;
        for (mention, entity) in mentions.iter().zip(&who) {
            if let Some(entity) = *entity
                && cast.all[entity].may_be_person()
            {
                if is_charged(text, &mention.span) {
                    cast.all[entity].learn(DEFENDANT);
                }
                if is_on_air(text, mention) {
                    cast.all[entity].learn(ON_AIR);
                }
                if let Some(body) = owner_before(text, mention) {
                    cast.all[entity].take_role(body);
                }
                if let Some(role) = named_for(text, mention.begin()) {
                    cast.all[entity].learn(role);
                }
                if has_client(text, &mention.span) {
                    cast.all[entity].learn(COUNSEL);
                }
            }
            if let (Some(entity), Some(title)) = (
                *entity,
                last_title.take_if(|_| is_counterpart(text, mention)),
            ) {
                cast.all[entity].learn(&office_of(title));
            }
            // `Ida Vell, Norland's foreign minister, and her counterpart`
            let office = [&mention.title, &mention.role, &mention.before];
            if let Some(office) = office.into_iter().flatten().next()
                && !is_counterpart(text, mention)
            {
                last_title = Some(&text[office.clone()]);
            }
            if let Some(entity) = *entity {
                let roles = [&mention.role, &mention.before].into_iter().flatten();
                told.extend(roles.map(|role| (role.clone(), entity)));
            }
        }
        told.sort_by_key(|(role, _)| (role.start, role.end));
        let mut sentences: Vec<usize> = mentions
            .iter()
            .filter(|mention| mention.depth == 0)
            .map(|mention| mention.sentence)
            .collect();
        sentences.sort_unstable();
        sentences.dedup();
        let paragraphs: Vec<usize> = zones
            .iter()
            .filter(|zone| matches!(zone.kind, ZoneKind::Paragraph | ZoneKind::Heading))
            .map(|zone| zone.span.start)
            .collect();
        add_unmentioned(&mut sentences, &paragraphs);
        let mut stage = Self {
            cast,
            events: Vec::with_capacity(mentions.len()),
            mentions,
            who,
            told,
            barred: Vec::new(),
            said_of: None,
            byline: zones
                .iter()
                .find(|zone| zone.kind == ZoneKind::Byline)
                .map(|zone| &text[zone.span.clone()]),
            sentences,
            paragraphs,
            by_role: HashMap::default(),
            by_origin: Vec::new(),
            descriptions: HashMap::default(),
        };
        for entity in 0..stage.cast.all.len() {
            stage.index(entity);
        }
        stage
    }

    /// Makes an entity findable by the words of its roles.
    pub(super) fn index(&mut self, number: usize) {
        let entity = &self.cast.all[number];
        for word in &entity.roles {
            self.by_role.entry_ref(word).or_default().push(number);
        }
        for origin in &entity.origins {
            match self.by_origin.iter_mut().find(|(known, _)| known == origin) {
                Some((_, from)) => from.push(number),
                None => self.by_origin.push((*origin, Numbers::One(number))),
            }
        }
    }

    /// The description that stands at a place of the text.
    pub(super) fn description(&mut self, span: Range<usize>) -> Rc<Description> {
        let phrase = &self.cast.text[span];
        let known = self.descriptions.entry(phrase);
        Rc::clone(known.or_insert_with(|| Rc::new(Description::read(phrase))))
    }

    /// A new entity that is only described.
    pub(super) fn describe(&mut self, description: &Description, at: usize) -> usize {
        let mut entity = Entity {
            name: description.shown().to_owned(),
            kind: description.kind,
            words: super::naming::words(&description.bare),
            woman: description
                .woman
                .map_or(0.0, |woman| if woman { 3.0 } else { -3.0 }),
            first: at,
            // `Norland's mayor` is as definite as "the mayor".
            definite: description.is_definite() || owns(&description.text),
            ..Entity::default()
        };
        if !matches!(entity.kind, Kind::Document | Kind::Body) {
            entity.learn(&description.bare);
        }
        let number = self.cast.describe(entity);
        self.index(number);
        number
    }

    /// Learns what the words behind somebody say that they are: `She is a retired teacher`, `Vell works as a nurse`.
    pub(super) fn learn_behind(&mut self, entity: usize, at: usize) {
        const BEING: [&str; 8] = [
            " is a ",
            " is an ",
            " was a ",
            " was an ",
            " works as a ",
            " works as an ",
            " worked as a ",
            " became a ",
        ];
        let rest = &self.cast.text[at..];
        // Most words behind a name begin otherwise.
        if !matches!(rest.as_bytes(), [b' ', b'i' | b'w' | b'b', ..]) {
            return;
        }
        let told = BEING.iter().find_map(|being| rest.strip_prefix(being));
        let Some(told) = told.filter(|_| self.cast.all[entity].may_be_person()) else {
            return;
        };
        let words = pieces(told).take(LONGEST_TRADE);
        let mut trade = String::new();
        for word in words {
            let bare = word.trim_end_matches(|mark: char| !mark.is_alphanumeric());
            let small = bare.starts_with(char::is_lowercase);
            if !small || matches!(bare, "who" | "and" | "in" | "at" | "for" | "of" | "with") {
                break;
            }
            trade.push_str(bare);
            trade.push(' ');
            if bare.len() < word.len() {
                break;
            }
        }
        let description = Description::read(&format!("a {}", trade.trim_end()));
        if description.kind == Kind::Person && description.raw == description.noun {
            self.cast.all[entity].learn(trade.trim_end());
            self.index(entity);
        }
    }

    /// The one who says "I" in the narration, where the article has one author.
    pub(super) fn author(&mut self) -> Option<usize> {
        let line = self.byline?;
        let name = line
            .strip_prefix("By ")
            .or_else(|| line.strip_prefix("by "))?;
        let name = name.split([',', '\n']).next()?.trim();
        let capitals = name
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase));
        if !capitals || !name.contains(' ') {
            return None;
        }
        let name = recased_words(name);
        let own = super::naming::words(&name);
        if let Some(known) = self.cast.in_full(&own, false) {
            return Some(known);
        }
        let number = self.cast.describe(Entity {
            name,
            kind: Kind::Person,
            named: true,
            ..Entity::default()
        });
        self.cast.index(number, &own);
        self.cast.all[number].call(own);
        Some(number)
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        self.sentences.partition_point(|start| *start <= at)
    }

    pub(super) fn paragraph(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= at)
    }

    /// Whether a paragraph begins at a place.
    pub(super) fn begins_paragraph(&self, at: usize) -> bool {
        self.paragraphs.binary_search(&at).is_ok()
    }

    /// Notes that somebody is spoken of.
    pub(super) fn note(&mut self, entity: usize, at: usize, standing: Standing, spoke: bool) {
        self.note_up_to(entity, at..at, standing, spoke);
    }

    /// Notes that somebody speaks, up to a place of the last paragraph of what they say.
    pub(super) fn note_up_to(
        &mut self,
        entity: usize,
        said: Range<usize>,
        standing: Standing,
        spoke: bool,
    ) {
        let at = said.start;
        let event = Event {
            entity,
            at,
            sentence: self.sentence(at),
            paragraph: self.paragraph(said.end),
            standing,
            spoke,
            second: false,
        };
        let fronted = self.demote_fronted(&event);
        let second = !fronted && self.is_second_subject(&event);
        // Whoever says what another says is found before that other, and named behind it.
        let later = self.events.iter().rev().take(IN_SENTENCE);
        let later = later.take_while(|one| one.at > at).count();
        let place = self.events.len() - later;
        self.events.insert(place, Event { second, ..event });
        let known = &mut self.cast.all[entity];
        known.last = Some(at);
        known.speaks |= spoke;
    }

    /// Makes subjects of a clause that comes before the main one, in whose subject it ends, second: `When Ida Vell left, Hal
    /// Orr stayed. He`.
    fn demote_fronted(&mut self, event: &Event) -> bool {
        if event.standing != Standing::Subject || event.spoke {
            return false;
        }
        let Some(&start) = event
            .sentence
            .checked_sub(1)
            .and_then(|at| self.sentences.get(at))
        else {
            return false;
        };
        let text = self.cast.text;
        let words = text.get(start..event.at).unwrap_or_default();
        let mut first = pieces(words);
        let opens = [first.next(), first.next()].map(Option::unwrap_or_default);
        let two = matches!(
            opens,
            ["Now" | "Given", "that"]
                | ["By", "the"]
                | ["Even", "though"]
                | ["Only", "when"]
                | ["Every", "time"]
                | ["The", "day" | "moment"]
        );
        let fronted = two || CLAUSES.contains(&opens[0]);
        if !fronted {
            return false;
        }
        let mut found = false;
        for one in self.events.iter_mut().rev().take(IN_SENTENCE) {
            if one.sentence != event.sentence {
                break;
            }
            let apart = text
                .get(one.at..event.at)
                .is_some_and(|words| words.contains(", "));
            if apart
                && one.standing == Standing::Subject
                && one.entity != event.entity
                && !one.spoke
            {
                one.second = true;
                found = true;
            }
        }
        found
    }

    /// Whether the sentence has a subject before, of a clause in which this one stands.
    fn is_second_subject(&self, event: &Event) -> bool {
        if event.standing != Standing::Subject || event.spoke {
            return false;
        }
        let before = self.events.iter().rev().take(IN_SENTENCE);
        let same = before.take_while(|one| one.sentence == event.sentence);
        let first = same
            .filter(|one| one.standing == Standing::Subject && one.entity != event.entity)
            .last();
        let between = first.and_then(|first| self.cast.text.get(first.at..event.at));
        between.is_some_and(|words| {
            let mut last = words.split_whitespace().rev().take(4);
            !last.any(|word| matches!(word, "and" | "but" | "while" | "whereas"))
        })
    }

    /// The last events, the latest first.
    pub(super) fn recent(&self) -> impl Iterator<Item = &Event> {
        let from = self.events.len().saturating_sub(MEMORY);
        self.events[from..].iter().rev()
    }

    /// Those spoken of of late, the latest first, each once.
    pub(super) fn present(&self) -> Vec<usize> {
        let mut present = Vec::with_capacity(MEMORY);
        // Most are told from those before by one bit.
        let mut bits: u64 = 0;
        for event in self.recent() {
            let bit = 1 << (event.entity % 64);
            if bits & bit == 0 || !present.contains(&event.entity) {
                bits |= bit;
                present.push(event.entity);
            }
        }
        present
    }

    /// Those of whom the article says one of these words, the latest first.
    pub(super) fn sharing(&self, words: &[String], origins: &[Origin]) -> Vec<usize> {
        let mut found = Vec::new();
        let by_word = words.iter().filter_map(|word| self.by_role.get(word));
        let from = self
            .by_origin
            .iter()
            .filter(|(origin, _)| origins.contains(origin));
        for list in by_word.chain(from.map(|(_, list)| list)) {
            found.extend(list.iter().rev().take(SHARING).copied());
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// How many mentions begin before a place.
    pub(super) fn mentions_before(&self, at: usize) -> usize {
        self.mentions
            .partition_point(|mention| mention.span.start < at)
    }

    /// The mentions that begin within a range.
    pub(super) fn mentions_in(&self, range: &Range<usize>) -> Range<usize> {
        let from = self
            .mentions
            .partition_point(|mention| mention.span.start < range.start);
        let to = self
            .mentions
            .partition_point(|mention| mention.span.start < range.end);
        from..to.max(from)
    }

    /// Whether somebody is named, or meant by a pronoun, within a range.
    pub(super) fn names_in(&self, range: &Range<usize>) -> bool {
        self.mentions_in(range)
            .any(|number| self.mentions[number].kind == Mentioned::Name)
    }

    /// The first person who is named within a range.
    pub(super) fn person_named_in(&self, range: &Range<usize>) -> Option<usize> {
        // `asked Vell's spokesman`
        let named = |number: &usize| {
            let mention = &self.mentions[*number];
            let rest = &self.cast.text[mention.span.end..];
            let owner = rest.starts_with("'s") || rest.starts_with("’s");
            mention.kind == Mentioned::Name && !owner
        };
        let mut named = self.mentions_in(range).filter(named);
        let person = |who: &usize| self.cast.all[*who].may_be_person();
        named.find_map(|number| self.who[number].filter(person))
    }

    /// The person who is named right at a place.
    pub(super) fn named_at(&self, at: usize) -> Option<usize> {
        let next = self.mentions_before(at);
        let mention = self.mentions.get(next)?;
        let named = mention.kind == Mentioned::Name && mention.begin() == at;
        self.who[next].filter(|who| named && self.cast.all[*who].may_be_person())
    }

    /// Whether a description is one that stands beside a name: `the mayor, Ida Vell`, `Ida Vell, who works as a nurse`.
    pub(super) fn is_told(&self, span: &Range<usize>) -> bool {
        let beside = self
            .told
            .binary_search_by_key(&span.start, |(role, _)| role.start);
        beside.is_ok()
            || self.cast.text[..span.start].ends_with(" as ") && self.told_of(span).is_some()
    }

    /// `Prime Minister Vell's office` is not the prime minister.
    fn owns(&self, rest: Range<usize>) -> bool {
        owns(self.cast.text.get(rest).unwrap_or_default())
    }

    /// Of whom the words at a place are told beside the name.
    pub(super) fn told_of(&self, span: &Range<usize>) -> Option<usize> {
        let end = self
            .told
            .partition_point(|(role, _)| role.start <= span.start);
        self.told[..end]
            .iter()
            .rev()
            .take(4)
            .find(|(role, _)| {
                span.start < role.end && span.end <= role.end
                    || role.start == span.start && !self.owns(role.end..span.end)
            })
            .map(|(_, entity)| *entity)
    }
}
