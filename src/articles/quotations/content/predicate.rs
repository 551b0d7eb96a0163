//! Objects and what is said or wanted of them: `called the strike a farce`, `asked the board for more time`.

use std::ops::Range;

use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::verbs::Verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::infinitive;
use super::objects::word_in;

/// Endings of adjectives.
const ADJECTIVES: [&str; 11] = [
    "ble", "ful", "ous", "ive", "ent", "ant", "less", "al", "ic", "ary", "ing",
];

/// Other adjectives that judge.
const JUDGING: WordList = WordList::new(&[
    "open",
    "shut",
    "closed",
    "void",
    "invalid",
    "over",
    "dead",
    "safe",
    "wrong",
    "right",
    "fair",
    "unfair",
    "weak",
    "strong",
    "false",
    "true",
    "guilty",
    "absurd",
    "stupid",
    "dumb",
    "naive",
    "premature",
    "inadequate",
    "appropriate",
    "inappropriate",
    "legitimate",
    "illegitimate",
    "corrupt",
    "racist",
    "sexist",
    "fake",
    "sad",
    "brave",
    "bold",
    "rigged",
    "flawed",
    "misguided",
    "overblown",
    "unfounded",
    "unjustified",
    "misplaced",
    "outdated",
    "unwise",
    "unjust",
    "insane",
    "crazy",
    "ridiculous",
    "immoral",
    "bizarre",
    "obscene",
    "circular",
    "unclear",
    "unpopular",
    "irregular",
    "unlikely",
    "cowardly",
    "costly",
    "untimely",
    "hollow",
    "bleak",
    "grim",
    "vile",
    "cruel",
    "harsh",
    "silly",
    "ugly",
    "nasty",
    "messy",
    "risky",
    "shaky",
    "hasty",
    "phony",
    "bogus",
    "moot",
    "null",
    "unsafe",
    "unwelcome",
    "obsolete",
    "desperate",
    "inaccurate",
    "disproportionate",
    "deliberate",
    "extreme",
    "devastating",
    "damning",
    "disappointing",
    "disgusting",
    "insulting",
    "heartbreaking",
    "alarming",
    "shocking",
    "appalling",
    "staggering",
    "embarrassing",
    "humiliating",
    "chilling",
    "worrying",
    "troubling",
    "disturbing",
    "terrifying",
    "encouraging",
    "frightening",
    "infuriating",
    "degrading",
    "outstanding",
    "groundbreaking",
    "sickening",
    "astonishing",
    "misleading",
]);

/// Nouns without an article by which something is judged: `called that gossip`, `called the plan blackmail`.
const BRANDS: WordList = WordList::new(&[
    "gossip",
    "nonsense",
    "blackmail",
    "hypocrisy",
    "slander",
    "propaganda",
    "rubbish",
    "garbage",
    "trash",
    "extortion",
    "theft",
    "robbery",
    "racism",
    "censorship",
    "hearsay",
    "speculation",
    "madness",
    "lunacy",
    "treason",
    "terrorism",
    "genocide",
    "folly",
    "cowardice",
    "fiction",
    "fantasy",
    "betrayal",
    "overreach",
    "interference",
    "discrimination",
    "sabotage",
    "obstruction",
    "scaremongering",
    "fearmongering",
    "socialism",
    "corruption",
    "piracy",
    "provocation",
    "aggression",
    "revenge",
    "bullying",
    "vandalism",
    "grandstanding",
    "posturing",
]);

