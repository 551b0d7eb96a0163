//! Clauses without "that" behind verbs that take objects: which are more likely a noun phrase.

use std::ops::Range;

use super::super::clauses::contracted;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::verbs::{Frames, Verb};
use super::super::words::{Kind, Token};
use super::brackets::verb_behind_bracket;

/// Whether a clause is more likely a noun phrase with a relative clause, for verbs that take objects.
pub(super) fn weak_clause(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    // `hopes a rise in prices will help`: no noun has an article right behind it.
    let article = tokens[part.start].is(Class::DETERMINER) && tokens[part.start].kind == Kind::Word;
    // `explained its stance on the plan, which is known`
    let plain = !verb.frames.has(Frames::NP)
        && !verb.doubtful.sense
        && (!verb.doubtful.noun || article)
        && verb.lemma != "explain";
    let fronted = tokens[part.start].is(Class::PREPOSITION) && verb.class == "estimating";
    // `added 40 beds while closing a ward`
    if verb.lemma == "add" && tokens[part.start].is(Class::DETERMINER.or(Class::NUMBER)) {
        let stop = (part.start + 1..part.end).find(|at| {
            let joint = Class::SUBORDINATOR.or(Class::RELATIVE);
            tokens[*at].is_mark(',') || tokens[*at].is(joint) || is_verb(tokens, *at)
        });
        return stop.is_some_and(|at| !is_verb(tokens, at));
    }
    // `confirmed he plans to run`
    let first = &tokens[part.start];
    let pronoun = first.any(words!["he", "she", "they", "we", "i"]) && part.len() > 2;
    if plain || fronted || pronoun || contracted(first) {
        return false;
    }
    if verb_behind_bracket(tokens, part).is_some() {
        return false;
    }
    // The verb must come before a relative pronoun, a preposition and a comma.
    let stop = (part.start + 1..part.end).find(|at| {
        let token = &tokens[*at];
        token.is(Class::RELATIVE)
            || token.is(Class::PREPOSITION)
                && !matches!(&*verb.lemma, "rule" | "show")
                && !(tokens[*at - 1].is(Class::NUMBER)
                    && tokens
                        .get(*at + 1)
                        .is_some_and(|next| next.is(Class::NUMBER)))
            || token.is_mark(',')
            || is_verb(tokens, *at) && !is_reduced(tokens, *at, part.end)
    });
    // `denied the cuts after the vote would be deeper`
    let verb_at = (part.start + 1..part.end).find(|at| is_verb(tokens, *at));
    let modal = verb_at.is_some_and(|at| {
        tokens[at].any(words!["would", "will", "could"])
            && !tokens[part.start..at].iter().any(|token| {
                token.is(Class::RELATIVE.or(Class::SUBJECT)) && token.kind != Kind::Number
                    || token.mark().is_some()
            })
    });
    if modal && verb.class == "denying" {
        return false;
    }
    // `wrote the rule he is breaking`
    let owned = |at: usize| {
        at > part.start + 1
            && tokens[at - 1].any(words!["he", "she", "they", "we", "i"])
            && matches!(tokens[at - 2].kind, Kind::Word | Kind::Name)
            && !tokens[at - 2].is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::AND))
    };
    let finite = stop.filter(|at| !owned(*at)).is_some_and(|at| {
        let object = tokens.get(at + 1).is_some_and(|next| {
            let figure = matches!(next.kind, Kind::Number | Kind::Mark('$' | '£' | '€'));
            let many = next.any(words!["hundreds", "thousands", "millions", "scores"]);
            figure
                || many
                || next.is(Class::DETERMINER.or(Class::POSSESSIVE))
                || next.kind == Kind::Name
        });
        tokens[at].is(Class::AUXILIARY.or(Class::VERB))
            || is_verb(tokens, at) && (object || !tokens[at].text.ends_with("ed"))
    });
    !finite
}

/// Whether a participle stands behind a plural, of which an auxiliary tells something later: `people diagnosed as
/// ill have`.
fn is_reduced(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    let behind = tokens.get(at + 1).filter(|_| at + 1 < end);
    let plural = tokens[at - 1].kind == Kind::Word
        && (tokens[at - 1].text.ends_with('s') || tokens[at - 1].is_word("people"));
    let main = (at + 1..end)
        .take_while(|at| tokens[*at].mark().is_none() && !tokens[*at].is(Class::RELATIVE))
        .find(|at| is_verb(tokens, *at));
    token.text.ends_with("ed")
        && plural
        && behind.is_some_and(|next| next.is(Class::PREPOSITION) || next.is_word("as"))
        && main.is_some_and(|at| tokens[at].is(Class::AUXILIARY))
}
