//! Metadata: one row a document, columns with their types, and conditions on them.

use std::cmp::Ordering;
use std::sync::OnceLock;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Float64Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use foldhash::fast::FixedState;
use hashbrown::HashSet;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use serde::Serialize;
use xxhash_rust::xxh3::Xxh3;

use super::canonical::canonical;
use crate::error::{Error, Result};

/// Named columns with one row a document: text, integers, numbers, truth values, dates or times.
#[derive(Clone, Debug)]
pub struct Metadata {
    columns: Vec<(String, ArrayRef)>,
    n_rows: usize,
    /// The hash of all, once it was asked for.
    hash: OnceLock<u64>,
}

/// A value that a column is compared with. Dates and times are given as text in ISO 8601, where a
/// year, a month or a day stands for all of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Text, or the text of a date.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A number.
    Real(f64),
    /// A truth value.
    Truth(bool),
    /// A missing value.
    Missing,
}

/// What a document's value must be for the document to be kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// One of these.
    Among(Vec<Value>),
    /// Not below the first nor above the second, each of which may be absent.
    Between(Option<Value>, Option<Value>),
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

    /// For each row whether it meets the condition. A missing value meets only `Missing`.
    pub fn matching(&self, name: &str, condition: &Condition) -> Result<Vec<bool>> {
        let column = self.column(name)?;
        let within = |key: Key<'_>, low: Option<Key<'_>>, high: Option<Key<'_>>| {
            low.is_none_or(|low| key.compare(low).is_some_and(Ordering::is_ge))
                && high.is_none_or(|high| key.compare(high).is_some_and(Ordering::is_le))
        };
        let rows = 0..self.n_rows;
        Ok(match condition {
            Condition::Among(values) => {
                let ranges = values
                    .iter()
                    .map(|value| bounds(name, column.data_type(), value))
                    .collect::<Result<Vec<_>>>()?;
                // Of many values, text and integers are looked up.
                let (texts, integers) = (texts_of(&ranges), integers_of(&ranges));
                rows.map(|row| match Self::key(column, row) {
                    Some(Key::Text(text)) => texts.contains(text),
                    Some(Key::Integer(integer)) if integers.len() == ranges.len() => {
                        integers.contains(&integer)
                    }
                    Some(key) => ranges
                        .iter()
                        .flatten()
                        .any(|(low, high)| within(key, Some(*low), Some(*high))),
                    None => values.contains(&Value::Missing),
                })
                .collect()
            }
            Condition::Between(low, high) => {
                let low = match low {
                    Some(low) => bounds(name, column.data_type(), low)?,
                    None => None,
                };
                let high = match high {
                    Some(high) => bounds(name, column.data_type(), high)?,
                    None => None,
                };
                let (low, high) = (low.map(|(low, _)| low), high.map(|(_, high)| high));
                rows.map(|row| Self::key(column, row).is_some_and(|key| within(key, low, high)))
                    .collect()
            }
        })
    }
}

/// The first and the last key that a value stands for in a column; none for a missing value.
fn bounds<'a>(
    name: &str,
    column: &DataType,
    value: &'a Value,
) -> Result<Option<(Key<'a>, Key<'a>)>> {
    let same = |key| Ok(Some((key, key)));
    let mismatch = || {
        let given = serde_json::to_string(value).expect("a plain value");
        let message = format!(
            "metadata column {name:?} holds {}, got {given}",
            described(column)
        );
        Error::Parameter(message)
    };
    match (column, value) {
        (_, Value::Missing) => Ok(None),
        (DataType::LargeUtf8, Value::Text(text)) => same(Key::Text(text)),
        (DataType::Int64 | DataType::Float64, Value::Integer(integer)) => {
            same(Key::Integer(*integer))
        }
        (DataType::Int64 | DataType::Float64, Value::Real(real)) => same(Key::Real(*real)),
        (DataType::Boolean, Value::Truth(truth)) => same(Key::Truth(*truth)),
        (DataType::Date32, Value::Text(text)) => {
            let span = Span::read(text).filter(|span| !span.zoned);
            let span = span.ok_or_else(mismatch)?;
            let day = |at: i128| i64::try_from(at.div_euclid(DAY)).map(Key::Integer);
            let days = day(span.first).and_then(|first| Ok((first, day(span.last)?)));
            days.map(Some).map_err(|_| mismatch())
        }
        (DataType::Timestamp(unit, zone), Value::Text(text)) => {
            let span = Span::read(text).ok_or_else(mismatch)?;
            if span.zoned && zone.is_none() {
                return Err(Error::Parameter(format!(
                    "metadata column {name:?} holds times without a zone, got {text:?}; leave out its zone"
                )));
            }
            let tick = match unit {
                TimeUnit::Second => SECOND,
                TimeUnit::Millisecond => SECOND / 1_000,
                TimeUnit::Microsecond => SECOND / 1_000_000,
                TimeUnit::Nanosecond => 1,
            };
            let first = span.first.div_euclid(tick) + i128::from(span.first.rem_euclid(tick) > 0);
            let ticks = i64::try_from(first)
                .and_then(|first| Ok((first, i64::try_from(span.last.div_euclid(tick))?)));
            let (first, last) = ticks.map_err(|_| mismatch())?;
            Ok(Some((Key::Integer(first), Key::Integer(last))))
        }
        _ => Err(mismatch()),
    }
}

