//! Similarity: how near the rows of a matrix of counts are to each other, without a dense matrix.

use super::matrix::Csr;
use crate::error::{Error, Result};

/// How the nearness of two rows is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// Σ a b / sqrt(Σ a² Σ b²) of the counts; 0 to 1.
    Cosine,
    /// Shared terms over all terms of both; 0 to 1 (Jaccard 1901).
    Jaccard,
    /// The root of the Jensen-Shannon divergence in bits, a distance; 0 to 1 (Lin 1991; Endres &
    /// Schindelin 2003).
    JensenShannon,
    /// The mean difference of z-scores of the most frequent terms, a distance (Burrows 2002).
    BurrowsDelta,
}

impl Nearness {
    const NAMES: [(&str, Self); 4] = [
        ("cosine", Self::Cosine),
        ("jaccard", Self::Jaccard),
        ("jensen_shannon", Self::JensenShannon),
        ("burrows_delta", Self::BurrowsDelta),
    ];

    /// The measure of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        let known = Self::NAMES.iter().map(|(known, _)| *known);
        found.map_or_else(
            || Err(Error::unknown("measure", name, known)),
            |(_, measure)| Ok(*measure),
        )
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, measure)| *measure == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether it is smaller for rows that are more alike.
    pub fn is_distance(self) -> bool {
        matches!(self, Self::JensenShannon | Self::BurrowsDelta)
    }
}

/// Rows that are compared with each other.
pub struct Comparison<'m> {
    measure: Nearness,
    matrix: &'m Csr,
    /// The rows of each term and their counts: those of term `t` are from `starts[t]` on.
    starts: Vec<usize>,
    cells: Vec<(u32, u64)>,
    /// The sum of each row, and that of its squares.
    sums: Vec<(u64, f64)>,
    /// The z-scores of the most frequent terms, row by row.
    z_scores: Vec<f64>,
    features: usize,
}

/// What a row shares with others, by the measure: memory that is used again for every row.
#[derive(Debug, Default)]
pub struct Shared {
    products: Vec<f64>,
    terms: Vec<u64>,
    divergences: Vec<Divergence>,
}

/// What two rows share, as the divergence of Jensen and Shannon needs it.
#[derive(Clone, Copy, Debug, Default)]
struct Divergence {
    /// The counts of shared terms on either side.
    counts: (u64, u64),
    sum: f64,
}

impl<'m> Comparison<'m> {
    /// Of the rows of a matrix, the columns of which are these terms; `features` is the number of terms that
    /// Burrows's Delta is of, of equally frequent ones the first by name.
    pub fn new(matrix: &'m Csr, terms: &[String], measure: Nearness, features: usize) -> Self {
        let n_rows = matrix.shape().0;
        let mut starts = vec![0; matrix.n_columns + 1];
        for column in &matrix.indices {
            starts[*column as usize + 1] += 1;
        }
        for column in 1..starts.len() {
            starts[column] += starts[column - 1];
        }
        let mut next = starts.clone();
        let mut cells = vec![(0, 0); matrix.data.len()];
        let mut sums = Vec::with_capacity(n_rows);
        for row in 0..n_rows {
            let (mut sum, mut squares) = (0, 0.0);
            for (column, count) in cells_of(matrix, row) {
                cells[next[column as usize]] = (number(row), count);
                next[column as usize] += 1;
                sum += count;
                squares += real(count) * real(count);
            }
            sums.push((sum, squares));
        }
        let mut comparison = Self {
            measure,
            matrix,
            starts,
            cells,
            sums,
            z_scores: Vec::new(),
            features: 0,
        };
        if measure == Nearness::BurrowsDelta {
            comparison.standardize(terms, features);
        }
        comparison
    }

    /// The number of rows.
    pub fn n_rows(&self) -> usize {
        self.sums.len()
    }

    /// Computes the z-scores of the relative frequencies of the most frequent terms.
    fn standardize(&mut self, terms: &[String], features: usize) {
        let n_rows = self.n_rows();
        let of_column = |column: usize| &self.cells[self.starts[column]..self.starts[column + 1]];
        let total = |column: usize| {
            of_column(column)
                .iter()
                .map(|(_, count)| count)
                .sum::<u64>()
        };
        let mut order: Vec<(std::cmp::Reverse<u64>, &str, usize)> = (0..self.matrix.n_columns)
            .map(|column| (std::cmp::Reverse(total(column)), &*terms[column], column))
            .collect();
        order.sort_unstable();
        order.truncate(features);
        let mut z_scores = vec![0.0; n_rows * order.len()];
        for (feature, (.., column)) in order.iter().enumerate() {
            let mut shares = vec![0.0; n_rows];
            for (row, count) in of_column(*column) {
                shares[*row as usize] = real(*count) / real(self.sums[*row as usize].0);
            }
            // Rows without a token have no share.
            let there = || {
                self.sums
                    .iter()
                    .zip(&shares)
                    .filter(|((sum, _), _)| *sum > 0)
            };
            let n = real(there().count() as u64);
            let mean = there().map(|(_, share)| share).sum::<f64>() / n;
            let squares: f64 = there().map(|(_, share)| (share - mean).powi(2)).sum();
            let deviation = (squares / (n - 1.0)).sqrt();
            // A term that all use alike tells nothing.
            if deviation > 0.0 {
                for (row, share) in shares.iter().enumerate() {
                    z_scores[row * order.len() + feature] = (share - mean) / deviation;
                }
            }
        }
        self.features = order.len();
        self.z_scores = z_scores;
    }

