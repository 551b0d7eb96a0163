//! What is kept of a report: its record, and what the next sentences need to know.

use std::borrow::Cow;
use std::mem::take;
use std::ops::Range;

use super::super::cues::{Cue, Mode};
use super::super::find::{Flow, Found, Record, quotation};
use super::super::lexicon::Class;
use super::super::nominal;
use super::super::phrases::{is_verb, named_person, phrase_end, subject, whole};
use super::super::tails;
use super::super::words::{Kind, Token};
use super::super::{QuotationKind, Rule};
use super::{Report, Sentence, contracted, pronoun_length};
use crate::articles::zones::ZoneKind;

impl Sentence<'_, '_, '_> {
    pub(super) fn record(
        &mut self,
        number: usize,
        report: &Report,
        flow: &mut Flow,
        found: &mut Found,
    ) {
        let tokens = self.tokens;
        let cue = self.cues[number].clone();
        let mut kind = None;
        let mut content = Vec::new();
        for part in &report.content {
            let Some((span, of)) = self.content(part.clone()) else {
                continue;
            };
            kind = Some(kind.map_or(of, |before| {
                if before == of {
                    of
                } else {
                    QuotationKind::Mixed
                }
            }));
            content.push(span);
            for at in part.clone() {
                if tokens[at].quoted().is_some() {
                    self.used[at] = true;
                }
            }
        }
        let Some(kind) = kind else { return };
        let span =
            |part: &Range<usize>| tokens[part.start].span.start..tokens[part.end - 1].span.end;
        let verb = cue.verb(tokens);
        let lemma = lemma(tokens, &cue);
        let mut one = quotation(
            kind,
            content,
            report.rule,
            flow.zone.unwrap_or(ZoneKind::Paragraph),
        );
        one.cue = Some(span(&cue.tokens));
        one.source = report
            .source
            .as_ref()
            .filter(|source| !source.is_empty())
            .map(|source| whole(tokens, source.clone(), cue.left, self.source_limit(report)))
            .map(|source| {
                let first = &tokens[source.start];
                let short = source.len() == 1 && contracted(first);
                let end = first.span.start + pronoun_length(first.text);
                if short {
                    first.span.start..end
                } else {
                    span(&source)
                }
            });
        one.verb = lemma;
        one.class = Some(verb.map_or("neutral".into(), |verb| verb.class.clone()));
        one.negated = cue.negated;
        one.questioned = cue.questioned;
        let unnamed = one.source.is_none() && self.last.is_none() && cue.mode != Mode::Passive;
        let named = if unnamed {
            let main = self.main_subject(number, report);
            let verb = if cue.left == 0 { self.end } else { cue.left };
            main.map(|main| whole(tokens, main, verb, self.end))
        } else {
            None
        };
        let goes_on = cue.mode == Mode::Participle && cue.tokens.start > 0 || cue.coordinated;
        if unnamed && goes_on && !self.is_means(&cue) {
            one.source = named.as_ref().map(&span);
        }
        let named = named.as_ref().map(&span);
        let unnamed =
            report.source.is_none() && !matches!(cue.mode, Mode::Passive | Mode::Impersonal);
        let mut record = Record {
            quotation: one,
            within: flow.within,
            like: self.last.filter(|_| unnamed),
            named,
        };
        let this = if let Some(begun) = self.begun(report, flow, found) {
            let mut content = take(&mut found.records[begun].quotation.content);
            content.append(&mut record.quotation.content);
            record.quotation.content = content;
            found.records[begun] = record;
            begun
        } else {
            found.records.push(record);
            found.records.len() - 1
        };
        self.last = Some(this);
        self.from = cue
            .tokens
            .end
            .max(report.source.as_ref().map_or(0, |source| source.end))
            .max(report.content.last().map_or(0, |part| part.end));
        if self.stretch.depth == 0 && flow.within.is_none() {
            self.keep_open(this, kind, report, flow);
        }
    }

    /// The record of paragraphs within marks that nobody is named in, of which this one is the last.
    fn begun(&self, report: &Report, flow: &Flow, found: &Found) -> Option<usize> {
        let first = self.stretch.depth == 0
            && self.tokens[0].span.start == self.stretch.part.start
            && report.content[0] == (0..1)
            && report.rule == Rule::MarksThenCue;
        flow.open.filter(|open| {
            let begun = &found.records[*open].quotation;
            // Marks that were lost hold who speaks as well: `"It is over, she said.`
            let words = begun
                .content
                .last()
                .map(|part| &self.stretch.text[part.clone()]);
            let lost = words.is_some_and(|words| words.trim_end_matches('.').ends_with(" said"));
            first && !lost && begun.cue.is_none() && begun.rule == Rule::MarksAlone
        })
    }

    /// Keeps the record with which marks behind it go on.
    fn keep_open(&self, this: usize, kind: QuotationKind, report: &Report, flow: &mut Flow) {
        let tokens = self.tokens;
        let marks = report
            .content
            .iter()
            .flat_map(Clone::clone)
            .filter_map(|at| tokens[at].quoted())
            .next_back();
        let marked = report
            .content
            .last()
            .is_some_and(|part| part.clone().any(|at| tokens[at].quoted().is_some()));
        let goes_on = kind == QuotationKind::Direct
            || report.rule == Rule::MarksThenCue
            || report.rule == Rule::ClauseThenCue && marked;
        if goes_on || !self.aside(report) {
            flow.last = goes_on.then_some(this);
        }
        flow.open = marks
            .filter(|quoted| !self.stretch.marked[*quoted].closed)
            .map(|_| this);
    }

    /// Whether a report stands in a clause that tells of another: `"…" she said at a rally where he claimed`.
    fn aside(&self, report: &Report) -> bool {
        let source = report.source.as_ref().map(|source| source.start);
        let joint = source.and_then(|start| self.tokens.get(start.checked_sub(1)?));
        joint.is_some_and(|joint| {
            joint.any(&["where", "which", "that", "whom", "when", "in", "after"])
        })
    }

    /// Where words begin that belong to what is said, behind the source.
    fn source_limit(&self, report: &Report) -> usize {
        let source = report.source.as_ref().map_or(0, |source| source.end);
        let behind = report.content.iter().map(|part| part.start);
        let behind = behind.filter(|start| *start >= source).min();
        behind.unwrap_or(self.end)
    }

    /// Whether a participle tells by what or after what something was done: `won them over by saying`.
    fn is_means(&self, cue: &Cue) -> bool {
        let before = cue.left.checked_sub(1).map(|before| &self.tokens[before]);
        before.is_some_and(|before| before.any(&["by", "for", "after", "before", "of"]))
    }

    /// The subject of the main clause, of a cue that has none of its own: before it, or behind a participle
    /// that opens the sentence.
    fn main_subject(&self, number: usize, report: &Report) -> Option<Range<usize>> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        if cue.tokens.start == 0 {
            let main = self.subjects[number + 1..].iter().flatten().next();
            return main.cloned().or_else(|| {
                let from = report.content[0].end;
                let stop = (from..self.end).find(|at| is_verb(tokens, *at))?;
                subject(tokens, from, stop)
            });
        }
        // `a party that won them over by saying so`
        let mut verbs: Vec<usize> = (0..cue.left).filter(|at| is_verb(tokens, *at)).collect();
        if self.is_means(cue) {
            verbs.reverse();
        }
        let found = verbs.into_iter().find_map(|at| {
            // `Vell also paid tribute`
            let adverbs = (0..at)
                .rev()
                .take_while(|at| tokens[*at].is(Class::ADVERB) && tokens[*at].kind == Kind::Word);
            subject(tokens, 0, at - adverbs.count())
        });
        found.filter(|found| found.end <= cue.left)
    }

    /// The span of a content in bytes, and its kind by the marks in it.
    fn content(&self, part: Range<usize>) -> Option<(Range<usize>, QuotationKind)> {
        let tokens = self.tokens;
        let (mut start, mut end) = (part.start, part.end);
        while start < end && matches!(tokens[start].kind, Kind::Mark(',' | ';' | ':')) {
            start += 1;
        }
        while end > start
            && (matches!(tokens[end - 1].kind, Kind::Mark(',' | ';' | ':'))
                || tokens[end - 1].is_dash())
        {
            end -= 1;
        }
        if start >= end {
            return None;
        }
        if end == start + 1
            && let Some(quoted) = tokens[start].quoted()
        {
            return Some((
                self.stretch.marked[quoted].inner.clone(),
                QuotationKind::Direct,
            ));
        }
        let marks = (start..end).any(|at| tokens[at].quoted().is_some());
        let kind = if marks {
            QuotationKind::Mixed
        } else {
            QuotationKind::Indirect
        };
        let span = tokens[start].span.start..tokens[end - 1].span.end;
        Some((span, kind))
    }

    /// `Vell: pier is safe`, `Pier is safe - harbour master`, `Lee: "…"`.
    pub(super) fn label(&mut self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let begin =
            usize::from(tokens[0].is_dash() || tokens[0].is_mark('•') || tokens[0].is_mark('*'));
        let colon = (0..self.end.min(12)).find(|at| tokens[*at].is_mark(':'));
        let headline = flow.zone == Some(ZoneKind::Headline);
        // `Harbour dues 'must be lower'`
        let unnamed = headline
            && colon.is_none()
            && !tokens.iter().any(Token::is_dash)
            && tokens.iter().any(|token| {
                token.quoted().is_some() && token.text.contains(' ') && tails::holds_verb(token, 0)
            });
        if unnamed {
            if let Some((span, kind)) = self.content(0..self.end) {
                let zone = ZoneKind::Headline;
                found.records.push(Record {
                    quotation: quotation(kind, vec![span], Rule::Label, zone),
                    within: flow.within,
                    like: None,
                    named: None,
                });
            }
            return;
        }
        let named_last = (0..self.end)
            .rev()
            .find(|at| tokens[*at].is_mark(':'))
            .filter(|colon| headline && self.names_speaker(colon + 1, *colon - begin.min(*colon)));
        let (source, content) = if let Some(colon) = named_last {
            (colon + 1..self.end, begin..colon)
        } else if let Some(colon) = colon {
            // `Ray Oximoto, welder: "…"`
            let comma = (begin..colon).find(|at| tokens[*at].is_mark(','));
            let named = comma.filter(|comma| named_person(&tokens[begin..*comma]));
            // `Vell on dredging: "It is over"`
            let on = (begin + 1..colon).find(|at| tokens[*at].any(&["on", "in", "to", "at"]));
            let marked = tokens[colon + 1..self.end].first();
            let marked = headline && marked.is_some_and(|next| next.quoted().is_some());
            let named = named.or(on.filter(|_| marked));
            (begin..named.unwrap_or(colon), colon + 1..self.end)
        } else if headline && let Some(dash) = (0..self.end).rev().find(|at| tokens[*at].is_dash())
        {
            (dash + 1..self.end, 0..dash)
        } else {
            return;
        };
        if source.is_empty() || content.is_empty() || flow.zone == Some(ZoneKind::Heading) {
            return;
        }
        let marks = content.len() == 1 && tokens[content.start].quoted().is_some();
        let end = phrase_end(tokens, source.start);
        let last = &tokens[source.end - 1];
        let whole = end == source.end
            || last.is(Class::PERSON)
                && (source.start..source.end).all(|at| {
                    matches!(tokens[at].kind, Kind::Name | Kind::Word) && !is_verb(tokens, at)
                });
        let kind_of_copy = source.len() == 1 && tokens[source.start].any(&LABELS);
        let speaks = whole
            && !kind_of_copy
            && source.len() <= 5
            && (last.is(Class::SPEAKER)
                || headline
                    && source.len() <= 2
                    && last.kind == Kind::Name
                    && content.clone().any(|at| is_verb(tokens, at))
                || marks && last.kind == Kind::Name);
        if !speaks || !(marks || headline) {
            return;
        }
        let Some((span, kind)) = self.content(content) else {
            return;
        };
        let mut one = quotation(
            kind,
            vec![span],
            Rule::Label,
            flow.zone.unwrap_or(ZoneKind::Paragraph),
        );
        one.source = Some(tokens[source.start].span.start..tokens[source.end - 1].span.end);
        found.records.push(Record {
            quotation: one,
            within: flow.within,
            like: None,
            named: None,
        });
        if marks && self.stretch.depth == 0 {
            flow.last = Some(found.records.len() - 1);
        }
    }

    /// Whether a headline of so many words ends with who says it: `Harbour dues to rise again: council`.
    fn names_speaker(&self, start: usize, said: usize) -> bool {
        let tokens = self.tokens;
        let Some(last) = self.end.checked_sub(1).filter(|last| start <= *last) else {
            return false;
        };
        let phrase = phrase_end(tokens, start) == self.end && self.end - start <= 4;
        let speaks = tokens[last].is(Class::SPEAKER) && said >= 4
            || tokens[last].kind == Kind::Name && said >= 5 && self.end - start <= 2;
        phrase && speaks
    }

    /// Keeps the subject of a sentence for words within marks of its paragraph that name nobody.
    pub(super) fn note_subject(&self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let marked = !self.stretch.marked.is_empty();
        let mut places = (1..self.end).filter(|_| marked);
        let first = places.find(|at| is_verb(tokens, *at));
        let span = first.and_then(|first| subject(tokens, 0, first));
        if let Some(span) = span.filter(|span| !tokens[span.start].is(Class::SUBJECT)) {
            found.subjects.push((
                tokens[span.start].span.start..tokens[span.end - 1].span.end,
                flow.paragraph,
            ));
        }
        if self.last.is_none() {
            flow.last = None;
        }
    }
}

/// What a headline says of its own copy: `Feature: Port opens`.
const LABELS: [&str; 16] = [
    "feature",
    "analysis",
    "exclusive",
    "opinion",
    "update",
    "explainer",
    "factbox",
    "spotlight",
    "commentary",
    "profile",
    "roundup",
    "live",
    "watch",
    "video",
    "editorial",
    "interview",
];

/// The lemma of a cue.
fn lemma(tokens: &[Token<'_>], cue: &Cue) -> Option<Cow<'static, str>> {
    match cue.mode {
        Mode::According => Some("according to".into()),
        Mode::For => Some("for".into()),
        Mode::View => nominal::view(&tokens[cue.tokens.start]).map(Cow::Borrowed),
        Mode::Stance | Mode::Noun => nominal::lemma(&tokens[cue.tokens.start]).map(Cow::Borrowed),
        _ => cue.verb(tokens).map(|verb| verb.lemma.clone()),
    }
}
