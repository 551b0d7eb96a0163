//! Memory shared with other libraries: Arrow capsules in and out, and the buffer protocol.

use std::ffi::{CStr, c_int};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{
    Array as _, ArrayReader as _, ArrayRef, RecordBatch, RecordBatchIterator, new_empty_array,
};
use arrow_data::ffi::FFI_ArrowArray;
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Schema};
use pyo3::exceptions::{PyBufferError, PyException, PyImportError};
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyString, PyTuple};

use super::run::run;
use crate::error::Error;
use crate::task::Task;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
/// A column of strings is checked in so many slices.
const SLICES: usize = 64;

/// The arrays of an object that speaks Arrow; none if it doesn't, or needs a library to do so.
///
/// What comes in is checked in full: foreign memory must not be able to break our promises.
pub(super) fn import(object: &Bound<'_, PyAny>) -> PyResult<Option<Vec<ArrayRef>>> {
    let py = object.py();
    let arrays = if object.hasattr("__arrow_c_stream__")? {
        refuse_nul(object)?;
        let object = &with_types(object)?;
        let Some(stream) = exported(object, "__arrow_c_stream__")? else {
            return Ok(None);
        };
        let stream = take_stream(&stream.cast_into()?)?;
        // The producer may compute now, on threads that need the interpreter.
        run(py, None, |_| read(stream))?
    } else if object.hasattr("__arrow_c_array__")? {
        let Some(pair) = exported(object, "__arrow_c_array__")? else {
            return Ok(None);
        };
        let pair = pair.cast_into::<PyTuple>()?;
        let array = take_array(
            &pair.get_item(0)?.cast_into()?,
            &pair.get_item(1)?.cast_into()?,
        )?;
        vec![array]
    } else {
        return Ok(None);
    };
    run(py, None, |task| {
        let check = |array: &ArrayRef| validate(array, task);
        arrays.iter().try_for_each(check)
    })?;
    Ok(Some(arrays))
}

/// Checks an array in full; strings, of which there may be gigabytes, in slices on the pool.
fn validate(array: &ArrayRef, task: &Task) -> Result<(), Error> {
    let checked = |array: &ArrayRef| array.to_data().validate_full();
    let are_strings = array.data_type().is_string();
    if are_strings && array.len() > SLICES {
        let rows = array.len().div_ceil(SLICES);
        let slice = |row| array.slice(row, rows.min(array.len() - row));
        let slices = (0..array.len()).step_by(rows).map(slice).collect();
        let sound = task.map(slices, |slice| Ok(checked(&slice).is_ok()))?;
        if sound.into_iter().all(|sound| sound) {
            return Ok(());
        }
    }
    // An error names the place in the whole array.
    checked(array).map_err(|error| unreadable(&error))
}

fn exported<'py>(object: &Bound<'py, PyAny>, method: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    match object.call_method0(method) {
        Ok(capsule) => Ok(Some(capsule)),
        // pandas speaks Arrow only where pyarrow is installed.
        Err(error) if error.is_instance_of::<PyImportError>(object.py()) => Ok(None),
        // A column of pandas that holds values of several types.
        Err(error) if error.is_instance_of::<PyException>(object.py()) => {
            let reason = error.value(object.py()).str()?;
            let message = format!("the data cannot be handed over as Arrow: {reason}");
            Err(Error::Type(message).into())
        }
        Err(error) => Err(error),
    }
}

/// The same data with text for columns of polars of which nothing is known: what polars hands out for its type
/// Null, Arrow doesn't read.
fn with_types<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let module = object.get_type().module()?;
    if !module.to_str()?.starts_with("polars") {
        return Ok(object.clone());
    }
    let polars = object.py().import("polars")?;
    let (null, text) = (polars.getattr("Null")?, polars.getattr("String")?);
    if object
        .getattr_opt("dtype")?
        .is_some_and(|own| own.eq(&null).unwrap_or(false))
    {
        return object.call_method1("cast", (text,));
    }
    let data_types = object.getattr_opt("dtypes")?;
    if data_types.is_some_and(|all| all.contains(&null).unwrap_or(false)) {
        let types = PyDict::new(object.py());
        types.set_item(null, text)?;
        return object.call_method1("cast", (types,));
    }
    Ok(object.clone())
}

