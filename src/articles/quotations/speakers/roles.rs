//! Whom a description stands for: somebody of whom the article says the same, or who has just spoken.

use super::How;
use super::description::{Description, Opening};
use super::entity::Kind;
use super::nouns::singular;
use super::stage::{Event, Stage};
use crate::articles::quotations::names::{Mentioned, Standing};

/// The least that a description must fit by.
const LEAST: f32 = 1.0;
/// What it must fit by where it points at somebody named later.
const LEAST_AHEAD: f32 = 2.5;
/// After how many paragraphs the last who was spoken of is no longer in focus.
const FORGOTTEN: usize = 2;
/// How many names are looked at behind a description.
const AHEAD: usize = 16;

impl Stage<'_> {
    /// Whom a phrase stands for, if for somebody named or described elsewhere.
    pub(super) fn meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        if phrase.opening == Opening::Indefinite {
            return None;
        }
        let found = match phrase.kind {
            Kind::Person => self.person_meant(phrase, at),
            Kind::Group => self.group_meant(phrase),
            _ => self.thing_meant(phrase, at),
        };
        found.or_else(|| self.ahead(phrase, at))
    }

    fn person_meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        let present = self.present();
        let people: Vec<usize> = present
            .iter()
            .copied()
            .filter(|entity| self.cast.all[*entity].may_be_person())
            .collect();
        let mut words = vec![phrase.noun.clone()];
        words.extend(phrase.modifiers.iter().cloned());
        let mut candidates = self.sharing(&words, &phrase.origins);
        candidates.extend(people.iter().copied());
        candidates.sort_unstable();
        candidates.dedup();
        let in_focus = |event: &&Event| event.spoke || event.standing == Standing::Subject;
        let people_only = |event: &&Event| self.cast.all[event.entity].kind != Kind::Group;
        let mut recent = self.recent().filter(people_only);
        let paragraph = self.paragraph(at);
        let last = recent
            .find(in_focus)
            .filter(|event| paragraph - event.paragraph < FORGOTTEN)
            .map(|event| event.entity);
        let mut scored: Vec<(f32, usize)> = Vec::new();
        for entity in candidates {
            let known = &self.cast.all[entity];
            if !known.may_be_person() || known.last.is_none_or(|last| last >= at) {
                continue;
            }
            let Some(fit) = phrase.fits_person(known) else {
                continue;
            };
            let rank = people.iter().position(|one| *one == entity).unwrap_or(20);
            #[expect(clippy::cast_precision_loss, reason = "a small rank for a score")]
            let far = (rank.min(12) as f32) * -0.1;
            let latest = match rank {
                0 if last == Some(entity) => 2.0,
                0 => 0.8,
                1 if last == Some(entity) => 1.2,
                _ => 0.0,
            };
            let unknown = if known.kind == Kind::Unknown {
                -0.8
            } else {
                0.0
            };
            // Something new is seldom said of one who has no name.
            let nameless = if known.named || fit >= 1.5 { 0.0 } else { -1.2 };
            scored.push((fit + far + latest + unknown + nameless, entity));
        }
        scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let (best, entity) = *scored.first()?;
        let told = phrase.fits_person(&self.cast.all[entity])?;
        let definite = phrase.is_definite();
        let needed = if definite { LEAST } else { 3.0 };
        if best < needed || !definite && told < 3.0 {
            return None;
        }
        // Of one who was not in focus, something new is hardly said.
        if told < 1.0 && Some(entity) != last {
            return None;
        }
        let next = scored.get(1).map_or(f32::MIN, |next| next.0);
        let how = match told {
            told if told >= 2.5 && best - next >= 0.5 => How::Role,
            told if told >= 2.5 => How::RoleDoubtful,
            told if told >= 1.0 && best - next >= 0.3 => How::RoleLike,
            told if told >= 0.0 && Some(entity) == last => How::RoleLast,
            _ => How::RoleDoubtful,
        };
        Some((entity, how))
    }

    fn thing_meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        if !matches!(phrase.opening, Opening::Definite | Opening::None) {
            return None;
        }
        let present = self.present();
        let named = self.cast.by_word.get(&phrase.noun);
        let named = named
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .rev()
            .take(24)
            .copied();
        let mut best: Option<(f32, usize)> = None;
        for (rank, entity) in present.iter().copied().chain(named).enumerate() {
            let known = &self.cast.all[entity];
            let thing = matches!(known.kind, Kind::Body | Kind::Document | Kind::Unknown);
            if !thing {
                continue;
            }
            let Some(fit) = phrase.fits_thing(known) else {
                continue;
            };
            let before = known.last.is_some_and(|last| last < at) || known.first < at;
            #[expect(clippy::cast_precision_loss, reason = "a small rank for a score")]
            let score = fit - rank.min(20) as f32 * 0.05 - if before { 0.0 } else { 0.5 };
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, entity));
            }
        }
        let (score, entity) = best?;
        let least = if phrase.is_definite() { 0.8 } else { 2.8 };
        (score >= least).then_some((
            entity,
            if score >= 2.5 {
                How::ThingNamed
            } else {
                How::ThingLike
            },
        ))
    }

    /// A group described before in the same words.
    fn group_meant(&mut self, phrase: &Description) -> Option<(usize, How)> {
        if phrase.opening == Opening::Both {
            return None;
        }
        let shown = phrase.shown();
        let group = |entity: &usize| self.cast.all[*entity].kind == Kind::Group;
        let present = self.present();
        let mut groups = present.iter().copied().filter(group);
        let same = groups.find(|entity| self.cast.all[*entity].name == shown);
        if let Some(same) = same {
            return Some((same, How::Described));
        }
        // `the sources` where three sources close to the talks have spoken.
        if !phrase.is_definite() || !phrase.complement.is_empty() {
            return None;
        }
        let told = |entity: &usize| {
            let known = &self.cast.all[*entity];
            let fits = known.has_role(&phrase.noun)
                && phrase
                    .modifiers
                    .iter()
                    .all(|word| known.has_role(&singular(word)));
            fits && !known.named && Description::read(&known.name).noun == phrase.noun
        };
        let found = present.iter().copied().filter(group).find(told)?;
        Some((found, How::Role))
    }

    /// Somebody named later of whom the same is told there.
    fn ahead(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        if !matches!(phrase.opening, Opening::Definite | Opening::None)
            || phrase.kind != Kind::Person
        {
            return None;
        }
        let from = self
            .mentions
            .partition_point(|mention| mention.span.start <= at);
        let names = (from..self.mentions.len())
            .filter(|number| self.mentions[*number].kind == Mentioned::Name)
            .take(AHEAD);
        let fits = |entity: &usize| {
            let known = &self.cast.all[*entity];
            known.last.is_none()
                && known.kind == Kind::Person
                && phrase
                    .fits_person(known)
                    .is_some_and(|fit| fit >= LEAST_AHEAD)
        };
        let found = names.filter_map(|number| self.who[number]).find(fits)?;
        Some((found, How::Ahead))
    }

    /// The last two who have spoken and fit, for "both scholars".
    pub(super) fn two_meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        let one = Description::read(&format!("the {}", phrase.noun));
        let mut found: Vec<usize> = self
            .present()
            .into_iter()
            .filter(|entity| {
                let known = &self.cast.all[*entity];
                let fits = one.fits_person(known).is_some_and(|fit| fit > -1.2);
                known.kind == Kind::Person && known.named && known.speaks && fits
            })
            .take(2)
            .collect();
        if found.len() < 2 {
            return None;
        }
        found.sort_by_key(|entity| self.cast.all[*entity].first);
        Some((self.together(&found, at), How::Both))
    }

    /// Several people as one speaker.
    pub(super) fn together(&mut self, people: &[usize], at: usize) -> usize {
        let names: Vec<&str> = people
            .iter()
            .map(|one| self.cast.all[*one].name.as_str())
            .collect();
        let name = names.join(" and ");
        let same = |entity: &&usize| {
            let known = &self.cast.all[**entity];
            known.kind == Kind::Group && known.name == name
        };
        let known = self.present().iter().find(same).copied();
        known.unwrap_or_else(|| {
            let mut group = Description::read(&name);
            group.kind = Kind::Group;
            let number = self.describe(&group, at);
            self.cast.all[number].name = name;
            number
        })
    }
}
