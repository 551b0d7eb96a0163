//! Finite verbs without a tagger, told by their forms and by what stands beside them.

use super::super::lexicon::Class;
use super::super::names::is_called_can;
use super::super::verbs::{Form, Frames};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::nouns::is_labour;
use crate::text::in_small;

/// Words behind which what may be a verb is a noun.
const BEFORE_NOUNS: WordList = WordList::new(&[
    "the", "a", "an", "his", "its", "our", "their", "my", "your", "no",
]);

/// Irregular forms of the past that are those of the base too, or of other words.
const PAST_AND_OTHER: WordList = WordList::new(&[
    "beat", "bent", "bet", "bid", "bound", "burst", "cast", "cost", "cut", "hit", "hurt", "lay",
    "let", "put", "quit", "read", "rid", "set", "shed", "shut", "slit", "split", "spread",
    "thrust",
]);

/// Whether a word is a verb by its ending or its form behind "it", where that is no object: `said it plans to close`,
/// `it also beat`, but `gave it wings`.
fn is_behind_it(tokens: &[Token<'_>], at: usize) -> bool {
    let no_verb = Class::TIME
        .or(Class::ADVERB)
        .or(Class::PREPOSITION)
        .or(Class::NUMBER)
        .or(Class::AND)
        .or(Class::QUESTION);
    let token = &tokens[at];
    let third = token.ends_in_s() && token.text.len() > 3 && !token.is(no_verb);
    if !third && !token.any(&PAST_AND_OTHER) {
        return false;
    }
    let Some(it) = before_adverbs(tokens, at).filter(|it| tokens[*it].is_word("it")) else {
        return false;
    };
    let takes_clause = |token: &Token<'_>| {
        let mut verbs = token.readings().iter().map(|(verb, _)| token.verb(*verb));
        verbs.any(|verb| verb.frames.has(Frames::THAT) && !verb.frames.has(Frames::NP_THAT))
    };
    let opens = |last: &Token<'_>| {
        last.mark().is_some()
            || last.is(Class::TIME.or(Class::AND).or(Class::QUESTION))
            || last.is_word("that")
            || takes_clause(last)
    };
    // `told Reuters it beat`
    let addressed = || {
        let [.., verb, one] = &tokens[..it] else {
            return false;
        };
        one.kind == Kind::Name && verb.may_report()
    };
    tokens[..it].last().is_none_or(opens) || addressed()
}

/// Whether a word is most likely a finite verb.
pub(in crate::articles::quotations) fn is_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if token.is(Class::AUXILIARY) && !is_no_auxiliary(tokens, at) {
        return true;
    }
    if token.kind != Kind::Word {
        return false;
    }
    let listed = Class::VERB
        .or(Class::THIRD)
        .or(Class::BASE)
        .or(Class::BASE_OR_NOUN);
    // Most words are none, whatever stands around them.
    let may_be = token.is(listed) || token.may_report() || ends_as_past(token);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let behind = before.is_some_and(|before| before.is(Class::ADVERB) || before.is_word("it"));
    behind && is_behind_it(tokens, at) || may_be && is_used_as_verb(tokens, at)
}

/// Whether a word looks like the past of a verb.
fn ends_as_past(token: &Token<'_>) -> bool {
    token.text.len() > 4 && token.text.ends_with("ed")
}

/// Whether a word that may be a verb is one by what stands around it.
fn is_used_as_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    if token.is_word("work") && is_labour(tokens, at) {
        return false;
    }
    if token.is(Class::VERB) {
        return before
            .is_none_or(|before| before.kind != Kind::Genitive && !before.any(&BEFORE_NOUNS));
    }
    let third = token.is(Class::THIRD)
        || token
            .readings()
            .iter()
            .any(|(_, form)| *form == Form::Third);
    if third && third_is_verb(tokens, at) {
        return true;
    }
    if token.is(Class::BASE.or(Class::BASE_OR_NOUN)) && base_is_verb(tokens, at) {
        return true;
    }
    let within = before.is_some_and(|before| {
        before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
            || before.kind == Kind::Genitive
            || before.text.ends_with("-year-old") && is_before_noun(tokens, at)
    });
    if within {
        return false;
    }
    ends_as_past(token) && !is_attribute(token.text)
        || token.readings().iter().any(|(_, form)| *form == Form::Past) && before.is_some()
}

