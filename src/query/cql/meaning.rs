//! What a test asks of a token: sets of types, sets of values of layers, and what is made of them.

use super::resolve::Types;
use crate::corpus::{Corpus, Part, Position};

/// The tokens that meet a test. What depends on one thing alone is one set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Types(Types),
    /// A layer, and numbers of its values, 0 for none: ascending, all different.
    Values(usize, Vec<u32>),
    All(Vec<Self>),
    Either(Vec<Self>),
    Not(Box<Self>),
}

impl Meaning {
    pub(super) const ANY: Self = Self::Types(Types::All);

    pub(super) fn nothing() -> Self {
        Self::Types(Types::Some(Vec::new()))
    }

    /// The types, if nothing else counts.
    pub(super) fn types(&self) -> Option<&Types> {
        match self {
            Self::Types(types) => Some(types),
            _ => None,
        }
    }

    /// Those that are among these and among others.
    pub(super) fn and(self, other: Self) -> Self {
        if self == Self::ANY {
            return other;
        }
        let mut items = match self {
            Self::All(items) => items,
            item => vec![item],
        };
        let more = match other {
            Self::All(more) => more,
            item => vec![item],
        };
        for item in more.into_iter().filter(|item| *item != Self::ANY) {
            let same = items.iter_mut().find(|known| known.is_of_kind(&item));
            match (same, item) {
                (Some(Self::Types(known)), Self::Types(types)) => {
                    *known = std::mem::replace(known, Types::All).intersection(types);
                }
                (Some(Self::Values(_, known)), Self::Values(_, numbers)) => {
                    known.retain(|number| numbers.binary_search(number).is_ok());
                }
                (_, item) => items.push(item),
            }
        }
        Self::one_of(items, Self::All)
    }

    /// Those that are among any of these.
    pub(super) fn any_of(meanings: impl IntoIterator<Item = Self>) -> Self {
        let mut items: Vec<Self> = Vec::new();
        let mut open: Vec<Self> = meanings.into_iter().collect();
        open.reverse();
        while let Some(item) = open.pop() {
            if item == Self::ANY {
                return Self::ANY;
            }
            let same = items.iter_mut().find(|known| known.is_of_kind(&item));
            match (same, item) {
                (_, Self::Either(more)) => open.extend(more.into_iter().rev()),
                (Some(Self::Types(Types::Some(known))), Self::Types(Types::Some(types))) => {
                    known.extend(types);
                }
                (Some(Self::Values(_, known)), Self::Values(_, numbers)) => known.extend(numbers),
                (_, item) => items.push(item),
            }
        }
        for item in &mut items {
            match item {
                Self::Types(Types::Some(members)) => {
                    members.sort_unstable();
                    members.dedup();
                }
                Self::Values(_, numbers) => {
                    numbers.sort_unstable();
                    numbers.dedup();
                }
                _ => (),
            }
        }
        Self::one_of(items, Self::Either)
    }

    fn one_of(mut items: Vec<Self>, several: impl FnOnce(Vec<Self>) -> Self) -> Self {
        match items.len() {
            0 => Self::nothing(),
            1 => items.remove(0),
            _ => several(items),
        }
    }

    /// Whether both are sets of the same: of types, or of values of one layer.
    fn is_of_kind(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Types(_), Self::Types(_)) => true,
            (Self::Values(one, _), Self::Values(other, _)) => one == other,
            _ => false,
        }
    }

    /// All others.
    pub(super) fn complement(self, corpus: &Corpus) -> Self {
        match self {
            Self::Types(types) => Self::Types(types.complement(corpus.vocabulary().types().len())),
            Self::Values(layer, numbers) => {
                let mut left_out = numbers.into_iter().peekable();
                let all = (0..).take(corpus.layers()[layer].values().len() + 1);
                let others = all.filter(|number| left_out.next_if_eq(number).is_none());
                Self::Values(layer, others.collect())
            }
            Self::Not(item) => *item,
            several => Self::Not(Box::new(several)),
        }
    }

    /// Whether a token is one of them.
    pub(super) fn contains(&self, part: &Part, at: Position) -> bool {
        match self {
            Self::Types(Types::All) => true,
            Self::Types(types) => types.contains(part.type_at(at)),
            Self::Values(layer, numbers) => {
                numbers.binary_search(&part.value_at(*layer, at)).is_ok()
            }
            Self::All(items) => items.iter().all(|item| item.contains(part, at)),
            Self::Either(items) => items.iter().any(|item| item.contains(part, at)),
            Self::Not(item) => !item.contains(part, at),
        }
    }

    /// Types of which every such token has one.
    pub(super) fn necessary_types(&self) -> Types {
        match self {
            Self::Types(types) => types.clone(),
            Self::Values(..) | Self::Not(_) => Types::All,
            Self::All(items) => {
                let types = items.iter().map(Self::necessary_types);
                types.fold(Types::All, Types::intersection)
            }
            Self::Either(items) => {
                let mut members = Vec::new();
                for item in items {
                    match item.necessary_types() {
                        Types::All => return Types::All,
                        Types::Some(more) => members.extend(more),
                    }
                }
                Types::of(members)
            }
        }
    }

    /// How many there are at most.
    pub(super) fn frequency(&self, corpus: &Corpus) -> u64 {
        match self {
            Self::Types(types) => types.frequency(corpus.vocabulary()),
            Self::Values(_, numbers) if numbers.first() == Some(&0) => u64::MAX,
            Self::Values(layer, numbers) => {
                let counts = corpus.layers()[*layer].counts();
                numbers
                    .iter()
                    .map(|number| counts[*number as usize - 1])
                    .sum()
            }
            Self::All(items) => {
                let least = items.iter().map(|item| item.frequency(corpus)).min();
                least.unwrap_or(u64::MAX)
            }
            Self::Either(items) => items
                .iter()
                .fold(0, |sum, item| sum.saturating_add(item.frequency(corpus))),
            Self::Not(_) => u64::MAX,
        }
    }
}
