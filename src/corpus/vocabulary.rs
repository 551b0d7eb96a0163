//! Vocabulary: word to number and back, and the normal forms as a map over it.
//!
//! The words of one build are numbered by the count of their normal form descending, the normal
//! form, their own count descending, themselves: by nothing but the tokens, and so that the variants
//! of a word (`the`, `The`, `THE`) are neighbours. Words that come later are numbered behind those
//! that are there. Nothing that leaves a corpus depends on the numbers.

use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::sync::OnceLock;

use hashbrown::{HashMap, HashTable};

use super::ids::{NormId, TypeId};
use super::merge::{Groups, Origin, Spelling, WorkerWords, parts};
use super::words::Words;
use crate::error::Result;
use crate::task::Task;

/// The types of a corpus, their counts and their normal forms.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    types: Words,
    norms: Words,
    counts: Counts,
    norm_of: Vec<u32>,
    variants: Variants,
    /// The place of each normal form in alphabetical order, from 1.
    ranks: Vec<u32>,
    numbers: Numbers,
    /// The types by their spelling, for words that come later.
    spelled: Numbers,
    norms_asked: NormsAsked,
}

/// What is known of each normal form once somebody has asked.
#[derive(Clone, Debug, Default)]
struct NormsAsked {
    frequencies: OnceLock<Vec<u64>>,
    documents: OnceLock<Vec<u32>>,
    places: OnceLock<Vec<u32>>,
}

/// How often each type occurs, and in how many documents.
#[derive(Clone, Debug, Default)]
struct Counts {
    tokens: Vec<u64>,
    documents: Vec<u64>,
}

/// The types of each normal form, ascending.
#[derive(Clone, Debug, Default)]
struct Variants {
    firsts: Vec<u32>,
    types: Vec<u32>,
}

impl Variants {
    fn of_norms(norm_of: &[u32], n_norms: usize) -> Self {
        let mut firsts = vec![0; n_norms + 1];
        for norm in norm_of {
            firsts[*norm as usize + 1] += 1;
        }
        for norm in 0..n_norms {
            firsts[norm + 1] += firsts[norm];
        }
        let mut next = firsts.clone();
        let mut types = vec![0; norm_of.len()];
        for (word, norm) in (0..).zip(norm_of) {
            let place = &mut next[*norm as usize];
            types[*place as usize] = word;
            *place += 1;
        }
        Self { firsts, types }
    }

    fn of(&self, norm: usize) -> &[u32] {
        &self.types[self.firsts[norm] as usize..self.firsts[norm + 1] as usize]
    }
}

/// What stands for the number of a word that is not here.
pub(super) const NEW: u32 = u32::MAX;

/// Words by their hash, in a table that is made when the first one is looked up.
#[derive(Clone, Debug, Default)]
struct Numbers {
    hashing: foldhash::fast::RandomState,
    table: OnceLock<HashTable<u32>>,
}

impl Numbers {
    fn find(&self, words: &Words, word: &str) -> Option<u32> {
        let table = self.table.get_or_init(|| {
            let mut table = HashTable::with_capacity(words.len());
            self.add(words, 0, &mut table);
            table
        });
        let same = |number: &u32| words.get(*number as usize) == word;
        table.find(self.hashing.hash_one(word), same).copied()
    }

    /// The table with the words from `first` on, if there is one already.
    fn extend(&mut self, words: &Words, first: usize) {
        if let Some(mut table) = self.table.take() {
            self.add(words, first, &mut table);
            self.table = OnceLock::from(table);
        }
    }

    fn add(&self, words: &Words, first: usize, table: &mut HashTable<u32>) {
        let hash = |number: u32| self.hashing.hash_one(words.get(number as usize));
        for number in first..words.len() {
            let number = TypeId::from_index(number).number();
            table.insert_unique(hash(number), number, |old| hash(*old));
        }
    }
}

/// How many times more types there are than words that are looked up one by one, by their normal forms.
const FEWER: usize = 4;
/// Spellings of one form that are sooner compared than looked up.
const FEW: usize = 8;

