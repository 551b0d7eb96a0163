//! The bit masks by the vector instructions of x86-64.

#![expect(
    unsafe_code,
    reason = "vector instructions are chosen while the program runs"
)]
#![allow(clippy::wildcard_imports, reason = "the names say what they are")]

use std::arch::x86_64::*;

use super::masks::{self, BLOCK, Masks, SPREAD, Vectors};
use super::portable::spread_by_bytes;
use crate::text::{Possessives, Token};

/// Every x86-64 processor has these instructions.
pub(super) struct Sse2;
struct Avx2;
struct Avx512;

/// [`masks::append_words`] by AVX2, which the processor must have.
pub(super) fn append_words_avx2(
    text: &str,
    offset: u32,
    possessives: Possessives,
    tokens: &mut Vec<Token>,
) {
    #[target_feature(enable = "avx2,bmi1,bmi2,popcnt,lzcnt")]
    fn compiled(text: &str, offset: u32, possessives: Possessives, tokens: &mut Vec<Token>) {
        masks::append_words::<Avx2>(text, offset, possessives, tokens);
    }
    assert!(has_avx2(), "AVX2 is asked for where there is none");
    // SAFETY: the processor has what is enabled, as was just seen.
    unsafe { compiled(text, offset, possessives, tokens) }
}

/// [`masks::append_words`] by AVX-512, which the processor must have.
pub(super) fn append_words_avx512(
    text: &str,
    offset: u32,
    possessives: Possessives,
    tokens: &mut Vec<Token>,
) {
    #[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2")]
    #[target_feature(enable = "bmi1,bmi2,popcnt,lzcnt")]
    fn compiled(text: &str, offset: u32, possessives: Possessives, tokens: &mut Vec<Token>) {
        masks::append_words::<Avx512>(text, offset, possessives, tokens);
    }
    assert!(has_avx512(), "AVX-512 is asked for where there is none");
    // SAFETY: the processor has what is enabled, as was just seen.
    unsafe { compiled(text, offset, possessives, tokens) }
}

/// Whether the processor has what [`append_words_avx2`] needs.
pub(super) fn has_avx2() -> bool {
    is_x86_feature_detected!("avx2")
        && is_x86_feature_detected!("bmi1")
        && is_x86_feature_detected!("bmi2")
        && is_x86_feature_detected!("popcnt")
        && is_x86_feature_detected!("lzcnt")
}

/// Whether the processor has what [`append_words_avx512`] needs.
pub(super) fn has_avx512() -> bool {
    has_avx2()
        && is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512vbmi")
        && is_x86_feature_detected!("avx512vbmi2")
}

impl Vectors for Sse2 {
    #[inline(always)]
    fn classify(block: &[u8; BLOCK]) -> Masks {
        let (parts, _) = block.as_chunks();
        // SAFETY: SSE2 belongs to x86-64.
        let part = |at: usize| unsafe { classify_sse2(&parts[at]) };
        together([part(0), part(1), part(2), part(3)])
    }

    #[inline(always)]
    fn in_range(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
        // SAFETY: SSE2 belongs to x86-64.
        unsafe { in_range_sse2(block, first, last) }
    }

    #[inline(always)]
    fn spread(bits: u64, base: u32, places: &mut [u32; SPREAD]) {
        spread_by_bytes(bits, base, places);
    }
}

impl Vectors for Avx2 {
    #[inline(always)]
    fn classify(block: &[u8; BLOCK]) -> Masks {
        // SAFETY: this type is used in append_words_avx2 alone, whose caller has AVX2.
        unsafe { classify_avx2(block) }
    }

    #[inline(always)]
    fn in_range(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
        // SAFETY: as above.
        unsafe { in_range_avx2(block, first, last) }
    }

    #[inline(always)]
    fn spread(bits: u64, base: u32, places: &mut [u32; SPREAD]) {
        spread_by_bytes(bits, base, places);
    }
}

impl Vectors for Avx512 {
    #[inline(always)]
    fn classify(block: &[u8; BLOCK]) -> Masks {
        // SAFETY: this type is used in append_words_avx512 alone, whose caller has its features.
        unsafe { classify_avx512(block) }
    }

    #[inline(always)]
    fn in_range(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
        // SAFETY: as above.
        unsafe { in_range_avx512(block, first, last) }
    }

