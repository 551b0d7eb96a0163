//! Roles before a name: `the bill's author, Iris Vane`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_done_to, is_told_of, is_verb, told_end};
use super::super::words::{Kind, Token};
use super::roles::head;

/// How many words a participle and what belongs to it may have: `representing the family in Oban`.
const LONGEST_PARTICIPLE: usize = 10;

/// The role before a name and a comma: `the bill's author, Mireille Santos`.
pub(super) fn role(tokens: &[Token<'_>], start: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|at| tokens[*at].is_mark(','))?;
    // `a villager from Oban Township, Birr Province`
    let provinces = words![
        "province",
        "county",
        "state",
        "prefecture",
        "region",
        "district"
    ];
    let name = tokens[start..]
        .iter()
        .take_while(|token| token.kind == Kind::Name);
    if name.last().is_some_and(|last| last.any(provinces)) || is_put_first(tokens, comma, start) {
        return None;
    }
    let comma = before_brackets(tokens, comma);
    let far = comma.saturating_sub(10);
    let wall = (far..comma)
        .rev()
        .find(|at| !tokens[*at].is_plain() || is_verb(tokens, *at));
    if let Some(told) = told_by_clause(tokens, comma).or_else(|| told_by_participle(tokens, comma))
    {
        return Some(told);
    }
    let from = wall.map_or(far, |at| at + 1);
    // `one of them, Tomas Riva,`
    let of = comma.checked_sub(3).filter(|at| {
        tokens[*at].is_word("one")
            && tokens[*at + 1].is_word("of")
            && tokens[*at + 2].any(words!["them", "those", "these"])
    });
    if let Some(one) = of.or_else(|| one_of_many(tokens, comma, start)) {
        return Some(one..comma);
    }
    if let Some(told) = opens_with_clause(tokens, comma, start) {
        return Some(told);
    }
    let begins = |at: &usize| {
        let token = &tokens[*at];
        token.is(Class::DETERMINER.or(Class::POSSESSIVE)) && token.kind != Kind::Number
            || *at == from && token.kind == Kind::Name && tokens.get(*at + 1).is_some()
            // `the Harbour Union of Oban's mayor, Ida Vell`
            || token.kind == Kind::Name && tokens[*at + 1].kind == Kind::Genitive && *at + 2 < comma
    };
    let fits = |role: &Range<usize>| {
        let noun = &tokens[head(tokens, role)];
        let many = noun.ends_in_s() || noun.any(words!["people", "men", "women"]);
        let and = tokens[role.clone()]
            .iter()
            .any(|token| token.is(Class::AND));
        let owned = tokens[role.clone()]
            .iter()
            .any(|token| token.kind == Kind::Genitive);
        // `Chairman of the board, Iris Vane,` at the beginning of a sentence
        // `Chief Press Secretary to the governor, Iris Vane,`
        let office = tokens
            .iter()
            .take_while(|token| token.kind == Kind::Name)
            .count();
        let opens = role.start == 0
            && office > 0
            && tokens[office - 1].is(Class::PERSON)
            && tokens[office].any(words!["of", "for", "at", "to"]);
        if opens {
            return !many && noun.is(Class::PERSON);
        }
        let named = tokens[role.start].kind == Kind::Name
            && !tokens[role.start].is(Class::DETERMINER.or(Class::POSSESSIVE));
        let party = noun.any(words!["republican", "democrat"]);
        // `The Judge, Iris Vane,`
        let titled = tokens[role.start].is_word("the") && role.len() == 2 && noun.is(Class::TITLE);
        // `The Senate Minority Leader, Iris Vane,`
        let office = tokens[role.start].any(words!["the", "a", "an"]) && noun.is(Class::PERSON);
        noun.is_for_person()
            && (noun.kind != Kind::Name || party || titled || office)
            && !many
            && !and
            && (!named || owned)
    };
    let mut roles = (from..comma)
        .rev()
        .filter(begins)
        .map(|at| at..comma)
        .filter(fits);
    let near = roles.next()?;
    // `a spokeswoman for the mayor, Lily Cho`
    let belongs =
        near.start > from && tokens[near.start - 1].any(words!["of", "for", "to", "from"]);
    if belongs {
        roles.next().or(Some(near))
    } else {
        Some(near)
    }
}

/// Whether the phrase before a comma is put first in its sentence, and the name behind it the subject:
/// `According to the mayor, Oban has grown`.
fn is_put_first(tokens: &[Token<'_>], comma: usize, start: usize) -> bool {
    let first = usize::from(tokens[0].is(Class::AND) && comma > 1);
    let opens = &tokens[first];
    let put = opens.is_word("according") || opens.is(Class::PREPOSITION) && !opens.is_word("like");
    let apart = tokens[first..comma].iter().any(|token| !token.is_plain());
    let names = tokens[start..]
        .iter()
        .take_while(|token| token.kind == Kind::Name)
        .count();
    let end = start + names;
    // `According to the official, Western insurers are afraid`
    let noun = |at: &usize| {
        let token = &tokens[*at];
        token.is(Class::ADVERB)
            || *at < end + 3
                && token.kind == Kind::Word
                && !token.is(Class::PREPOSITION.or(Class::AND).or(Class::RELATIVE))
                && !is_verb(tokens, *at)
    };
    let adverbs = (end..tokens.len()).take_while(noun).count();
    put && !apart && end + adverbs < tokens.len() && is_verb(tokens, end + adverbs)
}

/// Where `One of the men, Tomas Riva,` begins.
fn one_of_many(tokens: &[Token<'_>], comma: usize, start: usize) -> Option<usize> {
    let noun = &tokens[comma.checked_sub(1)?];
    let many = noun.ends_in_s() || noun.any(words!["people", "men", "women"]);
    if !many || noun.kind != Kind::Word || !noun.is(Class::PERSON) {
        return None;
    }
    let one = (comma.saturating_sub(7)..comma.saturating_sub(2))
        .rev()
        .find(|at| tokens[*at].any(words!["one", "another"]) && tokens[*at + 1].is_word("of"))?;
    if !is_closed(tokens, start) {
        return None;
    }
    // `a lawyer for one of the men, Tomas Riva,`
    let serves = one >= 3
        && tokens[one - 1].any(words!["for", "to", "of"])
        && tokens[one - 2].is(Class::PERSON)
        && !tokens[one - 2].ends_in_s();
    let article = (one.saturating_sub(5)..one.saturating_sub(1))
        .rev()
        .find(|at| tokens[*at].is(Class::DETERMINER.or(Class::POSSESSIVE)));
    Some(article.filter(|_| serves).unwrap_or(one))
}

/// `The head of the trust which runs it, Iris Vane, said`, at the beginning of a sentence.
fn opens_with_clause(tokens: &[Token<'_>], comma: usize, start: usize) -> Option<Range<usize>> {
    let clause = (2..comma).find(|at| tokens[*at].any(words!["that", "which", "who"]))?;
    let told = 0..clause;
    let the = usize::from(tokens[0].any(words!["the", "a", "an", "its", "their"]));
    let noun = &tokens[head(tokens, &told)];
    let plain = tokens[..comma].iter().all(Token::is_plain);
    let verb = is_verb(tokens, clause + 1) && !told.clone().any(|at| is_verb(tokens, at));
    let person = noun.is(Class::PERSON) && !noun.ends_in_s();
    let opens = the == 1 || tokens[0].is(Class::PERSON);
    let fits = opens && plain && person && verb && comma - clause > 1;
    (fits && is_closed(tokens, start)).then_some(told)
}

/// Whether a comma stands behind the name that begins at a place.
fn is_closed(tokens: &[Token<'_>], start: usize) -> bool {
    let names = |from: usize| {
        let rest = tokens.get(from..).unwrap_or_default().iter();
        rest.take_while(|token| token.kind == Kind::Name).count()
    };
    let name = names(start);
    // `Iris Vane of Oban`
    let of = start + name;
    let placed = tokens
        .get(of)
        .is_some_and(|next| next.any(words!["of", "from"]) && next.kind == Kind::Word);
    let end = if placed { of + 1 + names(of + 1) } else { of };
    name > 1 && tokens.get(end).is_some_and(|next| next.is_mark(','))
}

/// What a body is, before its name between commas: `The studio, Harbor Pictures, said`, `that the operator, the
/// Tunnel Society (TS), said`.
pub(super) fn body(tokens: &[Token<'_>], run: &Range<usize>) -> Option<Range<usize>> {
    let the = run.start > 0 && tokens[run.start - 1].is_word("the");
    let comma = (run.start - usize::from(the))
        .checked_sub(1)
        .filter(|at| *at > 1 && tokens[*at].is_mark(','))?;
    let short = tokens.get(run.end).is_some_and(|next| next.is_mark('('))
        && tokens
            .get(run.end + 2)
            .is_some_and(|next| next.is_mark(')'));
    let end = run.end + if short { 3 } else { 0 };
    let closed = tokens.get(end).is_some_and(|next| next.is_mark(','));
    // `the union, the Grain Board, and the council`
    let list = tokens
        .get(end + 1)
        .is_some_and(|next| next.is(Class::AND.or(Class::DETERMINER)));
    let noun = &tokens[comma - 1];
    let body = noun.kind == Kind::Word && noun.is(Class::BODY) && !noun.ends_in_s();
    let opens = |at: &usize| tokens[*at].any(words!["the", "its", "their", "his", "her"]);
    let start = (comma.saturating_sub(4)..comma - 1).rev().find(opens)?;
    let alone = start.checked_sub(1).is_none_or(|before| {
        let before = &tokens[before];
        before.is_mark(',')
            || before.is(Class::AND.or(Class::SUBORDINATOR))
            || before.is_word("that")
    });
    let plain = tokens[start + 1..comma]
        .iter()
        .all(|token| token.kind == Kind::Word && !token.is(Class::PREPOSITION));
    (closed && !list && body && alone && plain).then_some(start..comma)
}

/// What a body is, before its name of one word at the end of a clause: `Norland's biggest operator, Ostar.`
pub(super) fn body_at_end(tokens: &[Token<'_>], run: &Range<usize>) -> Option<Range<usize>> {
    let comma = run
        .start
        .checked_sub(1)
        .filter(|at| tokens[*at].is_mark(',') && run.len() == 1)?;
    let closed = tokens
        .get(run.end)
        .is_none_or(|next| next.is_mark(',') || next.is_mark('.'));
    let noun = &tokens[comma.checked_sub(1)?];
    let body = noun.is(Class::BODY) && !noun.is(Class::PERSON) && !noun.ends_in_s();
    let modifies = |at: &usize| {
        let token = &tokens[*at];
        token.kind == Kind::Word
            && !token.is(Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::PREPOSITION)
                .or(Class::AND))
            && !is_verb(tokens, *at)
    };
    let before = (0..comma).rev().take_while(modifies).count();
    let opens = (comma - before).checked_sub(1)?;
    let article = tokens[opens].any(words!["a", "an"]);
    let opened = article || tokens[opens].kind == Kind::Genitive;
    let start = opens + usize::from(!article);
    (closed && body && opened && before > 0).then_some(start..comma)
}

/// `The secretary general of the CEI (Bishops' Conference), Nunzio Galante`: where the brackets open.
fn before_brackets(tokens: &[Token<'_>], comma: usize) -> usize {
    // `The Commissioner (REC) in the state, Iris Vane`
    let closed = (comma.saturating_sub(5)..comma)
        .rev()
        .find(|at| !tokens[*at].is_plain())
        .filter(|at| tokens[*at].is_mark(')'))
        .filter(|at| *at + 1 == comma || tokens[*at + 1].any(words!["in", "of", "for", "at"]));
    let Some(closed) = closed else {
        return comma;
    };
    let opens = (closed.saturating_sub(10)..closed).rev();
    let mut opens = opens.filter(|at| tokens[*at].is_mark('('));
    opens.next().filter(|at| *at > 0).unwrap_or(comma)
}

/// `a doctor who treated him, Raj Patel,`
fn told_by_clause(tokens: &[Token<'_>], comma: usize) -> Option<Range<usize>> {
    let who = (comma.saturating_sub(8)..comma)
        .rev()
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| tokens[*at].is_word("who"))?;
    Some(one_person_before(tokens, who)?..who)
}

/// Where a phrase for one person begins that ends at a place: `the lawyer`.
fn one_person_before(tokens: &[Token<'_>], end: usize) -> Option<usize> {
    let start = (end.saturating_sub(5)..end)
        .rev()
        .find(|at| tokens[*at].is(Class::DETERMINER.or(Class::POSSESSIVE)))?;
    let noun = &tokens[end - 1];
    let one = noun.kind == Kind::Word && noun.is(Class::PERSON) && !noun.ends_in_s();
    let singular = !tokens[start].is(Class::NUMBER) || tokens[start].is_word("one");
    (one && singular).then_some(start)
}

/// `the lawyer representing the family, Iris Vane,`
fn told_by_participle(tokens: &[Token<'_>], comma: usize) -> Option<Range<usize>> {
    let acts = (comma.saturating_sub(LONGEST_PARTICIPLE).max(1)..comma)
        .rev()
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| is_told_of(tokens, *at) && told_end(tokens, *at) == Some(comma));
    if let Some(acts) = acts {
        return Some(one_person_before(tokens, acts)?..comma);
    }
    let done = (comma.saturating_sub(LONGEST_PARTICIPLE).max(1)..comma)
        .rev()
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| is_done_to(tokens, *at))?;
    Some(one_person_before(tokens, done)?..comma)
}
