//! Objects of reporting verbs: those that say nothing, those that are a stance, and reasons.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::verbs::Verb;
use super::super::words::{Kind, Token};

/// Objects with which a verb says nothing: `claimed victory`, `denied them visas`, `says a great deal`.
const UNSAID: [(&str, &str); 5] = [
    (
        "concede",
        "penalty goal goals point points lead ground seat seats",
    ),
    ("argue", "case cases appeal appeals"),
    (
        "claim",
        "victory victories record title titles seat seats life lives prize lead spot win credit throne crown \
         mantle",
    ),
    (
        "deny",
        "access entry visa visas permission bail request requests appeal motion petition application right \
         rights chance opportunity job jobs asylum parole benefits coverage aid entrance service care",
    ),
    (
        "say",
        "lot deal much little nothing something anything everything prayer goodbye hello word words",
    ),
];

pub(super) fn unsaid(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let Some((_, heads)) = UNSAID.iter().find(|(lemma, _)| *lemma == verb.lemma) else {
        return false;
    };
    let stop = (part.start..part.end)
        .find(|at| {
            tokens[*at].is(Class::PREPOSITION.or(Class::AND).or(Class::RELATIVE))
                || tokens[*at].mark().is_some()
                || is_verb(tokens, *at)
        })
        .unwrap_or(part.end);
    // `said the deal, worth a lot, was good`
    let apart = verb.lemma == "say" && (stop..part.end).any(|at| is_verb(tokens, at));
    let clause = apart || stop < part.end && is_verb(tokens, stop);
    !clause
        && tokens[part.start..stop]
            .iter()
            .any(|token| heads.split_whitespace().any(|head| token.is_word(head)))
}

/// Verbs that utter a stance, and the nouns for one: `stressed the importance of trust`.
const UTTERING: [&str; 9] = [
    "underscore",
    "stress",
    "emphasize",
    "emphasise",
    "underline",
    "highlight",
    "reiterate",
    "reaffirm",
    "affirm",
];
const STANCES: [&str; 16] = [
    "importance",
    "need",
    "necessity",
    "significance",
    "urgency",
    "commitment",
    "support",
    "readiness",
    "willingness",
    "opposition",
    "desire",
    "concern",
    "concerns",
    "determination",
    "call",
    "calls",
];

const DOUBTS: [&str; 9] = [
    "concern",
    "concerns",
    "question",
    "questions",
    "objection",
    "objections",
    "doubt",
    "doubts",
    "fears",
];

/// Whether something is to be done: `stressed keeping the ports open`, not `stressed funding for schools`.
pub(super) fn is_urged(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let [first, next, ..] = &tokens[part.clone()] else {
        return false;
    };
    UTTERING.contains(&&*verb.lemma)
        && first.kind == Kind::Word
        && first.text.len() > 5
        && first.text.ends_with("ing")
        && next.mark().is_none()
        && (!next.is(Class::PREPOSITION) || next.is_word("to"))
}

pub(super) fn is_stance(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let end = phrase_end(tokens, part.start).min(part.end);
    let named = tokens[part.start..end]
        .iter()
        .any(|token| token.any(&STANCES));
    // `raised her concerns about the dam`
    let doubted = verb.lemma == "raise"
        && tokens[part.start..end]
            .iter()
            .any(|token| token.any(&DOUBTS));
    // `announced a plan to build 200 flats`
    let planned = matches!(&*verb.lemma, "announce" | "unveil" | "outline")
        && end > part.start
        && end + 1 < part.end
        && tokens[end - 1].any(&[
            "plan",
            "plans",
            "intention",
            "intentions",
            "proposal",
            "proposals",
        ])
        && tokens[end].is_word("to");
    UTTERING.contains(&&*verb.lemma) && named || doubted || planned
}

/// Where one of some words stands in a part, not as its first.
pub(super) fn word_in(tokens: &[Token<'_>], part: &Range<usize>, words: &[&str]) -> Option<usize> {
    (part.start + 1..part.end).find(|at| tokens[*at].kind == Kind::Word && tokens[*at].any(words))
}

/// Whether a reaction is given a reason in words: `praised him for staying`, `praised him for his "courage"`.
pub(super) fn has_reason(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let behind = |at: usize| &tokens[at + 1..part.end];
    let doing = word_in(tokens, part, &["for", "of", "over"])
        .and_then(|at| behind(at).first())
        .is_some_and(|next| next.text.ends_with("ing"));
    let marked = word_in(tokens, part, &["for"]).is_some_and(|at| {
        behind(at)
            .iter()
            .take(2)
            .any(|token| token.quoted().is_some())
    });
    doing || marked
}
