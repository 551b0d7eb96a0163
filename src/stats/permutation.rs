//! The permutation test of two groups of documents: is a term's share of the tokens the same?
//!
//! Under the null hypothesis it does not matter in which group a document is. So the documents are
//! put into two groups of the same sizes anew, many times, and the p-value is the share of times at
//! which the two relative frequencies are as far apart as they were, or farther.

#![expect(
    clippy::inline_always,
    reason = "work that is compiled for several sets of instructions"
)]

use super::lanes::{LANES, Lanes, Sums};
use super::random::Random;
use super::vectors::{Vector, Work, at_best};
use crate::error::{Error, Result};

/// The documents of two groups: the tokens of each document, those of the target first.
#[derive(Clone, Debug)]
pub struct TwoGroups {
    tokens: Vec<u64>,
    n_target: usize,
    target_tokens: u64,
    all_tokens: u64,
}

/// A permutation test multiplies four numbers of tokens, within 128 bits.
const MOST_TOKENS: u64 = 1 << 32;

impl TwoGroups {
    /// The tokens of each document of the target and of the reference, none of which is empty.
    ///
    /// Errors: [`Error::Parameter`] for a group without documents or a document without tokens,
    /// [`Error::Limit`] for 2^32 tokens or documents in all.
    pub fn new(target: &[u64], reference: &[u64]) -> Result<Self> {
        let tokens = [target, reference].concat();
        if target.is_empty() || reference.is_empty() || tokens.contains(&0) {
            let message = format!(
                "a test needs documents with tokens on both sides, got {} and {}",
                target.iter().filter(|tokens| **tokens > 0).count(),
                reference.iter().filter(|tokens| **tokens > 0).count()
            );
            return Err(Error::Parameter(message));
        }
        let all_tokens = tokens.iter().sum();
        if all_tokens >= MOST_TOKENS {
            let message = format!("a test takes fewer than 2^32 tokens, got {all_tokens}");
            return Err(Error::Limit(message));
        }
        Ok(Self {
            n_target: target.len(),
            target_tokens: target.iter().sum(),
            all_tokens,
            tokens,
        })
    }
}

/// The ways in which a test puts documents into two groups anew.
#[derive(Clone, Debug)]
pub struct Relabellings<'g> {
    groups: &'g TwoGroups,
    seed: u64,
    n: u64,
    all: bool,
}

impl<'g> Relabellings<'g> {
    /// So many relabellings, drawn with a seed; all that there are, each once, if there are not more.
    pub fn new(groups: &'g TwoGroups, n: u64, seed: u64) -> Self {
        let possible = combinations(groups.tokens.len() as u64, groups.n_target as u64);
        let all = possible <= u128::from(n);
        let n = if all {
            u64::try_from(possible).expect("not more than asked")
        } else {
            n
        };
        Self {
            groups,
            seed,
            n,
            all,
        }
    }

    /// How many relabellings there are.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Whether they are all that there are.
    pub fn are_all(&self) -> bool {
        self.all
    }

    /// How many blocks of up to [`LANES`] relabellings there are.
    pub fn n_blocks(&self) -> u64 {
        self.n.div_ceil(LANES as u64)
    }

    /// The relabellings of this number of block.
    pub fn block(&self, number: u64) -> Block<'g> {
        let first = number * LANES as u64;
        let n_lanes = usize::try_from(self.n - first).map_or(LANES, |rest| rest.min(LANES));
        let mut block = Block {
            groups: self.groups,
            labels: vec![Lanes::NONE; self.groups.tokens.len()],
            target_tokens: vec![0; n_lanes],
            bases: Vec::new(),
        };
        if self.all {
            block.enumerate(first);
        } else {
            block.draw(&mut Random::new(self.seed, number));
        }
        block.bases = block.bases();
        block
    }

    /// The p-value of a term that was so often as far apart, or farther.
    ///
    /// The labels as they were are among all relabellings; beside drawn ones they count as one more,
    /// so that no p-value is 0 (Phipson and Smyth 2010).
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub fn p_value(&self, as_extreme: u64) -> f64 {
        if self.all {
            as_extreme as f64 / self.n as f64
        } else {
            (as_extreme + 1) as f64 / (self.n + 1) as f64
        }
    }
}

