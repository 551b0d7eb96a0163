//! Counting: how often each term occurs in each group of documents, with dense counts a worker.

use std::ops::Range;

use super::terms::{Numbering, Terms};
use crate::corpus::{DocId, Groups, Position, Scope};
use crate::error::Result;
use crate::task::{Scratch, Task};

/// How many tokens one worker counts at a time, rounded up to documents.
const TOKENS_A_PART: u64 = 1 << 17;
/// The counts of how many parts one worker goes through at a time.
const PARTS_AT_ONCE: usize = 256;

/// How often and in how many documents a term occurs; the term is a number of a [`Numbering`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TermCount {
    pub(super) term: u32,
    pub(super) frequency: u32,
    pub(super) documents: u32,
}

/// The counts of each group, by number of the term ascending.
///
/// What is held is in proportion to the cells that are not 0, and to the terms of the corpus for
/// each worker.
pub(super) fn count(
    terms: &Terms<'_>,
    numbering: &Numbering,
    groups: &Groups,
    task: &Task,
) -> Result<Vec<Vec<TermCount>>> {
    task.expect(terms.scope().n_documents() as u64);
    let tallies = Scratch::new();
    let parts = task.map(parts(terms.scope(), groups), |part| {
        tallies.with(
            || Tally::new(numbering.len()),
            |tally| {
                let shares = part.into_iter().map(|share| {
                    task.check()?;
                    task.advance(share.documents.len() as u64);
                    Ok((share.group, tally.count(terms, numbering, &share)))
                });
                shares.collect::<Result<Vec<_>>>()
            },
        )
    })?;
    let mut counts: Vec<Vec<Vec<TermCount>>> = vec![Vec::new(); groups.documents().len()];
    for (group, share) in parts.into_iter().flatten() {
        counts[group].push(share);
    }
    task.map(counts, |mut shares| {
        if shares.len() < 2 {
            return Ok(shares.pop().unwrap_or_default());
        }
        tallies.with(
            || Tally::new(numbering.len()),
            |tally| Ok(tally.add_up(&shares)),
        )
    })
}

/// The counts of each part, by number of the term ascending; a part is stretches of tokens, within one
/// document each. Documents are not told apart.
pub(super) fn count_stretches(
    terms: &Terms<'_>,
    numbering: &Numbering,
    parts: &[Vec<Range<Position>>],
    task: &Task,
) -> Result<Vec<Vec<TermCount>>> {
    task.expect(parts.len() as u64);
    let tallies = Scratch::new();
    task.map(parts.iter().collect(), |stretches| {
        tallies.with(
            || Tally::new(numbering.len()),
            |tally| {
                task.advance(1);
                Ok(tally.count_stretches(terms, numbering, stretches))
            },
        )
    })
}

/// In how many parts each term occurs, given the counts of each part.
pub(super) fn parts_of_terms(
    counts: &[Vec<TermCount>],
    n_terms: usize,
    task: &Task,
) -> Result<Vec<u32>> {
    let sums = Scratch::new();
    task.map(counts.chunks(PARTS_AT_ONCE).collect(), |some| {
        sums.with(
            || vec![0_u32; n_terms],
            |parts: &mut Vec<u32>| {
                for count in some.iter().flatten() {
                    parts[count.term as usize] += 1;
                }
                Ok(())
            },
        )
    })?;
    let mut parts = vec![0; n_terms];
    for own in sums.into_all() {
        parts.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    }
    Ok(parts)
}

/// Documents of one group.
struct Share<'g> {
    group: usize,
    documents: &'g [DocId],
    tokens: u64,
}

/// Work for the pool: shares of the groups, of about the same number of tokens.
fn parts<'g>(scope: &Scope, groups: &'g Groups) -> Vec<Vec<Share<'g>>> {
    let mut parts = vec![Vec::new()];
    let mut room = TOKENS_A_PART;
    for (group, documents) in groups.documents().iter().enumerate() {
        let (mut first, mut tokens) = (0, 0);
        for (index, document) in documents.iter().enumerate() {
            tokens += scope.n_tokens_of(*document);
            let full = tokens >= room;
            if full || index + 1 == documents.len() {
                let part = parts.last_mut().expect("there is always a part under way");
                let documents = &documents[first..=index];
                part.push(Share {
                    group,
                    documents,
                    tokens,
                });
                room = room.saturating_sub(tokens);
                (first, tokens) = (index + 1, 0);
            }
            if full {
                room = TOKENS_A_PART;
                parts.push(Vec::new());
            }
        }
    }
    parts
}

#[derive(Clone, Copy, Default)]
struct Count {
    frequency: u32,
    documents: u32,
    /// The last document in which the term was seen, from 1.
    seen: u32,
}

impl Count {
    fn of(self, term: u32) -> TermCount {
        TermCount {
            term,
            frequency: self.frequency,
            documents: self.documents,
        }
    }

    /// Counts an occurrence in the document with this mark.
    fn add(&mut self, mark: u32) {
        self.frequency += 1;
        self.documents += u32::from(self.seen != mark);
        self.seen = mark;
    }
}

/// Dense counts of one worker; all are 0 between two shares.
struct Tally {
    counts: Vec<Count>,
    /// A bit for each term that has a count.
    occupied: Vec<u64>,
    terms: Vec<u32>,
    occurrences: Vec<(u32, u32)>,
}

impl Tally {
    fn new(n_terms: usize) -> Self {
        Self {
            counts: vec![Count::default(); n_terms],
            occupied: vec![0; n_terms.div_ceil(64)],
            terms: Vec::new(),
            occurrences: Vec::new(),
        }
    }

