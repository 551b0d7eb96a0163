//! Clauses whose subject is followed by an age, an apposition or a relative clause between commas.

use std::ops::Range;

use super::super::clauses::contracted;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// How many brackets may follow a subject: `the man, 41, of Oban, died`.
const MOST_BRACKETS: usize = 3;

/// Participles and other words with which a bracket opens that tells of a subject.
const OPENING: WordList = WordList::new(&[
    "of",
    "from",
    "in",
    "near",
    "whom",
    "whose",
    "which",
    "who",
    "where",
    "aged",
    "named",
    "known",
    "called",
    "dubbed",
    "nicknamed",
    "identified",
    "described",
    "born",
    "based",
    "including",
    "then",
    "now",
    "formerly",
    "once",
]);

/// Forms of the past that are no participles, or those of verbs without an object.
const PAST_ALONE: WordList = WordList::new(&[
    "died",
    "lied",
    "fell",
    "rose",
    "grew",
    "knew",
    "took",
    "went",
    "gave",
    "wrote",
    "drove",
    "began",
    "stole",
    "broke",
    "came",
    "saw",
    "spoke",
    "ran",
    "flew",
    "drank",
    "threw",
    "chose",
    "shook",
    "swam",
    "sank",
    "acted",
    "agreed",
    "appeared",
    "arrived",
    "attempted",
    "collapsed",
    "colluded",
    "conspired",
    "continued",
    "crashed",
    "decided",
    "disappeared",
    "escaped",
    "existed",
    "failed",
    "happened",
    "intended",
    "lived",
    "occurred",
    "participated",
    "profited",
    "refused",
    "remained",
    "returned",
    "survived",
    "travelled",
    "traveled",
    "tried",
    "vanished",
    "waited",
    "wanted",
    "worked",
]);

/// The finite verb of a clause whose subject is followed by one bracket or more: `confirmed the man, 41, died`, `allege
/// Orr, who denies it, bought a boat`.
pub(super) fn verb_behind_bracket(tokens: &[Token<'_>], part: &Range<usize>) -> Option<usize> {
    let last = part.end.saturating_sub(1);
    let next_mark = |from: usize| (from..last).find(|at| !tokens[*at].is_plain());
    let mut comma = next_mark(part.start + 1)?;
    for _ in 0..MOST_BRACKETS {
        let opens = tokens[comma].is_mark(',') && opens_bracket(&tokens[comma + 1]);
        let closes = next_mark(comma + 2).filter(|at| opens && tokens[*at].is_mark(','))?;
        let verb = (closes + 1..part.end).find(|at| !is_adverb(&tokens[*at]))?;
        let joins = Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::AND);
        let joined = |token: &Token<'_>| {
            token.kind == Kind::Word && token.is(joins) && !token.is(Class::PREPOSITION)
        };
        if tokens[part.start..comma].iter().any(joined) {
            return None;
        }
        let held = (part.start..comma).any(|at| is_verb(tokens, at));
        if is_finite(tokens, verb, part.end, !held) {
            return Some(verb);
        }
        comma = closes;
    }
    None
}

fn is_adverb(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && token.is(Class::ADVERB)
}

/// Whether a bracket opens with a token: an age, an article, a name, a relative pronoun, `of Oban`.
fn opens_bracket(token: &Token<'_>) -> bool {
    let age = token.kind == Kind::Number && token.text.len() <= 3;
    age || token.kind == Kind::Name
        || token.kind == Kind::Word
            && (token.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SPEAKER))
                || token.any(&OPENING))
}

/// Whether a verb behind a bracket is that of the subject, and no participle; `sure`: no verb stands in the subject.
fn is_finite(tokens: &[Token<'_>], at: usize, end: usize, sure: bool) -> bool {
    let token = &tokens[at];
    if token.kind != Kind::Word || token.is_gerund() || contracted(token) {
        return false;
    }
    if token.is(Class::AUXILIARY) {
        return true;
    }
    let object = tokens
        .get(at + 1)
        .filter(|_| at + 1 < end)
        .is_some_and(|next| {
            let small = Class::PREPOSITION
                .or(Class::ADVERB)
                .or(Class::AND)
                .or(Class::AUXILIARY)
                .or(Class::TIME)
                .or(Class::RELATIVE)
                .or(Class::SUBORDINATOR);
            let figure = matches!(next.kind, Kind::Number | Kind::Mark('$' | '£' | '€'));
            let noun = matches!(next.kind, Kind::Word | Kind::Name);
            // `a fair, held every year`
            let time = next.any(words!["every", "each", "last", "this", "next"]);
            figure || noun && !time && !next.is(small) && !next.text.ends_with("ly")
        });
    sure && (token.any(&PAST_ALONE) || is_verb(tokens, at) && object)
}
