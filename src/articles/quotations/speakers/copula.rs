//! Who is named behind "was" as what a description says: `The second witness was the ship's engineer, Hal Orr.`

use std::ops::Range;

use super::description::Opening;
use super::stage::Stage;
use crate::articles::quotations::names::Mentioned;

/// How many words a role before the name may have.
const LONGEST_ROLE: usize = 8;

impl Stage<'_> {
    /// The one named with whom a description in such a place is one.
    pub(super) fn named_behind_being(&mut self, phrase: &Range<usize>) -> Option<usize> {
        let text = self.cast.text;
        let rest = &text[phrase.end..];
        let being = [" was ", " is "]
            .into_iter()
            .find(|is| rest.starts_with(is))?;
        let from = phrase.end + being.len();
        if self.description(phrase.clone()).opening != Opening::Definite {
            return None;
        }
        let near = self.mentions_before(from)..self.mentions.len();
        let number = near
            .take(3)
            .find(|number| self.mentions[*number].kind == Mentioned::Name)?;
        let mention = &self.mentions[number];
        let role = text.get(from..mention.begin())?;
        let apposed = || {
            let told = role.strip_suffix(", ");
            let before = mention.before.as_ref();
            told.is_some_and(|told| told.split(' ').count() <= LONGEST_ROLE)
                && before.is_some_and(|before| before.start <= from)
        };
        let behind = &text[mention.span.end..];
        let closed = behind.starts_with([',', '.', ';', '(']) || behind.starts_with(" (");
        let entity = self.who[number].filter(|_| closed && (role.is_empty() || apposed()))?;
        let known = &self.cast.all[entity];
        (known.may_be_person() && known.words.len() > 1).then_some(entity)
    }
}
