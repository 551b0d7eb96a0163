//! The order of concordance lines, by words around the node and by metadata.

use super::concordance::Concordance;
use crate::corpus::{Corpus, Groups, Position};
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

/// The numbers of the lines in the order of the keys; ties in the order of the text.
///
/// A word's key is its rank in alphabetical order, so only integers are compared: the keys are
/// packed into 96 bits where they fit, with the number of the span in the 32 below.
pub(super) fn sorted(lines: &Concordance, keys: &str, task: &Task) -> Result<Vec<usize>> {
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
        task.check()?;
        columns.extend(ranks(lines, &SortKey::parse(lines, name)?)?);
    }
    columns.push(
        (0..lines.len())
            .map(|line| lines.span(line).0.number())
            .collect(),
    );
    columns.push(
        (0..lines.len())
            .map(|line| lines.span(line).1.number())
            .collect(),
    );
    task.check()?;
    let widths: Vec<u32> = columns
        .iter()
        .map(|column| u32::BITS - column.iter().max().copied().unwrap_or(0).leading_zeros())
        .collect();
    let mut order: Vec<usize> = (0..lines.len()).collect();
    if widths.iter().sum::<u32>() <= u128::BITS {
        let packed = |line: usize| {
            columns
                .iter()
                .zip(&widths)
                .fold(0_u128, |key, (column, width)| {
                    (key << width) | u128::from(column[line])
                })
        };
        let mut keyed: Vec<(u128, usize)> =
            order.iter().map(|line| (packed(*line), *line)).collect();
        keyed.sort_unstable();
        return Ok(keyed.into_iter().map(|(_, line)| line).collect());
    }
    let key = |line: usize| columns.iter().map(move |column| column[line]);
    order.sort_unstable_by(|left, right| key(*left).cmp(key(*right)));
    Ok(order)
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

/// One or more columns of ranks, one rank a line; 0 where there is no word.
fn ranks(lines: &Concordance, key: &SortKey) -> Result<Vec<Vec<u32>>> {
    let corpus = lines.scope().corpus();
    let rank = |position: Option<u32>| {
        position.map_or(0, |position| {
            corpus
                .vocabulary()
                .rank(corpus.type_at(Position::new(position)))
        })
    };
    let each = |value: &dyn Fn(Position, Position) -> u32| -> Vec<u32> {
        (0..lines.len())
            .map(|line| {
                let (first, behind) = lines.span(line);
                value(first, behind)
            })
            .collect()
    };
    Ok(match key {
        SortKey::Left(distance) => vec![each(&|first, _| rank(left_of(corpus, first, *distance)))],
        SortKey::Right(distance) => {
            vec![each(&|first, behind| {
                rank(right_of(corpus, first, behind, *distance))
            })]
        }
        SortKey::Node => {
            let length = |line| {
                let (first, behind) = lines.span(line);
                behind.number() - first.number()
            };
            let longest = (0..lines.len()).map(length).max().unwrap_or(0);
            let word = |offset: u32| {
                each(&|first, behind| {
                    let place = first.number() + offset;
                    rank((place < behind.number()).then_some(place))
                })
            };
            (0..longest).map(word).collect()
        }
        SortKey::Position => vec![each(&|first, _| first.number())],
        SortKey::Column(name) => {
            let groups = Groups::by(lines.scope(), std::slice::from_ref(name))?;
            let mut number = vec![0; corpus.n_documents()];
            for (group, documents) in (1..).zip(groups.documents()) {
                for document in documents {
                    number[document.index()] = group;
                }
            }
            vec![each(&|first, _| number[corpus.document_at(first).index()])]
        }
    })
}

fn left_of(corpus: &Corpus, first: Position, distance: u32) -> Option<u32> {
    let (_, _, zone) = corpus.zone_at(first);
    first
        .number()
        .checked_sub(distance)
        .filter(|place| *place >= zone.start.number())
}

fn right_of(corpus: &Corpus, first: Position, behind: Position, distance: u32) -> Option<u32> {
    let (_, _, zone) = corpus.zone_at(first);
    (behind.number() - 1)
        .checked_add(distance)
        .filter(|place| *place < zone.end.number())
}
