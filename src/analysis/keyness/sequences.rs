//! Sequences of neighbouring terms, which are compared as terms are.
//!
//! Rare sequences are most of all and none of them is compared, so they are left out before any is kept: a first
//! reading counts into slots that several sequences may share, which are never too few.

use std::sync::atomic::{AtomicU32, Ordering};

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::sides::{documents_of, parts};
use crate::analysis::terms::{Numbering, Terms};
use crate::corpus::DocId;
use crate::error::{Error, Result};
use crate::task::{Scratch, Task};

/// The most terms that a sequence may have.
pub(super) const LONGEST: u32 = 5;

/// Terms of a side, and the numbers that they have there.
pub(super) type Numbered<'n> = (&'n Terms<'n>, &'n Numbering);

/// How often sequences may occur at most, on all sides that were counted.
pub(super) struct Sketch {
    slots: Vec<AtomicU32>,
    least: u32,
}

/// So many slots, of four bytes each.
const N_SLOTS: usize = 1 << 25;

impl Sketch {
    /// Counts sequences of so many terms, to tell those apart that occur at least so often.
    pub(super) fn count(
        sides: &[Numbered<'_>],
        n: usize,
        least: u64,
        task: &Task,
    ) -> Result<Option<Self>> {
        if least <= 1 {
            return Ok(None);
        }
        let tokens = |(terms, _): &Numbered<'_>| terms.scope().corpus().n_tokens();
        let n_tokens = sides.iter().map(tokens).sum::<u64>();
        let n_slots = usize::try_from(n_tokens).map_or(N_SLOTS, usize::next_power_of_two);
        let sketch = Self {
            slots: (0..n_slots.clamp(1, N_SLOTS))
                .map(|_| AtomicU32::new(0))
                .collect(),
            least: u32::try_from(least).unwrap_or(u32::MAX),
        };
        for (terms, numbering) in sides {
            let hashes = hashes(terms, numbering);
            each_part(terms, task, |document, words| {
                each_sequence((terms, numbering), document, (n, words), |sequence| {
                    // Beyond 2^32 tokens a slot could come round; a corpus has fewer.
                    sketch
                        .slot(sequence, &hashes)
                        .fetch_add(1, Ordering::Relaxed);
                });
                Ok(())
            })?;
        }
        Ok(Some(sketch))
    }

    fn slot(&self, sequence: &[u32], hashes: &[u64]) -> &AtomicU32 {
        let mixed = sequence.iter().fold(0_u64, |hash, term| {
            (hash.rotate_left(23) ^ hashes[*term as usize]).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        let place = (mixed >> 32) as usize & (self.slots.len() - 1);
        &self.slots[place]
    }

    fn may_have(&self, sequence: &[u32], hashes: &[u64]) -> bool {
        self.slot(sequence, hashes).load(Ordering::Relaxed) >= self.least
    }
}

/// Hashes of terms by their text, which are the same for all corpora.
fn hashes(terms: &Terms<'_>, numbering: &Numbering) -> Vec<u64> {
    let names = numbering.names(terms).into_iter();
    names.map(|name| xxh3_64(name.as_bytes())).collect()
}

/// Sequences of terms, numbered in the order of their names.
pub(super) struct Sequences {
    n: usize,
    /// The bits of a term in a key.
    bits: u32,
    numbers: HashMap<u128, u32, FixedState>,
    names: Vec<String>,
}

impl Sequences {
    /// The sequences of so many terms of sides of one numbering, without those that are surely rare.
    pub(super) fn of(
        sides: &[Numbered<'_>],
        n: usize,
        sketch: Option<&Sketch>,
        task: &Task,
    ) -> Result<Self> {
        let (terms, numbering) = sides[0];
        let bits = usize::BITS - numbering.len().leading_zeros();
        if bits as usize * n > u128::BITS as usize {
            let message = format!(
                "sequences of {n} terms take a corpus of fewer than {} different terms; take shorter ones",
                1_u64 << (u128::BITS as usize / n)
            );
            return Err(Error::Limit(message));
        }
        let hashes = hashes(terms, numbering);
        let found = Scratch::new();
        for (terms, numbering) in sides {
            each_part(terms, task, |document, words| {
                found.with(HashSet::<u128, FixedState>::default, |found| {
                    each_sequence((terms, numbering), document, (n, words), |sequence| {
                        if sketch.is_none_or(|sketch| sketch.may_have(sequence, &hashes)) {
                            found.insert(key(sequence, bits));
                        }
                    });
                    Ok(())
                })
            })?;
        }
        let mut all = HashSet::<u128, FixedState>::default();
        for found in found.into_all() {
            all.extend(found);
        }
        let words = numbering.names(terms);
        let name = |key: &u128| {
            let of_term = |place: usize| {
                let number = key >> (bits as usize * (n - 1 - place)) & ((1 << bits) - 1);
                words[usize::try_from(number).expect("a term of the numbering")]
            };
            (0..n).map(of_term).collect::<Vec<_>>().join(" ")
        };
        let mut named: Vec<(String, u128)> = all.iter().map(|key| (name(key), *key)).collect();
        task.sort_by(&mut named, Ord::cmp)?;
        let numbers = (0..).zip(&named).map(|(number, (_, key))| (*key, number));
        Ok(Self {
            n,
            bits,
            numbers: numbers.collect(),
            names: named.into_iter().map(|(name, _)| name).collect(),
        })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Their names, in the order of their numbers.
    pub(super) fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// Replaces `found` by the numbers of the sequences in the terms of a zone, and says how many sequences there
    /// are, with those that have no number.
    pub(super) fn read(&self, terms: &[u32], found: &mut Vec<u32>) -> u64 {
        found.clear();
        let mut n_all = 0;
        for sequence in sequences(terms, self.n) {
            n_all += 1;
            found.extend(self.numbers.get(&key(sequence, self.bits)));
        }
        n_all
    }
}

/// The key of a sequence: its terms side by side, of so many bits each.
fn key(sequence: &[u32], bits: u32) -> u128 {
    let shifted = |key: u128, term: &u32| key << bits | u128::from(*term);
    sequence.iter().fold(0, shifted)
}

/// The sequences of so many terms in a zone; one with a token without a term is none.
fn sequences(terms: &[u32], n: usize) -> impl Iterator<Item = &[u32]> {
    let whole = |sequence: &&[u32]| !sequence.contains(&Numbering::LEFT_OUT);
    terms.windows(n).filter(whole)
}

/// Does work for each document of a side, with room for its words.
fn each_part(
    terms: &Terms<'_>,
    task: &Task,
    work: impl Fn(DocId, &mut Vec<u32>) -> Result<()> + Sync,
) -> Result<()> {
    let (documents, tokens) = documents_of(terms);
    task.map(parts(&documents, &tokens), |documents| {
        let mut words = Vec::new();
        for document in documents {
            task.check()?;
            work(*document, &mut words)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Passes on the sequences of a document, none of which leaves its zone.
fn each_sequence(
    (terms, numbering): Numbered<'_>,
    document: DocId,
    (n, words): (usize, &mut Vec<u32>),
    mut pass: impl FnMut(&[u32]),
) {
    terms.scope().each_zone_range(document, |range| {
        numbering.read(terms, range, words);
        sequences(words, n).for_each(&mut pass);
    });
}
