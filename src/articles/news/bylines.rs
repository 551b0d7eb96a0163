//! Bylines: the lines that say who wrote an article.

use std::borrow::Cow;

use super::agencies::AGENCIES as KNOWN;
use super::byline_forms::is_bare_byline;
use super::captions::is_box;
use super::dates::{day_in, is_day_in_numbers};
use super::matter;
use super::page::is_page_line;
use super::sections::is_known_section;
use crate::articles::quotations::is_place;

/// The longest byline, in bytes.
const LONGEST: usize = 160;
/// Signs that divide a byline from a day, an address or an agency behind it.
const DIVIDING: [&str; 9] = [" | ", " |", " • ", "•", " · ", " / ", " — ", " – ", " - "];
/// Words behind which a byline says when it was printed.
const PRINTED: [&str; 6] = ["Last", "on", "Posted", "Published", "Updated", "UPDATED:"];

/// Whether a line names who wrote the article.
pub(super) fn is_byline(line: &str) -> bool {
    let line = bare(line);
    line.len() <= LONGEST
        && (is_bare_byline(line) || may_go_on(line) && before_day(line).is_some_and(is_bare_byline))
}

/// A byline without the signs of slanted or bold type around it, and without the part of the paper before it:
/// `*By Ida Vell*`, `Opinion | By Ida Vell`.
fn bare(line: &str) -> &str {
    let signs = ['*', '_'];
    let line = if line.starts_with(signs) && line.ends_with(signs) {
        line.trim_matches(signs)
    } else {
        line
    };
    let stroke = memchr::memchr(b'|', line.as_bytes());
    let behind = stroke
        .and_then(|_| line.split_once(" | "))
        .filter(|(part, rest)| {
            rest.get(..3)
                .is_some_and(|by| by.eq_ignore_ascii_case("by "))
                && is_known_section(part)
        });
    behind.map_or(line, |(_, rest)| rest)
}

/// Whether a line is a label and the names of authors: `Author: Ida Vell`.
pub(super) fn is_labelled(line: &str) -> bool {
    ["Author: ", "Authors: ", "AUTHOR: "]
        .iter()
        .any(|label| line.strip_prefix(label).is_some_and(is_author))
}

/// Whether a line below a headline says that the article is of the paper: names and what their bearers are, a byline
/// but one of a first name in small letters, as of a page of one's own: `by Jen`.
pub(super) fn is_of_paper(line: &str) -> bool {
    let first = || before_day(line).unwrap_or(line).split_whitespace().count() == 2;
    is_byline(line) && !(line.starts_with("by ") && first())
}

/// Whether a line begins as bylines do and has a digit, an address or a dividing sign.
fn may_go_on(line: &str) -> bool {
    let opening = line.get(..3).unwrap_or_default();
    opening.eq_ignore_ascii_case("by ")
        && line.contains(|sign: char| sign.is_ascii_digit() || "@|•·/".contains(sign))
}

/// The names at the head of a line that goes on with when and for whom they wrote: `Ida Vell | March 4, 2031`,
/// `Ida Vell / Northern Wire / Updated: March 4, 2031`, `By Ida Vell March 4, 2031 at 6:30 a.m.`
fn before_day(line: &str) -> Option<&str> {
    let divided = DIVIDING
        .iter()
        .filter_map(|sign| line.split_once(sign))
        .min_by_key(|(names, _)| names.len());
    if let Some((names, _)) = divided.filter(|(_, rest)| goes_with_names(rest.trim_start())) {
        return Some(names.trim_end_matches([' ', ',']));
    }
    let digit =
        |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit()) || word.contains('@');
    line.match_indices(' ').map(|(at, _)| at).find_map(|at| {
        let rest = &line[at + 1..];
        let first = rest.split(' ').next().unwrap_or_default();
        let when = rest.strip_prefix("on ").unwrap_or(rest);
        let may_be = digit(first) || PRINTED.contains(&first) || is_of_day(first);
        (may_be && tells_when(when)).then(|| line[..at].trim_end_matches([' ', ',']))
    })
}

/// Whether a word is a month or a day of the week, in full or cut: `Mar.`, `Tuesday,`.
pub(super) fn is_of_day(word: &str) -> bool {
    const DAYS: [&str; 19] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let bare = word.trim_end_matches(['.', ',']).to_lowercase();
    bare.len() > 2 && DAYS.iter().any(|day| day.starts_with(&bare))
}

/// Whether words are a day or an hour, an address, or both.
fn tells_when(words: &str) -> bool {
    let address = |part: &str| part.contains('@') && !part.contains(' ');
    let day = || {
        words.contains(char::is_alphabetic) || day_in(words).is_some() || is_day_in_numbers(words)
    };
    matter::is_header(words) && day()
        || matter::is_moment(words)
        || is_page_line(words)
        || address(words)
}

/// Whether all that stands behind the names of a byline says when, where and for whom they wrote, and some part when.
fn goes_with_names(rest: &str) -> bool {
    let parts = || rest.split(['|', '•', '·', '/']).map(str::trim);
    let named = |part: &str| {
        part.split_whitespace().count() <= TOLD
            && part
                .split_whitespace()
                .all(|word| word.starts_with(char::is_uppercase))
    };
    tells_when(rest)
        || parts().nth(1).is_some()
            && parts().any(tells_when)
            && parts().all(|part| tells_when(part) || named(part))
}

