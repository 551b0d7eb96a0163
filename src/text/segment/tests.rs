//! Words against those of `unicode-segmentation`, by every instruction set of the machine.

use proptest::prelude::*;

use super::*;

/// The words by each instruction set, which must be the same.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut all = InstructionSet::available().into_iter().map(|set| (set, words_by(set, text)));
    let (_, first) = all.next().expect("one needs nothing");
    for (set, words) in all {
        assert_eq!(words, first, "{set:?} {text:?}");
    }
    first
}

fn words_by(set: InstructionSet, text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    append_words_by(set, text, 0, Possessives::Keep, &mut words);
    words.iter().map(|word| (word.start as usize, word.end as usize)).collect()
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
