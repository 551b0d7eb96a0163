//! Numbers to numbers; nothing here knows what a corpus is.

mod matrix;

pub use matrix::Csr;
