//! The words of all workers, brought together: each once, with the variants of its normal form.
//!
//! Words are dealt out by a hash of their normal form, so that all spellings of a word, from
//! whichever worker, meet in one partition and partitions need not know of each other.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::hash::BuildHasher;

use super::ids::TypeId;
use super::intern::MetWords;
use super::words::Words;
use crate::error::Result;
use crate::task::Task;
use crate::text::normal_form;

/// How many words one worker folds at a time: about a millisecond.
const WORDS_A_PART: usize = 1 << 13;
const PARTITIONS: usize = 32;

/// A word of one worker: its number there and its place among the workers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) worker: u32,
    pub(super) number: u32,
}

/// A word of one worker with what all workers know of its spelling.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling<'w> {
    pub(super) word: &'w str,
    /// How often all workers met it.
    pub(super) count: u64,
    pub(super) origin: Origin,
}

/// Normal forms with all of their spellings, the most frequent first. A spelling stands there once a
/// worker, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Groups<'w> {
    norms: Words,
    spellings: Vec<Spelling<'w>>,
    /// Where the spellings of each normal form end.
    ends: Vec<u32>,
}

impl<'w> Groups<'w> {
    /// Adds a normal form.
    pub(super) fn push(
        &mut self,
        norm: &str,
        spellings: impl IntoIterator<Item = Spelling<'w>>,
    ) -> Result<()> {
        self.norms.extend([norm])?;
        self.spellings.extend(spellings);
        self.ends
            .push(TypeId::from_index(self.spellings.len()).number());
        Ok(())
    }

    /// The number of normal forms.
    pub(super) fn len(&self) -> usize {
        self.norms.len()
    }

    /// A normal form.
    pub(super) fn norm(&self, number: usize) -> &str {
        self.norms.get(number)
    }

    /// The spellings of a normal form.
    pub(super) fn spellings(&self, number: usize) -> &[Spelling<'w>] {
        let first = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.spellings[first as usize..self.ends[number] as usize]
    }

    /// How often a normal form was met.
    pub(super) fn count(&self, number: usize) -> u64 {
        let spelled = self
            .spellings(number)
            .chunk_by(|left, right| left.word == right.word);
        spelled.map(|same| same[0].count).sum()
    }
}

/// One word of one worker with its normal form and the hash of that.
struct Folded<'w> {
    hash: u64,
    norm: Cow<'w, str>,
    spelling: Spelling<'w>,
}

type Hashing = foldhash::fast::RandomState;

/// The words of one worker, by the numbers that it gave them, with how often it met each.
pub(super) type WorkerWords<'w> = Vec<(&'w str, u32)>;

/// The words of each worker.
pub(super) fn met<'w>(workers: &'w [MetWords], task: &Task) -> Result<Vec<WorkerWords<'w>>> {
    task.map(workers.iter().collect(), |worker: &MetWords| {
        Ok(worker.words())
    })
}

/// Parts of the words of workers: the worker, the number of the first, the words.
pub(super) fn parts<'m, 'w>(
    workers: &'m [WorkerWords<'w>],
) -> impl Iterator<Item = (u32, u32, &'m [(&'w str, u32)])> {
    (0..).zip(workers).flat_map(|(worker, words)| {
        let firsts = (0..).step_by(WORDS_A_PART);
        let parts = firsts.zip(words.chunks(WORDS_A_PART));
        parts.map(move |(first, words)| (worker, first, words))
    })
}

/// The words of the workers that are new, by normal form, in no order that means anything.
pub(super) fn merge<'w>(
    workers: &[WorkerWords<'w>],
    is_new: impl Fn(Origin) -> bool + Sync,
    task: &Task,
) -> Result<Vec<Groups<'w>>> {
    let hashing = Hashing::default();
    let mut dealt = task.map(
        parts(workers).collect(),
        |(worker, first, words): (u32, u32, &[(&'w str, u32)])| {
            let mut partitions: Vec<Vec<Folded<'w>>> =
                (0..PARTITIONS).map(|_| Vec::new()).collect();
            for (number, &(word, count)) in (first..).zip(words) {
                let origin = Origin { worker, number };
                if !is_new(origin) {
                    continue;
                }
                let norm = normal_form(word);
                let spelling = Spelling {
                    word,
                    count: count.into(),
                    origin,
                };
                let hash = hashing.hash_one(&*norm);
                partitions[partition(hash)].push(Folded {
                    hash,
                    norm,
                    spelling,
                });
            }
            Ok(partitions)
        },
    )?;
    let partition = |at: usize| -> Vec<Vec<Folded<'w>>> {
        dealt
            .iter_mut()
            .map(|part| std::mem::take(&mut part[at]))
            .collect()
    };
    let partitions: Vec<Vec<Vec<Folded<'w>>>> = (0..PARTITIONS).map(partition).collect();
    task.map(partitions, grouped)
}

const fn partition(hash: u64) -> usize {
    (hash >> 59) as usize % PARTITIONS
}

fn grouped(lists: Vec<Vec<Folded<'_>>>) -> Result<Groups<'_>> {
    let mut words = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    words.extend(lists.into_iter().flatten());
    let mut order: Vec<(u64, u32)> = words.iter().map(|word| word.hash).zip(0..).collect();
    order.sort_unstable();
    let mut groups = Groups::default();
    let mut group: Vec<&Folded<'_>> = Vec::new();
    for same_hash in order.chunk_by(|left, right| left.0 == right.0) {
        group.clear();
        group.extend(same_hash.iter().map(|(_, at)| &words[*at as usize]));
        group.sort_unstable_by_key(|folded| (&folded.norm, folded.spelling.word));
        for same in group.chunk_by(|left, right| left.norm == right.norm) {
            groups.push(&same[0].norm, united(same))?;
        }
    }
    Ok(groups)
}

/// The spellings of a normal form, sorted, with the counts of all workers, the most frequent first.
fn united<'w>(sorted: &[&Folded<'w>]) -> Vec<Spelling<'w>> {
    let mut spellings: Vec<Spelling<'w>> = sorted.iter().map(|folded| folded.spelling).collect();
    for same in spellings.chunk_by_mut(|left, right| left.word == right.word) {
        let count = same.iter().map(|spelling| spelling.count).sum();
        for spelling in same {
            spelling.count = count;
        }
    }
    spellings.sort_by_key(|spelling| (Reverse(spelling.count), spelling.word));
    spellings
}
