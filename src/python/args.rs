//! What Python passes in, checked as it is converted: one type a kind of parameter.

use std::path::PathBuf;

use arrow_array::ArrayRef;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyFrozenSet, PyInt,
    PyIterator, PyList, PyMapping, PySet, PyString, PyTuple,
};

use super::arrow;
use super::columns::column;
use crate::analysis::{NearDuplicateOptions, Series, Window};
use crate::articles::ZoneKinds;
use crate::corpus::{Condition, Decoding, Format, Ids, Metadata, Value};
use crate::error::Error;
use crate::table;
use crate::text::Texts;

pub(super) fn type_name(object: &Bound<'_, PyAny>) -> String {
    object
        .get_type()
        .name()
        .map_or_else(|_| "object".into(), |name| name.to_string())
}

fn type_error(message: impl Into<String>) -> PyErr {
    Error::Type(message.into()).into()
}

fn is_set(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<PySet>() || object.is_instance_of::<PyFrozenSet>()
}

/// The items of an object; `refused` is the error for one that has none, or none in an order: of a dict
/// the keys alone would be taken. What else is raised on the way, Ctrl-C for one, is passed on.
pub(super) fn iterated<'py>(
    object: &Bound<'py, PyAny>,
    refused: impl FnOnce() -> PyErr,
) -> PyResult<Bound<'py, PyIterator>> {
    if is_set(object) || object.cast::<PyMapping>().is_ok() {
        return Err(refused());
    }
    object.try_iter().map_err(|error| {
        if error.is_instance_of::<PyTypeError>(object.py()) {
            refused()
        } else {
            error
        }
    })
}

/// The UTF-8 of a string; an error names document and place of a lone surrogate.
pub(super) fn utf8<'a>(text: &'a Bound<'_, PyString>, document: &str) -> PyResult<&'a str> {
    text.to_str().map_err(|error| {
        let at = error
            .value(text.py())
            .getattr("start")
            .map_or(0, |at| at.extract().unwrap_or(0));
        let message = format!(
            "text must be valid Unicode: a lone surrogate stands at character {at}; decode the \
             source with errors=\"replace\""
        );
        Error::text(document, message).into()
    })
}

/// Texts: a column of strings that is borrowed, or any iterable of str, which is copied once.
pub(super) struct TextsArg(pub(super) Texts);

impl<'py> FromPyObject<'_, 'py> for TextsArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let object = &*object;
        if object.is_instance_of::<PyString>() {
            return Err(type_error(
                "texts must be a list of str, got one str; wrap it in a list",
            ));
        }
        if object.is_instance_of::<PyBytes>() || object.is_instance_of::<PyByteArray>() {
            return Err(type_error(
                "texts must be a list of str, got bytes; decode them first",
            ));
        }
        if let Some(arrays) = arrow::import(object)? {
            return Ok(Self(Texts::try_new(&arrays)?));
        }
        let items = iterated(object, || {
            let name = type_name(object);
            type_error(format!("texts must be a list of str, got {name}"))
        })?;
        let mut builder = arrow_array::builder::LargeStringBuilder::new();
        for (number, item) in items.enumerate() {
            let item = item?;
            let Ok(text) = item.cast::<PyString>() else {
                let name = type_name(&item);
                return Err(type_error(format!(
                    "texts[{number}] must be a str, got {name}"
                )));
            };
            builder.append_value(utf8(text, &format!("texts[{number}]"))?);
        }
        let array: ArrayRef = std::sync::Arc::new(builder.finish());
        Ok(Self(Texts::try_new(&[array])?))
    }
}

/// One string or several.
pub(super) struct NamesArg(pub(super) Vec<String>);

impl<'py> FromPyObject<'_, 'py> for NamesArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Self::of("names", &object)
    }
}

