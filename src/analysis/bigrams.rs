//! Bigrams of one group, counted more quickly than other sequences.
//!
//! As with those, entries are put into partitions that are counted one by one (`partitions`). Here a
//! partition is told by the first word. A frequent word has one of its own, in which what follows it
//! is counted in a row with a cell for each word; rare words share one, which is counted in a table.
//! An entry does not tell its partition and takes four bytes, or eight where documents are very short.
//! Words are numbered by how frequent they are, so that what is often looked up lies together.

use std::ops::Range;

use super::counted::{Counted, Kept, Row, Sieve};
use super::entries::{Entry, Packing, bits_for};
use super::key_table::{Count, KeyTable};
use super::partitions::{Scattered, Sizes};
use super::splits::{FirstWords, PARTITIONS_A_ROUND};
use super::stretches::{Part, Stretch, Stretches};
use super::tables::Piece;
use super::terms::Numbering;
use super::word_row::WordRow;
use crate::error::Result;
use crate::task::{Scratch, Task};

/// The most words there may be.
pub(super) const MOST_WORDS: usize = 1 << 26;
/// The most words that a row has: every worker keeps one, with 12 bytes a word.
const WORDS_A_ROW: usize = 1 << 21;
/// A word has a partition of its own if it begins a quarter of what others share.
const LEAST_OWN: u64 = 4;
/// So many partitions are the most that may be for want of bits for the first word.
const PARTITIONS_BY_BITS: usize = 1 << 9;
/// Entries of eight bytes have so many bits for the document.
const DOCUMENT_BITS: u32 = 16;

/// Where the bigrams that begin with a word belong.
#[derive(Clone, Copy)]
struct Place {
    /// How far the word is behind the first one of its partition.
    offset: u32,
    /// [`NOWHERE`](Self::NOWHERE)'s for a word of another round.
    partition: u16,
}

impl Place {
    const NOWHERE: Self = Self {
        offset: 0,
        partition: u16::MAX,
    };
}

/// A partition: neighbours in the order of names, or one frequent word.
#[derive(Clone, Copy)]
struct Sharing {
    first: u32,
    is_own: bool,
}

/// The partitions that are counted in one reading of the corpus.
struct Round {
    partitions: Vec<Sharing>,
    /// The place of each word by its rank.
    places: Vec<Place>,
}

/// How an entry is divided: how far the first word is behind that of its partition, the rank of the second,
/// the document within its part.
#[derive(Clone, Copy)]
struct Division {
    packing: Packing,
    /// How many words may share a partition.
    most_first: usize,
}

impl Division {
    fn new(packing: Packing, document_bits: u32, bits: u32) -> Option<Self> {
        let left = bits.checked_sub(packing.word_bits + document_bits)?;
        Some(Self {
            packing: Packing {
                document_bits,
                ..packing
            },
            most_first: 1 << left.min(31),
        })
    }
}

/// Bigrams of the terms of some stretches, which are all of one group.
pub(super) struct Bigrams<'b> {
    pub(super) stretches: &'b Stretches<'b>,
    /// Of the keys, which are of terms in the order of their names.
    pub(super) packing: Packing,
    pub(super) min_frequency: u64,
    pub(super) task: &'b Task,
}

