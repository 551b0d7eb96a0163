//! Counting what stands in windows, by term or by distance.
//!
//! Everything here is counted in terms, which are tokens but for compounds: a [`Units`] turns positions
//! into numbers of terms and back.

use std::iter;
use std::ops::Range;

use super::super::compounds::Units;
use super::super::terms::Terms;
use super::super::windows::Window;
use super::options::Near;
use super::tally::{Group, Side, Tally};
use crate::corpus::{Corpus, DocId, Position};
use crate::error::Result;
use crate::query::Spans;
use crate::task::{Scratch, Task};

/// How many matches one worker takes at a time, rounded up to documents.
const MATCHES_A_PART: usize = 1 << 12;

/// Terms of one or more matches that touch or overlap, what is near them, and their zone.
struct Run {
    node: Range<u32>,
    near: Range<u32>,
    zone: Range<Position>,
}

/// Work for one worker: matches of whole documents of one group.
struct Part {
    group: u32,
    matches: Vec<Range<usize>>,
    n_matches: usize,
}

/// Matches, and the terms around them.
pub(super) struct Windows<'w> {
    pub(super) terms: &'w Terms<'w>,
    pub(super) spans: &'w Spans,
    pub(super) near: Near,
    /// The group of each document; none for one group of all.
    pub(super) groups: Option<&'w [u32]>,
    pub(super) n_groups: usize,
}

impl Windows<'_> {
    pub(super) fn corpus(&self) -> &Corpus {
        self.terms.scope().corpus()
    }

    fn units(&self) -> Units<'_> {
        Units::new(self.terms.compounds())
    }

    /// The counts of each group.
    pub(super) fn count(&self, task: &Task) -> Result<Vec<Group>> {
        let tallies = Scratch::new();
        let parts = self.parts();
        let mut groups = vec![Group::default(); self.n_groups];
        for part in &parts {
            groups[part.group as usize].matches += part.n_matches as u64;
        }
        let flush = self.n_groups > 1;
        let counted = task.map(parts, |part| {
            tallies.with(
                || Tally::new(self.terms.len()),
                |tally| {
                    self.each_window(&part, task, |document, side, terms| {
                        tally.add(document, side, terms);
                    })?;
                    Ok((
                        part.group,
                        if flush {
                            tally.take()
                        } else {
                            Group::default()
                        },
                    ))
                },
            )
        })?;
        let mut sum = Tally::new(if flush { self.terms.len() } else { 0 });
        if !flush {
            let mut all = tallies.into_all().into_iter();
            if let Some(first) = all.next() {
                sum = first;
            }
            all.for_each(|mut other| sum.merge(&other.take()));
            if let Some(group) = groups.first_mut() {
                let matches = group.matches;
                *group = Group {
                    matches,
                    ..sum.take()
                };
            }
            return Ok(groups);
        }
        for (number, group) in (0_u32..).zip(&mut groups) {
            task.check()?;
            let own = counted.iter().filter(|(of, _)| *of == number);
            own.for_each(|(_, part)| sum.merge(part));
            let matches = group.matches;
            *group = Group {
                matches,
                ..sum.take()
            };
        }
        Ok(groups)
    }

    /// How often the terms of some rows stand at each distance, left ones first, farthest first. A row is
    /// a term of a group.
    pub(super) fn distances(
        &self,
        rows: &[(u32, u32)],
        (left, right): (u32, u32),
        task: &Task,
    ) -> Result<Vec<u32>> {
        let width = (left + right) as usize;
        let mut by_term: Vec<((u32, u32), usize)> = rows.iter().copied().zip(0..).collect();
        by_term.sort_unstable();
        let counts = Scratch::new();
        task.map(self.parts(), |part| {
            counts.with(
                || vec![0_u32; rows.len() * width],
                |counts| {
                    self.each_window(&part, task, |_, side, terms| {
                        for (at, term) in terms.iter().enumerate() {
                            let key = (part.group, *term);
                            let Ok(row) = by_term.binary_search_by_key(&key, |(row, _)| *row)
                            else {
                                continue;
                            };
                            let column = match side {
                                Side::Left => left as usize - (terms.len() - at),
                                Side::Right => left as usize + at,
                            };
                            counts[by_term[row].1 * width + column] += 1;
                        }
                    })
                },
            )
        })?;
        let mut sum = vec![0; rows.len() * width];
        for counts in counts.into_all() {
            sum.iter_mut()
                .zip(counts)
                .for_each(|(sum, count)| *sum += count);
        }
        Ok(sum)
    }

    /// Matches cut into parts between documents, each of one group.
    fn parts(&self) -> Vec<Part> {
        let corpus = self.corpus();
        let mut parts: Vec<Part> = Vec::new();
        if self.groups.is_none() {
            return self.ungrouped_parts();
        }
        let mut open: Vec<Option<Part>> = (0..self.n_groups).map(|_| None).collect();
        let mut first = 0;
        while first < self.spans.len() {
            let document = corpus.document_at(self.spans.get(first).0);
            let behind = self.spans.first_from(corpus.document_range(document).end);
            let group = self.groups.map_or(0, |groups| groups[document.index()]);
            let part = open[group as usize].get_or_insert_with(|| Part {
                group,
                matches: Vec::new(),
                n_matches: 0,
            });
            match part.matches.last_mut() {
                Some(last) if last.end == first => last.end = behind,
                _ => part.matches.push(first..behind),
            }
            part.n_matches += behind - first;
            if part.n_matches >= MATCHES_A_PART {
                parts.extend(open[group as usize].take());
            }
            first = behind;
        }
        parts.extend(open.into_iter().flatten());
        parts
    }

    /// The same where there is one group of all: only where parts end are documents looked up.
    fn ungrouped_parts(&self) -> Vec<Part> {
        let corpus = self.corpus();
        let mut parts = Vec::new();
        let mut first = 0;
        while first < self.spans.len() {
            let last = self.spans.len().min(first + MATCHES_A_PART) - 1;
            let document = corpus.document_at(self.spans.get(last).0);
            let behind = self.spans.first_from(corpus.document_range(document).end);
            parts.push(Part {
                group: 0,
                matches: iter::once(first..behind).collect(),
                n_matches: behind - first,
            });
            first = behind;
        }
        parts
    }

    /// Passes on the terms of each window: those before a node end with its neighbour, those behind it
    /// begin with it. A term near to two nodes is in the window of the nearer one, or of the one before
    /// it if both are equally near.
    // Within its caller it takes a tenth more instructions, and whether it stands there depends on other code.
    #[inline(never)]
    fn each_window(
        &self,
        part: &Part,
        task: &Task,
        mut pass: impl FnMut(DocId, Side, &[u32]),
    ) -> Result<()> {
        let corpus = self.corpus();
        let (units, mut read) = (self.units(), Vec::new());
        for matches in &part.matches {
            if let (Near::Window(Window::Tokens(left, right)), true) =
                (self.near, units.are_tokens())
            {
                self.each_plain_window(matches.clone(), (left, right), task, &mut pass)?;
                continue;
            }
            let runs = self.runs(matches.clone());
            let mut document: Option<(DocId, Range<Position>)> = None;
            for runs in runs.chunk_by(|left, right| left.zone == right.zone) {
                task.check()?;
                let start = runs[0].zone.start;
                if document
                    .as_ref()
                    .is_none_or(|(_, range)| !range.contains(&start))
                {
                    let id = corpus.document_at(start);
                    document = Some((id, corpus.document_range(id)));
                }
                let id = document.as_ref().expect("just found").0;
                each_gap(runs, |side, window| {
                    if !window.is_empty() {
                        self.terms.read_each(units.positions(&window), &mut read);
                        pass(id, side, &read);
                    }
                });
            }
        }
        Ok(())
    }

    fn runs(&self, matches: Range<usize>) -> Vec<Run> {
        let scope = self.terms.scope();
        let corpus = self.corpus();
        let units = self.units();
        let mut runs: Vec<Run> = Vec::with_capacity(matches.len());
        let mut place = 0;
        for (start, end) in matches.map(|match_| self.spans.get(match_)) {
            let same = runs.last().filter(|run| start < run.zone.end);
            let zone = same.map_or_else(
                || scope.stretch_near(corpus.part_at(start), start, &mut place),
                |run| run.zone.clone(),
            );
            let node = units.range(&(start.number()..end.number()));
            let near = self.near(start.number()..end.number(), &node, &zone);
            match runs.last_mut() {
                Some(run) if start < run.zone.end && node.start <= run.node.end => {
                    run.node.end = run.node.end.max(node.end);
                    run.near.start = run.near.start.min(near.start);
                    run.near.end = run.near.end.max(near.end);
                }
                _ => runs.push(Run { node, near, zone }),
            }
        }
        runs
    }

    /// What is near a match, itself included.
    fn near(&self, tokens: Range<u32>, node: &Range<u32>, zone: &Range<Position>) -> Range<u32> {
        let positions = zone.start.number()..zone.end.number();
        let units = self.units();
        let shown = |window: Window| {
            let part = self.corpus().part_at(zone.start);
            let shown = window.shown(part, &tokens, &positions);
            units.first_from(shown.start).min(node.start)..units.first_from(shown.end).max(node.end)
        };
        match self.near {
            Near::Zone => units.range(&positions),
            Near::Window(Window::Tokens(left, right)) => {
                narrowed(node, (left, right), &units.range(&positions))
            }
            Near::Window(window) => shown(window),
            Near::Within(sides, window) => narrowed(node, sides, &shown(window)),
        }
    }
}

