//! Marks beside a verb that no list has: `“It is late and nobody came,” Vell smiled.`

use std::ops::Range;

use super::super::find::{Flow, Found, Record, quotation};
use super::super::lexicon::Class;
use super::super::phrases::{named_person, phrase_end};
use super::super::tails;
use super::super::verbs::Frames;
use super::super::words::{Kind, Token, span_of};
use super::super::{QuotationKind, Rule};
use super::Sentence;
use crate::articles::zones::ZoneKind;

/// The fewest words within the marks.
const WORDS: usize = 3;

impl Sentence<'_, '_, '_> {
    /// Records marks with which the sentence begins, closed by a comma, if whoever is named behind them did something
    /// that has no object.
    pub(super) fn unlisted(&mut self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let Some(quoted) = tokens[0].quoted() else {
            return;
        };
        let free = flow.zone == Some(ZoneKind::Paragraph) && !self.used[0];
        let apart = usize::from(!self.ends_with_comma(0));
        let closed = apart == 0 || tokens.get(1).is_some_and(|next| next.is_mark(','));
        let inner = &self.stretch.marked[quoted].inner;
        if !free || !closed || !is_said(&tokens[0]) {
            return;
        }
        let Some((source, cue)) = self.who_did(1 + apart) else {
            return;
        };
        let mut told = quotation(
            QuotationKind::Direct,
            vec![inner.clone()],
            Rule::MarksThenCue,
            ZoneKind::Paragraph,
        );
        told.source = Some(span_of(tokens, &source));
        told.cue = Some(tokens[cue].span.clone());
        found.records.push(Record {
            quotation: told,
            within: flow.within,
            like: None,
            named: None,
        });
        self.used[0] = true;
        if self.last.is_none() && self.stretch.depth == 0 {
            flow.last = Some(found.records.len() - 1);
            self.last = flow.last;
        }
    }

    /// Who stands at a place, and the verb beside them in either order.
    fn who_did(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let tokens = self.tokens;
        let end = |start: usize| phrase_end(tokens, start).min(self.end);
        let did = |at: usize| at < self.end && is_past(&tokens[at]);
        let whole =
            |source: &Range<usize>| !source.is_empty() && is_somebody(&tokens[source.clone()]);
        if at >= self.end {
            return None;
        }
        if did(at) {
            let source = at + 1..end(at + 1);
            return (whole(&source) && self.goes_no_further(source.end)).then_some((source, at));
        }
        let source = at..end(at);
        let cue = source.end;
        let alone = whole(&source) && did(cue) && self.goes_no_further(cue + 1);
        alone.then_some((source, cue))
    }

    /// Whether nothing stands here that a verb could have done something to.
    fn goes_no_further(&self, at: usize) -> bool {
        let beside = Class::ADVERB
            .or(Class::PREPOSITION)
            .or(Class::TIME)
            .or(Class::AND)
            .or(Class::SUBORDINATOR);
        at >= self.end || {
            let next = &self.tokens[at];
            next.is_mark(',') || next.is_dash() || next.is(beside) && !next.is_word("of")
        }
    }
}

/// Whether marks hold a remark, and no title or name: three words at least, with a verb, the first in no small letters.
fn is_said(marked: &Token<'_>) -> bool {
    let mut words = marked.behind_opening().split_whitespace();
    let opens = words
        .next()
        .is_some_and(|first| !first.starts_with(char::is_lowercase));
    opens && words.nth(WORDS - 2).is_some() && tails::holds_verb(marked, 0)
}

/// Whether a word is in the past, and no verb of which a list says that it stands beside marks, which was looked at.
fn is_past(token: &Token<'_>) -> bool {
    let mut listed = token.readings().iter().map(|(verb, _)| token.verb(*verb));
    token.kind == Kind::Word
        && !token.is(Class::AUXILIARY)
        && !listed.any(|verb| verb.counts && verb.frames.has(Frames::QUOTE))
        && (token.is(Class::VERB) || token.text.ends_with("ed") && token.text.len() > 4)
}

/// Whether a phrase is a person: a name, a pronoun or a noun for one.
fn is_somebody(tokens: &[Token<'_>]) -> bool {
    let pronoun = tokens.len() == 1 && tokens[0].any(words!["he", "she", "they", "i", "we"]);
    let noun = tokens[0].is(Class::DETERMINER.or(Class::POSSESSIVE))
        && tokens.last().is_some_and(Token::is_for_person);
    pronoun || noun || named_person(tokens) && tokens.iter().all(|token| token.kind == Kind::Name)
}
