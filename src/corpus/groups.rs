//! Groups: documents by the values of one or more metadata columns.

use arrow_array::ArrayRef;

use super::calendar::{Period, dates};
use super::documents::Ids;
use super::ids::DocId;
use super::metadata::{Key, Metadata};
use super::scope::Scope;
use crate::error::{Error, Result};
use crate::table;

/// The documents of a scope, put into groups; the groups are in the order of their values, those
/// with a missing value last.
#[derive(Clone, Debug)]
pub struct Groups {
    documents: Vec<Vec<DocId>>,
    labels: Vec<(String, ArrayRef)>,
}

/// What documents are grouped by under one name.
#[derive(Clone, Copy, Debug)]
pub enum Grouping<'c> {
    /// The documents themselves.
    Document(&'c Ids),
    /// The values of a metadata column.
    Column(&'c ArrayRef),
    /// The periods in which the dates of a column lie, with the column's name.
    Periods(&'c str, &'c ArrayRef, Period),
}

impl<'c> Grouping<'c> {
    /// What a name stands for: `document`, whatever the metadata have under that name, a column, or the
    /// periods of a column, as `date:month`.
    ///
    /// Errors: [`Error::Unknown`] for a period that is none.
    pub(super) fn named(
        name: &'c str,
        ids: &'c Ids,
        metadata: &'c Metadata,
    ) -> Result<Option<Self>> {
        if name == "document" {
            return Ok(Some(Self::Document(ids)));
        }
        if let Ok(column) = metadata.column(name) {
            return Ok(Some(Self::Column(column)));
        }
        let Some((name, period)) = name.rsplit_once(':') else {
            return Ok(None);
        };
        let Ok(column) = metadata.column(name) else {
            return Ok(None);
        };
        Ok(Some(Self::Periods(
            name,
            column,
            Period::from_name(period)?,
        )))
    }

    /// The values of all documents.
    ///
    /// Errors: [`Error::Parameter`] for periods of a column that has none.
    pub fn values(self) -> Result<ArrayRef> {
        match self {
            Self::Document(ids) => Ok(table::strings(ids.iter())),
            Self::Column(column) => Ok(column.clone()),
            Self::Periods(name, column, period) => Ok(period.labels(dates(name, column, period)?)),
        }
    }

    /// The values of some documents.
    ///
    /// Errors: as [`values`](Self::values).
    pub fn values_of(self, documents: &[u32]) -> Result<ArrayRef> {
        match self {
            Self::Document(ids) => {
                let id = |document: &u32| ids.name(DocId::new(*document));
                Ok(table::strings(documents.iter().map(id)))
            }
            _ => Ok(table::take(&self.values()?, documents)),
        }
    }
}

impl Groups {
    /// The group of a document that is in none.
    pub const NONE: u32 = u32::MAX;

    /// All documents of the scope in one group without a label.
    pub fn whole(scope: &Scope) -> Self {
        Self {
            documents: vec![scope.documents().collect()],
            labels: Vec::new(),
        }
    }

    /// The documents of a scope by these columns, documents or periods, as [`Corpus::grouping`](super::Corpus::grouping)
    /// has them.
    pub fn by(scope: &Scope, columns: &[String]) -> Result<Self> {
        if columns.is_empty() {
            return Ok(Self::whole(scope));
        }
        if let Some(twice) = columns
            .iter()
            .enumerate()
            .find(|(at, name)| columns[..*at].contains(name))
        {
            let message = format!("by must name each column once, got {:?} twice", twice.1);
            return Err(Error::Parameter(message));
        }
        let corpus = scope.corpus();
        let ids: Vec<DocId> = scope.documents().collect();
        let columns: Vec<(String, ArrayRef)> = columns
            .iter()
            .map(|name| Ok((name.clone(), corpus.grouping(name)?.values()?)))
            .collect::<Result<_>>()?;
        if columns.len() == 1 && columns[0].0 == "document" {
            let documents = ids.iter().map(|id| vec![*id]).collect();
            return Ok(Self {
                documents,
                labels: labels(&columns, &ids),
            });
        }
        Ok(Self::sorted(&columns, ids))
    }

    fn sorted(columns: &[(String, ArrayRef)], mut ids: Vec<DocId>) -> Self {
        let order = |left: DocId, right: DocId| {
            let key = Metadata::key;
            columns
                .iter()
                .map(|(_, column)| {
                    Key::order(key(column, left.index()), key(column, right.index()))
                })
                .find(|order| order.is_ne())
                .unwrap_or(std::cmp::Ordering::Equal)
        };
        ids.sort_by(|left, right| order(*left, *right));
        let documents: Vec<Vec<DocId>> = ids
            .chunk_by(|left, right| order(*left, *right).is_eq())
            .map(<[DocId]>::to_vec)
            .collect();
        let firsts: Vec<DocId> = documents.iter().map(|group| group[0]).collect();
        Self {
            labels: labels(columns, &firsts),
            documents,
        }
    }

    /// The documents of each group, ascending.
    pub fn documents(&self) -> &[Vec<DocId>] {
        &self.documents
    }

    /// The group of each of so many documents of the corpus, or [`NONE`](Self::NONE).
    pub fn of_documents(&self, n_documents: usize) -> Vec<u32> {
        let mut of = vec![Self::NONE; n_documents];
        for (group, documents) in (0..).zip(&self.documents) {
            for document in documents {
                of[document.index()] = group;
            }
        }
        of
    }

    /// The names of the columns, and for each the value of every group.
    pub fn labels(&self) -> &[(String, ArrayRef)] {
        &self.labels
    }
}

/// The values of the columns in the rows of these documents.
fn labels(columns: &[(String, ArrayRef)], documents: &[DocId]) -> Vec<(String, ArrayRef)> {
    let rows: Vec<u32> = documents.iter().map(|document| document.number()).collect();
    columns
        .iter()
        .map(|(name, column)| (name.clone(), table::take(column, &rows)))
        .collect()
}
