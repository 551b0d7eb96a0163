//! Frequencies: how often each term occurs, in all or by group, in one pass over the tokens.

use std::cmp::Reverse;

use arrow_array::ArrayRef;
use serde_json::json;

use super::compounds::{Compounds, Named};
use super::counting::{TermCount, count, count_all};
use super::term_filter::{LeftOut, Naming};
use super::terms::{Terms, Unit, n_terms_of};
use crate::corpus::{DocId, Groups, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Manifest, Table};
use crate::task::Task;

/// How terms are counted and shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FrequencyOptions {
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// So many tokens are the base of relative frequencies.
    pub per: u64,
    /// Whether spellings are counted apart; otherwise normal forms are.
    pub case_sensitive: bool,
    /// Terms that are rarer in their group are left out.
    pub min_frequency: u64,
    /// Terms that fewer documents of their group have are left out.
    pub min_documents: u64,
    /// The layer whose values are counted, in place of words.
    pub layer: Option<String>,
    /// Compounds that are one term each.
    pub compounds: Named,
    /// Terms that any of these patterns matches have no rows.
    pub exclude: Vec<String>,
}

impl Default for FrequencyOptions {
    fn default() -> Self {
        Self {
            by: Vec::new(),
            per: 1_000_000,
            case_sensitive: false,
            min_frequency: 1,
            min_documents: 1,
            layer: None,
            compounds: Named::new(),
            exclude: Vec::new(),
        }
    }
}

impl FrequencyOptions {
    pub(super) fn unit(&self, scope: &Scope) -> Result<Unit> {
        Unit::new(scope, self.case_sensitive, self.layer.as_deref())
    }

    /// The terms that have no rows.
    pub(super) fn left_out(&self, terms: &Terms<'_>) -> Result<LeftOut> {
        let of = Naming {
            case_sensitive: self.case_sensitive,
            layer: self.layer.as_deref(),
            compounds: &self.compounds,
        };
        LeftOut::of(terms, &self.exclude, of)
    }

    /// Finds the compounds, which are made of words.
    pub(super) fn compounds(&self, scope: &Scope, task: &Task) -> Result<Compounds> {
        let unit = (self.case_sensitive, self.layer.as_deref());
        Compounds::of_unit(scope, &self.compounds, unit, task)
    }
}

/// Frequencies of all terms: group, term, frequency, relative frequency, documents.
///
/// Rows are in the order of the groups, then by frequency descending, then by term. The relative
/// frequency is frequency × per / tokens of the group in view; the column is `per_million`, or
/// `per_1000` and so on for another base.
pub fn frequencies(scope: &Scope, options: &FrequencyOptions, task: &Task) -> Result<Table> {
    let compounds = options.compounds(scope, task)?;
    let base = Base::of_terms(scope, options, "term", &compounds)?;
    let terms = Terms::of(scope, options.unit(scope)?).with_compounds(&compounds);
    let left_out = options.left_out(&terms)?;
    let kept = |count: &TermCount| {
        u64::from(count.frequency) >= options.min_frequency
            && u64::from(count.documents) >= options.min_documents
            && !left_out.has(count.term)
    };
    let counts = if options.by.is_empty() {
        vec![listed(&terms, kept, task)?]
    } else {
        listed_by_group(&terms, &base.groups, kept, task)?
    };
    let groups = (0..)
        .zip(&counts)
        .flat_map(|(number, group)| std::iter::repeat_n(number, group.len()));
    let groups: Vec<u32> = groups.collect();
    let mut columns = base.labels(&groups);
    let rows = || counts.iter().flatten();
    columns.push((
        "term".into(),
        table::strings(rows().map(|row| terms.name(row.term))),
    ));
    columns.push((
        "frequency".into(),
        table::counts(rows().map(|row| row.frequency.into())),
    ));
    let shares = rows().zip(&groups);
    let share = base.share();
    let shares = shares.map(|(row, group)| share(row.frequency, *group));
    columns.push((base.relative.clone(), table::scores(shares)));
    columns.push((
        "documents".into(),
        table::counts(rows().map(|row| row.documents.into())),
    ));
    let mut manifest = scope.manifest("frequencies");
    base.describe(&mut manifest);
    compounds.describe(&mut manifest);
    Ok(Table::new(columns, manifest))
}

