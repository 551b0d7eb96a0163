//! Alphabetical order: the place of each normal form, letters first, then accents.

use std::borrow::Cow;

use super::words::Words;
use crate::error::Result;
use crate::task::Task;
use crate::text::without_diacritics;

/// How many words one worker takes at a time: about a millisecond.
const WORDS_A_PART: usize = 1 << 13;
/// Where fewer than one in so many words are new, these are put in among the old.
const FEW: usize = 16;

/// What a word is ordered by: its letters, their beginning as a number for quick comparison, itself.
type Key<'w> = (u64, Cow<'w, str>, &'w str);

fn key(word: &str) -> Key<'_> {
    let letters = without_diacritics(word);
    let mut beginning = [0; 8];
    let length = letters.len().min(8);
    beginning[..length].copy_from_slice(&letters.as_bytes()[..length]);
    (u64::from_be_bytes(beginning), letters, word)
}

/// The places of all words, from 1, given those of the first of them.
pub(super) fn extended(ranks: &[u32], words: &Words, task: &Task) -> Result<Vec<u32>> {
    let old = if (words.len() - ranks.len()) * FEW < words.len() {
        ranks.len()
    } else {
        0
    };
    let numbers: Vec<usize> = (old..words.len()).collect();
    let keys = task.map(
        numbers.chunks(WORDS_A_PART).collect(),
        |part: &[usize]| {
            Ok(part
                .iter()
                .map(|number| (key(words.get(*number)), *number))
                .collect::<Vec<_>>())
        },
    )?;
    let mut new: Vec<(Key<'_>, usize)> = keys.into_iter().flatten().collect();
    task.sort_by(&mut new, Ord::cmp)?;
    let order = merged(&ranks[..old], new, words);
    let mut ranks = vec![0; words.len()];
    for (rank, word) in (1..).zip(order) {
        ranks[word] = rank;
    }
    Ok(ranks)
}

/// All words in order: the old by their ranks, the new among them where they belong.
fn merged(ranks: &[u32], new: Vec<(Key<'_>, usize)>, words: &Words) -> Vec<usize> {
    let mut old = vec![0; ranks.len()];
    for (word, rank) in ranks.iter().enumerate() {
        old[*rank as usize - 1] = word;
    }
    let mut order = Vec::with_capacity(words.len());
    let mut done = 0;
    for (key_of_new, word) in new {
        let behind = done + old[done..].partition_point(|old| key(words.get(*old)) < key_of_new);
        order.extend_from_slice(&old[done..behind]);
        order.push(word);
        done = behind;
    }
    order.extend_from_slice(&old[done..]);
    order
}
