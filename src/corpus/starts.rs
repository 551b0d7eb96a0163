//! Where tokens begin: one bit a byte of text, with counts that lead to the bit of a position.
//!
//! The text of every document has blocks of 64 bytes of its own. A token's end follows from its
//! start and the length of its type.

use std::ops::Range;

use arrow_buffer::ScalarBuffer;

use super::ascending::last_at_most;
use crate::error::Result;
use crate::prefetch::prefetch;
use crate::task::Task;

/// The bytes of text that one word of the bit map stands for.
pub(super) const BLOCK: usize = 64;
/// The words of the bit map for which one count is kept.
const BLOCKS_A_COUNT: usize = 8;
/// The words of the bit map that one worker counts at a time, a multiple of those.
const BLOCKS_AT_ONCE: usize = 1 << 15;

/// The bit map over a segment's texts.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    bits: ScalarBuffer<u64>,
    /// The tokens before every eighth word of the bit map.
    counts: ScalarBuffer<u32>,
}

/// The blocks of a text.
pub(super) fn blocks(bytes: usize) -> usize {
    bytes.div_ceil(BLOCK)
}

impl Starts {
    /// The bit map with its counts.
    pub(super) fn new(bits: Vec<u64>, task: &Task) -> Result<Self> {
        let parts = task.map(bits.chunks(BLOCKS_AT_ONCE).collect(), |part: &[u64]| {
            let mut before = 0;
            let counts = part.chunks(BLOCKS_A_COUNT).map(|words| {
                let count = before;
                before += words.iter().map(|word| word.count_ones()).sum::<u32>();
                count
            });
            let counts: Vec<u32> = counts.collect();
            Ok((counts, before))
        })?;
        let mut counts = Vec::with_capacity(bits.len().div_ceil(BLOCKS_A_COUNT));
        let mut before = 0;
        for (part, sum) in parts {
            counts.extend(part.iter().map(|count| before + count));
            before += sum;
        }
        Ok(Self {
            bits: bits.into(),
            counts: counts.into(),
        })
    }

    /// A bit map and its counts as they were saved; none if these are not as many as the bits ask for.
    pub(super) fn over(bits: ScalarBuffer<u64>, counts: ScalarBuffer<u32>) -> Option<Self> {
        (counts.len() == bits.len().div_ceil(BLOCKS_A_COUNT)).then_some(Self { bits, counts })
    }

    pub(super) fn bits(&self) -> &ScalarBuffer<u64> {
        &self.bits
    }

    pub(super) fn counts(&self) -> &ScalarBuffer<u32> {
        &self.counts
    }

    /// The count among which blocks the token of a position begins, of the text whose blocks are given;
    /// `near` is where it is looked for first.
    pub(super) fn count_of(&self, position: u32, blocks: &Range<usize>, near: usize) -> usize {
        let first = blocks.start / BLOCKS_A_COUNT;
        let behind = blocks.end.div_ceil(BLOCKS_A_COUNT).min(self.counts.len());
        let candidates = &self.counts[first.min(behind)..behind];
        first + last_at_most(candidates, position, near.saturating_sub(first))
    }

    /// Asks for the memory of the blocks of a count.
    pub(super) fn prefetch(&self, count: usize) {
        prefetch(&self.bits, count * BLOCKS_A_COUNT);
    }

    /// Appends to `starts` those of some positions of the text whose blocks are given, in bytes from
    /// its beginning, given the [count](Self::count_of) of the first; 0 where a damaged file has fewer.
    pub(super) fn append(
        &self,
        positions: Range<u32>,
        count: usize,
        blocks: &Range<usize>,
        starts: &mut Vec<u32>,
    ) {
        let expected = starts.len() + positions.len();
        let (block, mut word) = self.first_of(positions.start, count, blocks.end);
        let words = self.bits.get(block + 1..blocks.end).unwrap_or_default();
        let mut words = words.iter();
        let mut first = block.saturating_sub(blocks.start) * BLOCK;
        while starts.len() < expected {
            if word != 0 {
                let start = first + word.trailing_zeros() as usize;
                starts.push(u32::try_from(start).unwrap_or(u32::MAX));
                word &= word - 1;
            } else if let Some(next) = words.next() {
                word = *next;
                first += BLOCK;
            } else {
                starts.resize(expected, 0);
            }
        }
    }

    /// The block before `behind` in which the token of a position begins, and its bits from that token on.
    fn first_of(&self, position: u32, count: usize, behind: usize) -> (usize, u64) {
        let before = self.counts.get(count).copied().unwrap_or(position);
        let mut left = position - before.min(position);
        let first = count * BLOCKS_A_COUNT;
        let words = self.bits.get(first..behind).unwrap_or_default();
        for (block, word) in (first..).zip(words) {
            let tokens = word.count_ones();
            if left < tokens {
                return (block, (0..left).fold(*word, |rest, _| rest & (rest - 1)));
            }
            left -= tokens;
        }
        (behind, 0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn starts_are_those_of_the_set_bits(
            texts in prop::collection::vec(prop::collection::vec(any::<bool>(), 0..3000), 1..6),
            sparse in 1_usize..40,
        ) {
            let starts_of = |text: &Vec<bool>| -> Vec<u32> {
                let kept = text.iter().enumerate().step_by(sparse).filter(|(_, is)| **is);
                kept.filter_map(|(at, _)| u32::try_from(at).ok()).collect()
            };
            let mut bits = Vec::new();
            for text in &texts {
                let first = bits.len();
                bits.resize(first + blocks(text.len()), 0_u64);
                for start in starts_of(text) {
                    bits[first + start as usize / BLOCK] |= 1 << (start as usize % BLOCK);
                }
            }
            let starts = Starts::new(bits, &Task::new()).expect("nobody cancels");
            let (mut position, mut block) = (0, 0);
            let mut found = Vec::new();
            for text in &texts {
                let expected = starts_of(text);
                let behind = block + blocks(text.len());
                let end = position + u32::try_from(expected.len()).expect("a short text");
                for (at, _) in expected.iter().enumerate() {
                    found.clear();
                    let count = starts.count_of(position, &(block..behind), 0);
                    starts.append(position..end, count, &(block..behind), &mut found);
                    prop_assert_eq!(&found, &expected[at..]);
                    position += 1;
                }
                block = behind;
            }
        }
    }
}
