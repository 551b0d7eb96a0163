//! The one shape in which results leave: named Arrow columns and the manifest that explains them.

mod checked;
mod ipc;
mod rooms;
mod views;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, LargeStringArray, RecordBatch,
    UInt32Array,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use jiff::civil::Date;
use serde_json::{Map, Value};

pub use self::checked::strings_over;
pub(crate) use self::rooms::{Room, written};
pub(crate) use self::views::{Memory, View};
use crate::error::{Error, Result};
use crate::task::Task;

/// How a result came about: corpus, verb, options, base; whatever a reader needs to repeat it.
pub type Manifest = Map<String, Value>;

/// Named columns of equal length, and their manifest.
#[derive(Clone, Debug)]
pub struct Table {
    schema: SchemaRef,
    columns: Vec<Column>,
    n_rows: usize,
    manifest: Manifest,
}

/// The values of a column: an array, or what makes one when they are first asked for.
#[derive(Clone, Debug)]
pub enum Column {
    /// An array.
    Made(ArrayRef),
    /// Values that nobody has asked for yet, of which there may be many millions.
    Deferred(Deferred),
}

/// Makes the values of any rows.
type Maker = dyn Fn(Range<usize>, &Task) -> Result<ArrayRef> + Send + Sync;

/// Values that are made when they are first asked for, and kept.
#[derive(Clone)]
pub struct Deferred {
    data_type: DataType,
    rows: Range<usize>,
    maker: Arc<Maker>,
    made: Arc<OnceLock<ArrayRef>>,
}

impl Deferred {
    /// The values of so many rows; `maker` gives those of any of them, always the same.
    pub fn new(
        data_type: DataType,
        n_rows: usize,
        maker: impl Fn(Range<usize>, &Task) -> Result<ArrayRef> + Send + Sync + 'static,
    ) -> Self {
        Self {
            data_type,
            rows: 0..n_rows,
            maker: Arc::new(maker),
            made: Arc::default(),
        }
    }

    fn array(&self, task: &Task) -> Result<ArrayRef> {
        if let Some(made) = self.made.get() {
            return Ok(made.clone());
        }
        let made = (self.maker)(self.rows.clone(), task)?;
        Ok(self.made.get_or_init(|| made).clone())
    }

    fn slice(&self, offset: usize, length: usize) -> Column {
        if let Some(made) = self.made.get() {
            return Column::Made(made.slice(offset, length));
        }
        let first = self.rows.start + offset;
        Column::Deferred(Self {
            rows: first..first + length,
            made: Arc::default(),
            ..self.clone()
        })
    }
}

impl std::fmt::Debug for Deferred {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Deferred");
        shown.field("data_type", &self.data_type);
        shown.field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl From<ArrayRef> for Column {
    fn from(array: ArrayRef) -> Self {
        Self::Made(array)
    }
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Self::Made(array) => array.len(),
            Self::Deferred(deferred) => deferred.rows.len(),
        }
    }

    fn data_type(&self) -> &DataType {
        match self {
            Self::Made(array) => array.data_type(),
            Self::Deferred(deferred) => &deferred.data_type,
        }
    }

    fn array(&self, task: &Task) -> Result<ArrayRef> {
        match self {
            Self::Made(array) => Ok(array.clone()),
            Self::Deferred(deferred) => deferred.array(task),
        }
    }

    fn slice(&self, offset: usize, length: usize) -> Self {
        match self {
            Self::Made(array) => Self::Made(array.slice(offset, length)),
            Self::Deferred(deferred) => deferred.slice(offset, length),
        }
    }
}

