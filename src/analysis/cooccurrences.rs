//! Cooccurrences: pairs of terms that stand near each other within a zone.

use serde_json::json;

use super::compounds::{Compounds, Named};
use super::entries::{Entry, Packing};
use super::partitions::{Events, Sizes, Wanted, count_entries};
use super::ranking::{Names, Ranking};
use super::stretches::{Stretch, Stretches};
use super::terms::{Numbering, Terms, Unit};
use crate::corpus::{Groups, Scope};
use crate::error::{Error, Result};
use crate::table::{Column, Table, check_names};
use crate::task::Task;

/// Which pairs are counted.
#[derive(Clone, Debug)]
pub struct CooccurrenceOptions {
    /// How many tokens apart two terms are at most.
    pub window: u32,
    /// Whether both must be in one sentence.
    pub within_sentence: bool,
    /// Those that are rarer are left out.
    pub min_frequency: u64,
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// Whether spellings are told apart.
    pub case_sensitive: bool,
    /// The layer whose values are paired, in place of words.
    pub layer: Option<String>,
    /// Compounds that are one term, and one token, each.
    pub compounds: Named,
}

/// Pairs of terms at most `window` tokens apart: group, first, second, frequency, documents.
///
/// Every two tokens of one zone that are no farther apart are one cooccurrence of their terms. A
/// pair is unordered: `first` is the term that comes first in the order of their bytes. Rows are by group,
/// frequency descending, then by the terms. About 512 MB are held at most beyond the result, unless
/// one pair makes up much of a corpus.
pub fn cooccurrences(scope: &Scope, options: &CooccurrenceOptions, task: &Task) -> Result<Table> {
    let (window, min_frequency) = (options.window, options.min_frequency);
    if window == 0 {
        return Err(Error::Parameter("window must be at least 1, got 0".into()));
    }
    if options.within_sentence && !options.compounds.is_empty() {
        let message =
            "within must be None with compound, which may reach over the end of a sentence";
        return Err(Error::Parameter(message.into()));
    }
    let mut names: Vec<&str> = options.by.iter().map(String::as_str).collect();
    names.extend(["first", "second", "frequency", "documents"]);
    check_names(&names)?;
    let groups = Groups::by(scope, &options.by)?;
    let unit = (options.case_sensitive, options.layer.as_deref());
    let compounds = Compounds::of_unit(scope, &options.compounds, unit, task)?;
    let terms = Terms::of(scope, Unit::new(scope, unit.0, unit.1)?).with_compounds(&compounds);
    // A token is in as many pairs as its windows on both sides have tokens.
    let least = min_frequency.div_ceil(2 * u64::from(window));
    let numbering = terms.alphabetical(least, task)?;
    let (n_terms, n_groups) = (numbering.len(), groups.documents().len());
    let mut stretches = Stretches::new(terms, numbering, &groups, window);
    if options.within_sentence {
        stretches = stretches.of_sentences(task)?;
    }
    let counted = (&stretches, &groups);
    let columns = if let Some(packing) = Packing::new(2, n_terms, n_groups, u64::BITS) {
        columns::<u64>(counted, options, packing, task)?
    } else if let Some(packing) = Packing::new(2, n_terms, n_groups, u128::BITS) {
        columns::<u128>(counted, options, packing, task)?
    } else {
        return Err(Packing::too_narrow(2, n_terms, n_groups));
    };
    let mut manifest = scope.manifest("cooccurrences");
    manifest.insert("window".into(), json!(window));
    let within = options.within_sentence.then_some("sentence");
    manifest.insert("within".into(), json!(within));
    manifest.insert("by".into(), json!(options.by));
    manifest.insert("case_sensitive".into(), json!(options.case_sensitive));
    manifest.insert("layer".into(), json!(options.layer));
    manifest.insert("min_frequency".into(), json!(min_frequency));
    compounds.describe(&mut manifest);
    Ok(Table::new(columns, manifest))
}

fn columns<E: Entry>(
    (stretches, groups): (&Stretches<'_>, &Groups),
    options: &CooccurrenceOptions,
    packing: Packing,
    task: &Task,
) -> Result<Vec<(String, Column)>> {
    let pairs = Pairs {
        window: options.window,
    };
    let rows = count_entries::<E>(
        stretches,
        &pairs,
        packing,
        Wanted::of(options.min_frequency),
        Sizes::USUAL,
        task,
    )?;
    let names = Names::new(&stretches.names());
    let ranking = Ranking::merged(rows, packing, names, task)?;
    let labels = groups.labels().iter();
    let mut columns: Vec<(String, Column)> = labels
        .map(|(name, labels)| (name.clone(), ranking.labels(labels)))
        .collect();
    columns.extend([
        ("first".into(), ranking.strings(0..1)),
        ("second".into(), ranking.strings(1..2)),
        ("frequency".into(), ranking.counts(|row| row.frequency)),
        ("documents".into(), ranking.counts(|row| row.documents)),
    ]);
    Ok(columns)
}

struct Pairs {
    window: u32,
}

impl Events for Pairs {
    fn n_in(&self, n_tokens: u64) -> u64 {
        n_tokens * n_tokens.min(self.window.into())
    }

    fn read<E: Entry>(&self, stretch: &Stretch<'_>, packing: Packing, entries: &mut Vec<E>) {
        let group = E::from(stretch.group);
        for (place, one) in stretch.numbers[..stretch.n_starts].iter().enumerate() {
            let behind = (place + 1).saturating_add(self.window as usize);
            let others = &stretch.numbers[place + 1..stretch.numbers.len().min(behind)];
            for other in others {
                let (first, second) = (*one.min(other), *one.max(other));
                if second != Numbering::LEFT_OUT {
                    let pair = packing.with(E::from(first), second);
                    entries.push(packing.entry(group, pair, stretch.document));
                }
            }
        }
    }
}
