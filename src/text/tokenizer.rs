//! The tokenizer: words, and what the options make of them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::options::{Hyphens, Numbers, Possessives, Punctuation, TokenizerOptions};
use super::segment::{InstructionSet, append_words, append_words_by, is_word, possessive_length};
use crate::error::{Error, Result};

/// Where a token stands: bytes within its document, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl Token {
    /// A token of a text, from one byte to before another.
    pub(super) fn at(start: usize, end: usize) -> Self {
        let place = |byte| u32::try_from(byte).expect("a document is below 4 GiB");
        Self {
            start: place(start),
            end: place(end),
        }
    }

    /// The same bytes of a text that begins `offset` bytes into its document.
    fn moved(self, offset: u32) -> Self {
        Self {
            start: self.start + offset,
            end: self.end + offset,
        }
    }

    /// The same as a range.
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Turns a text into tokens, as its options say.
///
/// ```
/// use hustings::{Tokenizer, TokenizerOptions};
/// let tokenizer = Tokenizer::new(TokenizerOptions::default()).unwrap();
/// assert_eq!(tokenizer.words("The SCO's win-win."), ["The", "SCO", "'s", "win", "win"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokenizer {
    options: TokenizerOptions,
}

impl Tokenizer {
    /// A tokenizer with these options.
    pub fn new(options: TokenizerOptions) -> Result<Self> {
        if options.min_length == 0 {
            return Err(Error::Parameter(
                "min_length must be at least 1, got 0".into(),
            ));
        }
        if options.dictionary && !cfg!(feature = "dictionary") {
            return Err(Error::Parameter(
                "dictionary must be false, for hustings was built without its dictionaries; \
                 build it with the feature `dictionary`"
                    .into(),
            ));
        }
        Ok(Self { options })
    }

    /// The options it was made with.
    pub fn options(&self) -> &TokenizerOptions {
        &self.options
    }

