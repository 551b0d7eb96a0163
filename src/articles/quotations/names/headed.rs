//! Heads of what has no name of its own, before theirs: `head of the expedition Iris Vane`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_particle, is_verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::portfolios::is_ministerial;
use super::{given_in_small, is_small};

/// How many words may stand between the office and the name.
const LONGEST_FIELD: usize = 8;
/// The most words of a name.
const LONGEST_NAME: usize = 4;

/// Those who head something besides ministers and directors.
const HEADS: WordList = WordList::new(&[
    "manager",
    "commander",
    "captain",
    "coordinator",
    "co-ordinator",
    "supervisor",
    "superintendent",
    "principal",
    "rector",
    "dean",
    "coach",
    "curator",
    "editor",
]);

/// What has a name that stands behind it.
#[rustfmt::skip]
const NAMED: WordList = WordList::new(&[
    "ship", "vessel", "ferry", "boat", "yacht", "tanker", "trawler", "freighter", "icebreaker", "submarine", "train",
    "plane", "film", "movie", "documentary", "novel", "book", "play", "song", "album", "band", "musical", "opera",
    "series", "show", "podcast", "hotel", "restaurant", "bar", "pub", "mine", "village", "town", "city", "island",
    "district", "province", "region", "county", "suburb", "country", "republic", "movement", "magazine", "brand",
    "project", "estate", "farm", "ranch", "river", "lake", "mountain", "street", "theatre", "theater", "museum",
    "programme", "program", "website", "site", "late", "murdered", "slain", "jailed", "detained",
]);

/// Parts of bodies, which are told by what they do.
#[rustfmt::skip]
const PARTS: WordList = WordList::new(&[
    "department", "service", "unit", "division", "branch", "board", "team", "administration", "headquarters", "guard",
    "staff", "force",
]);

/// What stands before an office.
const BEFORE: WordList = WordList::new(&[
    "deputy",
    "first",
    "vice",
    "acting",
    "former",
    "interim",
    "then",
    "assistant",
]);

/// Where the office begins of somebody who heads what has no name, before theirs.
pub(super) fn headed(tokens: &[Token<'_>], run: &Range<usize>) -> Option<usize> {
    let last = run.start.checked_sub(3)? + 2;
    let own = &tokens[run.clone()];
    let small = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::SUBORDINATOR)
        .or(Class::RELATIVE)
        .or(Class::AUXILIARY)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::TIME);
    let within = |at: usize| {
        let token = &tokens[at];
        match token.kind {
            Kind::Name => !is_small(token),
            Kind::Genitive => true,
            Kind::Word => {
                token.any(words!["of", "the", "and", "its", "their"])
                    || !token.is(small) && !is_verb(tokens, at)
            }
            _ => false,
        }
    };
    let noun = &tokens[last];
    let field = noun.kind == Kind::Word
        && !noun.is(small.or(Class::PERSON).or(Class::AND))
        && !noun.any(&NAMED)
        && within(last);
    // `the leader of the working group Ida Vell`, but `the head of the bank Birr Credit`
    let working = noun.is_word("group") && tokens[last - 1].is_word("working");
    let named = noun.is(Class::BODY) && !noun.any(&PARTS) && !working;
    if !field || named || !is_person(own) {
        return None;
    }
    let given = given_in_small(own[0].text).is_some();
    let heads = |at: usize| {
        let token = &tokens[at];
        let office = is_ministerial(token) || token.any(&HEADS);
        (office || given && token.is(Class::PERSON)) && !token.ends_in_s()
    };
    let of = (last.saturating_sub(LONGEST_FIELD).max(1)..last)
        .rev()
        .take_while(|at| within(*at))
        .find(|at| tokens[*at].is_word("of") && heads(*at - 1))?;
    let mut office = of - 1;
    while office > 0
        && (tokens[office - 1].any(&BEFORE)
            || tokens[office - 1].kind == Kind::Name && !is_small(&tokens[office - 1]))
    {
        office -= 1;
    }
    Some(office)
}

/// Whether words may be the name of a person.
fn is_person(name: &[Token<'_>]) -> bool {
    let other = Class::SPEAKER.or(Class::OCCASION).or(Class::TITLE);
    let named = |token: &Token<'_>| token.kind == Kind::Name && token.text.len() > 1;
    (2..=LONGEST_NAME).contains(&name.len())
        && name.iter().all(|token| named(token) || is_particle(token))
        && !name.iter().any(|token| token.is(other))
}
