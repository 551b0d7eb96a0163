//! Two as one speaker: `both experts`, `the two ministers`, `the couple`, `Fontaine and Santoso`.

use std::ops::Range;

use super::description::{Description, Opening};
use super::entity::{Entity, Kind};
use super::places::is_place;
use super::stage::{Event, Stage};
use crate::articles::quotations::lexicon::{Class, class, class_in_small};
use crate::articles::quotations::names::{Mentioned, is_field};
use crate::articles::quotations::phrases::is_name_particle;
use crate::text::{folded, in_small};

/// Within how many paragraphs two must have been spoken of.
pub(super) const NEAR: usize = 3;
/// Within how many paragraphs a couple must have been.
const NEAR_COUPLE: usize = 8;
/// Words by which the role of one tells a marriage, and a common descent.
const MARRIED: [&str; 7] = [
    "wife", "husband", "spouse", "partner", "fiance", "fiancee", "bride",
];
/// Nouns for those who are named behind somebody: `Vell and his wife, Oona,`.
const BESIDE: [&str; 11] = [
    "counterpart",
    " wife",
    " husband",
    " brother",
    " sister",
    " son",
    " daughter",
    " mother",
    " father",
    " deputy",
    " colleague",
];
const SIBLINGS: [&str; 5] = ["brother", "sister", "twin", "sibling", "half-brother"];

/// What a phrase for two says of them.
#[derive(Clone, Debug)]
pub(super) enum Pair {
    /// Nothing: `both`, `the two`, `the pair`.
    Bare,
    /// What each of them is: `both experts`, `the two ministers`.
    Each(Box<Description>),
    /// `the couple`
    Couple,
    /// `the brothers`
    Siblings,
}

impl Pair {
    /// Reads a phrase; nothing if it is not one for two people.
    pub(super) fn read(phrase: &Description) -> Option<Self> {
        let counted = phrase.modifiers.first().is_some_and(|word| word == "two");
        let definite = phrase.opening == Opening::Definite;
        let both = phrase.opening == Opening::Both;
        if !definite && !both || !phrase.complement.is_empty() {
            return None;
        }
        match phrase.noun.as_str() {
            "both" | "two" | "pair" | "duo" => Some(Self::Bare),
            "couple" | "spouse" => Some(Self::Couple),
            noun if phrase.raw != phrase.noun && SIBLINGS.contains(&noun) => Some(Self::Siblings),
            "man" | "woman" if counted || both => Some(Self::each(phrase)),
            _ if (counted || both) && class(&phrase.raw).is(Class::PERSON) => {
                Some(Self::each(phrase))
            }
            _ => None,
        }
    }

    fn each(phrase: &Description) -> Self {
        let words = phrase.modifiers.iter().filter(|word| *word != "two");
        let words: Vec<&str> = words.map(String::as_str).collect();
        let before = if words.is_empty() {
            String::new()
        } else {
            format!("{} ", words.join(" "))
        };
        Self::Each(Box::new(Description::read(&format!(
            "the {before}{}",
            phrase.noun
        ))))
    }

    pub(super) fn is_bare(&self) -> bool {
        matches!(self, Self::Bare)
    }
}

/// Names in a source without the article before the first.
fn bare_names(words: &str) -> &str {
    let bare = ["The ", "the "]
        .iter()
        .find_map(|the| words.strip_prefix(the));
    bare.unwrap_or(words)
}

