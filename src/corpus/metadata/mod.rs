//! Metadata: one row a document, columns with their types.

mod conditions;
mod joining;
mod matching;

use std::cmp::Ordering;
use std::sync::OnceLock;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Float64Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use xxhash_rust::xxh3::Xxh3;

use super::canonical::canonical;
use crate::error::{Error, Result};

pub use conditions::{Condition, Value};
pub(super) use joining::joined;
pub use matching::Missing;
pub(super) use matching::{joined_on, matched};

/// Named columns with one row a document: text, integers, numbers, truth values, dates or times.
#[derive(Clone, Debug)]
pub struct Metadata {
    columns: Vec<(String, ArrayRef)>,
    n_rows: usize,
    /// The hash of all, once it was asked for.
    hash: OnceLock<u64>,
}

/// A value of a column in a form that compares: times and dates are integers in the column's unit.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) enum Key<'a> {
    Text(&'a str),
    Integer(i64),
    Real(f64),
    Truth(bool),
}

impl Key<'_> {
    /// Order within a column; missing values come last, as does what is not a number, whatever its sign.
    /// The two zeros are one.
    pub(super) fn order(left: Option<Key<'_>>, right: Option<Key<'_>>) -> Ordering {
        let unsigned = |real: f64| if real.is_nan() { f64::NAN } else { real + 0.0 };
        match (left, right) {
            (Some(Key::Real(left)), Some(Key::Real(right))) => {
                unsigned(left).total_cmp(&unsigned(right))
            }
            (Some(left), Some(right)) => left.partial_cmp(&right).unwrap_or(Ordering::Equal),
            (left, right) => left.is_none().cmp(&right.is_none()),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a bound with a fraction asks for real numbers"
    )]
    fn real(self) -> Option<f64> {
        match self {
            Self::Integer(integer) => Some(integer as f64),
            Self::Real(real) => Some(real),
            Self::Text(_) | Self::Truth(_) => None,
        }
    }

    /// Passes the value on to a hash, so that different values are different bytes.
    fn feed(self, hasher: &mut Xxh3) {
        match self {
            Self::Text(text) => {
                hasher.update(&(text.len() as u64).to_le_bytes());
                hasher.update(text.as_bytes());
            }
            Self::Integer(integer) => hasher.update(&integer.to_le_bytes()),
            Self::Real(real) => hasher.update(&real.to_bits().to_le_bytes()),
            Self::Truth(truth) => hasher.update(&[u8::from(truth)]),
        }
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(left), Self::Integer(right)) => Some(left.cmp(&right)),
            (Self::Integer(_), Self::Real(_)) | (Self::Real(_), Self::Integer(_)) => {
                self.real()?.partial_cmp(&other.real()?)
            }
            _ => self.partial_cmp(&other),
        }
    }
}

impl Metadata {
    /// No columns, for so many documents.
    pub fn empty(n_rows: usize) -> Self {
        Self {
            columns: Vec::new(),
            n_rows,
            hash: OnceLock::new(),
        }
    }

    /// These columns, in the few types that metadata have: every integer becomes 64 bits wide,
    /// every number a double, categories their text.
    pub fn try_new(columns: Vec<(String, ArrayRef)>, n_rows: usize) -> Result<Self> {
        let mut metadata = Self::empty(n_rows);
        for (name, column) in columns {
            if column.len() != n_rows {
                return Err(Error::Parameter(format!(
                    "metadata column {name:?} must have {n_rows} rows, got {}",
                    column.len()
                )));
            }
            if name.contains('\0') {
                return Err(Error::nul_in_name(&name));
            }
            if metadata.names().any(|known| known == name) {
                let message =
                    format!("metadata columns must differ in name: {name:?} stands twice");
                return Err(Error::Parameter(message));
            }
            let column = canonical(&name, &column)?;
            metadata.columns.push((name, column));
        }
        Ok(metadata)
    }

    /// These columns and, behind them, those of `others` whose names they don't have.
    pub(super) fn with_missing(self, others: Vec<(String, ArrayRef)>) -> Result<Self> {
        let Self {
            mut columns,
            n_rows,
            ..
        } = self;
        for (name, column) in others {
            if columns.iter().all(|(known, _)| *known != name) {
                columns.push((name, column));
            }
        }
        Self::try_new(columns, n_rows)
    }

    /// The names of the columns, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// The names and the columns.
    pub fn columns(&self) -> &[(String, ArrayRef)] {
        &self.columns
    }

    /// A hash of all names, types and values, in hexadecimal.
    pub fn hash(&self) -> String {
        let hash = self.hash.get_or_init(|| {
            let mut hasher = Xxh3::new();
            for (name, column) in &self.columns {
                Key::Text(name).feed(&mut hasher);
                Key::Text(&column.data_type().to_string()).feed(&mut hasher);
                for row in 0..self.n_rows {
                    let key = Self::key(column, row);
                    hasher.update(&[u8::from(key.is_some())]);
                    if let Some(key) = key {
                        key.feed(&mut hasher);
                    }
                }
            }
            hasher.digest()
        });
        format!("{hash:016x}")
    }

    /// The number of rows, which is that of the documents.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// The column of this name; an error lists the known ones.
    pub fn column(&self, name: &str) -> Result<&ArrayRef> {
        let found = self.columns.iter().find(|(known, _)| known == name);
        found
            .map(|(_, column)| column)
            .ok_or_else(|| Error::unknown("metadata column", name, self.names()))
    }

    /// The values of a column as text, which those of ids must be; none may be missing.
    pub fn texts(&self, name: &str) -> Result<Vec<String>> {
        let column = self.column(name)?;
        // Dates and times have integers for keys, which nobody would know again.
        if !matches!(column.data_type(), DataType::LargeUtf8 | DataType::Int64) {
            return Err(Error::Type(format!(
                "column {name:?} must hold text or integers, got {}",
                column.data_type()
            )));
        }
        let text = |row| match Self::key(column, row) {
            Some(Key::Text(text)) => Ok(text.to_owned()),
            Some(Key::Integer(integer)) => Ok(integer.to_string()),
            Some(_) => unreachable!("text and integers"),
            None => Err(Error::Parameter(format!(
                "{name}s must not be missing: that of row {row} is"
            ))),
        };
        (0..self.n_rows).map(text).collect()
    }

    /// The value of a column in a row.
    pub(super) fn key(column: &ArrayRef, row: usize) -> Option<Key<'_>> {
        if column.is_null(row) {
            return None;
        }
        Some(match column.data_type() {
            DataType::Int64 => Key::Integer(column.as_primitive::<Int64Type>().value(row)),
            DataType::Float64 => Key::Real(column.as_primitive::<Float64Type>().value(row)),
            DataType::Boolean => Key::Truth(column.as_boolean().value(row)),
            DataType::Date32 => Key::Integer(column.as_primitive::<Date32Type>().value(row).into()),
            DataType::Timestamp(unit, _) => Key::Integer(match unit {
                TimeUnit::Second => column.as_primitive::<TimestampSecondType>().value(row),
                TimeUnit::Millisecond => {
                    column.as_primitive::<TimestampMillisecondType>().value(row)
                }
                TimeUnit::Microsecond => {
                    column.as_primitive::<TimestampMicrosecondType>().value(row)
                }
                TimeUnit::Nanosecond => column.as_primitive::<TimestampNanosecondType>().value(row),
            }),
            _ => Key::Text(column.as_string::<i64>().value(row)),
        })
    }
}
