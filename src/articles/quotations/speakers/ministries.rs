//! Ministries: those of several countries have one name, and are told by the country before it.

use super::bearers::BEARERS;
use super::cast::Cast;
use super::forms::{last_word, shown};
use super::naming::without_genitive;
use super::places::place;
use crate::articles::quotations::names::{Mention, Mentioned};

impl Cast<'_> {
    /// The ministry of the country that stands before the name, if another's has the same: `Germany's Foreign Ministry`.
    pub(super) fn of_country(
        &self,
        mention: &Mention,
        own: &[String],
        known: usize,
    ) -> Option<usize> {
        let Some(owner) = self.country(mention, own) else {
            return Some(known);
        };
        let plain = shown(&self.text[mention.span.clone()]);
        let name = format!("{owner} {plain}");
        let other = &self.all[known].name;
        if *other == plain || *other == name {
            return Some(known);
        }
        let ministries = self.by_word.get(own.last()?)?;
        ministries
            .iter()
            .take(BEARERS)
            .copied()
            .find(|one| self.all[*one].name == name)
    }

    /// A name, for a ministry with the country before it: `Lutonia's Health Ministry`.
    pub(super) fn with_country(&self, mention: &Mention, own: &[String]) -> String {
        let name = shown(&self.text[mention.span.clone()]);
        match self.country(mention, own) {
            Some(owner) => format!("{owner} {name}"),
            None => name,
        }
    }

    /// The country before the name of a ministry, as a possessor.
    fn country(&self, mention: &Mention, own: &[String]) -> Option<&str> {
        if !is_ministry(own) || own.len() < 2 || mention.kind != Mentioned::Body {
            return None;
        }
        let owner = last_word(self.text[..mention.span.start].trim_end());
        let country = without_genitive(owner);
        (country.len() < owner.len() && place(country).is_some()).then_some(owner)
    }
}

/// Whether a name is that of a ministry, which several countries may have.
pub(super) fn is_ministry(own: &[String]) -> bool {
    let ends = own.first().into_iter().chain(own.last());
    ends.into_iter().any(|word| word == "ministry")
}
