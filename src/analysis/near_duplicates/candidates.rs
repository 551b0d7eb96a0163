//! Candidates: pairs of documents that may share many shingles, found in a sample of them.
//!
//! Of the shingles of a document its sketch keeps those with the smallest numbers: all below one
//! sixteenth of the range, and at least the first 64. What two sketches share below the smaller of
//! their ends estimates without bias how much of either document the other contains, whatever the
//! difference in length, which the bands of `MinHash` do not. A shingle that few documents have makes
//! a pair of every two of them; of one that many have, as all reprints of a story do, the documents
//! next to each other are enough to join them all.

use super::Options;
use crate::error::Result;
use crate::task::{Scratch, Task};

/// The share of shingles that sketches keep.
const SAMPLE: u64 = u64::MAX / 16;
/// How many they keep at least.
const LEAST: usize = 64;
/// How many documents may have a shingle for all of them to be paired.
const FEW: usize = 48;
/// How many documents behind one are paired with it, where more have the shingle.
const NEIGHBOURS: usize = 8;
/// By how much of the similarity asked for an estimate may fall short: 2.5 deviations at 64 shingles.
const SLACK: f64 = 0.5;
/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 32;

/// A sample of the shingles of a document, ascending.
#[derive(Clone, Debug, Default)]
pub(super) struct Sketch(Vec<u64>);

impl Sketch {
    /// Of all shingles, which ascend.
    pub(super) fn of(shingles: &[u64]) -> Self {
        let sampled = shingles.partition_point(|shingle| *shingle <= SAMPLE);
        let kept = sampled.max(LEAST.min(shingles.len()));
        Self(shingles[..kept].to_vec())
    }

    /// How many it has up to a number; all below the number that it ends with are known.
    fn up_to(&self, end: u64) -> usize {
        self.0.partition_point(|shingle| *shingle <= end)
    }

    /// Up to which number every shingle of the document is in the sketch.
    fn end(&self) -> u64 {
        let last = self.0.last().copied().unwrap_or(u64::MAX);
        // Where the whole document is in its sketch nothing is missing anywhere.
        if self.0.len() < LEAST {
            u64::MAX
        } else {
            last.max(SAMPLE)
        }
    }
}

/// The places of each different shingle among all sketches.
struct Postings {
    /// Documents by shingle, ascending within each.
    documents: Vec<u32>,
    /// Where those of each shingle begin.
    starts: Vec<u32>,
    /// For each document its shingles by number.
    own: Vec<Vec<(u32, u32)>>,
}

impl Postings {
    fn new(sketches: &[Sketch], task: &Task) -> Result<Self> {
        let mut entries: Vec<(u64, u32)> = Vec::new();
        for (document, sketch) in (0..).zip(sketches) {
            entries.extend(sketch.0.iter().map(|shingle| (*shingle, document)));
        }
        task.sort(&mut entries, |entry| *entry)?;
        let mut starts = Vec::new();
        let mut own = vec![Vec::new(); sketches.len()];
        for (place, (shingle, document)) in (0_u32..).zip(&entries) {
            let is_first = place == 0 || entries[place as usize - 1].0 != *shingle;
            if is_first {
                starts.push(place);
            }
            let number = u32::try_from(starts.len() - 1).expect("fewer than entries");
            own[*document as usize].push((number, place));
        }
        starts.push(u32::try_from(entries.len()).expect("fewer than 2^32 shingles in sketches"));
        Ok(Self {
            documents: entries.into_iter().map(|(_, document)| document).collect(),
            starts,
            own,
        })
    }

    /// The documents behind one that a shingle pairs it with.
    fn partners(&self, (shingle, place): (u32, u32)) -> &[u32] {
        let first = self.starts[shingle as usize] as usize;
        let behind = self.starts[shingle as usize + 1] as usize;
        let from = place as usize + 1;
        if behind - first <= FEW {
            &self.documents[from..behind]
        } else {
            &self.documents[from..behind.min(from + NEIGHBOURS)]
        }
    }
}

/// Pairs of documents, by their numbers, that are as similar as asked, or nearly, by their sketches.
pub(super) fn candidates(
    sketches: &[Sketch],
    options: &Options,
    task: &Task,
) -> Result<Vec<(u32, u32)>> {
    let postings = Postings::new(sketches, task)?;
    let tallies = Scratch::new();
    let numbers: Vec<u32> = (0..).take(sketches.len()).collect();
    let found = task.map(
        numbers.chunks(DOCUMENTS_A_PART).collect(),
        |part: &[u32]| {
            tallies.with(
                || vec![0_u32; sketches.len()],
                |tally: &mut Vec<u32>| {
                    let mut found = Vec::new();
                    for document in part {
                        task.check()?;
                        let own = sketches[*document as usize].clone();
                        let mut met = Vec::new();
                        for entry in &postings.own[*document as usize] {
                            for partner in postings.partners(*entry) {
                                if tally[*partner as usize] == 0 {
                                    met.push(*partner);
                                }
                                tally[*partner as usize] += 1;
                            }
                        }
                        met.sort_unstable();
                        for partner in met {
                            let shared = std::mem::take(&mut tally[partner as usize]);
                            let other = &sketches[partner as usize];
                            if is_likely(shared, &own, other, options) {
                                found.push((*document, partner));
                            }
                        }
                    }
                    Ok(found)
                },
            )
        },
    )?;
    Ok(found.concat())
}

fn is_likely(shared: u32, one: &Sketch, other: &Sketch, options: &Options) -> bool {
    let end = one.end().min(other.end());
    let shorter = one.up_to(end).min(other.up_to(end));
    let least = u32::try_from(shorter).expect("a sketch is short");
    f64::from(shared) >= options.similarity * SLACK * f64::from(least)
}
