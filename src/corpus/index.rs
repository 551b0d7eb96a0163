//! Shards to a segment: every token by the vocabulary's number, packed, and the inverted lists.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arrow_buffer::ScalarBuffer;

use super::bits::{self, PADDING, Packed};
use super::buffers::Buffers;
use super::characters::Characters;
use super::ids::TypeId;
use super::intern::MetWords;
use super::merge::{Origin, merge, met};
use super::postings::{Postings, append_list};
use super::regions::ZonesBuilder;
use super::segment::{Counts, Rows, Segment};
use super::shards::{Offsets, Shard, Shards};
use super::sources::Sources;
use super::starts::{Starts, blocks};
use super::vocabulary::{NEW, Vocabulary};
use super::voices::Hearing;
use crate::error::{Error, Result};
use crate::task::{Scratch, Task};

/// The tokens between two looks at the task.
const TOKENS_AT_ONCE: usize = 1 << 19;
/// The types whose counts one worker adds up at a time.
const TYPES_AT_ONCE: usize = 1 << 13;
/// The postings that one worker encodes at a time, about.
const LISTED_AT_ONCE: u32 = 1 << 18;

/// The types of the corpus by the numbers of a segment.
type Globals = ScalarBuffer<u32>;

/// The inverted lists of a shard, in the numbers of the segment.
struct Lists<'r> {
    /// The positions of all types, one list behind the other.
    positions: Vec<u32>,
    /// Where the list of each type begins, and the number of positions.
    firsts: &'r [u32],
    /// In how many documents each type occurs.
    documents: &'r [u32],
}

/// A segment of these shards, its words added to the vocabulary, and its types there.
pub(super) fn segment(
    shards: Shards,
    texts: Sources,
    vocabulary: &mut Vocabulary,
    buffers: &Buffers,
    task: &Task,
) -> Result<(Arc<Segment>, Globals)> {
    let Shards {
        all: shards,
        workers,
        offsets,
    } = shards;
    let (globals, numbers) = renumbering(&workers, vocabulary, task)?;
    drop(workers);
    let own = (texts, offsets);
    let segment = assemble(shards, &numbers, globals.len(), own, buffers, task)?;
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
    buffers: &Buffers,
    task: &Task,
) -> Result<Arc<Segment>> {
    let (rows, zones) = rows(&shards, texts)?;
    // One piece of memory for the numbers of all shards: many of middling size leave much behind.
    let mut room = task.zeroed(shards.len() * (2 * n_types + 1))?;
    let (lists, types) = inverted(shards, numbers, &mut room, buffers, task)?;
    let counts = counts(&lists, n_types, task)?;
    let postings = postings(&lists, &counts, task)?;
    for list in lists {
        buffers.put(list.positions);
    }
    Ok(Arc::new(Segment {
        rows,
        zones: zones.finish(),
        starts: Starts::new(offsets.starts, task)?,
        characters: Characters::over(offsets.characters.into()),
        types,
        counts,
        postings,
        sentences: OnceLock::new(),
        explained: OnceLock::new(),
        heard: Hearing::default(),
        saved: OnceLock::new(),
    }))
}

