//! Dictionaries looked up in a corpus.

use pyo3::prelude::*;

use super::args::NamesArg;
use super::corpus::Corpus;
use super::error::internal;
use super::table::Table;
use crate::analysis::{self, LookupDictionary, LookupOptions, LookupUnit, Named, Overlaps};
use crate::error::Error;

/// A dictionary: (categories, entries with the number of their category, negations, the whole as JSON).
pub(super) struct DictionaryArg(LookupDictionary);

impl<'py> FromPyObject<'_, 'py> for DictionaryArg {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        type Parts<'py> = (
            NamesArg,
            Vec<(u32, Bound<'py, PyAny>)>,
            Bound<'py, PyAny>,
            String,
        );
        let (categories, entries, negation, described): Parts<'py> = object.extract()?;
        let n_categories = categories.0.len();
        let glob = |(category, glob): (u32, Bound<'py, PyAny>)| -> PyResult<(u32, String)> {
            if category as usize >= n_categories {
                return Err(internal("an entry without a category"));
            }
            let names = glob.extract::<NamesArg>()?.0;
            Ok((category, names.into_iter().next().unwrap_or_default()))
        };
        let described = serde_json::from_str(&described)
            .map_err(|error| Error::Parameter(error.to_string()))?;
        Ok(Self(LookupDictionary {
            categories: categories.0,
            entries: entries.into_iter().map(glob).collect::<PyResult<_>>()?,
            negation: negation.extract::<NamesArg>()?.0,
            described,
        }))
    }
}

/// How often each category or entry occurs; options are (unit, overlaps, within, entries, case, layer).
#[pyfunction]
pub(super) fn lookup(
    py: Python<'_>,
    corpus: PyRef<'_, Corpus>,
    dictionary: DictionaryArg,
    by: NamesArg,
    options: (String, String, u32, bool, bool, Option<String>),
    compound: Named,
) -> PyResult<Table> {
    let scope = &corpus.0;
    let (unit, overlaps, within, entries, case_sensitive, layer) = options;
    let options = LookupOptions {
        by: by.0,
        unit: LookupUnit::from_name(&unit)?,
        overlaps: Overlaps::from_name(&overlaps)?,
        within,
        entries,
        case_sensitive,
        layer,
        compounds: compound,
    };
    Table::of(py, |task| {
        analysis::lookup(scope, &dictionary.0, &options, task)
    })
}
