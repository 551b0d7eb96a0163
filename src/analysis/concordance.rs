//! Concordance: every match with the words before and behind it, as positions until it is shown.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::ArrayRef;
use serde_json::{Value as Json, json};

use super::lines::{Context, Highlight};
use super::places::Placer;
use super::sheet::{COLUMNS, Sheet};
use super::windows::Window;
use crate::corpus::{Corpus, DocId, Part, Position, Scope};
use crate::error::Result;
use crate::query::{PatternOptions, Query, Spans, Syntax, find};
use crate::table::{self, Manifest, Table};
use crate::task::Task;

/// The lines of a search, in an order of their own. No string is built before a line is shown.
#[derive(Clone, Debug)]
pub struct Concordance {
    scope: Scope,
    spans: Arc<Spans>,
    /// The lines as numbers of spans.
    order: Arc<[u32]>,
    window: Window,
    metadata: Vec<String>,
    contexts: Vec<Context>,
    highlights: Arc<[Highlight]>,
    /// For how many lines each match stands, by its number; each for itself if there is none.
    copies: Option<Arc<[u32]>>,
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

/// The concordance of one or more patterns, with so much of the text around each match.
pub fn concordance<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    options: &PatternOptions,
    window: impl Into<Window>,
    task: &Task,
) -> Result<Concordance> {
    let window = window.into();
    window.prepare(scope.corpus(), task)?;
    let spans = find(scope, patterns, *options, task)?;
    let manifest = search_manifest(scope, "kwic", patterns, *options)?;
    let order = in_text_order(&spans);
    Ok(Concordance::of(scope, spans, order, window, manifest))
}

fn in_text_order(spans: &Spans) -> Arc<[u32]> {
    (0..u32::try_from(spans.len()).expect("fewer matches than positions")).collect()
}

/// What a manifest says of corpus, view and patterns.
pub(super) fn search_manifest<S: AsRef<str>>(
    scope: &Scope,
    verb: &str,
    patterns: &[S],
    options: PatternOptions,
) -> Result<Manifest> {
    let mut manifest = scope.manifest(verb);
    let patterns: Vec<&str> = patterns.iter().map(AsRef::as_ref).collect();
    if let ([query], Syntax::Cql) = (patterns.as_slice(), options.syntax) {
        manifest.insert("cql".into(), json!(query));
        manifest.insert("parsed".into(), json!(query.parse::<Query>()?.to_string()));
        return Ok(manifest);
    }
    manifest.insert("patterns".into(), json!(patterns));
    manifest.insert(
        "syntax".into(),
        json!(format!("{:?}", options.syntax).to_lowercase()),
    );
    manifest.insert("case_sensitive".into(), json!(options.case_sensitive));
    Ok(manifest)
}

impl Concordance {
    /// The lines of these spans, in an order of their numbers.
    pub(super) fn of(
        scope: &Scope,
        spans: Spans,
        order: Arc<[u32]>,
        window: Window,
        mut manifest: Manifest,
    ) -> Self {
        manifest.insert("window".into(), window.to_json());
        manifest.insert("steps".into(), json!([]));
        Self {
            scope: scope.clone(),
            spans: Arc::new(spans),
            order,
            window,
            metadata: Vec::new(),
            contexts: Vec::new(),
            highlights: Arc::from([]),
            copies: None,
            manifest,
        }
    }

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

    /// What is shown around each match.
    pub fn window(&self) -> Window {
        self.window
    }

    /// What is shown beside the lines, apart from metadata.
    pub fn contexts(&self) -> &[Context] {
        &self.contexts
    }

    /// The terms that are marked in the lines.
    pub fn highlights(&self) -> &[Highlight] {
        &self.highlights
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

    /// The lines as numbers of matches.
    pub(super) fn order(&self) -> &[u32] {
        &self.order
    }

    /// The number of the match behind a line, in the order of the text.
    pub(super) fn span_number(&self, line: usize) -> u32 {
        self.order[line]
    }

    /// The number of matches that were found, of which these are lines.
    pub(super) fn n_spans(&self) -> usize {
        self.spans.len()
    }

    /// The match of a number.
    pub(super) fn match_of(&self, span: u32) -> (Position, Position) {
        self.spans.get(span as usize)
    }

    /// The document of a match.
    pub(super) fn document_of(&self, span: u32) -> DocId {
        self.corpus().document_at(self.match_of(span).0)
    }

    /// The positions that are shown of a match in a part, of whose zone `zone` holds the positions.
    pub(super) fn shown(
        &self,
        part: &Part,
        (first, behind): (u32, u32),
        zone: &Range<u32>,
    ) -> Range<u32> {
        self.window.shown(part, &(first..behind), zone)
    }

    /// The positions around a match that its windows don't leave.
    pub(super) fn stretch(&self, part: &Part, first: Position, near: &mut usize) -> Range<u32> {
        let stretch = self.scope.stretch_near(part, first, near);
        stretch.start.number()..stretch.end.number()
    }

    /// A line by its number.
    ///
    /// Errors: [`Error::Corrupt`](crate::Error::Corrupt) where a mapped file has changed.
    pub fn line(&self, line: usize) -> Result<Line<'_>> {
        let (first, behind) = self.span(line);
        let place = Placer::new(&self.scope, self.window).place(first, behind)?;
        let [left, node, right] = place.strings();
        Ok(Line {
            document: place.document,
            position: place.position,
            start: place.characters.start,
            end: place.characters.end,
            left,
            node,
            right,
        })
    }

