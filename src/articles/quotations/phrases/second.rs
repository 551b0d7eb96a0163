//! People who are a subject together, of whom something is told each: `Iris Vane, a Liberal, and Hal Orr of Oban`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::appositions::{is_party, is_time, opens_apposition};
use super::nouns::is_one_role;
use super::{counted_end, is_verb, named_person, phrase_end};

/// Words for several that are no persons in the lists.
const SEVERAL: WordList = WordList::new(&[
    "others",
    "media",
    "records",
    "witnesses",
    "police",
    "people",
    "locals",
    "democrats",
    "republicans",
]);

/// The end of those whom "and" joins to somebody, which a mark or the stop closes: `Iris Vane and about a dozen allies`,
/// `traders and analysts`, `three diplomats and a letter`.
pub(in crate::articles::quotations) fn joined_end(
    tokens: &[Token<'_>],
    first: &Range<usize>,
    stop: usize,
) -> Option<usize> {
    let start = first.end + 1;
    let joined = !first.is_empty() && start < stop && tokens[first.end].is_word("and");
    let speaks = |token: &Token<'_>| token.is(Class::SPEAKER) || token.any(&SEVERAL);
    let own = &tokens[first.clone()];
    if !joined || !(named_person(own) || own.iter().any(speaks)) {
        return None;
    }
    let end = counted_end(tokens, start, stop).unwrap_or_else(|| phrase_end(tokens, start));
    let others = tokens.get(end).is_some_and(|next| next.is_word("others"));
    let end = (end + usize::from(others)).min(stop);
    let last = tokens[start..end].last()?;
    let opens = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::NUMBER);
    let opened = end > start + 1
        && (tokens[start].is(opens)
            || tokens[start].any(words![
                "about", "more", "at", "nearly", "over", "roughly", "almost"
            ]));
    // `and other Republicans`
    let named = opened && last.kind == Kind::Name && !last.is(Class::TIME);
    let many = last.ends_in_s() && (last.is(Class::SPEAKER) || named) || last.any(&SEVERAL);
    let told = many
        || last.kind == Kind::Word && opened && tokens[start..end].iter().any(speaks)
        || last.kind == Kind::Name && named_person(&tokens[start..end]);
    let closed = end >= stop
        || tokens[end].mark().is_some()
        || tokens[end].is(Class::TIME)
        || tokens[end].any(words![
            "on", "in", "at", "familiar", "close", "seen", "reviewed", "obtained"
        ]);
    (told && closed).then_some(end)
}

