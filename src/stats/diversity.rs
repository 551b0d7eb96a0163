//! Lexical diversity: how varied the words of a text are, by the measures that the field publishes.

use crate::error::{Error, Result};

/// A measure of lexical diversity, and what a reader must know of it.
pub struct Diversity {
    /// Its name, as users write it.
    pub name: &'static str,
    /// Its formula, in the symbols of [`DIVERSITY_SYMBOLS`].
    pub formula: &'static str,
    /// The scores that it can give.
    pub range: &'static str,
    /// What a text must have; the score of any other is missing.
    pub needs: &'static str,
    /// When not to use it, and how other programs differ.
    pub caution: &'static str,
    /// Where it was published.
    pub source: &'static str,
    score: fn(&Profile<'_>, &DiversityOptions) -> Option<f64>,
}

/// The symbols of the formulas.
pub const DIVERSITY_SYMBOLS: &str = "N tokens, V types, f the frequency of a type, V_i the types \
                                     that occur i times, ln the natural logarithm";

/// The sizes that some of the measures take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DiversityOptions {
    /// The tokens of a window of `mattr`.
    pub window: usize,
    /// The tokens of a segment of `msttr`.
    pub segment: usize,
    /// The tokens of a segment of `sttr`.
    pub basis: usize,
    /// The tokens that `hdd` draws.
    pub sample: usize,
    /// The type-token ratio at which a factor of `mtld` is complete.
    pub threshold: f64,
}

impl DiversityOptions {
    /// Errors: [`Error::Parameter`] for a size of 0, or a threshold that no ratio can pass.
    pub fn check(&self) -> Result<()> {
        let sizes = [
            ("window", self.window),
            ("segment", self.segment),
            ("basis", self.basis),
            ("sample", self.sample),
        ];
        if let Some((name, _)) = sizes.iter().find(|(_, size)| *size == 0) {
            let message = format!("{name} must be at least 1, got 0");
            return Err(Error::Parameter(message));
        }
        if self.threshold > 0.0 && self.threshold < 1.0 {
            return Ok(());
        }
        let message = format!(
            "threshold must be between 0 and 1, got {}; McCarthy and Jarvis take 0.72",
            self.threshold
        );
        Err(Error::Parameter(message))
    }
}

impl Diversity {
    /// The measures of these names, in their order; all if none is given.
    pub fn chosen<S: AsRef<str>>(names: &[S]) -> Result<Vec<&'static Self>> {
        if names.is_empty() {
            return Ok(DIVERSITIES.iter().collect());
        }
        let known = || DIVERSITIES.iter().map(|measure| measure.name);
        let one = |name: &S| {
            let name = name.as_ref();
            let found = DIVERSITIES.iter().find(|measure| measure.name == name);
            found.ok_or_else(|| Error::unknown("measure", name, known()))
        };
        names.iter().map(one).collect()
    }

    /// The score of a text, or none for a text that has not what the measure needs.
    pub fn score(&self, profile: &Profile<'_>, options: &DiversityOptions) -> Option<f64> {
        // A sum of nothing is 0, which Rust gives the sign of -0.
        (self.score)(profile, options).map(|score| score + 0.0)
    }
}

/// A text as the measures see it: its tokens as numbers of its types, and how often types occur.
pub struct Profile<'t> {
    tokens: &'t [u32],
    n_types: usize,
    /// Frequencies and how many types have each, ascending.
    spectrum: Vec<(u64, u64)>,
}

impl<'t> Profile<'t> {
    /// Of tokens that are numbers below `n_types`, each of which occurs.
    pub fn new(tokens: &'t [u32], n_types: usize) -> Self {
        let mut frequencies = vec![0_u64; n_types];
        for token in tokens {
            frequencies[*token as usize] += 1;
        }
        frequencies.sort_unstable();
        let runs = frequencies.chunk_by(|one, other| one == other);
        Self {
            tokens,
            n_types,
            spectrum: runs.map(|run| (run[0], run.len() as u64)).collect(),
        }
    }

