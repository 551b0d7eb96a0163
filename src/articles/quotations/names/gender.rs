//! What tells a woman from a man: titles, nouns, given names.

use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::text::in_small;

const NAMES: &str = include_str!("given_names.tsv");

/// Given names, each with whether women bear it.
static GIVEN: LazyLock<HashMap<&'static str, bool, FixedState>> = LazyLock::new(|| {
    let rows = NAMES.lines().filter_map(|row| row.split_once('\t'));
    rows.flat_map(|(who, names)| names.split(' ').map(move |name| (name, who == "women")))
        .collect()
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
static TELLING: LazyLock<HashMap<&'static str, bool, FixedState>> = LazyLock::new(|| {
    let women = WOMAN.iter().map(|word| (*word, true));
    let men = MAN.iter().map(|word| (*word, false));
    women.chain(men).collect()
});

/// What a word beside a name tells: a woman, a man, nothing.
pub(in crate::articles::quotations) fn gender(word: &str) -> Option<bool> {
    let small = in_small(word);
    if let Some(woman) = TELLING.get(small.as_ref()) {
        return Some(*woman);
    }
    let stem = small.strip_suffix("man")?;
    if stem.ends_with("wo") {
        return Some(true);
    }
    let man = stem.ends_with('s') || stem.ends_with('r');
    (man && !matches!(stem, "ger" | "nor")).then_some(false)
}

/// What a given name tells, written in small letters without accents.
pub(in crate::articles::quotations) fn given(name: &str) -> Option<bool> {
    let plain = GIVEN.get(name).copied();
    plain.or_else(|| {
        let hyphen = name.bytes().position(|byte| byte == b'-')?;
        GIVEN.get(&name[..hyphen]).copied()
    })
}
