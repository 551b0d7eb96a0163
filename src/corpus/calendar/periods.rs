//! Periods: days, weeks, months and longer, as whole numbers that follow one another.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array};
use jiff::civil::Date;

use crate::error::{Error, Result};
use crate::table::{self, EPOCH, days};

/// The length of a period, by the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A day.
    Day,
    /// A week of ISO 8601, which begins on a Monday.
    Week,
    /// A month.
    Month,
    /// Three months, from January on.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0 on.
    Decade,
}

const PERIODS: [(&str, Period); 6] = [
    ("day", Period::Day),
    ("week", Period::Week),
    ("month", Period::Month),
    ("quarter", Period::Quarter),
    ("year", Period::Year),
    ("decade", Period::Decade),
];

/// The Monday before the day from which days are counted, which was a Thursday.
const MONDAY: i32 = -3;

impl Period {
    /// The period of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        let known = PERIODS.iter().find(|(known, _)| *known == name);
        let names = PERIODS.iter().map(|(name, _)| name);
        known
            .map(|(_, period)| *period)
            .ok_or_else(|| Error::unknown("by", name, names))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        let found = PERIODS.iter().find(|(_, period)| *period == self);
        found.expect("every period has a name").0
    }

    /// The number of the period in which a day lies.
    pub(crate) fn of(self, day: Date) -> i32 {
        let (year, month) = (i32::from(day.year()), i32::from(day.month()) - 1);
        match self {
            Self::Day => days(day),
            Self::Week => (days(day) - MONDAY).div_euclid(7),
            Self::Month => year * 12 + month,
            Self::Quarter => year * 4 + month / 3,
            Self::Year => year,
            Self::Decade => year.div_euclid(10),
        }
    }

    /// The first day of a period, or the first day of all where it would begin before.
    pub(crate) fn first_day(self, number: i32) -> Date {
        match self {
            Self::Day => day(number),
            Self::Week => day(number * 7 + MONDAY),
            Self::Month => date(number.div_euclid(12), number.rem_euclid(12) + 1),
            Self::Quarter => date(number.div_euclid(4), number.rem_euclid(4) * 3 + 1),
            Self::Year => date(number, 1),
            Self::Decade => date(number * 10, 1),
        }
    }

    /// A period as ISO 8601 writes it, as far as it does: `2031-03-04`, `2031-W10`, `2031-03`, `2031-Q1`,
    /// `2031`, `2030s`.
    pub(crate) fn label(self, number: i32) -> String {
        let first = self.first_day(number);
        match self {
            Self::Day => first.to_string(),
            Self::Week => {
                // The week belongs to the year of its Thursday.
                let week = day(number * 7 + MONDAY + 3).iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month => format!("{:04}-{:02}", first.year(), first.month()),
            Self::Quarter => format!("{:04}-Q{}", first.year(), (first.month() - 1) / 3 + 1),
            Self::Year => format!("{number:04}"),
            Self::Decade => format!("{:04}s", number * 10),
        }
    }

    /// The periods of some dates, in a form that is in the order of time: days as dates, years as numbers,
    /// others as text ([`label`](Self::label)).
    pub(in crate::corpus) fn labels(self, dates: Vec<Option<Date>>) -> ArrayRef {
        let dates = dates.into_iter();
        match self {
            Self::Day => table::dates(dates.map(|date| date.map(days))),
            Self::Year => {
                let years = dates.map(|date| date.map(|date| i64::from(date.year())));
                Arc::new(years.collect::<Int64Array>())
            }
            _ => {
                let label = |date| self.label(self.of(date));
                table::optional_strings(dates.map(|date| date.map(label)))
            }
        }
    }
}

/// The day of a number, or the nearest that a calendar has.
fn day(number: i32) -> Date {
    EPOCH.saturating_add(jiff::Span::new().days(number))
}

fn date(year: i32, month: i32) -> Date {
    let year = i16::try_from(year.clamp(1, 9999)).expect("a year of four digits");
    Date::constant(year, i8::try_from(month).expect("a month"), 1)
}

/// A day of a number of days since 1970-01-01, if it lies in years 1 to 9999.
pub(super) fn calendar_day(number: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(number).ok()?;
    let date = EPOCH.checked_add(span).ok()?;
    (date.year() >= 1).then_some(date)
}

/// The first day of a year from 1 to 9999.
pub(super) fn first_of_year(year: i64) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| *year >= 1)?;
    Date::new(year, 1, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_the_calendar() {
        let rows = [
            (Period::Day, "2024-02-29", "2024-02-29", "2024-02-29"),
            (Period::Week, "2021-01-03", "2020-12-28", "2020-W53"),
            (Period::Week, "1969-12-31", "1969-12-29", "1970-W01"),
            (Period::Month, "1969-12-31", "1969-12-01", "1969-12"),
            (Period::Quarter, "2031-06-30", "2031-04-01", "2031-Q2"),
            (Period::Year, "0099-06-30", "0099-01-01", "0099"),
            (Period::Decade, "1999-12-31", "1990-01-01", "1990s"),
            (Period::Decade, "0003-12-31", "0001-01-01", "0000s"),
        ];
        for (period, day, first, label) in rows {
            let number = period.of(day.parse().expect("a date"));
            assert_eq!(period.first_day(number).to_string(), first);
            assert_eq!(period.label(number), label);
        }
    }

    #[test]
    fn the_last_day_of_a_period_is_followed_by_the_next() {
        for (_, period) in PERIODS {
            for number in 700..760 {
                let first = period.first_day(number + 1);
                assert_eq!(period.of(first), number + 1);
                assert_eq!(period.of(first.yesterday().expect("a day")), number);
            }
        }
    }
}
