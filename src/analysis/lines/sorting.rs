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

/// Lines in order; ties in the order of the text.
pub(super) struct Sorted(Keys);

/// What lines are ordered by, with the number of the match.
enum Keys {
    /// In the lowest 32 bits the match.
    One(Vec<u128>),
    Many(Vec<(Box<[u32]>, u32)>),
}

/// Lines in order, of which some are the same in all columns.
pub(super) struct Runs {
    spans: Vec<u32>,
    /// Where lines differ in a column from the one before.
    firsts: Vec<usize>,
}

impl Sorted {
    /// The matches by number.
    pub(super) fn spans(&self) -> Vec<u32> {
        match &self.0 {
            Keys::One(keys) => keys.iter().map(|key| span_of(*key)).collect(),
            Keys::Many(keys) => keys.iter().map(|(_, span)| *span).collect(),
        }
    }

    /// The same, and which of them are alike.
    pub(super) fn runs(&self) -> Runs {
        let firsts = match &self.0 {
            Keys::One(keys) => firsts(keys, |key| key >> u32::BITS),
            Keys::Many(keys) => firsts(keys, |(numbers, _)| numbers.as_ref()),
        };
        Runs {
            spans: self.spans(),
            firsts,
        }
    }
}

impl Runs {
    /// The stretches of lines that are the same in all columns.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
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
        let order = sorted(self, &columns, task)?.spans();
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
    let corpus = lines.scope().corpus();
    let widths: Vec<u32> = columns.iter().map(Column::width).collect();
    if widths.iter().sum::<u32>() <= KEY_BITS {
        let mut keys = map_lines(lines, task, |line| {
            let numbers = columns.iter().zip(&widths);
            let key = numbers.fold(0_u128, |key, (column, width)| {
                key << width | u128::from(column.number(corpus, line))
            });
            key << u32::BITS | u128::from(line.span)
        })?;
        task.sort(&mut keys, |key| *key)?;
        Ok(Sorted(Keys::One(keys)))
    } else {
        let mut keys: Vec<(Box<[u32]>, u32)> = map_lines(lines, task, |line| {
            let numbers = columns.iter().map(|column| column.number(corpus, line));
            (numbers.collect(), line.span)
        })?;
        task.sort_by(&mut keys, Ord::cmp)?;
        Ok(Sorted(Keys::Many(keys)))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the lowest 32 bits are the match"
)]
fn span_of(key: u128) -> u32 {
    key as u32
}

/// Where the key of an item is not that of the item before.
fn firsts<'k, T, K: PartialEq>(items: &'k [T], key: impl Fn(&'k T) -> K) -> Vec<usize> {
    let is_first = |at: &usize| *at == 0 || key(&items[*at]) != key(&items[*at - 1]);
    (0..items.len()).filter(is_first).collect()
}
