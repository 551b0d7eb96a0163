//! Document-term matrix: counts of terms, a row a document or group, in sparse form.

use arrow_array::ArrayRef;
use serde_json::json;

use super::compounds::{Compounds, Named};
use super::counting::{TermCount, count, parts_of_terms};
use super::frequency::check_names;
use super::terms::{Terms, Unit};
use crate::corpus::{Groups, Scope};
use crate::error::{Error, Result};
use crate::stats::Csr;
use crate::table;
use crate::task::Task;

/// A document-term matrix: counts of terms, a row a document or group.
#[derive(Clone, Debug)]
pub struct Dtm {
    /// The counts, rows by terms.
    pub counts: Csr,
    /// The terms, in the order of the columns: by frequency in the corpus, then alphabetically.
    pub terms: Vec<String>,
    /// The label of each row, one column a grouping column.
    pub labels: Vec<(String, ArrayRef)>,
    /// How the matrix came about.
    pub manifest: table::Manifest,
}

/// What the rows and columns of a matrix are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DtmOptions {
    /// The metadata columns by which documents are grouped, of which `document` is the id of each.
    pub by: Vec<String>,
    /// Whether spellings are counted apart; otherwise normal forms are.
    pub case_sensitive: bool,
    /// The layer whose values are counted, in place of words.
    pub layer: Option<String>,
    /// Compounds that are one term each.
    pub compounds: Named,
}

/// The document-term matrix of a scope.
pub fn dtm(scope: &Scope, options: &DtmOptions, task: &Task) -> Result<Dtm> {
    let (by, case_sensitive, layer) = (
        &options.by,
        options.case_sensitive,
        options.layer.as_deref(),
    );
    if by.is_empty() {
        return Err(Error::Parameter(
            "by must name at least one column, got none".into(),
        ));
    }
    check_names(by, &["term", "frequency"])?;
    let groups = Groups::by(scope, by)?;
    let unit = (case_sensitive, layer);
    let compounds = Compounds::of_unit(scope, &options.compounds, unit, task)?;
    let terms = Terms::of(scope, Unit::new(scope, case_sensitive, layer)?);
    let terms = terms.with_compounds(&compounds);
    let numbering = terms.by_frequency(task)?;
    let counts = count(&terms, &numbering, &groups, task)?;
    let occurring = occurring(&counts, numbering.len(), task)?;
    let mut manifest = scope.manifest("dtm");
    manifest.insert("by".into(), json!(by));
    manifest.insert("case_sensitive".into(), json!(case_sensitive));
    manifest.insert("layer".into(), json!(layer));
    compounds.describe(&mut manifest);
    Ok(Dtm {
        terms: occurring
            .iter()
            .map(|number| terms.name(numbering.term(*number)).to_owned())
            .collect(),
        counts: matrix(counts, &occurring, numbering.len(), task)?,
        labels: groups.labels().to_vec(),
        manifest,
    })
}

/// The numbers of the terms that occur, ascending.
fn occurring(counts: &[Vec<TermCount>], n_terms: usize, task: &Task) -> Result<Vec<u32>> {
    let parts = parts_of_terms(counts, n_terms, task)?;
    let numbered = (0..).zip(parts).filter(|(_, parts)| *parts > 0);
    Ok(numbered.map(|(number, _)| number).collect())
}

/// The counts as a matrix, whose columns are the terms that occur.
fn matrix(
    counts: Vec<Vec<TermCount>>,
    occurring: &[u32],
    n_terms: usize,
    task: &Task,
) -> Result<Csr> {
    let mut columns = vec![0; n_terms];
    for (column, number) in (0..).zip(occurring) {
        columns[*number as usize] = column;
    }
    let lengths: Vec<usize> = counts.iter().map(Vec::len).collect();
    let zeros = |cells| Ok((task.zeroed(cells)?, task.zeroed(cells)?));
    let mut matrix = Csr::with_room(&lengths, occurring.len(), zeros)?;
    let rows: Vec<_> = matrix.rows_mut().zip(counts).collect();
    task.map(rows, |((indices, data), counts)| {
        for ((index, cell), count) in indices.iter_mut().zip(data).zip(counts) {
            *index = columns[count.term as usize];
            *cell = count.frequency.into();
        }
        Ok(())
    })?;
    Ok(matrix)
}
