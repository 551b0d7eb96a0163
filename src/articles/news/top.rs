//! What stands before the body: header lines, headline, byline, notes, what the occasion was.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::ahead::Ahead;
use super::dateline::{Close, dateline, names_more};
use super::dates::{day_in, is_day};
use super::expressions::expression;
use super::headings::{self, HeadingForm};
use super::page::{is_page_line, is_to_watch};
use super::sections::{is_known_section, is_place_alone, is_section};
use super::titles::{is_dated_title, is_standfirst, is_title_before_turns, is_venue};
use super::turns::Labels;
use super::{Article, DATELINE_PARAGRAPHS, bylines, captions, credits, items, matter, trimmed};
use crate::articles::zones::ZoneKind;
use crate::text::{folded, has_pieces};

/// How many units from the top the lines of an occasion may begin.
const OCCASION_UNITS: usize = 5;
/// The longest headline, in words.
pub(super) const HEADLINE_WORDS: usize = 30;

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?:(?i:date)\b[ \t]*:?[ \t]*)?(?<date>\d{4}-\d{2}-\d{2})(?:[ \t]+(?<headline>\p{L}.*|\S*[^\d:.,+TZ\s-].*))?$",
    )
});

/// Whether a line gives a day and perhaps the headline.
pub(super) fn is_header_line(line: &str) -> bool {
    HEADER.is_match(line)
}

/// What the beginning of the body is told by.
struct Top {
    /// The first unit with a dateline.
    dateline: Option<usize>,
    /// The first line that names who wrote the article.
    byline: Option<usize>,
    /// Whether that is the first of all, right above the first paragraph.
    untitled: bool,
    /// How many units begin with a label.
    labels: usize,
    /// Whether it is a record with directions.
    transcribed: bool,
    /// The first line of the occasion, and which unit before it is the title; of a text without a
    /// dateline.
    occasion: Option<(usize, Option<usize>)>,
}

impl Top {
    /// `labelled` is the unit of which the dateline has a colon.
    fn of(
        text: &str,
        units: &[Range<usize>],
        (labels, labelled): (&Labels, Option<usize>),
    ) -> Self {
        let transcribed = labels.transcribed;
        let labels = labels.count;
        let is_dateline = |unit: &Range<usize>| {
            (labels <= 1 || names_more(text, unit))
                && dateline(text, unit).is_some_and(|found| {
                    found.close != Close::Colon && (found.certain || labels <= 1)
                })
        };
        let mut above = units.iter().take(DATELINE_PARAGRAPHS);
        let dateline = above.position(is_dateline).or(labelled);
        let words = |unit: &Range<usize>| &text[unit.clone()];
        let mut above = units.iter().take(OCCASION_UNITS).enumerate();
        let occasion = above.position(|(number, unit)| {
            let line = words(unit);
            let of_day = day_in(line).is_some() && matter::is_header(line);
            (matter::is_occasion(line) || of_day) && !(number == 0 && is_dated_title(line))
        });
        let capitals = |line: &str| headings::heading(line) == Some(HeadingForm::Capitals);
        let title = |first: usize, in_capitals: bool| {
            units[..first]
                .iter()
                .enumerate()
                .position(|(number, unit)| {
                    let line = words(unit);
                    let other = titles_page(line, words(&units[number + 1]))
                        || matter::is_note(line)
                        || matter::is_slug(line)
                        || bylines::is_byline(line)
                        || is_known_section(line)
                        || is_page_line(line)
                        || labels > 2 && is_venue(line);
                    capitals(line) == in_capitals
                        && !other
                        && line.split_whitespace().count() >= 3
                        && is_headline(line, false)
                })
        };
        // `Libraries close`, where there is nothing longer.
        let short = |first: usize| {
            units[..first].iter().rposition(|unit| {
                let line = words(unit);
                labels <= 2
                    && is_headline(line, false)
                    && !is_known_section(line)
                    && !matter::is_header(line)
                    && !is_beside(line)
                    && !bylines::is_agency_name(line)
            })
        };
        let occasion = occasion.filter(|first| *first > 0 && dateline.is_none());
        let byline = units
            .iter()
            .take(OCCASION_UNITS)
            .position(|unit| bylines::is_byline(words(unit)));
        Self {
            dateline,
            byline,
            untitled: byline == Some(0)
                && bylines::is_of_paper(words(&units[0]))
                && units.get(1).is_some_and(|unit| is_running(words(unit))),
            labels,
            transcribed,
            occasion: occasion.map(|first| {
                (
                    first,
                    title(first, false)
                        .or_else(|| title(first, true))
                        .or_else(|| short(first)),
                )
            }),
        }
    }
}

