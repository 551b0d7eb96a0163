//! Dispersion: the measures, and scores of plain numbers.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::args::{NamesArg, SeriesArg};
use super::corpus::{Corpus, pattern_options};
use super::run::guard;
use super::table::Table;
use crate::analysis::{self, DispersionOptions, Named, PlotOptions};
use crate::error::{Error, Result};
use crate::stats::{
    self, DISPERSION_SYMBOLS, DISPERSIONS, Dispersion, Distances, Division, Parts, Share, Size,
};
use crate::table::{self, Manifest};

/// The measures of dispersion, one row each.
#[pyfunction]
pub(super) fn dispersions() -> PyResult<Table> {
    guard(|| {
        let column = |name: &str, of: fn(&Dispersion) -> &str| {
            (name.to_owned(), table::strings(DISPERSIONS.iter().map(of)))
        };
        let columns = vec![
            column("name", |measure| measure.name),
            column("formula", |measure| measure.formula),
            column("symbols", |_| DISPERSION_SYMBOLS),
            column("citation", |measure| measure.citation),
            column("range", |measure| measure.range),
            column("caution", |measure| measure.caution),
            column("takes", |measure| {
                if measure.by_position {
                    "positions"
                } else {
                    "counts"
                }
            }),
        ];
        let mut manifest = Manifest::new();
        manifest.insert("hustings".into(), env!("CARGO_PKG_VERSION").into());
        manifest.insert("verb".into(), "dispersions".into());
        Ok(Table(table::Table::new(columns, manifest)))
    })
}

/// The scores of counts by part, by name; parts of one size where no sizes are given.
#[pyfunction]
pub(super) fn dispersion_of(
    py: Python<'_>,
    counts: Vec<u64>,
    sizes: Option<Vec<u64>>,
    positions: Option<Vec<u64>>,
    measures: Option<NamesArg>,
) -> PyResult<Bound<'_, PyDict>> {
    let scores = guard(|| {
        let names = measures.map(|measures| measures.0);
        let known = positions.is_some();
        let measures = chosen(names, known)?;
        if known && sizes.is_none() {
            let message = "sizes must be given with positions, got none";
            return Err(Error::Parameter(message.into()));
        }
        let shares = match &sizes {
            Some(sizes) => {
                check_counts(&counts, sizes)?;
                shares(&counts, sizes)
            }
            None => shares(&counts, &vec![1; counts.len()]),
        };
        if let (Some(positions), Some(sizes)) = (&positions, &sizes) {
            check_positions(positions, &counts, sizes)?;
        }
        let sizes = sizes.unwrap_or_else(|| vec![1; counts.len()]);
        let division = Division::new(sizes)?;
        let distances = positions.map(|positions| Distances::new(&positions, division.tokens()));
        let distances = distances.transpose()?;
        let parts = Parts::new(division, &shares, distances.as_ref())?;
        let scores = measures.into_iter();
        Ok(scores
            .map(|measure| (measure, measure.score(&parts)))
            .collect::<Vec<_>>())
    })?;
    let dict = PyDict::new(py);
    for (measure, score) in scores {
        dict.set_item(measure.name, number(py, measure, score)?)?;
    }
    Ok(dict)
}

/// The measures of these names, or all that can be computed.
fn chosen(names: Option<Vec<String>>, positions: bool) -> Result<Vec<&'static Dispersion>> {
    let Some(names) = names else {
        let possible = DISPERSIONS.iter();
        return Ok(possible
            .filter(|measure| positions || !measure.by_position)
            .collect());
    };
    let measures = stats::dispersions(&names)?;
    match measures
        .iter()
        .find(|measure| measure.by_position && !positions)
    {
        Some(measure) => Err(Error::Parameter(format!(
            "positions and sizes must be given for {:?}, which is computed from them",
            measure.name
        ))),
        None => Ok(measures),
    }
}

