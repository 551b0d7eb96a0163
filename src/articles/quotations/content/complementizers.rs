//! "That", "whether" and "if" before what is told: whether they open it.

use std::ops::Range;

use super::super::Rule;
use super::super::clauses::contracted;
use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::verbs::{Frames, Verb};
use super::super::words::{Kind, Token};
use super::predicate::judges;

/// What the word tells with which a content may open.
pub(super) enum Opened {
    /// It is no such word.
    No,
    /// That there is no content.
    Nothing,
    /// Where the content begins.
    Content(usize, Rule),
}

/// Whether "that", "whether" or "if" opens a content.
pub(super) fn opened(tokens: &[Token<'_>], cue: &Cue, part: Range<usize>, verb: &Verb) -> Opened {
    let (begin, limit, frames) = (part.start, part.end, verb.frames);
    let (token, next) = (&tokens[begin], tokens.get(begin + 1));
    let clausal = Frames::THAT.or(Frames::NP_THAT);
    // `called that “generous”`
    let judged = frames.has(Frames::NP_PRED)
        && !frames.has(clausal)
        && next.is_some_and(|next| next.quoted().is_some());
    if is_judged(tokens, &part, verb) {
        return Opened::Content(begin, Rule::CueThenPredicate);
    }
    if token.is_word("that") && !judged {
        if demonstrative(tokens, begin, limit) && frames.has(clausal) {
            return Opened::Content(begin, Rule::CueThenClause);
        }
        // `have denied that and stood by it`
        if next.is_some_and(|next| next.is_word("and") && next.kind == Kind::Word) {
            return Opened::Nothing;
        }
        let bracketed = next.is_some_and(|next| next.is_mark(']'));
        if !bracketed && opens_clause(tokens, begin, limit) {
            let quotes = frames.has(Frames::QUOTE) && !verb.doubtful.sense;
            // `called that explanation "an insult"`, `put that cost at a million`
            let of_object = Frames::NP_PRED.or(Frames::NP_PREP).or(Frames::NP_AS);
            let alone = frames.has(Frames::NP) && !frames.has(Frames::QUOTE);
            let noun = next.is_some_and(|next| next.kind == Kind::Word && !next.is(Class::SUBJECT));
            if noun && (alone || frames.has(of_object)) && !frames.has(clausal) {
                return Opened::No;
            }
            return if frames.has(clausal) || quotes {
                Opened::Content(begin + 1, Rule::CueThenThat)
            } else {
                Opened::Nothing
            };
        }
    }
    // `What she said was that the pier would close`
    let that = next.is_some_and(|next| begin + 2 < limit && next.is_word("that"));
    if token.is(Class::BE) && that && frames.has(clausal) {
        return Opened::Content(begin + 2, Rule::CueThenThat);
    }
    // `What Orr said was, “It is over”`
    let comma = usize::from(next.is_some_and(|next| next.is_mark(',') || next.is_mark(':')));
    let marks = tokens
        .get(begin + 1 + comma)
        .filter(|_| begin + 1 + comma < limit)
        .is_some_and(|next| next.quoted().is_some());
    if tokens[0].is_word("what") && token.is(Class::BE) && marks && frames.has(Frames::QUOTE) {
        return Opened::Content(begin + 1 + comma, Rule::CueThenMarks);
    }
    if is_condition(tokens, cue, part, verb) {
        return Opened::Content(begin, Rule::CueThenClause);
    }
    let asks = frames.has(Frames::WH) || cue.negated && frames.has(clausal);
    if token.any(words!["whether", "if"]) && asks {
        return Opened::Content(begin + 1, Rule::CueThenThat);
    }
    Opened::No
}

/// Whether "that" is what something is called, and opens no clause: `finds that laughable`, `consider that a mistake`.
fn is_judged(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let Some(next) = tokens.get(part.start + 1).filter(|_| part.len() > 1) else {
        return false;
    };
    let judgement = judges(next) && part.len() == 2 || next.any(words!["a", "an"]);
    tokens[part.start].is_word("that")
        && verb.frames.has(Frames::NP_PRED)
        && judgement
        && part
            .clone()
            .skip(1)
            .all(|at| tokens[at].is_plain() && !is_verb(tokens, at))
}

/// Whether `that` is the subject of what follows: `said that was unfair`.
fn demonstrative(tokens: &[Token<'_>], that: usize, limit: usize) -> bool {
    let behind = |at: usize| {
        tokens
            .get(at)
            .filter(|next| at < limit && next.kind == Kind::Word)
    };
    // `said that still happens`
    let adverb = behind(that + 1)
        .is_some_and(|next| next.is(Class::ADVERB) && !next.is_word("there"))
        && behind(that + 2)
            .is_some_and(|next| next.is(Class::VERB.or(Class::AUXILIARY).or(Class::THIRD)));
    // Not so `said that she'd go`.
    let verb = behind(that + 1).is_some_and(|next| next.is(Class::AUXILIARY) && !contracted(next));
    that + 2 < limit && (adverb || verb)
}

/// Whether `that` opens a clause and is no pronoun.
fn opens_clause(tokens: &[Token<'_>], that: usize, limit: usize) -> bool {
    that + 2 < limit
        || tokens
            .get(that + 1)
            .is_some_and(|next| next.quoted().is_some())
}

/// Whether "if" opens a condition of what is said, not what is asked: `said if the port closed, many would leave`.
fn is_condition(tokens: &[Token<'_>], cue: &Cue, part: Range<usize>, verb: &Verb) -> bool {
    let tells = verb.frames.has(Frames::QUOTE) && verb.frames.has(Frames::THAT.or(Frames::NP_THAT));
    let asks =
        verb.class == "asking" || matches!(&*verb.lemma, "know" | "see" | "decide" | "learn");
    let finite = || {
        (part.start + 1..part.end)
            .filter(|at| is_verb(tokens, *at) && !is_verb(tokens, *at - 1))
            .count()
    };
    tokens[part.start].is_word("if")
        && tells
        && !asks
        && !cue.negated
        && !cue.questioned
        && finite() > 1
}
