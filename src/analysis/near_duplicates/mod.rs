//! Near-duplicates: documents that are reprints of one another, cut, reordered or badly scanned.
//!
//! Documents are sets of shingles (`shingles.rs`). Pairs that may be similar are found in samples of
//! these (`candidates.rs`) and compared exactly; what pairs join is a cluster. `reuse.rs` finds the
//! stretches that two documents have in common.

mod candidates;
mod reuse;
mod shingles;

use std::sync::Arc;

use serde_json::json;

use candidates::{Sketch, candidates};
pub use reuse::{ReuseOptions, text_reuse};
use shingles::{Shingles, shared};

use crate::corpus::{Corpus, DocId, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 32;
/// How many pairs of documents one worker compares at a time.
const PAIRS_A_PART: usize = 16;
/// How many shingles two documents have in common at least, unless they have no others.
const LEAST_SHARED: u64 = 8;

/// What makes documents near-duplicates.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The least share of the shorter document's shingles that the other has too.
    pub similarity: f64,
    /// How many words a shingle has.
    pub n: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            similarity: 0.2,
            n: 3,
        }
    }
}

impl Options {
    fn check(&self) -> Result<()> {
        if !(self.similarity > 0.0 && self.similarity <= 1.0) {
            let message = format!(
                "similarity must be above 0 and at most 1, got {}",
                self.similarity
            );
            return Err(Error::Parameter(message));
        }
        if !(1..=16).contains(&self.n) {
            let message = format!("n must be from 1 to 16, got {}", self.n);
            return Err(Error::Parameter(message));
        }
        Ok(())
    }
}

/// What two documents have in common.
#[derive(Clone, Copy, Debug)]
struct Pair {
    documents: (u32, u32),
    shared: u64,
    /// The different shingles of either.
    sizes: (u64, u64),
}

#[expect(clippy::cast_precision_loss, reason = "counts below 2^53")]
impl Pair {
    /// The share of the shorter document's shingles that the other has too.
    fn containment(self) -> f64 {
        self.shared as f64 / self.sizes.0.min(self.sizes.1).max(1) as f64
    }

    fn jaccard(self) -> f64 {
        self.shared as f64 / (self.sizes.0 + self.sizes.1 - self.shared).max(1) as f64
    }

    fn is_near_duplicate(self, options: &Options) -> bool {
        let all = self.shared == self.sizes.0 && self.shared == self.sizes.1;
        (self.shared >= LEAST_SHARED || all) && self.containment() >= options.similarity
    }
}

/// Documents in view, and which of them are near-duplicates.
struct Found<'s> {
    shingles: Shingles<'s>,
    documents: Vec<DocId>,
    /// How many different shingles each has.
    sizes: Vec<u64>,
    pairs: Vec<Pair>,
}

impl<'s> Found<'s> {
    fn new(scope: &'s Scope, options: &Options, task: &Task) -> Result<Self> {
        options.check()?;
        let shingles = Shingles::new(scope, options.n as usize, task)?;
        let documents: Vec<DocId> = scope.documents().collect();
        task.expect(documents.len() as u64);
        let sampled = task.map(documents.chunks(DOCUMENTS_A_PART).collect(), |part| {
            let sketch = |document: &DocId| {
                task.check()?;
                task.advance(1);
                let all = shingles.of(*document);
                Ok((all.len() as u64, Sketch::of(&all)))
            };
            part.iter().map(sketch).collect::<Result<Vec<_>>>()
        })?;
        let (sizes, sketches): (Vec<u64>, Vec<Sketch>) = sampled.into_iter().flatten().unzip();
        let pairs = candidates((&sizes, &sketches), options, task)?;
        drop(sketches);
        let mut found = Self {
            shingles,
            documents,
            sizes,
            pairs: Vec::new(),
        };
        found.pairs = found.compared(&pairs, task)?;
        found.pairs.retain(|pair| pair.is_near_duplicate(options));
        Ok(found)
    }

