//! Stretches: the zones of some documents as numbered terms, cut into parts for workers.

use std::ops::Range;

use super::margins::End;
use super::terms::{Numbering, Terms};
use crate::corpus::{DocId, Groups, Position, Scope};
use crate::error::Result;
use crate::task::Task;

/// Documents in the order of their groups. What spans tokens lies within one stretch.
pub(super) struct Stretches<'s> {
    terms: Terms<'s>,
    numbering: Numbering,
    documents: Vec<(DocId, u32)>,
    /// How many tokens behind its first one belong to what is counted.
    reach: u32,
    /// Whether the zones are cut into sentences.
    of_sentences: bool,
}

/// Work for the pool: documents of a selection, and where in them what is counted begins.
pub(super) struct Part {
    pub(super) documents: Range<usize>,
    starts: Range<Position>,
}

/// Neighbouring tokens of one zone.
pub(super) struct Stretch<'b> {
    /// The number of the document within its part.
    pub(super) document: u32,
    pub(super) group: u32,
    /// The numbers of the terms; those behind the first `n_starts` are for looking ahead.
    pub(super) numbers: &'b [u32],
    pub(super) n_starts: usize,
}

impl Part {
    /// What begins in some positions of the document of a place.
    pub(super) fn of(document: usize, starts: Range<Position>) -> Self {
        Self {
            documents: document..document + 1,
            starts,
        }
    }
}

impl<'s> Stretches<'s> {
    pub(super) fn new(terms: Terms<'s>, numbering: Numbering, groups: &Groups, reach: u32) -> Self {
        let numbered = (0..).zip(groups.documents());
        let documents = numbered
            .flat_map(|(group, documents)| documents.iter().map(move |document| (*document, group)))
            .collect();
        Self {
            terms,
            numbering,
            documents,
            reach,
            of_sentences: false,
        }
    }

    /// The same, each sentence a stretch of its own; there may be no compounds.
    pub(super) fn of_sentences(mut self, task: &Task) -> Result<Self> {
        for part in self.scope().corpus().parts() {
            part.sentences(task)?;
        }
        self.of_sentences = true;
        Ok(self)
    }

