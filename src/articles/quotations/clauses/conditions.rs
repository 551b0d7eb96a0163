//! Conditions and times before a clause, and where that begins: `If the pier is old, Vell said, it will close`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::tails;
use super::super::word_list::WordList;
use super::super::words::Kind;
use super::Sentence;

/// What opens a clause that comes before the main one.
const WHEN: WordList = WordList::new(&[
    "when", "if", "because", "since", "unless", "although", "though", "once", "until", "while",
    "before", "after", "whenever", "whereas",
]);

/// Those of them that are prepositions too.
const BEFORE_NOUNS_TOO: WordList = WordList::new(&["since", "until", "before", "after"]);

/// The same of two words.
const ON_CONDITION: [[&str; 2]; 8] = [
    ["now", "that"],
    ["even", "if"],
    ["even", "though"],
    ["in", "case"],
    ["as", "long"],
    ["as", "soon"],
    ["provided", "that"],
    ["given", "that"],
];

/// How many tokens before its verb a relative clause may begin.
const FAR_FROM_RELATIVE: usize = 4;

/// Within how many tokens a clause has its verb.
const LONGEST_SUBJECT: usize = 12;

impl Sentence<'_, '_, '_> {
    /// Whether a stretch only tells when or under what condition something holds: `When it comes to trade`, `If so`,
    /// `Now that it is over`, `Under a law that took effect in May`.
    pub(super) fn is_condition(&self, left: &Range<usize>) -> bool {
        let tokens = &self.tokens[..left.end];
        let first = &tokens[left.start];
        let mut verbs = left.clone().filter(|at| is_verb(tokens, *at));
        let verb = verbs.next();
        let opens = first.any(&WHEN) && (verb.is_some() || !first.any(&BEFORE_NOUNS_TOO));
        let two = tokens.get(left.start + 1).is_some_and(|next| {
            let mut known = ON_CONDITION.iter();
            known.any(|[one, two]| first.is_word(one) && next.is_word(two))
        });
        // `Under a law that took effect in May`
        let relative = |verb: usize| {
            let mut before = (left.start + 2..verb).rev().take(FAR_FROM_RELATIVE);
            before.any(|at| {
                tokens[at].any(words!["that", "which", "who", "where"])
                    && tokens[at - 1].kind == Kind::Word
            })
        };
        let place = first.is(Class::PREPOSITION)
            && !first.is(Class::SUBORDINATOR)
            && verb.is_some_and(relative)
            && verbs.all(relative);
        (opens || two || place) && left.len() >= if first.is_word("if") { 2 } else { 3 }
    }

    /// Whether a subject stands here with a verb that may be a noun behind it, as in `If owners stay home, she said, Orr wins`,
    /// `…, the liberals win`.
    pub(super) fn opens_in_present(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let article = usize::from(tokens[at].is_word("the"));
        let named = |at: &usize| tokens[*at].kind == Kind::Name;
        let words = (at + article..self.end).take_while(named).count();
        let noun = usize::from(words == 0);
        let verb = at + article + words + noun;
        let Some(subject) = tokens.get(verb - 1).filter(|_| verb < self.end) else {
            return false;
        };
        let plural = subject.ends_in_s() && (subject.kind == Kind::Word || article == 1);
        let third = tokens[verb].is(Class::THIRD) && named(&(verb - 1));
        let base = tokens[verb].is(Class::BASE.or(Class::BASE_OR_NOUN)) && plural;
        tokens[verb].kind == Kind::Word && (third || base || plural && tokens[verb].is_word("win"))
    }

    /// Whether a clause begins with its subject at a place, as the main one does behind another.
    pub(super) fn opens_main_clause(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let first = &tokens[at];
        let other = Class::RELATIVE
            .or(Class::SUBORDINATOR)
            .or(Class::PREPOSITION)
            .or(Class::AND);
        let participle = first.is_gerund() || first.text.ends_with("ed");
        let noun = first.kind == Kind::Word && !first.is(other) && !participle
            || first.kind == Kind::Number;
        let verb = |at: usize| is_verb(tokens, at) || tokens[at].quoted().is_some();
        let stop = (at + 1..self.end.min(at + LONGEST_SUBJECT))
            .find(|at| verb(*at) || tokens[*at].mark().is_some());
        let speaks = first.quoted().is_some() && tails::holds_verb(first, 0);
        speaks || tails::opens_clause(tokens, at) || noun && stop.is_some_and(verb)
    }
}