/// What a vocabulary has of some groups: the number of each normal form, and of each spelling.
struct Known {
    norms: Vec<Option<u32>>,
    types: Vec<Option<u32>>,
}

/// What orders a normal form, its spellings, and those of them that are known.
type Met<'g> = (
    (bool, Option<u32>, Reverse<u64>, &'g str),
    &'g [Spelling<'g>],
    &'g [Option<u32>],
);

/// The normal forms of some groups, each with what is known of it.
fn met<'g>(groups: &'g Groups<'g>, known: &'g Known) -> Vec<Met<'g>> {
    let mut types = known.types.as_slice();
    let row = |(number, known): (usize, &Option<u32>)| {
        // Known forms keep their order among each other; it has no meaning.
        let count = Reverse(groups.count(number));
        let key = (known.is_none(), *known, count, groups.norm(number));
        let spellings = groups.spellings(number);
        let (own, others) = types.split_at(spellings.len());
        types = others;
        (key, spellings, own)
    };
    known.norms.iter().enumerate().map(row).collect()
}

/// The columns of a vocabulary as they are saved.
pub(super) struct Columns<'v> {
    pub(super) types: &'v Words,
    pub(super) norms: &'v Words,
    pub(super) tokens: &'v [u64],
    pub(super) documents: &'v [u64],
    pub(super) norm_of: &'v [u32],
    pub(super) ranks: &'v [u32],
}

impl Vocabulary {
    /// A vocabulary of columns as they were saved; none if they don't fit each other.
    pub(super) fn over(
        (types, norms): (Words, Words),
        (tokens, documents): (Vec<u64>, Vec<u64>),
        norm_of: Vec<u32>,
        ranks: Vec<u32>,
    ) -> Option<Self> {
        let n_types = types.len();
        let lengths = [tokens.len(), documents.len(), norm_of.len()];
        let known = |norm: &u32| (*norm as usize) < norms.len();
        let fit =
            lengths == [n_types; 3] && ranks.len() == norms.len() && norm_of.iter().all(known);
        fit.then(|| Self {
            variants: Variants::of_norms(&norm_of, norms.len()),
            types,
            norms,
            counts: Counts { tokens, documents },
            norm_of,
            ranks,
            numbers: Numbers::default(),
            spelled: Numbers::default(),
            norms_asked: NormsAsked::default(),
        })
    }

