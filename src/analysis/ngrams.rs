//! N-grams: sequences of terms within a zone, how often and in how many documents they occur.

use arrow_array::ArrayRef;
use serde_json::json;

use super::entries::{Entry, Packing};
use super::frequency::{
    FrequencyOptions, check_names, n_tokens, relative_frequency, relative_name,
};
use super::partitions::{Events, Sizes, count_entries};
use super::ranking::Ranking;
use super::stretches::{Stretch, Stretches};
use super::terms::{Numbering, Terms};
use crate::corpus::{Groups, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;

/// N-grams of all terms: group, ngram, frequency, relative frequency, documents.
///
/// `n` is 2 to 5. Rows are in the order of the groups, then by frequency descending, then by the
/// words. An n-gram lies within one zone. At most about 512 MB are held beyond the result, unless
/// one n-gram makes up much of a corpus.
pub fn ngrams(scope: &Scope, n: u32, options: &FrequencyOptions, task: &Task) -> Result<Table> {
    if !(2..=5).contains(&n) {
        return Err(Error::Parameter(format!(
            "n must be 2 to 5, got {n}; frequencies counts single terms"
        )));
    }
    if options.per == 0 {
        return Err(Error::Parameter("per must be at least 1, got 0".into()));
    }
    let relative = relative_name(options.per);
    check_names(&options.by, &["ngram", "frequency", &relative, "documents"])?;
    let groups = Groups::by(scope, &options.by)?;
    let terms = Terms::new(scope, options.case_sensitive);
    let numbering = terms.alphabetical(options.min_frequency, task)?;
    let (n_terms, n_groups) = (numbering.len(), groups.documents().len());
    let question = Question {
        stretches: Stretches::new(terms, numbering, &groups, n - 1),
        groups,
        options,
        task,
    };
    if let Some(packing) = Packing::new(n, n_terms, n_groups, u64::BITS) {
        question.answer::<u64>(packing)
    } else if let Some(packing) = Packing::new(n, n_terms, n_groups, u128::BITS) {
        question.answer::<u128>(packing)
    } else {
        Err(Packing::too_narrow(n, n_terms, n_groups))
    }
}

struct Question<'q> {
    stretches: Stretches<'q>,
    groups: Groups,
    options: &'q FrequencyOptions,
    task: &'q Task,
}

impl Question<'_> {
    fn answer<E: Entry>(&self, packing: Packing) -> Result<Table> {
        let options = self.options;
        let scope = self.stretches.scope();
        let least = options.min_frequency;
        let rows = count_entries::<E>(
            &self.stretches,
            &Ngrams,
            packing,
            least,
            Sizes::USUAL,
            self.task,
        )?;
        let ranking = Ranking::new(&rows, packing, self.task)?;
        let groups = self.groups.documents().iter();
        let tokens: Vec<u64> = groups.map(|group| n_tokens(scope, group)).collect();
        let share = |frequency: u32, group: u32| {
            relative_frequency(frequency.into(), tokens[group as usize], options.per)
        };
        let n = packing.n as usize;
        let mut columns = self.group_columns(&ranking)?;
        columns.extend([
            (
                "ngram".into(),
                ranking.strings(&self.stretches.names(), 0..n)?,
            ),
            ("frequency".into(), ranking.counts(|row| row.frequency)?),
            (relative_name(options.per), ranking.scores(share)?),
            ("documents".into(), ranking.counts(|row| row.documents)?),
        ]);
        let mut manifest = scope.manifest("ngrams");
        manifest.insert("n".into(), json!(n));
        manifest.insert("by".into(), json!(options.by));
        manifest.insert("per".into(), json!(options.per));
        manifest.insert("base_tokens".into(), json!(tokens));
        manifest.insert("case_sensitive".into(), json!(options.case_sensitive));
        manifest.insert("min_frequency".into(), json!(options.min_frequency));
        Ok(Table::new(columns, manifest))
    }

    /// The labels of each row's group.
    fn group_columns<E: Entry>(&self, ranking: &Ranking<'_, E>) -> Result<Vec<(String, ArrayRef)>> {
        if self.groups.labels().is_empty() {
            return Ok(Vec::new());
        }
        let rows = ranking.groups()?;
        let column =
            |(name, labels): &(String, ArrayRef)| (name.clone(), table::take(labels, &rows));
        Ok(self.groups.labels().iter().map(column).collect())
    }
}

struct Ngrams;

impl Events for Ngrams {
    fn n_in(&self, n_tokens: u64) -> u64 {
        n_tokens
    }

    fn read<E: Entry>(&self, stretch: &Stretch<'_>, packing: Packing, entries: &mut Vec<E>) {
        let group = E::from(stretch.group);
        let mut words = E::default();
        let mut length = 0;
        for number in stretch.numbers {
            if *number == Numbering::LEFT_OUT {
                length = 0;
                continue;
            }
            words = packing.moved(words, *number);
            length += 1;
            if length >= packing.n {
                entries.push(packing.entry(group, words, stretch.document));
            }
        }
    }
}
