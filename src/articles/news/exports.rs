//! Exports of archives such as Nexis and Factiva: what stands above and below the words of an article.

use std::ops::Range;

use super::dates::day_in;
use super::export_labels::Gives::{About, Body, Byline, Dateline, Deck, Headline};
use super::export_labels::{
    CITED, COPYRIGHT, FURTHER, LABELS, Labelled, Sign, counts, is_copyright, is_of_fields,
    labelled, prove, with_code,
};
use super::page::is_page_line;
use super::sections::is_section;
use super::top::{is_headline, is_running};
use super::{Article, bylines, matter, trimmed};
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::{folded, has_pieces};

/// How many units of the top and of the end may have labels.
pub(super) const TOP_UNITS: usize = 40;
const END_UNITS: usize = 60;
/// How many words a line without a label may have below the first label behind an article.
const SHORT_WORDS: usize = 16;

/// Whether the parts of an article have codes before them: one says so by itself, or two stand alone on their lines.
fn is_coded<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let mut alone = 0;
    for line in lines {
        alone += usize::from(matches!(line, "HD" | "WC" | "LP" | FURTHER));
        if alone > 1 || with_code(line).is_some_and(|found| found.sign == Sign::Proof) {
            return true;
        }
    }
    false
}

/// What is known of a text from an archive.
pub(super) struct Export {
    coded: bool,
}

impl Export {
    /// The export that a text is of, if it is one.
    pub(super) fn of(text: &str, units: &[Range<usize>]) -> Option<Self> {
        let words = |unit: &Range<usize>| &text[unit.clone()];
        let last = units.len().saturating_sub(END_UNITS).max(TOP_UNITS);
        let ends = units.iter().skip(last);
        let lines = || units.iter().take(TOP_UNITS).chain(ends.clone()).map(words);
        (prove(lines()) || is_of_fields(lines())).then(|| Self {
            coded: is_coded(lines()),
        })
    }

    fn labelled(&self, line: &str) -> Option<Labelled> {
        labelled(line, self.coded)
    }

    /// Takes off what stands below the words, from the first label on.
    pub(super) fn below(&self, text: &str, units: &mut Vec<Range<usize>>) -> Vec<Zone> {
        let first = units.len().saturating_sub(END_UNITS);
        let first = first.max(self.top(text, units)).max(1);
        let mut below = None;
        for (number, unit) in units.iter().enumerate().skip(first).rev() {
            let line = &text[unit.clone()];
            let short = || {
                !has_pieces(line, SHORT_WORDS + 1)
                    && (!line.ends_with(['.', '!', '?', '”', '"']) || is_copyright(line))
            };
            match self.labelled(line) {
                Some(found) if found.gives == About => below = Some(number),
                None if short() => {}
                _ => break,
            }
        }
        let kind = ZoneKind::Trailer;
        let taken = below
            .map(|below| units.split_off(below))
            .unwrap_or_default();
        taken.into_iter().map(|span| Zone { kind, span }).collect()
    }

    /// Behind which unit the lines above the words end: at the label of these, or at the last label before them.
    fn top(&self, text: &str, units: &[Range<usize>]) -> usize {
        let mut top = 0;
        for (number, unit) in units.iter().enumerate().take(TOP_UNITS) {
            let line = &text[unit.clone()];
            match self.labelled(line) {
                Some(found) if found.gives == Body => return number + 1,
                Some(_) => top = number + 1,
                None if top > 0 && matter::is_header(line) => top = number + 1,
                None if is_running(line) => break,
                None => {}
            }
        }
        top
    }