/// The terms of all documents in the order of a frequency list.
fn listed(
    terms: &Terms<'_>,
    kept: impl Fn(&TermCount) -> bool,
    task: &Task,
) -> Result<Vec<TermCount>> {
    let mut counts = count_all(terms, task)?;
    counts.retain(kept);
    let by_name = terms.by_name(task)?;
    task.sort_by(&mut counts, |one, two| {
        let first = two.frequency.cmp(&one.frequency);
        first.then_with(|| by_name(one.term, two.term))
    })?;
    Ok(counts)
}

/// The terms of each group in the order of a frequency list.
fn listed_by_group(
    terms: &Terms<'_>,
    groups: &Groups,
    kept: impl Fn(&TermCount) -> bool + Sync,
    task: &Task,
) -> Result<Vec<Vec<TermCount>>> {
    let numbering = terms.alphabetical(0, task)?;
    let counts = count(terms, &numbering, groups, task)?;
    task.map(counts, |mut counts| {
        counts.sort_unstable_by_key(|count| (Reverse(count.frequency), count.term));
        for count in &mut counts {
            count.term = numbering.term(count.term);
        }
        counts.retain(&kept);
        Ok(counts)
    })
}

/// Checks the grouping columns against the others of a table.
pub(super) fn check_names(by: &[String], own: &[&str]) -> Result<()> {
    table::check_names(
        &by.iter()
            .map(String::as_str)
            .chain(own.iter().copied())
            .collect::<Vec<_>>(),
    )
}

/// What frequencies are relative to: the tokens of each group.
pub(super) struct Base<'o> {
    options: &'o FrequencyOptions,
    pub(super) groups: Groups,
    /// The column of relative frequencies.
    pub(super) relative: String,
    tokens: Vec<u64>,
}

impl<'o> Base<'o> {
    /// For a table whose column `unit` says what is counted.
    pub(super) fn of_terms(
        scope: &Scope,
        options: &'o FrequencyOptions,
        unit: &str,
        compounds: &Compounds,
    ) -> Result<Self> {
        let relative = match options.per {
            0 => return Err(Error::Parameter("per must be at least 1, got 0".into())),
            1_000_000 => "per_million".into(),
            per => format!("per_{per}"),
        };
        check_names(&options.by, &[unit, "frequency", &relative, "documents"])?;
        let groups = Groups::by(scope, &options.by)?;
        let tokens = |documents: &Vec<DocId>| -> u64 {
            let tokens = documents
                .iter()
                .map(|document| n_terms_of(scope, compounds.found(), *document));
            tokens.sum()
        };
        Ok(Self {
            options,
            relative,
            tokens: groups.documents().iter().map(tokens).collect(),
            groups,
        })
    }

    /// The relative frequency of what occurs so often in a group.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub(super) fn share(&self) -> impl Fn(u32, u32) -> f64 + Send + Sync + 'static {
        let (tokens, per) = (self.tokens.clone(), self.options.per as f64);
        move |frequency, group| f64::from(frequency) * per / tokens[group as usize] as f64
    }

    /// How many sequences there are in each group whose tokens have these places.
    pub(super) fn n_events(
        &self,
        scope: &Scope,
        compounds: &Compounds,
        patterns: &[Vec<usize>],
    ) -> Vec<u64> {
        let of_group = |documents: &Vec<DocId>| {
            let mut events = 0;
            for document in documents {
                scope.each_zone_range(*document, |zone| {
                    let length = compounds.n_units(&zone);
                    let lasts = patterns.iter().filter_map(|places| places.last());
                    events += lasts
                        .map(|last| length.saturating_sub(*last as u64))
                        .sum::<u64>();
                });
            }
            events
        };
        self.groups.documents().iter().map(of_group).collect()
    }

    /// The labels of the group of each row, one column a grouping column.
    pub(super) fn labels(&self, groups: &[u32]) -> Vec<(String, ArrayRef)> {
        let column =
            |(name, labels): &(String, ArrayRef)| (name.clone(), table::take(labels, groups));
        self.groups.labels().iter().map(column).collect()
    }

    /// What a manifest says of options and base.
    pub(super) fn describe(&self, manifest: &mut Manifest) {
        let options = self.options;
        manifest.insert("by".into(), json!(options.by));
        manifest.insert("per".into(), json!(options.per));
        manifest.insert("exclude".into(), json!(options.exclude));
        manifest.insert("base_tokens".into(), json!(self.tokens));
        manifest.insert("case_sensitive".into(), json!(options.case_sensitive));
        manifest.insert("min_frequency".into(), json!(options.min_frequency));
        manifest.insert("min_documents".into(), json!(options.min_documents));
        manifest.insert("layer".into(), json!(options.layer));
    }
}
