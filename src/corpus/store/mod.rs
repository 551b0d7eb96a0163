//! The saved corpus, which docs/format.md describes byte for byte.

mod folder;
mod layers;
mod manifest;
mod memory;
mod origin;
mod sections;
mod segments;
mod soundness;
mod voices;

use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_buffer::ScalarBuffer;
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, DataType, Field, Schema};

pub(super) use folder::Folder;
pub(super) use manifest::{FileEntry, LayerFile, SegmentEntry};
pub use memory::Access;
pub use origin::Origin;

use manifest::Manifest;
use sections::Sections;
use segments::{read_segment, write_segment};

use super::part::Part;
use super::vocabulary::Vocabulary;
use super::words::Words;
use super::{Corpus, Ids, Metadata};
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;
use crate::text::{Tokenizer, UNICODE_VERSION};

/// How often a corpus is looked for anew because it was replaced while it was being opened.
const ATTEMPTS: usize = 20;

impl Corpus {
    /// Saves the corpus to a folder, which is made, or which holds a saved corpus that is replaced.
    ///
    /// Segments that are there already are not written again.
    ///
    /// Errors: [`Error::Parameter`] for a folder that holds something else, [`Error::Write`].
    pub fn save(&self, path: &Path, task: &Task) -> Result<()> {
        self.commit_to(&Folder::lock(path, task)?, Access::Read, task)
    }

    /// Writes what is not there yet and makes this corpus the folder's, from which it is opened so if
    /// need be.
    pub(super) fn commit_to(&self, folder: &Folder, access: Access, task: &Task) -> Result<()> {
        let mut segments = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            task.check()?;
            segments.push(write_segment(folder, part.segment(), task)?);
        }
        let (major, minor, patch) = UNICODE_VERSION;
        let manifest = Manifest {
            format: manifest::FORMAT.to_owned(),
            version: if self.speaker_names.is_some() {
                manifest::WITH_NAMES
            } else if self.verbs.is_some() {
                manifest::WITH_VERBS
            } else if self.layers.is_empty() {
                manifest::VERSION
            } else {
                manifest::LAYERED
            },
            hustings: env!("CARGO_PKG_VERSION").to_owned(),
            unicode: format!("{major}.{minor}.{patch}"),
            tokenizer: self.tokenizer.options().clone(),
            texts: self.format,
            documents: self.n_documents(),
            tokens: self.n_tokens(),
            hash: self.hash(),
            own_columns: self.own_columns,
            metadata: write_metadata(folder, &self.ids, &self.metadata)?,
            vocabulary: write_vocabulary(folder, &self.vocabulary, &self.parts)?,
            segments,
            layers: layers::write(folder, &self.layers, &self.parts, task)?,
            reporting_verbs: voices::write_verbs(folder, self.own_verbs())?,
            speaker_names: voices::write_names(folder, self.speaker_names())?,
        };
        folder.commit(&manifest)?;
        let origin = Origin::new(folder.path(), manifest, access)?;
        self.origin.get_or_init(|| Arc::new(origin));
        Ok(())
    }

    /// Opens a saved corpus.
    ///
    /// Errors: [`Error::Io`], [`Error::Parameter`] for a folder that is no saved corpus or one of another
    /// version, [`Error::Corrupt`] naming file, section and byte.
    pub fn open(path: &Path, access: Access, task: &Task) -> Result<Self> {
        let mut json = read_manifest(path)?;
        let mut unchanged = None;
        for _ in 0..ATTEMPTS {
            let opened =
                Manifest::from_json(&json).and_then(|manifest| open(path, &manifest, access, task));
            let Err(Error::Io {
                path: missing,
                source,
            }) = opened
            else {
                return opened;
            };
            let now = read_manifest(path)?;
            if source.kind() != std::io::ErrorKind::NotFound {
                return Err(Error::Io {
                    path: missing,
                    source,
                });
            }
            if now == json && unchanged.is_some() {
                let name = missing.file_name().unwrap_or_default();
                return Err(manifest::missing(&name.to_string_lossy()));
            }
            // The corpus was replaced, and its old files removed, between the two looks; where it is
            // the same again, nobody may write during the next one.
            unchanged = (now == json)
                .then(|| Folder::hold(path, task))
                .transpose()?;
            json = now;
        }
        let message = format!(
            "{} was replaced again and again while it was opened",
            path.display()
        );
        Err(Error::Limit(message))
    }
}

fn read_manifest(folder: &Path) -> Result<Vec<u8>> {
    let path = folder.join(manifest::NAME);
    if folder.is_dir() && !path.exists() {
        let message = format!(
            "path must be a saved corpus, and {} has no {}",
            folder.display(),
            manifest::NAME
        );
        return Err(Error::Parameter(message));
    }
    std::fs::read(&path).map_err(|source| Error::io(path, source))
}

fn open(folder: &Path, manifest: &Manifest, access: Access, task: &Task) -> Result<Corpus> {
    let (ids, metadata) = read_metadata(folder, &manifest.metadata, task)?;
    let (vocabulary, globals) = read_vocabulary(folder, manifest, task)?;
    let mut parts: Vec<Part> = Vec::with_capacity(manifest.segments.len());
    let mut types = 0;
    for entry in &manifest.segments {
        task.check()?;
        let segment = Arc::new(read_segment(folder, entry, access, task)?);
        parts.push(Part::new(
            segment,
            globals.slice(types, entry.types),
            parts.last(),
        )?);
        types += entry.types;
    }
    let corpus = Corpus {
        ids,
        metadata,
        own_columns: manifest.own_columns,
        tokenizer: Tokenizer::new(manifest.tokenizer.clone())?,
        format: manifest.texts,
        vocabulary: Arc::new(vocabulary),
        parts,
        layers: Vec::new(),
        verbs: None,
        speaker_names: None,
        origin: OnceLock::new(),
    };
    let documents: usize = corpus
        .parts
        .iter()
        .map(|part| part.segment().n_documents())
        .sum();
    if (corpus.n_documents(), documents, corpus.n_tokens())
        != (manifest.documents, manifest.documents, manifest.tokens)
    {
        let message = "its numbers of documents and tokens are not those of its files";
        return Err(Error::corrupt(format!("file {}", manifest::NAME), message));
    }
    let layered = layers::read(folder, manifest, corpus, access, task)?;
    let corpus = voices::read(folder, manifest, layered, task)?;
    let origin = Origin::new(folder, manifest.clone(), access)?;
    corpus.origin.get_or_init(|| Arc::new(origin));
    Ok(corpus)
}

