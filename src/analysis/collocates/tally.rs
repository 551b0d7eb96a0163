//! Tallies: counts of terms in windows, with one dense row a worker.

use crate::corpus::DocId;

/// How often a term occurs in the windows, and in the windows of how many documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) documents: u32,
    /// The last document in which the term was seen, from 1.
    seen: u32,
}

impl Count {
    pub(super) fn frequency(&self) -> u64 {
        u64::from(self.left) + u64::from(self.right)
    }

    fn add(&mut self, other: &Self) {
        self.left += other.left;
        self.right += other.right;
        self.documents += other.documents;
    }
}

/// What is counted of one group of documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Terms with a count, ascending.
    pub(super) terms: Vec<(u32, Count)>,
    pub(super) window_tokens: u64,
    pub(super) matches: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Dense counts of one worker.
pub(super) struct Tally {
    counts: Vec<Count>,
    touched: Vec<u32>,
    window_tokens: u64,
}

impl Tally {
    pub(super) fn new(n_terms: usize) -> Self {
        Self {
            counts: vec![Count::default(); n_terms],
            touched: Vec::new(),
            window_tokens: 0,
        }
    }

    pub(super) fn add(&mut self, document: DocId, side: Side, terms: &[u32]) {
        let mark = document.number() + 1;
        self.window_tokens += terms.len() as u64;
        // A corpus holds fewer tokens than overflow the counts.
        let (left, right) = match side {
            Side::Left => (1, 0),
            Side::Right => (0, 1),
        };
        for term in terms {
            // A token without a term belongs to the window all the same.
            let Some(count) = self.counts.get_mut(*term as usize) else {
                continue;
            };
            if count.seen == 0 {
                self.touched.push(*term);
            }
            count.left = count.left.wrapping_add(left);
            count.right = count.right.wrapping_add(right);
            let first = u32::from(count.seen != mark);
            count.documents = count.documents.wrapping_add(first);
            count.seen = mark;
        }
    }

    /// Adds the counts of other documents.
    pub(super) fn merge(&mut self, others: &Group) {
        self.window_tokens += others.window_tokens;
        for (term, other) in &others.terms {
            let count = &mut self.counts[*term as usize];
            if count.seen == 0 {
                self.touched.push(*term);
                count.seen = 1;
            }
            count.add(other);
        }
    }

    /// The counts, which are 0 thereafter.
    pub(super) fn take(&mut self) -> Group {
        let mut touched = std::mem::take(&mut self.touched);
        // Few are sorted, many are met on a walk over all.
        if touched.len() * 16 < self.counts.len() {
            touched.sort_unstable();
        } else {
            let all = (0..).zip(&self.counts);
            touched.clear();
            touched.extend(
                all.filter(|(_, count)| count.seen > 0)
                    .map(|(term, _)| term),
            );
        }
        let taken = |term: u32| (term, std::mem::take(&mut self.counts[term as usize]));
        Group {
            terms: touched.into_iter().map(taken).collect(),
            window_tokens: std::mem::take(&mut self.window_tokens),
            matches: 0,
        }
    }
}
