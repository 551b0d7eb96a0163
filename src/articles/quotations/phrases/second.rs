//! The second of two people who are a subject together, of whom something is told each: `Iris Vane, a Liberal,
//! and Hal Orr of Oban`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::words::{Kind, Token};
use super::subject::{is_party, opens_apposition};
use super::{is_verb, named_person};

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
    let apposed = !told.is_empty()
        && (is_party(tokens, &told)
            || opens_apposition(&tokens[told.start])
            || is_place(tokens, &told))
        && !told.clone().any(|at| {
            tokens[at].is_mark(',') || is_verb(tokens, at) && !is_told_by_clause(tokens, &told)
        });
    let names = tokens[and + 1..stop]
        .iter()
        .take_while(|token| token.kind == Kind::Name && !token.is(Class::TIME))
        .count();
    let end = and + 1 + names;
    let closed = end == stop || tokens[end].is_mark(',') || tokens[end].any(&["of", "from"]);
    (apposed && closed && named_person(&tokens[and + 1..end])).then_some(end)
}

/// `Iris Vane, of Oban, and`
fn is_place(tokens: &[Token<'_>], told: &Range<usize>) -> bool {
    tokens[told.start].any(&["of", "from"])
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
