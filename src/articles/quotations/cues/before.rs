//! What stands before a verb that may report: its auxiliaries, adverbs and denials, and where they begin.

use super::super::lexicon::Class;
use super::super::phrases::{named_like_a_month, phrase_end};
use super::super::verbs::Form;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// What stands before a verb, from right to left.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was seen"
)]
pub(in crate::articles::quotations) struct Before {
    pub(in crate::articles::quotations) left: usize,
    pub(super) negated: bool,
    pub(super) questioned: bool,
    pub(in crate::articles::quotations) be: bool,
    pub(super) have: bool,
    pub(super) supported: bool,
    pub(super) modal: bool,
}

/// How many words may tell on which occasion something was said as well.
const LONGEST_OCCASION: usize = 12;

/// How it is known what somebody said: `is reported to have told`.
const HEARSAY: WordList = WordList::new(&[
    "supposed",
    "reported",
    "said",
    "understood",
    "believed",
    "alleged",
    "thought",
    "known",
    "rumoured",
]);

/// Adverbs, auxiliaries, negations and times of day before a verb, and what tells on which occasion or by hearsay.
pub(in crate::articles::quotations) fn before(tokens: &[Token<'_>], at: usize) -> Before {
    let mut before = before_alone(tokens, at);
    before.behind_another(tokens);
    before.behind_hearsay(tokens);
    before.behind_occasion(tokens, at);
    before
}

/// The last word of `as early as 2026`, `as recently as Friday`.
fn is_year_told(tokens: &[Token<'_>], at: usize) -> bool {
    at >= 4
        && (tokens[at].kind == Kind::Number || tokens[at].is(Class::TIME))
        && tokens[at - 1].is_word("as")
        && tokens[at - 2].any(words!["early", "late", "recently"])
        && tokens[at - 3].is_word("as")
}

/// What stands before a verb by itself.
fn before_alone(tokens: &[Token<'_>], at: usize) -> Before {
    let mut before = Before {
        left: at,
        ..Before::default()
    };
    while before.left > 0 {
        let place = before.left - 1;
        let token = &tokens[place];
        let named = !token.is(Class::TIME) || named_like_a_month(tokens, place);
        if token.kind == Kind::Name && named && place > 0 {
            break;
        }
        if token.is(Class::AUXILIARY) && !(token.is(Class::TIME) && token.kind == Kind::Name) {
            let had = is_had(token) && is_only_past(&tokens[at]);
            before.be |= token.is(Class::BE);
            before.have |= token.is(Class::HAVE) || had;
            before.supported |= token.is(Class::DO);
            before.modal |= token.is(Class::MODAL) && !had;
            before.negated |= token.is(Class::NEGATION);
        } else if place > 0 && is_long(token, &tokens[place - 1]) {
            before.left -= 1;
            continue;
        } else if token.is_word("nor") {
            before.negated = true;
            break;
        } else if token.is(Class::NEGATION)
            && (!token.is(Class::SUBJECT) || is_neither(tokens, place))
        {
            before.negated = true;
        } else if token.is(Class::TIME) && token.kind == Kind::Name && !token.is(Class::TITLE) {
            // `The council on Friday urged`
            let on =
                place > 0 && tokens[place - 1].any(words!["on", "in", "late", "early", "last"]);
            if on {
                before.left -= 1;
            } else if place == 0 {
                break;
            }
        } else if place >= 3
            && token.any(words!["past", "weeks", "months", "years", "days"])
            && tokens[place - 2].is_word("in")
            && tokens[place - 3].is(Class::HAVE)
        {
            // `has in the past warned`, `had in recent weeks told`
            before.left -= 2;
        } else if place >= 2
            && token.any(words!["week", "month", "year"])
            && tokens[place - 1].any(words!["last", "this"])
            && (tokens[place - 2].is(Class::RELATIVE.or(Class::HAVE))
                || tokens[place - 2].is_mark(','))
        {
            // `who last week had said`, `Ida Vell, the mayor, last week said`
            before.left -= 1;
        } else if place >= 1 && token.is_word("longer") && tokens[place - 1].is_word("no") {
            // `no longer considers`
            before.negated = true;
            before.left -= 1;
        } else if place >= 1
            && token.is_word("time")
            && tokens[place - 1].any(words!["each", "every"])
        {
            // `and each time cited the cost`
            before.left -= 1;
        } else if is_year_told(tokens, place) {
            // `had as early as 2026 asked`
            before.left -= 3;
        } else if place >= 1 && token.is_word("yet") && tokens[place - 1].is(Class::NEGATION) {
            // `has not yet said`
        } else if place >= 1 && token.is_word("but") && tokens[place - 1].is_word("all") {
            // `all but said that`
            before.left -= 1;
        } else if place >= 2 && token.is_word("far") && tokens[place - 1].is_word("so") {
            // `has so far not said`
            before.left -= 1;
        } else if is_inserted(tokens, place) {
            // `did, however, say`
            before.left -= 2;
        } else if token.is_word("on")
            && place > 0
            && tokens[place - 1].any(words!["earlier", "later"])
        {
            // `had earlier on told`
            before.left -= 1;
        } else if is_floating(tokens, place) {
            // `They all say`, `Pilots and crews alike say`
        } else if !(token.is(Class::ADVERB) || token.is_word("likely")) || token.kind != Kind::Word
        {
            break;
        }
        before.left -= 1;
    }
    before
}

impl Before {
    /// Takes what tells when and where between an "and" and its verb: `and in an interview on Monday suggested`.
    fn behind_occasion(&mut self, tokens: &[Token<'_>], verb: usize) {
        let timed = tokens[self.left.saturating_sub(1)..verb]
            .iter()
            .any(|token| token.is(Class::TIME));
        if !timed {
            return;
        }
        let near = self.left.saturating_sub(LONGEST_OCCASION)..self.left;
        let and = near
            .rev()
            .take_while(|at| tokens[*at].is_plain())
            .find(|at| tokens[*at].is_word("and"));
        let Some(and) = and else {
            return;
        };
        let mut at = and + 1;
        while at < self.left && tokens[at].kind == Kind::Word && tokens[at].is(Class::PREPOSITION) {
            at = phrase_end(tokens, at + 1).max(at + 1);
        }
        if at == self.left && at > and + 1 {
            self.left = and + 1;
        }
    }

    /// Takes what tells that others say so of whoever reports: `Vell is reported to have told the board`.
    fn behind_hearsay(&mut self, tokens: &[Token<'_>]) {
        let Some(heard) = self.left.checked_sub(2).filter(|_| self.have) else {
            return;
        };
        if tokens[heard + 1].is_word("to") && tokens[heard].any(&HEARSAY) {
            let outer = before_alone(tokens, heard);
            if outer.be && !outer.negated {
                self.left = outer.left;
            }
        }
    }

    /// Takes what stands before the verb that an "or" joins to this one, if they are denied together: `did not
    /// confirm or deny`, `neither confirmed nor denied`.
    fn behind_another(&mut self, tokens: &[Token<'_>]) {
        let Some(joint) = self.left.checked_sub(1) else {
            return;
        };
        let verb = joint.checked_sub(1).filter(|at| tokens[*at].may_report());
        if tokens[joint].any(words!["or", "nor"])
            && let Some(verb) = verb
        {
            let first = before_alone(tokens, verb);
            if first.negated {
                *self = first;
            }
        }
    }
}

/// Whether a word takes up a subject in the plural right before the verb: `They all say`, `Pilots and crews alike say`.
fn is_floating(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if token.kind != Kind::Word || !token.any(words!["all", "both", "each", "alike"]) {
        return false;
    }
    let small = Class::PREPOSITION
        .or(Class::AUXILIARY)
        .or(Class::POSSESSIVE)
        .or(Class::TIME)
        .or(Class::AND)
        .or(Class::VERB)
        .or(Class::THIRD);
    // What may be a verb before "all" has an object there: `The states all say`.
    let third = |last: &Token<'_>| last.readings().iter().any(|(_, form)| *form == Form::Third);
    tokens[..at].last().is_some_and(|last| {
        let many = last.ends_in_s() && last.text.len() > 2 && last.is_plain();
        last.any(words![
            "they", "we", "who", "people", "police", "women", "men"
        ]) || many && !last.is(small) && !third(last)
    })
}

/// Whether an auxiliary may be a short "had": `she'd`.
fn is_had(token: &Token<'_>) -> bool {
    token.text.ends_with("'d") || token.text.ends_with("\u{2019}d")
}

/// Whether a form of a reporting verb is its past and no base form.
fn is_only_past(token: &Token<'_>) -> bool {
    let has = |wanted: Form| token.readings().iter().any(|(_, form)| *form == wanted);
    has(Form::Past) && !has(Form::Base)
}

/// Whether "neither" denies a verb, and is not who did it: `Vell neither confirmed nor denied it`.
fn is_neither(tokens: &[Token<'_>], at: usize) -> bool {
    let apart = Class::AND.or(Class::PREPOSITION);
    tokens[at].is_word("neither")
        && tokens[..at].last().is_some_and(|last| {
            last.mark().is_none() && (last.kind == Kind::Name || !last.is(apart))
        })
}

/// Whether a connective between commas ends with a comma behind an auxiliary: `did, however, say`.
fn is_inserted(tokens: &[Token<'_>], comma: usize) -> bool {
    comma >= 3
        && tokens[comma].is_mark(',')
        && tokens[comma - 1].any(words![
            "however",
            "though",
            "instead",
            "nonetheless",
            "nevertheless"
        ])
        && tokens[comma - 2].is_mark(',')
        && tokens[comma - 3].is(Class::AUXILIARY)
}

/// `has long held`, `has twice before warned`.
fn is_long(token: &Token<'_>, before: &Token<'_>) -> bool {
    token.is_word("long") && before.is(Class::HAVE)
        || token.is_word("before") && before.any(words!["twice", "once", "never", "often", "times"])
}
