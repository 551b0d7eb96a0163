//! Collocates: the terms in the windows around a node, how often and in how many documents.

use std::cmp::Reverse;
use std::ops::Range;

use serde_json::json;

use super::concordance::search_manifest;
use super::counting::count_all;
use super::terms::Terms;
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans, find};
use crate::table::{self, Manifest, Table};
use crate::task::{Scratch, Task};

/// How many matches one worker takes at a time, rounded up to documents.
const MATCHES_A_PART: usize = 1 << 12;

/// Which tokens are near a node, and which collocates are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollocateOptions {
    /// So many tokens before a node belong to its window.
    pub left: u32,
    /// So many tokens behind a node belong to its window.
    pub right: u32,
    /// Collocates that are rarer in the windows are left out.
    pub min_frequency: u64,
}

/// How often a term occurs in the windows, and in the windows of how many documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    left: u32,
    right: u32,
    documents: u32,
    /// The last document in which the term was seen, from 1.
    seen: u32,
}

impl Count {
    fn frequency(&self) -> u64 {
        u64::from(self.left) + u64::from(self.right)
    }
}

/// Counts by term, and of all tokens in the windows; those of different documents can be added.
struct Counts {
    terms: Vec<Count>,
    window_tokens: u64,
}

/// The terms in the windows around what the patterns match: collocate, frequency, left, right,
/// documents, corpus frequency.
///
/// A window does not leave its zone. A token of any match is in no window. A token in the windows of
/// two matches counts once, for the nearer one, or for the one before it if both are equally near.
/// Rows are by frequency descending, then by term.
pub fn collocates<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    search: &PatternOptions,
    options: &CollocateOptions,
    task: &Task,
) -> Result<Table> {
    if options.left == 0 && options.right == 0 {
        return Err(Error::Parameter(
            "window must hold at least one token on either side, got 0".into(),
        ));
    }
    let spans = find(scope, patterns, *search, task)?;
    let terms = Terms::new(scope, search.case_sensitive);
    let counts = count(&terms, &spans, options, task)?;
    let mut manifest = search_manifest(scope, "collocates", patterns, *search)?;
    manifest.insert("case_sensitive".into(), json!(search.case_sensitive));
    manifest.insert("window".into(), json!([options.left, options.right]));
    manifest.insert("min_frequency".into(), json!(options.min_frequency));
    manifest.insert("node_frequency".into(), json!(spans.len()));
    manifest.insert("window_tokens".into(), json!(counts.window_tokens));
    table(&terms, &counts, options.min_frequency, manifest, task)
}

fn table(
    terms: &Terms<'_>,
    counts: &Counts,
    min_frequency: u64,
    manifest: Manifest,
    task: &Task,
) -> Result<Table> {
    let least = min_frequency.max(1);
    let mut rows: Vec<(u32, Count)> = (0..)
        .zip(counts.terms.iter().copied())
        .filter(|(_, count)| count.frequency() >= least)
        .collect();
    task.sort(&mut rows, |(term, count)| {
        (Reverse(count.frequency()), terms.name(*term))
    })?;
    let frequencies = frequencies(terms, task)?;
    let column = |count: fn(&Count) -> u64| table::counts(rows.iter().map(|(_, row)| count(row)));
    let names = rows.iter().map(|(term, _)| terms.name(*term));
    let in_all = rows.iter().map(|(term, _)| frequencies[*term as usize]);
    let columns = [
        ("collocate", table::strings(names)),
        ("frequency", column(Count::frequency)),
        ("left", column(|row| row.left.into())),
        ("right", column(|row| row.right.into())),
        ("documents", column(|row| row.documents.into())),
        ("corpus_frequency", table::counts(in_all)),
    ];
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    Ok(Table::new(columns.into(), manifest))
}

/// How often each term occurs in all that is in view.
fn frequencies(terms: &Terms<'_>, task: &Task) -> Result<Vec<u64>> {
    if terms.scope().is_whole() {
        return Ok(terms.corpus_frequencies());
    }
    let mut frequencies = vec![0; terms.len()];
    for count in count_all(terms, task)? {
        frequencies[count.term as usize] = count.frequency.into();
    }
    Ok(frequencies)
}

fn count(
    terms: &Terms<'_>,
    spans: &Spans,
    options: &CollocateOptions,
    task: &Task,
) -> Result<Counts> {
    let corpus = &**terms.scope().corpus();
    let counters = Scratch::new();
    task.map(parts(corpus, spans), |part| {
        counters.with(
            || Counter::new(terms.len()),
            |counter| {
                let runs = runs(terms.scope(), spans, part);
                for runs in runs.chunk_by(|left, right| left.zone == right.zone) {
                    task.check()?;
                    counter.count(terms, runs, options);
                }
                Ok(())
            },
        )
    })?;
    let mut sum = Counter::new(terms.len()).counts;
    for counter in counters.into_all() {
        sum.add(&counter.counts);
    }
    Ok(sum)
}

