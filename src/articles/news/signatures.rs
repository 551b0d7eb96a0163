//! Signatures: the initials and short names with which agencies sign their copy, and what says "this is the end".

use std::ops::Range;

use super::agencies::AGENCIES;
use super::narration::{is_attributed, narrates};

/// The most letters of initials, and of an agency's short form.
const INITIALS: usize = 4;
const SHORT_FORM: usize = 8;
/// The most words of a signature.
const WORDS: usize = 5;
/// The longest signature behind a sentence, in bytes.
const LONGEST: usize = 48;

/// Whether a line at the end is the signature of those who wrote it: `AB/cd`, `(VPS) ab/cd`, `VPS AB CD`, `PTI AB`, `ab`.
pub(super) fn is_signature(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(WORDS + 1).collect();
    match words[..] {
        [word] => divided(word) || is_small(word) || is_short_form(word),
        [agency, ref rest @ ..] if words.len() <= WORDS => {
            let signed = rest.iter().all(|word| divided(word) || initials(word));
            let known = || AGENCIES.contains(&agency) && rest[0].len() > 1;
            signed
                && is_short_form(agency)
                && (words.len() > 2 || divided(rest[0]) || is_small(rest[0]) || known())
        }
        _ => false,
    }
}

/// `AB/cd`, `ab/cd/ef`.
fn divided(word: &str) -> bool {
    word.contains('/') && !word.starts_with('/') && word.split(['/', '-']).all(initials)
}

fn initials(part: &str) -> bool {
    (1..=INITIALS).contains(&part.len())
        && part.bytes().all(|sign| sign.is_ascii_alphabetic())
        && (part.bytes().all(|sign| sign.is_ascii_lowercase())
            || part.bytes().all(|sign| sign.is_ascii_uppercase()))
}

/// Two or three small letters.
fn is_small(word: &str) -> bool {
    (2..INITIALS).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_lowercase())
}

/// `VPS`, `(VPS)`, `/VPS/`, `--VPS`, `– VPS`.
fn is_short_form(word: &str) -> bool {
    let bare = word
        .trim_start_matches(['(', '[', '/', '-', '–', '—'])
        .trim_end_matches([')', ']', '/']);
    (2..=SHORT_FORM).contains(&bare.len()) && bare.bytes().all(|sign| sign.is_ascii_uppercase())
}

/// Where a signature begins that follows a sentence on its line: `… he said. AB/cd`, `… he said. ENDS`.
pub(super) fn behind_sentence(paragraph: &str) -> Option<usize> {
    let start = paragraph.len() - crate::text::tail(paragraph, LONGEST).len();
    let ends = ['.', '!', '?', '”', '»', '’', ')', '"'];
    let mut spaces = paragraph[start..].match_indices(char::is_whitespace);
    spaces.find_map(|(at, space)| {
        let behind = start + at + space.len();
        let signed = paragraph[..start + at].trim_end().ends_with(ends);
        let words = &paragraph[behind..];
        let begins = !words.starts_with(char::is_whitespace);
        (signed && begins && closes(words)).then_some(behind)
    })
}

/// The longest name behind the dash of an entry, in bytes, and the fewest entries of a live page that are signed.
const LONGEST_NAME: usize = 40;
const LEAST_SIGNED: usize = 2;

/// Where those sign their entries who write a live page, each behind a sentence and a dash: the number of the paragraph,
/// and the place.
pub(super) fn of_entries(text: &str, units: &[Range<usize>]) -> Vec<(usize, usize)> {
    let signed = units.iter().enumerate().filter_map(|(number, unit)| {
        let place = behind_dash(&text[unit.clone()])?;
        Some((number, unit.start + place))
    });
    let signed: Vec<(usize, usize)> = signed.collect();
    if signed.len() < LEAST_SIGNED {
        return Vec::new();
    }
    signed
}

/// Where a dash and a name or initials stand behind the last sentence of a paragraph: `… he said. — Ida Vell`, but `“It is
/// late.” — Ida Vell`.
fn behind_dash(paragraph: &str) -> Option<usize> {
    let start = paragraph.len() - crate::text::tail(paragraph, LONGEST_NAME).len();
    let dash = start + paragraph[start..].rfind(['—', '–'])?;
    let name = paragraph[dash..].trim_start_matches(['—', '–', ' ']);
    let told = paragraph[..dash].trim_end();
    let initials = |word: &str| {
        word.len() <= 2 * INITIALS
            && word.contains('.')
            && word
                .bytes()
                .all(|sign| sign.is_ascii_uppercase() || sign == b'.')
    };
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word
                .chars()
                .all(|sign| sign.is_alphabetic() || "-.'’".contains(sign))
    };
    let words = name.split_whitespace().count();
    let named = (2..=3).contains(&words) && name.split_whitespace().all(capital)
        || words == 1 && initials(name);
    (named && told.ends_with(['.', '!', '?']) && told.len() < dash).then_some(dash)
}

/// What says that the article ends, and how lines begin that say who helped, with the fewest words of one.
const CLOSING: [&str; 10] = [
    "End",
    "END",
    "Ends",
    "ENDS",
    "Item ends",
    "End Item",
    "-0-",
    "=0=",
    "***",
    "–30–",
];
const HELPED: [&str; 4] = [
    "Reporting by ",
    "Additional reporting by ",
    "With files from ",
    "With inputs from ",
];
const HELPED_WORDS: usize = 3;

/// Whether words behind a sentence are no part of the article.
fn closes(words: &str) -> bool {
    let name = words.trim_start_matches(['-', '–', '—']).trim_start();
    let dashed = name.len() < words.len() && name.split_whitespace().count() <= 3;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let bare = words.trim_matches(|sign: char| "()[]".contains(sign));
    let initialled = || words.strip_prefix('/').is_some_and(is_small);
    let helped = || {
        HELPED.iter().any(|begin| name.starts_with(begin))
            && name.split_whitespace().nth(HELPED_WORDS - 1).is_some()
            && !name.contains(". ")
            && !narrates(name)
            && !is_attributed(name)
    };
    CLOSING.contains(&words.trim_end_matches('.'))
        || AGENCIES.contains(&bare)
        || bare == "Agencies"
        || initialled()
        || helped()
        || words
            .strip_prefix("(c) ")
            .is_some_and(|name| name.split_whitespace().all(capital))
        || words.starts_with('©')
        || is_signature(words) && !words.bytes().all(|sign| sign.is_ascii_alphabetic())
        || dashed && name.split_whitespace().all(capital) && name.ends_with(char::is_alphanumeric)
}
