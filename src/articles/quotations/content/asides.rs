//! Participles and reactions that tell what somebody did, hoped or showed besides, and report nothing.

use std::ops::Range;

use super::super::Rule;
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::verbs::{Object, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// Whether a participle tells what somebody hoped to reach or took into account: `, hoping to prevent a loss that …`,
/// `Counting that loss, the port has …`.
pub(super) fn is_stance(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let to = tokens[cue.tokens.end].is_word("to");
    let stance = to && matches!(&*verb.lemma, "hope" | "expect") || verb.lemma == "count";
    // `did not respond to questions about what that was`
    let unanswered = cue.negated && matches!(&*verb.lemma, "respond" | "reply");
    unanswered || cue.mode == Mode::Participle && stance
}

/// Whether a participle tells what somebody did or showed besides, and goes on with no report: `…, highlighting
/// the need for trust`, `by calling for calm`, `hailing the vote as a triumph`.
pub(super) fn is_aside(tokens: &[Token<'_>], cue: &Cue, part: &Range<usize>, found: Rule) -> bool {
    let Some(verb) = cue.verb(tokens) else {
        return false;
    };
    let participle = cue.mode == Mode::Participle;
    let means = participle && cue.left > 0 && tokens[cue.left - 1].is_word("by");
    let stance = (participle || cue.mode == Mode::Attached)
        && matches!(verb.object, Object::Weak | Object::Finite);
    let marks = || part.clone().any(|at| tokens[at].quoted().is_some());
    let unsaid = cue.negated && verb.lemma == "mention" && found == Rule::CueThenPhrase;
    let reacts = participle && verb.object == Object::Reaction && !marks();
    let danger = participle && verb.lemma == "threaten" && !marks();
    // `criticised what he called "a shame"`
    let what = verb.object == Object::Reaction && tokens[part.start].is_word("what");
    let bare = verb.object == Object::Reaction && found == Rule::CueThenClause && !marks();
    let besides = bare && tells_besides(tokens, part);
    let of_whom = verb.object == Object::Reaction
        && found == Rule::CueThenClause
        && part
            .clone()
            .find(|at| is_verb(tokens, *at))
            .is_some_and(|at| at > part.start && tokens[at - 1].is_word("who"));
    danger
        || of_whom
        || what
        || besides
        || reacts
        || unsaid
        || (stance || means)
            && found == Rule::CueThenPhrase
            && !gives_reason(tokens, cue, verb, part)
}

/// Whether somebody who reports names what makes them say so, and no source: `said prices had fallen, citing a new mill`,
/// but `citing officials`, `citing the Ledger`, `dismissed the case, citing a lack of proof`.
fn gives_reason(tokens: &[Token<'_>], cue: &Cue, verb: &Verb, part: &Range<usize>) -> bool {
    const SOURCES: WordList = WordList::new(&[
        "data",
        "figures",
        "sources",
        "research",
        "estimates",
        "records",
        "statistics",
        "footage",
        "people",
        "documents",
        "images",
        "posts",
        "findings",
    ]);
    if verb.lemma != "cite" || cue.left == 0 || !tokens[cue.left - 1].is_mark(',') {
        return false;
    }
    let of = (part.start + 1..part.end).find(|at| {
        tokens[*at].is(Class::PREPOSITION.or(Class::RELATIVE)) || tokens[*at].mark().is_some()
    });
    let own = &tokens[part.start..of.unwrap_or(part.end)];
    let source = own.iter().any(|token| {
        token.kind == Kind::Name
            || token.is(Class::SPEAKER.or(Class::OCCASION))
            || token.any(&SOURCES)
    });
    let says = tokens[..cue.left].iter().any(|token| {
        token.any(words![
            "said",
            "says",
            "told",
            "argued",
            "argues",
            "insisted",
            "complained",
            "added",
            "warned",
            "claimed",
            "claims",
            "noted",
            "predicted",
            "acknowledged",
            "wrote"
        ])
    });
    // `said on Friday, citing its own count, that nobody was lost`
    let inserted = tokens[part.start..]
        .windows(2)
        .any(|pair| pair[0].is_mark(',') && pair[1].is_word("that"));
    !source && !inserted && says && !tokens[part.start].is(Class::NUMBER.or(Class::QUESTION))
}

/// Whether the first verb behind a reaction is of no clause that is said: `criticised the answer, which has led to
/// losses`, `criticised the plan saying it was late`.
fn tells_besides(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let relative = |at: usize| {
        tokens[at].any(words!["which", "who"]) && at > part.start && tokens[at - 1].is_mark(',')
    };
    let first = part.clone().find(|at| is_verb(tokens, *at));
    let before = part.start..first.unwrap_or(part.end);
    // `criticised the timetable, and two members left`
    let joined =
        |at: usize| tokens[at].is(Class::AND) && at > part.start && tokens[at - 1].is_mark(',');
    before.clone().any(relative)
        || before.clone().any(joined)
        || before
            .clone()
            .any(|at| tokens[at].is_gerund() && tokens[at].may_report())
}
