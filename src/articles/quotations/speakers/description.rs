//! Descriptions: phrases that tell somebody by what they are, and whom they may stand for.

use super::entity::{Entity, Kind, kind_of};
use super::naming::plain;
use super::nouns::{general, singular};
use super::places::{Origin, place, place_at};
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::gender;
use crate::text::{folded, in_small};

/// What a phrase begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Definite,
    Indefinite,
    Possessive,
    Both,
    None,
}

/// A noun phrase without a name.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// The phrase as it stands.
    pub text: String,
    pub opening: Opening,
    /// The possessive pronoun that it begins with.
    pub owner: Option<String>,
    /// The words before the noun, in small letters.
    pub modifiers: Vec<String>,
    pub origins: Vec<Origin>,
    /// The noun as it stands, in small letters.
    pub raw: String,
    /// The noun, single, in small letters.
    pub noun: String,
    /// The groups for which the noun may stand.
    general: u64,
    /// The words that matter behind "of", "for", "from".
    pub complement: Vec<String>,
    pub kind: Kind,
    /// The words without article.
    pub bare: String,
}

const OF: [&str; 10] = [
    "of", "for", "from", "in", "at", "on", "to", "with", "who", "close",
];

impl Description {
    pub(super) fn read(phrase: &str) -> Self {
        let text = folded(phrase);
        let pieces: Vec<&str> = text.split(' ').collect();
        let first = in_small(pieces[0]);
        let opening = match first.as_ref() {
            "the" | "this" | "that" | "these" | "those" => Opening::Definite,
            "a" | "an" | "one" | "another" | "some" | "several" | "many" | "two" | "three"
            | "four" | "five" | "other" | "most" => Opening::Indefinite,
            "both" => Opening::Both,
            "his" | "her" | "its" | "their" | "my" | "our" | "your" => Opening::Possessive,
            _ => Opening::None,
        };
        let skip = usize::from(!matches!(opening, Opening::None));
        let end = (1..pieces.len())
            .find(|at| OF.contains(&pieces[*at]))
            .unwrap_or(pieces.len());
        let last = end.max(1) - 1;
        let speaks = |at: &usize| class(&plain(pieces[*at])).is(Class::SPEAKER);
        // `a person familiar with the inquiry`
        let earlier = (skip..last)
            .rev()
            .find(speaks)
            .filter(|_| !speaks(&last) && end < pieces.len());
        let noun_at = earlier.unwrap_or(last);
        let raw = plain(pieces[noun_at]);
        let noun = singular(&raw).into_owned();
        let modifiers: Vec<String> = if skip < noun_at {
            pieces[skip..noun_at]
                .iter()
                .map(|piece| plain(owned(piece)).into_owned())
                .collect()
        } else {
            Vec::new()
        };
        let mut known = Vec::new();
        for at in skip.min(noun_at)..=noun_at {
            if !pieces[at].starts_with(char::is_uppercase) {
                continue;
            }
            let next = pieces.get(at + 1).map(|next| owned(next));
            if let Some((placed, _)) = place_at(owned(pieces[at]), next)
                && !known.contains(&placed.origin)
            {
                known.push(placed.origin);
            }
        }
        let complement = pieces.get(end + 1..).unwrap_or_default();
        let complement = complement
            .iter()
            .map(|piece| singular(&plain(owned(piece))).into_owned())
            .filter(|word| word.len() > 2 && !matches!(word.as_str(), "the" | "and" | "for"))
            .collect();
        let bare = if matches!(opening, Opening::Definite | Opening::Possessive)
            || matches!(first.as_ref(), "a" | "an")
        {
            pieces[1..].join(" ")
        } else {
            text.clone()
        };
        let bare = bare
            .strip_prefix("own ")
            .map_or(bare.clone(), str::to_owned);
        let mut kind = kind_of(&raw);
        let many = matches!(
            first.as_ref(),
            "two" | "three" | "four" | "five" | "several" | "many"
        );
        if many && matches!(kind, Kind::Unknown | Kind::Person) {
            kind = Kind::Group;
        }
        let aged = noun.ends_with("-year-old");
        if kind == Kind::Unknown && (aged || is_people(pieces[noun_at], &raw)) {
            kind = Kind::Person;
        }
        Self {
            owner: (opening == Opening::Possessive).then(|| first.into_owned()),
            complement,
            origins: known,
            opening,
            modifiers,
            general: general(&noun),
            raw: raw.clone().into_owned(),
            noun,
            kind,
            bare,
            text,
        }
    }