    fn n(&self) -> f64 {
        real(self.tokens.len())
    }

    fn v(&self) -> f64 {
        real(self.n_types)
    }

    /// The types that occur once.
    fn hapaxes(&self) -> f64 {
        match self.spectrum.first() {
            Some((1, types)) => whole((*types).into()),
            _ => 0.0,
        }
    }

    /// The sum of the squared frequencies.
    fn squares(&self) -> u128 {
        let square = |(frequency, types): &(u64, u64)| {
            u128::from(*frequency) * u128::from(*frequency) * u128::from(*types)
        };
        self.spectrum.iter().map(square).sum()
    }

    /// The sum over all types of what depends on their frequency alone.
    fn over_types(&self, of: impl Fn(f64) -> f64) -> f64 {
        let term = |(frequency, types): &(u64, u64)| {
            whole((*types).into()) * of(whole((*frequency).into()))
        };
        self.spectrum.iter().map(term).sum()
    }
}

#[expect(clippy::cast_precision_loss, reason = "no text has 2^53 tokens")]
fn real(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "one rounding of an exact sum")]
fn whole(count: u128) -> f64 {
    count as f64
}

/// A quotient, unless its divisor is 0 or the logarithm of 0.
fn ratio(above: f64, below: f64) -> Option<f64> {
    (below > 0.0 && below.is_finite()).then(|| above / below)
}

/// ln N - ln V, also where they are nearly equal.
fn log_difference(text: &Profile<'_>) -> f64 {
    let repeated = text.tokens.len() - text.n_types;
    (real(repeated) / text.v()).ln_1p()
}

