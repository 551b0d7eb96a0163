//! Duplicates: lines that show the same, or nearly the same, as one before them.
//!
//! Two lines are identical if they show the same normal forms around the same number of words, and
//! similar by the Jaccard index of what they show: the pairs of neighbouring normal forms that both
//! have, over those that either has. Lines whose windows overlap in one text are different places
//! of it, never duplicates.
//!
//! Similar lines are found without comparing all with all (Bayardo, Ma and Srikant, 2007): two sets
//! can be that similar only if they share one of the rarest members of either.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use serde_json::json;
use xxhash_rust::xxh3::xxh3_128;

use super::keys::columns_of;
use super::sorting::sorted;
use super::walk::{LineAt, map_lines};
use crate::analysis::Concordance;
use crate::corpus::Position;
use crate::error::{Error, Result};
use crate::task::Task;

/// How many lines one worker takes at a time.
const LINES_A_PART: usize = 1 << 12;
/// What floating-point numbers may be off when a share of a small count is rounded up.
const TOLERANCE: f64 = 1e-9;

/// The lines of one that is kept, which stands for others.
struct Kept {
    span: u32,
    shown: Range<u32>,
    copies: u32,
}

/// Which line each duplicate belongs to, by numbers of what is kept.
#[derive(Default)]
struct Keeper {
    kept: Vec<Kept>,
}

impl Keeper {
    /// Counts a line for the one of the candidates that was kept first, or keeps it; says whether it
    /// was kept.
    fn add(&mut self, original: Option<usize>, line: Kept) -> bool {
        if let Some(original) = original {
            self.kept[original].copies += line.copies;
            return false;
        }
        self.kept.push(line);
        true
    }

    fn is_elsewhere(&self, kept: usize, shown: &Range<u32>) -> bool {
        let other = &self.kept[kept].shown;
        other.end <= shown.start || shown.end <= other.start
    }
}

impl Concordance {
    /// The lines without those that are duplicates of a line before them, in their present order.
    ///
    /// "Before" is in the order of `keep`, sort keys. With a `similarity` of 1 only identical lines
    /// are duplicates; below it, those whose Jaccard index with a line that is kept is no less.
    pub fn dedupe<S: AsRef<str>>(&self, similarity: f64, keep: &[S], task: &Task) -> Result<Self> {
        if !(0.1..=1.0).contains(&similarity) {
            let message = format!("similarity must be from 0.1 to 1, got {similarity}");
            return Err(Error::Parameter(message));
        }
        let order = sorted(self, &columns_of(self, keep, None, task)?, task)?.spans();
        let lines = self.with_order(order);
        let shown = map_lines(&lines, task, |line| {
            (
                line.span,
                lines.shown(line.part, (line.first, line.behind), &line.zone),
            )
        })?;
        let keeper = if similarity < 1.0 {
            similar(&lines, shown, similarity, task)?
        } else {
            identical(&lines, shown, task)?
        };
        let mut copies = vec![0; self.n_spans()];
        for kept in keeper.kept {
            copies[kept.span as usize] = kept.copies;
        }
        let mut seen = vec![false; copies.len()];
        let mut is_kept = |line| {
            let span = self.span_number(line) as usize;
            copies[span] > 0 && !std::mem::replace(&mut seen[span], true)
        };
        let kept: Vec<bool> = (0..self.len()).map(&mut is_kept).collect();
        let keep: Vec<&str> = keep.iter().map(AsRef::as_ref).collect();
        let parameters = json!({ "similarity": similarity, "keep": keep });
        Ok(self
            .kept("dedupe", &parameters, &kept)
            .with_copies(Arc::from(copies)))
    }
}

fn norms(lines: &Concordance, line: &LineAt<'_>, range: Range<u32>) -> Vec<u32> {
    let vocabulary = lines.scope().corpus().vocabulary();
    let mut norms = Vec::with_capacity(range.len());
    let range = Position::new(range.start)..Position::new(range.end);
    line.part
        .each_type(range, |word| norms.push(vocabulary.norm_of(word).number()));
    norms
}

fn identical(lines: &Concordance, shown: Vec<(u32, Range<u32>)>, task: &Task) -> Result<Keeper> {
    let hashes = map_lines(lines, task, |line| {
        let shown = lines.shown(line.part, (line.first, line.behind), &line.zone);
        let before = line.first - shown.start;
        let mut bytes: Vec<u8> = Vec::with_capacity(4 * (shown.len() + 2));
        for number in [before, line.behind - line.first] {
            bytes.extend(number.to_le_bytes());
        }
        for norm in norms(lines, line, shown) {
            bytes.extend(norm.to_le_bytes());
        }
        xxh3_128(&bytes)
    })?;
    let mut keeper = Keeper::default();
    let mut by_hash: HashMap<u128, Vec<usize>, foldhash::fast::RandomState> = HashMap::default();
    for ((span, shown), hash) in shown.into_iter().zip(hashes) {
        task.check()?;
        let same = by_hash.entry(hash).or_default();
        let original = same.iter().find(|kept| keeper.is_elsewhere(**kept, &shown));
        let copies = lines.copies_of(span);
        if keeper.add(
            original.copied(),
            Kept {
                span,
                shown,
                copies,
            },
        ) {
            same.push(keeper.kept.len() - 1);
        }
    }
    Ok(keeper)
}

