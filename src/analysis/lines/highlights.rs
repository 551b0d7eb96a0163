//! Highlights: further terms that are marked in the lines that are shown.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::filtering::option_parameters;
use crate::analysis::Concordance;
use crate::analysis::places::Placer;
use crate::corpus::Position;
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Spans, find};
use crate::task::Task;

/// How many sets of terms can be told apart.
const MOST: usize = 8;

/// A set of terms that is marked, and where they are.
#[derive(Clone, Debug)]
pub struct Highlight {
    name: String,
    matches: Arc<Spans>,
}

impl Highlight {
    /// The name of the set.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A stretch of one of the three strings of a line that is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The string: 0 left, 1 node, 2 right.
    pub string: usize,
    /// The characters of it.
    pub characters: Range<usize>,
    /// The set of terms, by number.
    pub set: usize,
}

impl Concordance {
    /// The same lines with the matches of these sets of patterns marked, each set by its name; one set
    /// may go without a name.
    pub fn highlight(
        &self,
        sets: &[(Option<String>, Vec<String>)],
        options: PatternOptions,
        task: &Task,
    ) -> Result<Self> {
        if sets.is_empty() || sets.len() > MOST {
            let given = sets.len();
            let message = format!("highlight takes 1 to {MOST} sets of terms, got {given}");
            return Err(Error::Parameter(message));
        }
        let highlight = |(name, patterns): &(Option<String>, Vec<String>)| {
            Ok(Highlight {
                name: name.clone().unwrap_or_else(|| patterns.join(", ")),
                matches: Arc::new(find(self.scope(), patterns, options, task)?),
            })
        };
        let highlights = sets.iter().map(highlight).collect::<Result<Vec<_>>>()?;
        let named = sets
            .iter()
            .filter_map(|(name, patterns)| Some((name.clone()?, json!(patterns))));
        let named: Map<String, Json> = named.collect();
        let terms = if named.is_empty() {
            json!(sets[0].1)
        } else {
            named.into()
        };
        let mut parameters = option_parameters(options);
        parameters.insert("terms".into(), terms);
        Ok(self.with_highlights(highlights, &parameters.into()))
    }

    /// What is marked in a line, in order; nothing is marked twice.
    pub fn marks(&self, line: usize) -> Result<Vec<Mark>> {
        let corpus = self.scope().corpus();
        let (first, behind) = self.span(line);
        let place = Placer::new(self.scope(), self.window()).place(first, behind)?;
        let node = (first.number(), behind.number());
        let part = corpus.part_at(first);
        let shown = self.shown(part, node, &self.stretch(part, first, &mut 0));
        let mut bytes = Vec::with_capacity(shown.len());
        let positions = Position::new(shown.start)..Position::new(shown.end);
        corpus.each_token(positions, |_, token| bytes.push(token));
        let bounds = place.bounds();
        // From bytes of the document to bytes of what is shown.
        let begins = bytes[(node.0 - shown.start) as usize].start - bounds[1].start;
        let mut marks = Vec::new();
        for (tokens, set) in self.chosen_matches(&shown) {
            let token = |position: u32| &bytes[(position - shown.start) as usize];
            let from = token(tokens.start).start - begins;
            let to = token(tokens.end - 1).end - begins;
            for (string, bound) in bounds.iter().enumerate() {
                let (from, to) = (from.max(bound.start), to.min(bound.end));
                if from < to {
                    let start = place.text[bound.start..from].chars().count();
                    let characters = start..start + place.text[from..to].chars().count();
                    marks.push(Mark {
                        string,
                        characters,
                        set,
                    });
                }
            }
        }
        Ok(marks)
    }

    /// The matches within some tokens; of those that overlap the one that begins first, then that of
    /// the first set, then the longest.
    fn chosen_matches(&self, shown: &Range<u32>) -> Vec<(Range<u32>, usize)> {
        let mut found = Vec::new();
        for (set, highlight) in self.highlights().iter().enumerate() {
            let matches = &highlight.matches;
            let first = matches.first_from(Position::new(shown.start));
            let within = (first..matches.len()).map(|number| matches.get(number));
            let within = within
                .map(|(first, behind)| first.number()..behind.number())
                .take_while(|tokens| tokens.start < shown.end)
                .filter(|tokens| tokens.end <= shown.end);
            found.extend(within.map(|tokens| (tokens, set)));
        }
        found.sort_by_key(|(tokens, set)| (tokens.start, *set, Reverse(tokens.end)));
        let mut behind = 0;
        found.retain(|(tokens, _)| {
            let is_free = tokens.start >= behind;
            behind = if is_free { tokens.end } else { behind };
            is_free
        });
        found
    }
}
