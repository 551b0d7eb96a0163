//! Concordance: every match with the words before and behind it, as positions until it is shown.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use serde_json::json;
use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::sorting::sorted;
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans, find};
use crate::table::{self, Manifest, Table};
use crate::task::Task;

/// How many lines one worker turns into strings at a time.
const LINES_A_PART: usize = 1 << 13;

/// The lines of a search, in an order of their own. No string is built before a line is shown.
#[derive(Clone, Debug)]
pub struct Concordance {
    scope: Scope,
    spans: Arc<Spans>,
    /// The lines as numbers of spans.
    order: Arc<[u32]>,
    window: u32,
    metadata: Vec<String>,
    manifest: Manifest,
}

/// One line: a match and its surroundings, as the source spells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'c> {
    /// The document.
    pub document: DocId,
    /// The number of the match's first token within its document, from 0.
    pub position: u32,
    /// Where the match begins, in characters.
    pub start: usize,
    /// Where it ends, in characters.
    pub end: usize,
    /// The text before it, up to as many tokens as the window has.
    pub left: &'c str,
    /// The match.
    pub node: &'c str,
    /// The text behind it.
    pub right: &'c str,
}

/// The concordance of one or more patterns, with `window` tokens on either side.
pub fn concordance<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    options: &PatternOptions,
    window: u32,
    task: &Task,
) -> Result<Concordance> {
    let spans = find(scope, patterns, *options, task)?;
    let mut manifest = search_manifest(scope, "kwic", patterns, *options);
    manifest.insert("window".into(), json!(window));
    let lines = u32::try_from(spans.len()).expect("fewer matches than positions");
    let order = (0..lines).collect();
    let spans = Arc::new(spans);
    Ok(Concordance {
        scope: scope.clone(),
        spans,
        order,
        window,
        metadata: Vec::new(),
        manifest,
    })
}

/// What a manifest says of corpus, view and patterns.
pub(super) fn search_manifest<S: AsRef<str>>(
    scope: &Scope,
    verb: &str,
    patterns: &[S],
    options: PatternOptions,
) -> Manifest {
    let mut manifest = scope.manifest(verb);
    let patterns: Vec<&str> = patterns.iter().map(AsRef::as_ref).collect();
    manifest.insert("patterns".into(), json!(patterns));
    manifest.insert(
        "syntax".into(),
        json!(format!("{:?}", options.syntax).to_lowercase()),
    );
    manifest.insert("case_sensitive".into(), json!(options.case_sensitive));
    manifest
}

impl Concordance {
    /// The number of lines.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The scope that was searched.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Tokens on either side.
    pub fn window(&self) -> u32 {
        self.window
    }

    /// The metadata columns that are shown beside the lines.
    pub fn metadata(&self) -> &[String] {
        &self.metadata
    }

    /// How the lines came about, and what was done to them.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The match behind a line.
    pub fn span(&self, line: usize) -> (Position, Position) {
        self.spans.get(self.order[line] as usize)
    }

    /// The number of the match behind a line, in the order of the text.
    pub(super) fn span_number(&self, line: usize) -> u32 {
        self.order[line]
    }