/// The number of ways to choose k of n, or the largest number there is if there are more.
fn combinations(n: u64, k: u64) -> u128 {
    let mut product = 1_u128;
    for step in 0..k.min(n - k) {
        match product.checked_mul(u128::from(n - step)) {
            Some(larger) => product = larger / u128::from(step + 1),
            None => return u128::MAX,
        }
    }
    product
}

/// Up to [`LANES`] relabellings.
pub struct Block<'g> {
    groups: &'g TwoGroups,
    /// For each document the relabellings that put it into the target.
    labels: Vec<Lanes>,
    /// The tokens of each relabelling's target.
    target_tokens: Vec<u64>,
    /// For each the same, and what [`Distance::beyond`] multiplies by.
    bases: Vec<(f64, f64)>,
}

/// A term in two groups: how often it occurs in each of the documents that have it.
#[derive(Clone, Copy, Debug)]
pub struct TermCounts<'c> {
    /// Numbers of documents, ascending, those of the target first.
    pub documents: &'c [u32],
    /// How often it occurs in each of these.
    pub counts: &'c [u32],
}

impl TermCounts<'_> {
    fn iter(&self) -> impl Iterator<Item = (usize, u64)> + '_ {
        let documents = self.documents.iter().map(|document| *document as usize);
        documents.zip(self.counts.iter().map(|count| u64::from(*count)))
    }
}

impl Block<'_> {
    /// Draws the smaller of the two groups of each relabelling, by the shuffle of Fisher and Yates.
    fn draw(&mut self, random: &mut Random) {
        let n = self.labels.len();
        let drawn = self.groups.n_target.min(n - self.groups.n_target);
        let mut order: Vec<u32> = (0..).take(n).collect();
        let mut rest = vec![0; self.target_tokens.len()];
        for (lane, rest) in rest.iter_mut().enumerate() {
            let mut tokens = 0;
            for place in 0..drawn {
                let left = u32::try_from(n - place).expect("fewer than 2^32 documents");
                order.swap(place, place + random.below(left) as usize);
                let document = order[place] as usize;
                self.labels[document].insert(lane);
                tokens += self.groups.tokens[document];
            }
            *rest = tokens;
        }
        self.target_tokens = rest;
        if drawn != self.groups.n_target {
            self.labels
                .iter_mut()
                .for_each(|label| *label = label.inverted());
            let all = self.groups.all_tokens;
            self.target_tokens
                .iter_mut()
                .for_each(|tokens| *tokens = all - *tokens);
        }
    }

    /// Takes the relabellings from this number on, in alphabetical order.
    fn enumerate(&mut self, first: u64) {
        let mut chosen = combination(self.labels.len(), self.groups.n_target, first.into());
        for lane in 0..self.target_tokens.len() {
            for document in &chosen {
                self.labels[*document].insert(lane);
                self.target_tokens[lane] += self.groups.tokens[*document];
            }
            advance(&mut chosen, self.labels.len());
        }
    }

    /// Adds for each term at how many of the relabellings its relative frequencies in the two groups
    /// are as far apart as they are, or farther. The comparison is exact.
    pub fn add_as_extreme<'c>(
        &self,
        terms: impl Iterator<Item = TermCounts<'c>>,
        as_extreme: &mut [u64],
    ) {
        let mut found = [0.0; LANES];
        for (term, as_extreme) in terms.zip(as_extreme) {
            at_best(Targets {
                labels: &self.labels,
                term: &term,
                found: &mut found,
            });
            *as_extreme += self.count(&Distance::new(self.groups, &term), &found);
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "tokens are below 2^32")]
    fn bases(&self) -> Vec<(f64, f64)> {
        let (all, own) = (self.groups.all_tokens, self.groups.target_tokens);
        let product = |tokens: u64| tokens as f64 * (all - tokens) as f64;
        let base = |tokens: &u64| (*tokens as f64, product(*tokens) / product(own));
        self.target_tokens.iter().map(base).collect()
    }

    fn count(&self, distance: &Distance, sums: &[f64; LANES]) -> u64 {
        let (mut farther, mut near) = (0, 0);
        for ((tokens, ratio), sum) in self.bases.iter().zip(sums) {
            let beyond = distance.beyond(*sum, *tokens, *ratio);
            farther += u64::from(beyond > distance.doubt);
            near += u64::from(beyond.abs() <= distance.doubt);
        }
        if near > 0 {
            let lanes = self.bases.iter().zip(sums).zip(&self.target_tokens);
            let near = |((base, sum), tokens): &((&(f64, f64), &f64), &u64)| {
                let beyond = distance.beyond(**sum, base.0, base.1);
                beyond.abs() <= distance.doubt && distance.is_reached(**sum, **tokens)
            };
            farther += lanes.filter(near).count() as u64;
        }
        farther
    }
}

