//! Names as words: what two names must share to be those of one bearer.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::articles::quotations::word_list::WordList;
use crate::text::{in_small, pieces};

const SUFFIXES: WordList = WordList::new(&["jr", "sr", "ii", "iii", "iv", "esq"]);

/// Short forms of given names, each with the long one.
const SHORT_FORMS: [(&str, &str); 60] = [
    ("abe", "abraham"),
    ("al", "albert"),
    ("andy", "andrew"),
    ("art", "arthur"),
    ("ben", "benjamin"),
    ("bernie", "bernard"),
    ("beth", "elizabeth"),
    ("betsy", "elizabeth"),
    ("bill", "william"),
    ("billy", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("cindy", "cynthia"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("debbie", "deborah"),
    ("dick", "richard"),
    ("don", "donald"),
    ("doug", "douglas"),
    ("ed", "edward"),
    ("fred", "frederick"),
    ("gene", "eugene"),
    ("hank", "henry"),
    ("harry", "harold"),
    ("jack", "john"),
    ("jeff", "jeffrey"),
    ("jenny", "jennifer"),
    ("jerry", "gerald"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("jon", "jonathan"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("ken", "kenneth"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("maggie", "margaret"),
    ("marty", "martin"),
    ("matt", "matthew"),
    ("mike", "michael"),
    ("mitch", "mitchell"),
    ("nancy", "ann"),
    ("nick", "nicholas"),
    ("pat", "patrick"),
    ("peggy", "margaret"),
    ("pete", "peter"),
    ("phil", "philip"),
    ("ray", "raymond"),
    ("rick", "richard"),
    ("rob", "robert"),
    ("ron", "ronald"),
    ("sam", "samuel"),
    ("steve", "steven"),
    ("sue", "susan"),
    ("ted", "edward"),
    ("tom", "thomas"),
    ("tony", "anthony"),
];

/// The words of a name: small letters, no accents, no stops, no `Jr.`.
pub(super) fn words(name: &str) -> Vec<String> {
    words_of(pieces(name))
}

/// The same of a name whose words stand apart.
pub(super) fn words_of<'n>(pieces: impl Iterator<Item = &'n str>) -> Vec<String> {
    pieces
        .map(plain)
        .filter(|word| !word.is_empty() && !SUFFIXES.has(word))
        .map(Cow::into_owned)
        .collect()
}

/// A word in small letters without accents and the marks at its ends.
pub(super) fn plain(word: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric();
    // Most words have nothing to be taken off.
    let whole = word.is_ascii() && word.bytes().next().is_some_and(plain);
    if whole && word.bytes().next_back().is_some_and(plain) {
        return in_small(word);
    }
    let word = word.trim_matches(|mark: char| !is_letter(mark));
    if word.is_ascii() {
        return in_small(word);
    }
    let letters = word
        .nfd()
        .filter(|mark| !matches!(mark, '\u{300}'..='\u{36f}'));
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether a mark is a letter or a digit; punctuation such as `’` is told without a table.
fn is_letter(mark: char) -> bool {
    !matches!(mark, '\u{2000}'..='\u{203f}') && mark.is_alphanumeric()
}

/// A word without the ending of a possessive.
pub(super) fn without_genitive(mut word: &str) -> &str {
    for ending in ["'s", "’s"] {
        while let Some(stem) = word.strip_suffix(ending) {
            word = stem;
        }
    }
    word
}

/// Whether two full names may be those of one person.
pub(super) fn same_bearer(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.len() < 2 {
        return false;
    }
    if short.len() == long.len() {
        let (given, rest) = (&short[0], &short[1..]);
        return rest == &long[1..] && same_given(given, &long[0]);
    }
    // `Donald Trump` and `Donald J. Trump`, `Carlos Mendoza` and `Carlos Mendoza Ruiz`.
    let ends = short.last() == long.last() || same_given(&short[0], &long[0]);
    let mut rest = long.iter();
    ends && short
        .iter()
        .all(|word| rest.any(|other| word == other || same_given(word, other)))
}

fn same_given(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let initial = short.chars().count() == 1;
    let begins = long.starts_with(short) && (initial || short.len() >= 3);
    begins
        || SHORT_FORMS
            .iter()
            .any(|(form, of)| *form == short && *of == long)
}

/// How well a single word stands for a full name: the surname best, a given name worst.
pub(super) fn fit(word: &str, name: &[String]) -> Option<f32> {
    let last = name.len().checked_sub(1)?;
    if name[last] == word {
        return Some(3.0);
    }
    if let Some(at) = name.iter().position(|part| part == word) {
        let first = at == 0 && super::super::names::given(word).is_some();
        return Some(if first { 1.0 } else { 2.0 });
    }
    let pieces = |part: &String| part.contains('-') && part.split('-').any(|piece| piece == word);
    name.iter().any(pieces).then_some(1.5)
}

/// A name in capitals as it is written elsewhere.
pub(in crate::articles::quotations) fn recased(name: &str) -> String {
    let letters = || name.chars().filter(|mark| mark.is_alphabetic());
    if letters().count() < 2 || !letters().all(char::is_uppercase) {
        return name.to_owned();
    }
    let mut begins = true;
    let small = |mark: char| mark.to_lowercase().next().unwrap_or(mark);
    name.chars()
        .map(|mark| {
            let shown = if begins { mark } else { small(mark) };
            begins = !mark.is_alphabetic() && !matches!(mark, '’' | '\'') || mark == '\'';
            shown
        })
        .collect()
}
