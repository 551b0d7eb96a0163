//! Bylines: the lines that say who wrote an article.

use std::sync::LazyLock;

use regex::Regex;

use super::agencies::AGENCIES as KNOWN;
use super::captions::is_box;
use super::expression;
use crate::articles::quotations::is_place;

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|della|di|da|van|von|der|den|bin|al|el|ter|y)";
    expression(&format!(
        r"^(?:(?:(?i:by|story by|reporting by|reported by|text by|words by|written by|analysis by|opinion by|report by|edited by|reporters?:|from)):?[ \t]+(?:(?i:the|staff reporters?|staff writers?|reporters?|correspondents?|writers?)[ \t]+)?{name}(?:[ \t]+{name}){{0,7}}(?:[ \t]+(?i:writers?|reporters?|correspondents?)[ \t]+{name}(?:[ \t]+{name}){{0,7}})?(?:(?:, and|,| and| in| for| \|| ?/|;| of| at| -| –| —)[ \t]+(?:the[ \t]+)?{name}(?:[ \t]+(?:of[ \t]+|and[ \t]+|the[ \t]+)?{name}){{0,7}})*(?:[ \t]*\({name}(?:[ \t]+{name}){{0,3}}\))?(?:[ \t]+and[ \t]+(?:agencies|wires))?(?:[ \t]+@\w+)?(?:\.|[ \t]*\||[ \t]*[–—])?|(?i:(?:by|from|story by)[ \t]+)?(?i:our|a|an|the)[ \t]+(?i:(?:own|special|staff|political|foreign|diplomatic|news)[ \t]+)*(?i:correspondents?|reporters?|staff|newsroom|writers?|bureau)(?:[ \t]+(?i:in|at|from)[ \t]+\p{{Lu}}.*)?|(?i:(?:\p{{L}}+ )?staff (?:writers?|reporters?)|newsroom|agencies))$"
    ))
});

/// Whether a line names who wrote the article.
pub(super) fn is_byline(line: &str) -> bool {
    line.len() <= 160 && BYLINE.is_match(line)
}

/// Whether a line is nothing but the names of people.
pub(super) fn is_names(line: &str) -> bool {
    line.len() <= 80
        && line.chars().any(char::is_lowercase)
        && !is_box(line)
        && line
            .split(", ")
            .flat_map(|names| names.split(" and "))
            .all(|name| {
                let words = name.split_whitespace().count();
                let capital = |word: &str| {
                    word.starts_with(char::is_uppercase)
                        || ["de", "van", "von", "bin", "al"].contains(&word)
                };
                (2..=4).contains(&words)
                    && name.split_whitespace().all(capital)
                    && !name.contains(|character: char| {
                        character.is_ascii_digit() || ":;?!\"".contains(character)
                    })
            })
}

/// What stands between the name of an author and what is told of him.
const BETWEEN: [&str; 7] = [" | ", ", ", " in ", " - ", " – ", " — ", " for "];
/// Who writes articles.
pub(super) const AUTHORS: [&str; 6] = [
    "columnist",
    "correspondent",
    "editor",
    "journalist",
    "reporter",
    "writer",
];
/// Words of lines in capitals that are no names.
const NO_NAMES: [&str; 10] = ["A", "AN", "AND", "AT", "BY", "FOR", "IN", "OF", "THE", "TO"];
/// The most words of what is told of an author.
const TOLD: usize = 5;

/// Whether a line is a name with what its bearer is or where: `Ida Vell | Northern Wire`, `Ida Vell, political
/// correspondent`, `Ida Vell in Lumen`; or a name in capitals.
pub(super) fn is_signed(line: &str) -> bool {
    let words = |part: &str| part.split_whitespace().count();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let in_capitals = || {
        let letters = |sign: char| sign.is_uppercase() || " .-'’".contains(sign);
        let name = |word: &str| capital(word) && !NO_NAMES.contains(&word);
        (2..=3).contains(&words(line))
            && line.chars().all(letters)
            && line.split_whitespace().all(name)
    };
    let told = |told: &str| {
        let last = told.rsplit(' ').next().unwrap_or_default();
        words(told) <= TOLD
            && (told.split_whitespace().all(capital) || AUTHORS.contains(&last))
            && told.ends_with(char::is_alphanumeric)
    };
    let parts = || BETWEEN.iter().find_map(|between| line.split_once(between));
    line.len() <= 80
        && !is_box(line)
        && !line.split(", ").any(is_place)
        && (in_capitals() || parts().is_some_and(|(name, rest)| is_names(name) && told(rest)))
}

/// What the names of agencies and papers end with, in small letters.
const AGENCIES: [&str; 14] = [
    "agency",
    "association",
    "daily",
    "gazette",
    "herald",
    "journal",
    "news",
    "newswire",
    "post",
    "press",
    "service",
    "times",
    "tribune",
    "wire",
];

/// Names of agencies and stations that do not end so.
const NAMED: [&str; 6] = [
    "Agence France-Presse",
    "Agencies",
    "Al Jazeera",
    "BBC",
    "Deutsche Welle",
    "REUTERS",
];

/// Whether a line is nothing but the name of an agency or a paper: `Northern Wire`.
pub(super) fn is_agency_name(line: &str) -> bool {
    if KNOWN.contains(&line) || NAMED.contains(&line) {
        return true;
    }
    let last = line.rsplit(' ').next().unwrap_or_default().to_lowercase();
    (2..=4).contains(&line.split_whitespace().count())
        && line
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase) || word == "of")
        && !line.contains(',')
        && AGENCIES.contains(&last.as_str())
}
