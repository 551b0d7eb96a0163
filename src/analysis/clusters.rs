//! Clusters: sequences of so many tokens that hold a node, with or without words left open.

use std::cmp::Reverse;
use std::ops::Range;

use arrow_array::ArrayRef;
use hashbrown::HashMap;
use serde_json::json;

use super::compounds::{self, Compounds, Named, Units};
use super::concordance::search_manifest;
use super::dispersion::{DispersionOptions, Spread, described, score_columns};
use super::matches::nodes;
use super::terms::{Numbering, Terms, Unit};
use crate::corpus::{Corpus, DocId, Groups, Position, Scope};
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans};
use crate::table::{self, Table};
use crate::task::Task;

/// How many matches one worker takes at a time, rounded up to documents.
const MATCHES_A_PART: usize = 1 << 12;
/// The most tokens of a cluster.
const MOST_TOKENS: u32 = 10;
/// What stands for a word that is left open.
const OPEN: u32 = u32::MAX;

/// Where in a cluster its node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodePlace {
    /// Anywhere.
    Any,
    /// At the beginning.
    First,
    /// At the end.
    Last,
}

impl NodePlace {
    /// The place of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "any" => Ok(Self::Any),
            "first" => Ok(Self::First),
            "last" => Ok(Self::Last),
            _ => Err(Error::unknown("node_at", name, ["any", "first", "last"])),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

/// Which clusters are counted and given.
#[derive(Clone, Debug)]
pub struct ClusterOptions {
    /// How many terms they have, the node's included.
    pub size: u32,
    /// Where the node stands.
    pub node_at: NodePlace,
    /// How many of the other words are left open.
    pub slots: u32,
    /// Those that are rarer are left out.
    pub min_frequency: u64,
    /// Those in fewer documents are left out.
    pub min_documents: u64,
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// Whether spellings are told apart.
    pub case_sensitive: bool,
    /// The layer whose values are shown, in place of words.
    pub layer: Option<String>,
    /// Compounds that are one term each.
    pub compounds: Named,
    /// Over what their dispersion is told, and by which measures; `min_frequency` has no meaning here.
    pub dispersion: Option<DispersionOptions>,
}

/// How often a cluster occurs.
#[derive(Default)]
struct Count {
    frequency: u64,
    documents: u64,
    /// The last document in which it was seen, from 1.
    seen: u32,
    /// In which parts, if its dispersion is asked for; a part may come more than once.
    parts: Vec<(u32, u64)>,
}

/// By the terms of a cluster and its group, which comes last.
type Counts = HashMap<Vec<u32>, Count, foldhash::fast::RandomState>;

/// A cluster of a group as it is shown, and how often it occurs.
struct Row {
    group: u32,
    cluster: String,
    count: Count,
}

/// Sequences of so many tokens around what the patterns match: group, cluster, frequency, documents.
///
/// A cluster lies within one zone. Each match counts once for each cluster around it. Rows are by group, then
/// by frequency descending, then by the cluster.
pub fn clusters<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    search: PatternOptions,
    options: &ClusterOptions,
    task: &Task,
) -> Result<Table> {
    if !(2..=MOST_TOKENS).contains(&options.size) {
        return Err(Error::Parameter(format!(
            "size must be 2 to {MOST_TOKENS}, got {}",
            options.size
        )));
    }
    if options.slots + 1 >= options.size {
        return Err(Error::Parameter(format!(
            "slots must leave the node and one word at least, got {} of {} tokens",
            options.slots, options.size
        )));
    }
    let unit = Unit::new(scope, options.case_sensitive, options.layer.as_deref())?;
    let cased = (options.case_sensitive, options.layer.as_deref());
    let found = Compounds::of_unit(scope, &options.compounds, cased, task)?;
    let spans = nodes(scope, patterns, search, found.found(), task)?;
    let terms = Terms::of(scope, unit).with_compounds(&found);
    let dispersion = options.dispersion.as_ref();
    check_columns(options)?;
    let groups = Groups::by(scope, &options.by)?;
    let spreads = Spread::of_groups(scope, &groups, (dispersion, found.found()), task)?;
    let group_of = groups.of_documents(scope.corpus().n_documents());
    let around = Around {
        terms: &terms,
        options,
        groups: &group_of,
        spreads: &spreads,
    };
    let parts = task.map(parts(scope.corpus(), &spans), |part| {
        let mut counts = Counts::default();
        around.count(&spans, part, task, &mut counts)?;
        Ok(counts)
    })?;
    let mut sum = Counts::default();
    for (cluster, count) in parts.into_iter().flatten() {
        let total = sum.entry(cluster).or_default();
        total.frequency += count.frequency;
        total.documents += count.documents;
        total.parts.extend(count.parts);
    }
    let enough = |count: &Count| {
        count.frequency >= options.min_frequency && count.documents >= options.min_documents
    };
    let row = |(mut cluster, count): (Vec<u32>, Count)| Row {
        group: cluster.pop().unwrap_or_default(),
        cluster: terms_of(&terms, &cluster),
        count,
    };
    let kept = sum.into_iter().filter(|(_, count)| enough(count));
    let mut rows: Vec<Row> = kept.map(row).collect();
    task.sort_by(&mut rows, |left, right| {
        let key = |row: &Row| (row.group, Reverse(row.count.frequency));
        key(left)
            .cmp(&key(right))
            .then_with(|| left.cluster.cmp(&right.cluster))
    })?;
    let columns = columns(&mut rows, &groups, (dispersion, &spreads))?;
    let mut manifest = search_manifest(scope, "clusters", patterns, search)?;
    let entries = [
        ("size", json!(options.size)),
        ("node_at", json!(options.node_at.name())),
        ("slots", json!(options.slots)),
        ("min_frequency", json!(options.min_frequency)),
        ("min_documents", json!(options.min_documents)),
        ("by", json!(options.by)),
        ("case_sensitive", json!(options.case_sensitive)),
        ("layer", json!(options.layer)),
        ("compound", compounds::described(&options.compounds)),
        ("node_frequency", json!(spans.len())),
    ];
    for (name, value) in entries {
        manifest.insert(name.into(), value);
    }
    manifest.extend(described(dispersion).map(|(name, value)| (name.to_owned(), value)));
    match spreads.as_slice() {
        [] => {}
        [spread] if options.by.is_empty() => {
            manifest.insert("n_parts".into(), json!(spread.n_parts()));
        }
        several => {
            let n_parts: Vec<u64> = several.iter().map(Spread::n_parts).collect();
            manifest.insert("n_parts".into(), json!(n_parts));
        }
    }
    Ok(Table::new(columns, manifest))
}

