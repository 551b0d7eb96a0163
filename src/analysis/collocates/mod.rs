//! Collocates: the terms near a node, how often, in how many documents, and how strongly they go together.

mod counting;
mod marginals;
mod nodes;
mod options;
mod plain;
mod tally;

use std::cmp::Reverse;

use arrow_array::ArrayRef;
use serde_json::{Value as Json, json};

use self::counting::Windows;
use self::marginals::Frequencies;
use self::nodes::NodeTokens;
pub use self::options::{Association, CollocateOptions, Marginals, Near, Node, Row};
use self::tally::{Count, Group};
use super::association::{Scores, strength};
use super::compounds::Compounds;
use super::concordance::search_manifest;
use super::matches::nodes as nodes_of;
use super::term_filter::LeftOut;
use super::terms::{Terms, Unit};
use super::windows::Window;
use crate::corpus::{Groups, Scope};
use crate::error::Result;
use crate::query::Spans;
use crate::stats::Contingency;
use crate::table::{self, Manifest, Table, check_names};
use crate::task::Task;

/// The terms near nodes: groups, node, collocate, frequency, left, right, documents, corpus frequency,
/// expected frequency, scores, and frequencies by distance.
///
/// A window does not leave its zone. A token of any match of a node is in none of its windows. A token
/// in the windows of two matches counts once, for the nearer one, or for the one before it if both are
/// equally near. Rows are by group, by node, then by the first score, or by frequency descending, then
/// by term.
pub fn collocates(
    scope: &Scope,
    nodes: &[Node],
    options: &CollocateOptions,
    task: &Task,
) -> Result<Table> {
    options.check()?;
    let groups = Groups::by(scope, &options.by)?;
    let layer = options.layer.as_deref();
    let unit = (options.case_sensitive, layer);
    let compounds = Compounds::of_unit(scope, &options.compounds, unit, task)?;
    let unit = Unit::new(scope, options.case_sensitive, layer)?;
    let terms = Terms::of(scope, unit).with_compounds(&compounds);
    if let Some(window) = options.near.window() {
        window.prepare(scope.corpus(), task)?;
    }
    let question = Question {
        options,
        frequencies: Frequencies::new(&terms, &groups, options.marginals, task)?,
        in_view: (options.gives_absent() && options.marginals == Marginals::Corpus)
            .then(|| Frequencies::new(&terms, &groups, Marginals::Subset, task))
            .transpose()?,
        left_out: LeftOut::of(&terms, &options.exclude, options.naming())?,
        terms: &terms,
        group_of: (!options.by.is_empty())
            .then(|| groups.of_documents(scope.corpus().n_documents())),
        groups: &groups,
        task,
    };
    let found = nodes
        .iter()
        .map(|node| {
            if node.of_terms {
                terms.spans_of(&node.patterns, task)
            } else {
                nodes_of(
                    scope,
                    &node.patterns,
                    options.search,
                    compounds.found(),
                    task,
                )
            }
        })
        .collect::<Result<Vec<Spans>>>()?;
    let counted = found
        .iter()
        .map(|spans| question.windows(spans).count(task))
        .collect::<Result<Vec<_>>>()?;
    let apart: Vec<NodeTokens> = found
        .iter()
        .map(|spans| {
            if options.without_node || options.gives_absent() {
                NodeTokens::count(&question.windows(spans))
            } else {
                NodeTokens::default()
            }
        })
        .collect();
    let mut blocks = Vec::new();
    for group in 0..groups.documents().len() {
        for (node, counts) in counted.iter().enumerate() {
            blocks.push(question.block(node, group, (&counts[group], &apart[node]))?);
        }
    }
    let columns = question.columns(nodes, &found, &blocks)?;
    let mut manifest = manifest(scope, nodes, options)?;
    options.describe(&mut manifest);
    compounds.describe(&mut manifest);
    let of = |count: fn(&Group) -> u64| figures(nodes, &counted, count);
    manifest.insert("node_frequency".into(), of(|group| group.matches));
    manifest.insert("window_tokens".into(), of(|group| group.window_tokens));
    manifest.insert("base_tokens".into(), question.bases(nodes, &apart));
    Ok(Table::new(columns, manifest))
}