/// Whether an object is followed by a predicate: `called the strike a farce`.
pub(super) fn predicate(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    if part.len() >= 2 && tokens[part.start].is(Class::OBJECT) && ends_something(tokens, part) {
        return false;
    }
    let end = phrase_end(tokens, part.start);
    let judged = |next: &Token<'_>| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !next.is_word("such")
            || next.quoted().is_some()
    };
    let beside = end > part.start && end < part.end && tokens.get(end).is_some_and(judged);
    let of_it = part.len() >= 2
        && tokens[part.start].is(Class::OBJECT)
        && !tokens[part.start + 1].is(Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME))
        && tokens[part.start + 1].mark().is_none()
        && !is_hers(tokens, part);
    // `considers the port to be safe`
    let be = (end..part.end.saturating_sub(1))
        .any(|at| tokens[at].is_word("to") && tokens[at + 1].is_word("be"));
    beside
        || of_it
        || be
        || brands_that(tokens, part)
        || is_adjective(tokens, &before_time(tokens, part))
}

/// The most tokens of an object with its judgement and its day.
const JUDGED: usize = 9;

/// Whether what was pointed to is judged by one word: `called that gossip`, `called this unacceptable`, but `called that
/// night`.
fn brands_that(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let [first, word, rest @ ..] = &tokens[part.clone()] else {
        return false;
    };
    let closes = rest.first().is_none_or(|next| {
        let goes_on = Class::PREPOSITION
            .or(Class::TIME)
            .or(Class::AND)
            .or(Class::SUBORDINATOR);
        next.mark().is_some() || next.is(goes_on)
    });
    first.any(words!["this", "that", "these", "those"])
        && word.kind == Kind::Word
        && (word.any(&BRANDS) || judges(word) && !word.is(Class::TIME))
        && closes
}

