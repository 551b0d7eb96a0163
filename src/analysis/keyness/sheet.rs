//! The rows of keyness as a table.

use arrow_array::ArrayRef;

use super::counts::{Counted, REFERENCE, TARGET};
use super::options::KeynessOptions;
use super::rows::Row;
use super::{Bases, Found};
use crate::corpus::Groups;
use crate::error::Result;
use crate::table::{self, Manifest, Table};
use crate::task::Task;

/// The names of the columns beside those of the groups.
pub(super) fn names(options: &KeynessOptions) -> Vec<&str> {
    let mut names = vec![
        "term",
        "frequency",
        "reference_frequency",
        "per_million",
        "reference_per_million",
        "documents",
        "reference_documents",
        "relative_range",
        "reference_relative_range",
        "dp",
        "reference_dp",
    ];
    names.extend(options.measures.iter().map(String::as_str));
    if options.has_intervals() {
        names.extend(["log_ratio_low", "log_ratio_high"]);
    }
    if options.significance.is_some() {
        names.push("p");
    }
    if options.significance.is_some() && options.correction.is_some() {
        names.push("p_adjusted");
    }
    names
}

/// The rows of all groups, one group behind the other.
pub(super) fn table(
    groups: &Groups,
    found: &[Found],
    (options, counted): (&KeynessOptions, &Counted),
    manifest: Manifest,
    task: &Task,
) -> Result<Table> {
    let numbers: Vec<u32> = (0..)
        .zip(found)
        .flat_map(|(number, group)| std::iter::repeat_n(number, group.rows.len()))
        .collect();
    let label = |(name, labels): &(String, ArrayRef)| (name.clone(), table::take(labels, &numbers));
    let mut columns: Vec<(String, ArrayRef)> = groups.labels().iter().map(label).collect();
    let rows = AllRows { found, counted };
    let named = |name: &str| Ok((name.to_owned(), rows.column(name, options)));
    columns.extend(task.map(names(options), named)?);
    Ok(Table::new(columns, manifest))
}

/// The rows of all groups.
struct AllRows<'f> {
    found: &'f [Found],
    counted: &'f Counted,
}

impl AllRows<'_> {
    fn each(&self) -> impl Iterator<Item = (Row<'_>, &Bases)> {
        self.found
            .iter()
            .flat_map(|group| group.rows.iter().map(|row| (row, &group.bases)))
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn column(&self, name: &str, options: &KeynessOptions) -> ArrayRef {
        let side = if name.starts_with("reference_") {
            REFERENCE
        } else {
            TARGET
        };
        match name.trim_start_matches("reference_") {
            "term" => table::strings(self.each().map(|(row, _)| self.counted.name(row.term()))),
            "frequency" => {
                table::counts(self.each().map(|(row, _)| row.frequencies().tokens[side]))
            }
            "per_million" => self.scores(|row, bases| {
                share(
                    row.frequencies().tokens[side] as f64 * 1e6,
                    bases.tokens[side],
                )
            }),
            "documents" => table::optional_counts(self.each().map(|(row, bases)| {
                bases.documents[side].map(|_| row.frequencies().documents[side])
            })),
            "relative_range" => self.scores(|row, bases| {
                share(
                    row.frequencies().documents[side] as f64,
                    bases.documents[side]?,
                )
            }),
            "dp" => self.scores(|row, _| row.dp(side)),
            "log_ratio_low" => self.scores(|row, _| row.interval().map(|[low, _]| low)),
            "log_ratio_high" => self.scores(|row, _| row.interval().map(|[_, high]| high)),
            "p" => self.scores(|row, _| row.p().map(|[p, _]| p)),
            "p_adjusted" => self.scores(|row, _| row.p().map(|[_, adjusted]| adjusted)),
            measure => {
                let place = options.measures.iter().position(|name| name == measure);
                let place = place.expect("a column is one of these or a measure");
                self.scores(|row, _| row.score(place))
            }
        }
    }

    fn scores(&self, score: impl Fn(Row<'_>, &Bases) -> Option<f64>) -> ArrayRef {
        table::optional_scores(self.each().map(|(row, bases)| score(row, bases)))
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn share(part: f64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part / whole as f64)
}
