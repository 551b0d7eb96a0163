//! P-values and confidence intervals of keyness, which take documents, not tokens, as independent.

use serde_json::{Value as Json, json};

use super::counts::{ByTerm, Comparison, REFERENCE, TARGET};
use super::options::{KeynessOptions, Significance};
use crate::error::Result;
use crate::stats::{
    DocumentShare, Relabellings, Resamples, Samples, Stratum, TermCounts, TwoGroups, quantile_of,
    rank_sum,
};
use crate::task::{Scratch, Task};

/// How many terms a worker tests, or finds intervals of, between two looks at the task.
const TERMS_A_PART: usize = 256;

/// How terms were tested.
#[derive(Clone, Debug, Default)]
pub(super) struct Tests {
    /// How many terms were tested, for which p-values are corrected.
    pub(super) n: usize,
    /// How documents were put into groups anew.
    pub(super) relabellings: Json,
}

/// The p-value of each term and its corrected value; none for terms that cannot be tested, since one
/// side has no document with tokens.
pub(super) fn p_values(
    comparison: &Comparison<'_>,
    terms: &ByTerm,
    options: &KeynessOptions,
    task: &Task,
) -> Result<(Option<Vec<[f64; 2]>>, Tests)> {
    let tokens = comparison.document_tokens();
    let (Some(significance), false) = (
        options.significance,
        tokens.iter().any(|side| side.is_empty()),
    ) else {
        return Ok((None, Tests::default()));
    };
    let (p_values, relabellings) = match significance {
        Significance::Permutation => permutation(tokens, terms, options, task)?,
        Significance::RankSum => (ranks(tokens, terms, task)?, Json::Null),
    };
    let adjusted = match options.correction {
        Some(correction) => correction.adjusted(&p_values),
        None => p_values.clone(),
    };
    let tests = Tests {
        n: terms.len(),
        relabellings,
    };
    let pairs = p_values
        .into_iter()
        .zip(adjusted)
        .map(|(p, adjusted)| [p, adjusted]);
    Ok((Some(pairs.collect()), tests))
}

fn permutation(
    [target, reference]: [&[u64]; 2],
    terms: &ByTerm,
    options: &KeynessOptions,
    task: &Task,
) -> Result<(Vec<f64>, Json)> {
    let groups = TwoGroups::new(target, reference)?;
    let relabellings = Relabellings::new(&groups, options.permutations, options.seed);
    let sums = Scratch::new();
    task.restart();
    task.expect(relabellings.n_blocks());
    task.map((0..relabellings.n_blocks()).collect(), |number| {
        let block = relabellings.block(number);
        sums.with(
            || vec![0; terms.len()],
            |sums: &mut Vec<u64>| {
                for (part, sums) in sums.chunks_mut(TERMS_A_PART).enumerate() {
                    task.check()?;
                    let first = part * TERMS_A_PART;
                    let terms = (first..first + sums.len()).map(|place| terms.get(place));
                    block.add_as_extreme(terms, sums);
                }
                task.advance(1);
                Ok(())
            },
        )
    })?;
    let mut as_extreme = vec![0; terms.len()];
    for sums in sums.into_all() {
        for (total, sum) in as_extreme.iter_mut().zip(sums) {
            *total += sum;
        }
    }
    let p_values = as_extreme
        .into_iter()
        .map(|count| relabellings.p_value(count));
    let described = json!({ "n": relabellings.n(), "all": relabellings.are_all() });
    Ok((p_values.collect(), described))
}

fn ranks(tokens: [&[u64]; 2], terms: &ByTerm, task: &Task) -> Result<Vec<f64>> {
    let all = tokens.concat();
    let n_target = tokens[TARGET].len();
    let sizes = (n_target as u64, tokens[REFERENCE].len() as u64);
    let share = |(document, count): (&u32, &u32)| DocumentShare {
        count: *count,
        tokens: u32::try_from(all[*document as usize]).expect("a document has fewer than 2^32"),
        is_first: (*document as usize) < n_target,
    };
    each_term(terms, task, |term, _| {
        let mut shares: Vec<DocumentShare> =
            term.documents.iter().zip(term.counts).map(share).collect();
        rank_sum(&mut shares, sizes)
    })
}

