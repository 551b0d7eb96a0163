//! Long forms: where the words begin that the letters of a short form stand for.

use super::{before, without_possessive};
use crate::text::pieces;

/// Words of a long form that mostly have no letter in the short one.
pub(super) const SMALL: [&str; 12] = [
    "of", "for", "the", "and", "in", "on", "to", "at", "de", "du", "la", "des",
];
/// What bodies are called: the short form of one may have the letters of another language, `Norland Workers' Party
/// (PPN)`.
const BODIES: [&str; 40] = [
    "Administration",
    "Agency",
    "Alliance",
    "Army",
    "Assembly",
    "Association",
    "Authority",
    "Bank",
    "Bureau",
    "Centre",
    "Coalition",
    "Commission",
    "Committee",
    "Confederation",
    "Congress",
    "Corporation",
    "Council",
    "Court",
    "Department",
    "Directorate",
    "Federation",
    "Force",
    "Forces",
    "Foundation",
    "Front",
    "Fund",
    "Group",
    "Guard",
    "Institute",
    "League",
    "Ministry",
    "Movement",
    "Office",
    "Organisation",
    "Organization",
    "Party",
    "Service",
    "Society",
    "Union",
    "Units",
];
/// Who may own the name of a body: `People's Party`; another owner is none of it.
const OWNERS: [&str; 8] = [
    "Children", "Citizens", "Farmers", "Men", "Nation", "People", "Women", "Workers",
];

/// Where the long form of a short one begins that reaches to the end of some words.
pub(super) fn long_form(short: &str, words: &str) -> Option<usize> {
    initials(short, words).or_else(|| shortest(short, words))
}

/// The same, if the letters are the initials of its words: of each that has a capital one, and of the
/// parts that a hyphen joins. Small words have none, if it can be had without.
pub(super) fn initials(short: &str, words: &str) -> Option<usize> {
    aligned(short, words, false).or_else(|| aligned(short, words, true))
}

/// Numbers in the names of groups.
const NUMBERS: [(&str, &str); 8] = [
    ("Five", "5"),
    ("Six", "6"),
    ("Seven", "7"),
    ("Eight", "8"),
    ("Ten", "10"),
    ("Twelve", "12"),
    ("Fifteen", "15"),
    ("Twenty", "20"),
];

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
        let numeral = letter.is_ascii_digit();
        let spelled = NUMBERS
            .iter()
            .find(|(spelled, _)| numeral && *spelled == word);
        let whole = spelled.map_or(word, |(_, digits)| digits);
        let is_number = whole.bytes().all(|byte| byte.is_ascii_digit());
        if is_number || dotted(word) == word.len() {
            // `20`, `Twenty`, `U.S.`: all of it stands in the short form.
            for mark in whole.chars().rev().filter(|mark| *mark != '.') {
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
            let small = || {
                let word = words[marks[*place].0..].split_whitespace().next();
                word.is_some_and(|word| SMALL.contains(&word.to_lowercase().as_str()))
            };
            same(marks[*place].1, *letter) && (number > 0 || begins && !small())
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

/// How many letters the words before a parenthesis might have that are looked at for the whole name of a body.
pub(super) const NAME_LETTERS: usize = 9;
/// Short forms that stand behind the names of bodies and are those of agencies.
const OF_AGENCIES: [&str; 8] = ["AAP", "AFP", "ANI", "AP", "EFE", "PTI", "UPI", "VPS"];

/// Where a long form begins whose letters leave out the place at its end: `Ports Union of Norland (PU)`.
pub(super) fn of_place(short: &str, text: &str, opening: usize) -> Option<usize> {
    let before = before(text, opening, NAME_LETTERS);
    let words = &text[before.clone()];
    let (front, place) = words.rsplit_once(" of ")?;
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word == "the";
    let long = initials(short, front).filter(|_| place.split_whitespace().all(capital))?;
    Some(before.start + long)
}

/// Where the name of a body begins that stands before a parenthesis, whatever its letters: `Norland Workers' Party
/// (PPN)`.
pub(super) fn body_of(short: &str, text: &str, opening: usize) -> Option<usize> {
    let capitals = short.chars().filter(|mark| mark.is_uppercase()).count();
    let letters = short.chars().all(char::is_alphabetic);
    if !letters || capitals * 2 <= short.len() || OF_AGENCIES.contains(&short) {
        return None;
    }
    let before = before(text, opening, NAME_LETTERS);
    let words = &text[before.clone()];
    let start = name_in(words)?;
    let is_body = |word: &str| BODIES.contains(&without_possessive(word));
    let body = words[start..].split_whitespace().any(is_body);
    let party = words.ends_with(" party") || words.ends_with(" movement");
    (body || party).then_some(before.start + start)
}

/// Where the name of two words or more begins that some words end with, without whom it belongs to.
pub(super) fn name_in(words: &str) -> Option<usize> {
    let mut start = None;
    let starts: Vec<usize> = word_starts(words).collect();
    for (number, at) in starts.into_iter().rev().enumerate() {
        let word = words[at..].split_whitespace().next().unwrap_or_default();
        let noun = number == 0 && matches!(word, "party" | "movement");
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        let foreign = owner.is_some_and(|owner| !OWNERS.contains(&owner));
        // `the Northern Council and the Ports Market`
        let another = number > 0 && word.ends_with(',') || words[at..].starts_with("and the ");
        let named = word.starts_with(char::is_uppercase) && !matches!(word, "The" | "In" | "A");
        if foreign || another || !(named || noun || SMALL.contains(&word)) {
            break;
        }
        start = if named { Some(at) } else { start };
    }
    let start = start?;
    (words[start..].split_whitespace().count() > 1).then_some(start)
}

/// Where the parts between white space begin.
pub(super) fn word_starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    let parts = pieces(words);
    parts.map(move |part| part.as_ptr() as usize - words.as_ptr() as usize)
}

/// How many bytes of capitals, each with a stop, some words begin with: `F.E.C.`; 0 for fewer than two.
pub(super) fn dotted(words: &str) -> usize {
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
