//! Characters that are not ASCII, put into the masks of a block where one byte tells enough.
//!
//! Letters, digits and marks of any script become bits over all their bytes, and what extends a
//! letter counts as that letter. Whatever else has rules of its own (Han, Hebrew, joiners, flags, a
//! mark that extends no letter, …) is left to the automaton.

use super::classes::{Class, class_at};
use super::masks::{BLOCK, Carry, Masks, Vectors, padded};

/// What a class means for the masks.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Part {
    /// No part of a word.
    Gap,
    Letter,
    Digit,
    Underscore,
    /// Joins letters, digits, or both, if it stands between two of them.
    Joiner,
    Extend,
    /// For the automaton.
    Complex,
}

static PARTS: [Part; 32] = parts();

const fn parts() -> [Part; 32] {
    let mut parts = [Part::Complex; 32];
    let mut number = 0;
    while number < Class::ALL.len() {
        parts[number] = match Class::ALL[number] {
            Class::Other | Class::OtherPictograph | Class::Space | Class::Newline => Part::Gap,
            Class::Letter | Class::LetterPictograph => Part::Letter,
            Class::Numeric => Part::Digit,
            Class::ExtendNumLet => Part::Underscore,
            Class::MidNumLet | Class::MidLetter | Class::MidNum => Part::Joiner,
            Class::Extend | Class::ExtendWord => Part::Extend,
            _ => Part::Complex,
        };
        number += 1;
    }
    parts
}

/// A modifier letter that is used as an apostrophe.
const LETTER_APOSTROPHE: [u8; 2] = [0xCA, 0xBC];
const APOSTROPHES: [[u8; 3]; 2] = [[0xE2, 0x80, 0x99], [0xEF, 0xBC, 0x87]];

/// Blocks with at least so many foreign bytes are searched for letters all at once.
const MANY: u32 = 8;

/// Puts the characters of the block at `start` that are not ASCII into its masks.
///
/// Gives the place of the first one that only the automaton can judge.
#[inline(always)]
pub(super) fn place<V: Vectors>(
    bytes: &[u8],
    start: usize,
    masks: &mut Masks,
    carry: &mut Carry,
) -> Option<usize> {
    let padding;
    let block = if let Some(block) = bytes[start..].first_chunk() {
        block
    } else {
        padding = padded(&bytes[start..]);
        &padding
    };
    let spilt = std::mem::take(&mut carry.spill);
    masks.or(&spilt);
    let mut spill = Masks::default();
    let punctuation = Punctuation::find::<V>(block);
    let mut rest = masks.non_ascii & !spilt.non_ascii & !punctuation.bytes;
    if rest.count_ones() >= MANY {
        let letters = letters::<V>(block);
        masks.letters |= letters | letters << 1;
        spill.letters |= letters >> (BLOCK - 1);
        spill.non_ascii |= letters >> (BLOCK - 1);
        rest &= !(letters | letters << 1);
    }
    let (mut joiners, mut complex) = (0_u64, None);
    while rest != 0 {
        let bit = rest.trailing_zeros() as usize;
        let at = start + bit;
        let (class, length) = class_at(bytes, at);
        let mut all = 0;
        add(&mut all, &mut spill.non_ascii, bit, length);
        rest &= !all;
        match PARTS[usize::from(class) % PARTS.len()] {
            Part::Gap => {}
            Part::Letter => {
                add(&mut masks.letters, &mut spill.letters, bit, length);
                if bytes[at..].starts_with(&LETTER_APOSTROPHE) {
                    let (mask, spill) = (&mut masks.letter_apostrophes, &mut spill.letter_apostrophes);
                    add(mask, spill, bit + 1, 1);
                }
            }
            Part::Digit => add(&mut masks.digits, &mut spill.digits, bit, length),
            Part::Underscore => {
                add(&mut masks.underscores, &mut spill.underscores, bit, length);
            }
            Part::Joiner => joiners |= 1 << bit,
            Part::Extend => {
                let is = |mask: u64, carried: u64| match bit {
                    0 => carried != 0,
                    _ => mask >> (bit - 1) & 1 != 0,
                };
                if is(masks.letters, carry.letter) {
                    add(&mut masks.letters, &mut spill.letters, bit, length);
                } else if is(masks.digits, carry.digit) {
                    add(&mut masks.digits, &mut spill.digits, bit, length);
                } else if is(masks.underscores, carry.underscore) {
                    add(&mut masks.underscores, &mut spill.underscores, bit, length);
                } else {
                    complex = Some(at);
                    break;
                }
            }
            Part::Complex => {
                complex = Some(at);
                break;
            }
        }
    }
    punctuation.join(masks, carry);
    while joiners != 0 {
        let bit = joiners.trailing_zeros() as usize;
        joiners &= joiners - 1;
        join(bytes, start, bit, (masks, &mut spill), carry);
    }
    carry.spill = spill;
    complex
}

