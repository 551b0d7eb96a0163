//! Cells: fields of JSON objects, kept by column until all are known and the types are clear.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use arrow_array::builder::LargeStringBuilder;
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, TimestampMicrosecondArray};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use regex::Regex;
use serde_json::{Map, Number, Value as Json};

use super::Metadata;
use crate::error::Result;
use crate::table;

/// The fields of some objects, a column each in the order in which they first come.
#[derive(Default)]
pub(super) struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
    cells: Vec<Cells>,
    n_rows: usize,
}

/// The values of a column in the narrowest type that holds those seen so far.
enum Cells {
    /// None is known, of so many.
    Missing(usize),
    Truths(Vec<Option<bool>>),
    /// Integers or not: only all of them tell.
    Numbers(Vec<Option<Number>>),
    /// Days since 1970-01-01.
    Days(Vec<Option<i32>>),
    /// Times as they are written, all with a zone or all without.
    Times(LargeStringBuilder, Clock),
    /// Text, and the JSON of whatever else stands in such a column.
    Texts(LargeStringBuilder),
}

/// What a time is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// That of a place which is not told.
    Local,
    /// That of a zone, whose distance from UTC is told.
    Zoned,
}

impl Columns {
    /// Adds a row. Fields that it lacks are missing there.
    pub(super) fn push(&mut self, fields: Map<String, Json>) {
        for (name, value) in fields {
            let cells = self.column(name);
            cells.push(value);
        }
        self.n_rows += 1;
    }

    /// Adds the rows of others behind those that are here.
    pub(super) fn append(&mut self, others: Self) {
        for (name, cells) in others.names.into_iter().zip(others.cells) {
            self.column(name).append(cells);
        }
        self.n_rows += others.n_rows;
    }

    /// The column of this name, filled up to the row that is under way.
    fn column(&mut self, name: String) -> &mut Cells {
        let place = *self.places.entry(name).or_insert_with_key(|name| {
            self.names.push(name.clone());
            self.cells.push(Cells::Missing(0));
            self.cells.len() - 1
        });
        let cells = &mut self.cells[place];
        cells.append_missing(self.n_rows - cells.len());
        cells
    }

    /// The columns as metadata.
    pub(super) fn finish(self) -> Result<Metadata> {
        let column = |(name, mut cells): (String, Cells)| {
            cells.append_missing(self.n_rows - cells.len());
            (name, cells.finish())
        };
        let columns = self.names.into_iter().zip(self.cells).map(column);
        Metadata::try_new(columns.collect(), self.n_rows)
    }
}

impl Cells {
    fn len(&self) -> usize {
        match self {
            Self::Missing(n) => *n,
            Self::Truths(cells) => cells.len(),
            Self::Numbers(cells) => cells.len(),
            Self::Days(cells) => cells.len(),
            Self::Texts(cells) | Self::Times(cells, _) => {
                arrow_array::builder::ArrayBuilder::len(cells)
            }
        }
    }

    fn push(&mut self, value: Json) {
        match (&mut *self, value) {
            (_, Json::Null) => self.append_missing(1),
            (Self::Truths(cells), Json::Bool(truth)) => cells.push(Some(truth)),
            (Self::Numbers(cells), Json::Number(number)) => cells.push(Some(number)),
            (Self::Texts(cells), Json::String(text)) => cells.append_value(text),
            (Self::Times(cells, clock), Json::String(text))
                if time(&text).is_some_and(|(_, own)| own == *clock) =>
            {
                cells.append_value(text);
            }
            (_, value) => self.append(Self::of(value)),
        }
    }

    /// A column of one value, which is not null.
    fn of(value: Json) -> Self {
        match value {
            Json::Bool(truth) => Self::Truths(vec![Some(truth)]),
            Json::Number(number) => Self::Numbers(vec![Some(number)]),
            Json::String(text) => match (day(&text), time(&text)) {
                (Some(day), _) => Self::Days(vec![Some(day)]),
                (_, Some((_, clock))) => Self::Times(only(&text), clock),
                _ => Self::Texts(only(&text)),
            },
            other => Self::Texts(only(&other.to_string())),
        }
    }

    fn append_missing(&mut self, n: usize) {
        match self {
            Self::Missing(before) => *before += n,
            Self::Truths(cells) => cells.resize(cells.len() + n, None),
            Self::Numbers(cells) => cells.resize(cells.len() + n, None),
            Self::Days(cells) => cells.resize(cells.len() + n, None),
            Self::Texts(cells) | Self::Times(cells, _) => cells.append_nulls(n),
        }
    }

