//! The metadata of two corpora as one: which columns there are, and of which types.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;

use super::Metadata;
use crate::error::{Error, Result};

/// What texts say of themselves, in the order in which its columns stand.
const DERIVED: [&str; 5] = ["headline", "date", "place", "agency", "format"];

/// The rows of both, one behind the other: first the columns that came with the documents of either,
/// then those read off the texts. Each comes with the number of the former, and so does the result.
///
/// Errors: [`Error::Type`] for a column that has different types.
pub(in crate::corpus) fn joined(
    (first, first_own): (&Metadata, usize),
    (second, second_own): (&Metadata, usize),
) -> Result<(Metadata, usize)> {
    let mut names: Vec<&str> = first.names().take(first_own).collect();
    for name in second.names().take(second_own) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let own = names.len();
    let known = |name: &str| {
        first
            .names()
            .chain(second.names())
            .any(|known| known == name)
    };
    let derived = DERIVED.into_iter().filter(|name| known(name));
    names.extend(
        derived
            .filter(|name| !names.contains(name))
            .collect::<Vec<_>>(),
    );
    // A column that came with the documents of one is not mixed with what is read off the texts of the other.
    let brought = |(number, name): (usize, &str)| {
        let from = |metadata: &Metadata, n_own: usize| {
            let known = metadata.names().position(|known| known == name);
            known.filter(|at| number >= own || *at < n_own)
        };
        let parts = [
            (from(first, first_own), first),
            (from(second, second_own), second),
        ];
        Ok((name.to_owned(), joined_column(name, parts)?))
    };
    let columns = names
        .into_iter()
        .enumerate()
        .map(brought)
        .collect::<Result<_>>()?;
    Ok((
        Metadata::try_new(columns, first.n_rows + second.n_rows)?,
        own,
    ))
}

/// One column of two corpora, of each by its number, if it has it.
fn joined_column(name: &str, parts: [(Option<usize>, &Metadata); 2]) -> Result<ArrayRef> {
    let parts = parts.map(|(at, metadata)| {
        let column = at.map(|at| metadata.columns[at].1.clone());
        (column, metadata.n_rows)
    });
    let is_empty = |column: &ArrayRef| column.null_count() == column.len();
    let types = parts.iter().filter_map(|(column, _)| column.as_ref());
    let mut types: Vec<&DataType> = types
        .filter(|column| !is_empty(column))
        .map(Array::data_type)
        .collect();
    types.dedup();
    let data_type = match types.as_slice() {
        [] => parts
            .iter()
            .find_map(|(column, _)| column.as_ref().map(|column| column.data_type().clone()))
            .unwrap_or(DataType::LargeUtf8),
        [one] => (*one).clone(),
        [DataType::Int64, DataType::Float64] | [DataType::Float64, DataType::Int64] => {
            DataType::Float64
        }
        [one, other, ..] => {
            let message = format!(
                "metadata column {name:?} must have one type, got {one} and {other}; convert one"
            );
            return Err(Error::Type(message));
        }
    };
    let parts = parts.map(|(column, n_rows)| match column {
        Some(column) if *column.data_type() == data_type => column,
        Some(column) if !is_empty(&column) => real(&column),
        _ => arrow_array::new_null_array(&data_type, n_rows),
    });
    crate::table::concatenate(&parts, &data_type).map_err(|error| Error::Limit(error.to_string()))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a column of reals and integers is one of reals"
)]
fn real(integers: &ArrayRef) -> ArrayRef {
    let reals = integers
        .as_primitive::<Int64Type>()
        .unary::<_, Float64Type>(|integer| integer as f64);
    std::sync::Arc::new(reals)
}