impl Bigrams<'_> {
    /// The counted keys of each partition. The partitions are in the order of the first words.
    pub(super) fn count<E: Entry>(&self, sizes: Sizes) -> Result<Vec<Counted<E>>> {
        let n_words = self.stretches.n_words();
        if n_words == 0 {
            return Ok(Vec::new());
        }
        let (n_tokens, _) = self.stretches.sizes(|_| 0);
        let documents = self.stretches.n_documents() as u64 * sizes.entries_a_part;
        let documents_a_part = 2 * documents.div_ceil(n_tokens.max(1)).max(1);
        let most = usize::try_from(documents_a_part).unwrap_or(usize::MAX);
        let narrow = Division::new(self.packing, bits_for(most.saturating_add(1)), u32::BITS);
        let is_enough = |division: &Division| n_words / division.most_first < PARTITIONS_BY_BITS;
        if let Some(division) = narrow.filter(is_enough) {
            self.held_as::<E, u32>(division, n_tokens, sizes)
        } else {
            let division = Division::new(self.packing, DOCUMENT_BITS, u64::BITS);
            let division = division.expect("words have at most 26 bits");
            self.held_as::<E, u64>(division, n_tokens, sizes)
        }
    }

    /// The same with entries of this size.
    fn held_as<E: Entry, S: Entry>(
        &self,
        division: Division,
        n_tokens: u64,
        sizes: Sizes,
    ) -> Result<Vec<Counted<E>>> {
        let n_rounds = (n_tokens * size_of::<S>() as u64)
            .div_ceil(sizes.bytes_a_round)
            .max(1);
        let full = sizes.entries_a_partition;
        let full = full.max(n_tokens / n_rounds / PARTITIONS_A_ROUND);
        let frequencies = self.stretches.frequencies();
        let (ranked, alphabetical) = self.stretches.numbering().by_rank(&frequencies);
        let words = FirstWords::new(frequencies, n_tokens);
        let ranges = words.ranges(n_tokens.div_ceil(n_rounds));
        let n_tokens = u32::try_from(sizes.entries_a_part).expect("fewer than 2^32");
        let parts = self
            .stretches
            .parts(n_tokens, division.packing.documents_a_part());
        self.task
            .expect((self.stretches.n_documents() * ranges.len()) as u64);
        let mut all = Vec::new();
        for own in ranges {
            let work = Work {
                of: self,
                division,
                ranked: &ranked,
                alphabetical: &alphabetical,
                round: Round::new(
                    words.expected(),
                    own,
                    (full, division.most_first),
                    &alphabetical,
                ),
            };
            all.extend(work.counted::<E, S>(&parts)?);
        }
        Ok(all)
    }
}

impl Round {
    /// The partitions of words of a range, that hold about `full` bigrams, or more where they would be too many.
    fn new(
        expected: &[u64],
        own: Range<usize>,
        (full, most_first): (u64, usize),
        alphabetical: &[u32],
    ) -> Self {
        let mut full = full.max(1);
        let shared = loop {
            if let Some(shared) = shared(expected, own.clone(), (full, most_first)) {
                break shared;
            }
            full *= 2;
        };
        let (partitions, by_name) = shared;
        let place = |word: &u32| {
            let place = (*word as usize).checked_sub(own.start);
            place.and_then(|place| by_name.get(place)).copied()
        };
        let places = alphabetical
            .iter()
            .map(|word| place(word).unwrap_or(Place::NOWHERE));
        Self {
            places: places.collect(),
            partitions,
        }
    }
}

/// Partitions of about `full` bigrams, and the place of each word of the range; none if they would be too many.
fn shared(
    expected: &[u64],
    own: Range<usize>,
    (full, most_first): (u64, usize),
) -> Option<(Vec<Sharing>, Vec<Place>)> {
    let in_rows = expected.len() <= WORDS_A_ROW;
    let mut partitions: Vec<Sharing> = Vec::new();
    let mut places = Vec::with_capacity(own.len());
    let mut held = 0;
    for word in own {
        let expected = expected[word];
        let word = u32::try_from(word).expect("fewer words than 2^32");
        let is_own = in_rows && expected >= full.div_ceil(LEAST_OWN);
        let has_room = partitions.last().is_some_and(|last| {
            let is_near = ((word - last.first) as usize) < most_first;
            !last.is_own && !is_own && is_near && held + expected <= full + full / 2
        });
        if !has_room {
            partitions.push(Sharing {
                first: word,
                is_own,
            });
            held = 0;
        }
        held += expected;
        let partition = partitions.len() - 1;
        if partition as u64 >= PARTITIONS_A_ROUND {
            return None;
        }
        places.push(Place {
            offset: word - partitions[partition].first,
            partition: u16::try_from(partition).expect("at most 2048"),
        });
    }
    Some((partitions, places))
}

/// One reading of the corpus.
struct Work<'w, 'b> {
    of: &'w Bigrams<'b>,
    division: Division,
    /// The terms by rank.
    ranked: &'w Numbering,
    /// Their numbers in the order of names, by rank.
    alphabetical: &'w [u32],
    round: Round,
}

