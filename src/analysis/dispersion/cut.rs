//! A cut: what is in view as parts, whose tokens and occurrences are counted.

use std::ops::Range;

use crate::analysis::compounds::{Compounds, Units};
use crate::analysis::counting::{TermCount, count, count_stretches};
use crate::analysis::terms::{Numbering, Terms, n_terms_of};
use crate::corpus::{DocId, Groups, Position, Scope};
use crate::error::{Error, Result};
use crate::task::Task;

/// Tokens in view that follow one another, within one document each.
type Stretches = Vec<Range<Position>>;

/// What is in view, cut into parts.
pub(super) struct Cut {
    /// The tokens of each part; some may have none.
    pub(super) sizes: Vec<u64>,
    parts: Parts,
}

enum Parts {
    /// Groups of documents, and the part of each document by its number.
    Documents(Groups, Vec<u32>),
    /// Stretches of equal length, whatever documents they are of.
    Equal(Vec<Stretches>),
}

impl Cut {
    /// Parts by the values of columns, of which `document` is the id of each document; `size` has the
    /// tokens of a document.
    pub(super) fn by(
        scope: &Scope,
        columns: &[String],
        size: impl Fn(DocId) -> u64,
    ) -> Result<Self> {
        let groups = Groups::by(scope, columns)?;
        let part_of = groups.of_documents(scope.corpus().n_documents());
        let tokens = |documents: &Vec<DocId>| documents.iter().map(|id| size(*id)).sum();
        Ok(Self {
            sizes: groups.documents().iter().map(tokens).collect(),
            parts: Parts::Documents(groups, part_of),
        })
    }

    /// So many parts, of which none has more than one token more than another; a compound is one.
    pub(super) fn equal(
        scope: &Scope,
        n: u64,
        compounds: Option<&Compounds>,
        task: &Task,
    ) -> Result<Self> {
        let tokens = n_terms_in(scope, compounds);
        let units = Units::new(compounds);
        if tokens == 0 {
            let message = format!(
                "parts must be between 1 and the tokens in view, of which there are none, got {n}"
            );
            return Err(Error::Parameter(message));
        }
        if n == 0 || n > tokens {
            return Err(Error::Parameter(format!(
                "parts must be between 1 and {tokens}, the tokens in view, got {n}"
            )));
        }
        let end = |part: u64| {
            let end = u128::from(tokens) * u128::from(part) / u128::from(n);
            u64::try_from(end).expect("at most the tokens")
        };
        let mut parts: Vec<Stretches> = vec![Vec::new()];
        let (mut before, mut number) = (0, 1);
        for document in scope.documents() {
            task.check()?;
            scope.each_range(document, |mut range| {
                while !range.is_empty() {
                    if before == end(number) {
                        number += 1;
                        parts.push(Vec::new());
                    }
                    let own = units.within(&range);
                    let taken = u64::from(own.end - own.start).min(end(number) - before);
                    let behind = own.start + u32::try_from(taken).expect("narrow");
                    let behind = units.start_of(behind);
                    let part = parts.last_mut().expect("there is always a part");
                    part.push(range.start..behind);
                    before += taken;
                    range.start = behind;
                }
            });
        }
        Ok(Self {
            sizes: (0..n).map(|part| end(part + 1) - end(part)).collect(),
            parts: Parts::Equal(parts),
        })
    }

    /// How often each term occurs in each part, by number ascending.
    pub(super) fn count(
        &self,
        terms: &Terms<'_>,
        numbering: &Numbering,
        task: &Task,
    ) -> Result<Vec<Vec<TermCount>>> {
        match &self.parts {
            Parts::Documents(groups, _) => count(terms, numbering, groups, task),
            Parts::Equal(parts) => count_stretches(terms, numbering, parts, task),
        }
    }

