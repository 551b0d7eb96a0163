//! The saved corpus, which docs/format.md describes byte for byte.

mod folder;
mod layers;
mod manifest;
mod memory;
mod sections;

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
pub(super) use manifest::{LayerFile, SegmentEntry};
pub use memory::Access;

use manifest::{FileEntry, Manifest};
use sections::{Sections, SectionsWriter};

use super::bits::Packed;
use super::characters::{Characters, counts_before};
use super::part::Part;
use super::postings::Postings;
use super::regions::Zones;
use super::segment::{Counts, Rows, Segment};
use super::sources::Sources;
use super::starts::Starts;
use super::vocabulary::Vocabulary;
use super::words::Words;
use super::{Corpus, Ids, Metadata};
use crate::articles::ZoneKind;
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
        self.commit_to(&Folder::lock(path, task)?, task)
    }

    /// Writes what is not there yet and makes this corpus the folder's.
    pub(super) fn commit_to(&self, folder: &Folder, task: &Task) -> Result<()> {
        let mut segments = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            task.check()?;
            segments.push(write_segment(folder, part.segment(), task)?);
        }
        let (major, minor, patch) = UNICODE_VERSION;
        let manifest = Manifest {
            format: manifest::FORMAT.to_owned(),
            version: if self.layers.is_empty() {
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
        };
        folder.commit(&manifest)
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
                let place = format!("file {}", missing.file_name().unwrap_or_default().display());
                return Err(Error::corrupt(place, "it is missing"));
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
    layers::read(folder, manifest, corpus, access, task)
}

/// Writes a segment, unless it is there, and has it remember where it is.
fn write_segment(folder: &Folder, segment: &Segment, task: &Task) -> Result<SegmentEntry> {
    if let Some(saved) = segment.saved.get().filter(|saved| folder.has(&saved.file)) {
        return Ok(saved.clone());
    }
    task.check()?;
    let file = folder.write("segment", |file| fill_segment(file, segment))?;
    let entry = SegmentEntry {
        documents: segment.n_documents(),
        tokens: segment.n_tokens(),
        types: segment.n_types(),
        width: segment.types.width(),
        file,
    };
    Ok(segment.saved.get_or_init(|| entry).clone())
}

fn fill_segment(file: &mut SectionsWriter, segment: &Segment) -> std::io::Result<()> {
    let Segment {
        rows,
        zones,
        starts,
        characters,
        types,
        counts,
        postings,
        sentences: _,
        explained: _,
        voiced: _,
        saved: _,
    } = segment;
    let texts = || (0..rows.texts.len()).map(|number| rows.texts.bytes(number));
    let mut bounds = vec![0_u64];
    for text in texts() {
        bounds.push(bounds[bounds.len() - 1] + text.len() as u64);
    }
    let bytes = usize::try_from(bounds[bounds.len() - 1]).unwrap_or(usize::MAX);
    file.pieces("texts", "u8", bytes, texts())?;
    file.numbers("text_bounds", &bounds)?;
    file.numbers("text_hashes", &rows.hashes)?;
    file.numbers("text_ascii", &rows.ascii)?;
    file.numbers("document_positions", &rows.positions)?;
    file.numbers("document_blocks", &rows.blocks)?;
    file.numbers("zone_kinds", &zones.kinds)?;
    file.numbers("zone_starts", &zones.starts)?;
    file.numbers("zone_ends", &zones.ends)?;
    file.numbers("zone_positions", &zones.positions)?;
    file.numbers("document_zones", &zones.documents)?;
    file.numbers("token_starts", starts.bits())?;
    file.numbers("token_start_counts", starts.counts())?;
    file.numbers("character_counts", characters.counts())?;
    file.bytes("token_types", types.bytes())?;
    file.numbers("type_frequencies", &counts.tokens)?;
    file.numbers("type_documents", &counts.documents)?;
    file.bytes("postings", postings.bytes())?;
    file.numbers("postings_firsts", postings.firsts())
}

impl Folder {
    /// Writes a segment and gives back the same one, its memory the file.
    pub(super) fn put(&self, segment: &Segment, task: &Task) -> Result<Segment> {
        let entry = write_segment(self, segment, task)?;
        read_segment(self.path(), &entry, Access::Map, task)
    }
}

