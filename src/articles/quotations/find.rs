//! The walk over an article: its paragraphs, their sentences, the stretches within marks.

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::capitals::named_part;
use super::directions::spoken;
use super::listed::{go_on, is_item, item};
use super::marks::Marked;
use super::names::{Mention, Mentioned};
use super::passages::{Passage, Section, batches};
use super::tokens::Sentences;
use super::turns::Turns;
use super::words::{CLOSING, Token, Told};
use super::{Quotation, QuotationKind, Rule, clauses};
use crate::articles::zones::{Zone, ZoneKind, trimmed};

/// How deep reports within reports of one sentence are followed.
const DEEPEST_REPORT: usize = 12;

/// A quotation, and what its speaker is to be found by.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub quotation: Quotation,
    /// The record within whose marks it stands.
    pub within: Option<usize>,
    /// The record whose speaker is also its own, as it names none.
    pub like: Option<usize>,
    /// The words that name the speaker, where they are no source of this record.
    pub named: Option<Range<usize>>,
}

/// The quotations found so far.
#[derive(Default)]
pub(super) struct Found {
    pub records: Vec<Record>,
    /// The subject of each sentence of narration, and the number of its paragraph.
    pub subjects: Vec<(Range<usize>, usize)>,
    /// The mentions of people, bodies and documents.
    pub names: Vec<Mention>,
    /// What headings have within marks.
    headings: Vec<Quotation>,
    /// Where headings begin that only tell who speaks below them.
    headed: Vec<usize>,
}

impl Found {
    /// Keeps a heading's names if it is nothing but that of somebody with an office, or of a body: `Prime Minister Ida
    /// Vell, in a post on X`.
    fn keep_headed(&mut self, from: usize, text: &str, heading: &Range<usize>) {
        let (name, _) = named_part(&text[heading.clone()]);
        let end = heading.start + name.len();
        let whole = |mention: &Mention| {
            let titled = mention.kind == Mentioned::Name && mention.title.is_some();
            mention.begin() == heading.start
                && mention.span.end == end
                && (titled || mention.kind == Mentioned::Body)
        };
        let kept = self.names[from..].iter().find(|one| whole(one)).cloned();
        self.names.truncate(from);
        if let Some(mention) = kept {
            self.names.push(mention);
            self.headed.push(heading.start);
        }
    }
}

/// Where the walk is.
#[derive(Default)]
pub(super) struct Flow {
    pub zone: Option<ZoneKind>,
    pub paragraph: usize,
    /// The record under way whose marks were not closed.
    pub open: Option<usize>,
    /// The last direct record of this or the last paragraph.
    pub last: Option<usize>,
    /// The record within whose marks the walk is.
    pub within: Option<usize>,
    /// What the last sentence says is told in the next paragraph, whose content is still to come.
    pub announced: Option<Quotation>,
    /// The record that goes on with the items of a list.
    pub listed: Option<usize>,
    /// The report behind a clause that the last sentence holds, with a source.
    pub told: Option<usize>,
    turn: Option<usize>,
    /// Whether the walk is in a line right below the headline, which is written as that is.
    pub deck: bool,
    /// Whom the heading names that stands right above.
    headed: Option<Range<usize>>,
}

impl Flow {
    /// Whether the walk is in a headline, or in a line right below that is written as one.
    pub(super) fn is_titled(&self) -> bool {
        self.zone == Some(ZoneKind::Headline) || self.deck
    }
}

/// A stretch of text with the marks within it.
pub(super) struct Stretch<'t, 'm> {
    pub text: &'t str,
    pub part: Range<usize>,
    pub marked: &'m [Marked],
    pub depth: usize,
}

/// How many bytes of text there are for each mention, or more.
const BYTES_A_MENTION: usize = 48;

/// Finds the quotations of all zones.
pub(super) fn search(told: Told<'_>, zones: &[Zone], turns: &Turns, found: &mut Found) {
    found.names.reserve(told.text.len() / BYTES_A_MENTION);
    let mut flow = Flow::default();
    for batch in batches(told, zones, turns) {
        for section in &batch.sections {
            let from = found.names.len();
            if matches!(section.zone.kind, ZoneKind::Paragraph | ZoneKind::Heading) {
                section.passage.collect(&batch.sentences, &mut found.names);
            }
            if section.zone.kind == ZoneKind::Heading {
                found.keep_headed(from, told.text, &section.zone.span);
            }
        }
        for section in &batch.sections {
            let read = Read {
                text: told.text,
                sentences: &batch.sentences,
                marked: &section.marks,
            };
            search_section(&read, section, turns, (&mut flow, found));
        }
    }
    let mut headings = std::mem::take(&mut found.headings);
    headings.retain(|heading| !is_found(&found.records, &heading.content[0]));
    found
        .records
        .extend(headings.into_iter().map(|quotation| Record {
            quotation,
            within: None,
            like: None,
            named: None,
        }));
}

