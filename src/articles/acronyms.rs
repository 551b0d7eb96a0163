//! Acronyms that a text explains, as in `Shanghai Cooperation Organization (SCO)`.
//!
//! Three forms are known: the short form in parentheses behind the long one, the long form in
//! parentheses behind the short one, and `Long Form, or LF`. The letters of the short form occur in the
//! long one in their order, the first of them at the beginning of a word (Schwartz and Hearst, 2003);
//! where they can be the initials of its words, they are. Of short forms only those with two capital
//! letters or more are taken: acronyms, not remarks. A plural or a possessive of either is seen through.

use std::ops::Range;

use memchr::memmem;

use crate::text::tail;

/// A short form and the long form that explains it, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The letters, as in `SCO`, without the ending of a plural or a possessive.
    pub short: Range<usize>,
    /// The words, as in `Shanghai Cooperation Organization`, without that of a possessive.
    pub long: Range<usize>,
}

/// The lengths that a short form may have, in characters.
const SHORT: std::ops::RangeInclusive<usize> = 2..=10;
/// How many words a long form may have beyond the characters of the short form.
const WORDS_BEYOND: usize = 5;
/// The most bytes that are looked at before a parenthesis, and within one.
const LONGEST: usize = 300;
/// What may stand before a short form within parentheses or behind "or".
const INTRODUCTIONS: [&str; 11] = [
    "the",
    "or",
    "hereinafter",
    "hereafter",
    "also",
    "known",
    "as",
    "called",
    "abbreviated",
    "short",
    "acronym",
];
/// Words of a long form that mostly have no letter in the short one.
const SMALL: [&str; 12] = [
    "of", "for", "the", "and", "in", "on", "to", "at", "de", "du", "la", "des",
];
/// What announces a short form behind the comma that closes a long one.
const ALTERNATIVES: [&str; 5] = [
    ", or ",
    ", known as ",
    ", also known as ",
    ", abbreviated as ",
    ", called ",
];

/// The acronyms that a text explains, in the order of their explanations.
pub fn acronyms(text: &str) -> Vec<Acronym> {
    let bytes = text.as_bytes();
    let mut found: Vec<Acronym> = memchr::memchr_iter(b'(', bytes)
        .filter_map(|at| in_parenthesis(text, at))
        .collect();
    let begins = |at: &usize| matches!(bytes[*at..], [b',', b' ', b'o' | b'k' | b'a' | b'c', ..]);
    let commas = memchr::memchr_iter(b',', bytes).filter(begins);
    found.extend(commas.filter_map(|at| {
        let mut known = ALTERNATIVES.into_iter();
        let words = known.find(|words| bytes[at..].starts_with(words.as_bytes()))?;
        alternative_at(text, at, words)
    }));
    found.sort_by_key(|acronym| (acronym.short.start, acronym.long.start));
    found.dedup();
    found
}

/// The places of a text at which an acronym stands, short or long, a plural or a possessive too: its
/// form without the ending, in bytes, in order.
pub fn mentions(text: &str, short: &str, long: &str) -> Vec<Range<usize>> {
    let stands = |form: &str| {
        let places = memmem::find_iter(text.as_bytes(), form);
        let places = places.map(|at| at..at + form.len());
        places
            .filter(|place| stands_alone(text, place))
            .collect::<Vec<_>>()
    };
    let mut places = stands(long);
    let shorts = stands(short).into_iter();
    places.extend(
        shorts
            .filter(|place| !stands_within(place, &places))
            .collect::<Vec<_>>(),
    );
    places.sort_by_key(|place| place.start);
    places
}

/// Whether a place lies in one of others, which are in order and apart.
fn stands_within(place: &Range<usize>, others: &[Range<usize>]) -> bool {
    let behind = others.partition_point(|other| other.start <= place.start);
    behind > 0 && place.end <= others[behind - 1].end
}

/// Whether some bytes are no part of a longer word, unless it is their plural.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let is_apart = |mark: Option<char>| mark.is_none_or(|mark| !mark.is_alphanumeric());
    let behind = &text[place.end..];
    let plural = behind.strip_prefix('s').unwrap_or(behind);
    is_apart(text[..place.start].chars().next_back())
        && (is_apart(behind.chars().next()) || is_apart(plural.chars().next()))
}

/// Words without the ending of a possessive.
fn without_possessive(words: &str) -> &str {
    let mut endings = ["'s", "’s", "'", "’"].into_iter();
    endings
        .find_map(|ending| words.strip_suffix(ending))
        .unwrap_or(words)
}

