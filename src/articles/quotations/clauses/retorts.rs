//! What a headline has somebody do, and behind a colon say: `Vell slams Orr on docks: 'She sold them'`.

use super::super::find::{Flow, Found, Record, quotation};
use super::super::lexicon::Class;
use super::super::phrases::{named_person, phrase_end};
use super::super::word_list::WordList;
use super::super::words::span_of;
use super::super::{QuotationKind, Rule};
use super::Sentence;
use crate::articles::zones::ZoneKind;

/// What somebody does to others, or about them, by words.
const DOING: WordList = WordList::new(&[
    "apologises",
    "apologizes",
    "attacks",
    "backs",
    "bashes",
    "blasts",
    "boasts",
    "brags",
    "celebrates",
    "challenges",
    "chides",
    "condemns",
    "confronts",
    "criticises",
    "criticizes",
    "decries",
    "defends",
    "denounces",
    "dismisses",
    "doubles",
    "eviscerates",
    "fires",
    "hails",
    "hammers",
    "hits",
    "insults",
    "jabs",
    "jokes",
    "lambastes",
    "lambasts",
    "lashes",
    "lauds",
    "mocks",
    "praises",
    "rails",
    "reacts",
    "rebukes",
    "rejects",
    "responds",
    "ridicules",
    "rips",
    "roasts",
    "scolds",
    "scorches",
    "shreds",
    "skewers",
    "slams",
    "taunts",
    "tears",
    "thanks",
    "torches",
    "touts",
    "trashes",
    "trolls",
    "unloads",
    "vows",
    "warns",
]);

/// What strikes as well, and says nothing: `Storm slams coast: 'We lost all'`.
const STRIKING: WordList = WordList::new(&[
    "storm",
    "hurricane",
    "typhoon",
    "cyclone",
    "tornado",
    "quake",
    "earthquake",
    "tsunami",
    "flood",
    "blast",
    "fire",
    "wildfire",
    "blaze",
    "bomb",
    "missile",
    "drone",
    "train",
    "car",
    "truck",
    "bus",
    "plane",
    "virus",
    "crisis",
    "recession",
]);

impl Sentence<'_, '_, '_> {
    /// Records the marks at the end of a headline, behind a colon, as words of whom it has do something by words, in place
    /// of what was found with these marks in it.
    pub(super) fn retort(&self, before: usize, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let Some(marks) = self.end.checked_sub(1).filter(|last| *last >= 3) else {
            return;
        };
        let colon = marks - 1;
        let Some(quoted) = tokens[marks]
            .quoted()
            .filter(|_| tokens[colon].is_mark(':'))
        else {
            return;
        };
        let begin = self.kicker();
        let Some(verb) = (begin + 1..colon).find(|at| tokens[*at].any(&DOING)) else {
            return;
        };
        let who = &tokens[begin..verb];
        let person = phrase_end(tokens, begin) == verb && who[who.len() - 1].is(Class::SPEAKER);
        let strikes = who.iter().any(|token| token.any(&STRIKING));
        if !named_person(who) && !person || strikes {
            return;
        }
        let marked = &self.stretch.marked[quoted];
        let held = |record: &Record| {
            let mut spans = record.quotation.content.iter();
            spans.any(|span| span.start < marked.outer.end && marked.outer.start < span.end)
        };
        let told = |record: &Record| {
            let one = &record.quotation;
            let source = one.source.as_ref();
            let apart = source.is_some_and(|source| source.end <= tokens[verb].span.start);
            apart && one.content == [marked.inner.clone()]
        };
        if found.records[before..].iter().any(told) {
            return;
        }
        let mut number = 0;
        found.records.retain(|record| {
            number += 1;
            number <= before || !held(record)
        });
        (flow.last, flow.open) = (None, None);
        let zone = flow.zone.unwrap_or(ZoneKind::Headline);
        let (kind, rule) = (QuotationKind::Direct, Rule::CueThenMarks);
        let mut one = quotation(kind, vec![marked.inner.clone()], rule, zone);
        one.source = Some(span_of(tokens, &(begin..verb)));
        one.cue = Some(tokens[verb].span.clone());
        found.records.push(Record {
            quotation: one,
            within: flow.within,
            like: None,
            named: None,
        });
    }
}