/// Whether a heading's own words say who says what stands within its marks.
fn is_found(records: &[Record], marks: &Range<usize>) -> bool {
    let of_heading = |record: &&Record| record.quotation.zone == ZoneKind::Heading;
    let mut spans = records.iter().filter(of_heading);
    spans.any(|record| record.quotation.content.contains(marks))
}

/// A zone as it was read.
struct Read<'r, 't> {
    text: &'t str,
    sentences: &'r Sentences<'t>,
    marked: &'r [Marked],
}

fn search_section(
    read: &Read<'_, '_>,
    section: &Section<'_>,
    turns: &Turns,
    (flow, found): (&mut Flow, &mut Found),
) {
    let Section { zone, passage, .. } = section;
    flow.deck = zone.kind == ZoneKind::Heading && flow.zone == Some(ZoneKind::Headline);
    flow.zone = Some(zone.kind);
    if zone.kind == ZoneKind::Paragraph {
        flow.paragraph += 1;
    }
    flow.turn = flow.turn.filter(|_| turns.hold(zone.span.start));
    if let Some(turn) = turns.at(zone.span.start) {
        let record = Record {
            quotation: Quotation {
                source: Some(turn.source.clone()),
                ..quotation(QuotationKind::Direct, Vec::new(), Rule::Turn, zone.kind)
            },
            within: None,
            like: None,
            named: None,
        };
        found.records.push(record);
        flow.turn = Some(found.records.len() - 1);
    }
    let taken = flow
        .turn
        .filter(|_| zone.kind == ZoneKind::Paragraph && turns.any());
    flow.within = taken;
    if let Some(turn) = taken {
        let said = spoken(read.text, passage.part.clone());
        found.records[turn].quotation.content.extend(said);
        flow.open = None;
        flow.last = None;
    } else if let Some(one) = flow.announced.take() {
        let place = (&passage.part, read.marked);
        begin_announced(one, read.text, place, (flow, found));
    } else if flow.listed.is_some() {
        let said = trimmed(read.text, passage.part.clone());
        go_on(read.text, said, flow, found);
    }
    walk(read, passage, flow, found);
    if taken.is_some() {
        flow.within = None;
    } else if zone.kind == ZoneKind::Heading {
        flow.open = None;
        flow.last = None;
    }
    if zone.kind != ZoneKind::Headline {
        let headed = zone.kind == ZoneKind::Heading && found.headed.contains(&zone.span.start);
        flow.headed = headed.then(|| {
            let (name, _) = named_part(&read.text[zone.span.clone()]);
            zone.span.start..zone.span.start + name.len()
        });
    }
}

/// How many words within marks a paragraph may have that is itself what somebody is said to say.
const MARKED_WORDS: usize = 4;

/// Takes a paragraph as what the one before it said is told: its marks, or all of it if it has none.
fn begin_announced(
    one: Quotation,
    text: &str,
    (part, marks): (&Range<usize>, &[Marked]),
    (flow, found): (&mut Flow, &mut Found),
) {
    if flow.zone != Some(ZoneKind::Paragraph) {
        return;
    }
    let said = trimmed(text, part.clone());
    let words = &text[said.clone()];
    let begins = marks
        .first()
        .is_some_and(|first| first.outer.start == said.start);
    let plain = words.starts_with(char::is_alphabetic)
        && marks
            .iter()
            .all(|marked| text[marked.inner.clone()].split_whitespace().count() < MARKED_WORDS);
    if !begins && !plain {
        return;
    }
    let listed = plain && is_item(text, said.start);
    let content = match (begins, listed) {
        (true, _) => Vec::new(),
        (_, true) => vec![item(text, said)],
        _ => vec![said],
    };
    found.records.push(Record {
        quotation: Quotation { content, ..one },
        within: None,
        like: None,
        named: None,
    });
    let record = found.records.len() - 1;
    if begins {
        flow.open = Some(record);
    } else {
        flow.within = Some(record);
        flow.listed = listed.then_some(record);
    }
}