    /// How many of these ascending positions in view lie in each part that has some, in no order.
    pub(super) fn tally(&self, scope: &Scope, positions: &[Position]) -> Vec<(u32, u64)> {
        let mut rest = positions;
        let mut tallied: Vec<(u32, u64)> = Vec::new();
        while let Some(first) = rest.first() {
            let (part, end) = self.part_at(scope, *first);
            let own = rest.partition_point(|position| *position < end);
            tallied.push((part, own as u64));
            rest = &rest[own..];
        }
        // Several documents may be one part.
        tallied.sort_unstable();
        tallied.dedup_by(|from, into| {
            let same = from.0 == into.0;
            into.1 += if same { from.1 } else { 0 };
            same
        });
        tallied
    }

    /// The number of its part, the document and the positions of all that is in view, piece by piece.
    pub(super) fn pieces(&self, scope: &Scope) -> Vec<(u32, DocId, Range<Position>)> {
        let corpus = scope.corpus();
        match &self.parts {
            Parts::Documents(_, part_of) => scope
                .documents()
                .map(|id| (part_of[id.index()], id, corpus.document_range(id)))
                .collect(),
            Parts::Equal(parts) => {
                let numbered = (0..).zip(parts);
                let piece = |(part, stretches): (u32, &Stretches)| {
                    let own = stretches.iter().cloned();
                    own.map(move |range| (part, corpus.document_at(range.start), range))
                        .collect::<Vec<_>>()
                };
                numbered.flat_map(piece).collect()
            }
        }
    }

    /// The part of a position in view, and a position before which all in view are of this part.
    pub(super) fn part_at(&self, scope: &Scope, position: Position) -> (u32, Position) {
        match &self.parts {
            Parts::Documents(_, part_of) => {
                let document: DocId = scope.corpus().document_at(position);
                let end = scope.corpus().document_range(document).end;
                (part_of[document.index()], end)
            }
            Parts::Equal(parts) => {
                let last = |part: &Stretches| part.last().expect("no part is empty").end;
                let number = parts.partition_point(|part| last(part) <= position);
                let narrow = u32::try_from(number).expect("fewer parts than tokens");
                (narrow, last(&parts[number]))
            }
        }
    }
}

/// The number of terms in view.
fn n_terms_in(scope: &Scope, compounds: Option<&Compounds>) -> u64 {
    let documents = scope.documents();
    documents
        .map(|document| n_terms_of(scope, compounds, document))
        .sum()
}

/// The tokens in view, counted one behind the other; a compound is one.
pub(super) struct View<'c> {
    units: Units<'c>,
    /// The first position of each stretch in view, its end, and the tokens in view before it; none if
    /// all of the corpus is in view.
    stretches: Option<Vec<(Range<Position>, u64)>>,
    pub(super) tokens: u64,
}

impl<'c> View<'c> {
    pub(super) fn new(scope: &Scope, compounds: Option<&'c Compounds>) -> Self {
        let (tokens, units) = (n_terms_in(scope, compounds), Units::new(compounds));
        if scope.is_whole() {
            return Self {
                units,
                stretches: None,
                tokens,
            };
        }
        let (mut stretches, mut before) = (Vec::new(), 0);
        for document in scope.documents() {
            scope.each_range(document, |range| {
                let own = units.within(&range);
                stretches.push((range, before));
                before += u64::from(own.end - own.start);
            });
        }
        Self {
            units,
            stretches: Some(stretches),
            tokens,
        }
    }

    /// Where ascending positions in view stand among the tokens in view, from 0.
    pub(super) fn places(&self, positions: &[Position]) -> Vec<u64> {
        let Some(stretches) = &self.stretches else {
            let numbers = positions
                .iter()
                .map(|position| self.units.of(position.number()));
            return numbers.map(u64::from).collect();
        };
        let mut rest = stretches.as_slice();
        let place = |position: &Position| {
            if rest.first().is_none_or(|(range, _)| range.end <= *position) {
                rest = &rest[rest.partition_point(|(range, _)| range.end <= *position)..];
            }
            let (range, before) = rest.first().expect("positions are in view");
            let own = self.units.within(&(range.start..*position));
            before + u64::from(own.end - own.start)
        };
        positions.iter().map(place).collect()
    }
}
