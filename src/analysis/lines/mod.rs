//! What is done to the lines of a concordance, one file an operation; each gives new lines.

mod columns;
mod contexts;
mod counted;
mod duplicates;
mod filtering;
mod grouping;
mod highlights;
mod keys;
mod passages;
mod sampling;
mod sets;
mod slots;
mod sorting;
mod taking;
mod voices;
mod walk;

pub use contexts::Context;
pub use filtering::LineFilter;
pub use highlights::{Highlight, Mark};
pub use passages::Passage;