/// A quotation with nothing but kind, content and rule.
pub(super) fn quotation(
    kind: QuotationKind,
    content: Vec<Range<usize>>,
    rule: Rule,
    zone: ZoneKind,
) -> Quotation {
    Quotation {
        kind,
        content,
        cue: None,
        source: None,
        speaker: None,
        how: None,
        verb: None,
        class: None,
        negated: false,
        questioned: false,
        zone,
        rule,
    }
}

/// Finds the quotations of a passage, and of those within its marks.
fn walk(read: &Read<'_, '_>, passage: &Passage, flow: &mut Flow, found: &mut Found) {
    let stretch = &Stretch {
        text: read.text,
        part: passage.part.clone(),
        marked: read.marked,
        depth: passage.depth,
    };
    let sentences = || read.sentences.get(passage.sentences.clone());
    // The record in whose content each stretch within marks stands.
    let mut holders: HashMap<usize, usize, FixedState> = HashMap::default();
    if stretch.depth == 0 && flow.within.is_none() {
        let begins = sentences()
            .next()
            .is_some_and(|tokens| tokens[0].quoted().is_some());
        if !begins {
            flow.open = None;
            flow.last = None;
        }
    }
    for (number, tokens) in sentences().enumerate() {
        let tokens = within_brackets(tokens);
        if flow.zone == Some(ZoneKind::Heading) && stretch.depth == 0 {
            note_heading(tokens, stretch, found);
        }
        let first = number == 0 && stretch.depth == 0;
        if marks_alone(tokens, stretch, flow, found, first) {
            if let Some(record) = flow.last {
                let quoted = tokens.iter().filter_map(Token::quoted);
                holders.extend(quoted.map(|quoted| (quoted, record)));
            }
            continue;
        }
        let from = found.records.len();
        clauses::sentence(tokens, stretch, flow, found);
        let kept = too_deep(&found.records, from);
        found.records.truncate(kept);
        flow.last = flow.last.filter(|record| *record < kept);
        flow.open = flow.open.filter(|record| *record < kept);
        for (at, record) in found.records.iter().enumerate().skip(from) {
            for token in tokens {
                if let Some(quoted) = token.quoted()
                    && record.quotation.content.iter().any(|span| {
                        span.start <= stretch.marked[quoted].inner.start
                            && stretch.marked[quoted].inner.end <= span.end
                    })
                {
                    holders.insert(quoted, at);
                }
            }
        }
    }
    let (zone, within) = (flow.zone, flow.within);
    for (quoted, passage) in &passage.inner {
        let mut inner = Flow {
            zone,
            paragraph: flow.paragraph,
            within: holders.get(quoted).copied().or(within),
            ..Flow::default()
        };
        walk(read, passage, &mut inner, found);
    }
}

/// A sentence without the brackets in which all of it stands: `(Vell said it was late.)`
fn within_brackets<'a, 't>(tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    let inner = |tokens: &'a [Token<'t>]| match tokens {
        [open, inner @ .., close] if open.is_mark('(') && close.is_mark(')') => Some(inner),
        _ => None,
    };
    let bare = |inner: &&[Token<'_>]| {
        let bracket = |token: &Token<'_>| token.is_mark('(') || token.is_mark(')');
        !inner.is_empty() && !inner.iter().any(bracket)
    };
    inner(tokens).filter(bare).unwrap_or(tokens)
}

/// The first of the records from `from` on that stands within the contents of too many before it, or
/// their number: what a text repeats without end is not followed without end.
fn too_deep(records: &[Record], from: usize) -> usize {
    let spans = records[from..]
        .iter()
        .map(|record| reach(&record.quotation.content));
    let mut around: Vec<Range<usize>> = Vec::new();
    for (number, span) in spans.enumerate() {
        around.retain(|outer| outer.start <= span.start && span.end <= outer.end);
        if around.len() == DEEPEST_REPORT {
            return from + number;
        }
        around.push(span);
    }
    records.len()
}

fn reach(content: &[Range<usize>]) -> Range<usize> {
    let start = content.iter().map(|span| span.start).min();
    let end = content.iter().map(|span| span.end).max();
    start.unwrap_or_default()..end.unwrap_or_default()
}

