//! Words of UAX #29 at speed, equal to those of `unicode-segmentation`.
//!
//! Blocks of 64 bytes become bit masks (masks.rs) by the vector instructions that the processor has
//! (x86.rs), with letters and marks beyond ASCII put in one by one (foreign.rs). Stretches with
//! characters that need more, such as Han or a joiner, go through a table of states (automaton.rs)
//! from and to places where the standard always has a boundary.

#![expect(
    clippy::inline_always,
    reason = "what a scan calls is compiled anew for each instruction set"
)]

mod automaton;
mod classes;
mod foreign;
#[cfg(test)]
mod generate;
mod masks;
mod places;
mod portable;
mod splits;
mod tables;
#[cfg(target_arch = "x86_64")]
mod x86;

use std::sync::OnceLock;

use unicode_segmentation::UnicodeSegmentation;

use super::{Possessives, Token};
use portable::Portable;
pub(super) use splits::{is_word, possessive_length};

/// The version of Unicode whose word boundaries are used.
pub const UNICODE_VERSION: (u64, u64, u64) = unicode_segmentation::UNICODE_VERSION;

/// All segments between the word boundaries of UAX #29, white space and punctuation included.
pub fn word_bounds(text: &str) -> impl Iterator<Item = &str> {
    text.split_word_bounds()
}

/// Vector instructions by which words can be found.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstructionSet {
    /// None: plain loops.
    Portable,
    /// What every x86-64 processor has.
    Sse2,
    /// AVX2 with the bit instructions of its time.
    Avx2,
    /// AVX-512 with VBMI and VBMI2.
    Avx512,
}

impl InstructionSet {
    /// Those of this processor, the best last.
    pub fn available() -> Vec<Self> {
        let all = [Self::Portable, Self::Sse2, Self::Avx2, Self::Avx512];
        all.into_iter().filter(|set| set.is_available()).collect()
    }

    #[cfg(target_arch = "x86_64")]
    fn is_available(self) -> bool {
        match self {
            Self::Portable | Self::Sse2 => true,
            Self::Avx2 => x86::has_avx2(),
            Self::Avx512 => x86::has_avx512(),
        }
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn is_available(self) -> bool {
        self == Self::Portable
    }

    /// The best of this processor, found once.
    fn best() -> Self {
        static BEST: OnceLock<InstructionSet> = OnceLock::new();
        *BEST.get_or_init(|| Self::available().pop().unwrap_or(Self::Portable))
    }
}

/// Appends the words of a text that begins `offset` bytes into its document: the segments that hold
/// a letter or a digit, a closing `'s` apart if possessives are split.
pub(super) fn append_words(
    text: &str,
    offset: u32,
    possessives: Possessives,
    tokens: &mut Vec<Token>,
) {
    append_words_by(InstructionSet::best(), text, offset, possessives, tokens);
}

/// [`append_words`] by one instruction set, which must be available.
pub(super) fn append_words_by(
    set: InstructionSet,
    text: &str,
    offset: u32,
    possessives: Possessives,
    tokens: &mut Vec<Token>,
) {
    let append = match set {
        #[cfg(target_arch = "x86_64")]
        InstructionSet::Sse2 => masks::append_words::<x86::Sse2>,
        #[cfg(target_arch = "x86_64")]
        InstructionSet::Avx2 => x86::append_words_avx2,
        #[cfg(target_arch = "x86_64")]
        InstructionSet::Avx512 => x86::append_words_avx512,
        _ => masks::append_words::<Portable>,
    };
    append(text, offset, possessives, tokens);
}

#[cfg(test)]
mod tests;
