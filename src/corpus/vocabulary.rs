//! Vocabulary: word to number and back, and the normal forms as a map over it.
//!
//! Types are numbered by the count of their normal form descending, the normal form, their own
//! count descending, themselves. So the numbers depend on nothing but the tokens, and the variants
//! of a word (`the`, `The`, `THE`) have neighbouring numbers.

use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::{HashMap, HashTable};

use super::ids::{NormId, TypeId};
use crate::error::{Error, Result};
use crate::task::Task;
use crate::text::{normal_form, without_diacritics};

/// How many words one worker folds at a time: about a millisecond.
const WORDS_A_PART: usize = 1 << 13;

/// Strings one after the other in one buffer.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    ends: Vec<u32>,
}

impl Words {
    fn try_new<S: AsRef<str>>(words: impl Iterator<Item = S>) -> Result<Self> {
        let mut list = Self::default();
        for word in words {
            list.text.push_str(word.as_ref());
            let end = u32::try_from(list.text.len()).map_err(|_| {
                Error::Limit("the vocabulary exceeds 4 GiB; split the corpus".into())
            })?;
            list.ends.push(end);
        }
        Ok(list)
    }

    /// The number of strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string of this number.
    pub fn get(&self, number: usize) -> &str {
        &self.text[self.bytes(number)]
    }

    /// Where the string of this number lies in [`text`](Self::text).
    pub fn bytes(&self, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[number] as usize
    }

    /// The buffer.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }
}

/// The types of a corpus, their counts and their normal forms.
#[derive(Debug)]
pub struct Vocabulary {
    types: Words,
    norms: Words,
    counts: Vec<u64>,
    norm_of: Vec<NormId>,
    /// The first type of each normal form, and the number of all types.
    first_type: Vec<u32>,
    /// The place of each normal form in alphabetical order, from 1.
    rank: Vec<u32>,
    /// The normal forms by their hash; the spelling is looked up in `norms`.
    numbers: HashTable<NormId>,
    hasher: foldhash::fast::RandomState,
}

impl Vocabulary {
    /// The vocabulary of these words and counts, and the number that each of them received.
    pub(crate) fn build(words: &[(&str, u64)], task: &Task) -> Result<(Self, Vec<TypeId>)> {
        let folded = task.map(
            words.chunks(WORDS_A_PART).collect(),
            |part: &[(&str, u64)]| {
                Ok(part
                    .iter()
                    .map(|(word, _)| normal_form(word).into_owned())
                    .collect::<Vec<_>>())
            },
        )?;
        let folded: Vec<String> = folded.into_iter().flatten().collect();
        let norms = Norms::of(words, &folded, task)?;
        let mut order: Vec<usize> = (0..words.len()).collect();
        task.sort(&mut order, |&index| {
            let (word, count) = words[index];
            (norms.of_word[index], Reverse(count), word)
        })?;
        let mut numbers = vec![TypeId::new(0); words.len()];
        for (number, &index) in order.iter().enumerate() {
            numbers[index] = TypeId::from_index(number);
        }
        Ok((Self::in_order(words, &norms, &order, task)?, numbers))
    }

    fn in_order(
        words: &[(&str, u64)],
        norms: &Norms<'_>,
        order: &[usize],
        task: &Task,
    ) -> Result<Self> {
        let norm_of: Vec<NormId> = order.iter().map(|&index| norms.of_word[index]).collect();
        let mut first_type: Vec<u32> = Vec::with_capacity(norms.spelled.len() + 1);
        for (number, norm) in norm_of.iter().enumerate() {
            if norm.index() == first_type.len() {
                first_type.push(TypeId::from_index(number).number());
            }
        }
        first_type.push(TypeId::from_index(order.len()).number());
        let rank = alphabetical_ranks(&norms.spelled, task)?;
        let hasher = foldhash::fast::RandomState::default();
        let mut numbers = HashTable::with_capacity(norms.spelled.len());
        for (number, norm) in norms.spelled.iter().enumerate() {
            if number % WORDS_A_PART == 0 {
                task.check()?;
            }
            let rehash = |norm: &NormId| hasher.hash_one(norms.spelled[norm.index()]);
            numbers.insert_unique(hasher.hash_one(*norm), NormId::from_index(number), rehash);
        }
        Ok(Self {
            types: Words::try_new(order.iter().map(|&index| words[index].0))?,
            norms: Words::try_new(norms.spelled.iter())?,
            counts: order.iter().map(|&index| words[index].1).collect(),
            norm_of,
            first_type,
            rank,
            numbers,
            hasher,
        })
    }

