//! Words by bit masks over 64 bytes.
//!
//! In ASCII the rules of UAX #29 come down to five classes: letters, digits, the underscore, marks
//! that join letters (`'` `.` `:`) and marks that join digits (`'` `.` `,` `;`). With a bit a byte
//! for each class, a word is a run of ones in
//! `letter | digit | underscore | joiner & letter before & letter behind | …`, and the places where
//! that changes are where words begin and end, in turn: two neighbours in the list are a token.

use super::automaton;
use super::foreign;
use super::places::{Changes, Places};
use crate::text::{Possessives, Token};

/// The bytes of a block, a bit a byte.
pub(super) const BLOCK: usize = 64;

/// The bytes of a block that are of each class.
#[derive(Clone, Copy, Default)]
pub(super) struct Masks {
    pub(super) letters: u64,
    pub(super) digits: u64,
    pub(super) underscores: u64,
    pub(super) letter_joiners: u64,
    pub(super) digit_joiners: u64,
    /// Joiners known to stand between what they join.
    pub(super) joined: u64,
    /// The last byte of each apostrophe; it may stand outside of words.
    pub(super) apostrophes: u64,
    /// The last byte of each letter that is used as an apostrophe.
    pub(super) letter_apostrophes: u64,
    pub(super) non_ascii: u64,
}

impl Masks {
    pub(super) fn or(&mut self, other: &Self) {
        self.letters |= other.letters;
        self.digits |= other.digits;
        self.underscores |= other.underscores;
        self.joined |= other.joined;
        self.apostrophes |= other.apostrophes;
        self.letter_apostrophes |= other.letter_apostrophes;
    }
}

/// Room for the places of a block's ones, and for what is written behind them.
pub(super) const SPREAD: usize = BLOCK + 8;

/// What an instruction set does for the scan.
pub(super) trait Vectors {
    /// The masks of a block; characters that are not ASCII are in `non_ascii` alone.
    fn classify(block: &[u8; BLOCK]) -> Masks;

    /// The bytes of a block from `first` to `last`.
    fn in_range(block: &[u8; BLOCK], first: u8, last: u8) -> u64;

    /// Writes the places of the ones in `bits`, counted from `base`, to the front of `places`. What
    /// is behind them is overwritten with anything.
    fn spread(bits: u64, base: u32, places: &mut [u32; SPREAD]);
}

/// What a block has to know of the one before: its last bits.
#[derive(Clone, Copy, Default)]
pub(super) struct Carry {
    pub(super) letter: u64,
    pub(super) digit: u64,
    pub(super) underscore: u64,
    word: u64,
    apostrophes: u64,
    letter_apostrophes: u64,
    /// Bits of a character that reaches over into this block.
    pub(super) spill: Masks,
}

impl Carry {
    #[inline(always)]
    fn changes(&mut self, masks: &Masks, bytes: &[u8], next: usize) -> Changes {
        let Masks {
            letters,
            digits,
            underscores,
            ..
        } = *masks;
        let (mut letters_behind, mut digits_behind) = (letters >> 1, digits >> 1);
        if (masks.letter_joiners | masks.digit_joiners) >> (BLOCK - 1) != 0 {
            let (letter, digit) = foreign::behind(bytes, next);
            letters_behind |= u64::from(letter) << (BLOCK - 1);
            digits_behind |= u64::from(digit) << (BLOCK - 1);
        }
        let words = letters
            | digits
            | underscores
            | masks.joined
            | masks.letter_joiners & (letters << 1 | self.letter) & letters_behind
            | masks.digit_joiners & (digits << 1 | self.digit) & digits_behind;
        let all = words ^ (words << 1 | self.word);
        let ends = all & !words;
        let apostrophes = masks.apostrophes & words;
        let quoted = ends & (apostrophes << 2 | self.apostrophes);
        let doubtful = ends
            & (underscores << 1
                | self.underscore
                | masks.letter_apostrophes << 2
                | self.letter_apostrophes);
        let last = |mask: u64| mask >> (BLOCK - 1);
        self.letter = last(letters);
        self.digit = last(digits);
        self.underscore = last(underscores);
        self.word = last(words);
        self.apostrophes = apostrophes >> (BLOCK - 2);
        self.letter_apostrophes = masks.letter_apostrophes >> (BLOCK - 2);
        Changes {
            all,
            quoted,
            doubtful,
        }
    }
}

/// Appends the words of a text that begins `offset` bytes into its document.
#[inline(always)]
pub(super) fn append_words<V: Vectors>(
    text: &str,
    offset: u32,
    possessives: Possessives,
    tokens: &mut Vec<Token>,
) {
    let bytes = text.as_bytes();
    let mut places = Places::new(text, offset, possessives, tokens);
    let (mut carry, mut start, mut floor) = (Carry::default(), 0, 0);
    while start < bytes.len() {
        let mut masks = match bytes[start..].first_chunk() {
            Some(block) => V::classify(block),
            None => V::classify(&padded(&bytes[start..])),
        };
        if masks.non_ascii != 0
            && let Some(complex) = foreign::place::<V>(bytes, start, &mut masks, &mut carry)
        {
            let begin = stretch_start(bytes, floor, complex);
            if begin > start {
                let mut changes = carry.changes(&masks, bytes, start + BLOCK);
                let below = (1 << (begin - start)) - 1;
                changes.all &= below;
                changes.quoted &= below;
                changes.doubtful &= below;
                places.add::<V>(&changes, start);
            } else {
                places.take_back(begin);
            }
            floor = automaton::each_word(bytes, begin, complex, |start, end| {
                places.add_foreign(start, end);
            });
            (carry, start) = (Carry::default(), floor);
            continue;
        }
        let changes = carry.changes(&masks, bytes, start + BLOCK);
        places.add::<V>(&changes, start);
        start += BLOCK;
    }
    places.finish();
}

#[cold]
pub(super) fn padded(bytes: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..bytes.len()].copy_from_slice(bytes);
    block
}

/// The nearest boundary before a character that the masks can't judge, not before `floor`: behind a
/// line's end, or between a space and ASCII that is no space.
fn stretch_start(bytes: &[u8], floor: usize, complex: usize) -> usize {
    let is_boundary = |at: &usize| match bytes[*at - 1] {
        b'\n' => true,
        b' ' => bytes[*at].is_ascii() && bytes[*at] != b' ',
        _ => false,
    };
    (floor + 1..=complex)
        .rev()
        .find(is_boundary)
        .unwrap_or(floor)
}
