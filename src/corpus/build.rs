//! Documents in, corpus out, in parallel; the same results for any number of threads.
//!
//! Documents are taken in segments of some ten megabytes. A segment's shards are cut into words in
//! parallel, each worker numbering its words as they come; the workers' words are merged and added
//! to the vocabulary (`merge`, `vocabulary`), and the tokens rewritten to its numbers (`index`).

use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::buffers::Buffers;
use super::documents::{Documents, Format, check};
use super::index::segment;
use super::part::Part;
use super::shards::{BYTES_A_TOKEN, Found, Shards, facts};
use super::sources::Sources;
use super::store::{Access, Folder};
use super::vocabulary::Vocabulary;
use super::{Corpus, Ids, Metadata};
#[cfg(feature = "python")]
use crate::allocator::give_back;
use crate::error::Result;
use crate::task::Task;
use crate::text::Tokenizer;

/// The most text of a segment, in bytes, unless one document is larger.
pub(super) const SEGMENT_BYTES: usize = 32 << 20;
/// What a segment may have, however little memory is to be taken for it.
const SMALL_SEGMENT_BYTES: usize = 8 << 20;

/// What comes behind the documents that are added.
#[derive(Clone, Copy)]
pub(super) enum Rest {
    /// Nothing.
    Known,
    /// Maybe more documents.
    Unknown,
}

/// A corpus under way: what was built of it, one segment after the other.
pub struct Builder {
    tokenizer: Tokenizer,
    format: Format,
    vocabulary: Vocabulary,
    parts: Vec<Part>,
    found: Vec<Found>,
    /// The bytes of text that were added.
    bytes: usize,
    buffers: Buffers,
    /// Where segments go as soon as they are built.
    folder: Option<Folder>,
}

impl Corpus {
    /// Tokenizes and indexes documents.
    pub fn build(documents: Documents, tokenizer: Tokenizer, task: &Task) -> Result<Self> {
        Builder::new(tokenizer, documents.format).build(documents, task)
    }
}

impl Builder {
    /// A corpus without documents.
    pub fn new(tokenizer: Tokenizer, format: Format) -> Self {
        Self {
            tokenizer,
            format,
            vocabulary: Vocabulary::default(),
            parts: Vec::new(),
            found: Vec::new(),
            bytes: 0,
            buffers: Buffers::default(),
            folder: None,
        }
    }

    /// Writes every segment to a folder when it is built and maps it, so that one segment at a time
    /// is held, beside the words of the next; [`finish`](Self::finish) makes the corpus the folder's.
    ///
    /// What was written is removed if the builder goes before that.
    ///
    /// Errors: as [`Corpus::save`].
    pub fn saved_to(mut self, path: &Path, task: &Task) -> Result<Self> {
        self.folder = Some(Folder::lock(path, task)?);
        Ok(self)
    }

    /// The corpus of these documents.
    pub fn build(mut self, documents: Documents, task: &Task) -> Result<Corpus> {
        task.expect(documents.texts.len() as u64);
        self.add(&documents, Rest::Known, task)?;
        self.finish(documents.ids, documents.metadata, task)
    }

    /// Begins with the parts and words of a corpus that is there.
    pub(super) fn begin_with(&mut self, corpus: &Corpus) {
        self.vocabulary = Vocabulary::clone(&corpus.vocabulary);
        self.parts.clone_from(&corpus.parts);
    }

    /// How its documents are taken apart.
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Adds documents behind those that are here. The words of a segment are cut while the one before is
    /// indexed, of which some steps are one thread's.
    pub(super) fn add(&mut self, documents: &Documents, rest: Rest, task: &Task) -> Result<()> {
        documents.check()?;
        let mut cut: Option<(Range<usize>, Shards)> = None;
        let built = self.bytes;
        let added = documents.bytes(0..documents.texts.len());
        self.bytes += added;
        let mut left = Left::new(added);
        let mut ranges = segments(documents, built..self.bytes, rest).into_iter();
        loop {
            let next = ranges.next();
            let bytes = next
                .as_ref()
                .map_or(0, |rows| documents.bytes(rows.clone()));
            self.buffers.trim(bytes / BYTES_A_TOKEN);
            let Self {
                tokenizer,
                vocabulary,
                buffers,
                folder,
                found,
                ..
            } = self;
            let shards = |rows: Range<usize>| {
                let shards = Shards::of(documents, rows.clone(), (tokenizer, buffers), task)?;
                Ok((rows, shards))
            };
            let mut indexed = |(rows, mut shards): (Range<usize>, Shards)| {
                let bytes = documents.bytes(rows.clone());
                let rows_found = shards.all.iter_mut().flat_map(|shard| &mut shard.documents);
                found.extend(rows_found.map(|row| std::mem::take(&mut row.found)));
                let texts = Sources::Column {
                    texts: documents.texts.clone(),
                    rows,
                };
                let (mut segment, types) = segment(shards, texts, vocabulary, buffers, task)?;
                if let Some(folder) = folder {
                    segment = folder.put(&segment, task)?.into();
                }
                Ok((segment, types, bytes))
            };
            let (ahead, built) = match (next, cut) {
                (Some(next), Some(cut)) => {
                    let (ahead, built) = task.both(|| shards(next), || indexed(cut))?;
                    (Some(ahead), Some(built))
                }
                (next, cut) => (next.map(shards).transpose()?, cut.map(indexed).transpose()?),
            };
            if let Some((segment, types, bytes)) = built {
                self.parts
                    .push(Part::new(segment, types, self.parts.last())?);
                if left.is_quartered_by(bytes) {
                    give_back();
                }
            }
            cut = ahead;
            if cut.is_none() {
                return Ok(());
            }
        }
    }

