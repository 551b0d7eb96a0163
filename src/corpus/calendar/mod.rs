//! The calendar: dates of documents, and the periods in which they lie.

mod dates;
mod periods;

pub(crate) use dates::dates;
pub use periods::Period;
