//! Trend: how often the matches of patterns occur from one period to the next.

use std::collections::BTreeSet;

use arrow_array::ArrayRef;
use jiff::civil::Date;
use serde_json::json;

use super::compounds::{Compounds, Named};
use super::frequency::check_names;
use super::series::{Series, series_manifest};
use super::terms::n_terms_of;
use crate::corpus::{DocId, Groups, Period, Scope, dates};
use crate::error::{Error, Result};
use crate::query::PatternOptions;
use crate::stats::{Bootstrap, Fraction};
use crate::table::{self, Manifest, Table};
use crate::task::Task;

/// The most rows that a trend may have.
const MOST_ROWS: usize = 1 << 22;
const MILLION: f64 = 1_000_000.0;

/// What the periods are, and how the intervals are found.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendOptions {
    /// The length of a period.
    pub by: Period,
    /// The metadata column of the dates.
    pub date: String,
    /// The metadata columns by which documents are grouped.
    pub group: Vec<String>,
    /// How intervals are found.
    pub bootstrap: Bootstrap,
    /// Compounds that are one token each.
    pub compounds: Named,
}

impl TrendOptions {
    fn describe(&self, manifest: &mut Manifest) {
        let group = (!self.group.is_empty()).then_some(&self.group);
        let entries = [
            ("by", json!(self.by.name())),
            ("date", json!(self.date)),
            ("group", json!(group)),
            ("confidence", json!(self.bootstrap.confidence)),
            ("resamples", json!(self.bootstrap.resamples)),
            ("seed", json!(self.bootstrap.seed)),
        ];
        manifest.extend(entries.map(|(name, value)| (name.to_owned(), value)));
    }
}

/// What came of a trend.
pub struct Trends {
    /// One row a pattern, group and period.
    pub periods: Table,
    /// One row a pattern and group: where it occurs first and last.
    pub attestations: Table,
}

/// The documents of each group and period, which follow one another without a gap.
struct Timeline {
    groups: Groups,
    first: i32,
    n_periods: usize,
    /// By group, then by period; each by date, then in the order of the corpus.
    cells: Vec<Vec<(Date, DocId)>>,
    undated: usize,
}

impl Timeline {
    fn new(scope: &Scope, options: &TrendOptions) -> Result<Self> {
        let column = date_column(scope, &options.date)?;
        let dates = dates(&options.date, column, options.by)?;
        let groups = Groups::by(scope, &options.group)?;
        let in_view = || scope.documents().filter_map(|id| dates[id.index()]);
        let number = |date: Date| options.by.of(date);
        let numbers = || in_view().map(number);
        let first = numbers().min().unwrap_or(0);
        let n_periods = numbers().max().map_or(0, |last| {
            usize::try_from(last - first + 1).expect("the last is not before the first")
        });
        let n_cells = n_periods.checked_mul(groups.documents().len());
        let Some(n_cells) = n_cells.filter(|n_cells| *n_cells <= MOST_ROWS) else {
            return Err(too_many(options));
        };
        let mut cells = vec![Vec::new(); n_cells];
        for (group, documents) in groups.documents().iter().enumerate() {
            for document in documents {
                let Some(date) = dates[document.index()] else {
                    continue;
                };
                let period = usize::try_from(number(date) - first).expect("not before the first");
                cells[group * n_periods + period].push((date, *document));
            }
        }
        for cell in &mut cells {
            cell.sort_unstable();
        }
        Ok(Self {
            groups,
            first,
            n_periods,
            cells,
            undated: scope.n_documents() - in_view().count(),
        })
    }

    /// What a pattern has in each cell, by what it has in each document.
    fn rows(
        &self,
        fraction: impl Fn(DocId) -> Fraction + Sync,
        bootstrap: &Bootstrap,
        task: &Task,
    ) -> Result<Vec<Row>> {
        task.map(self.cells.iter().collect(), |cell: &Vec<(Date, DocId)>| {
            task.check()?;
            task.advance(1);
            let documents: Vec<Fraction> = cell.iter().map(|(_, id)| fraction(*id)).collect();
            Ok(Row::new(&documents, bootstrap))
        })
    }

    /// Where a pattern occurs first and last in each group, by how often it does in each document.
    fn attestations(&self, count: impl Fn(DocId) -> u64) -> Vec<Attestation> {
        let groups = self.cells.chunks(self.n_periods.max(1));
        let attestation = |cells: &[Vec<(Date, DocId)>]| {
            let mut found = Attestation::default();
            for document in cells.iter().flatten() {
                found.add(*document, count(document.1));
            }
            found
        };
        groups.map(attestation).collect()
    }