/// The texts among the keys that values stand for.
fn texts_of<'a>(ranges: &[Option<(Key<'a>, Key<'a>)>]) -> HashSet<&'a str, FixedState> {
    let texts = ranges.iter().flatten().filter_map(|(key, _)| match key {
        Key::Text(text) => Some(*text),
        _ => None,
    });
    texts.collect()
}

/// The integers among them that stand for themselves.
fn integers_of(ranges: &[Option<(Key<'_>, Key<'_>)>]) -> HashSet<i64, FixedState> {
    let integers = ranges.iter().flatten().filter_map(|range| match range {
        (Key::Integer(first), Key::Integer(last)) if first == last => Some(*first),
        _ => None,
    });
    integers.collect()
}

const SECOND: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * SECOND;

/// The first and the last nanosecond, since 1970, of a year, month or day in ISO 8601, or those of one
/// moment, which are the same.
struct Span {
    first: i128,
    last: i128,
    /// Whether the text says how far from UTC its clock is.
    zoned: bool,
}

impl Span {
    fn read(text: &str) -> Option<Self> {
        let days = |first: Date, last: Date| Self {
            first: nanoseconds(first.to_datetime(Time::midnight())),
            last: nanoseconds(last.to_datetime(Time::midnight())) + DAY - 1,
            zoned: false,
        };
        match text.len() {
            4 => {
                let year: i16 = text.parse().ok()?;
                Some(days(
                    Date::new(year, 1, 1).ok()?,
                    Date::new(year, 12, 31).ok()?,
                ))
            }
            7 if text.as_bytes()[4] == b'-' => {
                let month: i8 = text.get(5..)?.parse().ok()?;
                let first = Date::new(text.get(..4)?.parse().ok()?, month, 1).ok()?;
                Some(days(first, first.last_of_month()))
            }
            10 => text.parse().ok().map(|date: Date| days(date, date)),
            _ => {
                let pieces = Pieces::parse(text).ok()?;
                let time = pieces.date().to_datetime(pieces.time()?);
                let offset = pieces.to_numeric_offset();
                let ahead = offset.map_or(0, |offset| i128::from(offset.seconds()) * SECOND);
                let at = nanoseconds(time) - ahead;
                Some(Self {
                    first: at,
                    last: at,
                    zoned: offset.is_some(),
                })
            }
        }
    }
}

fn nanoseconds(time: DateTime) -> i128 {
    let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    time.duration_since(epoch).as_nanos()
}

fn described(column: &DataType) -> &'static str {
    match column {
        DataType::Int64 => "integers",
        DataType::Float64 => "numbers",
        DataType::Boolean => "truth values",
        DataType::Date32 => "dates (as in \"2025\", \"2025-11\" or \"2025-11-21\")",
        DataType::Timestamp(..) => "times (as in \"2025-11-21\" or \"2025-11-21T09:30:00\")",
        _ => "text",
    }
}

/// What texts say of themselves, in the order in which its columns stand.
const DERIVED: [&str; 5] = ["headline", "date", "place", "agency", "format"];

/// The rows of both, one behind the other: first the columns that came with the documents of either,
/// then those read off the texts. Each comes with the number of the former, and so does the result.
///
/// Errors: [`Error::Type`] for a column that has different types.
pub(super) fn joined(
    (first, first_own): (&Metadata, usize),
    (second, second_own): (&Metadata, usize),
) -> Result<(Metadata, usize)> {
    let mut names: Vec<&str> = first.names().take(first_own).collect();
    for name in second.names().take(second_own) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let own = names.len();
    let known = |name: &str| {
        first
            .names()
            .chain(second.names())
            .any(|known| known == name)
    };
    let derived = DERIVED.into_iter().filter(|name| known(name));
    names.extend(
        derived
            .filter(|name| !names.contains(name))
            .collect::<Vec<_>>(),
    );
    // A column that came with the documents of one is not mixed with what is read off the texts of the other.
    let brought = |(number, name): (usize, &str)| {
        let from = |metadata: &Metadata, n_own: usize| {
            let known = metadata.names().position(|known| known == name);
            known.filter(|at| number >= own || *at < n_own)
        };
        let parts = [
            (from(first, first_own), first),
            (from(second, second_own), second),
        ];
        Ok((name.to_owned(), joined_column(name, parts)?))
    };
    let columns = names
        .into_iter()
        .enumerate()
        .map(brought)
        .collect::<Result<_>>()?;
    Ok((
        Metadata::try_new(columns, first.n_rows + second.n_rows)?,
        own,
    ))
}

