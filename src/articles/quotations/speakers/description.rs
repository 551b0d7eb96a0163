//! Descriptions: phrases that tell somebody by what they are, and whom they may stand for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::RangeInclusive;

use super::entity::{Entity, Kind, kind_of};
use super::naming::plain;
use super::nouns::{Groups, general, is_for_people, singular};
use super::places::{Origin, place, place_at};
use crate::articles::quotations::lexicon::{Class, class, class_in_small};
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
    pub general: Groups,
    /// The words that matter behind "of", "for", "from".
    pub complement: Vec<String>,
    pub kind: Kind,
    /// The words without article.
    pub bare: String,
    /// Whether a word tells whose it is: `Ostar's boss`.
    pub owned: bool,
    /// Whether the noun, or the two last words, say where somebody is from: `the Spaniard`, `the South African`.
    pub of_people: bool,
    /// A woman or a man, where the noun tells.
    pub woman: Option<bool>,
    /// The name that is shown of one who is only described, once it is asked for.
    pub shown: OnceCell<String>,
}

const OF: [&str; 11] = [
    "of", "for", "from", "in", "at", "on", "to", "with", "who", "close", "by",
];

/// Whether a phrase is about something of somebody whose title and name stand before it.
fn is_of_named(pieces: &[&str]) -> bool {
    let Some(([title @ .., owner], noun)) = pieces.split_last().map(|(noun, rest)| (rest, noun))
    else {
        return false;
    };
    let large =
        |word: &&str| word.starts_with(char::is_uppercase) || matches!(*word, "of" | "for" | "the");
    let owns = owner.ends_with("'s") || owner.ends_with("’s");
    owns && noun.starts_with(char::is_lowercase)
        && owner.starts_with(char::is_uppercase)
        && title.iter().all(large)
        && title
            .first()
            .is_some_and(|first| class_in_small(first).is(Class::TITLE))
}

impl Description {
    pub(super) fn read(phrase: &str) -> Self {
        let text = folded(phrase);
        let pieces: Vec<&str> = text.split(' ').collect();
        let first = in_small(pieces[0]);
        let opening = opening(&first);
        let skip = usize::from(!matches!(opening, Opening::None));
        let end = (1..pieces.len())
            .find(|at| OF.contains(&pieces[*at]))
            .unwrap_or(pieces.len());
        // `Department of Education data`, `Secretary of State Ida Vell's office`
        let whole = end < pieces.len() && (is_of_body(&pieces[end..]) || is_of_named(&pieces));
        let end = if whole { pieces.len() } else { end };
        let last = end.max(1) - 1;
        let speaks = |at: &usize| class(&plain(pieces[*at])).is(Class::SPEAKER);
        // `a person familiar with the inquiry`
        let earlier = (end < pieces.len() && !speaks(&last))
            .then(|| (skip..last).rev().find(speaks))
            .flatten();
        let noun_at = earlier.unwrap_or(last);
        let raw = plain(pieces[noun_at]);
        let tank = noun_at > skip
            && matches!(raw.as_ref(), "tank" | "tanks")
            && plain(pieces[noun_at - 1]) == "think";
        let (noun_at, raw) = if tank {
            (noun_at - 1, Cow::Owned(format!("think-{raw}")))
        } else {
            (noun_at, raw)
        };
        // `the ex-president`
        let past = raw.strip_prefix("ex-").map(str::to_owned);
        let is_past = past.is_some();
        let raw = past.map_or(raw, Cow::Owned);
        // `the mother-of-two`
        let joined = raw.bytes().any(|byte| byte == b'-');
        let raw = match joined.then(|| raw.find("-of-")).flatten() {
            Some(of) => Cow::Owned(raw[..of].to_owned()),
            None => raw,
        };
        let noun = singular(&raw).into_owned();
        let of_state = (noun == "head").then(|| headed(&pieces, end)).flatten();
        let noun = of_state.as_ref().map_or(noun, |of| format!("head-of-{of}"));
        let mut modifiers: Vec<String> = pieces
            .get(skip..noun_at)
            .unwrap_or_default()
            .iter()
            .map(|piece| plain(owned(piece)).into_owned())
            // `the local authority` is that of a county or a district.
            .filter(|word| noun != "authority" || word != "local")
            .collect();
        if is_past {
            modifiers.push("former".to_owned());
        }
        let mut known = origins(&pieces, skip.min(noun_at)..=noun_at);
        let complement = pieces.get(end + 1..).unwrap_or_default();
        let of_place = pieces.get(end).and_then(|of| place_of(of, complement));
        known.extend(of_place.filter(|origin| !known.contains(origin)));
        let complement = if of_place.is_some() || of_state.is_some() {
            &[]
        } else {
            complement
        };
        let complement = complement
            .iter()
            .map(|piece| singular(&plain(owned(piece))).into_owned())
            .filter(|word| word.len() > 2 && !matches!(word.as_str(), "the" | "and" | "for"))
            .collect();
        let bare = without_article(&text, opening, &first, pieces[0].len());
        let mut kind = kind_of(&raw);
        let many = matches!(
            first.as_ref(),
            "two" | "three" | "four" | "five" | "several" | "many"
        );
        if many && matches!(kind, Kind::Unknown | Kind::Person) {
            kind = Kind::Group;
        }
        let aged = noun.ends_with("-year-old");
        let of_people = is_of_people(&pieces[skip.min(noun_at)..=noun_at], &raw);
        if kind == Kind::Unknown
            && (aged
                || of_people
                || is_party(pieces[noun_at], &raw)
                || is_for_people(&noun) && raw == noun)
        {
            kind = Kind::Person;
        }
        Self {
            owned: pieces.iter().rev().skip(1).any(|piece| is_owner(piece)),
            owner: (opening == Opening::Possessive).then(|| first.into_owned()),
            complement,
            of_people,
            origins: known,
            opening,
            modifiers,
            general: general(&noun),
            woman: gender(&noun),
            shown: OnceCell::new(),
            raw: raw.into_owned(),
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

    /// `the other official`, `the second official`, who is not the one told of before.
    pub(super) fn is_another(&self) -> bool {
        let other =
            |first: &String| matches!(first.as_str(), "other" | "second" | "third" | "fourth");
        self.is_definite() && self.modifiers.first().is_some_and(other)
    }

    /// Whether the police are meant, who are no police radio.
    pub(super) fn is_police_beside(&self, entity: &Entity) -> bool {
        self.noun == "police" && entity.words.last().is_none_or(|last| last != "police")
    }
}

/// What somebody is the head of behind a noun, if that makes the office: `the Head of State`, `the head of the
/// government`, but not `the head of state television`.
fn headed<'t>(pieces: &[&'t str], of: usize) -> Option<Cow<'t, str>> {
    let what = of + 1 + usize::from(pieces.get(of + 1) == Some(&"the"));
    let state = pieces.get(what).map(|state| in_small(state))?;
    let whole = pieces
        .get(what + 1)
        .is_none_or(|behind| OF.contains(behind));
    (whole && matches!(state.as_ref(), "state" | "government")).then_some(state)
}