/// The end of the name of the second, if "and" joins it behind an apposition of the first.
pub(super) fn second_named(
    tokens: &[Token<'_>],
    first: &Range<usize>,
    stop: usize,
) -> Option<usize> {
    if !named_person(&tokens[first.clone()]) || !tokens.get(first.end)?.is_mark(',') {
        return None;
    }
    let and = (first.end + 1..stop)
        .find(|at| tokens[*at].is_word("and") && tokens[*at - 1].is_mark(','))?;
    let told = first.end + 1..and - 1;
    let apposed = is_told(tokens, &told);
    let names = tokens[and + 1..stop]
        .iter()
        .take_while(|token| token.kind == Kind::Name && !token.is(Class::TIME))
        .count();
    let end = and + 1 + names;
    let closed = end == stop || tokens[end].is_mark(',') || tokens[end].any(words!["of", "from"]);
    (apposed && closed && named_person(&tokens[and + 1..end])).then_some(end)
}

/// The names of all who stand between commas, with what is told of each: `Iris Vane, a Liberal, Ida Vell, of Oban,
/// and her deputy, Hal Orr, a banker`.
pub(super) fn all_named(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let named = |chunk: &Range<usize>| {
        // `House Leader Iris Vane`
        let titled = chunk.clone().rev().find(|at| tokens[*at].is(Class::PERSON));
        let name = titled.map_or(chunk.start, |title| title + 1)..chunk.end;
        !name.is_empty()
            && named_person(&tokens[name])
            && !(chunk.start..titled.unwrap_or(chunk.end))
                .any(|at| tokens[at].kind == Kind::Word && is_verb(tokens, at))
    };
    let told = |chunk: &Range<usize>| is_told(tokens, chunk);
    let and = chunks
        .iter()
        .rposition(|chunk| chunk.len() > 1 && tokens[chunk.start].is_word("and"))?;
    let inner = chunks[and].start + 1..chunks[and].end;
    let placed = inner
        .clone()
        .skip(1)
        .find(|at| is_place(tokens, &(*at..inner.end)));
    let name = inner.start..placed.unwrap_or(inner.end);
    // `and her deputy, Hal Orr`, `and the governor, Hal Orr`
    let opens = Class::POSSESSIVE.or(Class::DETERMINER);
    let is_role = |chunk: &Range<usize>| is_one_role(tokens, chunk, opens);
    let deputy = is_role(&inner);
    let (last, behind) = match chunks.get(and + 1) {
        Some(next) if deputy && named(next) => (next.clone(), and + 2),
        _ if named(&name) => (name, and + 1),
        _ => return None,
    };
    if !chunks[behind..].iter().all(told) {
        return None;
    }
    let mut first = and;
    loop {
        let before = chunks[..first]
            .iter()
            .rposition(|chunk| named(chunk) || !told(chunk));
        match before.filter(|before| named(&chunks[*before])) {
            Some(before) => first = before,
            None => break,
        }
    }
    // `The mayor, Iris Vane, and the governor, Hal Orr`
    if first > 0 && first < and && is_role(&chunks[first - 1]) {
        first -= 1;
    }
    let opens = first == 0 || first < and && is_time(&tokens[chunks[first - 1].clone()]);
    (first < and && opens).then(|| chunks[first].start..last.end)
}

/// Whether something is told of somebody between commas: `Iris Vane, a Liberal, and`.
fn is_told(tokens: &[Token<'_>], told: &Range<usize>) -> bool {
    !told.is_empty()
        && (is_party(tokens, told)
            || opens_apposition(&tokens[told.start])
            || tokens[told.start].is(Class::POSSESSIVE) && tokens[told.end - 1].is(Class::PERSON)
            || is_place(tokens, told))
        && !told.clone().any(|at| {
            tokens[at].is_mark(',') || is_verb(tokens, at) && !is_told_by_clause(tokens, told)
        })
}

/// `Iris Vane, of Oban, and`
fn is_place(tokens: &[Token<'_>], told: &Range<usize>) -> bool {
    tokens[told.start].any(words!["of", "from"])
}

/// `who leads the union`
fn is_told_by_clause(tokens: &[Token<'_>], told: &Range<usize>) -> bool {
    tokens[told.start].is(Class::RELATIVE)
}

/// The beginning of the first of two, where the second ends before the verb: `Iris Vane, a Liberal, and Hal Orr`.
pub(super) fn first_named(
    tokens: &[Token<'_>],
    from: usize,
    second: &Range<usize>,
) -> Option<usize> {
    let and = second.start.checked_sub(1).filter(|at| *at > from + 3)?;
    if !tokens[and].is_word("and") || !tokens[and - 1].is_mark(',') {
        return None;
    }
    let comma = (from + 1..and - 1)
        .rev()
        .find(|at| tokens[*at].is_mark(','))?;
    let names = tokens[from..comma]
        .iter()
        .rev()
        .take_while(|token| {
            token.kind == Kind::Name && !token.is(Class::TIME.or(Class::PREPOSITION))
        })
        .count();
    let start = comma - names;
    let opens = start == from || tokens[start - 1].is_mark(',');
    let first = start..comma;
    (names > 0 && opens && second_named(tokens, &first, second.end) == Some(second.end))
        .then_some(start)
}
