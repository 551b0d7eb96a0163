//! The registry: every measure of dispersion with its formula, source and limits, one row each.

use super::parts::Parts;
use super::scores;
use crate::error::{Error, Result};

/// A measure of dispersion, or a frequency that is adjusted by one.
#[derive(Clone, Copy, Debug)]
pub struct Dispersion {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// The formula, in the symbols of [`DISPERSION_SYMBOLS`].
    pub formula: &'static str,
    /// Who defined it, where.
    pub citation: &'static str,
    /// What values it takes, and which of them is even.
    pub range: &'static str,
    /// When not to use it, and where it has no value.
    pub caution: &'static str,
    /// Whether it is computed from positions, not from the counts of parts.
    pub by_position: bool,
    /// Whether its values are whole numbers.
    pub whole: bool,
    score: fn(&Parts<'_>) -> Option<f64>,
}

impl Dispersion {
    /// The score; none where the formula has no value, never a number that is not one.
    pub fn score(&self, parts: &Parts<'_>) -> Option<f64> {
        let score = (self.score)(parts).filter(|score| score.is_finite())?;
        // A sum of nothing is 0, which Rust gives the sign of -0.
        Some(score + 0.0)
    }
}

/// The measures of these names, in their order.
///
/// Errors: [`Error::Unknown`] for a name that is none, [`Error::Parameter`] for one that comes twice.
pub fn dispersions<S: AsRef<str>>(names: &[S]) -> Result<Vec<&'static Dispersion>> {
    let mut chosen: Vec<&'static Dispersion> = Vec::with_capacity(names.len());
    for name in names.iter().map(AsRef::as_ref) {
        if chosen.iter().any(|known| known.name == name) {
            let message = format!("measures must name each once, got {name:?} twice");
            return Err(Error::Parameter(message));
        }
        let found = DISPERSIONS.iter().find(|known| known.name == name);
        // All of them: a message that keeps some back would not help.
        let known = DISPERSIONS.iter().map(|known| known.name);
        chosen.push(found.ok_or_else(|| Error::unknown_of_all("measure", name, known))?);
    }
    Ok(chosen)
}

/// What the symbols of the formulas stand for.
pub const DISPERSION_SYMBOLS: &str = "n parts, of which part i has l_i tokens, L tokens in all, s_i = l_i / L; \
    v_i occurrences in part i, f in all, o_i = v_i / f; p_i = v_i / l_i, P their sum; \
    d_j tokens from each occurrence to the next, from the last one over the end to the first";

const GRIES_2008: &str = "Gries 2008, International Journal of Corpus Linguistics 13(4)";
const ALL_EMPTY: &str = "missing where nothing occurs";
const ONE_PART: &str = "missing where nothing occurs and for one part";

