//! Words that are verbs elsewhere, and participles behind nouns.

use super::super::lexicon::Class;
use super::super::words::{Kind, Token};

/// Whether `work` is a noun: `a council work report`, `past work has`.
pub(super) fn is_labour(tokens: &[Token<'_>], at: usize) -> bool {
    let modal = |next: &Token<'_>| next.is(Class::AUXILIARY) && !next.is(Class::DO);
    let document = |next: &Token<'_>| next.is(Class::DOCUMENT) && next.kind == Kind::Word;
    tokens
        .get(at + 1)
        .is_some_and(|next| modal(next) || document(next))
}

/// Whether a participle behind a document tells what it does: `a report analysing the fall`.
pub(super) fn is_told_of(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    token.kind == Kind::Word
        && token.text.len() > 5
        && token.text.ends_with("ing")
        && tokens[at - 1].kind == Kind::Word
        && tokens[at - 1].is(Class::DOCUMENT)
        && tokens.get(at + 1).is_some_and(|next| {
            next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::QUESTION))
        })
}
