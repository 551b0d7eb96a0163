//! Lines: which line breaks were meant, and what stands at the beginning of a line.

use std::ops::Range;

use super::marks::{is_line_end, is_opener};
use crate::text::{head, tail};

/// What white space holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// No white space at all.
    None,
    /// No end of a line.
    Space,
    /// The end of one line.
    Line,
    /// A blank line, a page or a paragraph separator.
    Paragraph,
}

/// The white space at the beginning of a text: its length, and what it holds.
pub(super) fn gap(text: &str) -> (usize, Gap) {
    // One space between words, which it is mostly.
    match text.as_bytes() {
        [first, ..] if first.is_ascii_graphic() => return (0, Gap::None),
        [b' ', next, ..] if next.is_ascii_graphic() => return (1, Gap::Space),
        _ => {}
    }
    let length = text.len() - text.trim_start().len();
    let space = &text[..length];
    if length == 0 {
        return (0, Gap::None);
    }
    let count = |line_end: char| space.matches(line_end).count();
    // A return and a feed behind it are one end of a line.
    let lines = count('\n').max(count('\r')) + count('\u{85}') + count('\u{2028}') + count('\u{b}');
    let kind = match lines {
        _ if space.contains(['\u{c}', '\u{2029}']) => Gap::Paragraph,
        0 => Gap::Space,
        1 => Gap::Line,
        _ => Gap::Paragraph,
    };
    (length, kind)
}

/// Whether nothing but white space stands between a place and the end of a line before it.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    let space = |mark: char| mark.is_whitespace() && !is_line_end(mark);
    let before = text[..at].trim_end_matches(space);
    before.is_empty() || before.ends_with(is_line_end)
}

/// Signs that are bullets alone.
fn is_dot(sign: char) -> bool {
    matches!(
        sign,
        '•' | '‣' | '◦' | '▪' | '■' | '●' | '○' | '·' | '⁃' | '\u{f0b7}'
    )
}

/// The length of the bullet at the beginning of a line and of the space behind it; 0 if there is none.
pub(super) fn bullet(line: &str) -> usize {
    let Some(sign) = line.chars().next() else {
        return 0;
    };
    if !is_dot(sign) && !matches!(sign, '*' | '-' | '–' | '—') {
        return 0;
    }
    let rest = &line[sign.len_utf8()..];
    let item = rest.trim_start_matches(is_indent);
    let begins = item.starts_with(|first: char| !first.is_whitespace() && first != sign);
    if begins && item.len() < rest.len() {
        line.len() - item.len()
    } else {
        0
    }
}

/// Whether a line begins with the label of a list item: `1.`, `2)`, `(a)`, `(iv)`.
fn is_enumerated(line: &str) -> bool {
    let opened = line.strip_prefix('(');
    let rest = opened.unwrap_or(line).as_bytes();
    let label = rest
        .iter()
        .take(5)
        .take_while(|mark| mark.is_ascii_alphanumeric());
    let label = &rest[..label.count()];
    let short = match label {
        [_] | [b'0'..=b'9', b'0'..=b'9'] => true,
        [] => false,
        _ => label.iter().all(|mark| b"ivx".contains(mark)),
    };
    match rest[label.len()..] {
        [b')', ..] if opened.is_some() => short,
        [b')' | b'.', space, ..] => short && space.is_ascii_whitespace(),
        _ => false,
    }
}

/// The length of a line of signs, as `***` or `-----`, at the beginning; 0 if there is none.
pub(super) fn rule(text: &str) -> usize {
    let bytes = text.as_bytes();
    let Some(sign) = bytes.first().filter(|sign| b"*=_~#-+".contains(sign)) else {
        return 0;
    };
    let length = bytes.iter().take_while(|byte| *byte == sign).count();
    let alone = bytes.get(length).is_none_or(u8::is_ascii_whitespace);
    if length > 2 && alone { length } else { 0 }
}

/// How wide the lines of the paragraph under way are.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The paragraph whose lines were measured, in bytes.
    paragraph: Range<usize>,
    /// The longest of them, in bytes.
    width: usize,
}

/// Below this width, in bytes, lines are taken for lines of their own rather than for wrapped ones.
const NARROW: usize = 30;
/// How many bytes behind a bullet its item is looked for.
const INDENT_BYTES: usize = 16;
/// How many bytes of the next word are looked at.
const WORD_BYTES: usize = 64;
/// How many bytes of the lines before a place tell how wide lines are.
const MEASURED_BYTES: usize = 1 << 13;

impl Lines {
    /// Whether the line that ends where `space` begins was broken on purpose.
    ///
    /// A wrapped line is full: the word behind it would not have fitted. One that has room for it was
    /// broken on purpose, unless the next begins with a small letter or this one asks for more.
    pub(super) fn broken_on_purpose(
        &mut self,
        text: &str,
        sentence: usize,
        space: &Range<usize>,
    ) -> bool {
        let next = &text[space.end..];
        if next.starts_with(is_dot) {
            return true;
        }
        let before = text[sentence..space.start].trim_end();
        let item = bullet(next) > 0 || is_enumerated(next);
        if item {
            let listed = is_item(text, sentence);
            if listed || before.ends_with(['.', ':', ';', '!', '?']) {
                return true;
            }
        } else {
            let goes_on = next
                .trim_start_matches(is_opener)
                .starts_with(char::is_lowercase);
            let wants = [',', '-', '\u{ad}', '‐', '—', '–', '(', '/', '&'];
            if goes_on || before.ends_with(wants) {
                return false;
            }
        }
        self.has_room(text, space)
    }

    /// Whether the word behind a line end would have fitted before it.
    fn has_room(&mut self, text: &str, space: &Range<usize>) -> bool {
        if !self.paragraph.contains(&space.start) {
            self.measure(text, space.start);
        }
        let above = &text[self.paragraph.start..space.start];
        let word = head(&text[space.end..], WORD_BYTES);
        let word = word.split_whitespace().next().map_or(0, str::len);
        // The indent of its first line belongs to a paragraph's width.
        let line = above.rsplit(is_line_end).next().unwrap_or(above).trim_end();
        self.width < NARROW || line.len() + word + 2 < self.width
    }

    /// Measures the lines between the blank ones around a place.
    fn measure(&mut self, text: &str, at: usize) {
        let mut start = at + 1;
        for line in text[..at].rsplit('\n') {
            if start <= at && (line.trim().is_empty() || at - start >= MEASURED_BYTES) {
                break;
            }
            start -= line.len() + 1;
        }
        let (mut end, mut width) = (start, 0);
        for line in text[start..].split_inclusive('\n') {
            if line.trim().is_empty() && end > at {
                break;
            }
            width = width.max(line.trim_end().len());
            end += line.len();
        }
        self.paragraph = start..end.max(at + 1);
        self.width = width;
    }
}

/// Whether the sentence that begins at a place is the item of a list.
fn is_item(text: &str, sentence: usize) -> bool {
    let before = tail(&text[..sentence], INDENT_BYTES);
    let begin = before.rfind(|mark: char| !is_indent(mark)).unwrap_or(0);
    let bulleted = bullet(&text[sentence - before.len() + begin..]) > 0;
    bulleted || is_enumerated(&text[sentence..])
}

fn is_indent(mark: char) -> bool {
    matches!(mark, ' ' | '\t' | '\u{a0}')
}
