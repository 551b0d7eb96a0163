//! The body: paragraphs with their datelines, headings, lists, and what else stands among them.

use std::ops::Range;

use super::bare_places::bare;
use super::dateline::{self, Close, Dateline, dateline};
use super::dates::day_in;
use super::headings::{self, HeadingForm};
use super::narration::tells_of_others;
use super::page::is_page_line;
use super::sections::is_place_alone;
use super::turns::Labels;
use super::{
    Article, DATELINE_PARAGRAPHS, bylines, captions, credits, export_labels, items, matter,
    trailers, trimmed,
};
use crate::articles::quotations::is_place;
use crate::articles::zones::ZoneKind;
use crate::text::{folded, has_pieces};

impl Article {
    /// `place` is where a dateline with a colon stands.
    pub(super) fn take_body(
        &mut self,
        text: &str,
        units: &[Range<usize>],
        (labels, place): (&Labels, Option<usize>),
    ) {
        let mut counted = [false; items::MOST_ITEMS + 2];
        for unit in units {
            for (count, _) in items::item_numbers(&text[unit.clone()]).iter().flatten() {
                counted[*count] = true;
            }
        }
        let dashed = |unit: &&Range<usize>| items::glued_dash(&text[(*unit).clone()]).is_some();
        let listed = units.iter().filter(dashed).count() > 1;
        let stopped = ends_in_stops(text, units);
        let opening = behind_box(text, units);
        let above = self.zones.last().map(|zone| &text[zone.span.clone()]);
        let points = |units: &[Range<usize>]| {
            let point = |unit: &Range<usize>| captions::is_point(&text[unit.clone()]);
            units.len() > 1 && units[..2].iter().all(point)
        };
        // Points without bullets go on below the title of a box.
        let mut boxed = above.is_some_and(captions::is_box) && points(units);
        for (number, unit) in units.iter().enumerate() {
            let words = &text[unit.clone()];
            let is_label = |found: &Dateline| {
                let known = || found.place.as_deref().is_some_and(is_place);
                labels.all <= 1 || labels.count <= 1 && known()
            };
            // A collection of news in brief has more than one dateline.
            let is_one = |found: &Dateline| match found.close {
                Close::Dash => found.certain || number == opening && labels.count <= 1,
                Close::Stop => number == opening,
                Close::Colon => {
                    let titled = self.facts.headline.is_some();
                    let rest = &text[found.span.end..unit.end];
                    let told = || {
                        let long = has_pieces(rest, WORDS_BEHIND);
                        is_place_name(found) || long && tells_of_others(rest)
                    };
                    let first =
                        number == opening && (found.certain || is_label(found) && told() && titled);
                    first || place == Some(unit.start)
                }
            };
            let may_be_one =
                number == opening || place == Some(unit.start) || dateline::names_more(text, unit);
            let untold = || {
                let first = number == opening && self.facts.headline.is_some();
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
                text,
                behind: &units[number + 1..],
                turns: labels.turns,
                transcribed: labels.transcribed,
                stopped,
            };
            boxed = boxed && captions::is_point(words);
            let kind = if boxed {
                ZoneKind::Paragraph
            } else if number < opening && is_author(words) {
                self.facts.date = self.facts.date.or_else(|| day_in(words));
                ZoneKind::Byline
            } else if number < opening && is_place_alone(words) {
                self.facts.place = self.facts.place.take().or_else(|| Some(folded(words)));
                ZoneKind::Dateline
            } else if number < opening && captions::is_box(words) {
                ZoneKind::Heading
            } else {
                kind_in_body(words, &around)
            };
            boxed |= captions::is_box(words) && points(around.behind);
            if headings::is_dashed(words) && kind != ZoneKind::Note {
                self.push(ZoneKind::Heading, unit.clone());
                continue;
            }
            let sign = sign_before(words, (kind, listed), &around, &counted);
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

/// The bytes of the sign or number before the item of a list that a unit is. `listed` says that dashes glued to
/// what follows are such signs, `counted` which numbers there are.
fn sign_before(
    words: &str,
    (kind, listed): (ZoneKind, bool),
    around: &Around<'_>,
    counted: &[bool],
) -> Option<usize> {
    let glued = || items::glued_dash(words).filter(|_| listed);
    let bullet = items::bullet(words).filter(|_| kind != ZoneKind::Note);
    let shared = || {
        let beside = [around.last, around.next];
        let mut beside = beside.iter().flatten();
        beside
            .any(|other| items::share_bullet(words, other))
            .then(|| items::rare_bullet(words))
            .flatten()
            .filter(|_| kind != ZoneKind::Note)
    };
    bullet.or_else(glued).or_else(shared).or_else(|| {
        let mut numbers = items::item_numbers(words).into_iter().flatten();
        let of_a_count = |count: usize| counted[count + 1] || count > 0 && counted[count - 1];
        let (_, bytes) = numbers.find(|(count, _)| of_a_count(*count))?;
        (kind == ZoneKind::Paragraph).then_some(bytes)
    })
}

/// The most points above the first paragraph, with their title and the byline.
const BOX_UNITS: usize = 14;

/// The first unit behind the points that stand above the article: its number, or none if there are none.
fn behind_box(text: &str, units: &[Range<usize>]) -> usize {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let point = |unit: &Range<usize>| items::bullet(words(unit)).is_some();
    let above = |unit: &&Range<usize>| {
        point(unit)
            || captions::is_box(words(unit))
            || is_author(words(unit))
            || is_place_alone(words(unit))
            || matter::is_moment(words(unit))
    };
    let many = units.iter().take(BOX_UNITS).take_while(above).count();
    let pointed = units[..many].iter().any(point) && many < units.len();
    if pointed { many } else { 0 }
}

/// Whether a line below points says who wrote the article.
fn is_author(line: &str) -> bool {
    bylines::is_byline(line) || bylines::is_dated(line) || bylines::is_names(line)
}

/// Whether a dateline with nothing but a colon names a place: in capitals, or one that is known.
fn is_place_name(found: &Dateline) -> bool {
    found.place.as_deref().is_some_and(|place| {
        let letters = place.chars().filter(|sign| sign.is_alphabetic()).count();
        letters > 2 && !place.contains(char::is_lowercase) || is_place(place)
    })
}

/// The unit with a dateline of a place in capitals and a colon, `OSLO: The council met.`, if it is that
/// of no turn: nobody else is labelled so, and hardly anything else has a label.
pub(super) fn labelled_place(text: &str, units: &[Range<usize>], labels: &Labels) -> Option<usize> {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let all = &labels.units;
    let most = if labels.turns || labels.count > 1 {
        OTHER_LABELS + 1
    } else {
        usize::MAX
    };
    let few = &all[..all.len().min(most)];
    let in_capitals = |unit: &&usize| {
        let label = words(&units[**unit]).split(':').next().unwrap_or_default();
        !label.chars().any(char::is_lowercase)
    };
    let mut places = few.iter().filter(in_capitals);
    let place = *places.next()?;
    let alone = places.next().is_none() && all.len() <= most;
    if !alone || place == 0 || place >= DATELINE_PARAGRAPHS {
        return None;
    }
    let found = dateline(text, &units[place]).filter(|found| found.close == Close::Colon)?;
    let rest = &text[found.span.end..units[place].end];
    let many = has_pieces(rest, WORDS_BEHIND);
    many.then_some(place)
}

/// How many units with labels an article may have beside its dateline.
const OTHER_LABELS: usize = 2;
/// The fewest words of the paragraph behind a place and a colon.
const WORDS_BEHIND: usize = 8;

/// What stands around a unit of the body.
struct Around<'t> {
    last: Option<&'t str>,
    next: Option<&'t str>,
    /// The text, and its units behind this one.
    text: &'t str,
    behind: &'t [Range<usize>],
    /// Whether the text is one of turns.
    turns: bool,
    /// Whether it has directions.
    transcribed: bool,
    /// Whether its paragraphs end in stops, so that a line without one is none.
    stopped: bool,
}

impl<'t> Around<'t> {
    /// The next unit that is no picture's, no page's and no desk's.
    fn next_of_body(&self) -> Option<&'t str> {
        let units = self.behind.iter().take(ASIDES);
        units
            .map(|unit| &self.text[unit.clone()])
            .find(|words| !is_aside(words))
    }

    /// Whether running text of so many words, a list or a table follows.
    fn runs_on(&self, least: usize) -> bool {
        let runs = |next: &str| {
            next.split_whitespace().take(least).count() >= least
                || items::bullet(next).is_some()
                || items::is_table_row(next)
                || items::item_number(next).is_some()
        };
        self.next.is_some_and(runs) || self.next_of_body().is_some_and(runs)
    }

    /// Whether a line without a stop stands between paragraphs that have one.
    fn divides(&self, line: &str) -> bool {
        let item = |words: &str| items::bullet(words).is_some();
        self.stopped
            && (line.ends_with(|sign: char| sign.is_alphanumeric() || "'’\"”".contains(sign))
                || headings::is_question(line))
            && self
                .last
                .is_some_and(|last| is_stopped(last) || item(last) || is_aside(last))
            && self.next_of_body().is_some_and(is_stopped)
    }

    /// Whether a line that looks like no heading by itself stands above a paragraph of some length.
    fn stands_above(&self) -> bool {
        let is_long = |next: &str| has_pieces(next, PARAGRAPH_WORDS);
        self.next_of_body()
            .is_some_and(|next| is_long(next) && !next.starts_with(['“', '"', '‘']))
    }

    /// Whether the units beside it have numbers.
    fn counts(&self) -> bool {
        let numbered = |words: &str| items::item_number(words).is_some();
        self.last.is_some_and(numbered) || self.next.is_some_and(numbered)
    }
}

/// How many units that are no body's may stand below a heading.
const ASIDES: usize = 4;

/// Whether a unit is a picture's, a page's or a desk's.
fn is_aside(words: &str) -> bool {
    !words.chars().any(char::is_alphanumeric)
        || matter::is_note(words)
        || is_page_line(words)
        || trailers::is_more(words)
        || credits::is_credit(words)
}

/// The fewest words of a unit that is surely a paragraph, the fewest of these, and the share that has a stop.
const PARAGRAPH_WORDS: usize = 10;
const PARAGRAPHS: usize = 2;
const ENDING_SHARE: usize = 9;

/// Whether nearly all paragraphs end in stops.
fn ends_in_stops(text: &str, units: &[Range<usize>]) -> bool {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let is_long = |words: &&str| has_pieces(words, PARAGRAPH_WORDS);
    let (mut long, mut ended) = (0, 0);
    let is_heading = |words: &&str| headings::heading(words).is_some();
    let paragraphs = units.iter().map(words).filter(is_long);
    for paragraph in paragraphs.filter(|words| !is_heading(words)) {
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
    if credits::is_credit(words) || around.last.is_some() && credits::is_for_paper(words) {
        return ZoneKind::Credit;
    }
    if words.starts_with("By ") && bylines::is_byline(words) {
        return ZoneKind::Byline;
    }
    if words == export_labels::FURTHER {
        return ZoneKind::Header;
    }
    if matter::is_moment(words) {
        // When a record ends stands below it.
        return if around.behind.is_empty() && (around.turns || around.transcribed) {
            ZoneKind::Trailer
        } else {
            ZoneKind::Header
        };
    }
    if matter::is_direction(words, around.transcribed) {
        return ZoneKind::Direction;
    }
    if trailers::is_closing(words) {
        return ZoneKind::Trailer;
    }
    if around.turns && trailers::is_end(words) {
        return ZoneKind::Trailer;
    }
    if items::is_table_row(words) {
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
    // Below the hour of an entry stands its title.
    let titled = || captions::is_point(line) && !matter::has_loud_label(line);
    if !around.turns && around.last.is_some_and(matter::is_moment) && titled() {
        return around.stands_above() && items::bullet(line).is_none();
    }
    let many = || line.split_whitespace().count();
    let item = || items::item_number(line).is_some() && around.counts();
    match headings::heading(line) {
        Some(HeadingForm::Marked) => true,
        Some(HeadingForm::Capitals) => !around.turns || !matter::has_label(line),
        Some(_) if around.turns || item() => false,
        Some(HeadingForm::Title) => around.runs_on(many() + 4) || around.divides(line),
        Some(HeadingForm::Plain) => {
            around.last.is_some() && (around.runs_on(2 * many() + 4) || around.divides(line))
        }
        Some(HeadingForm::Bare) => {
            around.last.is_some()
                && around.stands_above()
                && around.divides(line)
                && tells_of_others(line)
        }
        None => {
            let item =
                |next: &str| items::bullet(next).is_some() || items::item_number(next).is_some();
            let listed = |next: &str| item(next) && !has_capitals_only(line);
            let above = around.next.is_some_and(|next| !listed(next));
            above
                && around.last.is_some()
                && !around.turns
                && (headings::opens_section(line)
                    || headings::is_short_with_colon(line)
                        && around.stopped
                        && around.last.is_some_and(is_stopped)
                        && around.stands_above())
        }
    }
}

fn has_capitals_only(line: &str) -> bool {
    !line.chars().any(char::is_lowercase)
}
