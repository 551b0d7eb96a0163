//! Shards: some documents each, cut into zones and words by one worker.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::ArrayRef;
use xxhash_rust::xxh3::xxh3_64;

use super::DocId;
use super::buffers::Buffers;
use super::characters::{self, counts_before};
use super::documents::{Documents, Format, Taken};
use super::intern::{Interner, MetWords};
use super::starts::{BLOCK, blocks};
use crate::articles::{Article, Facts, Zone, ZoneKind};
use crate::error::{Error, Result};
use crate::table;
use crate::task::{Scratch, Task};
use crate::text::{Token, Tokenizer};

/// The text of a shard, in bytes, unless one document is larger: some milliseconds, and positions that
/// fit a cache.
const SHARD_BYTES: usize = 2 << 20;
/// The text of a piece between two looks at the task, in bytes.
const PIECE_BYTES: usize = 1 << 18;

/// Few languages have more tokens than one in so many bytes.
pub(super) const BYTES_A_TOKEN: usize = 5;

/// What one worker makes of some documents.
pub(super) struct Shard {
    /// The place of the worker's words among those of all workers.
    pub(super) worker: usize,
    /// The type of each token, as the worker numbers its words.
    pub(super) types: Vec<u32>,
    pub(super) documents: Vec<Row>,
}

/// What is known of one document beside its tokens.
pub(super) struct Row {
    pub(super) bytes: usize,
    pub(super) tokens: u32,
    pub(super) zones: Vec<(ZoneKind, Range<u32>, u32)>,
    pub(super) hash: u64,
    pub(super) ascii: bool,
    pub(super) found: Found,
}

/// What a text is taken for, and what it says of itself.
#[derive(Default)]
pub(super) struct Found {
    taken: Taken,
    facts: Facts,
}

/// The shards of some documents, and the words of each worker.
pub(super) struct Shards {
    pub(super) all: Vec<Shard>,
    pub(super) workers: Vec<MetWords>,
    pub(super) offsets: Offsets,
}

/// What leads from a token to its bytes and characters.
pub(super) struct Offsets {
    /// The bit map of starts.
    pub(super) starts: Vec<u64>,
    /// The counts of characters.
    pub(super) characters: Vec<u32>,
}

/// What a worker keeps from shard to shard.
struct Worker {
    number: usize,
    words: Interner,
    /// The tokens of a piece of text.
    tokens: Vec<Token>,
}

/// The part of [`Offsets`] that a shard fills.
struct Own<'o> {
    first_block: usize,
    starts: &'o mut [u64],
    characters: &'o mut [u32],
}

impl Own<'_> {
    /// Splits off what belongs to the first blocks.
    fn split(self, blocks: usize) -> (Self, Self) {
        let behind = self.first_block + blocks;
        let n_counts = counts_before(behind) - counts_before(self.first_block);
        let (starts, other_starts) = self.starts.split_at_mut(blocks);
        let (characters, other_characters) = self.characters.split_at_mut(n_counts);
        let own = Self {
            first_block: self.first_block,
            starts,
            characters,
        };
        let others = Self {
            first_block: behind,
            starts: other_starts,
            characters: other_characters,
        };
        (own, others)
    }
}

impl Shards {
    /// Cuts the documents of some rows into words.
    pub(super) fn of(
        documents: &Documents,
        rows: Range<usize>,
        (tokenizer, buffers): (&Tokenizer, &Buffers),
        task: &Task,
    ) -> Result<Self> {
        let (workers, count) = (Scratch::new(), AtomicUsize::new(0));
        let another = || Worker {
            number: count.fetch_add(1, Ordering::Relaxed),
            words: buffers.take_interner(),
            tokens: Vec::with_capacity(PIECE_BYTES / 3),
        };
        let ranges = ranges(documents, rows);
        let n_blocks = |range: &Range<usize>| -> usize {
            range
                .clone()
                .map(|row| blocks(documents.texts.get(row).len()))
                .sum()
        };
        let sizes: Vec<usize> = ranges.iter().map(n_blocks).collect();
        let n_blocks = sizes.iter().sum();
        let mut starts = task.zeroed(n_blocks)?;
        let mut characters = task.zeroed(counts_before(n_blocks))?;
        let mut rest = Own {
            first_block: 0,
            starts: &mut starts,
            characters: &mut characters,
        };
        let mut items = Vec::with_capacity(ranges.len());
        for (range, size) in ranges.into_iter().zip(sizes) {
            let (own, others) = rest.split(size);
            items.push((range, own));
            rest = others;
        }
        let shards = task.map(items, |(range, offsets)| {
            let types = buffers.take(documents.bytes(range.clone()) / BYTES_A_TOKEN);
            workers.with(another, |worker| {
                let shard = Shard {
                    worker: worker.number,
                    types,
                    documents: Vec::with_capacity(range.len()),
                };
                shard.filled(documents, range, tokenizer, worker, offsets, task)
            })
        })?;
        let mut workers = workers.into_all();
        workers.sort_unstable_by_key(|worker| worker.number);
        let workers = task.map(workers, |mut worker: Worker| {
            let met = worker.words.take();
            buffers.put_interner(worker.words);
            Ok(met)
        })?;
        Ok(Self {
            all: shards,
            workers,
            offsets: Offsets { starts, characters },
        })
    }
}

