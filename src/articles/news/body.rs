//! The body: paragraphs with their datelines, headings, lists, and what else stands among them.

use std::ops::Range;

use super::bare_places::bare;
use super::dateline::{self, Close, Dateline, dateline};
use super::headings::{self, HeadingForm};
use super::page::is_page_line;
use super::turns::Labels;
use super::{Article, DATELINE_PARAGRAPHS, bylines, credits, matter, trailers, trimmed};
use crate::articles::quotations::is_place;
use crate::articles::zones::ZoneKind;

impl Article {
    /// `place` is where a dateline with a colon stands.
    pub(super) fn take_body(
        &mut self,
        text: &str,
        units: &[Range<usize>],
        (labels, place): (Labels, Option<usize>),
    ) {
        let mut counted = [false; matter::MOST_ITEMS + 2];
        for unit in units {
            if let Some((count, _)) = matter::item_number(&text[unit.clone()]) {
                counted[count] = true;
            }
        }
        let dashed = |unit: &&Range<usize>| matter::glued_dash(&text[(*unit).clone()]).is_some();
        let listed = units.iter().filter(dashed).count() > 1;
        let stopped = ends_in_stops(text, units);
        for (number, unit) in units.iter().enumerate() {
            let words = &text[unit.clone()];
            let is_label = |found: &Dateline| {
                let known = || found.place.as_deref().is_some_and(is_place);
                labels.all <= 1 || labels.count <= 1 && known()
            };
            // A collection of news in brief has more than one dateline.
            let is_one = |found: &Dateline| match found.close {
                Close::Dash => found.certain || number == 0 && labels.count <= 1,
                Close::Stop => number == 0,
                Close::Colon => {
                    let first = number == 0
                        && (found.certain || is_label(found) && self.facts.headline.is_some());
                    first || place == Some(unit.start)
                }
            };
            let may_be_one =
                number == 0 || place == Some(unit.start) || dateline::names_more(text, unit);
            let untold = || {
                let first = number == 0 && self.facts.headline.is_some();
                first.then(|| bare(text, unit)).flatten()
            };
            let dateline = may_be_one
                .then(|| dateline(text, unit))
                .flatten()
                .filter(is_one)
                .or_else(untold);
            if let Some(dateline) = dateline {
                let rest = trimmed(text, dateline.span.end..unit.end);
                self.facts.place = self.facts.place.take().or(dateline.place);
                self.facts.agency = self.facts.agency.take().or(dateline.agency);
                self.facts.date = self.facts.date.or(dateline.date);
                self.push(ZoneKind::Dateline, dateline.span);
                self.push(ZoneKind::Paragraph, rest);
                continue;
            }
            let beside = |number: usize| units.get(number).map(|unit| &text[unit.clone()]);
            let around = Around {
                last: number.checked_sub(1).and_then(beside),
                next: beside(number + 1),
                turns: labels.turns,
                stopped,
            };
            let kind = kind_in_body(words, &around);
            if headings::is_dashed(words) {
                self.push(ZoneKind::Heading, unit.clone());
                continue;
            }
            let glued = || matter::glued_dash(words).filter(|_| listed);
            let sign = matter::bullet(words).or_else(glued).or_else(|| {
                let (count, bytes) = matter::item_number(words)?;
                let of_a_count = counted[count + 1] || count > 0 && counted[count - 1];
                (kind == ZoneKind::Paragraph && of_a_count).then_some(bytes)
            });
            if let Some(sign) = sign {
                self.push(ZoneKind::Bullet, unit.start..unit.start + sign);
                self.push(
                    ZoneKind::Paragraph,
                    trimmed(text, unit.start + sign..unit.end),
                );
            } else {
                self.push(kind, unit.clone());
            }
        }
    }
}

/// The unit with a dateline of a place in capitals and a colon, `OSLO: The council met.`, if it is that
/// of no turn: nobody else is labelled so, and hardly anything else has a label.
pub(super) fn labelled_place(text: &str, units: &[Range<usize>], labels: Labels) -> Option<usize> {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let mut labelled = (0..units.len()).filter(|unit| matter::has_label(words(&units[*unit])));
    let most = if labels.turns || labels.count > 1 {
        OTHER_LABELS + 1
    } else {
        usize::MAX
    };
    let few: Vec<usize> = labelled.by_ref().take(most).collect();
    let in_capitals = |unit: &&usize| {
        let label = words(&units[**unit]).split(':').next().unwrap_or_default();
        !label.chars().any(char::is_lowercase)
    };
    let mut places = few.iter().filter(in_capitals);
    let place = *places.next()?;
    let alone = places.next().is_none() && labelled.next().is_none();
    let found = dateline(text, &units[place]).filter(|found| found.close == Close::Colon)?;
    let rest = text[found.span.end..units[place].end]
        .split_whitespace()
        .count();
    (alone && place > 0 && place < DATELINE_PARAGRAPHS && rest >= WORDS_BEHIND).then_some(place)
}

