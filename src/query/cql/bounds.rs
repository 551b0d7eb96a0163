//! Where matches may end, by where they begin: `within` and `containing` as bounds.
//!
//! Each filter allows, for a match that begins at some token, the ends of one interval, and the
//! intervals' bounds ascend with the tokens.

use std::ops::Range;

use super::ast::{Extent, Filter, Region};
use super::descent::{Best, Job, Machine, best_ends};
use super::strategy::{maximal, minimal};
use super::zone::Zone;
use crate::error::Result;
use crate::task::Task;

/// For each token of a zone the first and the last end of a match that begins there.
struct Bounds {
    lows: Vec<u32>,
    highs: Vec<u32>,
}

/// The jobs of some beginnings of a zone, as the filters bound them; `most` is the longest match.
pub(super) fn jobs(
    zone: &Zone<'_>,
    starts: &[Range<u32>],
    most: Option<u32>,
    filters: &[(&Filter, Option<Machine<'_>>)],
    task: &Task,
) -> Result<Vec<Job>> {
    let longest = |end: u32| most.map_or(zone.tokens.end, |most| (end - 1).saturating_add(most));
    let plain = |starts: &Range<u32>| Job {
        starts: starts.clone(),
        low: 0,
        high: longest(starts.end).min(zone.tokens.end),
    };
    if filters.is_empty() {
        return Ok(starts.iter().map(plain).collect());
    }
    let mut bounds = Bounds {
        lows: vec![0; zone.tokens.len()],
        highs: vec![zone.tokens.end; zone.tokens.len()],
    };
    for (filter, machine) in filters {
        bounds.apply(zone, filter, *machine, task)?;
    }
    let mut jobs: Vec<Job> = Vec::new();
    for starts in starts {
        for start in starts.clone() {
            let place = (start - zone.tokens.start) as usize;
            let (low, high) = (bounds.lows[place], bounds.highs[place]);
            if high <= start || low > high {
                continue;
            }
            match jobs.last_mut() {
                Some(job) if (job.starts.end, job.low, job.high) == (start, low, high) => {
                    job.starts.end += 1;
                }
                _ => jobs.push(Job {
                    starts: start..start + 1,
                    low,
                    high,
                }),
            }
        }
    }
    for job in &mut jobs {
        job.high = job.high.min(longest(job.starts.end));
    }
    Ok(jobs)
}

impl Bounds {
    fn apply(
        &mut self,
        zone: &Zone<'_>,
        filter: &Filter,
        machine: Option<Machine<'_>>,
        task: &Task,
    ) -> Result<()> {
        match (&filter.extent, machine) {
            (Extent::WithinTokens(n), _) => {
                self.within(zone, filter.negated, |start| Some(start.saturating_add(*n)));
            }
            (Extent::WithinRegions(n, region), _) => {
                let (n, region): (u32, Region) = (*n, *region);
                self.within(zone, filter.negated, |start| zone.end_of(n, region, start));
            }
            (Extent::Within(_), Some(machine)) => {
                let around = whole(machine, zone, Best::Last, task)?;
                let around = maximal(around);
                let mut next = around.iter().peekable();
                let mut furthest = None;
                self.within(zone, filter.negated, |start| {
                    while let Some((_, end)) = next.next_if(|(first, _)| *first <= start) {
                        furthest = furthest.max(Some(*end));
                    }
                    furthest
                });
            }
            (Extent::Containing(_), Some(machine)) => {
                let within = minimal(whole(machine, zone, Best::First, task)?);
                self.containing(zone, filter.negated, &within);
            }
            (Extent::Within(_) | Extent::Containing(_), None) => (),
        }
        Ok(())
    }

    /// A match ends by where something around its beginning ends, or reaches over it.
    fn within(
        &mut self,
        zone: &Zone<'_>,
        negated: bool,
        mut end_around: impl FnMut(u32) -> Option<u32>,
    ) {
        let bounds = self.lows.iter_mut().zip(&mut self.highs);
        let mut least = 0;
        for (start, (low, high)) in zone.tokens.clone().zip(bounds) {
            match (end_around(start), negated) {
                (Some(end), false) => *high = (*high).min(end),
                (None, false) => *high = 0,
                (Some(end), true) => least = end.saturating_add(1),
                // What was around tokens before has ended: its bound holds for every match.
                (None, true) => (),
            }
            *low = (*low).max(least);
        }
    }

    /// A match ends no sooner than the first that begins in it ends, or sooner.
    fn containing(&mut self, zone: &Zone<'_>, negated: bool, within: &[(u32, u32)]) {
        let mut next = within.iter().peekable();
        let bounds = self.lows.iter_mut().zip(&mut self.highs);
        for (start, (low, high)) in zone.tokens.clone().zip(bounds) {
            while next.next_if(|(first, _)| *first < start).is_some() {}
            match (next.peek(), negated) {
                (Some((_, end)), false) => *low = (*low).max(*end),
                (None, false) => *high = 0,
                (Some((_, end)), true) => *high = (*high).min(*end - 1),
                (None, true) => (),
            }
        }
    }
}

/// For every token of a zone the best end of a match that begins there.
fn whole(
    machine: Machine<'_>,
    zone: &Zone<'_>,
    best: Best,
    task: &Task,
) -> Result<Vec<(u32, u32)>> {
    let job = Job {
        starts: zone.tokens.clone(),
        low: 0,
        high: zone.tokens.end,
    };
    best_ends(machine, zone, best, &[job], task)
}
