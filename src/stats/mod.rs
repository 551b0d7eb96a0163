//! Numbers to numbers; nothing here knows what a corpus is.

mod agreement;
mod diversity;
mod matrix;

pub use agreement::{Agreement, Level, agreement};
pub use diversity::{DIVERSITIES, DIVERSITY_SYMBOLS, Diversity, DiversityOptions, Profile};
pub use matrix::Csr;
