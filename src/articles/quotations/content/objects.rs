//! Objects of reporting verbs: those that are a stance, reasons, what is counted.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::verbs::Verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

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
const STANCES: WordList = WordList::new(&[
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
    "guidance",
    "forecast",
    "outlook",
    "target",
    "targets",
    "pledge",
    "promise",
    "view",
    "keenness",
    "eagerness",
    "adherence",
    "condemnation",
    "resolve",
    "stance",
    "solidarity",
    "intention",
    "depth",
    "denial",
]);

const DOUBTS: WordList = WordList::new(&[
    "concern",
    "concerns",
    "question",
    "questions",
    "objection",
    "objections",
    "doubt",
    "doubts",
    "fears",
]);

/// Whether something is to be done: `stressed keeping the ports open`, not `stressed funding for schools`.
pub(super) fn is_urged(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let [first, next, ..] = &tokens[part.clone()] else {
        return false;
    };
    UTTERING.contains(&&*verb.lemma)
        && first.is_gerund()
        && next.mark().is_none()
        && (!next.is(Class::PREPOSITION) || next.is_word("to"))
}

pub(super) fn is_stance(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    // `alluded to the fact that the port may close`
    let fact = tokens[part.clone()].get(..3).is_some_and(|words| {
        words[0].is_word("the") && words[1].is_word("fact") && words[2].is_word("that")
    });
    if fact && part.len() > 4 {
        return true;
    }
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
        && tokens[end - 1].any(words![
            "plan",
            "plans",
            "intention",
            "intentions",
            "proposal",
            "proposals"
        ])
        && tokens[end].is_word("to");
    // `repeated its claim that the islands are its own`
    let again = matches!(
        &*verb.lemma,
        "reiterate" | "repeat" | "restate" | "reaffirm" | "renew"
    ) && end > part.start
        && end + 1 < part.end
        && (tokens[part.start].is(Class::DETERMINER.or(Class::POSSESSIVE))
            || tokens[part.start..end]
                .iter()
                .any(|token| token.kind == Kind::Genitive))
        && (tokens[end - 1].is(Class::REPORT) || tokens[end - 1].any(&HELD))
        && (tokens[end].is_word("that")
            || tokens[end - 1].any(&HELD) && tokens[end].any(words!["for", "to", "on"]));
    // `pointed to the importance of trust`
    let pointed = matches!(&*verb.lemma, "point to" | "draw attention to" | "refer to")
        && tokens[part.start].is_word("the")
        && tokens[part.start..end]
            .iter()
            .any(|token| token.any(&POINTED_TO));
    // `reaffirmed its rejection of the plan`, but `affirmed the rejection of her claim`
    let owned = UTTERING.contains(&&*verb.lemma)
        && (part.start..end)
            .find(|at| tokens[*at].is_word("rejection"))
            .is_some_and(|noun| {
                tokens[part.start..noun]
                    .iter()
                    .any(|token| token.is(Class::POSSESSIVE) || token.kind == Kind::Genitive)
            });
    let uttered = UTTERING.contains(&&*verb.lemma) && named;
    uttered || owned || doubted || planned || again || pointed || renews(tokens, part, verb)
}

/// What somebody renews by saying it once more.
const RENEWED: WordList = WordList::new(&[
    "call",
    "calls",
    "appeal",
    "appeals",
    "pledge",
    "vow",
    "promise",
    "offer",
    "demand",
    "demands",
    "threat",
    "threats",
    "commitment",
]);

/// Whether somebody says again what they asked or promised: `renewed Norland's call for a truce`, but `renewed her lease`.
fn renews(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    if verb.lemma != "renew" {
        return false;
    }
    let noun = part
        .clone()
        .take_while(|at| tokens[*at].is_plain() && !is_verb(tokens, *at))
        .find(|at| tokens[*at].any(&RENEWED));
    let owned = |noun: usize| {
        tokens[part.start].is(Class::DETERMINER.or(Class::POSSESSIVE))
            || tokens[part.start..noun]
                .iter()
                .any(|token| token.kind == Kind::Genitive)
    };
    noun.is_some_and(|noun| {
        owned(noun)
            && tokens
                .get(noun + 1)
                .filter(|_| noun + 1 < part.end)
                .is_some_and(|next| next.any(words!["for", "to", "of", "on", "that"]))
    })
}

/// What somebody points to who holds it to be so.
const POINTED_TO: WordList = WordList::new(&[
    "importance",
    "need",
    "necessity",
    "significance",
    "urgency",
    "inadmissibility",
    "inevitability",
    "advisability",
]);

