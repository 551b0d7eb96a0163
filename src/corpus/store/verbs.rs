//! Reporting verbs of a corpus's own, as rows of JSON.

use std::path::Path;
use std::sync::Arc;

use super::folder::Folder;
use super::manifest::{FileEntry, Manifest};
use super::memory::Access;
use super::sections::Sections;
use crate::articles::{ReportingVerbs, VerbRow};
use crate::corpus::Corpus;
use crate::error::Result;
use crate::task::Task;

/// The stem of the file's name and the name of its section.
const STEM: &str = "verbs";

pub(super) fn write(folder: &Folder, verbs: Option<&ReportingVerbs>) -> Result<Option<FileEntry>> {
    let rows = |verbs: &ReportingVerbs| {
        let json = serde_json::to_vec(verbs.rows()).expect("rows of strings");
        folder.write_whole(STEM, "json", &json)
    };
    verbs.map(rows).transpose()
}

/// The corpus with the verbs of its manifest.
pub(super) fn read(
    folder: &Path,
    manifest: &Manifest,
    corpus: Corpus,
    task: &Task,
) -> Result<Corpus> {
    let Some(entry) = &manifest.reporting_verbs else {
        return Ok(corpus);
    };
    let file = Sections::load(folder, entry, Access::Read, task)?;
    let rows: Vec<VerbRow> = serde_json::from_slice(&file.bytes(STEM)?)
        .map_err(|error| file.wrong(STEM, &error.to_string()))?;
    let verbs = ReportingVerbs::new(&rows).map_err(|error| file.wrong(STEM, &error.to_string()))?;
    Ok(corpus.with_reporting_verbs(Arc::new(verbs)))
}
