//! The few types that metadata columns have, and how columns of other types become one of them.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date64Type, Float16Type, Float32Type, Int8Type, Int16Type, Int32Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, Date32Array, Int64Array, LargeStringArray};
use arrow_schema::DataType;

use crate::error::{Error, Result};
use crate::table;
use crate::text::decoded;

const DAY_MILLISECONDS: i64 = 86_400_000;

/// A column in one of the types of metadata.
pub(super) fn canonical(name: &str, column: &ArrayRef) -> Result<ArrayRef> {
    let integers = |values: Vec<Option<i64>>| -> ArrayRef { Arc::new(Int64Array::from(values)) };
    Ok(match column.data_type() {
        DataType::LargeUtf8
        | DataType::Int64
        | DataType::Float64
        | DataType::Boolean
        | DataType::Date32
        | DataType::Timestamp(..) => column.clone(),
        DataType::Utf8 => table::optional_strings(column.as_string::<i32>().iter()),
        DataType::Utf8View => table::optional_strings(column.as_string_view().iter()),
        DataType::Null => Arc::new(LargeStringArray::new_null(column.len())),
        DataType::Int8 => integers(widened::<Int8Type, _>(column)),
        DataType::Int16 => integers(widened::<Int16Type, _>(column)),
        DataType::Int32 => integers(widened::<Int32Type, _>(column)),
        DataType::UInt8 => integers(widened::<UInt8Type, _>(column)),
        DataType::UInt16 => integers(widened::<UInt16Type, _>(column)),
        DataType::UInt32 => integers(widened::<UInt32Type, _>(column)),
        DataType::UInt64 => integers(signed(name, column)?),
        DataType::Float16 => reals(widened::<Float16Type, _>(column)),
        DataType::Float32 => reals(widened::<Float32Type, _>(column)),
        DataType::Date64 => Arc::new(days(name, column)?),
        DataType::Dictionary(_, values) if values.is_string() => {
            table::optional_strings(decoded(column)?)
        }
        other => {
            return Err(Error::Type(format!(
                "metadata column {name:?} must hold text, numbers, truth values, dates or times, got \
                 {other}; convert or drop it"
            )));
        }
    })
}

fn widened<T: ArrowPrimitiveType, W: From<T::Native>>(column: &ArrayRef) -> Vec<Option<W>> {
    column
        .as_primitive::<T>()
        .iter()
        .map(|value| value.map(W::from))
        .collect()
}

fn reals(values: Vec<Option<f64>>) -> ArrayRef {
    Arc::new(arrow_array::Float64Array::from(values))
}

fn signed(name: &str, column: &ArrayRef) -> Result<Vec<Option<i64>>> {
    let convert = |value: Option<u64>| value.map(i64::try_from).transpose();
    column
        .as_primitive::<UInt64Type>()
        .iter()
        .map(convert)
        .collect::<Result<_, _>>()
        .map_err(|_| {
            Error::Parameter(format!(
                "metadata column {name:?} must hold integers below 2^63"
            ))
        })
}

fn days(name: &str, column: &ArrayRef) -> Result<Date32Array> {
    let day = |milliseconds: i64| i32::try_from(milliseconds.div_euclid(DAY_MILLISECONDS));
    let convert = |value: Option<i64>| value.map(day).transpose();
    column
        .as_primitive::<Date64Type>()
        .iter()
        .map(convert)
        .collect::<Result<_, _>>()
        .map_err(|_| Error::Parameter(format!("metadata column {name:?} holds dates out of range")))
}
