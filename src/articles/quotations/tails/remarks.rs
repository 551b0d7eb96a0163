//! Remarks of the narration beside what was said: a comparison, a doubt, how things stand now.

use super::super::content::is_share;
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::clause_openings::opens_clause;

/// Whether the narration sets something against what was said: `…, down from 56 percent`, `…, even as talks go on`.
pub(super) fn compares(tokens: &[Token<'_>], at: usize) -> bool {
    let behind = |word: &str| tokens.get(at + 1).is_some_and(|next| next.is_word(word));
    tokens[at].is_word("compared")
        || tokens[at].is_word("even") && behind("as")
        || tokens[at].any(words!["down", "up"]) && behind("from")
}

/// The most tokens of a clause with which the narration says that it was so.
const BORNE_OUT: usize = 6;

/// Whether the narration says in a short clause that it was so, or in a longer one that others said so before: `…, and he
/// did`, `…, and no one has`, `…, as it had feared it would`, `…, though an hour ago he suggested it might`.
pub(super) fn bears_out(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let negated = usize::from(end > at && tokens[end - 1].is_word("not"));
    let Some(last) = end.checked_sub(1 + negated).filter(|last| *last > at + 1) else {
        return false;
    };
    let plain = tokens[at + 1..end].iter().all(Token::is_plain);
    let ends = tokens[last].is(Class::AUXILIARY) && tokens[last].kind == Kind::Word && plain;
    let opens = tokens[at + 1].is(Class::SUBJECT.or(Class::DETERMINER).or(Class::POSSESSIVE))
        || tokens[at + 1].kind == Kind::Name
        || tokens[at + 1].any(words!["no", "nobody", "none", "neither"]);
    let short = tokens[at].any(words!["and", "but"])
        && end - at <= BORNE_OUT
        && opens
        && !tokens[last].is(Class::MODAL);
    let as_told = tokens[at].is_word("as") && tokens[at + 1..last].iter().any(Token::may_report);
    let earlier = tokens[at].any(words!["though", "although"])
        && tokens[at + 1..last]
            .iter()
            .take(BORNE_OUT)
            .any(|token| token.any(words!["ago", "earlier", "previously", "before"]));
    ends && (short || as_told || earlier)
}

/// Whether the narration says that what was said is or is not so: `…, which is not true`, `…, which is false and has been
/// shown to be`.
pub(super) fn weighs(tokens: &[Token<'_>], at: usize) -> bool {
    const SO: WordList = WordList::new(&[
        "true",
        "false",
        "untrue",
        "so",
        "correct",
        "incorrect",
        "inaccurate",
        "accurate",
        "misleading",
        "wrong",
        "right",
    ]);
    let is = tokens
        .get(at + 1)
        .is_some_and(|next| next.any(words!["is", "isn't", "isn\u{2019}t"]));
    if !tokens[at].is_word("which") || !is {
        return false;
    }
    let tells = |token: &Token<'_>| token.is_word("not") || token.is(Class::ADVERB);
    let word = (at + 2..tokens.len()).find(|at| !tells(&tokens[*at]) || tokens[*at].any(&SO));
    word.is_some_and(|word| {
        let behind = tokens.get(word + 1);
        tokens[word].any(&SO)
            && behind.is_none_or(|next| {
                next.mark().is_some() || next.is(Class::AND.or(Class::SUBORDINATOR))
            })
    })
}

/// Whether a share of those asked stands here against another that was told of: `said they were, while 39 percent were
/// not`, but `said the plant was built, while 64 percent of the pipes were laid`.
pub(super) fn others(tokens: &[Token<'_>], at: usize) -> bool {
    let share = |token: &Token<'_>| {
        token.any(words!["percent", "per"]) || token.is_mark('%') || token.text.ends_with('%')
    };
    let near = &tokens[(at + 1).min(tokens.len())..tokens.len().min(at + 4)];
    let opens = tokens[at].is_word("while")
        && near.first().is_some_and(|next| next.kind == Kind::Number)
        && near.iter().any(share);
    if !opens {
        return false;
    }
    let told = |token: &Token<'_>| {
        share(token)
            || is_share(token)
            || token.any(words!["half", "majority", "third", "quarter", "most"])
    };
    let of = (at + 2..tokens.len().min(at + 6)).find(|at| tokens[*at].is_word("of"));
    let of_things = of.is_some_and(|of| {
        !tokens[of + 1..phrase_end(tokens, of + 1).max(of + 1)]
            .iter()
            .any(|token| {
                token.is(Class::PERSON.or(Class::OBJECT))
                    || token.any(words!["those", "respondents"])
            })
    });
    tokens[..at].iter().any(told) && !of_things
}

/// Whether the narration goes on behind a comma and a clause with a denial, a doubt, a contrast or in the present.
pub(super) fn told_besides(tokens: &[Token<'_>], start: usize, comma: usize, finite: bool) -> bool {
    let next = &tokens[comma + 1];
    let behind = tokens.get(comma + 2);
    next.is_word("nor") && behind.is_some_and(|next| next.is(Class::AUXILIARY))
        || finite
            && (next.is_word("despite") || unclear(tokens, comma + 1) || now(tokens, start, comma))
}

/// Whether the narration goes on in the present behind a clause in the past: `ordered that it be halted, and the port
/// faces a deadline`.
fn now(tokens: &[Token<'_>], start: usize, comma: usize) -> bool {
    let and = &tokens[comma + 1];
    let first = |from: usize, end: usize| {
        (from..end).find(|at| is_verb(tokens, *at) || tokens[*at].is_word("be"))
    };
    let far = tokens.len().min(comma + 14);
    let Some((told, later)) = first(start, comma).zip(first(comma + 2, far)) else {
        return false;
    };
    let past = tokens[told].any(words![
        "was", "were", "had", "would", "could", "might", "did", "be"
    ]) || tokens[told].text.ends_with("ed");
    let present = tokens[later].any(words!["is", "are", "has", "have"])
        || tokens[later].any(words!["'s", "\u{2019}s"])
            && tokens
                .get(later + 1)
                .is_some_and(|next| next.text.ends_with("ed"))
        || tokens[later].is(Class::THIRD);
    // `…, and the judge, Warren Osei, has given both until noon`
    let commas = (comma + 2..later)
        .filter(|at| tokens[*at].is_mark(','))
        .count();
    let apposed = commas == 2
        && tokens[later - 1].is_mark(',')
        && tokens[comma + 2].is(Class::DETERMINER.or(Class::POSSESSIVE));
    and.any(words!["and", "but"]) && past && present && (apposed || opens_clause(tokens, comma + 2))
}

/// Whether the narration says that something is not known: `…, although it was not clear whether`.
fn unclear(tokens: &[Token<'_>], at: usize) -> bool {
    let told = |at: usize, words: &WordList| tokens.get(at).is_some_and(|next| next.any(words));
    told(at, words!["although", "though", "but", "and"])
        && told(at + 1, words!["it"])
        && told(
            at + 2,
            words![
                "was",
                "is",
                "remained",
                "remains",
                "wasn't",
                "wasn\u{2019}t",
                "isn't",
                "isn\u{2019}t"
            ],
        )
        && (at + 3..at + 6).any(|at| told(at, words!["clear", "unclear"]))
}

/// Whether the narration adds something behind the last dash: `— which the port can do by May`, `— she cited the count`.
pub(super) fn added(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let cited = at + 3 < end
        && tokens[at + 1].any(words!["he", "she", "they"])
        && tokens[at + 2].any(words![
            "cited",
            "noted",
            "pointed",
            "quoted",
            "recalled",
            "mentioned"
        ]);
    tokens[at].is_dash()
        && at + 2 < end
        && (cited || tokens[at + 1].any(words!["which", "when", "after", "though", "although"]))
        && !tokens[at + 1..end].iter().any(Token::is_dash)
}
