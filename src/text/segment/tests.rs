//! Words against those of `unicode-segmentation`, by every instruction set of the machine.

use proptest::prelude::*;

use super::*;

/// The words by each instruction set, which must be the same.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut all = InstructionSet::available().into_iter();
    let first = words_by(
        all.next().expect("one needs nothing"),
        text,
        Possessives::Keep,
    );
    for set in all {
        assert_eq!(
            words_by(set, text, Possessives::Keep),
            first,
            "{set:?} {text:?}"
        );
    }
    first
}

fn words_by(set: InstructionSet, text: &str, possessives: Possessives) -> Vec<(usize, usize)> {
    let mut words = vec![Token { start: 7, end: 8 }];
    append_words_by(set, text, 9, possessives, &mut words);
    let bytes = |word: &Token| (word.start as usize - 9, word.end as usize - 9);
    words[1..].iter().map(bytes).collect()
}

fn words_of_the_crate(text: &str) -> Vec<(usize, usize)> {
    text.unicode_word_indices()
        .map(|(start, word)| (start, start + word.len()))
        .collect()
}

/// The words of the crate with each closing `'s` apart, character by character.
fn split_words_of_the_crate(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    for (start, end) in words_of_the_crate(text) {
        let letters: Vec<(usize, char)> = text[start..end].char_indices().collect();
        let stem = match letters[..] {
            [
                _,
                ..,
                (at, '\'' | '\u{2019}' | '\u{2BC}' | '\u{FF07}'),
                (_, 's' | 'S'),
            ] => start + at,
            _ => end,
        };
        if text[start..stem].chars().any(char::is_alphanumeric) {
            words.push((start, stem));
        }
        if stem < end {
            words.push((stem, end));
        }
    }
    words
}

/// Compares the words of a text, whole and with possessives split, by every instruction set.
fn compare(text: &str) {
    assert_eq!(words(text), words_of_the_crate(text), "{text:?}");
    let expected = split_words_of_the_crate(text);
    for set in InstructionSet::available() {
        let split = words_by(set, text, Possessives::Split);
        assert_eq!(split, expected, "{set:?} {text:?}");
    }
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
        compare(text);
    }
}

#[test]
fn possessives_across_the_ends_of_blocks_are_split() {
    let parts = [
        "it's",
        "IT\u{2019}S",
        "_'s",
        "'s",
        "a's's",
        "a\u{2bc}s",
        "_\u{ff07}s",
        "\u{2bc}s",
    ];
    for width in 50..70 {
        for part in parts {
            compare(&format!("{}{part} {part}, {part}", "x ".repeat(width / 2)));
            compare(&format!("{}{part}", "-".repeat(width)));
        }
    }
}

#[test]
fn a_token_without_an_end_and_words_without_spaces_take_no_more_than_they_are_long() {
    compare(&"x".repeat(1 << 20));
    compare(&"_".repeat(1 << 20));
    compare(&"x-".repeat(1 << 19));
    compare(&"\u{301}".repeat(1 << 18));
    compare(&"x\u{4e2d}".repeat(1 << 18));
    compare(&"a.b\u{200d}".repeat(1 << 18));
}

#[test]
fn every_character_is_as_in_the_crate_beside_others() {
    let step = if count("HUSTINGS_RANDOM_STRINGS", 0) > 0 {
        1
    } else {
        31
    };
    let all = ('\0'..='\u{3100}').chain(('\u{3100}'..=char::MAX).step_by(step));
    for c in all {
        compare(&format!("a{c}b {c}1{c}2{c} {c}{c}{c}{c}{c}{c}a {c}s"));
    }
}

/// A folder of texts that `benches/export_texts.py` writes; none elsewhere.
#[test]
#[ignore = "takes minutes unless it is optimised: just test-words"]
fn every_text_of_the_shared_corpora_has_the_words_of_the_crate() {
    let Ok(files) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/target/texts")) else {
        return;
    };
    for file in files {
        let path = file.expect("the folder can be read").path();
        let texts = std::fs::read_to_string(path).expect("the texts are UTF-8");
        texts.split_terminator('\0').for_each(compare);
    }
}

fn count(variable: &str, otherwise: usize) -> usize {
    let given = std::env::var(variable).ok();
    given.map_or(otherwise, |count| count.parse().expect("a number"))
}

/// Strings of characters whose classes meet in the rules, long enough for several blocks.
#[test]
fn random_strings_have_the_words_of_the_crate() {
    let mut random = Random(count("HUSTINGS_SEED", 29) as u64);
    for _ in 0..count("HUSTINGS_RANDOM_STRINGS", 30_000) {
        compare(&random.text());
    }
}

/// The generator `xorshift64*`.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }

    fn of(&mut self, characters: &str) -> char {
        let characters: Vec<char> = characters.chars().collect();
        characters[self.below(characters.len())]
    }

    fn text(&mut self) -> String {
        let pieces = self.below(24);
        let mut text = String::new();
        for _ in 0..pieces {
            self.append_piece(&mut text);
        }
        text
    }

    fn append_piece(&mut self, text: &mut String) {
        match self.below(12) {
            0..5 => text.push(self.of(AWKWARD_CHARACTERS)),
            5..8 => text.push(self.of("ab1_'.:, \u{2019}s")),
            8 => text.extend((0..self.below(40)).map(|_| self.of("aeioustrn '-.,0"))),
            9 => text.extend(
                (0..self.below(20)).map(|_| self.of("\u{430}\u{44f} \u{627}\u{64e}\u{e9}")),
            ),
            10 => text.push_str(["'s", "\u{2019}s ", "\u{2bc}S", " ", "\n"][self.below(5)]),
            _ => text.extend(
                u32::try_from(self.below(0x11_0000))
                    .ok()
                    .and_then(char::from_u32),
            ),
        }
    }
}

const AWKWARD_CHARACTERS: &str = "abcABC012_'.:,;\"- \n\r\t\u{b}\u{85}\u{a0}\u{aa}\u{ad}\u{b2}\u{b5}\u{b7}\u{bd}\
    \u{d7}\u{f7}\u{e9}\u{17f}\u{2bc}\u{2c2}\u{300}\u{308}\u{345}\u{387}\u{3f6}\u{411}\u{483}\u{559}\u{5b0}\u{5d0}\u{5d1}\u{5f3}\
    \u{5f4}\u{600}\u{60c}\u{627}\u{640}\u{64b}\u{660}\u{66b}\u{66c}\u{670}\u{6d4}\u{6dd}\u{903}\u{93f}\u{e01}\u{e33}\u{e34}\
    \u{1100}\u{1680}\u{180e}\u{1780}\u{2003}\u{2007}\u{200b}\u{200c}\u{200d}\u{200d}\u{200e}\u{2013}\u{2014}\u{2018}\u{2019}\
    \u{201c}\u{201d}\u{2024}\u{2026}\u{2027}\u{2028}\u{202f}\u{203c}\u{203f}\u{2044}\u{2060}\u{2122}\u{2139}\u{24c2}\u{2764}\
    \u{3000}\u{3042}\u{309b}\u{30a2}\u{30a0}\u{30fc}\u{3400}\u{4e2d}\u{4dc0}\u{a9}\u{ac00}\u{fe0f}\u{fe13}\u{fe33}\u{ff07}\
    \u{ff0e}\u{ff10}\u{ff3f}\u{ff66}\u{1d7ce}\u{1f170}\u{1f1e6}\u{1f1e7}\u{1f3ff}\u{1f600}\u{1f6d1}\u{20000}\u{e0001}\u{10ffff}";

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
