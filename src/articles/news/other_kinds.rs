//! Texts that have a title, an author and a day as articles do, and are none: papers, plays, mails, speeches, judgments.

use std::ops::Range;

/// How many units from the top are looked at.
const UNITS: usize = 24;
/// The longest line that is looked at, in bytes.
const LONGEST: usize = 64;

/// Headings of papers, books, plays and recipes, in small letters.
const HEADINGS: [&str; 17] = [
    "abstract",
    "act i",
    "act one",
    "acknowledgements",
    "act 1",
    "chapter i",
    "chapter one",
    "contents",
    "directions",
    "executive summary",
    "ingredients",
    "introduction",
    "keywords",
    "method",
    "prologue",
    "summary of findings",
    "table of contents",
];
/// How lines begin that are of mails, papers and books.
const OPENINGS: [&str; 16] = [
    "Abstract:",
    "ACT ",
    "Act I",
    "CC:",
    "Cc:",
    "CHAPTER ",
    "Chapter ",
    "Dear ",
    "Keywords:",
    "RE:",
    "Re:",
    "SCENE ",
    "SUBJECT:",
    "Subject:",
    "TO:",
    "To:",
];
/// How those begin who are spoken to.
const SPOKEN_TO: [&str; 16] = [
    "Excellencies",
    "Excellency",
    "Distinguished ",
    "Fellow citizens",
    "Honourable ",
    "Ladies and gentlemen",
    "Ladies and Gentlemen",
    "Madam Chair",
    "Madam President",
    "Madam Speaker",
    "Mr Chair",
    "Mr President,",
    "Mr Speaker",
    "Mr. Chair",
    "Mr. President,",
    "Mr. Speaker",
];

/// Whether a line near the top is one that articles do not have.
pub(super) fn is_of_other_kind(text: &str, units: &[Range<usize>]) -> bool {
    let mut lines = units.iter().take(UNITS).map(|unit| &text[unit.clone()]);
    lines.any(|line| {
        SPOKEN_TO.iter().any(|opening| line.starts_with(opening))
            || line.len() <= LONGEST && (is_of_form(line) || is_heading(line) || is_case(line))
    })
}

/// `To: all staff`, `CHAPTER IV`, `Chapter 1: The Boats`; not `Chapter 11 filing nears`.
fn is_of_form(line: &str) -> bool {
    OPENINGS.iter().any(|opening| {
        line.strip_prefix(opening).is_some_and(|rest| {
            let first = rest.split(' ').next().unwrap_or_default();
            !opening.ends_with(' ')
                || first.len() == rest.len()
                || first.ends_with([':', '.'])
                || opening == &"Dear "
        })
    })
}

fn is_heading(line: &str) -> bool {
    let bare = line
        .trim_start_matches(|sign: char| sign.is_ascii_digit() || ". #*".contains(sign))
        .trim_end_matches([':', '*']);
    let first = |sign: char| "AaCcDdEeIiKkMmPpSsTt".contains(sign);
    bare.starts_with(first)
        && HEADINGS
            .iter()
            .any(|heading| heading.eq_ignore_ascii_case(bare))
}

/// Whether a line names the sides before a court: `Vell v. Lumen`, `R v Arce`.
fn is_case(line: &str) -> bool {
    [" v. ", " v "].iter().any(|versus| line.contains(versus))
        && !line.ends_with('.')
        && line
            .split_whitespace()
            .next()
            .is_some_and(|first| first.starts_with(char::is_uppercase))
        && line
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase) || SMALL.contains(&word))
}

/// Small words between the names of sides.
const SMALL: [&str; 8] = ["and", "et", "al.", "for", "of", "the", "v", "v."];

/// Words of titles that are those of speeches, minutes and papers, in small letters.
const OF_TITLES: [&str; 26] = [
    "address",
    "agenda",
    "chapter",
    "essay",
    "eulogy",
    "homily",
    "interview",
    "lecture",
    "letter",
    "memo",
    "memorandum",
    "message",
    "minutes",
    "notes",
    "proceedings",
    "proclamation",
    "readout",
    "remarks",
    "report",
    "resolution",
    "sermon",
    "speech",
    "statement",
    "summary",
    "testimony",
    "transcript",
];

/// Whether a title says that the text is a speech, minutes or a paper: `Statement by Ida Vell`, `Minutes of the
/// meeting`; a headline may name one further on.
pub(super) fn is_title_of_other_kind(title: &str) -> bool {
    let small = title.to_lowercase();
    let words = || {
        small
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    words()
        .take(FIRST_WORDS)
        .any(|word| OF_TITLES.contains(&word))
        || [
            "meeting of",
            "speech by",
            "statement by",
            "remarks by",
            "minutes of",
        ]
        .iter()
        .any(|of| small.contains(of))
}

/// Whether a title says so with whose it is: `Statement by Ida Vell`, `Readout of the call`.
pub(super) fn names_other_kind(title: &str) -> bool {
    let small = title.to_lowercase();
    let mut words = small.split_whitespace();
    let kind = words
        .by_ref()
        .take(FIRST_WORDS)
        .any(|word| OF_TITLES.contains(&word));
    kind && words
        .next()
        .is_some_and(|next| ["by", "from", "of"].contains(&next))
}

/// Among how many of its first words a title says so.
const FIRST_WORDS: usize = 2;
