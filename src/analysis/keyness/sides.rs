//! How often each term occurs in each document of a side.
//!
//! Counts of documents that were made apart can be put one behind the other, so whatever is computed
//! from them comes out the same to the last bit.

use super::sequences::{Numbered, Sequences};
use crate::analysis::terms::Terms;
use crate::corpus::DocId;
use crate::error::Result;
use crate::task::{Scratch, Task};

/// How terms of a document and how often they occur in it are written, so that there is little to read.
#[derive(Clone, Copy)]
pub(super) enum Packing {
    /// Both in one number, the term in so many of its lower bits.
    Narrow(u32),
    /// The term and behind it the count.
    Wide,
}

impl Packing {
    /// That of counts below or equal to `most`, of so many terms.
    fn of(n_terms: usize, most: u64) -> Self {
        let bits = usize::BITS - n_terms.leading_zeros();
        if bits < u32::BITS && most < 1 << (u32::BITS - bits) {
            Self::Narrow(bits)
        } else {
            Self::Wide
        }
    }

    /// The numbers that one term takes.
    fn width(self) -> usize {
        match self {
            Self::Narrow(_) => 1,
            Self::Wide => 2,
        }
    }

    /// Passes on each term and its count.
    #[inline]
    pub(super) fn each(self, cells: &[u32], mut pass: impl FnMut(u32, u32)) {
        match self {
            Self::Narrow(bits) => {
                let term = (1 << bits) - 1;
                for cell in cells {
                    pass(cell & term, cell >> bits);
                }
            }
            Self::Wide => {
                for [term, count] in cells.as_chunks().0 {
                    pass(*term, *count);
                }
            }
        }
    }

    /// Writes a count beside each term, of which only the number is there yet.
    #[inline]
    fn fill(self, cells: &mut [u32], mut count: impl FnMut(u32) -> u32) {
        match self {
            Self::Narrow(bits) => {
                for cell in cells {
                    *cell |= count(*cell) << bits;
                }
            }
            Self::Wide => {
                for [term, own] in cells.as_chunks_mut().0 {
                    *own = count(*term);
                }
            }
        }
    }
}

/// The terms of some documents, one document behind the other, as their [`Packing`] has them.
#[derive(Default)]
struct Shard {
    cells: Vec<u32>,
    /// Where each document ends.
    ends: Vec<usize>,
    /// The sequences of each document, if these are what is counted.
    sequences: Vec<u64>,
}

impl Shard {
    fn documents(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, end)| &self.cells[start..*end])
    }
}

/// How often each term occurs in each of some documents.
pub(super) struct Side {
    documents: Vec<DocId>,
    packing: Packing,
    shards: Vec<Shard>,
    tokens: Vec<u64>,
}

/// How many tokens one worker counts at a time, rounded up to documents.
const TOKENS_A_PART: u64 = 1 << 17;

/// Dense counts of one worker, all 0 between documents, and the terms that were read.
type Tally = (Vec<u32>, Vec<u32>);

impl Side {
    /// The counts of the scope of terms, or of sequences of these; `stays` says that they keep their numbers.
    pub(super) fn count(
        (terms, numbering): Numbered<'_>,
        sequences: Option<&Sequences>,
        stays: bool,
        task: &Task,
    ) -> Result<Self> {
        let scope = terms.scope();
        let (documents, mut tokens) = documents_of(terms);
        let n_terms = sequences.map_or(numbering.len(), Sequences::len);
        let most = tokens.iter().copied().max().unwrap_or(0);
        let packing = if stays {
            Packing::of(n_terms, most)
        } else {
            Packing::Wide
        };
        let tallies = Scratch::new();
        let shards = task.map(parts(&documents, &tokens), |documents| {
            tallies.with(
                || (vec![0; n_terms], Vec::new()),
                |tally: &mut Tally| {
                    let (mut shard, mut words) = (Shard::default(), Vec::new());
                    for document in documents {
                        task.check()?;
                        if let Some(sequences) = sequences {
                            let mut n_all = 0;
                            scope.each_zone_range(*document, |range| {
                                numbering.read(terms, range, &mut words);
                                n_all += sequences.read(&words, &mut tally.1);
                                shard.add(tally, packing.width());
                            });
                            shard.sequences.push(n_all);
                        } else {
                            scope.each_range(*document, |range| {
                                numbering.read(terms, range, &mut tally.1);
                                terms.retain(&mut tally.1);
                                shard.add(tally, packing.width());
                            });
                        }
                        shard.end(tally, packing);
                    }
                    Ok(shard)
                },
            )
        })?;
        if sequences.is_some() {
            tokens = shards
                .iter()
                .flat_map(|shard| shard.sequences.iter().copied())
                .collect();
        }
        Ok(Self {
            documents,
            packing,
            shards,
            tokens,
        })
    }

