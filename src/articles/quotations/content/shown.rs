//! Participles behind the document or the occasion in which something is said: `in a letter seen by the Ledger`.

use super::super::lexicon::Class;
use super::super::phrases::phrase_end;
use super::super::words::{Kind, Token};
use super::opening::SHORT;

/// Participles that tell of the document or the occasion in which something is said.
const SHOWN: [&str; 57] = [
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
    "mailed",
];

/// Words that tell when or where it was shown.
const SHOWN_WHEN: [&str; 7] = ["late", "early", "earlier", "last", "this", "online", "here"];

/// Whether a participle tells of the document in which something is said: `in a letter seen by the Ledger`.
pub(in crate::articles::quotations) fn is_shown(tokens: &[Token<'_>], at: usize) -> bool {
    let joint = |next: &Token<'_>| {
        next.is(Class::TIME)
            || next.any(&SHOWN_WHEN)
            || next.is_word("public")
            || next.any(&[
                "by", "on", "to", "in", "with", "at", "after", "via", "through", "during", "from",
                "before", "for",
            ])
    };
    at > 0
        && tokens[at - 1].is(Class::OCCASION.or(Class::DOCUMENT))
        && tokens[at].any(&SHOWN)
        && tokens.get(at + 1).is_some_and(joint)
}

/// Whether such a participle stands behind a document or an occasion that a preposition leads to: `said in a
/// statement posted on its website`.
pub(in crate::articles::quotations) fn is_shown_there(tokens: &[Token<'_>], at: usize) -> bool {
    let near = at.saturating_sub(SHORT)..at;
    let points = |at: &usize| {
        tokens[*at].kind == Kind::Word && tokens[*at].any(&["in", "on", "at", "to", "via", "by"])
    };
    is_shown(tokens, at)
        && near
            .rev()
            .find(points)
            .is_some_and(|place| phrase_end(tokens, place + 1) == at)
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