    /// Whether the phrase points back at somebody told of before.
    pub(super) fn is_definite(&self) -> bool {
        self.opening == Opening::Definite
    }

    /// A woman or a man, where the noun tells.
    pub(super) fn woman(&self) -> Option<bool> {
        gender(&self.noun)
    }

    /// How well it fits an entity that is a person; nothing if it can't be meant.
    pub(super) fn fits_person(&self, entity: &Entity) -> Option<f32> {
        let mut score = self.fits_noun(entity)?;
        if let Some(woman) = self.woman() {
            let against = (entity.woman > 0.0) != woman && entity.woman.abs() >= 2.0;
            if against {
                return None;
            }
        }
        let told = !entity.roles.is_empty();
        for word in &self.modifiers {
            if place(word).is_some() || word.len() < 2 {
                continue;
            }
            let single = singular(word);
            if entity.has_role(&single) {
                score += 1.0;
            } else if entity.roles.iter().any(|role| alike(role, &single)) {
                score += 2.0;
            } else if told && entity.groups != 0 && !is_epithet(word) {
                score -= 0.7;
            }
        }
        for origin in &self.origins {
            if entity.origins.contains(origin) {
                score += 2.5;
            } else if !entity.origins.is_empty() {
                score -= 2.5;
            } else {
                score -= 0.3;
            }
        }
        Some(score + self.fits_complement(entity))
    }

    fn fits_noun(&self, entity: &Entity) -> Option<f32> {
        if let Some(age) = self.noun.strip_suffix("-year-old") {
            return match &entity.age {
                Some(told) if told == age => Some(4.0),
                Some(_) => None,
                None if entity.roles.contains(&self.noun) => Some(4.0),
                None => Some(0.0),
            };
        }
        if entity.roles.contains(&self.noun) {
            return Some(3.0);
        }
        let parties = [
            "republican",
            "democrat",
            "independent",
            "liberal",
            "conservative",
        ];
        if parties.contains(&self.noun.as_str()) {
            let other = entity
                .roles
                .iter()
                .any(|role| parties.contains(&role.as_str()));
            return (!other).then_some(0.0);
        }
        if self.is_origin() {
            return Some(0.0);
        }
        if self.general & entity.groups != 0 {
            return Some(1.5);
        }
        let epithet = self.modifiers.iter().any(|word| is_epithet(word));
        let free =
            entity.roles.is_empty() || epithet || matches!(self.noun.as_str(), "man" | "woman");
        // An office needs nobody before it; another noun says something new of somebody known.
        let office = OFFICES.contains(&self.noun.as_str()) || self.noun.ends_with("-general");
        Some(match free {
            true => 0.0,
            false if office && (entity.groups != 0 || self.origins.is_empty()) => -1.5,
            // Nothing is known that would make the noun unlikely.
            false if entity.groups == 0 => -0.3,
            false => -0.8,
        })
    }

    /// `the Spaniard`: the noun itself says where somebody comes from.
    fn is_origin(&self) -> bool {
        !self.origins.is_empty()
            && self.modifiers.len() < self.origins.len() + usize::from(self.modifiers.is_empty())
            && !class(&self.noun).is(Class::SPEAKER)
    }