/// How many units with labels an article may have beside its dateline.
const OTHER_LABELS: usize = 2;
/// The fewest words of the paragraph behind a place and a colon.
const WORDS_BEHIND: usize = 8;

/// What stands around a unit of the body.
struct Around<'t> {
    last: Option<&'t str>,
    next: Option<&'t str>,
    /// Whether the text is one of turns.
    turns: bool,
    /// Whether its paragraphs end in stops, so that a line without one is none.
    stopped: bool,
}

impl Around<'_> {
    /// Whether running text of so many words, or a list, follows.
    fn runs_on(&self, least: usize) -> bool {
        self.next.is_some_and(|next| {
            next.split_whitespace().count() >= least || matter::bullet(next).is_some()
        })
    }

    /// Whether a line without a stop stands between paragraphs that have one.
    fn divides(&self, line: &str) -> bool {
        let item = |words: &str| matter::bullet(words).is_some();
        self.stopped
            && line.ends_with(|sign: char| sign.is_alphanumeric() || "'’\"”".contains(sign))
            && self.last.is_some_and(|last| is_stopped(last) || item(last))
            && self.next.is_some_and(is_stopped)
    }

    /// Whether the units beside it have numbers.
    fn counts(&self) -> bool {
        let numbered = |words: &str| matter::item_number(words).is_some();
        self.last.is_some_and(numbered) || self.next.is_some_and(numbered)
    }
}

/// The fewest words of a unit that is surely a paragraph, the fewest of these, and the share that has a stop.
const PARAGRAPH_WORDS: usize = 10;
const PARAGRAPHS: usize = 2;
const ENDING_SHARE: usize = 9;

/// Whether nearly all paragraphs end in stops.
fn ends_in_stops(text: &str, units: &[Range<usize>]) -> bool {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let is_long = |words: &&str| words.split_whitespace().nth(PARAGRAPH_WORDS - 1).is_some();
    let (mut long, mut ended) = (0, 0);
    for paragraph in units.iter().map(words).filter(is_long) {
        long += 1;
        ended += usize::from(is_stopped(paragraph));
    }
    long >= PARAGRAPHS && long * 6 >= units.len() && ended * 10 >= long * ENDING_SHARE
}

fn is_stopped(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '’', '\'', '»', ')', ']'])
        .ends_with(['.', '!', '?', ':', '…'])
}

/// What a unit of the body is, by its words and those beside it.
fn kind_in_body(words: &str, around: &Around<'_>) -> ZoneKind {
    if !words.chars().any(char::is_alphanumeric)
        || matter::is_note(words)
        || is_page_line(words)
        || trailers::is_more(words)
    {
        return ZoneKind::Note;
    }
    if credits::is_credit(words) {
        return ZoneKind::Credit;
    }
    if words.starts_with("By ") && bylines::is_byline(words) {
        return ZoneKind::Byline;
    }
    if matter::is_direction(words) {
        return ZoneKind::Direction;
    }
    if around.turns && trailers::is_end(words) {
        return ZoneKind::Trailer;
    }
    if matter::is_table_row(words) {
        return ZoneKind::TableRow;
    }
    if is_heading(words, around) {
        ZoneKind::Heading
    } else {
        ZoneKind::Paragraph
    }
}

/// Whether a line stands above running text, or has the form of no paragraph.
fn is_heading(line: &str, around: &Around<'_>) -> bool {
    let many = line.split_whitespace().count();
    let item = || matter::item_number(line).is_some() && around.counts();
    match headings::heading(line) {
        Some(HeadingForm::Marked) => true,
        Some(HeadingForm::Capitals) => !around.turns || !matter::has_label(line),
        Some(_) if around.turns || item() => false,
        Some(HeadingForm::Title) => around.runs_on(many + 4) || around.divides(line),
        Some(HeadingForm::Plain) => {
            around.last.is_some() && (around.runs_on(2 * many + 4) || around.divides(line))
        }
        None => {
            let listed = |next: &str| matter::bullet(next).is_some() && !has_capitals_only(line);
            let above = around.next.is_some_and(|next| !listed(next));
            above && around.last.is_some() && !around.turns && headings::opens_section(line)
        }
    }
}

fn has_capitals_only(line: &str) -> bool {
    !line.chars().any(char::is_lowercase)
}
