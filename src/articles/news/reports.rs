//! Reports without the signs of an agency: a headline, perhaps a line of a day or of authors, and paragraphs that tell
//! what others said.

use std::ops::Range;

use super::bare_places::bare;
use super::body::labelled_place;
use super::dateline::Close;
use super::dates::{day_in, is_day, is_day_in_numbers};
use super::narration::{is_attributed, reports, tells_of_others, tells_when, times_reported};
use super::other_kinds::{is_title_of_other_kind, names_other_kind};
use super::page::is_page_line;
use super::turns::Labels;
use super::{bylines, headings, matter, top};
use crate::text::has_pieces;

/// How many lines of a report stand above its first paragraph at most, and the fewest words of its headline.
const ABOVE: usize = 6;
const HEADLINE_WORDS: usize = 4;
/// How many of its first paragraphs are looked at, and the most labels that it has.
const PARAGRAPHS: usize = 3;
const MOST_LABELS: usize = 2;

/// Whether a text is a report without the signs of an agency: a headline, then a line of a day, the names of authors
/// or a place before the first words, and paragraphs that tell what others said.
pub(super) fn is_report(top: &str, units: &[Range<usize>]) -> bool {
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
        has_pieces(line, HEADLINE_WORDS)
            && top::is_headline(line, false)
            && !matter::is_header(line)
            && !matter::is_occasion(line)
    });
    if above.len() > ABOVE {
        return false;
    }
    let tells = || {
        let mut running = units[body..]
            .iter()
            .map(words)
            .filter(|unit| top::is_running(unit))
            .take(PARAGRAPHS);
        let labels = || units.iter().filter(|unit| matter::has_label(words(unit)));
        running.all(tells_of_others)
            && labels().take(MOST_LABELS + 1).count() <= MOST_LABELS
            && !matter::has_directions(top)
    };
    let first = || First::of(top, &units[body..]);
    let Some(titled) = titled else {
        // The headline may be kept elsewhere.
        return above.iter().all(|unit| bylines::is_of_paper(words(unit)))
            && (!above.is_empty() && reports(top) || first().is_report(UNTITLED_MARKS))
            && tells();
    };
    if !tells() {
        return false;
    }
    let title = words(above[titled]);
    let dated = |line: &str| {
        is_day_in_numbers(line)
            || matter::is_moment(line)
            || is_day(line)
            || day_in(line).is_some() && (matter::is_header(line) || matter::is_occasion(line))
    };
    let signed = |line: &str| {
        dated(line) && !names_other_kind(title)
            || bylines::is_agency_name(line)
            || bylines::is_dated(line)
            || !headings::is_in_title_case(title)
                && (bylines::is_author(line) || bylines::is_labelled(line))
    };
    // A day above the headline is that of the article, unless the title is that of a speech.
    let day_above = || {
        let mut before = above[..titled].iter().map(|unit| words(unit));
        let of_paper = |line: &str| {
            let named = line.split_once(", ").or_else(|| line.split_once(" | "));
            matter::is_header(line)
                || named.is_some_and(|(paper, _)| bylines::is_agency_name(paper))
        };
        before.any(|line| day_in(line).is_some() && of_paper(line))
            && !is_title_of_other_kind(title)
    };
    let placed = || {
        let labelled = labelled_place(top, units, &Labels::of(top, units, false)) == Some(body);
        labelled || bare(top, &units[body]).is_some_and(|found| found.close == Close::Dash)
    };
    let below = || above[titled + 1..].iter().map(|unit| words(unit));
    // Of games and accidents it is told what happened on which day.
    let happened = || below().any(dated) && !names_other_kind(title) && first().say_when();
    if !reports(top) {
        return happened();
    }
    below().any(signed)
        || above
            .iter()
            .any(|unit| matter::is_press_release(words(unit)))
        || day_above()
        || placed()
        || titled == 0 && first().is_below(title)
}

