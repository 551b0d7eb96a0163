//! The sections of a file: written one behind the other, and found again.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use arrow_buffer::{ArrowNativeType, Buffer, ScalarBuffer};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::manifest::{FileEntry, Section, hex};
use super::memory::{Access, load};
use crate::error::{Error, Result};
use crate::task::Task;

/// What every file with sections begins with, filled up with zeros to 64 bytes.
const MAGIC: &[u8; 8] = b"hustings";
const ALIGNMENT: usize = 64;

/// A file under way.
pub(super) struct SectionsWriter {
    file: BufWriter<File>,
    offset: usize,
    sections: Vec<Section>,
}

impl SectionsWriter {
    pub(super) fn create(path: &Path) -> std::io::Result<Self> {
        let mut writer = Self {
            file: BufWriter::with_capacity(1 << 20, File::create_new(path)?),
            offset: 0,
            sections: Vec::new(),
        };
        writer.write(MAGIC)?;
        writer.align()?;
        Ok(writer)
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.offset += bytes.len();
        self.file.write_all(bytes)
    }

    fn align(&mut self) -> std::io::Result<()> {
        let missing = self.offset.next_multiple_of(ALIGNMENT) - self.offset;
        self.write(&[0; ALIGNMENT][..missing])
    }

    /// Writes a section of `values` (`u8`, `u32`, `u64`) that comes in pieces.
    pub(super) fn pieces<'b>(
        &mut self,
        name: &str,
        values: &str,
        count: usize,
        pieces: impl Iterator<Item = &'b [u8]>,
    ) -> std::io::Result<()> {
        let offset = self.offset;
        let mut hash = Xxh3::new();
        for piece in pieces {
            hash.update(piece);
            self.write(piece)?;
        }
        self.sections.push(Section {
            name: name.to_owned(),
            values: values.to_owned(),
            offset,
            count,
            xxh3: hex(hash.digest()),
        });
        self.align()
    }

    pub(super) fn bytes(&mut self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.pieces(name, "u8", bytes.len(), std::iter::once(bytes))
    }

    pub(super) fn numbers<T: Number>(&mut self, name: &str, numbers: &[T]) -> std::io::Result<()> {
        let bytes = arrow_buffer::ToByteSlice::to_byte_slice(numbers);
        self.pieces(name, T::NAME, numbers.len(), std::iter::once(bytes))
    }

    /// The sections and the length of the file, which is on the disk when this returns.
    pub(super) fn finish(self) -> std::io::Result<(Vec<Section>, usize)> {
        let Self {
            file,
            offset,
            sections,
        } = self;
        file.into_inner()?.sync_all()?;
        Ok((sections, offset))
    }
}

/// A number of a section.
pub(super) trait Number: ArrowNativeType {
    const NAME: &'static str;
}

impl Number for u8 {
    const NAME: &'static str = "u8";
}

impl Number for u32 {
    const NAME: &'static str = "u32";
}

impl Number for u64 {
    const NAME: &'static str = "u64";
}

/// A file in memory.
pub(super) struct Sections<'m> {
    entry: &'m FileEntry,
    memory: Buffer,
}

impl<'m> Sections<'m> {
    /// The file of an entry, which must be as long as the entry says and have the entry's checksums,
    /// unless it is mapped.
    pub(super) fn load(
        folder: &Path,
        entry: &'m FileEntry,
        access: Access,
        task: &Task,
    ) -> Result<Self> {
        let memory = load(&folder.join(&entry.name), access, task)?;
        let sections = Self { entry, memory };
        for section in &entry.sections {
            sections.range(section)?;
        }
        if sections.memory.len() != entry.bytes {
            let found = sections.memory.len();
            let message = format!("it has {found} bytes where {} were saved", entry.bytes);
            return Err(Error::corrupt(format!("file {}", entry.name), message));
        }
        if access == Access::Read {
            task.map(entry.sections.iter().collect(), |section| {
                sections.verify(section)
            })?;
        }
        Ok(sections)
    }

    fn place(&self, section: &Section) -> String {
        self.entry.place(section)
    }

    fn range(&self, section: &Section) -> Result<std::ops::Range<usize>> {
        let range = section
            .bytes()
            .filter(|range| range.start.is_multiple_of(ALIGNMENT))
            .ok_or_else(|| {
                Error::corrupt(
                    self.place(section),
                    "its entry in the manifest is no section's",
                )
            })?;
        if range.end > self.memory.len() {
            let message = format!(
                "it goes to byte {}, and the file ends at byte {}",
                range.end,
                self.memory.len()
            );
            return Err(Error::corrupt(self.place(section), message));
        }
        Ok(range)
    }

    fn verify(&self, section: &Section) -> Result<()> {
        let range = self.range(section)?;
        if hex(xxh3_64(&self.memory[range])) == section.xxh3 {
            return Ok(());
        }
        Err(Error::corrupt(
            self.place(section),
            "its bytes are not those that were saved",
        ))
    }

    fn section(&self, name: &str, values: &str) -> Result<&'m Section> {
        let found = self
            .entry
            .sections
            .iter()
            .find(|section| section.name == name);
        found
            .filter(|section| section.values == values)
            .ok_or_else(|| {
                let message = format!("it has no section {name} of {values}");
                Error::corrupt(format!("file {}", self.entry.name), message)
            })
    }

    /// A section of bytes.
    pub(super) fn bytes(&self, name: &str) -> Result<Buffer> {
        let range = self.range(self.section(name, u8::NAME)?)?;
        Ok(self.memory.slice_with_length(range.start, range.len()))
    }

    /// A section of numbers.
    pub(super) fn numbers<T: Number>(&self, name: &str) -> Result<ScalarBuffer<T>> {
        let section = self.section(name, T::NAME)?;
        let range = self.range(section)?;
        Ok(ScalarBuffer::new(
            self.memory.clone(),
            range.start / size_of::<T>(),
            section.count,
        ))
    }

    /// That something about a section is not as it must be.
    pub(super) fn wrong(&self, name: &str, message: &str) -> Error {
        self.entry.wrong(name, message)
    }
}
