//! Words of UAX #29 at speed: ASCII by bit masks over 64 bytes, the rest by unicode-segmentation.
//!
//! In ASCII the rules of UAX #29 come down to five classes: letters, digits, the underscore, marks
//! that join letters (`'` `.` `:`) and marks that join digits (`'` `.` `,` `;`). With a bit a byte
//! for each class, a word is a run of ones in
//! `letter | digit | underscore | joiner & letter before & letter behind | …`, and words begin and
//! end where that changes. Stretches with other characters go to the crate, from and to places
//! where the standard always has a boundary.

use unicode_segmentation::UnicodeSegmentation;

/// The version of Unicode whose word boundaries are used.
pub const UNICODE_VERSION: (u64, u64, u64) = unicode_segmentation::UNICODE_VERSION;

/// All segments between the word boundaries of UAX #29, white space and punctuation included.
pub fn word_bounds(text: &str) -> impl Iterator<Item = &str> {
    text.split_word_bounds()
}

/// Passes on where each word begins and ends: the segments that hold a letter or a digit.
pub(super) fn each_word(text: &str, mut emit: impl FnMut(usize, usize)) {
    let bytes = text.as_bytes();
    let mut done = 0;
    while let Some(other) = next_non_ascii(bytes, done) {
        let start = stretch_start(bytes, done, other);
        each_ascii_word(bytes, done, start, &mut emit);
        done = stretch_end(bytes, other);
        for (at, word) in text[start..done].unicode_word_indices() {
            emit(start + at, start + at + word.len());
        }
    }
    each_ascii_word(bytes, done, bytes.len(), &mut emit);
}

fn next_non_ascii(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    for block in bytes[from..].chunks(BLOCK) {
        if !block.is_ascii() {
            return block
                .iter()
                .position(|byte| !byte.is_ascii())
                .map(|place| at + place);
        }
        at += block.len();
    }
    None
}

/// The nearest boundary before a character that is not ASCII: a line's beginning, or the beginning
/// of the spaces before it, which a combining mark would make part of its segment.
fn stretch_start(bytes: &[u8], from: usize, other: usize) -> usize {
    let before = &bytes[from..other];
    let Some(gap) = before.iter().rposition(|byte| matches!(byte, b' ' | b'\n')) else {
        return from;
    };
    if before[gap] == b'\n' {
        return from + gap + 1;
    }
    from + before[..gap]
        .iter()
        .rposition(|byte| *byte != b' ')
        .map_or(0, |last| last + 1)
}

/// The nearest boundary behind a character that is not ASCII: behind a line's end, or between a
/// space and ASCII that is no space.
fn stretch_end(bytes: &[u8], other: usize) -> usize {
    let behind = &bytes[other..];
    let is_boundary =
        |pair: &[u8]| pair[0] == b'\n' || pair[0] == b' ' && pair[1].is_ascii() && pair[1] != b' ';
    behind
        .windows(2)
        .position(is_boundary)
        .map_or(bytes.len(), |at| other + at + 1)
}

const BLOCK: usize = 64;

/// The bytes of a block that are of each class, one bit a byte.
struct Classes {
    letters: u64,
    digits: u64,
    underscores: u64,
    letter_joiners: u64,
    digit_joiners: u64,
}

/// Words of a part of a text that is ASCII and has a word boundary at either end.
fn each_ascii_word(bytes: &[u8], from: usize, to: usize, emit: &mut impl FnMut(usize, usize)) {
    let (mut before, mut open) = (Before::default(), None);
    for (number, part) in bytes[from..to].chunks(BLOCK).enumerate() {
        let start = from + number * BLOCK;
        let classes = if let Ok(block) = part.try_into() {
            classify(block)
        } else {
            let mut block = [0; BLOCK];
            block[..part.len()].copy_from_slice(part);
            classify(&block)
        };
        let behind = bytes[..to].get(start + BLOCK).copied().unwrap_or(0);
        let words = before.words(&classes, behind);
        let mut changes = words ^ (words << 1 | u64::from(open.is_some()));
        while changes != 0 {
            let at = start + changes.trailing_zeros() as usize;
            changes &= changes - 1;
            match open.take() {
                Some(word) => emit_word(bytes, word, at, emit),
                None => open = Some(at),
            }
        }
    }
    if let Some(word) = open {
        emit_word(bytes, word, to, emit);
    }
}

/// Underscores join words but are none by themselves.
fn emit_word(bytes: &[u8], start: usize, end: usize, emit: &mut impl FnMut(usize, usize)) {
    if bytes[start] != b'_' || bytes[start..end].iter().any(u8::is_ascii_alphanumeric) {
        emit(start, end);
    }
}

/// The last byte of the block before: whether it was a letter, and whether a digit.
#[derive(Default)]
struct Before {
    letter: u64,
    digit: u64,
}

