//! Modifiers of which each tells another than the next: the interior ministry is not the foreign ministry.

use super::entity::Entity;
use crate::articles::quotations::word_list::WordList;

/// Lists of words of one sort; who is told by one of a list is not who is told by another of it.
const SORTS: [WordList; 7] = [
    WordList::new(&[
        "interior",
        "foreign",
        "finance",
        "health",
        "defence",
        "defense",
        "justice",
        "education",
        "trade",
        "energy",
        "labour",
        "labor",
        "environment",
        "agriculture",
        "transport",
        "transportation",
        "economy",
        "culture",
        "home",
        "treasury",
        "housing",
        "tourism",
        "sports",
        "mining",
        "oil",
        "water",
        "immigration",
        "commerce",
        "planning",
        "science",
        "fisheries",
    ]),
    WordList::new(&[
        "lower",
        "upper",
        "supreme",
        "appeals",
        "appellate",
        "appeal",
        "constitutional",
        "crown",
        "magistrates",
    ]),
    WordList::new(&[
        "county",
        "state",
        "federal",
        "city",
        "municipal",
        "provincial",
        "regional",
        "local",
    ]),
    WordList::new(&["ruling", "governing", "opposition"]),
    WordList::new(&[
        "police",
        "army",
        "navy",
        "military",
        "fire",
        "ambulance",
        "coastguard",
        "hospital",
        "ministry",
        "company",
        "union",
        "court",
        "council",
        "palace",
        "embassy",
        "university",
        "rebel",
        "militant",
        "rights",
        "aid",
        "airline",
    ]),
    WordList::new(&["prosecution", "defence", "defense"]),
    WordList::new(&[
        "western", "eastern", "northern", "southern", "asian", "arab", "african", "european",
        "older", "younger", "elder", "eldest", "youngest",
    ]),
];

/// Whether two words tell the same.
fn alike(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(word: &str) -> &str {
    match word {
        "defence" => "defense",
        "labour" => "labor",
        "transportation" => "transport",
        "appellate" | "appeal" => "appeals",
        "governing" => "ruling",
        "home" => "interior",
        "treasury" => "finance",
        "commerce" => "trade",
        "oil" => "energy",
        "military" => "army",
        "gop" => "republican",
        "democratic" => "democrat",
        word => word,
    }
}

/// Whether two are told by different words of one sort.
pub(super) fn contrary(told: &[String], known: &[&[String]]) -> bool {
    let known = || known.iter().flat_map(|words| words.iter());
    SORTS.iter().any(|sort| {
        let of_sort = |word: &&String| sort.has(word);
        let unknown = |own: &String| !known().any(|word| alike(word, own));
        let other = |word: &String| !told.iter().any(|own| alike(own, word));
        told.iter().filter(of_sort).any(unknown) && known().filter(of_sort).any(other)
    })
}

/// Parties of which nobody is in two.
const PARTIES: WordList = WordList::new(&["republican", "democratic", "democrat", "gop"]);

/// Whether the words of a phrase name another party than that of somebody.
pub(super) fn are_rivals(told: &[String], entity: &Entity) -> bool {
    let mut own = told.iter().filter(|word| PARTIES.has(word));
    let parties = || entity.roles.iter().filter(|role| PARTIES.has(role));
    own.any(|word| parties().next().is_some() && !parties().any(|role| alike(word, role)))
}

/// Whether the words of a name, or those of a role, are contrary to modifiers.
pub(super) fn is_contrary(told: &[String], entity: &Entity) -> bool {
    !told.is_empty() && contrary(told, &[&entity.words, &entity.roles])
}
