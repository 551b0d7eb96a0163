//! Verbs with more than one sense: whether what follows shows that they report.

use std::ops::Range;

use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::verbs::{Frames, Verb};
use super::super::words::{Kind, Token};
use super::weak_clause::weak_clause;

/// Verbs with more than one sense that mostly report.
const SURE: [&str; 4] = ["see", "put", "feel", "hold"];

/// Whether what follows a verb with more than one sense shows that it does not report.
pub(super) fn means_else(tokens: &[Token<'_>], cue: &Cue, part: Range<usize>, verb: &Verb) -> bool {
    let (token, frames) = (&tokens[part.start], verb.frames);
    let marked = token.is_mark(',')
        && tokens[part.start + 1..part.end]
            .first()
            .is_some_and(|next| next.quoted().is_some());
    let opened = token.is_word("that") || token.quoted().is_some() || token.is_mark(':') || marked;
    let predicated = frames.has(
        Frames::NP_TO
            .or(Frames::NP_AS)
            .or(Frames::NP_PRED)
            .or(Frames::TO),
    );
    let subject = token.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
        || token.is_word("there")
        || matches!(
            &*verb.lemma,
            "rule" | "find" | "show" | "hear" | "understand"
        ) && matches!(token.kind, Kind::Word | Kind::Name)
            && !token.is(Class::PREPOSITION.or(Class::ADVERB));
    let clause = || {
        part.start == cue.tokens.end
            && frames.has(Frames::THAT)
            && subject
            && !weak_clause(tokens, &part, verb)
    };
    // `four have not committed to staying`
    if verb.lemma == "commit to" && cue.negated {
        return true;
    }
    // `has committed to cutting dues`
    let bound =
        verb.lemma == "commit to" && cue.left < cue.tokens.start && token.text.ends_with("ing");
    let sure = opened
        || bound
        || predicated
        || likens(tokens, &part, verb)
        || SURE.contains(&&*verb.lemma);
    if verb.doubtful.sense && !sure && !clause() {
        return true;
    }
    let sight = verb.lemma == "see"
        && (!tokens[cue.tokens.start].is_word("sees")
            || token.any(words!["things", "it", "them", "a"]));
    let seen = verb.lemma == "see" && token.quoted().is_some();
    let judged = tokens[cue.tokens.start].any(words!["see", "sees"]) && judged_as(tokens, &part);
    sight && !opened && !judged || seen
}

/// Whether one is compared to another in words: `compared Orr to a fox`, `compared the plan to “a fire sale”`, but
/// `compared the yields to those of May`.
fn likens(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let mut near = part.start + 1..part.end.min(part.start + NEAR);
    let to = near.find(|at| tokens[*at].is_word("to") || !tokens[*at].is_plain());
    let Some(next) = to
        .filter(|to| tokens[*to].is_word("to"))
        .and_then(|to| tokens.get(to + 1))
    else {
        return false;
    };
    let somebody = first.kind == Kind::Name && !first.is(Class::TIME)
        || first.is(Class::OBJECT) && !first.is(Class::POSSESSIVE) && !first.is_word("it");
    let image = next.any(words!["a", "an"]) || next.quoted().is_some();
    verb.lemma == "compare" && (somebody || image)
}

/// Within how many tokens a judgement stands behind its verb.
const NEAR: usize = 9;

/// Whether "as" with a judgement stands behind an object: `sees the plan as a way out`, `sees as inevitable`.
pub(in crate::articles::quotations) fn judged_as(
    tokens: &[Token<'_>],
    part: &Range<usize>,
) -> bool {
    let near = part.start..part.end.min(part.start + NEAR);
    let stop = near.clone().find(|at| {
        tokens[*at].is_word("as") || tokens[*at].mark().is_some() || is_verb(tokens, *at)
    });
    stop.is_some_and(|at| {
        let next = tokens.get(at + 1).filter(|_| at + 1 < part.end);
        let clause = (at + 1..part.end.min(at + 5)).any(|at| is_verb(tokens, at));
        tokens[at].is_word("as")
            && next.is_some_and(|next| {
                next.any(words!["a", "an"])
                    || next.quoted().is_some()
                    || next.kind == Kind::Word && !next.is(Class::DETERMINER) && !clause
            })
    })
}
