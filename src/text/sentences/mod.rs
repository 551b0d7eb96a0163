//! Sentences: where those of a text begin and end.
//!
//! The marks and letters are those of UAX #29; what it leaves to tailoring is decided here from the words
//! on either side of a mark: abbreviations and initials, quotation marks and brackets that close behind
//! it, small letters, labels of lists. A blank line ends a sentence whatever stands before it; a single
//! line break does so only where the line was broken on purpose (`lines.rs`). Every decision looks at a
//! bounded stretch, so the time is linear in the text.

mod abbreviations;
mod addresses;
mod lines;
mod marks;
mod stops;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use addresses::{address, face, notes, time_stamp};
use lines::{Gap, Lines, begins_line, bullet, gap, rule};
use marks::{
    BLOCK, CANDIDATES, Terminator, holds_candidate, is_armenian, is_closer, is_greek, is_line_end,
    is_quote, spaced_closer, terminator,
};
use stops::{Stop, ends, ends_without_space};

/// The sentences of a text in order, in bytes, without the white space between them.
///
/// Together they hold every visible character but the bullets of lists.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    sentences_within(text, 0..text.len())
}

/// The sentences of a part of a text, in bytes of the text.
///
/// What stands before the part tells how wide its first line is.
pub fn sentences_within(text: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    Sentences::new(text, &part)
}

/// A walk over a text, sentence by sentence.
struct Sentences<'t> {
    text: &'t str,
    /// Where the sentence under way begins.
    start: usize,
    /// Where the scan is.
    at: usize,
    lines: Lines,
}

impl<'t> Sentences<'t> {
    fn new(text: &'t str, part: &Range<usize>) -> Self {
        let mut sentences = Self {
            text: &text[..part.end],
            start: 0,
            at: 0,
            lines: Lines::default(),
        };
        sentences.begin(part.start);
        sentences
    }

    /// Begins a sentence at the next visible character, or behind the bullet of a line.
    fn begin(&mut self, behind: usize) {
        let (length, _) = gap(&self.text[behind..]);
        let mut start = behind + length;
        if begins_line(self.text, start) {
            start += bullet(&self.text[start..]);
        }
        self.start = start;
        self.at = start;
    }

    /// The next place where a sentence may end, from where the scan is.
    fn candidate(&self) -> Option<usize> {
        let bytes = &self.text.as_bytes()[self.at..];
        // Most blocks hold none, which plain comparisons tell for a whole block at once.
        let blocks = bytes.as_chunks().0.iter();
        let passed = BLOCK * blocks.take_while(|block| !holds_candidate(block)).count();
        let found = bytes[passed..]
            .iter()
            .position(|byte| CANDIDATES[usize::from(*byte)])?;
        Some(self.at + passed + found)
    }

    /// The end of the sentence, if it ends by a candidate; else the scan goes on behind it.
    fn end_by(&mut self, at: usize) -> Option<usize> {
        let mark = self.text[at..].chars().next()?;
        let behind = at + mark.len_utf8();
        self.at = behind;
        let before = &self.text[..at];
        match mark {
            _ if is_line_end(mark) => self.end_by_line(at),
            '@' if before.ends_with(char::is_alphanumeric) => self.end_by_address(at),
            ':' if self.text[behind..].starts_with("//") => self.end_by_address(at),
            ':' if before.ends_with(|hour: char| hour.is_ascii_digit()) => self.end_by_time(at),
            ':' if before.ends_with(is_armenian) => self.end_by_stop(at, Terminator::Strong),
            ';' if before.ends_with(is_greek) => self.end_by_stop(at, Terminator::Strong),
            ':' | ';' if before.ends_with(' ') => self.end_by_face(at),
            // Between Armenian words a stop is what a colon is elsewhere.
            '.' if before.ends_with(is_armenian) && !self.text[behind..].starts_with('.') => None,
            _ => self.end_by_stop(at, terminator(mark)?),
        }
    }

    /// The end of a line ends a sentence if a blank one follows, or if it was broken on purpose.
    fn end_by_line(&mut self, at: usize) -> Option<usize> {
        let (length, gap) = gap(&self.text[at..]);
        self.at = at + length;
        let space = at..self.at;
        let ends =
            gap == Gap::Paragraph || self.lines.broken_on_purpose(self.text, self.start, &space);
        ends.then_some(at)
    }

