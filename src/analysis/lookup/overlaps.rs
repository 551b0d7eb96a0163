//! Matches that lie within each other, and which of them count.

use std::cmp::Reverse;

use crate::error::{Error, Result};

/// Which of the matches that lie within each other count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlaps {
    /// All but those within a longer match of the same category.
    Longest,
    /// All but those within a longer match of any category.
    LongestOfAll,
    /// All.
    All,
}

impl Overlaps {
    /// The rule of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "longest" => Ok(Self::Longest),
            "longest_of_all" => Ok(Self::LongestOfAll),
            "all" => Ok(Self::All),
            _ => {
                let known = ["longest", "longest_of_all", "all"];
                Err(Error::unknown("overlaps", name, known))
            }
        }
    }

    /// Matches of one number compete with each other.
    pub(super) fn scope(self, hit: &Hit) -> u32 {
        match self {
            Self::Longest => hit.category,
            Self::LongestOfAll | Self::All => 0,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Longest => "longest",
            Self::LongestOfAll => "longest_of_all",
            Self::All => "all",
        }
    }
}

/// A match of an entry, within one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The category, or the entry where entries have rows.
    pub(super) key: u32,
    pub(super) category: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Hit {
    /// Whether it is a single word.
    pub(super) fn is_word(&self) -> bool {
        self.end - self.start == 1
    }
}

/// Leaves out what lies within a longer match.
pub(super) fn leave_out_nested(hits: &mut Vec<Hit>, overlaps: Overlaps) {
    let scope = |hit: &Hit| overlaps.scope(hit);
    if overlaps == Overlaps::All || hits.len() < 2 {
        return;
    }
    hits.sort_unstable_by_key(|hit| (scope(hit), hit.start, Reverse(hit.end)));
    // Of the matches before, the one that reaches the furthest.
    let mut widest: Option<Hit> = None;
    hits.retain(|hit| {
        let before = widest.filter(|before| scope(before) == scope(hit));
        let nested = before.is_some_and(|before| {
            before.end >= hit.end && (before.start, before.end) != (hit.start, hit.end)
        });
        if before.is_none_or(|before| hit.end > before.end) {
            widest = Some(*hit);
        }
        !nested
    });
}
