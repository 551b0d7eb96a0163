//! Acronyms that a text explains, as in `Shanghai Cooperation Organization (SCO)`.
//!
//! Three forms are known: the short form in parentheses behind the long one, the long form in
//! parentheses behind the short one, and `Long Form, or LF`. The letters of the short form occur in the
//! long one in their order, the first of them at the beginning of a word (Schwartz and Hearst, 2003);
//! where they can be the initials of its words, they are. Of short forms only those with two capital
//! letters or more are taken: acronyms, not remarks. The name of a body is taken whatever its letters, which may be
//! those of another language (`long_forms.rs`). A plural or a possessive of either is seen through.

mod long_forms;

use std::ops::Range;

use memchr::memmem;

use crate::text::{head, tail};
use long_forms::{
    NAME_LETTERS, body_of, dotted, initials, long_form, name_in, of_place, word_starts,
};

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
const INTRODUCTIONS: [&str; 15] = [
    "the",
    "in",
    "referred",
    "to",
    "simply",
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
/// What announces a short form behind the comma that closes a long one.
const ALTERNATIVES: [&str; 11] = [
    ", or ",
    ", known as ",
    ", also known as ",
    ", better known as ",
    ", commonly known as ",
    ", widely known as ",
    ", known by its initials ",
    ", known by the acronym ",
    ", abbreviated as ",
    ", abbreviated ",
    ", called ",
];
/// What announces one whose letters may be those of another language, with that language between.
const BY_ITS: &str = ", known by its ";
const ACRONYM: &str = "acronym ";

/// The acronyms that a text explains, in the order of their explanations.
pub fn acronyms(text: &str) -> Vec<Acronym> {
    let bytes = text.as_bytes();
    let mut found: Vec<Acronym> = memchr::memchr_iter(b'(', bytes)
        .filter_map(|at| in_parenthesis(text, at))
        .collect();
    found.extend(memchr::memchr_iter(b'[', bytes).filter_map(|at| in_brackets(text, at)));
    let begins = |at: &usize| {
        let opening = bytes
            .get(at + 2)
            .is_some_and(|first| b"okacbw".contains(first));
        opening && bytes[at + 1] == b' '
    };
    let commas = memchr::memchr_iter(b',', bytes).filter(begins);
    found.extend(commas.filter_map(|at| {
        let mut known = ALTERNATIVES.into_iter();
        let words = known.find(|words| bytes[at..].starts_with(words.as_bytes()));
        match words {
            Some(words) => alternative_at(text, at, words.len()),
            None => foreign_at(text, at),
        }
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
        let word = word.trim_matches(|mark: char| is_quote(mark) || mark == ',' || mark == ':');
        INTRODUCTIONS.contains(&word)
    });
    let short = singular(last.trim_matches(is_quote));
    (introduced && is_acronym(short)).then_some(short)
}

/// The acronym that the parenthesis which opens at a byte explains, or that is explained before it.
fn in_parenthesis(text: &str, opening: usize) -> Option<Acronym> {
    let inside = within(text, opening)?;
    explained(text, opening, inside.clone())
        .or_else(|| explaining(text, opening, inside))
        .or_else(|| translated(text, opening))
}

/// The acronym between square brackets whose letters are the initials of the words before: these brackets hold what
/// an editor puts right as well.
fn in_brackets(text: &str, opening: usize) -> Option<Acronym> {
    let inside = within(text, opening)?;
    let short = short_form(&text[inside]).filter(|short| is_acronym(short))?;
    let start = place_of(text, short);
    let before = before(text, opening, short.chars().count());
    let long = initials(short, &text[before.clone()])?;
    Some(Acronym {
        short: start..start + short.len(),
        long: before.start + long..before.end,
    })
}

/// The acronym at the end of a parenthesis that holds the long form in another language too, and which of the two
/// explains it: `Alternative for Norland (Alternativa dil Norland, AdN)`.
fn translated(text: &str, opening: usize) -> Option<Acronym> {
    let inside = opening + 1;
    let end = text[inside..].find([')', ']', '(', '[', '\n'])?;
    let words = text.get(inside..inside + end).filter(|_| end <= LONGEST)?;
    // Most that stands in parentheses is one word.
    if !words.contains(' ') {
        return None;
    }
    let divides = [", ", " – ", " — ", " - ", "; "];
    let (other, last) = divides.iter().find_map(|sign| words.rsplit_once(sign))?;
    let short = short_form(last).filter(|_| other.contains(char::is_whitespace))?;
    let start = place_of(text, short);
    let short_at = start..start + short.len();
    if let Some(long) = initials(short, other).filter(|long| *long == 0) {
        let long = place_of(text, other) + long;
        return Some(Acronym {
            short: short_at,
            long: long..long + other.len(),
        });
    }
    let before = before(text, opening, short.chars().count());
    let long = initials(short, &text[before.clone()])?;
    Some(Acronym {
        short: short_at,
        long: before.start + long..before.end,
    })
}

/// The acronym within a parenthesis, if the words before that explain it.
fn explained(text: &str, opening: usize, inside: Range<usize>) -> Option<Acronym> {
    let short = short_form(&text[inside])?;
    let start = place_of(text, short);
    let before = before(text, opening, short.chars().count());
    let words = &text[before.clone()];
    // `COP30`: the number of a meeting is no part of its name.
    let unnumbered = short.trim_end_matches(|mark: char| mark.is_ascii_digit());
    let numbered = || {
        let cut = unnumbered.len() < short.len() && unnumbered.len() > 1;
        cut.then(|| initials(unnumbered, words)).flatten()
    };
    let long = long_form(short, words).or_else(numbered);
    let long = long
        .map(|long| before.start + long)
        .or_else(|| of_place(short, text, opening))
        .or_else(|| body_of(short, text, opening))?;
    Some(Acronym {
        short: start..start + short.len(),
        long: long..before.end,
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
fn alternative_at(text: &str, comma: usize, words: usize) -> Option<Acronym> {
    let short = short_behind(&text[comma + words..])?;
    let letters = short.chars().filter(|mark| mark.is_alphanumeric()).count();
    let before = before(text, comma, letters);
    // Here no parenthesis says that it is an explanation: nothing but initials will do, or the name of a body.
    let long = initials(short, &text[before.clone()]).map(|long| before.start + long);
    let body = || body_of(short, text, comma).filter(|_| letters > 2);
    let long = long.or_else(body)?;
    let start = place_of(text, short);
    Some(Acronym {
        short: start..start + short.len(),
        long: long..before.end,
    })
}

/// The short form at the beginning of some words.
fn short_behind(words: &str) -> Option<&str> {
    let words = words.strip_prefix("the ").unwrap_or(words);
    let is_part = |mark: char| mark.is_alphanumeric() || "'’-&".contains(mark);
    let end = words.find(|mark| !is_part(mark)).unwrap_or(words.len());
    let short = match dotted(words) {
        0 => singular(&words[..end]),
        length => &words[..length],
    };
    is_acronym(short).then_some(short)
}

/// The acronym of another language behind a name: `Ports Without Borders, known by its Veranian acronym PSC`.
fn foreign_at(text: &str, comma: usize) -> Option<Acronym> {
    let rest = head(&text[comma..], LONGEST).strip_prefix(BY_ITS)?;
    let at = rest.find(ACRONYM)?;
    let few = rest[..at].split_whitespace().count() <= LANGUAGE_WORDS;
    let short = short_behind(&rest[at + ACRONYM.len()..]).filter(|_| few)?;
    let before = before(text, comma, NAME_LETTERS);
    let long = before.start + name_in(&text[before.clone()])?;
    let start = place_of(text, short);
    Some(Acronym {
        short: start..start + short.len(),
        long: long..before.end,
    })
}

/// The most words that say which language an acronym is of.
const LANGUAGE_WORDS: usize = 2;

/// Whether some words end with letters that have stops, which end no sentence: `the U.S.`
fn ends_dotted(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    !last.is_empty() && dotted(last) == last.len()
}

/// What stands in the parenthesis that opens at a byte, up to its first mark.
fn within(text: &str, opening: usize) -> Option<Range<usize>> {
    let inside = opening + 1;
    let end = text[inside..].find([')', ']', ',', ';', '(', '\n'])?;
    (end <= LONGEST).then_some(inside..inside + end)
}

/// Where a part of a text begins in it.
fn place_of(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn is_acronym(short: &str) -> bool {
    let capitals = short.chars().filter(|mark| mark.is_uppercase()).count();
    let begins = short.chars().next().is_some_and(char::is_alphanumeric);
    // `G20`, `G-7`
    let mut number = short.chars().skip(1).filter(|mark| *mark != '-');
    let numbered = short.ends_with(|mark: char| mark.is_ascii_digit())
        && number.all(|mark| mark.is_ascii_digit());
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
        let divides = matches!(mark, '(' | ')' | ';' | ':' | '"' | '“' | '”' | '«' | '»');
        (closes || parts || divides).then_some(at + mark.len_utf8())
    };
    let sentence = words.char_indices().rev().find_map(stop).unwrap_or(0);
    let most = (length + WORDS_BEYOND).min(2 * length);
    let mut starts: Vec<usize> = word_starts(&words[sentence..]).collect();
    let first = starts.split_off(starts.len().saturating_sub(most));
    floor + sentence + first.first().copied().unwrap_or(words.len() - sentence)..end
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
