//! Streams: documents that come batch by batch, so that no more of them is held than a corpus keeps.

use std::sync::Arc;

use arrow_array::builder::LargeStringBuilder;
use arrow_array::{Array, ArrayRef};

use super::build::{Builder, Rest};
use super::decoding::Decoding;
use super::documents::{Documents, Format};
use super::words::Words;
use super::{Corpus, Ids, Metadata};
use crate::error::Result;
use crate::task::Task;
use crate::text::{Texts, Tokenizer};

/// The text of a batch, in bytes, unless one document is larger.
pub const BATCH_BYTES: u64 = 64 << 20;
/// The texts that a worker decodes at a time.
const TEXTS_AT_ONCE: usize = 64;

/// Some documents of a stream.
pub struct Batch {
    /// One id a document, for errors; that they differ is seen at the end.
    pub(super) ids: Words,
    /// One text a document.
    pub(super) texts: Texts,
}

impl Batch {
    /// Texts as the bytes of their files, whose ids name them in errors.
    pub fn decoded<B: AsRef<[u8]> + Sync>(
        ids: &[&str],
        contents: &[B],
        decoding: Decoding,
        task: &Task,
    ) -> Result<Self> {
        let pairs: Vec<(&&str, &B)> = ids.iter().zip(contents).collect();
        let arrays = task.map(pairs.chunks(TEXTS_AT_ONCE).collect(), |pairs: &[_]| {
            let mut texts = LargeStringBuilder::new();
            for (id, bytes) in pairs {
                texts.append_value(decoding.document(bytes.as_ref(), id, task)?);
                task.check()?;
            }
            let mut texts: ArrayRef = Arc::new(texts.finish());
            texts.shrink_to_fit();
            Ok(texts)
        })?;
        Ok(Self {
            ids: Words::try_new(ids)?,
            texts: Texts::try_new(&arrays)?,
        })
    }
}

/// Documents that come batch by batch.
pub trait Batches {
    /// The next documents; none at the end.
    fn next(&mut self, task: &Task) -> Result<Option<Batch>>;

    /// The ids and metadata of all documents, once there is no further batch.
    fn finish(self) -> Result<(Ids, Metadata)>;
}

impl Corpus {
    /// Tokenizes and indexes documents as they come. Each batch is let go of when it is in.
    pub fn build_stream(
        batches: impl Batches,
        tokenizer: Tokenizer,
        format: Format,
        task: &Task,
    ) -> Result<Self> {
        Builder::new(tokenizer, format).stream(batches, task)
    }
}

impl Builder {
    /// The corpus of all batches.
    pub fn stream(mut self, mut batches: impl Batches, task: &Task) -> Result<Corpus> {
        while let Some(batch) = batches.next(task)? {
            self.add_batch(batch, task)?;
        }
        let (ids, metadata) = batches.finish()?;
        self.finish(ids, metadata, task)
    }

    /// Adds the documents of a batch behind those that are here.
    pub fn add_batch(&mut self, Batch { ids, texts }: Batch, task: &Task) -> Result<()> {
        let documents = Documents {
            ids: Ids::unchecked(ids),
            metadata: Metadata::empty(texts.len()),
            texts,
            format: self.format(),
        };
        self.add(&documents, Rest::Unknown, task)
    }
}
