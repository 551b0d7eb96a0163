//! Splits: in which of many partitions an entry belongs, told for many entries at once.

use std::ops::Range;

use super::entries::{Entry, Packing};
use super::partitions::Neighbours;
use super::stretches::Stretch;
use super::terms::Numbering;

/// The most partitions at a time.
pub(super) const PARTITIONS_A_ROUND: u64 = 1 << 11;

/// In which partition an entry belongs.
pub(super) enum Splits<E> {
    Tree(Tree<E>),
    Words(WordSplits),
}

impl<E: Entry> Splits<E> {
    pub(super) fn n_partitions(&self) -> usize {
        match self {
            Self::Tree(tree) => tree.n_partitions,
            Self::Words(words) => words.n_partitions,
        }
    }

    /// Adds the partition of each entry, which are below [`PARTITIONS_A_ROUND`].
    pub(super) fn append(&self, entries: &[E], partitions: &mut Vec<u16>) {
        match self {
            Self::Tree(tree) => tree.append(entries, partitions),
            Self::Words(words) => words.append(entries, partitions),
        }
    }
}

/// Partitions by the first two words of a sequence: rare first words share one, and a frequent one has its
/// own, or several by its second word. They are in the order of the words, as those of a tree are.
pub(super) struct WordSplits {
    words: Vec<SplitWord>,
    n_partitions: usize,
    /// Where the first and the second word stand in an entry.
    shifts: [u32; 2],
    mask: u32,
}

/// Of a word: the first partition of the sequences that begin with it, where it stands among all tokens as a
/// second word, and by how many bits that is cut.
#[derive(Clone, Copy, Default)]
struct SplitWord(u32);

/// How fine the places of second words are, in bits.
const PLACE_BITS: u32 = 10;
/// How many bits the cut of a place takes.
const CUT_BITS: u32 = 4;
/// How many sequences partitions of several words hold, and how many a word begins that has its own, in
/// quarters of what was asked for: the first that do not make too many partitions.
const SIZES: [[u64; 2]; 5] = [[4, 1], [4, 2], [4, 4], [8, 4], [8, 8]];

impl SplitWord {
    fn new(base: usize, place: u64, cut: u32) -> Self {
        let narrow = |number: u64| u32::try_from(number).expect("a partition, or a place");
        Self((narrow(base as u64) << PLACE_BITS | narrow(place)) << CUT_BITS | cut)
    }

    /// The partition of sequences that begin with this word and another.
    #[inline]
    fn partition(self, second: Self) -> u16 {
        let place = (second.0 >> CUT_BITS) & ((1 << PLACE_BITS) - 1);
        let base = self.0 >> (CUT_BITS + PLACE_BITS);
        let cut = self.0 & ((1 << CUT_BITS) - 1);
        u16::try_from(base + (place >> cut)).expect("at most 2048 partitions")
    }
}

/// How many sequences begin with each word, about.
pub(super) struct FirstWords {
    expected: Vec<u64>,
    n_entries: u64,
}

impl FirstWords {
    /// For words of these frequencies, which may be those of more texts than are counted.
    pub(super) fn new(frequencies: Vec<u64>, n_entries: u64) -> Self {
        let total = u128::from(frequencies.iter().sum::<u64>().max(1));
        let expected = |frequency| u128::from(frequency) * u128::from(n_entries) / total;
        let narrow = |number| u64::try_from(number).expect("at most all entries");
        Self {
            expected: frequencies
                .into_iter()
                .map(|frequency| narrow(expected(frequency)))
                .collect(),
            n_entries,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.expected.len()
    }

    /// How many begin with each word.
    pub(super) fn expected(&self) -> &[u64] {
        &self.expected
    }

    /// Neighbouring words that begin about so many sequences, or a word that begins more.
    pub(super) fn ranges(&self, most: u64) -> Vec<Range<usize>> {
        let (mut ranges, mut first, mut held) = (Vec::new(), 0, 0);
        for (word, expected) in self.expected.iter().enumerate() {
            if held > 0 && held + expected > most {
                ranges.push(first..word);
                (first, held) = (word, 0);
            }
            held += expected;
        }
        ranges.push(first..self.len());
        ranges
    }
}

impl WordSplits {
    /// For sequences that begin with one of some words, about `full` a partition; none if the partitions
    /// were too many.
    pub(super) fn new(
        words: &FirstWords,
        own: &Range<usize>,
        full: u64,
        packing: Packing,
    ) -> Option<Self> {
        let sizes = SIZES.iter();
        let mut splits = sizes.filter_map(|quarters| {
            let sizes = quarters.map(|number| (full * number).div_ceil(4));
            Self::of_sizes(words, own, sizes, packing)
        });
        splits.next()
    }