fn manifest(scope: &Scope, nodes: &[Node], options: &CollocateOptions) -> Result<Manifest> {
    if let [
        Node {
            name: None,
            patterns,
            ..
        },
    ] = nodes
    {
        return search_manifest(scope, "collocates", patterns, options.search);
    }
    let mut manifest = search_manifest::<&str>(scope, "collocates", &[], options.search)?;
    let patterns = |node: &Node| {
        let name = node.name.clone().unwrap_or_default();
        (name, json!(node.patterns))
    };
    let patterns: Manifest = nodes.iter().map(patterns).collect();
    manifest.insert("patterns".into(), json!(patterns));
    Ok(manifest)
}

/// A figure of the only node and group, or one for each group, or these for each node by its name.
fn figures(nodes: &[Node], counted: &[Vec<Group>], count: fn(&Group) -> u64) -> Json {
    let of_node = |groups: &Vec<Group>| match groups.as_slice() {
        [group] => json!(count(group)),
        groups => json!(groups.iter().map(count).collect::<Vec<_>>()),
    };
    if let [Node { name: None, .. }] = nodes {
        return of_node(&counted[0]);
    }
    let names = nodes
        .iter()
        .map(|node| node.name.clone().unwrap_or_default());
    let figures: Manifest = names.zip(counted.iter().map(of_node)).collect();
    json!(figures)
}

struct Question<'q> {
    options: &'q CollocateOptions,
    terms: &'q Terms<'q>,
    left_out: LeftOut,
    frequencies: Frequencies,
    /// Where they differ from those, and it is asked which terms are in no window.
    in_view: Option<Frequencies>,
    groups: &'q Groups,
    group_of: Option<Vec<u32>>,
    task: &'q Task,
}

/// The collocates of one node in one group, in their order.
struct Block {
    node: usize,
    group: usize,
    rows: Vec<Collocate>,
    /// By measure, in the order of the rows.
    scores: Vec<Vec<Option<f64>>>,
}

#[derive(Clone, Copy)]
struct Collocate {
    term: u32,
    count: Count,
    in_all: u64,
    expected: f64,
}