/// Whether what looks like an auxiliary is part of a name: `Do` between names, `May`, `Can Tezel`.
fn is_no_auxiliary(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let is_name = |token: &Token<'_>| token.kind == Kind::Name;
    let joint = token.is_word("do")
        && at > 0
        && is_name(&tokens[at - 1])
        && tokens.get(at + 1).is_some_and(is_name);
    joint || token.is_word("may") && is_name(token) || is_called_can(tokens, at)
}

/// Whether a noun stands behind a participle: `the 70-year-old retired pilot`.
fn is_before_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::POSSESSIVE)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::AND);
    tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Word && !next.is(small))
}

/// Whether a compound only tells of the noun behind it, and is no verb such as `re-opened`: `foreign-based`, `top-rated`.
fn is_attribute(word: &str) -> bool {
    let hyphen = word.bytes().rposition(|byte| byte == b'-');
    hyphen.is_some_and(|hyphen| {
        !matches!(
            in_small(&word[..hyphen]).as_ref(),
            "re" | "co" | "pre" | "over" | "out" | "under" | "mis" | "counter" | "cross" | "double"
        )
    })
}

/// Whether what begins here may be the object of a verb.
fn opens_object(token: &Token<'_>) -> bool {
    token.is(Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::OBJECT)
        .or(Class::SUBJECT)
        .or(Class::QUESTION))
        || token.any(words![
            "that",
            "not",
            "little",
            "nothing",
            "everything",
            "something"
        ])
        || token.quoted().is_some()
}

/// Whether a third person that may be a plural stands between a subject and an object.
fn third_is_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(place) = before_adverbs(tokens, at) else {
        return false;
    };
    let before = &tokens[place];
    if before.any(words!["he", "she", "it", "who", "which", "that"]) {
        return true;
    }
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    // `On Monday witnesses said`
    let plural = tokens[at].is(Class::SPEAKER) && before.is(Class::TIME.or(Class::ADVERB));
    if plural {
        return false;
    }
    let name = before.kind == Kind::Name;
    // `said at a meeting with Norlandic partners that`
    let of_phrase = name
        && next.is_word("that")
        && place > 0
        && tokens[place - 1].any(words!["with", "of", "by", "between", "among", "to"]);
    if of_phrase {
        return false;
    }
    let noun = before.kind == Kind::Word
        && !before.text.ends_with('s')
        && !before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION)
            .or(Class::AND)
            .or(Class::NUMBER))
        && !is_verb(tokens, place);
    (name || noun) && opens_object(next)
        || name && place == 0 && next.kind == Kind::Number
        || name && next.is(Class::PREPOSITION) && !next.any(words!["of", "for", "from"])
}

/// Whether a base form stands behind a subject in the plural.
fn base_is_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(place) = before_adverbs(tokens, at) else {
        return false;
    };
    let before = &tokens[place];
    if before.any(words!["i", "you", "we", "they", "who"]) {
        return true;
    }
    let plural = before.any(words![
        "people", "police", "men", "women", "children", "many", "some", "others"
    ]) || (before.kind == Kind::Word || place == 0 && before.kind == Kind::Name)
        && before.text.len() > 3
        && before.ends_in_s()
        && !before.is_word("news")
        && !before.is(Class::VERB.or(Class::PREPOSITION).or(Class::POSSESSIVE));
    let sure = tokens[at].is(Class::BASE);
    plural && (sure || tokens.get(at + 1).is_some_and(opens_object))
}

/// The token before a place and the adverbs before that.
fn before_adverbs(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut place = at.checked_sub(1)?;
    while place > 0 && tokens[place].is(Class::ADVERB) && tokens[place].kind == Kind::Word {
        place -= 1;
    }
    Some(place)
}
