//! Which of several matches of a zone are given.

use super::ast::Strategy;
use super::descent::Best;

impl Strategy {
    /// Which end it takes of those that one beginning has.
    pub(super) fn best(self) -> Best {
        match self {
            Self::Longest => Best::Last,
            Self::Standard | Self::Shortest | Self::Traditional => Best::First,
        }
    }

    /// Those that are given of the matches with the best end for each beginning.
    pub(super) fn chosen(self, matches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
        match self {
            Self::Standard => left_maximal(matches),
            Self::Shortest => minimal(matches),
            Self::Longest => maximal(matches),
            Self::Traditional => matches,
        }
    }
}

/// For each end the first beginning. The matches are in the order of the text, as in all of these.
fn left_maximal(mut matches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    matches.sort_unstable_by_key(|(start, end)| (*end, *start));
    matches.dedup_by_key(|(_, end)| *end);
    matches.sort_unstable();
    matches
}

/// Those that contain no other.
pub(super) fn minimal(mut matches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    let mut first_end = u32::MAX;
    matches.reverse();
    matches.retain(|(_, end)| {
        let keeps = *end < first_end;
        first_end = first_end.min(*end);
        keeps
    });
    matches.reverse();
    matches
}

/// Those that no other contains.
pub(super) fn maximal(mut matches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    let mut last_end = 0;
    matches.retain(|(_, end)| {
        let keeps = *end > last_end;
        last_end = last_end.max(*end);
        keeps
    });
    matches
}