const fn by_parts(
    (name, formula): (&'static str, &'static str),
    citation: &'static str,
    (range, caution): (&'static str, &'static str),
    score: fn(&Parts<'_>) -> Option<f64>,
) -> Dispersion {
    Dispersion {
        name,
        formula,
        citation,
        range,
        caution,
        by_position: false,
        whole: false,
        score,
    }
}

const fn by_position(
    name: (&'static str, &'static str),
    range: &'static str,
    score: fn(&Parts<'_>) -> Option<f64>,
) -> Dispersion {
    const SAVICKY: &str = "Savický & Hlaváčová 2002, Journal of Quantitative Linguistics 9(3): \
        215-231";
    const CAUTION: &str = "depends on the order of the documents, and on nothing that is chosen; \
        missing where nothing occurs";
    Dispersion {
        by_position: true,
        ..by_parts(name, SAVICKY, (range, CAUTION), score)
    }
}

/// All measures: counts of parts, evenness, distance from even, adjusted frequencies.
pub const DISPERSIONS: &[Dispersion] = &[
    Dispersion {
        whole: true,
        ..by_parts(
            ("range", "number of parts with v_i > 0"),
            "Keniston 1920, Hispania 3(2)",
            (
                "0 to n; n is in every part",
                "says nothing of how often in each part, and grows with the number of parts",
            ),
            |parts| Some(scores::range(parts)),
        )
    },
    by_parts(
        ("range_share", "range / n"),
        "Gries 2020, A Practical Handbook of Corpus Linguistics: 99-118",
        (
            "0 to 1; 1 is in every part",
            "as range; missing for no part",
        ),
        scores::range_share,
    ),
    by_parts(
        ("sd", "√(Σ (v_i - f / n)² / n)"),
        GRIES_2008,
        (
            "0 and more; 0 is even",
            "not for parts of unequal size; grows with the frequency; missing for no part",
        ),
        scores::sd,
    ),
    by_parts(
        ("vc", "sd / (f / n)"),
        GRIES_2008,
        (
            "0 to √(n - 1); 0 is even",
            "not for parts of unequal size; missing where nothing occurs",
        ),
        scores::vc,
    ),
    by_parts(
        (
            "juilland_d",
            "1 - vc(p) / √(n - 1), where vc(p) is the variation coefficient of the p_i",
        ),
        "Juilland, Brodin & Davidovitch 1970, Frequency Dictionary of French Words; for unequal \
         parts Gries 2020, A Practical Handbook of Corpus Linguistics: 99-118",
        (
            "0 to 1; 1 is even",
            "near 1 for almost everything where there are many parts (Biber et al. \
         2016), so not by document; missing where nothing occurs and for one part",
        ),
        scores::juilland_d,
    ),
    by_parts(
        ("carroll_d2", "-Σ (p_i / P) · log2(p_i / P) / log2 n"),
        "Carroll 1970, Computer Studies in the Humanities and Verbal Behavior 3(2): 61-65",
        ("0 to 1; 1 is even", ONE_PART),
        scores::carroll_d2,
    ),
    by_parts(
        ("rosengren_s", "(Σ √(s_i · v_i))² / f"),
        "Rosengren 1971, Études de linguistique appliquée 1: 103-127",
        (
            "the smallest s_i to 1; 1 is even",
            "its least value depends on the parts; missing where nothing occurs",
        ),
        scores::rosengren_s,
    ),
    by_parts(
        (
            "lyne_d3",
            "1 - χ² / (4 · f), χ² = Σ (v_i - s_i · f)² / (s_i · f)",
        ),
        "Lyne 1985, The Vocabulary of French Business Correspondence: 101-124; here each part has \
         the expected value of its size",
        (
            "below 0 to 1; 1 is even",
            "falls below 0 where there are more than five parts and few occurrences; missing where \
             nothing occurs",
        ),
        scores::lyne_d3,
    ),
    by_parts(
        ("distributional_consistency", "(Σ √v_i / n)² / (f / n)"),
        "Zhang, Huang & Yu 2004, Proceedings of LREC: 1119-1122",
        (
            "1 / n to 1; 1 is even",
            "not for parts of unequal size, for which rosengren_s is the same; missing where nothing \
             occurs",
        ),
        scores::distributional_consistency,
    ),
    by_parts(
        (
            "d_a",
            "1 - (mean of |p_i - p_j| over all pairs of parts) / (2 · P / n)",
        ),
        "Burch, Egbert & Biber 2017, Journal of Research Design and Statistics in Linguistics and \
         Communication Science 3(2): 189-216",
        ("0 to 1; 1 is even", ONE_PART),
        scores::d_a,
    ),
    by_parts(
        ("dp", "Σ |o_i - s_i| / 2"),
        "Gries 2008, International Journal of Corpus Linguistics 13(4): 415",
        (
            "0 to 1 - the smallest s_i; 0 is even",
            "follows the frequency: what is rarer than there are parts cannot be even; missing where \
             nothing occurs",
        ),
        scores::dp,
    ),
    by_parts(
        ("dp_norm", "dp / (1 - the smallest s_i)"),
        "Lijffijt & Gries 2012, International Journal of Corpus Linguistics 17(1): 147-149",
        (
            "0 to 1; 0 is even",
            "as dp; missing where nothing occurs and for one part",
        ),
        scores::dp_norm,
    ),
    by_parts(
        ("kld", "Σ o_i · log2(o_i / s_i)"),
        "Gries 2020, A Practical Handbook of Corpus Linguistics: 99-118",
        (
            "0 to log2(1 / the smallest s_i); 0 is even; bits",
            ALL_EMPTY,
        ),
        scores::kld,
    ),
    by_parts(
        ("kld_norm", "1 - 2^(-kld)"),
        "Gries 2024, Frequency, Dispersion, Association, and Keyness: 90",
        (
            "0 to 1; 0 is even",
            "say which of the normalisations was used; missing where nothing occurs",
        ),
        scores::kld_norm,
    ),
    by_parts(
        ("kld_norm_e", "1 - e^(-kld)"),
        "Gries 2021, Research in Corpus Linguistics 9(2): 20",
        (
            "0 to 1; 0 is even",
            "say which of the normalisations was used; missing where nothing occurs",
        ),
        scores::kld_norm_e,
    ),
    by_parts(
        ("kld_norm_odds", "kld / (1 + kld)"),
        "Gries 2024, Frequency, Dispersion, Association, and Keyness: 90-92",
        (
            "0 to 1; 0 is even",
            "say which of the normalisations was used; missing where nothing occurs",
        ),
        scores::kld_norm_odds,
    ),
    by_parts(
        ("idf", "log2(n / range)"),
        "Spärck Jones 1972, Journal of Documentation 28(1): 11-21",
        (
            "0 to log2 n; 0 is in every part",
            "as range: says nothing of how often in each part; missing where nothing occurs",
        ),
        scores::idf,
    ),
    by_position(
        ("arf", "f / L · Σ min(d_j, L / f)"),
        "1 to f; f is even: a frequency",
        scores::arf,
    ),
    by_position(
        ("awt", "(1 + Σ d_j² / L) / 2"),
        "(1 + L / f) / 2 to (1 + L) / 2; the least is even; tokens",
        scores::awt,
    ),
    by_position(
        ("ald", "Σ d_j · log10 d_j / L"),
        "log10(L / f) to log10 L; the least is even",
        scores::ald,
    ),
    by_position(
        ("f_awt", "L² / Σ d_j²"),
        "1 to f; f is even: a frequency",
        scores::f_awt,
    ),
    by_position(
        ("f_ald", "L · 10^(-ald)"),
        "1 to f; f is even: a frequency",
        scores::f_ald,
    ),
    by_parts(
        ("juilland_u", "juilland_d · f"),
        "Juilland, Brodin & Davidovitch 1970, Frequency Dictionary of French Words",
        (
            "0 to f; f is even: a frequency",
            "what occurs in one part counts as 0; missing where juilland_d is",
        ),
        scores::juilland_u,
    ),
    by_parts(
        (
            "carroll_um",
            "carroll_d2 · f + (1 - carroll_d2) · Σ s_i · v_i",
        ),
        "Carroll 1970, Computer Studies in the Humanities and Verbal Behavior 3(2): 61-65",
        (
            "Σ s_i · v_i to f; f is even: a frequency",
            "missing where carroll_d2 is",
        ),
        scores::carroll_um,
    ),
    by_parts(
        ("rosengren_kf", "(Σ √(s_i · v_i))²"),
        "Rosengren 1971, Études de linguistique appliquée 1: 103-127",
        ("0 to f; f is even: a frequency", "missing for no part"),
        scores::rosengren_kf,
    ),
    by_parts(
        ("engwall_fm", "f · range / n"),
        "Engwall 1974, as given by Gries 2008: 409",
        (
            "0 to f; f is in every part: a frequency",
            "as range; missing for no part",
        ),
        scores::engwall_fm,
    ),
    by_parts(
        ("kromer_ur", "Σ (1 + 1/2 + … + 1/v_i)"),
        "Kromer 2003, Journal of Quantitative Linguistics 10(2): 177-186",
        (
            "0 to f: a frequency",
            "not for parts of unequal size; falls far below f where parts are large",
        ),
        |parts| Some(scores::kromer_ur(parts)),
    ),
];

#[cfg(test)]
mod tests {
    use super::super::{Distances, Division, Share, Size};
    use super::*;

    fn score(name: &str, counts: &[u64], sizes: &[u64]) -> Option<f64> {
        let division = Division::new(sizes.iter().copied()).expect("small sizes");
        let shares = counts.iter().zip(sizes);
        let shares: Vec<Share> = shares
            .filter(|(count, _)| **count > 0)
            .map(|(&count, &size)| Share::new(count, Size::new(size)))
            .collect();
        let parts = Parts::new(division, &shares, None).expect("parts that fit");
        dispersions(&[name]).expect("a known name")[0].score(&parts)
    }

    #[test]
    fn every_name_is_found_by_it_and_comes_once() {
        let names: Vec<&str> = DISPERSIONS.iter().map(|measure| measure.name).collect();
        let found = dispersions(&names).expect("all different");
        assert_eq!(found.len(), names.len());
        assert!(dispersions(&["DP"]).is_err());
        assert!(dispersions(&["dp", "dp"]).is_err());
    }

    #[test]
    fn nothing_is_not_a_number() {
        let rows: [(&[u64], &[u64]); 7] = [
            (&[], &[]),
            (&[0], &[0]),
            (&[0, 0], &[5, 5]),
            (&[3], &[9]),
            (&[0, 1 << 40], &[1, (1 << 52) - 1]),
            (&[1 << 40, 1 << 40], &[1 << 41, 1 << 41]),
            (&[1, 0, 0], &[1, 1, 1 << 50]),
        ];
        for (counts, sizes) in rows {
            for measure in DISPERSIONS {
                let score = score(measure.name, counts, sizes);
                assert!(score.is_none_or(f64::is_finite), "{}", measure.name);
                // Missing only as documented.
                let spread = counts.iter().sum::<u64>() > 0 && sizes.len() > 1;
                assert!(score.is_some() || !spread || measure.by_position);
            }
        }
    }

    #[test]
    fn what_is_in_one_part_is_exactly_so() {
        for (name, expected) in [("juilland_d", 0.0), ("carroll_d2", 0.0), ("d_a", 0.0)] {
            let found = score(name, &[0, 7, 0], &[11, 13, 17]).expect("two parts or more");
            assert!((found - expected).abs() < f64::EPSILON, "{name}: {found}");
        }
    }

    #[test]
    fn distances_give_frequencies_of_at_most_the_frequency() {
        let division = Division::new([10, 10]).expect("small sizes");
        let shares = [Share::new(2, Size::new(10)); 2];
        let even = Distances::new(&[0, 5, 10, 15], 20).expect("positions that ascend");
        let parts = Parts::new(division, &shares, Some(&even)).expect("as many as positions");
        for measure in dispersions(&["arf", "f_awt", "f_ald"]).expect("known names") {
            let score = measure.score(&parts).expect("something occurs");
            assert!((score - 4.0).abs() < 1e-12, "{}: {score}", measure.name);
        }
    }
}
