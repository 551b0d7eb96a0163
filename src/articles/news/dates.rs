//! Days as newspapers print them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::expressions::expression;

/// A month, in full or cut, with or without a stop; in capitals too.
pub(super) const MONTH: &str = r"(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";

/// The days of the week.
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// A day of the week, in full or cut.
pub(super) const WEEKDAY: &str =
    r"(?i:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?i:day)?\.?";

/// White space within a line: between the words of a day there may be a space that never breaks.
pub(super) const SPACE: &str = r"[ \t\x{A0}\x{202F}]";

/// A day and a month in either order and perhaps the year, as groups `month`, `day`, `month_after`,
/// `day_before` and `year`.
pub(super) fn day_and_month() -> String {
    format!(
        r"(?:(?<month>{MONTH})[ \t]+(?<day>\d{{1,2}})(?i:st|nd|rd|th)?|(?<day_before>\d{{1,2}})(?:(?i:st|nd|rd|th)|\.)?[ \t]+(?:of[ \t]+)?(?<month_after>{MONTH}))(?:,?[ \t]+(?<year>[12]\d{{3}}))?\b"
    )
}

static PRINTED: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [
        expression(
            r"\b(?<year>[12]\d{3})(?:-|/|\.|年)(?<number>\d{1,2})(?:-|/|\.|月)(?<day>\d{1,2})(?:\b|日|T)",
        ),
        // The hour may be glued to the year: `March 4, 20315:12 PM ET`.
        expression(&format!(r"\b{}", glued(&day_and_month())).replace(r"[ \t]", SPACE)),
        expression(
            r"\b(?<first>\d{1,2})(?:\.|/|-)(?<second>\d{1,2})(?:\.|/|-)(?<year>[12]\d{3})\b",
        ),
    ]
});

/// The same pattern with an hour right behind the year, or none.
fn glued(day: &str) -> String {
    let year = r"(?<year>[12]\d{3})";
    day.replace(year, &format!(r"{year}(?:\d{{1,2}}:\d{{2}})?"))
}

/// How often something like a day that is none is passed over.
const TRIES: usize = 3;

/// The first day in a line that is printed with day, month and year.
pub(super) fn day_in(line: &str) -> Option<Date> {
    if !has_year(line) {
        return None;
    }
    PRINTED.iter().find_map(|form| {
        let mut from = 0;
        // `10:12 March 4, 2031`: the minutes are no day.
        for _ in 0..TRIES {
            let captures = form.captures_at(line, from)?;
            if let Some(day) = day_of(&captures) {
                return Some(day);
            }
            let start = captures.get(0)?.start();
            let digits = line[start..].bytes().take_while(u8::is_ascii_digit).count();
            from = start + digits.max(1);
        }
        None
    })
}

/// Whether a line has the digits of a year.
fn has_year(line: &str) -> bool {
    let mut four = line.as_bytes().windows(4);
    four.any(|year| matches!(year[0], b'1' | b'2') && year[1..].iter().all(u8::is_ascii_digit))
}

/// Whether a line has the first letters of a month, in any case, as each of its names begins.
pub(super) fn may_have_month(line: &str) -> bool {
    const MONTHS: [[u8; 3]; 12] = [
        *b"jan", *b"feb", *b"mar", *b"apr", *b"may", *b"jun", *b"jul", *b"aug", *b"sep", *b"oct",
        *b"nov", *b"dec",
    ];
    let mut three = line.as_bytes().windows(3);
    // For expressions `ſ` is an `s`.
    three.any(|month| MONTHS.contains(&[month[0] | 0x20, month[1] | 0x20, month[2] | 0x20]))
        || !line.is_ascii() && line.contains('ſ')
}

/// Whether words are a day and a month, perhaps with the year: `March 4`.
pub(super) fn is_day(words: &str) -> bool {
    let whole = |captures: Captures<'_>| captures[0].len() == words.len();
    may_have_month(words) && PRINTED[1].captures(words).is_some_and(whole)
}

/// Whether words are a day in numbers, whichever of them is the month: `04/03/2031`, `3/4/31`.
pub(super) fn is_day_in_numbers(words: &str) -> bool {
    let digits = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = || words.split(['/', '.', '-']);
    parts().count() == 3
        && parts().all(digits)
        && parts().filter(|part| part.len() > 2).count() <= 1
        && parts().nth(2).is_some_and(|year| year.len() != 1)
}

/// The day of a match, if all of it is there.
pub(super) fn day_of(captures: &Captures<'_>) -> Option<Date> {
    let number = |name| captures.name(name)?.as_str().parse::<i8>().ok();
    let year = captures.name("year")?.as_str().parse().ok()?;
    let named = || {
        month_number(
            captures
                .name("month")
                .or(captures.name("month_after"))?
                .as_str(),
        )
    };
    let (month, day) = match (number("first"), number("second")) {
        // 04/12 is read by neither custom: day and month are told apart by their size, or by the stop
        // that stands behind a day.
        (Some(first), Some(second)) if second > 12 => (first, second),
        (Some(first), Some(second)) if first > 12 || captures[0].contains('.') => (second, first),
        (Some(_), Some(_)) => return None,
        _ => (
            number("number").or_else(named)?,
            number("day").or_else(|| number("day_before"))?,
        ),
    };
    Date::new(year, month, day).ok()
}

fn month_number(name: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = name.get(..3)?.to_lowercase();
    let index = MONTHS.iter().position(|month| *month == start)?;
    i8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_order() {
        let day = Some(Date::constant(2031, 3, 4));
        for line in [
            "2031-03-04",
            "2031/03/04 10:15",
            "Published: March 4, 2031",
            "Tue, 4 Mar 2031 08:00 GMT",
            "the 4th of March 2031",
            "MARCH 4TH, 2031",
            "4. March 2031",
            "04.03.2031 17:42",
            "2031年3月4日",
            "2031-03-04T10:15:00Z",
            "All news 10:12 March 04, 2031",
        ] {
            assert_eq!(day_in(line), day, "{line}");
        }
        assert_eq!(day_in("03/24/2031"), Some(Date::constant(2031, 3, 24)));
        assert_eq!(day_in("24/03/2031"), Some(Date::constant(2031, 3, 24)));
    }

    #[test]
    fn what_is_not_all_printed_is_no_day() {
        for line in [
            "March 4",
            "March 2031",
            "03/04/2031",
            "2031-13-04",
            "30 February 2031",
            "12031-03-045",
        ] {
            assert_eq!(day_in(line), None, "{line}");
        }
    }
}
