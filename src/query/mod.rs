//! The language of patterns: from a string to sets of types, and from these to places in the text.

mod cql;
mod equivalents;
mod expressions;
mod find;
mod globs;
mod joined;
mod lexicon;
mod pattern;
mod spans;
mod spellings;
mod unmatched;
mod word_filter;

pub use cql::Query;
pub use find::{count, find};
pub(crate) use joined::Joined;
pub use lexicon::Lexicon;
pub use pattern::{PatternOptions, Syntax};
pub use spans::Spans;
pub use word_filter::WordFilter;