    #[inline(always)]
    fn spread(bits: u64, base: u32, places: &mut [u32; SPREAD]) {
        // SAFETY: as above.
        unsafe { spread_avx512(bits, base, places) }
    }
}

/// Unsigned `byte - first < count` by a signed comparison: both sides are moved by 128.
macro_rules! in_range {
    ($vector:expr, $first:expr, $count:expr, $set:ident, $add:ident, $greater:ident) => {
        $greater(
            $set((-128_i8).wrapping_add($count.cast_signed())),
            $add($vector, $set((-128_i8).wrapping_sub($first.cast_signed()))),
        )
    };
}

/// The masks of one vector of bytes, by the functions of one width.
macro_rules! classify_vector {
    ($vector:expr, $or:ident, $set:ident, $add:ident, $greater:ident, $equal:ident, $mask:ident) => {{
        let vector = $vector;
        let lower = $or(vector, $set(0x20));
        let is = |byte: u8| $equal(vector, $set(byte.cast_signed()));
        let quote = is(b'\'');
        let quote_or_point = $or(quote, is(b'.'));
        let bits = |truths| u64::from($mask(truths).cast_unsigned());
        Masks {
            letters: bits(in_range!(lower, b'a', 26_u8, $set, $add, $greater)),
            digits: bits(in_range!(vector, b'0', 10_u8, $set, $add, $greater)),
            underscores: bits(is(b'_')),
            letter_joiners: bits($or(quote_or_point, is(b':'))),
            digit_joiners: bits($or(quote_or_point, $or(is(b','), is(b';')))),
            joined: 0,
            apostrophes: bits(quote),
            letter_apostrophes: 0,
            non_ascii: bits(vector),
        }
    }};
}

/// The masks of a block from those of its parts, the first part in the lowest bits.
#[inline(always)]
fn together<const PARTS: usize>(parts: [Masks; PARTS]) -> Masks {
    let all = |mask: fn(&Masks) -> u64| {
        parts
            .iter()
            .rev()
            .fold(0, |bits, part| bits << (BLOCK / PARTS) | mask(part))
    };
    Masks {
        letters: all(|part| part.letters),
        digits: all(|part| part.digits),
        underscores: all(|part| part.underscores),
        letter_joiners: all(|part| part.letter_joiners),
        digit_joiners: all(|part| part.digit_joiners),
        joined: 0,
        apostrophes: all(|part| part.apostrophes),
        letter_apostrophes: 0,
        non_ascii: all(|part| part.non_ascii),
    }
}

#[inline]
#[target_feature(enable = "sse2")]
fn classify_sse2(part: &[u8; 16]) -> Masks {
    // SAFETY: the part has 16 bytes.
    let vector = unsafe { _mm_loadu_si128(part.as_ptr().cast()) };
    classify_vector!(
        vector,
        _mm_or_si128,
        _mm_set1_epi8,
        _mm_add_epi8,
        _mm_cmpgt_epi8,
        _mm_cmpeq_epi8,
        _mm_movemask_epi8
    )
}

#[inline]
#[target_feature(enable = "avx2")]
fn classify_avx2(block: &[u8; BLOCK]) -> Masks {
    let part = |at: usize| {
        // SAFETY: 32 bytes from 0 and 32 on lie within the block.
        let vector = unsafe { _mm256_loadu_si256(block.as_ptr().add(at).cast()) };
        classify_vector!(
            vector,
            _mm256_or_si256,
            _mm256_set1_epi8,
            _mm256_add_epi8,
            _mm256_cmpgt_epi8,
            _mm256_cmpeq_epi8,
            _mm256_movemask_epi8
        )
    };
    together([part(0), part(32)])
}

#[inline]
#[target_feature(enable = "sse2")]
fn in_range_sse2(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
    let part = |at: usize| {
        // SAFETY: 16 bytes from 0, 16, 32 and 48 on lie within the block.
        let vector = unsafe { _mm_loadu_si128(block.as_ptr().add(at).cast()) };
        let count = last - first + 1;
        let truths = in_range!(
            vector,
            first,
            count,
            _mm_set1_epi8,
            _mm_add_epi8,
            _mm_cmpgt_epi8
        );
        u64::from(_mm_movemask_epi8(truths).cast_unsigned())
    };
    part(0) | part(16) << 16 | part(32) << 32 | part(48) << 48
}

