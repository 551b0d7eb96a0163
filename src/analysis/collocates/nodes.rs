//! The tokens of nodes: how many they are, and how many of each term.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::super::compounds::Units;
use super::counting::Windows;
use crate::corpus::Position;

/// How many tokens of a node there are in each group, and how many of each term; none by default.
#[derive(Default)]
pub(super) struct NodeTokens {
    tokens: Vec<u64>,
    terms: Vec<HashMap<u32, u64, FixedState>>,
}

impl NodeTokens {
    /// Those of matches, a token of several of them once.
    pub(super) fn count(windows: &Windows<'_>) -> Self {
        let mut found = Self {
            tokens: vec![0; windows.n_groups],
            terms: vec![HashMap::default(); windows.n_groups],
        };
        let (mut behind, mut terms) = (Position::new(0), Vec::new());
        let units = Units::new(windows.terms.compounds());
        for (start, end) in windows.spans.iter() {
            // A node within a compound takes all of it along.
            let own = units.positions(&units.range(&(start.number()..end.number())));
            let range = own.start.max(behind)..own.end.max(behind);
            behind = behind.max(own.end);
            if range.is_empty() {
                continue;
            }
            let document = windows.corpus().document_at(range.start);
            let group = windows
                .groups
                .map_or(0, |groups| groups[document.index()] as usize);
            let (Some(tokens), Some(own)) =
                (found.tokens.get_mut(group), found.terms.get_mut(group))
            else {
                continue;
            };
            windows.terms.read(range, &mut terms);
            *tokens += terms.len() as u64;
            for term in &terms {
                *own.entry(*term).or_default() += 1;
            }
        }
        found
    }

    pub(super) fn tokens(&self, group: usize) -> u64 {
        self.tokens.get(group).copied().unwrap_or_default()
    }

    pub(super) fn frequency(&self, group: usize, term: u32) -> u64 {
        let found = self.terms.get(group).and_then(|terms| terms.get(&term));
        found.copied().unwrap_or_default()
    }
}
