//! Columns: what lines are ordered and grouped by, as one number a line.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::Array;

use super::slots::Slot;
use super::walk::{LineAt, map_parts};
use crate::analysis::Concordance;
use crate::corpus::{Corpus, Groups, Position, TypeId};
use crate::error::Result;
use crate::task::Task;

/// By how many words nodes are ordered and told apart: matches of a gap may be as long as a text.
pub(super) const NODE_WORDS: u32 = 16;

/// What gives each line one number, from 0 up to the largest.
pub(super) struct Column {
    ranks: Ranks,
    largest: u32,
    descending: bool,
}

enum Ranks {
    Word(Place, Words),
    Position,
    Zone,
    /// By the number of the document.
    Document(Vec<u32>),
    /// By the number of the match.
    Span(Vec<u32>),
}

/// The place of one word.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Left(u32),
    /// The word so many places behind the node's first.
    Node(u32),
    Right(u32),
}

/// The order of words. Where a line has no such word, its number is 0.
#[derive(Clone)]
pub(super) enum Words {
    /// By letters, then accents.
    Alphabet,
    /// By the number of the type.
    Own(Arc<[u32]>),
    /// The values of a layer, by their numbers.
    Values(usize, Arc<[u32]>),
}

impl Place {
    /// The places of a slot's words.
    pub(super) fn of(slot: Slot, lines: &Concordance) -> Vec<Self> {
        match slot {
            Slot::Left(distance) => vec![Self::Left(distance)],
            Slot::Right(distance) => vec![Self::Right(distance)],
            Slot::Node => {
                let length = |line| {
                    let (first, behind) = lines.span(line);
                    behind.number() - first.number()
                };
                let longest = (0..lines.len()).map(length).max().unwrap_or(0);
                (0..longest.min(NODE_WORDS)).map(Self::Node).collect()
            }
        }
    }

    /// The position of the word in a match, of whose zone `zone` holds the positions.
    pub(super) fn position(self, (first, behind): (u32, u32), zone: &Range<u32>) -> Option<u32> {
        match self {
            Self::Left(distance) => first
                .checked_sub(distance)
                .filter(|place| *place >= zone.start),
            Self::Right(distance) => (behind - 1)
                .checked_add(distance)
                .filter(|place| *place < zone.end),
            Self::Node(offset) => Some(first + offset).filter(|place| *place < behind),
        }
    }
}

impl Words {
    /// An order by a key that each type has; types of the same key share one number.
    pub(super) fn by_key<K: Ord + Send>(
        lines: &Concordance,
        places: &[Place],
        key: impl Fn(&Corpus, TypeId) -> K + Sync,
        task: &Task,
    ) -> Result<Self> {
        let corpus = lines.scope().corpus();
        let parts = map_parts(lines, task, |line, types: &mut Vec<u32>| {
            for place in places {
                let position = place.position((line.first, line.behind), &line.zone);
                types.extend(position.map(|position| line.type_at(position).number()));
            }
        })?;
        let mut used = vec![false; corpus.vocabulary().types().len()];
        for word in parts.into_iter().flatten() {
            used[word as usize] = true;
        }
        let types: Vec<usize> = (0..used.len()).filter(|word| used[*word]).collect();
        let mut keys = task.map(types, |word| {
            Ok((key(corpus, TypeId::from_index(word)), word))
        })?;
        task.sort_by(&mut keys, Ord::cmp)?;
        let (mut numbers, mut number) = (vec![0; used.len()], 0);
        for same in keys.chunk_by(|left, right| left.0 == right.0) {
            number += 1;
            for (_, word) in same {
                numbers[*word] = number;
            }
        }
        Ok(Self::Own(numbers.into()))
    }

