//! Whether a text is an article, by its top and its end.

use std::ops::Range;

use super::agencies::AGENCIES;
use super::bare_places::bare;
use super::body::labelled_place;
use super::dateline::{Close, dateline};
use super::dates::day_in;
use super::lines::units;
use super::narration::{reports, tells_of_others};
use super::page::is_page_line;
use super::turns::Labels;
use super::{DATELINE_PARAGRAPHS, bylines, headings, matter, top, trailers};
use crate::articles::quotations::is_place;
use crate::text::{head, tail};

/// The fewest words of the sentence behind a dateline without a dash.
const WORDS_BEHIND: usize = 4;
/// How many units of it are looked at for who wrote it and when it was printed.
const TOP_UNITS: usize = 6;
/// How much of a text is looked at to see what it is, in bytes.
const TOP_BYTES: usize = 4096;
/// How much of its end is looked at.
const END_BYTES: usize = 400;

/// Whether the top of a text has the header line, the byline, the dateline or the hour of an article, or its end
/// says who reported it.
pub fn looks_like_news(text: &str) -> bool {
    let top = head(text, TOP_BYTES);
    let units = units(top);
    let header = units
        .first()
        .is_some_and(|unit| top::is_header_line(&top[unit.clone()]));
    let on_top = |told: fn(&str) -> bool| {
        let mut below = units.iter().take(TOP_UNITS).skip(1);
        below.any(|unit| told(&top[unit.clone()]))
    };
    // A day under a signature is printed as a dateline without a dash is, with nothing behind it.
    let goes_on = |end: usize, unit: &Range<usize>| {
        let rest = &top[end..unit.end];
        rest.split_whitespace().nth(WORDS_BEHIND - 1).is_some()
    };
    let begins = |unit: &Range<usize>| {
        dateline(top, unit).is_some_and(|found| {
            let dash = found.close == Close::Dash;
            let known = found
                .agency
                .as_deref()
                .is_some_and(|agency| AGENCIES.contains(&agency));
            found.tells() && (dash || known || goes_on(found.span.end, unit))
        })
    };
    // `OSLO: The council met.`
    let labelled = || {
        labelled_place(top, &units, Labels::of(top, &units))
            .and_then(|unit| dateline(top, &units[unit]))
            .and_then(|found| found.place)
            .is_some_and(|place| is_place(&place))
    };
    let told = || is_report(top, &units);
    let signed = || trailers::names_reporters(tail(text, END_BYTES));
    header
        || on_top(matter::says_when_printed)
        || signed()
        || units.iter().take(DATELINE_PARAGRAPHS).any(begins)
        || on_top(bylines::is_byline)
        || labelled()
        || told()
}

/// How many lines of a report stand above its first paragraph at most, and the fewest words of its headline.
const ABOVE: usize = 6;
const HEADLINE_WORDS: usize = 4;
/// How many of its first paragraphs are looked at, and the most labels that it has.
const PARAGRAPHS: usize = 3;
const MOST_LABELS: usize = 2;

/// Whether a text is a report without the signs of an agency: a headline, then a line of a day, the names of authors
/// or a place before the first words, and paragraphs that tell what others said.
fn is_report(top: &str, units: &[Range<usize>]) -> bool {
    let words = |unit: &Range<usize>| &top[unit.clone()];
    let Some(body) = units.iter().position(|unit| top::is_running(words(unit))) else {
        return false;
    };
    let above: Vec<&Range<usize>> = units[..body]
        .iter()
        .filter(|unit| !is_page_line(words(unit)))
        .collect();
    let titled = above.iter().position(|unit| {
        let line = words(unit);
        line.split_whitespace().nth(HEADLINE_WORDS - 1).is_some()
            && top::is_headline(line, false)
            && !matter::is_header(line)
            && !matter::is_occasion(line)
    });
    let Some(titled) = titled.filter(|_| above.len() <= ABOVE) else {
        return false;
    };
    let signed = |line: &str| {
        day_in(line).is_some() && (matter::is_header(line) || matter::is_occasion(line))
            || bylines::is_agency_name(line)
            || bylines::is_dated(line)
            || !headings::is_in_title_case(words(&units[titled]))
                && (bylines::is_names(line) || bylines::is_signed(line))
    };
    let placed = || {
        let labelled = labelled_place(top, units, Labels::of(top, units)) == Some(body);
        labelled || bare(top, &units[body]).is_some_and(|found| found.close == Close::Dash)
    };
    let mut running = units[body..]
        .iter()
        .map(words)
        .filter(|unit| top::is_running(unit))
        .take(PARAGRAPHS);
    let labels = || units.iter().filter(|unit| matter::has_label(words(unit)));
    running.all(tells_of_others)
        && reports(top)
        && labels().take(MOST_LABELS + 1).count() <= MOST_LABELS
        && !matter::has_directions(top)
        && (above[titled + 1..].iter().any(|unit| signed(words(unit)))
            || above
                .iter()
                .any(|unit| matter::is_press_release(words(unit)))
            || placed())
}
