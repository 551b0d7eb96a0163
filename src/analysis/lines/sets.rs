//! Lines of one concordance and lines of another: in either, in both, in one alone, near each other.

use std::sync::Arc;

use serde_json::json;

use super::walk::map_lines;
use crate::analysis::Concordance;
use crate::corpus::{Position, Scope};
use crate::error::{Error, Result};
use crate::query::Spans;
use crate::task::Task;

impl Concordance {
    /// The lines of both, each once, in the order of the text.
    pub fn union(&self, other: &Self, task: &Task) -> Result<Self> {
        self.check_same_corpus(other)?;
        let matches = [self.matches(task)?, other.matches(task)?];
        let spans = Spans::union(matches.into_iter().map(Spans::of_pairs).collect());
        let scope = Scope::whole(self.scope().corpus().clone());
        Ok(self.over(scope, spans, "union", &json!({ "other": other.manifest() })))
    }

    /// The lines that the other has too, in the order that they have here.
    pub fn intersection(&self, other: &Self, task: &Task) -> Result<Self> {
        let kept = self.are_in(other, task)?;
        let parameters = json!({ "other": other.manifest() });
        Ok(self.kept("intersection", &parameters, &kept))
    }

    /// The lines that the other does not have, in the order that they have here.
    pub fn difference(&self, other: &Self, task: &Task) -> Result<Self> {
        let kept: Vec<bool> = self
            .are_in(other, task)?
            .into_iter()
            .map(|is_in| !is_in)
            .collect();
        let parameters = json!({ "other": other.manifest() });
        Ok(self.kept("difference", &parameters, &kept))
    }

    /// The lines with a match of the other so many tokens to the left or right at most, in the same
    /// zone. Neighbours are one token apart; matches that overlap are not near each other.
    pub fn near(&self, other: &Self, (left, right): (u32, u32), task: &Task) -> Result<Self> {
        self.check_same_corpus(other)?;
        if (left, right) == (0, 0) {
            let message = "within must be at least one token on either side, got 0";
            return Err(Error::Parameter(message.into()));
        }
        let matches = other.matches(task)?;
        let starts: Vec<u32> = matches.iter().map(|(first, _)| first.number()).collect();
        let mut ends: Vec<u32> = matches.iter().map(|(_, behind)| behind.number()).collect();
        task.sort(&mut ends, |end| *end)?;
        let kept = map_lines(self, task, |line| {
            let next = starts.partition_point(|start| *start < line.behind);
            let on_the_right = starts
                .get(next)
                .is_some_and(|start| *start < line.zone.end && start - line.behind < right);
            let before = ends.partition_point(|end| *end <= line.first);
            let on_the_left = before
                .checked_sub(1)
                .is_some_and(|last| ends[last] > line.zone.start && line.first - ends[last] < left);
            on_the_left || on_the_right
        })?;
        let parameters = json!({ "other": other.manifest(), "within": [left, right] });
        Ok(self.kept("near", &parameters, &kept))
    }

    fn are_in(&self, other: &Self, task: &Task) -> Result<Vec<bool>> {
        self.check_same_corpus(other)?;
        let matches = other.matches(task)?;
        map_lines(self, task, |line| {
            let own = (Position::new(line.first), Position::new(line.behind));
            matches.binary_search(&own).is_ok()
        })
    }

    /// The matches in the order of the text.
    fn matches(&self, task: &Task) -> Result<Vec<(Position, Position)>> {
        let mut matches: Vec<(Position, Position)> =
            (0..self.len()).map(|line| self.span(line)).collect();
        task.sort(&mut matches, |pair| *pair)?;
        Ok(matches)
    }

    /// Positions mean the same in corpora of the same texts that were taken apart alike.
    fn check_same_corpus(&self, other: &Self) -> Result<()> {
        let (own, others) = (self.scope().corpus(), other.scope().corpus());
        if Arc::ptr_eq(own, others) {
            return Ok(());
        }
        let alike = own.tokenizer().options() == others.tokenizer().options()
            && own.format() == others.format();
        let (hash, others_hash) = (own.hash(), others.hash());
        if alike && hash == others_hash {
            return Ok(());
        }
        let what = if hash == others_hash {
            "one that was tokenized or taken apart in another way".to_owned()
        } else {
            format!("corpora {} and {}", &hash[..8], &others_hash[..8])
        };
        let message = format!("both concordances must be of the same corpus, got {what}");
        Err(Error::Parameter(message))
    }
}