    /// What pairs have in common; those of one document follow each other.
    fn compared(&self, pairs: &[(u32, u32)], task: &Task) -> Result<Vec<Pair>> {
        let compared = task.map(pairs.chunks(PAIRS_A_PART).collect(), |pairs| {
            let mut known: Option<(u32, Vec<u64>)> = None;
            let mut compared = Vec::with_capacity(pairs.len());
            for (one, other) in pairs {
                task.check()?;
                let own = match known.take() {
                    Some((number, own)) if number == *one => own,
                    _ => self.shingles.of(self.documents[*one as usize]),
                };
                let others = self.shingles.of(self.documents[*other as usize]);
                compared.push(Pair {
                    documents: (*one, *other),
                    shared: shared(&own, &others),
                    sizes: (own.len() as u64, others.len() as u64),
                });
                known = Some((*one, own));
            }
            Ok(compared)
        })?;
        Ok(compared.concat())
    }

    /// The documents of each cluster, ascending, in the order of their first ones.
    fn clusters(&self) -> Vec<Vec<u32>> {
        let mut roots: Vec<u32> = (0..).take(self.documents.len()).collect();
        for pair in &self.pairs {
            let (one, other) = (
                root(&mut roots, pair.documents.0),
                root(&mut roots, pair.documents.1),
            );
            roots[one.max(other) as usize] = one.min(other);
        }
        let mut members = vec![Vec::new(); self.documents.len()];
        for document in (0..).take(self.documents.len()) {
            members[root(&mut roots, document) as usize].push(document);
        }
        members.retain(|members| members.len() > 1);
        members
    }

    /// The document that stands for each: the longest of those that stay which it is a near-duplicate of, of
    /// equally long ones the first, or itself. From the longest on, a document stays unless one that stays is its
    /// near-duplicate; so none is left out that shares nothing with one that stays.
    fn stand_ins(&self, options: &Options, task: &Task) -> Result<Vec<u32>> {
        let mut beside = vec![Vec::new(); self.documents.len()];
        for pair in &self.pairs {
            let (one, other) = pair.documents;
            beside[one as usize].push(other);
            beside[other as usize].push(one);
        }
        let rank = |document: u32| (std::cmp::Reverse(self.sizes[document as usize]), document);
        let mut stands: Vec<u32> = (0..).take(self.documents.len()).collect();
        let mut order = stands.clone();
        order.retain(|document| !beside[*document as usize].is_empty());
        order.sort_unstable_by_key(|document| rank(*document));
        for document in order {
            let before = beside[document as usize].iter().copied();
            let before = before.filter(|other| rank(*other) < rank(document));
            // Of a story that many share not all pairs are known: whoever stands for a neighbour may stand for
            // this too.
            let mut others: Vec<u32> = before.map(|other| stands[other as usize]).collect();
            others.sort_unstable_by_key(|other| rank(*other));
            others.dedup();
            for other in others {
                let known = beside[document as usize].contains(&other);
                let like = known || {
                    let compared = self.compared(&[(other, document)], task)?;
                    compared[0].is_near_duplicate(options)
                };
                if like {
                    stands[document as usize] = other;
                    break;
                }
            }
        }
        Ok(stands)
    }
}

/// The smallest number that a document is joined with.
fn root(roots: &mut [u32], document: u32) -> u32 {
    let mut at = document;
    while roots[at as usize] != at {
        roots[at as usize] = roots[roots[at as usize] as usize];
        at = roots[at as usize];
    }
    at
}