/// Every measure, in the order in which they are shown.
pub const DIVERSITIES: &[Diversity] = &[
    Diversity {
        name: "ttr",
        formula: "V / N",
        range: "above 0, to 1",
        needs: "1 token",
        caution: "falls with the length of a text: compare texts of one length only",
        source: "Johnson 1944, Psychological Monographs 56(2), 1-15",
        score: |text, _| ratio(text.v(), text.n()),
    },
    Diversity {
        name: "guiraud",
        formula: "V / sqrt(N)",
        range: "above 0",
        needs: "1 token",
        caution: "depends on length, though less than ttr; called R, or root TTR, elsewhere",
        source: "Guiraud 1954, Les caractères statistiques du vocabulaire",
        score: |text, _| ratio(text.v(), text.n().sqrt()),
    },
    Diversity {
        name: "cttr",
        formula: "V / sqrt(2 N)",
        range: "above 0",
        needs: "1 token",
        caution: "guiraud / sqrt(2), and says no more than it",
        source: "Carroll 1964, Language and Thought",
        score: |text, _| ratio(text.v(), (2.0 * text.n()).sqrt()),
    },
    Diversity {
        name: "herdan",
        formula: "ln V / ln N",
        range: "0 to 1",
        needs: "2 tokens",
        caution: "depends on length, though less than ttr; called C, or log TTR, elsewhere",
        source: "Herdan 1960, Type-Token Mathematics",
        score: |text, _| ratio(text.v().ln(), text.n().ln()),
    },
    Diversity {
        name: "summer",
        formula: "ln(ln V) / ln(ln N)",
        range: "any number; below 1 for more than 2 tokens with a repetition",
        needs: "2 types",
        caution: "depends on the base of the logarithm: quanteda takes 10; below 16 tokens useless",
        source: "Somers 1966, Analyse mathématique du langage, as in Tweedie & Baayen 1998",
        score: |text, _| (text.n_types > 1).then(|| text.v().ln().ln() / text.n().ln().ln()),
    },
    Diversity {
        name: "dugast",
        formula: "(ln N)² / (ln N - ln V)",
        range: "above 0",
        needs: "a type that occurs twice",
        caution: "1 / maas; depends on the base of the logarithm: with base 10 it is divided by ln 10",
        source: "Dugast 1978, Sur quoi se fonde la notion d'étendue théorique du vocabulaire?, Le français moderne 46",
        score: |text, _| ratio(text.n().ln().powi(2), log_difference(text)),
    },
    Diversity {
        name: "maas",
        formula: "(ln N - ln V) / (ln N)²",
        range: "0 and above; lower is more varied",
        needs: "2 tokens",
        caution: "called a²; with base 10 it is multiplied by ln 10, and quanteda gives the root of that",
        source: "Maas 1972, Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73-96",
        score: |text, _| ratio(log_difference(text), text.n().ln().powi(2)),
    },
    Diversity {
        name: "brunet",
        formula: "N ^ (V ^ -0.172)",
        range: "1 and above, mostly 10 to 20; lower is more varied",
        needs: "1 token",
        caution: "the exponent is a convention: -0.165 is met as well",
        source: "Brunet 1978, Le vocabulaire de Jean Giraudoux",
        score: |text, _| (text.n_types > 0).then(|| text.n().powf(text.v().powf(-0.172))),
    },
    Diversity {
        name: "honore",
        formula: "100 ln N / (1 - V_1 / V)",
        range: "0 and above",
        needs: "a type that occurs twice",
        caution: "rests on the types that occur once, so misspellings raise it",
        source: "Honoré 1979, ALLC Bulletin 7(2), 172-177",
        score: |text, _| ratio(100.0 * text.n().ln() * text.v(), text.v() - text.hapaxes()),
    },
    Diversity {
        name: "yule_k",
        formula: "10^4 (Σ f² - N) / N²",
        range: "0 to 10^4; lower is more varied",
        needs: "1 token",
        caution: "measures repetition, which the few most frequent words decide",
        source: "Yule 1944, The Statistical Study of Literary Vocabulary",
        score: |text, _| {
            let repeated = text.squares() - text.tokens.len() as u128;
            ratio(1e4 * whole(repeated), text.n().powi(2))
        },
    },
    Diversity {
        name: "yule_i",
        formula: "V² / (Σ f² - V)",
        range: "above 0",
        needs: "a type that occurs twice",
        caution: "with N for V, as some have it, it is 10^4 / yule_k",
        source: "Yule 1944, as in Oakes 1998, Statistics for Corpus Linguistics",
        score: |text, _| {
            let below = text.squares() - text.n_types as u128;
            ratio(text.v().powi(2), whole(below))
        },
    },
    Diversity {
        name: "simpson",
        formula: "Σ f (f - 1) / (N (N - 1))",
        range: "0 to 1; lower is more varied",
        needs: "2 tokens",
        caution: "the chance that two tokens are of one type; many mean 1 - simpson by the name",
        source: "Simpson 1949, Nature 163, 688",
        score: |text, _| {
            let pairs = text.squares() - text.tokens.len() as u128;
            ratio(whole(pairs), text.n() * (text.n() - 1.0))
        },
    },
    Diversity {
        name: "herdan_vm",
        formula: "sqrt(Σ f² / N² - 1 / V)",
        range: "0 to 1; lower is more varied",
        needs: "1 token",
        caution: "the coefficient of variation of the frequencies over sqrt(V); 0 if all are equal",
        source: "Herdan 1955, Zeitschrift für angewandte Mathematik und Physik 6(4), 332-334",
        score: herdan_vm,
    },
    Diversity {
        name: "repeat_rate",
        formula: "Σ (f / N)²",
        range: "1 / V to 1; lower is more varied",
        needs: "1 token",
        caution: "simpson with replacement; of counts that are no sample",
        source: "Popescu 2009, Word Frequency Studies, pp. 170-178",
        score: |text, _| ratio(whole(text.squares()), text.n().powi(2)),
    },
    Diversity {
        name: "entropy",
        formula: "Σ (f / N) log2(N / f)",
        range: "0 to log2 V, in bits",
        needs: "1 token",
        caution: "rises with the length of a text",
        source: "Shannon 1948; Popescu 2009, Word Frequency Studies, pp. 170-178",
        score: |text, _| {
            let n = text.n();
            // Types that are equally frequent would pass log2 V by a rounding.
            (n > 0.0).then(|| {
                text.over_types(|f| f / n * (n / f).log2())
                    .min(text.v().log2())
            })
        },
    },
    Diversity {
        name: "sttr",
        formula: "mean of V / basis over segments of `basis` tokens",
        range: "1 / basis to 1",
        needs: "`basis` tokens",
        caution: "compare scores of one basis only; the rest behind the last whole segment is left out",
        source: "Scott 1996 and on, WordSmith Tools (standardised type/token ratio)",
        score: |text, options| segmental(text, options.basis),
    },
    Diversity {
        name: "msttr",
        formula: "mean of V / segment over segments of `segment` tokens",
        range: "1 / segment to 1",
        needs: "`segment` tokens",
        caution: "compare scores of one size only; the rest behind the last whole segment is left out",
        source: "Johnson 1944, Psychological Monographs 56(2), 1-15",
        score: |text, options| segmental(text, options.segment),
    },
    Diversity {
        name: "mattr",
        formula: "mean of V / window over all windows of `window` tokens",
        range: "1 / window to 1",
        needs: "`window` tokens",
        caution: "compare scores of one window only",
        source: "Covington & McFall 2010, Journal of Quantitative Linguistics 17(2), 94-100",
        score: moving_average,
    },
    Diversity {
        name: "hdd",
        formula: "Σ (1 - C(N - f, sample) / C(N, sample)) / sample",
        range: "1 / sample to 1",
        needs: "`sample` tokens",
        caution: "the ttr to expect of `sample` tokens drawn at random: compare one size only",
        source: "McCarthy & Jarvis 2007, Language Testing 24(4), 459-488",
        score: hypergeometric,
    },
    Diversity {
        name: "mtld",
        formula: "mean of N / factors from the left and from the right; a factor is a stretch whose \
                  ttr has come down to `threshold`, the last counts (1 - ttr) / (1 - threshold)",
        range: "above 1",
        needs: "a type that occurs twice",
        caution: "unsteady below 100 tokens; some programs begin a new factor below, not at, the threshold",
        source: "McCarthy & Jarvis 2010, Behavior Research Methods 42(2), 381-392",
        score: textual,
    },
];