    fn count(
        &mut self,
        terms: &Terms<'_>,
        numbering: &Numbering,
        share: &Share<'_>,
    ) -> Vec<TermCount> {
        let few = self.few(share.tokens);
        for (mark, document) in (1..).zip(share.documents) {
            terms.scope().each_range(*document, |range| {
                numbering.read(terms, range, &mut self.terms);
                terms.retain(&mut self.terms);
                self.note(mark, few);
            });
        }
        self.counts(few)
    }

    fn count_stretches(
        &mut self,
        terms: &Terms<'_>,
        numbering: &Numbering,
        stretches: &[Range<Position>],
    ) -> Vec<TermCount> {
        let length = |range: &Range<Position>| u64::from(range.end.number() - range.start.number());
        let few = self.few(stretches.iter().map(length).sum());
        for stretch in stretches {
            numbering.read(terms, stretch.clone(), &mut self.terms);
            terms.retain(&mut self.terms);
            self.note(1, few);
        }
        self.counts(few)
    }

    /// Whether so many occurrences are sorted sooner than all terms are gone through.
    fn few(&self, tokens: u64) -> bool {
        tokens.saturating_mul(16) < self.occupied.len() as u64
    }

    /// Takes up the terms that were read, of the document with this mark.
    fn note(&mut self, mark: u32, few: bool) {
        if few {
            let marked = self.terms.iter().map(|term| (*term, mark));
            self.occurrences.extend(marked);
        } else {
            self.add(mark);
        }
    }

    fn counts(&mut self, few: bool) -> Vec<TermCount> {
        if few {
            self.sorted_occurrences()
        } else {
            self.take()
        }
    }

    /// Counts the terms that were read, of the document with this mark.
    fn add(&mut self, mark: u32) {
        for term in &self.terms {
            self.counts[*term as usize].add(mark);
            self.occupied[*term as usize / 64] |= 1 << (term % 64);
        }
    }

    /// The counts, which are 0 thereafter.
    fn take(&mut self) -> Vec<TermCount> {
        let n_counts = self
            .occupied
            .iter()
            .map(|word| word.count_ones())
            .sum::<u32>();
        let mut taken = Vec::with_capacity(n_counts as usize);
        for (base, word) in (0..).step_by(64).zip(&mut self.occupied) {
            while *word != 0 {
                let term = base + word.trailing_zeros();
                *word &= *word - 1;
                let count = std::mem::take(&mut self.counts[term as usize]);
                taken.push(count.of(term));
            }
        }
        taken
    }

    fn sorted_occurrences(&mut self) -> Vec<TermCount> {
        self.occurrences.sort_unstable();
        let mut counts: Vec<TermCount> = Vec::new();
        let mut before = None;
        for &(term, mark) in &self.occurrences {
            match counts.last_mut() {
                Some(count) if count.term == term => {
                    count.frequency += 1;
                    count.documents += u32::from(before != Some(mark));
                }
                _ => counts.push(TermCount {
                    term,
                    frequency: 1,
                    documents: 1,
                }),
            }
            before = Some(mark);
        }
        self.occurrences.clear();
        counts
    }

    /// The counts of a group whose documents were counted in several shares.
    fn add_up(&mut self, shares: &[Vec<TermCount>]) -> Vec<TermCount> {
        for part in shares.iter().flatten() {
            let sum = &mut self.counts[part.term as usize];
            sum.frequency += part.frequency;
            sum.documents += part.documents;
            self.occupied[part.term as usize / 64] |= 1 << (part.term % 64);
        }
        self.take()
    }
}

/// The counts of all documents in view as one group: those of each term, by its own number.
pub(super) fn count_all(terms: &Terms<'_>, task: &Task) -> Result<Vec<TermCount>> {
    if !(terms.scope().is_whole() && terms.are_norms()) {
        let counts = (0..).zip(totals(terms, task)?);
        let counts = counts.map(|(term, count)| count.of(term));
        return Ok(counts.filter(|count| count.frequency > 0).collect());
    }
    let vocabulary = terms.scope().corpus().vocabulary();
    let documents = vocabulary.norm_documents(|| {
        let totals = totals(terms, task)?.into_iter();
        Ok(totals.map(|count| count.documents).collect())
    })?;
    let counts = (0..).zip(terms.corpus_frequencies()).zip(documents);
    let counts = counts.map(|((term, frequency), documents)| TermCount {
        term,
        frequency: u32::try_from(frequency).expect("at most 2^32 positions"),
        documents: *documents,
    });
    Ok(counts.filter(|count| count.frequency > 0).collect())
}

/// The count of each term of the corpus among the documents in view, by its own number.
fn totals(terms: &Terms<'_>, task: &Task) -> Result<Vec<Count>> {
    task.expect(terms.scope().n_documents() as u64);
    let groups = Groups::whole(terms.scope());
    let sums = Scratch::new();
    task.map(parts(terms.scope(), &groups), |part| {
        sums.with(
            || (vec![Count::default(); terms.len()], Vec::new()),
            |(counts, read): &mut (Vec<Count>, Vec<u32>)| {
                let counts = counts.as_mut_slice();
                for document in part.iter().flat_map(|share| share.documents) {
                    task.check()?;
                    task.advance(1);
                    let mark = document.number() + 1;
                    terms.scope().each_range(*document, |range| {
                        terms.read(range, read);
                        for term in &*read {
                            counts[*term as usize].add(mark);
                        }
                    });
                }
                Ok(())
            },
        )
    })?;
    let mut totals = vec![Count::default(); terms.len()];
    for (sum, _) in sums.into_all() {
        for (total, count) in totals.iter_mut().zip(sum) {
            total.frequency += count.frequency;
            total.documents += count.documents;
        }
    }
    Ok(totals)
}
