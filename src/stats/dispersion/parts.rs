//! Parts: how often something occurs in each part of a corpus, and how large the parts are.

use std::array;
use std::sync::LazyLock;

use crate::error::{Error, Result};

/// Counts below this are exact as they are, and their products fit 128 bits.
const LIMIT: u64 = 1 << 53;

/// How many parts a corpus has, and how large they are. Parts without tokens are no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// The number of parts with at least one token.
    pub(super) n: u64,
    /// The tokens of all.
    pub(super) tokens: u64,
    /// The tokens of the smallest.
    pub(super) smallest: u64,
}

impl Division {
    /// Parts of these sizes, in tokens.
    ///
    /// Errors: [`Error::Parameter`] for 2^53 tokens or more.
    pub fn new(sizes: impl IntoIterator<Item = u64>) -> Result<Self> {
        let mut whole = Self {
            n: 0,
            tokens: 0,
            smallest: u64::MAX,
        };
        for size in sizes.into_iter().filter(|size| *size > 0) {
            whole.n += 1;
            whole.tokens = below_limit("sizes", whole.tokens, size)?;
            whole.smallest = whole.smallest.min(size);
        }
        Ok(whole)
    }

    /// The number of parts with at least one token.
    pub fn len(&self) -> u64 {
        self.n
    }

    /// Whether no part has a token.
    pub fn is_empty(&self) -> bool {
        self.n == 0
    }

    /// The tokens of all parts.
    pub fn tokens(&self) -> u64 {
        self.tokens
    }
}

fn below_limit(name: &str, sum: u64, more: u64) -> Result<u64> {
    let sum = sum.checked_add(more).filter(|sum| *sum < LIMIT);
    sum.ok_or_else(|| Error::Parameter(format!("{name} must add up to less than 2^53")))
}

/// The size of a part, whose logarithm is taken once for all that occurs in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    tokens: u64,
    logarithm: f64,
}

impl Size {
    /// A part of so many tokens.
    #[expect(clippy::cast_precision_loss, reason = "sizes are below 2^53")]
    pub fn new(tokens: u64) -> Self {
        Self {
            tokens,
            logarithm: (tokens as f64).ln(),
        }
    }
}

/// The logarithms of small counts, as most are.
static LOGARITHMS: LazyLock<[f64; 256]> = LazyLock::new(|| array::from_fn(logarithm));

#[expect(clippy::cast_precision_loss, reason = "counts are below 2^53")]
fn logarithm(count: usize) -> f64 {
    (count as f64).ln()
}

/// A part in which something occurs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub(super) count: u64,
    pub(super) size: u64,
    /// The relative frequency, which many formulas take several times, and its logarithm.
    pub(super) rate: f64,
    pub(super) log_rate: f64,
}

impl Share {
    /// Something that occurs so often in a part of such a size; both are at least 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts and sizes are below 2^53"
    )]
    pub fn new(count: u64, size: Size) -> Self {
        let known = usize::try_from(count).ok();
        let known = known.and_then(|count| LOGARITHMS.get(count).copied());
        Self {
            count,
            size: size.tokens,
            rate: count as f64 / size.tokens as f64,
            log_rate: known.unwrap_or_else(|| (count as f64).ln()) - size.logarithm,
        }
    }
}

/// How something is spread over the parts of a corpus.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'p> {
    pub(super) division: Division,
    /// The parts in which it occurs.
    pub(super) shares: &'p [Share],
    /// The sum of the counts.
    pub(super) frequency: u64,
    /// The tokens of the parts in which it does not occur.
    pub(super) vacant_tokens: u64,
    pub(super) distances: Option<&'p Distances>,
}