/// Σ f² / N² - 1 / V over one divisor, whose dividend is exact.
fn herdan_vm(text: &Profile<'_>, _: &DiversityOptions) -> Option<f64> {
    let (n, v) = (text.tokens.len() as u128, text.n_types as u128);
    let above = v * text.squares() - n * n;
    ratio(whole(above), text.v() * text.n().powi(2)).map(f64::sqrt)
}

/// The mean type-token ratio of all whole segments of so many tokens.
fn segmental(text: &Profile<'_>, size: usize) -> Option<f64> {
    let mut seen = vec![usize::MAX; text.n_types];
    let (mut types, mut segments) = (0, 0);
    for (number, segment) in text.tokens.chunks_exact(size).enumerate() {
        segments += 1;
        for token in segment {
            let last = &mut seen[*token as usize];
            types += usize::from(*last != number);
            *last = number;
        }
    }
    ratio(real(types), real(segments) * real(size))
}

/// The mean type-token ratio of all windows.
fn moving_average(text: &Profile<'_>, options: &DiversityOptions) -> Option<f64> {
    let windows = (text.tokens.len() + 1).checked_sub(options.window)?;
    if windows == 0 {
        return None;
    }
    let mut frequencies = vec![0_usize; text.n_types];
    let (mut types, mut sum) = (0_usize, 0_u128);
    for (place, token) in text.tokens.iter().enumerate() {
        let frequency = &mut frequencies[*token as usize];
        types += usize::from(*frequency == 0);
        *frequency += 1;
        if place + 1 < options.window {
            continue;
        }
        sum += types as u128;
        let first = &mut frequencies[text.tokens[place + 1 - options.window] as usize];
        *first -= 1;
        types -= usize::from(*first == 0);
    }
    ratio(whole(sum), real(windows) * real(options.window))
}

