//! Whether words are narration: a sentence of the body has a finite verb, and what a desk, a page or a
//! picture says of the article has none, or one of a few.

use std::borrow::Cow;

use memchr::memmem;

use super::dates::WEEKDAYS;

/// Verbs of saying, by which a sentence is told that reports.
const SAYING: [&str; 15] = [
    "added",
    "announced",
    "asked",
    "claimed",
    "denied",
    "insisted",
    "replied",
    "reported",
    "said",
    "say",
    "says",
    "told",
    "warned",
    "writes",
    "wrote",
];

/// Verbs that are finite wherever they stand.
#[rustfmt::skip]
const FINITE: [&str; 66] = [
    "are", "ate", "became", "began", "broke", "came", "chose", "could", "denies", "did", "does",
    "drew", "drove", "fell", "felt", "flew", "found", "gave", "got", "grew", "had", "has", "have",
    "held", "is", "kept", "knew", "led", "left", "lost", "made", "makes", "met", "must", "owns",
    "paid", "ran", "remains", "rose", "said", "sat", "saw", "says", "sent", "should", "showed",
    "shows", "sold", "spoke", "stood", "takes", "taught", "threw", "told", "took", "wants", "was",
    "went", "were", "will", "won", "would", "wrote", "didn't", "isn't", "wasn't",
];

/// Words behind which a form in `-ed` is no participle.
const SUBJECTS: [&str; 8] = ["he", "it", "she", "they", "we", "which", "who", "nobody"];
/// Prepositions behind which a form in `-ed` is one: `compiled by`, `embargoed until`.
const BEHIND_PARTICIPLES: [&str; 3] = ["by", "from", "until"];

/// How many words behind the last comma say who said what stands before it.
const SPEAKER_WORDS: usize = 9;

/// The words of a line without the marks around them.
fn words(line: &str) -> Vec<&str> {
    let divides = |sign: char| {
        sign.is_whitespace() || matches!(sign, '(' | ')' | '[' | ']' | '“' | '”' | '"' | '—' | '–')
    };
    line.split(divides)
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect()
}

/// A word with a straight apostrophe.
fn straight(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.replace('’', "'"))
    }
}

/// Whether a line ends with who says what stands before: `…, the council said on Tuesday.`
pub(super) fn is_attributed(line: &str) -> bool {
    line.rsplit_once([',', '”', '"']).is_some_and(|(_, tail)| {
        let tail = words(tail);
        tail.len() <= SPEAKER_WORDS && tail.iter().any(|word| SAYING.contains(word))
    })
}

/// Whether a word is a verb of saying.
pub(super) fn is_saying(word: &str) -> bool {
    SAYING.contains(&word)
}

/// Whether a line is a sentence with a finite verb.
pub(super) fn narrates(line: &str) -> bool {
    let words = words(line);
    let is_past = |at: usize| {
        let before = at.checked_sub(1).map(|before| words[before]);
        let subject = |word: &str| {
            SUBJECTS.contains(&word.to_lowercase().as_str()) || word.starts_with(char::is_uppercase)
        };
        let behind = words.get(at + 1).copied().unwrap_or_default();
        words[at].ends_with("ed")
            && words[at].starts_with(char::is_lowercase)
            && before.is_some_and(subject)
            && !BEHIND_PARTICIPLES.contains(&behind)
    };
    (0..words.len()).any(|at| FINITE.contains(&straight(words[at]).as_ref()) || is_past(at))
}

/// Words for speaker and listener.
const PERSONS: [&str; 16] = [
    "I", "I'm", "I've", "me", "my", "our", "us", "we", "you", "your", "My", "Our", "We", "You",
    "Your", "mine",
];

/// Whether a paragraph tells of others, as an article does: nobody speaks in it but within marks.
pub(super) fn tells_of_others(paragraph: &str) -> bool {
    let unquoted = paragraph.split(['“', '”', '"']).step_by(2).flat_map(words);
    let mut spoken = unquoted.filter(|word| PERSONS.contains(&straight(word).as_ref()));
    spoken.next().is_none()
}

/// Words by which it is reported what somebody said.
const REPORTS: [&str; 11] = [
    " said",
    " says",
    " told ",
    " according to ",
    "According to ",
    " announced",
    " asked ",
    " accused ",
    " urged ",
    " warned ",
    " saying ",
];

/// Whether a text reports what somebody said.
pub(super) fn reports(text: &str) -> bool {
    REPORTS.iter().any(|verb| text.contains(verb))
}

/// How often it does.
pub(super) fn times_reported(text: &str) -> usize {
    REPORTS.iter().map(|verb| text.matches(verb).count()).sum()
}

/// Words by which reports say when something was, beside the days of the week.
const WHEN: [&str; 11] = [
    " yesterday",
    "Yesterday",
    "last night",
    "last week",
    "next month",
    "next week",
    "overnight",
    "this month",
    "this morning",
    "this week",
    "tonight",
];
/// Words before a day of the week that is the one of this week.
const BEFORE_DAY: [&str; 6] = ["early", "from", "late", "on", "On", "since"];

/// Whether a paragraph says outside its marks of quotation on which day something was: `on Monday`, `said Monday`,
/// `last night`; not `every Monday`.
pub(super) fn tells_when(paragraph: &str) -> bool {
    let mut unquoted = paragraph.split(['“', '”', '"']).step_by(2);
    unquoted.any(|part| WHEN.iter().any(|when| part.contains(when)) || names_day(part))
}

/// How the days of the week end.
const DAY: &str = "day";

fn names_day(part: &str) -> bool {
    memmem::find_iter(part.as_bytes(), DAY).any(|at| {
        let (named, behind) = part.split_at(at + DAY.len());
        let mut before = WEEKDAYS.iter().filter_map(|day| named.strip_suffix(day));
        let Some(until) = before.next() else {
            return false;
        };
        let before = until.trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default();
        let begins = before.len() < until.len();
        let ends = !behind.starts_with(char::is_alphabetic);
        begins && ends && (BEFORE_DAY.contains(&last) || last == "said" || last.ends_with("ed"))
    })
}
