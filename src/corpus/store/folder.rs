//! The folder of a saved corpus: who may write to it, and when what was written counts.
//!
//! Files get a name by their content and are never changed, so readers of the corpus that was there
//! before keep theirs. The manifest is replaced last, in one step: a reader sees old or new. What was
//! written and came to no manifest is removed, so that a disk that was full is so no longer.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
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

/// How often a folder is made anew because it was removed while its lock was waited for.
const ATTEMPTS: usize = 20;
/// Names that desktops give to files of their own, beside those that begin with a dot.
const OF_DESKTOPS: [&str; 4] = ["Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r"];

/// A folder that only this process writes to, as long as this lives.
#[derive(Debug)]
pub(in crate::corpus) struct Folder {
    path: PathBuf,
    /// What was not there before, in the order in which it was made, until a manifest counts.
    fresh: Mutex<Vec<PathBuf>>,
    _lock: File,
}

impl Drop for Folder {
    /// Removes what no manifest came to name. It fails where somebody else put something beside it,
    /// which stays.
    fn drop(&mut self) {
        let fresh = self.fresh.get_mut().unwrap_or_else(PoisonError::into_inner);
        for path in fresh.iter().rev() {
            let remove = if path.is_dir() {
                fs::remove_dir
            } else {
                fs::remove_file
            };
            let _ = remove(path);
        }
    }
}

impl Folder {
    /// Makes or opens a folder for writing, and waits for others that do.
    pub(in crate::corpus) fn lock(path: &Path, task: &Task) -> Result<Self> {
        for _ in 0..ATTEMPTS {
            if let Some(folder) = Self::lock_as_it_is(path, task)? {
                folder.remove_left_over()?;
                return Ok(folder);
            }
        }
        let message = format!("{} was removed again and again", path.display());
        Err(Error::Limit(message))
    }

    /// The folder, unless whoever held the lock removed it when they had failed to fill it.
    fn lock_as_it_is(path: &Path, task: &Task) -> Result<Option<Self>> {
        let failed = |source| Error::write(path, source);
        if path.exists() {
            check(path).map_err(failed)??;
        }
        let mut fresh: Vec<PathBuf> = path
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .map(Path::to_owned)
            .collect();
        fresh.reverse();
        fs::create_dir_all(path).map_err(failed)?;
        let lock_file = path.join(LOCK);
        let lock = match File::options().create(true).append(true).open(&lock_file) {
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(|source| Error::write(&lock_file, source))?,
        };
        wait(|| lock.try_lock(), task)?.map_err(|source| Error::write(&lock_file, source))?;
        if !is_at(&lock, &lock_file) {
            return Ok(None);
        }
        if path.join(manifest::NAME).exists() {
            // Somebody else was sooner, and it is theirs.
            fresh.clear();
        } else if !fresh.is_empty() {
            fresh.push(lock_file);
        }
        Ok(Some(Self {
            path: path.to_owned(),
            fresh: Mutex::new(fresh),
            _lock: lock,
        }))
    }

    /// Removes what others left who are gone, or they would hold the lock.
    fn remove_left_over(&self) -> Result<()> {
        let json = fs::read(self.path.join(manifest::NAME));
        let manifest = json.ok().and_then(|json| Manifest::from_json(&json).ok());
        self.remove(|name| {
            let is_unnamed = |manifest: &Manifest| !manifest.has_file(name);
            name.ends_with(UNFINISHED) || manifest.as_ref().is_some_and(is_unnamed)
        })
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
        let (sections, bytes) = written(&unfinished, || {
            let mut writer = SectionsWriter::create(&unfinished)?;
            fill(&mut writer)?;
            writer.finish()
        })?;
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
        write_synced(&unfinished, content)?;
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
        let is_fresh = !path.exists();
        written(unfinished, || fs::rename(unfinished, &path))?;
        if is_fresh {
            self.fresh().push(path);
        }
        Ok(())
    }

    fn fresh(&self) -> std::sync::MutexGuard<'_, Vec<PathBuf>> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes this manifest that of the folder, and removes what it does not name.
    pub(super) fn commit(&self, manifest: &Manifest) -> Result<()> {
        self.sync()?;
        let unfinished = self.unfinished(manifest::NAME);
        write_synced(&unfinished, manifest.to_json().as_bytes())?;
        self.rename(&unfinished, manifest::NAME)?;
        self.fresh().clear();
        self.sync()?;
        self.remove(|name| !manifest.has_file(name))
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

/// What writing a file gives; one that cannot be written whole is removed, as it may fill the disk.
fn written<T>(unfinished: &Path, write: impl FnOnce() -> std::io::Result<T>) -> Result<T> {
    write().map_err(|source| {
        let _ = fs::remove_file(unfinished);
        Error::write(unfinished, source)
    })
}

/// Writes a file, which is on the disk when this returns.
fn write_synced(unfinished: &Path, content: &[u8]) -> Result<()> {
    written(unfinished, || {
        fs::write(unfinished, content)?;
        File::open(unfinished)?.sync_all()
    })
}

/// Whether an open file is the one of this path, and not one that was removed since.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    let open = file.metadata().map(identity).ok();
    open.is_some() && open == fs::metadata(path).map(identity).ok()
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// That a path is a folder that holds nothing but what is ours and what desktops leave.
fn check(path: &Path) -> std::io::Result<Result<()>> {
    let refused = |what: String| {
        let path = path.display();
        let message = format!("path must be new or a saved corpus, and {path} {what}");
        Err(Error::Parameter(message))
    };
    if !path.is_dir() {
        return Ok(refused("is a file; choose another".into()));
    }
    let mut others = Vec::new();
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_ours = is_data(&name) || name == LOCK || name == manifest::NAME;
        if !is_ours && !is_of_desktop(&name) {
            others.push(name);
        }
    }
    Ok(others.iter().min().map_or(Ok(()), |other| {
        refused(format!(
            "holds {other:?}; move it elsewhere, or choose another folder"
        ))
    }))
}

/// Whether a name is one of files that desktops and what keeps folders alike leave everywhere.
fn is_of_desktop(name: &str) -> bool {
    let is_known = |known: &&str| known.eq_ignore_ascii_case(name);
    name.starts_with('.') || OF_DESKTOPS.iter().any(is_known)
}

/// Whether a name is one that a file of sections, or one under way, has.
fn is_data(name: &str) -> bool {
    let ours = [
        "metadata-",
        "vocabulary-",
        "segment-",
        "layer-",
        "verbs-",
        "speakers-",
        "manifest.json-",
    ];
    ours.iter().any(|stem| name.starts_with(stem))
        && [".bin", ".arrow", ".json", UNFINISHED]
            .iter()
            .any(|ending| name.ends_with(ending))
}
