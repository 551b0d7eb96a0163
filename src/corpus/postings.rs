//! Postings: for each type the positions where it stands.

use super::ids::{Position, TypeId};
use crate::error::Result;
use crate::task::Task;

/// The inverted lists of a corpus, one behind the other.
#[derive(Debug)]
pub(super) struct Postings {
    positions: Vec<Position>,
    /// Where the list of each type begins, and the number of tokens.
    firsts: Vec<u32>,
}

/// How many tokens are sorted between two looks at the task: a few milliseconds.
const TOKENS_A_LOOK: usize = 1 << 18;

impl Postings {
    /// The lists of a forward array, by counting sort.
    pub(super) fn build(types: &[TypeId], n_types: usize, task: &Task) -> Result<Self> {
        let mut firsts = vec![0; n_types + 1];
        for part in types.chunks(TOKENS_A_LOOK) {
            task.check()?;
            for word in part {
                firsts[word.index() + 1] += 1;
            }
        }
        for number in 1..firsts.len() {
            firsts[number] += firsts[number - 1];
        }
        let mut next = firsts.clone();
        let mut positions = vec![Position::new(0); types.len()];
        for (part, words) in types.chunks(TOKENS_A_LOOK).enumerate() {
            task.check()?;
            for (index, word) in words.iter().enumerate() {
                let place = &mut next[word.index()];
                positions[*place as usize] = Position::from_index(part * TOKENS_A_LOOK + index);
                *place += 1;
            }
        }
        Ok(Self { positions, firsts })
    }

    /// The positions of a type, ascending.
    pub(super) fn of(&self, word: TypeId) -> &[Position] {
        let (first, behind) = (self.firsts[word.index()], self.firsts[word.index() + 1]);
        &self.positions[first as usize..behind as usize]
    }
}
