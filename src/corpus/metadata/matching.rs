//! The rows of a table brought to documents, by their ids.

use arrow_array::ArrayRef;

use crate::corpus::Ids;
use crate::error::{Error, Result};
use crate::table;

/// Ids that an error names, at most.
const NAMED: usize = 3;

/// What becomes of documents for which a table has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// An error names them.
    Error,
    /// Their values are missing.
    Null,
}

/// Named columns, one row for each of these documents: that of its id. Rows of other ids are left out.
///
/// `ids` are those of the rows, as many as each column has.
///
/// Errors: [`Error::Parameter`] for an id that two rows have, for documents without a row unless they may
/// be [`Missing`], and if there is no document with one.
pub(in crate::corpus) fn matched(
    columns: &[(String, ArrayRef)],
    ids: &[String],
    documents: &Ids,
    missing: Missing,
) -> Result<Vec<(String, ArrayRef)>> {
    let mut rows: Vec<Option<u32>> = vec![None; documents.len()];
    for (row, id) in (0..).zip(ids) {
        let Some(document) = documents.find(id) else {
            continue;
        };
        if let Some(before) = rows[document.index()].replace(row) {
            let message = format!(
                "ids must differ: rows {before} and {row} of the metadata are both of {id:?}"
            );
            return Err(Error::Parameter(message));
        }
    }
    let without = rows.iter().filter(|row| row.is_none()).count();
    let none_fits = without == rows.len() && !rows.is_empty();
    if without > 0 && (none_fits || missing == Missing::Error) {
        return Err(without_row(&rows, without, ids, documents));
    }
    let taken =
        |(name, column): &(String, ArrayRef)| (name.clone(), table::take_known(column, &rows));
    Ok(columns.iter().map(taken).collect())
}

fn without_row(rows: &[Option<u32>], without: usize, ids: &[String], documents: &Ids) -> Error {
    let lacking = documents
        .iter()
        .zip(rows)
        .filter(|(_, row)| row.is_none())
        .map(|(id, _)| format!("{id:?}"));
    let mut named: Vec<String> = lacking.take(NAMED).collect();
    if without > NAMED {
        named.push("…".into());
    }
    let hint = if without < rows.len() {
        "add them, or give missing=\"null\"".to_owned()
    } else {
        match ids.first() {
            Some(id) => format!("ids must be those of the corpus; the first row's is {id:?}"),
            None => "it has no rows".to_owned(),
        }
    };
    Error::Parameter(format!(
        "metadata has no row for {without} of {} documents ({}); {hint}",
        rows.len(),
        named.join(", ")
    ))
}
