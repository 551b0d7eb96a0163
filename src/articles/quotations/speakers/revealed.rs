//! Whom a lead only describes, and the next paragraph names.

use super::contrary::contrary;
use super::description::Description;
use super::entity::Kind;
use super::stage::Stage;
use crate::articles::quotations::word_list::WordList;
use crate::text::{head, in_small};

/// How far behind the beginning of a source it is looked for whom it tells, in bytes.
const LONGEST_TELLING: usize = 120;

/// Those who hear witnesses.
const HEARING: WordList = WordList::new(&[
    "court",
    "jury",
    "jurors",
    "parliament",
    "inquiry",
    "inquest",
    "panel",
    "committee",
    "commission",
    "tribunal",
    "hearing",
    "lawmakers",
    "legislators",
    "mps",
    "senators",
    "investigators",
    "congress",
]);

impl Stage<'_> {
    /// A lead may quote "the mining minister", and only the next paragraph says who that is.
    pub(super) fn reveal(&mut self, entity: usize, at: usize) {
        let known = &self.cast.all[entity];
        let kind = known.kind;
        let clause = known
            .role
            .as_ref()
            .is_some_and(|role| role.starts_with("who "));
        let new = known.last.is_none() && (known.roles.is_empty() || clause);
        let paragraph = self.paragraph(at);
        // `the pay watchdog said.` and, in the paragraph below, `The Wage Council`
        let first = kind == Kind::Body && paragraph <= 3 && self.begins_paragraph(at);
        if !new || paragraph > 4 || !(kind == Kind::Person || first) {
            return;
        }
        let before = self.recent().find(|event| event.spoke).copied();
        let Some(before) =
            before.filter(|event| event.paragraph < paragraph && paragraph - event.paragraph <= 2)
        else {
            return;
        };
        let described = &self.cast.all[before.entity];
        let own = &self.cast.all[entity].words;
        let other = kind == Kind::Body && contrary(&described.words, &[own]);
        // `Talks go on: foreign minister`
        let description = Description::read(&described.name);
        let headed = before.paragraph == 0 && description.is_of_office();
        let same = description
            .woman
            .is_none_or(|woman| known.is_of_other_sex(!woman, 1.0));
        let heard = || same && self.begins_paragraph(at) && self.tells_a_court(before.at);
        let known_of = !clause && (described.definite || headed) || heard();
        if described.named || described.kind != kind || !known_of || other {
            return;
        }
        let role = described.name.clone();
        self.cast.all[before.entity].alias = Some(entity);
        let known = &mut self.cast.all[entity];
        known.learn(&role);
        known.role.get_or_insert(role);
        self.index(entity);
    }

    /// Whether a source tells those who hear witnesses: `A clerk told the inquiry`.
    fn tells_a_court(&self, at: usize) -> bool {
        let rest = head(&self.cast.text[at..], LONGEST_TELLING);
        let Some((_, told)) = rest.split_once(" told ") else {
            return false;
        };
        let mut words = told.split([' ', ',', '.', '\n']).take(4);
        words.any(|word| HEARING.has(&in_small(word)))
    }
}