/// A short form without the ending of a possessive or a plural.
fn singular(short: &str) -> &str {
    let short = without_possessive(short);
    match short.strip_suffix('s') {
        Some(stem) if stem.chars().all(|mark| !mark.is_lowercase()) && !stem.is_empty() => stem,
        _ => short,
    }
}

/// The short form that some words are, with nothing but an introduction before it.
fn short_form(words: &str) -> Option<&str> {
    let is_quote = |mark: char| mark.is_whitespace() || "\"'“”‘’«»".contains(mark);
    let words = words.strip_suffix(" for short").unwrap_or(words);
    let last = words.split_whitespace().next_back()?;
    let before = &words[..last.as_ptr() as usize - words.as_ptr() as usize];
    let introduced = before.split_whitespace().all(|word| {
        let word = word.trim_matches(|mark: char| is_quote(mark) || mark == ',');
        INTRODUCTIONS.contains(&word)
    });
    let short = singular(last.trim_matches(is_quote));
    (introduced && is_acronym(short)).then_some(short)
}

/// The acronym that the parenthesis which opens at a byte explains, or that is explained before it.
fn in_parenthesis(text: &str, opening: usize) -> Option<Acronym> {
    let inside = within(text, opening)?;
    explained(text, opening, inside.clone()).or_else(|| explaining(text, opening, inside))
}

/// The acronym within a parenthesis, if the words before that explain it.
fn explained(text: &str, opening: usize, inside: Range<usize>) -> Option<Acronym> {
    let short = short_form(&text[inside])?;
    let start = place_of(text, short);
    let before = before(text, opening, short.chars().count());
    let long = long_form(short, &text[before.clone()])?;
    Some(Acronym {
        short: start..start + short.len(),
        long: before.start + long..before.end,
    })
}

/// The acronym before a parenthesis, if the words in that explain it.
fn explaining(text: &str, opening: usize, inside: Range<usize>) -> Option<Acronym> {
    let words = text[inside].trim();
    let bare = ["the ", "The "]
        .iter()
        .find_map(|the| words.strip_prefix(the));
    let words = without_possessive(bare.unwrap_or(words));
    let before = text[floor(text, opening)..opening].trim_end();
    let short = singular(before.rsplit(char::is_whitespace).next()?);
    let short = short.trim_start_matches(|mark: char| !mark.is_alphanumeric());
    let apart = text[place_of(text, before) + before.len()..opening]
        .chars()
        .all(|mark| mark == ' ');
    let of_words = words.contains(char::is_whitespace);
    if !is_acronym(short) || !short.ends_with(char::is_alphanumeric) || !apart || !of_words {
        return None;
    }
    (initials(short, words) == Some(0)).then(|| {
        let (short_at, long_at) = (place_of(text, short), place_of(text, words));
        Acronym {
            short: short_at..short_at + short.len(),
            long: long_at..long_at + words.len(),
        }
    })
}

/// The acronym behind "or" and the like, if the words before the comma explain it.
fn alternative_at(text: &str, comma: usize, words: &str) -> Option<Acronym> {
    let rest = &text[comma + words.len()..];
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let is_part = |mark: char| mark.is_alphanumeric() || "'’-".contains(mark);
    let end = rest.find(|mark| !is_part(mark)).unwrap_or(rest.len());
    let short = match dotted(rest) {
        0 => singular(&rest[..end]),
        length => &rest[..length],
    };
    if !is_acronym(short) {
        return None;
    }
    let letters = short.chars().filter(|mark| mark.is_alphanumeric()).count();
    let before = before(text, comma, letters);
    // Here no parenthesis says that it is an explanation: nothing but initials will do.
    let long = initials(short, &text[before.clone()])?;
    let start = place_of(text, short);
    Some(Acronym {
        short: start..start + short.len(),
        long: before.start + long..before.end,
    })
}

/// How many bytes of capitals, each with a stop, some words begin with: `F.E.C.`; 0 for fewer than two.
fn dotted(words: &str) -> usize {
    let mut length = 0;
    let mut letters = 0;
    let mut marks = words.chars();
    while let (Some(letter), Some('.')) = (marks.next(), marks.next()) {
        if !letter.is_uppercase() {
            break;
        }
        length += letter.len_utf8() + 1;
        letters += 1;
    }
    if letters >= 2 { length } else { 0 }
}

/// Whether some words end with letters that have stops, which end no sentence: `the U.S.`
fn ends_dotted(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    !last.is_empty() && dotted(last) == last.len()
}