fn write_vocabulary(folder: &Folder, vocabulary: &Vocabulary, parts: &[Part]) -> Result<FileEntry> {
    let columns = vocabulary.columns();
    let count = parts.iter().map(Part::n_types).sum();
    let pieces = || parts.iter().map(|part| part.types().inner().as_slice());
    folder.write("vocabulary", |file| {
        file.bytes("types", columns.types.text().as_bytes())?;
        file.numbers("type_ends", columns.types.ends())?;
        file.bytes("norms", columns.norms.text().as_bytes())?;
        file.numbers("norm_ends", columns.norms.ends())?;
        file.numbers("type_frequencies", columns.tokens)?;
        file.numbers("type_documents", columns.documents)?;
        file.numbers("type_norms", columns.norm_of)?;
        file.numbers("norm_ranks", columns.ranks)?;
        file.pieces("segment_types", "u32", count, pieces())
    })
}

/// The vocabulary, and the types of all segments by their own numbers.
fn read_vocabulary(
    folder: &Path,
    manifest: &Manifest,
    task: &Task,
) -> Result<(Vocabulary, ScalarBuffer<u32>)> {
    let file = Sections::load(folder, &manifest.vocabulary, Access::Read, task)?;
    let words = |text: &str, ends: &str| -> Result<Words> {
        let text = String::from_utf8(file.bytes(text)?.to_vec()).ok();
        let ends = file.numbers::<u32>(ends).map(|ends| ends.to_vec())?;
        text.and_then(|text| Words::over(text, ends))
            .ok_or_else(|| file.wrong("types", "they are no words"))
    };
    let counts = |name: &str| file.numbers::<u64>(name).map(|counts| counts.to_vec());
    let numbers = |name: &str| file.numbers::<u32>(name).map(|numbers| numbers.to_vec());
    let words = (words("types", "type_ends")?, words("norms", "norm_ends")?);
    let n_types = words.0.len();
    let counts = (counts("type_frequencies")?, counts("type_documents")?);
    let vocabulary = Vocabulary::over(
        words,
        counts,
        numbers("type_norms")?,
        numbers("norm_ranks")?,
    )
    .ok_or_else(|| file.wrong("type_norms", "the sections of words don't fit each other"))?;
    let globals = file.numbers::<u32>("segment_types")?;
    let wanted: usize = manifest.segments.iter().map(|segment| segment.types).sum();
    if globals.len() != wanted || globals.iter().any(|word| *word as usize >= n_types) {
        return Err(file.wrong("segment_types", "they are not the types of the segments"));
    }
    Ok((vocabulary, globals))
}

fn write_metadata(folder: &Folder, ids: &Ids, metadata: &Metadata) -> Result<FileEntry> {
    let id = ("id".to_owned(), table::strings(ids.iter()));
    let columns: Vec<(String, ArrayRef)> = std::iter::once(id)
        .chain(metadata.columns().iter().cloned())
        .collect();
    let field =
        |(name, column): &(String, ArrayRef)| Field::new(name, column.data_type().clone(), true);
    let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
    let arrays = columns.into_iter().map(|(_, column)| column).collect();
    let encoded = || -> Result<Vec<u8>, ArrowError> {
        let mut writer = FileWriter::try_new(Vec::new(), &schema)?;
        writer.write(&RecordBatch::try_new(schema.clone(), arrays)?)?;
        writer.into_inner()
    };
    let encoded =
        encoded().map_err(|error| Error::Limit(format!("metadata cannot be saved: {error}")))?;
    folder.write_whole("metadata", "arrow", &encoded)
}

fn read_metadata(folder: &Path, entry: &FileEntry, task: &Task) -> Result<(Ids, Metadata)> {
    let file = Sections::load(folder, entry, Access::Read, task)?;
    let content = file.bytes("metadata")?;
    let wrong = |message: &str| file.wrong("metadata", message);
    let decoded = || -> Result<Vec<RecordBatch>, ArrowError> {
        FileReader::try_new(Cursor::new(content.as_slice()), None)?.collect()
    };
    let batches = decoded().map_err(|error| wrong(&error.to_string()))?;
    let [batch] = batches.as_slice() else {
        return Err(wrong("it must hold one batch"));
    };
    let mut columns = batch
        .schema()
        .fields()
        .iter()
        .zip(batch.columns())
        .map(|(field, column)| (field.name().clone(), column.clone()))
        .collect::<Vec<_>>();
    if columns
        .first()
        .is_none_or(|(name, ids)| name != "id" || *ids.data_type() != DataType::LargeUtf8)
    {
        return Err(wrong("its first column must be the ids"));
    }
    let (_, ids) = columns.remove(0);
    let ids = Ids::over(ids.as_string::<i64>()).ok_or_else(|| wrong("its ids are no words"))?;
    let metadata = Metadata::try_new(columns, batch.num_rows())?;
    Ok((ids, metadata))
}
