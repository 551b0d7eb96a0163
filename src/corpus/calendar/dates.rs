//! Dates of documents, from a column of dates, times or years.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use jiff::civil::Date;

use super::periods::{Period, calendar_day, first_of_year};
use crate::error::{Error, Result};

const DAY_SECONDS: i64 = 86_400;

/// The date of every row of a column; that of a year is its first day. Times are days in UTC.
///
/// Errors: [`Error::Parameter`] for another kind of column, for a date that no calendar has, and for
/// years where periods are shorter.
pub(crate) fn dates(name: &str, column: &ArrayRef, by: Period) -> Result<Vec<Option<Date>>> {
    let days = |ticks: i64| move |time: i64| calendar_day(time.div_euclid(ticks));
    match column.data_type() {
        DataType::Date32 => all(name, column.as_primitive::<Date32Type>().iter(), |day| {
            calendar_day(day.into())
        }),
        DataType::Int64 if by < Period::Year => Err(Error::Parameter(format!(
            "by must be \"year\" or \"decade\" where {name:?} holds years, got {:?}",
            by.name()
        ))),
        DataType::Int64 => all(
            name,
            column.as_primitive::<Int64Type>().iter(),
            first_of_year,
        ),
        DataType::Timestamp(TimeUnit::Second, _) => {
            let times = column.as_primitive::<TimestampSecondType>().iter();
            all(name, times, days(DAY_SECONDS))
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            let times = column.as_primitive::<TimestampMillisecondType>().iter();
            all(name, times, days(DAY_SECONDS * 1_000))
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let times = column.as_primitive::<TimestampMicrosecondType>().iter();
            all(name, times, days(DAY_SECONDS * 1_000_000))
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            let times = column.as_primitive::<TimestampNanosecondType>().iter();
            all(name, times, days(DAY_SECONDS * 1_000_000_000))
        }
        // A column in which every value is missing has no type of its own.
        _ if column.null_count() == column.len() => Ok(vec![None; column.len()]),
        _ => Err(Error::Parameter(format!(
            "date must name a column of dates, times or years as whole numbers; {name:?} holds {}",
            described(column.data_type())
        ))),
    }
}

fn all<T: Copy + std::fmt::Display>(
    name: &str,
    values: impl Iterator<Item = Option<T>>,
    date: impl Fn(T) -> Option<Date>,
) -> Result<Vec<Option<Date>>> {
    let dated = |value: Option<T>| {
        let Some(value) = value else { return Ok(None) };
        date(value).map(Some).ok_or_else(|| {
            let message = format!("dates must lie in years 1 to 9999, {name:?} holds {value}");
            Error::Parameter(message)
        })
    };
    values.map(dated).collect()
}

fn described(column: &DataType) -> &'static str {
    match column {
        DataType::Float64 => "numbers",
        DataType::Boolean => "truth values",
        _ => "text",
    }
}
