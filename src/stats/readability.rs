//! Readability: how hard texts are to read, by formulas of counts.

use crate::error::{Error, Result};

/// What the formulas are of; a count that is not known is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextCounts {
    /// Sentences.
    pub sentences: Option<u64>,
    /// Words.
    pub words: Option<u64>,
    /// Syllables of all words.
    pub syllables: Option<u64>,
    /// Words of three syllables or more.
    pub polysyllables: Option<u64>,
    /// Characters of all words: letters, digits, and marks within words.
    pub characters: Option<u64>,
    /// Letters of all words.
    pub letters: Option<u64>,
}

impl TextCounts {
    /// The names of the counts.
    pub const NAMES: [&str; 6] = [
        "sentences",
        "words",
        "syllables",
        "polysyllables",
        "characters",
        "letters",
    ];

    /// The counts in the order of their names.
    pub fn values(&self) -> [Option<u64>; 6] {
        [
            self.sentences,
            self.words,
            self.syllables,
            self.polysyllables,
            self.characters,
            self.letters,
        ]
    }

    /// The counts of these values, in the order of the names.
    pub fn of_values(values: [Option<u64>; 6]) -> Self {
        let [
            sentences,
            words,
            syllables,
            polysyllables,
            characters,
            letters,
        ] = values;
        Self {
            sentences,
            words,
            syllables,
            polysyllables,
            characters,
            letters,
        }
    }
}

/// The counts as the formulas name them.
struct Symbols {
    s: f64,
    w: f64,
    y: f64,
    p: f64,
    c: f64,
    l: f64,
}

/// A measure of readability, and what a reader must know of it.
pub struct Readability {
    /// Its name, as users write it.
    pub name: &'static str,
    /// Its formula, in the symbols of [`READABILITY_SYMBOLS`].
    pub formula: &'static str,
    /// The scores that it can give, and what they mean.
    pub range: &'static str,
    /// When not to use it, and how other programs differ.
    pub caution: &'static str,
    /// Where it was published.
    pub source: &'static str,
    /// The symbols of the counts that it is of.
    symbols: &'static str,
    score: fn(&Symbols) -> f64,
}

/// The symbols of the formulas.
pub const READABILITY_SYMBOLS: &str = "S sentences, W words, Y syllables, P words of three syllables \
                                       or more, C characters of words, L letters";

/// Every measure, in the order in which they are shown.
pub const READABILITIES: &[Readability] = &[
    Readability {
        name: "flesch",
        formula: "206.835 - 1.015 W / S - 84.6 Y / W",
        range: "about 0 (very hard) to 100 (very easy), not bounded",
        caution: "made for English prose of at least 100 words",
        source: "Flesch 1948, Journal of Applied Psychology 32(3), 221-233",
        symbols: "SWY",
        score: |of| 206.835 - 1.015 * (of.w / of.s) - 84.6 * (of.y / of.w),
    },
    Readability {
        name: "flesch_kincaid",
        formula: "0.39 W / S + 11.8 Y / W - 15.59",
        range: "years of school in the United States, not bounded",
        caution: "made for English manuals of the navy",
        source: "Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75",
        symbols: "SWY",
        score: |of| 0.39 * (of.w / of.s) + 11.8 * (of.y / of.w) - 15.59,
    },
    Readability {
        name: "gunning_fog",
        formula: "0.4 (W / S + 100 P / W)",
        range: "years of school, 0 and above",
        caution: "Gunning leaves names, compounds and verbs in -ed and -es out of P; programs, this one \
                  too, count all",
        source: "Gunning 1952, The Technique of Clear Writing",
        symbols: "SWP",
        score: |of| 0.4 * (of.w / of.s + 100.0 * (of.p / of.w)),
    },
    Readability {
        name: "smog",
        formula: "1.0430 sqrt(30 P / S) + 3.1291",
        range: "years of school, 3.1291 and above",
        caution: "made for 30 sentences; of fewer it is unsteady",
        source: "McLaughlin 1969, Journal of Reading 12(8), 639-646",
        symbols: "SP",
        score: |of| 1.0430 * (30.0 * (of.p / of.s)).sqrt() + 3.1291,
    },
    Readability {
        name: "ari",
        formula: "0.5 W / S + 4.71 C / W - 21.43",
        range: "years of school, not bounded",
        caution: "depends on what counts as a word and a character",
        source: "Smith & Senter 1967, Automated Readability Index, AMRL-TR-66-220",
        symbols: "SWC",
        score: |of| 0.5 * (of.w / of.s) + 4.71 * (of.c / of.w) - 21.43,
    },
    Readability {
        name: "coleman_liau",
        formula: "0.0588 (100 L / W) - 0.296 (100 S / W) - 15.8",
        range: "years of school, not bounded",
        caution: "knows no syllables, so it can be compared between languages of one script at best",
        source: "Coleman & Liau 1975, Journal of Applied Psychology 60(2), 283-284",
        symbols: "SWL",
        score: |of| 5.88 * (of.l / of.w) - 29.6 * (of.s / of.w) - 15.8,
    },
    Readability {
        name: "sentence_length",
        formula: "W / S",
        range: "words, 1 and above",
        caution: "a mean, which a few long sentences raise",
        source: "counted",
        symbols: "SW",
        score: |of| of.w / of.s,
    },
    Readability {
        name: "word_length",
        formula: "C / W",
        range: "characters, 1 and above",
        caution: "a mean over tokens: frequent small words decide it",
        source: "counted",
        symbols: "WC",
        score: |of| of.c / of.w,
    },
    Readability {
        name: "word_syllables",
        formula: "Y / W",
        range: "syllables, 1 and above",
        caution: "syllables are counted by rules for English",
        source: "counted",
        symbols: "WY",
        score: |of| of.y / of.w,
    },
];

