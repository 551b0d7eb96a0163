//! Lines above the body that are a part of the paper, the way to it, or a place.

use super::dates::is_day;
use crate::articles::quotations::is_place;

/// Whether a line is so short that the headline is another: `World`, `URGENT`.
pub(super) fn is_section(line: &str) -> bool {
    line.split_whitespace().count() <= 2
        && line
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase))
        && line.ends_with(char::is_alphabetic)
}

/// Parts of papers and kinds of copy, of which a line above or below the headline may be one, in small letters.
const SECTIONS: [&str; 50] = [
    "africa",
    "americas",
    "analysis",
    "asia",
    "breaking",
    "breaking news",
    "business",
    "business news",
    "climate",
    "comment",
    "crime",
    "culture",
    "economy",
    "editorial",
    "education",
    "entertainment",
    "environment",
    "europe",
    "exclusive",
    "explainer",
    "feature",
    "finance",
    "health",
    "home",
    "in pictures",
    "interview",
    "live",
    "local",
    "local news",
    "markets",
    "middle east",
    "money",
    "national",
    "news",
    "opinion",
    "photos",
    "politics",
    "science",
    "sport",
    "sports",
    "technology",
    "top stories",
    "uk",
    "uk news",
    "urgent",
    "us news",
    "video",
    "weather",
    "world",
    "world news",
];

/// Whether a line is the name of a section, or the way to it: `Politics`, `Home > World > Africa`.
pub(super) fn is_known_section(line: &str) -> bool {
    if line.len() > LONGEST_WAY || !line.starts_with(char::is_uppercase) {
        return false;
    }
    let small = line.to_lowercase();
    let known = |part: &str| SECTIONS.contains(&part.trim());
    let parts = small.split(['>', '|', '/', '›', '»']);
    known(&small)
        || parts.clone().count() > 1
            && known(parts.clone().next().unwrap_or_default())
            && parts
                .clone()
                .all(|part| part.split_whitespace().count() <= 2)
}

/// The longest way to a section, in bytes.
const LONGEST_WAY: usize = 60;

/// Whether a line is a place that is known, in capitals, as above the first paragraph: `ANKARA`, `PORT SAID, Egypt`;
/// or any with a day: `LUMEN, March 4`.
pub(super) fn is_place_alone(line: &str) -> bool {
    if line.contains('/') {
        return line.split('/').map(str::trim).all(is_place_alone);
    }
    let dated = line
        .split_once(", ")
        .filter(|(place, day)| is_day(day) && place.len() > 3);
    if let Some((place, _)) = dated {
        return !place.contains(char::is_lowercase) && place.split_whitespace().count() <= 3;
    }
    let (place, country) = line.split_once(", ").unwrap_or((line, ""));
    !place.contains(char::is_lowercase)
        && place.split_whitespace().count() <= 3
        && (country.is_empty() && place.len() > 3 && is_place(place) || is_place(country))
}