    /// A line by its number.
    ///
    /// Errors: [`Error::Corrupt`](crate::Error::Corrupt) where a mapped file has changed.
    pub fn line(&self, line: usize) -> Result<Line<'_>> {
        let (first, behind) = self.span(line);
        let place = Place::new(self.corpus(), first, behind, self.window)?;
        let characters = |byte, known| self.corpus().characters(place.document, byte, known);
        let start = characters(place.node.start, (0, 0));
        let end = characters(place.node.end, (place.node.start, start));
        let [left, node, right] = place.strings(self.corpus())?;
        Ok(Line {
            document: place.document,
            position: place.position,
            start,
            end,
            left,
            node,
            right,
        })
    }

    /// The same lines with these metadata columns beside them.
    pub fn with_metadata(&self, columns: &[String]) -> Result<Self> {
        for name in columns {
            self.corpus().metadata().column(name)?;
        }
        let own = COLUMNS.iter().map(|(name, _)| *name);
        table::check_names(
            &own.chain(columns.iter().map(String::as_str))
                .collect::<Vec<_>>(),
        )?;
        Ok(Self {
            metadata: columns.to_vec(),
            ..self.clone()
        })
    }

    /// The lines of these numbers, in their order.
    #[must_use]
    pub fn take(&self, lines: impl IntoIterator<Item = usize>) -> Self {
        let order = lines.into_iter().map(|line| self.order[line]).collect();
        Self {
            order,
            ..self.clone()
        }
    }

    /// The lines in the order of some keys: `L1`, `L2`, …, `node`, `R1`, `R2`, …, `document`,
    /// `position`, or metadata columns, separated by white space. Ties stay in text order.
    pub fn sort(&self, keys: &str, task: &Task) -> Result<Self> {
        let order = sorted(self, keys, task)?.into();
        let mut sorted = Self {
            order,
            ..self.clone()
        };
        sorted.manifest.insert("sort".into(), json!(keys));
        Ok(sorted)
    }

    /// So many lines drawn at random, in the order that they have here.
    ///
    /// A line is drawn by a hash of seed, document id and position, so the sample depends neither on
    /// the order of the lines nor on the other documents that were drawn from.
    #[must_use]
    pub fn sample(&self, n: usize, seed: u64) -> Self {
        let mut drawn: Vec<(u64, usize)> = (0..self.len())
            .map(|line| (self.lot(line, seed), line))
            .collect();
        drawn.sort_unstable();
        drawn.truncate(n);
        let mut lines: Vec<usize> = drawn.into_iter().map(|(_, line)| line).collect();
        lines.sort_unstable();
        let mut sample = self.take(lines);
        sample
            .manifest
            .insert("sample".into(), json!({"n": n, "seed": seed}));
        sample
    }

    fn lot(&self, line: usize, seed: u64) -> u64 {
        let (first, behind) = self.span(line);
        let document = self.corpus().document_at(first);
        let position = first.number() - self.corpus().document_range(document).start.number();
        let mut key = self.corpus().ids().name(document).as_bytes().to_vec();
        key.extend(position.to_le_bytes());
        key.extend((behind.number() - first.number()).to_le_bytes());
        xxh3_64_with_seed(&key, seed)
    }

    /// All lines as columns: document, position, start, end, left, node, right, metadata.
    pub fn table(&self, task: &Task) -> Result<Table> {
        let places = self.places(task)?;
        let parts = task.map(
            self.order.chunks(LINES_A_PART).collect(),
            |spans: &[u32]| self.part(spans, &places),
        )?;
        let mut columns: Vec<(String, ArrayRef)> = Vec::new();
        for (index, (name, data_type)) in COLUMNS.iter().enumerate() {
            let parts: Vec<ArrayRef> = parts.iter().map(|part| part[index].clone()).collect();
            let column = table::concatenate(&parts, data_type)
                .map_err(|error| Error::Limit(error.to_string()))?;
            columns.push(((*name).to_owned(), column));
        }
        let documents: Vec<u32> = self
            .order
            .iter()
            .map(|span| places.of(*span).place.document.number())
            .collect();
        for name in &self.metadata {
            let column = table::take(self.corpus().metadata().column(name)?, &documents);
            columns.push((name.clone(), column));
        }
        let mut manifest = self.manifest.clone();
        manifest.insert("lines".into(), json!(self.len()));
        Ok(Table::new(columns, manifest))
    }

    /// Where every line stands, found in the order of the text.
    fn places(&self, task: &Task) -> Result<Places> {
        let mut spans = self.order.to_vec();
        task.sort(&mut spans, |span| *span)?;
        spans.dedup();
        let parts = task.map(spans.chunks(LINES_A_PART).collect(), |spans: &[u32]| {
            let mut known = (DocId::new(0), (0, 0));
            let place = |span: &u32| {
                let (first, behind) = self.spans.get(*span as usize);
                let place = Place::new(self.corpus(), first, behind, self.window)?;
                if known.0 != place.document {
                    known = (place.document, (0, 0));
                }
                let characters =
                    |byte, known| self.corpus().characters(place.document, byte, known);
                let start = characters(place.node.start, known.1);
                let end = characters(place.node.end, (place.node.start, start));
                known.1 = (place.node.start, start);
                Ok(Placed {
                    place,
                    start: start as u64,
                    end: end as u64,
                })
            };
            spans.iter().map(place).collect::<Result<Vec<_>>>()
        })?;
        let all = parts.into_iter().flatten().collect();
        let spans = (spans.len() < self.spans.len()).then_some(spans);
        Ok(Places { spans, all })
    }

    fn part(&self, spans: &[u32], places: &Places) -> Result<[ArrayRef; 7]> {
        let corpus = self.corpus();
        let placed: Vec<&Placed> = spans.iter().map(|span| places.of(*span)).collect();
        let shown: Vec<[&str; 3]> = placed
            .iter()
            .map(|placed| placed.place.strings(corpus))
            .collect::<Result<_>>()?;
        Ok([
            table::strings(
                placed
                    .iter()
                    .map(|placed| corpus.ids().name(placed.place.document)),
            ),
            table::counts(placed.iter().map(|placed| placed.place.position.into())),
            table::counts(placed.iter().map(|placed| placed.start)),
            table::counts(placed.iter().map(|placed| placed.end)),
            table::strings(shown.iter().map(|[left, _, _]| left)),
            table::strings(shown.iter().map(|[_, node, _]| node)),
            table::strings(shown.iter().map(|[_, _, right]| right)),
        ])
    }

    fn corpus(&self) -> &Corpus {
        self.scope.corpus()
    }
}

