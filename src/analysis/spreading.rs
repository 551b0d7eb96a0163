//! Spreading: in which parts of a corpus each of some sequences occurs how often, and what follows.
//!
//! How often a sequence occurs in all is known by then. So its occurrences have a place each in one
//! list, and the corpus is read once for every so many occurrences: what is held is limited, however
//! many sequences there are.

use std::ops::Range;

use hashbrown::HashTable;

use super::counted::Row;
use super::dispersion::Spread;
use super::entries::{Entry, Packing};
use super::partitions::Events;
use super::stretches::{Part, Stretches};
use crate::error::Result;
use crate::task::{Scratch, Task};

/// How many occurrences are placed at a time, 12 bytes each, unless one sequence has more.
pub(super) const OCCURRENCES_A_ROUND: u64 = 1 << 24;
/// How many pieces one worker reads at a time, and how many rows it scores.
const PIECES_A_PART: usize = 64;
const ROWS_A_PART: usize = 1 << 10;

/// Where sequences are looked for, and over what they are spread: one [`Spread`] a group.
pub(super) struct Spreading<'s, S> {
    pub(super) stretches: &'s Stretches<'s>,
    pub(super) events: &'s S,
    pub(super) packing: Packing,
    pub(super) spreads: &'s [Spread],
    pub(super) task: &'s Task,
}

/// What begins in some positions, and the number of the part that they belong to.
type Piece = (u32, Part);

impl<S: Events> Spreading<'_, S> {
    /// The scores of rows, in their order; each row has one of every measure.
    pub(super) fn scores<E: Entry>(
        &self,
        rows: &[Row<E>],
        occurrences_a_round: u64,
    ) -> Result<Vec<Vec<Option<f64>>>> {
        let places = self.stretches.places();
        let pieces = |spread: &Spread| -> Vec<Piece> {
            let pieces = spread.pieces().into_iter();
            let piece = |(part, document, starts): (u32, crate::corpus::DocId, _)| {
                (part, Part::of(places[document.index()] as usize, starts))
            };
            pieces.map(piece).collect()
        };
        let pieces: Vec<Piece> = self.spreads.iter().flat_map(pieces).collect();
        let mut scores = Vec::with_capacity(rows.len());
        for round in rounds(rows, occurrences_a_round) {
            scores.extend(self.round(&rows[round], &pieces)?);
        }
        Ok(scores)
    }

    fn round<E: Entry>(&self, rows: &[Row<E>], pieces: &[Piece]) -> Result<Vec<Vec<Option<f64>>>> {
        let found = self.occurrences(rows, pieces)?;
        let mut ends = Vec::with_capacity(rows.len());
        let mut all = 0_usize;
        for row in rows {
            ends.push(all);
            all += row.frequency as usize;
        }
        let mut parts = vec![0_u32; all];
        for (row, part) in found.into_iter().flatten() {
            let end = &mut ends[row as usize];
            parts[*end] = part;
            *end += 1;
        }
        let mut rest = parts.as_mut_slice();
        let own = rows.iter().map(|row| {
            let (own, others) = std::mem::take(&mut rest).split_at_mut(row.frequency as usize);
            rest = others;
            (row, own)
        });
        let mut own: Vec<(&Row<E>, &mut [u32])> = own.collect();
        let scored = self
            .task
            .map(own.chunks_mut(ROWS_A_PART).collect(), |rows| {
                let score = |(row, parts): &mut (&Row<E>, &mut [u32])| {
                    self.task.check()?;
                    self.spreads[self.packing.group(row.key) as usize].scores(counted(parts))
                };
                rows.iter_mut().map(score).collect::<Result<Vec<_>>>()
            })?;
        Ok(scored.into_iter().flatten().collect())
    }

    /// The row and the part of every occurrence.
    fn occurrences<E: Entry>(
        &self,
        rows: &[Row<E>],
        pieces: &[Piece],
    ) -> Result<Vec<Vec<(u32, u32)>>> {
        let hash = |row: &u32| rows[*row as usize].key.mixed();
        let mut numbers = HashTable::with_capacity(rows.len());
        for (number, row) in (0_u32..).zip(rows) {
            numbers.insert_unique(row.key.mixed(), number, hash);
        }
        let buffers = Scratch::new();
        self.task.restart();
        self.task.expect(pieces.len() as u64);
        self.task
            .map(pieces.chunks(PIECES_A_PART).collect(), |pieces| {
                buffers.with(Vec::new, |entries: &mut Vec<E>| {
                    let mut found = Vec::new();
                    for (part, piece) in pieces {
                        self.task.check()?;
                        self.task.advance(1);
                        entries.clear();
                        self.stretches.each(piece, |stretch| {
                            self.events.read(stretch, self.packing, entries);
                        });
                        for entry in &*entries {
                            let key = self.packing.key(*entry);
                            let is_it = |row: &u32| rows[*row as usize].key == key;
                            found.extend(numbers.find(key.mixed(), is_it).map(|row| (*row, *part)));
                        }
                    }
                    Ok(found)
                })
            })
    }
}

