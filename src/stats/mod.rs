//! Numbers to numbers; nothing here knows what a corpus is.

mod agreement;
mod matrix;

pub use agreement::{Agreement, Level, agreement};
pub use matrix::Csr;