    /// Behind an address of the web or of mail.
    fn end_by_address(&mut self, at: usize) -> Option<usize> {
        let (end, ends) = address(self.text, at);
        self.at = end.max(self.at);
        ends.then_some(end)
    }

    /// Date and time over a message are a sentence of their own.
    fn end_by_time(&mut self, colon: usize) -> Option<usize> {
        let stamp = time_stamp(self.text, colon)?;
        let before = self.text.get(self.start..stamp.start).unwrap_or_default();
        let begun = !before.is_empty() && !before.ends_with("on ") && !before.ends_with("at ");
        self.at = stamp.end;
        Some(if begun { stamp.start } else { stamp.end })
    }

    /// A face ends a sentence where the next word has a capital.
    fn end_by_face(&mut self, at: usize) -> Option<usize> {
        let length = face(&self.text[at..]);
        self.at = self.at.max(at + length);
        let next = self.text[self.at..].trim_start();
        (length > 0 && next.starts_with(char::is_uppercase)).then_some(self.at)
    }

    /// Marks that stand together, with what closes behind them.
    fn end_by_stop(&mut self, at: usize, kind: Terminator) -> Option<usize> {
        let (kind, marks) = self.marks(at, kind);
        let behind = self.text[marks..].trim_start_matches(is_closer);
        let behind = opened_behind(&self.text[marks..], behind);
        let mut end = self.text.len() - behind.len() + spaced_closer(behind);
        let closing = &self.text[marks..end];
        let stop = Stop {
            kind,
            quoted: closing.contains(is_quote),
            closed: !closing.is_empty(),
        };
        end += notes(&self.text[end..], &self.text[..at]);
        let (mut length, space) = gap(&self.text[end..]);
        if space == Gap::Space {
            let face = face(&self.text[end + length..]);
            if face > 0 {
                end += length + face;
                length = gap(&self.text[end..]).0;
            }
        }
        self.at = end;
        let (before, after) = (&self.text[self.start..at], &self.text[end + length..]);
        let ends = match space {
            _ if after.is_empty() => true,
            Gap::Paragraph => true,
            // `… And they went on`: words left out at the beginning.
            _ if kind == Terminator::Ellipsis && is_no_word(before) => false,
            Gap::None if kind == Terminator::Wide => !after.starts_with(char::is_numeric),
            Gap::None => ends_without_space(stop, before, after),
            Gap::Space | Gap::Line => ends(stop, before, after),
        };
        ends.then_some(end)
    }

    /// What marks from a place on are together, and where they end; there may be spaces between them.
    fn marks(&self, at: usize, mut kind: Terminator) -> (Terminator, usize) {
        let mut end = self.at;
        let mut run = self.text[..at].ends_with(' ') || self.text[end..].starts_with(" . .");
        loop {
            let mut marks = self.text[end..].chars();
            match marks.next() {
                Some(' ') if run || kind == Terminator::Strong => {
                    if !matches!(marks.next(), Some('.' | '!' | '?')) {
                        return (kind, end);
                    }
                    end += 1;
                }
                Some(mark) => {
                    let Some(more) = terminator(mark) else {
                        return (kind, end);
                    };
                    kind = kind.joined(more);
                    end += mark.len_utf8();
                    run = true;
                }
                None => return (kind, end),
            }
        }
    }
}

/// Whether a sentence under way has nothing but a mark or two.
fn is_no_word(before: &str) -> bool {
    before.len() <= MARKS_BYTES && !before.contains(char::is_alphanumeric)
}

/// How many bytes the marks may have that open a sentence before dots.
const MARKS_BYTES: usize = 8;

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.start;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let mut end = Some(start + rule(rest)).filter(|end| *end > start);
        while end.is_none() {
            let Some(at) = self.candidate() else { break };
            end = self.end_by(at);
        }
        let end = end.unwrap_or(self.text.len());
        self.begin(end);
        Some(start..start + self.text[start..end].trim_end().len())
    }
}

/// What follows the marks that close behind a stop, from the mark on that opens what stands behind it with no
/// space between: `It ended.“It began,” he said.`
fn opened_behind<'t>(closing: &'t str, behind: &'t str) -> &'t str {
    let marks = &closing[..closing.len() - behind.len()];
    let opening = marks
        .chars()
        .next_back()
        .filter(|mark| matches!(mark, '“' | '‘'));
    match opening {
        Some(mark) if behind.starts_with(char::is_uppercase) => {
            &closing[marks.len() - mark.len_utf8()..]
        }
        _ => behind,
    }
}