/// The rows as columns, those of the groups first.
fn columns(
    rows: &mut [Row],
    groups: &Groups,
    (dispersion, spreads): (Option<&DispersionOptions>, &[Spread]),
) -> Result<Vec<(String, ArrayRef)>> {
    let own: Vec<u32> = rows.iter().map(|row| row.group).collect();
    let labels = groups.labels().iter();
    let mut columns: Vec<(String, ArrayRef)> = labels
        .map(|(name, labels)| (name.clone(), table::take(labels, &own)))
        .collect();
    let count = |of: fn(&Count) -> u64| table::counts(rows.iter().map(|row| of(&row.count)));
    columns.extend([
        (
            "cluster".to_owned(),
            table::strings(rows.iter().map(|row| &row.cluster)),
        ),
        ("frequency".to_owned(), count(|count| count.frequency)),
        ("documents".to_owned(), count(|count| count.documents)),
    ]);
    if let Some(dispersion) = dispersion {
        let scores = rows
            .iter_mut()
            .map(|row| spreads[row.group as usize].scores(added_up(&mut row.count.parts)));
        columns.extend(score_columns(
            dispersion,
            &scores.collect::<Result<Vec<_>>>()?,
        )?);
    }
    Ok(columns)
}

/// Checks that no column of the groups is called as another.
fn check_columns(options: &ClusterOptions) -> Result<()> {
    let mut names: Vec<&str> = options.by.iter().map(String::as_str).collect();
    names.extend(["cluster", "frequency", "documents"]);
    if let Some(dispersion) = &options.dispersion {
        names.extend(dispersion.measures.iter().map(String::as_str));
    }
    table::check_names(&names)
}

/// The counts of each part once.
fn added_up(parts: &mut [(u32, u64)]) -> Vec<(u32, u64)> {
    parts.sort_unstable();
    let runs = parts.chunk_by(|one, other| one.0 == other.0);
    let sum = |run: &[(u32, u64)]| (run[0].0, run.iter().map(|(_, count)| count).sum());
    runs.map(sum).collect()
}

