//! Where the content before a cue begins, and how far the adverbials behind a cue reach.

use std::ops::Range;

use super::super::content::is_shown;
use super::super::cues::Mode;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Sentence;

/// Words that join a sentence to the one before it, and are none of what is said.
const CONNECTIVES: WordList = WordList::new(&[
    "however",
    "instead",
    "moreover",
    "furthermore",
    "nevertheless",
    "nonetheless",
    "meanwhile",
    "besides",
    "additionally",
]);

/// What newsletters call their paragraphs.
const LABELS: [&[&str]; 15] = [
    &["the", "bottom", "line"],
    &["driving", "the", "news"],
    &["why", "it", "matters"],
    &["the", "big", "picture"],
    &["between", "the", "lines"],
    &["the", "latest"],
    &["zoom", "in"],
    &["zoom", "out"],
    &["the", "other", "side"],
    &["by", "the", "numbers"],
    &["state", "of", "play"],
    &["reality", "check"],
    &["the", "facts"],
    &["the", "reality"],
    &["fact", "check"],
];

/// How many words may stand behind a cue that do not begin as adverbials do.
const SHORT: usize = 6;

/// Whether no adverbial goes on over a token: a mark other than a bracket, or words within marks.
pub(super) fn ends_adverbials(token: &Token<'_>) -> bool {
    let mark = token.mark().filter(|mark| !matches!(mark, '(' | ')'));
    mark.is_some() || token.quoted().is_some()
}

impl Sentence<'_, '_, '_> {
    /// Content from where the clause begins up to a token.
    pub(super) fn content_to(&self, end: usize) -> Range<usize> {
        let start = self.clause_start().min(end - 1);
        let before = &self.tokens[start..end - 1];
        let words = before
            .iter()
            .any(|token| matches!(token.kind, Kind::Word | Kind::Name | Kind::Number));
        let and = |token: &Token<'_>| token.is(Class::AND) && token.kind == Kind::Word;
        let conjunction = before.len() == 1 && before[0].is(Class::AND);
        // `…," said Vell, the mayor, and "…," said Orr`
        let apart = self.from > 0
            && before.last().is_some_and(and)
            && before
                .iter()
                .rev()
                .nth(1)
                .is_some_and(|comma| comma.is_mark(','))
            && !(start..end - 1).any(|at| is_verb(&self.tokens[..end], at));
        // `The answer was swift: "We will not be bullied," he said`
        let behind_colon = before.last().is_some_and(|last| last.is_mark(':'));
        if words && !conjunction && !apart && !behind_colon {
            start..end
        } else {
            end - 1..end
        }
    }

    /// Where the clause under way begins: behind the last record.
    pub(super) fn clause_start(&self) -> usize {
        let mut start = self.from;
        // `Exclusive: president to resign, sources say`
        if start == 0 && self.headline {
            let label = self.tokens.get(1).is_some_and(|next| next.is_mark(':'));
            start = if label { 2 } else { self.kicker() };
        }
        if start == 0 && !self.headline {
            start = self.behind_label();
        }
        // `Instead, only a few would gain, Vell said`
        let connects = |at: usize| self.tokens[at].any(&CONNECTIVES);
        if start == 0 && self.end > 4 && !self.headline {
            let and = usize::from(self.tokens[0].is(Class::AND));
            if connects(and) && self.tokens[and + 1].is_mark(',') {
                start = if self.reports_behind(and + 2) {
                    0
                } else {
                    and + 2
                };
            } else if self.tokens[0].is_word("in")
                && self.tokens[1].is_word("addition")
                && self.tokens[2].is_mark(',')
                && !self.reports_behind(3)
            {
                start = 3;
            }
        }
        while start < self.end
            && (self.tokens[start].mark().is_some()
                || start > 0
                    && self.tokens[start].is(Class::AND)
                    && self.tokens[start].kind == Kind::Word)
        {
            start += 1;
        }
        start
    }

    /// Behind the label with which newsletters begin a paragraph: `The bottom line: Vell will quit, aides say`.
    fn behind_label(&self) -> usize {
        let tokens = self.tokens;
        LABELS
            .iter()
            .find_map(|label| {
                let own = tokens.get(..label.len())?.iter().zip(*label);
                let same = own.clone().all(|(token, word)| token.is_word(word));
                let colon = tokens.get(label.len())?.is_mark(':');
                (same && colon && label.len() + 1 < self.end).then_some(label.len() + 1)
            })
            .unwrap_or_default()
    }

    /// Whether nothing but a report stands between a place and the next comma: `However, he said, the pier is shut`.
    fn reports_behind(&self, at: usize) -> bool {
        let comma = (at..self.end).find(|at| self.tokens[*at].is_mark(','));
        let first = self.cues.first();
        comma.zip(first).is_some_and(|(comma, cue)| {
            cue.mode == Mode::Finite && at <= cue.tokens.start && cue.tokens.end <= comma
        })
    }

    /// Whether a relative clause tells of the document in which something is said: `in a ruling that may`.
    fn tells_of(&self, at: usize) -> bool {
        let tokens = self.tokens;
        tokens[at].any(words!["that", "which"])
            && tokens[at - 1].is(Class::DOCUMENT.or(Class::OCCASION))
            && tokens.get(at + 1).is_some_and(|_| is_verb(tokens, at + 1))
    }

    /// `told reporters on Friday when asked about …`
    fn is_asked(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < self.end);
        self.tokens[at].any(words!["when", "after", "as"])
            && next.is_some_and(|next| {
                next.any(words![
                    "asked",
                    "pressed",
                    "questioned",
                    "he",
                    "she",
                    "they"
                ])
            })
    }

    /// `said on Monday after the talks had ended`
    fn is_timed(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let stop = (at + 1..self.end).find(|at| tokens[*at].mark().is_some());
        tokens[at].any(words!["after", "before"])
            && tokens[at - 1].is(Class::TIME)
            && (at + 1..stop.unwrap_or(self.end)).any(|at| is_verb(tokens, at))
    }

    /// Behind adverbs, times and addressees that may follow a cue at the end.
    pub(super) fn behind_adverbials(&self, start: usize) -> usize {
        let tokens = self.tokens;
        let opens = Class::PREPOSITION
            .or(Class::ADVERB)
            .or(Class::TIME)
            .or(Class::OBJECT);
        let long = tokens
            .get(start)
            .is_none_or(|first| first.is(opens) || first.any(words!["citing", "quoting"]));
        let far = if long {
            self.end
        } else {
            self.end.min(start + SHORT + 1)
        };
        let stop = (start..far)
            .find(|at| {
                ends_adverbials(&tokens[*at])
                    || *at > start && self.tells_of(*at)
                    || *at > start && (self.is_asked(*at) || self.is_timed(*at))
            })
            .unwrap_or(far);
        let adverbial = (long || stop <= start + SHORT)
            && (start..stop).all(|at| !is_verb(tokens, at) || at > start && is_shown(tokens, at));
        if adverbial { stop } else { start }
    }
}