/// Sums up how often a term occurs in the target of each relabelling.
struct Targets<'b, 'c> {
    labels: &'b [Lanes],
    term: &'b TermCounts<'c>,
    found: &'b mut [f64; LANES],
}

impl Work for Targets<'_, '_> {
    #[inline(always)]
    fn run<V: Vector>(self) {
        let mut sums = Sums::<V>::new();
        for (document, count) in self.term.iter() {
            sums.add_times(count, 0, &self.labels[document]);
        }
        sums.take(self.found);
    }
}

/// How far apart the relative frequencies of a term are.
///
/// With a of its F tokens among the n tokens of the target, N tokens in all, they are
/// |a / n - (F - a) / (N - n)| = |a N - F n| / (n (N - n)) apart.
struct Distance {
    frequency: u64,
    target_tokens: u64,
    all_tokens: u64,
    /// |a N - F n|.
    product: u64,
    /// The same numbers for the quick comparison.
    quick: (f64, f64, f64),
    /// Differences that are smaller than the rounding of the quick comparison.
    doubt: f64,
}

impl Distance {
    #[expect(
        clippy::cast_precision_loss,
        reason = "what is lost is decided exactly"
    )]
    fn new(groups: &TwoGroups, term: &TermCounts<'_>) -> Self {
        let frequency = term.iter().map(|(_, count)| count).sum();
        let in_target = term
            .iter()
            .take_while(|(document, _)| *document < groups.n_target);
        let target: u64 = in_target.map(|(_, count)| count).sum();
        let (all, own) = (groups.all_tokens, groups.target_tokens);
        let product = (target * all).abs_diff(frequency * own);
        Self {
            frequency,
            target_tokens: own,
            all_tokens: all,
            product,
            quick: (frequency as f64, all as f64, product as f64),
            doubt: 1e-14 * frequency as f64 * all as f64,
        }
    }

    /// How much farther apart a sum is, as |a N - F n|, for so many tokens.
    fn beyond(&self, sum: f64, tokens: f64, ratio: f64) -> f64 {
        let (frequency, all, product) = self.quick;
        (sum * all - frequency * tokens).abs() - product * ratio
    }

    /// Whether a sum is as far apart, without rounding.
    #[expect(
        clippy::cast_sign_loss,
        clippy::cast_possible_truncation,
        reason = "a sum of counts"
    )]
    fn is_reached(&self, sum: f64, tokens: u64) -> bool {
        let product = (sum as u64 * self.all_tokens).abs_diff(self.frequency * tokens);
        let base = |tokens: u64| u128::from(tokens * (self.all_tokens - tokens));
        u128::from(product) * base(self.target_tokens) >= u128::from(self.product) * base(tokens)
    }
}

