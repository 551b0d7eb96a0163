//! What is counted for keyness: tokens, and how often each term occurs, by document; whole numbers.
//!
//! Counts of documents that were made apart can be put one behind the other, so whatever is computed
//! from them comes out the same to the last bit.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{Array, LargeStringArray};

use super::lexicon::Lexicon;
use super::{FrequencyList, KeynessOptions, Reference};
use crate::analysis::terms::{Numbering, Terms};
use crate::corpus::{DocId, Scope};
use crate::error::Result;
use crate::stats::TermCounts;
use crate::task::{Scratch, Task};
use crate::text::normal_form;

/// Target and reference side by side.
pub(super) const TARGET: usize = 0;
pub(super) const REFERENCE: usize = 1;

/// How terms of a document and how often they occur in it are written, so that there is little to read.
#[derive(Clone, Copy)]
enum Packing {
    /// Both in one number, the term in so many of its lower bits.
    Narrow(u32),
    /// The term and behind it the count.
    Wide,
}

impl Packing {
    /// That of counts below or equal to `most`, of so many terms.
    fn of(n_terms: usize, most: u64) -> Self {
        let bits = usize::BITS - n_terms.leading_zeros();
        if bits < u32::BITS && most < 1 << (u32::BITS - bits) {
            Self::Narrow(bits)
        } else {
            Self::Wide
        }
    }

    /// The numbers that one term takes.
    fn width(self) -> usize {
        match self {
            Self::Narrow(_) => 1,
            Self::Wide => 2,
        }
    }

    /// Passes on each term and its count.
    #[inline]
    fn each(self, cells: &[u32], mut pass: impl FnMut(u32, u32)) {
        match self {
            Self::Narrow(bits) => {
                let term = (1 << bits) - 1;
                for cell in cells {
                    pass(cell & term, cell >> bits);
                }
            }
            Self::Wide => {
                for [term, count] in cells.as_chunks().0 {
                    pass(*term, *count);
                }
            }
        }
    }

    /// Writes a count beside each term, of which only the number is there yet.
    #[inline]
    fn fill(self, cells: &mut [u32], mut count: impl FnMut(u32) -> u32) {
        match self {
            Self::Narrow(bits) => {
                for cell in cells {
                    *cell |= count(*cell) << bits;
                }
            }
            Self::Wide => {
                for [term, own] in cells.as_chunks_mut().0 {
                    *own = count(*term);
                }
            }
        }
    }
}

/// The terms of some documents, one document behind the other, as their [`Packing`] has them.
#[derive(Default)]
struct Shard {
    cells: Vec<u32>,
    /// Where each document ends.
    ends: Vec<usize>,
}

impl Shard {
    fn documents(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, end)| &self.cells[start..*end])
    }
}

/// How often each term occurs in each of some documents.
struct Side {
    documents: Vec<DocId>,
    packing: Packing,
    shards: Vec<Shard>,
    tokens: Vec<u64>,
}

/// How many tokens one worker counts at a time, rounded up to documents.
const TOKENS_A_PART: u64 = 1 << 17;

/// Dense counts of one worker, all 0 between documents, and the terms that were read.
type Tally = (Vec<u32>, Vec<u32>);

impl Side {
    /// The counts of a scope; `stays` says that its terms keep their numbers.
    fn count(
        terms: &Terms<'_>,
        numbering: &Numbering,
        (scope, stays): (&Scope, bool),
        task: &Task,
    ) -> Result<Self> {
        let documents: Vec<DocId> = scope.documents().collect();
        let tokens = documents
            .iter()
            .map(|document| scope.n_tokens_of(*document));
        let tokens: Vec<u64> = tokens.collect();
        let most = tokens.iter().copied().max().unwrap_or(0);
        let packing = if stays {
            Packing::of(numbering.len(), most)
        } else {
            Packing::Wide
        };
        let tallies = Scratch::new();
        let shards = task.map(parts(&documents, &tokens), |documents| {
            tallies.with(
                || (vec![0; numbering.len()], Vec::new()),
                |tally: &mut Tally| {
                    let mut shard = Shard::default();
                    for document in documents {
                        task.check()?;
                        scope.each_range(*document, |range| {
                            numbering.read(terms, range, &mut tally.1);
                            terms.retain(&mut tally.1);
                            shard.add(tally, packing.width());
                        });
                        shard.end(tally, packing);
                    }
                    Ok(shard)
                },
            )
        })?;
        Ok(Self {
            documents,
            packing,
            shards,
            tokens,
        })
    }

    /// Gives the terms other numbers, for which they must be [wide](Packing::Wide).
    fn renumber(&mut self, numbers: &[u32]) {
        for shard in &mut self.shards {
            for [term, _] in shard.cells.as_chunks_mut().0 {
                *term = numbers[*term as usize];
            }
        }
    }
}

