//! Particles: where a verb ends that reports only with the words behind it, as in `called for`.

use super::super::lexicon::Class;
use super::super::phrases::phrase_end;
use super::super::verbs::Frames;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// The end of a verb with its particle; one object may stand between them only for `put … at`.
pub(super) fn particle(tokens: &[Token<'_>], at: usize, verb: u16) -> Option<usize> {
    let words = &tokens[at].verb(verb).particle;
    let mut end = at + 1;
    for word in words {
        let mut near = tokens.iter().skip(end).take(MOST_APART + 1);
        if !near.any(|next| next.is_word(word)) {
            return None;
        }
        // `called Saturday for calm`, `called on Saturday for calm`
        if end == at + 1 {
            // `asked twice for calm`
            let often = tokens.get(end).is_some_and(|next| next.any(&OFTEN));
            let apart = days_between(tokens, end).max(usize::from(often));
            let parted = tokens
                .get(end + apart)
                .is_some_and(|next| next.is_word(word));
            end += if parted { apart } else { 0 };
        }
        // `insisted on Thursday that`
        let day = tokens.get(end + 1).is_some_and(|next| next.is(Class::TIME));
        if !tokens.get(end)?.is_word(word) || word == "on" && day {
            return None;
        }
        if word == "to" && is_told_that(tokens, end + 1) {
            return None;
        }
        if word == "for" && reports_bare(&tokens[at]) && is_span_of_time(tokens, end + 1) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// How many words may stand between a verb and its particle.
const MOST_APART: usize = 3;

/// Adverbs that may stand between a verb and its particle.
const OFTEN: WordList = WordList::new(&[
    "twice",
    "again",
    "repeatedly",
    "publicly",
    "openly",
    "directly",
    "specifically",
    "explicitly",
    "instead",
    "also",
    "formally",
    "personally",
]);

/// Whether a verb reports with "that" without a particle too.
fn reports_bare(token: &Token<'_>) -> bool {
    token.readings().iter().any(|(number, _)| {
        let verb = token.verb(*number);
        verb.particle.is_empty() && verb.frames.has(Frames::THAT)
    })
}

/// How many words may tell how long a span of time is: `the past ten years`.
const SPAN: usize = 4;

/// Whether a span of time begins at a place: `argued for many years that`.
fn is_span_of_time(tokens: &[Token<'_>], at: usize) -> bool {
    let counts = Class::DETERMINER.or(Class::NUMBER).or(Class::POSSESSIVE);
    let mut words = tokens[at.min(tokens.len())..].iter().take(SPAN);
    let unit = words.find(|word| {
        !(word.is(counts) || word.any(words!["last", "past", "long", "more", "than"]))
    });
    unit.is_some_and(|unit| {
        unit.any(words![
            "hours",
            "days",
            "weeks",
            "months",
            "year",
            "years",
            "decades",
            "generations",
            "time"
        ])
    })
}

/// How many words of a time stand between a verb and its particle: `warned on Friday of`, `warned last week of`.
fn days_between(tokens: &[Token<'_>], at: usize) -> usize {
    let time = |at: usize| tokens.get(at).is_some_and(|token| token.is(Class::TIME));
    let word = |at: usize, words: &WordList| tokens.get(at).is_some_and(|token| token.any(words));
    if word(at, words!["yesterday", "today"]) {
        return 1;
    }
    let earlier = usize::from(word(at, words!["earlier", "late", "early"]));
    if word(at + earlier, words!["last", "this"]) && time(at + earlier + 1) {
        return earlier + 2;
    }
    let day = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.is(Class::TIME) && token.kind == Kind::Name)
    };
    let on = usize::from(tokens.get(at).is_some_and(|token| token.is_word("on")));
    if day(at + on) { on + 1 } else { 0 }
}

/// Whether "to" leads to somebody who is told: `admitted to her deputy that`.
fn is_told_that(tokens: &[Token<'_>], at: usize) -> bool {
    let end = phrase_end(tokens, at);
    let that = tokens.get(end).is_some_and(|next| next.is_word("that"));
    that && end > at && {
        let last = &tokens[end - 1];
        last.is(Class::SPEAKER.or(Class::PERSON).or(Class::OBJECT))
            || last.kind == Kind::Name
            || last.any(words!["audience", "crowd", "press", "public", "court"])
    }
}