/// One column of two corpora, of each by its number, if it has it.
fn joined_column(name: &str, parts: [(Option<usize>, &Metadata); 2]) -> Result<ArrayRef> {
    let parts = parts.map(|(at, metadata)| {
        let column = at.map(|at| metadata.columns[at].1.clone());
        (column, metadata.n_rows)
    });
    let is_empty = |column: &ArrayRef| column.null_count() == column.len();
    let types = parts.iter().filter_map(|(column, _)| column.as_ref());
    let mut types: Vec<&DataType> = types
        .filter(|column| !is_empty(column))
        .map(Array::data_type)
        .collect();
    types.dedup();
    let data_type = match types.as_slice() {
        [] => parts
            .iter()
            .find_map(|(column, _)| column.as_ref().map(|column| column.data_type().clone()))
            .unwrap_or(DataType::LargeUtf8),
        [one] => (*one).clone(),
        [DataType::Int64, DataType::Float64] | [DataType::Float64, DataType::Int64] => {
            DataType::Float64
        }
        [one, other, ..] => {
            let message = format!(
                "metadata column {name:?} must have one type, got {one} and {other}; convert one"
            );
            return Err(Error::Type(message));
        }
    };
    let parts = parts.map(|(column, n_rows)| match column {
        Some(column) if *column.data_type() == data_type => column,
        Some(column) if !is_empty(&column) => real(&column),
        _ => arrow_array::new_null_array(&data_type, n_rows),
    });
    crate::table::concatenate(&parts, &data_type).map_err(|error| Error::Limit(error.to_string()))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a column of reals and integers is one of reals"
)]
fn real(integers: &ArrayRef) -> ArrayRef {
    let reals = integers
        .as_primitive::<Int64Type>()
        .unary::<_, Float64Type>(|integer| integer as f64);
    std::sync::Arc::new(reals)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::table;

    fn rows(column: ArrayRef, condition: &Condition) -> Vec<bool> {
        let n_rows = column.len();
        let metadata = Metadata::try_new(vec![("x".into(), column)], n_rows).expect("a column");
        metadata
            .matching("x", condition)
            .expect("a condition that fits")
    }

    fn text(value: &str) -> Value {
        Value::Text(value.into())
    }

    #[test]
    fn years_months_and_days_stand_for_all_their_days() {
        let days = table::dates([
            Some(-1),
            Some(0),
            Some(30),
            Some(31),
            Some(364),
            Some(365),
            None,
        ]);
        let among = |value| rows(days.clone(), &Condition::Among(vec![text(value)]));
        assert_eq!(among("1970"), [false, true, true, true, true, false, false]);
        assert_eq!(
            among("1970-01"),
            [false, true, true, false, false, false, false]
        );
        assert_eq!(
            among("1970-02-01"),
            [false, false, false, true, false, false, false]
        );
        let between = Condition::Between(Some(text("1970-01-31")), None);
        assert_eq!(
            rows(days, &between),
            [false, false, true, true, true, true, false]
        );
    }

    #[test]
    fn the_last_day_of_a_range_of_times_counts_to_its_end() {
        let times: ArrayRef = Arc::new(arrow_array::TimestampMillisecondArray::from(vec![
            86_399_999, 86_400_000,
        ]));
        let condition = Condition::Between(None, Some(text("1970-01-01")));
        assert_eq!(rows(times, &condition), [true, false]);
    }

    #[test]
    fn integers_meet_bounds_with_a_fraction() {
        let numbers: ArrayRef =
            Arc::new(arrow_array::Int16Array::from(vec![Some(1), Some(2), None]));
        let condition = Condition::Between(Some(Value::Real(1.5)), None);
        assert_eq!(rows(numbers.clone(), &condition), [false, true, false]);
        let missing = Condition::Among(vec![Value::Missing, Value::Integer(1)]);
        assert_eq!(rows(numbers, &missing), [true, false, true]);
    }
}
