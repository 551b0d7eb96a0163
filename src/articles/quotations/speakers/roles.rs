//! Whom a description stands for: somebody of whom the article says the same, or who has just spoken.

use super::How;
use super::description::{Description, Opening};
use super::entity::{Entity, Kind};
use super::fitting::works;
use super::nouns::{keeps_unnamed, singular};
use super::offices::SECOND;
use super::stage::{Event, Stage};
use crate::articles::quotations::names::{Mentioned, Standing};

/// The least that a description must fit by.
const LEAST: f32 = 1.0;
/// How well one fits whose office is of the same kind.
const LIKE: f32 = 1.5;
/// What it must fit by where it says whose somebody is.
const LEAST_OWNED: f32 = 2.4;
/// How well it must fit them there, wherever they stand.
const LEAST_TOLD: f32 = 2.8;
/// What it must fit by where it points at somebody named later.
const LEAST_AHEAD: f32 = 2.5;
/// After how many paragraphs the last who was spoken of is no longer in focus.
const FORGOTTEN: usize = 2;
/// In which paragraph the one whom the headline is about is still in focus.
const BELOW_HEADLINE: usize = 2;
/// How little somebody fits of whom the article says the contrary: another sex, age or country.
const CONTRARY: f32 = -2.0;
/// How many names are looked at behind a description.
const AHEAD: usize = 32;

/// Whether the article says of somebody what a phrase does, its noun or also all before it: `the analyst` is rather one
/// of whom it says so than an economist who has just spoken, `the police chief` no chief executive, and `the union boss`
/// no company's.
fn says(phrase: &Description, known: &Entity, all: bool) -> bool {
    let modified = || {
        let mut words = phrase.modifiers.iter();
        words.all(|word| known.has_role(&singular(word)))
    };
    // The German minister is not France's.
    let mut origins = phrase.origins.iter();
    let placed = phrase.origins.is_empty() || origins.any(|origin| known.origins.contains(origin));
    let like = || phrase.general & known.groups != 0 && !phrase.modifiers.is_empty();
    let noun = known.has_role(&phrase.noun) || all && like();
    known.named && noun && placed && (!all || modified())
}