    fn append(&mut self, others: Self) {
        match (&mut *self, others) {
            (_, Self::Missing(n)) => self.append_missing(n),
            (Self::Missing(n), others) => {
                let n = *n;
                *self = others.like();
                self.append_missing(n);
                self.append(others);
            }
            (Self::Truths(cells), Self::Truths(others)) => cells.extend(others),
            (Self::Numbers(cells), Self::Numbers(others)) => cells.extend(others),
            (Self::Days(cells), Self::Days(others)) => cells.extend(others),
            (Self::Times(cells, clock), Self::Times(mut others, own)) if *clock == own => {
                let others = others.finish();
                others.iter().for_each(|text| cells.append_option(text));
            }
            (Self::Texts(cells), others) => others.each_text(|text| match text {
                Some(text) => cells.append_value(text),
                None => cells.append_null(),
            }),
            (_, others) => {
                let mut texts = Self::Texts(LargeStringBuilder::new());
                texts.append(std::mem::replace(self, Self::Missing(0)));
                *self = texts;
                self.append(others);
            }
        }
    }

    /// A column of the same type without values.
    fn like(&self) -> Self {
        match self {
            Self::Missing(_) => Self::Missing(0),
            Self::Truths(_) => Self::Truths(Vec::new()),
            Self::Numbers(_) => Self::Numbers(Vec::new()),
            Self::Days(_) => Self::Days(Vec::new()),
            Self::Times(_, clock) => Self::Times(LargeStringBuilder::new(), *clock),
            Self::Texts(_) => Self::Texts(LargeStringBuilder::new()),
        }
    }

    /// Passes on each value as it stood in the JSON.
    fn each_text(self, mut pass: impl FnMut(Option<&str>)) {
        match self {
            Self::Missing(n) => (0..n).for_each(|_| pass(None)),
            Self::Truths(cells) => each_written(cells, pass),
            Self::Numbers(cells) => each_written(cells, pass),
            Self::Days(cells) => {
                let date = |days: i32| table::EPOCH + days.days();
                each_written(cells.into_iter().map(|cell| cell.map(date)), pass);
            }
            Self::Texts(mut cells) | Self::Times(mut cells, _) => {
                cells.finish().iter().for_each(pass);
            }
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Missing(n) => table::optional_strings(std::iter::repeat_n(None::<&str>, n)),
            Self::Truths(cells) => table::truths(cells),
            Self::Numbers(cells) if cells.iter().flatten().all(Number::is_i64) => {
                let integers = cells.iter().map(|cell| cell.as_ref()?.as_i64());
                Arc::new(integers.collect::<Int64Array>())
            }
            Self::Numbers(cells) => {
                let numbers = cells.iter().map(|cell| cell.as_ref()?.as_f64());
                Arc::new(numbers.collect::<Float64Array>())
            }
            Self::Days(cells) => table::dates(cells),
            Self::Times(mut cells, clock) => {
                let known = |text: &str| time(text).expect("a time when it came").0;
                let times = cells.finish();
                let times = times.iter().map(|text| text.map(known));
                let times = times.collect::<TimestampMicrosecondArray>();
                match clock {
                    Clock::Local => Arc::new(times),
                    Clock::Zoned => Arc::new(times.with_timezone("UTC")),
                }
            }
            Self::Texts(mut cells) => {
                let mut texts: ArrayRef = Arc::new(cells.finish());
                texts.shrink_to_fit();
                texts
            }
        }
    }
}

fn only(text: &str) -> LargeStringBuilder {
    let mut cells = LargeStringBuilder::new();
    cells.append_value(text);
    cells
}

/// Passes on each value as it is written.
fn each_written<T: ToString>(
    cells: impl IntoIterator<Item = Option<T>>,
    mut pass: impl FnMut(Option<&str>),
) {
    for cell in cells {
        pass(cell.map(|value| value.to_string()).as_deref());
    }
}

/// The days since 1970-01-01 of a date that is written as `2025-11-21` is.
fn day(text: &str) -> Option<i32> {
    let shape = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    if text.len() != 10 || !text.bytes().enumerate().all(shape) {
        return None;
    }
    text.parse().ok().map(table::days)
}

/// How a time is written, as `_tables.py` has it of CSV.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    let clock = r"[0-9]{2}:[0-9]{2}(:[0-5][0-9](\.[0-9]{1,6})?)?";
    let zone = "Z|[-+][0-9]{2}:?[0-9]{2}";
    Regex::new(&format!("^{date}[T ]{clock}(?<zone>{zone})?$")).expect("a valid expression")
});

/// The longest time, as `2025-11-21T09:30:00.123456+01:00`.
const LONGEST_TIME: usize = 32;

/// The microseconds since 1970-01-01 of a time; of one without a zone as if it were UTC.
fn time(text: &str) -> Option<(i64, Clock)> {
    if text.len() > LONGEST_TIME || !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let written = TIME.captures(text)?;
    let (instant, clock) = if written.name("zone").is_some() {
        (text.parse::<Timestamp>().ok()?, Clock::Zoned)
    } else {
        let local: DateTime = text.parse().ok()?;
        (TimeZone::UTC.to_timestamp(local).ok()?, Clock::Local)
    };
    Some((instant.as_microsecond(), clock))
}

