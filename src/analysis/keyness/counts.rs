//! What is counted for keyness on both sides, and documents of either side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{Array, LargeStringArray};

use super::lexicon::Lexicon;
use super::sequences::{Numbered, Sequences, Sketch};
use super::sides::{Packing, Side};
use super::{FrequencyList, KeynessOptions, Reference};
use crate::analysis::terms::Terms;
use crate::corpus::{DocId, Scope};
use crate::error::{Error, Result};
use crate::stats::TermCounts;
use crate::task::{Scratch, Task};
use crate::text::normal_form;

/// Target and reference side by side.
pub(super) const TARGET: usize = 0;
pub(super) const REFERENCE: usize = 1;

/// How often each term occurs in a list, and all tokens that the list is of.
struct Listed {
    frequencies: Vec<u64>,
    tokens: u64,
}

enum Against {
    /// The documents of the target that are not in the group.
    Others,
    Documents(Side),
    List(Listed),
}

/// All that was counted, for every comparison.
pub(super) struct Counted {
    /// The terms by their numbers.
    names: LargeStringArray,
    /// Their numbers in the order of their bytes.
    alphabet: Vec<u32>,
    target: Side,
    reference: Against,
    /// Whether documents of both sides are of one corpus.
    one_corpus: bool,
}

impl Counted {
    pub(super) fn new(
        target: &Scope,
        reference: &Reference,
        options: &KeynessOptions,
        task: &Task,
    ) -> Result<Self> {
        let compounds = options.compounds(target, task)?;
        let terms = Terms::of(target, options.unit(target)?).with_compounds(&compounds);
        let one_corpus = match reference {
            Reference::Rest => true,
            Reference::Scope(scope) => Arc::ptr_eq(scope.corpus(), target.corpus()),
            Reference::List(_) => false,
        };
        // Within one corpus terms have the numbers of its vocabulary, where frequent ones stand together.
        let numbering = if one_corpus {
            terms.unordered()
        } else {
            terms.alphabetical(0, task)?
        };
        let own = (&terms, &numbering);
        let (n, least) = (options.ngrams as usize, options.min_frequency);
        // All sides that are counted, of which the first is the target.
        let sequences = |sides: &[Numbered<'_>], sketch: Option<&Sketch>| {
            let found = (n > 1).then(|| Sequences::of(sides, n, sketch, task));
            found.transpose()
        };
        let sketch = |sides: &[Numbered<'_>]| {
            let found = (n > 1).then(|| Sketch::count(sides, n, least, task));
            Ok::<_, Error>(found.transpose()?.flatten())
        };
        let names_of = |side: Numbered<'_>, sequences: &Option<Sequences>| match sequences {
            Some(sequences) => column(sequences.names()),
            None => column(side.1.names(side.0)),
        };
        let (names, target, reference) = match reference {
            Reference::Rest => {
                let sequences = sequences(&[own], sketch(&[own])?.as_ref())?;
                let target = Side::count(own, sequences.as_ref(), true, task)?;
                (names_of(own, &sequences), target, Against::Others)
            }
            Reference::Scope(scope) => {
                // In another view other compounds may be cut, but they are terms of the same numbers.
                let compounds = options.compounds(scope, task)?;
                let others = Terms::of(scope, options.unit(scope)?).with_compounds(&compounds);
                if one_corpus {
                    let other = (&others, &numbering);
                    let sequences = sequences(&[own, other], sketch(&[own, other])?.as_ref())?;
                    let target = Side::count(own, sequences.as_ref(), true, task)?;
                    let other = Side::count(other, sequences.as_ref(), true, task)?;
                    (names_of(own, &sequences), target, Against::Documents(other))
                } else {
                    let of_others = others.alphabetical(0, task)?;
                    let other = (&others, &of_others);
                    let sketch = sketch(&[own, other])?;
                    let found = [own, other].map(|side| sequences(&[side], sketch.as_ref()));
                    let [ours, theirs] = found;
                    let (ours, theirs) = (ours?, theirs?);
                    let mut target = Side::count(own, ours.as_ref(), false, task)?;
                    let mut side = Side::count(other, theirs.as_ref(), false, task)?;
                    let (names, others) = (names_of(own, &ours), names_of(other, &theirs));
                    let lexicon = Lexicon::merged(&texts(&names), &texts(&others));
                    target.renumber(&lexicon.of_target);
                    side.renumber(&lexicon.of_reference);
                    (column(lexicon.names), target, Against::Documents(side))
                }
            }
            Reference::List(list) => {
                // What is rare here may be frequent there.
                let sequences = sequences(&[own], None)?;
                let mut target = Side::count(own, sequences.as_ref(), false, task)?;
                let names = names_of(own, &sequences);
                // The values of a layer are counted as they came.
                let listed = by_term(list, options.case_sensitive || options.layer.is_some());
                let words: Vec<&str> = listed.keys().map(String::as_str).collect();
                let lexicon = Lexicon::merged(&texts(&names), &words);
                let mut frequencies = vec![0; lexicon.names.len()];
                for (number, frequency) in lexicon.of_reference.iter().zip(listed.values()) {
                    frequencies[*number as usize] = *frequency;
                }
                target.renumber(&lexicon.of_target);
                let list = Listed {
                    frequencies,
                    tokens: list.total()?,
                };
                (column(lexicon.names), target, Against::List(list))
            }
        };
        let alphabet = if one_corpus && n <= 1 {
            terms.in_order(|_| true, task)?
        } else {
            (0..).take(names.len()).collect()
        };
        Ok(Self {
            names,
            alphabet,
            target,
            reference,
            one_corpus,
        })
    }

    /// The number of terms.
    pub(super) fn n_terms(&self) -> usize {
        self.names.len()
    }

    /// The numbers of all terms, in alphabetical order.
    pub(super) fn alphabet(&self) -> &[u32] {
        &self.alphabet
    }

    pub(super) fn name(&self, term: u32) -> &str {
        self.names.value(term as usize)
    }

    /// A group of the target's documents against the reference.
    pub(super) fn comparison(&self, group: &[DocId]) -> Comparison<'_> {
        let is_in_group = |document: &DocId| group.binary_search(document).is_ok();
        let reference = match &self.reference {
            Against::Others => Other::Documents(Documents::of(&self.target, |d| !is_in_group(d))),
            Against::Documents(side) => Other::Documents(Documents::of(side, |_| true)),
            Against::List(list) => Other::List(list),
        };
        Comparison {
            target: Documents::of(&self.target, is_in_group),
            reference,
            one_corpus: self.one_corpus,
        }
    }
}

