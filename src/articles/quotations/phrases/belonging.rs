//! What belongs to a source though a noun phrase seems to end before it: where a ministry is, by whom a document is,
//! what a group is for, that an officer is retired.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::names::given_in_small;
use super::super::speakers::places::is_people;
use super::super::words::{Kind, Token};
use super::{is_particle, phrase_end};

/// Whether a body that many countries have is told by the place behind it, before a verb: `The Foreign Ministry in Oban
/// called it late`, `the Minority in Parliament demanded it`.
pub(super) fn is_seated(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> bool {
    let seated = words![
        "ministry",
        "embassy",
        "consulate",
        "minority",
        "majority",
        "opposition",
        "mission"
    ];
    let noun = &tokens[source.end - 1];
    let place = tokens.get(source.end + 1..stop).unwrap_or_default();
    let the = usize::from(place.first().is_some_and(|first| first.is_word("the")));
    let named = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    noun.kind == Kind::Name
        && noun.any(seated)
        && tokens[source.start].is_word("the")
        && tokens[source.end].is_word("in")
        && (1..3).contains(&(place.len() - the))
        && place[the..].iter().all(named)
        && tokens.get(stop).is_some_and(|next| next.kind == Kind::Word)
}

/// The end of those by whom a document is, or to whom it goes: `an analysis by the Grain Institute`, `a memo to donors`.
pub(super) fn authored(tokens: &[Token<'_>], source: &Range<usize>) -> Option<usize> {
    let joint = tokens.get(source.end)?;
    let noun = &tokens[source.end - 1];
    let document = noun.kind == Kind::Word
        && noun.is(Class::DOCUMENT)
        && !noun.any(words!["statement", "communique", "communiqué"]);
    let sent = words!["memo", "memorandum", "letter", "email", "e-mail", "note"];
    let joined = joint.is_word("by") || joint.is_word("to") && noun.any(sent);
    let end = phrase_end(tokens, source.end + 1);
    let by = document && joined && source.len() > 1 && joint.kind == Kind::Word;
    (by && end > source.end + 1).then_some(end)
}

/// Whether words are the name of a body and that of somebody in it: `Ministry of Foreign Affairs Karim bin Ali Sadi`.
pub(super) fn is_house_and_person(words: &[Token<'_>]) -> bool {
    let named = |token: &Token<'_>| {
        token.kind == Kind::Name || token.any(words!["of", "for", "and"]) || is_particle(token)
    };
    let before = words.len().saturating_sub(2);
    let near = &words[before.saturating_sub(2)..];
    words.len() > 2
        && words.iter().all(named)
        && (given_in_small(words[before].text).is_some() || near.iter().any(is_particle))
}

/// Whether the people of a place are for something by the name of a group: `Kansans for Growth`.
pub(super) fn is_of_people(tokens: &[Token<'_>], joint: usize) -> bool {
    let named = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    tokens[joint].is_word("for")
        && tokens.get(joint + 1).is_some_and(named)
        && joint.checked_sub(1).is_some_and(|people| {
            let people = tokens[people].text;
            let many = people.len() > "Evans".len() && people.ends_with("ans");
            people.ends_with('s') && is_people(people) || many && given_in_small(people).is_none()
        })
}

/// Whether brackets behind a rank say that its bearer has left, before the name: `Justice (retd) Malik Orr`.
pub(super) fn is_retired(tokens: &[Token<'_>], open: usize) -> bool {
    let left = words!["retd", "retd.", "rtd", "rtd.", "ret", "ret.", "retired"];
    let inner = tokens.get(open + 1..open + 4);
    inner.is_some_and(|inner| {
        tokens[open].is_mark('(')
            && inner[0].any(left)
            && inner[1].is_mark(')')
            && inner[2].kind == Kind::Name
    })
}

/// Before how many words behind "with" it is told what somebody knows: `with close first-hand knowledge of`.
const LONGEST_KNOWLEDGE: usize = 4;

/// The end of the body for which somebody works: `an official with the ministry`, `an analyst with Oban Bank`.
pub(super) fn working(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> Option<usize> {
    let with = tokens.get(source.end)?.is_word("with");
    if !with || !tokens[source.end - 1].is(Class::PERSON) {
        return None;
    }
    let end = phrase_end(tokens, source.end + 1).min(stop);
    let last = tokens.get(end - 1).filter(|_| end > source.end + 1)?;
    (last.kind == Kind::Name || last.is(Class::BODY)).then_some(end)
}

/// Where "of" stands behind knowledge that somebody has: `a person with close knowledge of the talks`.
pub(super) fn knowing(tokens: &[Token<'_>], with: usize) -> Option<usize> {
    if !tokens.get(with)?.is_word("with") {
        return None;
    }
    let mut near = with + 1..tokens.len().min(with + LONGEST_KNOWLEDGE);
    near.find(|at| tokens[*at].any(words!["knowledge", "understanding"]))
        .map(|noun| noun + 1)
}
