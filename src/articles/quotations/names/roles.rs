//! Roles: what stands beside a name about its bearer.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_told_of, is_verb, phrase_end};
use super::super::speakers::nouns::doer;
use super::super::spelling::{behind_party, is_in_capitals};
use super::super::verbs::Frames;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::{LONGEST_ROLE, given_in_small};

/// The noun of a phrase: the last word before "of", "for" and the like, before a participle, or before a name.
pub(super) fn head(tokens: &[Token<'_>], phrase: &Range<usize>) -> usize {
    let mut end = (phrase.start..phrase.end)
        .find(|at| {
            let token = &tokens[*at];
            let ends = token.is(Class::PREPOSITION.or(Class::RELATIVE)) || is_told_of(tokens, *at);
            *at > phrase.start && ends && token.kind == Kind::Word
        })
        .unwrap_or(phrase.end);
    // A title in small letters before a name: `the harbour master Aldis`.
    while end > phrase.start + 1
        && tokens[end - 1].kind == Kind::Name
        && tokens[phrase.start..end - 1]
            .iter()
            .any(|token| token.kind == Kind::Word && token.is(Class::SPEAKER))
    {
        end -= 1;
    }
    end - 1
}

/// Party and state in brackets or between commas, `(D-Ill.)`, and an age: `, 68,`.
pub(super) fn note(tokens: &[Token<'_>], end: usize) -> Option<Range<usize>> {
    let opens = tokens.get(end)?;
    if !opens.is_mark(',') && !opens.is_mark('(') {
        return None;
    }
    let first = tokens.get(end + 1)?;
    if behind_party(first.text).is_some() {
        let mut stop = end + 2;
        while stop < end + 4 && tokens.get(stop).is_some_and(|next| next.kind == Kind::Name) {
            stop += 1;
        }
        return Some(end + 1..stop);
    }
    let age = first.kind == Kind::Number && matches!(first.text.len(), 2);
    let closed = tokens
        .get(end + 2)
        .is_none_or(|next| next.is_mark(',') || next.is_mark('.') || next.is_mark(')'));
    (age && closed).then_some(end + 1..end + 2)
}

/// The apposition or relative clause behind a name.
pub(super) fn apposition(tokens: &[Token<'_>], end: usize) -> Option<Range<usize>> {
    let mut start = end;
    if let Some(note) = note(tokens, end).filter(|_| tokens[end].is_mark(',')) {
        start = note.end;
    } else if tokens.get(start)?.is_mark('(') {
        start = (start..tokens.len().min(start + 8)).find(|at| tokens[*at].is_mark(')'))? + 1;
    }
    let first = tokens.get(start)?;
    if first.is_word("of") || first.is_word("from") {
        let stop = phrase_end(tokens, start + 1);
        // `of Oban and Hal Orr`
        let named = |and: &usize| {
            tokens[*and].is_word("and")
                && *and + 2 < stop
                && tokens[*and + 1..*and + 3]
                    .iter()
                    .all(|next| next.kind == Kind::Name)
                && given_in_small(tokens[*and + 1].text).is_some()
        };
        let stop = (start + 2..stop).find(named).unwrap_or(stop);
        return (stop > start + 1).then_some(start..stop);
    }
    if first.is_dash() {
        return between_dashes(tokens, start);
    }
    if !first.is_mark(',') {
        return None;
    }
    start += 1;
    // `Iris Vane, D-Oban, and her deputy, Hal Orr`, `Hal Vane, no relation to the mayor, said`
    if tokens.get(start)?.is(Class::AND) || tokens[start].is_word("no") {
        return None;
    }
    let who = tokens[start].any(words!["who", "whose"]);
    let stop = (start..tokens.len().min(start + LONGEST_ROLE))
        .find(|at| {
            tokens[*at]
                .mark()
                .is_some_and(|mark| matches!(mark, ',' | '.' | ';' | ':' | ')'))
                || tokens[*at].quoted().is_some()
        })
        .unwrap_or(tokens.len().min(start + LONGEST_ROLE));
    if stop <= start {
        return None;
    }
    // `Norland, whose foreign minister said so`
    let another = tokens[start].is_word("whose")
        && tokens[start + 1..stop.min(start + 4).max(start + 1)]
            .iter()
            .any(|token| token.is(Class::PERSON));
    if another {
        return None;
    }
    if who {
        return told_behind_who(tokens, start..stop);
    }
    // `against Russia, according to officials,`
    if tokens[start].is(Class::PREPOSITION) && !tokens[start].any(words!["for", "of", "from", "on"])
    {
        return None;
    }
    let role = start..stop;
    let finite = role.clone().position(|at| {
        is_verb(tokens, at)
            || at > start
                && tokens[at].is(Class::RELATIVE)
                && tokens[at].any(words!["who", "that", "which"])
    });
    let opened = tokens[start].any(words!["a", "an", "the"]);
    // `Ostar, Norland's biggest carrier,`
    let owned = tokens
        .get(start + 1)
        .is_some_and(|next| next.kind == Kind::Genitive);
    // `In cases that Oban reviewed, the council cited …`
    let put_first = tokens[0].is(Class::PREPOSITION)
        && finite.is_some_and(|at| at > 0 && !tokens[start + at].is(Class::RELATIVE))
        && !tokens[..end].iter().any(|token| token.mark().is_some());
    // `Iris Vane, the director of the port said that …`, where a comma is missing
    let unclosed = opened
        && end > 1
        && given_in_small(tokens[0].text).is_some()
        && tokens[..end].iter().all(|token| token.kind == Kind::Name);
    // `In Russia, ministers called for …` goes on with a clause.
    let clause = put_first
        || !unclosed && finite.is_some_and(|at| begins_clause(tokens, start + at, stop, opened));
    if clause {
        return None;
    }
    let role = finite.map_or(role.clone(), |at| start..start + at);
    // `organised by the firm, nine women said`
    if tokens[start].is(Class::NUMBER)
        && !tokens[start].any(words!["one", "first", "second", "third"])
    {
        return None;
    }
    // `after a meeting in Yenihisar, the mediators said`
    let noun = &tokens[head(tokens, &role)];
    if noun.kind == Kind::Word && noun.ends_in_s() && noun.is(Class::PERSON) {
        return None;
    }
    let people = role.clone().any(|at| {
        tokens[at].text.ends_with("-year-old")
            || tokens[at].is(Class::PERSON.or(Class::TITLE))
            || (opened || owned) && tokens[at].is(Class::BODY)
    });
    let people = people || is_called_one(tokens, &role);
    (people && !role.is_empty()).then_some(with_place(tokens, closed(tokens, role)))
}

/// Whether a noun that no list has is what somebody is, between commas behind a name: `Vell, a bookseller in Oban, said`,
/// but `Vell, a day later, said`.
fn is_called_one(tokens: &[Token<'_>], role: &Range<usize>) -> bool {
    const FLEETING: WordList = WordList::new(&[
        "bit", "little", "lot", "few", "move", "step", "decision", "claim", "fact", "sign", "kind",
        "sort", "total", "number",
    ]);
    let told = Class::TIME
        .or(Class::OCCASION)
        .or(Class::ADVERB)
        .or(Class::PREPOSITION)
        .or(Class::NUMBER)
        .or(Class::DETERMINER);
    let noun = &tokens[head(tokens, role)];
    let closed = tokens.get(role.end).is_some_and(|next| next.is_mark(','));
    closed
        && role.len() > 1
        && tokens[role.start].any(words!["a", "an"])
        && noun.kind == Kind::Word
        && !noun.is(told)
        && !noun.ends_in_s()
        && !noun.any(&FLEETING)
        && (noun.class == Class::default() || noun.is_for_person())
        && role.clone().all(|at| tokens[at].is_plain())
}

/// Whether a verb, or a word that seems one, makes a clause of what stands behind a comma: `with Oban, the ministry
/// reported`.
fn begins_clause(tokens: &[Token<'_>], at: usize, stop: usize, opened: bool) -> bool {
    let verb = &tokens[at];
    let mut readings = verb
        .readings()
        .iter()
        .map(|(number, _)| verb.verb(*number).frames);
    // `Responding, the minister promised to help`, but `Ida Vell, the clerk told to leave,`
    let acts = readings
        .clone()
        .all(|frames| frames.has(Frames::TO) && !frames.has(Frames::NP_TO));
    // `asked by the Wire, the spokesman noted that`, but `the clerk accused of it`
    let done = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::PREPOSITION) && !next.is_word("to") || next.is_word("to") && !acts
    });
    let says = (at + 1 == stop || !done)
        && readings.any(|frames| frames.has(Frames::QUOTE) && frames.has(Frames::THAT));
    !verb.any(words!["who", "that", "which"])
        && (!opened || says || verb.is(Class::AUXILIARY.or(Class::VERB)))
}

/// What is done to somebody who gets an office.
const MADE: WordList = WordList::new(&["elected", "named", "appointed", "chosen", "made"]);

/// Whether a noun tells an office without an article: `mayor`.
fn is_bare_office(noun: &Token<'_>) -> bool {
    is_common(noun) && noun.is(Class::PERSON) && !noun.ends_in_s()
}

/// Whether a noun is no name, but perhaps its first letters: `CEO`.
fn is_common(noun: &Token<'_>) -> bool {
    noun.kind == Kind::Word || noun.is(Class::PERSON) && is_in_capitals(noun.text)
}

/// Behind what says that somebody is something, or has become it: `is`, `has been`, `was elected as`, `works as`.
fn behind_being(tokens: &[Token<'_>], verb: usize) -> Option<usize> {
    let (first, second) = (tokens.get(verb)?, tokens.get(verb + 1)?);
    if first.any(words!["has", "had"]) && second.is_word("been") {
        return Some(verb + 2);
    }
    let made = second.any(&MADE);
    let serves = words!["works", "worked", "serves", "served"];
    if first.any(serves) && second.is_word("as") {
        return Some(verb + 2);
    }
    let third = tokens.get(verb + 2).is_some_and(|next| next.is_word("as"));
    if first.any(words!["has", "had"]) && second.any(words!["worked", "served"]) && third {
        return Some(verb + 3);
    }
    if first.any(words!["was", "is"]) && made {
        let as_one = tokens.get(verb + 2).is_some_and(|next| next.is_word("as"));
        return Some(verb + 2 + usize::from(as_one));
    }
    first
        .any(words!["is", "was", "became", "remains", "remained"])
        .then_some(verb + 1)
}

/// The role that a sentence tells of its subject: `Ida Vell, 54, is a pharmacist`, `Orr has been the mayor since May`.
pub(super) fn told_behind_is(tokens: &[Token<'_>], end: usize) -> Option<Range<usize>> {
    let aged = note(tokens, end).filter(|_| tokens[end].is_mark(','));
    let verb = aged.map_or(end, |age| {
        let comma = tokens.get(age.end).is_some_and(|next| next.is_mark(','));
        age.end + usize::from(comma)
    });
    let from = behind_being(tokens, verb)?;
    let opens = tokens.get(from)?;
    let role = from..phrase_end(tokens, from);
    if role.is_empty() {
        return None;
    }
    let noun = &tokens[head(tokens, &role)];
    // `Ida Vell is the woman who`
    // `was elected mayor of Oban`, `became mayor`, `is president of the union`, `is the CEO of Ostar`
    let behind = head(tokens, &role) + 1;
    let of = noun.is(Class::PERSON) && tokens.get(behind).is_some_and(|next| next.is_word("of"));
    let office = opens.is_word("the") && (from > verb + 1 || noun.is(Class::TITLE) || of);
    let made = from > verb + 1 || tokens[verb].any(words!["became", "remains"]) || of;
    let bare = made && is_bare_office(opens);
    if !opens.any(words!["a", "an"]) && !office && !bare {
        return None;
    }
    let person = is_common(noun) && noun.is_for_person() && !noun.ends_in_s();
    ((role.len() > 1 || bare) && person).then_some(role)
}

/// The role that a relative clause tells: `who is a lawyer for the family`, `who leads the union`.
fn told_behind_who(tokens: &[Token<'_>], clause: Range<usize>) -> Option<Range<usize>> {
    let verb = tokens[clause.clone()].get(1)?;
    let noun = tokens[clause.clone()].get(2)?;
    let role = clause.start + 2..clause.end;
    let told = noun.any(words!["a", "an", "the", "also"]) || noun.kind == Kind::Name;
    if verb.any(words!["is", "was"]) && told && !role.clone().any(|at| is_verb(tokens, at)) {
        let person = tokens[head(tokens, &role)].is_for_person();
        return person.then(|| with_place(tokens, closed(tokens, role)));
    }
    // `who had told nobody` is no role.
    let works = verb.any(words!["works", "worked", "served"])
        && noun.any(words!["as", "at", "for", "in", "on", "with"]);
    // `who wrote the study`
    let wrote = verb.any(words!["wrote", "co-wrote", "authored"])
        && role.clone().any(|at| tokens[at].is(Class::DOCUMENT));
    // `who took up the post of chief executive`
    let took = verb.any(words!["took", "holds", "held"])
        && role
            .clone()
            .any(|at| tokens[at].any(words!["post", "position", "role", "job"]));
    // `who is running for mayor`, `who was elected mayor`
    let runs = verb.any(words!["is", "was"])
        && noun.any(words!["running", "seeking", "studying", "vying"]);
    let made = verb.is_word("was") && noun.any(&MADE);
    let office = verb.any(words!["is", "was"]) && is_bare_office(noun);
    let does = doer(verb.text).is_some() && !verb.any(words!["wrote", "authored"]);
    let known = does || works || wrote || took || runs || made || office;
    let acts = known || !verb.is(Class::AUXILIARY) && verb.readings().is_empty();
    acts.then_some(clause)
}

/// A role with the bracket that closes one within it: `a member of the Harbour Front (HF)`.
fn closed(tokens: &[Token<'_>], role: Range<usize>) -> Range<usize> {
    let open = role.clone().rev().find(|at| tokens[*at].is_mark('('));
    let closes = tokens.get(role.end).is_some_and(|next| next.is_mark(')'));
    match open {
        Some(open) if !closes => role.start..open.max(role.start + 1),
        Some(_) => role.start..role.end + 1,
        None => role,
    }
}

/// `Iris Vane - the mayor of Oban - said`
fn between_dashes(tokens: &[Token<'_>], dash: usize) -> Option<Range<usize>> {
    let start = dash + 1;
    let opened = tokens.get(start)?.any(words!["a", "an", "the"]);
    let far = tokens.len().min(start + LONGEST_ROLE);
    let closes = |at: &usize| tokens[*at].mark().is_some() || tokens[*at].is_dash();
    let stop = (start..far)
        .find(closes)
        .filter(|at| tokens[*at].is_dash())?;
    let role = start..stop;
    let noun = &tokens[head(tokens, &role)];
    let plain = opened && role.len() > 1 && !role.clone().any(|at| is_verb(tokens, at));
    (plain && noun.is(Class::PERSON) && !noun.ends_in_s()).then_some(role)
}

/// The clause behind a role that tells more: `an Ohio Republican who chairs the panel`.
pub(super) fn clause_behind(tokens: &[Token<'_>], end: usize) -> Option<Range<usize>> {
    let who = tokens.get(end)?.is_word("who");
    let verb = tokens.get(end + 1)?;
    if !who || verb.is(Class::AUXILIARY) || !verb.readings().is_empty() {
        return None;
    }
    let far = tokens.len().min(end + LONGEST_ROLE);
    let stop = (end..far).find(|at| !tokens[*at].is_plain());
    let stop = stop.unwrap_or(far);
    (stop > end + 2).then_some(end..stop)
}

/// A role with the country behind its city: `head of the centre in Astana, Kazakhstan`.
fn with_place(tokens: &[Token<'_>], role: Range<usize>) -> Range<usize> {
    let named = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Name);
    let comma = tokens.get(role.end).is_some_and(|token| token.is_mark(','));
    let last = tokens
        .get(role.end + 2)
        .is_none_or(|token| token.is_mark('.') || token.is_mark(','));
    if comma && named(role.end - 1) && named(role.end + 1) && last {
        role.start..role.end + 2
    } else {
        role
    }
}