    pub(super) fn columns(&self) -> Columns<'_> {
        Columns {
            types: &self.types,
            norms: &self.norms,
            tokens: &self.counts.tokens,
            documents: &self.counts.documents,
            norm_of: &self.norm_of,
            ranks: &self.ranks,
        }
    }

    /// The types that workers' words are here, with [`NEW`] for each that is none, after adding up how often
    /// those were met.
    pub(super) fn known_words(
        &mut self,
        workers: &[WorkerWords<'_>],
        task: &Task,
    ) -> Result<Vec<Vec<u32>>> {
        // A few words are not worth a table of all types.
        let n_words: usize = workers.iter().map(Vec::len).sum();
        if self.types.is_empty() || n_words < self.types.len() / FEWER {
            return Ok(workers.iter().map(|words| vec![NEW; words.len()]).collect());
        }
        let found = task.map(parts(workers).collect(), |(worker, _, words)| {
            let type_of = |(word, _): &(&str, u32)| self.spelled.find(&self.types, word);
            let types = words.iter().map(|word| type_of(word).unwrap_or(NEW));
            Ok((worker, types.collect::<Vec<u32>>()))
        })?;
        let mut known: Vec<Vec<u32>> = vec![Vec::new(); workers.len()];
        for (worker, types) in found {
            known[worker as usize].extend(types);
        }
        for (types, words) in known.iter().zip(workers) {
            for (of, (_, count)) in types.iter().zip(words) {
                if *of != NEW {
                    self.counts.tokens[*of as usize] += u64::from(*count);
                }
            }
        }
        Ok(known)
    }

    /// Adds words and their counts; passes on where each came from and its number.
    ///
    /// Ranks are those of before until [`rank_all`](Self::rank_all), document counts until
    /// [`add_documents`](Self::add_documents).
    pub(super) fn extend(
        &mut self,
        groups: &[Groups<'_>],
        task: &Task,
        mut pass: impl FnMut(Origin, TypeId),
    ) -> Result<()> {
        let known = task.map(groups.iter().collect(), |groups| Ok(self.known(groups)))?;
        let pairs = groups.iter().zip(&known).collect();
        let parts = task.map(pairs, |(groups, known)| Ok(met(groups, known)))?;
        let mut order: Vec<Met<'_>> = Vec::with_capacity(groups.iter().map(Groups::len).sum());
        order.extend(parts.into_iter().flatten());
        task.sort(&mut order, |(key, _, _)| *key)?;
        let (first_norm, first_type) = (self.norms.len(), self.types.len());
        for ((_, known, _, norm), spellings, mut types) in order {
            task.check()?;
            let norm = if let Some(norm) = known {
                norm
            } else {
                self.norms.extend([norm])?;
                NormId::from_index(self.norms.len() - 1).number()
            };
            for same in spellings.chunk_by(|left, right| left.word == right.word) {
                let word = self.count(&same[0], types[0], norm)?;
                types = &types[same.len()..];
                for spelling in same {
                    pass(spelling.origin, word);
                }
            }
        }
        self.numbers.extend(&self.norms, first_norm);
        self.spelled.extend(&self.types, first_type);
        self.variants = Variants::of_norms(&self.norm_of, self.norms.len());
        Ok(())
    }

    /// Which normal forms and spellings are here already.
    fn known(&self, groups: &Groups<'_>) -> Known {
        let mut known = Known {
            norms: vec![None; groups.len()],
            types: Vec::new(),
        };
        for (number, norm) in known.norms.iter_mut().enumerate() {
            let spellings = groups.spellings(number);
            if !self.norms.is_empty() {
                *norm = self.numbers.find(&self.norms, groups.norm(number));
            }
            let variants = norm.map_or(&[][..], |norm| self.variants.of(norm as usize));
            let spelled = |word: u32| self.types.get(word as usize);
            if variants.len() < FEW {
                let find = |spelling: &Spelling<'_>| {
                    let mut variants = variants.iter().copied();
                    variants.find(|word| spelled(*word) == spelling.word)
                };
                known.types.extend(spellings.iter().map(find));
            } else {
                let by_word: HashMap<&str, u32, foldhash::fast::RandomState> = variants
                    .iter()
                    .map(|word| (spelled(*word), *word))
                    .collect();
                let find = |spelling: &Spelling<'_>| by_word.get(spelling.word).copied();
                known.types.extend(spellings.iter().map(find));
            }
        }
        known
    }

    /// Counts a spelling, which is a new type unless it is a known one.
    fn count(&mut self, spelling: &Spelling<'_>, known: Option<u32>, norm: u32) -> Result<TypeId> {
        if let Some(word) = known {
            self.counts.tokens[word as usize] += spelling.count;
            return Ok(TypeId::new(word));
        }
        self.types.extend([spelling.word])?;
        self.norm_of.push(norm);
        self.counts.tokens.push(spelling.count);
        self.counts.documents.push(0);
        Ok(TypeId::from_index(self.types.len() - 1))
    }

    /// Adds to the number of documents in which a type occurs.
    pub(super) fn add_documents(&mut self, of: TypeId, documents: u64) {
        self.counts.documents[of.index()] += documents;
    }

    /// Gives every normal form its place in alphabetical order.
    pub(super) fn rank_all(&mut self, task: &Task) -> Result<()> {
        self.ranks = super::ranks::extended(&self.ranks, &self.norms, task)?;
        self.norms_asked = NormsAsked::default();
        Ok(())
    }

    /// The types, by number.
    pub fn types(&self) -> &Words {
        &self.types
    }

    /// The normal forms, by number.
    pub fn norms(&self) -> &Words {
        &self.norms
    }

    /// How often each normal form occurs.
    pub fn norm_frequencies(&self) -> &[u64] {
        self.norms_asked.frequencies.get_or_init(|| {
            let mut frequencies = vec![0; self.norms.len()];
            for (norm, frequency) in self.norm_of.iter().zip(&self.counts.tokens) {
                frequencies[*norm as usize] += frequency;
            }
            frequencies
        })
    }

    /// In how many documents each normal form occurs, which `count` tells if nobody has asked before.
    pub fn norm_documents(&self, count: impl FnOnce() -> Result<Vec<u32>>) -> Result<&[u32]> {
        known(&self.norms_asked.documents, count)
    }

    /// The place of each normal form in the order of their bytes, which `sort` tells if nobody has asked
    /// before.
    pub fn norm_places(&self, sort: impl FnOnce() -> Result<Vec<u32>>) -> Result<&[u32]> {
        known(&self.norms_asked.places, sort)
    }

    /// The spelling of a type.
    pub fn word(&self, of: TypeId) -> &str {
        self.types.get(of.index())
    }

    /// How often a type occurs.
    pub fn frequency(&self, of: TypeId) -> u64 {
        self.counts.tokens[of.index()]
    }

    /// In how many documents a type occurs.
    pub fn document_frequency(&self, of: TypeId) -> u64 {
        self.counts.documents[of.index()]
    }

    /// The normal form of a type.
    pub fn norm_of(&self, of: TypeId) -> NormId {
        NormId::new(self.norm_of[of.index()])
    }

    /// The normal form of this spelling.
    pub fn find_norm(&self, norm: &str) -> Option<NormId> {
        self.numbers.find(&self.norms, norm).map(NormId::new)
    }

    /// The types that share a normal form.
    pub fn variants(&self, norm: NormId) -> impl Iterator<Item = TypeId> + '_ {
        self.variants
            .of(norm.index())
            .iter()
            .copied()
            .map(TypeId::new)
    }

    /// The place of a type's normal form in alphabetical order, from 1: letters first, then accents.
    pub fn rank(&self, of: TypeId) -> u32 {
        self.ranks[self.norm_of[of.index()] as usize]
    }
}

