//! Two or more named as one speaker that are no people: `Norway, Sweden and the Netherlands`, `neither the club
//! nor the league`.

use std::ops::Range;

use super::description::Description;
use super::entity::Kind;
use super::naming::words;
use super::pairs::bare;
use super::places::is_place;
use super::stage::Stage;
use crate::text::{folded, in_small};

/// Nouns behind the name of a newspaper.
const PERIODICALS: [&str; 2] = [" newspaper", " magazine"];

impl Stage<'_> {
    /// Who are named together by two words: `neither the club nor the league`, `both Ida Vell and Hal Orr`.
    pub(super) fn paired(&mut self, source: &Range<usize>) -> Option<usize> {
        let words = folded(&self.cast.text[source.clone()]);
        let (first, rest) = words.split_once(' ')?;
        let joint = match &*in_small(first) {
            "neither" => " nor ",
            "both" => " and ",
            _ => return None,
        };
        let (one, other) = rest.split_once(joint)?;
        let named = [one, other]
            .iter()
            .all(|part| part.starts_with(char::is_uppercase));
        let people = self.people_in(source);
        if let [first, second] = people.as_slice()
            && first != second
            && named
        {
            return Some(self.together(&people, source.start));
        }
        if joint == " and " && !named {
            return None;
        }
        Some(self.as_one(format!("{one} and {other}"), source.start))
    }

    /// A newspaper with the noun behind its name: `the Harbour Today newspaper`.
    pub(super) fn periodical(&mut self, source: &Range<usize>) -> Option<usize> {
        let text = &self.cast.text[source.clone()];
        let stem = PERIODICALS
            .iter()
            .find_map(|noun| text.strip_suffix(noun))?;
        let name = folded(bare(stem));
        if name.is_empty() || name == "The" {
            return None;
        }
        if !name
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
        {
            return None;
        }
        let known = self.named_in(&(source.start..source.start + stem.len()));
        let whole = |known: &usize| words(&name).ends_with(&self.cast.all[*known].words);
        if let Some(known) = known.filter(whole) {
            return Some(known);
        }
        let mut described = Description::read(&name);
        described.kind = Kind::Body;
        Some(
            self.same_words(&described)
                .unwrap_or_else(|| self.describe(&described, source.start)),
        )
    }

    /// Countries named as one speaker.
    pub(super) fn joint_places(&mut self, source: &Range<usize>) -> Option<usize> {
        let words = folded(&self.cast.text[source.clone()]);
        let both = ["Both ", "both "];
        let words = both
            .iter()
            .find_map(|both| words.strip_prefix(both))
            .unwrap_or(&words);
        let (rest, last) = words.split_once(" and ")?;
        let each = || rest.split(", ").chain([last]).map(bare);
        if !each().all(is_place) {
            return None;
        }
        Some(self.as_one(bare(words).to_owned(), source.start))
    }
}