impl Stage<'_> {
    /// Whom a phrase stands for, if for somebody named or described elsewhere.
    pub(super) fn meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        if phrase.opening == Opening::Indefinite || phrase.is_another() {
            return None;
        }
        let found = match phrase.kind {
            Kind::Person => self.person_meant(phrase, at),
            Kind::Group => self.group_meant(phrase),
            Kind::Unknown => self
                .called_so(phrase, at)
                .or_else(|| self.thing_meant(phrase, at)),
            _ => self.thing_meant(phrase, at),
        };
        found.or_else(|| self.ahead(phrase, at))
    }

    /// The last of whom the article says by the same noun what they are, though no list has it: `Ida Vell, a bookseller,
    /// left. The bookseller …`
    fn called_so(&self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        if !phrase.is_definite() || !phrase.complement.is_empty() || phrase.raw != phrase.noun {
            return None;
        }
        let told = self
            .sharing(std::slice::from_ref(&phrase.noun), &[])
            .into_iter();
        let called = |role: &String| {
            let role = Description::read(role);
            role.opening == Opening::Indefinite && role.noun == phrase.noun
        };
        let before = told.filter(|entity| {
            let known = &self.cast.all[*entity];
            known.last.is_some_and(|last| last < at)
                && !self.barred.contains(entity)
                && known.role.as_ref().is_some_and(called)
                && says(phrase, known, true)
        });
        let last = before.max_by_key(|entity| self.cast.all[*entity].last)?;
        Some((last, How::Role))
    }

    fn person_meant(&mut self, phrase: &Description, at: usize) -> Option<(usize, How)> {
        let present = self.present();
        let people: Vec<(usize, f32)> = present
            .into_iter()
            .filter_map(|entity| Some((entity, self.may_be_meant(phrase, entity)?)))
            .collect();
        let place_of = |entity: usize| people.iter().position(|(one, _)| *one == entity);
        let fit_of = |entity: usize| match place_of(entity) {
            Some(place) => Some(people[place].1),
            None => phrase.fits_person(&self.cast.all[entity]),
        };
        let mut words = vec![phrase.noun.clone()];
        words.extend(phrase.modifiers.iter().cloned());
        let mut candidates = self.sharing(&words, &phrase.origins);
        candidates.extend(people.iter().map(|(entity, _)| *entity));
        candidates.sort_unstable();
        candidates.dedup();
        let last = self.in_focus(phrase, at, |entity| place_of(entity).is_some());
        let unnamed = keeps_unnamed(&phrase.noun);
        let speaks_so = unnamed
            && candidates.iter().any(|entity| {
                let known = &self.cast.all[*entity];
                !known.named && known.speaks && known.has_role(&phrase.noun)
            });
        let told_so = |all: bool| {
            let mut free = candidates.iter().filter(|entity| {
                let before = self.cast.all[**entity].last.is_some_and(|last| last < at);
                before && !self.barred.contains(entity)
            });
            free.any(|entity| says(phrase, &self.cast.all[*entity], all))
        };
        let (said_all, said_so) = (told_so(true), told_so(false));
        let office = phrase.is_of_office() || phrase.is_of_elected();
        let held = self.is_held(phrase, &candidates, at, fit_of);
        let first = self.is_of_first(phrase, &candidates, at);
        let mut scored: Vec<(f32, usize, f32)> = Vec::new();
        for entity in candidates {
            let known = &self.cast.all[entity];
            // `more than any nominee` is about nobody.
            let nobody = !known.named && is_nobody(&known.name);
            let barred = self.barred.contains(&entity) || nobody;
            if barred || !known.may_be_person() || known.last.is_none_or(|last| last >= at) {
                continue;
            }
            let Some(fit) = fit_of(entity) else {
                continue;
            };
            // `the President` is nobody of whom no more is known than one name: `Go ahead, Karine.`
            let barely = known.kind == Kind::Unknown && known.words.len() == 1 && !known.speaks;
            if barely && fit < LEAST && phrase.is_of_office() {
                continue;
            }
            let rank = place_of(entity).unwrap_or(20);
            #[expect(clippy::cast_precision_loss, reason = "a small rank for a score")]
            let far = (rank.min(12) as f32) * -0.1;
            let latest = lateness(rank, last == Some(entity), phrase);
            let unknown = if known.kind == Kind::Unknown {
                if known.words.len() > 1 || known.speaks {
                    -0.4
                } else {
                    -0.8
                }
            } else {
                0.0
            };
            // Something new is seldom said of one who has no name.
            let nameless = if known.named || fit >= 1.5 { 0.0 } else { -1.2 };
            // `the official` is one who has spoken as an official.
            let another = (speaks_so || said_so) && !known.has_role(&phrase.noun)
                || said_all && !says(phrase, known, true);
            let another = another || held && fit < 0.0 && (office || works(known));
            let other = if another { -1.5 } else { 0.0 };
            let below = if first && is_second(known) { -2.5 } else { 0.0 };
            let own = fit < LEAST && self.is_set_against(entity, at);
            let against = if own { -3.0 } else { 0.0 };
            let score = fit + far + latest + unknown + nameless + other + below + against;
            scored.push((score, entity, fit));
        }
        scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let (best, entity, told) = *scored.first()?;
        // `the senator's lawyer` is told by whose he is.
        let owned = phrase.owned;
        // `Lutonian President says` under a headline about him
        let bare = phrase.opening == Opening::None && self.paragraph(at) <= 1 && told >= 2.5;
        let definite = (phrase.is_definite() || bare) && !owned;
        let (needed, least_told) = match (definite, owned) {
            (true, _) => (LEAST, f32::MIN),
            (false, true) => (LEAST_OWNED, LEAST_TOLD),
            (false, false) => (3.0, 3.0),
        };
        if best < needed || told < least_told {
            return None;
        }
        // Of one who was not in focus, something new is hardly said, nor that whoever has debated is the moderator.
        let against = last.is_some_and(|last| self.is_set_against(last, at));
        let other = against && self.is_in_sentence(entity, at);
        if told < 1.0 && (asks(phrase) || Some(entity) != last && !other) {
            return None;
        }
        let next = scored.get(1).map_or(f32::MIN, |next| next.0);
        let how = match told {
            told if told >= 2.5 && best - next >= 0.5 => How::Role,
            told if told >= 2.5 => How::RoleDoubtful,
            told if told >= 1.0 && best - next >= 0.3 => How::RoleLike,
            _ if Some(entity) == last => How::RoleLast,
            _ => How::RoleDoubtful,
        };
        Some((entity, how))
    }

    /// Whether a phrase behind "while" is set against the subject of its sentence, whom it hardly means: `Vell accused Orr of
    /// it, while the nominee said she was wrong`.
    fn is_set_against(&self, entity: usize, at: usize) -> bool {
        let before = self.cast.text[..at].trim_end();
        let sentence = self.sentence(at);
        let mut own = self.recent().take_while(|event| event.sentence == sentence);
        [" while", " whereas"]
            .iter()
            .any(|joint| before.ends_with(joint))
            && own.any(|event| event.entity == entity && event.standing == Standing::Subject)
    }

    /// Whether somebody has been spoken of in the sentence of a place.
    fn is_in_sentence(&self, entity: usize, at: usize) -> bool {
        let sentence = self.sentence(at);
        let mut own = self.recent().take_while(|event| event.sentence == sentence);
        own.any(|event| event.entity == entity)
    }

    /// Whether what a phrase says, or something of its kind, is told of somebody: `the congressman` is a representative
    /// rather than a treasurer who has just been named, `the author` a novelist rather than a baker.
    fn is_held(
        &self,
        phrase: &Description,
        candidates: &[usize],
        at: usize,
        fit_of: impl Fn(usize) -> Option<f32>,
    ) -> bool {
        !phrase.is_of_anybody()
            && !phrase.is_age()
            && candidates.iter().any(|entity| {
                let known = &self.cast.all[*entity];
                known.named
                    && !self.barred.contains(entity)
                    && known.last.is_some_and(|last| last < at)
                    && fit_of(*entity).is_some_and(|fit| fit >= LIKE)
            })
    }

    /// Whether an office is told of whose holder is there beside a deputy: `the mayor` is not the deputy mayor who has
    /// just spoken.
    fn is_of_first(&self, phrase: &Description, candidates: &[usize], at: usize) -> bool {
        let mut words = phrase.modifiers.iter();
        phrase.is_of_office()
            && !words.any(|word| SECOND.contains(&word.as_str()))
            && candidates.iter().any(|entity| {
                let known = &self.cast.all[*entity];
                let before = known.last.is_some_and(|last| last < at);
                known.named && known.has_role(&phrase.noun) && before && !is_second(known)
            })
    }

    /// How well a phrase fits a person of whom nothing is known that is contrary to it.
    fn may_be_meant(&self, phrase: &Description, entity: usize) -> Option<f32> {
        let known = &self.cast.all[entity];
        if !known.may_be_person() || self.barred.contains(&entity) {
            return None;
        }
        phrase.fits_person(known).filter(|fit| *fit > CONTRARY)
    }

    /// The events that are not forgotten, the latest first.
    pub(super) fn remembered(&self, at: usize) -> impl Iterator<Item = &Event> {
        let paragraph = self.paragraph(at);
        let recent = self.recent();
        recent.filter(move |event| {
            let far = paragraph.saturating_sub(event.paragraph);
            far < FORGOTTEN || event.paragraph == 0 && far <= BELOW_HEADLINE
        })
    }

    /// Who is in focus and may be what a phrase says.
    fn in_focus(
        &self,
        phrase: &Description,
        at: usize,
        may_be_meant: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        // `He said his opponent had lost it` is about him.
        let in_focus = |event: &&Event| {
            let aside = event.second && !self.cast.all[event.entity].named;
            event.spoke || event.standing == Standing::Subject && !aside
        };
        let may_be = |event: &&Event| {
            let known = &self.cast.all[event.entity];
            // What somebody writes leaves them in focus: `Her letter said … , the Democrat wrote`.
            let nobody = matches!(known.kind, Kind::Group | Kind::Document);
            // `the father of three` tells more of one who is named.
            if !known.named && phrase.counts_children() {
                return false;
            }
            let thing = !known.may_be_person() && !nobody && !phrase.is_age();
            thing || may_be_meant(event.entity)
        };
        // `Asked where Orr was, the spokesman said` tells that Orr is another.
        let sentence = self.sentence(at);
        let other = self.is_asked_about(at);
        let mut near = self
            .remembered(at)
            .filter(in_focus)
            .filter(|event| !other || event.sentence != sentence);
        near.find(may_be).map(|event| event.entity)
    }

    /// Whether the sentence of a place begins with what somebody was asked.
    fn is_asked_about(&self, at: usize) -> bool {
        let before = self
            .mentions_before(at)
            .checked_sub(1)
            .map(|last| &self.mentions[last]);
        before.is_some_and(|last| {
            self.sentence(last.span.start) == self.sentence(at)
                && self.cast.text[last.sentence..].starts_with("Asked")
        })
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
        let joint = |one: &usize| phrase.fits_joint(&self.cast.all[*one]);
        let mut groups = present.iter().copied().filter(group);
        let found = groups.find(|one| told(one) || joint(one))?;
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
}

/// What it counts to be the latest but so many who was spoken of, and whether in focus.
fn lateness(rank: usize, in_focus: bool, phrase: &Description) -> f32 {
    match (rank, in_focus) {
        (0, true) => 2.0,
        (0, false) => 0.8,
        // `Vell said Orr would go. The Kansas governor …`
        (1, true) if !phrase.origins.is_empty() && !phrase.of_people => 1.6,
        (1, true) => 1.2,
        _ => 0.0,
    }
}

/// Whether a noun is one for those who ask others.
fn asks(phrase: &Description) -> bool {
    matches!(
        phrase.noun.as_str(),
        "moderator" | "interviewer" | "questioner" | "interpreter"
    )
}

/// Whether a phrase is about none or all of a kind.
fn is_nobody(phrase: &str) -> bool {
    ["any ", "no ", "every ", "neither "]
        .iter()
        .any(|opening| phrase.starts_with(opening))
}

/// Whether somebody is a deputy.
fn is_second(known: &Entity) -> bool {
    known.named && SECOND.iter().any(|rank| known.has_role(rank))
}
