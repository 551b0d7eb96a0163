//! Foreign characters, those that are not ASCII, put into the masks of a block where one byte tells enough.
//!
//! Letters, digits and marks of any script become bits over all their bytes, and what extends a
//! letter counts as that letter. Whatever else has rules of its own (Han, Hebrew, joiners, flags, a
//! mark that extends no letter, …) is left to the automaton.

use super::classes::{CLASSES, Class, class_at};
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

static PARTS: [Part; CLASSES] = parts();

const fn parts() -> [Part; CLASSES] {
    let mut parts = [Part::Complex; CLASSES];
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
    let before = std::mem::take(&mut carry.spill);
    masks.or(&before);
    let punctuation = Punctuation::find::<V>(block);
    let mut rest = masks.non_ascii & !before.non_ascii & !punctuation.bytes;
    let spill = Masks::default();
    let mut placing = Placing {
        bytes,
        start,
        masks,
        carry,
        spill,
        joiners: 0,
    };
    if rest.count_ones() >= MANY {
        rest &= !placing.letters(letters::<V>(block));
    }
    let complex = placing.each(rest);
    punctuation.join(placing.masks, placing.carry);
    placing.join();
    carry.spill = placing.spill;
    complex
}

/// Foreign characters on their way into the masks of their block.
struct Placing<'a> {
    bytes: &'a [u8],
    start: usize,
    masks: &'a mut Masks,
    carry: &'a Carry,
    /// Bits for the next block.
    spill: Masks,
    /// The first bytes of joiners, which wait until the letters are placed.
    joiners: u64,
}

impl Placing<'_> {
    /// Places letters of two bytes, given their first ones, and gives all their bytes.
    #[inline(always)]
    fn letters(&mut self, firsts: u64) -> u64 {
        let all = firsts | firsts << 1;
        self.masks.letters |= all;
        self.spill.letters |= firsts >> (BLOCK - 1);
        self.spill.non_ascii |= firsts >> (BLOCK - 1);
        all
    }

    /// Places characters one by one; stops before the first one that is for the automaton.
    #[inline(always)]
    fn each(&mut self, mut rest: u64) -> Option<usize> {
        while rest != 0 {
            let bit = rest.trailing_zeros() as usize;
            let (class, length) = class_at(self.bytes, self.start + bit);
            let run = Run::new(bit, length);
            if !self.takes(PARTS[usize::from(class) % PARTS.len()], run) {
                return Some(self.start + bit);
            }
            rest &= !run.here();
            self.spill.non_ascii |= run.beyond();
        }
        None
    }

    /// Places one character; false for one that is for the automaton.
    #[inline(always)]
    fn takes(&mut self, part: Part, run: Run) -> bool {
        let Self { masks, spill, .. } = self;
        match part {
            Part::Gap => {}
            Part::Letter => {
                run.add(&mut masks.letters, &mut spill.letters);
                if self.bytes[self.start + run.bit..].starts_with(&LETTER_APOSTROPHE) {
                    run.last()
                        .add(&mut masks.letter_apostrophes, &mut spill.letter_apostrophes);
                }
            }
            Part::Digit => run.add(&mut masks.digits, &mut spill.digits),
            Part::Underscore => run.add(&mut masks.underscores, &mut spill.underscores),
            Part::Joiner => self.joiners |= 1 << run.bit,
            Part::Extend if run.is_behind(masks.letters, self.carry.letter) => {
                run.add(&mut masks.letters, &mut spill.letters);
            }
            Part::Extend if run.is_behind(masks.digits, self.carry.digit) => {
                run.add(&mut masks.digits, &mut spill.digits);
            }
            Part::Extend if run.is_behind(masks.underscores, self.carry.underscore) => {
                run.add(&mut masks.underscores, &mut spill.underscores);
            }
            Part::Extend | Part::Complex => return false,
        }
        true
    }

    /// Makes the joiners that stand between two characters that they join parts of words.
    #[inline(always)]
    fn join(&mut self) {
        while self.joiners != 0 {
            let bit = self.joiners.trailing_zeros() as usize;
            self.joiners &= self.joiners - 1;
            let at = self.start + bit;
            let (class, length) = class_at(self.bytes, at);
            let run = Run::new(bit, length);
            let (letter, digit) = behind(self.bytes, at + length);
            let letters = letter && run.is_behind(self.masks.letters, self.carry.letter);
            let digits = digit && run.is_behind(self.masks.digits, self.carry.digit);
            let joined = match class {
                class if class == Class::MidLetter as u8 => letters,
                class if class == Class::MidNum as u8 => digits,
                _ => letters || digits,
            };
            if joined {
                run.add(&mut self.masks.joined, &mut self.spill.joined);
                if APOSTROPHES
                    .iter()
                    .any(|one| self.bytes[at..].starts_with(one))
                {
                    run.last()
                        .add(&mut self.masks.apostrophes, &mut self.spill.apostrophes);
                }
            }
        }
    }
}

/// The bytes of one character in its block, and those beyond it in the next.
#[derive(Clone, Copy)]
struct Run {
    bit: usize,
    length: usize,
}

impl Run {
    #[inline(always)]
    fn new(bit: usize, length: usize) -> Self {
        Self { bit, length }
    }

    fn last(self) -> Self {
        Self::new(self.bit + self.length - 1, 1)
    }

    #[inline(always)]
    fn here(self) -> u64 {
        let ones = (1 << self.length) - 1;
        if self.bit < BLOCK {
            ones << self.bit
        } else {
            0
        }
    }

    #[inline(always)]
    fn beyond(self) -> u64 {
        let end = self.bit + self.length;
        if end <= BLOCK {
            return 0;
        }
        let ones = (1_u64 << self.length) - 1;
        if self.bit < BLOCK {
            ones >> (BLOCK - self.bit)
        } else {
            ones << (self.bit - BLOCK)
        }
    }

    #[inline(always)]
    fn add(self, mask: &mut u64, spill: &mut u64) {
        *mask |= self.here();
        *spill |= self.beyond();
    }

    /// Whether the byte before is in a mask, or the last of the block before was.
    #[inline(always)]
    fn is_behind(self, mask: u64, carried: u64) -> bool {
        match self.bit {
            0 => carried != 0,
            bit => mask >> (bit - 1) & 1 != 0,
        }
    }
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

/// Whether the character at `at` is a letter, and whether it is a digit.
#[inline(always)]
pub(super) fn behind(bytes: &[u8], at: usize) -> (bool, bool) {
    if at >= bytes.len() {
        return (false, false);
    }
    let part = PARTS[usize::from(class_at(bytes, at).0) % PARTS.len()];
    (part == Part::Letter, part == Part::Digit)
}
