//! What is compared with what, and how.

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array as _, ArrayRef};
use arrow_schema::DataType;
use serde_json::{Value as Json, json};

use super::sequences::LONGEST;
use crate::analysis::compounds::{Compounds, Named, described};
use crate::analysis::terms::Unit;
use crate::corpus::{Metadata, Scope};
use crate::error::{Error, Result};
use crate::query::Syntax;
use crate::stats::{Correction, Measure, MeasureOptions, enough_resamples, measures_named};
use crate::table::Manifest;
use crate::task::Task;

/// What a target is compared with.
#[derive(Clone, Debug)]
pub enum Reference {
    /// The documents of the corpus that are not in the target; for groups, those in other groups.
    Rest,
    /// Other documents, or other zones, of the same or another corpus.
    Scope(Scope),
    /// How often words occur elsewhere.
    List(FrequencyList),
}

impl Reference {
    /// What a manifest says of it.
    pub(super) fn described(&self) -> Json {
        match self {
            Self::Rest => Json::Null,
            Self::Scope(scope) => Json::Object(scope.manifest("subset")),
            Self::List(list) => {
                let terms = list
                    .terms
                    .iter()
                    .map(|(term, count)| (term.as_str(), *count));
                json!({ "terms": terms.collect::<Json>() })
            }
        }
    }
}

/// How often words occur in texts that are not here.
#[derive(Clone, Debug, Default)]
pub struct FrequencyList {
    /// Words and how often each occurs; those that are the same term are added up.
    pub terms: Vec<(String, u64)>,
    /// The tokens that were counted, where that is more than the words together.
    pub tokens: Option<u64>,
}

impl Reference {
    /// The tokens that a list was said to be of.
    pub(super) fn tokens(&self) -> Option<u64> {
        match self {
            Self::List(list) => list.tokens,
            Self::Rest | Self::Scope(_) => None,
        }
    }
}

impl FrequencyList {
    /// The words of a table and how often each occurs; neither column may have gaps.
    pub fn rows(words: ArrayRef, counts: ArrayRef) -> Result<Vec<(String, u64)>> {
        let n_rows = words.len();
        let columns = vec![("term".into(), words), ("frequency".into(), counts)];
        let table = Metadata::try_new(columns, n_rows)?;
        let counts = table.column("frequency")?;
        let refused = || {
            let message = "frequencies of a reference must be whole numbers of at least 0, none \
                           missing";
            Error::Type(message.into())
        };
        if *counts.data_type() != DataType::Int64 || counts.null_count() > 0 {
            return Err(refused());
        }
        let counts = counts.as_primitive::<Int64Type>().values().iter();
        let counts = counts.map(|count| u64::try_from(*count).map_err(|_| refused()));
        table
            .texts("term")?
            .into_iter()
            .zip(counts)
            .map(|(word, count)| Ok((word, count?)))
            .collect()
    }

    /// All tokens that were counted.
    pub(super) fn total(&self) -> Result<u64> {
        let mut listed = 0_u64;
        for (_, count) in &self.terms {
            let sum = listed.checked_add(*count).filter(|sum| *sum < 1 << 53);
            let message = "a frequency list holds fewer than 2^53 tokens; take another one";
            listed = sum.ok_or_else(|| Error::Limit(message.into()))?;
        }
        match self.tokens {
            Some(tokens) if tokens < listed => Err(Error::Parameter(format!(
                "reference_tokens must be at least the {listed} tokens of the list, got {tokens}"
            ))),
            Some(tokens) if tokens >= 1 << 53 => Err(Error::Parameter(format!(
                "reference_tokens must be below 2^53, got {tokens}"
            ))),
            given => Ok(given.unwrap_or(listed)),
        }
    }
}

/// Which terms are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Those that are relatively more frequent in the target.
    Positive,
    /// Those that are relatively less frequent in the target.
    Negative,
    /// All.
    Both,
    /// All, those whose frequencies are surest to be alike first.
    Lockwords,
}

impl Direction {
    const ALL: [(&'static str, Self); 4] = [
        ("positive", Self::Positive),
        ("negative", Self::Negative),
        ("both", Self::Both),
        ("lockwords", Self::Lockwords),
    ];

    /// The direction of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        let known = Self::ALL.iter().map(|(known, _)| known);
        Ok(found
            .ok_or_else(|| Error::unknown("direction", name, known))?
            .1)
    }

    fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, direction)| *direction == self);
        found.expect("every direction has a name").0
    }
}

/// How p-values are computed, from documents in either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Significance {
    /// By relabellings of the documents.
    Permutation,
    /// By the ranks of relative frequencies in the documents.
    RankSum,
}

impl Significance {
    const ALL: [(&'static str, Self); 2] = [
        ("permutation", Self::Permutation),
        ("rank_sum", Self::RankSum),
    ];

    /// The test of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        let known = Self::ALL.iter().map(|(known, _)| known);
        Ok(found
            .ok_or_else(|| Error::unknown("significance", name, known))?
            .1)
    }

    fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, test)| *test == self);
        found.expect("every test has a name").0
    }
}

