//! Characters that are not ASCII, put into the masks of a block where one byte tells enough.
//!
//! Letters, digits and marks of any script become bits over all their bytes, and what extends a
//! letter counts as that letter. Whatever else has rules of its own (Han, Hebrew, joiners, flags, a
//! mark that extends no letter, …) is left to the automaton.

use super::classes::{Class, class_at};
use super::masks::{BLOCK, Carry, Masks};

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

/// Bytes below this one, but not ASCII, go on with a character.
const FIRST_LEAD: u8 = 0xC0;
/// A modifier letter that is used as an apostrophe.
const LETTER_APOSTROPHE: [u8; 2] = [0xCA, 0xBC];
const APOSTROPHES: [[u8; 3]; 2] = [[0xE2, 0x80, 0x99], [0xEF, 0xBC, 0x87]];

/// Puts the characters of the block at `start` that are not ASCII into its masks.
///
/// Gives the place of the first one that only the automaton can judge.
#[inline(always)]
pub(super) fn place(
    bytes: &[u8],
    start: usize,
    masks: &mut Masks,
    carry: &mut Carry,
) -> Option<usize> {
    let spilt = std::mem::take(&mut carry.spill);
    masks.or(&spilt);
    let mut spill = Masks::default();
    let mut joiners = 0_u64;
    let (mut rest, mut complex) = (masks.non_ascii, None);
    while rest != 0 {
        let bit = rest.trailing_zeros() as usize;
        let at = start + bit;
        if bytes[at] < FIRST_LEAD {
            // The character began in the block before.
            rest &= rest - 1;
            continue;
        }
        let (class, length) = class_at(bytes, at);
        rest &= !(((1 << length) - 1) << bit);
        match PARTS[usize::from(class) % PARTS.len()] {
            Part::Gap => {}
            Part::Letter => {
                add(&mut masks.letters, &mut spill.letters, bit, length);
                if bytes[at..].starts_with(&LETTER_APOSTROPHE) {
                    add(&mut masks.apostrophes, &mut spill.apostrophes, bit + 1, 1);
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
    while joiners != 0 {
        let bit = joiners.trailing_zeros() as usize;
        joiners &= joiners - 1;
        join(bytes, start, bit, (masks, &mut spill), carry);
    }
    carry.spill = spill;
    complex
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
