//! The order of concordance lines, by words around the node and by metadata.

use std::ops::Range;

use super::concordance::Concordance;
use crate::corpus::{Corpus, Groups, Part, Position};
use crate::error::{Error, Result};
use crate::task::Task;

/// What lines are ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
enum SortKey {
    /// The token so many places left of the node.
    Left(u32),
    /// The node itself, word by word.
    Node,
    /// The token so many places right of the node.
    Right(u32),
    /// The place in the corpus.
    Position,
    /// A metadata column, or `document`.
    Column(String),
}

/// How many lines one worker ranks at a time.
const LINES_A_PART: usize = 1 << 13;
/// The bits that are left for keys beside the number of a span.
const KEY_BITS: u32 = u128::BITS - u32::BITS;

/// The numbers of the lines' spans in the order of the keys; ties in the order of the text.
///
/// A word's key is its rank in alphabetical order, so only integers are compared: the keys are
/// packed into 96 bits where they fit, with the number of the span in the 32 below.
pub(super) fn sorted(lines: &Concordance, keys: &str, task: &Task) -> Result<Vec<u32>> {
    let names: Vec<&str> = keys
        .split([' ', ',', '\t', '\n'])
        .filter(|key| !key.is_empty())
        .collect();
    if names.is_empty() {
        return Err(Error::Parameter(
            "sort keys must be as in \"R1 R2 L1\", got none".into(),
        ));
    }
    let mut columns = Vec::new();
    for name in names {
        columns.extend(Column::of(lines, SortKey::parse(lines, name)?)?);
    }
    let ranker = Ranker { lines, columns };
    if ranker
        .columns
        .iter()
        .map(|column| column.width(lines))
        .sum::<u32>()
        <= KEY_BITS
    {
        ranker.sorted_by_one_number(task)
    } else {
        ranker.sorted_by_many(task)
    }
}

impl SortKey {
    fn parse(lines: &Concordance, name: &str) -> Result<Self> {
        let metadata = lines.scope().corpus().metadata();
        let slot = |side: char| {
            let distance: u32 = name.strip_prefix(side)?.parse().ok()?;
            (distance > 0).then_some(distance)
        };
        match (name, slot('L'), slot('R')) {
            (_, Some(distance), _) => Ok(Self::Left(distance)),
            (_, _, Some(distance)) => Ok(Self::Right(distance)),
            ("node", ..) => Ok(Self::Node),
            ("position", ..) => Ok(Self::Position),
            _ if name == "document" || metadata.column(name).is_ok() => {
                Ok(Self::Column(name.into()))
            }
            _ => {
                let known = ["L1", "L2", "R1", "R2", "node", "document", "position"];
                Err(Error::unknown(
                    "sort key",
                    name,
                    known.into_iter().chain(metadata.names()),
                ))
            }
        }
    }
}

/// What gives each line one rank; 0 where there is no word.
enum Column {
    Left(u32),
    Right(u32),
    /// The word so many places behind the node's first.
    Node(u32),
    Position,
    /// By the number of the document.
    Group(Vec<u32>),
}

impl Column {
    fn of(lines: &Concordance, key: SortKey) -> Result<Vec<Self>> {
        Ok(match key {
            SortKey::Left(distance) => vec![Self::Left(distance)],
            SortKey::Right(distance) => vec![Self::Right(distance)],
            SortKey::Position => vec![Self::Position],
            SortKey::Node => {
                let length = |line| {
                    let (first, behind) = lines.span(line);
                    behind.number() - first.number()
                };
                let longest = (0..lines.len()).map(length).max().unwrap_or(0);
                (0..longest).map(Self::Node).collect()
            }
            SortKey::Column(name) => {
                let groups = Groups::by(lines.scope(), std::slice::from_ref(&name))?;
                let mut numbers = vec![0; lines.scope().corpus().n_documents()];
                for (group, documents) in (1..).zip(groups.documents()) {
                    for document in documents {
                        numbers[document.index()] = group;
                    }
                }
                vec![Self::Group(numbers)]
            }
        })
    }