/// The expected type-token ratio of a sample drawn without replacement.
fn hypergeometric(text: &Profile<'_>, options: &DiversityOptions) -> Option<f64> {
    let (n, sample) = (text.tokens.len(), options.sample);
    if n < sample {
        return None;
    }
    // C(N - f, s) / C(N, s) is symmetric in f and s; the shorter product is taken.
    let contribution = |frequency: f64| {
        let (few, many) = if frequency < real(sample) {
            (frequency, real(sample))
        } else {
            (real(sample), frequency)
        };
        let (mut log, mut drawn) = (0.0, 0.0);
        while drawn < few {
            log += (-many / (text.n() - drawn)).ln_1p();
            drawn += 1.0;
        }
        // By logarithms, so that what is left of 1 is exact for a rare word in a long text; no chance
        // to draw none has the logarithm -∞, or none at all beyond.
        if log.is_nan() { 1.0 } else { -log.exp_m1() }
    };
    Some(text.over_types(contribution) / real(sample))
}

/// The mean length of the factors, from the left and from the right.
fn textual(text: &Profile<'_>, options: &DiversityOptions) -> Option<f64> {
    let threshold = options.threshold;
    let left = factors(text.tokens.iter(), text.n_types, threshold);
    let right = factors(text.tokens.iter().rev(), text.n_types, threshold);
    Some(f64::midpoint(
        ratio(text.n(), left)?,
        ratio(text.n(), right)?,
    ))
}

fn factors<'t>(tokens: impl Iterator<Item = &'t u32>, n_types: usize, threshold: f64) -> f64 {
    let mut seen = vec![usize::MAX; n_types];
    let (mut factors, mut types, mut length) = (0, 0, 0);
    for token in tokens {
        let last = &mut seen[*token as usize];
        types += usize::from(*last != factors);
        *last = factors;
        length += 1;
        if real(types) / real(length) <= threshold {
            factors += 1;
            (types, length) = (0, 0);
        }
    }
    let rest =
        ratio(real(types), real(length)).map_or(0.0, |rest| (1.0 - rest) / (1.0 - threshold));
    real(factors) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: DiversityOptions = DiversityOptions {
        window: 3,
        segment: 3,
        basis: 4,
        sample: 3,
        threshold: 0.72,
    };

    #[test]
    fn a_score_is_finite_or_none_whatever_the_text() {
        let texts: [(&[u32], usize); 6] = [
            (&[], 0),
            (&[0], 1),
            (&[0, 0], 1),
            (&[0, 1], 2),
            (&[0, 0, 0, 0, 0], 1),
            (&[0, 1, 2, 3, 4], 5),
        ];
        for (tokens, n_types) in texts {
            let profile = Profile::new(tokens, n_types);
            for measure in DIVERSITIES {
                let score = measure.score(&profile, &OPTIONS);
                assert!(
                    score.is_none_or(f64::is_finite),
                    "{} {tokens:?}",
                    measure.name
                );
            }
        }
    }

    #[test]
    fn a_rare_word_in_a_long_text_keeps_its_share() {
        // One type a token: every contribution is s / N, of which a plain 1 - P would lose digits.
        let tokens: Vec<u32> = (0..100_000).collect();
        let profile = Profile::new(&tokens, tokens.len());
        let score = hypergeometric(&profile, &OPTIONS).expect("more tokens than are drawn");
        assert!((score - 1.0).abs() < 1e-12, "{score}");
    }

    #[test]
    fn sizes_of_nothing_and_thresholds_that_nothing_passes_are_refused() {
        let refused = [
            DiversityOptions {
                window: 0,
                ..OPTIONS
            },
            DiversityOptions {
                sample: 0,
                ..OPTIONS
            },
            DiversityOptions {
                threshold: 1.0,
                ..OPTIONS
            },
            DiversityOptions {
                threshold: f64::NAN,
                ..OPTIONS
            },
        ];
        for options in refused {
            assert!(options.check().is_err());
        }
    }
}
