//! Samples of lines that are the same wherever the same texts are.

use serde_json::json;
use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::walk::map_lines;
use crate::analysis::Concordance;
use crate::corpus::Position;
use crate::error::Result;
use crate::task::Task;

impl Concordance {
    /// So many lines drawn at random, in the order that they have here.
    ///
    /// A line is drawn by a hash of seed, document id and position, so the sample depends neither on
    /// the order of lines or documents nor on what else is in the corpus.
    pub fn sample(&self, n: usize, seed: u64, task: &Task) -> Result<Self> {
        let corpus = self.scope().corpus();
        let lots = map_lines(self, task, |line| {
            let document = line.part.document_at(Position::new(line.first));
            let begins = line.part.document_range(document).start.number();
            let mut key = corpus.ids().name(document).as_bytes().to_vec();
            key.extend((line.first - begins).to_le_bytes());
            key.extend((line.behind - line.first).to_le_bytes());
            xxh3_64_with_seed(&key, seed)
        })?;
        let mut drawn: Vec<(u64, usize)> = lots.into_iter().zip(0..).collect();
        task.sort(&mut drawn, |lot| *lot)?;
        drawn.truncate(n);
        task.sort(&mut drawn, |(_, line)| *line)?;
        let order = drawn.into_iter().map(|(_, line)| self.span_number(line));
        let parameters = json!({ "n": n, "seed": seed });
        Ok(self.stepped("sample", &parameters, order.collect()))
    }
}