impl NamesArg {
    /// Those of a parameter, which errors call by its name.
    fn of(parameter: &str, object: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(name) = object.cast::<PyString>() {
            return Ok(Self(vec![utf8(name, "name or pattern")?.to_owned()]));
        }
        let items = iterated(object, || {
            type_error(format!(
                "{parameter} must be a str or a list of str, got {}",
                type_name(object)
            ))
        })?;
        let name = |(at, item): (usize, PyResult<Bound<'_, PyAny>>)| {
            let item = item?;
            let name = item.cast::<PyString>().map_err(|_| {
                type_error(format!(
                    "{parameter}[{at}] must be a str, got {}",
                    type_name(&item)
                ))
            })?;
            Ok(utf8(name, "name or pattern")?.to_owned())
        };
        Ok(Self(items.enumerate().map(name).collect::<PyResult<_>>()?))
    }

    /// Names of which the order says nothing, so that a set of them will do.
    fn in_any_order(parameter: &str, object: &Bound<'_, PyAny>) -> PyResult<Self> {
        if !is_set(object) {
            return Self::of(parameter, object);
        }
        let items = object.try_iter()?.collect::<PyResult<Vec<_>>>()?;
        let listed = PyList::new(object.py(), items)?;
        let mut names = Self::of(parameter, listed.as_any())?;
        names.0.sort_unstable();
        Ok(names)
    }
}

/// What rows are about: names, each with the patterns that are counted as one.
pub(super) struct SeriesArg(pub(super) Vec<Series>);

impl<'py> FromPyObject<'_, 'py> for SeriesArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let pairs: Vec<(String, Vec<String>)> = object.extract()?;
        let series = |(name, patterns)| Series { name, patterns };
        Ok(Self(pairs.into_iter().map(series).collect()))
    }
}

/// A window: tokens on the left and on the right, or a name.
pub(super) struct WindowArg(pub(super) Window);

impl<'py> FromPyObject<'_, 'py> for WindowArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(name) = object.cast::<PyString>() {
            return Ok(Self(Window::from_name(utf8(&name, "window")?)?));
        }
        let (left, right) = object.extract()?;
        Ok(Self(Window::Tokens(left, right)))
    }
}

impl<'py> IntoPyObject<'py> for WindowArg {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self.0 {
            Window::Tokens(left, right) => (left, right).into_bound_py_any(py),
            Window::Sentence => "sentence".into_bound_py_any(py),
            Window::Paragraph => "paragraph".into_bound_py_any(py),
        }
    }
}

/// Ids: strings or integers, a list or a column.
pub(super) struct IdsArg(pub(super) Ids);

impl<'py> FromPyObject<'_, 'py> for IdsArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // A dict of texts by their ids gives the ids in the order of the texts.
        if let Ok(dict) = object.cast::<PyDict>() {
            return Ok(Self(ids(&column("id", dict.keys().as_any())?)?));
        }
        Ok(Self(ids(&column("id", &object)?)?))
    }
}

/// Ids from a column of text or integers.
pub(super) fn ids(column: &ArrayRef) -> PyResult<Ids> {
    let name = "id".to_owned();
    let metadata = Metadata::try_new(vec![(name, column.clone())], column.len())?;
    Ok(Ids::try_new(metadata.texts("id")?)?)
}

/// Metadata: a dict of columns, or a frame.
pub(super) struct MetadataArg(pub(super) Vec<(String, ArrayRef)>);

impl<'py> FromPyObject<'_, 'py> for MetadataArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let columns = if let Ok(dict) = object.cast::<PyDict>() {
            dict_columns(&dict)?
        } else {
            let frame = FrameArg::extract(object)?.0;
            frame
                .into_iter()
                .map(|(name, chunks)| Ok((name, joined(&chunks)?)))
                .collect::<PyResult<_>>()?
        };
        Ok(Self(columns))
    }
}

fn dict_columns(dict: &Bound<'_, PyDict>) -> PyResult<Vec<(String, ArrayRef)>> {
    let pair = |(name, values): (Bound<'_, PyAny>, Bound<'_, PyAny>)| {
        let Ok(text) = name.cast::<PyString>() else {
            return Err(type_error(format!(
                "metadata columns are called by text, got {}",
                type_name(&name)
            )));
        };
        let name = utf8(text, "the name of a metadata column")?.to_owned();
        let values = column(&name, &values)?;
        Ok((name, values))
    };
    dict.iter().map(pair).collect()
}

