//! What a corpus knows of voices by itself, as JSON: its reporting verbs, and the names of its speakers.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folder::Folder;
use super::manifest::{FileEntry, Manifest};
use super::memory::Access;
use super::sections::Sections;
use crate::articles::{ReportingVerbs, VerbRow};
use crate::corpus::{Corpus, SpeakerNames};
use crate::error::Result;
use crate::task::Task;

/// The stems of the files' names and the names of their sections.
const VERBS: &str = "verbs";
const SPEAKERS: &str = "speakers";

pub(super) fn write_verbs(
    folder: &Folder,
    verbs: Option<&ReportingVerbs>,
) -> Result<Option<FileEntry>> {
    verbs
        .map(|verbs| write(folder, VERBS, verbs.rows()))
        .transpose()
}

pub(super) fn write_names(
    folder: &Folder,
    names: Option<&SpeakerNames>,
) -> Result<Option<FileEntry>> {
    names
        .map(|names| write(folder, SPEAKERS, names))
        .transpose()
}

fn write<T: Serialize + ?Sized>(folder: &Folder, stem: &str, values: &T) -> Result<FileEntry> {
    let json = serde_json::to_vec(values).expect("strings");
    folder.write_whole(stem, "json", &json)
}

/// The corpus with the verbs and the names of speakers of its manifest.
pub(super) fn read(
    folder: &Path,
    manifest: &Manifest,
    mut corpus: Corpus,
    task: &Task,
) -> Result<Corpus> {
    if let Some(entry) = &manifest.reporting_verbs {
        let verbs = read_file(folder, (entry, VERBS), task, |rows: Vec<VerbRow>| {
            ReportingVerbs::new(&rows)
        })?;
        corpus = corpus.with_reporting_verbs(Arc::new(verbs));
    }
    if let Some(entry) = &manifest.speaker_names {
        let names = read_file(folder, (entry, SPEAKERS), task, |names: SpeakerNames| {
            SpeakerNames::new(names.into_pairs())
        })?;
        corpus = corpus.with_speaker_names(Arc::new(names));
    }
    Ok(corpus)
}

fn read_file<T: DeserializeOwned, M>(
    folder: &Path,
    (entry, section): (&FileEntry, &str),
    task: &Task,
    made: impl FnOnce(T) -> Result<M>,
) -> Result<M> {
    let file = Sections::load(folder, entry, Access::Read, task)?;
    let values = serde_json::from_slice(&file.bytes(section)?)
        .map_err(|error| file.wrong(section, &error.to_string()))?;
    made(values).map_err(|error| file.wrong(section, &error.to_string()))
}
