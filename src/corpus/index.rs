//! Shards to a segment: every token by the vocabulary's number, packed, and the inverted lists.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arrow_buffer::ScalarBuffer;

use super::bits::{self, PADDING, Packed};
use super::characters::Characters;
use super::ids::TypeId;
use super::intern::Interner;
use super::merge::merge;
use super::postings::{Postings, append_list};
use super::regions::ZonesBuilder;
use super::segment::{Counts, Rows, Segment};
use super::shards::{Offsets, Shard, Shards};
use super::sources::Sources;
use super::starts::{Starts, blocks};
use super::vocabulary::Vocabulary;
use crate::error::{Error, Result};
use crate::task::Task;

/// The tokens that one worker sorts into lists at a time: positions that fit a cache.
const CHUNK_TOKENS: usize = 1 << 19;
/// The tokens that one worker packs at a time; a multiple of eight.
const PACKED_AT_ONCE: usize = 1 << 17;
/// The postings that one worker encodes at a time, about.
const LISTED_AT_ONCE: u32 = 1 << 18;

/// The types of the corpus by the numbers of a segment.
type Globals = ScalarBuffer<u32>;

/// Some shards in a row with their tokens in the numbers of the segment, and their inverted lists.
struct Chunk {
    /// The types of each shard.
    types: Vec<Vec<u32>>,
    /// The positions of all types, one list behind the other.
    positions: Vec<u32>,
    /// Where the list of each type begins, and the number of positions.
    firsts: Vec<u32>,
    /// In how many documents each type occurs.
    documents: Vec<u32>,
}

/// A segment of these shards, its words added to the vocabulary, and its types there.
pub(super) fn segment(
    shards: Shards,
    texts: Sources,
    vocabulary: &mut Vocabulary,
    task: &Task,
) -> Result<(Arc<Segment>, Globals)> {
    let Shards {
        all: shards,
        workers,
        offsets,
    } = shards;
    let (globals, numbers) = renumbering(&workers, vocabulary, task)?;
    drop(workers);
    let segment = assemble(shards, &numbers, globals.len(), (texts, offsets), task)?;
    for (word, documents) in globals.iter().zip(segment.counts.documents.iter()) {
        vocabulary.add_documents(TypeId::new(*word), (*documents).into());
    }
    Ok((segment, globals))
}

/// A segment of shards whose workers' numbers are these of the segment's types.
pub(super) fn assemble(
    shards: Vec<Shard>,
    numbers: &[Vec<u32>],
    n_types: usize,
    (texts, offsets): (Sources, Offsets),
    task: &Task,
) -> Result<Arc<Segment>> {
    let (rows, zones) = rows(&shards, texts)?;
    let chunks = task.map(chunked(shards), |(first, shards)| {
        Chunk::build(first, shards, numbers, n_types, task)
    })?;
    let counts = counts(&chunks, n_types);
    let n_tokens = rows.positions[rows.positions.len() - 1] as usize;
    let postings = postings(&chunks, &counts, task)?;
    let types: Vec<Vec<u32>> = chunks.into_iter().flat_map(|chunk| chunk.types).collect();
    Ok(Arc::new(Segment {
        rows,
        zones: zones.finish(),
        starts: Starts::new(offsets.starts),
        characters: Characters::over(offsets.characters.into()),
        types: pack(&types, n_types, n_tokens, task)?,
        counts,
        postings,
        sentences: OnceLock::new(),
        explained: OnceLock::new(),
        voiced: OnceLock::new(),
        saved: OnceLock::new(),
    }))
}

/// The segment's types in the corpus, ascending, and for each worker the segment's numbers of its words.
fn renumbering(
    workers: &[Interner],
    vocabulary: &mut Vocabulary,
    task: &Task,
) -> Result<(Globals, Vec<Vec<u32>>)> {
    let groups = merge(workers, task)?;
    let mut numbers: Vec<Vec<u32>> = workers.iter().map(|worker| vec![0; worker.len()]).collect();
    vocabulary.extend(&groups, task, |origin, word| {
        numbers[origin.worker as usize][origin.number as usize] = word.number();
    })?;
    let mut present = vec![false; vocabulary.types().len()];
    numbers
        .iter()
        .flatten()
        .for_each(|word| present[*word as usize] = true);
    let globals: Vec<u32> = (0..)
        .zip(&present)
        .filter(|(_, is)| **is)
        .map(|(word, _)| word)
        .collect();
    let mut locals = vec![0; present.len()];
    for (local, word) in (0..).zip(&globals) {
        locals[*word as usize] = local;
    }
    for number in numbers.iter_mut().flatten() {
        *number = locals[*number as usize];
    }
    Ok((globals.into(), numbers))
}

