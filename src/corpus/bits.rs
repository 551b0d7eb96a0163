//! Integers in a fixed number of bits each, the first in the lowest bits of the first byte.
//!
//! Eight values of `width` bits take `width` bytes, so a value is found without looking at others.
//! Readers load eight bytes at a time: whatever holds packed values ends in [`PADDING`] more bytes.

use arrow_buffer::Buffer;

use crate::prefetch::prefetch;

/// The bytes behind packed values that a reader may touch.
pub(super) const PADDING: usize = 8;

/// Values that are packed as one run: what is found without looking at what stands beside it.
const GROUP: usize = 8;
/// A range of fewer values is read one by one.
const FEW: usize = 4 * GROUP;

/// The bits that a value needs.
pub(super) fn width_of(largest: u32) -> u32 {
    u32::BITS - largest.leading_zeros()
}

/// The bytes of `len` values, without padding.
pub(super) fn packed_bytes(len: usize, width: u32) -> usize {
    (len * width as usize).div_ceil(8)
}

/// Packs values behind what `out` holds.
pub(super) fn pack(values: impl IntoIterator<Item = u32>, width: u32, out: &mut Vec<u8>) {
    let mut packer = Packer::new(width);
    packer.push(values, out);
    packer.finish(out);
}

/// Values being packed, a word at a time.
pub(super) struct Packer {
    width: u32,
    bits: u64,
    /// The bits that are in use, below 64.
    filled: u32,
}

impl Packer {
    pub(super) fn new(width: u32) -> Self {
        Self::behind(0, width)
    }

    /// The first value goes behind so many bits of its byte, fewer than eight, which are 0.
    pub(super) fn behind(filled: u32, width: u32) -> Self {
        Self {
            width,
            bits: 0,
            filled,
        }
    }

    pub(super) fn push(&mut self, values: impl IntoIterator<Item = u32>, out: &mut Vec<u8>) {
        let Self {
            width,
            mut bits,
            mut filled,
        } = *self;
        for value in values {
            let value = u64::from(value);
            bits |= value.wrapping_shl(filled);
            filled = filled.wrapping_add(width);
            if let Some(over) = filled.checked_sub(u64::BITS) {
                out.extend_from_slice(&bits.to_le_bytes());
                filled = over;
                // What did not fit; nothing where the value ended with the word.
                bits = value.wrapping_shr(width.wrapping_sub(over));
            }
        }
        (self.bits, self.filled) = (bits, filled);
    }

    pub(super) fn finish(self, out: &mut Vec<u8>) {
        let rest = self.bits.to_le_bytes();
        out.extend_from_slice(&rest[..self.filled.div_ceil(8) as usize]);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the high half stays behind"
)]
pub(super) const fn low_half(bits: u64) -> u32 {
    bits as u32
}

/// The value at a place of packed values with their padding.
pub(super) fn unpack_one(bytes: &[u8], width: u32, index: usize) -> u32 {
    let bit = index * width as usize;
    let word = &bytes[bit / 8..bit / 8 + PADDING];
    let word = u64::from_le_bytes(word.try_into().expect("eight bytes"));
    low_half(word >> (bit % 8)) & mask(width)
}

/// Passes on `len` values from the beginning of packed values with their padding.
pub(super) fn unpack(bytes: &[u8], width: u32, len: usize, mut pass: impl FnMut(u32)) {
    let wide = width as usize;
    let mask = mask(width);
    let places: [(usize, usize); GROUP] = std::array::from_fn(|at| (at * wide / 8, at * wide % 8));
    for group in 0..len / GROUP {
        // The last value begins below byte `width`, so this holds its eight bytes.
        let run = &bytes[group * wide..group * wide + wide + PADDING];
        for (byte, bit) in places {
            let word = u64::from_le_bytes(run[byte..byte + 8].try_into().expect("eight bytes"));
            pass(low_half(word >> bit) & mask);
        }
    }
    for index in len - len % GROUP..len {
        pass(unpack_one(bytes, width, index));
    }
}

fn mask(width: u32) -> u32 {
    u32::MAX.checked_shr(u32::BITS - width).unwrap_or(0)
}

