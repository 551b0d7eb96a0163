//! Characters: how many bytes continue one, counted now and then, so that a byte's offset in
//! characters is found without reading the text from its beginning.

use std::ops::Range;

use arrow_buffer::ScalarBuffer;

use super::starts::{BLOCK, blocks};
use crate::prefetch::{CACHE_LINE, prefetch};

/// The blocks of text for which one count is kept.
const BLOCKS_A_COUNT: usize = 8;

/// For every eighth block of a segment the bytes that continue a character, from the beginning of
/// the text in which the block lies.
#[derive(Clone, Debug)]
pub(super) struct Characters {
    counts: ScalarBuffer<u32>,
}

/// The number of counts that lie before a block.
pub(super) fn counts_before(block: usize) -> usize {
    block.div_ceil(BLOCKS_A_COUNT)
}

/// Fills the counts of a text that begins at a block.
pub(super) fn count(text: &[u8], first_block: usize, counts: &mut [u32]) {
    let (mut before, mut byte) = (0, 0);
    for (count, number) in counts.iter_mut().zip(counts_before(first_block)..) {
        let start = (number * BLOCKS_A_COUNT - first_block) * BLOCK;
        before += start - byte - begun(&text[byte..start]);
        byte = start;
        *count = u32::try_from(before).expect("a text is below 4 GiB");
    }
}

/// Appends the counts of a text that begins at a block.
pub(super) fn append(text: &[u8], first_block: usize, counts: &mut Vec<u32>) {
    let before = counts.len();
    counts.resize(counts_before(first_block + blocks(text.len())), 0);
    count(text, first_block, &mut counts[before..]);
}

/// The characters that begin in some bytes of UTF-8: every byte but those that continue one does.
fn begun(text: &[u8]) -> usize {
    // So few at a time that a byte holds their number, which is what vector instructions add.
    let (runs, rest) = text.as_chunks::<128>();
    let begun = |run: &[u8]| {
        let begins =
            |count: u8, byte: &u8| count.wrapping_add((byte.cast_signed() >= -0x40).into());
        usize::from(run.iter().fold(0, begins))
    };
    runs.iter().map(|run| begun(run)).sum::<usize>() + begun(rest)
}

/// The number of the count before a byte of a text that begins at a block, and the bytes of the text up
/// to the next count.
fn run_of(first_block: usize, byte: usize) -> (usize, Range<usize>) {
    // A count that begins at the byte itself may be of the next text.
    let number = (first_block + byte.saturating_sub(1) / BLOCK) / BLOCKS_A_COUNT;
    let start = (number * BLOCKS_A_COUNT).saturating_sub(first_block) * BLOCK;
    let end = ((number + 1) * BLOCKS_A_COUNT - first_block) * BLOCK;
    (number, start..end)
}

impl Characters {
    /// Counts as [`count`] made them, or as they were saved.
    pub(super) fn over(counts: ScalarBuffer<u32>) -> Self {
        Self { counts }
    }

    pub(super) fn counts(&self) -> &ScalarBuffer<u32> {
        &self.counts
    }

    /// The characters before a byte of a text that begins at a block, given a pair of byte and
    /// characters that is known to lie before it.
    pub(super) fn before(
        &self,
        text: &[u8],
        first_block: usize,
        byte: usize,
        known: (usize, usize),
    ) -> usize {
        let (number, Range { start, end }) = run_of(first_block, byte);
        let begun_before = number * BLOCKS_A_COUNT < first_block;
        let continued = if begun_before { 0 } else { self.count(number) };
        if end < blocks(text.len()) * BLOCK {
            let continued_before_end = self.count(number + 1);
            if continued_before_end == continued {
                // No character goes on in this run of blocks.
                return byte.saturating_sub(continued);
            }
            if end - byte < byte.saturating_sub(start.max(known.0)) {
                let behind = begun(text.get(byte..end).unwrap_or_default());
                return end.saturating_sub(continued_before_end + behind);
            }
        }
        let (start, characters) = if start > known.0 {
            (start, start.saturating_sub(continued))
        } else {
            known
        };
        characters + begun(text.get(start..byte).unwrap_or_default())
    }

    /// Asks for the memory that [`before`](Self::before) will look at.
    pub(super) fn prefetch(&self, text: &[u8], first_block: usize, byte: usize) {
        let (number, Range { start, end }) = run_of(first_block, byte);
        prefetch(&self.counts, number);
        let bytes = if end - byte < byte.saturating_sub(start) {
            byte..end
        } else {
            start..byte
        };
        for line in bytes.step_by(CACHE_LINE) {
            prefetch(text, line);
        }
    }

    fn count(&self, number: usize) -> usize {
        self.counts
            .get(number)
            .map_or(0, |continued| *continued as usize)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn offsets_are_those_of_the_characters(
            texts in prop::collection::vec("[aé語🙂]{0,900}", 1..4),
        ) {
            let mut counts = Vec::new();
            let mut firsts = vec![0];
            for text in &texts {
                let first = firsts[firsts.len() - 1];
                append(text.as_bytes(), first, &mut counts);
                firsts.push(first + blocks(text.len()));
            }
            let characters = Characters::over(counts.into());
            for (text, first) in texts.iter().zip(firsts) {
                let mut known = (0, 0);
                let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
                for (expected, byte) in ends.enumerate() {
                    let before = |known| characters.before(text.as_bytes(), first, byte, known);
                    prop_assert_eq!(before((0, 0)), expected);
                    prop_assert_eq!(before(known), expected);
                    if expected % 7 == 0 {
                        known = (byte, expected);
                    }
                }
            }
        }
    }
}