const COLUMNS: [(&str, DataType); 7] = [
    ("document", DataType::LargeUtf8),
    ("position", DataType::Int64),
    ("start", DataType::Int64),
    ("end", DataType::Int64),
    ("left", DataType::LargeUtf8),
    ("node", DataType::LargeUtf8),
    ("right", DataType::LargeUtf8),
];

/// Where lines stand, by their spans.
struct Places {
    /// The spans of the lines, ascending; none where that is all of them.
    spans: Option<Vec<u32>>,
    all: Vec<Placed>,
}

impl Places {
    fn of(&self, span: u32) -> &Placed {
        let index = self.spans.as_ref().map_or(span as usize, |spans| {
            spans.binary_search(&span).expect("the span of a line")
        });
        &self.all[index]
    }
}

/// Where a line stands, and where its node begins and ends in characters.
struct Placed {
    place: Place,
    start: u64,
    end: u64,
}

/// Where a line stands in its document, in bytes.
struct Place {
    document: DocId,
    position: u32,
    left: usize,
    node: Range<usize>,
    right: usize,
}

impl Place {
    fn new(corpus: &Corpus, first: Position, behind: Position, window: u32) -> Result<Self> {
        let document = corpus.document_at(first);
        let mut node = None;
        corpus.each_token(first..behind, |_, bytes| {
            let start = node
                .as_ref()
                .map_or(bytes.start, |node: &Range<usize>| node.start);
            node = Some(start..bytes.end);
        });
        let node = node.unwrap_or_default();
        let place = Self {
            document,
            position: first.number() - corpus.document_range(document).start.number(),
            left: node.start,
            right: node.end,
            node,
        };
        if window == 0 {
            Ok(place)
        } else {
            place.widened(corpus, first, behind, window)
        }
    }

    /// Up to `window` tokens on either side within the zone, with the marks that touch the outer ones.
    fn widened(
        mut self,
        corpus: &Corpus,
        first: Position,
        behind: Position,
        window: u32,
    ) -> Result<Self> {
        let (_, bytes, zone) = corpus.zone_at(first);
        let zone = zone.start.number()..zone.end.number();
        let shown = first.number().saturating_sub(window).max(zone.start)
            ..behind.number().saturating_add(window).min(zone.end);
        let seen = shown.start.saturating_sub(1).max(zone.start)
            ..shown.end.saturating_add(1).min(zone.end);
        // Where the token before the first shown ends, and where that behind the last begins.
        let (mut gap_before, mut gap_behind) = (bytes.start, bytes.end);
        let (mut start, mut end) = (self.node.start, self.node.end);
        let mut position = seen.start;
        corpus.each_token(
            Position::new(seen.start)..Position::new(seen.end),
            |_, bytes| {
                if position < shown.start {
                    gap_before = bytes.end;
                } else if position >= shown.end {
                    gap_behind = bytes.start;
                } else {
                    start = start.min(bytes.start);
                    end = bytes.end;
                }
                position += 1;
            },
        );
        self.left = start - touching_before(corpus.excerpt(self.document, gap_before..start)?);
        self.right = end + touching_behind(corpus.excerpt(self.document, end..gap_behind)?);
        Ok(self)
    }

    fn strings<'c>(&self, corpus: &'c Corpus) -> Result<[&'c str; 3]> {
        let excerpt = |bytes| corpus.excerpt(self.document, bytes);
        Ok([
            excerpt(self.left..self.node.start)?.trim(),
            excerpt(self.node.clone())?,
            excerpt(self.node.end..self.right)?.trim(),
        ])
    }
}

/// The bytes at the end of `gap` that no white space separates from what follows.
fn touching_before(gap: &str) -> usize {
    gap.len()
        - gap.rfind(char::is_whitespace).map_or(0, |at| {
            at + gap[at..].chars().next().map_or(0, char::len_utf8)
        })
}

/// The bytes at the beginning of `gap` that no white space separates from what precedes.
fn touching_behind(gap: &str) -> usize {
    gap.find(char::is_whitespace).unwrap_or(gap.len())
}
