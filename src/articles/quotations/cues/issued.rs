//! Participles that say what is in a document which somebody gives out: `filed a complaint in Oban accusing Vell`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before, subject};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::before::before;

/// Verbs by which somebody gives out a document.
const ISSUING: WordList = WordList::new(&[
    "issued",
    "issues",
    "issue",
    "released",
    "releases",
    "filed",
    "files",
    "sent",
    "sends",
    "wrote",
    "writes",
    "published",
    "publishes",
    "posted",
    "posts",
    "submitted",
    "submits",
    "lodged",
    "lodges",
    "circulated",
    "penned",
    "delivered",
    "delivers",
    "tweeted",
    "signed",
    "brought",
]);

/// How many words may stand between a document and its participle.
const FAR: usize = 9;

/// A document that somebody gives out.
pub(in crate::articles::quotations) struct Issued {
    /// Behind the noun for it.
    pub end: usize,
    /// Who gives it out, if the clause has a subject.
    pub issuer: Option<Range<usize>>,
}

/// The document given out of which a participle tells that stands, with times and places between, behind it.
pub(in crate::articles::quotations) fn issued(tokens: &[Token<'_>], left: usize) -> Option<Issued> {
    let stops = |at: &usize| {
        let token = &tokens[*at];
        token.mark().is_some()
            || token.quoted().is_some()
            || token.is(Class::AND) && token.kind == Kind::Word
            || is_verb(tokens, *at)
    };
    let noun = (left.saturating_sub(FAR)..left)
        .rev()
        .take_while(|at| !stops(at))
        .find(|at| {
            let token = &tokens[*at];
            token.kind == Kind::Word
                && (token.is(Class::DOCUMENT) || token.any(words!["complaint", "lawsuit", "suit"]))
        })?;
    let behind = tokens[noun + 1..left].first();
    let apart = behind.is_none_or(|next| next.is(Class::PREPOSITION.or(Class::TIME)));
    let own = phrase_before(tokens, noun + 1);
    // `sent the board a letter warning that`
    let told = phrase_before(tokens, own.start);
    let verb = [own.start, told.start]
        .into_iter()
        .filter_map(|start| start.checked_sub(1))
        .find(|at| tokens[*at].kind == Kind::Word && tokens[*at].any(&ISSUING))?;
    let before = before(tokens, verb);
    (apart && !before.be && !before.negated).then(|| Issued {
        end: noun + 1,
        issuer: subject(tokens, 0, before.left),
    })
}