/// Refuses columns whose names hold a NUL: in C the name would end there, and polars, which cannot
/// write one, ends the process.
fn refuse_nul(object: &Bound<'_, PyAny>) -> PyResult<()> {
    // A frame of pandas has its columns as attributes too, one called "name" among them.
    let names = match object.getattr_opt("columns")? {
        Some(columns) => vec![Some(columns), object.getattr_opt("column_names")?],
        None => vec![object.getattr_opt("name")?],
    };
    for names in names.into_iter().flatten() {
        refuse_nul_in(&names)?;
        for name in names.try_iter().into_iter().flatten() {
            refuse_nul_in(&name?)?;
        }
    }
    // Fields of nested columns have names as well.
    if let Some(data_type) = object.getattr_opt("dtype")? {
        refuse_nul_within(&data_type)?;
    }
    if let Some(data_types) = object.getattr_opt("dtypes")? {
        for data_type in data_types.try_iter().into_iter().flatten() {
            refuse_nul_within(&data_type?)?;
        }
    }
    Ok(())
}

/// The same for the fields of a type of polars, however deep.
fn refuse_nul_within(data_type: &Bound<'_, PyAny>) -> PyResult<()> {
    if !data_type
        .get_type()
        .module()?
        .to_str()?
        .starts_with("polars")
    {
        return Ok(());
    }
    if let Some(inner) = data_type.getattr_opt("inner")? {
        refuse_nul_within(&inner)?;
    }
    if let Some(fields) = data_type.getattr_opt("fields")? {
        for field in fields.try_iter()? {
            let field = field?;
            refuse_nul_in(&field.getattr("name")?)?;
            refuse_nul_within(&field.getattr("dtype")?)?;
        }
    }
    Ok(())
}

fn refuse_nul_in(name: &Bound<'_, PyAny>) -> PyResult<()> {
    // A library can name columns by something else than text.
    let Ok(name) = name.cast::<PyString>() else {
        return Ok(());
    };
    let name = name.to_string_lossy();
    if name.contains('\0') {
        return Err(Error::nul_in_name(&name).into());
    }
    Ok(())
}

fn unreadable(error: &ArrowError) -> Error {
    Error::Type(format!("the Arrow data cannot be read: {error}"))
}

fn read(stream: FFI_ArrowArrayStream) -> Result<Vec<ArrayRef>, Error> {
    let reader = ArrayStreamReader::try_new(stream).map_err(|error| unreadable(&error))?;
    let data_type = reader.field().data_type().clone();
    let arrays: Result<Vec<ArrayRef>, _> = reader.collect();
    let mut arrays = arrays.map_err(|error| unreadable(&error))?;
    if arrays.is_empty() {
        // A frame without rows has columns still.
        arrays.push(new_empty_array(&data_type));
    }
    Ok(arrays)
}

#[expect(unsafe_code, reason = "the Arrow C stream interface is a pointer")]
fn take_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    let pointer = capsule
        .pointer_checked(Some(STREAM))?
        .cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a valid stream; it is moved out and left released.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) })
}

#[expect(
    unsafe_code,
    reason = "the Arrow C data interface is a pair of pointers"
)]
fn take_array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<ArrayRef> {
    let schema = schema
        .pointer_checked(Some(SCHEMA))?
        .cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: a capsule of this name holds a valid schema, which lives while the capsule does.
    let data_type = DataType::try_from(unsafe { schema.as_ref() }).map_err(|e| unreadable(&e))?;
    // SAFETY: a capsule of this name holds a valid array; it is moved out and left released.
    let array = unsafe { FFI_ArrowArray::from_raw(array.as_ptr()) };
    // SAFETY: schema and array come from one call, so the type is that of the array.
    let data = unsafe { arrow_array::ffi::from_ffi_and_data_type(array, data_type) };
    Ok(arrow_array::make_array(
        data.map_err(|error| unreadable(&error))?,
    ))
}

/// A stream of one batch, as other libraries take it; nothing is copied.
pub(super) fn export<'py>(py: Python<'py>, batch: &RecordBatch) -> PyResult<Bound<'py, PyCapsule>> {
    let batches = RecordBatchIterator::new([Ok(batch.clone())], batch.schema());
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)
}

