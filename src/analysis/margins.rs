//! Margins of n-grams: how many begin with some words, and how many end with one.

use super::entries::{Entry, Packing};
use super::stretches::Stretches;
use crate::error::Result;
use crate::task::{Scratch, Task};

/// So many numbers a worker may hold for the counts of single words in all groups.
const MOST_COUNTS: usize = 1 << 24;
/// About how many tokens a worker counts at a time, and in how many documents.
const TOKENS_A_PART: u32 = 1 << 17;
const DOCUMENTS_A_PART: usize = 1 << 10;

/// Where in an n-gram a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    First,
    Last,
}

impl End {
    fn other(self) -> Self {
        match self {
            Self::First => Self::Last,
            Self::Last => Self::First,
        }
    }
}

/// Counts numbers, but for those of words that are left out.
fn add(counts: &mut [u32], numbers: &[u32]) {
    for number in numbers {
        if let Some(count) = counts.get_mut(*number as usize) {
            *count += 1;
        }
    }
}

/// How many n-grams of each group begin, or end, with each word.
pub(super) struct WordMargin {
    counts: Vec<u32>,
    n_words: usize,
}

impl WordMargin {
    /// Counted in one pass, if there are not too many words and groups. Where all tokens are counted, their
    /// frequencies are known, and only those are read which stand too near the other end of their zone.
    pub(super) fn count(
        stretches: &Stretches<'_>,
        (n, end): (u32, End),
        n_groups: usize,
        task: &Task,
    ) -> Result<Option<Self>> {
        let n_words = stretches.n_words();
        let n_counts = n_words.saturating_mul(n_groups);
        if n_counts > MOST_COUNTS {
            return Ok(None);
        }
        let behind_first = n as usize - 1;
        let sums = Scratch::new();
        let are_all = stretches.are_all();
        let parts = stretches.parts(TOKENS_A_PART, DOCUMENTS_A_PART);
        task.map(parts, |part| {
            task.check()?;
            sums.with(
                || vec![0_u32; n_counts],
                |counts: &mut Vec<u32>| {
                    if are_all {
                        let left_out = (end.other(), n - 1);
                        stretches.each_end(&part, left_out, |numbers| add(counts, numbers));
                        return Ok(());
                    }
                    stretches.each(&part, |stretch| {
                        let numbers = stretch.numbers;
                        let (from, to) = match end {
                            End::First => (0, numbers.len().saturating_sub(behind_first)),
                            End::Last => (behind_first.min(numbers.len()), numbers.len()),
                        };
                        let own = &mut counts[stretch.group as usize * n_words..][..n_words];
                        add(own, &numbers[from..to]);
                    });
                    Ok(())
                },
            )
        })?;
        let mut all = sums.into_all().into_iter();
        let mut counts = all.next().unwrap_or_else(|| vec![0; n_counts]);
        for other in all {
            let sums = counts.iter_mut().zip(other);
            sums.for_each(|(sum, count)| *sum += count);
        }
        if are_all {
            for (count, frequency) in counts.iter_mut().zip(stretches.frequencies()) {
                let all = u32::try_from(frequency).expect("fewer tokens than 2^32");
                *count = all - *count;
            }
        }
        Ok(Some(Self { counts, n_words }))
    }

    pub(super) fn of(&self, group: u32, word: u32) -> u64 {
        self.counts[group as usize * self.n_words + word as usize].into()
    }
}

/// How many sequences begin, or end, as one does.
pub(super) enum Margin<E> {
    /// By single words.
    Words(WordMargin, End),
    /// By group and words, ascending.
    Keys(Vec<(E, u32)>, End),
}

impl<E: Entry> Margin<E> {
    pub(super) fn of(&self, packing: Packing, key: E) -> u64 {
        let word = |end: &End| match end {
            End::First => packing.words(key).next(),
            End::Last => packing.words(key).last(),
        };
        match self {
            Self::Words(counts, end) => {
                counts.of(packing.group(key), word(end).expect("two at least"))
            }
            Self::Keys(counts, end) => {
                let own = match end {
                    End::First => packing.beginning(key),
                    End::Last => {
                        let group = E::from(packing.group(key));
                        Packing { n: 1, ..packing }.with(group, word(end).expect("two at least"))
                    }
                };
                let place = counts.binary_search_by(|(known, _)| known.cmp(&own));
                place.map_or(0, |place| counts[place].1.into())
            }
        }
    }
}