    /// How the terms are written.
    pub(super) fn packing(&self) -> Packing {
        self.packing
    }

    /// Each document with its terms and its tokens.
    pub(super) fn each(&self) -> impl Iterator<Item = (DocId, &[u32], u64)> {
        let cells = self.shards.iter().flat_map(Shard::documents);
        let documents = self.documents.iter().zip(cells).zip(&self.tokens);
        documents.map(|((id, cells), tokens)| (*id, cells, *tokens))
    }

    /// Gives the terms other numbers, for which they must be [wide](Packing::Wide).
    pub(super) fn renumber(&mut self, numbers: &[u32]) {
        for shard in &mut self.shards {
            for [term, _] in shard.cells.as_chunks_mut().0 {
                *term = numbers[*term as usize];
            }
        }
    }
}

impl Shard {
    /// Counts what was read of a document; a term has its cell as soon as it is seen.
    fn add(&mut self, (counts, read): &mut Tally, width: usize) {
        let mut end = self.cells.len();
        self.cells.resize(end + read.len() * width, 0);
        // Every third token or so is a new term of its document, which no processor foresees: so a
        // cell is written for each token, and kept only for those.
        for term in &*read {
            let count = &mut counts[*term as usize];
            self.cells[end] = *term;
            end += width * usize::from(*count == 0);
            *count += 1;
        }
        self.cells.truncate(end);
    }

    fn end(&mut self, (counts, _): &mut Tally, packing: Packing) {
        let start = self.ends.last().copied().unwrap_or(0);
        let count = |term: u32| std::mem::take(&mut counts[term as usize]);
        packing.fill(&mut self.cells[start..], count);
        self.ends.push(self.cells.len());
    }
}

/// The documents of a scope of terms, and the tokens of each.
pub(super) fn documents_of(terms: &Terms<'_>) -> (Vec<DocId>, Vec<u64>) {
    let documents: Vec<DocId> = terms.scope().documents().collect();
    let tokens = documents
        .iter()
        .map(|document| terms.n_tokens_of(*document));
    let tokens = tokens.collect();
    (documents, tokens)
}

/// The documents in parts of about the same number of tokens.
pub(super) fn parts<'d>(documents: &'d [DocId], tokens: &[u64]) -> Vec<&'d [DocId]> {
    let (mut parts, mut first, mut sum) = (Vec::new(), 0, 0);
    for (place, tokens) in tokens.iter().enumerate() {
        sum += tokens;
        if sum >= TOKENS_A_PART || place + 1 == documents.len() {
            parts.push(&documents[first..=place]);
            (first, sum) = (place + 1, 0);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_counts_are_read_as_they_were_written() {
        let wide = Packing::of(1 << 17, 1 << 15);
        assert!(matches!(wide, Packing::Wide));
        for (n_terms, most) in [
            (1, 1 << 30),
            (100_000, 32_767),
            (1 << 17, 1 << 15),
            (1 << 20, 9),
        ] {
            let packing = Packing::of(n_terms, most);
            let last = u32::try_from(n_terms - 1).expect("a small number");
            let most = u32::try_from(most).expect("a small number");
            let terms = [0, last / 2, last];
            let mut cells: Vec<u32> = terms
                .iter()
                .flat_map(|term| std::iter::once(*term).chain(vec![0; packing.width() - 1]))
                .collect();
            packing.fill(&mut cells, |term| most - u32::from(term == last));
            let mut read = Vec::new();
            packing.each(&cells, |term, count| read.push((term, count)));
            let expected = terms.map(|term| (term, most - u32::from(term == last)));
            assert_eq!(read, expected);
        }
    }
}