/// Several arrays of a column as one.
pub(super) fn joined(chunks: &[ArrayRef]) -> PyResult<ArrayRef> {
    let data_type = chunks
        .first()
        .map_or(&arrow_schema::DataType::Null, |chunk| chunk.data_type());
    let too_large = |error: arrow_schema::ArrowError| Error::Limit(error.to_string());
    Ok(table::concatenate(chunks, data_type).map_err(too_large)?)
}

/// A frame that speaks Arrow: polars, pyarrow, duckdb, pandas where pyarrow is installed.
pub(super) struct FrameArg(pub(super) arrow::Columns);

impl<'py> FromPyObject<'_, 'py> for FrameArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(dict) = object.cast::<PyDict>() {
            let pairs = dict_columns(&dict)?.into_iter();
            return Ok(Self(
                pairs.map(|(name, values)| (name, vec![values])).collect(),
            ));
        }
        let columns = arrow::import(&object)?.and_then(|chunks| arrow::columns(&chunks));
        columns.map(Self).ok_or_else(|| {
            type_error(format!(
                "frame must be a data frame that speaks Arrow (polars, pyarrow, duckdb, pandas), \
                 got {}",
                type_name(&object)
            ))
        })
    }
}

/// How texts are taken apart.
pub(super) struct FormatArg(pub(super) Format);

impl<'py> FromPyObject<'_, 'py> for FormatArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let name: String = object.extract()?;
        match name.as_str() {
            "auto" => Ok(Self(Format::Auto)),
            "news" => Ok(Self(Format::News)),
            "plain" => Ok(Self(Format::Plain)),
            other => Err(Error::unknown("format", other, ["auto", "news", "plain"]).into()),
        }
    }
}

/// How bytes become text: (encoding, whether what cannot be read is replaced).
pub(super) struct DecodingArg(pub(super) Decoding);

impl<'py> FromPyObject<'_, 'py> for DecodingArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let (encoding, replace): (String, bool) = object.extract()?;
        Ok(Self(Decoding::new(&encoding, replace)?))
    }
}

/// Conditions of a subset: metadata columns by name, the kinds of zone under `zone`, whose
/// words under `voice`, and `collapse`.
pub(super) struct ConditionsArg {
    pub(super) columns: Vec<(String, Condition)>,
    pub(super) zones: ZoneKinds,
    /// Whose words, one list of names after the other; none for everybody's.
    pub(super) voices: Option<Vec<String>>,
    /// Which near-duplicates are left out, if any.
    pub(super) collapse: Option<NearDuplicateOptions>,
}

impl<'py> FromPyObject<'_, 'py> for ConditionsArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let mut conditions = Self {
            columns: Vec::new(),
            zones: ZoneKinds::ALL,
            voices: None,
            collapse: None,
        };
        for (name, wanted) in object.cast::<PyDict>()?.iter() {
            let name: String = name.extract()?;
            if name == "zone" {
                conditions.zones =
                    ZoneKinds::from_names(&NamesArg::in_any_order(&name, &wanted)?.0)?;
            } else if name == "collapse" {
                conditions.collapse = Some(collapse(&wanted)?);
            } else if name == "voice" {
                conditions.voices = Some(NamesArg::in_any_order(&name, &wanted)?.0);
            } else {
                let condition = condition(&name, &wanted)?;
                conditions.columns.push((name, condition));
            }
        }
        Ok(conditions)
    }
}

/// `"near_duplicate"`, or this and the least similarity.
fn collapse(wanted: &Bound<'_, PyAny>) -> PyResult<NearDuplicateOptions> {
    let mut options = NearDuplicateOptions::default();
    let listed = wanted.is_instance_of::<PyTuple>() || wanted.is_instance_of::<PyList>();
    let pair: Option<Vec<Bound<'_, PyAny>>> = listed.then(|| wanted.extract()).transpose()?;
    let mut named = wanted;
    if let Some([what, share]) = pair.as_deref()
        && let Ok(share) = share.extract()
    {
        (named, options.similarity) = (what, share);
    }
    let what = NamesArg::of("collapse", named)?;
    match &*what.0 {
        [what] if what == "near_duplicate" => Ok(options),
        others => Err(Error::unknown("collapse", others.join(", "), ["near_duplicate"]).into()),
    }
}

