//! Files: text files as batches of documents, and any file read block by block.

use std::fs::File;
use std::io::{Error as IoError, ErrorKind, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::LargeStringBuilder;

use super::decoding::Decoding;
use super::documents::check;
use super::ids::DocId;
use super::stream::{Batch, Batches};
use super::words::Words;
use super::{Ids, Metadata};
use crate::error::{Error, Result};
use crate::task::Task;
use crate::text::Texts;

/// The bytes that are read between two looks at the task.
const BLOCK_BYTES: usize = 1 << 20;
/// The bytes that are asked for where a file does not say how many it has.
const PIPE_BYTES: usize = 1 << 16;
/// The text that a worker reads into one array, in bytes, unless one file is larger.
const RUN_BYTES: u64 = 1 << 20;
/// No text below 4 GiB takes more in any encoding, in bytes.
const LARGEST_FILE: usize = 2 * u32::MAX as usize;
/// What opening a file costs, in bytes of text.
const FILE_COST: u64 = 2048;
/// The paths that a worker looks up at a time.
const PATHS_AT_ONCE: usize = 512;

/// Text files, a document each, read in batches.
pub struct TextFiles {
    paths: Vec<PathBuf>,
    ids: Ids,
    sizes: Vec<u64>,
    decoding: Decoding,
    batches: std::vec::IntoIter<Range<usize>>,
}

impl TextFiles {
    /// These files, of which a batch takes about so many bytes.
    pub fn new(
        paths: Vec<PathBuf>,
        ids: Ids,
        decoding: Decoding,
        batch_bytes: u64,
        task: &Task,
    ) -> Result<Self> {
        check(paths.len(), &ids, &Metadata::empty(paths.len()))?;
        let sizes = sizes(&paths, task)?;
        task.expect(paths.len() as u64);
        let batches = runs(0..paths.len(), batch_bytes, |row| sizes[row]);
        Ok(Self {
            paths,
            ids,
            sizes,
            decoding,
            batches: batches.into_iter(),
        })
    }

    /// The texts of some files in one array.
    fn read(&self, rows: Range<usize>, task: &Task) -> Result<ArrayRef> {
        let expected: u64 = self.sizes[rows.clone()].iter().sum();
        // A file by itself can be of any size: its text makes the room that it needs.
        let room = usize::try_from(expected.min(RUN_BYTES)).unwrap_or(0);
        let mut texts = LargeStringBuilder::with_capacity(rows.len(), room);
        let mut bytes = Vec::new();
        for row in rows {
            let path = &self.paths[row];
            bytes.clear();
            let mut blocks = Blocks::open(path)?;
            while blocks.append(&mut bytes, path)? > 0 {
                task.check()?;
                if bytes.len() > LARGEST_FILE {
                    let id = self.ids.name(DocId::from_index(row));
                    return Err(Error::text(id, "text must be below 4 GiB; split it"));
                }
            }
            let text = self
                .decoding
                .document(&bytes, &path.display().to_string(), task)?;
            texts.append_value(&text);
        }
        Ok(Arc::new(texts.finish()))
    }
}

impl Batches for TextFiles {
    fn next(&mut self, task: &Task) -> Result<Option<Batch>> {
        let Some(rows) = self.batches.next() else {
            return Ok(None);
        };
        let runs = runs(rows.clone(), RUN_BYTES, |row| self.sizes[row] + FILE_COST);
        let arrays = task.map(runs, |rows| self.read(rows, task))?;
        let ids = rows.map(|row| self.ids.name(DocId::from_index(row)));
        Ok(Some(Batch {
            ids: Words::try_new(ids)?,
            texts: Texts::try_new(&arrays)?,
        }))
    }

    fn finish(self) -> Result<(Ids, Metadata)> {
        let metadata = Metadata::empty(self.ids.len());
        Ok((self.ids, metadata))
    }
}

/// The sizes of files as their folders have them.
pub(super) fn sizes(paths: &[PathBuf], task: &Task) -> Result<Vec<u64>> {
    // One that cannot be looked up is 0 bytes long here: reading it in its turn names what is wrong.
    let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |found| found.len());
    let sizes = task.map(
        paths.chunks(PATHS_AT_ONCE).collect(),
        |paths: &[PathBuf]| Ok(paths.iter().map(size).collect::<Vec<_>>()),
    )?;
    Ok(sizes.concat())
}

/// Rows in runs whose sizes add up to at most `limit`, unless one row is larger.
fn runs(rows: Range<usize>, limit: u64, size: impl Fn(usize) -> u64) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let (mut first, mut sum) = (rows.start, 0_u64);
    for row in rows.clone() {
        let size = size(row);
        if row > first && sum.saturating_add(size) > limit {
            runs.push(first..row);
            (first, sum) = (row, 0);
        }
        sum = sum.saturating_add(size);
    }
    if first < rows.end {
        runs.push(first..rows.end);
    }
    runs
}

/// A file that is read block by block.
pub(super) struct Blocks {
    file: File,
    /// Its length when it was opened; 0 for what has none, a pipe for one.
    size: u64,
    read: u64,
}

impl Blocks {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|error| Error::io(path, error))?;
        let found = file.metadata().map_err(|error| Error::io(path, error))?;
        let size = if found.is_file() { found.len() } else { 0 };
        Ok(Self {
            file,
            size,
            read: 0,
        })
    }

    /// Appends the next bytes, and says how many; none are left if that is 0.
    pub(super) fn append(&mut self, bytes: &mut Vec<u8>, path: &Path) -> Result<usize> {
        let left = usize::try_from(self.size.saturating_sub(self.read)).unwrap_or(BLOCK_BYTES);
        // One byte more than is expected shows the end, or that the file has grown.
        let room = if self.size == 0 { PIPE_BYTES } else { left + 1 };
        let start = bytes.len();
        bytes.resize(start + room.min(BLOCK_BYTES), 0);
        let outcome = loop {
            match self.file.read(&mut bytes[start..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => (),
                outcome => break outcome,
            }
        };
        bytes.truncate(start + outcome.as_ref().unwrap_or(&0));
        let read = outcome.map_err(|error| Error::io(path, error))?;
        self.read += read as u64;
        if read == 0 && self.read < self.size {
            let message = format!(
                "it shrank from {} to {} bytes while it was read",
                self.size, self.read
            );
            let error = IoError::new(ErrorKind::UnexpectedEof, message);
            return Err(Error::io(path, error));
        }
        Ok(read)
    }

    /// The bytes read so far.
    pub(super) fn read(&self) -> u64 {
        self.read
    }
}
