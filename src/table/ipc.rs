//! Tables as bytes: a stream of Arrow IPC, which holds no more than the rows show.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::ArrowError;

use super::{Column, Manifest, Table};
use crate::error::{Error, Result};
use crate::task::Task;

impl Table {
    /// The columns as bytes.
    pub fn to_ipc(&self, task: &Task) -> Result<Vec<u8>> {
        let batch = self.batch(task)?;
        let columns = batch.columns().iter().map(compacted).collect();
        let written = || -> Result<Vec<u8>, ArrowError> {
            let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema())?;
            if !batch.columns().is_empty() {
                writer.write(&RecordBatch::try_new(batch.schema(), columns)?)?;
            }
            writer.into_inner()
        };
        written().map_err(|error| Error::Limit(format!("the table cannot be written: {error}")))
    }

    /// The table of such bytes, and of its manifest as it was.
    ///
    /// Errors: [`Error::Type`] for other bytes.
    pub fn from_ipc(bytes: &[u8], manifest: Manifest) -> Result<Self> {
        let unreadable =
            |error: ArrowError| Error::Type(format!("the Arrow data cannot be read: {error}"));
        let reader = StreamReader::try_new(bytes, None).map_err(unreadable)?;
        let schema = reader.schema();
        let batches = reader.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        let (columns, n_rows) = match batches.as_slice() {
            [] => (Vec::new(), 0),
            [batch] => (batch.columns().to_vec(), batch.num_rows()),
            _ => return Err(Error::Type("a table must be one batch".into())),
        };
        if columns.len() != schema.fields().len() {
            return Err(Error::Type("a table must have a batch".into()));
        }
        Ok(Self {
            schema,
            columns: columns.into_iter().map(Column::Made).collect(),
            n_rows,
            manifest,
        })
    }
}

/// A column without the strings that it does not show: views may be into the texts of a whole corpus.
fn compacted(column: &ArrayRef) -> ArrayRef {
    column
        .as_string_view_opt()
        .map_or_else(|| column.clone(), |views| Arc::new(views.gc()))
}