/// What `work` makes of each term and its place, on the pool.
fn each_term<R: Send>(
    terms: &ByTerm,
    task: &Task,
    work: impl Fn(TermCounts<'_>, usize) -> R + Sync,
) -> Result<Vec<R>> {
    let parts: Vec<usize> = (0..terms.len()).step_by(TERMS_A_PART).collect();
    let found = task.map(parts, |first| {
        let places = first..terms.len().min(first + TERMS_A_PART);
        let found = places.map(|place| {
            task.check()?;
            Ok(work(terms.get(place), place))
        });
        found.collect::<Result<Vec<R>>>()
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// The documents of a side, those first that the other side has no tokens of.
struct Drawn {
    alone: Vec<u64>,
    shared: Vec<u64>,
    /// The place of each document.
    places: Vec<u32>,
}

/// The stream of random numbers by which documents are drawn that are on both sides.
const SHARED: u64 = 3;

impl Drawn {
    fn new(comparison: &Comparison<'_>, side: usize) -> Self {
        let in_both = comparison.in_both(side);
        let tokens = comparison.document_tokens()[side].iter();
        let n_alone = in_both.iter().filter(|both| !**both).count();
        let n_alone = u32::try_from(n_alone).expect("fewer than 2^32 documents");
        let mut drawn = Self {
            alone: Vec::new(),
            shared: Vec::new(),
            places: Vec::with_capacity(in_both.len()),
        };
        let (mut alone, mut shared) = (0..n_alone, n_alone..);
        for (tokens, is_shared) in tokens.zip(in_both) {
            let (stratum, place) = if is_shared {
                (&mut drawn.shared, shared.next())
            } else {
                (&mut drawn.alone, alone.next())
            };
            stratum.push(*tokens);
            drawn.places.push(place.expect("one a document"));
        }
        drawn
    }

    /// Some of the samples, of which each has as many documents of either kind as there are.
    fn block(&self, stream: u64, number: u64, options: &KeynessOptions) -> Samples {
        let stratum = |tokens, stream| Stratum { tokens, stream };
        let strata = [stratum(&self.alone, stream), stratum(&self.shared, SHARED)];
        Samples::block(&strata, options.resamples, (options.seed, number))
    }

    /// The places of the documents of a term, which are numbered from `first` on.
    fn places(&self, documents: &[u32], first: u32) -> Vec<u32> {
        let place = |document: &u32| self.places[(document - first) as usize];
        documents.iter().map(place).collect()
    }
}

/// The confidence interval of each term's log ratio, by the percentiles of samples of documents.
///
/// A document that both sides have tokens of is drawn with all of these. `listed` are the frequencies of the terms in a list and its tokens, which are taken as they are.
/// None where a side has fewer than two documents with tokens.
pub(super) fn intervals(
    comparison: &Comparison<'_>,
    terms: &ByTerm,
    listed: Option<(&[u64], u64)>,
    (confidence, options): (f64, &KeynessOptions),
    task: &Task,
) -> Result<Vec<Option<[f64; 2]>>> {
    let tokens = comparison.document_tokens();
    let can_be_drawn = tokens[TARGET].len() > 1
        && match listed {
            Some((_, tokens)) => tokens > 0,
            None => tokens[REFERENCE].len() > 1,
        };
    if !can_be_drawn {
        return Ok(vec![None; terms.len()]);
    }
    let sides = [TARGET, REFERENCE].into_iter();
    let sides = sides.filter(|side| !tokens[*side].is_empty());
    let drawn: Vec<Drawn> = sides.map(|side| Drawn::new(comparison, side)).collect();
    let n_blocks = Samples::n_blocks(options.resamples);
    let blocks = (0..drawn.len()).flat_map(|side| (0..n_blocks).map(move |number| (side, number)));
    let mut blocks = task
        .map(blocks.collect(), |(side, number): (usize, u64)| {
            Ok(drawn[side].block(side as u64 + 1, number, options))
        })?
        .into_iter();
    let n_blocks = blocks.len() / drawn.len();
    let samples = drawn
        .iter()
        .map(|_| Resamples::new(blocks.by_ref().take(n_blocks).collect()));
    let samples: Vec<Resamples> = samples.collect();
    let first = u32::try_from(tokens[TARGET].len()).expect("fewer than 2^32 documents");
    each_term(terms, task, |term, place| {
        let (own, other) = split(term, first);
        let mut found = [Vec::new(), Vec::new()];
        let of = |side: usize, term: TermCounts<'_>, first, found: &mut Vec<f64>| {
            let documents = &drawn[side].places(term.documents, first);
            samples[side].frequencies(&TermCounts { documents, ..term }, found);
        };
        of(TARGET, own, 0, &mut found[TARGET]);
        let listed = listed.map(|(frequencies, tokens)| as_floats(frequencies[place], tokens));
        if listed.is_none() {
            of(REFERENCE, other, first, &mut found[REFERENCE]);
        }
        let own = found[TARGET].iter().zip(samples[TARGET].tokens());
        let mut ratios: Vec<f64> = match listed {
            Some(other) => own
                .map(|(own, tokens)| ratio((*own, *tokens), other))
                .collect(),
            None => own
                .zip(found[REFERENCE].iter().zip(samples[REFERENCE].tokens()))
                .map(|(own, other)| ratio((*own.0, *own.1), (*other.0, *other.1)))
                .collect(),
        };
        let tail = (1.0 - confidence) / 2.0;
        Some([tail, 1.0 - tail].map(|share| quantile_of(&mut ratios, share, f64::log2)))
    })
}

/// The documents of the target, which come first, and those of the reference.
fn split(term: TermCounts<'_>, first: u32) -> (TermCounts<'_>, TermCounts<'_>) {
    let cut = term.documents.partition_point(|document| *document < first);
    let (own, other) = term.documents.split_at(cut);
    let (own_counts, other_counts) = term.counts.split_at(cut);
    (
        TermCounts {
            documents: own,
            counts: own_counts,
        },
        TermCounts {
            documents: other,
            counts: other_counts,
        },
    )
}

#[expect(
    clippy::cast_precision_loss,
    reason = "lists hold fewer than 2^53 tokens"
)]
fn as_floats(frequency: u64, tokens: u64) -> (f64, f64) {
    (frequency as f64, tokens as f64)
}

/// The ratio of two relative frequencies, of which a frequency of zero counts as a half.
fn ratio((own, own_tokens): (f64, f64), (other, other_tokens): (f64, f64)) -> f64 {
    let seen = |frequency: f64| if frequency > 0.0 { frequency } else { 0.5 };
    seen(own) * other_tokens / (seen(other) * own_tokens)
}
