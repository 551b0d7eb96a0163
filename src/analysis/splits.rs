//! Splits: in which of many partitions an entry belongs, told for many entries at once.

use super::entries::{Entry, Packing};

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

    /// The partition of each entry, which are below [`PARTITIONS_A_ROUND`].
    pub(super) fn of(&self, entries: &[E]) -> Vec<u16> {
        let mut partitions = Vec::with_capacity(entries.len() + 8);
        match self {
            Self::Tree(tree) => tree.append(entries, &mut partitions),
            Self::Words(words) => partitions.extend(entries.iter().map(|entry| words.of(*entry))),
        }
        partitions
    }
}

/// Partitions by the first two words of a sequence: rare first words share one, and a frequent one has several,
/// by its second word. They are in the order of the words, as those of a tree are.
pub(super) struct WordSplits {
    /// Of each word: the first partition of those that begin with it, its place among all tokens as a second
    /// word, and by how many bits that is cut.
    words: Vec<SplitWord>,
    n_partitions: usize,
    /// Where the first and the second word stand in an entry.
    shifts: [u32; 2],
    mask: u32,
}

#[derive(Clone, Copy)]
struct SplitWord {
    base: u16,
    place: u16,
    cut: u16,
}

/// How fine the places of second words are, in bits.
const PLACE_BITS: u32 = 10;

impl WordSplits {
    pub(super) fn new(
        frequencies: &[u64],
        n_entries: u64,
        n_partitions: usize,
        packing: Packing,
    ) -> Option<Self> {
        let total = frequencies.iter().sum::<u64>().max(1);
        let narrow = |number: u64| u16::try_from(number).ok();
        let full = n_entries.div_ceil(n_partitions as u64).max(1);
        let most = PARTITIONS_A_ROUND;
        let mut words = Vec::with_capacity(frequencies.len());
        let (mut base, mut held, mut before) = (0_u64, 0_u64, 0_u64);
        for frequency in frequencies {
            let place = (u128::from(before) << PLACE_BITS) / u128::from(total);
            before += frequency;
            let expected = u128::from(*frequency) * u128::from(n_entries) / u128::from(total);
            let expected = u64::try_from(expected).ok()?;
            let own = expected.div_ceil(full);
            let bits = if own > 1 {
                own.next_power_of_two().ilog2().min(PLACE_BITS)
            } else {
                0
            };
            if held > 0 && (own > 1 || held + expected > full + full / 2) {
                base += 1;
                held = 0;
            }
            words.push(SplitWord {
                base: narrow(base)?,
                place: narrow(u64::try_from(place).ok()?)?,
                cut: narrow(u64::from(PLACE_BITS - bits))?,
            });
            if own > 1 {
                base += 1 << bits;
            } else {
                held += expected;
            }
        }
        let n_partitions = base + 1;
        (n_partitions <= most).then(|| Self {
            words,
            n_partitions: usize::try_from(n_partitions).expect("few"),
            shifts: [packing.n - 1, packing.n - 2]
                .map(|behind| behind * packing.word_bits + packing.document_bits),
            mask: (1 << packing.word_bits) - 1,
        })
    }

    #[inline]
    fn of<E: Entry>(&self, entry: E) -> u16 {
        let [first, second] = self
            .shifts
            .map(|shift| self.words[((entry >> shift).low() & self.mask) as usize]);
        first.base + (second.place >> first.cut)
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
