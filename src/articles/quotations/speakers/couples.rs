//! Two who are named with one surname: `Colin and Jean Marsden`.

use super::cast::Cast;
use super::entity::{Entity, Kind};
use super::naming::plain;
use super::places::is_place;
use crate::articles::quotations::names::{Mention, Mentioned, given};

/// Nouns for those who may bear the same surname.
const KIN: [&str; 8] = [
    "wife", "husband", "son", "daughter", "brother", "sister", "mother", "father",
];
/// How many of those met last are looked at.
const NEAR: usize = 64;

impl Cast<'_> {
    /// The first of two with one surname, as a new one where nobody else is called so.
    pub(super) fn first_of_two(
        &mut self,
        mentions: &[Mention],
        at: usize,
        who: &[Option<usize>],
    ) -> Option<usize> {
        let (mention, next) = (&mentions[at], mentions.get(at + 1)?);
        let (text, other) = (self.text, who[at + 1]?);
        let name = &text[mention.span.clone()];
        if text.get(mention.span.end..next.span.start)? != " and " {
            return None;
        }
        let word = plain(name).into_owned();
        let before = at.checked_sub(1).map(|before| mentions[before].span.end);
        let between = before.and_then(|end| text.get(end..mention.span.start));
        let listed = between == Some(", ");
        let known = &self.all[other];
        let full = &text[next.span.clone()];
        let fits = !listed
            && next.kind == Mentioned::Name
            && mention.title.is_none()
            && next.title.is_none()
            && known.may_be_person()
            && known.words.len() == 2
            && (given(&word).is_some() || given(&known.words[0]).is_some() && !is_place(name));
        let surname = full.split_whitespace().next_back()?;
        let alone = |known: usize| self.all[known].words.len() == 1;
        if !fits
            || !self
                .namesake(&word, mention.span.start, None)
                .is_none_or(alone)
        {
            return None;
        }
        let own = vec![word, plain(surname).into_owned()];
        if let Some(known) = self.in_full(&own, false) {
            return Some(known);
        }
        let number = self.add(mention, own, Kind::Person);
        self.all[number].name = format!("{name} {surname}");
        self.all[other].kind = Kind::Person;
        Some(number)
    }

    /// One told as the kin of a bearer of a surname, of whom only the given name is known: `Ms. Vell` for
    /// `his wife, Ida`.
    pub(super) fn kin_of(&mut self, bearer: usize, mention: &Mention) -> Option<usize> {
        let woman = mention.woman?;
        if !self.all[bearer].is_of_other_sex(woman, 2.0) || self.all[bearer].words.len() < 2 {
            return None;
        }
        let fits = |known: &Entity| {
            let single = known.named && known.words.len() == 1 && known.kind == Kind::Person;
            let kin = KIN.iter().any(|noun| known.has_role(noun));
            single && kin && (known.woman > 0.0) == woman && known.first < mention.span.start
        };
        let kin = (0..self.all.len())
            .rev()
            .take(NEAR)
            .find(|one| fits(&self.all[*one]))?;
        let surname = &self.text[mention.span.clone()];
        let known = &mut self.all[kin];
        known.name = format!("{} {surname}", known.name);
        let mut own = known.words.clone();
        own.push(plain(surname).into_owned());
        known.call(own.clone());
        self.index(kin, &own);
        Some(kin)
    }

    /// The name of two, with one surname where the text says it once.
    pub(super) fn name_of_two(&self, one: usize, other: usize) -> Option<String> {
        let (mut one, mut other) = (&self.all[one], &self.all[other]);
        if other.first < one.first {
            (one, other) = (other, one);
        }
        let (given, surname) = one.name.rsplit_once(' ')?;
        let name = format!("{given} and {}", other.name);
        (other.name.ends_with(surname) && self.text.contains(&name)).then_some(name)
    }
}
