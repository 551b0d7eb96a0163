//! Who is named behind a description as what it says: `The second witness was the ship's engineer, Hal Orr.`, `The
//! owner, a farmer named Ida Vell, left`.

use std::ops::Range;

use super::description::Opening;
use super::entity::Kind;
use super::stage::Stage;
use crate::articles::quotations::names::Mentioned;
use crate::text::head;

/// How many words a role before the name may have.
const LONGEST_ROLE: usize = 8;

/// How far behind a description it is looked for "named", in bytes.
const NEAR: usize = 60;

/// Where the name begins of somebody whom a description says to be called so, in the words behind it.
fn behind_named(rest: &str) -> Option<usize> {
    const CALLED: [&str; 2] = [" named ", " called "];
    if let Some(called) = CALLED.iter().find(|called| rest.starts_with(**called)) {
        return Some(called.len());
    }
    let apposed = rest.strip_prefix(", a")?;
    let near = head(apposed, NEAR);
    let near = &near[..near.find([',', '.', '"', '“', '\n']).unwrap_or(near.len())];
    let opens = near.starts_with(' ') || near.starts_with("n ");
    let found = CALLED
        .iter()
        .find_map(|called| Some(near.find(called)? + called.len()));
    found
        .filter(|_| opens)
        .map(|at| at + rest.len() - apposed.len())
}

impl Stage<'_> {
    /// The person who is named behind a description by "named" or "called".
    pub(super) fn called_behind(&mut self, phrase: &Range<usize>) -> Option<usize> {
        let from = phrase.end + behind_named(&self.cast.text[phrase.end..])?;
        if self.description(phrase.clone()).kind != Kind::Person {
            return None;
        }
        let number = self.mentions_before(from);
        let mention = self.mentions.get(number)?;
        let named = mention.kind == Mentioned::Name && mention.begin() == from;
        let entity = self.who[number].filter(|_| named)?;
        let known = &self.cast.all[entity];
        (known.may_be_person() && known.words.len() > 1).then_some(entity)
    }

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
