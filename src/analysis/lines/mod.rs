//! What is done to the lines of a concordance, one file an operation; each gives new lines.

mod columns;
mod duplicates;
mod filtering;
mod grouping;
mod keys;
mod sampling;
mod sets;
mod slots;
mod sorting;
mod taking;
mod walk;

pub use filtering::LineFilter;
