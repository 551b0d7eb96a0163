//! Words on either side of a stop: abbreviations, initials, labels, and the words that begin a sentence.

use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::abbreviations::{
    AFTER_INITIALS, FINAL, INNER, NUMBERED, PLAIN_NOUNS, REPORTING, STARTERS,
};
use crate::text::{in_small, tail};

/// How many bytes before a stop its word is looked for.
const WORD_BYTES: usize = 32;

/// What goes on with a time of the day.
static DAYS: [&str; 23] = [
    "April",
    "August",
    "Central",
    "December",
    "Eastern",
    "February",
    "Friday",
    "January",
    "July",
    "June",
    "Local",
    "March",
    "May",
    "Monday",
    "November",
    "October",
    "Pacific",
    "Saturday",
    "September",
    "Sunday",
    "Thursday",
    "Tuesday",
    "Wednesday",
];
/// What goes on with a day that is written as an ordinal number.
static MONTHS: [&str; 33] = [
    "april",
    "august",
    "avril",
    "août",
    "december",
    "desember",
    "dezember",
    "february",
    "februar",
    "helmikuuta",
    "jahrhundert",
    "januar",
    "january",
    "juillet",
    "juin",
    "july",
    "juli",
    "june",
    "juni",
    "jänner",
    "maaliskuuta",
    "mai",
    "maj",
    "march",
    "mars",
    "marts",
    "may",
    "märz",
    "november",
    "october",
    "oktober",
    "september",
    "tammikuuta",
];
/// What has a number and a title.
static HEADINGS: [&str; 14] = [
    "Annex", "Appendix", "Article", "Box", "Chapter", "Chart", "Fig", "Figure", "Map", "Part",
    "Rule", "Section", "Step", "Table",
];
/// What has a letter behind it.
static LETTERED: [&str; 9] = [
    "Plan",
    "Vitamin",
    "category",
    "gate",
    "grade",
    "hepatitis",
    "option",
    "plan",
    "vitamin",
];
/// What stands before the platform `X`.
static BEFORE_PLATFORM: [&str; 11] = [
    "account", "app", "from", "media", "network", "off", "on", "platform", "site", "to", "via",
];
/// The ends of addresses of the web.
static DOMAINS: [&str; 10] = [
    "co", "com", "edu", "gov", "info", "io", "js", "net", "org", "uk",
];

/// Whether a list, which ascends, has a word.
pub(super) fn contains(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

/// Which list of abbreviations has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    Inner,
    Numbered,
    Final,
}

static ABBREVIATIONS: LazyLock<HashMap<&str, Abbreviation, FixedState>> = LazyLock::new(|| {
    let last = FINAL.iter().map(|word| (*word, Abbreviation::Final));
    let numbered = NUMBERED.iter().map(|word| (*word, Abbreviation::Numbered));
    let inner = INNER.iter().map(|word| (*word, Abbreviation::Inner));
    // Of a word in several lists the strictest counts.
    last.chain(numbered).chain(inner).collect()
});

/// What kind of abbreviation a word in small letters is, if it is one.
pub(super) fn abbreviation(lower: &str) -> Option<Abbreviation> {
    // `ex-Gov.`
    let lower = lower.strip_prefix("ex-").unwrap_or(lower);
    ABBREVIATIONS.get(lower).copied()
}

/// Whether no sentence ends behind a word in small letters, as it is an abbreviation.
pub(super) fn is_inner(lower: &str) -> bool {
    abbreviation(lower) == Some(Abbreviation::Inner)
}

/// Whether a word with a capital begins a sentence as a rule, rather than a name.
pub(super) fn begins_sentence(word: &str) -> bool {
    contains(&STARTERS, &in_small(word))
}

/// Whether a word with a capital is a noun that has none within a sentence.
pub(super) fn is_plain_noun(word: &str) -> bool {
    contains(&PLAIN_NOUNS, &in_small(word))
}

/// Whether a word has a letter behind it that is no initial: `plan B`, `vitamin D`.
pub(super) fn has_letter(word: &str) -> bool {
    contains(&LETTERED, word)
}

