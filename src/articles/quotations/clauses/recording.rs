//! What is kept of a report: its record, and what the next sentences need to know.

use std::borrow::Cow;
use std::mem::take;
use std::ops::Range;

use super::super::cues::{Cue, Mode};
use super::super::find::{Flow, Found, Record, quotation};
use super::super::lexicon::Class;
use super::super::narration::later;
use super::super::nominal;
use super::super::phrases::{is_verb, subject, whole};
use super::super::verbs::Form;
use super::super::words::{Kind, Token, span_of};
use super::super::{Quotation, QuotationKind, Rule};
use super::{Report, Sentence, contracted, is_later, pronoun_length};
use crate::articles::zones::ZoneKind;

/// How many records before one may hold it.
const NESTED: usize = 4;

/// Ends a content that begins within another's where that one ends: `who said he did not recall whether …, left`.
fn end_with_outer(content: &mut [Range<usize>], found: &Found) {
    let Some(last) = content.last_mut() else {
        return;
    };
    let outer = found.records.iter().rev().take(NESTED).find_map(|record| {
        let mut spans = record.quotation.content.iter();
        spans.find(|span| span.start < last.start && last.start < span.end)
    });
    if let Some(outer) = outer {
        last.end = last.end.min(outer.end);
    }
}

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
        // The marks of one part belong to the content where another has none: `It is not, she said, "about money"`.
        if kind == QuotationKind::Mixed {
            for span in &mut content {
                let whole = self.stretch.marked.iter().find(|one| one.inner == *span);
                *span = whole.map_or(span.clone(), |one| one.outer.clone());
            }
        }
        end_with_outer(&mut content, found);
        let span = |part: &Range<usize>| span_of(tokens, part);
        let zone = flow.zone.unwrap_or(ZoneKind::Paragraph);
        let mut one = Quotation {
            kind,
            content,
            zone,
            ..self.told(number, report)
        };
        let by_nobody = matches!(cue.mode, Mode::Passive | Mode::Impersonal);
        let apart = self.last.is_none() || self.last_is_fronted(number);
        let unnamed = one.source.is_none() && apart && !by_nobody;
        let named = if unnamed {
            let main = self.main_subject(number, report);
            let verb = if cue.left == 0 { self.end } else { cue.left };
            main.map(|main| whole(tokens, main, verb, self.end))
        } else {
            None
        };
        let participle = cue.mode == Mode::Participle;
        let goes_on = participle && cue.tokens.start > 0 || cue.coordinated;
        // `The delays keep fares high, threatening to hurt trade`
        let shown = |main: &Range<usize>| {
            let verb = cue.verb(tokens);
            verb.is_some_and(|verb| self.shown_by_things(&verb.lemma, main))
        };
        if participle && named.as_ref().is_some_and(shown) {
            return;
        }
        if unnamed && goes_on && !self.is_means(&cue) {
            one.source = named.as_ref().map(&span);
        }
        let named = named.as_ref().map(&span);
        let unnamed = report.source.is_none() && !by_nobody;
        let mut record = Record {
            quotation: one,
            within: flow.within,
            like: self.last.filter(|_| unnamed && !apart),
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
        let before = self.last.replace(this);
        self.from = cue
            .tokens
            .end
            .max(report.source.as_ref().map_or(0, |source| source.end))
            .max(report.content.last().map_or(0, |part| part.end));
        if self.stretch.depth == 0 && flow.within.is_none() {
            self.keep_open(this, before, kind, report, flow);
        }
    }

    /// A report without its content: cue, verb and source.
    pub(super) fn told(&self, number: usize, report: &Report) -> Quotation {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let span = |part: &Range<usize>| span_of(tokens, part);
        let verb = cue.verb(tokens);
        let verb_at = match cue.mode {
            // `with the bank's chief, Ida Vell, warning`
            Mode::Attached => cue.tokens.start,
            // `quoted people familiar with the talks as saying`
            Mode::Quoted if cue.left > 0 && tokens[cue.left - 1].is_word("as") => cue.left - 1,
            _ => cue.left,
        };
        let source = report.source.as_ref().filter(|source| !source.is_empty());
        let source = source
            .map(|source| whole(tokens, source.clone(), verb_at, self.source_limit(report)))
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
        Quotation {
            cue: Some(span(&cue.tokens)),
            source,
            verb: lemma(tokens, cue),
            class: Some(verb.map_or("neutral".into(), |verb| verb.class.clone())),
            negated: cue.negated,
            questioned: cue.questioned,
            ..quotation(
                QuotationKind::Direct,
                Vec::new(),
                report.rule,
                ZoneKind::Paragraph,
            )
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
    fn keep_open(
        &self,
        this: usize,
        before: Option<usize>,
        kind: QuotationKind,
        report: &Report,
        flow: &mut Flow,
    ) {
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
        // `"…" she says, adding that …`
        let beside = flow.last.is_some() && flow.last == before;
        let besides = beside && matches!(report.rule, Rule::Participle | Rule::Phrase);
        if goes_on || !(besides || self.aside(report)) {
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
            joint.any(words![
                "where", "which", "that", "whom", "when", "in", "after"
            ])
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
        before.is_some_and(|before| before.any(words!["by", "for", "after", "before", "of"]))
    }

    /// The subject of the main clause, of a cue that has none of its own: before it, or behind a participle
    /// that opens the sentence.
    fn main_subject(&self, number: usize, report: &Report) -> Option<Range<usize>> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        if cue.tokens.start == 0 || is_later(tokens, cue) {
            let main = self.subjects[number + 1..].iter().flatten().next();
            return main.cloned().or_else(|| {
                let from = report.content[0].end;
                let stop = (from..self.end).find(|at| is_verb(tokens, *at))?;
                subject(tokens, from, stop)
            });
        }
        if let Some(main) = self.subject_of_headline(cue.left) {
            return Some(main);
        }
        // `a party that won them over by saying so`
        let main = self.behind_fronted_clause(cue.left);
        let inserted = self.asked_between(main, cue.left);
        let own = |at: &usize| is_verb(tokens, *at) && !inserted.contains(at);
        let mut verbs: Vec<usize> = (main..cue.left).filter(own).collect();
        if self.is_means(cue) {
            verbs.reverse();
        }
        let found = verbs.into_iter().find_map(|at| {
            // `Vell also paid tribute`
            let adverbs = (0..at)
                .rev()
                .take_while(|at| tokens[*at].is(Class::ADVERB) && tokens[*at].kind == Kind::Word);
            let from = at - adverbs.count();
            let told = inserted.end > inserted.start && inserted.end == from;
            subject(tokens, main, if told { inserted.start - 1 } else { from })
        });
        // `But Vell, who runs the port, left, saying`, `Today, the port, …`
        found.filter(|found| found.end <= cue.left).map(|found| {
            let opens = tokens[found.start].is(Class::AND.or(Class::ADVERB));
            let comma = tokens[found.start + 1].is_mark(',');
            let skipped = usize::from(opens) + usize::from(opens && comma);
            let start = found.start + skipped;
            if start < found.end {
                start..found.end
            } else {
                found
            }
        })
    }

    /// What somebody was asked, between commas behind their name, with the comma behind it: `Vell, asked whether he would
    /// run, laughed and said`.
    fn asked_between(&self, main: usize, end: usize) -> Range<usize> {
        let tokens = self.tokens;
        let opens = |at: &usize| {
            let asked = tokens[at + 1].any(words!["asked", "pressed", "questioned"]);
            tokens[*at].is_mark(',') && asked && !(main..*at).any(|at| is_verb(tokens, at))
        };
        let Some(comma) = (main + 1..end.saturating_sub(1)).find(opens) else {
            return 0..0;
        };
        let closes = (comma + 2..end).rev().find(|at| tokens[*at].is_mark(','));
        closes.map_or(0..0, |closes| comma + 1..closes + 1)
    }

    /// The subject with which a headline begins that another verb behind a comma has too: `Leaders back plan, call for
    /// truce`, `Vell arrives in Oban, urges restraint`.
    fn subject_of_headline(&self, end: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        if !self.headline || !tokens[end.checked_sub(1)?].is_mark(',') {
            return None;
        }
        let forms = Class::THIRD
            .or(Class::VERB)
            .or(Class::BASE)
            .or(Class::BASE_OR_NOUN)
            .or(Class::AUXILIARY);
        let verb = (1..end).find(|at| {
            let token = &tokens[*at];
            let form = |form: &Form| matches!(form, Form::Third | Form::Base | Form::Past);
            let mut readings = token.readings().iter();
            token.kind == Kind::Word
                && !token.is(Class::SPEAKER)
                && (token.is(forms)
                    || token.any(words!["back", "meets"])
                    || readings.any(|(_, own)| form(own)))
        })?;
        let plain = |token: &Token<'_>| matches!(token.kind, Kind::Word | Kind::Name);
        tokens[..verb].iter().all(plain).then_some(0..verb)
    }

    /// Whether all reports before a participle stand in a clause before the main one, whose subject the participle is
    /// of: `While the paper said yes, Vell struck another tone, telling reporters`.
    fn last_is_fronted(&self, number: usize) -> bool {
        let cue = &self.cues[number];
        if cue.mode != Mode::Participle || cue.coordinated {
            return false;
        }
        let main = self.behind_fronted_clause(cue.left);
        let mut before = self.cues[..number].iter();
        main > 0 && before.all(|one| one.tokens.end <= main)
    }

    /// Where a clause begins that sets somebody against what others asked for: `The port has asked for help, but the
    /// unions are wary, saying`.
    fn behind_contrast(&self, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let joined = |at: &usize| {
            tokens[*at].any(words!["but", "while", "yet"]) && tokens[*at - 1].is_mark(',')
        };
        let first = (2..end).rev().find(joined)? + 1;
        let verb = (first..end).find(|at| is_verb(tokens, *at))?;
        let who = subject(tokens, first, verb).filter(|who| who.start == first)?;
        let last = &tokens[who.end - 1];
        // `Vell said the road was shut, but the police were ready, adding`
        let finite = |at: usize| is_verb(tokens, at) && !tokens[at - 1].is_word("to");
        let clause = |cue: &Cue| (cue.tokens.end..first - 2).any(finite);
        let mut before = self.cues.iter().take_while(|cue| cue.left < first);
        let speaks = last.is(Class::SPEAKER) || last.kind == Kind::Name;
        let reports = self
            .cues
            .iter()
            .any(|cue| (first..end).contains(&cue.tokens.start));
        (speaks && !reports && !before.any(clause)).then_some(first)
    }

    /// Where the main clause begins before a token: `When the strike began, Vell left the talks, saying`.
    fn behind_fronted_clause(&self, end: usize) -> usize {
        let tokens = self.tokens;
        if let Some(first) = self.behind_contrast(end) {
            return first;
        }
        let opens = later(tokens, 0)
            || tokens[0].any(words![
                "when",
                "while",
                "as",
                "after",
                "before",
                "once",
                "until",
                "since",
                "if",
                "although",
                "though",
                "because",
                "asked",
                "pressed",
                "questioned"
            ]);
        let comma = (1..end).find(|at| tokens[*at].is_mark(','));
        let main = comma.filter(|comma| {
            opens
                && (1..*comma).any(|at| is_verb(tokens, at))
                && (comma + 1..end).any(|at| is_verb(tokens, at))
        });
        main.map_or(0, |comma| comma + 1)
    }

    /// The span of a content in bytes, and its kind by the marks in it.
    pub(super) fn content(&self, part: Range<usize>) -> Option<(Range<usize>, QuotationKind)> {
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
        let span = span_of(tokens, &(start..end));
        Some((span, kind))
    }

    /// Keeps the subject of a sentence for words within marks of its paragraph that name nobody.
    pub(super) fn note_subject(&self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let marked = !self.stretch.marked.is_empty();
        let mut places = (1..self.end).filter(|_| marked);
        let first = places.find(|at| is_verb(tokens, *at));
        // `Hal Orr, who runs the port, said it was late. "It is over."`
        let said = self.last.filter(|_| marked).and_then(|last| {
            let source = found.records[last].quotation.source.clone()?;
            let (from, to) = (source.start, source.end);
            let start = tokens.iter().position(|token| token.span.start == from)?;
            let end = tokens.iter().position(|token| token.span.end == to)?;
            let before = first.is_some_and(|first| first > end);
            before.then_some(start..end + 1)
        });
        let span = said.or_else(|| first.and_then(|first| subject(tokens, 0, first)));
        if let Some(span) = span.filter(|span| !tokens[span.start].is(Class::SUBJECT)) {
            found
                .subjects
                .push((span_of(tokens, &span), flow.paragraph));
        }
        if self.last.is_none() {
            flow.last = None;
        }
        // `The pier must close, said Vell. "There is no other way."`
        flow.told = self.last.filter(|last| {
            let told = &found.records[*last].quotation;
            told.source.is_some() && matches!(told.rule, Rule::ClauseThenCue | Rule::Phrase)
        });
    }
}

/// The lemma of a cue.
fn lemma(tokens: &[Token<'_>], cue: &Cue) -> Option<Cow<'static, str>> {
    match cue.mode {
        Mode::According if tokens[cue.tokens.start].is_word("as") => Some("as per".into()),
        Mode::According => Some("according to".into()),
        Mode::For => Some("for".into()),
        Mode::View => nominal::view(&tokens[cue.tokens.start]).map(Cow::Borrowed),
        Mode::Stance | Mode::Noun => nominal::lemma(&tokens[cue.tokens.start]).map(Cow::Borrowed),
        _ => cue.verb(tokens).map(|verb| verb.lemma.clone()),
    }
}
