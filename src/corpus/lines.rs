//! Lines: text files of any size in pieces that end where a line does.

use std::path::PathBuf;
use std::sync::Arc;

use super::decoding::{Decoding, Transcoder};
use super::files::{Blocks, sizes};
use crate::error::Result;
use crate::task::Task;

/// Some whole lines of a file, which are UTF-8 or meant to be.
pub(super) struct Piece {
    /// The file.
    pub(super) name: Arc<str>,
    /// The lines, the last of which can lack its end.
    pub(super) bytes: Vec<u8>,
    /// The number of the first line, from 1.
    pub(super) line: u64,
    /// Where the first line begins in the file, unless that is in another encoding.
    pub(super) start: u64,
}

/// The lines of some files, piece by piece.
pub(super) struct Lines {
    paths: std::vec::IntoIter<PathBuf>,
    decoding: Decoding,
    /// What a piece holds at least, in bytes, unless the file ends.
    piece_bytes: usize,
    open: Option<Open>,
    /// The size of all files, and what was read of those that are behind.
    total: u64,
    behind: u64,
}

/// A file under way.
struct Open {
    path: PathBuf,
    name: Arc<str>,
    blocks: Blocks,
    transcoder: Option<Transcoder>,
    /// The beginning of a line whose end was not read yet.
    rest: Vec<u8>,
    line: u64,
    start: u64,
    ended: bool,
}

impl Lines {
    pub(super) fn new(
        paths: Vec<PathBuf>,
        decoding: Decoding,
        piece_bytes: usize,
        task: &Task,
    ) -> Result<Self> {
        let total = sizes(&paths, task)?.iter().sum();
        Ok(Self {
            paths: paths.into_iter(),
            decoding,
            piece_bytes,
            open: None,
            total,
            behind: 0,
        })
    }

    /// The bytes read so far, and those of all files.
    pub(super) fn read(&self) -> (u64, u64) {
        let open = self.open.as_ref().map_or(0, |open| open.blocks.read());
        (self.behind + open, self.total)
    }

    /// The next piece, in the memory of `bytes`; none at the end of the last file.
    pub(super) fn next(&mut self, mut bytes: Vec<u8>, task: &Task) -> Result<Option<Piece>> {
        loop {
            let open = match &mut self.open {
                Some(open) => open,
                None => match self.paths.next() {
                    Some(path) => self.open.insert(Open::begin(path, self.decoding)?),
                    None => return Ok(None),
                },
            };
            bytes.clear();
            let piece = open.next(bytes, self.piece_bytes, task)?;
            if !piece.bytes.is_empty() {
                return Ok(Some(piece));
            }
            bytes = piece.bytes;
            self.behind += open.blocks.read();
            self.open = None;
        }
    }
}

impl Open {
    fn begin(path: PathBuf, decoding: Decoding) -> Result<Self> {
        let mut blocks = Blocks::open(&path)?;
        let name: Arc<str> = path.display().to_string().into();
        let mut head = Vec::new();
        let mut ended = false;
        // A byte order mark has at most three bytes, which a pipe can give one by one.
        while head.len() < 3 && !ended {
            ended = blocks.append(&mut head, &path)? == 0;
        }
        let (mut transcoder, mark) = decoding.begin(&head);
        head.drain(..mark);
        let rest = match &mut transcoder {
            Some(transcoder) => {
                let mut text = Vec::new();
                transcoder.append(&head, &mut text, &name)?;
                text
            }
            None => head,
        };
        Ok(Self {
            path,
            name,
            blocks,
            transcoder,
            rest,
            line: 1,
            start: mark as u64,
            ended,
        })
    }

    /// The next lines, at least `least` bytes of them unless the file ends; empty at its end.
    fn next(&mut self, mut bytes: Vec<u8>, least: usize, task: &Task) -> Result<Piece> {
        bytes.append(&mut self.rest);
        let mut searched = least.saturating_sub(1);
        let end = loop {
            let from = searched.min(bytes.len());
            if let Some(at) = memchr::memchr(b'\n', &bytes[from..]) {
                break from + at + 1;
            }
            if self.ended {
                break bytes.len();
            }
            searched = searched.max(bytes.len());
            task.check()?;
            self.append(&mut bytes)?;
        };
        self.rest.extend_from_slice(&bytes[end..]);
        bytes.truncate(end);
        let (line, start) = (self.line, self.start);
        self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
        self.start += end as u64;
        Ok(Piece {
            name: self.name.clone(),
            bytes,
            line,
            start,
        })
    }

    /// Appends the next block as UTF-8, or what is meant to be.
    fn append(&mut self, bytes: &mut Vec<u8>) -> Result<()> {
        let Some(transcoder) = &mut self.transcoder else {
            self.ended = self.blocks.append(bytes, &self.path)? == 0;
            return Ok(());
        };
        let mut block = Vec::new();
        self.ended = self.blocks.append(&mut block, &self.path)? == 0;
        if self.ended {
            transcoder.finish(bytes, &self.name)
        } else {
            transcoder.append(&block, bytes, &self.name)
        }
    }
}