#[cfg(test)]
mod tests {
    use arrow_array::TimestampMicrosecondArray;
    use jiff::civil::Date;
    use jiff::fmt::strtime;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// The column of a field by the rule itself, from all values at once.
    fn narrowest(values: &[Json]) -> ArrayRef {
        let known: Vec<&Json> = values.iter().filter(|value| !value.is_null()).collect();
        let all = |holds: &dyn Fn(&Json) -> bool| {
            !known.is_empty() && known.iter().all(|value| holds(value))
        };
        let date = |value: &Json| {
            let date: Option<Date> = value.as_str().and_then(|text| text.parse().ok());
            date.filter(|date| value.as_str() == Some(&date.to_string()))
        };
        // The time of day is read by a format, as it stands in the values below.
        let instant = |value: &Json, format: &str| {
            let told = strtime::parse(format, value.as_str()?).ok()?;
            let local = TimeZone::UTC.to_timestamp(told.to_datetime().ok()?).ok()?;
            let offset = told
                .offset()
                .map_or(0, |offset| i64::from(offset.seconds()));
            Some(local.as_microsecond() - offset * 1_000_000)
        };
        let times = |format: &'static str| {
            let known = all(&|value| instant(value, format).is_some());
            let all = || values.iter().map(|value| instant(value, format));
            known.then(|| all().collect::<TimestampMicrosecondArray>())
        };
        let rows = values.iter();
        if let Some(times) = times("%Y-%m-%d %H:%M:%S") {
            Arc::new(times)
        } else if let Some(times) = times("%Y-%m-%dT%H:%M:%S%.f%:z") {
            Arc::new(times.with_timezone("UTC"))
        } else if all(&Json::is_boolean) {
            table::truths(rows.map(Json::as_bool))
        } else if all(&Json::is_i64) {
            Arc::new(rows.map(Json::as_i64).collect::<Int64Array>())
        } else if all(&Json::is_number) {
            Arc::new(rows.map(Json::as_f64).collect::<Float64Array>())
        } else if all(&|value| date(value).is_some()) {
            let days = |date: Date| date.since(table::EPOCH).expect("a date").get_days();
            table::dates(rows.map(|value| date(value).map(days)))
        } else {
            table::optional_strings(rows.map(|value| match value {
                Json::Null => None,
                Json::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            }))
        }
    }

    fn value() -> impl Strategy<Value = Json> {
        prop_oneof![
            4 => Just(Json::Null),
            1 => any::<bool>().prop_map(Json::from),
            1 => any::<i64>().prop_map(Json::from),
            1 => (i64::MAX as u64..).prop_map(Json::from),
            1 => (-9_i64..9).prop_map(Json::from),
            1 => any::<f64>().prop_map(Json::from),
            1 => (0..60_u32).prop_map(|day| json!(format!("2024-02-{day:02}"))),
            1 => (0..40_u32).prop_map(|day| json!(format!("2024-02-{day:02} 23:59:07"))),
            1 => (-3..3_i32, 0..30_u32).prop_map(|(zone, day)| {
                json!(format!("2024-02-{day:02}T22:10:59.25{zone:+03}:30"))
            }),
            1 => Just(json!("0000-01-01")),
            1 => Just(json!("2025-W47-5")),
            1 => "[a-z中]{0,3}".prop_map(Json::from),
            1 => Just(json!([1, "a", null])),
            1 => Just(json!({"a": 1.50})),
        ]
    }

    /// Rows of a few fields, more of one kind than chance gives.
    fn rows() -> impl Strategy<Value = Vec<Map<String, Json>>> {
        let kinds = prop::collection::vec(value(), 1..3);
        let row = kinds.prop_flat_map(|kinds| {
            let cell = prop_oneof![prop::sample::select(kinds), Just(Json::Null)];
            prop::collection::vec(("[abc]", cell), 0..3)
        });
        prop::collection::vec(row.prop_map(|row| row.into_iter().collect()), 0..12)
    }

    proptest! {
        #[test]
        fn columns_cut_anywhere_are_those_of_all_rows_at_once(
            rows in rows(),
            cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        ) {
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(rows.len() + 1)).collect();
            cuts.extend([0, rows.len()]);
            cuts.sort_unstable();
            let mut columns = Columns::default();
            for cut in cuts.windows(2) {
                let mut part = Columns::default();
                rows[cut[0]..cut[1]].iter().for_each(|row| part.push(row.clone()));
                columns.append(part);
            }
            let mut names: Vec<&String> = Vec::new();
            for name in rows.iter().flat_map(Map::keys) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let found = columns.finish().expect("columns of one length");
            prop_assert_eq!(found.names().collect::<Vec<_>>(), names);
            for (name, column) in found.columns() {
                let missing = Json::Null;
                let values: Vec<Json> =
                    rows.iter().map(|row| row.get(name).unwrap_or(&missing).clone()).collect();
                prop_assert_eq!(column.to_data(), narrowest(&values).to_data());
            }
        }
    }
}
