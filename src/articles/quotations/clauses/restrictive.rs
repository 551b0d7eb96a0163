//! Where the main clause goes on behind what its subject says in a relative clause: `Voters who say they trust her
//! outnumber those who do not`.

use std::ops::Range;

use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::verbs::{Form, Frames};
use super::super::words::{Kind, Token};

/// The verb of the main clause behind a content, if the noun of the relative clause with its cue is the subject of a clause
/// that has no verb before it.
pub(super) fn resumed_main(
    tokens: &[Token<'_>],
    cue: &Cue,
    content: &Range<usize>,
    whole: usize,
) -> Option<usize> {
    let who = cue.left.checked_sub(1)?;
    if !is_subject(tokens, who) {
        return None;
    }
    let mark = content.clone().find(|at| !tokens[*at].is_plain());
    let end = mark.unwrap_or(content.end);
    let first = first_verb(tokens, content.start, end)?;
    let mut at = behind_verbs(tokens, first, end);
    // `who say the man they saw was late`
    let own = |at: usize| tokens[at].is(Class::SUBJECT) || tokens[at].is_word("that");
    let mut joined = (content.start + 1..first).any(own);
    let mut owed = usize::from(joined) + usize::from(tells(tokens, at));
    let mut last = None;
    while at < end {
        let token = &tokens[at];
        let joins = Class::RELATIVE
            .or(Class::SUBORDINATOR)
            .or(Class::AND)
            .or(Class::QUESTION);
        let own = token.is(Class::SUBJECT) && !token.is(Class::NUMBER) && !token.is_word("it");
        if token.kind == Kind::Word && token.is(joins) && !is_before_noun(tokens, at, end) {
            owed += 1;
            joined = true;
        } else if is_main(tokens, at, end) {
            if owed == 0 {
                return (at > content.start + 1).then_some(at);
            }
            owed -= 1;
            last = Some(at).filter(|at| *at > content.start + 1);
            at = behind_verbs(tokens, at, end);
            owed += usize::from(tells(tokens, at));
            continue;
        } else if own {
            owed = owed.max(1);
            joined = true;
        }
        at += 1;
    }
    // `The number who say they trust her has fallen`: the main verb is the last.
    last.filter(|_| !joined && mark.is_none() && end >= whole)
}

/// Whether the noun before a relative pronoun is the subject of a clause whose verb is still to come.
fn is_subject(tokens: &[Token<'_>], who: usize) -> bool {
    let opens = |at: &usize| {
        let token = &tokens[*at];
        token.mark().is_some() || token.is_word("that") && *at > 0
    };
    let start = (0..who).rev().find(opens).map_or(0, |at| at + 1);
    let first = tokens.get(start).filter(|_| start < who);
    let leads = Class::PREPOSITION.or(Class::SUBORDINATOR);
    let begins = first.is_some_and(|first| !first.is(leads) || first.is(Class::DETERMINER));
    begins && !(start..who).any(|at| is_verb(tokens, at) || !tokens[at].is_plain())
}

/// The first verb of a clause, or a pronoun and its auxiliary in one.
fn first_verb(tokens: &[Token<'_>], start: usize, end: usize) -> Option<usize> {
    let reduced = |at: usize| {
        let by = tokens.get(at + 1).filter(|_| at + 1 < end);
        tokens[at].text.ends_with("ed") && by.is_some_and(|next| next.is_word("by"))
    };
    // `they trust Vell`: whatever stands behind such a pronoun.
    let next = tokens.get(start + 1).filter(|_| start + 1 < end);
    let plain = next.is_some_and(|next| next.kind == Kind::Word && !next.is(Class::ADVERB));
    if plain && tokens[start].any(words!["they", "we", "i", "you"]) {
        return Some(start + 1);
    }
    (start..end).find(|at| is_verb(tokens, *at) && !reduced(*at))
}

/// Behind the auxiliaries, adverbs and participles of one verb.
fn behind_verbs(tokens: &[Token<'_>], verb: usize, end: usize) -> usize {
    let helped = tokens[verb].is(Class::AUXILIARY);
    let goes_on = |at: &usize| {
        let token = &tokens[*at];
        let helps = token.is(Class::AUXILIARY) && tokens[*at - 1].is(Class::AUXILIARY);
        let whole = helped
            && !tokens[verb + 1..*at].iter().any(|own| is_participle(own))
            && (is_participle(token) || token.is(Class::BASE.or(Class::BASE_OR_NOUN)));
        helps || whole || token.is(Class::ADVERB) || token.is_word("not")
    };
    (verb + 1..end).find(|at| !goes_on(at)).unwrap_or(end)
}

/// Whether a word may be a participle, or the base form behind an auxiliary.
fn is_participle(token: &Token<'_>) -> bool {
    let ends = ["ed", "en", "ing"]
        .iter()
        .any(|end| token.text.ends_with(end));
    token.kind == Kind::Word && (token.text.len() > 4 && ends || token.is(Class::VERB))
}

/// Whether the verb that ends before a token takes a clause: `who say they believe she is`.
fn tells(tokens: &[Token<'_>], behind: usize) -> bool {
    let Some(verb) = behind.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    let mut readings = verb
        .readings()
        .iter()
        .map(|(verb_no, _)| verb.verb(*verb_no));
    readings.any(|verb| verb.frames.has(Frames::THAT) && !verb.doubtful.sense)
}

/// Whether a word that may join clauses stands before a noun alone: `after the vote`.
fn is_before_noun(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let phrase = super::super::phrases::phrase_end(tokens, at + 1).min(end);
    let next = tokens.get(phrase).filter(|_| phrase < end);
    tokens[at].is(Class::PREPOSITION)
        && phrase > at + 1
        && next.is_some_and(|_| is_main(tokens, phrase, end) && !tokens[at + 1].is(Class::SUBJECT))
        && tokens[at].any(words!["after", "before", "since", "until", "as", "than"])
}

/// Whether a finite verb stands here, or the base form of a main clause with a plural for its subject.
fn is_main(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    if token.kind != Kind::Word || token.any(words!["be", "been", "being", "having"]) {
        return false;
    }
    if is_verb(tokens, at) {
        let by = tokens.get(at + 1).filter(|_| at + 1 < end);
        let reduced = by.is_some_and(|next| next.is_word("by"));
        return !(before.is_word("to") || token.text.ends_with("ed") && reduced);
    }
    let opens = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT);
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    let object = next.is_some_and(|next| next.kind == Kind::Name || next.is(opens));
    let small = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::POSSESSIVE)
        .or(Class::AUXILIARY)
        .or(Class::AND)
        .or(Class::ADVERB)
        .or(Class::SUBJECT);
    let mut readings = token.readings().iter();
    let base = token.is(Class::BASE.or(Class::BASE_OR_NOUN))
        || readings.any(|(_, form)| *form == Form::Base);
    base && object && before.is_plain() && !before.is(small) && !before.is_word("to")
}
