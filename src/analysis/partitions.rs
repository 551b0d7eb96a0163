//! Partitions: how often each of very many keys occurs, and in how many documents.
//!
//! One table of all n-grams would be far larger than the processor's cache. So entries are put into
//! partitions, each a range of keys that a sample says to hold about as many entries as the others,
//! and each partition is counted in a table that fits the cache. Its rows are then sorted, and as the
//! partitions are in the order of the keys, so is the whole. What is held at a time is limited: if
//! the entries take more, the corpus is read once more for each further range of partitions.

use std::ops::Range;

use super::counted::{Counted, Kept};
use super::entries::{Entry, Packing};
use super::splits::{FirstWords, PARTITIONS_A_ROUND, Splits, Tree, WordSplits};
use super::stretches::{Part, Stretch, Stretches};
use super::tables::{Piece, Tables};
use super::terms::Numbering;
use crate::error::Result;
use crate::task::{Scratch, Task};

/// The sample is every eighth entry of every 32nd small part, or less where that were too much.
const SAMPLED_PARTS: usize = 32;
const SAMPLED_ENTRIES: u64 = 8;
const SAMPLE: u64 = 1 << 21;

/// How the work is cut up, on which no result depends.
#[derive(Clone, Copy)]
pub(super) struct Sizes {
    /// How many bytes of entries are held at a time, as far as the sample can tell.
    pub(super) bytes_a_round: u64,
    /// How many entries a part of the corpus holds: about a millisecond of work.
    pub(super) entries_a_part: u64,
    /// How many entries a partition holds, whose table then fits the cache of a core.
    pub(super) entries_a_partition: u64,
}

impl Sizes {
    pub(super) const USUAL: Self = Self {
        bytes_a_round: 1 << 29,
        entries_a_part: 1 << 16,
        entries_a_partition: 1 << 14,
    };
}

/// What is counted: n-grams or pairs.
pub(super) trait Events: Sync {
    /// How many there are in a zone of so many tokens, at most.
    fn n_in(&self, n_tokens: u64) -> u64;

    /// Which sequences they are, if they are as the text has them, so that their first words are as frequent as
    /// words are.
    fn sequences(&self) -> Option<Neighbours> {
        None
    }