    /// The tokens of a text as strings.
    pub fn words<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut tokens = Vec::new();
        self.append_tokens(text, 0, &mut tokens);
        tokens
            .into_iter()
            .map(|token| &text[token.bytes()])
            .collect()
    }

    /// Appends the tokens of `text`, which begins `offset` bytes into its document.
    ///
    /// The sum of offset and length must not exceed [`u32::MAX`]; documents are held to that.
    pub fn append_tokens(&self, text: &str, offset: u32, tokens: &mut Vec<Token>) {
        if self.is_plain() {
            return append_words(text, offset, self.options.possessives, tokens);
        }
        self.each_token(text, |start, end| {
            tokens.push(Token::at(start, end).moved(offset));
        });
    }

    /// The words of UAX #29 by one instruction set of [`InstructionSet::available`].
    #[doc(hidden)]
    pub fn words_by(set: InstructionSet, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        append_words_by(set, text, 0, Possessives::Keep, &mut tokens);
        tokens
    }

    /// Whether a string is the `'s` that this tokenizer splits off, standing by itself.
    pub fn is_split_possessive(&self, word: &str) -> bool {
        self.options.possessives == Possessives::Split
            && possessive_length(&format!("x{word}")) == word.len()
            && self.keeps(word)
    }

    /// The same, which leaves out no word by what stands in it: a wildcard may stand for more.
    #[must_use]
    pub fn of_all_words(&self) -> Self {
        Self {
            options: TokenizerOptions {
                numbers: Numbers::Keep,
                min_length: 1,
                ..self.options.clone()
            },
        }
    }

    /// Whether a mark joins the digits on either side of it, as in `1,000.5`.
    pub fn joins_digits(&self, mark: char) -> bool {
        !mark.is_alphanumeric() && self.of_all_words().words(&format!("0{mark}0")).len() == 1
    }

    /// Whether a token is a word, or what is left of it when possessives are split.
    fn is_plain(&self) -> bool {
        let possessives = self.options.possessives;
        self.options
            == TokenizerOptions {
                possessives,
                ..TokenizerOptions::default()
            }
    }

    fn each_token(&self, text: &str, mut emit: impl FnMut(usize, usize)) {
        let mut words = self
            .whole_words(text)
            .into_iter()
            .map(Token::bytes)
            .peekable();
        let mut done = 0;
        while let Some(mut word) = words.next() {
            while let Some(next) = words.next_if(|next| self.joins(&text[word.end..next.start])) {
                word.end = next.end;
            }
            self.pass_on(text, done, word.clone(), &mut emit);
            done = word.end;
        }
        self.pass_on(text, done, text.len()..text.len(), &mut emit);
    }

    /// The words, before any option but the dictionary applies.
    fn whole_words(&self, text: &str) -> Vec<Token> {
        let mut words = Vec::new();
        match self.options.dictionary {
            #[cfg(feature = "dictionary")]
            true => super::dictionary::append_dictionary_words(text, &mut words),
            _ => append_words(text, 0, Possessives::Keep, &mut words),
        }
        words
    }

    /// Whether what stands between two words makes them one.
    fn joins(&self, gap: &str) -> bool {
        self.options.hyphens == Hyphens::Keep && matches!(gap, "-" | "\u{2010}" | "\u{2011}")
    }

    /// Passes on the marks between `done` and a word, if they are kept, and what the word is split
    /// into. A gap between words has the boundaries that it has in the whole text.
    fn pass_on(
        &self,
        text: &str,
        done: usize,
        word: Range<usize>,
        emit: &mut impl FnMut(usize, usize),
    ) {
        if self.options.punctuation == Punctuation::Keep {
            for (at, mark) in text[done..word.start].split_word_bound_indices() {
                if !mark.chars().all(char::is_whitespace) {
                    emit(done + at, done + at + mark.len());
                }
            }
        }
        let stem = match self.options.possessives {
            Possessives::Split => word.end - possessive_length(&text[word.clone()]),
            Possessives::Keep => word.end,
        };
        for part in [word.start..stem, stem..word.end] {
            if !part.is_empty() && self.keeps(&text[part.clone()]) {
                emit(part.start, part.end);
            }
        }
    }

    /// Whether a token is none of those that are dropped.
    pub fn keeps(&self, segment: &str) -> bool {
        let TokenizerOptions {
            punctuation,
            numbers,
            min_length,
            ..
        } = self.options;
        if !is_word(segment) {
            return punctuation == Punctuation::Keep;
        }
        (numbers == Numbers::Keep || segment.chars().any(char::is_alphabetic))
            && (min_length == 1 || segment.chars().nth(min_length as usize - 1).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::super::segment::{UNICODE_VERSION, word_bounds};
    use super::*;

    fn words(text: &str, change: impl Fn(&mut TokenizerOptions)) -> Vec<&str> {
        let mut options = TokenizerOptions::default();
        change(&mut options);
        Tokenizer::new(options).expect("valid options").words(text)
    }

    #[test]
    fn every_case_of_the_unicode_word_break_test_holds() {
        let cases = include_str!("../../tests/data/WordBreakTest-17.0.0.txt");
        let options = Tokenizer::new(TokenizerOptions::uax29()).expect("valid options");
        assert_eq!(
            UNICODE_VERSION,
            (17, 0, 0),
            "the test file is that of the crate's version"
        );
        let mut tested = 0;
        for line in cases.lines().filter(|line| !line.starts_with('#')) {
            let segments: Vec<String> = line
                .trim_matches(['÷', ' '])
                .split('÷')
                .map(|segment| segment.split('×').map(character).collect())
                .collect();
            let text = segments.concat();
            assert_eq!(word_bounds(&text).collect::<Vec<_>>(), segments, "{line}");
            let expected: Vec<&String> = segments.iter().filter(|part| is_word(part)).collect();
            assert_eq!(options.words(&text), expected, "{line}");
            tested += 1;
        }
        assert_eq!(tested, 1944);
    }

    fn character(code: &str) -> char {
        let code = u32::from_str_radix(code.trim(), 16).expect("a code point in hexadecimal");
        char::from_u32(code).expect("a scalar value")
    }

    #[test]
    fn possessives_are_split_or_kept() {
        let text = "SCO's James\u{2019}s its 's S's members'";
        let split = words(text, |_| ());
        assert_eq!(
            split,
            [
                "SCO",
                "'s",
                "James",
                "\u{2019}s",
                "its",
                "s",
                "S",
                "'s",
                "members"
            ]
        );
        let kept = words(text, |options| options.possessives = Possessives::Keep);
        assert_eq!(
            kept,
            ["SCO's", "James\u{2019}s", "its", "s", "S's", "members"]
        );
    }

    #[test]
    fn hyphens_are_split_or_kept_with_and_without_punctuation() {
        let text = "win-win, people-to-people \u{2013} co\u{2011}op's -x- a--b";
        let keep = |options: &mut TokenizerOptions| options.hyphens = Hyphens::Keep;
        let kept = words(text, keep);
        assert_eq!(
            kept,
            [
                "win-win",
                "people-to-people",
                "co\u{2011}op",
                "'s",
                "x",
                "a",
                "b"
            ]
        );
        let marks = words("win-win, a-", |options| {
            keep(options);
            options.punctuation = Punctuation::Keep;
        });
        assert_eq!(marks, ["win-win", ",", "a", "-"]);
        assert_eq!(
            words("a-\u{903}", keep),
            ["a", "-\u{903}"],
            "the mark belongs to the hyphen"
        );
    }

    #[test]
    #[cfg(not(feature = "dictionary"))]
    fn a_dictionary_that_is_not_there_is_an_error() {
        let options = TokenizerOptions {
            dictionary: true,
            ..TokenizerOptions::default()
        };
        let error = Tokenizer::new(options).expect_err("built without");
        assert!(
            error.to_string().contains("feature `dictionary`"),
            "{error}"
        );
    }

    #[test]
    fn options_saved_before_there_was_a_dictionary_are_read() {
        let read: TokenizerOptions =
            serde_json::from_str("{\"hyphens\": \"keep\"}").expect("options");
        assert_eq!(
            read,
            TokenizerOptions {
                hyphens: Hyphens::Keep,
                ..TokenizerOptions::default()
            }
        );
    }

    #[test]
    fn numbers_and_short_words_are_dropped_on_request() {
        let text = "In 2025 the 24th 1,000.5 a";
        let dropped = words(text, |options| options.numbers = Numbers::Drop);
        assert_eq!(dropped, ["In", "the", "24th", "a"]);
        assert_eq!(
            words(text, |options| options.min_length = 3),
            ["2025", "the", "24th", "1,000.5"]
        );
    }
}
