//! Contents without a word that opens them: object and predicate, a clause, a noun phrase.

use std::ops::Range;

use super::super::Rule;
use super::super::clauses::contracted;
use super::super::lexicon::{Class, class};
use super::super::phrases::is_verb;
use super::super::verbs::{Frames, Object, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::brackets::verb_behind_bracket;
use super::infinitive;
use super::noun_phrase::{holds_words, noun_phrase};
use super::objects::{has_reason, is_counted, is_pressed, word_in};
use super::predicate::{asks_for, gapped, is_object, predicate, wanted_apart};
use super::unsaid::unsaid;
use super::weak_clause::weak_clause;

/// Nouns to which an infinitive belongs, and which nobody is asked to do: `challenges her decision to close`.
const TO_DO: WordList = WordList::new(&[
    "decision", "plan", "plans", "effort", "efforts", "bid", "move", "attempt", "attempts",
    "right", "ability", "demand", "proposal", "need", "refusal", "failure",
]);

/// A content without an opening word: object and predicate, a clause, or a noun phrase.
pub(super) fn phrase_or_clause(
    tokens: &[Token<'_>],
    part: Range<usize>,
    verb: &Verb,
) -> Option<(Range<usize>, Rule)> {
    let frames = verb.frames;
    let first = &tokens[part.start];
    // `had apologized and would go`
    let goes_on = first.any(words!["and", "or"])
        && tokens
            .get(part.start + 1)
            .is_none_or(|next| next.quoted().is_none());
    if goes_on
        || is_empty(tokens, &part, verb)
        || unsaid(tokens, &part, verb)
        || is_named(tokens, &part, verb)
    {
        return None;
    }
    let has = |words: &WordList| word_in(tokens, &part, words);
    // `The steps that he described cannot help`
    if first.is(Class::AUXILIARY) && !frames.has(Frames::THAT.or(Frames::NP_THAT)) {
        return None;
    }
    let marks = || holds_words(tokens, &part);
    if frames.has(Frames::NP_AS) && first.is_word("as") && part.len() > 1 && !verb.is_of_craft() {
        return Some((gapped(tokens, part), Rule::CueThenPredicate));
    }
    let to = has(words!["to"]).filter(|at| infinitive(tokens, *at, part.end));
    if let Some(to) = to.filter(|to| frames.has(Frames::NP_TO) && !tokens[to - 1].any(&TO_DO))
        && (is_object(tokens, part.start..to)
            || verb.lemma != "tell" && wanted_apart(tokens, &part))
    {
        return Some((part, Rule::CueThenPredicate));
    }
    // `urged both sides "to wait"`
    let mut places = (part.start + 1..part.end).filter(|_| frames.has(Frames::NP_TO));
    if let Some(wanted) = places.find(|at| opens_with_to(&tokens[*at]))
        && is_object(tokens, part.start..wanted)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    let clause = |at: usize| {
        (at + 1..part.end.min(at + 4)).any(|at| is_verb(tokens, at))
            && !tokens
                .get(at + 1)
                .is_some_and(|next| next.is(Class::DETERMINER))
    };
    // `rejected calls from nine of them, whom she dismissed as “a club”`
    let told_apart = |at: usize| {
        (part.start + 1..at).any(|at| {
            tokens[at - 1].is_mark(',') && tokens[at].any(words!["who", "whom", "which", "whose"])
        })
    };
    if frames.has(Frames::NP_AS)
        && has(words!["as"])
            .is_some_and(|at| !clause(at) && !told_apart(at) && shows(tokens, part.start..at, verb))
        && !(first.is(Class::PREPOSITION) && verb.class == "finding")
    {
        return Some((part, Rule::CueThenPredicate));
    }
    if frames.has(Frames::NP_PREP)
        && (verb.object != Object::Reaction || has_reason(tokens, &part) && verb.lemma != "thank")
        && (matches!(&*verb.lemma, "call on" | "call upon") && has(words!["for"]).is_some()
            || !verb.lemma.starts_with("call ")
                && has(words![
                    "of", "for", "with", "to", "on", "over", "against", "about"
                ])
                .is_some())
        && !first.is(Class::PREPOSITION)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    let asks = verb.lemma == "ask" || verb.lemma == "press" && is_pressed(tokens, &part);
    if asks && to.is_none() && asks_for(tokens, &part) {
        return Some((part, Rule::CueThenPredicate));
    }
    // `called her mother`
    let own = first.is_word("her") && part.len() == 2 && tokens[part.start + 1].is(Class::PERSON);
    if own {
        return None;
    }
    if frames.has(Frames::NP_PRED)
        && (marks() || predicate(tokens, &part))
        && !first.is(Class::PREPOSITION)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    clause_or_noun_phrase(tokens, part, verb)
}

/// Whether verbs that also mean a craft show something in a light: `cast the vote as a choice`, but `cast their votes as
/// the rain fell`, `painted the wall as it dried`.
fn shows(tokens: &[Token<'_>], object: Range<usize>, verb: &Verb) -> bool {
    if !verb.is_of_craft() {
        return true;
    }
    let votes = words!["vote", "votes", "ballot", "ballots", "net", "nets"];
    let next = tokens.get(object.end + 1);
    let image = next.is_some_and(|next| next.any(words!["a", "an"]) || next.quoted().is_some());
    let own = tokens[object.start].any(words!["himself", "herself", "itself", "themselves"]);
    (image || own) && !(own && next.is_none()) && {
        let last = object.clone().next_back().map(|at| &tokens[at]);
        !last.is_some_and(|last| last.any(votes))
            || next.is_some_and(|next| next.any(words!["a", "an"]))
    }
}

/// A content that is a clause or a noun phrase, where no predicate belongs to its object.
fn clause_or_noun_phrase(
    tokens: &[Token<'_>],
    part: Range<usize>,
    verb: &Verb,
) -> Option<(Range<usize>, Rule)> {
    let frames = verb.frames;
    let first = &tokens[part.start];
    let alone = (part.len() == 1 || part.len() == 2 && tokens[part.start + 1].is_mark(','))
        && (first.is(Class::SUBJECT.or(Class::OBJECT))
            || first.any(words!["so", "this", "that", "nothing", "much"]));
    // `said nothing, he just left`
    let nothing = first.any(words!["anything", "nothing"])
        && tokens[part.start..part.end]
            .get(1)
            .is_some_and(|next| next.is_mark(','))
        && verb.frames.has(Frames::THAT);
    if alone || nothing {
        return None;
    }
    let begins = !first.is(Class::PREPOSITION.or(Class::AND).or(Class::RELATIVE))
        || is_counted(tokens, &part)
        || first.is(Class::DETERMINER)
        || first.any(words![
            "before", "after", "with", "without", "in", "under", "unless", "when", "if", "while",
            "by", "despite", "during", "since", "until", "although", "though", "because", "once",
            "for", "due", "amid", "given", "outside", "inside"
        ]) && matches!(&*verb.class, "neutral" | "estimating" | "discourse");
    let first_verb = (part.start + 1..part.end).find(|at| is_verb(tokens, *at));
    // `declared an emergency and halted exports`: the verb goes on with the main clause.
    let bracketed = verb_behind_bracket(tokens, &part);
    let resumed = bracketed.is_none()
        && first_verb.is_some_and(|at| {
            // `noted all of the ships, including two tankers, had left`
            let inserted = tokens[at - 1].is_mark(',')
                && (part.start + 1..at - 1)
                    .find(|at| tokens[*at].is_mark(','))
                    .is_some_and(|comma| {
                        tokens[comma + 1].any(words!["including", "among", "such"])
                    });
            tokens[at - 1].is(Class::AND) && tokens[at - 1].kind == Kind::Word
                || tokens[at - 1].is_mark(',') && !inserted
        });
    let reacts = resumed && verb.object == Object::Reaction;
    let plain = !(reacts || frames.has(Frames::NP.or(Frames::NP_PRED)))
        && (part.start + 1..part.end).any(|at| third(tokens, at));
    let joined = first_verb.is_some_and(|at| tokens[at - 1].is(Class::AND));
    // `concluded in the port, produced 60 papers`
    let resumed_phrase = resumed && first.is(Class::PREPOSITION) && verb.lemma != "say";
    // `confirmed he plans to run`
    let plans = tokens.get(part.start + 1).filter(|_| part.len() > 2);
    let plans = first.any(words!["he", "she"])
        && plans.is_some_and(|next| next.kind == Kind::Word && next.ends_in_s());
    let finite = plans
        || contracted(first) && part.len() > 1
        || is_gapped(tokens, &part, verb)
        || first_verb.is_some()
            && !resumed_phrase
            && !(resumed && (joined || frames.has(Frames::NP.or(Frames::NP_PRED))))
        || plain;
    // `told her they "weren't late"`, `told the Courier she "rejects it"`
    let pronoun = first.any(words!["he", "she", "they", "we", "i"]);
    let marked = (part.start + 1..part.end)
        .any(|at| opens_with_verb(&tokens[at]) || acts_in_marks(tokens, at, part.end))
        || pronoun && part.len() > 1 && opens_in_small(&tokens[part.start + 1]);
    let sure = verb.class == "neutral" && (verb.lemma == "say" || marked)
        || verb.class == "believing"
        || marked && verb.lemma == "tell";
    if frames.has(Frames::THAT.or(Frames::NP_THAT))
        && begins
        && part.len() >= 2
        && (finite || sure)
        && !weak_clause(tokens, &part, verb)
    {
        return Some((part, Rule::CueThenClause));
    }
    if first.is(Class::PREPOSITION) || first.is(Class::AND) {
        return None;
    }
    noun_phrase(tokens, part, verb)
}

/// Whether a clause opens with the auxiliary of what a relative pronoun stands for: `a tax that owners argue will hurt
/// them`.
fn is_gapped(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let modal = first.is(Class::MODAL) && first.kind == Kind::Word && !contracted(first);
    // `She who claims must prove`
    let subject = part.start > 1 && !tokens[part.start - 2].any(words!["who", "which", "that"]);
    modal
        && subject
        && part.len() > 1
        && tokens[part.start + 1].is_plain()
        && !verb.frames.has(Frames::NP)
}

/// Whether marks open with the auxiliary of what stands before them.
fn opens_with_verb(token: &Token<'_>) -> bool {
    opens_in_small(token) && class(token.first_word()).is(Class::AUXILIARY)
}

/// Whether marks open with what was done to what stands behind them: `the officer "grabbed" him`.
fn acts_in_marks(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let object = tokens.get(at + 1).filter(|_| at + 1 < end);
    opens_in_small(&tokens[at])
        && tokens[at]
            .first_word()
            .trim_end_matches(|mark: char| !mark.is_alphanumeric())
            .ends_with("ed")
        && object.is_none_or(|next| {
            next.kind == Kind::Name
                || next.is(Class::DETERMINER
                    .or(Class::POSSESSIVE)
                    .or(Class::OBJECT)
                    .or(Class::PREPOSITION))
        })
}

/// Whether marks open with a word that goes on with a sentence.
fn opens_in_small(token: &Token<'_>) -> bool {
    token.quoted().is_some() && token.first_word().starts_with(char::is_lowercase)
}

/// Whether marks open with an infinitive.
fn opens_with_to(token: &Token<'_>) -> bool {
    token.quoted().is_some() && token.behind_opening().starts_with("to ")
}

/// Whether nothing but a name is told: `identified only as Ivor`, `identified himself as Ivor`.
fn is_named(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let own = first.any(words!["himself", "herself", "themselves"]);
    let named = |at: usize| tokens.get(at).is_some_and(|next| next.kind == Kind::Name);
    // `calls itself the Southern Dawn`
    let itself = own || first.is_word("itself");
    let called = matches!(&*verb.lemma, "call" | "name" | "dub" | "style")
        && itself
        && (named(part.start + 1) || named(part.start + 2));
    called
        || verb.lemma == "identify"
            && (first.any(words!["as", "only"]) || own && named(part.start + 2))
}

/// Nouns for what was said, to which "that" points back.
const SAID: WordList = WordList::new(&[
    "account",
    "assertion",
    "characterization",
    "characterisation",
    "description",
    "interpretation",
    "notion",
    "idea",
    "view",
    "report",
    "reports",
    "version",
    "figure",
    "figures",
]);

/// Whether nothing is told, but when or why: `said so on Monday`, `said this during a hearing`.
fn is_empty(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let next = tokens[part.clone()].get(1);
    let again = first.any(words!["every", "each"]) && next.is_some_and(|next| next.is_word("time"));
    let when = |next: &Token<'_>| {
        next.is(Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB))
            || next.any(words!["this", "last", "because"])
    };
    let ends = |next: &Token<'_>| when(next) || verb.lemma == "say" && next.is_mark(',');
    let so = first.any(words!["so", "this"]) && next.is_none_or(ends) && !owned(tokens, part);
    // `denied having said such a thing`
    let such = first.is_word("such")
        && part
            .clone()
            .skip(1)
            .take(2)
            .any(|at| tokens[at].any(words!["thing", "things"]))
        && part.len() <= 4;
    let reason = first.is_word("because") && !part.clone().any(|at| tokens[at].is_mark(','));
    // `disputed that account`, `rejected those claims on Monday`
    let pointed = first.any(words!["that", "this", "those", "these"])
        && next.is_some_and(|next| next.is(Class::REPORT) || next.any(&SAID))
        && !part
            .clone()
            .any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some())
        && tokens[part.clone()].get(2).is_none_or(when);
    again || so || such || reason || pointed
}

/// Whether a time owns what follows: `this year's growth`.
fn owned(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    tokens[part.clone()]
        .get(2)
        .is_some_and(|next| next.kind == Kind::Genitive)
}

/// The third person of a verb that no list has, behind a noun in the singular.
pub(super) fn third(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let before = &tokens[at - 1];
    token.kind == Kind::Word
        && token.text.len() > 3
        && token.ends_in_s()
        && !before.is(Class::NUMBER)
        && !before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
        && before.kind != Kind::Genitive
        && before.kind != Kind::Number
}