/// A phrase without its article, or whose somebody is.
fn without_article(text: &str, opening: Opening, first: &str, length: usize) -> String {
    let article =
        matches!(opening, Opening::Definite | Opening::Possessive) || matches!(first, "a" | "an");
    let bare = if article {
        &text[text.len().min(length + 1)..]
    } else {
        text
    };
    let bare = bare.strip_prefix("own ").unwrap_or(bare);
    // `those` who believe it
    let bare = if bare.is_empty() { text } else { bare };
    bare.to_owned()
}

/// What a phrase begins with, by its first word in small letters.
fn opening(first: &str) -> Opening {
    match first {
        "the" | "this" | "that" | "these" | "those" | "whose" => Opening::Definite,
        "a" | "an" | "one" | "another" | "some" | "several" | "many" | "two" | "three" | "four"
        | "five" | "other" | "most" => Opening::Indefinite,
        "both" => Opening::Both,
        "his" | "her" | "its" | "their" | "my" | "our" | "your" => Opening::Possessive,
        _ => Opening::None,
    }
}

/// The place of which somebody is, where nothing else is told of them: `the president of Norway` is Norway's.
fn place_of(of: &str, complement: &[&str]) -> Option<Origin> {
    let (first, more) = complement.split_first().filter(|_| of == "of")?;
    let next = more.first().map(|next| owned(next));
    let (placed, taken) = place_at(owned(first), next)?;
    (taken == complement.len() && !placed.people).then_some(placed.origin)
}

/// The origins of the words from one on to the noun.
fn origins(pieces: &[&str], words: RangeInclusive<usize>) -> Vec<Origin> {
    let mut known = Vec::new();
    for at in words {
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
    known
}

/// Whether words go on with the rest of a name and a document: `of Education data`.
fn is_of_body(rest: &[&str]) -> bool {
    let Some((noun, name)) = rest.split_last() else {
        return false;
    };
    let capital = |piece: &str| piece.starts_with(char::is_uppercase);
    name.len() > 1
        && name[0] == "of"
        && name[1..]
            .iter()
            .all(|piece| capital(piece) || *piece == "and")
        && !capital(noun)
        && (class(noun).is(Class::DOCUMENT)
            || class(noun).is(Class::SPEAKER.or(Class::PERSON)) && noun.ends_with('s'))
}

/// Whether the last words of a phrase say where somebody is from.
fn is_of_people(pieces: &[&str], noun: &str) -> bool {
    let people = |words: &str| place(words).is_some_and(|placed| placed.people);
    match pieces {
        [.., before, last] if last.starts_with(char::is_uppercase) => {
            people(noun) || people(&format!("{before} {last}"))
        }
        [last] if last.starts_with(char::is_uppercase) => people(noun),
        _ => false,
    }
}

/// Whether a noun is one for a member of a party.
fn is_party(piece: &str, noun: &str) -> bool {
    piece.starts_with(char::is_uppercase) && matches!(noun, "republican" | "democrat" | "liberal")
}

fn owned(piece: &str) -> &str {
    let piece =
        piece.trim_end_matches(|mark: char| matches!(mark, ',' | ')' | '.') && piece.len() > 5);
    let bare = piece
        .strip_suffix("'s")
        .or_else(|| piece.strip_suffix("’s"));
    bare.unwrap_or(piece).trim_end_matches(['\'', '’'])
}

/// Whether a word tells whose something is.
pub(super) fn is_owner(piece: &str) -> bool {
    ["'s", "’s", "s'", "s’"]
        .iter()
        .any(|end| piece.ends_with(end))
}