/// What stands in the parenthesis that opens at a byte, up to its first mark.
fn within(text: &str, opening: usize) -> Option<Range<usize>> {
    let inside = opening + 1;
    let end = text[inside..].find([')', ',', ';', '(', '\n'])?;
    (end <= LONGEST).then_some(inside..inside + end)
}

/// Where a part of a text begins in it.
fn place_of(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn is_acronym(short: &str) -> bool {
    let capitals = short.chars().filter(|mark| mark.is_uppercase()).count();
    let begins = short.chars().next().is_some_and(char::is_alphanumeric);
    // `G20`
    let numbered = short.chars().skip(1).all(|mark| mark.is_ascii_digit());
    SHORT.contains(&short.chars().count())
        && begins
        && (capitals >= 2 || capitals == 1 && numbered)
        && !short.contains(char::is_whitespace)
}

/// Where what is looked at before a byte begins.
fn floor(text: &str, opening: usize) -> usize {
    opening - tail(&text[..opening], LONGEST).len()
}

/// The words before a parenthesis in which a long form may stand: of one sentence, and no more than
/// twice the characters of the short form, nor five beyond them.
fn before(text: &str, opening: usize, length: usize) -> Range<usize> {
    let floor = floor(text, opening);
    let words = without_possessive(text[floor..opening].trim_end());
    let end = floor + words.len();
    let stop = |(at, mark): (usize, char)| {
        let behind = &words[at + mark.len_utf8()..];
        let closes = matches!(mark, '.' | '!' | '?') && behind.starts_with(char::is_whitespace);
        let closes = closes && !ends_dotted(&words[..at + mark.len_utf8()]);
        let is_blank = |mark: char| matches!(mark, ' ' | '\t' | '\r');
        let parts = mark == '\n' && behind.trim_start_matches(is_blank).starts_with('\n');
        (closes || parts || "();:\"“”«»".contains(mark)).then_some(at + mark.len_utf8())
    };
    let sentence = words.char_indices().rev().find_map(stop).unwrap_or(0);
    let most = (length + WORDS_BEYOND).min(2 * length);
    let mut starts: Vec<usize> = word_starts(&words[sentence..]).collect();
    let first = starts.split_off(starts.len().saturating_sub(most));
    floor + sentence + first.first().copied().unwrap_or(words.len() - sentence)..end
}

/// Where the parts between white space begin.
fn word_starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    let parts = words.split_whitespace();
    parts.map(move |part| part.as_ptr() as usize - words.as_ptr() as usize)
}

/// Where the long form of a short one begins that reaches to the end of some words.
fn long_form(short: &str, words: &str) -> Option<usize> {
    initials(short, words).or_else(|| shortest(short, words))
}

/// The same, if the letters are the initials of its words: of each that has a capital one, and of the
/// parts that a hyphen joins. Small words have none, if it can be had without.
fn initials(short: &str, words: &str) -> Option<usize> {
    aligned(short, words, false).or_else(|| aligned(short, words, true))
}

fn aligned(short: &str, words: &str, with_small: bool) -> Option<usize> {
    let letters = short.chars().filter(|mark| mark.is_alphanumeric());
    let mut letters = letters.flat_map(char::to_lowercase).rev().peekable();
    let is_joint = |mark: char| mark.is_whitespace() || "-–/".contains(mark);
    let mut end = words.len();
    let mut n_words = 0;
    while let Some(letter) = letters.peek().copied() {
        let head = words[..end].trim_end_matches(is_joint);
        let start = head.rfind(is_joint).map_or(0, |at| {
            at + head[at..].chars().next().map_or(1, char::len_utf8)
        });
        let word = head[start..].trim_start_matches(|mark: char| !mark.is_alphanumeric());
        let initial = word.chars().next()?;
        let counts = with_small || !SMALL.contains(&word);
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number || dotted(word) == word.len() {
            // `20`, `U.S.`: all of it stands in the short form.
            for mark in word.chars().rev().filter(|mark| *mark != '.') {
                letters.next_if(|letter| mark.to_lowercase().eq(std::iter::once(*letter)))?;
            }
            n_words += 1;
        } else if counts && initial.to_lowercase().eq(std::iter::once(letter)) {
            letters.next();
            n_words += 1;
        } else if initial.is_uppercase() || n_words == 0 {
            return None;
        }
        end = head.len() - word.len();
    }
    let begins = words[..end]
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace);
    (n_words > 1 && begins).then_some(end)
}

