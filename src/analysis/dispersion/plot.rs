//! The places of matches within their documents, which a dispersion plot shows.

use arrow_array::ArrayRef;
use serde_json::json;

use crate::analysis::compounds::{Compounds, Named, Units};
use crate::analysis::frequency::check_names;
use crate::analysis::places::Placer;
use crate::analysis::series::{Series, series_manifest};
use crate::analysis::windows::Window;
use crate::corpus::{Corpus, DocId, Groups, Position, Scope};
use crate::error::Result;
use crate::query::PatternOptions;
use crate::table::{self, Table};
use crate::task::Task;

/// How many matches are passed between two looks at the task.
const MATCHES_A_LOOK: usize = 1 << 12;

/// How matches are grouped and counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlotOptions {
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// Compounds that are one token each.
    pub compounds: Named,
}

/// The tokens and characters of a document.
#[derive(Clone, Copy)]
struct Extent {
    document: DocId,
    tokens: u64,
    characters: u64,
}

impl Extent {
    fn of(corpus: &Corpus, units: Units<'_>, document: DocId) -> Result<Self> {
        let own = units.within(&corpus.document_range(document));
        let bytes = corpus.text(document)?.len();
        Ok(Self {
            document,
            tokens: (own.end - own.start).into(),
            characters: corpus.characters(document, bytes, (0, 0)) as u64,
        })
    }
}

const COLUMNS: [&str; 8] = [
    "pattern",
    "document",
    "position",
    "relative_position",
    "start",
    "end",
    "document_tokens",
    "document_characters",
];

struct Row {
    group: u32,
    pattern: usize,
    position: u64,
    start: u64,
    end: u64,
    extent: Extent,
}

/// One row a match: groups, pattern, document, position in the document from 0, that as a share of the document's
/// tokens, start and end in characters, tokens and characters of the document.
///
/// Rows are in the order of the groups, of the patterns, then of the text.
pub fn match_places(
    scope: &Scope,
    patterns: &[Series],
    search: &PatternOptions,
    options: &PlotOptions,
    task: &Task,
) -> Result<Table> {
    let by = &options.by;
    check_names(by, &COLUMNS)?;
    let unit = (search.case_sensitive, None);
    let compounds = Compounds::of_unit(scope, &options.compounds, unit, task)?;
    let units = Units::new(compounds.found());
    let groups = Groups::by(scope, by)?;
    let group_of = groups.of_documents(scope.corpus().n_documents());
    let mut rows = Vec::new();
    for (pattern, series) in patterns.iter().enumerate() {
        let found = series.matches(scope, *search, compounds.found(), task)?;
        let found: Vec<_> = found.iter().collect();
        for some in found.chunks(MATCHES_A_LOOK) {
            task.check()?;
            append((scope, units), pattern, some, &mut rows)?;
        }
    }
    if !by.is_empty() {
        for row in &mut rows {
            row.group = group_of[row.extent.document.index()];
        }
        // A stable sort leaves the rows of one group in their order.
        rows.sort_by_key(|row| row.group);
    }
    let ids = scope.corpus().ids();
    let count = |of: fn(&Row) -> u64| table::counts(rows.iter().map(of));
    let relative = rows
        .iter()
        .map(|row| share(row.position, row.extent.tokens));
    let own: [ArrayRef; 8] = [
        table::strings(rows.iter().map(|row| patterns[row.pattern].name.as_str())),
        table::strings(rows.iter().map(|row| ids.name(row.extent.document))),
        count(|row| row.position),
        table::scores(relative),
        count(|row| row.start),
        count(|row| row.end),
        count(|row| row.extent.tokens),
        count(|row| row.extent.characters),
    ];
    let of_rows: Vec<u32> = rows.iter().map(|row| row.group).collect();
    let labels = groups.labels().iter();
    let mut columns: Vec<(String, ArrayRef)> = labels
        .map(|(name, labels)| (name.clone(), table::take(labels, &of_rows)))
        .collect();
    columns.extend(COLUMNS.map(str::to_owned).into_iter().zip(own));
    let mut manifest = series_manifest(scope, "dispersion_plot", patterns, *search)?;
    manifest.insert("by".into(), json!(by));
    compounds.describe(&mut manifest);
    Ok(Table::new(columns, manifest))
}

fn append(
    (scope, units): (&Scope, Units<'_>),
    pattern: usize,
    matches: &[(Position, Position)],
    rows: &mut Vec<Row>,
) -> Result<()> {
    let mut known: Option<Extent> = None;
    Placer::new(scope, Window::Tokens(0, 0)).each_place(matches.iter().copied(), |place| {
        let extent = match known {
            Some(extent) if extent.document == place.document => extent,
            _ => Extent::of(scope.corpus(), units, place.document)?,
        };
        known = Some(extent);
        let first = scope.corpus().document_range(place.document).start;
        let before = units.within(&(first..Position::new(first.number() + place.position)));
        rows.push(Row {
            group: 0,
            pattern,
            position: (before.end - before.start).into(),
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