impl Article {
    /// Takes what stands before the body, and says with which unit that begins.
    pub(super) fn take_top(
        &mut self,
        text: &str,
        units: &[Range<usize>],
        labels: (&Labels, Option<usize>),
    ) -> usize {
        let top = Top::of(text, units, labels);
        let mut boxed = false;
        for (number, unit) in units.iter().enumerate() {
            if Some(number) == top.dateline {
                return number;
            }
            let inner = without_marks(text, unit);
            let words = &text[inner.clone()];
            let header = HEADER
                .captures(words)
                .filter(|_| self.facts.headline.is_none());
            let ahead = Ahead::of(text, &units[number + 1..]);
            let mut kind = self.kind_on_top((words, &ahead), number, &top);
            // An entry told hour by hour has its title below the hour.
            let hour = self
                .zones
                .last()
                .filter(|zone| zone.kind == ZoneKind::Header);
            let hour = hour.is_some_and(|zone| matter::is_moment(&text[zone.span.clone()]));
            let titled = captions::is_point(words) && !matter::has_loud_label(words);
            if hour && kind.is_none() && titled && is_running(ahead.next) {
                kind = Some(ZoneKind::Heading);
            }
            // Below the title of a box its points stand, with bullets or without.
            let point = || captions::is_point(words) && items::bullet(words).is_none();
            boxed &= top.dateline.is_some() && point();
            if boxed && kind_by_form(words, number, &top).is_none() {
                kind = Some(ZoneKind::Paragraph);
            }
            boxed |= kind == Some(ZoneKind::Heading) && captions::is_box(words);
            if header.is_none() && (kind.is_none() || number + 1 == units.len()) {
                return number;
            }
            let behind = inner.end..unit.end;
            self.push(ZoneKind::Header, trimmed(text, unit.start..inner.start));
            match (header, kind) {
                (Some(captures), _) => self.take_header(text, &inner, &captures),
                (None, Some(kind)) => {
                    if kind == ZoneKind::Dateline {
                        let day = words.rsplit_once(", ").filter(|(_, day)| is_day(day));
                        self.facts.place = Some(folded(day.map_or(words, |(place, _)| place)));
                        self.facts.date = self.facts.date.or_else(|| day_in(words));
                    }
                    let released = kind == ZoneKind::Note && matter::is_release(words);
                    if matches!(kind, ZoneKind::Header | ZoneKind::Byline) || released {
                        self.facts.date = self.facts.date.or_else(|| day_in(words));
                    }
                    if kind == ZoneKind::Headline {
                        self.push_headline(text, &inner);
                    } else {
                        self.push(kind, inner);
                    }
                }
                (None, None) => {}
            }
            self.push(ZoneKind::Header, behind);
        }
        units.len()
    }

    fn take_header(&mut self, text: &str, unit: &Range<usize>, captures: &Captures<'_>) {
        let date = captures.name("date").expect("part of every header line");
        self.facts.date = date.as_str().parse().ok();
        let label_end = captures
            .name("headline")
            .map_or(captures[0].len(), |_| date.end());
        self.push(
            ZoneKind::Header,
            trimmed(text, unit.start..unit.start + label_end),
        );
        if let Some(headline) = captures.name("headline") {
            self.push_headline(text, &(unit.start + headline.start()..unit.end));
        }
    }