/// How terms are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct KeynessOptions {
    /// The metadata columns by which the target is grouped; each group is compared by itself.
    pub by: Vec<String>,
    /// The names of the measures, of which the first decides the order.
    pub measures: Vec<String>,
    /// What some measures need to know; `comparisons` are as told below.
    pub measure_options: MeasureOptions,
    /// By how many comparisons chances are corrected; as many as terms are compared if it is none.
    pub comparisons: Option<u64>,
    /// Which terms are given.
    pub direction: Direction,
    /// Terms that are rarer in target and reference together are left out.
    pub min_frequency: u64,
    /// Terms in fewer documents of target and reference together are left out.
    pub min_documents: u64,
    /// How many neighbouring terms are compared as one.
    pub ngrams: u32,
    /// Whether spellings are counted apart; otherwise normal forms are.
    pub case_sensitive: bool,
    /// The layer whose values are compared, in place of words.
    pub layer: Option<String>,
    /// Compounds that are one term each, on both sides.
    pub compounds: Named,
    /// Only terms that one of these matches are compared.
    pub patterns: Option<Vec<String>>,
    /// How the patterns are read.
    pub syntax: Syntax,
    /// Terms that any of these matches are not compared.
    pub exclude: Vec<String>,
    /// The share of confidence intervals of the log ratio that should hold the true value.
    pub confidence: Option<f64>,
    /// How many samples of the documents a confidence interval is of.
    pub resamples: usize,
    /// How p-values are computed, if they are.
    pub significance: Option<Significance>,
    /// How many relabellings a permutation test is of, at most ten millions.
    pub permutations: u64,
    /// How p-values are corrected for the number of terms.
    pub correction: Option<Correction>,
    /// What random numbers begin with.
    pub seed: u64,
}

const MOST_PERMUTATIONS: u64 = 10_000_000;
/// Resamples are kept while rows are computed.
const MOST_RESAMPLES: u64 = 100_000;

impl KeynessOptions {
    /// The measures, if all options can be.
    pub(super) fn checked(&self) -> Result<Vec<&'static Measure>> {
        self.measure_options.checked()?;
        let measures = measures_named(&self.measures)?;
        if measures.is_empty() {
            let message = "measures must name at least one measure, got none";
            return Err(Error::Parameter(message.into()));
        }
        if let Some(confidence) = self.confidence
            && !(confidence > 0.0 && confidence < 1.0)
        {
            let message = format!("confidence must lie between 0 and 1, got {confidence}");
            return Err(Error::Parameter(message));
        }
        within("resamples", self.resamples as u64, MOST_RESAMPLES)?;
        if let Some(confidence) = self.confidence.filter(|_| self.has_intervals()) {
            enough_resamples(self.resamples as u64, confidence)?;
        }
        within("permutations", self.permutations, MOST_PERMUTATIONS)?;
        within("ngrams", self.ngrams.into(), LONGEST.into())?;
        if self.ngrams > 1 && !self.compounds.is_empty() {
            let message = "compound must be None with ngrams, which are sequences of single words";
            return Err(Error::Parameter(message.into()));
        }
        if self.direction == Direction::Lockwords && !self.has_intervals() {
            let message = "direction \"lockwords\" takes the interval of the log ratio: give a \
                           confidence, and \"log_ratio\" among the measures";
            return Err(Error::Parameter(message.into()));
        }
        Ok(measures)
    }

    /// What is counted.
    pub(super) fn unit(&self, scope: &Scope) -> Result<Unit> {
        Unit::new(scope, self.case_sensitive, self.layer.as_deref())
    }

    /// Finds the compounds of a side, which are made of words.
    pub(super) fn compounds(&self, scope: &Scope, task: &Task) -> Result<Compounds> {
        let unit = (self.case_sensitive, self.layer.as_deref());
        Compounds::of_unit(scope, &self.compounds, unit, task)
    }

    /// Whether rows have confidence intervals.
    pub(super) fn has_intervals(&self) -> bool {
        self.confidence.is_some() && self.measures.iter().any(|name| name == "log_ratio")
    }

    /// What a manifest says of these options.
    pub(super) fn described(&self) -> Manifest {
        let measures = measures_named(&self.measures).unwrap_or_default();
        let formulas = measures
            .iter()
            .map(|measure| (measure.name, measure.formula));
        let options = self.measure_options;
        let entries = [
            ("by", json!(self.by)),
            ("measures", json!(self.measures)),
            ("formulas", formulas.collect()),
            (
                "measure_options",
                json!({
                    "alpha": options.alpha,
                    "comparisons": self.comparisons,
                    "smoothing": options.smoothing,
                    "prior": options.prior,
                }),
            ),
            ("direction", json!(self.direction.name())),
            ("min_frequency", json!(self.min_frequency)),
            ("min_documents", json!(self.min_documents)),
            ("ngrams", json!(self.ngrams)),
            ("case_sensitive", json!(self.case_sensitive)),
            ("layer", json!(self.layer)),
            ("compound", described(&self.compounds)),
            ("patterns", json!(self.patterns)),
            ("exclude", json!(self.exclude)),
            ("syntax", json!(format!("{:?}", self.syntax).to_lowercase())),
            ("confidence", json!(self.confidence)),
            ("resamples", json!(self.resamples)),
            (
                "significance",
                json!(self.significance.map(Significance::name)),
            ),
            ("permutations", json!(self.permutations)),
            ("correction", json!(self.correction.map(Correction::name))),
            ("seed", json!(self.seed)),
        ];
        entries
            .into_iter()
            .map(|(name, value): (_, Json)| (name.to_owned(), value))
            .collect()
    }
}

fn within(name: &str, given: u64, most: u64) -> Result<()> {
    if (1..=most).contains(&given) {
        return Ok(());
    }
    Err(Error::Parameter(format!(
        "{name} must be 1 to {most}, got {given}"
    )))
}
