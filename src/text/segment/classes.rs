//! What the rules of UAX #29 ask of a character: its class.

use super::tables::{BMP, HIGH, HIGH_PAGES, LEAVES};

/// The word-break property of a character, parted further by what else the words depend on: whether
/// it makes a segment a word (`char::is_alphanumeric`), and whether it is a pictograph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Other,
    /// Han, Hiragana, Thai and the like, and numbers such as `½`: words by themselves.
    OtherWord,
    OtherPictograph,
    Cr,
    Lf,
    Newline,
    /// Extend and Format, which rule WB4 treats alike.
    Extend,
    ExtendWord,
    Zwj,
    Regional,
    Katakana,
    KatakanaMark,
    Hebrew,
    Letter,
    LetterMark,
    LetterPictograph,
    SingleQuote,
    DoubleQuote,
    MidNumLet,
    MidLetter,
    MidNum,
    Numeric,
    NumericMark,
    ExtendNumLet,
    Space,
    /// The end of the text.
    End,
}

/// How many classes the automaton has room for: a power of two.
pub(super) const CLASSES: usize = 32;

impl Class {
    pub(super) const ALL: [Self; 26] = [
        Self::Other,
        Self::OtherWord,
        Self::OtherPictograph,
        Self::Cr,
        Self::Lf,
        Self::Newline,
        Self::Extend,
        Self::ExtendWord,
        Self::Zwj,
        Self::Regional,
        Self::Katakana,
        Self::KatakanaMark,
        Self::Hebrew,
        Self::Letter,
        Self::LetterMark,
        Self::LetterPictograph,
        Self::SingleQuote,
        Self::DoubleQuote,
        Self::MidNumLet,
        Self::MidLetter,
        Self::MidNum,
        Self::Numeric,
        Self::NumericMark,
        Self::ExtendNumLet,
        Self::Space,
        Self::End,
    ];
}

/// The number of the class of the character that begins at `at`, and the character's length.
///
/// `at` must be the first byte of a character of a text.
#[inline(always)]
pub(super) fn class_at(bytes: &[u8], at: usize) -> (u8, usize) {
    let low = |behind: usize| usize::from(bytes[at + behind] & 0x3F);
    let first = usize::from(bytes[at]);
    match first {
        0..0x80 => (LEAVES[first], 1),
        0x80..0xE0 => (LEAVES[(first & 0x1F) << 6 | low(1)], 2),
        0xE0..0xF0 => {
            let leaf = usize::from(BMP[(first & 0xF) << 6 | low(1)]);
            (LEAVES[leaf << 6 | low(2)], 3)
        }
        _ => {
            let page = usize::from(HIGH[(first & 7) << 6 | low(1)]);
            let leaf = usize::from(HIGH_PAGES[page << 6 | low(2)]);
            (LEAVES[leaf << 6 | low(3)], 4)
        }
    }
}