impl Question<'_> {
    fn windows<'w>(&'w self, spans: &'w Spans) -> Windows<'w> {
        Windows {
            terms: self.terms,
            spans,
            near: self.options.near,
            groups: self.group_of.as_deref(),
            n_groups: self.groups.documents().len(),
        }
    }

    fn block(
        &self,
        node: usize,
        group: usize,
        (counts, apart): (&Group, &NodeTokens),
    ) -> Result<Block> {
        let n = self.base(group, apart);
        let window = |row: (u32, Count)| {
            let (term, count) = row;
            let own = if self.options.without_node {
                apart.frequency(group, term)
            } else {
                0
            };
            let in_all = self.frequencies.of(group, term) - own;
            let r1 = counts.window_tokens;
            let table = Contingency::of_counts(count.frequency(), r1, in_all, n);
            Collocate {
                term,
                count,
                in_all,
                expected: table.expected(),
            }
        };
        let (least, documents) = (self.options.min_frequency, self.options.min_documents);
        let kept = |row: &Collocate| {
            let falls = row.expected > 0.0 && is_below(row);
            !self.left_out.has(row.term)
                && row.count.frequency() >= least
                && u64::from(row.count.documents) >= documents
                && match self.options.direction {
                    Association::Both => true,
                    Association::Positive => !falls,
                    Association::Negative => falls,
                }
        };
        let counted = self.counted(group, counts, apart);
        let n_compared = counted.len() as u64;
        let rows: Vec<Collocate> = counted.into_iter().map(window).filter(kept).collect();
        let r1 = match self.options.row {
            Row::Windows => counts.window_tokens,
            Row::Node => counts.matches,
        };
        let table =
            |row: &Collocate| Contingency::of_counts(row.count.frequency(), r1, row.in_all, n);
        let scores = match &self.options.scores {
            Some(scores) => {
                let tables: Vec<Contingency> = rows.iter().map(table).collect();
                scores.of(&tables, n_compared, self.task)?
            }
            None => Vec::new(),
        };
        let order = self.order(&rows, scores.first())?;
        let taken = |scores: &Vec<Option<f64>>| order.iter().map(|row| scores[*row]).collect();
        Ok(Block {
            node,
            group,
            scores: scores.iter().map(taken).collect(),
            rows: order.iter().map(|row| rows[*row]).collect(),
        })
    }

    /// All terms that a group is compared with, of which those of the node may be left out.
    fn base(&self, group: usize, apart: &NodeTokens) -> u64 {
        let own = if self.options.without_node {
            apart.tokens(group)
        } else {
            0
        };
        self.frequencies.tokens(group) - own
    }

    /// The same of each group, for each node by its name, as each leaves out its own terms.
    fn bases(&self, nodes: &[Node], apart: &[NodeTokens]) -> Json {
        let of = |apart: &NodeTokens| -> Vec<u64> {
            let groups = 0..self.groups.documents().len();
            groups.map(|group| self.base(group, apart)).collect()
        };
        if let ([Node { name: None, .. }], _) | (_, false) = (nodes, self.options.without_node) {
            return json!(apart.first().map_or_else(Vec::new, of));
        }
        let names = nodes
            .iter()
            .map(|node| node.name.clone().unwrap_or_default());
        let bases: Manifest = names
            .zip(apart.iter().map(|apart| json!(of(apart))))
            .collect();
        json!(bases)
    }

    /// The terms of which rows can be made: those in windows, or all, where it is asked for absence.
    fn counted(&self, group: usize, counts: &Group, apart: &NodeTokens) -> Vec<(u32, Count)> {
        if !self.options.gives_absent() {
            return counts.terms.clone();
        }
        let in_view = self.in_view.as_ref().unwrap_or(&self.frequencies);
        // A term that is the node wherever it stands can be in no window.
        let is_node = |term: u32| {
            let own = apart.frequency(group, term);
            own > 0 && own >= in_view.of(group, term)
        };
        let mut near = counts.terms.iter().peekable();
        let all = self.frequencies.occurring(group).into_iter();
        all.filter_map(|term| {
            let found = near.next_if(|(near, _)| *near == term).copied();
            found.or_else(|| (!is_node(term)).then(|| (term, Count::default())))
        })
        .collect()
    }

    /// The strongest first: by score, missing ones last, then by frequency, then by term.
    fn order(&self, rows: &[Collocate], scores: Option<&Vec<Option<f64>>>) -> Result<Vec<usize>> {
        let first = self.options.scores.as_ref().map(Scores::measures);
        let signed =
            first.is_some_and(|measures| measures.first().is_some_and(|first| first.signed));
        let ascending = signed && self.options.direction == Association::Negative;
        let score = |row: usize| {
            let score = scores.map_or(Some(0.0), |scores| scores[row]);
            score.map(|score| if ascending { -score } else { score })
        };
        let key = |(place, row): (usize, &Collocate)| {
            let frequency = Reverse(row.count.frequency());
            let name = self.terms.name(row.term);
            ((strength(score(place)), frequency, name), place)
        };
        let mut order: Vec<_> = rows.iter().enumerate().map(key).collect();
        self.task.sort(&mut order, |(key, _)| *key)?;
        Ok(order.into_iter().map(|(_, row)| row).collect())
    }

    fn columns(
        &self,
        nodes: &[Node],
        found: &[Spans],
        blocks: &[Block],
    ) -> Result<Vec<(String, ArrayRef)>> {
        let rows = || blocks.iter().flat_map(|block| &block.rows);
        let of_block = |value: fn(&Block) -> usize| -> Vec<u32> {
            let repeated = blocks.iter().flat_map(|block| {
                let value = u32::try_from(value(block)).expect("fewer than 2^32");
                std::iter::repeat_n(value, block.rows.len())
            });
            repeated.collect()
        };
        let groups = of_block(|block| block.group);
        let labels = self.groups.labels().iter();
        let mut columns: Vec<(String, ArrayRef)> = labels
            .map(|(name, labels)| (name.clone(), table::take(labels, &groups)))
            .collect();
        if nodes.iter().any(|node| node.name.is_some()) {
            let names = table::strings(nodes.iter().filter_map(|node| node.name.as_ref()));
            columns.push((
                "node".into(),
                table::take(&names, &of_block(|block| block.node)),
            ));
        }
        let column = |count: fn(&Collocate) -> u64| table::counts(rows().map(count));
        let counted = [
            (
                "collocate",
                table::strings(rows().map(|row| self.terms.name(row.term))),
            ),
            ("frequency", column(|row| row.count.frequency())),
            ("left", column(|row| row.count.left.into())),
            ("right", column(|row| row.count.right.into())),
            ("documents", column(|row| row.count.documents.into())),
            ("corpus_frequency", column(|row| row.in_all)),
        ];
        columns.extend(counted.map(|(name, column)| (name.to_owned(), column)));
        if let Some(scores) = &self.options.scores {
            let expected = table::scores(rows().map(|row| row.expected));
            columns.push(("expected".into(), expected));
            for (number, measure) in scores.measures().iter().enumerate() {
                let values = blocks
                    .iter()
                    .flat_map(|block| block.scores[number].iter().copied());
                columns.push((measure.name.into(), table::optional_scores(values)));
            }
        }
        if self.options.distances {
            columns.extend(self.distances(found, blocks)?);
        }
        let names: Vec<&String> = columns.iter().map(|(name, _)| name).collect();
        check_names(&names)?;
        Ok(columns)
    }

    /// A column a distance, from the farthest on the left to the farthest on the right.
    fn distances(&self, found: &[Spans], blocks: &[Block]) -> Result<Vec<(String, ArrayRef)>> {
        let (left, right) = self.options.near.tokens().expect("checked before");
        let width = (left + right) as usize;
        let mut counts: Vec<std::vec::IntoIter<u32>> = Vec::new();
        for (node, spans) in found.iter().enumerate() {
            let own = blocks.iter().filter(|block| block.node == node);
            let keys = own.flat_map(|block| {
                let group = u32::try_from(block.group).expect("fewer than 2^32 groups");
                block.rows.iter().map(move |row| (group, row.term))
            });
            let keys: Vec<(u32, u32)> = keys.collect();
            let windows = self.windows(spans);
            counts.push(
                windows
                    .distances(&keys, (left, right), self.task)?
                    .into_iter(),
            );
        }
        let mut columns: Vec<Vec<u64>> = vec![Vec::new(); width];
        for block in blocks {
            for _ in &block.rows {
                let row = counts[block.node].by_ref().take(width);
                columns
                    .iter_mut()
                    .zip(row)
                    .for_each(|(column, count)| column.push(count.into()));
            }
        }
        let lefts = (1..=left).rev().map(|distance| format!("L{distance}"));
        let names = lefts.chain((1..=right).map(|distance| format!("R{distance}")));
        Ok(names.zip(columns.into_iter().map(table::counts)).collect())
    }
}

/// Whether a term is rarer near the node than expected.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn is_below(row: &Collocate) -> bool {
    (row.count.frequency() as f64) < row.expected
}

impl From<Window> for Near {
    fn from(window: Window) -> Self {
        Self::Window(window)
    }
}
