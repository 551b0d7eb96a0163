//! Occurrences: where a term stands in view.

use super::compounds::word_called;
use super::terms::{Terms, Unit};
use crate::corpus::{NormId, Position, TypeId};
use crate::error::Result;
use crate::query::Spans;
use crate::task::Task;

impl Terms<'_> {
    /// Where terms of these names stand, which are no values of a layer; one that is unknown stands nowhere.
    pub(super) fn spans_of<S: AsRef<str>>(&self, names: &[S], task: &Task) -> Result<Spans> {
        let terms = names.iter().filter_map(|name| self.called(name.as_ref()));
        let spans = terms.map(|term| self.spans(term, task));
        Ok(Spans::union(spans.collect::<Result<_>>()?))
    }

    /// The number of the term of this name.
    fn called(&self, name: &str) -> Option<u32> {
        let vocabulary = self.scope().corpus().vocabulary();
        let word = word_called(vocabulary, name, self.unit() == Unit::Type);
        word.or_else(|| {
            let names = self.compounds()?.names();
            let place = names.iter().position(|known| known == name)?;
            u32::try_from(self.n_words() + place).ok()
        })
    }

    /// Where a term stands: a word outside of compounds, a compound as all of its tokens.
    fn spans(&self, term: u32, task: &Task) -> Result<Spans> {
        let positions = if (term as usize) < self.n_words() {
            self.positions_of_word(term)?
        } else {
            Vec::new()
        };
        let one = |start: Position| (start, Position::new(start.number() + 1));
        let Some(compounds) = self.compounds() else {
            return Ok(Spans::of_pairs(positions.into_iter().map(one).collect()));
        };
        let apart = positions
            .into_iter()
            .filter(|position| !compounds.hold(*position));
        let mut found: Vec<(Position, Position)> = apart.map(one).collect();
        if compounds.terms().contains(&term) {
            let is_term = |kind: u32| compounds.terms()[kind as usize] == term;
            found.extend(compounds.in_view(self.scope(), is_term, task)?);
            found.sort();
        }
        Ok(Spans::of_pairs(found))
    }

    /// Where a word, which is no value of a layer, stands in view, in compounds too, ascending.
    pub(super) fn positions_of_word(&self, word: u32) -> Result<Vec<Position>> {
        let (scope, corpus) = (self.scope(), self.scope().corpus());
        let mut positions = Vec::new();
        if self.unit() == Unit::Type {
            corpus.append_positions(TypeId::new(word), &mut positions)?;
        } else {
            for word in corpus.vocabulary().variants(NormId::new(word)) {
                corpus.append_positions(word, &mut positions)?;
            }
        }
        // Not unstable: the list is a few ascending runs, which are merged.
        positions.sort();
        scope.retain(&mut positions);
        Ok(positions)
    }
}
