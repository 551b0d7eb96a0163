//! Lines and what hangs together: from line ends, blank lines and indents to paragraphs.

use std::ops::Range;

use super::captions::is_caption;
use super::dateline::{Close, dateline, names_more};
use super::headings::{self, HeadingForm};
use super::page::is_page_line;
use super::sections::is_known_section;
use super::{bylines, export_labels, items, matter};

/// A line with something visible on it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line<'t> {
    /// Its bytes, without white space at either end.
    span: Range<usize>,
    /// What these are.
    words: &'t str,
    /// The characters of white space before it.
    indent: usize,
    /// Whether it begins with a small letter.
    small: bool,
    /// Whether a blank line stands before it.
    apart: bool,
    /// Whether it is the first of the text.
    first: bool,
}

impl Line<'_> {
    /// Its visible length in characters.
    fn length(&self) -> usize {
        self.words.chars().count()
    }

    /// The length of its first word.
    fn first_word(&self) -> usize {
        let first = self.words.split_whitespace().next();
        first.map_or(0, |word| word.chars().count())
    }
}

/// The share of line ends at which the next word would not have fitted, from which on a text is taken
/// for one that was broken at a column.
const WRAPPED_SHARE: f64 = 0.6;
/// The widest column at which texts are broken, in characters.
const WIDEST_COLUMN: usize = 160;

/// The visible lines of a text.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut start, mut apart) = (0, false);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = &text[start..end];
        let inner = line.trim_start();
        let indent = line[..line.len() - inner.len()].chars().count();
        let from = end - inner.len();
        let inner = inner.trim_end();
        if inner.is_empty() {
            apart = true;
        } else {
            lines.push(Line {
                span: from..from + inner.len(),
                indent,
                words: inner,
                small: inner.starts_with(char::is_lowercase),
                apart,
                first: lines.is_empty(),
            });
            apart = false;
        }
        start = end + 1;
    }
    lines
}

/// The paragraphs of a text and the lines that are none, in order.
pub(super) fn units(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let layout = Layout::of(&lines);
    let mut units: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    // The first and the last line of the unit under way, and whether it is the item of a list.
    let mut open: Option<(usize, usize, bool)> = None;
    // The number of the last item that has one.
    let mut counted: Option<usize> = None;
    for (number, line) in lines.iter().enumerate() {
        let counts = items::item_numbers(line.words);
        let announced = |count: usize| {
            let last = number.checked_sub(1).map(|last| lines[last].words);
            items::is_first_item(count) && last.is_some_and(|last| last.ends_with(':'))
        };
        let mut counts = counts.iter().flatten().map(|(count, _)| *count);
        let next = counts
            .find(|count| announced(*count) || counted.is_some_and(|last| last + 1 == *count));
        counted = next.or(counted.filter(|_| !line.apart));
        let beside = |other: Option<&Line<'_>>| {
            other.is_some_and(|other| items::share_bullet(line.words, other.words))
        };
        let signed = || {
            beside(number.checked_sub(1).map(|last| &lines[last])) || beside(lines.get(number + 1))
        };
        let item = items::bullet(line.words).is_some() || next.is_some() || signed();
        let opens = || number <= TOP_LINES && opens_article(text, &line.span);
        let goes_on = open.filter(|(first, last, in_item)| {
            !item
                && layout.continues((&lines[*first], &lines[*last]), line, *in_item)
                && (!layout.few
                    || line.small
                    || headings::is_left_open(lines[*last].words)
                    || may_go_on(&lines[*last], line, *last))
                && !stands_alone(line.words)
                && !stands_alone(lines[*last].words)
                && !opens()
        });
        open = if let (Some((first, _, in_item)), Some(unit)) = (goes_on, units.last_mut()) {
            unit.end = line.span.end;
            Some((first, number, in_item))
        } else {
            units.push(line.span.clone());
            Some((number, number, item))
        };
    }
    units
}

/// Fewer ends of lines within paragraphs say little of where lines were broken.
const FEW_BREAKS: usize = 6;
/// The shortest line that was broken at a column, in characters.
const BROKEN: usize = 45;
/// The most lines above a byline.
const ABOVE_BYLINE: usize = 4;

/// Whether a line with its stop is the last of a paragraph that was broken before it: no longer than the line above, which
/// has no stop and is no title.
fn ends_paragraph(last: &Line<'_>, next: &Line<'_>) -> bool {
    !last.first
        && last.words.ends_with(char::is_alphanumeric)
        && next.words.ends_with(['.', '!', '?', '"', '”'])
        && next.length() <= last.length()
        && !headings::is_in_title_case(last.words)
        && last.words.contains([',', '.', ';', '"', '”'])
        && !is_of_picture(last.words)
}