    /// The same lines with so much of the text around each match.
    pub fn with_window(&self, window: Window, task: &Task) -> Result<Self> {
        window.prepare(self.corpus(), task)?;
        let parameters = json!({ "window": window.to_json() });
        Ok(Self {
            window,
            ..self.same("with_window", &parameters)
        })
    }

    /// The same lines with these metadata columns beside them.
    pub fn with_metadata(&self, columns: &[String]) -> Result<Self> {
        for name in columns {
            self.corpus().metadata().column(name)?;
        }
        let parameters = json!({ "columns": columns });
        self.with_columns(
            columns.to_vec(),
            self.contexts.clone(),
            ("with_metadata", &parameters),
        )
    }

    /// The same lines with these columns beside them, and the step that put them there.
    pub(super) fn with_columns(
        &self,
        metadata: Vec<String>,
        contexts: Vec<Context>,
        (step, parameters): (&str, &Json),
    ) -> Result<Self> {
        let own = COLUMNS.into_iter().chain(["copies"]);
        let others = metadata.iter().map(String::as_str);
        let names = own
            .chain(others)
            .chain(contexts.iter().map(|context| context.name()));
        table::check_names(&names.collect::<Vec<_>>())?;
        Ok(Self {
            metadata,
            contexts,
            ..self.same(step, parameters)
        })
    }

    /// The same lines with these terms marked in them.
    pub(super) fn with_highlights(&self, highlights: Vec<Highlight>, parameters: &Json) -> Self {
        Self {
            highlights: highlights.into(),
            ..self.same("highlight", parameters)
        }
    }

    /// The same lines after a step that leaves all of them.
    fn same(&self, step: &str, parameters: &Json) -> Self {
        Self {
            manifest: self.manifest_after(step, parameters, self.len()),
            ..self.clone()
        }
    }

    /// The lines of these matches, in their order.
    pub(super) fn with_order(&self, order: Vec<u32>) -> Self {
        Self {
            order: order.into(),
            ..self.clone()
        }
    }

    /// The lines that a step leaves, and the step in the manifest: the name and the parameters of the
    /// method that users call, and the numbers of lines before and after it.
    pub(super) fn stepped(&self, step: &str, parameters: &Json, order: Vec<u32>) -> Self {
        Self {
            manifest: self.manifest_after(step, parameters, order.len()),
            ..self.with_order(order)
        }
    }

    /// The manifest with one more step, which leaves so many lines or rows.
    pub(super) fn manifest_after(&self, step: &str, parameters: &Json, after: usize) -> Manifest {
        let mut manifest = self.manifest.clone();
        let steps = manifest.get_mut("steps").and_then(Json::as_array_mut);
        steps.expect("every concordance has steps").push(json!({
            "step": step,
            "parameters": parameters,
            "before": self.len(),
            "after": after,
        }));
        manifest
    }

    /// The lines of other matches, after a step; each stands for itself.
    pub(super) fn over(&self, scope: Scope, spans: Spans, step: &str, parameters: &Json) -> Self {
        Self {
            manifest: self.manifest_after(step, parameters, spans.len()),
            scope,
            order: in_text_order(&spans),
            spans: Arc::new(spans),
            copies: None,
            ..self.clone()
        }
    }

    /// The same lines, which stand for so many by the numbers of their matches.
    pub(super) fn with_copies(self, copies: Arc<[u32]>) -> Self {
        Self {
            copies: Some(copies),
            ..self
        }
    }

    /// For how many lines that of a match stands.
    pub(super) fn copies_of(&self, span: u32) -> u32 {
        self.copies
            .as_ref()
            .map_or(1, |copies| copies[span as usize])
    }

    /// Whether each line says for how many it stands.
    pub fn has_copies(&self) -> bool {
        self.copies.is_some()
    }

    /// For how many lines a line stands.
    pub fn copies(&self, line: usize) -> u32 {
        self.copies_of(self.order[line])
    }

    /// All lines as columns: document, position, start, end, left, node, right, metadata, contexts.
    pub fn table(&self, task: &Task) -> Result<Table> {
        let sheet = Sheet::of(self, task)?;
        let names = COLUMNS.map(str::to_owned).into_iter();
        let mut columns: Vec<(String, ArrayRef)> = names.zip(sheet.columns()).collect();
        if !self.metadata.is_empty() {
            for name in &self.metadata {
                let column = self.corpus().metadata().column(name)?;
                let column = table::take(column, sheet.documents());
                columns.push((name.clone(), column));
            }
        }
        columns.extend(self.context_columns(task)?);
        if self.has_copies() {
            let copies = (0..self.len()).map(|line| self.copies(line).into());
            columns.push(("copies".into(), table::counts(copies)));
        }
        let mut manifest = self.manifest.clone();
        manifest.insert("lines".into(), json!(self.len()));
        Ok(Table::new(columns, manifest))
    }

    fn corpus(&self) -> &Corpus {
        self.scope.corpus()
    }
}
