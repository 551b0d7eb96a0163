//! Filters: lines kept by the words around the node, or by their document and zone.

use std::ops::Range;

use serde_json::{Map, Value as Json, json};

use super::walk::{LineAt, map_lines};
use crate::analysis::Concordance;
use crate::articles::ZoneKinds;
use crate::corpus::{Condition, Position};
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans, Syntax, find};
use crate::task::Task;

/// What lines must have, or must not have, at some slots.
#[derive(Clone, Debug, Default)]
pub struct LineFilter {
    /// From which place left of the node to which.
    pub left: Option<(u32, u32)>,
    /// From which place right of it to which.
    pub right: Option<(u32, u32)>,
    /// Whether the node is looked at too. Without any slot, it is all that the line shows.
    pub node: bool,
    /// Patterns of which one must match there.
    pub contains: Option<Vec<String>>,
    /// Patterns of which none may match there.
    pub excludes: Option<Vec<String>>,
    /// How the patterns are read.
    pub options: PatternOptions,
}

impl LineFilter {
    /// The filter by the names that users know.
    fn parameters(&self) -> Json {
        let mut parameters = Map::new();
        let mut add = |name: &str, value: Json| parameters.insert(name.to_owned(), value);
        if let Some(left) = self.left {
            add("L", json!(left));
        }
        if let Some(right) = self.right {
            add("R", json!(right));
        }
        if self.node {
            add("node", json!(true));
        }
        if let Some(patterns) = &self.contains {
            add("contains", json!(patterns));
        }
        if let Some(patterns) = &self.excludes {
            add("excludes", json!(patterns));
        }
        parameters.extend(option_parameters(self.options));
        parameters.into()
    }

    /// The stretches of a line that are looked at; those that touch are one.
    fn stretches(&self, lines: &Concordance, line: &LineAt<'_>) -> Vec<Range<u32>> {
        if self.left.is_none() && self.right.is_none() && !self.node {
            return vec![lines.shown(line.part, (line.first, line.behind), &line.zone)];
        }
        let zone = &line.zone;
        let left = self.left.map(|(near, far)| {
            let end = (line.first + 1).saturating_sub(near).max(zone.start);
            line.first.saturating_sub(far).max(zone.start)..end
        });
        let node = self.node.then_some(line.first..line.behind);
        let right = self.right.map(|(near, far)| {
            let start = (line.behind - 1).saturating_add(near).min(zone.end);
            start..line.behind.saturating_add(far).min(zone.end).max(start)
        });
        let mut joined: Vec<Range<u32>> = Vec::with_capacity(3);
        for stretch in [left, node, right].into_iter().flatten() {
            match joined.last_mut() {
                Some(last) if last.end >= stretch.start => last.end = last.end.max(stretch.end),
                _ => joined.push(stretch),
            }
        }
        joined
    }
}

/// How patterns are read, by the names that users know; what is so by default is left out.
pub(super) fn option_parameters(options: PatternOptions) -> Map<String, Json> {
    let named = [
        ("regex", options.syntax == Syntax::Regex),
        ("exact", options.syntax == Syntax::Exact),
        ("cql", options.syntax == Syntax::Cql),
        ("case_sensitive", options.case_sensitive),
    ];
    let chosen = named.into_iter().filter(|(_, chosen)| *chosen);
    chosen
        .map(|(name, _)| (name.to_owned(), json!(true)))
        .collect()
}

/// Matches, to ask whether any lies within some positions.
struct Matches {
    starts: Vec<Position>,
    /// Where the first to end of each match and those behind it ends.
    ends: Vec<Position>,
}

impl Matches {
    fn of(spans: &Spans) -> Self {
        let (starts, mut ends): (Vec<Position>, Vec<Position>) = spans.iter().unzip();
        for at in (1..ends.len()).rev() {
            ends[at - 1] = ends[at - 1].min(ends[at]);
        }
        Self { starts, ends }
    }

    fn any_within(&self, stretch: &Range<u32>) -> bool {
        let from = Position::new(stretch.start);
        let at = self.starts.partition_point(|start| *start < from);
        self.ends
            .get(at)
            .is_some_and(|end| end.number() <= stretch.end)
    }
}

impl Concordance {
    /// The lines that have, or don't have, matches of some patterns at some slots.
    pub fn filter(&self, filter: &LineFilter, task: &Task) -> Result<Self> {
        if filter.contains.is_none() && filter.excludes.is_none() {
            let message = "filter must be given what lines contain or what excludes them";
            return Err(Error::Parameter(message.into()));
        }
        let matches = |patterns: &Option<Vec<String>>| {
            let found = patterns.as_ref().map(|patterns| {
                Ok(Matches::of(&find(
                    self.scope(),
                    patterns,
                    filter.options,
                    task,
                )?))
            });
            found.transpose()
        };
        let (wanted, unwanted) = (matches(&filter.contains)?, matches(&filter.excludes)?);
        let kept = map_lines(self, task, |line| {
            let stretches = filter.stretches(self, line);
            let has = |matches: &Matches| stretches.iter().any(|at| matches.any_within(at));
            wanted.as_ref().is_none_or(has) && !unwanted.as_ref().is_some_and(has)
        })?;
        Ok(self.kept("filter", &filter.parameters(), &kept))
    }

    /// The lines whose documents meet every condition, in zones of these kinds, in the words of these
    /// voices.
    pub fn subset(
        &self,
        conditions: &[(String, Condition)],
        zones: ZoneKinds,
        voices: Option<&[String]>,
        task: &Task,
    ) -> Result<Self> {
        let mut view = self.scope().subset(conditions, ZoneKinds::ALL)?;
        if let Some(voices) = voices {
            view = view.subset_of_voices(voices, task)?;
        }
        let in_view = view.in_view();
        let kept = map_lines(self, task, |line| {
            let first = Position::new(line.first);
            in_view[line.part.document_at(first).index()]
                && (voices.is_none() || view.has(first, Position::new(line.behind)))
                && (zones == ZoneKinds::ALL || zones.contains(line.part.zone_at(first).0))
        })?;
        let named = conditions
            .iter()
            .map(|(name, condition)| (name.clone(), json!(condition)));
        let mut parameters: Map<String, Json> = named.collect();
        if zones != ZoneKinds::ALL {
            parameters.insert("zone".into(), json!(zones.names()));
        }
        if let Some(voices) = voices {
            parameters.insert("voice".into(), json!(voices));
        }
        Ok(self.kept("subset", &parameters.into(), &kept))
    }

    /// The lines that are to be kept.
    pub(super) fn kept(&self, step: &str, parameters: &Json, kept: &[bool]) -> Self {
        let lines = (0..self.len()).filter(|line| kept[*line]);
        let order = lines.map(|line| self.span_number(line)).collect();
        self.stepped(step, parameters, order)
    }
}