/// So many terms on either side of a node, as far as they are in a range.
fn narrowed(node: &Range<u32>, (left, right): (u32, u32), within: &Range<u32>) -> Range<u32> {
    node.start.saturating_sub(left).max(within.start)
        ..node.end.saturating_add(right).min(within.end)
}

/// Passes on the windows around the runs of one zone; none overlaps another.
fn each_gap(runs: &[Run], mut pass: impl FnMut(Side, Range<u32>)) {
    let (first, last) = (&runs[0], &runs[runs.len() - 1]);
    pass(Side::Left, first.near.start..first.node.start);
    for pair in runs.windows(2) {
        let gap = pair[0].node.end..pair[1].node.start;
        let (right, left) = windows_of_gap(gap, pair[0].near.end, pair[1].near.start);
        pass(Side::Right, right);
        pass(Side::Left, left);
    }
    pass(Side::Right, last.node.end..last.near.end);
}

/// The window behind the first and before the second of two neighbouring runs.
pub(super) fn windows_of_gap(
    gap: Range<u32>,
    right_end: u32,
    left_start: u32,
) -> (Range<u32>, Range<u32>) {
    let right_end = right_end.clamp(gap.start, gap.end);
    let left_start = left_start.clamp(gap.start, gap.end);
    if right_end <= left_start {
        return (gap.start..right_end, left_start..gap.end);
    }
    // The token in the middle of an odd gap goes to the run before it.
    let middle = gap.start + (gap.end - gap.start).div_ceil(2);
    let cut = middle.clamp(left_start, right_end);
    (gap.start..cut, cut..gap.end)
}
