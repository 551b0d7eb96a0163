//! Series: patterns that are counted as one, under one name.

use serde_json::json;

use super::compounds::Compounds;
use super::concordance::search_manifest;
use super::matches::matches;
use crate::corpus::Scope;
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans};
use crate::table::Manifest;
use crate::task::Task;

/// What rows of a table are about: a name, and the patterns of which any match counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What its rows are called.
    pub name: String,
    /// Its patterns; what two of them match counts once.
    pub patterns: Vec<String>,
}

impl Series {
    /// Where any of the patterns matches in view, as [`matches`] has it.
    pub(super) fn matches(
        &self,
        scope: &Scope,
        search: PatternOptions,
        compounds: Option<&Compounds>,
        task: &Task,
    ) -> Result<Spans> {
        if self.patterns.is_empty() {
            let message = format!(
                "the patterns of {:?} must be at least one, got none",
                self.name
            );
            return Err(Error::Parameter(message));
        }
        let found = |pattern: &String| matches(scope, pattern, search, compounds, task);
        Ok(Spans::union(
            self.patterns.iter().map(found).collect::<Result<_>>()?,
        ))
    }

    fn is_unnamed(&self) -> bool {
        self.patterns == [self.name.as_str()]
    }
}

/// What a manifest says of corpus, view and series: patterns by name, or alone where none has another name.
pub(super) fn series_manifest(
    scope: &Scope,
    verb: &str,
    series: &[Series],
    search: PatternOptions,
) -> Result<Manifest> {
    if series.iter().all(Series::is_unnamed) {
        let patterns: Vec<&str> = series.iter().map(|one| one.name.as_str()).collect();
        return search_manifest(scope, verb, &patterns, search);
    }
    let mut manifest = search_manifest::<&str>(scope, verb, &[], search)?;
    let named = series
        .iter()
        .map(|one| (one.name.clone(), json!(one.patterns)));
    manifest.insert("patterns".into(), json!(named.collect::<Manifest>()));
    Ok(manifest)
}
