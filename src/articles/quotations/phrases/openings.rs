//! What comes before a subject without a comma: joints, places in capitals, times, what another offers.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::speakers::places::is_place;
use super::super::words::{Kind, Token};
use super::fronted::is_span_of_time;
use super::{is_verb, named_like_a_month, named_person, phrase_end};

/// Where the words begin behind what joins a clause and tells when: `And then`, `Three weeks ago`.
pub(super) fn behind_joints(tokens: &[Token<'_>], mut start: usize, end: usize) -> usize {
    while start < end
        && (tokens[start].is(Class::AND)
            || tokens[start].kind == Kind::Mark('.')
            || tokens[start].is_word("that") && start > 0)
    {
        start += 1;
    }
    // `Then union leader Iris Vane`
    let led = |at: usize| {
        let next = &tokens[at + 1];
        tokens[at].any(words![
            "then",
            "later",
            "meanwhile",
            "still",
            "now",
            "yesterday",
            "today"
        ]) && (next.kind == Kind::Name || next.is(Class::SPEAKER))
            && !next.is(Class::TIME.or(Class::DETERMINER).or(Class::PREPOSITION))
    };
    if start + 2 < end && led(start) {
        start += 1;
    }
    // `But last week independent lawmaker Iris Vane`
    let week = start + 2 < end && is_week(tokens, start);
    let dated = week
        && start + 3 < end
        && (tokens[start + 2].kind == Kind::Name || tokens[start + 2].kind == Kind::Word)
        && named_person(&tokens[start + 2..end]);
    // `And last week the mayor`
    let opened =
        week && tokens[start + 2].is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT));
    if dated || opened || week && is_owned_by_name(tokens, start + 2, end) {
        start += 2;
    }
    start = behind_span(tokens, start, end).unwrap_or(start);
    // `Only one in four voters`
    while start + 1 < end
        && tokens[start].any(words!["only", "just", "even", "fully", "roughly", "nearly"])
        && tokens[start + 1].is(Class::NUMBER.or(Class::DETERMINER))
    {
        start += 1;
    }
    if start >= end {
        return end;
    }
    // `Three weeks ago the Front announced`
    if let Some(ago) = (start + 1..end.min(start + 5)).find(|at| tokens[*at].is_word("ago"))
        && ago + 1 < end
    {
        start = ago + 1;
    }
    start
}

/// Whether a week, a month or the like is told: `last week`.
fn is_week(tokens: &[Token<'_>], start: usize) -> bool {
    tokens[start].any(words!["last", "this", "next"]) && tokens[start + 1].is(Class::TIME)
}

/// Whether a name owns what follows it: `Norland's coalition partner`.
fn is_owned_by_name(tokens: &[Token<'_>], start: usize, end: usize) -> bool {
    let names = |at: &usize| tokens[*at].kind == Kind::Name && !tokens[*at].is(Class::TIME);
    let behind = start + (start..end).take_while(names).count();
    behind > start && behind + 1 < end && tokens[behind].kind == Kind::Genitive
}

/// The most words that tell how much later or earlier, or when late or early.
const LONGEST_SPAN: usize = 5;

/// Behind words that tell how much later or how late, before a subject: `Hours earlier Norland's minister`, `Late on
/// Monday the port`.
fn behind_span(tokens: &[Token<'_>], start: usize, end: usize) -> Option<usize> {
    let far = end.min(start + LONGEST_SPAN);
    let behind = if tokens.get(start)?.any(words!["late", "early"]) {
        let day = (start + 1..far).find(|at| !tokens[*at].any(words!["on", "in"]))?;
        let days = (day..far).take_while(|at| tokens[*at].is(Class::TIME));
        day + Some(days.count()).filter(|days| *days > 0)?
    } else {
        let last = (start + 1..far).find(|at| tokens[*at].any(words!["later", "earlier"]))?;
        is_span_of_time(&tokens[start..=last]).then_some(last + 1)?
    };
    let next = tokens.get(behind).filter(|_| behind < end)?;
    let article = next.kind == Kind::Word
        && next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT));
    let named = next.kind == Kind::Name && !next.is(Class::TIME);
    (article || named).then_some(behind)
}

/// The shortest place in capitals before a name, in bytes: `USA` may begin one.
const SHORTEST_PLACE: usize = 5;

/// Behind a place in capitals that opens a report without a dash: `NEW YORK A court`, `OBAN The council`.
pub(in crate::articles::quotations) fn behind_place(
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
) -> usize {
    let capitals = |token: &&Token<'_>| {
        let small = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
        let letters = || token.text.chars().filter(|mark| mark.is_alphabetic());
        token.kind == Kind::Name
            && !small(token.text.as_bytes().get(1))
            && letters().count() > 2
            && letters().all(char::is_uppercase)
    };
    if start > 0 {
        return start;
    }
    let words = tokens[..end].iter().take_while(capitals).count();
    if !(1..4).contains(&words) || words + 1 >= end {
        return start;
    }
    let next = &tokens[words];
    let opens =
        next.is(Class::DETERMINER) && matches!(next.text, "A" | "An" | "The" | "Two" | "Three");
    let named = || {
        let own: Vec<&str> = tokens[..words].iter().map(|token| token.text).collect();
        let own = own.join(" ");
        own.len() >= SHORTEST_PLACE && is_place(&own)
    };
    let name = next.kind == Kind::Name && !next.is(Class::TIME);
    if opens || name && named() {
        words
    } else {
        start
    }
}

/// Somebody named with their office behind a time: `On Monday Foreign Ministry spokesman Ben Marsh`.
pub(super) fn behind_time(tokens: &[Token<'_>], chunk: &Range<usize>) -> Option<Range<usize>> {
    let tells = |at: &usize| {
        let token = &tokens[*at];
        let opens = token.any(words![
            "on", "in", "late", "early", "earlier", "later", "last", "this"
        ]);
        let date = token.kind == Kind::Number || token.is(Class::TIME) && !token.is(Class::TITLE);
        opens || date && !named_like_a_month(tokens, *at)
    };
    let start = chunk.clone().find(|at| !tells(at))?;
    let timed = start > chunk.start
        && tokens[chunk.start..start]
            .iter()
            .any(|token| token.is(Class::TIME));
    let named =
        || named_person(&tokens[start..chunk.end]) && phrase_end(tokens, start) == chunk.end;
    (timed && !tokens[start].is(Class::PREPOSITION) && named()).then_some(start..chunk.end)
}

/// Behind what somebody else offers or asks for: `The owners offered 16 crowns and the workers asked for more`.
pub(super) fn behind_amount(tokens: &[Token<'_>], start: usize, end: usize) -> Option<usize> {
    let verb = start.checked_sub(1).filter(|verb| is_verb(tokens, *verb))?;
    let first = &tokens[start];
    let counts = |token: &Token<'_>| token.kind == Kind::Number || token.is(Class::NUMBER);
    let money = || first.kind == Kind::Name && tokens.get(start + 1).is_some_and(counts);
    let amount = counts(first) || first.any(words!["a", "an"]) || money();
    let and = (start + 1..end)
        .find(|at| tokens[*at].is_word("and"))
        .filter(|_| amount && tokens[verb].kind == Kind::Word)?;
    let (before, next) = (&tokens[and - 1], tokens.get(and + 1)?);
    let opens = next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.kind == Kind::Name;
    let one = !before.is(Class::SPEAKER) && opens && and + 1 < end;
    one.then_some(and + 1)
}
