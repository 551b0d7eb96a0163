//! Columns from and to Python lists, for those who have no Arrow library.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Float64Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{
    Array as _, ArrayRef, Float64Array, Int64Array, LargeStringArray, TimestampMicrosecondArray,
    new_null_array,
};
use arrow_schema::{DataType, TimeUnit};
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span};
use pyo3::prelude::*;
use pyo3::types::{
    PyBytes, PyDate, PyDateAccess, PyDateTime, PyFloat, PyList, PyString, PyTimeAccess, PyTzInfo,
};

use super::args::{iterated, joined, type_name, utf8};
use super::arrow;
use crate::error::Error;
use crate::table::{self, EPOCH, days};

/// One value of a column that came as a list.
enum Cell {
    Missing,
    Text(String),
    Integer(i64),
    Real(f64),
    Truth(bool),
    Day(i32),
    Microsecond(i64),
    /// As above, of a time that knows its zone.
    UtcMicrosecond(i64),
}

/// A column that speaks Arrow, or a list of text, numbers, truth values, dates or times, with None.
pub(super) fn column(name: &str, values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    if let Some(chunks) = arrow::import(values)? {
        return joined(&chunks);
    }
    let refused = || Error::Type(format!("column {name:?} must be a list, got {values:?}"));
    if values.is_instance_of::<PyString>() || values.is_instance_of::<PyBytes>() {
        return Err(refused().into());
    }
    let items = iterated(values, || refused().into())?;
    let cells = items
        .map(|item| cell(name, &item?))
        .collect::<PyResult<Vec<Cell>>>()?;
    from_cells(&cells).ok_or_else(|| {
        let message = format!("column {name:?} must hold values of one type; convert it to text");
        Error::Type(message).into()
    })
}

/// Real numbers of numpy that are none of Python.
const NUMPY_FLOATS: [&str; 3] = ["float16", "float32", "longdouble"];