fn ranges(documents: &Documents, rows: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut first, mut bytes) = (rows.start, 0);
    for row in rows.clone() {
        bytes += documents.texts.get(row).len();
        if bytes >= SHARD_BYTES {
            ranges.push(first..row + 1);
            (first, bytes) = (row + 1, 0);
        }
    }
    ranges.push(first..rows.end);
    ranges
}

impl Shard {
    /// With the tokens of some documents.
    fn filled(
        mut self,
        documents: &Documents,
        range: Range<usize>,
        tokenizer: &Tokenizer,
        worker: &mut Worker,
        mut offsets: Own<'_>,
        task: &Task,
    ) -> Result<Self> {
        let Worker { words, tokens, .. } = worker;
        for number in range {
            let text = documents.texts.get(number);
            if u32::try_from(text.len()).is_err() {
                let id = documents.ids.name(DocId::from_index(number));
                return Err(Error::text(id, "text must be below 4 GiB; split it"));
            }
            let (row, zones) = Row::new(text, documents.format);
            let (own, others) = offsets.split(blocks(text.len()));
            if !row.ascii {
                characters::count(text.as_bytes(), own.first_block, own.characters);
            }
            self.documents.push(row);
            for zone in zones {
                let span = zone.span.clone();
                let before = self.types.len();
                each_piece(&text[span.clone()], |piece| {
                    tokens.clear();
                    let place = below_4_gib(span.start + piece.start);
                    tokenizer.append_tokens(&text[span.start..][piece], place, tokens);
                    self.push(text, tokens, words, own.starts);
                    task.check()
                })?;
                let count = below_4_gib(self.types.len() - before);
                self.close_zone(&zone, count);
            }
            offsets = others;
            task.check()?;
            task.advance(1);
        }
        Ok(self)
    }

    fn push(&mut self, text: &str, tokens: &[Token], words: &mut Interner, starts: &mut [u64]) {
        self.types.extend(tokens.iter().map(|token| {
            let start = token.start as usize;
            starts[start / BLOCK] |= 1 << (start % BLOCK);
            words.number(text, start, token.end as usize)
        }));
    }

    fn close_zone(&mut self, zone: &Zone, tokens: u32) {
        let row = self
            .documents
            .last_mut()
            .expect("a zone belongs to a document");
        row.tokens += tokens;
        let span = below_4_gib(zone.span.start)..below_4_gib(zone.span.end);
        row.zones.push((zone.kind, span, tokens));
    }
}

fn below_4_gib(number: usize) -> u32 {
    u32::try_from(number).expect("a document is below 4 GiB")
}

/// Passes a text on piece by piece, so that one huge document can be cancelled too.
///
/// Pieces end before an ASCII letter behind a space, where UAX #29 always has a boundary.
fn each_piece(text: &str, mut pass: impl FnMut(Range<usize>) -> Result<()>) -> Result<()> {
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < text.len() {
        let after = (start + PIECE_BYTES).min(text.len());
        let end = bytes[after..]
            .windows(2)
            .position(|pair| pair[0] == b' ' && pair[1].is_ascii_alphabetic())
            .map_or(text.len(), |at| after + at + 1);
        pass(start..end)?;
        start = end;
    }
    Ok(())
}

impl Row {
    fn new(text: &str, format: Format) -> (Self, Vec<Zone>) {
        let (Article { zones, facts }, taken) = format.article(text);
        let row = Self {
            bytes: text.len(),
            tokens: 0,
            zones: Vec::new(),
            hash: xxh3_64(text.as_bytes()),
            ascii: text.is_ascii(),
            found: Found { taken, facts },
        };
        (row, zones)
    }
}

/// What the articles say of themselves, as metadata columns.
pub(super) fn facts(found: &[Found], format: Format) -> Vec<(String, ArrayRef)> {
    if format == Format::Plain {
        return Vec::new();
    }
    let facts = || found.iter().map(|found| &found.facts);
    let news = format == Format::News || found.iter().any(|found| found.taken != Taken::Plain);
    let mut columns = Vec::new();
    if news {
        columns.extend([
            (
                "headline",
                table::optional_strings(facts().map(|facts| facts.headline.as_ref())),
            ),
            (
                "date",
                table::dates(facts().map(|facts| facts.date.map(table::days))),
            ),
            (
                "place",
                table::optional_strings(facts().map(|facts| facts.place.as_ref())),
            ),
            (
                "agency",
                table::optional_strings(facts().map(|facts| facts.agency.as_ref())),
            ),
        ]);
    }
    if format == Format::Auto {
        let name = |found: &Found| found.taken.name();
        columns.push(("format", table::strings(found.iter().map(name))));
    }
    columns
        .into_iter()
        .map(|(name, column)| (name.to_owned(), column))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TokenizerOptions;

    #[test]
    fn a_text_tokenized_in_pieces_has_the_tokens_of_the_whole() {
        let text = "The SCO's win-win \u{300}a, 3.5 x. ".repeat(40_000);
        let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        let (mut whole, mut pieces) = (Vec::new(), Vec::new());
        tokenizer.append_tokens(&text, 0, &mut whole);
        each_piece(&text, |piece| {
            tokenizer.append_tokens(&text[piece.clone()], below_4_gib(piece.start), &mut pieces);
            Ok(())
        })
        .expect("nobody cancels");
        assert!(text.len() > 3 * PIECE_BYTES);
        assert_eq!(pieces, whole);
    }
}
