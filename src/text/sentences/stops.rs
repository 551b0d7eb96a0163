//! Whether a sentence ends at a full stop, an ellipsis or another mark, from the words on either side.

use super::marks::{Terminator, continues, is_opener, is_quote};
use super::words::{
    Abbreviation, abbreviation, begins_behind_initial, begins_sentence, first_word, has_inner_stop,
    has_letter, is_before_platform, is_domain, is_elided_title, is_heading, is_initial, is_inner,
    is_label, is_month, is_plain_noun, is_reporting, is_time, is_without_vowel, last_word,
};
use crate::text::{head, in_small, tail};

/// How many bytes behind a stop are looked at.
const AHEAD_BYTES: usize = 96;
/// How many words behind a quotation are looked at for who spoke.
const SPEAKER_WORDS: usize = 6;
/// How many words tell what a speaker is.
const ROLE_WORDS: usize = 12;
/// Titles with which sentences begin too.
const TITLES: [&str; 3] = ["Mr", "Mrs", "Ms"];
/// Words in small letters within a name, or between a name and its verb.
const BEFORE_REPORTING: [&str; 21] = [
    "al",
    "also",
    "bin",
    "da",
    "de",
    "del",
    "den",
    "der",
    "di",
    "el",
    "had",
    "has",
    "later",
    "once",
    "repeatedly",
    "reportedly",
    "recently",
    "then",
    "van",
    "von",
    "would",
];
/// The longest label of a list item, in bytes.
const LABEL_BYTES: usize = 24;

/// A mark, or several, and what closes behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) kind: Terminator,
    /// Whether a quotation mark closes behind it.
    pub(super) quoted: bool,
    /// Whether anything closes behind it.
    pub(super) closed: bool,
}

/// What follows a stop and the white space behind it.
struct Next<'t> {
    /// Its first character.
    mark: char,
    /// What stands behind the marks that open.
    opened: &'t str,
    /// The first character of that.
    first: char,
    /// The letters with which that begins.
    word: &'t str,
}

impl<'t> Next<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let opened = text.trim_start_matches(is_opener);
        Some(Self {
            mark: text.chars().next()?,
            opened,
            first: opened.chars().next()?,
            word: first_word(opened),
        })
    }

    fn is_opened(&self) -> bool {
        is_opener(self.mark)
    }
}

/// Whether a sentence ends at a stop: `before` is the sentence up to it, `after` what follows the white
/// space.
pub(super) fn ends(stop: Stop, before: &str, after: &str) -> bool {
    let after = head(after, AHEAD_BYTES);
    if after.starts_with(continues) {
        let behind = after.strip_prefix("-- ");
        return behind.is_some_and(|behind| behind.starts_with(char::is_uppercase));
    }
    let Some(next) = Next::of(after) else {
        return true;
    };
    let small = next.first.is_lowercase();
    match stop.kind {
        Terminator::Wide => true,
        Terminator::Strong if small => {
            !stop.quoted && !next.is_opened() && !is_name_with_mark(before)
        }
        Terminator::Strong => {
            let titled = next.mark == '(' && is_year(next.opened);
            let goes_on = titled || stop.quoted && is_attributed(next.opened);
            !goes_on
        }
        Terminator::Ellipsis if next.mark == '(' => !stop.closed && !small,
        Terminator::Ellipsis => !small && (next.first.is_alphanumeric() || next.is_opened()),
        Terminator::Stop if is_item_label(before) => false,
        Terminator::Stop if small => {
            let iphone = next.word.contains(char::is_uppercase);
            let begins = iphone || small_letter_begins(before);
            begins && !stop.closed && !next.is_opened()
        }
        Terminator::Stop if stop.closed => !is_title_in_brackets(before),
        Terminator::Stop => full_stop_ends(before, &next),
    }
}

/// Whether the word before a stop and a bracket is a part of the title of a name: `Lt. (Retd.) Orr`, `Prof. (Dr.) Orr`.
fn is_title_in_brackets(before: &str) -> bool {
    const PARTS: [&str; 6] = ["Dr", "Ret", "Retd", "Rtd", "retd", "rtd"];
    let parts = PARTS.iter();
    let mut within = parts.filter_map(|part| before.strip_suffix(part));
    within.any(|before| before.ends_with('('))
}

/// Titles before names, as they are written with a capital and a stop.
const TITLES_WITH_STOPS: [&str; 9] = [
    "Adv", "Alh", "Asst", "Barr", "Det", "Er", "Min", "Mohd", "Shri",
];

