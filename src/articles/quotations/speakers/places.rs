//! Where somebody comes from: countries and states, the words for their people, their cities.

use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::naming::without_genitive;
use crate::articles::quotations::by_word::ByWord;
use crate::articles::quotations::spelling::behind_party;

const PLACES: &str = include_str!("places.tsv");

/// A country or state, by its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::articles::quotations) struct Origin(u16);

impl Origin {
    /// Whether it is no country or state, but holds some.
    pub(super) fn is_union(self) -> bool {
        place("europe").is_some_and(|placed| placed.origin == self)
    }
}

/// What a word says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::articles::quotations) struct Placed {
    pub origin: Origin,
    /// Whether it is a word for people or things from there, as `Kazakh`.
    pub people: bool,
}

/// What is known of some words.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    placed: Option<Placed>,
    /// Whether a longer name begins so.
    begins: bool,
}

type Places = HashMap<String, Known, FixedState>;

static BY_NAME: LazyLock<ByWord<Known>> = LazyLock::new(|| {
    let rows = PLACES.lines().filter(|row| !row.starts_with('#'));
    let mut places = Places::default();
    for (number, row) in (0u16..).zip(rows) {
        let mut columns = row.split('\t');
        let name = columns.next().unwrap_or_default();
        let mut listed = || {
            let words = columns.next().unwrap_or_default().split(',');
            words.filter(|words| !words.is_empty())
        };
        let (people, cities) = (listed(), listed());
        let placed = |people| Placed {
            origin: Origin(number),
            people,
        };
        for words in people {
            add(&mut places, words, placed(true));
        }
        for words in std::iter::once(name).chain(cities) {
            add(&mut places, words, placed(false));
        }
    }
    ByWord::new(places)
});

fn add(all: &mut Places, words: &str, placed: Placed) {
    let words = words.to_lowercase();
    if let Some((first, _)) = words.split_once(' ') {
        all.entry(first.to_owned()).or_default().begins = true;
    }
    all.entry(words).or_default().placed.get_or_insert(placed);
}

/// The place that a name or an adjective of one or two words stands for.
pub(super) fn place(words: &str) -> Option<Placed> {
    BY_NAME.in_small(words)?.placed
}

/// Whether a name is an adjective of a place, or that of its people.
pub(in crate::articles::quotations) fn is_people(name: &str) -> bool {
    place(name).is_some_and(|placed| placed.people)
}

/// Whether a name is that of a place, not of its people.
pub(in crate::articles) fn is_place(name: &str) -> bool {
    place(name).is_some_and(|placed| !placed.people)
}

/// The place that a word and the next stand for, or else the word alone, and how many words that is.
pub(in crate::articles::quotations) fn place_at(
    word: &str,
    next: Option<&str>,
) -> Option<(Placed, usize)> {
    let known = BY_NAME.in_small(word)?;
    let two = next
        .filter(|_| known.begins)
        .and_then(|next| place(&format!("{word} {next}")));
    let two = two.map(|placed| (placed, 2));
    two.or_else(|| known.placed.map(|placed| (placed, 1)))
}

/// All places that are named in a role.
pub(super) fn origins(role: &str, found: &mut Vec<Origin>) {
    // Most roles are in small letters.
    let small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if role.bytes().all(small) {
        return;
    }
    let mut pieces = role
        .split(|mark: char| mark.is_whitespace() || matches!(mark, ',' | '(' | ')'))
        .filter(|piece| !piece.is_empty());
    while let Some(piece) = pieces.next() {
        let one = bare(piece);
        if !one.starts_with(char::is_uppercase) {
            continue;
        }
        let Some((placed, taken)) = place_at(one, pieces.clone().next().map(bare)) else {
            continue;
        };
        if !found.contains(&placed.origin) {
            found.push(placed.origin);
        }
        if taken == 2 {
            pieces.next();
        }
    }
}

/// A word without the ending of a possessive, and without a party: `R-Texas`, `D-Ill.`; the place in `Hanoi-based`.
fn bare(word: &str) -> &str {
    let word = without_genitive(word);
    let word = word.strip_suffix("-based").unwrap_or(word);
    behind_party(word).unwrap_or(word)
}
