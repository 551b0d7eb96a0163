//! What stands between a verb and its "that": a connective between commas, or how it was said.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::subject;
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Cue;
use super::nouns::may_be_subject;

/// Whether a form that may be a noun goes on with "that" behind a connective or an adverb, or its subject is a document with
/// more between: `fears, however, that`, `The memo states flatly that`, `A communique issued after the talks states that`.
pub(super) fn goes_on_with_that(tokens: &[Token<'_>], span: &Range<usize>, verb: &Verb) -> bool {
    let connected = behind_connective(tokens, span.end);
    let before = span.start.checked_sub(1).map(|at| &tokens[at]);
    if connected > span.end {
        return tokens[connected].is_word("that") && before.is_some_and(may_be_subject);
    }
    let adverb = tokens
        .get(span.end)
        .is_some_and(|next| next.kind == Kind::Word && next.text.ends_with("ly"));
    let that = tokens
        .get(span.end + usize::from(adverb))
        .is_some_and(|next| next.is_word("that"));
    that && verb.frames.has(Frames::THAT) && says_of_it(tokens, span.start, adverb)
}

/// What stands behind a verb and a connective, if that is "that", and else behind the verb: `officials fear, however, that`.
pub(super) fn next_of<'r, 't>(tokens: &'r [Token<'t>], cue: &Cue) -> Option<&'r Token<'t>> {
    let connected = behind_connective(tokens, cue.tokens.end);
    let told = connected == cue.tokens.end || tokens[connected].is_word("that");
    tokens.get(connected).filter(|_| told)
}

/// Whether a document, or somebody if an adverb follows, is the subject of a form that is a noun as well.
fn says_of_it(tokens: &[Token<'_>], at: usize, adverb: bool) -> bool {
    let Some(own) = subject(tokens, 0, at) else {
        return false;
    };
    let of = (own.start + 1..own.end).find(|at| tokens[*at].is(Class::PREPOSITION));
    let head = &tokens[of.unwrap_or(own.end) - 1];
    let told = if adverb {
        head.is(Class::SPEAKER.or(Class::SUBJECT)) || head.kind == Kind::Name
    } else {
        head.is(Class::DOCUMENT) && own.end < at
    };
    told && !(own.end..at).any(|at| tokens[at].is(Class::AUXILIARY))
        && !tokens[at - 1].is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
}

/// Behind a word between commas that joins its clause to the one before, or the place itself: `fears, however, that`.
fn behind_connective(tokens: &[Token<'_>], at: usize) -> usize {
    const JOINING: WordList = WordList::new(&[
        "however",
        "though",
        "moreover",
        "too",
        "meanwhile",
        "nevertheless",
        "nonetheless",
        "therefore",
        "instead",
        "furthermore",
    ]);
    match tokens.get(at..at + 4) {
        Some([comma, word, close, _])
            if comma.is_mark(',') && close.is_mark(',') && word.any(&JOINING) =>
        {
            at + 3
        }
        _ => at,
    }
}
