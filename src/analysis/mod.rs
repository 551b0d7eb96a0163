//! What one asks of a corpus, one file a question.

mod concordance;
mod frequency;
mod sorting;
mod tokens;

pub use concordance::{Concordance, Line, concordance};
pub use frequency::{Dtm, FrequencyOptions, dtm, frequencies};
pub use tokens::{ragged_tokens, token_table, zone_table};
