//! Where somebody comes from: countries and states, the words for their people, their cities.

use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

const PLACES: &str = include_str!("places.tsv");

/// A country or state, by its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin(u16);

/// What a word says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub origin: Origin,
    /// Whether it is a word for people or things from there, as `Kazakh`.
    pub people: bool,
}

static BY_NAME: LazyLock<HashMap<String, Placed, FixedState>> = LazyLock::new(|| {
    let rows = PLACES.lines().filter(|row| !row.starts_with('#'));
    let mut places = HashMap::default();
    for (number, row) in (0u16..).zip(rows) {
        let mut columns = row.split('\t');
        let name = columns.next().unwrap_or_default();
        let people = columns.next().unwrap_or_default().split(',');
        let cities = columns.next().unwrap_or_default().split(',');
        let placed = |people| Placed {
            origin: Origin(number),
            people,
        };
        for word in people {
            places.entry(word.to_lowercase()).or_insert(placed(true));
        }
        for word in std::iter::once(name).chain(cities) {
            places.entry(word.to_lowercase()).or_insert(placed(false));
        }
    }
    places
});

/// The place that a name or an adjective of one or two words stands for.
pub(super) fn place(words: &str) -> Option<Placed> {
    BY_NAME.get(words.to_lowercase().as_str()).copied()
}

/// All places that are named in a role.
pub(super) fn origins(role: &str, found: &mut Vec<Origin>) {
    let pieces: Vec<&str> = role
        .split(|mark: char| mark.is_whitespace() || matches!(mark, ',' | '(' | ')'))
        .filter(|piece| !piece.is_empty())
        .collect();
    let clean = |word: &str| {
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        // `R-Texas`, `D-Ill.`
        let bare = ["R-", "D-", "I-"]
            .iter()
            .find_map(|party| word.strip_prefix(party));
        bare.unwrap_or(word).to_owned()
    };
    let mut at = 0;
    while at < pieces.len() {
        let one = clean(pieces[at]);
        let two = pieces
            .get(at + 1)
            .map(|next| format!("{one} {}", clean(next)));
        let known = two.and_then(|two| place(&two)).map(|found| (found, 2));
        let known = known.or_else(|| place(&one).map(|found| (found, 1)));
        let capital = one.starts_with(char::is_uppercase);
        if let Some((placed, taken)) = known.filter(|_| capital) {
            if !found.contains(&placed.origin) {
                found.push(placed.origin);
            }
            at += taken;
        } else {
            at += 1;
        }
    }
}
