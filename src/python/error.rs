//! Errors of the core as the exceptions of `hustings.errors`.

use pyo3::exceptions::{PyKeyboardInterrupt, PyOSError};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::error::Error;

impl From<Error> for PyErr {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::Parameter(_) => exception("ParameterError", message),
            Error::Type(_) => exception("InputTypeError", message),
            Error::Unknown { .. } => exception("UnknownNameError", message),
            Error::Query { .. } => exception("QueryError", message),
            Error::Citation(_) => exception("CitationError", message),
            Error::Text { .. } => exception("TextError", message),
            Error::Corrupt { .. } => exception("CorpusCorruptError", message),
            Error::Limit(_) => exception("LimitError", message),
            Error::Io { path, source } | Error::Write { path, source } => {
                match source.raw_os_error() {
                    // Python picks FileNotFoundError and its like by the number.
                    Some(number) => {
                        PyOSError::new_err((number, reason(&source), path.into_os_string()))
                    }
                    None => PyOSError::new_err(message),
                }
            }
            Error::Cancelled => PyKeyboardInterrupt::new_err(()),
        }
    }
}

/// A defect of ours.
pub(super) fn internal(what: &str) -> PyErr {
    let version = env!("CARGO_PKG_VERSION");
    exception(
        "InternalError",
        format!("{what}; this is a defect of hustings {version}, please report it"),
    )
}

fn exception(name: &str, message: String) -> PyErr {
    Python::attach(|py| {
        let class = py
            .import("hustings.errors")
            .and_then(|errors| errors.getattr(name));
        match class.and_then(|class| Ok(class.cast_into::<PyType>()?)) {
            Ok(class) => PyErr::from_type(class, message),
            Err(error) => error,
        }
    })
}

/// What the operating system said, without the number that `std` appends.
fn reason(source: &std::io::Error) -> String {
    let text = source.to_string();
    text.split(" (os error")
        .next()
        .unwrap_or_default()
        .to_owned()
}
