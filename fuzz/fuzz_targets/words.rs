//! The law: words are those of `unicode-segmentation`, by every instruction set of the machine.

#![no_main]

use hustings::{InstructionSet, Token, Tokenizer};
use libfuzzer_sys::fuzz_target;
use unicode_segmentation::UnicodeSegmentation as _;

fuzz_target!(|text: &str| {
    let place = |at: usize| u32::try_from(at).expect("a short text");
    let expected: Vec<Token> = text
        .unicode_word_indices()
        .map(|(start, word)| Token { start: place(start), end: place(start + word.len()) })
        .collect();
    for set in InstructionSet::available() {
        assert_eq!(Tokenizer::words_by(set, text), expected, "{set:?}");
    }
});