    /// What a unit before the body is by its form, or by the line below.
    fn kind_at_once(
        &self,
        (words, ahead): (&str, &Ahead<'_>),
        number: usize,
        top: &Top,
    ) -> Option<ZoneKind> {
        if number == 0 && !ahead.titled && is_to_watch(words) && is_headline(words, false) {
            return Some(ZoneKind::Headline);
        }
        let page = || self.facts.headline.is_none() && titles_page(words, ahead.next);
        kind_by_form(words, number, top).or_else(|| page().then_some(ZoneKind::Header))
    }

    /// What a unit before the body is, by its words and what follows; nothing where the body begins.
    fn kind_on_top(
        &self,
        (words, ahead): (&str, &Ahead<'_>),
        number: usize,
        top: &Top,
    ) -> Option<ZoneKind> {
        let titled = self.facts.headline.is_some();
        let below = titled
            && self
                .zones
                .last()
                .is_some_and(|zone| zone.kind == ZoneKind::Headline);
        let dated = top.dateline.is_some();
        let before = top.occasion.filter(|(first, _)| number < *first);
        let told = self.kind_at_once((words, ahead), number, top);
        if told.is_some() {
            return told;
        }
        if titled && top.labels <= 2 && is_point_above_author(words, ahead) {
            return None;
        }
        if matter::has_label(words)
            && top.labels > 1
            && !(number == 0
                && (dated
                    || top.labels == 2 && !matter::has_label(ahead.next)
                    || top.labels > 2 && is_title_before_turns(words, ahead.next)))
        {
            None
        } else if below
            && is_standfirst(words)
            && (ahead.runs && ahead.signed() || top.dateline == Some(number + 1))
        {
            Some(ZoneKind::Heading)
        } else if let Some((_, title)) = before.filter(|_| is_headline(words, false)) {
            let deck = below && ahead.runs && top.labels <= 2 && headings::is_sentence_deck(words);
            let signed = || {
                (bylines::is_names(words) || top.labels <= 2 && bylines::is_signed(words))
                    && !is_venue(words)
                    && (top.labels <= 2 || below && !words.contains(','))
            };
            Some(if title == Some(number) {
                ZoneKind::Headline
            } else if titled && (ahead.runs || top.labels > 2) && signed() {
                ZoneKind::Byline
            } else if deck {
                ZoneKind::Heading
            } else {
                ZoneKind::Header
            })
        } else if !dated
            && top.labels > 2
            && headings::heading(words) == Some(HeadingForm::Capitals)
            && !(number == 0 && ahead.turns() && words.split_whitespace().nth(2).is_some())
            || top.labels <= 2
                && (dated || ahead.runs)
                && (titled || ahead.titled || ahead.titled_shortly() && is_known_section(words))
                && (bylines::is_agency_name(words)
                    || !titled && is_section(words)
                    || is_known_section(words))
        {
            Some(ZoneKind::Header)
        } else if titled && top.labels <= 2 && captions::is_box(words) {
            Some(ZoneKind::Heading)
        } else if titled && top.labels <= 2 && ahead.runs && is_place_alone(words) {
            Some(ZoneKind::Dateline)
        } else if !titled
            && is_headline(
                words,
                dated || top.labels > 2 || top.byline == Some(number + 1),
            )
        {
            Some(ZoneKind::Headline)
        } else if titled && top.labels > 2 && is_venue(words) {
            Some(ZoneKind::Header)
        } else if titled
            && !below
            && top.labels > 2
            && headings::heading(words) == Some(HeadingForm::Title)
            && matter::has_label(ahead.next)
        {
            Some(ZoneKind::Heading)
        } else if titled
            && (bylines::is_names(words) || top.labels <= 2 && bylines::is_signed(words))
            && (dated || ahead.runs)
        {
            Some(ZoneKind::Byline)
        } else if below
            && (headings::is_deck(words) && (dated || ahead.runs)
                || headings::may_be_deck(words) && bylines::is_names(ahead.next) && ahead.runs)
        {
            Some(ZoneKind::Heading)
        } else if self
            .zones
            .last()
            .is_some_and(|zone| zone.kind == ZoneKind::Byline)
            && bylines::is_role(words)
        {
            Some(ZoneKind::Byline)
        } else if titled && words.split_whitespace().count() <= 3 && matter::is_header(ahead.next) {
            Some(ZoneKind::Header)
        } else if titled && dated && headings::heading(words).is_some() {
            Some(ZoneKind::Heading)
        } else {
            None
        }
    }
}

/// What a unit before the body is by its form, wherever it stands there.
fn kind_by_form(words: &str, number: usize, top: &Top) -> Option<ZoneKind> {
    let (dated, transcribed) = (top.dateline.is_some(), top.transcribed);
    if words.starts_with('^') {
        Some(ZoneKind::Header)
    } else if !words.chars().any(char::is_alphanumeric) || matter::is_note(words) {
        Some(ZoneKind::Note)
    } else if bylines::is_byline(words) && (number > 0 || dated || top.untitled)
        || number > 0 && (bylines::is_dated(words) || bylines::is_labelled(words))
    {
        Some(ZoneKind::Byline)
    } else if number == 0 && is_dated_title(words) {
        Some(ZoneKind::Headline)
    } else if matter::is_header(words)
        || matter::is_occasion(words)
        || number > 0 && words.contains('@') && !words.contains(' ')
    {
        Some(ZoneKind::Header)
    } else if is_page_line(words) {
        Some(ZoneKind::Note)
    } else if credits::is_credit(words) {
        Some(ZoneKind::Credit)
    } else if matter::is_direction(words, transcribed) {
        Some(ZoneKind::Direction)
    } else {
        (matter::is_slug(words) && number < 3).then_some(ZoneKind::Slug)
    }
}

/// Whether a line is a desk's, a page's, a picture's or an author's.
pub(super) fn is_beside(line: &str) -> bool {
    matter::is_note(line)
        || matter::is_slug(line)
        || is_page_line(line)
        || credits::is_credit(line)
        || bylines::is_byline(line)
        || matter::is_occasion(line)
}

/// Whether a line is one of the points of an article that stand above its author and its day.
fn is_point_above_author(line: &str, ahead: &Ahead<'_>) -> bool {
    items::bullet(line).is_some() && !headings::is_dashed(line) && ahead.signed_below_points()
}

/// Whether a line is the title of the page, with the headline that follows: `Port opens again - Northern Post`.
fn titles_page(line: &str, next: &str) -> bool {
    let rest = line.strip_prefix(next).filter(|_| next.contains(' '));
    rest.is_some_and(|rest| {
        rest.is_empty()
            || [" - ", " | ", " – ", " — "]
                .iter()
                .any(|sign| rest.starts_with(sign))
    })
}

/// The fewest words of a paragraph before which a line is no paragraph.
const RUNNING_WORDS: usize = 12;

/// Whether a unit is running text: a sentence of some words with its stop.
pub(super) fn is_running(unit: &str) -> bool {
    unit.ends_with(['.', '!', '?', '"', '”', '’', '\'', ')']) && has_pieces(unit, RUNNING_WORDS)
}

/// What some editors put before the first character of a file.
const BYTE_ORDER: char = '\u{feff}';

/// A line without signs of transmission, `^` before and behind it, and without those of a heading.
fn without_marks(text: &str, unit: &Range<usize>) -> Range<usize> {
    let whole = &text[unit.clone()];
    if whole.ends_with('=') {
        return unit.clone();
    }
    let marked = whole.trim_start_matches(['^', BYTE_ORDER]);
    let bare = marked.trim_start_matches('#');
    // `# Port opens`, as Markdown has it.
    let inner = bare
        .strip_prefix(' ')
        .filter(|_| bare.len() < marked.len())
        .unwrap_or(marked)
        .trim_start();
    let start = unit.end - inner.len();
    start..start + inner.trim_end_matches('^').len()
}

/// Whether the first words of a text are its headline: no sentence with its stop, unless a dateline
/// follows.
pub(super) fn is_headline(words: &str, dated: bool) -> bool {
    let unquoted = words.trim_end_matches(['"', '”', '»', '\'', '’', ')']);
    let stopped = unquoted.ends_with(['.', '!', ',', ';', ':', '…']);
    (!stopped || dated && !unquoted.ends_with([',', ';', ':']))
        && words.split_whitespace().nth(HEADLINE_WORDS).is_none()
        && (dated || words.lines().count() <= 2)
}
