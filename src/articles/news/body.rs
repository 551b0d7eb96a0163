//! The body: paragraphs with their datelines, headings, lists, and what else stands among them.

use std::ops::Range;

use super::dateline::{self, Close, Dateline, dateline};
use super::headings::{self, HeadingForm};
use super::{Article, DATELINE_PARAGRAPHS, bylines, credits, matter, trailers, trimmed};
use crate::articles::transcripts::looks_like_transcript;
use crate::articles::zones::ZoneKind;

impl Article {
    /// `place` is where a dateline with a colon stands.
    pub(super) fn take_body(&mut self, text: &str, units: &[Range<usize>], place: Option<usize>) {
        let turns = units
            .iter()
            .filter(|unit| matter::has_label(&text[(*unit).clone()]))
            .count();
        let mut counted = [false; matter::MOST_ITEMS + 2];
        for unit in units {
            if let Some((count, _)) = matter::item_number(&text[unit.clone()]) {
                counted[count] = true;
            }
        }
        let dashed = |unit: &&Range<usize>| matter::glued_dash(&text[(*unit).clone()]).is_some();
        let listed = units.iter().filter(dashed).count() > 1;
        let many = turns > 2 && (turns * 3 >= units.len() || looks_like_transcript(text));
        for (number, unit) in units.iter().enumerate() {
            let words = &text[unit.clone()];
            let next = units.get(number + 1).map(|unit| &text[unit.clone()]);
            // A collection of news in brief has more than one dateline.
            let is_one = |found: &Dateline| match found.close {
                Close::Dash => found.certain || number == 0 && turns <= 1,
                Close::Stop => number == 0,
                Close::Colon => {
                    let first = number == 0
                        && (found.certain || turns <= 1 && self.facts.headline.is_some());
                    first || place == Some(unit.start)
                }
            };
            let may_be_one =
                number == 0 || place == Some(unit.start) || dateline::names_more(text, unit);
            let untold = || {
                let first = number == 0 && self.facts.headline.is_some();
                first.then(|| dateline::bare(text, unit)).flatten()
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
            let kind = kind_in_body(words, next, (number == 0, many));
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
pub(super) fn labelled_place(text: &str, units: &[Range<usize>]) -> Option<usize> {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let mut labelled = (0..units.len()).filter(|unit| matter::has_label(words(&units[*unit])));
    let few: Vec<usize> = labelled.by_ref().take(OTHER_LABELS + 1).collect();
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

/// What a unit of the body is, by its words and those of the next; whether it comes first, and whether
/// the text is one of turns.
fn kind_in_body(words: &str, next: Option<&str>, (first, turns): (bool, bool)) -> ZoneKind {
    if !words.chars().any(char::is_alphanumeric) || matter::is_note(words) {
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
    if turns && trailers::is_end(words) {
        return ZoneKind::Trailer;
    }
    if matter::is_table_row(words) {
        return ZoneKind::TableRow;
    }
    // A heading stands above running text.
    let runs_on = |least: usize| {
        next.is_some_and(|next| {
            next.split_whitespace().count() >= least || matter::bullet(next).is_some()
        })
    };
    let above = match headings::heading(words) {
        Some(HeadingForm::Capitals) => !turns || !matter::has_label(words),
        Some(HeadingForm::Title) => !turns && runs_on(words.split_whitespace().count() + 4),
        Some(HeadingForm::Plain) => {
            !first && !turns && runs_on(2 * words.split_whitespace().count() + 4)
        }
        None => false,
    };
    if above {
        ZoneKind::Heading
    } else {
        ZoneKind::Paragraph
    }
}