/// Whether a sentence ends at a stop with no space behind it: between two plain words, the second with a
/// capital.
pub(super) fn ends_without_space(stop: Stop, before: &str, after: &str) -> bool {
    let Some(next) = Next::of(head(after, AHEAD_BYTES)) else {
        return false;
    };
    let small = |word: &str| word.chars().skip(1).all(char::is_lowercase);
    let behind = &next.opened[next.word.len()..];
    if !next.first.is_uppercase()
        || !small(next.word)
        || !behind.starts_with([' ', ',', '\'', '’'])
        || next.mark == '_'
    {
        return false;
    }
    let word = last_word(before);
    let known = || is_domain(next.word) || is_inner(&in_small(word));
    word.chars().count() > 2 && small(word) && (stop.kind != Terminator::Stop || !known())
}

/// Whether a sentence ends at a single full stop before something that is no small letter.
fn full_stop_ends(before: &str, next: &Next<'_>) -> bool {
    let word = last_word(before);
    if word.is_empty() || matches!(next.mark, '¿' | '¡') {
        return true;
    }
    let number = next.first.is_numeric();
    if is_initial(word) {
        return initial_ends(word, before, next);
    }
    let lower = in_small(word);
    match lower.as_ref() {
        "no" | "nos" | "etc" => return !number,
        "a.m" | "p.m" => return !number && !is_time(next.word, next.opened),
        _ => (),
    }
    if TITLES_WITH_STOPS.contains(&word) && next.first.is_uppercase() && !begins_sentence(next.word)
    {
        return false;
    }
    let begins = || {
        begins_sentence(next.word)
            || is_quote(next.mark) && next.first.is_uppercase()
            || opens_with_noun(before, next)
            || is_aged(next)
    };
    let abbreviation = abbreviation(&lower);
    if abbreviation == Some(Abbreviation::Inner) || is_elided_title(word) {
        false
    } else if abbreviation == Some(Abbreviation::Numbered) {
        !number && begins()
    } else if abbreviation.is_some()
        || has_inner_stop(word)
        || is_without_vowel(word) && !is_unit(before, word)
    {
        begins()
    } else if word.len() < 3 && word.chars().all(char::is_numeric) {
        !is_month(next.word) && !is_heading_of(before, word)
    } else {
        !is_heading_of(before, word)
    }
}

/// Whether a word of consonants is a unit behind a number, which agencies write without a stop of its own: `rose 25
/// pct.`, `for 3 mln dlrs.`
fn is_unit(before: &str, word: &str) -> bool {
    let previous = last_word(before[..before.len() - word.len()].trim_end());
    let counts = previous.ends_with(char::is_numeric) || matches!(previous, "mln" | "bln" | "trln");
    counts && word.starts_with(char::is_lowercase)
}

/// The shortest word in small letters that no headline in title case has, in bytes.
const UNTITLED: usize = 5;
/// Small words of headlines in title case.
const IN_TITLES: [&str; 16] = [
    "a", "and", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on", "or", "the",
    "to", "with",
];
/// How many bytes before a stop tell whether it stands in a headline.
const TITLE_BYTES: usize = 64;

/// Whether what follows is a noun that has a capital only where it begins a sentence: `He left for the U.S. Officials
/// said so`, not `Envoy Meets U.S. Officials in Bern`.
fn opens_with_noun(before: &str, next: &Next<'_>) -> bool {
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let behind = next.opened[next.word.len()..].strip_prefix(' ');
    let behind = first_word(behind.unwrap_or_default());
    let told = |word: &str| small(word) && word.len() >= UNTITLED;
    next.first.is_uppercase()
        && small(behind)
        && is_plain_noun(next.word)
        && before.contains(' ')
        && (!IN_TITLES.contains(&behind) || tail(before, TITLE_BYTES).split(' ').any(told))
}

/// Whether a name with an age follows, which stands behind no name of a country: `Orr, 54, was a pilot.`
fn is_aged(next: &Next<'_>) -> bool {
    let behind = next.opened[next.word.len()..].strip_prefix(", ");
    let digits = |behind: &str| behind.bytes().take_while(u8::is_ascii_digit).count();
    next.first.is_uppercase()
        && behind.is_some_and(|behind| digits(behind) == 2 && behind[2..].starts_with(','))
}