/// The pairs of neighbouring normal forms that each line shows, as numbers ascending from the rarest;
/// a line of one word has that word.
fn pairs(lines: &Concordance, task: &Task) -> Result<(Vec<Vec<u32>>, usize)> {
    let pairs: Vec<Vec<u64>> = map_lines(lines, task, |line| {
        let shown = lines.shown(line.part, (line.first, line.behind), &line.zone);
        let norms = norms(lines, line, shown);
        let pair = |left: u32, right: u32| u64::from(left) << u32::BITS | u64::from(right);
        let mut pairs: Vec<u64> = match norms.as_slice() {
            [one] => vec![pair(u32::MAX, *one)],
            several => several.windows(2).map(|two| pair(two[0], two[1])).collect(),
        };
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    })?;
    let mut all: Vec<u64> = pairs.iter().flatten().copied().collect();
    task.sort(&mut all, |pair| *pair)?;
    let mut counted: Vec<(usize, u64)> = all
        .chunk_by(|left, right| left == right)
        .map(|same| (same.len(), same[0]))
        .collect();
    drop(all);
    task.sort(&mut counted, |count| *count)?;
    let mut numbers: HashMap<u64, u32, foldhash::fast::RandomState> = HashMap::default();
    numbers.extend(counted.iter().map(|(_, pair)| *pair).zip(0..));
    let parts = task.map(
        pairs.chunks(LINES_A_PART).collect(),
        |part: &[Vec<u64>]| {
            let numbered = |pairs: &Vec<u64>| {
                let mut numbered: Vec<u32> = pairs.iter().map(|pair| numbers[pair]).collect();
                numbered.sort_unstable();
                numbered
            };
            Ok(part.iter().map(numbered).collect::<Vec<_>>())
        },
    )?;
    Ok((parts.into_iter().flatten().collect(), counted.len()))
}

fn similar(
    lines: &Concordance,
    shown: Vec<(u32, Range<u32>)>,
    similarity: f64,
    task: &Task,
) -> Result<Keeper> {
    let (sets, n_pairs) = pairs(lines, task)?;
    let mut keeper = Keeper::default();
    // What was kept, by each of the rarest pairs that it has.
    let mut having: Vec<Vec<u32>> = vec![Vec::new(); n_pairs];
    let mut set_of_kept: Vec<usize> = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    for (number, (span, shown)) in shown.into_iter().enumerate() {
        task.check()?;
        let set = &sets[number];
        let rarest = &set[..rarest(set.len(), similarity)];
        let mut original = None;
        for kept in rarest.iter().flat_map(|pair| &having[*pair as usize]) {
            let kept = *kept as usize;
            let is_new = std::mem::replace(&mut seen[kept], number) != number;
            let may_be_first = original.is_none_or(|original| kept < original);
            if is_new
                && may_be_first
                && keeper.is_elsewhere(kept, &shown)
                && are_similar(set, &sets[set_of_kept[kept]], similarity)
            {
                original = Some(kept);
            }
        }
        let copies = lines.copies_of(span);
        if keeper.add(
            original,
            Kept {
                span,
                shown,
                copies,
            },
        ) {
            let kept = u32::try_from(set_of_kept.len()).expect("fewer lines than positions");
            for pair in rarest {
                having[*pair as usize].push(kept);
            }
            set_of_kept.push(number);
            seen.push(usize::MAX);
        }
    }
    Ok(keeper)
}

/// Of how many of its rarest members a set must share one with any set that is that similar: one
/// more than those that it can do without.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of words in a line"
)]
fn rarest(len: usize, similarity: f64) -> usize {
    let needed = (len as f64 * similarity - TOLERANCE).ceil() as usize;
    (len + 1 - needed.max(1)).min(len)
}

/// Whether the Jaccard index of two ascending sets is no less than `similarity`.
#[expect(clippy::cast_precision_loss, reason = "numbers of words in a line")]
fn are_similar(left: &[u32], right: &[u32], similarity: f64) -> bool {
    let (mut at, mut in_both) = (0, 0);
    for pair in left {
        while right.get(at).is_some_and(|other| other < pair) {
            at += 1;
        }
        in_both += usize::from(right.get(at) == Some(pair));
    }
    let in_either = left.len() + right.len() - in_both;
    in_both as f64 >= similarity * in_either as f64
}