    /// An order of the values of a layer by a key, which differs where they do.
    pub(super) fn by_value<K: Ord + Send>(
        lines: &Concordance,
        layer: usize,
        task: &Task,
        key: impl Fn(&str) -> K + Sync,
    ) -> Result<Self> {
        let values = lines.scope().corpus().layers()[layer].values();
        let places = (0..values.len()).collect();
        let mut keys = task.map(places, |place: usize| Ok((key(values.get(place)), place)))?;
        task.sort_by(&mut keys, Ord::cmp)?;
        let mut numbers = vec![0; values.len() + 1];
        for (number, (_, place)) in (1..).zip(keys) {
            numbers[place + 1] = number;
        }
        Ok(Self::Values(layer, numbers.into()))
    }

    fn largest(&self, corpus: &Corpus) -> u32 {
        let largest = match self {
            Self::Alphabet => corpus.vocabulary().norms().len(),
            Self::Own(_) => corpus.vocabulary().types().len(),
            Self::Values(_, numbers) => numbers.len(),
        };
        u32::try_from(largest).expect("fewer types than 2^32")
    }

    fn number(&self, corpus: &Corpus, line: &LineAt<'_>, position: u32) -> u32 {
        match self {
            Self::Alphabet => corpus.vocabulary().rank(line.type_at(position)),
            Self::Own(numbers) => numbers[line.type_at(position).index()],
            Self::Values(layer, numbers) => {
                let value = line.part.value_at(*layer, Position::new(position));
                numbers[value as usize]
            }
        }
    }
}

impl Column {
    fn new(ranks: Ranks, largest: u32) -> Self {
        Self {
            ranks,
            largest,
            descending: false,
        }
    }

    /// By the word at a place.
    pub(super) fn word(corpus: &Corpus, place: Place, words: Words) -> Self {
        let largest = words.largest(corpus);
        Self::new(Ranks::Word(place, words), largest)
    }

    /// By the place in the corpus.
    pub(super) fn position() -> Self {
        Self::new(Ranks::Position, u32::MAX)
    }

    /// By the kind of zone.
    pub(super) fn zone() -> Self {
        Self::new(Ranks::Zone, u32::from(u8::MAX))
    }

    /// By the values of a metadata column, of `document`, or by periods; missing values come last either way.
    pub(super) fn metadata(lines: &Concordance, name: &str, descending: bool) -> Result<Self> {
        let groups = Groups::by(lines.scope(), &[name.to_owned()])?;
        let mut numbers = vec![0; lines.scope().corpus().n_documents()];
        let n_groups = groups.documents().len();
        let is_missing = |group: usize| groups.labels()[0].1.is_null(group);
        let n_values = n_groups - usize::from(n_groups > 0 && is_missing(n_groups - 1));
        for (group, documents) in groups.documents().iter().enumerate() {
            let place = if descending && group < n_values {
                n_values - 1 - group
            } else {
                group
            };
            for document in documents {
                numbers[document.index()] = u32::try_from(place).expect("fewer than documents");
            }
        }
        let largest = u32::try_from(n_groups).expect("fewer than documents");
        Ok(Self::new(Ranks::Document(numbers), largest))
    }

    /// By a number that each match has.
    pub(super) fn of_spans(numbers: Vec<u32>) -> Self {
        let largest = numbers.iter().copied().max().unwrap_or(0);
        Self::new(Ranks::Span(numbers), largest)
    }

    /// The other way round.
    pub(super) fn turned(self, descending: bool) -> Self {
        Self { descending, ..self }
    }

    /// The bits that the largest number needs.
    pub(super) fn width(&self) -> u32 {
        u32::BITS - self.largest.leading_zeros()
    }

    /// The number of a line.
    pub(super) fn number(&self, corpus: &Corpus, line: &LineAt<'_>) -> u32 {
        let number = match &self.ranks {
            Ranks::Word(place, words) => place
                .position((line.first, line.behind), &line.zone)
                .map_or(0, |position| words.number(corpus, line, position)),
            Ranks::Position => line.first,
            Ranks::Zone => line.part.zone_at(Position::new(line.first)).0 as u32,
            Ranks::Document(numbers) => {
                numbers[line.part.document_at(Position::new(line.first)).index()]
            }
            Ranks::Span(numbers) => numbers[line.span as usize],
        };
        if self.descending {
            self.largest - number
        } else {
            number
        }
    }
}
