//! Spans: where a query matches, as first positions and positions behind the last.

use crate::corpus::Position;

/// Matches in the order of the text, each within one document and one zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    starts: Vec<Position>,
    ends: Vec<Position>,
}

impl Spans {
    /// Matches of one length at these ascending positions.
    pub(super) fn of_length(starts: Vec<Position>, length: usize) -> Self {
        let ends = starts
            .iter()
            .map(|start| Position::from_index(start.index() + length))
            .collect();
        Self { starts, ends }
    }

    /// The matches of these positions, which are in the order of the text.
    pub fn of_pairs(pairs: Vec<(Position, Position)>) -> Self {
        let (starts, ends) = pairs.into_iter().unzip();
        Self { starts, ends }
    }

    /// The matches of all, each once.
    pub fn union(all: Vec<Self>) -> Self {
        let mut all = all;
        if all.len() == 1 {
            return all.pop().expect("one of one");
        }
        let mut pairs: Vec<(Position, Position)> = all.iter().flat_map(Self::iter).collect();
        pairs.sort();
        pairs.dedup();
        Self::of_pairs(pairs)
    }

    /// The number of matches.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// A match: its first position and the one behind its last.
    pub fn get(&self, index: usize) -> (Position, Position) {
        (self.starts[index], self.ends[index])
    }

    /// The number of a match, if it is one.
    pub fn number(&self, (start, end): (Position, Position)) -> Option<usize> {
        let from = self.starts.partition_point(|known| *known < start);
        let same = self.starts[from..]
            .iter()
            .take_while(|known| **known == start);
        let ends = &self.ends[from..from + same.count()];
        Some(from + ends.binary_search(&end).ok()?)
    }

    /// The number of the first match that begins at a position or behind it.
    pub fn first_from(&self, position: Position) -> usize {
        self.starts.partition_point(|start| *start < position)
    }

    /// All matches in order.
    pub fn iter(&self) -> impl Iterator<Item = (Position, Position)> + '_ {
        self.starts.iter().copied().zip(self.ends.iter().copied())
    }
}
