//! The bit masks in plain loops, which run everywhere.

use super::masks::{BLOCK, Masks, SPREAD, Vectors};

/// No vector instructions but those that the compiler finds.
pub(super) struct Portable;

impl Vectors for Portable {
    #[inline(always)]
    fn classify(block: &[u8; BLOCK]) -> Masks {
        Masks {
            letters: mask(block, |byte| (byte | 0x20).wrapping_sub(b'a') < 26),
            digits: mask(block, |byte| byte.wrapping_sub(b'0') < 10),
            underscores: mask(block, |byte| byte == b'_'),
            letter_joiners: mask(block, |byte| matches!(byte, b'\'' | b'.' | b':')),
            digit_joiners: mask(block, |byte| matches!(byte, b'\'' | b'.' | b',' | b';')),
            joined: 0,
            apostrophes: mask(block, |byte| byte == b'\''),
            letter_apostrophes: 0,
            non_ascii: mask(block, |byte| byte >= 0x80),
        }
    }

    #[inline(always)]
    fn in_range(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
        mask(block, |byte| (first..=last).contains(&byte))
    }

    #[inline(always)]
    fn spread(bits: u64, base: u32, places: &mut [u32; SPREAD]) {
        spread_by_bytes(bits, base, places);
    }
}

/// One bit a byte: whether it is of a class.
#[inline(always)]
fn mask(block: &[u8; BLOCK], holds: impl Fn(u8) -> bool) -> u64 {
    let truths: [u8; BLOCK] = std::array::from_fn(|at| u8::from(holds(block[at])));
    truths.chunks_exact(8).rev().fold(0, |bits, eight| {
        let eight = u64::from_le_bytes(eight.try_into().expect("eight bytes"));
        // Moves the lowest bit of byte i to bit 56 + i.
        bits << 8 | eight.wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}

/// For each byte, the places of its ones.
static ONES: [[u8; 8]; 256] = ones();

const fn ones() -> [[u8; 8]; 256] {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut bit, mut count) = (0_u8, 0);
        while bit < 8 {
            if byte >> bit & 1 != 0 {
                table[byte][count] = bit;
                count += 1;
            }
            bit += 1;
        }
        byte += 1;
    }
    table
}

/// Eight bits at a time, without a branch on how many ones there are.
#[inline(always)]
pub(super) fn spread_by_bytes(bits: u64, base: u32, places: &mut [u32; SPREAD]) {
    let before = ones_before_each_byte(bits).to_le_bytes();
    let mut base = base;
    for (byte, before) in bits.to_le_bytes().into_iter().zip(before) {
        let first = usize::from(before) % BLOCK;
        for (place, one) in places[first..first + 8]
            .iter_mut()
            .zip(&ONES[usize::from(byte)])
        {
            *place = base.wrapping_add(u32::from(*one));
        }
        base = base.wrapping_add(8);
    }
}

/// In each byte the number of ones in the bytes below it, added up in all bytes at once.
#[inline(always)]
fn ones_before_each_byte(bits: u64) -> u64 {
    let pairs = bits - (bits >> 1 & 0x5555_5555_5555_5555);
    let fours = (pairs & 0x3333_3333_3333_3333) + (pairs >> 2 & 0x3333_3333_3333_3333);
    let bytes = (fours + (fours >> 4)) & 0x0F0F_0F0F_0F0F_0F0F;
    bytes.wrapping_mul(0x0101_0101_0101_0101) << 8
}
