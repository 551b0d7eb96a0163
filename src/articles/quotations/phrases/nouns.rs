//! Words that are verbs elsewhere, and participles behind nouns.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::speakers::places::is_people;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::{is_verb, phrase_before, phrase_end};

/// The longest name within marks that somebody is called by, in bytes.
const LONGEST_NICKNAME: usize = 14;

/// Whether `work` is a noun: `a council work report`, `past work has`.
pub(super) fn is_labour(tokens: &[Token<'_>], at: usize) -> bool {
    let modal = |next: &Token<'_>| next.is(Class::AUXILIARY) && !next.is(Class::DO);
    let document = |next: &Token<'_>| next.is(Class::DOCUMENT) && next.kind == Kind::Word;
    // `the work and pensions secretary`
    let pensions = tokens
        .get(at + 2)
        .is_some_and(|next| next.is_word("pensions"));
    pensions
        || tokens
            .get(at + 1)
            .is_some_and(|next| modal(next) || document(next))
}

/// Whether marks hold what somebody is called between given name and surname: `Marko "Miko" Vane`.
pub(in crate::articles::quotations) fn is_nickname(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let name = |token: &Token<'_>| {
        token.kind == Kind::Name && !token.is(Class::TIME.or(Class::DETERMINER))
    };
    let between = token.quoted().is_some()
        && at > 0
        && name(&tokens[at - 1])
        && tokens
            .get(at + 1)
            .is_some_and(|next| name(next) && !next.is(Class::TITLE));
    if !between {
        return false;
    }
    let own = token
        .text
        .trim_matches(|mark: char| !mark.is_alphanumeric());
    own.starts_with(char::is_uppercase)
        && own.chars().all(char::is_alphanumeric)
        && own.len() <= LONGEST_NICKNAME
}

/// Whether a participle behind a noun tells what a document or somebody does: `a report analysing the fall`, `the
/// lawyer representing the family`.
pub(in crate::articles::quotations) fn is_told_of(tokens: &[Token<'_>], at: usize) -> bool {
    let opens = Class::DETERMINER.or(Class::POSSESSIVE);
    let Some((noun, next)) = at
        .checked_sub(1)
        .filter(|_| tokens[at].is_gerund())
        .and_then(|noun| Some((&tokens[noun], tokens.get(at + 1)?)))
    else {
        return false;
    };
    let document = noun.is(Class::DOCUMENT) && next.is(opens.or(Class::QUESTION));
    let person = noun.is(Class::PERSON)
        && !tokens[at].is_word("training")
        && (next.is(opens.or(Class::PREPOSITION)) || next.kind == Kind::Name);
    noun.kind == Kind::Word && (document || person)
}

/// What is done to somebody who is told by it: `the consultant hired to draw the map`.
const DONE: WordList = WordList::new(&[
    "hired",
    "appointed",
    "accused",
    "elected",
    "assigned",
    "based",
    "tasked",
    "chosen",
    "named",
    "nominated",
    "employed",
    "retained",
    "detained",
    "convicted",
    "suspected",
    "charged",
    "injured",
    "wounded",
    "stationed",
    "picked",
    "selected",
    "commissioned",
]);

/// Whether a participle behind a noun for one person tells what was done to them: `the consultant hired to draw it`.
pub(in crate::articles::quotations) fn is_done_to(tokens: &[Token<'_>], at: usize) -> bool {
    let joined = tokens
        .get(at + 1)
        .is_some_and(|next| next.any(words!["to", "by", "in", "with", "for", "as", "of", "at"]));
    at > 1 && joined && tokens[at].kind == Kind::Word && tokens[at].any(&DONE) && {
        let noun = &tokens[at - 1];
        noun.kind == Kind::Word && noun.is(Class::PERSON) && !noun.ends_in_s()
    }
}

/// Whether a chunk with such an opening tells what one person is: `her deputy`.
pub(super) fn is_one_role(tokens: &[Token<'_>], chunk: &Range<usize>, opens: Class) -> bool {
    !chunk.is_empty() && {
        let noun = &tokens[chunk.end - 1];
        tokens[chunk.start].is(opens)
            && noun.is(Class::PERSON)
            && !noun.ends_in_s()
            && !chunk.clone().any(|at| is_verb(tokens, at))
    }
}

/// The end of what such a participle tells, with the places and times in it.
pub(in crate::articles::quotations) fn told_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if at >= tokens.len() || !is_told_of(tokens, at) {
        return None;
    }
    let mut end = phrase_end(tokens, at + 1);
    while let Some(next) = tokens.get(end).filter(|next| next.is(Class::PREPOSITION)) {
        let behind = phrase_end(tokens, end + 1);
        if next.kind != Kind::Word || behind == end + 1 {
            break;
        }
        end = behind;
    }
    (end > at + 1).then_some(end)
}

/// Whether a noun goes on behind an adjective of place or letters: `Lutonian media reports`, `Oban-based
/// think tank`, `a review of EPA data`.
pub(super) fn goes_on_behind(tokens: &[Token<'_>], at: usize) -> bool {
    let before = &tokens[at - 1];
    let letters = before.text.len() > 1 && before.text.chars().all(char::is_uppercase);
    let noun = tokens[at].is(Class::SPEAKER) || tokens[at].is_word("data");
    before.text.ends_with("-based") || is_people(before.text) || letters && noun
}

/// Whether a noun behind a name makes them one phrase: `Taliban officials`, `Reuters journalists`.
pub(super) fn is_many(token: &Token<'_>) -> bool {
    token.is_word("police")
        || token.is(Class::PERSON) && token.text.ends_with('s') && token.readings().is_empty()
}

/// Papers and stations, whose names stand within marks behind them.
const PAPERS: WordList = WordList::new(&[
    "newspaper",
    "daily",
    "weekly",
    "magazine",
    "paper",
    "journal",
    "tabloid",
    "website",
    "channel",
    "broadcaster",
    "bulletin",
    "gazette",
]);

/// A paper with its name within marks: `the Oban newspaper "Tides" said`.
pub(super) fn named_paper(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let noun = end.checked_sub(2).filter(|at| *at > from)?;
    let name = &tokens[end - 1];
    name.quoted()?;
    let inner = name.text.trim_matches(|mark: char| !mark.is_alphanumeric());
    let named = tokens[noun].kind == Kind::Word
        && tokens[noun].any(&PAPERS)
        && inner.starts_with(char::is_uppercase)
        && inner.split_whitespace().count() <= LONGEST_TITLE;
    let found = named.then(|| phrase_before(tokens, end - 1))?;
    (found.start >= from && !found.is_empty()).then_some(found.start..end)
}

/// How many words the name of a paper may have.
const LONGEST_TITLE: usize = 5;

/// How many tokens a bracket behind a name may hold.
const LONGEST_BRACKET: usize = 10;

/// Where a bracket opens that ends a stretch.
pub(super) fn bracket_before(tokens: &[Token<'_>], stretch: Range<usize>) -> Option<usize> {
    let own = &tokens[stretch.clone()];
    own.last().filter(|last| last.is_mark(')'))?;
    let mut near = own.iter().rev().take(LONGEST_BRACKET);
    let behind = near.position(|token| token.is_mark('('))?;
    Some(stretch.end - 1 - behind)
}

/// A body with its short form in brackets: `the Harbour Farmers' Union (HFU), which believes`.
pub(super) fn abbreviated(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let open = bracket_before(tokens, from..end)?;
    let named = open > from && tokens[open - 1].kind == Kind::Name;
    let found = named.then(|| phrase_before(tokens, open))?;
    (found.start >= from && !found.is_empty()).then_some(found)
}