/// Whether a line names a picture or who took it.
fn is_of_picture(line: &str) -> bool {
    let last = line.rsplit(". ").next().unwrap_or_default();
    line.contains("Photo") || line.contains("PHOTO") || last.contains('/') || is_caption(line)
}

/// Whether a line without a small letter at its head may go on with the one before, `number` lines from the top,
/// where little speaks for it: below a headline stand its author, the day, the paper.
fn may_go_on(last: &Line<'_>, next: &Line<'_>, number: usize) -> bool {
    let of_top = || {
        bylines::is_author(next.words)
            || bylines::is_agency_name(next.words)
            || next
                .words
                .contains(|sign: char| sign.is_ascii_digit() || "|:@".contains(sign))
    };
    if number == 0 {
        let beside = || {
            let of_page = |line: &str| is_page_line(line) || is_known_section(line);
            of_top() || of_page(next.words) || of_page(last.words)
        };
        return next.length() <= last.length()
            && !ends(next.words)
            && headings::is_in_title_case(last.words)
            && !beside();
    }
    last.length() >= BROKEN && !(number < ABOVE_BYLINE && of_top() && !ends(next.words))
}

fn ends(line: &str) -> bool {
    line.ends_with(ENDS)
}

/// How many lines stand above the first paragraph at most.
const TOP_LINES: usize = 6;

/// Whether a line begins with a dateline that names an agency or a day and ends with a dash.
fn opens_article(text: &str, line: &Range<usize>) -> bool {
    names_more(text, line)
        && dateline(text, line).is_some_and(|found| {
            found.certain && found.close == Close::Dash && found.place.is_some()
        })
}

/// Whether a line is never part of a paragraph of several.
fn stands_alone(line: &str) -> bool {
    matches!(
        headings::heading(line),
        Some(HeadingForm::Capitals | HeadingForm::Marked)
    ) || export_labels::is_labelled(line)
        || bylines::is_byline(line)
        || super::top::is_header_line(line)
        || matter::is_header(line) && !ends_sentence(line)
        || matter::is_slug(line)
        || line.starts_with(['(', '['])
            && (matter::is_note(line) || matter::is_direction(line, true) && !line.contains('/'))
}

/// Whether a line is the number or the hour with which the sentence of the line before ends: `2031.`, `8 p.m.`
fn ends_sentence(line: &str) -> bool {
    line.ends_with('.') && (!line.contains(char::is_alphabetic) || is_hour(line))
}

/// Whether a line is an hour and no more: `8 p.m.`
fn is_hour(line: &str) -> bool {
    line.starts_with(|sign: char| sign.is_ascii_digit()) && line.split(' ').count() == 2
}

/// The least number of line ends from which it is told that a text was broken by hand, and the share of
/// them behind which a small letter follows.
const RAGGED_BREAKS: usize = 6;
const RAGGED_SHARE: f64 = 0.6;

/// The share of breaks behind which a small letter follows, where an indent opens paragraphs.
const SMALL_SHARE: f64 = 0.25;
/// What sentences end with.
const ENDS: [char; 8] = ['.', '!', '?', ':', '"', '”', '’', ')'];
/// The fewest lines with an indent that open paragraphs.
const OPENINGS: usize = 3;

/// How the lines of a text were broken.
struct Layout {
    /// The column at which lines were broken, if they were; 0 where that was done by hand, anywhere.
    column: Option<usize>,
    /// The indent that most lines have.
    indent: usize,
    /// The indent by which paragraphs open, if they do.
    opening: Option<usize>,
    /// Whether so few lines end within paragraphs that the column says little.
    few: bool,
}