/// An array of packed values.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    width: u32,
    len: usize,
    bytes: Buffer,
}

impl Packed {
    /// The array over bytes as [`pack`] wrote them, with their padding; none if these are too few.
    pub(super) fn over(bytes: Buffer, width: u32, len: usize) -> Option<Self> {
        let needed = len.checked_mul(width as usize)?.div_ceil(8) + PADDING;
        (width <= u32::BITS && bytes.len() >= needed).then_some(Self { width, len, bytes })
    }

    pub(super) fn width(&self) -> u32 {
        self.width
    }

    pub(super) fn bytes(&self) -> &Buffer {
        &self.bytes
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, index: usize) -> u32 {
        assert!(index < self.len, "index {index} of {}", self.len);
        unpack_one(&self.bytes, self.width, index)
    }

    /// Asks for the memory of a value.
    pub(super) fn prefetch(&self, index: usize) {
        prefetch(&self.bytes, index * self.width as usize / 8);
    }

    /// Passes on the values of a range.
    pub(super) fn read(&self, range: std::ops::Range<usize>, mut pass: impl FnMut(u32)) {
        assert!(range.end <= self.len, "{range:?} of {}", self.len);
        let aligned = range.start.next_multiple_of(GROUP).min(range.end);
        for index in range.start..aligned {
            pass(unpack_one(&self.bytes, self.width, index));
        }
        let first = packed_bytes(aligned, self.width);
        unpack(&self.bytes[first..], self.width, range.end - aligned, pass);
    }

    /// Replaces `values` by what `of` makes of the values of a range.
    pub(super) fn read_into(
        &self,
        range: std::ops::Range<usize>,
        values: &mut Vec<u32>,
        of: impl Fn(u32) -> u32,
    ) {
        // Room first: what is written into a slice needs no look at the capacity.
        values.resize(range.len(), 0);
        if range.len() < FEW {
            return self.read_few(range, values, of);
        }
        let mut places = values.iter_mut();
        self.read(range, |value| {
            if let Some(place) = places.next() {
                *place = of(value);
            }
        });
    }

    /// The same for a range so short that groups are not worth their preparation.
    fn read_few(&self, range: std::ops::Range<usize>, values: &mut [u32], of: impl Fn(u32) -> u32) {
        assert!(range.end <= self.len, "{range:?} of {}", self.len);
        let mask = mask(self.width);
        let mut bit = range.start * self.width as usize;
        for value in values {
            let word = &self.bytes[bit / 8..bit / 8 + PADDING];
            let word = u64::from_le_bytes(word.try_into().expect("eight bytes"));
            *value = of(low_half(word >> (bit % 8)) & mask);
            bit += self.width as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn values_come_back_from_any_place(
            values in prop::collection::vec(any::<u32>(), 0..300),
            width in 0_u32..=32,
            cut in any::<prop::sample::Index>(),
        ) {
            let values: Vec<u32> = values.iter().map(|value| value & mask(width)).collect();
            let mut bytes = Vec::new();
            pack(values.iter().copied(), width, &mut bytes);
            prop_assert_eq!(bytes.len(), packed_bytes(values.len(), width));
            bytes.extend([0; PADDING]);
            let packed = Packed::over(bytes.into(), width, values.len()).expect("enough bytes");
            let one_by_one: Vec<u32> = (0..packed.len()).map(|index| packed.get(index)).collect();
            prop_assert_eq!(&one_by_one, &values);
            let from = cut.index(values.len() + 1);
            let mut read = Vec::new();
            packed.read(from..values.len(), |value| read.push(value));
            prop_assert_eq!(&read, &values[from..]);
            packed.read_into(from..values.len(), &mut read, |value| value);
            prop_assert_eq!(&read, &values[from..]);
        }
    }

    #[test]
    fn too_few_bytes_are_no_array() {
        assert!(Packed::over(vec![0_u8; 9].into(), 9, 1).is_none());
        assert!(Packed::over(vec![0_u8; 10].into(), 9, 1).is_some());
        assert!(Packed::over(vec![0_u8; 10].into(), 9, usize::MAX).is_none());
    }
}
