//! Dispersion: how evenly something is spread over a corpus, and frequencies adjusted by it.

mod parts;
mod registry;
mod scores;

pub use parts::{Distances, Division, Parts, Share, Size};
pub use registry::{DISPERSION_SYMBOLS, DISPERSIONS, Dispersion, dispersions};