/// The choice of k of n of this number, in alphabetical order.
fn combination(n: usize, k: usize, number: u128) -> Vec<usize> {
    let (mut chosen, mut number, mut next) = (Vec::with_capacity(k), number, 0);
    while chosen.len() < k {
        let rest = combinations((n - next - 1) as u64, (k - chosen.len() - 1) as u64);
        if number < rest {
            chosen.push(next);
        } else {
            number -= rest;
        }
        next += 1;
    }
    chosen
}

/// The next choice in alphabetical order; the last one stays.
fn advance(chosen: &mut [usize], n: usize) {
    let k = chosen.len();
    let Some(place) = (0..k).rev().find(|place| chosen[*place] < n - k + place) else {
        return;
    };
    let next = chosen[place] + 1;
    for (chosen, number) in chosen[place..].iter_mut().zip(next..) {
        *chosen = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All labels of a block, as numbers of documents of each target.
    fn targets(block: &Block<'_>) -> Vec<Vec<usize>> {
        let lane = |lane: usize| {
            let is_in = |document: &usize| {
                let mut label = block.labels[*document];
                label.flip(lane)
            };
            (0..block.labels.len()).filter(is_in).collect()
        };
        (0..block.target_tokens.len()).map(lane).collect()
    }

    #[test]
    fn few_documents_are_relabelled_in_every_way_once() {
        let groups = TwoGroups::new(&[1, 2, 3, 4, 5, 6], &[7, 8, 9, 10, 11, 12, 13]).expect("two");
        let all = Relabellings::new(&groups, 1716, 0);
        assert!(all.are_all());
        let mut seen: Vec<Vec<usize>> = Vec::new();
        for number in 0..all.n_blocks() {
            let block = all.block(number);
            for (chosen, tokens) in targets(&block).into_iter().zip(&block.target_tokens) {
                assert_eq!(chosen.len(), 6);
                assert_eq!(
                    chosen.iter().map(|d| groups.tokens[*d]).sum::<u64>(),
                    *tokens
                );
                seen.push(chosen);
            }
        }
        assert!(seen.is_sorted_by(|one, other| one < other));
        assert_eq!(seen.len(), 1716);
        assert!(!Relabellings::new(&groups, 1715, 0).are_all());
    }

    #[test]
    fn drawn_relabellings_keep_the_sizes_of_the_groups_and_depend_on_nothing_but_the_seed() {
        for (target, reference) in [(3, 40), (40, 3)] {
            let groups = TwoGroups::new(&vec![2; target], &vec![5; reference]).expect("two groups");
            let drawn = Relabellings::new(&groups, 700, 9);
            assert_eq!(
                (drawn.n(), drawn.are_all(), drawn.n_blocks()),
                (700, false, 2)
            );
            let block = drawn.block(1);
            let chosen = targets(&block);
            assert_eq!(chosen.len(), 700 - LANES);
            assert!(chosen.iter().all(|chosen| chosen.len() == target));
            assert_eq!(chosen, targets(&drawn.block(1)));
            assert_ne!(
                chosen,
                targets(&Relabellings::new(&groups, 700, 10).block(1))
            );
        }
    }

    #[test]
    fn distances_that_are_equal_count_and_nearly_equal_ones_do_not() {
        // With documents of one length a term of one document is as far apart at every relabelling
        // that keeps it in the target, and as at none other where the groups differ in size.
        let groups = TwoGroups::new(&[7, 7], &[7, 7, 7]).expect("two groups");
        let all = Relabellings::new(&groups, 10, 0);
        let term = TermCounts {
            documents: &[0],
            counts: &[3],
        };
        let mut found = [0];
        all.block(0).add_as_extreme([term].into_iter(), &mut found);
        assert_eq!(found, [4]);
        assert!((all.p_value(found[0]) - 0.4).abs() < 1e-15);
    }

    #[test]
    fn a_group_without_tokens_is_refused() {
        for (target, reference) in [(&[][..], &[1][..]), (&[1], &[]), (&[0], &[1])] {
            assert!(TwoGroups::new(target, reference).is_err());
        }
        assert!(TwoGroups::new(&[1 << 31], &[1 << 31]).is_err());
    }
}