impl Counts {
    /// Adds the counts of other documents.
    fn add(&mut self, others: &Self) {
        self.window_tokens += others.window_tokens;
        for (sum, other) in self.terms.iter_mut().zip(&others.terms) {
            sum.left += other.left;
            sum.right += other.right;
            sum.documents += other.documents;
        }
    }
}

/// Matches by number, cut into parts between documents.
fn parts(corpus: &Corpus, spans: &Spans) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut first = 0;
    while first < spans.len() {
        let last = spans.len().min(first + MATCHES_A_PART) - 1;
        let document = corpus.document_at(spans.get(last).0);
        let end = corpus.document_range(document).end;
        let mut behind = last + 1;
        while behind < spans.len() && spans.get(behind).0 < end {
            behind += 1;
        }
        parts.push(first..behind);
        first = behind;
    }
    parts
}

/// Tokens of one or more matches that touch or overlap, and their zone.
struct Run {
    tokens: Range<Position>,
    zone: Range<Position>,
}

fn runs(scope: &Scope, spans: &Spans, part: Range<usize>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(part.len());
    let mut near = 0;
    for (start, end) in part.map(|match_| spans.get(match_)) {
        match runs.last_mut() {
            Some(run) if start < run.zone.end => {
                if start <= run.tokens.end {
                    run.tokens.end = run.tokens.end.max(end);
                } else {
                    let zone = run.zone.clone();
                    runs.push(Run {
                        tokens: start..end,
                        zone,
                    });
                }
            }
            _ => runs.push(Run {
                tokens: start..end,
                zone: scope.stretch_near(scope.corpus().part_at(start), start, &mut near),
            }),
        }
    }
    runs
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// Dense counts of one worker.
struct Counter {
    counts: Counts,
    document: Range<Position>,
    /// The number of the document under way, from 1.
    mark: u32,
    read: Vec<u32>,
}

impl Counter {
    fn new(n_terms: usize) -> Self {
        Self {
            counts: Counts {
                terms: vec![Count::default(); n_terms],
                window_tokens: 0,
            },
            document: Position::new(0)..Position::new(0),
            mark: 0,
            read: Vec::new(),
        }
    }

    /// Counts the windows around the runs of one zone.
    fn count(&mut self, terms: &Terms<'_>, runs: &[Run], options: &CollocateOptions) {
        self.enter(terms.scope().corpus(), runs[0].zone.start);
        let zone = &runs[0].zone;
        let first = runs[0].tokens.start.number();
        let start = first.saturating_sub(options.left).max(zone.start.number());
        self.add(terms, start..first, Side::Left);
        for pair in runs.windows(2) {
            let gap = pair[0].tokens.end.number()..pair[1].tokens.start.number();
            let (right, left) = windows_of_gap(gap, options);
            self.add(terms, right, Side::Right);
            self.add(terms, left, Side::Left);
        }
        let last = runs[runs.len() - 1].tokens.end.number();
        let end = last.saturating_add(options.right).min(zone.end.number());
        self.add(terms, last..end, Side::Right);
    }

    fn enter(&mut self, corpus: &Corpus, position: Position) {
        if !self.document.contains(&position) {
            let document: DocId = corpus.document_at(position);
            self.document = corpus.document_range(document);
            self.mark = document.number() + 1;
        }
    }

    fn add(&mut self, terms: &Terms<'_>, window: Range<u32>, side: Side) {
        self.counts.window_tokens += u64::from(window.end - window.start);
        terms.read(
            Position::new(window.start)..Position::new(window.end),
            &mut self.read,
        );
        for term in &self.read {
            let count = &mut self.counts.terms[*term as usize];
            match side {
                Side::Left => count.left += 1,
                Side::Right => count.right += 1,
            }
            count.documents += u32::from(count.seen != self.mark);
            count.seen = self.mark;
        }
    }
}

/// The window behind the first and before the second of two neighbouring runs.
fn windows_of_gap(gap: Range<u32>, options: &CollocateOptions) -> (Range<u32>, Range<u32>) {
    let right_end = gap.start.saturating_add(options.right).min(gap.end);
    let left_start = gap.end.saturating_sub(options.left).max(gap.start);
    if right_end <= left_start {
        return (gap.start..right_end, left_start..gap.end);
    }
    // The token in the middle of an odd gap goes to the run before it.
    let middle = gap.start + (gap.end - gap.start).div_ceil(2);
    let cut = middle.clamp(left_start, right_end);
    (gap.start..cut, cut..gap.end)
}