    /// Adds the entries that begin in a stretch.
    fn read<E: Entry>(&self, stretch: &Stretch<'_>, packing: Packing, entries: &mut Vec<E>);
}

/// Sequences of neighbouring words; with a `rest`, which stands for all words without a number, also those
/// that end with it.
#[derive(Clone, Copy)]
pub(super) struct Neighbours {
    pub(super) rest: Option<u32>,
}

/// Adds the sequences of `packing.n` neighbouring words among some numbers of a stretch; with a `rest`, which
/// stands for all words without a number, also those that end with it.
pub(super) fn push_sequences<E: Entry>(
    numbers: &[u32],
    stretch: &Stretch<'_>,
    (packing, rest): (Packing, Option<u32>),
    entries: &mut Vec<E>,
) {
    let group = E::from(stretch.group);
    let (mut words, mut length) = (E::default(), 0);
    for number in numbers {
        if *number == Numbering::LEFT_OUT {
            if let Some(rest) = rest.filter(|_| length + 1 >= packing.n) {
                let words = packing.moved(words, rest);
                entries.push(packing.entry(group, words, stretch.document));
            }
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

/// What is wanted of the keys.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// Those that occur less often are left out.
    pub(super) min_frequency: u64,
    /// How many keys begin as those that are kept, up to the last word: with this number for all last words that
    /// have none.
    pub(super) beginnings: Option<u32>,
}

impl Wanted {
    /// The keys that occur so often.
    pub(super) fn of(min_frequency: u64) -> Self {
        Self {
            min_frequency,
            beginnings: None,
        }
    }
}

/// The counted keys of each partition. The partitions are in the order of group and words.
pub(super) fn count_entries<E: Entry>(
    stretches: &Stretches<'_>,
    events: &impl Events,
    packing: Packing,
    wanted: Wanted,
    sizes: Sizes,
    task: &Task,
) -> Result<Vec<Counted<E>>> {
    let (n_tokens, n_entries) = stretches.sizes(|n_tokens| events.n_in(n_tokens));
    let n_tokens = sizes.entries_a_part / n_entries.div_ceil(n_tokens.max(1)).max(1);
    let n_tokens = u32::try_from(n_tokens.max(1)).expect("at most as many as entries");
    let parts = stretches.parts(n_tokens, packing.documents_a_part());
    let counter = Counter {
        stretches,
        events,
        packing,
        wanted,
        task,
    };
    let n_rounds = (n_entries * size_of::<E>() as u64)
        .div_ceil(sizes.bytes_a_round)
        .max(1);
    let n_partitions =
        (n_entries / sizes.entries_a_partition).clamp(n_rounds, n_rounds * PARTITIONS_A_ROUND);
    let n_partitions = usize::try_from(n_partitions).expect("fewer than bytes of memory");
    let asked = (
        n_entries,
        n_partitions,
        usize::try_from(n_rounds).expect("few"),
    );
    let rounds = match counter.rounds_by_words(asked) {
        Some(rounds) => rounds,
        None => counter.rounds_by_sample(n_tokens, asked)?,
    };
    task.expect((stretches.n_documents() * rounds.len()) as u64);
    let mut all = Vec::new();
    for round in rounds {
        all.extend(counter.round(&parts, &round)?);
    }
    Ok(all)
}

/// The entries that are counted in one reading of the corpus, and their partitions.
struct Round<E> {
    splits: Splits<E>,
    within: Range<E>,
}

struct Counter<'c, 's, S> {
    stretches: &'c Stretches<'s>,
    events: &'c S,
    packing: Packing,
    wanted: Wanted,
    task: &'c Task,
}

impl<S: Events> Counter<'_, '_, S> {
    /// Rounds of partitions of about equal size, as a sample has them.
    fn rounds_by_sample<E: Entry>(
        &self,
        n_tokens: u32,
        (n_entries, n_partitions, n_rounds): (u64, usize, usize),
    ) -> Result<Vec<Round<E>>> {
        let mut bounds = vec![E::default()];
        if n_partitions > 1 {
            let sample = self.sample::<E>(n_tokens, n_entries)?;
            let quantile = |number| sample.get(number * sample.len() / n_partitions);
            bounds.extend((1..n_partitions).filter_map(quantile));
            bounds.dedup();
        }
        bounds.push(E::LARGEST);
        let partitions = (bounds.len() - 1).div_ceil(n_rounds);
        let firsts = (0..bounds.len() - 1).step_by(partitions);
        let rounds = firsts.map(|first| {
            // What ends one round begins the next.
            let own = &bounds[first..bounds.len().min(first + partitions + 1)];
            Round {
                splits: Splits::Tree(Tree::new(&own[1..own.len() - 1])),
                within: own[0]..own[own.len() - 1],
            }
        });
        Ok(rounds.collect())
    }

    /// Rounds by words, for sequences of one group; none where partitions would be too many, or a word is
    /// too frequent for a round.
    fn rounds_by_words<E: Entry>(
        &self,
        (n_entries, n_partitions, n_rounds): (u64, usize, usize),
    ) -> Option<Vec<Round<E>>> {
        let packing = self.packing;
        let plain = self.events.sequences().is_some();
        let plain = plain && packing.n > 1 && self.stretches.is_one_group();
        if !plain || n_partitions < 2 {
            return None;
        }
        let mut frequencies = self.stretches.frequencies();
        // What stands for the others is no first word.
        frequencies.extend(self.wanted.beginnings.map(|_| 0));
        let words = FirstWords::new(frequencies, n_entries);
        let full = n_entries.div_ceil(n_partitions as u64);
        let a_round = n_entries.div_ceil(n_rounds as u64);
        if words.expected().iter().any(|expected| *expected > a_round) {
            return None;
        }
        let rounds = words.ranges(a_round).into_iter();
        let bound = |word: usize| {
            let word = u32::try_from(word).expect("fewer words than 2^32");
            packing.first_entry(word)
        };
        let round = |own: Range<usize>| {
            let is_last = own.end == words.len();
            let end = if is_last { E::LARGEST } else { bound(own.end) };
            Some(Round {
                splits: Splits::Words(WordSplits::new(&words, &own, full, packing)?),
                within: bound(own.start)..end,
            })
        };
        rounds.map(round).collect()
    }

    /// Some keys, as entries of the first document of a part, sorted.
    fn sample<E: Entry>(&self, n_tokens: u32, n_entries: u64) -> Result<Vec<E>> {
        let stride = n_entries / SAMPLE / SAMPLED_PARTS as u64;
        let stride = usize::try_from(stride.max(SAMPLED_ENTRIES)).unwrap_or(usize::MAX);
        let small = n_tokens.div_ceil(16);
        let parts = self.stretches.parts(small, self.packing.documents_a_part());
        let parts = parts.into_iter().step_by(SAMPLED_PARTS).collect();
        let samples = self.task.map(parts, |part: Part| {
            let mut entries = Vec::new();
            self.read(&part, &mut entries);
            let sampled = entries.into_iter().step_by(stride);
            Ok(sampled
                .map(|entry: E| self.first_alike(entry))
                .collect::<Vec<_>>())
        })?;
        let mut sample: Vec<E> = samples.into_iter().flatten().collect();
        self.task.sort(&mut sample, |entry| *entry)?;
        Ok(sample)
    }

    /// The least entry that must be in one partition with another: that of the same key, or beginning.
    fn first_alike<E: Entry>(&self, entry: E) -> E {
        let last = match self.wanted.beginnings {
            Some(_) => self.packing.word_bits,
            None => 0,
        };
        let behind = last + self.packing.document_bits;
        (entry >> behind) << behind
    }

    fn read<E: Entry>(&self, part: &Part, entries: &mut Vec<E>) {
        self.stretches.each(part, |stretch| {
            self.events.read(stretch, self.packing, entries);
        });
    }

    /// Replaces entries by those of a part, and partitions by theirs.
    fn read_split<E: Entry>(
        &self,
        part: &Part,
        Round { splits, within }: &Round<E>,
        (entries, partitions): (&mut Vec<E>, &mut Vec<u16>),
    ) {
        entries.clear();
        partitions.clear();
        let is_all = *within == (E::default()..E::LARGEST);
        match (splits, self.events.sequences()) {
            (Splits::Words(words), Some(sequences)) if is_all => {
                self.stretches.each(part, |stretch| {
                    words.read(stretch, (self.packing, sequences), entries, partitions);
                });
            }
            _ => {
                self.read(part, entries);
                if !is_all {
                    keep(entries, within);
                }
                splits.append(entries, partitions);
            }
        }
    }

    /// The counted keys of a round.
    fn round<E: Entry>(&self, parts: &[Part], round: &Round<E>) -> Result<Vec<Counted<E>>> {
        let n_partitions = round.splits.n_partitions();
        let buffers = Scratch::new();
        let scattered = self.task.map(parts.iter().collect(), |part: &Part| {
            let new = || (Vec::new(), Vec::new());
            buffers.with(new, |(entries, partitions): &mut (Vec<E>, Vec<u16>)| {
                self.read_split(part, round, (entries, partitions));
                self.task.advance(part.documents.len() as u64);
                Ok(Scattered::new(part, entries, partitions, n_partitions))
            })
        })?;
        let tables = Scratch::new();
        let beginnings = self.wanted.beginnings;
        let kept = Kept {
            packing: self.packing,
            min_frequency: self.wanted.min_frequency,
            rest: beginnings,
        };
        self.task.map((0..n_partitions).collect(), |partition| {
            let pieces: Vec<Piece<'_, E>> =
                scattered.iter().map(|part| part.piece(partition)).collect();
            let new = || Tables::new(kept, beginnings.is_some());
            tables.with(new, |tables: &mut Tables<E>| {
                tables.count(&pieces, self.task)
            })
        })
    }
}

/// Keeps the entries within some bounds, without a branch that a third of them would guess wrong.
fn keep<E: Entry>(entries: &mut Vec<E>, within: &Range<E>) {
    let mut kept = 0;
    for number in 0..entries.len() {
        let entry = entries[number];
        entries[kept] = entry;
        kept += usize::from(within.contains(&entry));
    }
    entries.truncate(kept);
}

/// The entries of a part by partition, each in the order of the text.
pub(super) struct Scattered<E> {
    first_document: u32,
    entries: Vec<E>,
    /// Where the entries of each partition begin, and their number.
    firsts: Vec<u32>,
}

impl<E: Entry> Scattered<E> {
    /// A counting sort by the partition of each entry.
    pub(super) fn new(part: &Part, entries: &[E], partitions: &[u16], n_partitions: usize) -> Self {
        let mut firsts = vec![0; n_partitions + 1];
        for partition in partitions {
            firsts[usize::from(*partition) + 1] += 1;
        }
        for partition in 1..firsts.len() {
            firsts[partition] += firsts[partition - 1];
        }
        let mut next = firsts.clone();
        let mut sorted = vec![E::default(); entries.len()];
        for (entry, partition) in entries.iter().zip(partitions) {
            let place = &mut next[usize::from(*partition)];
            sorted[*place as usize] = *entry;
            *place += 1;
        }
        Self {
            first_document: u32::try_from(part.documents.start).expect("fewer than 2^32 documents"),
            entries: sorted,
            firsts,
        }
    }

    pub(super) fn piece(&self, partition: usize) -> Piece<'_, E> {
        let (first, behind) = (self.firsts[partition], self.firsts[partition + 1]);
        Piece {
            first_document: self.first_document,
            entries: &self.entries[first as usize..behind as usize],
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::super::counted::{Counted, Row};
    use super::super::ngrams::Ngrams;
    use super::super::terms::Terms;
    use super::*;
    use crate::corpus::{Corpus, Documents, Groups, Scope};
    use crate::text::{Tokenizer, TokenizerOptions};

    /// Single terms, which any map can count as well.
    pub(in super::super) struct Singles;

    impl Events for Singles {
        fn n_in(&self, n_tokens: u64) -> u64 {
            n_tokens
        }

        fn read<E: Entry>(&self, stretch: &Stretch<'_>, packing: Packing, entries: &mut Vec<E>) {
            let numbers = &stretch.numbers[..stretch.n_starts];
            let entry =
                |number: &u32| packing.entry(E::default(), E::from(*number), stretch.document);
            entries.extend(numbers.iter().map(entry));
        }
    }

    pub(in super::super) fn texts() -> Vec<String> {
        let word = |number: u32| format!("w{}", number.wrapping_mul(2_654_435_761) >> 23);
        let text = |document: u32| {
            let words: Vec<String> = (0..document % 97).map(|at| word(at * document)).collect();
            words.join(" ")
        };
        (0..150).map(text).collect()
    }

    pub(in super::super) fn scope() -> Scope {
        let task = Task::new();
        let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        let documents = Documents::from_texts(texts().into_iter().collect());
        let corpus = Corpus::build(documents, tokenizer, &task).expect("valid texts");
        Scope::whole(Arc::new(corpus))
    }

    fn rows<E: Entry + Into<u128>>(
        scope: &Scope,
        bits: u32,
        sizes: Sizes,
    ) -> BTreeMap<u128, (u32, u32)> {
        let task = Task::new();
        let terms = Terms::new(scope, false);
        let numbering = terms.alphabetical(0, &task).expect("not cancelled");
        let packing = Packing::new(1, numbering.len(), 1, bits).expect("few terms");
        let stretches = Stretches::new(terms, numbering, &Groups::whole(scope), 0);
        let rows = count_entries::<E>(&stretches, &Singles, packing, Wanted::of(0), sizes, &task);
        let counted = rows.expect("not cancelled").into_iter();
        let rows = counted.flat_map(Counted::into_rows);
        rows.map(|row| (row.key.into(), (row.frequency, row.documents)))
            .collect()
    }

    /// The same by a map from word to counts.
    fn naive() -> BTreeMap<u128, (u32, u32)> {
        let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        for text in texts() {
            let mut here: BTreeMap<&str, u32> = BTreeMap::new();
            for word in text.split_whitespace() {
                *here.entry(word).or_default() += 1;
            }
            for (word, frequency) in here {
                let count = counts.entry(word.to_owned()).or_default();
                *count = (count.0 + frequency, count.1 + 1);
            }
        }
        (0..).zip(counts.into_values()).collect()
    }

    #[test]
    fn partitions_by_words_are_in_the_order_of_their_keys() {
        let (scope, task) = (scope(), Task::new());
        let mut words: Vec<String> = naive_words();
        words.sort_unstable();
        words.dedup();
        let number = |word: &str| words.binary_search_by(|known| known.as_str().cmp(word));
        for n in [2, 3] {
            let packing = Packing::new(n, words.len(), 1, u64::BITS).expect("few terms");
            let mut expected: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
            for text in texts() {
                let numbers: Vec<u32> = text
                    .split_whitespace()
                    .map(|word| u32::try_from(number(word).expect("known")).expect("few"))
                    .collect();
                let mut here: BTreeMap<u64, u32> = BTreeMap::new();
                for sequence in numbers.windows(n as usize) {
                    let key = sequence
                        .iter()
                        .fold(0, |key, word| packing.with(key, *word));
                    *here.entry(key).or_default() += 1;
                }
                for (key, frequency) in here {
                    let count = expected.entry(key).or_default();
                    *count = (count.0 + frequency, count.1 + 1);
                }
            }
            let sizes = [
                (8, 1 << 13),
                (64, 1 << 13),
                (8, 1 << 29),
                (64, 1 << 29),
                (4096, 1 << 29),
            ];
            for (entries_a_partition, bytes_a_round) in sizes {
                let terms = Terms::new(&scope, false);
                let numbering = terms.alphabetical(0, &task).expect("not cancelled");
                let stretches = Stretches::new(terms, numbering, &Groups::whole(&scope), n - 1);
                let sizes = Sizes {
                    bytes_a_round,
                    entries_a_partition,
                    ..Sizes::USUAL
                };
                let found = count_entries(
                    &stretches,
                    &Ngrams { rest: None },
                    packing,
                    Wanted::of(0),
                    sizes,
                    &task,
                );
                let mut rows: Vec<(u64, (u32, u32))> = Vec::new();
                for counted in found.expect("not cancelled") {
                    let mut partition: Vec<Row<u64>> = counted.into_rows().collect();
                    partition.sort_unstable_by_key(|row| row.key);
                    let own = partition.iter();
                    rows.extend(own.map(|row| (row.key, (row.frequency, row.documents))));
                }
                assert_eq!(rows, expected.clone().into_iter().collect::<Vec<_>>());
            }
        }
    }

    fn naive_words() -> Vec<String> {
        let texts = texts();
        let words = texts.iter().flat_map(|text| text.split_whitespace());
        words.map(str::to_owned).collect()
    }

    #[test]
    fn rows_do_not_depend_on_how_the_work_is_cut_up() {
        let (scope, expected) = (scope(), naive());
        for bytes_a_round in [1 << 12, 1 << 29] {
            for entries_a_part in [50, 1 << 16] {
                for entries_a_partition in [8, 1 << 15] {
                    let sizes = Sizes {
                        bytes_a_round,
                        entries_a_part,
                        entries_a_partition,
                    };
                    assert_eq!(rows::<u64>(&scope, u64::BITS, sizes), expected);
                    assert_eq!(rows::<u128>(&scope, u128::BITS, sizes), expected);
                }
            }
        }
    }
}
