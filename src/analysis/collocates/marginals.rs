//! How often terms occur in all that collocates are compared with.

use super::super::counting::{TermCount, count, count_all};
use super::super::terms::Terms;
use super::options::Marginals;
use crate::corpus::{DocId, Groups};
use crate::error::Result;
use crate::task::Task;

/// Frequencies of terms: those of all, or those of each group.
pub(super) enum Frequencies {
    Shared {
        terms: Vec<u64>,
        tokens: u64,
    },
    Grouped {
        terms: Vec<Vec<TermCount>>,
        tokens: Vec<u64>,
    },
}

impl Frequencies {
    pub(super) fn new(
        terms: &Terms<'_>,
        groups: &Groups,
        marginals: Marginals,
        task: &Task,
    ) -> Result<Self> {
        let scope = terms.scope();
        if marginals == Marginals::Corpus || (scope.is_whole() && groups.labels().is_empty()) {
            let corpus = scope.corpus();
            let documents = (0..corpus.n_documents()).map(DocId::from_index);
            let tokens = match terms.compounds() {
                None => corpus.n_tokens(),
                Some(compounds) => documents
                    .map(|document| compounds.n_units(&corpus.document_range(document)))
                    .sum(),
            };
            return Ok(Self::Shared {
                terms: terms.corpus_frequencies(),
                tokens,
            });
        }
        let tokens_of = |documents: &Vec<DocId>| -> u64 {
            let tokens = documents
                .iter()
                .map(|document| terms.n_tokens_of(*document));
            tokens.sum()
        };
        if groups.labels().is_empty() {
            let mut frequencies = vec![0; terms.len()];
            for count in count_all(terms, task)? {
                frequencies[count.term as usize] = count.frequency.into();
            }
            return Ok(Self::Shared {
                terms: frequencies,
                tokens: groups.documents().iter().map(tokens_of).sum(),
            });
        }
        Ok(Self::Grouped {
            terms: count(terms, &terms.unordered(), groups, task)?,
            tokens: groups.documents().iter().map(tokens_of).collect(),
        })
    }

    /// How often a term occurs beside and in the windows of a group.
    pub(super) fn of(&self, group: usize, term: u32) -> u64 {
        match self {
            Self::Shared { terms, .. } => terms[term as usize],
            Self::Grouped { terms, .. } => {
                let counts = &terms[group];
                let place = counts.binary_search_by_key(&term, |count| count.term);
                place.map_or(0, |place| counts[place].frequency.into())
            }
        }
    }

    pub(super) fn tokens(&self, group: usize) -> u64 {
        match self {
            Self::Shared { tokens, .. } => *tokens,
            Self::Grouped { tokens, .. } => tokens[group],
        }
    }

    /// All terms that occur.
    pub(super) fn occurring(&self, group: usize) -> Vec<u32> {
        match self {
            Self::Shared { terms, .. } => {
                let found = (0_u32..)
                    .zip(terms)
                    .filter(|(_, frequency)| **frequency > 0);
                found.map(|(term, _)| term).collect()
            }
            Self::Grouped { terms, .. } => terms[group].iter().map(|count| count.term).collect(),
        }
    }
}
