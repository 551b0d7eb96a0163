//! Clusters: sequences of so many tokens that hold a node, with or without words left open.

use std::cmp::Reverse;
use std::ops::Range;

use hashbrown::HashMap;
use serde_json::json;

use super::concordance::search_manifest;
use super::terms::{Numbering, Terms, Unit};
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans, find};
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
    /// How many tokens they have, the node's included.
    pub size: u32,
    /// Where the node stands.
    pub node_at: NodePlace,
    /// How many of the other words are left open.
    pub slots: u32,
    /// Those that are rarer are left out.
    pub min_frequency: u64,
    /// Those in fewer documents are left out.
    pub min_documents: u64,
    /// Whether spellings are told apart.
    pub case_sensitive: bool,
    /// The layer whose values are shown, in place of words.
    pub layer: Option<String>,
}

/// Frequency, documents, and the last document in which it was seen, from 1.
type Counts = HashMap<Vec<u32>, (u64, u64, u32), foldhash::fast::RandomState>;

/// Sequences of so many tokens around what the patterns match: cluster, frequency, documents.
///
/// A cluster lies within one zone. Each match counts once for each cluster around it. Rows are by
/// frequency descending, then by the cluster.
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
    let spans = find(scope, patterns, search, task)?;
    let unit = Unit::new(scope, options.case_sensitive, options.layer.as_deref())?;
    let terms = Terms::of(scope, unit);
    let around = Around {
        terms: &terms,
        options,
    };
    let parts = task.map(parts(scope.corpus(), &spans), |part| {
        let mut counts = Counts::default();
        around.count(&spans, part, task, &mut counts)?;
        Ok(counts)
    })?;
    let mut sum = Counts::default();
    for (cluster, (frequency, documents, _)) in parts.into_iter().flatten() {
        let total = sum.entry(cluster).or_default();
        total.0 += frequency;
        total.1 += documents;
    }
    let mut rows: Vec<(String, u64, u64)> = sum
        .into_iter()
        .filter(|(_, (frequency, documents, _))| {
            *frequency >= options.min_frequency && *documents >= options.min_documents
        })
        .map(|(cluster, (frequency, documents, _))| {
            (terms_of(&terms, &cluster), frequency, documents)
        })
        .collect();
    task.sort_by(&mut rows, |left, right| {
        (Reverse(left.1), &left.0).cmp(&(Reverse(right.1), &right.0))
    })?;
    let columns = [
        ("cluster", table::strings(rows.iter().map(|row| &row.0))),
        ("frequency", table::counts(rows.iter().map(|row| row.1))),
        ("documents", table::counts(rows.iter().map(|row| row.2))),
    ];
    let mut manifest = search_manifest(scope, "clusters", patterns, search)?;
    let entries = [
        ("size", json!(options.size)),
        ("node_at", json!(options.node_at.name())),
        ("slots", json!(options.slots)),
        ("min_frequency", json!(options.min_frequency)),
        ("min_documents", json!(options.min_documents)),
        ("case_sensitive", json!(options.case_sensitive)),
        ("layer", json!(options.layer)),
        ("node_frequency", json!(spans.len())),
    ];
    for (name, value) in entries {
        manifest.insert(name.into(), value);
    }
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    Ok(Table::new(columns.into(), manifest))
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
        let (mut read, mut near) = (Vec::new(), 0);
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
            let mark = document.as_ref().expect("just found").0.number() + 1;
            let zone = scope.stretch_near(corpus.part_at(start), start, &mut near);
            let node = start.number()..end.number();
            for first in self.firsts(&node, &(zone.start.number()..zone.end.number())) {
                let cluster = Position::new(first)..Position::new(first + self.options.size);
                self.terms.read_each(cluster, &mut read);
                if read.contains(&Numbering::LEFT_OUT) {
                    continue;
                }
                let within = (node.start - first) as usize..(node.end - first) as usize;
                self.each_opened(&read, &within, |cluster| {
                    let count = counts.entry_ref(cluster).or_insert((0, 0, 0));
                    count.0 += 1;
                    count.1 += u64::from(count.2 != mark);
                    count.2 = mark;
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