/// Whether a sentence ends at a single letter with a stop, which is an initial as a rule.
fn initial_ends(word: &str, before: &str, next: &Next<'_>) -> bool {
    let previous = last_word(before[..before.len() - word.len()].trim_end());
    let pronoun = word == "I" && previous.starts_with(char::is_lowercase);
    // `They met on X. Orr left early.`, but `a book on X. J. Orr`
    let initials = || {
        let mut signs = next.opened.chars().skip(1);
        next.first.is_uppercase() && signs.next() == Some('.')
    };
    let counted = || has_letter(previous) || word == "X" && is_before_platform(previous);
    pronoun
        || !next.first.is_numeric() && begins_behind_initial(next.word)
        || counted() && !next.first.is_numeric() && !initials()
}

/// Whether a small letter begins a sentence, as some write, behind this one.
fn small_letter_begins(before: &str) -> bool {
    let word = last_word(before);
    let within = |mark: char| mark.is_alphanumeric() || matches!(mark, '-' | ')' | '\'' | '’');
    let ordinal = word.len() < 3 && word.chars().all(char::is_numeric);
    let least = if word.starts_with(char::is_uppercase) {
        5
    } else {
        2
    };
    let inches = word == "in"
        && last_word(before[..before.len() - word.len()].trim_end()).ends_with(char::is_numeric);
    word.chars().count() >= least
        && !inches
        && word.chars().all(within)
        && !ordinal
        && abbreviation(&in_small(word)).is_none()
        && !is_without_vowel(word)
}

/// A name that ends in a mark, before a small letter.
fn is_name_with_mark(before: &str) -> bool {
    let word = last_word(before.trim_end_matches(['!', '?']));
    word.starts_with(char::is_uppercase)
        && word.len() < before.len()
        && word.chars().skip(1).any(char::is_lowercase)
}

/// Whether the words behind a quotation are a name, or somebody's somebody, and a verb that says that it
/// asked or cried.
fn is_attributed(after: &str) -> bool {
    let mut owned = false;
    // `Norlandic officials`, a name and people in small letters
    let mut people = false;
    let mut words = after.split_whitespace();
    for (number, word) in words.by_ref().take(SPEAKER_WORDS).enumerate() {
        let verb = word.trim_end_matches([',', '.', ':']);
        if is_reporting(verb) {
            return number > 0 && (!people || verb.len() < word.len());
        }
        if people {
            return false;
        }
        people =
            number > 0 && word.ends_with('s') && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if people && !owned {
            continue;
        }
        people = false;
        let between =
            number > 0 && (word == "and" || BEFORE_REPORTING.contains(&word) || is_manner(word));
        let named = word.starts_with(char::is_uppercase) || owned || between;
        let title = number == 0 && TITLES.contains(&word.trim_end_matches('.'));
        if !named || begins_sentence(word.trim_end_matches(',')) && !title && !between {
            return false;
        }
        if word.ends_with(',') {
            return is_attributed_behind(words);
        }
        if word.len() > "Gen.".len() && word.ends_with(['.', ',']) {
            return false;
        }
        owned |= word.ends_with("'s") || word.ends_with("’s");
    }
    false
}

/// Whether a word tells how somebody asked: `Orr finally asked`.
fn is_manner(word: &str) -> bool {
    word.ends_with("ly") && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether what somebody is, up to a comma, is followed by a verb that reports: `Ann Vell, the mayor, asked`.
fn is_attributed_behind<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let mut words = words.take(ROLE_WORDS);
    while let Some(word) = words.next() {
        if word.ends_with(',') {
            let next = words.next();
            return next.is_some_and(|next| is_reporting(next.trim_end_matches([',', '.', ':'])));
        }
        if word.len() > "Gen.".len() && word.ends_with(['.', '?', '!']) {
            return false;
        }
    }
    false
}

/// A year in brackets, as behind the title of a work.
fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text[digits..].starts_with(')')
}

/// The label with which a list item or a postscript begins.
fn is_item_label(before: &str) -> bool {
    let label = before.trim_end_matches(')');
    if label.len() > LABEL_BYTES {
        return false;
    }
    let word = last_word(label);
    let opened = label.trim_start_matches(|mark: char| !mark.is_alphanumeric());
    word.len() == opened.len() && is_label(word)
}

/// The number of a figure, an article or the like with which a sentence begins, whose title or text
/// follows.
fn is_heading_of(before: &str, number: &str) -> bool {
    number.len() < 6
        && number.starts_with(|first: char| first.is_ascii_digit())
        && is_heading(before[..before.len() - number.len()].trim())
}
