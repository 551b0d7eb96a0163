//! Headings: the lines that stand above running text, and the line under a headline.

use std::sync::LazyLock;

use regex::Regex;

use super::expression;
use super::matter::has_label;

/// The longest heading, in words.
const HEADING_WORDS: usize = 15;
/// The longest heading, in bytes.
const HEADING_BYTES: usize = 240;
/// The longest heading that is neither in capitals nor in title case, in words.
const PLAIN_HEADING_WORDS: usize = 9;
/// The longest line under a headline, in words.
const DECK_WORDS: usize = 30;

/// The most lines that it may be broken into.
const DECK_LINES: usize = 3;

/// Small words that titles leave uncapitalised.
const SMALL_WORDS: [&str; 36] = [
    "a", "about", "after", "against", "amid", "an", "and", "as", "at", "before", "but", "by", "de",
    "des", "for", "from", "in", "into", "is", "la", "le", "nor", "of", "off", "on", "or", "out",
    "over", "per", "so", "than", "the", "to", "up", "vs", "with",
];

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?:(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.):]|(?:Section|Part|Chapter|PART|SECTION|CHAPTER)\s+(?:\d{1,3}|[IVXLC]+|[A-Z])[.:]?|§\s?\d+\.?)\s+\S",
    )
});

/// How a line could be a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingForm {
    /// Within the marks by which plain text shows bold type or a heading: `**Costs**`, `== Costs ==`.
    Marked,
    /// Capitals only.
    Capitals,
    /// Title case, or a number before it.
    Title,
    /// Like the beginning of a sentence that has no end.
    Plain,
}

/// The form of a heading that a line has, if it has one.
pub(super) fn heading(line: &str) -> Option<HeadingForm> {
    if is_marked(line) {
        return Some(HeadingForm::Marked);
    }
    let line = within_marks(line).unwrap_or(line);
    let stopped = line.ends_with(['.', ',', ';', ':', '"', '”', '»', ')', '…', '!']);
    if stopped || line.len() > HEADING_BYTES {
        return None;
    }
    let words = line.split_whitespace().count();
    let mut letters = line.chars().filter(|character| character.is_alphabetic());
    if words > HEADING_WORDS || letters.nth(1).is_none() {
        return None;
    }
    let capitals = line
        .chars()
        .filter(|character| character.is_uppercase())
        .count();
    if capitals > 1 && !line.chars().any(char::is_lowercase) {
        return Some(HeadingForm::Capitals);
    }
    if !line.starts_with(|character: char| character.is_uppercase() || character.is_numeric()) {
        return None;
    }
    if NUMBERED.is_match(line) && !line.ends_with('?')
        || capitals > 0 && is_title_case(line) && !has_label(line)
    {
        return Some(HeadingForm::Title);
    }
    let plain =
        words <= PLAIN_HEADING_WORDS && !line.contains(['"', '“', '”', '«']) && !has_label(line);
    plain.then_some(HeadingForm::Plain)
}

/// The words of a line that all stand within marks of quotation: `‘Premature’`.
fn within_marks(line: &str) -> Option<&str> {
    let marks = [('‘', '’'), ('\'', '\''), ('"', '"'), ('“', '”')];
    let mut inner = marks
        .iter()
        .filter_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(*close));
    inner
        .next()
        .filter(|inner| !inner.contains(['‘', '’', '\'', '"', '“', '”']))
}

/// Signs that make a heading of what stands between them, and those that do so before it.
const AROUND: [(&str, &str); 9] = [
    ("***", "***"),
    ("**", "**"),
    ("__", "__"),
    ("===", "==="),
    ("==", "=="),
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
    ("<h2>", "</h2>"),
    ("<h3>", "</h3>"),
];
const BEFORE: [&str; 3] = ["## ", "### ", "#### "];

/// Whether a line is marked as a heading.
fn is_marked(line: &str) -> bool {
    // Few lines begin so.
    if !line.starts_with(['*', '_', '=', '<', '#']) || line.len() > HEADING_BYTES {
        return false;
    }
    let around = AROUND
        .iter()
        .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close));
    let before = || BEFORE.iter().find_map(|sign| line.strip_prefix(sign));
    around.or_else(before).is_some_and(|inner| {
        inner.chars().any(char::is_alphabetic)
            && !inner.contains(['*', '_', '=', '<', '#'])
            && !inner.ends_with(['.', ','])
            && inner.split_whitespace().count() <= HEADING_WORDS
    })
}

/// Words with which a heading asks.
const ASKING: [&str; 6] = ["how", "what", "when", "where", "who", "why"];

/// Whether a line is a heading with a colon: `WHAT WE KNOW:`, `Why it matters:`.
pub(super) fn opens_section(line: &str) -> bool {
    let Some(line) = line.strip_suffix(':') else {
        return false;
    };
    let first = line.split(' ').next().unwrap_or_default();
    let asks = || ASKING.iter().any(|word| word.eq_ignore_ascii_case(first));
    match heading(line) {
        Some(HeadingForm::Capitals) => true,
        Some(HeadingForm::Title | HeadingForm::Plain) => asks() && line.contains(' '),
        _ => false,
    }
}

/// Whether a line stands under the headline and says more of the same: a sentence without its stop, or
/// with none at all.
pub(super) fn is_deck(line: &str) -> bool {
    let unquoted = line.trim_end_matches(['\'', '’', '”', '"']);
    unquoted.ends_with(char::is_alphanumeric) && may_be_deck(line)
}

/// The same in words that are not those of a name: `Members leave in May`, not `Lumen Executive Office Building`.
pub(super) fn is_sentence_deck(line: &str) -> bool {
    is_deck(line) && !is_title_case(line)
}

/// The same where a byline follows; a stop may end it.
pub(super) fn may_be_deck(line: &str) -> bool {
    let count = line.split_whitespace().count();
    (4..=DECK_WORDS).contains(&count)
        && line.lines().count() <= DECK_LINES
        && line.starts_with(char::is_uppercase)
        && !line.contains(". ")
}

fn is_title_case(line: &str) -> bool {
    line.split_whitespace().all(|word| {
        let word = word.trim_matches(|character: char| !character.is_alphanumeric());
        let first = word.chars().next();
        first.is_none_or(|first| !first.is_lowercase()) || SMALL_WORDS.contains(&word)
    })
}

/// Whether a line is a heading between dashes: `- Missing zeros -`.
pub(super) fn is_dashed(line: &str) -> bool {
    let inner = line
        .strip_prefix(['-', '–', '—'])
        .and_then(|rest| rest.strip_suffix(['-', '–', '—']));
    inner.is_some_and(|inner| {
        inner.starts_with(' ')
            && inner.ends_with(' ')
            && inner.chars().any(char::is_alphabetic)
            && inner.split_whitespace().count() <= HEADING_WORDS
    })
}
