//! Conditions on metadata, and the keys that a given value stands for in a column.

use std::cmp::Ordering;

use arrow_array::ArrayRef;
use arrow_schema::{DataType, TimeUnit};
use foldhash::fast::FixedState;
use hashbrown::HashSet;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use serde::Serialize;

use super::{Key, Metadata};
use crate::error::{Error, Result};

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

impl Metadata {
    /// For each row whether it meets the condition. A missing value meets only `Missing`.
    pub fn matching<'c>(&self, name: &str, condition: &'c Condition) -> Result<Vec<bool>> {
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
                let met: Vec<bool> = rows
                    .map(|row| match Self::key(column, row) {
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
                    .collect();
                let are_texts = || values.iter().all(|value| matches!(value, Value::Text(_)));
                if !texts.is_empty() && are_texts() && !met.contains(&true) {
                    self.refuse_unknown(name, values)?;
                }
                met
            }
            Condition::Between(low, high) => {
                let of_text = column.data_type() == &DataType::LargeUtf8;
                if let (true, Some(Value::Text(first)), Some(Value::Text(last))) =
                    (of_text, low, high)
                    && [first, last]
                        .into_iter()
                        .all(|bound| self.names_value(column, bound))
                {
                    let message = format!(
                        "a tuple of two is a range, and metadata column {name:?} holds text, got \
                         ({first:?}, {last:?}), both values of it; several values are a list"
                    );
                    return Err(Error::Parameter(message));
                }
                if of_text {
                    for bound in [low, high].into_iter().flatten() {
                        self.refuse_letters(name, bound)?;
                    }
                }
                // Of dates that are text a year or a month stands for all of it too.
                let whole = match high {
                    Some(Value::Text(last)) if of_text && Span::read(last).is_some() => Some(last),
                    _ => None,
                };
                let in_last = |key: Key<'_>| match (key, whole) {
                    (Key::Text(text), Some(last)) => text.starts_with(last.as_str()),
                    _ => false,
                };
                let keys = |bound: &'c Option<Value>| match bound {
                    Some(bound) => bounds(name, column.data_type(), bound),
                    None => Ok(None),
                };
                let (from, to) = (
                    keys(low)?.map(|keys| keys.0),
                    keys(high)?.map(|keys| keys.1),
                );
                if let (Some(from), Some(to)) = (from, to)
                    && from.compare(to) == Some(Ordering::Greater)
                {
                    return Err(backwards(name, [low, high]));
                }
                let met = |key| within(key, from, to) || in_last(key) && within(key, from, None);
                rows.map(|row| Self::key(column, row).is_some_and(met))
                    .collect()
            }
        })
    }

    /// Refuses values of a column of text none of which any document has, unless it has no values at all.
    fn refuse_unknown(&self, name: &str, values: &[Value]) -> Result<()> {
        let known = self.texts_in(name)?;
        let Some(Value::Text(given)) = values.first() else {
            return Ok(());
        };
        if known.is_empty() {
            return Ok(());
        }
        let what = match name {
            "id" => "document id".to_owned(),
            _ => format!("value of metadata column {name:?}"),
        };
        Err(Error::unknown(what, given, known))
    }

    /// Refuses a date as a bound of text that is no date of ISO 8601, of which the letters would be compared.
    fn refuse_letters(&self, name: &str, bound: &Value) -> Result<()> {
        let Value::Text(date) = bound else {
            return Ok(());
        };
        if Span::read(date).is_none() {
            return Ok(());
        }
        // Four digits may be a code.
        let is_year = date.len() == 4;
        let is_other = |text: &&str| {
            let looks_dated = || {
                text.contains(|mark: char| mark.is_ascii_digit())
                    && text.contains(['/', '.', ' ', ','])
            };
            Span::read(text).is_none() && (!is_year || looks_dated())
        };
        let Some(other) = self.texts_in(name)?.into_iter().find(is_other) else {
            return Ok(());
        };
        Err(Error::Parameter(format!(
            "metadata column {name:?} holds text, and {other:?} is no date as {date:?} is, so that a range of dates \
             would compare their letters; make it a column of dates, or write all as in \"2031-03-04\""
        )))
    }

    /// The texts of a column, in the order of the rows.
    fn texts_in(&self, name: &str) -> Result<Vec<&str>> {
        let column = self.column(name)?;
        let text = |row| match Self::key(column, row) {
            Some(Key::Text(text)) => Some(text),
            _ => None,
        };
        Ok((0..self.n_rows).filter_map(text).collect())
    }

    /// Whether a text, which is no date or number, is one of a column's.
    fn names_value(&self, column: &ArrayRef, text: &str) -> bool {
        let is_name = !text.starts_with(|first: char| first.is_ascii_digit());
        let equals = |row| matches!(Self::key(column, row), Some(Key::Text(own)) if own == text);
        is_name && (0..self.n_rows).any(equals)
    }
}

fn backwards(name: &str, range: [&Option<Value>; 2]) -> Error {
    let [first, last] = range.map(|bound| serde_json::to_string(bound).expect("a plain value"));
    Error::Parameter(format!(
        "a range must be (first, last); that of metadata column {name:?} runs backwards, got ({first}, {last})"
    ))
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{Array, ArrayRef};

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