    pub(super) fn scope(&self) -> &'s Scope {
        self.terms.scope()
    }

    /// The place of each document of the corpus among those of the selection; 0 for others.
    pub(super) fn places(&self) -> Vec<u32> {
        let mut places = vec![0; self.scope().corpus().n_documents()];
        for (place, (document, _)) in (0..).zip(&self.documents) {
            places[document.index()] = place;
        }
        places
    }

    /// Whether all documents are of the first group.
    pub(super) fn is_one_group(&self) -> bool {
        self.documents.iter().all(|(_, group)| *group == 0)
    }

    pub(super) fn n_documents(&self) -> usize {
        self.documents.len()
    }

    /// The number of tokens, and the sum of what `of_zone` gives for those of each zone.
    pub(super) fn sizes(&self, of_zone: impl Fn(u64) -> u64) -> (u64, u64) {
        let (mut tokens, mut sum) = (0, 0);
        for (document, _) in &self.documents {
            self.terms.scope().each_zone_range(*document, |zone| {
                let length = u64::from(zone.end.number() - zone.start.number());
                tokens += length;
                sum += of_zone(length);
            });
        }
        (tokens, sum)
    }

    /// Whether all tokens of the corpus are counted, each by itself and in one group.
    pub(super) fn are_all(&self) -> bool {
        let n_tokens = self.terms.scope().corpus().n_tokens();
        let (counted, _) = self.sizes(|_| 0);
        self.terms.compounds().is_none() && self.is_one_group() && counted == n_tokens
    }

    /// The number of terms that have numbers.
    pub(super) fn n_words(&self) -> usize {
        self.numbering.len()
    }

    pub(super) fn numbering(&self) -> &Numbering {
        &self.numbering
    }

    /// How often the terms occur in the corpus, in the order of their numbers.
    pub(super) fn frequencies(&self) -> Vec<u64> {
        let all = self.terms.corpus_frequencies();
        let numbers = 0..u32::try_from(self.numbering.len()).expect("fewer terms than 2^32");
        let frequency = |number| all.get(self.numbering.term(number) as usize);
        numbers
            .map(|number| frequency(number).copied().unwrap_or(1))
            .collect()
    }

    /// The names of the terms in the order of their numbers.
    pub(super) fn names(&self) -> Vec<&'s str> {
        self.numbering.names(&self.terms)
    }

    /// Parts of about so many tokens and at most so many documents; long documents are cut.
    pub(super) fn parts(&self, n_tokens: u32, n_documents: usize) -> Vec<Part> {
        let everywhere = Position::new(0)..Position::new(u32::MAX);
        let mut parts = Vec::new();
        let (mut first, mut held) = (0, 0);
        for (index, (document, _)) in self.documents.iter().enumerate() {
            held += self.terms.scope().n_tokens_of(*document);
            let last = index + 1 == self.documents.len();
            if held < n_tokens.into() && index + 1 - first < n_documents && !last {
                continue;
            }
            // Compounds could be cut through.
            if index == first && self.terms.compounds().is_none() {
                parts.extend(self.cut(index, n_tokens));
            } else {
                parts.push(Part {
                    documents: first..index + 1,
                    starts: everywhere.clone(),
                });
            }
            (first, held) = (index + 1, 0);
        }
        parts
    }

    /// One document in parts of so many tokens.
    fn cut(&self, index: usize, n_tokens: u32) -> impl Iterator<Item = Part> {
        let document = self
            .terms
            .scope()
            .corpus()
            .document_range(self.documents[index].0);
        let (first, behind) = (document.start.number(), document.end.number());
        (0..(behind - first).div_ceil(n_tokens)).map(move |part| {
            let start = first + part * n_tokens;
            let end = behind.min(start.saturating_add(n_tokens));
            Part {
                documents: index..index + 1,
                starts: Position::new(start)..Position::new(end),
            }
        })
    }

    /// Passes on so many tokens, or all there are, at an end of each zone of a part, where there are no compounds.
    pub(super) fn each_end(&self, part: &Part, (end, n): (End, u32), mut pass: impl FnMut(&[u32])) {
        let mut numbers = Vec::new();
        for (id, _) in &self.documents[part.documents.clone()] {
            self.terms.scope().each_zone_range(*id, |zone| {
                let (first, behind) = (zone.start.number(), zone.end.number());
                let own = match end {
                    End::First => first..behind.min(first.saturating_add(n)),
                    End::Last => first.max(behind.saturating_sub(n))..behind,
                };
                let start = Position::new(own.start).max(part.starts.start);
                let own = start..Position::new(own.end).min(part.starts.end);
                if own.start < own.end {
                    self.numbering.read(&self.terms, own, &mut numbers);
                    pass(&numbers);
                }
            });
        }
    }

    /// Passes on the zones of a document, or their sentences.
    fn each_within(&self, document: DocId, mut pass: impl FnMut(Range<Position>)) {
        self.terms.scope().each_zone_range(document, |zone| {
            if !self.of_sentences || zone.is_empty() {
                return pass(zone);
            }
            let part = self.scope().corpus().part_at(zone.start);
            let sentences = part.sentences(&Task::new()).expect("found before");
            let mut start = zone.start;
            while start < zone.end {
                let end = sentences.at(start).end.min(zone.end);
                pass(start..end);
                start = end;
            }
        });
    }

    /// Passes the stretches of a part on, in the order of the text.
    pub(super) fn each(&self, part: &Part, pass: impl FnMut(&Stretch<'_>)) {
        self.each_numbered(part, &self.numbering, pass);
    }

    /// The same by other numbers.
    pub(super) fn each_numbered(
        &self,
        part: &Part,
        numbering: &Numbering,
        mut pass: impl FnMut(&Stretch<'_>),
    ) {
        let mut numbers = Vec::new();
        for (document, (id, group)) in (0..).zip(&self.documents[part.documents.clone()]) {
            self.each_within(*id, |zone| {
                let start = zone.start.max(part.starts.start);
                let end = zone.end.min(part.starts.end);
                if start < end {
                    let ahead = end.number().saturating_add(self.reach);
                    let behind = zone.end.min(Position::new(ahead));
                    numbering.read(&self.terms, start..behind, &mut numbers);
                    let whole = self.terms.compounds().is_some();
                    let n_starts = if whole {
                        numbers.len()
                    } else {
                        end.index() - start.index()
                    };
                    pass(&Stretch {
                        document,
                        group: *group,
                        numbers: &numbers,
                        n_starts,
                    });
                }
            });
        }
    }
}
