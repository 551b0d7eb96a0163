//! Similarity: which documents or groups use the same words.

use arrow_array::ArrayRef;
use serde_json::json;

use super::compounds::{Named, described};
use super::dtm::{DtmOptions, dtm};
use crate::corpus::Scope;
use crate::error::{Error, Result};
use crate::stats::{Comparison, Csr, Nearness, Shared};
use crate::table::{self, Table};
use crate::task::{Scratch, Task};

/// How many pairs are given unless the nearest are asked for.
const MOST_PAIRS: usize = 5_000_000;

/// Which pairs of documents or groups are given, and by which measure.
#[derive(Clone, Debug)]
pub struct SimilarityOptions {
    /// The columns by which documents are grouped; `document` stands for each.
    pub by: Vec<String>,
    /// How nearness is measured.
    pub measure: Nearness,
    /// So many others of each row, the nearest first.
    pub top: Option<usize>,
    /// Only pairs that are at least so similar, or at most so distant.
    pub threshold: Option<f64>,
    /// The terms that Burrows's Delta is of.
    pub features: usize,
    /// Whether spellings are told apart.
    pub case_sensitive: bool,
    /// The layer whose values are counted, in place of words.
    pub layer: Option<String>,
    /// Compounds that are one term each.
    pub compounds: Named,
}

/// Refuses two rows with terms: their z-scores are the same numbers for all terms that differ, whatever they are.
fn check_delta(counts: &Csr) -> Result<()> {
    let with_terms = counts
        .indptr
        .windows(2)
        .filter(|row| row[0] < row[1])
        .count();
    if with_terms == 2 {
        let message = "measure \"burrows_delta\" must have at least 3 documents or groups with words in view, got 2: \
                       of two, all terms that differ count the same";
        return Err(Error::Parameter(message.to_owned()));
    }
    Ok(())
}

/// Pairs of documents or groups: the labels of both, and the similarity or distance.
///
/// Each pair once, in the order of the rows of a document-term matrix; with `top` each row with the
/// others that are nearest to it.
pub fn similarity(scope: &Scope, options: &SimilarityOptions, task: &Task) -> Result<Table> {
    let value = if options.measure.is_distance() {
        "distance"
    } else {
        "similarity"
    };
    let counted = DtmOptions {
        by: options.by.clone(),
        case_sensitive: options.case_sensitive,
        layer: options.layer.clone(),
        compounds: options.compounds.clone(),
    };
    let matrix = dtm(scope, &counted, task)?;
    let names = matrix.labels.iter().map(|(name, _)| name);
    let sided = |side: &'static str| names.clone().map(move |name| format!("{name}_{side}"));
    let mut columns: Vec<String> = sided("1").chain(sided("2")).collect();
    columns.push(value.to_owned());
    table::check_names(&columns)?;
    if options.measure == Nearness::BurrowsDelta {
        check_delta(&matrix.counts)?;
    }
    let comparison = Comparison::new(
        &matrix.counts,
        &matrix.terms,
        options.measure,
        options.features,
    );
    let pairs = pairs(&comparison, options, task)?;
    let side = |of: fn(&(u32, u32, Option<f64>)) -> u32| -> Vec<ArrayRef> {
        let rows: Vec<u32> = pairs.iter().map(of).collect();
        let labels = matrix.labels.iter();
        labels
            .map(|(_, labels)| table::take(labels, &rows))
            .collect()
    };
    let mut arrays = side(|pair| pair.0);
    arrays.extend(side(|pair| pair.1));
    arrays.push(table::optional_scores(pairs.iter().map(|pair| pair.2)));
    let mut manifest = scope.manifest("similarity");
    manifest.extend([
        ("by".into(), json!(options.by)),
        ("measure".into(), json!(options.measure.name())),
        ("top".into(), json!(options.top)),
        ("threshold".into(), json!(options.threshold)),
        ("features".into(), json!(options.features)),
        ("case_sensitive".into(), json!(options.case_sensitive)),
        ("layer".into(), json!(options.layer)),
        ("compound".into(), described(&options.compounds)),
    ]);
    Ok(Table::new(
        columns.into_iter().zip(arrays).collect(),
        manifest,
    ))
}

fn pairs(
    comparison: &Comparison<'_>,
    options: &SimilarityOptions,
    task: &Task,
) -> Result<Vec<(u32, u32, Option<f64>)>> {
    let n_rows = comparison.n_rows();
    let all = n_rows.saturating_mul(n_rows.saturating_sub(1)) / 2;
    if options.top.is_none() && options.threshold.is_none() && all > MOST_PAIRS {
        let message = format!(
            "all pairs of {n_rows} rows are {all}, and at most {MOST_PAIRS} are given; ask for top= or \
             threshold="
        );
        return Err(Error::Limit(message));
    }
    task.expect(n_rows as u64);
    let buffers = Scratch::new();
    let rows = task.map((0..n_rows).collect(), |row: usize| {
        task.check()?;
        let from = if options.top.is_some() { 0 } else { row + 1 };
        let scores = buffers.with(Shared::default, |shared| comparison.row(row, from, shared));
        task.advance(1);
        Ok(chosen(row, from, scores, options))
    })?;
    Ok(rows.into_iter().flatten().collect())
}

/// The pairs of a row that are asked for.
fn chosen(
    row: usize,
    from: usize,
    scores: Vec<Option<f64>>,
    options: &SimilarityOptions,
) -> Vec<(u32, u32, Option<f64>)> {
    let number = |row: usize| u32::try_from(row).expect("a matrix has fewer than 2^32 rows");
    // Larger is nearer.
    let sign = if options.measure.is_distance() {
        -1.0
    } else {
        1.0
    };
    let near = |score: Option<f64>| match (score, options.threshold) {
        (None, None) => options.top.is_none(),
        (None, Some(_)) => false,
        (Some(_), None) => true,
        (Some(score), Some(least)) => sign * score >= sign * least,
    };
    let others = (from..).zip(scores).filter(|(other, _)| *other != row);
    let mut pairs: Vec<(u32, u32, Option<f64>)> = others
        .filter(|(_, score)| near(*score))
        .map(|(other, score)| (number(row), number(other), score))
        .collect();
    if let Some(top) = options.top {
        let nearness = |pair: &(u32, u32, Option<f64>)| sign * pair.2.unwrap_or(f64::NEG_INFINITY);
        pairs.sort_by(|one, two| nearness(two).total_cmp(&nearness(one)));
        pairs.truncate(top);
    }
    pairs
}
