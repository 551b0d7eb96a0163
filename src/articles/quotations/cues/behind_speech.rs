//! Verbs behind speech in marks.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::tails::ends_as_speech;
use super::super::words::{Kind, Token};

/// Whether a verb and who speaks stand behind speech in marks: `"Four minutes," repeats Ida Vell`, `"Four minutes?" he
/// repeats`.
pub(super) fn is_behind_speech(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    let spoken = |at: usize| {
        let comma = tokens[at].is_mark(',');
        let quoted = at.checked_sub(usize::from(comma)).map(|at| &tokens[at]);
        quoted.is_some_and(|token| token.quoted().is_some() && (comma || ends_as_speech(token)))
    };
    let Some(before) = span.start.checked_sub(1) else {
        return false;
    };
    let next = tokens.get(span.end);
    if tokens[before].any(words!["he", "she"]) {
        return before > 0 && spoken(before - 1);
    }
    let somebody = next.is_some_and(|next| {
        next.kind == Kind::Name
            || next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PERSON))
    });
    somebody && spoken(before)
}
