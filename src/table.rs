//! The one shape in which results leave: named Arrow columns and the manifest that explains them.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, LargeStringArray, RecordBatch,
};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// How a result came about: corpus, verb, options, base; whatever a reader needs to repeat it.
pub type Manifest = Map<String, Value>;

/// Named columns of equal length, and their manifest.
#[derive(Clone, Debug)]
pub struct Table {
    batch: RecordBatch,
    manifest: Manifest,
}

impl Table {
    /// A table of these columns, which must be equally long and have different names; the manifest
    /// says how long.
    pub fn new(columns: Vec<(String, ArrayRef)>, mut manifest: Manifest) -> Self {
        let rows = columns.first().map_or(0, |(_, column)| column.len());
        manifest.insert("rows".into(), Value::from(rows));
        assert!(
            columns.iter().all(|(_, column)| column.len() == rows),
            "columns of equal length"
        );
        let field = |(name, column): &(String, ArrayRef)| {
            Field::new(name, column.data_type().clone(), true)
        };
        let schema = Schema::new(columns.iter().map(field).collect::<Vec<_>>());
        let arrays: Vec<ArrayRef> = columns.into_iter().map(|(_, column)| column).collect();
        let batch = if arrays.is_empty() {
            RecordBatch::new_empty(Arc::new(schema))
        } else {
            RecordBatch::try_new(Arc::new(schema), arrays).expect("columns that fit the schema")
        };
        Self { batch, manifest }
    }

    /// The columns as Arrow has them.
    pub fn batch(&self) -> &RecordBatch {
        &self.batch
    }

    /// How the table came about.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The same columns, limited to `length` rows from `offset` on; nothing is copied.
    #[must_use]
    pub fn slice(&self, offset: usize, length: usize) -> Self {
        let offset = offset.min(self.batch.num_rows());
        let length = length.min(self.batch.num_rows() - offset);
        Self {
            batch: self.batch.slice(offset, length),
            manifest: self.manifest.clone(),
        }
    }

    /// The rows of these numbers, in their order.
    #[must_use]
    pub fn take(&self, rows: &[u32]) -> Self {
        let schema = self.batch.schema();
        let columns = schema.fields().iter().zip(self.batch.columns());
        let taken = columns.map(|(field, column)| (field.name().clone(), take(column, rows)));
        Self {
            manifest: self.manifest.clone(),
            ..Self::new(taken.collect(), Manifest::new())
        }
    }
}

/// Checks that the names of a table's columns differ, which readers of tables rely on.
pub fn check_names<S: AsRef<str>>(names: &[S]) -> Result<()> {
    let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Error::Parameter(format!(
            "the columns of a table must differ in name, and {:?} would stand twice; rename it",
            pair[0]
        ))),
        None => Ok(()),
    }
}

/// A column of strings.
pub fn strings<S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> ArrayRef {
    Arc::new(LargeStringArray::from_iter_values(values))
}

/// A column of counts. They leave as signed integers, whose differences don't wrap around.
pub fn counts(values: impl IntoIterator<Item = u64>) -> ArrayRef {
    let signed = |count| i64::try_from(count).expect("fewer than 2^63 of anything");
    Arc::new(Int64Array::from_iter_values(values.into_iter().map(signed)))
}

/// A column of scores.
pub fn scores(values: impl IntoIterator<Item = f64>) -> ArrayRef {
    Arc::new(Float64Array::from_iter_values(values))
}

/// A column of scores, some of which may be missing.
pub fn optional_scores(values: impl IntoIterator<Item = Option<f64>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<Float64Array>())
}

/// The day from which dates are counted.
pub(crate) const EPOCH: Date = Date::constant(1970, 1, 1);

/// A date in days since 1970-01-01.
pub(crate) fn days(date: Date) -> i32 {
    date.since(EPOCH).expect("days between dates").get_days()
}

/// A column of counts, some of which may be missing.
pub fn optional_counts(values: impl IntoIterator<Item = Option<u64>>) -> ArrayRef {
    let signed = |count| i64::try_from(count).expect("fewer than 2^63 of anything");
    let values = values.into_iter().map(|count| count.map(signed));
    Arc::new(values.collect::<Int64Array>())
}

/// A column of days since 1970-01-01.
pub fn dates(values: impl IntoIterator<Item = Option<i32>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<Date32Array>())
}

/// A column of strings, some of which may be missing.
pub fn optional_strings<S: AsRef<str>>(values: impl IntoIterator<Item = Option<S>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<LargeStringArray>())
}

/// A column of truth values, some of which may be missing.
pub fn truths(values: impl IntoIterator<Item = Option<bool>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<BooleanArray>())
}

/// The rows of these numbers, in their order.
pub fn take(column: &ArrayRef, rows: &[u32]) -> ArrayRef {
    let indices = arrow_array::UInt32Array::from_iter_values(rows.iter().copied());
    arrow_select::take::take(column, &indices, None).expect("row numbers within the column")
}

/// Several arrays of one type as one.
pub fn concatenate(arrays: &[ArrayRef], data_type: &DataType) -> Result<ArrayRef, ArrowError> {
    match arrays {
        [] => Ok(arrow_array::new_empty_array(data_type)),
        [only] => Ok(only.clone()),
        several => {
            let parts: Vec<&dyn arrow_array::Array> = several.iter().map(AsRef::as_ref).collect();
            arrow_select::concat::concat(&parts)
        }
    }
}
