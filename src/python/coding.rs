//! The agreement of coders.

use pyo3::prelude::*;

use super::run::guard;
use crate::stats::{self, Level};

/// How far coders agree, and on how much.
#[pyclass(frozen, get_all, module = "hustings._core")]
pub(super) struct Agreement {
    units: u64,
    codes: u64,
    observed: Option<f64>,
    kappa: Option<f64>,
    alpha: Option<f64>,
}

/// The agreement of coders; each unit has the number of each coder's code among the values.
#[pyfunction]
pub(super) fn agreement(
    units: Vec<Vec<Option<u32>>>,
    values: Vec<f64>,
    level: &str,
) -> PyResult<Agreement> {
    guard(|| {
        let found = stats::agreement(&units, &values, Level::from_name(level)?)?;
        Ok(Agreement {
            units: found.units,
            codes: found.codes,
            observed: found.observed,
            kappa: found.kappa,
            alpha: found.alpha,
        })
    })
}