/// What is kept in a place, or put there now.
fn known(place: &OnceLock<Vec<u32>>, find: impl FnOnce() -> Result<Vec<u32>>) -> Result<&[u32]> {
    if let Some(known) = place.get() {
        return Ok(known);
    }
    let found = find()?;
    Ok(place.get_or_init(|| found))
}

#[cfg(test)]
impl Vocabulary {
    /// The vocabulary of these words, each as often as it stands here.
    pub(crate) fn of_words(words: &[&str]) -> Result<Self> {
        let mut interner = super::intern::Interner::default();
        for word in words {
            interner.number(word, 0, word.len());
        }
        let (met, task) = (interner.take(), Task::new());
        let mut vocabulary = Self::default();
        let words = super::merge::met(std::slice::from_ref(&met), &task)?;
        let groups = super::merge::merge(&words, |_| true, &task)?;
        vocabulary.extend(&groups, &task, |_, _| ())?;
        vocabulary.rank_all(&task)?;
        Ok(vocabulary)
    }
}

/// A set of types, such as those that a pattern matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeSet {
    members: Vec<TypeId>,
    bits: Vec<u64>,
}

impl TypeSet {
    /// The set of these types, of a vocabulary of `n_types`.
    pub fn new(mut members: Vec<TypeId>, n_types: usize) -> Self {
        members.sort_unstable();
        members.dedup();
        let mut bits = vec![0; n_types.div_ceil(64)];
        for member in &members {
            bits[member.index() / 64] |= 1 << (member.index() % 64);
        }
        Self { members, bits }
    }

    /// The members, ascending.
    pub fn members(&self) -> &[TypeId] {
        &self.members
    }

    /// Whether a type is a member.
    pub fn contains(&self, candidate: TypeId) -> bool {
        self.bits[candidate.index() / 64] & (1 << (candidate.index() % 64)) != 0
    }
}
