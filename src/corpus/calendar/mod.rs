//! The calendar: dates of documents, and the periods in which they lie.

mod dates;
mod periods;

use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, Int64Array};

pub(crate) use dates::dates;
pub use periods::Period;

use super::Metadata;
use crate::error::Result;
use crate::table;

/// The periods of the dates in a column, in a form that is in the order of time: days as dates, years as
/// numbers, others as text ([`Period::label`]). None if the name is not that of a column and a period,
/// as `date:year` is.
///
/// Errors: for a period that is none, and as [`dates`].
pub(super) fn periods_in(metadata: &Metadata, name: &str) -> Result<Option<ArrayRef>> {
    let Some((column, period)) = name.rsplit_once(':') else {
        return Ok(None);
    };
    let Ok(values) = metadata.column(column) else {
        return Ok(None);
    };
    let period = Period::from_name(period)?;
    let dates = dates(column, values, period)?.into_iter();
    Ok(Some(match period {
        Period::Day => {
            let days = dates.map(|date| date.map(table::days));
            Arc::new(days.collect::<Date32Array>())
        }
        Period::Year => {
            let years = dates.map(|date| date.map(|date| i64::from(date.year())));
            Arc::new(years.collect::<Int64Array>())
        }
        _ => {
            let label = |date| period.label(period.of(date));
            table::optional_strings(dates.map(|date| date.map(label)))
        }
    }))
}
