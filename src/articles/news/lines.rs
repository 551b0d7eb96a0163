//! Lines and what hangs together: from line ends, blank lines and indents to paragraphs.

use std::ops::Range;

use super::headings::{self, HeadingForm};
use super::{bylines, matter};

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
    for (number, line) in lines.iter().enumerate() {
        let item = matter::bullet(line.words).is_some();
        let goes_on = open.filter(|(first, last, in_item)| {
            !item
                && layout.continues((&lines[*first], &lines[*last]), line, *in_item)
                && !stands_alone(line.words)
                && !stands_alone(lines[*last].words)
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

/// Whether a line is never part of a paragraph of several.
fn stands_alone(line: &str) -> bool {
    headings::heading(line) == Some(HeadingForm::Capitals)
        || bylines::is_byline(line)
        || super::top::is_header_line(line)
        || matter::is_header(line)
        || matter::is_slug(line)
        || line.starts_with(['(', '[']) && (matter::is_note(line) || matter::is_direction(line))
}

/// The least number of line ends from which it is told that a text was broken by hand, and the share of
/// them behind which a small letter follows.
const RAGGED_BREAKS: usize = 6;
const RAGGED_SHARE: f64 = 0.6;

/// How the lines of a text were broken.
struct Layout {
    /// The column at which lines were broken, if they were; 0 where that was done by hand, anywhere.
    column: Option<usize>,
    /// The indent that most lines have.
    indent: usize,
}

impl Layout {
    /// The layout of a text with these lines.
    fn of(lines: &[Line<'_>]) -> Self {
        let mut indents: Vec<usize> = lines.iter().map(|line| line.indent).collect();
        indents.sort_unstable();
        let indent = indents.get(indents.len() / 2).copied().unwrap_or(0);
        Self {
            column: column(lines, indent),
            indent,
        }
    }

    /// Whether a line goes on with the paragraph whose first and last lines so far are given.
    fn continues(
        &self,
        (first, last): (&Line<'_>, &Line<'_>),
        next: &Line<'_>,
        item: bool,
    ) -> bool {
        let Some(column) = self.column else {
            return false;
        };
        if next.apart {
            return false;
        }
        // What continues a list item hangs below its text; elsewhere an indent opens a paragraph.
        let hangs = next.indent > first.indent;
        if next.indent > self.indent && !(item && hangs) && next.indent != last.indent {
            return false;
        }
        !fits(last, next, column)
    }
}

/// Whether the first word of a line would have fitted at the end of the one before.
fn fits(line: &Line<'_>, next: &Line<'_>, column: usize) -> bool {
    line.indent + line.length() + 1 + next.first_word() <= column
}

/// The column at which the lines were broken: at a true break the next word reaches over it. A line with
/// more than the indent of most opens a paragraph, so nothing was broken before it.
fn column(lines: &[Line<'_>], indent: usize) -> Option<usize> {
    let within = |pair: &&[Line<'_>]| !pair[1].apart && pair[1].indent <= indent;
    let breaks = || lines.windows(2).filter(within);
    let mut widths: Vec<usize> = breaks()
        .map(|pair| pair[0].indent + pair[0].length())
        .collect();
    widths.sort_unstable();
    // A few lines stand out: a headline, a table.
    let column = *widths.get(widths.len() * 9 / 10)?;
    if column > WIDEST_COLUMN {
        return None;
    }
    let over = breaks().filter(|pair| !fits(&pair[0], &pair[1], column));
    if share(over.count(), widths.len()) >= WRAPPED_SHARE {
        return Some(column);
    }
    let small = breaks().filter(|pair| pair[1].small).count();
    let ragged = widths.len() >= RAGGED_BREAKS && share(small, widths.len()) >= RAGGED_SHARE;
    ragged.then_some(0)
}

#[expect(clippy::cast_precision_loss, reason = "a share of lines")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