    /// The bits that the largest rank may need.
    fn width(&self, lines: &Concordance) -> u32 {
        let corpus = lines.scope().corpus();
        let largest = match self {
            Self::Left(_) | Self::Right(_) | Self::Node(_) => {
                corpus.vocabulary().norms().len() as u64
            }
            Self::Position => corpus.n_tokens(),
            Self::Group(numbers) => numbers.len() as u64,
        };
        u64::BITS - largest.leading_zeros()
    }

    /// The rank of a match in a part, of which `zone` holds the positions.
    fn rank(
        &self,
        (corpus, part): (&Corpus, &Part),
        (first, behind): (u32, u32),
        zone: &Range<u32>,
    ) -> u32 {
        let word = |position: u32| {
            corpus
                .vocabulary()
                .rank(part.type_at(Position::new(position)))
        };
        match self {
            Self::Left(distance) => first
                .checked_sub(*distance)
                .filter(|place| *place >= zone.start)
                .map_or(0, word),
            Self::Right(distance) => (behind - 1)
                .checked_add(*distance)
                .filter(|place| *place < zone.end)
                .map_or(0, word),
            Self::Node(offset) => Some(first + offset)
                .filter(|place| *place < behind)
                .map_or(0, word),
            Self::Position => first,
            Self::Group(numbers) => numbers[part.document_at(Position::new(first)).index()],
        }
    }
}

struct Ranker<'l> {
    lines: &'l Concordance,
    columns: Vec<Column>,
}

impl Ranker<'_> {
    /// Passes on the ranks of a line by column.
    fn each_rank(&self, line: usize, near: &mut usize, mut pass: impl FnMut(u32)) {
        let corpus = self.lines.scope().corpus();
        let (first, behind) = self.lines.span(line);
        let part = corpus.part_at(first);
        let zone = part.zone_near(first, near);
        let zone = zone.start.number()..zone.end.number();
        for column in &self.columns {
            pass(column.rank((corpus, part), (first.number(), behind.number()), &zone));
        }
    }

    /// The key of each line; beside the line's number `key` is given where the zone of the line before
    /// was found.
    fn map<K: Send>(
        &self,
        task: &Task,
        key: impl Fn(usize, &mut usize) -> K + Sync,
    ) -> Result<Vec<K>> {
        let firsts = (0..self.lines.len()).step_by(LINES_A_PART).collect();
        let keys = task.map(firsts, |first: usize| {
            let behind = self.lines.len().min(first + LINES_A_PART);
            let mut near = 0;
            let keys = (first..behind).map(|line| key(line, &mut near));
            Ok(keys.collect::<Vec<K>>())
        })?;
        Ok(keys.into_iter().flatten().collect())
    }

    fn sorted_by_one_number(&self, task: &Task) -> Result<Vec<u32>> {
        let widths: Vec<u32> = self
            .columns
            .iter()
            .map(|column| column.width(self.lines))
            .collect();
        let mut keys = self.map(task, |line, near| {
            let (mut key, mut widths) = (0_u128, widths.iter());
            self.each_rank(line, near, |rank| {
                let width = widths.next().expect("one a column");
                key = key << width | u128::from(rank);
            });
            key << u32::BITS | u128::from(self.lines.span_number(line))
        })?;
        task.sort(&mut keys, |key| *key)?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the lowest 32 bits are the span"
        )]
        let spans = keys.into_iter().map(|key| key as u32).collect();
        Ok(spans)
    }

    fn sorted_by_many(&self, task: &Task) -> Result<Vec<u32>> {
        let mut keys = self.map(task, |line, near| {
            let mut ranks = Vec::with_capacity(self.columns.len());
            self.each_rank(line, near, |rank| ranks.push(rank));
            (ranks, self.lines.span_number(line))
        })?;
        task.sort_by(&mut keys, Ord::cmp)?;
        Ok(keys.into_iter().map(|(_, span)| span).collect())
    }
}