/// Whether a word may stand before the platform `X`: `on X`, `the platform X`.
pub(super) fn is_before_platform(word: &str) -> bool {
    contains(&BEFORE_PLATFORM, word)
}

/// Whether it does behind an initial, where names are to be expected.
pub(super) fn begins_behind_initial(word: &str) -> bool {
    contains(&AFTER_INITIALS, &in_small(word))
}

/// Whether a word is a verb that says that somebody asked, cried or the like.
pub(super) fn is_reporting(word: &str) -> bool {
    contains(&REPORTING, word)
}

/// A title behind an elided article, as in `l'Avv`.
pub(super) fn is_elided_title(word: &str) -> bool {
    let behind = word.split_once(['\'', '’']);
    let behind = behind.map_or("", |(_, behind)| behind);
    behind.len() > 2 && is_inner(&in_small(behind))
}

/// Whether what follows goes on with a time of the day: a weekday, a month, a zone.
pub(super) fn is_time(word: &str, after: &str) -> bool {
    let capitals = word.len() > 1 && word.chars().all(char::is_uppercase);
    let mut words = after.split(' ').skip(1).take(2);
    let zone = words.any(|word| word.trim_end_matches([',', '.']) == "time");
    capitals || zone || contains(&DAYS, word)
}

/// Whether a word is a month, or a century, that an ordinal number stands before.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word.to_lowercase().as_str())
}

/// Whether words are those before the number of a figure, an article or the like.
pub(super) fn is_heading(words: &str) -> bool {
    contains(&HEADINGS, words)
}

/// Whether a word is the end of an address of the web.
pub(super) fn is_domain(word: &str) -> bool {
    contains(&DOMAINS, &in_small(word))
}

/// The label of a list item, a paragraph or a postscript: `1`, `12`, `1.2`, `a`, `IV`, `P.S`.
pub(super) fn is_label(word: &str) -> bool {
    let plain = |mark: char| mark.is_ascii_digit() || mark == '.';
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let roman = word.len() <= 5 && word.chars().all(|letter| "IVXivx".contains(letter));
    (1..=3).contains(&digits) && word.chars().all(plain)
        || roman
        || is_initial(word)
        || matches!(word, "P.S" | "PS")
}

/// A single letter.
pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.all(|mark| matches!(mark, '\u{300}'..='\u{36f}'))
}

/// Letters with stops between them, as in `U.S` or `Ph.D`.
pub(super) fn has_inner_stop(word: &str) -> bool {
    let letters = |part: &str| {
        (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    word.contains('.') && word.split('.').all(letters)
}

/// A short word of consonants, as `Bldg` or `Pvt`, but no acronym in capitals and no `Mhm`.
pub(super) fn is_without_vowel(word: &str) -> bool {
    (2..=5).contains(&word.len())
        && word.bytes().all(|letter| letter.is_ascii_alphabetic())
        && !word.bytes().any(|letter| b"aeiouyAEIOUY".contains(&letter))
        && !word.bytes().all(|letter| b"mhsMHS".contains(&letter))
        && word
            .bytes()
            .skip(1)
            .all(|letter| letter.is_ascii_lowercase())
}

/// The word before a stop: what stands behind the last white space, without what opens.
pub(super) fn last_word(before: &str) -> &str {
    let tail = tail(before, WORD_BYTES);
    let ends = |mark: char| mark.is_whitespace() || matches!(mark, '—' | '–' | '(');
    let word = tail.rfind(ends).map_or(tail, |at| &tail[at..]);
    word.trim_start_matches(|mark: char| !mark.is_alphanumeric())
}

/// The letters and digits at the beginning.
pub(super) fn first_word(text: &str) -> &str {
    let end = text.find(|mark: char| !mark.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_ascend() {
        let lists: [&[&str]; 12] = [
            &INNER,
            &NUMBERED,
            &FINAL,
            &STARTERS,
            &PLAIN_NOUNS,
            &LETTERED,
            &BEFORE_PLATFORM,
            &AFTER_INITIALS,
            &REPORTING,
            &DAYS,
            &HEADINGS,
            &DOMAINS,
        ];
        for list in lists {
            assert!(list.is_sorted_by(|one, next| one < next), "{list:?}");
        }
    }
}
