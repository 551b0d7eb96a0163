//! Plain numbers in, scores of association out.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array as _, ArrayRef, ArrowPrimitiveType};
use arrow_schema::DataType;
use pyo3::prelude::*;

use super::args::NamesArg;
use super::columns::column;
use super::table::Table;
use crate::analysis::{self, Scores};
use crate::error::Error;
use crate::stats::{Contingency, MeasureOptions};

/// Measures by name, and what they need to know: (names, alpha, comparisons, smoothing, prior).
pub(super) struct ScoresArg(pub(super) Scores);

type Parts<'py> = (Bound<'py, PyAny>, f64, Option<u64>, f64, f64);

impl<'py> FromPyObject<'_, 'py> for ScoresArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let (names, alpha, comparisons, smoothing, prior): Parts<'py> = object.extract()?;
        let options = MeasureOptions {
            alpha,
            smoothing,
            prior,
            ..MeasureOptions::default()
        };
        let names = names.extract::<NamesArg>()?.0;
        Ok(Self(Scores::new(&names, options, comparisons)?))
    }
}

/// The scores of two-by-two tables, whose four numbers are columns of one length.
#[pyfunction]
pub(super) fn association(
    py: Python<'_>,
    o11: &Bound<'_, PyAny>,
    r1: &Bound<'_, PyAny>,
    c1: &Bound<'_, PyAny>,
    n: &Bound<'_, PyAny>,
    scores: ScoresArg,
) -> PyResult<Table> {
    let given = [("o11", o11), ("r1", r1), ("c1", c1), ("n", n)];
    let columns = given
        .iter()
        .map(|(name, values)| reals(name, values))
        .collect::<PyResult<Vec<_>>>()?;
    let n_rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    if let Some((name, short)) = given
        .iter()
        .zip(&columns)
        .find(|(_, column)| column.len() != n_rows)
        .map(|((name, _), column)| (name, column.len()))
    {
        let message = format!(
            "o11, r1, c1 and n must be equally long, or single numbers, got {short} values for \
             {name} and {n_rows} for another"
        );
        return Err(Error::Parameter(message).into());
    }
    let table = |row: usize| Contingency {
        o11: columns[0][row],
        r1: columns[1][row],
        c1: columns[2][row],
        n: columns[3][row],
    };
    let tables: Vec<Contingency> = (0..n_rows).map(table).collect();
    Table::of(py, |task| analysis::scores_of(&tables, &scores.0, task))
}

/// A column of numbers without gaps, of any width.
pub(super) fn reals(name: &str, values: &Bound<'_, PyAny>) -> PyResult<Vec<f64>> {
    let column = column(name, values)?;
    let Some(values) = widened(&column) else {
        let message = format!("{name} must hold numbers, got {}", column.data_type());
        return Err(Error::Type(message).into());
    };
    if column.null_count() > 0 {
        let message = format!("{name} must not hold missing values; drop those rows");
        return Err(Error::Parameter(message).into());
    }
    Ok(values)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn widened(column: &ArrayRef) -> Option<Vec<f64>> {
    fn each<T: ArrowPrimitiveType>(
        column: &ArrayRef,
        widen: impl Fn(T::Native) -> f64,
    ) -> Vec<f64> {
        column
            .as_primitive::<T>()
            .values()
            .iter()
            .map(|value| widen(*value))
            .collect()
    }
    Some(match column.data_type() {
        DataType::Int8 => each::<Int8Type>(column, f64::from),
        DataType::Int16 => each::<Int16Type>(column, f64::from),
        DataType::Int32 => each::<Int32Type>(column, f64::from),
        DataType::Int64 => each::<Int64Type>(column, |value| value as f64),
        DataType::UInt8 => each::<UInt8Type>(column, f64::from),
        DataType::UInt16 => each::<UInt16Type>(column, f64::from),
        DataType::UInt32 => each::<UInt32Type>(column, f64::from),
        DataType::UInt64 => each::<UInt64Type>(column, |value| value as f64),
        DataType::Float32 => each::<Float32Type>(column, f64::from),
        DataType::Float64 => each::<Float64Type>(column, |value| value),
        // A list of nothing has no type of its own.
        _ if column.is_empty() => Vec::new(),
        _ => return None,
    })
}

/// The registry as a table.
#[pyfunction]
pub(super) fn measures() -> Table {
    Table(analysis::measure_table())
}
