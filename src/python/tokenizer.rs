//! The tokenizer, and the ragged column of tokens that it makes of texts.

use std::sync::Arc;

use arrow_array::{Array as _, ArrayRef, Int64Array, LargeListArray};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NameError, StrDeserializer};

use super::args::TextsArg;
use super::arrow::{Array, export_array};
use super::columns::to_list;
use super::run::run;
use crate::analysis::ragged_tokens;
use crate::error::Error;
use crate::text;

/// Turns texts into tokens, as its options say.
#[pyclass(frozen, eq, from_py_object, module = "hustings._core")]
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Tokenizer(pub(super) text::Tokenizer);

#[pymethods]
impl Tokenizer {
    #[new]
    #[pyo3(signature = (*, possessives="split", hyphens="split", punctuation="drop", numbers="keep", min_length=1, dictionary=false))]
    fn new(
        possessives: &str,
        hyphens: &str,
        punctuation: &str,
        numbers: &str,
        min_length: u32,
        dictionary: bool,
    ) -> PyResult<Self> {
        let options = text::TokenizerOptions {
            possessives: option("possessives", possessives, ["split", "keep"])?,
            hyphens: option("hyphens", hyphens, ["split", "keep"])?,
            punctuation: option("punctuation", punctuation, ["drop", "keep"])?,
            numbers: option("numbers", numbers, ["keep", "drop"])?,
            min_length,
            dictionary,
        };
        Ok(Self(text::Tokenizer::new(options)?))
    }

    /// The options as JSON.
    fn to_json(&self) -> PyResult<String> {
        let failed = |error: serde_json::Error| super::error::internal(&error.to_string());
        serde_json::to_string(self.0.options()).map_err(failed)
    }

    /// A tokenizer from its options as JSON.
    #[staticmethod]
    fn from_json(options: &str) -> PyResult<Self> {
        let refused = |error| Error::Parameter(format!("tokenizer options: {error}"));
        let options = serde_json::from_str(options).map_err(refused)?;
        Ok(Self(text::Tokenizer::new(options)?))
    }

    fn tokenize(&self, py: Python<'_>, texts: TextsArg) -> PyResult<Tokens> {
        let texts = texts.0;
        Ok(Tokens(run(py, None, |task| {
            ragged_tokens(&texts, &self.0, task)
        })?))
    }
}

/// An option by its name; the names are those under which it is serialised.
fn option<'a, T: Deserialize<'a>>(
    what: &'static str,
    given: &'a str,
    known: [&'static str; 2],
) -> PyResult<T> {
    let name: StrDeserializer<'a, NameError> = given.into_deserializer();
    T::deserialize(name).map_err(|_| Error::unknown(what, given, known).into())
}

/// The tokens of each text: a list column in Arrow memory.
#[pyclass(frozen, sequence, module = "hustings._core")]
pub(super) struct Tokens(LargeListArray);

#[pymethods]
impl Tokens {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    #[getter]
    fn n_tokens(&self) -> usize {
        self.0.values().len()
    }

    /// Where the tokens of each text begin in `values`, and the number of tokens.
    #[getter]
    fn offsets(&self) -> Array {
        Array::new(Arc::new(Int64Array::new(
            self.0.offsets().inner().clone(),
            None,
        )))
    }

    /// All tokens, one text behind the other.
    #[getter]
    fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        to_list(py, self.0.values())
    }

    fn text<'py>(&self, py: Python<'py>, number: usize) -> PyResult<Bound<'py, PyList>> {
        to_list(py, &self.0.value(number))
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let _ = requested_schema;
        let array: ArrayRef = Arc::new(self.0.clone());
        export_array(py, &array)
    }
}