impl Table {
    /// A table of these columns, which must be equally long and have different names; the manifest
    /// says how long.
    pub fn new<C: Into<Column>>(columns: Vec<(String, C)>, mut manifest: Manifest) -> Self {
        let (names, columns): (Vec<String>, Vec<Column>) = columns
            .into_iter()
            .map(|(name, column)| (name, column.into()))
            .unzip();
        let n_rows = columns.first().map_or(0, Column::len);
        manifest.insert("rows".into(), Value::from(n_rows));
        assert!(
            columns.iter().all(|column| column.len() == n_rows),
            "columns of equal length"
        );
        let field =
            |(name, column): (String, &Column)| Field::new(name, column.data_type().clone(), true);
        let fields: Vec<Field> = names.into_iter().zip(&columns).map(field).collect();
        Self {
            schema: Arc::new(Schema::new(fields)),
            columns,
            n_rows,
            manifest,
        }
    }

    /// The names and types of the columns.
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The number of rows.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// Whether no column waits to be made.
    pub fn is_made(&self) -> bool {
        let made = |column: &Column| match column {
            Column::Made(_) => true,
            Column::Deferred(deferred) => deferred.made.get().is_some(),
        };
        self.columns.iter().all(made)
    }

    /// The columns with their names.
    pub fn into_columns(self) -> Vec<(String, Column)> {
        let names = self
            .schema
            .fields()
            .iter()
            .map(|field| field.name().clone());
        names.zip(self.columns).collect()
    }

    /// The columns as Arrow has them.
    pub fn batch(&self, task: &Task) -> Result<RecordBatch> {
        let arrays = self.columns.iter().map(|column| column.array(task));
        let arrays = arrays.collect::<Result<Vec<ArrayRef>>>()?;
        let schema = self.schema.clone();
        if arrays.is_empty() {
            return Ok(RecordBatch::new_empty(schema));
        }
        Ok(RecordBatch::try_new(schema, arrays).expect("columns that fit the schema"))
    }

    /// The same with strings one behind the other, in memory of their own, where they lie in texts.
    pub fn with_own_strings(&self, task: &Task) -> Result<Self> {
        let own = |(name, column): (String, Column)| {
            let column = match column {
                Column::Made(array) => match array.as_any().downcast_ref() {
                    Some(strings) => Column::Made(Arc::new(views::copied(strings, task)?)),
                    None => Column::Made(array),
                },
                deferred @ Column::Deferred(_) => deferred,
            };
            Ok((name, column))
        };
        let columns = self.clone().into_columns().into_iter().map(own);
        Ok(Self::new(
            columns.collect::<Result<_>>()?,
            self.manifest.clone(),
        ))
    }

    /// The column of this name, if there is one.
    pub fn column(&self, name: &str, task: &Task) -> Result<Option<ArrayRef>> {
        let found = self.schema.column_with_name(name);
        found
            .map(|(number, _)| self.columns[number].array(task))
            .transpose()
    }

    /// The names of the columns, in their order.
    pub fn names(&self) -> Vec<String> {
        let fields = self.schema.fields().iter();
        fields.map(|field| field.name().clone()).collect()
    }

    /// How the table came about.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The same columns, limited to `length` rows from `offset` on; nothing is copied, and what is not
    /// made yet is made for these rows alone.
    #[must_use]
    pub fn slice(&self, offset: usize, length: usize) -> Self {
        let offset = offset.min(self.n_rows);
        let length = length.min(self.n_rows - offset);
        let columns = self.columns.iter();
        Self {
            schema: self.schema.clone(),
            columns: columns.map(|column| column.slice(offset, length)).collect(),
            n_rows: length,
            manifest: self.manifest.clone(),
        }
    }

    /// The same, whose manifest tells that these rows are a slice of more: first, end and step as they
    /// were given.
    #[must_use]
    pub fn as_slice(mut self, given: [Option<i64>; 3]) -> Self {
        let slices = self
            .manifest
            .entry("slices")
            .or_insert(Value::Array(Vec::new()));
        if let Value::Array(slices) = slices {
            slices.push(Value::from(given.map(Value::from).to_vec()));
        }
        self.manifest
            .insert("rows".into(), Value::from(self.n_rows));
        self
    }