/// Nouns for what somebody holds or asks, which they say again: `reiterated its stance that`.
const HELD: WordList = WordList::new(&[
    "position", "stance", "call", "calls", "demand", "demands", "offer", "pledge", "promise",
    "threat", "appeal", "plea",
]);

/// Where one of some words stands in a part, not as its first.
pub(super) fn word_in(
    tokens: &[Token<'_>],
    part: &Range<usize>,
    words: &WordList,
) -> Option<usize> {
    (part.start + 1..part.end).find(|at| tokens[*at].kind == Kind::Word && tokens[*at].any(words))
}

/// Whether a reaction is given a reason in words: `praised him for staying`, `praised him for his "courage"`.
pub(super) fn has_reason(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let behind = |at: usize| &tokens[at + 1..part.end];
    let doing = word_in(tokens, part, words!["for", "of", "over"])
        .and_then(|at| behind(at).iter().find(|next| !next.is_word("not")))
        .is_some_and(|next| next.text.ends_with("ing"));
    let marked = word_in(tokens, part, words!["for"]).is_some_and(|at| {
        behind(at)
            .iter()
            .take(2)
            .any(|token| token.quoted().is_some())
    });
    // `criticised the board for the state of the pier`
    let done = word_in(tokens, part, words!["for"]).is_some_and(|at| {
        let next = behind(at).first();
        let told = (part.start..at).any(|at| {
            tokens[at].text.ends_with("ing")
                || is_verb(tokens, at)
                || tokens[at].any(words!["support", "call", "calls", "need", "plan", "plans"])
        });
        let time = behind(at).iter().take(3);
        !time
            .clone()
            .any(|token| token.is(Class::TIME.or(Class::NUMBER)))
            && !told
            && next.is_some_and(|next| {
                next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.kind == Kind::Name
            })
    });
    doing || marked || done
}

/// Verbs of blame that report what is within marks: `denounced the "cruel and needless raid"`.
pub(super) const DECRYING: [&str; 5] = ["condemn", "denounce", "deplore", "decry", "lament"];

/// Whether a stretch within marks is what somebody said, and no name: three words at least, the first small.
pub(super) fn is_utterance(token: &Token<'_>) -> bool {
    let inner = token
        .text
        .trim_matches(|mark: char| !mark.is_alphanumeric());
    token.quoted().is_some()
        && inner.starts_with(char::is_lowercase)
        && inner.split_whitespace().nth(2).is_some()
}

/// Whether somebody is pressed, and not on or about a thing: `pressed the board for a date`.
pub(super) fn is_pressed(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let first = part
        .clone()
        .find(|at| tokens[*at].is(Class::PREPOSITION) && tokens[*at].kind == Kind::Word);
    first.is_some_and(|at| at > part.start && tokens[at].is_word("for"))
}

/// Parts of a whole, and round numbers behind an article.
const SHARES: WordList = WordList::new(&["half", "quarter", "fifth", "tenth", "dozen"]);

/// Whether a word is a share: `two-thirds`, `74%`.
pub(in crate::articles::quotations) fn is_share(token: &Token<'_>) -> bool {
    let parts = ["-third", "-quarter", "-fifth", "-tenth"];
    let word = token.text.strip_suffix('s').unwrap_or(token.text);
    parts.iter().any(|part| word.ends_with(part))
        || token.kind == Kind::Number && token.text.ends_with('%')
}

/// Whether a content begins with a number and a word that makes it less exact: `about a third of them`.
pub(super) fn is_counted(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let [first, next, rest @ ..] = &tokens[part.clone()] else {
        return false;
    };
    let share = next.is_word("a")
        && rest
            .first()
            .is_some_and(|noun| noun.is(Class::NUMBER) || noun.any(&SHARES));
    let number = share
        || next.is(Class::NUMBER)
        || next.any(words![
            "half",
            "dozens",
            "hundreds",
            "thousands",
            "millions"
        ])
        || is_share(next)
        || matches!(next.kind, Kind::Mark('$' | '£' | '€'));
    // `as many as 40 people`
    let as_many = first.is_word("as")
        && next.any(words!["many", "much", "few", "little"])
        && rest.first().is_some_and(|then| then.is_word("as"));
    as_many
        || first.is_word("at") && next.any(words!["least", "most"])
        || number && first.any(words!["about", "around", "over", "under", "between"])
}
