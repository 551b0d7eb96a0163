//! Files as memory: read, or mapped by the operating system.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use arrow_buffer::{Buffer, MutableBuffer};
use memmap2::Mmap;

use crate::error::{Error, Result};
use crate::task::Task;

/// How the files of a saved corpus become memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// They are read and their checksums verified.
    Read,
    /// They are mapped: what is looked at is read, when it is looked at. A program that cuts a mapped
    /// file short kills the process.
    Map,
}

/// The bytes that one worker reads at a time.
const BYTES_AT_ONCE: usize = 8 << 20;

/// The whole of a file.
pub(super) fn load(path: &Path, access: Access, task: &Task) -> Result<Buffer> {
    let failed = |source| Error::io(path, source);
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let length = usize::try_from(length)
        .map_err(|_| Error::Limit(format!("{} is larger than memory can be", path.display())))?;
    match access {
        Access::Map if length > 0 => map(&file).map_err(failed),
        Access::Map | Access::Read => read(path, length, task),
    }
}

fn read(path: &Path, length: usize, task: &Task) -> Result<Buffer> {
    let mut memory = MutableBuffer::from_len_zeroed(length);
    let parts = (0_u64..)
        .step_by(BYTES_AT_ONCE)
        .zip(memory.as_slice_mut().chunks_mut(BYTES_AT_ONCE));
    task.map(parts.collect(), |(offset, part)| {
        let fill = || {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start(offset))?;
            file.read_exact(part)
        };
        let mut fill = fill;
        fill().map_err(|source| Error::io(path, source))
    })?;
    Ok(memory.into())
}

#[expect(
    unsafe_code,
    reason = "mapping a file is what other programs can break"
)]
fn map(file: &File) -> std::io::Result<Buffer> {
    // SAFETY: Files of a saved corpus are written under another name and never changed after they
    // have their own. What is read from the map is taken for neither UTF-8 nor a valid number before
    // it was looked at, so a file that changes nevertheless gives wrong answers or errors; one that is
    // cut short ends the process, which is why mapping is asked for and never a default.
    let map = unsafe { Mmap::map(file)? };
    Ok(bytes::Bytes::from_owner(map).into())
}