fn cell(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Cell> {
    let kind = type_name(value);
    if value.is_none() || kind == "NaTType" {
        Ok(Cell::Missing)
    } else if let Ok(text) = value.cast::<PyString>() {
        Ok(Cell::Text(utf8(text, name)?.to_owned()))
    } else if let Ok(truth) = value.extract::<bool>() {
        // Those of Python and of numpy, and no number.
        Ok(Cell::Truth(truth))
    } else if let Ok(time) = value.cast::<PyDateTime>() {
        let zoned = !time.call_method0("utcoffset")?.is_none();
        let microseconds = microseconds(time)?;
        Ok(if zoned {
            Cell::UtcMicrosecond(microseconds)
        } else {
            Cell::Microsecond(microseconds)
        })
    } else if let Ok(date) = value.cast::<PyDate>() {
        Ok(Cell::Day(days(civil(date)?)))
    } else if value.is_instance_of::<PyFloat>() || NUMPY_FLOATS.contains(&&*kind) {
        Ok(Cell::Real(value.extract()?))
    } else if kind == "Period" {
        Ok(Cell::Text(value.str()?.to_str()?.to_owned()))
    } else if let Ok(integer) = value.extract::<i64>() {
        Ok(Cell::Integer(integer))
    } else {
        let message = format!(
            "column {name:?} must hold text, integers of 64 bits, numbers, truth values, dates or \
             times, got {value:?}"
        );
        Err(Error::Type(message).into())
    }
}

fn civil(date: &Bound<'_, PyDate>) -> PyResult<Date> {
    let (year, month, day) = (date.get_year(), date.get_month(), date.get_day());
    let narrow = || {
        let year = i16::try_from(year).ok()?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    narrow().ok_or_else(|| Error::Parameter("dates must lie in years 1 to 9999".into()).into())
}

fn microseconds(time: &Bound<'_, PyDateTime>) -> PyResult<i64> {
    let utc = match time.call_method0("utcoffset")? {
        offset if offset.is_none() => time.clone(),
        offset => time.sub(offset)?.cast_into()?,
    };
    let day = i64::from(days(civil(utc.cast::<PyDate>()?)?));
    let seconds = i64::from(utc.get_hour()) * 3_600
        + i64::from(utc.get_minute()) * 60
        + i64::from(utc.get_second());
    Ok((day * 86_400 + seconds) * 1_000_000 + i64::from(utc.get_microsecond()))
}

/// The array of cells of one kind, where integers count as real numbers if some are real.
fn from_cells(cells: &[Cell]) -> Option<ArrayRef> {
    let kind = cells.iter().find(|cell| !matches!(cell, Cell::Missing));
    let real = cells.iter().any(|cell| matches!(cell, Cell::Real(_)));
    match kind {
        None => Some(Arc::new(LargeStringArray::new_null(cells.len()))),
        Some(Cell::Text(_)) => all(cells, |cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .map(table::optional_strings),
        Some(Cell::Truth(_)) => all(cells, |cell| match cell {
            Cell::Truth(truth) => Some(*truth),
            _ => None,
        })
        .map(table::truths),
        Some(Cell::Day(_)) => all(cells, |cell| match cell {
            Cell::Day(day) => Some(*day),
            _ => None,
        })
        .map(table::dates),
        Some(Cell::Microsecond(_)) => all(cells, |cell| match cell {
            Cell::Microsecond(time) => Some(*time),
            _ => None,
        })
        .map(|times| Arc::new(TimestampMicrosecondArray::from(times)) as ArrayRef),
        Some(Cell::UtcMicrosecond(_)) => all(cells, |cell| match cell {
            Cell::UtcMicrosecond(time) => Some(*time),
            _ => None,
        })
        .map(|times| {
            Arc::new(TimestampMicrosecondArray::from(times).with_timezone("UTC")) as ArrayRef
        }),
        #[expect(clippy::cast_precision_loss, reason = "the column holds real numbers")]
        Some(Cell::Integer(_) | Cell::Real(_)) if real => all(cells, |cell| match cell {
            Cell::Integer(integer) => Some(*integer as f64),
            Cell::Real(real) => Some(*real),
            _ => None,
        })
        .map(|reals| {
            // In a list, "not a number" is how pandas and its users write that one is missing.
            let present = reals
                .into_iter()
                .map(|real| real.filter(|real| !real.is_nan()));
            Arc::new(present.collect::<Float64Array>()) as ArrayRef
        }),
        Some(_) => all(cells, |cell| match cell {
            Cell::Integer(integer) => Some(*integer),
            _ => None,
        })
        .map(|integers| Arc::new(Int64Array::from(integers)) as ArrayRef),
    }
}

/// A column that came as a list, of the type that it is meant to have, which its values do not tell where
/// all are missing or all real numbers are whole.
pub(super) fn typed(column: ArrayRef, wanted: &DataType) -> ArrayRef {
    match (column.data_type(), wanted) {
        (found, wanted) if found == wanted => column,
        (_, wanted) if column.null_count() == column.len() => new_null_array(wanted, column.len()),
        #[expect(clippy::cast_precision_loss, reason = "the column holds real numbers")]
        (DataType::Int64, DataType::Float64) => {
            let integers = column.as_primitive::<Int64Type>();
            Arc::new(integers.unary::<_, Float64Type>(|integer| integer as f64))
        }
        _ => column,
    }
}

/// What `take` finds in every cell that is not missing; none if it finds nothing in one.
fn all<'c, T>(cells: &'c [Cell], take: impl Fn(&'c Cell) -> Option<T>) -> Option<Vec<Option<T>>> {
    let value = |cell| match cell {
        &Cell::Missing => Some(None),
        cell => take(cell).map(Some),
    };
    cells.iter().map(value).collect()
}

/// The values of a column as a list: str, int, float, bool, date or datetime, and None.
pub(super) fn to_list<'py>(py: Python<'py>, column: &ArrayRef) -> PyResult<Bound<'py, PyList>> {
    match column.data_type() {
        DataType::Int64 => PyList::new(py, column.as_primitive::<Int64Type>().iter()),
        DataType::Float64 => PyList::new(py, column.as_primitive::<Float64Type>().iter()),
        DataType::Boolean => PyList::new(py, column.as_boolean().iter()),
        DataType::Utf8View => PyList::new(py, column.as_string_view().iter()),
        DataType::LargeUtf8 => PyList::new(py, column.as_string::<i64>().iter()),
        DataType::LargeList(_) => {
            let lists = column.as_list::<i64>();
            let rows: PyResult<Vec<_>> = (0..lists.len())
                .map(|row| to_list(py, &lists.value(row)))
                .collect();
            PyList::new(py, rows?)
        }
        DataType::Date32 => {
            let day = |day: Option<i32>| day.map(|day| date(py, day)).transpose();
            let days = column.as_primitive::<Date32Type>().iter().map(day);
            PyList::new(py, days.collect::<PyResult<Vec<_>>>()?)
        }
        DataType::Timestamp(unit, zone) => {
            let time = |nanosecond: Option<i128>| {
                nanosecond
                    .map(|nanosecond| datetime(py, nanosecond, zone.is_some()))
                    .transpose()
            };
            let times = nanoseconds(column, *unit).into_iter().map(time);
            PyList::new(py, times.collect::<PyResult<Vec<_>>>()?)
        }
        other => Err(Error::Type(format!("a column of {other} has no Python values")).into()),
    }
}

fn nanoseconds(column: &ArrayRef, unit: TimeUnit) -> Vec<Option<i128>> {
    let scaled =
        |factor: i128| move |value: Option<i64>| value.map(|value| i128::from(value) * factor);
    match unit {
        TimeUnit::Second => column
            .as_primitive::<TimestampSecondType>()
            .iter()
            .map(scaled(1_000_000_000))
            .collect(),
        TimeUnit::Millisecond => column
            .as_primitive::<TimestampMillisecondType>()
            .iter()
            .map(scaled(1_000_000))
            .collect(),
        TimeUnit::Microsecond => column
            .as_primitive::<TimestampMicrosecondType>()
            .iter()
            .map(scaled(1_000))
            .collect(),
        TimeUnit::Nanosecond => column
            .as_primitive::<TimestampNanosecondType>()
            .iter()
            .map(scaled(1))
            .collect(),
    }
}

fn date(py: Python<'_>, day: i32) -> PyResult<Bound<'_, PyDate>> {
    let date = EPOCH.checked_add(Span::new().try_days(day).map_err(out_of_range)?);
    let date = date.map_err(out_of_range)?;
    PyDate::new(
        py,
        date.year().into(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )
}

fn out_of_range(error: jiff::Error) -> PyErr {
    Error::Parameter(format!("a date of the table is out of range: {error}")).into()
}

fn datetime(py: Python<'_>, nanosecond: i128, utc: bool) -> PyResult<Bound<'_, PyDateTime>> {
    let since = SignedDuration::from_nanos_i128(nanosecond);
    let time: DateTime = EPOCH.to_datetime(jiff::civil::Time::midnight());
    let time = time.checked_add(since).map_err(out_of_range)?;
    let zone = utc.then(|| PyTzInfo::utc(py)).transpose()?;
    let microsecond = u32::from(time.millisecond().unsigned_abs()) * 1_000
        + u32::from(time.microsecond().unsigned_abs());
    PyDateTime::new(
        py,
        time.year().into(),
        time.month().unsigned_abs(),
        time.day().unsigned_abs(),
        time.hour().unsigned_abs(),
        time.minute().unsigned_abs(),
        time.second().unsigned_abs(),
        microsecond,
        zone.as_deref(),
    )
}
