//! When, where and how something was said, behind the marks that hold it.

use super::super::content::{
    INSERTED, PLATFORMS, adverbial, behind_occasion, said_through, told_at,
};
use super::super::lexicon::Class;
use super::super::phrases::phrase_end;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// Adverbs of manner that end a sentence behind marks.
const MANNERS: WordList = WordList::new(&["publicly", "privately", "online", "repeatedly"]);

/// Whether nothing but when, where and how something was said stands from a place to the end: `called it "a sham" on
/// Monday`, `said he was "done" with a smile`. Behind a judgement it may be more than behind a clause, to which it may belong.
pub(super) fn of_saying(tokens: &[Token<'_>], at: usize, end: usize, judged: bool) -> bool {
    let mut behind = at;
    while behind < end {
        let next = circumstance(tokens, behind);
        let next = if next == behind && judged {
            occasion(tokens, behind)
        } else {
            next
        };
        if next == behind {
            return false;
        }
        behind = next;
    }
    behind > at
}

/// The end of an occasion, or of what somebody refers to: `at Monday's briefing`, `citing the weather`.
fn occasion(tokens: &[Token<'_>], at: usize) -> usize {
    if tokens[at].any(&INSERTED) && at + 1 < tokens.len() || tokens[at].any(&MANNERS) {
        return tokens.len();
    }
    let found = told_at(tokens, at, tokens.len(), false);
    if found > at {
        found
    } else if said_through(tokens, at) {
        phrase_end(tokens, at + 1)
    } else {
        behind_occasion(tokens, at, tokens.len())
    }
}

/// The end of one circumstance; the place itself if none begins there.
fn circumstance(tokens: &[Token<'_>], at: usize) -> usize {
    let found = adverbial(tokens, at, tokens.len());
    if found > at {
        return found;
    }
    let (token, end) = (&tokens[at], phrase_end(tokens, at + 1));
    let words = tokens.get(at + 1..end).unwrap_or_default();
    let Some(last) = words.last().filter(|_| token.kind == Kind::Word) else {
        return at;
    };
    let media = token.is_word("on") && (last.any(&PLATFORMS) || last.is_word("stage"));
    let public = token.is_word("in")
        && (last.any(words![
            "court",
            "parliament",
            "congress",
            "public",
            "private"
        ]) || words.len() == 1 && last.kind == Kind::Number && last.text.len() == 4);
    let manner = token.is_word("with")
        && words[0].any(words!["a", "an"])
        && last.any(words![
            "smile", "laugh", "grin", "shrug", "sigh", "wink", "nod", "chuckle"
        ]);
    let aloud = token.is_word("through")
        && last.any(words![
            "loudspeaker",
            "megaphone",
            "translator",
            "interpreter",
            "spokesman"
        ]);
    let door = token.any(words!["outside", "inside"])
        && words[0].is(Class::DETERMINER)
        && last.any(words![
            "court",
            "courthouse",
            "courtroom",
            "parliament",
            "house",
            "hall",
            "chamber"
        ]);
    if media || public || manner || aloud || door {
        end
    } else {
        at
    }
}
