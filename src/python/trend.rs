//! Trends of a corpus and of plain numbers.

use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::args::{NamesArg, SeriesArg};
use super::corpus::{Corpus, pattern_options};
use super::run::{guard, run};
use super::table::Table;
use crate::analysis::{self, Named, TrendOptions};
use crate::corpus::Period;
use crate::stats::{self, Bootstrap};

/// Periods as (their length, column of dates, grouping columns).
type PeriodsArg = (String, String, NamesArg);

/// How often each pattern, given with its syntax, occurs by period, and where it does first and last;
/// the bootstrap is given as (resamples, confidence, seed).
#[pyfunction]
pub(super) fn trend(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    patterns: (SeriesArg, String),
    case_sensitive: bool,
    periods: PeriodsArg,
    bootstrap: (u32, f64, u64),
    compound: Named,
) -> PyResult<(Table, Table)> {
    let (patterns, syntax) = patterns;
    let (by, date, group) = periods;
    let (resamples, confidence, seed) = bootstrap;
    let scope = &corpus.0;
    let found = run(py, None, |task| {
        let options = TrendOptions {
            by: Period::from_name(&by)?,
            date,
            group: group.0,
            bootstrap: Bootstrap {
                resamples,
                confidence,
                seed,
            },
            compounds: compound,
        };
        let search = pattern_options(&syntax, case_sensitive);
        analysis::trends(scope, &patterns.0, &search, &options, task)
    })?;
    Ok((Table(found.periods), Table(found.attestations)))
}

/// The trend of values at times, by name.
#[pyfunction]
pub(super) fn trend_of(
    py: Python<'_>,
    values: Vec<f64>,
    times: Vec<f64>,
) -> PyResult<Bound<'_, PyDict>> {
    let found = guard(|| stats::trend(&values, &times))?;
    let dict = PyDict::new(py);
    dict.set_item("n", found.n)?;
    dict.set_item("s", found.s)?;
    dict.set_item("variance", found.variance)?;
    dict.set_item("z", found.z)?;
    dict.set_item("p_value", found.p_value)?;
    dict.set_item("tau", found.tau)?;
    dict.set_item("slope", found.slope)?;
    dict.set_item("intercept", found.intercept)?;
    Ok(dict)
}

/// The numbers of the values with which a new level begins.
#[pyfunction]
pub(super) fn change_points_of(values: Vec<f64>, strictness: f64) -> PyResult<Vec<usize>> {
    guard(|| stats::change_points(&values, strictness))
}