/// Terms as a column.
fn column<'t>(names: Vec<&'t str>) -> LargeStringArray {
    LargeStringArray::from_iter_values::<&'t str, _>(names)
}

/// The terms of a column.
fn texts(names: &LargeStringArray) -> Vec<&str> {
    (0..names.len()).map(|place| names.value(place)).collect()
}

/// The words of a list by term, those of one term added up.
fn by_term(list: &FrequencyList, case_sensitive: bool) -> BTreeMap<String, u64> {
    let mut terms = BTreeMap::new();
    for (word, count) in &list.terms {
        let term = if case_sensitive {
            word.clone()
        } else {
            normal_form(word).into()
        };
        *terms.entry(term).or_insert(0) += count;
    }
    terms
}

/// Some documents of a side, those without tokens left out.
struct Documents<'c> {
    ids: Vec<DocId>,
    packing: Packing,
    counts: Vec<&'c [u32]>,
    tokens: Vec<u64>,
}

impl<'c> Documents<'c> {
    fn of(side: &'c Side, holds: impl Fn(&DocId) -> bool) -> Self {
        let mut found = Self {
            ids: Vec::new(),
            packing: side.packing(),
            counts: Vec::new(),
            tokens: Vec::new(),
        };
        for (id, cells, tokens) in side.each() {
            if tokens > 0 && holds(&id) {
                found.ids.push(id);
                found.counts.push(cells);
                found.tokens.push(tokens);
            }
        }
        found
    }
}