/// Notes what a heading begins with within marks, which somebody may say below it.
fn note_heading(tokens: &[Token<'_>], stretch: &Stretch<'_, '_>, found: &mut Found) {
    let Some(quoted) = tokens.first().and_then(Token::quoted) else {
        return;
    };
    let span = stretch.marked[quoted].inner.clone();
    let enough = stretch.text[span.clone()].split_whitespace().nth(1);
    if enough.is_some() {
        found.headings.push(quotation(
            QuotationKind::Direct,
            vec![span],
            Rule::MarksAlone,
            ZoneKind::Heading,
        ));
    }
}

/// A sentence of nothing but a stretch within marks: it goes on with what was said before.
fn marks_alone(
    tokens: &[Token<'_>],
    stretch: &Stretch<'_, '_>,
    flow: &mut Flow,
    found: &mut Found,
    first: bool,
) -> bool {
    let only = tokens
        .iter()
        .all(|token| token.quoted().is_some() || token.mark().is_some());
    if !only {
        return false;
    }
    let Some(quoted) = tokens.iter().find_map(Token::quoted) else {
        return false;
    };
    if flow.zone != Some(ZoneKind::Paragraph) {
        return true;
    }
    let one = &stretch.marked[quoted];
    let span = one.inner.clone();
    // What ends in the article's own words has ended with its sentence.
    let goes_on = |record: &usize| {
        let told = &found.records[*record].quotation;
        let end = told.content.last().map_or(0, |last| last.end);
        told.kind == QuotationKind::Direct || stretch.text[..end].ends_with(CLOSING)
    };
    let continued = if first {
        flow.open.take()
    } else {
        flow.last.filter(goes_on).or_else(|| {
            let last = found.records.len().checked_sub(1)?;
            said_before(&found.records, flow.last.unwrap_or(last)).filter(|_| {
                let told = &found.records[last].quotation;
                let end = told.content.last().map_or(0, |last| last.end);
                let between = stretch.text.get(end..one.outer.start);
                // Nothing is told between, in this paragraph.
                end > stretch.part.start
                    && between.is_some_and(|words| !words.trim_end().contains(". "))
            })
        })
    };
    if let Some(record) = continued {
        found.records[record].quotation.content.push(span);
        flow.last = Some(record);
        flow.open = (!one.closed).then_some(record);
        return true;
    }
    // A remark of one word is hardly a quotation.
    let enough = stretch.text[span.clone()]
        .split_whitespace()
        .nth(1)
        .is_some();
    if stretch.depth > 0 || flow.within.is_some() || !enough {
        return true;
    }
    let subject = found
        .subjects
        .last()
        .filter(|(_, paragraph)| *paragraph == flow.paragraph);
    let told = flow.told.filter(|_| !first);
    let headed = flow.headed.clone().filter(|_| first);
    let named = headed.or_else(|| {
        let subject = subject.map(|(span, _)| span.clone());
        subject.filter(|_| told.is_none())
    });
    let like = if named.is_none() {
        told.or(flow.last)
            .or_else(|| outermost_last(&found.records))
    } else {
        None
    };
    found.records.push(Record {
        quotation: quotation(
            QuotationKind::Direct,
            vec![span],
            Rule::MarksAlone,
            ZoneKind::Paragraph,
        ),
        within: None,
        like,
        named,
    });
    flow.last = Some(found.records.len() - 1);
    flow.open = (!one.closed).then_some(found.records.len() - 1);
    true
}

/// The quotation within marks of whoever a relative clause behind it tells to say more: `"We had won," said Ida Vell, who
/// expects to go on. "We had not."`
fn said_before(records: &[Record], last: usize) -> Option<usize> {
    let clause = &records.get(last)?.quotation;
    let source = clause.source.as_ref()?;
    let cue = clause.cue.as_ref()?;
    let before = (last.saturating_sub(3)..last).rev().find(|at| {
        let told = &records[*at].quotation;
        told.kind == QuotationKind::Direct && told.source.as_ref() == Some(source)
    })?;
    let told = records[before].quotation.cue.as_ref();
    (told != Some(cue) && clause.kind != QuotationKind::Direct).then_some(before)
}

/// The last record, or the report that holds it: `Vell said officials claimed it was safe`.
fn outermost_last(records: &[Record]) -> Option<usize> {
    let last = records.len().checked_sub(1)?;
    let start = reach(&records[last].quotation.content).start;
    let holds = |at: &usize| {
        let mut spans = records[*at].quotation.content.iter();
        spans.any(|span| span.start <= start && start < span.end)
    };
    let outer = (last.saturating_sub(DEEPEST_REPORT)..last).find(holds);
    Some(outer.unwrap_or(last))
}

/// Whether a stretch within marks is closed by a comma or another mark before a cue.
pub(super) fn ends_open(text: &str, one: &Marked) -> bool {
    text[one.inner.clone()].ends_with([',', '?', '!', '—', '–', '-', '…', '.'])
}