/// What a worker counts in.
struct Tables<E, S> {
    /// For keys that occur less than 65,536 times each.
    narrow: KeyTable<S, u16>,
    wide: KeyTable<S, u32>,
    row: WordRow,
    sieve: Sieve<E>,
}

impl Work<'_, '_> {
    fn counted<E: Entry, S: Entry>(&self, parts: &[Part]) -> Result<Vec<Counted<E>>> {
        let (task, stretches) = (self.of.task, self.of.stretches);
        let partitions = &self.round.partitions;
        let buffers = Scratch::new();
        let scattered = task.map(parts.iter().collect(), |part: &Part| {
            let new = || (Vec::new(), Vec::new());
            buffers.with(new, |(entries, owners): &mut (Vec<S>, Vec<u16>)| {
                entries.clear();
                owners.clear();
                stretches.each_numbered(part, self.ranked, |stretch| {
                    self.read(stretch, entries, owners);
                });
                task.advance(part.documents.len() as u64);
                Ok(Scattered::new(part, entries, owners, partitions.len()))
            })
        })?;
        let tables = Scratch::new();
        task.map((0..partitions.len()).collect(), |partition| {
            let pieces: Vec<Piece<'_, S>> =
                scattered.iter().map(|part| part.piece(partition)).collect();
            let new = || Tables {
                narrow: KeyTable::default(),
                wide: KeyTable::default(),
                row: WordRow::default(),
                sieve: Sieve::default(),
            };
            tables.with(new, |tables: &mut Tables<E, S>| {
                self.count(&pieces, partitions[partition], tables)
            })
        })
    }

    /// Adds the bigrams that begin in a stretch, and their partitions.
    fn read<S: Entry>(
        &self,
        stretch: &Stretch<'_>,
        entries: &mut Vec<S>,
        partitions: &mut Vec<u16>,
    ) {
        let packing = self.division.packing;
        let places = &self.round.places[..];
        let (held, room) = (entries.len(), stretch.numbers.len());
        entries.resize(held + room, S::default());
        partitions.resize(held + room, 0);
        let own = &mut entries[held..];
        let owners = &mut partitions[held..];
        let (mut kept, mut first) = (0, Place::NOWHERE);
        for number in stretch.numbers {
            let second = places.get(*number as usize).copied();
            let words = packing.with(S::from(first.offset), *number);
            // What is not kept is written over by what comes next: no branch to guess wrong.
            own[kept] = (words << packing.document_bits) | S::from(stretch.document);
            owners[kept] = first.partition;
            // A term that is left out has no place.
            kept += usize::from(first.partition != Place::NOWHERE.partition && second.is_some());
            first = second.unwrap_or(Place::NOWHERE);
        }
        entries.truncate(held + kept);
        partitions.truncate(held + kept);
    }