fn read_segment(
    folder: &Path,
    entry: &SegmentEntry,
    access: Access,
    task: &Task,
) -> Result<Segment> {
    let file = Sections::load(folder, &entry.file, access, task)?;
    let rows = read_rows(&file, entry)?;
    let zones = read_zones(&file, &rows, entry)?;
    let bits = file.numbers("token_starts")?;
    if rows.blocks[entry.documents] as usize != bits.len() {
        return Err(file.wrong("document_blocks", "they are not those of the token starts"));
    }
    let characters: ScalarBuffer<u32> = file.numbers("character_counts")?;
    if characters.len() != counts_before(bits.len()) {
        return Err(file.wrong(
            "character_counts",
            "they are not as many as the token starts ask for",
        ));
    }
    let starts = Starts::over(bits, file.numbers("token_start_counts")?);
    let counts = Counts {
        tokens: file.numbers("type_frequencies")?,
        documents: file.numbers("type_documents")?,
    };
    if [counts.tokens.len(), counts.documents.len()] != [entry.types; 2] {
        return Err(file.wrong(
            "type_frequencies",
            "they are not as many as there are types",
        ));
    }
    let types = Packed::over(file.bytes("token_types")?, entry.width, entry.tokens);
    let firsts = file.numbers::<u32>("postings_firsts")?;
    let as_many = firsts.len() == entry.types + 1;
    let postings = Postings::over(file.bytes("postings")?, firsts).filter(|_| as_many);
    Ok(Segment {
        rows,
        zones,
        characters: Characters::over(characters),
        starts: starts.ok_or_else(|| {
            file.wrong("token_start_counts", "they are not as many as their bits")
        })?,
        types: types
            .ok_or_else(|| file.wrong("token_types", "they are not as many as there are tokens"))?,
        counts,
        postings: postings
            .ok_or_else(|| file.wrong("postings_firsts", "they are not those of the postings"))?,
        sentences: OnceLock::new(),
        explained: OnceLock::new(),
        voiced: OnceLock::new(),
        saved: OnceLock::from(entry.clone()),
    })
}

fn read_rows(file: &Sections<'_>, entry: &SegmentEntry) -> Result<Rows> {
    let (bytes, bounds) = (file.bytes("texts")?, file.numbers::<u64>("text_bounds")?);
    if bounds.last().copied() != Some(bytes.len() as u64) {
        return Err(file.wrong("text_bounds", "they are not those of the texts"));
    }
    let rows = Rows {
        texts: Sources::Stored { bytes, bounds },
        hashes: file.numbers("text_hashes")?,
        ascii: file.numbers("text_ascii")?,
        positions: file.numbers("document_positions")?,
        blocks: file.numbers("document_blocks")?,
    };
    let lengths = [rows.texts.len(), rows.hashes.len(), rows.ascii.len()];
    if lengths != [entry.documents; 3]
        || [rows.positions.len(), rows.blocks.len()] != [entry.documents + 1; 2]
    {
        return Err(file.wrong(
            "text_bounds",
            "the sections of documents are not equally long",
        ));
    }
    if rows.positions[entry.documents] as usize != entry.tokens {
        return Err(file.wrong(
            "document_positions",
            "they don't end with the number of tokens",
        ));
    }
    Ok(rows)
}

fn read_zones(file: &Sections<'_>, rows: &Rows, entry: &SegmentEntry) -> Result<Zones> {
    let zones = Zones {
        kinds: file.numbers("zone_kinds")?,
        starts: file.numbers("zone_starts")?,
        ends: file.numbers("zone_ends")?,
        positions: file.numbers("zone_positions")?,
        documents: file.numbers("document_zones")?,
    };
    let n_zones = zones.kinds.len();
    let known = |kind: &u8| usize::from(*kind) < ZoneKind::ALL.len();
    let fit = [zones.starts.len(), zones.ends.len()] == [n_zones; 2]
        && zones.positions.len() == n_zones + 1
        && zones.documents.len() == rows.positions.len()
        && zones.documents[entry.documents] as usize == n_zones
        && zones.positions[n_zones] as usize == entry.tokens
        && zones.kinds.iter().all(known);
    fit.then_some(zones)
        .ok_or_else(|| file.wrong("zone_kinds", "the sections of zones don't fit each other"))
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
