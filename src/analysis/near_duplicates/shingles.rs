//! Shingles: the sequences of n words of a document, as numbers that depend on the words alone.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use crate::analysis::terms::Terms;
use crate::corpus::{DocId, Position, Scope};
use crate::error::Result;
use crate::task::Task;

/// How many words are hashed between two looks at the task.
const WORDS_A_PART: usize = 1 << 14;

/// Shingles of normal forms; none reaches over the end of a zone.
pub(super) struct Shingles<'s> {
    terms: Terms<'s>,
    /// A number for each term, that of its letters.
    hashes: Vec<u64>,
    n: usize,
}

impl<'s> Shingles<'s> {
    pub(super) fn new(scope: &'s Scope, n: usize, task: &Task) -> Result<Self> {
        let terms = Terms::new(scope, false);
        let words = (0..terms.len()).collect::<Vec<_>>();
        let hashes = task.map(words.chunks(WORDS_A_PART).collect(), |words: &[usize]| {
            let hash = |word: &usize| {
                let word = u32::try_from(*word).expect("fewer than 2^32 terms");
                xxh3_64(terms.name(word).as_bytes())
            };
            Ok(words.iter().map(hash).collect::<Vec<u64>>())
        })?;
        Ok(Self {
            terms,
            hashes: hashes.concat(),
            n,
        })
    }

    /// The different shingles of a document, ascending.
    pub(super) fn of(&self, document: DocId) -> Vec<u64> {
        let mut found = Vec::new();
        self.each_stretch(document, |_, words| {
            found.extend(words.windows(self.n).map(shingle));
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Passes on the stretches in view of a document, each with the numbers of its words.
    pub(super) fn each_stretch(
        &self,
        document: DocId,
        mut pass: impl FnMut(Range<Position>, &[u64]),
    ) {
        let (mut terms, mut words) = (Vec::new(), Vec::new());
        self.terms.scope().each_zone_range(document, |range| {
            self.terms.read(range.clone(), &mut terms);
            words.clear();
            words.extend(terms.iter().map(|term| self.hashes[*term as usize]));
            pass(range, &words);
        });
    }
}

/// The number of some words in their order, spread evenly over all numbers.
pub(super) fn shingle(words: &[u64]) -> u64 {
    let joined = words.iter().fold(0_u64, |sum, word| {
        (sum.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    });
    let mixed = (joined ^ (joined >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 29)
}

/// How many numbers two ascending lists have in common.
pub(super) fn shared(left: &[u64], right: &[u64]) -> u64 {
    let (mut one, mut other, mut shared) = (0, 0, 0);
    while one < left.len() && other < right.len() {
        let (a, b) = (left[one], right[other]);
        one += usize::from(a <= b);
        other += usize::from(b <= a);
        shared += u64::from(a == b);
    }
    shared
}