    fn period(&self, cell: usize) -> i32 {
        let period = i32::try_from(cell % self.n_periods).expect("fewer periods than days");
        self.first + period
    }

    /// The labels of groups, one column a grouping column.
    fn labels(&self, groups: &[u32]) -> Vec<(String, ArrayRef)> {
        let labels = self.groups.labels().iter();
        labels
            .map(|(name, column)| (name.clone(), table::take(column, groups)))
            .collect()
    }
}

/// The column of the dates; an error says by which option it is named.
fn date_column<'s>(scope: &'s Scope, name: &str) -> Result<&'s ArrayRef> {
    let metadata = scope.corpus().metadata();
    metadata
        .column(name)
        .map_err(|_| Error::unknown("metadata column that date= names", name, metadata.names()))
}

fn too_many(options: &TrendOptions) -> Error {
    Error::Limit(format!(
        "a trend has at most {MOST_ROWS} rows, and periods of a {} give more; take longer ones",
        options.by.name()
    ))
}

/// A period of a group, and what a pattern has in it.
struct Row {
    frequency: u64,
    tokens: u64,
    documents: u64,
    /// Those that have tokens in view.
    of_documents: u64,
    interval: Option<(f64, f64)>,
}

impl Row {
    fn new(documents: &[Fraction], bootstrap: &Bootstrap) -> Self {
        Self {
            frequency: documents.iter().map(|one| one.count).sum(),
            tokens: documents.iter().map(|one| one.of).sum(),
            documents: documents.iter().filter(|one| one.count > 0).count() as u64,
            of_documents: documents.iter().filter(|one| one.of > 0).count() as u64,
            interval: bootstrap.interval(documents),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn per_million(&self) -> Option<f64> {
        (self.tokens > 0).then(|| self.frequency as f64 * MILLION / self.tokens as f64)
    }
}

/// The first and the last document of a group in which a pattern occurs, with their dates.
#[derive(Clone, Copy, Default)]
struct Attestation {
    frequency: u64,
    documents: u64,
    first: Option<(Date, DocId)>,
    last: Option<(Date, DocId)>,
}

impl Attestation {
    /// Takes up a document, none of which comes before one that was taken up.
    fn add(&mut self, document: (Date, DocId), count: u64) {
        if count > 0 {
            self.frequency += count;
            self.documents += 1;
            self.first = self.first.or(Some(document));
            self.last = Some(document);
        }
    }
}

/// How often each pattern occurs in each period of each group.
///
/// Columns: pattern, groups, period, start, frequency, tokens, `per_million`, low, high, documents (those
/// with a match), `period_documents` (those with tokens in view). Periods run from the first date in view to the last, those without
/// documents among them. Rows are in the order of the patterns, then of the groups, then of time.
pub fn trends(
    scope: &Scope,
    patterns: &[Series],
    search: &PatternOptions,
    options: &TrendOptions,
    task: &Task,
) -> Result<Trends> {
    options.bootstrap.check()?;
    check_options(options)?;
    let timeline = Timeline::new(scope, options)?;
    if timeline.cells.len().saturating_mul(patterns.len()) > MOST_ROWS {
        return Err(too_many(options));
    }
    let unit = (search.case_sensitive, None);
    let compounds = Compounds::of_unit(scope, &options.compounds, unit, task)?;
    let mut tokens = vec![0; scope.corpus().n_documents()];
    for document in scope.documents() {
        tokens[document.index()] = n_terms_of(scope, compounds.found(), document);
    }
    let (mut rows, mut attestations) = (Vec::new(), Vec::new());
    task.expect((patterns.len() * timeline.cells.len()) as u64);
    for pattern in patterns {
        let counts = counts((scope, compounds.found()), pattern, *search, task)?;
        let fraction = |document: DocId| Fraction {
            count: counts[document.index()],
            of: tokens[document.index()],
        };
        rows.extend(timeline.rows(fraction, &options.bootstrap, task)?);
        attestations.extend(timeline.attestations(|document| counts[document.index()]));
    }
    let mut manifest = series_manifest(scope, "trend", patterns, *search)?;
    options.describe(&mut manifest);
    compounds.describe(&mut manifest);
    manifest.insert("undated_documents".into(), json!(timeline.undated));
    let columns = period_columns(patterns, &timeline, options.by, &rows);
    let periods = Table::new(columns, manifest);
    let manifest = table::derived("attestations", periods.manifest());
    let columns = attestation_columns(scope, patterns, &timeline, &attestations);
    Ok(Trends {
        periods,
        attestations: Table::new(columns, manifest),
    })
}

/// Checks the grouping columns against the others.
fn check_options(options: &TrendOptions) -> Result<()> {
    let own: BTreeSet<&str> = PERIOD_COLUMNS
        .into_iter()
        .chain(ATTESTATION_COLUMNS)
        .collect();
    let own: Vec<&str> = own.into_iter().collect();
    check_names(&options.group, &own)
}

/// How often a series occurs in each document of the corpus.
fn counts(
    (scope, compounds): (&Scope, Option<&Compounds>),
    series: &Series,
    search: PatternOptions,
    task: &Task,
) -> Result<Vec<u64>> {
    let corpus = scope.corpus();
    let mut counts = vec![0; corpus.n_documents()];
    let found = series.matches(scope, search, compounds, task)?;
    let mut number = 0;
    while number < found.len() {
        let document = corpus.document_at(found.get(number).0);
        let behind = found.first_from(corpus.document_range(document).end);
        counts[document.index()] = (behind - number) as u64;
        number = behind;
    }
    Ok(counts)
}

const PERIOD_COLUMNS: [&str; 10] = [
    "pattern",
    "period",
    "start",
    "frequency",
    "tokens",
    "per_million",
    "low",
    "high",
    "documents",
    "period_documents",
];

fn period_columns(
    patterns: &[Series],
    timeline: &Timeline,
    by: Period,
    rows: &[Row],
) -> Vec<(String, ArrayRef)> {
    let cells = timeline.cells.len();
    let numbered = || (0..rows.len()).map(|row| (row / cells, row % cells));
    let pattern = numbered().map(|(pattern, _)| patterns[pattern].name.as_str());
    let group = |cell: usize| u32::try_from(cell / timeline.n_periods).expect("fewer than rows");
    let groups: Vec<u32> = numbered().map(|(_, cell)| group(cell)).collect();
    let period = || numbered().map(|(_, cell)| timeline.period(cell));
    let starts = period().map(|number| Some(table::days(by.first_day(number))));
    let count = |of: fn(&Row) -> u64| table::counts(rows.iter().map(of));
    let bound = |of: fn((f64, f64)) -> f64| {
        let bounds = rows.iter().map(|row| row.interval);
        table::optional_scores(bounds.map(|bounds| bounds.map(|both| of(both) * MILLION)))
    };
    let mut columns = vec![("pattern".to_owned(), table::strings(pattern))];
    columns.extend(timeline.labels(&groups));
    let own = [
        table::strings(period().map(|number| by.label(number))),
        table::dates(starts),
        count(|row| row.frequency),
        count(|row| row.tokens),
        table::optional_scores(rows.iter().map(Row::per_million)),
        bound(|(low, _)| low),
        bound(|(_, high)| high),
        count(|row| row.documents),
        count(|row| row.of_documents),
    ];
    let names = PERIOD_COLUMNS[1..].iter().map(|name| (*name).to_owned());
    columns.extend(names.zip(own));
    columns
}

const ATTESTATION_COLUMNS: [&str; 7] = [
    "pattern",
    "frequency",
    "documents",
    "first_date",
    "first_document",
    "last_date",
    "last_document",
];

fn attestation_columns(
    scope: &Scope,
    patterns: &[Series],
    timeline: &Timeline,
    attestations: &[Attestation],
) -> Vec<(String, ArrayRef)> {
    let n_groups = timeline.groups.documents().len();
    // Without a period there is no attestation, of no group.
    let numbered = || (0..attestations.len()).map(|row| (row / n_groups, row % n_groups));
    let pattern = numbered().map(|(pattern, _)| patterns[pattern].name.as_str());
    let groups: Vec<u32> = numbered()
        .map(|(_, group)| u32::try_from(group).expect("fewer than rows"))
        .collect();
    let date = |of: fn(&Attestation) -> Option<(Date, DocId)>| {
        let found = attestations.iter().map(of);
        table::dates(found.map(|found| found.map(|(date, _)| table::days(date))))
    };
    let document = |of: fn(&Attestation) -> Option<(Date, DocId)>| {
        let ids = scope.corpus().ids();
        let found = attestations.iter().map(of);
        table::optional_strings(found.map(|found| found.map(|(_, id)| ids.name(id))))
    };
    let mut columns = vec![("pattern".to_owned(), table::strings(pattern))];
    columns.extend(timeline.labels(&groups));
    let own = [
        table::counts(attestations.iter().map(|found| found.frequency)),
        table::counts(attestations.iter().map(|found| found.documents)),
        date(|found| found.first),
        document(|found| found.first),
        date(|found| found.last),
        document(|found| found.last),
    ];
    let names = ATTESTATION_COLUMNS[1..]
        .iter()
        .map(|name| (*name).to_owned());
    columns.extend(names.zip(own));
    columns
}
