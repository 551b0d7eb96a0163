//! Origins: the folder that holds a corpus as it is, by which its files are verified and it is opened
//! again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::manifest::{self, Manifest};
use super::memory::Access;
use super::read_manifest;
use super::sections::Sections;
use crate::corpus::Corpus;
use crate::error::{Error, Result};
use crate::task::Task;

/// Where a corpus was opened from, or saved to when it came about.
#[derive(Clone, Debug)]
pub struct Origin {
    folder: PathBuf,
    access: Access,
    manifest: Manifest,
}

impl Origin {
    pub(super) fn new(folder: &Path, manifest: Manifest, access: Access) -> Result<Self> {
        let folder = std::path::absolute(folder).map_err(|source| Error::io(folder, source))?;
        Ok(Self {
            folder,
            access,
            manifest,
        })
    }

    /// The folder, from the root.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How the files are memory, or would be.
    pub fn access(&self) -> Access {
        self.access
    }

    /// A hash of all that the corpus consists of.
    pub fn identity(&self) -> String {
        self.manifest.identity()
    }

    /// Errors: [`Error::Parameter`] where the folder holds another corpus by now.
    fn check(&self) -> Result<()> {
        let now = Manifest::from_json(&read_manifest(&self.folder)?)?;
        if now.identity() == self.identity() {
            return Ok(());
        }
        let folder = self.folder.display();
        let message = format!("{folder} holds another corpus by now; open it anew");
        Err(Error::Parameter(message))
    }
}

impl Corpus {
    /// The folder that holds the corpus as it is; `verb` is for the error.
    ///
    /// Errors: [`Error::Parameter`] for a corpus in memory alone, or where the folder holds another one
    /// by now.
    pub fn origin(&self, verb: &str) -> Result<&Arc<Origin>> {
        let origin = self.origin.get().ok_or_else(|| {
            let message = format!(
                "{verb} takes a corpus that is saved as it is, and this one is in memory alone; save \
                 it first, or use what was opened"
            );
            Error::Parameter(message)
        })?;
        origin.check()?;
        Ok(origin)
    }

    /// Reads all files of the saved corpus and compares their checksums, mapped or not.
    ///
    /// Errors: [`Error::Corrupt`] naming file, section and byte; as [`origin`](Self::origin);
    /// [`Error::Io`].
    pub fn verify(&self, task: &Task) -> Result<()> {
        let origin = self.origin("verify")?;
        for entry in origin.manifest.files() {
            task.check()?;
            match Sections::load(&origin.folder, entry, Access::Read, task) {
                Err(Error::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
                    // Whoever replaced the corpus meanwhile removed its files.
                    origin.check()?;
                    return Err(manifest::missing(&entry.name));
                }
                loaded => drop(loaded?),
            }
        }
        Ok(())
    }
}
