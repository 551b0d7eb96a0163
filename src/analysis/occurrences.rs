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
        let (scope, corpus) = (self.scope(), self.scope().corpus());
        let mut positions = Vec::new();
        if (term as usize) < self.n_words() {
            if self.unit() == Unit::Type {
                corpus.append_positions(TypeId::new(term), &mut positions)?;
            } else {
                for word in corpus.vocabulary().variants(NormId::new(term)) {
                    corpus.append_positions(word, &mut positions)?;
                }
            }
        }
        // Not unstable: the list is a few ascending runs, which are merged.
        positions.sort();
        scope.retain(&mut positions);
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
            for document in scope.documents() {
                task.check()?;
                scope.each_range(document, |range| {
                    let own = compounds.within(&range).filter(|(_, kind)| is_term(*kind));
                    found.extend(own.map(|(tokens, _)| (tokens.start, tokens.end)));
                });
            }
            found.sort();
        }
        Ok(Spans::of_pairs(found))
    }
}
