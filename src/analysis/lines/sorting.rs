//! The order of lines: the numbers that columns give them, packed and sorted.

use serde_json::json;

use super::columns::Column;
use super::keys::columns_of;
use super::walk::map_lines;
use crate::analysis::Concordance;
use crate::error::Result;
use crate::task::Task;
use crate::text::Collation;

/// The bits that are left for numbers beside that of a match.
const KEY_BITS: u32 = u128::BITS - u32::BITS;

/// Lines in order.
pub(super) struct Sorted {
    /// The matches by number; ties in the order of the text.
    pub(super) spans: Vec<u32>,
    /// Where lines differ in a column from the one before.
    pub(super) firsts: Vec<usize>,
}

impl Sorted {
    /// The stretches of lines that are the same in all columns.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[u32]> {
        let behind = self.firsts.iter().skip(1).copied();
        let behind = behind.chain(std::iter::once(self.spans.len()));
        let runs = self.firsts.iter().zip(behind);
        runs.map(|(first, behind)| &self.spans[*first..behind])
    }
}

impl Concordance {
    /// The lines in the order of some keys, the first of which weighs most. Ties stay in the order of
    /// the text.
    ///
    /// A key is a slot (`L1`, `node`, `R2`), slots joined by `+`, `document`, `position`, `zone`,
    /// `speaker`, `voice` or a metadata column; behind it may stand `:reversed` (by the ends of words), `:frequency` (the
    /// most frequent words at these slots first) and `:descending`.
    ///
    /// With a locale, words are in the order of its language.
    pub fn sort<S: AsRef<str>>(
        &self,
        keys: &[S],
        locale: Option<&str>,
        task: &Task,
    ) -> Result<Self> {
        let collation = locale.map(Collation::of).transpose()?;
        let columns = columns_of(self, keys, collation.as_ref(), task)?;
        let order = sorted(self, &columns, task)?.spans;
        let keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
        let parameters = match locale {
            Some(locale) => json!({ "keys": keys, "locale": locale }),
            None => json!({ "keys": keys }),
        };
        Ok(self.stepped("sort", &parameters, order))
    }
}

/// The lines in the order of some columns.
///
/// Only integers are compared: they are packed into 96 bits where they fit, with the number of the
/// match in the 32 below.
pub(super) fn sorted(lines: &Concordance, columns: &[Column], task: &Task) -> Result<Sorted> {
    let widths: Vec<u32> = columns.iter().map(Column::width).collect();
    if widths.iter().sum::<u32>() <= KEY_BITS {
        sorted_by_one_number(lines, columns, &widths, task)
    } else {
        sorted_by_many(lines, columns, task)
    }
}

fn sorted_by_one_number(
    lines: &Concordance,
    columns: &[Column],
    widths: &[u32],
    task: &Task,
) -> Result<Sorted> {
    let corpus = lines.scope().corpus();
    let mut keys = map_lines(lines, task, |line| {
        let numbers = columns.iter().zip(widths);
        let key = numbers.fold(0_u128, |key, (column, width)| {
            key << width | u128::from(column.number(corpus, line))
        });
        key << u32::BITS | u128::from(line.span)
    })?;
    task.sort(&mut keys, |key| *key)?;
    let firsts = firsts(&keys, |key| key >> u32::BITS);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the lowest 32 bits are the match"
    )]
    let spans = keys.into_iter().map(|key| key as u32).collect();
    Ok(Sorted { spans, firsts })
}

fn sorted_by_many(lines: &Concordance, columns: &[Column], task: &Task) -> Result<Sorted> {
    let corpus = lines.scope().corpus();
    let mut keys: Vec<(Box<[u32]>, u32)> = map_lines(lines, task, |line| {
        let numbers = columns.iter().map(|column| column.number(corpus, line));
        (numbers.collect(), line.span)
    })?;
    task.sort_by(&mut keys, Ord::cmp)?;
    let firsts = firsts(&keys, |(numbers, _)| numbers.as_ref());
    let spans = keys.iter().map(|(_, span)| *span).collect();
    Ok(Sorted { spans, firsts })
}

/// Where the key of an item is not that of the item before.
fn firsts<'k, T, K: PartialEq>(items: &'k [T], key: impl Fn(&'k T) -> K) -> Vec<usize> {
    let is_first = |at: &usize| *at == 0 || key(&items[*at]) != key(&items[*at - 1]);
    (0..items.len()).filter(is_first).collect()
}
