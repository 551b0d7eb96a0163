//! Text reuse: the stretches that two documents have in common, the longest first taken.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::ops::Range;

use serde_json::json;

use super::shingles::{Shingles, shingle};
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;

/// How often the second document may have a sequence of words for a match to begin with it.
const OFTEN: usize = 64;

/// What counts as reuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReuseOptions {
    /// How many words in a row are the same at least.
    pub n: u32,
    /// How many words may differ, in either document, between two matches of one stretch.
    pub gap: u32,
}

/// The same words in both documents, from one token of each on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Tile {
    first: u32,
    second: u32,
    length: u32,
}

/// The words in view of a document, stretch behind stretch.
#[derive(Default)]
struct Words {
    hashes: Vec<u64>,
    positions: Vec<u32>,
    /// The number of the stretch of each word.
    stretches: Vec<u32>,
}

/// The stretches of words that two documents in view have in common.
///
/// A row each, in the order of the first document: where it stands in either, in characters; `matched`,
/// the words that are the same; `first_tokens` and `second_tokens`, the words of the stretch in either.
///
/// Runs of at least `n` equal normal forms are taken greedily, the longest first, of these the first in
/// the first document, then in the second; no word is in two (greedy string tiling: Wise, 1993). Runs
/// that follow each other in both with at most `gap` words between them are one stretch.
pub fn text_reuse(
    scope: &Scope,
    (first, second): (&str, &str),
    options: ReuseOptions,
    task: &Task,
) -> Result<Table> {
    if options.n == 0 {
        return Err(Error::Parameter("n must be at least 1, got 0".into()));
    }
    let documents = [scope.document(first)?, scope.document(second)?];
    let shingles = Shingles::new(scope, options.n as usize, task)?;
    let [one, other] = documents.map(|document| words(&shingles, document));
    let tiles = tiles(&one, &other, options.n, task)?;
    let stretches = stretches(&tiles, options.gap);
    let corpus = scope.corpus();
    let place = |document: DocId, positions: &[u32], tokens: &Range<u32>| {
        let position = |token: u32| Position::new(positions[token as usize]);
        characters(
            corpus,
            document,
            position(tokens.start),
            position(tokens.end - 1),
        )
    };
    let firsts: Vec<(u64, u64)> = stretches
        .iter()
        .map(|stretch| place(documents[0], &one.positions, &stretch.first))
        .collect();
    let seconds: Vec<(u64, u64)> = stretches
        .iter()
        .map(|stretch| place(documents[1], &other.positions, &stretch.second))
        .collect();
    let count = |of: fn(&Stretch) -> u64| table::counts(stretches.iter().map(of));
    let columns = [
        (
            "first_start",
            table::counts(firsts.iter().map(|place| place.0)),
        ),
        (
            "first_end",
            table::counts(firsts.iter().map(|place| place.1)),
        ),
        (
            "second_start",
            table::counts(seconds.iter().map(|place| place.0)),
        ),
        (
            "second_end",
            table::counts(seconds.iter().map(|place| place.1)),
        ),
        ("matched", count(|stretch| stretch.matched)),
        ("first_tokens", count(|stretch| stretch.first.len() as u64)),
        (
            "second_tokens",
            count(|stretch| stretch.second.len() as u64),
        ),
    ];
    let mut manifest = scope.manifest("text_reuse");
    manifest.insert("first".into(), json!(first));
    manifest.insert("second".into(), json!(second));
    manifest.insert("n".into(), json!(options.n));
    manifest.insert("gap".into(), json!(options.gap));
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    Ok(Table::new(columns.into(), manifest))
}

fn words(shingles: &Shingles<'_>, document: DocId) -> Words {
    let mut words = Words::default();
    let mut stretch = 0;
    shingles.each_stretch(document, |range, hashes| {
        words.hashes.extend(hashes);
        words
            .positions
            .extend(range.start.number()..range.end.number());
        words.stretches.extend(hashes.iter().map(|_| stretch));
        stretch += 1;
    });
    words
}

/// The characters from the first token to the last.
fn characters(corpus: &Corpus, document: DocId, first: Position, last: Position) -> (u64, u64) {
    let bounds = |position: Position| {
        let mut bytes = 0..0;
        let behind = Position::new(position.number() + 1);
        corpus.each_token(position..behind, |_, token| bytes = token);
        bytes
    };
    let start = corpus.characters(document, bounds(first).start, (0, 0));
    let end = corpus.characters(document, bounds(last).end, (0, 0));
    (start as u64, end as u64)
}