#[inline]
#[target_feature(enable = "avx2")]
fn in_range_avx2(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
    let part = |at: usize| {
        // SAFETY: 32 bytes from 0 and 32 on lie within the block.
        let vector = unsafe { _mm256_loadu_si256(block.as_ptr().add(at).cast()) };
        let count = last - first + 1;
        let truths = in_range!(
            vector,
            first,
            count,
            _mm256_set1_epi8,
            _mm256_add_epi8,
            _mm256_cmpgt_epi8
        );
        u64::from(_mm256_movemask_epi8(truths).cast_unsigned())
    };
    part(0) | part(32) << 32
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn in_range_avx512(block: &[u8; BLOCK], first: u8, last: u8) -> u64 {
    // SAFETY: the block has 64 bytes.
    let vector = unsafe { _mm512_loadu_si512(block.as_ptr().cast()) };
    let moved = _mm512_sub_epi8(vector, _mm512_set1_epi8(first.cast_signed()));
    _mm512_cmple_epu8_mask(moved, _mm512_set1_epi8((last - first).cast_signed()))
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const UNDERSCORE: u8 = 4;
const LETTER_JOINER: u8 = 8;
const DIGIT_JOINER: u8 = 16;
const APOSTROPHE: u8 = 32;

/// What each ASCII character is.
static KINDS: [u8; 128] = kinds();

const fn kinds() -> [u8; 128] {
    let mut kinds = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            b'\'' => LETTER_JOINER | DIGIT_JOINER | APOSTROPHE,
            b'.' => LETTER_JOINER | DIGIT_JOINER,
            b':' => LETTER_JOINER,
            b',' | b';' => DIGIT_JOINER,
            _ => 0,
        };
        byte += 1;
    }
    kinds
}

/// The numbers from 0 to 63.
static COUNTED: [u8; BLOCK] = {
    let mut counted = [0; BLOCK];
    let mut number = 0_u8;
    while (number as usize) < BLOCK {
        counted[number as usize] = number;
        number += 1;
    }
    counted
};

#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn classify_avx512(block: &[u8; BLOCK]) -> Masks {
    // SAFETY: the block has 64 bytes, the table twice as many.
    let (vector, low, high) = unsafe {
        (
            _mm512_loadu_si512(block.as_ptr().cast()),
            _mm512_loadu_si512(KINDS.as_ptr().cast()),
            _mm512_loadu_si512(KINDS.as_ptr().add(BLOCK).cast()),
        )
    };
    let non_ascii = _mm512_movepi8_mask(vector);
    let kinds = _mm512_maskz_permutex2var_epi8(!non_ascii, low, vector, high);
    let are = |kind: u8| _mm512_test_epi8_mask(kinds, _mm512_set1_epi8(kind.cast_signed()));
    Masks {
        letters: are(LETTER),
        digits: are(DIGIT),
        underscores: are(UNDERSCORE),
        letter_joiners: are(LETTER_JOINER),
        digit_joiners: are(DIGIT_JOINER),
        joined: 0,
        apostrophes: are(APOSTROPHE),
        letter_apostrophes: 0,
        non_ascii,
    }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi2")]
fn spread_avx512(bits: u64, base: u32, places: &mut [u32; SPREAD]) {
    // SAFETY: there are 64 numbers.
    let counted = unsafe { _mm512_loadu_si512(COUNTED.as_ptr().cast()) };
    let ones = _mm512_maskz_compress_epi8(bits, counted);
    let base = _mm512_set1_epi32(base.cast_signed());
    let mut write = |at: usize, sixteen: __m128i| {
        let sum = _mm512_add_epi32(_mm512_cvtepu8_epi32(sixteen), base);
        // SAFETY: 16 places from 0, 16, 32 and 48 on lie within the array.
        unsafe { _mm512_storeu_si512(places.as_mut_ptr().add(at).cast(), sum) };
    };
    write(0, _mm512_extracti32x4_epi32::<0>(ones));
    write(16, _mm512_extracti32x4_epi32::<1>(ones));
    if bits.count_ones() > 32 {
        write(32, _mm512_extracti32x4_epi32::<2>(ones));
        write(48, _mm512_extracti32x4_epi32::<3>(ones));
    }
}
