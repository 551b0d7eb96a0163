//! Noun phrases that are a content by themselves: `announced cuts`, `put the toll at 40`.

use std::ops::Range;

use super::super::Rule;
use super::super::lexicon::Class;
use super::super::phrases::phrase_end;
use super::super::verbs::{Frames, Object, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::extent::object;
use super::objects::{DECRYING, is_stance, is_urged, is_utterance, word_in};
use super::phrase::third;
use super::points_to_time;

/// A noun phrase that is a content by itself.
pub(super) fn noun_phrase(
    tokens: &[Token<'_>],
    part: Range<usize>,
    verb: &Verb,
) -> Option<(Range<usize>, Rule)> {
    let first = &tokens[part.start];
    // `recommends that:`, `had seen that coming`
    let bare = first.any(words!["that", "whether"])
        && (part.len() == 1
            || tokens[part.start + 1].is_mark(':')
            || verb.lemma == "see" && tokens[part.start + 1].is_gerund());
    let late = first.any(words!["when", "while", "until", "once"]);
    // `a deadline twice put off, which expires on Sunday`
    let moved = verb.lemma == "put"
        && first.any(words![
            "off", "up", "down", "out", "back", "aside", "forward"
        ]);
    if bare || late || moved || is_promised(tokens, &part, verb) || is_warned(tokens, &part, verb) {
        return None;
    }
    match verb.object {
        Object::Content if verb.lemma == "put" => {
            let degree = words![
                "at", "closer", "ahead", "behind", "above", "below", "between", "near"
            ];
            let idle = words![
                "risk",
                "odds",
                "ease",
                "mercy",
                "disadvantage",
                "stake",
                "peril"
            ];
            let behind = |at: usize| &tokens[at + 1..part.end.min(at + 4).max(at + 1)];
            let mut places = part.clone().skip(1).filter(|at| tokens[*at].any(degree));
            places
                .find(|at| !behind(*at).iter().any(|next| next.any(idle)))
                .map(|_| (figure(tokens, part), Rule::CueThenPhrase))
        }
        Object::Reaction if DECRYING.contains(&&*verb.lemma) => {
            let inner = object(tokens, part, verb);
            let told = inner.clone().any(|at| is_utterance(&tokens[at]));
            told.then_some((inner, Rule::CueThenPhrase))
        }
        Object::Content if first.is(Class::OBJECT) && !first.is(Class::POSSESSIVE) => None,
        Object::Content if verb.frames.has(Frames::NP) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Finite if is_told(tokens, part.start, verb) && verb.frames.has(Frames::NP) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Weak if is_tally(tokens, &part, verb) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Weak if is_urged(tokens, &part, verb) => Some((part, Rule::CueThenPhrase)),
        Object::Weak if is_stance(tokens, &part, verb) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Weak if part.clone().any(|at| tokens[at].quoted().is_some()) => {
            let inner = object(tokens, part.clone(), verb);
            holds_words(tokens, &inner).then_some((part, Rule::CueThenPhrase))
        }
        _ => None,
    }
}

/// Whether somebody reports how many there were, or none: `reported no damage`, `reported $3 million in sales`, but
/// `reported 20 minutes late`.
fn is_tally(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let opens = first.is_word("no")
        || first.kind == Kind::Number && !first.text.contains(':')
        || matches!(first.kind, Kind::Mark('$' | '£' | '€'));
    let late = tokens[part.clone()]
        .get(1)
        .is_none_or(|next| next.is(Class::TIME) || next.is_word("no"));
    verb.lemma == "report" && opens && !late && !tokens[part.start + 1].any(&CLOCK)
}

/// Units of time, and what tells the hour.
const CLOCK: WordList = WordList::new(&[
    "minutes", "minute", "hours", "hour", "days", "day", "weeks", "months", "years", "later",
    "longer", "a.m", "p.m", "am", "pm",
]);

/// Whether marks hold words of the speaker's own, and not only what the narration says it was called: `ordered "a full
/// search"`, but `ordered a search for what he called "a lost cause"`.
pub(super) fn holds_words(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let called = |marks: usize| {
        let near = part.start.max(marks.saturating_sub(CALLED))..marks;
        near.rev()
            .take_while(|at| tokens[*at].is_plain())
            .find(|at| tokens[*at].is_word("what"))
            .is_some_and(|what| (what + 1..marks).any(|at| tokens[at].may_report()))
    };
    part.clone()
        .any(|at| tokens[at].quoted().is_some() && !called(at))
}

/// How many words there may be from "what" to what something was called.
const CALLED: usize = 8;

/// Whether nothing but those who were warned is named: `had warned the port in May`.
fn is_warned(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    if verb.lemma != "warn" {
        return false;
    }
    let first = &tokens[part.start];
    let known = first.is(Class::DETERMINER.or(Class::POSSESSIVE))
        && !first.any(words!["a", "an", "no"])
        || first.kind == Kind::Name;
    let told = word_in(tokens, part, words!["from", "about", "against", "of"]).is_some();
    known && !told && !(part.start + 1..part.end).any(|at| third(tokens, at))
}

/// Whether nothing but those to whom it was promised is named: `what he promised the voters`.
fn is_promised(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let whom = words![
        "people",
        "voters",
        "public",
        "nation",
        "world",
        "electorate"
    ];
    let last = &tokens[part.end - 1];
    let short = part.len() <= LONGEST_ADDRESSEE;
    verb.lemma == "promise"
        && short
        && last.kind == Kind::Word
        && (last.is(Class::PERSON) || last.any(whom))
}

/// How many tokens an addressee of whom nothing else is said may have.
const LONGEST_ADDRESSEE: usize = 3;

/// Whether a noun phrase is what is told: no pronoun, and not when or how: `announced a day earlier`.
fn is_told(tokens: &[Token<'_>], start: usize, verb: &Verb) -> bool {
    let first = &tokens[start];
    // `2,092 confirmed cases`
    if verb.lemma == "confirm"
        && first.kind == Kind::Word
        && first.class == Class::default()
        && !confirms_bare(tokens, start)
    {
        return false;
    }
    let end = phrase_end(tokens, start);
    let time = points_to_time(tokens, start) || end > start && tokens[end - 1].is(Class::TIME);
    let at_time = |words: &WordList, at: usize| tokens.get(at).is_some_and(|next| next.any(words));
    !time
        && (!first.is(Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME))
            || first.is_word("further")
                && tokens
                    .get(start + 1)
                    .is_some_and(|next| next.is_plain() && !next.is(Class::PREPOSITION)))
        && (!first.is(Class::OBJECT.or(Class::SUBJECT)) || first.is(Class::POSSESSIVE))
        && (!at_time(words!["earlier", "later", "ago"], end)
            || at_time(words!["this", "that", "last"], end + 1))
}

/// Whether a noun without an article is confirmed by somebody who stands right before the verb: `Norland confirmed arrests`,
/// `has confirmed receipt of it`, but `2,092 confirmed cases`, `the port's confirmed losses`.
fn confirms_bare(tokens: &[Token<'_>], start: usize) -> bool {
    let Some(who) = start.checked_sub(2).map(|at| &tokens[at]) else {
        return false;
    };
    let verb = &tokens[start - 1];
    let noun = &tokens[start];
    let somebody = who.kind == Kind::Name && start > 2
        || who.is(Class::HAVE.or(Class::SUBJECT))
        || who.kind == Kind::Word && who.is(Class::PERSON.or(Class::BODY));
    let what = noun.is_word("receipt") || noun.text.ends_with('s') && !noun.is_word("cases");
    verb.is_word("confirmed") && somebody && what
}

/// A figure without what it was given in: `put the toll at 40 in a report`.
fn figure(tokens: &[Token<'_>], part: Range<usize>) -> Range<usize> {
    let end = (part.start + 1..part.end).find(|at| {
        tokens[*at].is_word("in")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.any(words!["a", "an"]))
    });
    part.start..end.unwrap_or(part.end)
}