enum Other<'c> {
    Documents(Documents<'c>),
    List(&'c Listed),
}

/// Documents of the target, and what they are compared with.
pub(super) struct Comparison<'c> {
    target: Documents<'c>,
    reference: Other<'c>,
    one_corpus: bool,
}

/// How often a term occurs on either side, and in how many documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frequencies {
    pub(super) tokens: [u64; 2],
    pub(super) documents: [u64; 2],
}

/// Tokens and, in so many lower bits, documents are summed up in one number: a corpus has fewer than 2^32 of either.
const DOCUMENT_BITS: u32 = 32;

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 256;

/// Some documents of a side: the terms of each and its tokens.
pub(super) type SidePart<'c> = ((usize, Packing), &'c [&'c [u32]], &'c [u64]);

impl Comparison<'_> {
    fn sides(&self) -> impl Iterator<Item = (usize, &Documents<'_>)> {
        let reference = match &self.reference {
            Other::Documents(documents) => Some(documents),
            Other::List(_) => None,
        };
        [Some(&self.target), reference]
            .into_iter()
            .enumerate()
            .filter_map(|(n, d)| Some((n, d?)))
    }

    /// The tokens of both sides.
    pub(super) fn tokens(&self) -> [u64; 2] {
        let mut tokens = [0, 0];
        for (side, documents) in self.sides() {
            tokens[side] = documents.tokens.iter().sum();
        }
        if let Other::List(list) = &self.reference {
            tokens[REFERENCE] = list.tokens;
        }
        tokens
    }

    /// The documents with tokens of both sides; a list has none.
    pub(super) fn n_documents(&self) -> [Option<u64>; 2] {
        let mut n_documents = [None, None];
        for (side, documents) in self.sides() {
            n_documents[side] = Some(documents.tokens.len() as u64);
        }
        n_documents
    }

    /// The tokens of each document, on both sides.
    pub(super) fn document_tokens(&self) -> [&[u64]; 2] {
        let mut tokens: [&[u64]; 2] = [&[], &[]];
        for (side, documents) in self.sides() {
            tokens[side] = &documents.tokens;
        }
        tokens
    }

    /// For each document of a side whether the other side has tokens of it too.
    pub(super) fn in_both(&self, side: usize) -> Vec<bool> {
        let own = self.sides().find(|(number, _)| *number == side);
        let other = self.sides().find(|(number, _)| *number != side);
        let ids = own.map_or(&[][..], |(_, documents)| &documents.ids).iter();
        let others = other.map_or(&[][..], |(_, documents)| &documents.ids);
        ids.map(|id| self.one_corpus && others.binary_search(id).is_ok())
            .collect()
    }

    /// Work for the pool: the side, the terms of each document and its tokens.
    pub(super) fn parts(&self) -> Vec<SidePart<'_>> {
        let mut parts = Vec::new();
        for (side, documents) in self.sides() {
            let counts = documents.counts.chunks(DOCUMENTS_A_PART);
            let pairs = counts.zip(documents.tokens.chunks(DOCUMENTS_A_PART));
            let side = (side, documents.packing);
            parts.extend(pairs.map(|(counts, tokens)| (side, counts, tokens)));
        }
        parts
    }

    /// How often each of so many terms occurs.
    pub(super) fn frequencies(&self, n_terms: usize, task: &Task) -> Result<Vec<Frequencies>> {
        let sums = Scratch::new();
        let zeros = || [TARGET, REFERENCE].map(|_| vec![0; n_terms]);
        task.map(self.parts(), |((side, packing), documents, _)| {
            sums.with(zeros, |sums: &mut [Vec<u64>; 2]| {
                let sums = &mut sums[side];
                for cells in documents {
                    packing.each(cells, |term, count| {
                        sums[term as usize] += (u64::from(count) << DOCUMENT_BITS) + 1;
                    });
                }
                Ok(())
            })
        })?;
        let mut frequencies = vec![Frequencies::default(); n_terms];
        for sums in sums.into_all() {
            for (side, sums) in sums.iter().enumerate() {
                for (total, sum) in frequencies.iter_mut().zip(sums) {
                    total.tokens[side] += sum >> DOCUMENT_BITS;
                    total.documents[side] += sum & ((1 << DOCUMENT_BITS) - 1);
                }
            }
        }
        if let Other::List(list) = &self.reference {
            for (total, frequency) in frequencies.iter_mut().zip(&list.frequencies) {
                total.tokens[REFERENCE] = *frequency;
            }
        }
        Ok(frequencies)
    }

    /// In how many documents each of so many terms stands on both sides, if the sides share documents.
    pub(super) fn in_both_sides(&self, n_terms: usize) -> Option<Vec<u64>> {
        let Other::Documents(reference) = &self.reference else {
            return None;
        };
        if !self.one_corpus {
            return None;
        }
        let target = &self.target;
        let mut found: Option<(Vec<u64>, Vec<usize>)> = None;
        for (own, id) in target.ids.iter().enumerate() {
            let Ok(other) = reference.ids.binary_search(id) else {
                continue;
            };
            // For each term the last document, counted from 1, in which the target has it.
            let (shared, last) = found.get_or_insert_with(|| (vec![0; n_terms], vec![0; n_terms]));
            target
                .packing
                .each(target.counts[own], |term, _| last[term as usize] = own + 1);
            reference.packing.each(reference.counts[other], |term, _| {
                shared[term as usize] += u64::from(last[term as usize] == own + 1);
            });
        }
        found.map(|(shared, _)| shared)
    }

    /// For some terms the counts of each of the documents that have them; documents are numbered, those of
    /// the target first.
    pub(super) fn by_term(&self, terms: &[u32], all: &[Frequencies]) -> ByTerm {
        let rows = rows_of(terms, all.len());
        let mut starts = vec![0];
        for (row, term) in (0_usize..).zip(terms) {
            let cells: u64 = all[*term as usize].documents.iter().sum();
            starts.push(starts[row] + usize::try_from(cells).expect("cells in memory"));
        }
        let n_cells = starts[terms.len()];
        let (mut documents, mut counts) = (vec![0; n_cells], vec![0; n_cells]);
        let mut next = starts.clone();
        let mut number = 0;
        for (_, side) in self.sides() {
            for cells in &side.counts {
                side.packing.each(cells, |term, count| {
                    let row = rows[term as usize];
                    if row != u32::MAX {
                        let place = &mut next[row as usize];
                        (documents[*place], counts[*place]) = (number, count);
                        *place += 1;
                    }
                });
                number += 1;
            }
        }
        ByTerm {
            starts,
            documents,
            counts,
        }
    }
}

/// For each of all terms its place among some of them; one beyond any for those left out.
fn rows_of(terms: &[u32], n_terms: usize) -> Vec<u32> {
    let mut rows = vec![u32::MAX; n_terms];
    for (row, term) in (0..).zip(terms) {
        rows[*term as usize] = row;
    }
    rows
}

/// The documents of each term, and how often it occurs in them.
pub(super) struct ByTerm {
    starts: Vec<usize>,
    documents: Vec<u32>,
    counts: Vec<u32>,
}

impl ByTerm {
    /// The number of terms.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The documents of the term of this place.
    pub(super) fn get(&self, place: usize) -> TermCounts<'_> {
        let cells = self.starts[place]..self.starts[place + 1];
        TermCounts {
            documents: &self.documents[cells.clone()],
            counts: &self.counts[cells],
        }
    }
}