impl Shard {
    /// Counts what was read of a document; a term has its cell as soon as it is seen.
    fn add(&mut self, (counts, read): &mut Tally, width: usize) {
        let mut end = self.cells.len();
        self.cells.resize(end + read.len() * width, 0);
        // Every third token or so is a new term of its document, which no processor foresees: so a
        // cell is written for each token, and kept only for those.
        for term in &*read {
            let count = &mut counts[*term as usize];
            self.cells[end] = *term;
            end += width * usize::from(*count == 0);
            *count += 1;
        }
        self.cells.truncate(end);
    }

    fn end(&mut self, (counts, _): &mut Tally, packing: Packing) {
        let start = self.ends.last().copied().unwrap_or(0);
        let count = |term: u32| std::mem::take(&mut counts[term as usize]);
        packing.fill(&mut self.cells[start..], count);
        self.ends.push(self.cells.len());
    }
}

/// The documents in parts of about the same number of tokens.
fn parts<'d>(documents: &'d [DocId], tokens: &[u64]) -> Vec<&'d [DocId]> {
    let (mut parts, mut first, mut sum) = (Vec::new(), 0, 0);
    for (place, tokens) in tokens.iter().enumerate() {
        sum += tokens;
        if sum >= TOKENS_A_PART || place + 1 == documents.len() {
            parts.push(&documents[first..=place]);
            (first, sum) = (place + 1, 0);
        }
    }
    parts
}

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
        let terms = Terms::of(target, options.unit(target)?);
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
        let own = Side::count(&terms, &numbering, (target, one_corpus), task)?;
        let names = numbering.names(&terms);
        let counted = |names: Vec<&str>, alphabet, target, reference| Self {
            names: LargeStringArray::from_iter_values(names),
            alphabet,
            target,
            reference,
            one_corpus,
        };
        match reference {
            Reference::Rest => {
                let alphabet = terms.in_order(|_| true, task)?;
                Ok(counted(names, alphabet, own, Against::Others))
            }
            Reference::Scope(scope) if one_corpus => {
                let alphabet = terms.in_order(|_| true, task)?;
                let terms = Terms::of(scope, options.unit(scope)?);
                let other = Side::count(&terms, &numbering, (scope, true), task)?;
                Ok(counted(names, alphabet, own, Against::Documents(other)))
            }
            Reference::Scope(scope) => {
                let terms = Terms::of(scope, options.unit(scope)?);
                let numbering = terms.alphabetical(0, task)?;
                let mut own = own;
                let mut other = Side::count(&terms, &numbering, (scope, false), task)?;
                let lexicon = Lexicon::merged(&names, &numbering.names(&terms));
                own.renumber(&lexicon.of_target);
                other.renumber(&lexicon.of_reference);
                let alphabet = lexicon.in_order();
                Ok(counted(
                    lexicon.names,
                    alphabet,
                    own,
                    Against::Documents(other),
                ))
            }
            Reference::List(list) => {
                // The values of a layer are counted as they came.
                let listed = by_term(list, options.case_sensitive || options.layer.is_some());
                let words: Vec<&str> = listed.keys().map(String::as_str).collect();
                let lexicon = Lexicon::merged(&names, &words);
                let mut frequencies = vec![0; lexicon.names.len()];
                for (number, frequency) in lexicon.of_reference.iter().zip(listed.values()) {
                    frequencies[*number as usize] = *frequency;
                }
                let mut own = own;
                own.renumber(&lexicon.of_target);
                let list = Listed {
                    frequencies,
                    tokens: list.total()?,
                };
                let alphabet = lexicon.in_order();
                Ok(counted(lexicon.names, alphabet, own, Against::List(list)))
            }
        }
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
        let cells = side.shards.iter().flat_map(Shard::documents);
        let mut found = Self {
            ids: Vec::new(),
            packing: side.packing,
            counts: Vec::new(),
            tokens: Vec::new(),
        };
        for ((id, cells), tokens) in side.documents.iter().zip(cells).zip(&side.tokens) {
            if *tokens > 0 && holds(id) {
                found.ids.push(*id);
                found.counts.push(cells);
                found.tokens.push(*tokens);
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

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 256;

/// Some documents of a side: the terms of each and its tokens.
type SidePart<'c> = ((usize, Packing), &'c [&'c [u32]], &'c [u64]);

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
    fn parts(&self) -> Vec<SidePart<'_>> {
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
        task.map(self.parts(), |((side, packing), documents, _)| {
            sums.with(
                || vec![Frequencies::default(); n_terms],
                |sums: &mut Vec<Frequencies>| {
                    for cells in documents {
                        packing.each(cells, |term, count| {
                            let sum = &mut sums[term as usize];
                            sum.tokens[side] += u64::from(count);
                            sum.documents[side] += 1;
                        });
                    }
                    Ok(())
                },
            )
        })?;
        let mut frequencies = vec![Frequencies::default(); n_terms];
        for sums in sums.into_all() {
            for (total, sum) in frequencies.iter_mut().zip(sums) {
                for side in [TARGET, REFERENCE] {
                    total.tokens[side] += sum.tokens[side];
                    total.documents[side] += sum.documents[side];
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

    /// How unevenly each term is spread over the documents of either side.
    pub(super) fn spreads(&self, all: &[Frequencies], task: &Task) -> Result<Spreads> {
        // The sum of |s F - c N| is at most 2 F N, and F at most N.
        Ok(if self.tokens().iter().all(|tokens| *tokens < 1 << 31) {
            Spreads::Narrow(self.sums(all, task)?)
        } else {
            Spreads::Wide(self.sums(all, task)?)
        })
    }

    fn sums<W: Width>(&self, all: &[Frequencies], task: &Task) -> Result<Vec<[Vec<Sum<W>>; 2]>> {
        let totals = self.tokens();
        let sums = Scratch::new();
        let of_side = |side: usize| {
            let blank = |frequencies: &Frequencies| Sum::of(frequencies.tokens[side]);
            all.iter().map(blank).collect()
        };
        task.map(self.parts(), |((side, packing), documents, tokens)| {
            sums.with(
                || [TARGET, REFERENCE].map(of_side),
                |sums: &mut [Vec<Sum<W>>; 2]| {
                    let (sums, total) = (&mut sums[side], totals[side]);
                    for (cells, tokens) in documents.iter().zip(tokens) {
                        packing.each(cells, |term, count| {
                            sums[term as usize].add(*tokens, count, total);
                        });
                    }
                    Ok(())
                },
            )
        })?;
        Ok(sums.into_all())
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

/// How unevenly a term is spread over the documents of a side that have it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spread {
    /// The sum of |s F - c N|: s tokens of a document, c of them the term; F and N those of the side.
    pub(super) deviation: u128,
    /// The tokens of these documents.
    pub(super) inside: u64,
}

/// The [`Spread`] of each term on both sides, as each worker has summed up its part of the documents.
pub(super) enum Spreads {
    Narrow(Vec<[Vec<Sum<u64>>; 2]>),
    Wide(Vec<[Vec<Sum<u128>>; 2]>),
}

impl Spreads {
    /// That of a term on one side.
    pub(super) fn get(&self, term: u32, side: usize) -> Spread {
        match self {
            Self::Narrow(workers) => Spread::sum(workers, term, side),
            Self::Wide(workers) => Spread::sum(workers, term, side),
        }
    }
}

impl Spread {
    fn sum<W: Width>(workers: &[[Vec<Sum<W>>; 2]], term: u32, side: usize) -> Self {
        let mut spread = Self::default();
        for worker in workers {
            let sum = &worker[side][term as usize];
            spread.deviation += sum.deviation.into();
            spread.inside += sum.inside;
        }
        spread
    }
}

/// A [`Spread`] under way, beside the frequency that it needs.
#[derive(Clone, Copy)]
pub(super) struct Sum<W> {
    frequency: u64,
    deviation: W,
    inside: u64,
}

impl<W: Width> Sum<W> {
    fn of(frequency: u64) -> Self {
        Self {
            frequency,
            deviation: W::default(),
            inside: 0,
        }
    }

    #[inline]
    fn add(&mut self, tokens: u64, count: u32, total: u64) {
        self.deviation += W::between((tokens, self.frequency), (count.into(), total));
        self.inside += tokens;
    }
}

/// Whole numbers of a width that holds the products of tokens.
pub(super) trait Width: Copy + Default + Send + Into<u128> + std::ops::AddAssign {
    /// How far the product of two numbers is from that of two others.
    fn between(one: (u64, u64), other: (u64, u64)) -> Self;
}

impl Width for u64 {
    #[inline]
    fn between(one: (u64, u64), other: (u64, u64)) -> Self {
        (one.0 * one.1).abs_diff(other.0 * other.1)
    }
}

impl Width for u128 {
    #[inline]
    fn between(one: (u64, u64), other: (u64, u64)) -> Self {
        let product = |pair: (u64, u64)| Self::from(pair.0) * Self::from(pair.1);
        product(one).abs_diff(product(other))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_counts_are_read_as_they_were_written() {
        let wide = Packing::of(1 << 17, 1 << 15);
        assert!(matches!(wide, Packing::Wide));
        for (n_terms, most) in [
            (1, 1 << 30),
            (100_000, 32_767),
            (1 << 17, 1 << 15),
            (1 << 20, 9),
        ] {
            let packing = Packing::of(n_terms, most);
            let last = u32::try_from(n_terms - 1).expect("a small number");
            let most = u32::try_from(most).expect("a small number");
            let terms = [0, last / 2, last];
            let mut cells: Vec<u32> = terms
                .iter()
                .flat_map(|term| std::iter::once(*term).chain(vec![0; packing.width() - 1]))
                .collect();
            packing.fill(&mut cells, |term| most - u32::from(term == last));
            let mut read = Vec::new();
            packing.each(&cells, |term, count| read.push((term, count)));
            let expected = terms.map(|term| (term, most - u32::from(term == last)));
            assert_eq!(read, expected);
        }
    }
}
