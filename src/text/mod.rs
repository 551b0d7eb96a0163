//! Text to tokens and sentences: what a word is, what its normal form is, and the columns of strings they come in.

mod collation;
#[cfg(feature = "dictionary")]
mod dictionary;
mod fold;
mod options;
mod segment;
mod sentences;
mod syllables;
mod texts;
mod tokenizer;

pub use collation::Collation;
pub use fold::{cased_form, normal_form, without_diacritics};
pub use options::{Hyphens, Numbers, Possessives, Punctuation, TokenizerOptions};
pub use segment::{InstructionSet, UNICODE_VERSION, word_bounds};
pub use sentences::{sentences, sentences_within};
pub use syllables::syllables;
pub use texts::{Texts, decoded};
pub use tokenizer::{Token, Tokenizer};

/// The words of a text with one space between them, wherever its lines end.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
