//! The Python bindings: the only module that knows Python.

#![expect(
    clippy::needless_pass_by_value,
    reason = "Python hands every argument over"
)]

mod args;
mod arrow;
mod builder;
mod coding;
mod collocations;
mod columns;
mod concordance;
mod corpus;
mod decoding;
mod dispersion;
mod dtm;
mod error;
mod keyness;
mod layers;
mod lookup;
mod metadata;
mod reuse;
mod run;
mod scores;
mod style;
mod table;
mod texts;
mod tokenizer;
mod trend;
mod voices;

use pyo3::prelude::*;

/// The compiled half of `hustings`; the package around it is what users import.
#[pymodule]
#[pyo3(name = "_core")]
mod core_module {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::arrow::Array;
    #[pymodule_export]
    use super::builder::Builder;
    #[pymodule_export]
    use super::coding::{Agreement, agreement};
    #[pymodule_export]
    use super::collocations::{clusters, collocates, ngrams};
    #[pymodule_export]
    use super::concordance::{Concordance, Line, Passage};
    #[pymodule_export]
    use super::corpus::Corpus;
    #[pymodule_export]
    use super::decoding::decoded;
    #[pymodule_export]
    use super::dispersion::{dispersion, dispersion_of, dispersion_plot, dispersions};
    #[pymodule_export]
    use super::dtm::Dtm;
    #[pymodule_export]
    use super::keyness::{keyness, others};
    #[pymodule_export]
    use super::layers::Annotations;
    #[pymodule_export]
    use super::lookup::lookup;
    #[pymodule_export]
    use super::metadata::{groupings, with_renamed, with_rows, with_rows_of, with_rows_on};
    #[pymodule_export]
    use super::reuse::{near_duplicate_pairs, near_duplicates, text_reuse, with_near_duplicates};
    #[pymodule_export]
    use super::run::{fail, set_threads, threads};
    #[pymodule_export]
    use super::scores::{association, measures};
    #[pymodule_export]
    use super::style::{diversity, diversity_measures, diversity_of};
    #[pymodule_export]
    use super::style::{
        normal_form, readability, readability_measures, readability_of, similarity, syllables,
    };
    #[pymodule_export]
    use super::table::{Table, display_width};
    #[pymodule_export]
    use super::texts::{quotations, sentences};
    #[pymodule_export]
    use super::tokenizer::{Tokenizer, Tokens};
    #[pymodule_export]
    use super::trend::{change_points_of, trend, trend_of};

    #[pymodule_export]
    use super::voices::{ReportingVerbs, acronyms, quotation_counts, reporting_verbs};
    #[pymodule_export]
    use super::voices::{with_reporting_verbs, with_speaker_names};

    #[pymodule_init]
    #[expect(clippy::unnecessary_wraps, reason = "what the attribute asks for")]
    fn init(_module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::allocator::keep_for_a_while();
        Ok(())
    }

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name that Python expects")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
