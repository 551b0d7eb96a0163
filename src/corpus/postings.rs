//! Postings: for each type the positions where it stands, in blocks of differences.
//!
//! A list is a run of blocks of up to [`BLOCK`] positions. A block is its first position (4 bytes),
//! a width (1 byte), and the differences between neighbours, each less one, packed in that width.
//! How many positions a list has is the count of its type.

use arrow_buffer::{Buffer, ScalarBuffer};

use super::bits::{self, PADDING};
/// The positions of a block.
const BLOCK: usize = 128;
/// The bytes before a block's differences.
const HEADER: usize = 5;

/// The inverted lists of a segment, one behind the other.
#[derive(Clone, Debug)]
pub(super) struct Postings {
    bytes: Buffer,
    /// Where the list of each type begins, and where the last one ends.
    firsts: ScalarBuffer<u32>,
}

impl Postings {
    /// The lists over bytes as [`append_list`] wrote them, with their padding.
    pub(super) fn over(bytes: Buffer, firsts: ScalarBuffer<u32>) -> Option<Self> {
        let end = *firsts.last()? as usize;
        (bytes.len() == end + PADDING && firsts.is_sorted()).then_some(Self { bytes, firsts })
    }

    pub(super) fn bytes(&self) -> &Buffer {
        &self.bytes
    }

    pub(super) fn firsts(&self) -> &ScalarBuffer<u32> {
        &self.firsts
    }

    /// Passes on the `count` positions of a type, ascending, all below `n_tokens`; none where the list
    /// has not as many of them, which damage can make it. What was passed on by then means nothing.
    pub(super) fn each(
        &self,
        word: u32,
        (count, n_tokens): (usize, usize),
        mut pass: impl FnMut(u32),
    ) -> Option<()> {
        let mut at = self.firsts[word as usize] as usize;
        let (mut left, mut next) = (count, 0);
        while left > 0 {
            let len = left.min(BLOCK);
            let header = self.bytes.get(at..at + HEADER)?;
            let first = u32::from_le_bytes([header[0], header[1], header[2], header[3]]);
            let width = u32::from(header[4]);
            at += HEADER;
            let end = at + bits::packed_bytes(len - 1, width);
            if width > u32::BITS || end + PADDING > self.bytes.len() || u64::from(first) < next {
                return None;
            }
            pass(first);
            // In 64 bits, as the sum of differences of a damaged list can be anything.
            let mut position = u64::from(first);
            bits::unpack(&self.bytes[at..end + PADDING], width, len - 1, |less_one| {
                position += u64::from(less_one) + 1;
                pass(bits::low_half(position));
            });
            next = position + 1;
            at = end;
            left -= len;
        }
        (next <= n_tokens as u64).then_some(())
    }
}

/// Writes the list of ascending positions behind what `out` holds.
pub(super) fn append_list(positions: &[u32], out: &mut Vec<u8>) {
    for block in positions.chunks(BLOCK) {
        let less_one = || block.windows(2).map(|pair| pair[1] - pair[0] - 1);
        let width = bits::width_of(less_one().fold(0, |all, difference| all | difference));
        out.extend_from_slice(&block[0].to_le_bytes());
        out.push(u8::try_from(width).expect("at most 32"));
        bits::pack(less_one(), width, out);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_come_back(
            lists in prop::collection::vec(prop::collection::btree_set(any::<u32>(), 0..500), 1..5)
        ) {
            let (mut bytes, mut firsts) = (Vec::new(), vec![0]);
            for list in &lists {
                append_list(&list.iter().copied().collect::<Vec<_>>(), &mut bytes);
                firsts.push(u32::try_from(bytes.len()).expect("short lists"));
            }
            bytes.extend([0; PADDING]);
            let postings = Postings::over(bytes.into(), firsts.into()).expect("what was written");
            for (word, list) in (0..).zip(&lists) {
                let mut read = Vec::new();
                let n_tokens = list.last().map_or(0, |last| *last as usize + 1);
                let all = postings.each(word, (list.len(), n_tokens), |position| read.push(position));
                prop_assert!(all.is_some());
                prop_assert_eq!(&read, &list.iter().copied().collect::<Vec<_>>());
                if let Some(fewer) = n_tokens.checked_sub(1) {
                    prop_assert!(postings.each(word, (list.len(), fewer), |_| ()).is_none());
                }
            }
            prop_assert!(postings.each(0, (100_000, usize::MAX), |_| ()).is_none());
        }
    }
}