/// The schema of a batch.
pub(super) fn export_schema<'py>(
    py: Python<'py>,
    schema: &Schema,
) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(|error| unreadable(&error))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// One array with its type, as other libraries take it; nothing is copied.
pub(super) fn export_array<'py>(
    py: Python<'py>,
    array: &ArrayRef,
) -> PyResult<Bound<'py, PyTuple>> {
    let exported = arrow_array::ffi::to_ffi(&array.to_data()).map_err(|error| unreadable(&error));
    let (array, schema) = exported?;
    let schema = PyCapsule::new_with_value(py, schema, SCHEMA)?;
    PyTuple::new(py, [schema, PyCapsule::new_with_value(py, array, ARRAY)?])
}

/// Integers that numpy, scipy and memoryview read without a copy.
#[pyclass(frozen, module = "hustings._core")]
pub(super) struct Array {
    values: ArrayRef,
    shape: [ffi::Py_ssize_t; 1],
    strides: [ffi::Py_ssize_t; 1],
}

impl Array {
    /// An array of 32- or 64-bit integers without nulls.
    pub(super) fn new(values: ArrayRef) -> Self {
        let width = if *values.data_type() == DataType::Int32 {
            4
        } else {
            8
        };
        let length = isize::try_from(values.len()).expect("an array fits in memory");
        Self {
            values,
            shape: [length],
            strides: [width],
        }
    }

    fn pointer(&self) -> (*const u8, &'static CStr) {
        match self.values.data_type() {
            DataType::Int32 => (
                self.values
                    .as_primitive::<Int32Type>()
                    .values()
                    .inner()
                    .as_ptr(),
                c"i",
            ),
            _ => (
                self.values
                    .as_primitive::<Int64Type>()
                    .values()
                    .inner()
                    .as_ptr(),
                c"q",
            ),
        }
    }
}

#[pymethods]
impl Array {
    fn __len__(&self) -> usize {
        self.values.len()
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let _ = requested_schema;
        export_array(py, &self.values)
    }

    /// The integers as a list.
    fn to_list(&self) -> Vec<i64> {
        match self.values.data_type() {
            DataType::Int32 => {
                let values = self.values.as_primitive::<Int32Type>().values();
                values.iter().map(|value| i64::from(*value)).collect()
            }
            _ => self.values.as_primitive::<Int64Type>().values().to_vec(),
        }
    }

    #[expect(unsafe_code, reason = "the buffer protocol is a struct of pointers")]
    unsafe fn __getbuffer__(
        slf: Bound<'_, Self>,
        view: *mut ffi::Py_buffer,
        flags: c_int,
    ) -> PyResult<()> {
        if view.is_null() || flags & ffi::PyBUF_WRITABLE != 0 {
            return Err(PyBufferError::new_err("the array is read-only"));
        }
        let array = slf.get();
        let (pointer, format) = array.pointer();
        let wants = |flag: c_int| flags & flag == flag;
        // SAFETY: Python passes a view to fill in. All pointers are into the array or static, and
        // `obj` keeps the array, which never changes, alive as long as the view.
        unsafe {
            (*view).buf = pointer.cast_mut().cast();
            (*view).len = array.shape[0] * array.strides[0];
            (*view).readonly = 1;
            (*view).itemsize = array.strides[0];
            (*view).format = if wants(ffi::PyBUF_FORMAT) {
                format.as_ptr().cast_mut()
            } else {
                std::ptr::null_mut()
            };
            (*view).ndim = 1;
            (*view).shape = array.shape.as_ptr().cast_mut();
            (*view).strides = array.strides.as_ptr().cast_mut();
            (*view).suboffsets = std::ptr::null_mut();
            (*view).internal = std::ptr::null_mut();
            (*view).obj = slf.clone().into_ptr();
        }
        Ok(())
    }
}

/// The columns of a frame: names, and for each its arrays.
pub(super) type Columns = Vec<(String, Vec<ArrayRef>)>;

/// Takes the rows of a frame apart into columns; none if the arrays are not rows.
pub(super) fn columns(chunks: &[ArrayRef]) -> Option<Columns> {
    let mut columns: Columns = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        let rows = chunk.as_struct_opt()?;
        for (index, (name, column)) in rows.column_names().iter().zip(rows.columns()).enumerate() {
            if number == 0 {
                columns.push(((*name).to_owned(), Vec::new()));
            }
            columns[index].1.push(Arc::clone(column));
        }
    }
    Some(columns)
}