/// Dashes, quotation marks, apostrophes, bullets and ellipses, U+2010 to U+2026, but for those that
/// end in the last two bytes of the block, or behind it.
struct Punctuation {
    bytes: u64,
    /// The first bytes of those that join letters or digits.
    joiners: u64,
    /// The last bytes of those that are apostrophes.
    apostrophes: u64,
}

impl Punctuation {
    #[inline(always)]
    fn find<V: Vectors>(block: &[u8; BLOCK]) -> Self {
        let first = V::in_range(block, 0xE2, 0xE2) & V::in_range(block, 0x80, 0x80) >> 1;
        let first = first & V::in_range(block, 0x90, 0xA6) >> 2 & ((1 << (BLOCK - 3)) - 1);
        let joiners = V::in_range(block, 0x98, 0x99) | V::in_range(block, 0xA4, 0xA4);
        Self {
            bytes: first | first << 1 | first << 2,
            joiners: first & joiners >> 2,
            apostrophes: first << 2 & V::in_range(block, 0x99, 0x99),
        }
    }

    /// Makes those that stand between what they join parts of words.
    #[inline(always)]
    fn join(&self, masks: &mut Masks, carry: &Carry) {
        let letters = (masks.letters << 1 | carry.letter) & masks.letters >> 3;
        let digits = (masks.digits << 1 | carry.digit) & masks.digits >> 3;
        let joined = self.joiners & (letters | digits);
        masks.joined |= joined | joined << 1 | joined << 2;
        masks.apostrophes |= self.apostrophes;
    }
}

/// The first bytes of letters in two bytes, of those that can be told by vector instructions:
/// most of the Latin ones, all Russian and Arabic ones, and others between.
#[inline(always)]
fn letters<V: Vectors>(block: &[u8; BLOCK]) -> u64 {
    let is = |byte| V::in_range(block, byte, byte);
    let latin = is(0xC3) & !(is(0x97) | is(0xB7)) >> 1 & u64::MAX >> 1;
    let arabic = is(0xD8) & V::in_range(block, 0xA0, 0xBF) >> 1
        | is(0xD9) & V::in_range(block, 0x80, 0x8A) >> 1;
    let any = V::in_range(block, 0xC4, 0xC9) | V::in_range(block, 0xD0, 0xD1) | is(0xDA);
    latin | arabic | any
}

/// Makes a joiner part of a word if it stands between two characters that it joins.
fn join(
    bytes: &[u8],
    start: usize,
    bit: usize,
    (masks, spill): (&mut Masks, &mut Masks),
    carry: &Carry,
) {
    let (class, length) = class_at(bytes, start + bit);
    let before = |mask: u64, carried: u64| match bit {
        0 => carried != 0,
        _ => mask >> (bit - 1) & 1 != 0,
    };
    let is = |one: Class| class == one as u8;
    let (letter, digit) = behind(bytes, start + bit + length);
    let joins_letters = before(masks.letters, carry.letter) && letter;
    let joins_digits = before(masks.digits, carry.digit) && digit;
    if !(joins_letters && !is(Class::MidNum) || joins_digits && !is(Class::MidLetter)) {
        return;
    }
    add(&mut masks.joined, &mut spill.joined, bit, length);
    if APOSTROPHES.iter().any(|one| bytes[start + bit..].starts_with(one)) {
        add(&mut masks.apostrophes, &mut spill.apostrophes, bit + length - 1, 1);
    }
}

/// Whether the character at `at` is a letter, and whether it is a digit.
#[inline]
pub(super) fn behind(bytes: &[u8], at: usize) -> (bool, bool) {
    if at >= bytes.len() {
        return (false, false);
    }
    let part = PARTS[usize::from(class_at(bytes, at).0) % PARTS.len()];
    (part == Part::Letter, part == Part::Digit)
}

/// Sets `length` bits from `bit` on, those beyond the block in the masks of the next.
#[inline(always)]
fn add(mask: &mut u64, spill: &mut u64, bit: usize, length: usize) {
    let run = u128::from((1_u64 << length) - 1) << bit;
    *mask |= run as u64;
    *spill |= (run >> BLOCK) as u64;
}
