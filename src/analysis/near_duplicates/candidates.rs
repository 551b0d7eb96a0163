//! Candidates: pairs of documents that may share many shingles, found in a sample of them.
//!
//! Of the shingles of a document its sketch keeps those with the smallest numbers: all below one
//! sixteenth of the range, and at least the first 64. What two sketches share below the smaller of
//! their ends estimates without bias how much of either document the other contains, whatever the
//! difference in length, which the bands of `MinHash` do not. A shingle that few documents have makes
//! a pair of every two of them. Of one that many have, as all reprints of a story do, each is paired
//! with those next to it in length, and with the shortest: what is in many longer documents is to
//! be found in each of them, though these may have nothing else in common.

use super::Options;
use super::shingles::shared;
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
/// How many of these are paired with all others.
const SHORTEST: usize = 4;
/// By how much of the similarity asked for an estimate may fall short: 2.5 deviations at 64 shingles.
const SLACK: f64 = 0.5;
/// What share of that a tally must have to be counted anew, since a shingle that many documents have is not in
/// every tally of two that have it.
const TALLIED: f64 = 0.5;
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

/// The places of each different shingle among all sketches. Documents are numbered from the shortest on.
struct Postings {
    /// Documents by shingle, ascending within each.
    documents: Vec<u32>,
    /// Where those of each shingle begin.
    starts: Vec<u32>,
    /// For each document its shingles by number.
    own: Vec<Vec<(u32, u32)>>,
}

impl Postings {
    fn new(ordered: &[&Sketch], task: &Task) -> Result<Self> {
        let mut entries: Vec<(u64, u32)> = Vec::new();
        for (document, sketch) in (0..).zip(ordered) {
            entries.extend(sketch.0.iter().map(|shingle| (*shingle, document)));
        }
        task.sort(&mut entries, |entry| *entry)?;
        let mut starts = Vec::new();
        let mut own = vec![Vec::new(); ordered.len()];
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
        if behind - first <= FEW || from <= first + SHORTEST {
            &self.documents[from..behind]
        } else {
            &self.documents[from..behind.min(from + NEIGHBOURS)]
        }
    }

    /// Pairs of a document and others behind it that are as similar as asked, or nearly, with memory for a number of
    /// each document, which is zero before and after.
    fn pairs(
        &self,
        document: u32,
        ordered: &[&Sketch],
        tally: &mut [u32],
        options: &Options,
    ) -> Vec<(u32, u32)> {
        let mut met = Vec::new();
        for entry in &self.own[document as usize] {
            for partner in self.partners(*entry) {
                if tally[*partner as usize] == 0 {
                    met.push(*partner);
                }
                tally[*partner as usize] += 1;
            }
        }
        let own = ordered[document as usize];
        #[expect(clippy::cast_precision_loss, reason = "sketches are short")]
        let in_common = |other: &Sketch| shared(&own.0, &other.0) as f64;
        met.retain(|partner| {
            let tallied = f64::from(std::mem::take(&mut tally[*partner as usize]));
            let other = ordered[*partner as usize];
            let least = least_shared(own, other, options);
            tallied >= least || tallied >= least * TALLIED && in_common(other) >= least
        });
        met.into_iter().map(|partner| (document, partner)).collect()
    }
}

/// Pairs of documents, by their numbers, that are as similar as asked, or nearly, by their sketches, in order;
/// `sizes` has how many shingles each has.
pub(super) fn candidates(
    (sizes, sketches): (&[u64], &[Sketch]),
    options: &Options,
    task: &Task,
) -> Result<Vec<(u32, u32)>> {
    let mut order: Vec<u32> = (0..).take(sketches.len()).collect();
    let length = |document: u32| (sizes[document as usize], &sketches[document as usize].0);
    task.sort_by(&mut order, |one, two| {
        length(*one).cmp(&length(*two)).then(one.cmp(two))
    })?;
    let ordered: Vec<&Sketch> = order.iter().map(|of| &sketches[*of as usize]).collect();
    let postings = Postings::new(&ordered, task)?;
    let tallies = Scratch::new();
    let numbers: Vec<u32> = (0..).take(sketches.len()).collect();
    let found = task.map(
        numbers.chunks(DOCUMENTS_A_PART).collect(),
        |part: &[u32]| {
            let new = || vec![0_u32; sketches.len()];
            tallies.with(new, |tally: &mut Vec<u32>| {
                let mut found = Vec::new();
                for document in part {
                    task.check()?;
                    found.extend(postings.pairs(*document, &ordered, tally, options));
                }
                Ok(found)
            })
        },
    )?;
    let named = |(one, two): (u32, u32)| {
        let (one, two) = (order[one as usize], order[two as usize]);
        (one.min(two), one.max(two))
    };
    let mut pairs: Vec<(u32, u32)> = found.concat().into_iter().map(named).collect();
    task.sort(&mut pairs, |pair| *pair)?;
    Ok(pairs)
}

/// How many shingles two sketches must share.
fn least_shared(one: &Sketch, other: &Sketch, options: &Options) -> f64 {
    let end = one.end().min(other.end());
    let shorter = one.up_to(end).min(other.up_to(end));
    let least = u32::try_from(shorter).expect("a sketch is short");
    options.similarity * SLACK * f64::from(least)
}
