//! Numbers to numbers; nothing here knows what a corpus is.

mod agreement;
mod association;
mod bootstrap;
mod dispersion;
mod diversity;
mod intervals;
mod lanes;
mod matrix;
mod permutation;
mod random;
mod readability;
mod significance;
mod similarity;
mod trends;
mod vectors;

pub use agreement::{Agreement, Level, agreement};
pub use association::{Contingency, MEASURES, Measure, MeasureOptions, SYMBOLS, measures_named};
pub use bootstrap::{Resamples, Samples, Stratum, quantile, quantile_of};
pub use dispersion::{
    DISPERSION_SYMBOLS, DISPERSIONS, Dispersion, Distances, Division, Parts, Share, Size,
    dispersions,
};
pub use diversity::{DIVERSITIES, DIVERSITY_SYMBOLS, Diversity, DiversityOptions, Profile};
pub(crate) use intervals::enough_resamples;
pub use intervals::{Bootstrap, Fraction};
pub use lanes::LANES;
pub use matrix::Csr;
pub use permutation::{Block, Relabellings, TermCounts, TwoGroups};
pub use readability::{READABILITIES, READABILITY_SYMBOLS, Readability, TextCounts};
pub use significance::{Correction, DocumentShare, rank_sum, upper_tail};
pub use similarity::{Comparison, Nearness, Shared};
pub use trends::{Trend, change_points, trend};