/// The documents and zones of all shards.
fn rows(shards: &[Shard], texts: Sources) -> Result<(Rows, ZonesBuilder)> {
    let mut zones = ZonesBuilder::new();
    let (mut positions, mut places) = (vec![0_u32], vec![0_u32]);
    let documents = || shards.iter().flat_map(|shard| &shard.documents);
    for row in documents() {
        let too_many = || Error::Limit("a corpus holds fewer than 2^32 tokens; split it".into());
        let tokens = positions[positions.len() - 1]
            .checked_add(row.tokens)
            .ok_or_else(too_many)?;
        positions.push(tokens);
        let blocks = u32::try_from(blocks(row.bytes)).expect("a text is below 4 GiB");
        places.push(
            places[places.len() - 1]
                .checked_add(blocks)
                .ok_or_else(too_many)?,
        );
        for (kind, span, tokens) in &row.zones {
            zones.push(*kind, span, *tokens);
        }
        zones.close_document();
    }
    let rows = Rows {
        texts,
        hashes: documents().map(|row| row.hash).collect(),
        ascii: documents().map(|row| u8::from(row.ascii)).collect(),
        positions: positions.into(),
        blocks: places.into(),
    };
    Ok((rows, zones))
}

/// Shards in a row with the first position of each run.
fn chunked(shards: Vec<Shard>) -> Vec<(u32, Vec<Shard>)> {
    let mut chunks: Vec<(u32, Vec<Shard>)> = Vec::new();
    let (mut position, mut tokens) = (0, 0);
    for shard in shards {
        let own = shard.types.len();
        if chunks.is_empty() || tokens + own > CHUNK_TOKENS {
            chunks.push((position, Vec::new()));
            tokens = 0;
        }
        tokens += own;
        position += u32::try_from(own).expect("counted before");
        chunks
            .last_mut()
            .expect("the first shard begins one")
            .1
            .push(shard);
    }
    chunks
}

/// How often a type was met.
#[derive(Clone, Copy, Default)]
struct Tally {
    tokens: u32,
    documents: u32,
    /// The number of the last document in which it was seen, from 1.
    seen: u32,
}

impl Tally {
    /// Counts a token. A chunk holds fewer tokens than overflow the counts.
    fn add(&mut self, document: u32) {
        self.tokens = self.tokens.wrapping_add(1);
        let first = u32::from(self.seen != document);
        self.documents = self.documents.wrapping_add(first);
        self.seen = document;
    }
}

impl Chunk {
    fn build(
        first: u32,
        mut shards: Vec<Shard>,
        numbers: &[Vec<u32>],
        n_types: usize,
        task: &Task,
    ) -> Result<Self> {
        let mut tallies = vec![Tally::default(); n_types];
        let mut document = 0;
        for shard in &mut shards {
            let numbers = &numbers[shard.worker];
            let mut rest = shard.types.as_mut_slice();
            for row in &shard.documents {
                document += 1;
                let (own, others) = rest.split_at_mut(row.tokens as usize);
                for part in own.chunks_mut(CHUNK_TOKENS) {
                    task.check()?;
                    for number in part {
                        *number = numbers[*number as usize];
                        tallies[*number as usize].add(document);
                    }
                }
                rest = others;
            }
        }
        let types: Vec<Vec<u32>> = shards.into_iter().map(|shard| shard.types).collect();
        let firsts = running_sum(tallies.iter().map(|tally| tally.tokens));
        let mut next = firsts.clone();
        let mut positions = vec![0; types.iter().map(Vec::len).sum()];
        let mut position = first;
        for part in types.iter().flat_map(|types| types.chunks(CHUNK_TOKENS)) {
            task.check()?;
            for word in part {
                let place = &mut next[*word as usize];
                positions[*place as usize] = position;
                // Neither is past the number of tokens, which was counted before.
                *place = place.wrapping_add(1);
                position = position.wrapping_add(1);
            }
        }
        Ok(Self {
            types,
            positions,
            firsts,
            documents: tallies.iter().map(|tally| tally.documents).collect(),
        })
    }

    fn list(&self, word: usize) -> &[u32] {
        &self.positions[self.firsts[word] as usize..self.firsts[word + 1] as usize]
    }
}

