//! CQL: queries over tokens as in CQP. docs/query.md has grammar and meaning by example.

mod ast;
mod automaton;
mod bounds;
mod classes;
mod conditions;
mod descent;
mod expressions;
mod labels;
mod lex;
mod meaning;
mod parse;
mod resolve;
mod run;
mod strategy;
#[cfg(test)]
mod tests;
mod zone;

pub use ast::Query;

use crate::error::Error;

/// How much of a query an error shows on either side of the place.
const SHOWN: usize = 200;

/// A query that cannot be read, at a place in characters.
fn refused(query: &str, at: usize, message: String) -> Error {
    let skipped = at.saturating_sub(SHOWN);
    let mut shown: String = query.chars().skip(skipped).take(2 * SHOWN).collect();
    let mut place = at - skipped;
    if skipped > 0 {
        shown.insert(0, '…');
        place += 1;
    }
    if query.chars().nth(skipped + 2 * SHOWN).is_some() {
        shown.push('…');
    }
    Error::Query {
        query: shown,
        at: place,
        message,
    }
}