impl<'p> Parts<'p> {
    /// Something that occurs in these parts of a corpus and nowhere else, with the distances between
    /// its occurrences where they are known.
    ///
    /// Errors: [`Error::Parameter`] for counts of 2^53 or more, for a part that counts more tokens than
    /// all parts have, and for distances of another number of occurrences or tokens.
    pub fn new(
        division: Division,
        shares: &'p [Share],
        distances: Option<&'p Distances>,
    ) -> Result<Self> {
        let (mut frequency, mut tokens) = (0, 0);
        for share in shares {
            if share.count == 0 || share.size == 0 {
                let message = "a part without tokens must have a count of 0; give its size";
                return Err(Error::Parameter(message.into()));
            }
            frequency = below_limit("counts", frequency, share.count)?;
            tokens = below_limit("sizes", tokens, share.size)?;
        }
        if tokens > division.tokens || shares.len() as u64 > division.n {
            return Err(Error::Parameter(
                "parts must be among those of the corpus".into(),
            ));
        }
        match distances {
            Some(known) if (known.frequency, known.tokens) != (frequency, division.tokens) => {
                let message = format!(
                    "positions must be as many as the counts add up to, which is {frequency}, got {}",
                    known.frequency
                );
                Err(Error::Parameter(message))
            }
            _ => Ok(Self {
                division,
                shares,
                frequency,
                vacant_tokens: division.tokens - tokens,
                distances,
            }),
        }
    }

    /// How often it occurs in all.
    pub fn frequency(&self) -> u64 {
        self.frequency
    }
}

/// What measures need of the distances between the occurrences of something, in tokens, where the
/// corpus is a circle: from the last occurrence over the end to the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distances {
    pub(super) frequency: u64,
    pub(super) tokens: u64,
    /// Σ min(d·f, N).
    pub(super) capped: u128,
    /// Σ d².
    pub(super) squares: u128,
    /// Σ d·log10 d.
    pub(super) logarithms: f64,
}

impl Distances {
    /// The distances between these ascending positions, counted from 0, of a corpus of so many tokens.
    ///
    /// Errors: [`Error::Parameter`] for positions that do not ascend or lie behind the corpus.
    pub fn new(positions: &[u64], tokens: u64) -> Result<Self> {
        if tokens >= LIMIT {
            return Err(Error::Parameter("tokens must be fewer than 2^53".into()));
        }
        let mut neighbours = positions.windows(2);
        if let Some([before, after]) = neighbours.find(|pair| pair[0] > pair[1]) {
            let message = format!("positions must ascend, got {before} before {after}");
            return Err(Error::Parameter(message));
        }
        if let Some(last) = positions.last().filter(|last| **last >= tokens) {
            let message = format!("positions must be below {tokens}, the tokens, got {last}");
            return Err(Error::Parameter(message));
        }
        let mut distances = Self {
            frequency: positions.len() as u64,
            tokens,
            capped: 0,
            squares: 0,
            logarithms: 0.0,
        };
        let over_the_end = match positions {
            [first, .., last] => Some(tokens - (last - first)),
            [_] => Some(tokens),
            [] => None,
        };
        let between = positions.windows(2).map(|pair| pair[1] - pair[0]);
        for distance in between.chain(over_the_end) {
            distances.add(distance);
        }
        Ok(distances)
    }

    #[expect(clippy::cast_precision_loss, reason = "distances are below 2^53")]
    fn add(&mut self, distance: u64) {
        let wide = u128::from(distance);
        self.capped += (wide * u128::from(self.frequency)).min(self.tokens.into());
        self.squares += wide * wide;
        // Nothing is at distance 0 but what begins at the same token, which adds nothing.
        if distance > 1 {
            let distance = distance as f64;
            self.logarithms += distance * distance.log10();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_is_a_circle() {
        let distances = Distances::new(&[1, 4], 10).expect("positions that ascend");
        assert_eq!(distances.squares, 9 + 49);
        assert_eq!(distances.capped, 6 + 10);
        let once = Distances::new(&[7], 10).expect("one position");
        assert_eq!((once.squares, once.capped), (100, 10));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert!(Distances::new(&[4, 1], 10).is_err());
        assert!(Distances::new(&[10], 10).is_err());
        assert!(Division::new([LIMIT]).is_err());
        let division = Division::new([5, 0, 5]).expect("small sizes");
        assert_eq!((division.len(), division.smallest), (2, 5));
        for (count, size) in [(LIMIT, 5), (1, 0), (1, 11)] {
            let share = Share::new(count, Size::new(size));
            assert!(Parts::new(division, &[share], None).is_err());
        }
    }
}