    /// The types, by number.
    pub fn types(&self) -> &Words {
        &self.types
    }

    /// The normal forms, by number.
    pub fn norms(&self) -> &Words {
        &self.norms
    }

    /// The spelling of a type.
    pub fn word(&self, of: TypeId) -> &str {
        self.types.get(of.index())
    }

    /// How often a type occurs.
    pub fn count(&self, of: TypeId) -> u64 {
        self.counts[of.index()]
    }

    /// The normal form of a type.
    pub fn norm_of(&self, of: TypeId) -> NormId {
        self.norm_of[of.index()]
    }

    /// The normal form of this spelling.
    pub fn find_norm(&self, norm: &str) -> Option<NormId> {
        let same = |number: &NormId| self.norms.get(number.index()) == norm;
        self.numbers.find(self.hasher.hash_one(norm), same).copied()
    }

    /// The types that share a normal form.
    pub fn variants(&self, norm: NormId) -> impl Iterator<Item = TypeId> + use<> {
        (self.first_type[norm.index()]..self.first_type[norm.index() + 1]).map(TypeId::new)
    }

    /// The place of a type's normal form in alphabetical order, from 1: letters first, then accents.
    pub fn rank(&self, of: TypeId) -> u32 {
        self.rank[self.norm_of(of).index()]
    }
}

/// The normal forms of some words, by count descending, then by spelling.
struct Norms<'w> {
    spelled: Vec<&'w str>,
    of_word: Vec<NormId>,
}

impl<'w> Norms<'w> {
    fn of(words: &[(&str, u64)], folded: &'w [String], task: &Task) -> Result<Self> {
        let mut numbers: HashMap<&str, usize, foldhash::fast::RandomState> = HashMap::default();
        let mut counted: Vec<(Reverse<u64>, &str)> = Vec::new();
        let mut first_numbers = Vec::with_capacity(words.len());
        for (norms, words) in folded.chunks(WORDS_A_PART).zip(words.chunks(WORDS_A_PART)) {
            task.check()?;
            for (norm, (_, count)) in norms.iter().zip(words) {
                let number = *numbers.entry(norm).or_insert_with(|| {
                    counted.push((Reverse(0), norm));
                    counted.len() - 1
                });
                counted[number].0.0 += count;
                first_numbers.push(number);
            }
        }
        let mut order: Vec<usize> = (0..counted.len()).collect();
        task.sort(&mut order, |&number| counted[number])?;
        let mut renumbered = vec![NormId::new(0); counted.len()];
        for (number, &norm) in order.iter().enumerate() {
            renumbered[norm] = NormId::from_index(number);
        }
        Ok(Self {
            spelled: order.iter().map(|&norm| counted[norm].1).collect(),
            of_word: first_numbers.iter().map(|&norm| renumbered[norm]).collect(),
        })
    }
}

fn alphabetical_ranks(norms: &[&str], task: &Task) -> Result<Vec<u32>> {
    let bases = task.map(
        norms.chunks(WORDS_A_PART).collect(),
        |part: &[&'_ str]| {
            Ok(part
                .iter()
                .map(|norm| without_diacritics(norm).into_owned())
                .collect::<Vec<_>>())
        },
    )?;
    let bases: Vec<String> = bases.into_iter().flatten().collect();
    let mut order: Vec<usize> = (0..norms.len()).collect();
    task.sort(&mut order, |&norm| (&*bases[norm], norms[norm]))?;
    let mut ranks = vec![0; norms.len()];
    for (rank, norm) in (1..).zip(order) {
        ranks[norm] = rank;
    }
    Ok(ranks)
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