/// The fewest and the most words of a headline with nothing between it and the report, and the fewest in title case if
/// the report has no number.
const BARE_WORDS: std::ops::RangeInclusive<usize> = 4..=20;
const TITLE_CASE_WORDS: usize = 6;
/// In how many of its first paragraphs such a report says when, and how many of them are looked at.
const WHEN_PARAGRAPHS: usize = 2;
const BARE_PARAGRAPHS: usize = 4;
/// How many of the marks of a report it has at least, and how many without a headline.
const MARKS: usize = 3;
const UNTITLED_MARKS: usize = 4;
/// The fewest words of one of its sentences.
const SENTENCE_WORDS: usize = 6;
/// How titles begin that are no headlines, as a rule.
const OF_BOOKS: [&str; 4] = ["The ", "A ", "An ", "How to "];
/// Who speaks for others, and to whom.
const SOURCES: [&str; 14] = [
    "according to figures",
    "according to officials",
    "according to police",
    "according to the police",
    "authorities said",
    "in a statement",
    "news conference",
    "officials said",
    "olice said",
    "press conference",
    "prosecutors said",
    "spokes",
    "told journalists",
    "told reporters",
];

/// The first paragraphs of a text.
struct First<'t> {
    paragraphs: Vec<&'t str>,
}

impl<'t> First<'t> {
    fn of(top: &'t str, units: &[Range<usize>]) -> Self {
        let words = units.iter().map(|unit| &top[unit.clone()]);
        let sentence = |unit: &&str| {
            unit.ends_with(['.', '!', '?', '"', '”']) && has_pieces(unit, SENTENCE_WORDS)
        };
        Self {
            paragraphs: words.filter(sentence).take(BARE_PARAGRAPHS).collect(),
        }
    }

    /// Whether they say on which day of the week something was.
    fn say_when(&self) -> bool {
        let mut first = self.paragraphs.iter().take(WHEN_PARAGRAPHS);
        first.any(|unit| tells_when(unit))
    }

    /// Whether they are a report right below its headline, with nothing that says of what paper.
    fn is_below(&self, title: &str) -> bool {
        let many = title.split_whitespace().count();
        let digit = |unit: &&str| unit.contains(|sign: char| sign.is_ascii_digit());
        BARE_WORDS.contains(&many)
            && !OF_BOOKS.iter().any(|opening| title.starts_with(opening))
            && !is_title_of_other_kind(title)
            && self.is_report(MARKS)
            && (!headings::is_in_title_case(title)
                || many >= TITLE_CASE_WORDS
                || self.paragraphs.iter().take(WHEN_PARAGRAPHS).any(digit))
    }

    /// Whether they say on which day of the week something was, speak to nobody, and have so many marks of a report: the
    /// day in the first of them, somebody who says it at the end of that, more than one who is reported, words in marks
    /// of quotation, those who speak for others.
    fn is_report(&self, least: usize) -> bool {
        let all = &self.paragraphs;
        let Some(lede) = all.first() else {
            return false;
        };
        if !self.say_when() || !all.iter().all(|unit| tells_of_others(unit)) {
            return false;
        }
        let reported: usize = all.iter().map(|unit| reports_outside_marks(unit)).sum();
        let quoted = |unit: &&str| unit.contains(['“', '"']) && reports_outside_marks(unit) > 0;
        let spoken_for = |unit: &&str| SOURCES.iter().any(|source| unit.contains(source));
        let marks = [
            tells_when(lede),
            is_attributed(lede),
            is_attributed(lede) && all.len() == 1,
            reported > 1,
            all.iter().any(quoted),
            all.iter().any(spoken_for),
        ];
        marks.iter().filter(|mark| **mark).count() >= least
    }
}

/// How often a paragraph reports what somebody said.
fn reports_outside_marks(paragraph: &str) -> usize {
    let marks = ['“', '”', '"'];
    paragraph.split(marks).step_by(2).map(times_reported).sum()
}