impl Stage<'_> {
    /// The two whom a phrase stands for.
    pub(super) fn two_meant(&mut self, pair: &Pair, at: usize) -> Option<usize> {
        if !matches!(pair, Pair::Each(_))
            && let Some(known) = self.joint_lately(at)
        {
            return Some(known);
        }
        let two = match pair {
            Pair::Bare => self
                .last_two(at, |known| is_person(known).then_some(1.0))
                .or_else(|| {
                    self.last_two(at, |known| {
                        (known.kind == Kind::Body && known.named).then_some(0.0)
                    })
                })?,
            Pair::Each(one) if self.two_listed(one, at).is_some() => {
                return self.two_listed(one, at);
            }
            Pair::Each(one) => self.last_two(at, |known| {
                let fit = one.fits_person(known).filter(|_| is_person(known));
                fit.filter(|fit| *fit > -1.6)
            })?,
            Pair::Couple => match self.couple(at) {
                Some(two) => two,
                None => return self.two_together(at),
            },
            Pair::Siblings => self.siblings(at)?,
        };
        Some(self.together(&two, at))
    }

    /// Two people who were spoken of as one of late.
    fn two_together(&self, at: usize) -> Option<usize> {
        let lately = self.lately(at, NEAR);
        let mut groups = lately.into_iter().map(|event| event.entity);
        groups.find(|group| self.cast.all[*group].people == 2)
    }

    /// Two who have spoken as one of late.
    fn joint_lately(&self, at: usize) -> Option<usize> {
        let lately = self.lately(at, NEAR);
        let mut groups = lately.into_iter();
        let joint = |event: &Event| {
            let known = &self.cast.all[event.entity];
            let each = || known.name.split(" and ");
            let named = |part: &str| part.starts_with(char::is_uppercase);
            known.kind == Kind::Group && known.speaks && each().count() == 2 && each().all(named)
        };
        groups.find(joint).map(|event| event.entity)
    }

    /// Those spoken of in the last paragraphs, each with the last event, the latest first.
    pub(super) fn lately(&self, at: usize, paragraphs: usize) -> Vec<Event> {
        let here = self.paragraph(at);
        let mut found: Vec<Event> = Vec::new();
        for event in self.recent().filter(|event| event.at < at) {
            if here.saturating_sub(event.paragraph) > paragraphs {
                break;
            }
            if !found.iter().any(|known| known.entity == event.entity) {
                found.push(*event);
            }
        }
        found
    }

    /// The last two who fit well, else the last two who may fit, in the order of the text.
    fn last_two(&self, at: usize, fits: impl Fn(&Entity) -> Option<f32>) -> Option<[usize; 2]> {
        let lately = self.lately(at, NEAR);
        let fitting: Vec<(Event, f32)> = lately
            .into_iter()
            .filter_map(|event| Some((event, fits(&self.cast.all[event.entity])?)))
            .collect();
        let well: Vec<Event> = fitting
            .iter()
            .filter(|(_, fit)| *fit >= 1.0)
            .map(|(event, _)| *event)
            .collect();
        let any: Vec<Event> = fitting.iter().map(|(event, _)| *event).collect();
        let from = if well.len() >= 2 { well } else { any };
        let [one, other, ..] = from.as_slice() else {
            return None;
        };
        let order = |event: &Event| {
            let first = self.cast.all[event.entity].first;
            if one.sentence == other.sentence {
                event.at
            } else {
                first
            }
        };
        let (first, second) = if order(one) < order(other) {
            (one, other)
        } else {
            (other, one)
        };
        Some([first.entity, second.entity])
    }

    /// Two of whom one is told to be the wife or the husband of the other, or who share a surname.
    fn couple(&self, at: usize) -> Option<[usize; 2]> {
        let people = self.people_lately(at);
        let spouse = people.iter().copied().find(|one| {
            let known = &self.cast.all[*one];
            MARRIED.iter().any(|word| known.has_role(word))
        });
        let Some(spouse) = spouse else {
            return self.relatives(&people);
        };
        let before = |one: &&usize| self.cast.all[**one].first < self.cast.all[spouse].first;
        let others = people.iter().filter(|one| **one != spouse);
        let named_alike = others.clone().find(|one| self.share_surname(**one, spouse));
        let other = named_alike.or_else(|| {
            others
                .filter(before)
                .max_by_key(|one| self.cast.all[**one].first)
        })?;
        Some(self.in_order([*other, spouse]))
    }

    fn siblings(&self, at: usize) -> Option<[usize; 2]> {
        let people = self.people_lately(at);
        self.relatives(&people).or_else(|| {
            let sibling = people.iter().copied().find(|one| {
                let known = &self.cast.all[*one];
                SIBLINGS.iter().any(|word| known.has_role(word))
            })?;
            let other = people.iter().copied().find(|one| *one != sibling)?;
            Some(self.in_order([other, sibling]))
        })
    }

    /// Two in the order in which the article names them.
    fn in_order(&self, mut two: [usize; 2]) -> [usize; 2] {
        two.sort_by_key(|one| self.cast.all[*one].first);
        two
    }

    fn people_lately(&self, at: usize) -> Vec<usize> {
        let lately = self.lately(at, NEAR_COUPLE);
        let people = lately.into_iter().map(|event| event.entity);
        people
            .filter(|entity| is_person(&self.cast.all[*entity]))
            .take(8)
            .collect()
    }

    /// The last two who share a surname.
    fn relatives(&self, people: &[usize]) -> Option<[usize; 2]> {
        people.iter().enumerate().find_map(|(number, one)| {
            let rest = people[number + 1..].iter();
            let other = rest
                .copied()
                .find(|other| self.share_surname(*one, *other))?;
            Some(self.in_order([*one, other]))
        })
    }

    fn share_surname(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.cast.all[one].words, &self.cast.all[other].words);
        one.len() > 1 && other.len() > 1 && one.last() == other.last()
    }

    /// Several people as one speaker.
    pub(super) fn together(&mut self, people: &[usize], at: usize) -> usize {
        let names: Vec<&str> = people
            .iter()
            .map(|one| self.cast.all[*one].name.as_str())
            .collect();
        let shared = match people {
            [one, other] => self.cast.name_of_two(*one, *other),
            _ => None,
        };
        let name = shared.unwrap_or_else(|| match names.as_slice() {
            [before @ .., last] if before.len() > 1 => format!("{} and {last}", before.join(", ")),
            _ => names.join(" and "),
        });
        let same = |entity: &&usize| {
            let known = &self.cast.all[**entity];
            known.kind == Kind::Group && known.name == name
        };
        let known = self.present().iter().find(same).copied();
        known.unwrap_or_else(|| self.new_joint(name, people, at))
    }

    pub(super) fn new_group(&mut self, name: String, at: usize) -> usize {
        let mut group = Description::read(&name);
        group.kind = Kind::Group;
        let number = self.describe(&group, at);
        self.cast.all[number].name = name;
        number
    }

    /// Those of whom nothing but their names is known, and whom a source names together: `Norolje and Brack`.
    pub(super) fn all_named(&mut self, source: &Range<usize>) -> Option<usize> {
        let text = self.cast.text;
        let words = folded(&text[source.clone()]);
        let words = bare_names(&words);
        let (before, last) = words.rsplit_once(" and ")?;
        let last = last.strip_prefix("the ").unwrap_or(last);
        let each: Vec<&str> = before
            .trim_end_matches(',')
            .split(", ")
            .chain([last])
            .collect();
        let name = |one: &&str| {
            let mut own = one.split(' ');
            own.all(|word| word.starts_with(char::is_uppercase)) && one.len() > 1
        };
        let mentions = self.mentions_in(source);
        let across = mentions.clone().any(|number| {
            text.get(self.mentions[number].span.clone())
                .is_some_and(|name| name.contains(" and ") || name.contains(','))
        });
        let many = each.len() == mentions.len();
        // `Harris` is no `Harris Action Plan`.
        let known = mentions.clone().all(|number| {
            let name = &text[self.mentions[number].span.clone()];
            let known = self.who[number].map(|who| &self.cast.all[who]);
            known.is_some_and(|known| {
                let whole = known.words.len() <= name.split(' ').count();
                whole || known.may_be_person() || name.chars().all(char::is_uppercase)
            })
        });
        // `Investment, Trade and Industry Minister Ida Vell`
        let office = each.iter().rev().skip(1).all(|one| is_field(one));
        if is_place(words) || office || across || !each.iter().all(name) || !many || !known {
            return None;
        }
        let own: Vec<usize> = mentions.filter_map(|number| self.who[number]).collect();
        Some(self.together(&own, source.start))
    }

    /// Those whom a source names together: `Fontaine and Santoso`, `the White House and the Justice Department`.
    pub(super) fn joint(&mut self, source: &Range<usize>) -> Option<usize> {
        let text = self.cast.text;
        let and = source.start + text[source.clone()].find(" and ")? + " and ".len();
        // `Bank of Trade and Industry`
        let across = |number: usize| {
            let span = &self.mentions[number].span;
            span.start < and && span.end > and
        };
        if self.mentions_in(source).any(across) {
            return None;
        }
        let mut people = self.people_in(source);
        let before = text[source.start..and].trim_end_matches(" and ");
        if before.split(", ").all(is_field) {
            return None;
        }
        // `Vell and his counterpart, Nikos Pappas,`
        let beside = BESIDE
            .iter()
            .any(|noun| text[source.clone()].ends_with(noun));
        if people.len() == 1 && beside {
            people.extend(self.told_of(&(and..source.end)));
        }
        // `He and Senator Hal Orr`
        let woman = match &*in_small(&text[source.start..and]) {
            "he and " => Some(false),
            "she and " => Some(true),
            _ => None,
        };
        if let (Some(woman), [other]) = (woman, people.as_slice())
            && let Some((one, _)) = self.person(woman, source.start, None)
            && one != *other
        {
            let both = [one, *other];
            return Some(self.together(&both, source.start));
        }
        if let Some(people) = self.list_in(source) {
            return Some(self.together(&people, source.start));
        }
        if let Some(group) = self.with_their_own(&people, source, and) {
            return Some(self.as_one(group, source.start));
        }
        let person = |entity: &usize| self.cast.all[*entity].kind == Kind::Person;
        let each = match people.as_slice() {
            [one, other] => one != other,
            [one, other, third] => one != other && other != third && one != third,
            _ => false,
        };
        let only = beside
            || text[source.clone()]
                .split(['.', ','])
                .flat_map(str::split_whitespace)
                .all(|word| {
                    word == "and" || word.starts_with(char::is_uppercase) || is_name_particle(word)
                });
        if each && only && people.iter().any(person) {
            return Some(self.together(&people, source.start));
        }
        self.joint_places(source)
            .or_else(|| self.joint_places(&behind_kind(text, source)?))
            .or_else(|| self.joint_bodies(source, and))
    }

    /// The name of one and those who are told of as theirs, or counted: `Vell and her legal team`, `Vell and about a dozen
    /// allies`.
    fn with_their_own(
        &self,
        people: &[usize],
        source: &Range<usize>,
        and: usize,
    ) -> Option<String> {
        let [one] = people else {
            return None;
        };
        let others = folded(&self.cast.text[and..source.end]);
        let first = self.cast.text[source.clone()].split(' ').next()?;
        if class_in_small(first).is(Class::DETERMINER) {
            return None;
        }
        let (owner, own) = others.split_once(' ')?;
        let some = Class::NUMBER.or(Class::DETERMINER);
        let counted = || others.split(' ').take(3).any(|word| class(word).is(some));
        let last = own.rsplit(' ').next();
        let fits = is_bodily(own) || last.is_some_and(|last| matches!(last, "others" | "people"));
        let told = matches!(owner, "his" | "her" | "their" | "other" | "fellow") || counted();
        (fits && told).then(|| format!("{} and {others}", self.cast.all[*one].name))
    }

    /// Two bodies as one speaker, without the articles before them.
    fn joint_bodies(&mut self, source: &Range<usize>, and: usize) -> Option<usize> {
        let text = self.cast.text;
        let (first, second) = (
            folded(&text[source.start..and - " and ".len()]),
            folded(&text[and..source.end]),
        );
        let first = bare(
            first
                .strip_prefix("Both ")
                .or(first.strip_prefix("both "))
                .unwrap_or(&first),
        );
        let second_bare = bare(&second);
        let opened = second_bare.len() < second.len() || first.starts_with(char::is_uppercase);
        let capital = second.starts_with(char::is_uppercase) || second_bare.len() < second.len();
        if !opened || !capital || !is_bodily(first) && !is_bodily(second_bare) {
            return None;
        }
        Some(self.as_one(format!("{first} and {second_bare}"), source.start))
    }

    /// The group of a name, known or new.
    pub(super) fn as_one(&mut self, name: String, at: usize) -> usize {
        let known = self.present();
        let known = known.iter().find(|one| self.cast.all[**one].name == name);
        let known = known.copied();
        known.unwrap_or_else(|| self.new_group(name, at))
    }

    /// The people whom a source names, at most four.
    pub(super) fn people_in(&self, source: &Range<usize>) -> Vec<usize> {
        self.mentions_in(source)
            .filter(|number| self.mentions[*number].kind == Mentioned::Name)
            .filter_map(|number| self.who[number])
            .filter(|entity| self.cast.all[*entity].may_be_person())
            .take(4)
            .collect()
    }
}

