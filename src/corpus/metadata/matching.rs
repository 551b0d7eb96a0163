//! The rows of a table brought to documents, by their ids.

use std::collections::HashMap;

use arrow_array::{Array, ArrayRef};

use super::{Key, Metadata};
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

/// The other columns of a table, one row for each document: that which has its value in the column `on`, which both
/// have. Rows of other values are left out.
///
/// Errors: [`Error::Unknown`] for a column that either lacks, [`Error::Type`] for one of two types or of real numbers,
/// [`Error::Parameter`] for a value that two rows have, for documents without a row unless they may be [`Missing`], and
/// if there is no document with one.
pub(in crate::corpus) fn joined_on(
    documents: &Metadata,
    table: &Metadata,
    on: &str,
    missing: Missing,
) -> Result<Vec<(String, ArrayRef)>> {
    let (own, column) = (documents.column(on)?, table.column(on)?);
    let (one, other) = (own.data_type(), column.data_type());
    if one != other {
        return Err(Error::Type(format!(
            "column {on:?} must have one type, got {one} in the corpus and {other} in the table; convert one"
        )));
    }
    let (wanted, keys) = (written(on, own)?, written(on, column)?);
    let mut rows_of: HashMap<&str, u32> = HashMap::new();
    for (row, key) in (0..).zip(&keys) {
        let Some(key) = key else { continue };
        if let Some(before) = rows_of.insert(key, row) {
            let message = format!(
                "{on:?} must differ: rows {before} and {row} of the metadata are both of {key:?}"
            );
            return Err(Error::Parameter(message));
        }
    }
    let row = |key: &Option<String>| rows_of.get(key.as_deref()?).copied();
    let rows: Vec<Option<u32>> = wanted.iter().map(row).collect();
    let without = rows.iter().filter(|row| row.is_none()).count();
    let none_fits = without == rows.len() && !rows.is_empty();
    if without > 0 && (none_fits || missing == Missing::Error) {
        return Err(without_value(&rows, without, on, &wanted));
    }
    let others = table.columns().iter().filter(|(name, _)| name != on);
    let taken =
        |(name, column): &(String, ArrayRef)| (name.clone(), table::take_known(column, &rows));
    Ok(others.map(taken).collect())
}

/// The values of a column as text by which they are compared.
fn written(name: &str, column: &ArrayRef) -> Result<Vec<Option<String>>> {
    let text = |row| match Metadata::key(column, row) {
        Some(Key::Text(text)) => Ok(Some(text.to_owned())),
        Some(Key::Integer(integer)) => Ok(Some(integer.to_string())),
        Some(Key::Truth(truth)) => Ok(Some(truth.to_string())),
        Some(Key::Real(_)) => Err(Error::Type(format!(
            "column {name:?} must hold text, integers, dates or truth values, got {}",
            column.data_type()
        ))),
        None => Ok(None),
    };
    (0..column.len()).map(text).collect()
}

fn without_value(
    rows: &[Option<u32>],
    without: usize,
    on: &str,
    wanted: &[Option<String>],
) -> Error {
    let lacking = wanted.iter().zip(rows).filter(|(_, row)| row.is_none());
    let mut named: Vec<String> = Vec::new();
    for (value, _) in lacking {
        let name = value
            .as_ref()
            .map_or("missing".to_owned(), |value| format!("{value:?}"));
        if !named.contains(&name) {
            named.push(name);
        }
        if named.len() > NAMED {
            named[NAMED] = "…".into();
            break;
        }
    }
    Error::Parameter(format!(
        "metadata has no row for {without} of {} documents ({on:?}: {}); add them, or give missing=\"null\"",
        rows.len(),
        named.join(", ")
    ))
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