    fn fits_complement(&self, entity: &Entity) -> f32 {
        // `the mother of three`
        let counts = |word: &String| class(word).is(Class::NUMBER);
        if self.complement.is_empty() || self.complement.iter().all(counts) {
            return 0.0;
        }
        let known = |word: &String| entity.roles.contains(word) || entity.words.contains(word);
        let right = self.complement.iter().filter(|word| known(word)).count();
        let epithet = self.modifiers.iter().any(|word| is_epithet(word));
        if right * 2 >= self.complement.len() {
            2.0
        } else if epithet && entity.groups == 0 {
            // `the former secretary of state` may tell something new.
            -0.5
        } else {
            -3.0
        }
    }

    /// How well it fits a body, a document or a group.
    pub(super) fn fits_thing(&self, entity: &Entity) -> Option<f32> {
        let document = self.kind == Kind::Document;
        if document != (entity.kind == Kind::Document) {
            return None;
        }
        // `the letters` are more than one letter.
        if self.raw != self.noun && !entity.named && !entity.words.contains(&self.raw) {
            return None;
        }
        let own = |word: &str| {
            let mut words = entity.words.iter();
            words.any(|one| one == word || singular(one) == word)
        };
        let noun = if own(&self.noun) {
            3.0
        } else if entity.roles.contains(&self.noun) {
            2.0
        } else if (matches!(entity.kind, Kind::Body | Kind::Document)
            || entity.kind == Kind::Unknown && entity.named)
            && self.general != 0
            && self.general & groups_of(entity) != 0
        {
            1.5
        } else {
            return None;
        };
        let mut score = noun;
        for word in &self.modifiers {
            let single = singular(word);
            let known = own(word) || own(&single) || entity.has_role(&single);
            score += match known {
                true => 1.0,
                false if word.ends_with("-based") => 0.3,
                false => -1.2,
            };
        }
        Some(score + self.fits_complement(entity))
    }
}

/// The groups to which name and roles assign a body.
fn groups_of(entity: &Entity) -> u64 {
    let words = entity.words.iter().map(|word| super::nouns::groups(word));
    words.fold(entity.groups, |all, one| all | one)
}

/// Nouns of which one may be known to all.
const OFFICES: &[&str] = &[
    "president",
    "minister",
    "premier",
    "chancellor",
    "governor",
    "mayor",
    "king",
    "queen",
    "pope",
    "speaker",
    "chief",
    "head",
    "director",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ambassador",
    "commissioner",
    "chairman",
    "chairwoman",
    "secretary",
    "judge",
    "prosecutor",
    "attorney",
];

/// Words that tell something new of somebody already known.
fn is_epithet(word: &str) -> bool {
    matches!(
        word,
        "former"
            | "retired"
            | "veteran"
            | "ex"
            | "onetime"
            | "one-time"
            | "longtime"
            | "long-time"
            | "then"
    ) || word.ends_with("-based")
        || word.ends_with("-born")
        || word.ends_with("-backed")
        || word.ends_with("-year-old")
        || word.ends_with("-term")
        || word.ends_with("-old")
}

fn is_people(piece: &str, noun: &str) -> bool {
    piece.starts_with(char::is_uppercase)
        && (place(noun).is_some_and(|placed| placed.people)
            || matches!(noun, "republican" | "democrat" | "liberal"))
}

fn owned(piece: &str) -> &str {
    let piece =
        piece.trim_end_matches(|mark: char| matches!(mark, ',' | ')' | '.') && piece.len() > 5);
    let bare = piece
        .strip_suffix("'s")
        .or_else(|| piece.strip_suffix("’s"));
    bare.unwrap_or(piece).trim_end_matches(['\'', '’'])
}

/// Whether a word of a role and one of a description are forms of the name of one place.
fn alike(one: &str, other: &str) -> bool {
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let endings = ["ian", "ese", "ish", "an", "i", "kh", "ch", "k", "sh"];
    endings.iter().any(|ending| other.ends_with(ending))
        && !class(other).is(Class::SPEAKER)
        && common >= 4
        && common * 2 > one.chars().count().min(other.chars().count())
        && common + 4 >= one.chars().count()
}