/// The segment's types in the corpus, ascending, and for each worker the segment's numbers of its words.
fn renumbering(
    workers: &[MetWords],
    vocabulary: &mut Vocabulary,
    task: &Task,
) -> Result<(Globals, Vec<Vec<u32>>)> {
    let met = met(workers, task)?;
    let mut numbers = vocabulary.known_words(&met, task)?;
    let is_new = |origin: Origin| numbers[origin.worker as usize][origin.number as usize] == NEW;
    let groups = merge(&met, is_new, task)?;
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

/// The inverted lists of all shards, and the packed types of their tokens. There is room for two numbers
/// of each type, and one more, for each shard.
fn inverted<'r>(
    shards: Vec<Shard>,
    numbers: &[Vec<u32>],
    room: &'r mut [u32],
    buffers: &Buffers,
    task: &Task,
) -> Result<(Vec<Lists<'r>>, Packed)> {
    let room_of_shard = room.len().checked_div(shards.len()).unwrap_or(1);
    let n_types = room_of_shard / 2;
    let width = bits::width_of(TypeId::from_index(n_types.saturating_sub(1)).number());
    let n_tokens = shards.iter().map(|shard| shard.types.len()).sum();
    let mut bytes = task.zeroed(bits::packed_bytes(n_tokens, width) + PADDING)?;
    let mut rest = bytes.as_mut_slice();
    let (mut first, mut taken) = (0, 0);
    let mut items = Vec::with_capacity(shards.len());
    for (shard, numbers_of_types) in shards.into_iter().zip(room.chunks_mut(room_of_shard)) {
        let behind = first + shard.types.len();
        // A byte that two shards share belongs to the one before.
        let end = bits::packed_bytes(behind, width);
        let (own, others) = rest.split_at_mut(end - taken);
        items.push((first, shard, own, numbers_of_types));
        (first, taken, rest) = (behind, end, others);
    }
    let scratch = Scratch::new();
    let built = task.map(items, |(first, shard, packed, room)| {
        scratch.with(Inverting::default, |inverting| {
            let numbers = &numbers[shard.worker];
            let types = inverting.renumber(shard, (numbers, n_types), task)?;
            let position = u32::try_from(first).expect("counted before");
            let lists = inverting.lists(&types, position, (room, buffers), task)?;
            let shared = inverting.pack(&types, first * width as usize, width, packed);
            buffers.put(types);
            Ok((lists, (first, shared)))
        })
    })?;
    let (lists, shared): (Vec<Lists<'_>>, Vec<(usize, u8)>) = built.into_iter().unzip();
    for (first, bits) in shared {
        bytes[first * width as usize / 8] |= bits;
    }
    let types = Packed::over(bytes.into(), width, n_tokens).expect("as many bytes as tokens need");
    Ok((lists, types))
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

/// What a worker needs to invert shards, used again for the next one.
#[derive(Default)]
struct Inverting {
    tallies: Vec<Tally>,
    next: Vec<u32>,
    packed: Vec<u8>,
}

impl Inverting {
    /// Tallies the types of a shard and gives them, in the numbers of the segment.
    fn renumber(
        &mut self,
        mut shard: Shard,
        (numbers, n_types): (&[u32], usize),
        task: &Task,
    ) -> Result<Vec<u32>> {
        self.tallies.clear();
        self.tallies.resize(n_types, Tally::default());
        let mut document = 0;
        let mut rest = shard.types.as_mut_slice();
        for row in &shard.documents {
            document += 1;
            let (own, others) = rest.split_at_mut(row.tokens as usize);
            for part in own.chunks_mut(TOKENS_AT_ONCE) {
                task.check()?;
                for number in part {
                    *number = numbers[*number as usize];
                    self.tallies[*number as usize].add(document);
                }
            }
            rest = others;
        }
        Ok(shard.types)
    }

    /// The lists of types that were tallied, of which the first has this position.
    fn lists<'r>(
        &mut self,
        types: &[u32],
        first: u32,
        (room, buffers): (&'r mut [u32], &Buffers),
        task: &Task,
    ) -> Result<Lists<'r>> {
        let (firsts, documents) = room.split_at_mut(self.tallies.len() + 1);
        let mut sum = 0;
        for (tally, (first, documents)) in self
            .tallies
            .iter()
            .zip(firsts.iter_mut().zip(documents.iter_mut()))
        {
            (*first, *documents) = (sum, tally.documents);
            sum += tally.tokens;
        }
        firsts[self.tallies.len()] = sum;
        self.next.clear();
        self.next.extend_from_slice(firsts);
        let mut positions = buffers.take(types.len());
        positions.resize(types.len(), 0);
        let mut position = first;
        for part in types.chunks(TOKENS_AT_ONCE) {
            task.check()?;
            for word in part {
                let place = &mut self.next[*word as usize];
                positions[*place as usize] = position;
                // Neither is past the number of tokens, which was counted before.
                *place = place.wrapping_add(1);
                position = position.wrapping_add(1);
            }
        }
        Ok(Lists {
            positions,
            firsts,
            documents,
        })
    }

    /// Packs types that begin at a bit; what belongs into the byte before the room is given back.
    fn pack(&mut self, types: &[u32], bit: usize, width: u32, room: &mut [u8]) -> u8 {
        let before = u32::try_from(bit % 8).expect("below 8");
        self.packed.clear();
        self.packed.reserve_exact(room.len() + 9);
        let mut run = bits::Packer::behind(before, width);
        run.push(types.iter().copied(), &mut self.packed);
        run.finish(&mut self.packed);
        let (shared, own) = self.packed.split_at(usize::from(before > 0));
        room.copy_from_slice(own);
        shared.first().copied().unwrap_or(0)
    }
}

impl Lists<'_> {
    fn of(&self, word: usize) -> &[u32] {
        &self.positions[self.firsts[word] as usize..self.firsts[word + 1] as usize]
    }
}

fn counts(lists: &[Lists<'_>], n_types: usize, task: &Task) -> Result<Counts> {
    let (mut tokens, mut documents) = (vec![0; n_types], vec![0; n_types]);
    let rooms = tokens
        .chunks_mut(TYPES_AT_ONCE)
        .zip(documents.chunks_mut(TYPES_AT_ONCE));
    let items = (0..).step_by(TYPES_AT_ONCE).zip(rooms).collect();
    task.map(items, |(first, (tokens, documents))| {
        let words = first..first + tokens.len();
        for list in lists {
            let firsts = list.firsts[words.start..=words.end].windows(2);
            for (count, pair) in tokens.iter_mut().zip(firsts) {
                *count += pair[1] - pair[0];
            }
            for (count, own) in documents.iter_mut().zip(&list.documents[words.clone()]) {
                *count += own;
            }
        }
        Ok(())
    })?;
    Ok(Counts {
        tokens: tokens.into(),
        documents: documents.into(),
    })
}

/// The lists of all types over all shards.
fn postings(lists: &[Lists<'_>], counts: &Counts, task: &Task) -> Result<Postings> {
    let scratch = Scratch::new();
    let parts = task.map(shares(&counts.tokens), |words| {
        let n_tokens: u32 = counts.tokens[words.clone()].iter().sum();
        // Mostly more than is needed: what grows leaves memory behind.
        let room = 2 * n_tokens as usize + 5 * words.len();
        let (mut bytes, mut ends) = (Vec::with_capacity(room), Vec::with_capacity(words.len()));
        scratch.with(Vec::new, |list| {
            for word in words {
                list.clear();
                for some in lists {
                    list.extend_from_slice(some.of(word));
                }
                append_list(list, &mut bytes);
                ends.push(bytes.len());
            }
        });
        task.check()?;
        Ok((bytes, ends))
    })?;
    let total: usize = parts.iter().map(|(bytes, _)| bytes.len()).sum();
    if u32::try_from(total).is_err() {
        return Err(Error::Limit(
            "a segment's postings exceed 4 GiB; split the corpus".into(),
        ));
    }
    let mut all = task.zeroed(total + PADDING)?;
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