impl Layout {
    /// The layout of a text with these lines.
    fn of(lines: &[Line<'_>]) -> Self {
        // Where paragraphs of a line or two open with an indent, few lines are without one, but lines that go on.
        let within = || lines.iter().skip(1).filter(|line| !line.apart);
        let quarter = |mut indents: Vec<usize>| {
            indents.sort_unstable();
            indents.get(indents.len() / 4).copied()
        };
        let of_small = within().filter(|line| line.small).map(|line| line.indent);
        let small: Vec<usize> = of_small.collect();
        let indent = Some(small)
            .filter(|small| !small.is_empty())
            .and_then(quarter)
            .or_else(|| quarter(within().map(|line| line.indent).collect()))
            .unwrap_or(0);
        Self {
            column: column(lines, indent),
            indent,
            opening: opening(lines, indent),
            few: within().take(FEW_BREAKS).count() < FEW_BREAKS,
        }
    }

    /// Whether a line goes on with the paragraph whose first and last lines so far are given.
    fn continues(
        &self,
        (first, last): (&Line<'_>, &Line<'_>),
        next: &Line<'_>,
        item: bool,
    ) -> bool {
        if next.apart {
            return false;
        }
        // A sentence that goes on with a small letter was broken, whatever else was.
        let goes_on = (next.small
            || last.first && headings::is_left_open(last.words)
            || ends_paragraph(last, next))
            && next.indent == last.indent
            && !last.words.ends_with(['.', '!', '?', ':', ';'])
            && !(last.first && ends(next.words))
            && (last.first || last.length() >= BROKEN);
        if goes_on {
            return true;
        }
        let Some(column) = self.column else {
            return false;
        };
        // What continues a list item hangs below its text; elsewhere an indent opens a paragraph.
        let hangs = next.indent > first.indent;
        if Some(next.indent) == self.opening && !(item && next.small) {
            return false;
        }
        if next.indent > self.indent && !(item && hangs) && next.indent != last.indent {
            return false;
        }
        !fits(last, next, column)
    }
}

/// The indent of most lines with more than most have, if the next line often has no more than that.
fn opening(lines: &[Line<'_>], indent: usize) -> Option<usize> {
    let opens =
        |pair: &&[Line<'_>]| pair[0].indent > indent && pair[1].indent == indent && !pair[1].apart;
    let mut indents: Vec<usize> = lines
        .windows(2)
        .filter(opens)
        .map(|pair| pair[0].indent)
        .collect();
    indents.sort_unstable();
    let middle = indents.get(indents.len() / 2).copied()?;
    let many = indents.iter().filter(|indent| **indent == middle).count();
    (many >= OPENINGS).then_some(middle)
}

/// Whether the first word of a line would have fitted at the end of the one before.
fn fits(line: &Line<'_>, next: &Line<'_>, column: usize) -> bool {
    line.indent + line.length() + 1 + next.first_word() <= column
}

/// The column at which the lines were broken. A line with more than the indent of most opens a paragraph, so
/// nothing was broken before it.
fn column(lines: &[Line<'_>], indent: usize) -> Option<usize> {
    Breaks::of(lines, indent).column(false).or_else(|| {
        // Where an indent opens paragraphs, the lines above the first of them were broken at no column.
        let opens = |line: &Line<'_>| line.indent > indent;
        let body = lines.iter().position(opens)?;
        let many = lines.iter().filter(|line| opens(line)).count() >= OPENINGS;
        Breaks::of(&lines[body..], indent)
            .column(true)
            .filter(|_| many)
    })
}

/// The ends of lines that may be breaks within paragraphs.
struct Breaks<'a, 't> {
    pairs: Vec<&'a [Line<'t>]>,
}

impl<'a, 't> Breaks<'a, 't> {
    fn of(lines: &'a [Line<'t>], indent: usize) -> Self {
        let within = |pair: &&[Line<'_>]| !pair[1].apart && pair[1].indent <= indent;
        Self {
            pairs: lines.windows(2).filter(within).collect(),
        }
    }

    fn share(&self, told: impl Fn(&[Line<'_>]) -> bool) -> f64 {
        let told = self.pairs.iter().filter(|pair| told(pair)).count();
        share(told, self.pairs.len())
    }

    /// The column: at a true break the next word reaches over it. `opened` says that an indent opens paragraphs.
    fn column(mut self, opened: bool) -> Option<usize> {
        let lengths = self.pairs.iter();
        let mut widths: Vec<usize> = lengths
            .map(|pair| pair[0].indent + pair[0].length())
            .collect();
        widths.sort_unstable();
        // A few lines stand out: a headline, a table.
        let column = *widths.get(widths.len() * 9 / 10)?;
        if column > WIDEST_COLUMN {
            return None;
        }
        let over = |pair: &[Line<'_>]| !fits(&pair[0], &pair[1], column);
        let small = |pair: &[Line<'_>]| pair[1].small;
        if opened {
            // Behind the end of a sentence there may be a heading or a caption.
            let ended = |pair: &[Line<'_>]| pair[0].words.ends_with(ENDS);
            self.pairs
                .retain(|pair| over(pair) || small(pair) || !ended(pair));
            let goes_on = self.share(small) >= SMALL_SHARE;
            return (goes_on && self.share(over) >= WRAPPED_SHARE).then_some(column);
        }
        if self.share(over) >= WRAPPED_SHARE {
            return Some(column);
        }
        let ragged = widths.len() >= RAGGED_BREAKS && self.share(small) >= RAGGED_SHARE;
        ragged.then_some(0)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share of lines")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