/// Rows in runs of about so many occurrences.
fn rounds<E>(rows: &[Row<E>], occurrences: u64) -> Vec<Range<usize>> {
    let (mut rounds, mut first, mut held) = (Vec::new(), 0, 0);
    for (number, row) in rows.iter().enumerate() {
        let own = u64::from(row.frequency);
        if held > 0 && held + own > occurrences {
            rounds.push(first..number);
            (first, held) = (number, 0);
        }
        held += own;
    }
    if first < rows.len() {
        rounds.push(first..rows.len());
    }
    rounds
}

/// How often each number occurs, by the number; they are put in order.
fn counted(numbers: &mut [u32]) -> Vec<(u32, u64)> {
    numbers.sort_unstable();
    let runs = numbers.chunk_by(|one, other| one == other);
    runs.map(|run| (run[0], run.len() as u64)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::counted::Counted;
    use super::super::dispersion::DispersionOptions;
    use super::super::partitions::tests::Singles;
    use super::super::partitions::{Sizes, Wanted, count_entries};
    use super::super::terms::Terms;
    use super::*;
    use crate::corpus::{Corpus, Documents, Groups, Scope};
    use crate::text::{Tokenizer, TokenizerOptions};

    fn rows(frequencies: &[u32]) -> Vec<Row<u64>> {
        let row = |frequency: &u32| Row {
            frequency: *frequency,
            ..Row::default()
        };
        frequencies.iter().map(row).collect()
    }

    #[test]
    fn rounds_hold_no_more_than_they_may_but_one_row_at_least() {
        let cut = |frequencies: &[u32], most| rounds(&rows(frequencies), most);
        assert!(cut(&[], 5).is_empty());
        assert_eq!(cut(&[9, 9], 5), [0..1, 1..2]);
        assert_eq!(cut(&[2, 3, 1, 4, 6, 1], 5), [0..2, 2..4, 4..5, 5..6]);
    }

    #[test]
    fn scores_do_not_depend_on_how_many_occurrences_are_placed_at_a_time() {
        let task = Task::new();
        let text = |document: u32| {
            let word = |at: u32| format!("w{}", (at * document) % 23);
            (0..document % 31).map(word).collect::<Vec<_>>().join(" ")
        };
        let documents = Documents::from_texts((0..150).map(text).collect());
        let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        let corpus = Corpus::build(documents, tokenizer, &task).expect("valid texts");
        let scope = Scope::whole(Arc::new(corpus));
        let terms = Terms::new(&scope, false);
        let numbering = terms.alphabetical(0, &task).expect("not cancelled");
        let packing = Packing::new(1, numbering.len(), 1, u64::BITS).expect("few terms");
        let stretches = Stretches::new(terms, numbering, &Groups::whole(&scope), 0);
        let counted = count_entries(
            &stretches,
            &Singles,
            packing,
            Wanted::of(0),
            Sizes::USUAL,
            &task,
        );
        let counted = counted.expect("not cancelled").into_iter();
        let rows: Vec<Row<u64>> = counted.flat_map(Counted::into_rows).collect();
        let options = DispersionOptions {
            by: vec!["document".into()],
            parts: None,
            measures: vec!["dp".into(), "range".into()],
            min_frequency: 0,
        };
        let spread = Spread::new(&scope, &options, None, &task).expect("valid options");
        let spreading = Spreading {
            stretches: &stretches,
            events: &Singles,
            packing,
            spreads: &[spread],
            task: &task,
        };
        let scores = |occurrences| spreading.scores(&rows, occurrences).expect("not cancelled");
        assert!(rows.len() > 20);
        for (row, scores) in rows.iter().zip(scores(u64::MAX)) {
            assert_eq!(scores[1], Some(f64::from(row.documents)));
        }
        for occurrences in [1, 40, 500] {
            assert_eq!(scores(occurrences), scores(u64::MAX), "{occurrences}");
        }
    }

    #[test]
    fn numbers_are_counted() {
        assert_eq!(counted(&mut [3, 1, 3, 3]), [(1, 1), (3, 3)]);
        assert!(counted(&mut []).is_empty());
    }
}
