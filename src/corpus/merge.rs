//! The words of all workers, brought together: each once, with the variants of its normal form.
//!
//! Words are dealt out by a hash of their normal form, so that all spellings of a word, from
//! whichever worker, meet in one partition and partitions need not know of each other.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::hash::BuildHasher;

use hashbrown::HashMap;

use super::intern::Interner;
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

/// A spelling with its count, and where the workers have it.
#[derive(Debug)]
pub(super) struct Variant<'w> {
    pub(super) word: &'w str,
    pub(super) count: u64,
    pub(super) origins: Vec<Origin>,
}

/// A normal form with all of its spellings.
#[derive(Debug)]
pub(super) struct Group<'w> {
    pub(super) norm: Cow<'w, str>,
    pub(super) count: u64,
    pub(super) variants: Vec<Variant<'w>>,
}

/// One word of one worker with its normal form.
struct Folded<'w> {
    norm: Cow<'w, str>,
    word: &'w str,
    count: u32,
    origin: Origin,
}

type Hashing = foldhash::fast::RandomState;

/// All words of the workers by normal form, in no order that means anything.
pub(super) fn merge<'w>(workers: &[Interner<'w>], task: &Task) -> Result<Vec<Group<'w>>> {
    let words: Vec<Vec<(&str, u32)>> = workers.iter().map(Interner::words).collect();
    let mut parts = Vec::new();
    for (worker, words) in (0..).zip(&words) {
        let firsts = (0..).step_by(WORDS_A_PART);
        parts.extend(
            firsts
                .zip(words.chunks(WORDS_A_PART))
                .map(|(first, words)| (worker, first, words)),
        );
    }
    let hashing = Hashing::default();
    let mut dealt = task.map(
        parts,
        |(worker, first, words): (u32, u32, &[(&'w str, u32)])| {
            let mut partitions: Vec<Vec<Folded<'w>>> =
                (0..PARTITIONS).map(|_| Vec::new()).collect();
            for (number, &(word, count)) in (first..).zip(words) {
                let norm = normal_form(word);
                let origin = Origin { worker, number };
                partitions[partition(hashing.hash_one(&*norm))].push(Folded {
                    norm,
                    word,
                    count,
                    origin,
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
    let groups = task.map(partitions, |lists| Ok(grouped(lists, &hashing)))?;
    Ok(groups.into_iter().flatten().collect())
}

const fn partition(hash: u64) -> usize {
    (hash >> 59) as usize % PARTITIONS
}

fn grouped<'w>(lists: Vec<Vec<Folded<'w>>>, hashing: &Hashing) -> Vec<Group<'w>> {
    let mut groups: Vec<Group<'w>> = Vec::new();
    let mut numbers: HashMap<Cow<'w, str>, usize, Hashing> = HashMap::with_hasher(hashing.clone());
    for Folded {
        norm,
        word,
        count,
        origin,
    } in lists.into_iter().flatten()
    {
        let number = *numbers.entry(norm).or_insert_with_key(|norm| {
            groups.push(Group {
                norm: norm.clone(),
                count: 0,
                variants: Vec::new(),
            });
            groups.len() - 1
        });
        groups[number].count += u64::from(count);
        groups[number].variants.push(Variant {
            word,
            count: count.into(),
            origins: vec![origin],
        });
    }
    groups.iter_mut().for_each(Group::unite);
    groups
}

impl Group<'_> {
    /// Makes one of the same spelling from several workers, the most frequent spelling first.
    fn unite(&mut self) {
        self.variants.sort_unstable_by_key(|variant| variant.word);
        self.variants.dedup_by(|next, first| {
            let same = next.word == first.word;
            if same {
                first.count += next.count;
                first.origins.append(&mut next.origins);
            }
            same
        });
        self.variants
            .sort_unstable_by_key(|variant| (Reverse(variant.count), variant.word));
    }
}
