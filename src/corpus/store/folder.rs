//! The folder of a saved corpus: who may write to it, and when what was written counts.
//!
//! Files get a name by their content and are never changed, so readers of the corpus that was there
//! before keep theirs. The manifest is replaced last, in one step: a reader sees old or new.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use xxhash_rust::xxh3::xxh3_64;

use super::manifest::{self, FileEntry, Manifest, hex};
use super::sections::SectionsWriter;
use crate::error::{Error, Result};
use crate::task::Task;

/// The file that the one process that writes holds a lock on.
const LOCK: &str = "lock";
/// The ending of a file that is being written.
const UNFINISHED: &str = ".tmp";
/// How long one look at a lock that another process holds is from the next.
const TICK: Duration = Duration::from_millis(20);

/// A folder that only this process writes to, as long as this lives.
#[derive(Debug)]
pub(in crate::corpus) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes or opens a folder for writing, and waits for others that do.
    pub(in crate::corpus) fn lock(path: &Path, task: &Task) -> Result<Self> {
        let failed = |source| Error::write(path, source);
        if path.exists() && !is_ours(path).map_err(failed)? {
            let message = format!(
                "path must be new or a saved corpus, and {} holds something else; choose another",
                path.display()
            );
            return Err(Error::Parameter(message));
        }
        fs::create_dir_all(path).map_err(failed)?;
        let lock_file = path.join(LOCK);
        let lock = File::options().create(true).append(true).open(&lock_file);
        let lock = lock.map_err(|source| Error::write(&lock_file, source))?;
        wait(|| lock.try_lock(), task)?.map_err(|source| Error::write(&lock_file, source))?;
        let folder = Self {
            path: path.to_owned(),
            _lock: lock,
        };
        // Whoever left them is gone, or it would hold the lock.
        folder.remove(|name| name.ends_with(UNFINISHED))?;
        Ok(folder)
    }

    /// Keeps others from writing to a folder, as long as the file lives. A folder without a lock is
    /// one that nobody writes to.
    pub(super) fn hold(path: &Path, task: &Task) -> Result<Option<File>> {
        let lock_file = path.join(LOCK);
        let Ok(lock) = File::open(&lock_file) else {
            return Ok(None);
        };
        wait(|| lock.try_lock_shared(), task)?.map_err(|source| Error::io(&lock_file, source))?;
        Ok(Some(lock))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a file is there as its entry says.
    pub(super) fn has(&self, entry: &FileEntry) -> bool {
        let length = fs::metadata(self.path.join(&entry.name)).map(|file| file.len());
        length.is_ok_and(|length| length == entry.bytes as u64)
    }

    /// Writes a file of sections, which gets a name by what is in it.
    pub(super) fn write(
        &self,
        stem: &str,
        fill: impl FnOnce(&mut SectionsWriter) -> std::io::Result<()>,
    ) -> Result<FileEntry> {
        let unfinished = self.unfinished(stem);
        let write = || {
            let mut writer = SectionsWriter::create(&unfinished)?;
            fill(&mut writer)?;
            writer.finish()
        };
        let (sections, bytes) = write().map_err(|source| Error::write(&unfinished, source))?;
        let checksums: String = sections
            .iter()
            .map(|section| section.xxh3.as_str())
            .collect();
        let name = format!("{stem}-{}.bin", hex(xxh3_64(checksums.as_bytes())));
        self.rename(&unfinished, &name)?;
        Ok(FileEntry {
            name,
            bytes,
            sections,
        })
    }

    /// Writes a file of one section, as another program knows it.
    pub(super) fn write_whole(
        &self,
        stem: &str,
        ending: &str,
        content: &[u8],
    ) -> Result<FileEntry> {
        let unfinished = self.unfinished(stem);
        let write = || {
            fs::write(&unfinished, content)?;
            File::open(&unfinished)?.sync_all()
        };
        write().map_err(|source| Error::write(&unfinished, source))?;
        let xxh3 = hex(xxh3_64(content));
        let name = format!("{stem}-{xxh3}.{ending}");
        self.rename(&unfinished, &name)?;
        let section = manifest::Section {
            name: stem.to_owned(),
            values: "u8".to_owned(),
            offset: 0,
            count: content.len(),
            xxh3,
        };
        Ok(FileEntry {
            name,
            bytes: content.len(),
            sections: vec![section],
        })
    }

    fn unfinished(&self, stem: &str) -> PathBuf {
        self.path
            .join(format!("{stem}-{}{UNFINISHED}", std::process::id()))
    }

    fn rename(&self, unfinished: &Path, name: &str) -> Result<()> {
        let path = self.path.join(name);
        fs::rename(unfinished, &path).map_err(|source| Error::write(path, source))
    }

    /// Makes this manifest that of the folder, and removes what it does not name.
    pub(super) fn commit(&self, manifest: &Manifest) -> Result<()> {
        self.sync()?;
        let unfinished = self.unfinished(manifest::NAME);
        let write = || {
            fs::write(&unfinished, manifest.to_json())?;
            File::open(&unfinished)?.sync_all()
        };
        write().map_err(|source| Error::write(&unfinished, source))?;
        self.rename(&unfinished, manifest::NAME)?;
        self.sync()?;
        self.remove(|name| !manifest.files().any(|file| file.name == name))
    }

    /// Waits until the names in the folder are on the disk.
    fn sync(&self) -> Result<()> {
        if cfg!(unix) {
            let sync = || File::open(&self.path)?.sync_all();
            sync().map_err(|source| Error::write(&self.path, source))?;
        }
        Ok(())
    }

    /// Removes files of ours whose names are superfluous.
    fn remove(&self, is_superfluous: impl Fn(&str) -> bool) -> Result<()> {
        let failed = |source| Error::write(&self.path, source);
        for entry in fs::read_dir(&self.path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            let name = name.to_str().unwrap_or_default();
            if is_data(name) && is_superfluous(name) {
                match fs::remove_file(entry.path()) {
                    // Where a reader keeps it from going, the next to write tries again.
                    Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => (),
                    other => other.map_err(|source| Error::write(entry.path(), source))?,
                }
            }
        }
        Ok(())
    }
}

/// Waits for a lock; the error of the system, if it gives one, is the result.
fn wait(
    try_lock: impl Fn() -> Result<(), fs::TryLockError>,
    task: &Task,
) -> Result<std::io::Result<()>> {
    loop {
        match try_lock() {
            Ok(()) => return Ok(Ok(())),
            Err(fs::TryLockError::Error(source)) => return Ok(Err(source)),
            Err(fs::TryLockError::WouldBlock) => {
                task.check()?;
                std::thread::sleep(TICK);
            }
        }
    }
}

/// Whether a folder holds nothing but what is ours.
fn is_ours(path: &Path) -> std::io::Result<bool> {
    if !path.is_dir() {
        return Ok(false);
    }
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name();
        let name = name.to_str().unwrap_or_default();
        if !(is_data(name) || name == LOCK || name == manifest::NAME) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a name is one that a file of sections, or one under way, has.
fn is_data(name: &str) -> bool {
    let ours = [
        "metadata-",
        "vocabulary-",
        "segment-",
        "layer-",
        "manifest.json-",
    ];
    ours.iter().any(|stem| name.starts_with(stem))
        && [".bin", ".arrow", UNFINISHED]
            .iter()
            .any(|ending| name.ends_with(ending))
}
