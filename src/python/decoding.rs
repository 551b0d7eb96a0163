//! Decoding for readers that take text from Python: the bytes of a file as UTF-8.

use std::borrow::Cow;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::args::DecodingArg;
use super::run::run;

/// The bytes of a file as UTF-8 without a byte order mark: the same ones, if that is what they are.
#[pyfunction]
pub(super) fn decoded(
    content: Bound<'_, PyBytes>,
    path: PathBuf,
    decoding: DecodingArg,
) -> PyResult<Bound<'_, PyBytes>> {
    let py = content.py();
    let bytes = content.as_bytes();
    let name = path.display().to_string();
    let text = run(py, None, |task| decoding.0.decode(bytes, &name, task))?;
    match text {
        Cow::Borrowed(text) if text.len() == bytes.len() => Ok(content.clone()),
        text => Ok(PyBytes::new(py, text.as_bytes())),
    }
}
