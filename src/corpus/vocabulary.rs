//! Vocabulary: word to number and back, and the normal forms as a map over it.
//!
//! Types are numbered by the count of their normal form descending, the normal form, their own
//! count descending, themselves. So the numbers depend on nothing but the tokens, and the variants
//! of a word (`the`, `The`, `THE`) have neighbouring numbers.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use hashbrown::HashMap;

use super::ids::{NormId, TypeId};
use crate::error::{Error, Result};
use crate::text::{normal_form, without_diacritics};

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
    numbers: HashMap<String, NormId, foldhash::fast::RandomState>,
}

impl Vocabulary {
    /// The vocabulary of these words and counts, and the number that each of them received.
    pub(crate) fn build(words: &[(&str, u64)]) -> Result<(Self, Vec<TypeId>)> {
        let norms: Vec<Cow<'_, str>> = words.iter().map(|(word, _)| normal_form(word)).collect();
        let mut norm_counts: HashMap<&str, u64, foldhash::fast::RandomState> = HashMap::default();
        for (norm, (_, count)) in norms.iter().zip(words) {
            *norm_counts.entry(norm).or_default() += count;
        }
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_unstable_by_key(|&index| {
            let (norm, (word, count)) = (&*norms[index], words[index]);
            (Reverse(norm_counts[norm]), norm, Reverse(count), word)
        });
        let mut numbers = vec![TypeId::new(0); words.len()];
        for (number, &index) in order.iter().enumerate() {
            numbers[index] = TypeId::from_index(number);
        }
        Ok((Self::in_order(words, &norms, &order)?, numbers))
    }

    fn in_order(words: &[(&str, u64)], norms: &[Cow<'_, str>], order: &[usize]) -> Result<Self> {
        let mut first_type = Vec::new();
        let mut norm_of = Vec::with_capacity(order.len());
        let mut distinct: Vec<&str> = Vec::new();
        for (number, &index) in order.iter().enumerate() {
            if distinct.last() != Some(&&*norms[index]) {
                distinct.push(&norms[index]);
                first_type.push(TypeId::from_index(number).number());
            }
            norm_of.push(NormId::from_index(distinct.len() - 1));
        }
        first_type.push(TypeId::from_index(order.len()).number());
        let number =
            |(number, norm): (usize, &&str)| (norm.to_string(), NormId::from_index(number));
        Ok(Self {
            types: Words::try_new(order.iter().map(|&index| words[index].0))?,
            norms: Words::try_new(distinct.iter())?,
            counts: order.iter().map(|&index| words[index].1).collect(),
            norm_of,
            first_type,
            rank: alphabetical_ranks(&distinct),
            numbers: distinct.iter().enumerate().map(number).collect(),
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
        self.numbers.get(norm).copied()
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

fn alphabetical_ranks(norms: &[&str]) -> Vec<u32> {
    let bases: Vec<Cow<'_, str>> = norms.iter().map(|norm| without_diacritics(norm)).collect();
    let mut order: Vec<usize> = (0..norms.len()).collect();
    order.sort_unstable_by_key(|&norm| (&*bases[norm], norms[norm]));
    let mut ranks = vec![0; norms.len()];
    for (rank, norm) in (1..).zip(order) {
        ranks[norm] = rank;
    }
    ranks
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
