//! Words of scripts that are written without spaces, by the dictionaries and models of ICU4X.

use std::sync::LazyLock;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use regex::Regex;

use super::options::Possessives;
use super::segment::{append_words, is_word};
use super::tokenizer::Token;

/// Runs of the scripts concerned, with the marks on their letters. The sign that makes a vowel long
/// belongs to no script.
static RUNS: LazyLock<Regex> = LazyLock::new(|| {
    let letter =
        r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\x{30FC}\x{FF70}]";
    let joined = r"[\p{M}\x{200B}-\x{200D}\x{2060}]";
    Regex::new(&format!("(?:{letter}{joined}*)+")).expect("a valid expression")
});

/// Appends the words of a text: of runs of these scripts those that ICU4X finds, of everything
/// between them those of UAX #29.
pub(super) fn append_dictionary_words(text: &str, words: &mut Vec<Token>) {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let mut done = 0;
    for run in RUNS.find_iter(text) {
        append_piece(text, done, run.start(), words);
        let mut start = 0;
        for end in segmenter.segment_str(run.as_str()).skip(1) {
            if is_word(&run.as_str()[start..end]) {
                words.push(Token::at(run.start() + start, run.start() + end));
            }
            start = end;
        }
        done = run.end();
    }
    append_piece(text, done, text.len(), words);
}

fn append_piece(text: &str, start: usize, end: usize, words: &mut Vec<Token>) {
    let offset = Token::at(start, end).start;
    append_words(&text[start..end], offset, Possessives::Keep, words);
}

#[cfg(test)]
mod tests {
    use super::super::{Tokenizer, TokenizerOptions};
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let options = TokenizerOptions {
            dictionary: true,
            ..TokenizerOptions::default()
        };
        Tokenizer::new(options).expect("valid options").words(text)
    }

    /// What ICU4X finds in a text by itself, without the segments that are no words.
    fn words_of_icu(text: &str) -> Vec<&str> {
        let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
        let ends: Vec<usize> = segmenter.segment_str(text).collect();
        let segments = ends.windows(2).map(|ends| &text[ends[0]..ends[1]]);
        segments.filter(|segment| is_word(segment)).collect()
    }

    #[test]
    fn words_of_a_run_are_those_of_icu() {
        let runs = [
            "\u{4e2d}\u{56fd}\u{548c}\u{6cb3}\u{6d41}\u{56fd}\u{5bb6}\u{90fd}\u{540c}\u{610f}\u{5408}\u{4f5c}",
            "\u{5ddd}\u{306e}\u{901a}\u{884c}\u{6599}\u{306b}\u{3064}\u{3044}\u{3066}\u{30b3}\u{30fc}\u{30d2}\u{30fc}\u{3092}\u{98f2}\u{3080}",
            "\u{e1b}\u{e23}\u{e30}\u{e40}\u{e17}\u{e28}\u{e43}\u{e2b}\u{e0d}\u{e48}\u{e41}\u{e25}\u{e30}\u{e41}\u{e21}\u{e48}\u{e19}\u{e49}\u{e33}",
            "\u{1794}\u{17d2}\u{179a}\u{1791}\u{17c1}\u{179f}\u{1793}\u{17b7}\u{1784}\u{1791}\u{1793}\u{17d2}\u{179b}\u{17c1}",
        ];
        for run in runs {
            let words = words(run);
            assert_eq!(words, words_of_icu(run));
            assert!(words.len() > 1 && words.concat() == run, "{words:?}");
        }
    }

    #[test]
    fn words_that_any_reader_would_find_are_found_among_other_scripts() {
        let text = "China (\u{4e2d}\u{56fd}), Thailand's \u{e1b}\u{e23}\u{e30}\u{e40}\u{e17}\u{e28}\u{e44}\u{e17}\u{e22} 2031";
        let expected = [
            "China",
            "\u{4e2d}\u{56fd}",
            "Thailand",
            "'s",
            "\u{e1b}\u{e23}\u{e30}\u{e40}\u{e17}\u{e28}",
            "\u{e44}\u{e17}\u{e22}",
            "2031",
        ];
        assert_eq!(words(text), expected);
    }

    #[test]
    fn texts_of_other_scripts_are_as_without_it() {
        let text = "SCO's \u{201c}win-win\u{201d} \u{41c}\u{438}\u{440} _ 1,000.5 e\u{301}";
        let plain = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        assert_eq!(words(text), plain.words(text));
        assert_eq!(words(""), [""; 0]);
    }
}