    /// The nearness of a row to every row from `from` on; none where either has no term.
    pub fn row(&self, row: usize, from: usize, shared: &mut Shared) -> Vec<Option<f64>> {
        let others = from..self.n_rows();
        match self.measure {
            Nearness::Cosine => {
                let products = &mut shared.products;
                self.gather(row, from, products, |sum, _, (count, other)| {
                    *sum += real(count) * real(other);
                });
                let products = others.zip(&*products);
                products
                    .map(|(other, sum)| self.cosine(row, other, *sum))
                    .collect()
            }
            Nearness::Jaccard => {
                let terms = &mut shared.terms;
                self.gather(row, from, terms, |sum, _, _| *sum += 1);
                let terms = others.zip(&*terms);
                terms
                    .map(|(other, sum)| self.jaccard(row, other, *sum))
                    .collect()
            }
            Nearness::JensenShannon => {
                let divergences = &mut shared.divergences;
                self.gather(row, from, divergences, |sum, other, counts| {
                    self.diverge(sum, (row, other), counts);
                });
                let divergences = others.zip(&*divergences);
                let distance = |(other, sum)| self.jensen_shannon(row, other, sum);
                divergences.map(distance).collect()
            }
            Nearness::BurrowsDelta => others.map(|other| self.delta(row, other)).collect(),
        }
    }

    /// Adds what a row shares with every row from `from` on: `add` is given the sum, the other row and
    /// the counts of a term in both.
    fn gather<T: Clone + Default>(
        &self,
        row: usize,
        from: usize,
        sums: &mut Vec<T>,
        add: impl Fn(&mut T, usize, (u64, u64)),
    ) {
        sums.clear();
        sums.resize(self.n_rows() - from, T::default());
        for (column, count) in cells_of(self.matrix, row) {
            let column = column as usize;
            let cells = &self.cells[self.starts[column]..self.starts[column + 1]];
            let first = cells.partition_point(|(other, _)| (*other as usize) < from);
            for (other, other_count) in &cells[first..] {
                let other = *other as usize;
                add(&mut sums[other - from], other, (count, *other_count));
            }
        }
    }

    fn cosine(&self, row: usize, other: usize, products: f64) -> Option<f64> {
        let (squares, other_squares) = (self.sums[row].1, self.sums[other].1);
        self.has_terms(row, other)
            // Rows in one proportion would pass 1 by a rounding.
            .then(|| (products / (squares.sqrt() * other_squares.sqrt())).min(1.0))
    }

    fn jaccard(&self, row: usize, other: usize, shared: u64) -> Option<f64> {
        let terms = |row: usize| u64::from(self.matrix.indptr[row + 1] - self.matrix.indptr[row]);
        self.has_terms(row, other)
            .then(|| real(shared) / real(terms(row) + terms(other) - shared))
    }

    fn diverge(&self, shared: &mut Divergence, (row, other): (usize, usize), counts: (u64, u64)) {
        shared.counts.0 += counts.0;
        shared.counts.1 += counts.1;
        let p = real(counts.0) / real(self.sums[row].0);
        let q = real(counts.1) / real(self.sums[other].0);
        let middle = f64::midpoint(p, q);
        shared.sum += p * (p / middle).log2() + q * (q / middle).log2();
    }

    fn jensen_shannon(&self, row: usize, other: usize, shared: &Divergence) -> Option<f64> {
        // What only one of them has adds half of its share.
        let only =
            |row: usize, shared: u64| real(self.sums[row].0 - shared) / real(self.sums[row].0);
        self.has_terms(row, other).then(|| {
            let apart = only(row, shared.counts.0) + only(other, shared.counts.1);
            f64::midpoint(apart, shared.sum).clamp(0.0, 1.0).sqrt()
        })
    }

    fn has_terms(&self, row: usize, other: usize) -> bool {
        self.sums[row].0 > 0 && self.sums[other].0 > 0
    }

    fn delta(&self, row: usize, other: usize) -> Option<f64> {
        if !self.has_terms(row, other) || self.features == 0 {
            return None;
        }
        let of = |row: usize| &self.z_scores[row * self.features..(row + 1) * self.features];
        let differences = of(row)
            .iter()
            .zip(of(other))
            .map(|(one, two)| (one - two).abs());
        Some(differences.sum::<f64>() / real(self.features as u64))
    }
}

fn cells_of(matrix: &Csr, row: usize) -> impl Iterator<Item = (u32, u64)> + '_ {
    let range = matrix.indptr[row] as usize..matrix.indptr[row + 1] as usize;
    let columns = matrix.indices[range.clone()].iter().copied();
    columns.zip(matrix.data[range].iter().copied())
}

fn number(row: usize) -> u32 {
    u32::try_from(row).expect("a matrix has fewer than 2^32 rows")
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn real(count: u64) -> f64 {
    count as f64
}