/// Checks that there are as many sizes as counts, and in no part more than its tokens.
fn check_counts(counts: &[u64], sizes: &[u64]) -> Result<()> {
    if counts.len() != sizes.len() {
        return Err(Error::Parameter(format!(
            "counts and sizes must have one number a part each, got {} and {}",
            counts.len(),
            sizes.len()
        )));
    }
    let mut parts = counts.iter().zip(sizes).enumerate();
    match parts.find(|(_, (count, size))| **size > 0 && count > size) {
        Some((part, (count, size))) => Err(Error::Parameter(format!(
            "counts[{part}] must be at most sizes[{part}], which is {size}, got {count}"
        ))),
        None => Ok(()),
    }
}

/// Checks that each position is another one, and that so many lie in each part as it counts.
///
/// What else there is to check of them is checked with their distances.
fn check_positions(positions: &[u64], counts: &[u64], sizes: &[u64]) -> Result<()> {
    let mut neighbours = positions.windows(2);
    if let Some([twice, _]) = neighbours.find(|pair| pair[0] == pair[1]) {
        let message = format!("positions must ascend, got {twice} twice");
        return Err(Error::Parameter(message));
    }
    let all: u128 = counts.iter().map(|count| u128::from(*count)).sum();
    let tokens: u128 = sizes.iter().map(|size| u128::from(*size)).sum();
    let inside = positions
        .iter()
        .all(|position| u128::from(*position) < tokens);
    if !positions.is_sorted() || positions.len() as u128 != all || !inside {
        return Ok(());
    }
    let mut end = 0_u64;
    for (part, (count, size)) in counts.iter().zip(sizes).enumerate() {
        let start = end;
        end = end.saturating_add(*size);
        let within = |bound: u64| positions.partition_point(|position| *position < bound);
        let found = within(end) - within(start);
        if found as u64 != *count {
            return Err(Error::Parameter(format!(
                "positions must be where the counts are: counts[{part}] is {count}, got {found} \
                 from {start} to {end}"
            )));
        }
    }
    Ok(())
}

/// The parts in which something occurs.
fn shares(counts: &[u64], sizes: &[u64]) -> Vec<Share> {
    let shares = counts.iter().zip(sizes).filter(|(count, _)| **count > 0);
    shares
        .map(|(&count, &size)| Share::new(count, Size::new(size)))
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
fn number<'py>(
    py: Python<'py>,
    measure: &Dispersion,
    score: Option<f64>,
) -> PyResult<Bound<'py, PyAny>> {
    match score {
        Some(score) if measure.whole => (score as i64).into_bound_py_any(py),
        score => score.into_bound_py_any(py),
    }
}

/// The dispersion of each pattern, given with its syntax, or of all terms; parts are given as columns or
/// as their number.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "each group of options is one")]
pub(super) fn dispersion(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    patterns: Option<(SeriesArg, String)>,
    cut: (NamesArg, Option<u64>),
    measures: NamesArg,
    unit: (bool, Option<String>),
    min_frequency: u64,
    compound: Named,
) -> PyResult<Table> {
    let options = DispersionOptions {
        by: cut.0.0,
        parts: cut.1,
        measures: measures.0,
        min_frequency,
    };
    let scope = &corpus.0;
    Table::of(py, |task| {
        if let Some((patterns, syntax)) = &patterns {
            let search = pattern_options(syntax, unit.0);
            analysis::pattern_dispersion(scope, &patterns.0, &search, (&options, &compound), task)
        } else {
            let unit = (unit.0, unit.1.as_deref());
            analysis::term_dispersion(scope, (&options, &compound), unit, task)
        }
    })
}

/// The place of every match within its document.
#[pyfunction]
pub(super) fn dispersion_plot(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    patterns: SeriesArg,
    syntax: &str,
    case_sensitive: bool,
    by: NamesArg,
    compound: Named,
) -> PyResult<Table> {
    let search = pattern_options(syntax, case_sensitive);
    let options = PlotOptions {
        by: by.0,
        compounds: compound,
    };
    let scope = &corpus.0;
    Table::of(py, |task| {
        analysis::match_places(scope, &patterns.0, &search, &options, task)
    })
}
