//! The switches of the tokenizer, each with its default and the reason for it.

use serde::{Deserialize, Serialize};

/// What the tokenizer makes of possessives, hyphens, punctuation, numbers and short words.
///
/// Serialised with serde, so that a corpus can say how its tokens came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "snake_case")]
pub struct TokenizerOptions {
    /// Split by default: `SCO's` is then found by `SCO`, and counts with it.
    pub possessives: Possessives,
    /// Split by default, as UAX #29 has it: `China-led` is then found by `China`.
    pub hyphens: Hyphens,
    /// Dropped by default: windows and frequencies then count words.
    pub punctuation: Punctuation,
    /// Kept by default: years and sums are part of political language.
    pub numbers: Numbers,
    /// Words of fewer characters are dropped; 1, the default, keeps all.
    pub min_length: u32,
    /// Off by default, as UAX #29 has it: Han characters are words one by one, a run of Thai is one.
    /// With it, words of Chinese, Japanese, Thai, Lao, Khmer and Burmese are looked up.
    pub dictionary: bool,
}

impl Default for TokenizerOptions {
    fn default() -> Self {
        Self {
            possessives: Possessives::Split,
            hyphens: Hyphens::Split,
            punctuation: Punctuation::Drop,
            numbers: Numbers::Keep,
            min_length: 1,
            dictionary: false,
        }
    }
}

impl TokenizerOptions {
    /// Every option off: the words of UAX #29 and nothing else.
    pub fn uax29() -> Self {
        Self {
            possessives: Possessives::Keep,
            ..Self::default()
        }
    }
}

/// `'s` at the end of a word: part of it, or a token of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Possessives {
    /// `SCO's` is two tokens, `SCO` and `'s`; so is `it's`, which looks the same without a tagger.
    Split,
    /// `SCO's` is one token.
    Keep,
}

/// Words joined by single hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hyphens {
    /// `win-win` is two tokens.
    Split,
    /// `win-win` is one token.
    Keep,
}

/// Visible segments without a letter or a digit: marks, symbols, emoji.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Punctuation {
    /// They are no tokens; the words beside them are neighbours.
    Drop,
    /// Each is a token.
    Keep,
}

/// Words with digits and no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// `2025` and `1,000.5` are tokens.
    Keep,
    /// They are not; `24th`, which has letters, still is.
    Drop,
}