/// The names behind what several are: `NATO members Norland and Pellia`.
fn behind_kind(text: &str, source: &Range<usize>) -> Option<Range<usize>> {
    let first = text[source.clone()].split(" and ").next()?;
    let kind = first.rmatch_indices(' ').find_map(|(at, _)| {
        let noun = first[..at].rsplit(' ').next()?;
        let many = noun.starts_with(char::is_lowercase) && noun.ends_with('s');
        let told = class(noun).is(Class::PERSON.or(Class::BODY).or(Class::SPEAKER));
        (many && told || matches!(noun, "countries" | "states")).then_some(at)
    })?;
    Some(source.start + kind + 1..source.end)
}

/// A phrase without its article.
pub(super) fn bare(phrase: &str) -> &str {
    let articles = ["the ", "The ", "a ", "A ", "an ", "An "];
    articles
        .iter()
        .find_map(|article| phrase.strip_prefix(article))
        .unwrap_or(phrase)
}

fn is_person(known: &Entity) -> bool {
    known.named && (known.kind == Kind::Person || known.kind == Kind::Unknown && known.speaks)
}

/// Whether a phrase ends with a noun for a body or for several people: `the port`, `legal team`, `miners`.
fn is_bodily(phrase: &str) -> bool {
    phrase.split(' ').next_back().is_some_and(|last| {
        let of = class_in_small(last);
        of.is(Class::BODY) || of.is(Class::PERSON) && last.ends_with('s')
    })
}
