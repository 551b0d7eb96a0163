//! Times that no preposition opens: `this week`, `the next day`, `two years later`, `late on Sunday`.

use super::super::lexicon::Class;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::phrase_end;

/// What times are counted in.
const UNITS: WordList = WordList::new(&[
    "second",
    "seconds",
    "minute",
    "minutes",
    "moment",
    "moments",
    "hour",
    "hours",
    "day",
    "days",
    "night",
    "nights",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "season",
    "seasons",
    "weekend",
]);

/// Words with which a time may begin, beside numbers and units: most words are none of them.
const FIRST: WordList = WordList::new(&[
    "earlier",
    "later",
    "late",
    "early",
    "last",
    "this",
    "next",
    "that",
    "the",
    "more",
    "once",
    "again",
    "time",
    "over",
    "for",
    "several",
    "many",
    "countless",
    "a",
    "an",
    "few",
    "some",
    "half",
    "just",
    "only",
    "barely",
    "about",
    "nearly",
    "almost",
    "less",
    "than",
    "shortly",
    "soon",
    "right",
    "long",
    "not",
]);

/// Which of several a time is.
const WHICH: WordList = WordList::new(&[
    "next",
    "following",
    "previous",
    "same",
    "first",
    "last",
    "past",
    "very",
]);

/// Whether a time begins at a token.
pub(super) fn begins_time(tokens: &[Token<'_>], at: usize) -> bool {
    simple(tokens, at).is_some()
}

/// Where a time that begins at a token ends, with what it was before or after: `this week`, `the day before`, `moments later`, `a day after the vote`.
pub(in crate::articles::quotations) fn time_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let end = simple(tokens, at)?;
    let that = tokens.get(end).is_some_and(|next| next.is_word("that"));
    if tokens[end - 1].any(words!["before", "after"]) && !that {
        return Some(phrase_end(tokens, end).max(end));
    }
    Some(end)
}

fn simple(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let opens = match token.kind {
        Kind::Number => true,
        Kind::Word => token.is(Class::NUMBER) || token.any(&FIRST) || token.any(&UNITS),
        _ => false,
    };
    if !opens {
        return None;
    }
    let end = if token.any(words!["earlier", "later"]) {
        pointed(tokens, at + 1)?
    } else if token.any(words!["late", "early"]) {
        let on = tokens.get(at + 1)?.any(words!["on", "in"]);
        let date = at + 1 + usize::from(on);
        let day = tokens.get(date)?.is(Class::TIME);
        let numbers = tokens
            .get(date + 1..)?
            .iter()
            .take_while(|next| next.kind == Kind::Number);
        return day.then(|| date + 1 + numbers.count());
    } else if let Some(end) = pointed(tokens, at) {
        end
    } else {
        return repeated(tokens, at).or_else(|| counted(tokens, at));
    };
    let owns = tokens
        .get(end)
        .is_some_and(|next| next.kind == Kind::Genitive);
    (!owns).then_some(end)
}

/// `this week`, `that night`, `the following day`.
fn pointed(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    let noun = if first.any(words!["last", "this", "next", "that"]) {
        at + 1
    } else if first.is_word("the") && tokens.get(at + 1)?.any(&WHICH) {
        at + 2
    } else {
        return None;
    };
    let time = tokens.get(noun)?;
    let told = time.kind == Kind::Word && (time.is(Class::TIME) || time.any(&UNITS));
    told.then_some(noun + 1)
}

/// `more than once`, `again and again`, `several times`.
fn repeated(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const REPEATED: [&[&str]; 6] = [
        &["more", "than", "once"],
        &["once", "more"],
        &["again", "and", "again"],
        &["time", "and", "again"],
        &["over", "and", "over"],
        &["for", "the", "first", "time"],
    ];
    let times = tokens
        .get(at + 1)
        .is_some_and(|next| next.any(words!["times", "occasions"]));
    let many =
        tokens[at].is(Class::NUMBER) || tokens[at].any(words!["several", "many", "countless"]);
    if times && many {
        return Some(at + 2);
    }
    let said = |words: &&&[&str]| {
        let own = tokens.get(at..at + words.len());
        own.is_some_and(|own| {
            own.iter()
                .zip(words.iter())
                .all(|(token, word)| token.is_word(word))
        })
    };
    REPEATED.iter().find(said).map(|words| at + words.len())
}

/// `two years later`, `moments before the vote`, `the day after`.
fn counted(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let counts = |token: &Token<'_>| {
        token.is(Class::NUMBER)
            || token.kind == Kind::Number
            || token.any(words![
                "a", "an", "the", "few", "several", "some", "many", "half", "just", "only",
                "barely", "about", "nearly", "almost", "more", "less", "than"
            ])
    };
    let opens = counts(&tokens[at]) || tokens[at].any(&UNITS);
    let soon = tokens[at].any(words!["shortly", "soon", "just", "right", "long", "not"]);
    if !opens && !soon {
        return None;
    }
    let counting = tokens[at..]
        .iter()
        .take(4)
        .take_while(|token| counts(token))
        .count();
    let unit = at + counting;
    let joint = if tokens.get(unit).is_some_and(|next| next.any(&UNITS)) {
        unit + 1
    } else if soon {
        at + 1
    } else {
        return None;
    };
    let next = tokens.get(joint)?;
    if next.any(words!["later", "earlier", "ago", "afterwards", "afterward"]) {
        return Some(joint + 1);
    }
    next.any(words!["before", "after"]).then_some(joint + 1)
}