/// What comes before each number, and the sum.
fn running_sum(counts: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut sum = 0;
    let before = counts.map(|count| {
        sum += count;
        sum - count
    });
    let mut sums: Vec<u32> = before.collect();
    sums.push(sum);
    sums
}

fn counts(chunks: &[Chunk], n_types: usize) -> Counts {
    let (mut tokens, mut documents) = (vec![0; n_types], vec![0; n_types]);
    for chunk in chunks {
        for word in 0..n_types {
            tokens[word] += chunk.firsts[word + 1] - chunk.firsts[word];
            documents[word] += chunk.documents[word];
        }
    }
    Counts {
        tokens: tokens.into(),
        documents: documents.into(),
    }
}

/// The lists of all types over all chunks.
fn postings(chunks: &[Chunk], counts: &Counts, task: &Task) -> Result<Postings> {
    let parts = task.map(shares(&counts.tokens), |words| {
        let (mut bytes, mut ends) = (Vec::new(), Vec::with_capacity(words.len()));
        let mut list = Vec::new();
        for word in words {
            list.clear();
            for chunk in chunks {
                list.extend_from_slice(chunk.list(word));
            }
            append_list(&list, &mut bytes);
            ends.push(bytes.len());
        }
        task.check()?;
        Ok((bytes, ends))
    })?;
    let total: usize = parts.iter().map(|(bytes, _)| bytes.len()).sum();
    if u32::try_from(total).is_err() {
        return Err(Error::Limit(
            "a segment's postings exceed 4 GiB; split the corpus".into(),
        ));
    }
    let mut all = vec![0; total + PADDING];
    let mut rest = all.as_mut_slice();
    let mut firsts = vec![0];
    let mut items = Vec::with_capacity(parts.len());
    for (bytes, ends) in parts {
        let before = firsts[firsts.len() - 1];
        let ends = ends
            .iter()
            .map(|end| before + TypeId::from_index(*end).number());
        firsts.extend(ends);
        let (own, others) = rest.split_at_mut(bytes.len());
        items.push((bytes, own));
        rest = others;
    }
    task.map(items, |(bytes, own): (Vec<u8>, &mut [u8])| {
        own.copy_from_slice(&bytes);
        Ok(())
    })?;
    Ok(Postings::over(all.into(), firsts.into()).expect("lists one behind the other"))
}

/// Ranges of types with about as many tokens each.
fn shares(counts: &[u32]) -> Vec<Range<usize>> {
    let mut shares = Vec::new();
    let (mut first, mut tokens) = (0, 0);
    for (word, count) in counts.iter().enumerate() {
        tokens += u64::from(*count) + 1;
        if tokens >= LISTED_AT_ONCE.into() {
            shares.push(first..word + 1);
            (first, tokens) = (word + 1, 0);
        }
    }
    shares.push(first..counts.len());
    shares
}

/// The tokens of all chunks in as many bits as the largest number needs.
fn pack(chunks: &[Vec<u32>], n_types: usize, n_tokens: usize, task: &Task) -> Result<Packed> {
    let width = bits::width_of(TypeId::from_index(n_types.saturating_sub(1)).number());
    let mut bytes = vec![0; bits::packed_bytes(n_tokens, width) + PADDING];
    let mut firsts = vec![0];
    for chunk in chunks {
        firsts.push(firsts[firsts.len() - 1] + chunk.len());
    }
    let at_once = bits::packed_bytes(PACKED_AT_ONCE, width).max(1);
    let items: Vec<_> = (0..n_tokens)
        .step_by(PACKED_AT_ONCE)
        .zip(bytes.chunks_mut(at_once))
        .collect();
    task.map(items, |(first, bytes)| {
        let end = n_tokens.min(first + PACKED_AT_ONCE);
        let mut packed = Vec::with_capacity(bytes.len());
        let chunk = firsts.partition_point(|start| *start <= first) - 1;
        let within = |chunk: usize| {
            let range =
                |place: usize| place.clamp(firsts[chunk], firsts[chunk + 1]) - firsts[chunk];
            &chunks[chunk][range(first)..range(end)]
        };
        let mut run = bits::Packer::new(width);
        for chunk in chunk..chunks.len() {
            run.push(within(chunk).iter().copied(), &mut packed);
        }
        run.finish(&mut packed);
        bytes[..packed.len()].copy_from_slice(&packed);
        Ok(())
    })?;
    Ok(Packed::over(bytes.into(), width, n_tokens).expect("as many bytes as tokens need"))
}
