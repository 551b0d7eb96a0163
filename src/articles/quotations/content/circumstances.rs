//! Phrases between a verb of saying and a clause without "that": `told reporters at the Capitol she was done`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::adverbials::adverbial;
use super::extent::{OUTLETS, is_of_day};
use super::shown::behind_occasion;

/// How many phrases may tell where and when something was said.
const MOST: usize = 4;

/// Where people speak to others, and what they speak after or before.
const PLACES: WordList = WordList::new(&[
    "airport",
    "capitol",
    "church",
    "counter",
    "courthouse",
    "court",
    "courtroom",
    "courtside",
    "dock",
    "door",
    "doorstep",
    "gate",
    "gates",
    "hall",
    "headquarters",
    "home",
    "hospital",
    "hotel",
    "house",
    "lobby",
    "memorial",
    "office",
    "parliament",
    "palace",
    "podium",
    "quayside",
    "scene",
    "school",
    "sidelines",
    "stadium",
    "stage",
    "stand",
    "station",
    "steps",
    "studio",
    "vigil",
    "witness",
]);

/// What opens a phrase of a place or an event.
const PLACING: WordList = WordList::new(&[
    "in",
    "at",
    "near",
    "from",
    "on",
    "aboard",
    "outside",
    "inside",
    "after",
    "before",
    "during",
    "following",
]);

/// What somebody speaks after, before or during.
const EVENTS: WordList = WordList::new(&[
    "announcement",
    "attack",
    "campaign",
    "caucus",
    "crash",
    "decision",
    "defeat",
    "draw",
    "election",
    "fight",
    "fixture",
    "funeral",
    "game",
    "inspection",
    "loss",
    "lunch",
    "match",
    "news",
    "poll",
    "practice",
    "primary",
    "protest",
    "race",
    "raid",
    "referendum",
    "ruling",
    "sentencing",
    "service",
    "shooting",
    "storm",
    "strike",
    "talks",
    "tour",
    "training",
    "trial",
    "trip",
    "verdict",
    "vote",
    "win",
    "workshop",
]);

/// Behind phrases that tell where or when somebody says what follows, which is a clause without "that": `told reporters
/// at the Capitol she was done`, `said at a rally on Sunday after the vote taxes would rise`.
pub(super) fn behind_circumstances(
    tokens: &[Token<'_>],
    start: usize,
    at: usize,
    limit: usize,
    verb: &Verb,
) -> Option<usize> {
    let says = verb.frames.has(Frames::QUOTE)
        && verb.frames.has(Frames::THAT.or(Frames::NP_THAT))
        && !verb.doubtful.sense;
    if !says {
        return None;
    }
    let (mut last, mut place) = (at, at);
    for _ in 0..MOST {
        let next = phrase(tokens, place, limit, at > start);
        if next == place || next >= limit {
            break;
        }
        (last, place) = (place, next);
    }
    let first = tokens.get(place).filter(|_| place > at)?;
    // `told the board in Oban prices had doubled` may tell where they have.
    let begins = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT);
    let bare = first.kind == Kind::Word && !first.is(begins) && !first.is_word("there");
    let open = bare && tokens[last].is_word("in") && tokens[place - 1].kind == Kind::Name;
    (!open && opens_clause(tokens, place, limit)).then_some(place)
}

