//! Participles behind the document or the occasion in which something is said: `in a letter seen by the Ledger`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::phrase_end;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::opening::SHORT;

/// Participles that tell of the document or the occasion in which something is said.
const SHOWN: WordList = WordList::new(&[
    "seen",
    "obtained",
    "reviewed",
    "read",
    "published",
    "posted",
    "released",
    "issued",
    "sent",
    "shared",
    "shown",
    "broadcast",
    "broadcasted",
    "aired",
    "written",
    "given",
    "carried",
    "distributed",
    "delivered",
    "made",
    "recorded",
    "printed",
    "circulated",
    "uploaded",
    "addressed",
    "emailed",
    "e-mailed",
    "faxed",
    "televised",
    "dated",
    "signed",
    "streamed",
    "attributed",
    "received",
    "translated",
    "conducted",
    "held",
    "quoted",
    "attached",
    "included",
    "filed",
    "submitted",
    "prepared",
    "played",
    "taken",
    "contained",
    "presented",
    "introduced",
    "unsealed",
    "entered",
    "provided",
    "drafted",
    "cited",
    "leaked",
    "captured",
    "taped",
    "filmed",
    "shot",
    "mailed",
]);

/// Words that tell when or where it was shown.
const SHOWN_WHEN: WordList =
    WordList::new(&["late", "early", "earlier", "last", "this", "online", "here"]);

/// Whether a participle tells of the document in which something is said: `in a letter seen by the Ledger`.
pub(in crate::articles::quotations) fn is_shown(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && is_source(&tokens[at - 1]) && shows(tokens, at)
}

/// Whether something is said in it: a document or an occasion.
fn is_source(token: &Token<'_>) -> bool {
    token.is(Class::OCCASION.or(Class::DOCUMENT))
}

/// Whether a participle says that something was shown, and when, where or by whom.
fn shows(tokens: &[Token<'_>], at: usize) -> bool {
    let participle = tokens.get(at).is_some_and(|token| token.any(&SHOWN));
    participle && tokens.get(at + 1).is_some_and(tells_where)
}

/// Whether a word leads to when, where or by whom something was shown.
fn tells_where(next: &Token<'_>) -> bool {
    next.is(Class::TIME)
        || next.any(&SHOWN_WHEN)
        || next.is_word("public")
        || next.any(words![
            "by", "on", "to", "in", "with", "at", "after", "via", "through", "during", "from",
            "before", "for"
        ])
}

/// Whether such a participle stands behind a document or an occasion that a preposition leads to: `said in a
/// statement posted on its website`.
pub(in crate::articles::quotations) fn is_shown_there(tokens: &[Token<'_>], at: usize) -> bool {
    let near = at.saturating_sub(SHORT)..at;
    let points = |at: &usize| {
        tokens[*at].kind == Kind::Word
            && tokens[*at].any(words!["in", "on", "at", "to", "via", "by"])
    };
    let there = is_shown(tokens, at)
        && near
            .clone()
            .rev()
            .find(points)
            .is_some_and(|place| phrase_end(tokens, place + 1) == at);
    there || is_shown_with(tokens, near, at)
}

/// Whether such a participle stands behind with whom an occasion was had: `in an interview with the Ledger published on
/// Monday`.
fn is_shown_with(tokens: &[Token<'_>], near: Range<usize>, at: usize) -> bool {
    let first = near.start;
    let with = near
        .rev()
        .find(|at| tokens[*at].any(words!["with", "to", "from"]));
    with.filter(|with| *with > first).is_some_and(|with| {
        tokens[with - 1].is(Class::OCCASION)
            && phrase_end(tokens, with + 1) == at
            && shows(tokens, at)
    })
}

/// Whether such a participle stands further behind a document or an occasion, with whom it was sent to or had with between
/// them: `in an email to staff obtained by the Ledger`, `dated May 4 and seen by the Ledger`.
pub(super) fn is_shown_behind(tokens: &[Token<'_>], from: usize, at: usize) -> bool {
    shows(tokens, at) && tokens[from..at].iter().any(is_source)
}

/// The end of what a participle tells of the document or the occasion before it, with whom it was had or sent to; its
/// beginning where it tells nothing of one: `with the Ledger`, `to staff`, `seen by the Ledger`.
pub(in crate::articles::quotations) fn behind_occasion(
    tokens: &[Token<'_>],
    at: usize,
    limit: usize,
) -> usize {
    const JOINTS: WordList =
        WordList::new(&["with", "to", "from", "about", "before", "for", "of", "on"]);
    if at == 0 || at + 1 >= limit {
        return at;
    }
    if shows(tokens, at) {
        return behind_shown(tokens, at, limit);
    }
    let noun = tokens[at - 1].kind == Kind::Word && is_source(&tokens[at - 1]);
    if !noun || !tokens[at].any(&JOINTS) || tokens[at + 1].is(Class::TIME) {
        return at;
    }
    let end = phrase_end(tokens, at + 1).min(limit);
    if end > at + 1 { end } else { at }
}

/// The end of what a participle tells of a document: `posted on its website on Monday`.
pub(super) fn behind_shown(tokens: &[Token<'_>], participle: usize, limit: usize) -> usize {
    let mut at = participle + 1;
    while at < limit {
        let token = &tokens[at];
        let time = token.is(Class::TIME) || token.any(&SHOWN_WHEN) || token.is_word("public");
        let next = if time {
            at + 1
        } else if token.is(Class::PREPOSITION) && token.kind == Kind::Word {
            phrase_end(tokens, at + 1)
        } else {
            break;
        };
        at = next.max(at + 1).min(limit);
    }
    at
}
