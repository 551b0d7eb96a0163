//! Relatives who share a surname: `the younger Kerr`, `the elder Kerr`.

use super::entity::Entity;
use super::naming::words;
use super::stage::Stage;

const YOUNGER: [&str; 8] = [
    "son",
    "daughter",
    "grandson",
    "granddaughter",
    "nephew",
    "niece",
    "child",
    "stepson",
];
const ELDER: [&str; 8] = [
    "father",
    "mother",
    "grandfather",
    "grandmother",
    "uncle",
    "aunt",
    "patriarch",
    "late",
];

impl Stage<'_> {
    /// Whom a phrase of age and surname stands for, in small letters.
    pub(super) fn by_generation(&self, phrase: &str) -> Option<usize> {
        let rest = phrase.strip_prefix("the ")?;
        let (age, name) = rest.split_once(' ')?;
        let younger = match age {
            "younger" | "junior" => true,
            "elder" | "older" | "senior" => false,
            _ => return None,
        };
        let own = words(name);
        let [surname] = own.as_slice() else {
            return None;
        };
        let bearers = self.cast.by_word.get(surname)?.iter().rev().take(24);
        let mut bearers: Vec<usize> = bearers
            .copied()
            .filter(|one| {
                let known = &self.cast.all[*one];
                known.named && known.may_be_person() && known.words.len() > 1
            })
            .collect();
        bearers.sort_by_key(|one| self.cast.all[*one].first);
        let tells = if younger { YOUNGER } else { ELDER };
        let against = if younger { ELDER } else { YOUNGER };
        let told = |of: &[&str], known: &Entity| of.iter().any(|word| known.has_role(word));
        let fits = |one: &&usize| told(&tells, &self.cast.all[**one]);
        let may = |one: &&usize| !told(&against, &self.cast.all[**one]);
        let found = bearers.iter().find(fits);
        let by_order = || {
            if younger {
                bearers.iter().rev().find(may)
            } else {
                bearers.iter().find(may)
            }
        };
        found.or_else(by_order).copied()
    }
}