/// The near-duplicates among the documents in view, a row each, cluster by cluster.
///
/// Columns: `cluster` (from 1, in the order of the first documents), `document`, `kept` (whether it
/// stays where near-duplicates are left out), `containment` and `jaccard` with the one that stands for it,
/// and `documents`, the size of the cluster.
pub fn near_duplicates(scope: &Scope, options: &Options, task: &Task) -> Result<Table> {
    let found = Found::new(scope, options, task)?;
    let clusters = found.clusters();
    let stands = found.stand_ins(options, task)?;
    let documents = clusters.iter().flatten();
    let with_kept: Vec<(u32, u32)> = documents
        .map(|document| (stands[*document as usize], *document))
        .collect();
    let pairs = found.compared(&with_kept, task)?;
    let ids = scope.corpus().ids();
    let id = |number: u32| ids.name(found.documents[number as usize]);
    let rows = || pairs.iter().map(|pair| pair.documents);
    let of_clusters = |of: fn((usize, &Vec<u32>)) -> u64| {
        let clusters = clusters.iter().enumerate();
        table::counts(clusters.flat_map(move |(number, cluster)| {
            std::iter::repeat_n(of((number, cluster)), cluster.len())
        }))
    };
    let columns = vec![
        ("cluster", of_clusters(|(number, _)| number as u64 + 1)),
        ("document", table::strings(rows().map(|(_, own)| id(own)))),
        (
            "kept",
            table::truths(rows().map(|(kept, own)| Some(kept == own))),
        ),
        (
            "containment",
            table::scores(pairs.iter().map(|pair| pair.containment())),
        ),
        (
            "jaccard",
            table::scores(pairs.iter().map(|pair| pair.jaccard())),
        ),
        (
            "documents",
            of_clusters(|(_, cluster)| cluster.len() as u64),
        ),
    ];
    Ok(finished(columns, scope, ("near_duplicates", options)))
}

/// The pairs of near-duplicates in view that were compared: `first` and `second` document, in the order of
/// the corpus, `shared` shingles, `containment` and `jaccard`.
pub fn near_duplicate_pairs(scope: &Scope, options: &Options, task: &Task) -> Result<Table> {
    let found = Found::new(scope, options, task)?;
    let ids = scope.corpus().ids();
    let id = |number: u32| ids.name(found.documents[number as usize]);
    let pairs = || found.pairs.iter();
    let columns = vec![
        (
            "first",
            table::strings(pairs().map(|pair| id(pair.documents.0))),
        ),
        (
            "second",
            table::strings(pairs().map(|pair| id(pair.documents.1))),
        ),
        ("shared", table::counts(pairs().map(|pair| pair.shared))),
        (
            "containment",
            table::scores(pairs().map(|pair| pair.containment())),
        ),
        ("jaccard", table::scores(pairs().map(|pair| pair.jaccard()))),
    ];
    Ok(finished(columns, scope, ("near_duplicate_pairs", options)))
}

fn finished(
    columns: Vec<(&str, arrow_array::ArrayRef)>,
    scope: &Scope,
    (verb, options): (&str, &Options),
) -> Table {
    let mut manifest = scope.manifest(verb);
    manifest.insert("similarity".into(), json!(options.similarity));
    manifest.insert("n".into(), json!(options.n));
    let columns = columns.into_iter();
    Table::new(
        columns
            .map(|(name, column)| (name.to_owned(), column))
            .collect(),
        manifest,
    )
}

/// The view without the near-duplicates of longer documents that stay in it. Whole documents are compared,
/// whichever zones and voices are in view.
pub fn collapsed(scope: &Scope, options: &Options, task: &Task) -> Result<Scope> {
    let whole = Scope::whole(scope.corpus().clone());
    let whole = whole.only(scope.documents().collect(), json!(null));
    let found = Found::new(&whole, options, task)?;
    let stands = found.stand_ins(options, task)?;
    let kept = (0..).zip(&found.documents).zip(stands);
    let kept = kept
        .filter(|((number, _), stands)| number == stands)
        .map(|((_, document), _)| *document);
    let told = if *options == Options::default() {
        json!("near_duplicate")
    } else {
        json!(["near_duplicate", options.similarity])
    };
    Ok(scope.only(kept.collect(), json!({ "collapse": told })))
}

/// The corpus with one more column of metadata: of each document the id of the one that stands for its
/// near-duplicates, its own if it has none.
///
/// Errors: for a column that is there already.
pub fn with_near_duplicates(
    scope: &Scope,
    column: &str,
    options: &Options,
    task: &Task,
) -> Result<Corpus> {
    let corpus: &Arc<Corpus> = scope.whole_corpus("with_near_duplicates")?;
    let found = Found::new(scope, options, task)?;
    let stands = found.stand_ins(options, task)?;
    let ids = stands
        .iter()
        .map(|number| corpus.ids().name(found.documents[*number as usize]));
    corpus.with_metadata(column, table::strings(ids))
}
