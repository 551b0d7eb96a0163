//! Words by bit masks over 64 bytes.
//!
//! In ASCII the rules of UAX #29 come down to five classes: letters, digits, the underscore, marks
//! that join letters (`'` `.` `:`) and marks that join digits (`'` `.` `,` `;`). With a bit a byte
//! for each class, a word is a run of ones in
//! `letter | digit | underscore | joiner & letter before & letter behind | …`, and the places where
//! that changes are where words begin and end, in turn: two neighbours in the list are a token.

use super::automaton;
use super::foreign;
use super::splits::{is_word, possessive_length};
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
    /// `s` and `S`, with which a possessive ends.
    pub(super) esses: u64,
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

/// What an instruction set does for the scan.
pub(super) trait Vectors {
    /// The masks of a block; characters that are not ASCII are in `non_ascii` alone.
    fn classify(block: &[u8; BLOCK]) -> Masks;

    /// The bytes of a block from `first` to `last`.
    fn in_range(block: &[u8; BLOCK], first: u8, last: u8) -> u64;

    /// Writes the places of the ones in `bits`, counted from `base`, to the front of `places`. What
    /// is behind them is overwritten with anything.
    fn spread(bits: u64, base: u32, places: &mut [u32; BLOCK]);
}

/// What a block has to know of the one before: its last bits.
#[derive(Clone, Copy, Default)]
pub(super) struct Carry {
    pub(super) letter: u64,
    pub(super) digit: u64,
    pub(super) underscore: u64,
    word: u64,
    ess: u64,
    apostrophes: u64,
    letter_apostrophes: u64,
    /// Bits of a character that reaches over into this block.
    pub(super) spill: Masks,
}

/// Where words begin and end in a block.
struct Changes {
    all: u64,
    /// The ends of words with an `'s`.
    possessives: u64,
    /// The ends of words that need a look.
    doubtful: u64,
}

impl Carry {
    #[inline(always)]
    fn changes(&mut self, masks: &Masks, bytes: &[u8], next: usize) -> Changes {
        let Masks { letters, digits, underscores, .. } = *masks;
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
        let behind_ess = ends & (masks.esses << 1 | self.ess);
        let possessives = behind_ess & (apostrophes << 2 | self.apostrophes);
        let doubtful = ends & (underscores << 1 | self.underscore)
            | behind_ess & (masks.letter_apostrophes << 2 | self.letter_apostrophes);
        let last = |mask: u64| mask >> (BLOCK - 1);
        self.letter = last(letters);
        self.digit = last(digits);
        self.underscore = last(underscores);
        self.word = last(words);
        self.ess = last(masks.esses);
        self.apostrophes = apostrophes >> (BLOCK - 2);
        self.letter_apostrophes = masks.letter_apostrophes >> (BLOCK - 2);
        Changes { all, possessives, doubtful }
    }
}

/// Bytes whose places are gathered before they become tokens.
const GATHERED: usize = 16 * BLOCK;
const PLACES: usize = GATHERED + 2 * BLOCK;

/// Where words begin and end, in turn, on their way into tokens.
struct Places<'t> {
    text: &'t str,
    offset: u32,
    possessives: Possessives,
    gathered: [u32; PLACES],
    count: usize,
    tokens: &'t mut Vec<Token>,
    /// Tokens that were there before.
    old: usize,
}

