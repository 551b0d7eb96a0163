//! Cooccurrences: pairs of terms that stand near each other within a zone.

use serde_json::json;

use super::entries::{Entry, Packing};
use super::partitions::{Events, Sizes, count_entries};
use super::ranking::{Names, Ranking};
use super::stretches::{Stretch, Stretches};
use super::terms::{Numbering, Terms, Unit};
use crate::corpus::{Groups, Scope};
use crate::error::{Error, Result};
use crate::table::{Column, Table};
use crate::task::Task;

/// Pairs of terms at most `window` tokens apart: first, second, frequency, documents.
///
/// Every two tokens of one zone that are no farther apart are one cooccurrence of their terms. A
/// pair is unordered: `first` is the term that comes first in the order of their bytes. Rows are by
/// frequency descending, then by the terms. About 512 MB are held at most beyond the result, unless
/// one pair makes up much of a corpus.
pub fn cooccurrences(
    scope: &Scope,
    window: u32,
    min_frequency: u64,
    (case_sensitive, layer): (bool, Option<&str>),
    task: &Task,
) -> Result<Table> {
    if window == 0 {
        return Err(Error::Parameter("window must be at least 1, got 0".into()));
    }
    let terms = Terms::of(scope, Unit::new(scope, case_sensitive, layer)?);
    // A token is in as many pairs as its windows on both sides have tokens.
    let least = min_frequency.div_ceil(2 * u64::from(window));
    let numbering = terms.alphabetical(least, task)?;
    let n_terms = numbering.len();
    let stretches = Stretches::new(terms, numbering, &Groups::whole(scope), window);
    let columns = if let Some(packing) = Packing::new(2, n_terms, 1, u64::BITS) {
        columns::<u64>(&stretches, window, packing, min_frequency, task)?
    } else if let Some(packing) = Packing::new(2, n_terms, 1, u128::BITS) {
        columns::<u128>(&stretches, window, packing, min_frequency, task)?
    } else {
        return Err(Packing::too_narrow(2, n_terms, 1));
    };
    let mut manifest = scope.manifest("cooccurrences");
    manifest.insert("window".into(), json!(window));
    manifest.insert("case_sensitive".into(), json!(case_sensitive));
    manifest.insert("layer".into(), json!(layer));
    manifest.insert("min_frequency".into(), json!(min_frequency));
    Ok(Table::new(columns, manifest))
}

fn columns<E: Entry>(
    stretches: &Stretches<'_>,
    window: u32,
    packing: Packing,
    min_frequency: u64,
    task: &Task,
) -> Result<Vec<(String, Column)>> {
    let pairs = Pairs { window };
    let rows = count_entries::<E>(
        stretches,
        &pairs,
        packing,
        min_frequency,
        Sizes::USUAL,
        task,
    )?;
    let names = Names::new(&stretches.names());
    let ranking = Ranking::merged(rows, packing, names, task)?;
    Ok(vec![
        ("first".into(), ranking.strings(0..1)),
        ("second".into(), ranking.strings(1..2)),
        ("frequency".into(), ranking.counts(|row| row.frequency)),
        ("documents".into(), ranking.counts(|row| row.documents)),
    ])
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