fn terms_of(terms: &Terms<'_>, cluster: &[u32]) -> String {
    let word = |term: &u32| {
        if *term == OPEN {
            "*"
        } else {
            terms.name(*term)
        }
    };
    cluster.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The nodes that begin with the term that the last one begins with.
#[derive(Default)]
struct Nodes {
    start: u32,
    ends: Vec<u32>,
}

impl Nodes {
    /// Whether a node, which begins no earlier than others, was not there: several matches may lie within
    /// one compound.
    fn is_new(&mut self, node: &Range<u32>) -> bool {
        if node.start != self.start {
            self.start = node.start;
            self.ends.clear();
        }
        let is_new = !self.ends.contains(&node.end);
        self.ends.push(node.end);
        is_new
    }
}

/// Matches by number, cut into parts between documents.
fn parts(corpus: &Corpus, spans: &Spans) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut first = 0;
    while first < spans.len() {
        let last = spans.len().min(first + MATCHES_A_PART) - 1;
        let document = corpus.document_at(spans.get(last).0);
        let behind = spans.first_from(corpus.document_range(document).end);
        parts.push(first..behind);
        first = behind;
    }
    parts
}

struct Around<'a> {
    terms: &'a Terms<'a>,
    options: &'a ClusterOptions,
    /// The group of each document.
    groups: &'a [u32],
    /// What the clusters of each group are spread over, if that is asked for.
    spreads: &'a [Spread],
}

impl Around<'_> {
    fn count(
        &self,
        spans: &Spans,
        part: Range<usize>,
        task: &Task,
        counts: &mut Counts,
    ) -> Result<()> {
        let scope = self.terms.scope();
        let corpus = scope.corpus();
        let (mut read, mut near, mut key) = (Vec::new(), 0, Vec::new());
        let units = Units::new(self.terms.compounds());
        let mut nodes = Nodes::default();
        let mut document: Option<(DocId, Range<Position>)> = None;
        for (start, end) in part.map(|match_| spans.get(match_)) {
            if document
                .as_ref()
                .is_none_or(|(_, range)| !range.contains(&start))
            {
                task.check()?;
                let id = corpus.document_at(start);
                document = Some((id, corpus.document_range(id)));
            }
            let id = document.as_ref().expect("just found").0;
            let (mark, group) = (id.number() + 1, self.groups[id.index()]);
            let spread = self.spreads.get(group as usize);
            let zone = scope.stretch_near(corpus.part_at(start), start, &mut near);
            let node = units.range(&(start.number()..end.number()));
            if !units.are_tokens() && !nodes.is_new(&node) {
                continue;
            }
            let zone = units.range(&(zone.start.number()..zone.end.number()));
            for first in self.firsts(&node, &zone) {
                let cluster = units.positions(&(first..first + self.options.size));
                let part = spread.map(|spread| spread.part_at(cluster.start));
                self.terms.read_each(cluster, &mut read);
                if read.contains(&Numbering::LEFT_OUT) {
                    continue;
                }
                let within = (node.start - first) as usize..(node.end - first) as usize;
                self.each_opened(&read, &within, |cluster| {
                    key.clear();
                    key.extend_from_slice(cluster);
                    key.push(group);
                    let count = counts.entry_ref(key.as_slice()).or_default();
                    count.frequency += 1;
                    count.documents += u64::from(count.seen != mark);
                    count.seen = mark;
                    match (part, count.parts.last_mut()) {
                        (Some(part), Some((last, n))) if *last == part => *n += 1,
                        (Some(part), _) => count.parts.push((part, 1)),
                        (None, _) => {}
                    }
                });
            }
        }
        Ok(())
    }

    /// Where the clusters around a node begin.
    fn firsts(&self, node: &Range<u32>, zone: &Range<u32>) -> Range<u32> {
        let size = self.options.size;
        let last = node.start.min(zone.end.saturating_sub(size));
        let first = node.end.saturating_sub(size).max(zone.start);
        let fits = node.end - node.start <= size && zone.end - zone.start >= size;
        let all = match self.options.node_at {
            NodePlace::Any => first..last + 1,
            NodePlace::First => node.start..last + 1,
            NodePlace::Last if first + size == node.end => first..first + 1,
            NodePlace::Last => 0..0,
        };
        if fits { all } else { 0..0 }
    }

    /// Passes on a cluster once for each choice of the words that are left open.
    fn each_opened(&self, cluster: &[u32], node: &Range<usize>, mut pass: impl FnMut(&[u32])) {
        let others: Vec<usize> = (0..cluster.len()).filter(|at| !node.contains(at)).collect();
        let slots = self.options.slots as usize;
        if slots == 0 {
            return pass(cluster);
        }
        // Each choice is a number with so many bits.
        for choice in 0_u32..1 << others.len() {
            if choice.count_ones() as usize != slots {
                continue;
            }
            let mut opened = cluster.to_vec();
            for (bit, at) in others.iter().enumerate() {
                if choice >> bit & 1 == 1 {
                    opened[*at] = OPEN;
                }
            }
            pass(&opened);
        }
    }
}