impl Readability {
    /// The measures of these names, in their order; all if none is given.
    pub fn chosen<S: AsRef<str>>(names: &[S]) -> Result<Vec<&'static Self>> {
        if names.is_empty() {
            return Ok(READABILITIES.iter().collect());
        }
        let known = || READABILITIES.iter().map(|measure| measure.name);
        let one = |name: &S| {
            let name = name.as_ref();
            let found = READABILITIES.iter().find(|measure| measure.name == name);
            found.ok_or_else(|| Error::unknown("measure", name, known()))
        };
        names.iter().map(one).collect()
    }

    /// The names of the counts that it needs and that are not there.
    pub fn lacks(&self, counts: &TextCounts) -> Vec<&'static str> {
        let known = counts.values().into_iter().zip(TextCounts::NAMES);
        let symbols = "SWYPCL".chars().zip(known);
        symbols
            .filter(|(symbol, (value, _))| value.is_none() && self.symbols.contains(*symbol))
            .map(|(_, (_, name))| name)
            .collect()
    }

    /// The score, or none for a text without a word, or without the counts that are needed.
    pub fn score(&self, counts: &TextCounts) -> Option<f64> {
        if !self.lacks(counts).is_empty() || counts.words == Some(0) || counts.sentences == Some(0)
        {
            return None;
        }
        let known = |count: Option<u64>| real(count.unwrap_or(0));
        Some((self.score)(&Symbols {
            s: known(counts.sentences),
            w: known(counts.words),
            y: known(counts.syllables),
            p: known(counts.polysyllables),
            c: known(counts.characters),
            l: known(counts.letters),
        }))
    }
}

#[expect(clippy::cast_precision_loss, reason = "no text has 2^53 of anything")]
fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_without_its_counts_has_no_score_and_says_what_it_lacks() {
        let counts = TextCounts {
            sentences: Some(1),
            words: Some(10),
            ..TextCounts::default()
        };
        for measure in READABILITIES {
            let lacking = measure.lacks(&counts);
            assert_eq!(lacking.is_empty(), measure.name == "sentence_length");
            assert_eq!(lacking.is_empty(), measure.score(&counts).is_some());
        }
    }

    #[test]
    fn a_text_of_nothing_has_no_score() {
        let nothing = TextCounts::of_values([Some(0); 6]);
        for measure in READABILITIES {
            assert_eq!(measure.score(&nothing), None, "{}", measure.name);
        }
    }
}