    /// Which of the lines above the words is the headline: the labelled one; else the first, or if a day follows the
    /// name of the paper, the first below the day.
    fn headline(&self, text: &str, units: &[Range<usize>]) -> Option<usize> {
        let words = |number: usize| &text[units[number].clone()];
        let labelled = (0..units.len()).find_map(|number| {
            let line = words(number);
            let found = self
                .labelled(line)
                .filter(|found| found.gives == Headline)?;
            // The headline may stand on the next line.
            let below = number + 1;
            if found.behind < line.len() {
                Some(number)
            } else {
                (below < units.len() && self.labelled(words(below)).is_none()).then_some(below)
            }
        });
        let may_be = |number: &usize| {
            let line = words(*number);
            self.labelled(line).is_none()
                && line.contains(char::is_alphabetic)
                && is_headline(line, false)
                && !matter::is_header(line)
                && !matter::is_occasion(line)
                && !is_page_line(line)
                && !bylines::is_byline(line)
                && !is_edition(line)
        };
        let mut candidates = (0..units.len()).filter(may_be);
        let plain = || {
            let first = candidates.next()?;
            let dated = (first + 1..units.len())
                .take(1)
                .any(|next| is_day(words(next)));
            let second = candidates.next();
            let below = second.filter(|second| {
                dated
                    || is_section(words(first))
                        && !is_section(words(*second))
                        && *second == first + 1
            });
            below.or(Some(first))
        };
        labelled.or_else(plain)
    }
}

fn is_day(line: &str) -> bool {
    day_in(line).is_some() && (matter::is_header(line) || matter::is_occasion(line))
}

/// Whether a line says in which edition an article was printed: `Edition 1, National Edition`, `First Edition`.
fn is_edition(line: &str) -> bool {
    line.starts_with("Edition ") || line.ends_with(" Edition") || line.ends_with(" EDITION")
}

impl Article {
    /// Takes what stands above the words of an article from an archive, and says with which unit these begin. What
    /// follows the label of the words on its line stays in `units`.
    pub(super) fn take_export(
        &mut self,
        text: &str,
        units: &mut [Range<usize>],
        export: &Export,
    ) -> usize {
        let top = export.top(text, units);
        let headline = export.headline(text, &units[..top]);
        // Whether the line above is the label of authors alone.
        let mut authors = false;
        for number in 0..top {
            let unit = units[number].clone();
            let words = &text[unit.clone()];
            let next = units.get(number + 1).map_or("", |next| &text[next.clone()]);
            let Some(found) = export.labelled(words) else {
                let signed = || counts(next, "words") && bylines::is_author(words);
                let kind = if Some(number) == headline {
                    self.facts.headline = Some(folded(words));
                    ZoneKind::Headline
                } else if authors
                    || bylines::is_byline(words)
                    || bylines::is_dated(words)
                    || signed()
                {
                    ZoneKind::Byline
                } else {
                    ZoneKind::Header
                };
                self.facts.date = self.facts.date.or_else(|| day_in(words));
                self.push(kind, unit);
                authors = false;
                continue;
            };
            let alone = found.behind == words.len();
            authors = found.gives == Byline && alone;
            let behind = trimmed(text, unit.start + found.behind..unit.end);
            let label = trimmed(text, unit.start..unit.start + found.behind);
            match found.gives {
                Headline if Some(number) == headline => {
                    self.push(ZoneKind::Header, label);
                    self.push_headline(text, &behind);
                }
                Dateline => {
                    let place = text[behind.clone()].split(", ").next().unwrap_or_default();
                    self.facts.place = Some(folded(place)).filter(|place| !place.is_empty());
                    self.push(ZoneKind::Header, label);
                    self.push(ZoneKind::Dateline, behind);
                }
                Deck => {
                    self.push(ZoneKind::Header, label);
                    self.push(ZoneKind::Heading, behind);
                }
                Body => {
                    self.push(ZoneKind::Header, label);
                    if !behind.is_empty() {
                        units[number] = behind;
                        return number;
                    }
                }
                Byline if !alone => self.push(ZoneKind::Byline, unit),
                About if found.number == CITED => {
                    self.facts.date = self.facts.date.or_else(|| day_in(words));
                    self.push(ZoneKind::Byline, unit);
                }
                Byline | Headline | About => {
                    let own = found.number != COPYRIGHT
                        && LABELS
                            .get(found.number)
                            .is_none_or(|label| label.0 != "load-date");
                    self.facts.date = self.facts.date.or_else(|| day_in(words).filter(|_| own));
                    self.push(ZoneKind::Header, unit);
                }
            }
        }
        top
    }
}
