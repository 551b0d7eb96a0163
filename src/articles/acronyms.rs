//! Acronyms that a text explains, as in `Shanghai Cooperation Organization (SCO)`.
//!
//! A short form stands in parentheses behind its long form, and its letters occur in the long form in
//! their order, the first of them at the beginning of a word (Schwartz and Hearst, 2003). Of short
//! forms only those with two capital letters or more are taken: acronyms, not remarks.

use std::ops::Range;

/// A short form and the long form that explains it, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The letters, as in `SCO`.
    pub short: Range<usize>,
    /// The words, as in `Shanghai Cooperation Organization`.
    pub long: Range<usize>,
}

/// The lengths that a short form may have, in characters.
const SHORT: std::ops::RangeInclusive<usize> = 2..=10;
/// How many words a long form may have beyond the characters of the short form.
const WORDS_BEYOND: usize = 5;
/// The most bytes that are looked at before a parenthesis.
const LONGEST: usize = 300;

/// The acronyms that a text explains, in the order of their explanations.
pub fn acronyms(text: &str) -> Vec<Acronym> {
    let openings = text.match_indices('(').map(|(at, _)| at);
    openings.filter_map(|at| explained_at(text, at)).collect()
}

/// The acronym in the parenthesis that opens at a byte, if the words before it explain it.
fn explained_at(text: &str, opening: usize) -> Option<Acronym> {
    let inside = opening + 1;
    let end = text[inside..].find([')', ',', ';', '(', '\n'])?;
    let is_quote = |mark: char| mark.is_whitespace() || "\"'“”‘’«»".contains(mark);
    let head = text[inside..inside + end].trim_start_matches(is_quote);
    let start = inside + text[inside..inside + end].len() - head.len();
    let short = head.trim_end_matches(is_quote);
    if !is_acronym(short) {
        return None;
    }
    let before = before(text, opening, short.chars().count());
    let long = long_form(short, &text[before.clone()])?;
    Some(Acronym {
        short: start..start + short.len(),
        long: before.start + long..before.end,
    })
}

fn is_acronym(short: &str) -> bool {
    let capitals = short.chars().filter(|mark| mark.is_uppercase()).count();
    let begins = short.chars().next().is_some_and(char::is_alphanumeric);
    SHORT.contains(&short.chars().count())
        && begins
        && capitals >= 2
        && !short.contains(char::is_whitespace)
}

/// The words before a parenthesis in which a long form may stand: of one sentence, and no more than
/// twice the characters of the short form, nor five beyond them.
fn before(text: &str, opening: usize, length: usize) -> Range<usize> {
    let mut floor = opening.saturating_sub(LONGEST);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let words = text[floor..opening].trim_end();
    let end = floor + words.len();
    let stop = |(at, mark): (usize, char)| {
        let behind = &words[at + mark.len_utf8()..];
        let closes = matches!(mark, '.' | '!' | '?') && behind.starts_with(char::is_whitespace);
        (closes || "();:\"“”«»".contains(mark)).then_some(at + mark.len_utf8())
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

/// Where the shortest long form of a short one begins that reaches to the end of some words.
fn long_form(short: &str, words: &str) -> Option<usize> {
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
            ("Port Union (", None),
            ("()", None),
            ("(PU)", None),
        ];
        for (text, expected) in rows {
            assert_eq!(found(text), Vec::from_iter(expected), "{text}");
        }
    }
}
