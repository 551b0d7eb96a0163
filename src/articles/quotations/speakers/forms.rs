//! How names are written: short forms, capitals, and what their endings tell.

use std::borrow::Cow;
use std::ops::Range;

use super::naming::recased;
use crate::articles::quotations::names::{Mention, given};
use crate::text::folded;

/// A long form with the name before a small word that it begins with: `Front for Self-Rule`.
/// `National Bureau of Crossings` for NBC, where only `Bureau of Crossings` was taken.
pub(super) fn whole<'t>(text: &'t str, long: &Range<usize>, short: &Range<usize>) -> &'t str {
    let small = ["for ", "of ", "and "]
        .iter()
        .any(|word| text[long.clone()].starts_with(word));
    let before = text[..long.start].trim_end();
    let start = before.len() - last_word(before).len();
    let near = before.len() - start < 40 && before[start..].starts_with(char::is_uppercase);
    let opens = ["The", "A", "An"].contains(&&before[start..]);
    if near && (small || !opens && lacks_initial(text, &before[start..], long, short)) {
        &text[start..long.end]
    } else {
        &text[long.clone()]
    }
}

/// The word with which a text ends that no white space ends.
pub(super) fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Whether the short form has the initial of the word before the long one, and more letters than that has words.
fn lacks_initial(text: &str, word: &str, long: &Range<usize>, short: &Range<usize>) -> bool {
    let initials = text[long.clone()]
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|mark| mark.is_uppercase());
    let short = &text[short.clone()];
    let all = short.chars().all(char::is_uppercase);
    let has = word.chars().next().is_some_and(|mark| short.contains(mark));
    all && has && initials.count() < short.chars().count()
}

/// Whether words tell whose something is: `Prime Minister Vell's office`.
pub(super) fn owns(words: &str) -> bool {
    let marked = memchr::memchr2(b'\'', 0xe2, words.as_bytes()).is_some();
    marked && (words.contains("'s ") || words.contains("’s "))
}

/// Whether the words before a name say that somebody speaks or works for its bearer: `a spokesperson for Ostar`.
pub(super) fn speaks_for(before: &str) -> bool {
    const THOSE: [&str; 16] = [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "spokesmen",
        "analyst",
        "analysts",
        "economist",
        "economists",
        "strategist",
        "strategists",
        "executive",
        "executives",
        "employee",
        "employees",
        "traders",
    ];
    let mut back = before.trim_end().rsplit(char::is_whitespace);
    let joint = back.next().unwrap_or_default();
    let noun = back.next().unwrap_or_default();
    matches!(joint, "for" | "at" | "with" | "of") && THOSE.contains(&noun)
}

pub(super) fn is_courtesy(title: &str) -> bool {
    matches!(
        title,
        "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Miss" | "Sir" | "Dame"
    )
}

/// The letters of a short form without its stops, or nothing if it is none.
pub(super) fn letters(name: &str) -> Cow<'_, str> {
    if name.len() < 2 || !name.chars().all(|mark| mark.is_uppercase() || mark == '.') {
        return Cow::Borrowed("");
    }
    if name.contains('.') {
        Cow::Owned(name.replace('.', ""))
    } else {
        Cow::Borrowed(name)
    }
}

pub(super) fn behind_the(text: &str, mention: &Mention) -> bool {
    let before = text[..mention.span.start].trim_end();
    let the = before.len().checked_sub(3).and_then(|at| before.get(at..));
    the.is_some_and(|the| the.eq_ignore_ascii_case("the"))
}

/// What given name and surname tell of the gender, not surely.
pub(super) fn by_name(own: &[String]) -> f32 {
    if let Some(woman) = given(&own[0]) {
        return if woman { 2.0 } else { -2.0 };
    }
    let last = own.last().map_or("", String::as_str);
    let slavic = ["ova", "eva", "ina", "skaya", "skaia", "ska"];
    if slavic.iter().any(|ending| last.ends_with(ending)) && last.len() > 5 {
        return 1.0;
    }
    if last.len() > 5
        && ["ov", "ev", "sky", "skiy", "ski"]
            .iter()
            .any(|ending| last.ends_with(ending))
    {
        return -1.0;
    }
    // `Dharmendra`
    if own[0].ends_with("endra") {
        return -1.0;
    }
    if own[0].ends_with('a') && own[0].len() > 3 {
        0.5
    } else {
        0.0
    }
}

pub(super) fn shown(name: &str) -> String {
    let mut name = folded(name);
    if name.bytes().any(|byte| byte == b']') {
        name.retain(|mark| mark != ']');
    }
    if is_in_capitals(&name) && name.contains(' ') {
        recased_words(&name)
    } else {
        name
    }
}

/// Capitals throughout are kept in short forms only.
pub(super) fn recased_words(name: &str) -> String {
    if !is_in_capitals(name) {
        return name.to_owned();
    }
    name.split(' ').map(recased).collect::<Vec<_>>().join(" ")
}

/// Whether all letters of a name are capitals.
fn is_in_capitals(name: &str) -> bool {
    name.chars()
        .filter(|mark| mark.is_alphabetic())
        .all(char::is_uppercase)
}