    /// The corpus of what was added; ids and metadata are those of all documents.
    pub fn finish(mut self, ids: Ids, metadata: Metadata, task: &Task) -> Result<Corpus> {
        check(self.found.len(), &ids, &metadata)?;
        self.vocabulary.rank_all(task)?;
        let corpus = Corpus {
            ids,
            own_columns: metadata.names().count(),
            metadata: metadata.with_missing(facts(&self.found, self.format))?,
            tokenizer: self.tokenizer,
            format: self.format,
            vocabulary: Arc::new(self.vocabulary),
            parts: self.parts,
            layers: Vec::new(),
            verbs: None,
            speaker_names: None,
            origin: OnceLock::new(),
        };
        if let Some(folder) = &self.folder {
            corpus.commit_to(folder, Access::Map, task)?;
        }
        Ok(corpus)
    }
}

/// The text that is to be built still.
///
/// Segments leave memory free in pieces too small for what comes next. It goes back to the system as soon as
/// a quarter of the text is left, of which a sixteenth and so on: the less is left, the more is in use, and
/// the less memory is to be cleared anew.
struct Left {
    bytes: usize,
    before: usize,
}

impl Left {
    fn new(bytes: usize) -> Self {
        Self {
            bytes,
            before: bytes,
        }
    }

    /// Takes off what is built; whether a quarter is left of what was left the time before.
    fn is_quartered_by(&mut self, built: usize) -> bool {
        self.bytes -= built;
        let quartered = self.bytes > 0 && self.bytes <= self.before / 4;
        if quartered {
            self.before = self.bytes;
        }
        quartered
    }
}

/// Programs with an allocator of their own give back what they like.
#[cfg(not(feature = "python"))]
fn give_back() {}

/// The rows of each segment of documents whose texts are these bytes of all; none is without documents.
fn segments(documents: &Documents, of_all: Range<usize>, rest: Rest) -> Vec<Range<usize>> {
    let n_documents = documents.texts.len();
    let Range {
        start: mut done,
        end: known,
    } = of_all;
    let mut segments = Vec::new();
    let (mut first, mut bytes, mut largest) = (0, 0, largest_segment(done, known, rest));
    for (row, text) in documents.texts.iter().enumerate() {
        if bytes > 0 && bytes + text.len() > largest {
            segments.push(first..row);
            done += bytes;
            (first, bytes, largest) = (row, 0, largest_segment(done, known, rest));
        }
        bytes += text.len();
    }
    if first < n_documents {
        segments.push(first..n_documents);
    }
    segments
}

/// The most text of the next segment, when so much of what is known is built.
///
/// While it is built a segment takes some four times its text. Where all is known there is the room for
/// it that the index of what comes later will take, so that the first segments are large and the last
/// ones small.
fn largest_segment(built: usize, known: usize, rest: Rest) -> usize {
    let left = known - built;
    let largest = match rest {
        Rest::Unknown => (known / 8).max(2 * SMALL_SEGMENT_BYTES),
        Rest::Known => ((known / 4 + left / 8 * 7) / 5).max(SMALL_SEGMENT_BYTES),
    };
    let largest = largest.min(SEGMENT_BYTES);
    // No small piece is left over.
    if left <= largest + largest / 4 {
        left
    } else {
        largest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Texts, TokenizerOptions};

    #[test]
    fn segments_hold_every_document_once_and_become_smaller_where_the_end_is_known() {
        let text = "word ".repeat(100_000);
        let texts: Texts = std::iter::repeat_n(&text, 250).collect();
        let documents = Documents::from_texts(texts);
        for (built, rest) in [
            (0, Rest::Known),
            (0, Rest::Unknown),
            (1 << 30, Rest::Known),
            (1 << 30, Rest::Unknown),
        ] {
            let known = built + 250 * text.len();
            let segments = segments(&documents, built..known, rest);
            let rows: Vec<usize> = segments.iter().cloned().flatten().collect();
            assert_eq!(rows, (0..250).collect::<Vec<_>>());
            let sizes: Vec<usize> = segments.iter().map(Range::len).collect();
            let fits = |documents: &usize| documents * text.len() <= SEGMENT_BYTES * 5 / 4;
            assert!(sizes.iter().all(fits), "{sizes:?}");
            let first = sizes[0] * text.len();
            assert!(first > SMALL_SEGMENT_BYTES, "{sizes:?}");
            if built == 0 && matches!(rest, Rest::Known) {
                assert!(
                    sizes.is_sorted_by(|before, next| before >= next),
                    "{sizes:?}"
                );
                assert!(sizes[sizes.len() - 1] * 2 < sizes[0], "{sizes:?}");
            }
        }
    }

    #[test]
    fn memory_goes_back_the_more_often_the_less_text_is_left() {
        let mut left = Left::new(100);
        let times: Vec<bool> = [50, 24, 1, 18, 1, 5, 1]
            .map(|built| left.is_quartered_by(built))
            .into();
        assert_eq!(times, [false, false, true, false, true, true, false]);
        assert!(!Left::new(100).is_quartered_by(100));
    }

    #[test]
    fn an_empty_corpus_and_empty_documents_build() {
        for texts in [vec![], vec!["", " \n", "one"]] {
            let n = texts.len();
            let documents = Documents::from_texts(texts.into_iter().collect::<Texts>());
            let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
            let corpus = Corpus::build(documents, tokenizer, &Task::new()).expect("a corpus");
            assert_eq!(
                (corpus.n_documents(), corpus.n_tokens()),
                (n, u64::from(n > 0))
            );
        }
    }
}
