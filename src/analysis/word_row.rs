//! Word row: how often each word follows one that is always the same.

use super::counted::Row;

#[derive(Clone, Copy, Default)]
struct Cell {
    frequency: u32,
    documents: u32,
    /// The last document that the word was seen in, from 1.
    seen: u32,
}

/// A cell for each word, used again for every partition.
#[derive(Default)]
pub(super) struct WordRow {
    cells: Vec<Cell>,
    /// The words seen, each once, and room for more.
    seen: Vec<u32>,
    n_seen: usize,
}

impl WordRow {
    /// Makes room for so many words, seen so often in all.
    pub(super) fn clear(&mut self, n_words: usize, n_entries: usize) {
        for word in &self.seen[..self.n_seen] {
            self.cells[*word as usize] = Cell::default();
        }
        self.n_seen = 0;
        self.cells.resize(n_words, Cell::default());
        // One more, which is written for every word that is not new.
        let most = n_entries.min(n_words) + 1;
        if self.seen.len() < most {
            self.seen.resize(most, 0);
        }
    }

    /// Counts words, each in a document.
    #[inline]
    pub(super) fn add(&mut self, words: impl Iterator<Item = (u32, u32)>) {
        let (cells, seen) = (&mut self.cells[..], &mut self.seen[..]);
        let mut n_seen = self.n_seen;
        for (word, document) in words {
            let cell = &mut cells[word as usize];
            seen[n_seen] = word;
            n_seen += usize::from(cell.frequency == 0);
            cell.frequency += 1;
            cell.documents += u32::from(cell.seen != document);
            cell.seen = document;
        }
        self.n_seen = n_seen;
    }

    /// The row of each word that was seen, with the key that `key` gives it.
    pub(super) fn rows<E>(&self, key: impl Fn(u32) -> E) -> impl Iterator<Item = Row<E>> {
        self.seen[..self.n_seen].iter().map(move |word| {
            let cell = self.cells[*word as usize];
            Row {
                key: key(*word),
                frequency: cell.frequency,
                documents: cell.documents,
            }
        })
    }

    pub(super) fn n_words(&self) -> usize {
        self.n_seen
    }
}
