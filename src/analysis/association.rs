//! Scores of association as columns, for every analysis that counts two-by-two tables, and the measures as a table.

use std::cmp::{Ordering, Reverse};

use arrow_array::ArrayRef;

use serde_json::json;

use crate::error::{Error, Result};
use crate::stats::{Contingency, MEASURES, Measure, MeasureOptions, measures_named};
use crate::table::{self, Manifest, Table, check_names};
use crate::task::Task;

/// How many tables one worker scores at a time.
const TABLES_A_PART: usize = 256;

/// Which measures are asked, and what they need to know beyond the tables.
#[derive(Clone, Debug)]
pub struct Scores {
    measures: Vec<&'static Measure>,
    options: MeasureOptions,
    /// Whether the comparisons are as many as there is to compare.
    comparisons_by_rows: bool,
}

impl Scores {
    /// The measures of these names; `comparisons` is as many as there is to compare if it is none.
    pub fn new<S: AsRef<str>>(
        names: &[S],
        options: MeasureOptions,
        comparisons: Option<u64>,
    ) -> Result<Self> {
        check_names(names)?;
        Ok(Self {
            measures: measures_named(names)?,
            options: MeasureOptions {
                comparisons: comparisons.unwrap_or(1),
                ..options
            }
            .checked()?,
            comparisons_by_rows: comparisons.is_none(),
        })
    }

    /// The measures in the order asked.
    pub fn measures(&self) -> &[&'static Measure] {
        &self.measures
    }

    /// The scores of each table, one column a measure, missing where a measure says so; the tables are some of
    /// so many that were compared.
    pub fn of(
        &self,
        tables: &[Contingency],
        n_compared: u64,
        task: &Task,
    ) -> Result<Vec<Vec<Option<f64>>>> {
        let options = self.options(n_compared);
        let score = |measure: &&'static Measure| {
            let parts = task.map(tables.chunks(TABLES_A_PART).collect(), |part| {
                let score = |table| measure.score(table, &options);
                Ok(part.iter().map(score).collect::<Vec<_>>())
            })?;
            Ok(parts.concat())
        };
        self.measures.iter().map(score).collect()
    }

    /// The same as named columns.
    pub fn columns(&self, tables: &[Contingency], task: &Task) -> Result<Vec<(String, ArrayRef)>> {
        let scores = self.of(tables, tables.len() as u64, task)?;
        let columns = self.measures.iter().zip(scores);
        let column = |(measure, scores): (&&Measure, Vec<Option<f64>>)| {
            (measure.name.to_owned(), table::optional_scores(scores))
        };
        Ok(columns.map(column).collect())
    }

    /// What a manifest says of measures and options.
    pub fn describe(&self, manifest: &mut Manifest) {
        let names: Vec<&str> = self.measures.iter().map(|measure| measure.name).collect();
        let formula = |measure: &&Measure| (measure.name.to_owned(), json!(measure.formula));
        let formulas: Manifest = self.measures.iter().map(formula).collect();
        let comparisons = (!self.comparisons_by_rows).then_some(self.options.comparisons);
        let options = json!({
            "alpha": self.options.alpha,
            "comparisons": comparisons,
            "smoothing": self.options.smoothing,
            "prior": self.options.prior,
        });
        manifest.insert("measures".into(), json!(names));
        manifest.insert("measure_options".into(), options);
        manifest.insert("formulas".into(), json!(formulas));
    }

    /// The same where there may be no measures.
    pub fn describe_any(scores: Option<&Self>, manifest: &mut Manifest) {
        if let Some(scores) = scores {
            return scores.describe(manifest);
        }
        for name in ["measures", "measure_options"] {
            manifest.insert(name.into(), json!(null));
        }
    }

    /// Whether a score depends on how many others there are that rows are chosen from.
    pub(super) fn corrects(&self) -> bool {
        let corrected = |measure: &&Measure| measure.name == "conservative_log_ratio";
        self.comparisons_by_rows && self.measures.iter().any(corrected)
    }

    fn options(&self, n_compared: u64) -> MeasureOptions {
        let by_rows = self.comparisons_by_rows.then_some(n_compared.max(1));
        MeasureOptions {
            comparisons: by_rows.unwrap_or(self.options.comparisons),
            ..self.options
        }
    }
}

/// What orders scores: the stronger first, what is missing last.
pub(super) fn strength(score: Option<f64>) -> (bool, Reverse<i64>) {
    // The order of `f64::total_cmp`, as one integer.
    let total = |score: f64| {
        let bits = score.to_bits().cast_signed();
        bits ^ ((bits >> 63) & i64::MAX)
    };
    (score.is_none(), Reverse(score.map_or(0, total)))
}

/// The order of scores: the stronger first, what is missing last.
pub(super) fn strongest_first(left: Option<f64>, right: Option<f64>) -> Ordering {
    strength(left).cmp(&strength(right))
}

/// The scores of tables that somebody else counted: o11, r1, c1, n, and a column a measure.
///
/// Errors: [`Error::Parameter`] for a table that can't be, by its row.
pub fn scores_of(tables: &[Contingency], scores: &Scores, task: &Task) -> Result<Table> {
    for (row, table) in tables.iter().enumerate() {
        table
            .check()
            .map_err(|error| Error::Parameter(format!("row {row}: {error}")))?;
    }
    let given = |number: fn(&Contingency) -> f64| table::scores(tables.iter().map(number));
    let mut columns = vec![
        ("o11".to_owned(), given(|table| table.o11)),
        ("r1".to_owned(), given(|table| table.r1)),
        ("c1".to_owned(), given(|table| table.c1)),
        ("n".to_owned(), given(|table| table.n)),
    ];
    columns.extend(scores.columns(tables, task)?);
    let mut manifest = Manifest::new();
    manifest.insert("hustings".into(), json!(env!("CARGO_PKG_VERSION")));
    manifest.insert("verb".into(), json!("association"));
    scores.describe(&mut manifest);
    Ok(Table::new(columns, manifest))
}

/// The measures: name, formula, symbols, citation, range, signed, zeros, avoid, in the order of the registry.
pub fn measure_table() -> Table {
    let column = |text: fn(&Measure) -> String| table::strings(MEASURES.iter().map(text));
    let columns = [
        ("name", column(|measure| measure.name.into())),
        ("formula", column(|measure| measure.formula.into())),
        ("symbols", column(Measure::symbols)),
        ("citation", column(|measure| measure.citation.into())),
        ("range", column(|measure| measure.range.into())),
        (
            "signed",
            table::truths(MEASURES.iter().map(|measure| Some(measure.signed))),
        ),
        ("zeros", column(|measure| measure.zeros.into())),
        ("avoid", column(|measure| measure.avoid.into())),
    ];
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    let mut manifest = Manifest::new();
    manifest.insert("hustings".into(), json!(env!("CARGO_PKG_VERSION")));
    manifest.insert("verb".into(), json!("measures"));
    Table::new(columns.into(), manifest)
}
