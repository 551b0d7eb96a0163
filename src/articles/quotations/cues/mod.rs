//! Cues: the words of a sentence that may report what somebody says.

mod base;
mod before;
mod behind_speech;
mod connected;
mod contracted;
mod gerunds;
mod held;
mod infinitives;
mod issued;
mod light;
mod nouns;
mod particles;
mod passives;
mod plurals;
mod verbal;

use std::ops::Range;

use super::lexicon::Class;
use super::nominal::nominal;
use super::phrases::phrase_end;
use super::verbs::Verb;
use super::word_list::WordList;
use super::words::{Kind, Token};
use verbal::verbal;

pub(super) use base::{had_somebody, inverted_do};
pub(super) use before::before;
pub(super) use gerunds::HEARD;
pub(super) use held::held;
pub(super) use infinitives::made_to;
pub(super) use issued::issued;
pub(super) use light::is_outlet;
pub(super) use nouns::few_of_with;
pub(super) use passives::{agents, judged_by};

/// How a cue stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// A finite verb.
    Finite,
    /// A participle that goes on with a report: `adding`.
    Participle,
    /// The infinitive or participle behind `quoted … as`.
    Quoted,
    /// `according to`.
    According,
    /// `in her view`.
    View,
    /// `for Vell,`.
    For,
    /// `is confident that`.
    Stance,
    /// `her view was that`.
    Noun,
    /// `it has been said that`.
    Impersonal,
    /// A participle behind the noun that speaks: `a letter urging`, `with Vell saying`.
    Attached,
    /// `was told that`, `has been described by aides as`.
    Passive,
}

/// A cue and what the words around it say of it.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub tokens: Range<usize>,
    /// Number of the verb; `None` where the cue is none.
    pub verb: Option<u16>,
    pub mode: Mode,
    pub negated: bool,
    pub questioned: bool,
    /// Where the auxiliaries and adverbs before it begin.
    pub left: usize,
    /// Whether nothing but a conjunction stands before it.
    pub coordinated: bool,
}

impl Cue {
    /// The verb, of a cue among these tokens.
    pub(super) fn verb<'t>(&self, tokens: &[Token<'t>]) -> Option<&'t Verb> {
        let token = &tokens[self.tokens.start];
        self.verb.map(|verb| token.verb(verb))
    }
}

/// The cues of a sentence in order, none within another.
pub(super) fn cues(tokens: &[Token<'_>]) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !may_be_cue(&tokens[at]) {
            at += 1;
            continue;
        }
        let cue = fixed(tokens, at)
            .or_else(|| nominal(tokens, at))
            .or_else(|| verbal(tokens, at));
        match cue {
            Some(cue) => {
                at = cue.tokens.end;
                found.push(cue);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a cue may begin with a token: most words are seen to be none at once.
fn may_be_cue(token: &Token<'_>) -> bool {
    token.is(Class::FIXED.or(Class::STANCE).or(Class::REPORT)) || token.may_report()
}

/// Whether somebody who speaks, or a document that tells, stands behind "as per": `as per the police`, `as per a report of
/// the ministry`, but `as per the agreement`, `as per the rules`.
fn names_source(tokens: &[Token<'_>], at: usize) -> bool {
    const TOLD: WordList = WordList::new(&[
        "report",
        "reports",
        "data",
        "statement",
        "survey",
        "poll",
        "figures",
        "estimate",
        "estimates",
        "study",
        "analysis",
        "forecast",
        "census",
        "review",
        "release",
        "notification",
        "records",
        "statistics",
        "sources",
        "projections",
        "affidavit",
        "research",
        "findings",
        "dispatch",
    ]);
    let end = phrase_end(tokens, at);
    let of = (at + 1..end).find(|at| tokens[*at].is(Class::PREPOSITION));
    let Some(head) = tokens[at.min(end)..of.unwrap_or(end)].last() else {
        return false;
    };
    let named = head.kind == Kind::Name && !head.is(Class::DOCUMENT.or(Class::TIME));
    let article = head.any(words!["article", "section", "rule", "clause", "act", "law"]);
    !article && (named || head.is(Class::PERSON.or(Class::BODY)) || head.any(&TOLD))
}

/// Whether a phrase behind "per" is no unit of a rate: `, per the ministry`, `, per officials`, but `, per person`.
fn is_no_rate(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|first| {
        let opens = Class::DETERMINER.or(Class::POSSESSIVE);
        let last = || tokens[..phrase_end(tokens, at)].last();
        first.kind == Kind::Name
            || first.is(opens)
            || last().is_some_and(|last| last.ends_in_s() || last.is_word("police"))
    })
}

/// Cues that are no verbs.
fn fixed(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let token = &tokens[at];
    if !token.is(Class::FIXED) {
        return None;
    }
    let cue = |tokens: Range<usize>, mode| Cue {
        left: tokens.start,
        tokens,
        verb: None,
        mode,
        negated: false,
        questioned: false,
        coordinated: false,
    };
    if token.is_word("according") && tokens.get(at + 1)?.is_word("to") {
        return Some(cue(at..at + 2, Mode::According));
    }
    if token.is_word("per") {
        let told = names_source(tokens, at + 1);
        let as_per = at > 0 && tokens[at - 1].is_word("as");
        let apart = at == 0 || tokens[at - 1].is_mark(',') || tokens[at - 1].quoted().is_some();
        let own = apart && is_no_rate(tokens, at + 1);
        let start = at - usize::from(as_per);
        return (told && (as_per || own)).then(|| cue(start..at + 1, Mode::According));
    }
    if token.kind == Kind::Word && !token.is_word("for") && at > 1 {
        // `by his own account`
        let own = usize::from(tokens[at - 1].is_word("own") && at > 2);
        let owner = &tokens[at - 1 - own];
        let mut first = at - 1 - own;
        if owner.kind == Kind::Genitive {
            first = (0..at - 1)
                .rev()
                .find(|at| tokens[*at].any(words!["in", "by"]))?;
            // `in testimony that contradicted the company's account`
            let told = (first + 1..at - 1).any(|at| tokens[at].is(Class::RELATIVE));
            if at - first > 9 || told {
                return None;
            }
            return Some(Cue {
                left: first,
                ..cue(at..at + 1, Mode::View)
            });
        }
        let own = owner.any(words!["his", "her", "their", "its", "my", "our"]);
        // `in the view of the mayor`
        let of = owner.is_word("the") && tokens.get(at + 1).is_some_and(|next| next.is_word("of"));
        if (own || of) && first > 0 && tokens[first - 1].any(words!["in", "by"]) {
            first -= 1;
            return Some(Cue {
                left: first,
                ..cue(at..at + 1, Mode::View)
            });
        }
        return None;
    }
    let opens = at == 0 || tokens[at - 1].is(Class::AND) || tokens[at - 1].is_mark(';');
    if token.is_word("for") && opens {
        if held(tokens, at).is_some() {
            return Some(cue(at..at + 1, Mode::For));
        }
        let end = phrase_end(tokens, at + 1);
        let speaks = end > at + 1
            && tokens.get(end).is_some_and(|next| next.is_mark(','))
            && (super::phrases::named_person(&tokens[at + 1..end])
                || tokens[end - 1].is(Class::PERSON))
            && !tokens[at + 1].is(Class::POSSESSIVE.or(Class::TIME));
        return speaks.then(|| cue(at..at + 1, Mode::For));
    }
    None
}