    /// Counts the keys of a partition.
    fn count<E: Entry, S: Entry>(
        &self,
        pieces: &[Piece<'_, S>],
        Sharing { first, is_own }: Sharing,
        tables: &mut Tables<E, S>,
    ) -> Result<Counted<E>> {
        let n_entries = pieces.iter().map(|piece| piece.entries.len()).sum();
        let Tables {
            narrow,
            wide,
            row,
            sieve,
        } = tables;
        if is_own {
            let packing = self.division.packing;
            row.clear(self.alphabetical.len(), n_entries);
            for piece in pieces {
                self.of.task.check()?;
                let keys = piece.keys(packing);
                row.add(keys.map(|(key, document)| (packing.last_word(key), document)));
            }
            let key = |word: u32| self.key(first, word);
            return Ok(sieve.counted(row.rows(key), row.n_words(), self.kept()));
        }
        if u16::try_from(n_entries).is_ok() {
            self.count_in(narrow, (pieces, n_entries), first, sieve)
        } else {
            self.count_in(wide, (pieces, n_entries), first, sieve)
        }
    }

    /// The same in a table.
    fn count_in<E: Entry, S: Entry, C: Count>(
        &self,
        table: &mut KeyTable<S, C>,
        (pieces, n_entries): (&[Piece<'_, S>], usize),
        first: u32,
        sieve: &mut Sieve<E>,
    ) -> Result<Counted<E>> {
        let packing = self.division.packing;
        table.clear(n_entries);
        for piece in pieces {
            self.of.task.check()?;
            table.add(piece.keys(packing));
        }
        let rows = table.rows().map(|row| {
            let offset = packing.beginning(row.key).low();
            Row {
                key: self.key(first + offset, packing.last_word(row.key)),
                frequency: row.frequency,
                documents: row.documents,
            }
        });
        Ok(sieve.counted(rows, table.n_keys(), self.kept()))
    }

    /// The key of two words, the second of which is told by its rank.
    fn key<E: Entry>(&self, first: u32, second: u32) -> E {
        let second = self.alphabetical[second as usize];
        self.of.packing.with(E::from(first), second)
    }

    fn kept(&self) -> Kept {
        Kept {
            packing: self.of.packing,
            min_frequency: self.of.min_frequency,
            rest: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::super::partitions::tests::{scope, texts};
    use super::super::terms::Terms;
    use super::*;
    use crate::corpus::{DocId, Groups};

    /// Frequency and documents of the pairs of neighbouring words, by the words.
    fn naive(documents: &[usize]) -> BTreeMap<(String, String), (u32, u32)> {
        let mut counts: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
        for document in documents {
            let text = &texts()[*document];
            let words: Vec<&str> = text.split_whitespace().collect();
            let mut here: BTreeMap<(String, String), u32> = BTreeMap::new();
            for pair in words.windows(2) {
                *here.entry((pair[0].into(), pair[1].into())).or_default() += 1;
            }
            for (pair, frequency) in here {
                let count = counts.entry(pair).or_default();
                *count = (count.0 + frequency, count.1 + 1);
            }
        }
        counts
    }

    #[test]
    fn pairs_of_a_scope_are_those_of_its_texts_however_the_work_is_cut_up() {
        let task = Task::new();
        let all: Vec<usize> = (0..texts().len()).collect();
        let few: Vec<usize> = all.iter().copied().filter(|row| row % 29 == 3).collect();
        for documents in [all, few] {
            let ids = documents
                .iter()
                .map(|row| DocId::from_index(*row))
                .collect();
            let scope = scope().only(ids, json!(null));
            let terms = Terms::new(&scope, false);
            let numbering = terms.alphabetical(0, &task).expect("not cancelled");
            let stretches = Stretches::new(terms, numbering, &Groups::whole(&scope), 1);
            let packing = Packing::new(2, stretches.n_words(), 1, u64::BITS).expect("few terms");
            let bigrams = Bigrams {
                stretches: &stretches,
                packing,
                min_frequency: 0,
                task: &task,
            };
            let expected = naive(&documents).into_iter().collect::<Vec<_>>();
            let (n_tokens, _) = stretches.sizes(|_| 0);
            let names = stretches.names();
            let check = |found: Result<Vec<Counted<u64>>>| {
                let mut rows = Vec::new();
                for counted in found.expect("not cancelled") {
                    let mut own: Vec<Row<u64>> = counted.into_rows().collect();
                    own.sort_unstable_by_key(|row| row.key);
                    rows.extend(own);
                }
                let found = rows.into_iter().map(|row| {
                    let mut words = packing
                        .words(row.key)
                        .map(|word| names[word as usize].to_owned());
                    let pair = (words.next().expect("two"), words.next().expect("two"));
                    (pair, (row.frequency, row.documents))
                });
                assert_eq!(found.collect::<Vec<_>>(), expected);
            };
            for entries_a_partition in [4, 64, 4096] {
                for bytes_a_round in [1 << 9, 1 << 13, 1 << 29] {
                    for entries_a_part in [50, 1 << 16] {
                        let sizes = Sizes {
                            bytes_a_round,
                            entries_a_part,
                            entries_a_partition,
                        };
                        check(bigrams.count(sizes));
                        let wide = Division::new(packing, DOCUMENT_BITS, u64::BITS);
                        let wide = wide.expect("few terms");
                        check(bigrams.held_as::<u64, u64>(wide, n_tokens, sizes));
                        // Two words share a partition at most.
                        let narrow = Division {
                            most_first: 2,
                            ..wide
                        };
                        check(bigrams.held_as::<u64, u64>(narrow, n_tokens, sizes));
                    }
                }
            }
        }
    }
}
