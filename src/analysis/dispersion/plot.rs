//! The places of matches within their documents, which a dispersion plot shows.

use crate::analysis::concordance::search_manifest;
use crate::analysis::places::Placer;
use crate::analysis::windows::Window;
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::Result;
use crate::query::{PatternOptions, find};
use crate::table::{self, Table};
use crate::task::Task;

/// How many matches are passed between two looks at the task.
const MATCHES_A_LOOK: usize = 1 << 12;

/// The tokens and characters of a document.
#[derive(Clone, Copy)]
struct Extent {
    document: DocId,
    tokens: u64,
    characters: u64,
}

impl Extent {
    fn of(corpus: &Corpus, document: DocId) -> Result<Self> {
        let range = corpus.document_range(document);
        let bytes = corpus.text(document)?.len();
        Ok(Self {
            document,
            tokens: (range.end.number() - range.start.number()).into(),
            characters: corpus.characters(document, bytes, (0, 0)) as u64,
        })
    }
}

struct Row {
    pattern: usize,
    position: u64,
    start: u64,
    end: u64,
    extent: Extent,
}

/// One row a match: pattern, document, position in the document from 0, that as a share of the document's
/// tokens, start and end in characters, tokens and characters of the document.
///
/// Rows are in the order of the patterns, then of the text.
pub fn match_places<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    search: &PatternOptions,
    task: &Task,
) -> Result<Table> {
    let mut rows = Vec::new();
    for (pattern, text) in patterns.iter().enumerate() {
        let spans = find(scope, std::slice::from_ref(text), *search, task)?;
        let matches: Vec<_> = spans.iter().collect();
        for some in matches.chunks(MATCHES_A_LOOK) {
            task.check()?;
            append(scope, pattern, some, &mut rows)?;
        }
    }
    let ids = scope.corpus().ids();
    let count = |of: fn(&Row) -> u64| table::counts(rows.iter().map(of));
    let relative = rows
        .iter()
        .map(|row| share(row.position, row.extent.tokens));
    let columns = [
        (
            "pattern",
            table::strings(rows.iter().map(|row| patterns[row.pattern].as_ref())),
        ),
        (
            "document",
            table::strings(rows.iter().map(|row| ids.name(row.extent.document))),
        ),
        ("position", count(|row| row.position)),
        ("relative_position", table::scores(relative)),
        ("start", count(|row| row.start)),
        ("end", count(|row| row.end)),
        ("document_tokens", count(|row| row.extent.tokens)),
        ("document_characters", count(|row| row.extent.characters)),
    ];
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    let manifest = search_manifest(scope, "dispersion_plot", patterns, *search)?;
    Ok(Table::new(columns.into(), manifest))
}

fn append(
    scope: &Scope,
    pattern: usize,
    matches: &[(Position, Position)],
    rows: &mut Vec<Row>,
) -> Result<()> {
    let mut known: Option<Extent> = None;
    Placer::new(scope, Window::Tokens(0, 0)).each_place(matches.iter().copied(), |place| {
        let extent = match known {
            Some(extent) if extent.document == place.document => extent,
            _ => Extent::of(scope.corpus(), place.document)?,
        };
        known = Some(extent);
        rows.push(Row {
            pattern,
            position: place.position.into(),
            start: place.characters.start as u64,
            end: place.characters.end as u64,
            extent,
        });
        Ok(())
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts are below 2^32")]
fn share(position: u64, tokens: u64) -> f64 {
    position as f64 / tokens as f64
}
