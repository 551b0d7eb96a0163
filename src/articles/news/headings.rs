//! Headings: the lines that stand above running text, and the line under a headline.

use std::sync::LazyLock;

use regex::Regex;

use super::expressions::expression;
use super::matter::has_label;
use super::narration::{is_saying, narrates};
use crate::text::pieces;

/// The longest heading, in words.
const HEADING_WORDS: usize = 15;
/// The longest heading, in bytes.
const HEADING_BYTES: usize = 240;
/// The longest heading that is neither in capitals nor in title case, in words, where nothing else speaks for it.
const PLAIN_HEADING_WORDS: usize = 9;
/// The longest label of a heading, and what stands behind it, in words.
const LABEL_WORDS: usize = 3;
const LABELLED_WORDS: usize = 7;
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
    /// The same, if only the paragraphs around it have their stops: longer, with marks of quotation or with a
    /// label.
    Bare,
}

/// The form of a heading that a line has, if it has one.
pub(super) fn heading(line: &str) -> Option<HeadingForm> {
    if is_marked(line) {
        return Some(HeadingForm::Marked);
    }
    let line = within_marks(line).unwrap_or(line);
    if line.len() > HEADING_BYTES {
        return None;
    }
    if line.ends_with(['.', ',', ';', ':', '»', ')', '…', '!']) {
        return None;
    }
    let words = pieces(line).take(HEADING_WORDS + 1).count();
    let opens = line.starts_with(['‘', '“', '"', '\'']) && line.contains(char::is_lowercase);
    if line.ends_with(['"', '”']) || opens {
        return is_quoted(line, words).then_some(HeadingForm::Bare);
    }
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
    let rhetorical = words == 1 && line.ends_with('?');
    if NUMBERED.is_match(line) && !line.ends_with('?')
        || capitals > 0 && is_in_title_case(line) && !has_label(line) && !rhetorical
    {
        return Some(HeadingForm::Title);
    }
    // `Why?`, `But who pays?` go on with the paragraph before.
    let first = line.split(' ').next().unwrap_or_default();
    if line.ends_with('?') && (words == 1 || ["And", "But", "Or", "So"].contains(&first)) {
        return None;
    }
    let quoted = line.contains(['"', '“', '”', '«']);
    if words <= PLAIN_HEADING_WORDS && !quoted && !has_label(line) {
        return Some(HeadingForm::Plain);
    }
    let bare = if quoted {
        is_quoted(line, words)
    } else {
        !has_label(line) || is_labelled(line)
    };
    (bare && !holds_sentence(line)).then_some(HeadingForm::Bare)
}

/// Whether a sentence ends within a line: behind a word in small letters, not behind `U.S.` or `St.`
fn holds_sentence(line: &str) -> bool {
    let ends = |part: &str| {
        let word = part.rsplit(' ').next().unwrap_or_default();
        word.len() >= SHORTEST_END && word.chars().all(char::is_lowercase)
    };
    line.match_indices(". ").any(|(at, _)| ends(&line[..at]))
}

/// The shortest word behind which a stop within a line ends a sentence, in bytes.
const SHORTEST_END: usize = 4;

/// Whether a line with marks of quotation at an end has no stop, as no sentence has: `‘No way back’ for pilots`.
fn is_quoted(line: &str, words: usize) -> bool {
    let quotes = ['"', '”', '’', '\''];
    if !(2..=PLAIN_HEADING_WORDS).contains(&words)
        || !line
            .trim_end_matches(quotes)
            .ends_with(char::is_alphanumeric)
    {
        return false;
    }
    let curly = line.matches(['“', '”']).count();
    let straight = line.matches('"').count();
    let closed = || {
        line.strip_prefix(['‘', '\''])
            .is_some_and(|rest| rest.contains(['’', '\'']))
    };
    let mut bare = line.trim_start_matches(['‘', '“', '"', '\'']).chars();
    (curly == 2 || straight == 2 || closed())
        && bare.next().is_some_and(char::is_uppercase)
        && !line.contains(" said")
        && (!has_label(line) || !line.contains(char::is_lowercase))
}

/// Whether a line is a short label with a few words behind it: `Tolls: who pays`, `Part Two: The Boats`.
fn is_labelled(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(label, rest)| {
        let many = |part: &str| part.split_whitespace().count();
        many(label) <= LABEL_WORDS
            && label.len() > 1
            && many(rest) <= LABELLED_WORDS
            && !rest.contains(|sign: char| sign.is_ascii_digit() || ":$€£%".contains(sign))
            // `Vell: ‘Who will pay?’` is said.
            && !rest.starts_with(['‘', '“', '"', '\''])
    })
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
/// Words with which it asks for yes or no.
const ASKING_WHETHER: [&str; 10] = [
    "are", "can", "could", "did", "do", "does", "is", "should", "was", "will",
];

/// Whether a line is a question of some words.
pub(super) fn is_question(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default().to_lowercase();
    line.ends_with('?')
        && line.split_whitespace().count() > 1
        && (ASKING.contains(&first.as_str()) || ASKING_WHETHER.contains(&first.as_str()))
}

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

/// What the announcement of a list ends with.
const ANNOUNCING: [&str; 6] = [
    "following",
    "follows",
    "include",
    "included",
    "includes",
    "these",
];

/// Whether a line is a few words and a colon that announce nobody's words: `Background:`, `The latest:`.
pub(super) fn is_short_with_colon(line: &str) -> bool {
    line.strip_suffix(':').is_some_and(|line| {
        let last = line.rsplit(' ').next().unwrap_or_default();
        line.split_whitespace().count() <= LABEL_WORDS
            && matches!(heading(line), Some(HeadingForm::Title | HeadingForm::Plain))
            && !narrates(line)
            && !is_saying(last)
            && !ANNOUNCING.contains(&last)
            && (line.contains(' ') || !last.ends_with("ed"))
    })
}

/// Whether a line stands under the headline and says more of the same: a sentence without its stop, or
/// with none at all.
pub(super) fn is_deck(line: &str) -> bool {
    let unquoted = line.trim_end_matches(['\'', '’', '”', '"']);
    unquoted.ends_with(char::is_alphanumeric) && may_be_deck(line)
}

/// The same in words that are not those of a name: `Members leave in May`, not `Lumen Executive Office Building`.
pub(super) fn is_sentence_deck(line: &str) -> bool {
    is_deck(line) && !is_in_title_case(line)
}

/// The same where a byline follows; a stop may end it.
pub(super) fn may_be_deck(line: &str) -> bool {
    let count = line.split_whitespace().count();
    (4..=DECK_WORDS).contains(&count)
        && line.lines().count() <= DECK_LINES
        && line
            .trim_start_matches(['‘', '“', '"', '\''])
            .starts_with(char::is_uppercase)
        && !line.contains(". ")
}

pub(super) fn is_in_title_case(line: &str) -> bool {
    line.split_whitespace().all(|word| {
        let word = word.trim_matches(|character: char| !character.is_alphanumeric());
        let first = word.chars().next();
        first.is_none_or(|first| !first.is_lowercase()) || SMALL_WORDS.contains(&word)
    })
}

/// Whether a line ends with a small word, behind which more must follow: `Council votes to close baths in`.
pub(super) fn is_left_open(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    OPEN_WORDS.contains(&last)
}

/// Small words with which no headline ends.
const OPEN_WORDS: [&str; 14] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
];

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
