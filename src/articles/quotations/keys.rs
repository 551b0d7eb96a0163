//! A word taken as two numbers, so that words are compared and folded eight bytes at a time.

/// A word of up to sixteen bytes, with zeros behind its last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    head: u64,
    tail: u64,
}

/// A word of letters of ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// The key of the word in small letters.
    pub key: Key,
    pub length: usize,
    /// Whether any is a capital.
    pub capital: bool,
}

const LONGEST: usize = 16;

impl Key {
    /// The key of a word, if that is short enough and does not end with a zero.
    pub(super) fn new(word: &[u8]) -> Option<Self> {
        let length = word.len();
        let (head, tail) = match (word.first_chunk(), word.last_chunk()) {
            _ if length > LONGEST => return None,
            // The last eight bytes begin within the first eight, as a rule: what both have is shifted out.
            (Some(first), Some(last)) => {
                let shift = u32::try_from(8 * (LONGEST - length)).expect("at most 64");
                let tail = u64::from_le_bytes(*last).checked_shr(shift);
                (u64::from_le_bytes(*first), tail.unwrap_or_default())
            }
            _ => (short(word), 0),
        };
        (*word.last()? != 0).then_some(Self { head, tail })
    }

    /// The key of a word in small letters, if that is short and of ASCII.
    pub(super) fn in_small(word: &[u8]) -> Option<Self> {
        let Self { head, tail } = Self::new(word)?;
        ((head | tail) & HIGH == 0).then(|| Self {
            head: in_small(head),
            tail: in_small(tail),
        })
    }

    fn of(bytes: &[u8; LONGEST]) -> Self {
        let whole = u128::from_le_bytes(*bytes);
        #[expect(clippy::cast_possible_truncation, reason = "its halves")]
        let (head, tail) = (whole as u64, (whole >> 64) as u64);
        Self { head, tail }
    }

    /// The letters of ASCII with which sixteen bytes begin; nothing where all are letters or the first is
    /// none.
    #[inline]
    pub(super) fn of_letters(bytes: &[u8; LONGEST]) -> Option<Letters> {
        let Self { head, tail } = Self::of(bytes);
        let in_head = letters_at_start(head);
        if in_head == 0 {
            return None;
        }
        let (in_tail, mask, tail_mask) = if in_head < 8 {
            (0, first(in_head), 0)
        } else {
            let in_tail = letters_at_start(tail);
            (in_tail, u64::MAX, first(in_tail % 8))
        };
        let (head, tail) = (head & mask, tail & tail_mask);
        let key = Self {
            head: head | each(0x20) & mask,
            tail: tail | each(0x20) & tail_mask,
        };
        (in_tail < 8).then(|| Letters {
            key,
            length: in_head + in_tail,
            capital: key != Self { head, tail },
        })
    }

    /// The bytes of the word, and zeros.
    pub(super) fn bytes(self) -> [u8; LONGEST] {
        (u128::from(self.head) | u128::from(self.tail) << 64).to_le_bytes()
    }

    /// The first byte of the word.
    pub(super) fn first(self) -> u8 {
        self.head.to_le_bytes()[0]
    }

    pub(super) fn hash(self) -> u64 {
        (self.head ^ self.tail.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// A word of fewer than eight bytes as one number.
fn short(word: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        // The last four bytes may begin within the first four.
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (word.len() - 4));
        return u64::from(u32::from_le_bytes(*first)) | last;
    }
    let bytes = word.iter().rev();
    bytes.fold(0, |all, byte| all << 8 | u64::from(*byte))
}

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

const HIGH: u64 = each(0x80);

/// With how many letters of ASCII eight bytes begin.
fn letters_at_start(bytes: u64) -> usize {
    let small = (bytes | each(0x20)) & !HIGH;
    let from_a = small + each(0x80 - b'a');
    let behind_z = small + each(0x7f - b'z');
    let others = (!from_a | behind_z | bytes) & HIGH;
    (others.trailing_zeros() / 8) as usize
}

/// Eight bytes of ASCII in small letters.
fn in_small(bytes: u64) -> u64 {
    let from_a = bytes + each(0x80 - b'A');
    let behind_z = bytes + each(0x7f - b'Z');
    let capitals = from_a & !behind_z & HIGH;
    bytes | capitals >> 2
}

/// Ones in the first of eight bytes, fewer than all.
fn first(n: usize) -> u64 {
    (1 << (8 * n)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ascii_are_taken_in_small_letters() {
        for first in 0..=0xff_u8 {
            let word = [
                first, b'Q', b'z', first, b'-', b'A', b'Z', b'9', b'@', b'[', first, b'x',
            ];
            let small = Key::new(&word.to_ascii_lowercase()).filter(|_| first.is_ascii());
            assert_eq!(Key::in_small(&word), small, "{first}");
        }
    }

    #[test]
    fn letters_are_counted_up_to_whatever_is_none() {
        for behind in 0..=0xff_u8 {
            for length in 0..LONGEST {
                let mut bytes = [b'x'; LONGEST];
                bytes[..length].copy_from_slice(&b"QuickBrownFoxJu"[..length]);
                bytes[length] = behind;
                let found = Key::of_letters(&bytes);
                if behind.is_ascii_alphabetic() {
                    assert_eq!(found, None);
                    continue;
                }
                let word = &bytes[..length];
                let letters = Key::new(&word.to_ascii_lowercase()).map(|key| Letters {
                    key,
                    length,
                    capital: word.iter().any(u8::is_ascii_uppercase),
                });
                assert_eq!(found, letters);
            }
        }
    }
}