/// The tiles of two documents, in the order of the first.
fn tiles(one: &Words, other: &Words, n: u32, task: &Task) -> Result<Vec<Tile>> {
    let longest = |tile: Tile| (tile.length, Reverse(tile.first), Reverse(tile.second));
    let mut waiting: BinaryHeap<_> = matches(one, other, n, task)?
        .into_iter()
        .map(longest)
        .collect();
    let mut taken = [
        vec![false; one.hashes.len()],
        vec![false; other.hashes.len()],
    ];
    let mut tiles = Vec::new();
    while let Some((length, Reverse(first), Reverse(second))) = waiting.pop() {
        task.check()?;
        let is_free = |offset: u32| {
            !taken[0][(first + offset) as usize] && !taken[1][(second + offset) as usize]
        };
        if (0..length).all(is_free) {
            for offset in 0..length {
                taken[0][(first + offset) as usize] = true;
                taken[1][(second + offset) as usize] = true;
            }
            tiles.push(Tile {
                first,
                second,
                length,
            });
            continue;
        }
        let mut from = 0;
        while from < length {
            let free = (from..length).take_while(|offset| is_free(*offset)).count();
            let free = u32::try_from(free).expect("no longer than the match");
            if free >= n {
                waiting.push((free, Reverse(first + from), Reverse(second + from)));
            }
            from += free + 1;
        }
    }
    tiles.sort();
    Ok(tiles)
}

/// The longest matches of at least n words, each once: none could go on at either end.
fn matches(one: &Words, other: &Words, n: u32, task: &Task) -> Result<Vec<Tile>> {
    let length = n as usize;
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, words) in other.hashes.windows(length).enumerate() {
        places.entry(shingle(words)).or_default().push(at);
    }
    // By how far the second place is ahead: up to where in the first document it was followed.
    let mut followed: HashMap<i64, usize> = HashMap::new();
    let index = |at: usize| u32::try_from(at).expect("a document has fewer than 2^32 tokens");
    let mut found = Vec::new();
    for (at, words) in one.hashes.windows(length).enumerate() {
        task.check()?;
        let Some(places) = places.get(&shingle(words)) else {
            continue;
        };
        if places.len() > OFTEN {
            continue;
        }
        for place in places {
            let ahead = i64::from(index(*place)) - i64::from(index(at));
            let passed = followed.entry(ahead).or_default();
            if at < *passed {
                continue;
            }
            let (before, behind) = around((one, at), (other, *place));
            *passed = at + behind;
            if before + behind >= length {
                found.push(Tile {
                    first: index(at - before),
                    second: index(place - before),
                    length: index(before + behind),
                });
            }
        }
    }
    Ok(found)
}

/// How many words are the same before two places, and from them on, within the stretches of either.
fn around((one, at): (&Words, usize), (other, place): (&Words, usize)) -> (usize, usize) {
    let is_same = |first: usize, second: usize| {
        one.hashes[first] == other.hashes[second]
            && one.stretches[first] == one.stretches[at]
            && other.stretches[second] == other.stretches[place]
    };
    let before = (1..=at.min(place))
        .take_while(|back| is_same(at - back, place - back))
        .count();
    let rest = (one.hashes.len() - at).min(other.hashes.len() - place);
    let behind = (0..rest)
        .take_while(|ahead| is_same(at + ahead, place + ahead))
        .count();
    (before, behind)
}

/// Tiles that follow each other in both documents, with little between them.
struct Stretch {
    first: Range<u32>,
    second: Range<u32>,
    matched: u64,
}

fn stretches(tiles: &[Tile], gap: u32) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for tile in tiles {
        let follows = |stretch: &&mut Stretch| {
            let between = |end: u32, start: u32| start.checked_sub(end);
            let [first, second] = [
                between(stretch.first.end, tile.first),
                between(stretch.second.end, tile.second),
            ];
            first.is_some_and(|words| words <= gap) && second.is_some_and(|words| words <= gap)
        };
        let (first, second) = (tile.first + tile.length, tile.second + tile.length);
        if let Some(stretch) = stretches.last_mut().filter(follows) {
            stretch.first.end = first;
            stretch.second.end = second;
            stretch.matched += u64::from(tile.length);
        } else {
            stretches.push(Stretch {
                first: tile.first..first,
                second: tile.second..second,
                matched: tile.length.into(),
            });
        }
    }
    stretches
}