/// An object and its judgement without the day behind them: `called the raid appalling on Monday`.
fn before_time(tokens: &[Token<'_>], part: &Range<usize>) -> Range<usize> {
    let mut end = part.end;
    if tokens[end - 1].is(Class::TIME) && (4..=JUDGED).contains(&part.len()) {
        end -= 1;
        let joint = words!["on", "late", "early", "this", "last", "in"];
        while end > part.start + 2 && tokens[end - 1].any(joint) {
            end -= 1;
        }
    }
    part.start..end
}

/// Whether a call is no judgement but ends, gathers or rings: `called it off`, `called him back`, `called it a day`.
fn ends_something(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let next = &tokens[part.start + 1];
    let day = part.len() > 2 && tokens[part.start + 2].any(words!["day", "night", "career"]);
    next.any(words![
        "off", "up", "out", "back", "in", "over", "away", "home", "quits", "again"
    ]) || next.is_word("a") && day
}

/// Whether "her" tells whose: `called her mother`, but `called her brave` and `called her a liar`.
fn is_hers(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let next = &tokens[part.start + 1];
    let judged = next.is(Class::DETERMINER) || next.quoted().is_some() || judges(next);
    tokens[part.start].is_word("her") && !judged
}

/// Whether a word is an adjective that judges, or looks like one.
pub(super) fn judges(token: &Token<'_>) -> bool {
    token.any(&JUDGING) || ADJECTIVES.iter().any(|ending| token.text.ends_with(ending))
}

/// Whether an object ends with an adjective: `called the plan unworkable`, `called it wholly misleading`.
fn is_adjective(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let last = &tokens[part.end - 1];
    let before = &tokens[part.end - 2];
    part.len() > 2
        && !tokens[part.start].any(words!["a", "an"])
        && last.kind == Kind::Word
        && (judges(last) || last.any(&BRANDS))
        && (!last.text.ends_with("ing")
            || last.any(&JUDGING)
            || last.any(&BRANDS)
            || before.is(Class::ADVERB) && before.text.ends_with("ly"))
}

/// `asked the board for more time`
pub(super) fn asks_for(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    !tokens[part.start].is(Class::PREPOSITION)
        && word_in(tokens, part, words!["for"])
            .is_some_and(|at| is_object(tokens, part.start..at) && at + 1 < part.end)
}

/// Whether somebody asks to do something: `has asked to see the ledger`, but `owners asked to leave`, who may have been told
/// to.
pub(super) fn asks_to(
    tokens: &[Token<'_>],
    cue: &Cue,
    to: usize,
    limit: usize,
    verb: &Verb,
) -> bool {
    const OWN: WordList = WordList::new(&[
        "see", "speak", "talk", "meet", "hear", "rehear", "view", "review", "inspect", "examine",
        "visit", "join", "address", "attend", "testify", "exhibit", "borrow", "withdraw", "delay",
        "postpone", "be",
    ]);
    let have = tokens[cue.left.min(cue.tokens.start)..cue.tokens.start]
        .iter()
        .any(|token| token.is(Class::HAVE));
    let own = tokens.get(to + 1).is_some_and(|next| next.any(&OWN));
    verb.lemma == "ask"
        && cue.mode == Mode::Finite
        && (have || own && tokens[cue.tokens.start].is_word("asked"))
        && infinitive(tokens, to, limit)
}

/// Whether what stands before an infinitive is its subject: `tells suspended mayor to`.
pub(super) fn is_object(tokens: &[Token<'_>], part: Range<usize>) -> bool {
    let first = &tokens[part.start];
    if first.is(Class::PREPOSITION) && first.any(words!["in", "at", "on", "by", "after", "during"])
    {
        return false;
    }
    let adjective = usize::from(first.text.ends_with("ed") && first.kind == Kind::Word);
    // `called on the parties concerned to wait`
    let last = part.end - usize::from(part.len() > 1 && is_put_behind(tokens, part.end - 1));
    !(part.start + adjective..last).any(|at| is_verb(tokens, at))
}

/// Whether a participle behind its noun tells who is meant: `all parties involved`, `the countries concerned`.
fn is_put_behind(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(words!["concerned", "involved", "affected"]) && tokens[at - 1].kind == Kind::Word
}

/// Whether a relative clause between commas parts an object from its infinitive: `urged the board, which was
/// to meet on Monday, to resign`.
pub(super) fn wanted_apart(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let commas = || (part.start + 1..part.end).filter(|at| tokens[*at].is_mark(','));
    let (Some(first), Some(second)) = (commas().next(), commas().nth(1)) else {
        return false;
    };
    is_object(tokens, part.start..first)
        && tokens[first + 1].any(words!["which", "who", "whose"])
        && tokens.get(second + 1).is_some_and(|to| to.is_word("to"))
        && infinitive(tokens, second + 1, part.end)
}

/// What is said of an object that a relative pronoun stands for: `talks that delegates described as "long"`.
pub(super) fn gapped(tokens: &[Token<'_>], part: Range<usize>) -> Range<usize> {
    // `described as "a farce" the vote of Monday`
    let object = tokens
        .get(part.start + 2)
        .filter(|_| part.len() > 3)
        .is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)));
    if tokens[part.start + 1].quoted().is_some() && !object {
        return part.start + 1..part.start + 2;
    }
    let comma = |from: usize| (from..part.end).find(|at| tokens[*at].is_mark(','));
    let Some(first) = comma(part.start) else {
        return part;
    };
    // `described as dirty, crowded, and full of mice`
    let last = (first + 1..part.end.min(first + LONGEST_LIST)).find(|at| {
        tokens[*at].is(Class::AND) && tokens[*at].kind == Kind::Word && tokens[*at - 1].is_mark(',')
    });
    let listed = last.filter(|and| {
        *and > first + 1
            && and + 1 < part.end
            && tokens[and + 1].kind == Kind::Word
            && !tokens[and + 1].is(Class::SUBJECT.or(Class::DETERMINER).or(Class::POSSESSIVE))
            && !tokens[first..part.end.min(and + 3)]
                .iter()
                .any(|token| token.is(Class::AUXILIARY.or(Class::SUBJECT)))
    });
    let end = match listed {
        Some(and) => comma(and + 1).unwrap_or(part.end),
        None => first,
    };
    part.start..end
}

/// How many tokens the members of a list of adjectives may have together.
const LONGEST_LIST: usize = 10;
