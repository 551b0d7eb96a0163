//! What tells a woman from a man: titles, nouns, given names.

use std::sync::LazyLock;

use super::super::by_word::ByWord;
use crate::text::in_small;

const NAMES: &str = include_str!("given_names.tsv");

/// Given names, each with whether women bear it.
static GIVEN: LazyLock<ByWord<bool>> = LazyLock::new(|| {
    let rows = NAMES.lines().filter_map(|row| row.split_once('\t'));
    let names =
        rows.flat_map(|(who, names)| names.split(' ').map(move |name| (name, who == "women")));
    ByWord::new(names)
});

const WOMAN: &[&str] = &[
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "mme",
    "mme.",
    "madam",
    "lady",
    "dame",
    "baroness",
    "she",
    "her",
    "queen",
    "princess",
    "mother",
    "daughter",
    "sister",
    "wife",
    "woman",
    "girl",
    "aunt",
    "niece",
    "grandmother",
    "headmistress",
    "widow",
    "nun",
    "actress",
    "heiress",
    "mayoress",
    "businesswoman",
    "grandma",
    "mum",
    "gran",
    "nan",
    "mom",
    "granddaughter",
    "stepmother",
    "mother-in-law",
    "daughter-in-law",
    "sister-in-law",
    "girlfriend",
    "fiancee",
    "schoolgirl",
    "midwife",
    "seamstress",
    "waitress",
    "duchess",
    "bride",
    "ex-wife",
];
const MAN: &[&str] = &[
    "mr",
    "mr.",
    "sir",
    "lord",
    "baron",
    "he",
    "his",
    "king",
    "prince",
    "father",
    "dad",
    "grandad",
    "granddad",
    "son",
    "brother",
    "husband",
    "man",
    "boy",
    "uncle",
    "nephew",
    "grandfather",
    "pope",
    "widower",
    "monk",
    "imam",
    "headmaster",
    "fisherman",
    "frenchman",
    "englishman",
    "irishman",
    "dutchman",
    "welshman",
    "grandson",
    "stepfather",
    "father-in-law",
    "son-in-law",
    "brother-in-law",
    "boyfriend",
    "fiance",
    "schoolboy",
    "duke",
    "waiter",
    "bridegroom",
    "ex-husband",
    "fireman",
    "gunman",
    "policeman",
    "serviceman",
    "clergyman",
    "councilman",
    "nobleman",
];

/// The words that tell a woman or a man, each with whether a woman.
static TELLING: LazyLock<ByWord<bool>> = LazyLock::new(|| {
    let women = WOMAN.iter().map(|word| (*word, true));
    let men = MAN.iter().map(|word| (*word, false));
    ByWord::new(women.chain(men))
});

/// What a word beside a name tells: a woman, a man, nothing.
pub(in crate::articles::quotations) fn gender(word: &str) -> Option<bool> {
    if let Some(woman) = TELLING.in_small(word) {
        return Some(woman);
    }
    // `mother-of-two`
    let joined = word.as_bytes().contains(&b'-');
    if let Some(of) = joined.then(|| word.find("-of-")).flatten() {
        return TELLING.in_small(&word[..of]);
    }
    let ending = word.as_bytes().last_chunk::<3>()?;
    if !ending.eq_ignore_ascii_case(b"man") {
        return None;
    }
    let small = in_small(word);
    let stem = small.strip_suffix("man")?;
    if stem.ends_with("wo") {
        return Some(true);
    }
    let man = stem.ends_with('s') || stem.ends_with('r');
    (man && !matches!(stem, "ger" | "nor")).then_some(false)
}

/// What a given name tells, written in small letters without accents.
pub(in crate::articles::quotations) fn given(name: &str) -> Option<bool> {
    GIVEN.get(name).or_else(|| GIVEN.get(before_hyphen(name)?))
}

/// The same, whatever its case.
pub(in crate::articles::quotations) fn given_in_small(name: &str) -> Option<bool> {
    let plain = GIVEN.in_small(name);
    plain.or_else(|| GIVEN.in_small(before_hyphen(name)?))
}

/// The first name of two that a hyphen joins.
fn before_hyphen(name: &str) -> Option<&str> {
    let hyphen = name.bytes().position(|byte| byte == b'-')?;
    Some(&name[..hyphen])
}
