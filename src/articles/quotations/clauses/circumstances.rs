//! Behind a report at the end of a sentence: to whom, when and where it was made, at whatever length.

use super::super::content::{addressee, told_somebody};
use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::verbs::Verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Sentence;
use super::beginnings::ends_adverbials;

/// Words that open a clause which tells when or why somebody spoke.
const CLAUSES: WordList = WordList::new(&[
    "as",
    "when",
    "while",
    "after",
    "before",
    "once",
    "until",
    "since",
    "because",
    "upon",
    "although",
    "though",
    "where",
    "whereupon",
]);
/// Nouns of a span of time: `a day after the vote`, `the same day`.
const SPANS: WordList = WordList::new(&[
    "moment",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "time",
    "decade",
    "decades",
    "morning",
    "afternoon",
    "evening",
    "night",
    "fortnight",
]);
/// How many words there may be before the noun of a span of time.
const LONGEST_SPAN: usize = 4;

impl Sentence<'_, '_, '_> {
    /// The end of the circumstances behind a cue: where they reach a mark or the end of the sentence, and nothing
    /// in them could be what was said. `told reporters at an event held in the port`, `said as he arrived`.
    pub(super) fn circumstances(&self, cue: &Cue, verb: &Verb) -> Option<usize> {
        let tokens = self.tokens;
        let start = cue.tokens.end;
        let stop = (start..self.end)
            .find(|at| ends_adverbials(&tokens[*at]))
            .unwrap_or(self.end);
        let opens = |at: usize| {
            tokens[at].any(words!["that", "whether"]) && !(at > start && self.is_relative(at))
        };
        if (start..stop).any(opens) {
            return None;
        }
        let mut at = start;
        if told_somebody(verb) {
            at = addressee(tokens, start).min(stop);
        }
        while at < stop {
            let token = &tokens[at];
            if let Some(end) = span_of_time(tokens, at) {
                at = end.min(stop);
            } else if token.kind == Kind::Word && token.any(&CLAUSES)
                || at > start && (token.is(Class::RELATIVE) || is_participle(tokens, at, stop))
            {
                return Some(stop);
            } else if token.is(Class::TIME.or(Class::ADVERB)) && !is_verb(tokens, at) {
                at += 1;
            } else if token.is(Class::PREPOSITION) && token.kind == Kind::Word {
                let phrase = phrase_end(tokens, at + 1).clamp(at + 1, stop);
                // `before leaving for the port`
                let doing = tokens.get(at + 1).is_some_and(Token::is_gerund);
                at = phrase.max(if doing { (at + 2).min(stop) } else { phrase });
            } else if at > start && token.is(Class::AND) && token.kind == Kind::Word {
                let phrase = phrase_end(tokens, at + 1).clamp(at + 1, stop);
                if phrase < stop && is_verb(tokens, phrase) {
                    return None;
                }
                at = phrase;
            } else {
                return None;
            }
        }
        Some(stop)
    }

    /// Whether a verb stands behind "that" which is no noun as well: not so `said in a speech that talks were under
    /// way`.
    pub(super) fn follows_relative(&self, that: usize) -> bool {
        let at = that + 1;
        at < self.end && is_verb(self.tokens, at) && !self.tokens[at].is(Class::THIRD)
    }

    /// Whether "that" stands for the noun before it, as its verb follows: `a visit that began on Monday`.
    fn is_relative(&self, that: usize) -> bool {
        let tokens = self.tokens;
        let noun = &tokens[that - 1];
        let named = noun.kind == Kind::Name && noun.is(Class::TIME);
        let points = noun.is(Class::PREPOSITION) && noun.kind == Kind::Word;
        let verb = self.follows_relative(that) && !is_verb(tokens, that - 1);
        points || verb && !named
    }
}

/// The end of a span of time: `a day after`, `two hours later`, `the same day`, `days before`.
fn span_of_time(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let opens = tokens[at].is(Class::DETERMINER.or(Class::NUMBER)) || tokens[at].any(&SPANS);
    let noun = (at..tokens.len().min(at + LONGEST_SPAN)).find(|at| tokens[*at].any(&SPANS))?;
    let plain = (at..noun).all(|at| !is_verb(tokens, at) && tokens[at].mark().is_none());
    let next = tokens.get(noun + 1);
    let placed = next.is_none_or(|next| {
        next.mark().is_some()
            || next.any(words![
                "after", "before", "later", "earlier", "ago", "on", "in", "at"
            ])
    });
    (opens && plain && placed).then_some(noun + 1)
}

/// Whether a participle tells of the noun before it: `a briefing attended by diplomats`, `a speech marking the day`.
fn is_participle(tokens: &[Token<'_>], at: usize, stop: usize) -> bool {
    let done = tokens[at].text.ends_with("ed")
        || tokens[at].any(words!["held", "given", "made", "seen", "shown", "sent"]);
    let next = tokens.get(at + 1).filter(|_| at + 1 < stop);
    let behind = next.is_some_and(|next| {
        next.any(words![
            "by", "at", "in", "on", "with", "for", "to", "after", "during", "from"
        ]) || next.is(Class::TIME)
    });
    tokens[at].kind == Kind::Word && (tokens[at].is_gerund() || done && behind)
}
