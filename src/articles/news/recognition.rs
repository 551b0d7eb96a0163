//! Whether a text is an article, by its top and its end.

use std::ops::Range;

use super::agencies::AGENCIES;
use super::body::labelled_place;
use super::dateline::{Close, dateline};
use super::lines::units;
use super::other_kinds::is_of_other_kind;
use super::reports::is_report;
use super::turns::Labels;
use super::{DATELINE_PARAGRAPHS, bylines, export_labels, exports, matter, top, trailers};
use crate::articles::quotations::is_place;
use crate::articles::transcripts::looks_like_transcript;
use crate::text::{has_pieces, head, tail};

/// The fewest words of the sentence behind a dateline without a dash.
const WORDS_BEHIND: usize = 4;
/// How many units of it are looked at for who wrote it and when it was printed.
const TOP_UNITS: usize = 6;
/// How much of a text is looked at to see what it is, in bytes.
const TOP_BYTES: usize = 4096;
/// How much of its end is looked at.
const END_BYTES: usize = 400;
/// The same of an article from an archive, with labels below.
const EXPORT_BYTES: usize = 1200;

/// Whether the top of a text has the header line, the byline, the dateline or the hour of an article, or its end
/// says who reported it.
pub fn looks_like_news(text: &str) -> bool {
    let top = head(text, TOP_BYTES);
    let units = units(top);
    let above = units.iter().take(exports::TOP_UNITS);
    let above = above.map(|unit| &top[unit.clone()]);
    let below = tail(text, EXPORT_BYTES).lines().map(str::trim);
    // Archives keep what is broadcast too.
    if export_labels::prove(above.chain(below)) {
        return !looks_like_transcript(text);
    }
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
        has_pieces(rest, WORDS_BEHIND)
    };
    let begins = |unit: &Range<usize>| {
        dateline(top, unit).is_some_and(|found| {
            let dash = found.close == Close::Dash;
            let known = found
                .agency
                .as_deref()
                .is_some_and(|agency| AGENCIES.contains(&agency));
            // `RECORD — SENATE S65` is the head of a page.
            found.tells() && (dash && found.certain || known || goes_on(found.span.end, unit))
        })
    };
    // `OSLO: The council met.`
    let labelled = || {
        labelled_place(top, &units, &Labels::of(top, &units, false))
            .and_then(|unit| dateline(top, &units[unit]))
            .and_then(|found| found.place)
            .is_some_and(|place| is_place(&place))
    };
    let other = || is_of_other_kind(top, &units);
    let told = || on_top(bylines::is_of_paper) || is_report(top, &units);
    let signed = || trailers::names_reporters(tail(text, END_BYTES));
    header
        || signed()
        || units.iter().take(DATELINE_PARAGRAPHS).any(begins)
        || (on_top(matter::says_when_printed) || labelled() || told()) && !other()
}
