//! Numbers to numbers; nothing here knows what a corpus is.

mod agreement;
mod association;
mod dispersion;
mod diversity;
mod matrix;

pub use agreement::{Agreement, Level, agreement};
pub use association::{Contingency, MEASURES, Measure, MeasureOptions, SYMBOLS, measures_named};
pub use dispersion::{
    DISPERSION_SYMBOLS, DISPERSIONS, Dispersion, Distances, Division, Parts, Share, dispersions,
};
pub use diversity::{DIVERSITIES, DIVERSITY_SYMBOLS, Diversity, DiversityOptions, Profile};
pub use matrix::Csr;