    /// The rows of these numbers, in their order.
    pub fn take(&self, rows: &[u32], task: &Task) -> Result<Self> {
        let taken = |column: &Column| Ok(Column::Made(take(&column.array(task)?, rows)));
        let columns = self.columns.iter().map(taken).collect::<Result<_>>()?;
        Ok(Self {
            schema: self.schema.clone(),
            columns,
            n_rows: rows.len(),
            manifest: self.manifest.clone(),
        })
    }
}

/// The manifest of what a method makes of another table, given that table's.
pub fn derived(method: &str, of: &Manifest) -> Manifest {
    let mut manifest = Manifest::new();
    manifest.insert("verb".into(), method.into());
    manifest.insert("of".into(), Value::Object(of.clone()));
    manifest
}

/// Checks that the names of a table's columns differ, which readers of tables rely on.
pub fn check_names<S: AsRef<str>>(names: &[S]) -> Result<()> {
    let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Error::Parameter(format!(
            "the columns of a table must differ in name, and {:?} would stand twice; rename it",
            pair[0]
        ))),
        None => Ok(()),
    }
}

/// A column of strings.
pub fn strings<S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> ArrayRef {
    Arc::new(LargeStringArray::from_iter_values(values))
}

/// A column of counts. They leave as signed integers, whose differences don't wrap around.
pub fn counts(values: impl IntoIterator<Item = u64>) -> ArrayRef {
    let signed = |count| i64::try_from(count).expect("fewer than 2^63 of anything");
    Arc::new(Int64Array::from_iter_values(values.into_iter().map(signed)))
}

/// A column of scores.
pub fn scores(values: impl IntoIterator<Item = f64>) -> ArrayRef {
    Arc::new(Float64Array::from_iter_values(values))
}

/// A column of scores, some of which may be missing.
pub fn optional_scores(values: impl IntoIterator<Item = Option<f64>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<Float64Array>())
}

/// The day from which dates are counted.
pub(crate) const EPOCH: Date = Date::constant(1970, 1, 1);

/// A date in days since 1970-01-01.
pub(crate) fn days(date: Date) -> i32 {
    date.since(EPOCH).expect("days between dates").get_days()
}

/// A column of counts, some of which may be missing.
pub fn optional_counts(values: impl IntoIterator<Item = Option<u64>>) -> ArrayRef {
    let signed = |count| i64::try_from(count).expect("fewer than 2^63 of anything");
    let values = values.into_iter().map(|count| count.map(signed));
    Arc::new(values.collect::<Int64Array>())
}

/// A column of days since 1970-01-01.
pub fn dates(values: impl IntoIterator<Item = Option<i32>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<Date32Array>())
}

/// A column of strings, some of which may be missing.
pub fn optional_strings<S: AsRef<str>>(values: impl IntoIterator<Item = Option<S>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<LargeStringArray>())
}

/// A column of truth values, some of which may be missing.
pub fn truths(values: impl IntoIterator<Item = Option<bool>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<BooleanArray>())
}

/// The rows of these numbers, in their order.
pub fn take(column: &ArrayRef, rows: &[u32]) -> ArrayRef {
    taken(column, &UInt32Array::from_iter_values(rows.iter().copied()))
}

/// The same, missing where there is no row.
pub fn take_known(column: &ArrayRef, rows: &[Option<u32>]) -> ArrayRef {
    taken(column, &rows.iter().copied().collect())
}

fn taken(column: &ArrayRef, rows: &UInt32Array) -> ArrayRef {
    arrow_select::take::take(column, rows, None).expect("row numbers within the column")
}

/// Several arrays of one type as one.
pub fn concatenate(arrays: &[ArrayRef], data_type: &DataType) -> Result<ArrayRef, ArrowError> {
    match arrays {
        [] => Ok(arrow_array::new_empty_array(data_type)),
        [only] => Ok(only.clone()),
        several => {
            let parts: Vec<&dyn arrow_array::Array> = several.iter().map(AsRef::as_ref).collect();
            arrow_select::concat::concat(&parts)
        }
    }
}