impl Places<'_> {
    #[inline(always)]
    fn add<V: Vectors>(&mut self, changes: &Changes, start: usize) {
        if changes.doubtful == 0 {
            let old = self.count;
            let free = &mut self.gathered[self.count..self.count + BLOCK];
            V::spread(changes.all, place(start), free.try_into().expect("the length of a block"));
            self.count += changes.all.count_ones() as usize;
            if changes.possessives != 0 && self.possessives == Possessives::Split {
                self.split(changes, start, old);
            }
        } else {
            self.add_with_care(changes.all, start);
        }
        if self.count > GATHERED {
            self.flush();
        }
    }

    /// Puts the beginning of each `'s` twice before the word's end: an end and a beginning.
    fn split(&mut self, changes: &Changes, start: usize, old: usize) {
        let mut rest = changes.possessives;
        let mut added = old;
        while rest != 0 {
            let below = (rest & rest.wrapping_neg()) - 1;
            let end = start + rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let at = added + (changes.all & below).count_ones() as usize;
            let apostrophe = if self.text.as_bytes()[end - 2] == b'\'' { 1 } else { 3 };
            self.gathered.copy_within(at..self.count, at + 2);
            self.gathered[at..at + 2].fill(place(end - 1 - apostrophe));
            self.count += 2;
            added += 2;
        }
    }

    /// Adds the places of a block in which a word may be of underscores alone.
    #[cold]
    fn add_with_care(&mut self, mut bits: u64, start: usize) {
        while bits != 0 {
            let at = start + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            if self.count % 2 == 0 {
                self.push(at);
            } else {
                self.close(at);
            }
            if self.count > GATHERED {
                self.flush();
            }
        }
    }

    /// Ends the word that was begun, if it is one.
    fn close(&mut self, end: usize) {
        self.count -= 1;
        let start = self.gathered[self.count] as usize;
        self.add_word(start, end);
    }

    /// Adds a word, without a letter or digit none, and its `'s` by itself.
    fn add_word(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        let stem = match self.possessives {
            Possessives::Split => end - possessive_length(word),
            Possessives::Keep => end,
        };
        if is_word(&self.text[start..stem]) {
            self.push(start);
            self.push(stem);
        }
        if stem < end {
            self.push(stem);
            self.push(end);
        }
    }

    #[inline(always)]
    fn push(&mut self, at: usize) {
        self.gathered[self.count] = place(at);
        self.count += 1;
    }

    /// Makes tokens of the places; that of a word whose end is to come stays.
    #[inline(always)]
    fn flush(&mut self) {
        let offset = self.offset;
        let (pairs, rest) = self.gathered[..self.count].as_chunks::<2>();
        self.tokens.extend(pairs.iter().map(|[start, end]| Token {
            start: offset.wrapping_add(*start),
            end: offset.wrapping_add(*end),
        }));
        let open = rest.first().copied();
        self.count = 0;
        if let Some(start) = open {
            self.push(start as usize);
        }
    }

    /// Takes back all words from `at` on, where a segment begins.
    #[cold]
    fn take_back(&mut self, at: usize) {
        while self.count > 0 && self.gathered[self.count - 1] >= place(at) {
            self.count -= 1;
        }
        if self.count > 0 {
            return;
        }
        let first = self.offset + place(at);
        while self.tokens.len() > self.old && self.tokens[self.tokens.len() - 1].start >= first {
            self.tokens.pop();
        }
    }
}

/// A place in a text whose length was seen to fit.
#[expect(clippy::cast_possible_truncation)]
fn place(at: usize) -> u32 {
    at as u32
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
    let end = u32::try_from(bytes.len()).ok().and_then(|length| offset.checked_add(length));
    assert!(end.is_some(), "a document is below 4 GiB");
    let old = tokens.len();
    let mut places =
        Places { text, offset, possessives, gathered: [0; PLACES], count: 0, tokens, old };
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
                changes.possessives &= below;
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
    if places.count % 2 != 0 {
        places.close(bytes.len());
    }
    places.flush();
}

impl Places<'_> {
    /// Adds a word that the automaton found.
    #[inline(always)]
    fn add_foreign(&mut self, start: usize, end: usize) {
        if matches!(self.text.as_bytes()[end - 1], b's' | b'S') {
            self.add_word(start, end);
        } else {
            self.gathered[self.count..self.count + 2].copy_from_slice(&[place(start), place(end)]);
            self.count += 2;
        }
        if self.count > GATHERED {
            self.flush();
        }
    }
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
    (floor + 1..=complex).rev().find(is_boundary).unwrap_or(floor)
}

/// The bit masks in plain loops, which run everywhere.
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
            esses: mask(block, |byte| byte | 0x20 == b's'),
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
    fn spread(bits: u64, base: u32, places: &mut [u32; BLOCK]) {
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
        let (mut bit, mut count) = (0, 0);
        while bit < 8 {
            if byte >> bit & 1 != 0 {
                table[byte][count] = bit as u8;
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
pub(super) fn spread_by_bytes(bits: u64, base: u32, places: &mut [u32; BLOCK]) {
    let (mut count, mut base) = (0, base);
    for byte in bits.to_le_bytes() {
        let row = &ONES[usize::from(byte)];
        for (place, one) in places[count..count + 8].iter_mut().zip(row) {
            *place = base.wrapping_add(u32::from(*one));
        }
        count += byte.count_ones() as usize;
        base = base.wrapping_add(8);
    }
}