    /// The same of these sizes.
    fn of_sizes(
        FirstWords {
            expected,
            n_entries,
        }: &FirstWords,
        own: &Range<usize>,
        [full, least_own]: [u64; 2],
        packing: Packing,
    ) -> Option<Self> {
        let mut words = Vec::with_capacity(expected.len());
        // The last partition, and what it holds.
        let (mut base, mut held) = (0, 0_u64);
        let mut before = 0_u64;
        for (word, expected) in expected.iter().enumerate() {
            // A word that stands behind all others and occurs nowhere has no place of its own.
            let place = (u128::from(before) << PLACE_BITS) / u128::from(*n_entries.max(&1));
            let place = u64::try_from(place).ok()?.min((1 << PLACE_BITS) - 1);
            before += expected;
            if !own.contains(&word) {
                words.push(SplitWord::new(0, place, PLACE_BITS));
                continue;
            }
            let has_own = *expected >= least_own;
            if held > 0 && (has_own || held + expected > full + full / 2) {
                (base, held) = (base + 1, 0);
            }
            let bits = if has_own {
                let parts = expected.div_ceil(full);
                parts.next_power_of_two().ilog2().min(PLACE_BITS)
            } else {
                0
            };
            words.push(SplitWord::new(base, place, PLACE_BITS - bits));
            if has_own {
                base += 1 << bits;
            } else {
                held += expected;
            }
            if base as u64 >= PARTITIONS_A_ROUND {
                return None;
            }
        }
        Some(Self {
            words,
            n_partitions: base + 1,
            shifts: [packing.n - 1, packing.n - 2]
                .map(|behind| behind * packing.word_bits + packing.document_bits),
            mask: (1 << packing.word_bits) - 1,
        })
    }

    fn word(&self, word: u32) -> SplitWord {
        self.words[word as usize]
    }

    /// Adds the sequences of a stretch and their partitions, which takes less than one after the other.
    pub(super) fn read<E: Entry>(
        &self,
        stretch: &Stretch<'_>,
        (packing, Neighbours { rest }): (Packing, Neighbours),
        entries: &mut Vec<E>,
        partitions: &mut Vec<u16>,
    ) {
        let (n, numbers) = (packing.n as usize, stretch.numbers);
        let entry = |words| packing.entry(E::from(stretch.group), words, stretch.document);
        let (mut behind, mut next) = (0, entries.len());
        entries.resize(next + numbers.len(), E::default());
        partitions.resize(next + numbers.len(), 0);
        for run in numbers.split(|number| *number == Numbering::LEFT_OUT) {
            behind += run.len() + 1;
            let Some((beginning, ends)) = run.split_at_checked(n - 1) else {
                continue;
            };
            let with = |words, word: &u32| packing.with(words, *word);
            let mut words = beginning.iter().fold(E::default(), with);
            let mut first = self.word(run[0]);
            let own = entries[next..].iter_mut().zip(&mut partitions[next..]);
            for ((number, second), (own, partition)) in ends.iter().zip(&run[1..]).zip(own) {
                words = packing.moved(words, *number);
                *own = entry(words);
                let second = self.word(*second);
                *partition = first.partition(second);
                first = second;
            }
            next += ends.len();
            // The run ends before a word without a number.
            if let Some(rest) = rest.filter(|_| behind <= numbers.len()) {
                let second = run.get(ends.len() + 1).copied().unwrap_or(rest);
                entries[next] = entry(packing.moved(words, rest));
                partitions[next] = first.partition(self.word(second));
                next += 1;
            }
        }
        entries.truncate(next);
        partitions.truncate(next);
    }

    fn append<E: Entry>(&self, entries: &[E], partitions: &mut Vec<u16>) {
        // The second word of a sequence is the first of the next one, as a rule.
        let mut known = (u32::MAX, SplitWord::default());
        partitions.extend(entries.iter().map(|entry| {
            let [first, second] = self.shifts.map(|shift| (*entry >> shift).low() & self.mask);
            let split = if first == known.0 {
                known.1
            } else {
                self.words[first as usize]
            };
            known = (second, self.words[second as usize]);
            split.partition(known.1)
        }));
    }
}

/// Splits between partitions as a tree that is searched without branches.
pub(super) struct Tree<E> {
    nodes: Vec<E>,
    depth: u32,
    n_partitions: usize,
}

impl<E: Entry> Tree<E> {
    pub(super) fn new(splits: &[E]) -> Self {
        let n_partitions = splits.len() + 1;
        let depth = n_partitions.next_power_of_two().ilog2();
        let mut nodes = vec![E::LARGEST; 1 << depth];
        for level in 0..depth {
            for place in 0..1 << level {
                let split = ((2 * place + 1) << (depth - level - 1)) - 1;
                if let Some(split) = splits.get(split) {
                    nodes[(1 << level) + place] = *split;
                }
            }
        }
        Self {
            nodes,
            depth,
            n_partitions,
        }
    }

    fn append(&self, entries: &[E], partitions: &mut Vec<u16>) {
        let (eights, rest) = entries.as_chunks::<8>();
        let narrow = |partition| u16::try_from(partition).expect("at most 2048 partitions");
        for eight in eights {
            partitions.extend(self.partitions(eight).map(narrow));
        }
        let mut last = [E::default(); 8];
        last[..rest.len()].copy_from_slice(rest);
        partitions.extend(&self.partitions(&last).map(narrow)[..rest.len()]);
    }

    /// The partitions of eight entries, whose searches the processor overlaps.
    #[inline]
    fn partitions(&self, entries: &[E; 8]) -> [usize; 8] {
        let mut nodes = [1; 8];
        // There is a power of two of nodes: the mask spares the check of every index.
        let mask = self.nodes.len() - 1;
        for _ in 0..self.depth {
            for (node, entry) in nodes.iter_mut().zip(entries) {
                let right = *entry >= self.nodes[*node & mask];
                *node = (*node << 1) | usize::from(right);
            }
        }
        nodes.map(|node| node - (1 << self.depth))
    }
}
