//! Lines above the body of a record or an article: titles with their day, the sentence under a headline, the place.

use super::bylines::is_of_day;
use super::dates::day_in;
use super::matter;
use super::top::is_headline;
use crate::articles::quotations::is_place;

/// Words by which a title with its day is told from a line of place and day.
const OF_TITLES: [&str; 18] = [
    "at",
    "briefing",
    "by",
    "conference",
    "debate",
    "for",
    "hearing",
    "interview",
    "meeting",
    "of",
    "on",
    "press",
    "readout",
    "remarks",
    "speech",
    "statement",
    "transcript",
    "with",
];
/// The fewest words before the day of such a title.
const BEFORE_DAY: usize = 3;
/// How lines begin that say when something was printed or sent.
const OF_PRINT: [&str; 8] = [
    "Aired",
    "Delivered",
    "For",
    "Heard",
    "Issued",
    "Posted",
    "Published",
    "Updated",
];

/// Whether the first line of a record is its title with the day behind it: `Press Briefing by Ida Vell, March 4, 2031`.
pub(super) fn is_dated_title(line: &str) -> bool {
    let digit = |sign: char| sign.is_ascii_digit();
    let before = line.split(digit).next().unwrap_or_default();
    let divides = |sign: char| !sign.is_alphabetic();
    let words = || {
        let words = before.split(divides);
        words.filter(|word| !word.is_empty() && !is_of_day(word))
    };
    let of_title = |word: &str| OF_TITLES.contains(&word.to_lowercase().as_str());
    day_in(line).is_some()
        && words().count() >= BEFORE_DAY
        && !line.contains(':')
        && words().any(of_title)
        && words().next().is_none_or(|word| !OF_PRINT.contains(&word))
        && !matter::is_header(line)
        && is_headline(line, false)
}

/// Whether a first line with a colon is the title of a record, whose first turn follows: `Tolls Bill: Second Stage`.
pub(super) fn is_title_before_turns(line: &str, next: &str) -> bool {
    let (label, said) = line.split_once(':').unwrap_or_default();
    let unquoted = line.trim_end_matches(['"', '”', '’', '\'']);
    matter::has_label(next)
        && label.contains(char::is_lowercase)
        && said.split_whitespace().nth(1).is_some()
        && unquoted.ends_with(char::is_alphanumeric)
        && is_headline(line, false)
}

/// The fewest and the most words of a sentence between headline and byline.
const STANDFIRST_WORDS: std::ops::RangeInclusive<usize> = 6..=45;

/// Whether a line between headline and byline may say what the article tells.
pub(super) fn is_standfirst(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '”', '"', '’'])
        && line.starts_with(|sign: char| sign.is_uppercase() || "‘“\"'".contains(sign))
        && STANDFIRST_WORDS.contains(&line.split_whitespace().count())
        && !matter::has_label(line)
}

/// Whether a line above a record says where it was made: `Aboard the Lumen`, `Vell Briefing Room`, `Lumen, Verania`.
pub(super) fn is_venue(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let behind_comma = line.rsplit_once(", ").map(|(_, place)| place);
    ["Aboard ", "Via ", "En Route ", "En route "]
        .iter()
        .any(|word| line.starts_with(word))
        || VENUES.contains(&last)
        || behind_comma.is_some_and(is_place)
}

/// What the names of rooms and buildings end with.
const VENUES: [&str; 18] = [
    "Airport", "Base", "Center", "Centre", "Garden", "Hall", "Hospital", "Hotel", "House", "Lawn",
    "Library", "Office", "Palace", "Room", "School", "Stadium", "Theater", "Theatre",
];