/// Where the shortest long form of a short one begins that reaches to the end of some words.
fn shortest(short: &str, words: &str) -> Option<usize> {
    let marks: Vec<(usize, char)> = words.char_indices().collect();
    let same = |left: char, right: char| left.to_lowercase().eq(right.to_lowercase());
    let letters: Vec<char> = short
        .chars()
        .filter(|mark| mark.is_alphanumeric())
        .collect();
    let mut at = marks.len();
    for (number, letter) in letters.iter().enumerate().rev() {
        let fits = |place: &usize| {
            let begins = *place == 0 || !marks[place - 1].1.is_alphanumeric();
            same(marks[*place].1, *letter) && (number > 0 || begins)
        };
        at = (0..at).rev().find(fits)?;
    }
    // The word in which the first letter stands, with what is joined to it.
    let joined = marks[..at]
        .iter()
        .rev()
        .take_while(|(_, mark)| !mark.is_whitespace());
    let start = joined.last().map_or(marks[at].0, |(byte, _)| *byte);
    let long = &words[start..];
    let is_longer = long.chars().count() > short.chars().count();
    let n_words = long.split_whitespace().count();
    (is_longer && n_words > 1 && !long.split_whitespace().any(|word| word == short))
        .then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        acronyms(text)
            .into_iter()
            .map(|acronym| (&text[acronym.short], &text[acronym.long]))
            .collect()
    }

    #[test]
    fn long_forms_are_the_words_that_the_letters_stand_for() {
        let rows = [
            (
                "the Lumen River Council (LRC) met",
                Some(("LRC", "Lumen River Council")),
            ),
            (
                "aid of the U.S. Agency for International Development (USAID)",
                Some(("USAID", "U.S. Agency for International Development")),
            ),
            ("the Group of 20 (G20) met", Some(("G20", "Group of 20"))),
            ("a sheet of paper (A4)", None),
            (
                "They left the U.S. The Lumen River Council (LRC) met",
                Some(("LRC", "Lumen River Council")),
            ),
            (
                "the Ministry of Foreign Affairs (MFA)",
                Some(("MFA", "Ministry of Foreign Affairs")),
            ),
            ("a Group of Twenty-Five (\"G-25\")", None),
            (
                "The Office. A Port Union (PU, 2031)",
                Some(("PU", "Port Union")),
            ),
            ("Union of Ports (Xinhua)", None),
            ("the talks (TALKS)", None),
            ("in a year (2031)", None),
            (
                "États riverains unis (ÉRU)",
                Some(("ÉRU", "États riverains unis")),
            ),
            (
                "special freight zones (SFZs) have been",
                Some(("SFZ", "special freight zones")),
            ),
            (
                "the Lumen River Council's (LRC's) seat",
                Some(("LRC", "Lumen River Council")),
            ),
            (
                "the RFC (Regional Fisheries Convention)",
                Some(("RFC", "Regional Fisheries Convention")),
            ),
            (
                "RFCs (the Regional Fisheries Conventions)",
                Some(("RFC", "Regional Fisheries Conventions")),
            ),
            ("the RFC (really far from here)", None),
            (
                "The Digital Advertising Levy, or DAL, would",
                Some(("DAL", "Digital Advertising Levy")),
            ),
            (
                "The Digital Advertising Levy, or D.A.L., would",
                Some(("D.A.L.", "Digital Advertising Levy")),
            ),
            (
                "The Digital Advertising Levy, known as the DAL.",
                Some(("DAL", "Digital Advertising Levy")),
            ),
            ("the ministers, or MPs", None),
            ("by the Eastern envoy, or EU", None),
            (
                "Front for Self-Rule (FSR)",
                Some(("FSR", "Front for Self-Rule")),
            ),
            (
                "the Port Union (hereinafter the \"PU\")",
                Some(("PU", "Port Union")),
            ),
            ("the Port Union (PU for short)", Some(("PU", "Port Union"))),
            ("Port Union\n \nHARBOUR (PU)", None),
            ("Port\nUnion (PU)", Some(("PU", "Port\nUnion"))),
            ("PU (", None),
            ("Port Union (", None),
            ("()", None),
            ("(PU)", None),
        ];
        for (text, expected) in rows {
            assert_eq!(found(text), Vec::from_iter(expected), "{text}");
        }
    }

    #[test]
    fn an_acronym_is_mentioned_short_or_long_in_any_number() {
        let text =
            "Port Union (PU). PUs, the PU's and PUT; Port Unions, SPU, PU-led, Port Union PU";
        let found: Vec<&str> = mentions(text, "PU", "Port Union")
            .into_iter()
            .map(|place| &text[place])
            .collect();
        let expected = [
            "Port Union",
            "PU",
            "PU",
            "PU",
            "Port Union",
            "PU",
            "Port Union",
            "PU",
        ];
        assert_eq!(found, expected);
    }
}
