//! What follows a line above the body: the first paragraph, the headline, who wrote the article and when.

use std::ops::Range;

use super::dates::day_in;
use super::page::is_page_line;
use super::sections::{is_known_section, is_section};
use super::top::{HEADLINE_WORDS, is_beside, is_headline, is_running};
use super::{bylines, credits, items, matter};
use crate::text::has_pieces;

/// What follows a unit.
pub(super) struct Ahead<'t> {
    text: &'t str,
    units: &'t [Range<usize>],
    pub(super) next: &'t str,
    /// Whether the first paragraph comes soon, with nothing but short lines before it.
    pub(super) runs: bool,
    /// Whether one of these lines may be the headline.
    pub(super) titled: bool,
}

impl<'t> Ahead<'t> {
    pub(super) fn of(text: &'t str, units: &'t [Range<usize>]) -> Self {
        let words = |unit: &Range<usize>| &text[unit.clone()];
        let long = |unit: &&str| {
            let ended = unit.ends_with(['.', '!', '?', '"', '”', '’', '\'', ')']);
            let least = if ended {
                SHORT_LINE_WORDS
            } else {
                HEADLINE_WORDS
            };
            has_pieces(unit, least + 1)
        };
        let of_article = units.iter().map(words).filter(|line| !is_page_line(line));
        let soon = of_article.take(TOP_UNITS);
        let title = |line: &&str| {
            has_pieces(line, TITLE_WORDS)
                && is_headline(line, false)
                && !line.starts_with(char::is_lowercase)
        };
        let above = |line: &&str| {
            is_section(line)
                || is_known_section(line)
                || bylines::is_agency_name(line)
                || bylines::is_byline(line)
                || matter::is_note(line)
                || matter::is_direction(line, true)
                || matter::is_slug(line)
                || matter::is_header(line)
                || matter::is_occasion(line)
        };
        let mut lines = units.iter().take(TOP_UNITS).map(words).skip_while(above);
        Self {
            text,
            units,
            next: units.first().map_or("", words),
            titled: lines.next().as_ref().is_some_and(title),
            runs: soon
                .filter(|unit| long(unit) && !credits::is_credit(unit))
                .take(LONG_UNITS)
                .any(is_running),
        }
    }

    /// Whether the next line may be a short headline, with the author or the day below.
    pub(super) fn titled_shortly(&self) -> bool {
        let below = self
            .units
            .get(1)
            .map_or("", |unit| &self.text[unit.clone()]);
        is_headline(self.next, false)
            && !is_known_section(self.next)
            && !is_beside(self.next)
            && (bylines::is_byline(below) || day_in(below).is_some() && matter::is_header(below))
    }

    /// Whether somebody speaks on the next, or something happens in the room.
    pub(super) fn turns(&self) -> bool {
        matter::has_label(self.next) || matter::is_direction(self.next, true)
    }

    /// Whether nothing but points stands before a line that says who wrote the article and when.
    pub(super) fn signed_below_points(&self) -> bool {
        let lines = self.units.iter().take(TOP_UNITS);
        let mut lines = lines.map(|unit| &self.text[unit.clone()]);
        lines
            .find(|line| items::bullet(line).is_none())
            .is_some_and(|line| bylines::is_byline(line) || bylines::is_dated(line))
    }

    /// Whether one of the next lines says who wrote the article, or when it was printed.
    pub(super) fn signed(&self) -> bool {
        let signs = |line: &str| {
            bylines::is_byline(line)
                || bylines::is_dated(line)
                || matter::is_moment(line)
                || day_in(line).is_some()
                    && line.split_whitespace().count() <= DAY_WORDS
                    && (matter::is_header(line) || matter::is_occasion(line))
        };
        let lines = self.units.iter().take(SIGNED_UNITS);
        let mut short = lines
            .map(|unit| &self.text[unit.clone()])
            .take_while(|line| !is_running(line));
        short.any(signs)
    }
}

/// How many lines may stand between headline and body, and the fewest words of a headline below another line.
const TOP_UNITS: usize = 8;
/// Of how many longer lines one may be no paragraph, but a caption.
const LONG_UNITS: usize = 2;
/// The most words of a line that says when an article was printed.
const DAY_WORDS: usize = 8;
/// Below how many lines those stand that say who wrote the article, or when it was printed.
const SIGNED_UNITS: usize = 4;
const TITLE_WORDS: usize = 4;

/// The longest of the lines between headline and body, in words.
const SHORT_LINE_WORDS: usize = 8;
