//! Who bears a name, or is meant by a word of it.

use super::cast::Cast;
use super::entity::{Entity, Kind};
use super::naming::{fit, same_bearer};
use super::owners::KIN;
use crate::articles::quotations::names::given;

/// How many bearers of one word are looked at.
const NAMESAKES: usize = 32;

/// How many letters a name has of which one may be misspelt.
const LONG_NAME: usize = 7;
/// How many bytes at its beginning are not.
pub(super) const SURE: usize = 3;
/// How often a name is written that is no slip.
const OFTEN: usize = 3;
/// Letters that are taken for one another.
const ALIKE: [&str; 8] = ["aeiouy", "scz", "ckq", "dt", "fv", "bp", "mn", "gj"];
/// Among how many, the first of an article, a misspelt name is looked for.
pub(super) const NAMED: usize = 256;
/// Among how many bearers of a word, the first, a company or a ministry is looked for.
pub(super) const BEARERS: usize = 256;

impl Cast<'_> {
    /// Who is named by several words.
    pub(super) fn in_full(&self, own: &[String], body: bool) -> Option<usize> {
        if let Some(known) = self.by_name.get(own.join(" ").as_str()) {
            return Some(*known);
        }
        if body {
            return None;
        }
        let ends = own.first().into_iter().chain(own.last());
        let mut known = ends.flat_map(|word| self.bearers(word));
        known.find(|known| {
            let entity = &self.all[*known];
            entity.may_be_person() && entity.named && same_bearer(&entity.words, own)
        })
    }

    /// Who is named by a word that is spelt a little otherwise: `Harwelski` for Ida Harwelsky.
    pub(super) fn misspelt(&self, word: &str, name: &str) -> Option<usize> {
        if word.chars().count() < LONG_NAME || given(word).is_some() {
            return None;
        }
        let begins = *word.as_bytes().first_chunk()?;
        let alike = |entity: &Entity| {
            let person = entity.named && entity.may_be_person() && entity.words.len() > 1;
            let last = entity.words.last().filter(|_| person);
            last.is_some_and(|last| one_letter_off(last, word))
        };
        let mut found = self
            .surnames
            .iter()
            .filter(|(surname, number)| *surname == begins && alike(&self.all[*number]));
        let (_, one) = *found.next()?;
        let alone = found.all(|(_, other)| *other == one);
        // Of two who are named often, neither is misspelt.
        let often = |name: &str| self.text.matches(name).take(OFTEN).count() == OFTEN;
        let right = self.all[one].name.split(' ').next_back()?;
        (alone && !(often(name) && often(right))).then_some(one)
    }

    /// The body named before whose noun a word is: the International Grain Fund for "the Fund".
    pub(super) fn body_called(&self, word: &str, at: usize) -> Option<usize> {
        let called = |entity: &Entity| {
            let of = entity
                .words
                .iter()
                .position(|one| matches!(one.as_str(), "of" | "for" | "on"));
            let noun = of.unwrap_or(entity.words.len()).checked_sub(1);
            entity.kind == Kind::Body
                && entity.words.len() > 1
                && entity.first < at
                && noun.is_some_and(|noun| entity.words[noun] == word)
        };
        self.bearers(word)
            .filter(|known| called(&self.all[*known]))
            .max_by_key(|known| self.all[*known].last)
    }

    pub(super) fn bearers(&self, word: &str) -> impl Iterator<Item = usize> + Clone + '_ {
        let bearers = self.by_word.get(word).map_or(&[][..], |bearers| bearers);
        bearers.iter().rev().take(NAMESAKES).copied()
    }

    /// Who is meant by one word of a name, at a place of the text.
    pub(super) fn namesake(&self, word: &str, at: usize, woman: Option<bool>) -> Option<usize> {
        self.namesake_of(word, at, woman, |_| true)
    }

    /// The same among those who may be meant at all.
    pub(super) fn namesake_of(
        &self,
        word: &str,
        at: usize,
        woman: Option<bool>,
        may_be: impl Fn(&Entity) -> bool,
    ) -> Option<usize> {
        let is_last = |entity: &Entity| entity.words.last().is_some_and(|last| last == word);
        let found = self.bearers(word);
        let bearers = || found.clone();
        // Of one bearer, which most words have at most, it is only asked whether they may be meant.
        let rival = woman.is_none()
            && bearers().nth(1).is_some()
            && bearers().any(|other| {
                let other = &self.all[other];
                other.kind == Kind::Person && is_last(other) && !other.by_given
            });
        let held = rival
            && bearers().any(|other| {
                let other = &self.all[other];
                is_last(other) && !other.roles.is_empty() && !is_relative(other)
            });
        let score = |entity: &Entity| -> Option<f32> {
            let fits = fit(word, &entity.words)?;
            let single = entity.words.len() == 1;
            if !single && matches!(entity.kind, Kind::Place | Kind::Body) && fits < 3.0 {
                let begins = entity.words.first().is_some_and(|first| first == word);
                return (begins && entity.kind == Kind::Body).then_some(0.5);
            }
            if !single && matches!(entity.kind, Kind::Place | Kind::Body) {
                return None;
            }
            let before = f32::from(u8::from(entity.first < at)) * 4.0;
            let near = entity.last.map_or(0.0, |last| {
                let distance = at.saturating_sub(last).min(100_000);
                #[expect(clippy::cast_precision_loss, reason = "a distance for a score")]
                let distance = distance as f32;
                1.0 - distance / (distance + 1500.0)
            });
            #[expect(clippy::cast_precision_loss, reason = "a small count for a score")]
            let known = entity.mentions.min(8) as f32 * 0.1;
            let told = match woman.filter(|_| entity.woman != 0.0) {
                Some(woman) if woman == (entity.woman > 0.0) => 0.5,
                Some(_) => -6.0,
                None => 0.0,
            };
            // `Vell` is the mayor, where her son is `Rolf`.
            let by_given = rival && entity.by_given && is_last(entity);
            let other = if by_given { -6.0 } else { 0.0 };
            // `his wife, Clara Vell,` is not who is called Vell.
            let beside = if held && is_relative(entity) {
                -0.8
            } else {
                0.0
            };
            Some(fits + before + near + known + told + other + beside)
        };
        bearers()
            .filter(|known| may_be(&self.all[*known]))
            .filter_map(|known| Some((score(&self.all[known])?, known)))
            .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
            .map(|(_, known)| known)
    }
}

/// Whether somebody is told by whose wife or brother they are.
fn is_relative(entity: &Entity) -> bool {
    let mut relatives = KIN.iter().chain(&["widower", "spouse"]);
    relatives.any(|role| entity.has_role(role))
}

/// Whether two words differ by one letter behind the third, and by no ending: `Petrov` and `Petrova` are two.
fn one_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let ends = [short.last(), long.last()].contains(&Some(&'a'));
    if same < SURE {
        return false;
    }
    match long.len() - short.len() {
        0 if same < short.len() => {
            let alike =
                |letters: &&str| letters.contains(short[same]) && letters.contains(long[same]);
            // `Petersen` and `Peterson` are two.
            let son = ['s', 'n'].map(Some)
                == [short.get(same - 1), short.get(same + 1)].map(Option::<&char>::copied)
                && same + 2 == short.len();
            !ends && !son && ALIKE.iter().any(alike) && short[same + 1..] == long[same + 1..]
        }
        1 if same < short.len() => {
            let more = long[same];
            let twice = [long[same - 1], long[same + 1]].contains(&more);
            (twice || "aeiouyh".contains(more)) && short[same..] == long[same + 1..]
        }
        _ => false,
    }
}