/// Whether a line is the names of authors with the day behind them: `Ida Vell | March 4, 2031`.
pub(super) fn is_dated(line: &str) -> bool {
    line.len() <= LONGEST
        && line.contains(|sign: char| sign.is_ascii_digit() || sign == '@')
        && before_day(line)
            .is_some_and(|names| is_names(names) && !is_paper(names) && !is_of_print(names))
}

/// Whether words in title case say that something was printed: `Published On`.
fn is_of_print(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    PRINTED.contains(&first) || first == "First"
}

/// Whether a line names an agency or a paper: `Northern Wire`.
fn is_paper(line: &str) -> bool {
    const PAPERS: [&str; 10] = [
        "Wire", "News", "Agency", "Times", "Post", "Herald", "Press", "Daily", "Service", "Today",
    ];
    let last = line.rsplit(' ').next().unwrap_or_default();
    is_agency_name(line) || PAPERS.contains(&last)
}

/// Whether a line below a byline says what its author is, or where: `Political correspondent, Northern News`,
/// `Reporting from Oslo`.
pub(super) fn is_role(line: &str) -> bool {
    let (role, rest) = line.split_once(',').unwrap_or((line, ""));
    let last = role.rsplit(' ').next().unwrap_or_default().to_lowercase();
    if let Some(place) = line.strip_prefix("Reporting from ") {
        return place.split_whitespace().count() <= ROLE_WORDS
            && place.starts_with(char::is_uppercase)
            && place.ends_with(char::is_alphanumeric);
    }
    line.split_whitespace().count() <= ROLE_WORDS
        && AUTHORS.contains(&last.as_str())
        && rest
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase))
        && line.ends_with(char::is_alphanumeric)
}

/// The most words of a line that says what an author is.
const ROLE_WORDS: usize = 7;

/// Whether a line is nothing but the names of people.
pub(super) fn is_names(line: &str) -> bool {
    line.len() <= 80
        && line.chars().any(char::is_lowercase)
        && !is_box(line)
        && without_times(line)
            .split(", ")
            .flat_map(|names| names.split(" and "))
            .flat_map(|names| names.split(" & "))
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

/// The names of authors without when each of them wrote: `Ida Vell (now) and Hal Orr (earlier)`.
fn without_times(line: &str) -> Cow<'_, str> {
    if line.contains("(now)") || line.contains("(earlier)") {
        Cow::Owned(line.replace(" (now)", "").replace(" (earlier)", ""))
    } else {
        Cow::Borrowed(line)
    }
}

/// What stands between the name of an author and what is told of him.
const BETWEEN: [&str; 9] = [
    " | ", ", ", " at ", " in ", " - ", " – ", " — ", " for ", " with ",
];
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
        let agencies = || told.split(", ").all(|agency| KNOWN.contains(&agency));
        words(told) <= TOLD
            && (told.split_whitespace().all(capital) || AUTHORS.contains(&last) || agencies())
            && told.ends_with(char::is_alphanumeric)
    };
    let mut parts = BETWEEN
        .iter()
        .filter_map(|between| line.split_once(between));
    line.len() <= 80
        && !is_box(line)
        && !line.split(", ").any(is_place)
        && (in_capitals()
            || is_name_with_role(line)
            || parts.any(|(name, rest)| is_names(name) && told(rest)))
        || is_joint(line)
}

/// What stands between those who wrote an article together, or between them and their papers.
const JOINING: [&str; 5] = [" with ", " and ", " & ", " in ", " | "];

/// Whether a line names two authors, one with a paper or the help of the other: `Ida Vell, Northern Wire, and Hal Orr, Oban
/// News`, `Ida Vell, with Hal Orr in Lumen`, `Ida Vell with AFP | Hal Orr Editor`.
fn is_joint(line: &str) -> bool {
    if line.len() > LONGEST || line.ends_with(['.', '?', '!', ':', ';']) {
        return false;
    }
    let helped = line.contains(" with ");
    let mut parts = vec![line];
    for joint in JOINING {
        parts = parts.iter().flat_map(|part| part.split(joint)).collect();
    }
    let parts: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.split(", "))
        .map(|part| part.trim_matches([',', ' ']))
        .filter(|part| !part.is_empty())
        .map(|part| part.strip_suffix(" Editor").unwrap_or(part))
        .collect();
    let paper = |part: &str| is_paper(part) || KNOWN.contains(&part);
    let name = |part: &str| is_names(part) && !paper(part);
    let capital = |part: &str| {
        part.split(' ').count() <= TOLD
            && part
                .split(' ')
                .all(|word| word.starts_with(char::is_uppercase))
    };
    parts.first().is_some_and(|first| name(first))
        && parts.iter().filter(|part| name(part)).count() >= 2
        && parts.iter().all(|part| capital(part) || paper(part))
        && (helped || parts.iter().any(|part| paper(part)))
}

/// Whether a line is the names of authors, with what they are or without.
pub(super) fn is_author(line: &str) -> bool {
    is_names(line) || is_signed(line)
}

/// Whether a line is a name and what its bearer is, with nothing between: `Ida Vell Political correspondent`.
fn is_name_with_role(line: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let last = line.rsplit(' ').next().unwrap_or_default();
    AUTHORS.contains(&last)
        && (NAME_WITH_ROLE).contains(&line.split_whitespace().count())
        && line.split_whitespace().take(3).all(capital)
}

/// How many words a name and a role may have.
const NAME_WITH_ROLE: std::ops::RangeInclusive<usize> = 4..=7;

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
const NAMED: [&str; 7] = [
    "Agence France-Presse",
    "Agencies",
    "Al Jazeera",
    "BBC",
    "Deutsche Welle",
    "NPR",
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