/// The end of a phrase that tells when or where, or its beginning where it tells something else. Behind whoever is told,
/// or a time, a name alone may be a place.
pub(in crate::articles::quotations) fn phrase(
    tokens: &[Token<'_>],
    at: usize,
    limit: usize,
    placed: bool,
) -> usize {
    let said = adverbial(tokens, at, limit);
    let said = if said > at {
        said
    } else {
        occasion_end(tokens, at, limit)
    };
    let said = if said > at || !placed {
        said
    } else {
        behind_occasion(tokens, at, limit)
    };
    if said > at {
        return said;
    }
    if at + 1 >= limit || tokens[at].kind != Kind::Word || !tokens[at].any(&PLACING) {
        return at;
    }
    let own = at + 1..phrase_end(tokens, at + 1).min(limit);
    let Some(last) = tokens[own.clone()].last() else {
        return at;
    };
    let named = placed
        && tokens[own.clone()]
            .iter()
            .all(|token| token.kind == Kind::Name && !token.is(Class::TIME));
    let in_place = tokens[at].any(words!["in", "at", "near", "from", "on", "aboard"])
        && (named || last.any(&PLACES) && (placed || last.any(words!["court", "parliament"])))
        || tokens[at].any(words!["outside", "inside"]);
    if in_place || tokens[at].is_word("on") && told_on(&tokens[own.clone()]) {
        return own.end;
    }
    if !tokens[at].any(words!["after", "before", "during", "following"]) {
        return at;
    }
    // `after the vote taxes would rise`
    let article = tokens[own.start].is(Class::DETERMINER.or(Class::POSSESSIVE));
    let event = own
        .clone()
        .find(|at| tokens[*at].any(&EVENTS) || tokens[*at].is(Class::OCCASION));
    event.filter(|_| article).map_or(at, |event| {
        let split = event + 1 < own.end && is_verb_behind(tokens, own.end, limit);
        if split { event + 1 } else { own.end }
    })
}

/// Where somebody speaks that no place is, and what they speak at the beginning of: `on the Senate floor`, `at the start of the
/// talks`.
const STAGES: WordList = WordList::new(&[
    "floor",
    "trail",
    "sidelines",
    "eve",
    "podium",
    "platform",
    "app",
    "start",
    "end",
    "close",
    "opening",
    "beginning",
    "oath",
    "questioning",
    "response",
    "reply",
    "point",
    "appearance",
    "stop",
    "decision",
    "order",
    "argument",
    "piece",
    "op-ed",
    "opinion",
    "ruling",
    "judgment",
    "dissent",
]);

/// The end of a phrase that tells on what occasion, in what document or through what medium somebody says something; its
/// beginning where it tells something else: `at Monday's briefing`, `in a unanimous ruling`, `on the Senate floor`.
pub(in crate::articles::quotations) fn occasion_end(
    tokens: &[Token<'_>],
    at: usize,
    limit: usize,
) -> usize {
    const LEADING: WordList = WordList::new(&[
        "in",
        "at",
        "during",
        "on",
        "from",
        "via",
        "through",
        "under",
        "following",
    ]);
    if at + 1 >= limit || tokens[at].kind != Kind::Word || !tokens[at].any(&LEADING) {
        return at;
    }
    let day = is_of_day(tokens, at + 1);
    let start = at + 1 + 2 * usize::from(day);
    let end = phrase_end(tokens, start).min(limit);
    let told = |token: &Token<'_>| {
        token.kind == Kind::Word && (token.is(Class::OCCASION) || token.any(&STAGES))
    };
    let several = |token: &Token<'_>| {
        token.any(words![
            "remarks",
            "comments",
            "testimony",
            "documents",
            "filings",
            "papers"
        ])
    };
    let Some(own) = tokens.get(start..end).filter(|own| !own.is_empty()) else {
        return at;
    };
    let opened = day || own[0].is(Class::DETERMINER.or(Class::POSSESSIVE));
    let bare = own.iter().any(several) || own[0].any(words!["response", "reply", "questioning"]);
    if own.iter().any(told) && (opened || bare) || own.iter().any(several) {
        end
    } else {
        at
    }
}

/// Whether a phrase names what is somebody's own to speak on, or where they stand: `on its Telegram channel`, `on the
/// steps of the court`.
fn told_on(own: &[Token<'_>]) -> bool {
    let owned = own[0].is(Class::POSSESSIVE) || own[0].is_word("the");
    let place =
        |token: &Token<'_>| token.any(words!["steps", "sidelines", "doorstep", "stand", "stage"]);
    owned && (own.iter().any(place) || own[own.len() - 1].any(&OUTLETS))
}

fn is_verb_behind(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    at < limit && is_verb(tokens, at)
}

/// Whether a clause begins here: its subject, and behind it a verb, or marks that go on with it.
fn opens_clause(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    let first = &tokens[at];
    let pronoun =
        first.is(Class::SUBJECT) && !first.is(Class::DETERMINER) || first.is_word("there");
    let end = phrase_end(tokens, at).max(at + 1);
    let told = |at: usize| at < limit && (is_verb(tokens, at) || goes_on_in_marks(&tokens[at]));
    if pronoun {
        return told(at + 1)
            || tokens
                .get(at + 1)
                .is_some_and(|next| next.is(Class::ADVERB))
                && told(at + 2);
    }
    let noun = !is_verb(tokens, at)
        && matches!(first.kind, Kind::Word | Kind::Name | Kind::Number)
        && !first.is(Class::PREPOSITION
            .or(Class::AND)
            .or(Class::RELATIVE)
            .or(Class::SUBORDINATOR))
        && !first.is_word("to");
    noun && tells(tokens, at..end, limit)
}

/// Whether a verb stands behind a noun phrase, or a little later where its noun has a phrase behind it.
fn tells(tokens: &[Token<'_>], own: Range<usize>, limit: usize) -> bool {
    const FAR: usize = 6;
    let mut near = own.end..limit.min(own.end + FAR);
    let stop = near.find(|at| !tokens[*at].is_plain() || is_verb(tokens, *at));
    stop.is_some_and(|at| is_verb(tokens, at))
}

/// Whether marks begin in the middle of a sentence.
fn goes_on_in_marks(token: &Token<'_>) -> bool {
    token.quoted().is_some() && token.first_word().starts_with(char::is_lowercase)
}