impl Before {
    /// The bytes of a block that belong to words, given the byte behind the block.
    fn words(&mut self, classes: &Classes, behind: u8) -> u64 {
        let Classes {
            letters,
            digits,
            underscores,
            letter_joiners,
            digit_joiners,
        } = *classes;
        let last = |is: bool| u64::from(is) << (BLOCK - 1);
        let letter_behind = letters >> 1 | last(behind.is_ascii_alphabetic());
        let digit_behind = digits >> 1 | last(behind.is_ascii_digit());
        let joined = letter_joiners & (letters << 1 | self.letter) & letter_behind
            | digit_joiners & (digits << 1 | self.digit) & digit_behind;
        *self = Self {
            letter: letters >> (BLOCK - 1),
            digit: digits >> (BLOCK - 1),
        };
        letters | digits | underscores | joined
    }
}

/// Written as plain loops over bytes, which compilers turn into vector instructions everywhere.
#[inline]
fn classify(block: &[u8; BLOCK]) -> Classes {
    Classes {
        letters: mask(block, |byte| (byte | 0x20).wrapping_sub(b'a') < 26),
        digits: mask(block, |byte| byte.wrapping_sub(b'0') < 10),
        underscores: mask(block, |byte| byte == b'_'),
        letter_joiners: mask(block, |byte| matches!(byte, b'\'' | b'.' | b':')),
        digit_joiners: mask(block, |byte| matches!(byte, b'\'' | b'.' | b',' | b';')),
    }
}

/// One bit a byte: whether it is of a class.
#[inline]
fn mask(block: &[u8; BLOCK], holds: impl Fn(u8) -> bool) -> u64 {
    let truths: [u8; BLOCK] = std::array::from_fn(|at| u8::from(holds(block[at])));
    truths.chunks_exact(8).rev().fold(0, |bits, eight| {
        let eight = u64::from_le_bytes(eight.try_into().expect("eight bytes"));
        // Moves the lowest bit of byte i to bit 56 + i.
        bits << 8 | eight.wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<(usize, usize)> {
        let mut words = Vec::new();
        each_word(text, |start, end| words.push((start, end)));
        words
    }

    fn words_of_the_crate(text: &str) -> Vec<(usize, usize)> {
        text.unicode_word_indices()
            .map(|(start, word)| (start, start + word.len()))
            .collect()
    }

    #[test]
    fn joiners_underscores_and_block_ends_are_as_in_the_crate() {
        let parts = [
            "can't", "a.b:c", "1,000.5", "a.1", "1:2", "_", "_a_", "__", "x;y", "''", "9'9",
        ];
        for width in 50..70 {
            for part in parts {
                for text in [
                    format!("{}{part} {part}", "x".repeat(width)),
                    format!("{} {part}", "-".repeat(width)),
                    format!("{}{part}", "1".repeat(width)),
                ] {
                    assert_eq!(words(&text), words_of_the_crate(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn marks_on_white_space_and_long_stretches_are_as_in_the_crate() {
        let texts = [
            "a  \u{903}b",
            "a\t\u{903}b c",
            "\n\u{903}",
            "a\r\n\u{308}b",
            "x \u{201c}We agree,\u{201d} said Zo\u{eb}  \u{301} y",
            "\u{7de}\u{309} a.\u{308}b 1,\u{200d}2 a'\u{5d0}",
            "\u{41c}\u{438}\u{440} \u{438} \u{442}\u{440}\u{443}\u{434} x y",
            "\u{3000}a \u{2009}b \u{1f1e6}\u{1f1e7} c",
        ];
        for text in texts {
            assert_eq!(words(text), words_of_the_crate(text), "{text:?}");
        }
    }

    /// Characters whose classes meet in the rules, and spaces and letters to part them.
    const AWKWARD: &str = "[ a-cA-C0-2_'.:,;\"\\-\n\r\t\u{85}\u{a0}\u{ad}\u{b7}\u{300}\u{308}\u{5d0}\u{5f3}\
                           \u{903}\u{200b}\u{200d}\u{2018}\u{2019}\u{2024}\u{2028}\u{3000}\u{30a2}\u{4e2d}\
                           \u{e01}\u{ff07}\u{1f1e6}\u{2764}\u{1f6d1}\u{1f3ff}é]{0,80}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn words_are_those_of_the_crate_among_awkward_characters(text in AWKWARD) {
            prop_assert_eq!(words(&text), words_of_the_crate(&text));
        }

        #[test]
        fn words_are_those_of_the_crate_among_ascii(text in "[ -~\n]{0,200}") {
            prop_assert_eq!(words(&text), words_of_the_crate(&text));
        }

        #[test]
        fn words_are_those_of_the_crate_among_any_characters(text in "\\PC{0,60}") {
            prop_assert_eq!(words(&text), words_of_the_crate(&text));
        }
    }
}
