//! The places where words begin and end, on their way into tokens.

use super::masks::{BLOCK, SPREAD, Vectors};
use super::splits::{is_word, possessive_length};
use crate::text::{Possessives, Token};

/// Where words begin and end in a block.
pub(super) struct Changes {
    pub(super) all: u64,
    /// The ends of words with an apostrophe before their last letter.
    pub(super) quoted: u64,
    /// The ends of words that need a look.
    pub(super) doubtful: u64,
}

/// Bytes whose places are gathered before they become tokens.
const GATHERED: usize = 16 * BLOCK;
const PLACES: usize = GATHERED + 2 * BLOCK;

/// Where words begin and end, in turn, on their way into tokens.
pub(super) struct Places<'t> {
    text: &'t str,
    offset: u32,
    possessives: Possessives,
    gathered: [u32; PLACES],
    count: usize,
    tokens: &'t mut Vec<Token>,
    /// Tokens that were there before.
    old: usize,
}

impl<'t> Places<'t> {
    pub(super) fn new(
        text: &'t str,
        offset: u32,
        possessives: Possessives,
        tokens: &'t mut Vec<Token>,
    ) -> Self {
        let end = u32::try_from(text.len())
            .ok()
            .and_then(|length| offset.checked_add(length));
        assert!(end.is_some(), "a document is below 4 GiB");
        let (old, gathered) = (tokens.len(), [0; PLACES]);
        Self {
            text,
            offset,
            possessives,
            gathered,
            count: 0,
            tokens,
            old,
        }
    }

    /// Ends the last word with the text, and makes tokens of all that is left.
    pub(super) fn finish(mut self) {
        if !self.count.is_multiple_of(2) {
            self.close(self.text.len());
        }
        self.flush();
    }

    #[inline(always)]
    pub(super) fn add<V: Vectors>(&mut self, changes: &Changes, start: usize) {
        if changes.doubtful == 0 {
            let old = self.count;
            let free = &mut self.gathered[self.count..self.count + SPREAD];
            V::spread(
                changes.all,
                place(start),
                free.try_into().expect("the length of a block"),
            );
            self.count += changes.all.count_ones() as usize;
            if changes.quoted != 0 && self.possessives == Possessives::Split {
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
        let mut rest = changes.quoted;
        let mut added = old;
        while rest != 0 {
            let below = (rest & rest.wrapping_neg()) - 1;
            let end = start + rest.trailing_zeros() as usize;
            rest &= rest - 1;
            if !matches!(self.text.as_bytes()[end - 1], b's' | b'S') {
                continue;
            }
            let at = added + (changes.all & below).count_ones() as usize;
            let apostrophe = if self.text.as_bytes()[end - 2] == b'\'' {
                1
            } else {
                3
            };
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
            if self.count.is_multiple_of(2) {
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

    /// Adds a word that the automaton found.
    #[inline(always)]
    pub(super) fn add_foreign(&mut self, start: usize, end: usize) {
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
    pub(super) fn take_back(&mut self, at: usize) {
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
#[expect(clippy::cast_possible_truncation, reason = "it was seen to fit")]
fn place(at: usize) -> u32 {
    at as u32
}