/// A value must be equalled, a list, set or array contain, a tuple of two enclose.
fn condition(name: &str, wanted: &Bound<'_, PyAny>) -> PyResult<Condition> {
    if let Ok(range) = wanted.cast::<PyTuple>() {
        if range.len() != 2 {
            return Err(Error::Parameter(format!(
                "a range for {name:?} must be a tuple of two, (first, last), got {}; several \
                 values are a list",
                range.len()
            ))
            .into());
        }
        let bound = |index| match value(name, &range.get_item(index)?)? {
            Value::Missing => Ok::<_, PyErr>(None),
            bound => Ok(Some(bound)),
        };
        return Ok(Condition::Between(bound(0)?, bound(1)?));
    }
    if let Ok(named) = wanted.cast::<PyDict>() {
        return named_condition(name, named);
    }
    let is_text = wanted.is_instance_of::<PyString>() || wanted.is_instance_of::<PyBytes>();
    if !is_text && let Ok(values) = wanted.try_iter() {
        let values = values.map(|item| value(name, &item?));
        return Ok(Condition::Among(values.collect::<PyResult<_>>()?));
    }
    Ok(Condition::Among(vec![value(name, wanted)?]))
}

/// A condition as a manifest has it: `{"among": [...]}` or `{"between": [first, last]}`.
fn named_condition(name: &str, named: &Bound<'_, PyDict>) -> PyResult<Condition> {
    let item = |key: &str| Ok::<_, PyErr>(named.get_item(key)?.filter(|_| named.len() == 1));
    if let Some(values) = item("among")? {
        return condition(name, values.cast_into::<PyList>()?.as_any());
    }
    if let Some(range) = item("between")? {
        return condition(name, range.cast_into::<PyList>()?.to_tuple().as_any());
    }
    Err(type_error(format!(
        "a condition on {name:?} must be a value, a list of values or a range (first, last), \
         got dict"
    )))
}

fn value(name: &str, object: &Bound<'_, PyAny>) -> PyResult<Value> {
    if object.is_none() {
        Ok(Value::Missing)
    } else if let Ok(text) = object.cast::<PyString>() {
        Ok(Value::Text(utf8(text, name)?.to_owned()))
    } else if object.is_instance_of::<PyBool>() {
        Ok(Value::Truth(object.extract()?))
    } else if object.is_instance_of::<PyDate>() || object.is_instance_of::<PyDateTime>() {
        Ok(Value::Text(object.call_method0("isoformat")?.extract()?))
    } else if object.is_instance_of::<PyFloat>() {
        let real: f64 = object.extract()?;
        if !real.is_finite() {
            return Err(Error::Parameter(format!(
                "a condition on {name:?} must be a finite number, got {object}; None leaves an end \
                 of a range open"
            ))
            .into());
        }
        Ok(Value::Real(real))
    } else if object.is_instance_of::<PyInt>() || object.hasattr("__index__")? {
        let too_large = |_: PyErr| {
            Error::Parameter(format!(
                "a condition on {name:?} must be below 2^63, got {object}"
            ))
        };
        Ok(Value::Integer(object.extract().map_err(too_large)?))
    } else if let Some(plain) = of_numpy(object)? {
        value(name, &plain)
    } else {
        Err(type_error(format!(
            "a condition on {name:?} must be a value, a list of values or a range (first, last), \
             got {}",
            type_name(object)
        )))
    }
}

/// What a scalar of numpy is in Python: its truth values, times and short numbers are none of Python's.
fn of_numpy<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    if object.get_type().module()?.to_str()? != "numpy" || !object.hasattr("item")? {
        return Ok(None);
    }
    let plain = object.call_method0("item")?;
    // Python counts no nanoseconds, so that such a time would come as their number.
    let plain = if type_name(object) == "datetime64" && plain.is_instance_of::<PyInt>() {
        let micros = object.call_method1("astype", ("datetime64[us]",))?;
        micros.call_method0("item")?
    } else {
        plain
    };
    let own = plain.get_type().module()?;
    Ok((own.to_str()? != "numpy").then_some(plain))
}

/// Paths of files.
pub(super) type Paths = Vec<PathBuf>;
