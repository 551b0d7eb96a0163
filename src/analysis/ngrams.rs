//! N-grams: sequences of terms within a zone, how often and in how many documents they occur.

use serde_json::json;

use super::entries::{Entry, Packing};
use super::frequency::{Base, FrequencyOptions};
use super::partitions::{Events, Sizes, count_entries};
use super::ranking::Ranking;
use super::stretches::{Stretch, Stretches};
use super::terms::{Numbering, Terms};
use crate::corpus::Scope;
use crate::error::{Error, Result};
use crate::table::Table;
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
    let base = Base::new(scope, options, "ngram")?;
    let terms = Terms::of(scope, options.unit(scope)?);
    let numbering = terms.alphabetical(options.min_frequency, task)?;
    let (n_terms, n_groups) = (numbering.len(), base.groups.documents().len());
    let question = Question {
        stretches: Stretches::new(terms, numbering, &base.groups, n - 1),
        least: options.min_frequency,
        base,
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
    base: Base<'q>,
    least: u64,
    task: &'q Task,
}

impl Question<'_> {
    fn answer<E: Entry>(&self, packing: Packing) -> Result<Table> {
        let rows = count_entries::<E>(
            &self.stretches,
            &Ngrams,
            packing,
            self.least,
            Sizes::USUAL,
            self.task,
        )?;
        let ranking = Ranking::new(&rows, packing, self.task)?;
        let n = packing.n as usize;
        let mut columns = match self.base.groups.labels() {
            [] => Vec::new(),
            _ => self.base.labels(&ranking.groups()?),
        };
        columns.extend([
            (
                "ngram".into(),
                ranking.strings(&self.stretches.names(), 0..n)?,
            ),
            ("frequency".into(), ranking.counts(|row| row.frequency)?),
            (
                self.base.relative.clone(),
                ranking.scores(|frequency, group| self.base.share(frequency, group))?,
            ),
            ("documents".into(), ranking.counts(|row| row.documents)?),
        ]);
        let mut manifest = self.stretches.scope().manifest("ngrams");
        manifest.insert("n".into(), json!(n));
        self.base.describe(&mut manifest);
        Ok(Table::new(columns, manifest))
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
