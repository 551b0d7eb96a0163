//! Walking over lines in parallel: each with its part and its zone.

use std::ops::Range;

use crate::analysis::Concordance;
use crate::corpus::{Part, Position, TypeId};
use crate::error::Result;
use crate::task::Task;

/// How many lines one worker takes at a time.
const LINES_A_PART: usize = 1 << 13;
/// How many lines ahead the types around a match are asked for: lines are far from each other in memory.
const LINES_AHEAD: usize = 16;

/// A line where it stands: everything in positions.
pub(super) struct LineAt<'c> {
    pub(super) part: &'c Part,
    /// The number of the match, in the order of the text.
    pub(super) span: u32,
    pub(super) first: u32,
    pub(super) behind: u32,
    /// Its zone, or what a voice in view says there.
    pub(super) zone: Range<u32>,
}

impl LineAt<'_> {
    pub(super) fn type_at(&self, position: u32) -> TypeId {
        self.part.type_at(Position::new(position))
    }
}

/// What `of` makes of each line, in their order.
pub(super) fn map_lines<T: Send>(
    lines: &Concordance,
    task: &Task,
    of: impl Fn(&LineAt<'_>) -> T + Sync,
) -> Result<Vec<T>> {
    let parts = map_parts(lines, task, |line, made: &mut Vec<T>| made.push(of(line)))?;
    let mut all = Vec::with_capacity(lines.len());
    for mut part in parts {
        all.append(&mut part);
    }
    Ok(all)
}

/// What `pass` gathers of each stretch of lines, in their order.
pub(super) fn map_parts<T: Send + Default>(
    lines: &Concordance,
    task: &Task,
    pass: impl Fn(&LineAt<'_>, &mut T) + Sync,
) -> Result<Vec<T>> {
    let corpus = lines.scope().corpus();
    let firsts = (0..lines.len()).step_by(LINES_A_PART).collect();
    task.map(firsts, |from: usize| {
        let mut gathered = T::default();
        let (mut near, mut near_ahead, mut near_zone) = (0, 0, 0);
        let end = lines.len().min(from + LINES_A_PART);
        for line in from..end {
            if line + LINES_AHEAD < end {
                let (ahead, _) = lines.span(line + LINES_AHEAD);
                corpus
                    .part_near(ahead, &mut near_ahead)
                    .prefetch_type(ahead);
            }
            let (first, behind) = lines.span(line);
            let part = corpus.part_near(first, &mut near);
            let line = LineAt {
                part,
                span: lines.span_number(line),
                first: first.number(),
                behind: behind.number(),
                zone: lines.stretch(part, first, &mut near_zone),
            };
            pass(&line, &mut gathered);
        }
        Ok(gathered)
    })
}
