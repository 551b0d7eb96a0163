//! Diversity: how varied the words of documents or groups are, by the measures of `stats`.

use std::ops::Range;

use arrow_array::ArrayRef;
use serde_json::json;

use super::compounds::{Compounds, Named};
use super::frequency::check_names;
use super::terms::{Terms, Unit};
use crate::corpus::{DocId, Groups, Position, Scope};
use crate::error::Result;
use crate::stats::{Diversity, DiversityOptions, Profile};
use crate::table::{self, Table};
use crate::task::{Scratch, Task};

/// The scores of every group of documents: its labels, tokens, types, and a column a measure.
///
/// The tokens of a group are read one document after the other, in the order of the corpus; each of the
/// compounds named is one. Rows are in the order of the groups.
pub fn diversity(
    scope: &Scope,
    by: &[String],
    (unit, compounds): ((bool, Option<&str>), &Named),
    (measures, options): (&[String], &DiversityOptions),
    task: &Task,
) -> Result<Table> {
    options.check()?;
    let measures = Diversity::chosen(measures)?;
    let names: Vec<&str> = measures.iter().map(|measure| measure.name).collect();
    check_names(by, &[&["tokens", "types"], names.as_slice()].concat())?;
    let groups = Groups::by(scope, by)?;
    let compounds = Compounds::of_unit(scope, compounds, unit, task)?;
    let terms = Terms::of(scope, Unit::new(scope, unit.0, unit.1)?).with_compounds(&compounds);
    let readers = Scratch::new();
    task.expect(scope.n_documents() as u64);
    let rows = task.map(groups.documents().iter().collect(), |documents| {
        readers.with(
            || Reader::new(terms.len()),
            |reader| {
                reader.read(&terms, documents, task)?;
                reader.row(&measures, options, task)
            },
        )
    })?;
    let mut manifest = scope.manifest("diversity");
    manifest.insert("by".into(), json!(by));
    manifest.insert("case_sensitive".into(), json!(unit.0));
    manifest.insert("layer".into(), json!(unit.1));
    manifest.insert("measures".into(), json!(names));
    compounds.describe(&mut manifest);
    manifest.extend([
        ("window".into(), json!(options.window)),
        ("segment".into(), json!(options.segment)),
        ("basis".into(), json!(options.basis)),
        ("sample".into(), json!(options.sample)),
        ("threshold".into(), json!(options.threshold)),
    ]);
    Ok(Table::new(columns(&groups, &rows, &names), manifest))
}

/// What is said of a group.
struct Row {
    tokens: usize,
    types: usize,
    scores: Vec<Option<f64>>,
}

fn columns(groups: &Groups, rows: &[Row], names: &[&str]) -> Vec<(String, ArrayRef)> {
    let mut columns = groups.labels().to_vec();
    let count = |of: fn(&Row) -> usize| table::counts(rows.iter().map(|row| of(row) as u64));
    columns.push(("tokens".into(), count(|row| row.tokens)));
    columns.push(("types".into(), count(|row| row.types)));
    for (number, name) in names.iter().enumerate() {
        let scores = rows.iter().map(|row| row.scores[number]);
        columns.push(((*name).to_owned(), table::optional_scores(scores)));
    }
    columns
}

/// Reads groups of documents, whose types it numbers as they come.
struct Reader {
    /// The number of each term in the group under way, or [`Reader::NONE`].
    numbers: Vec<u32>,
    /// The terms of the group in the order of their numbers.
    terms: Vec<u32>,
    tokens: Vec<u32>,
    read: Vec<u32>,
}

impl Reader {
    const NONE: u32 = u32::MAX;

    fn new(n_terms: usize) -> Self {
        Self {
            numbers: vec![Self::NONE; n_terms],
            terms: Vec::new(),
            tokens: Vec::new(),
            read: Vec::new(),
        }
    }

    fn read(&mut self, terms: &Terms<'_>, documents: &[DocId], task: &Task) -> Result<()> {
        self.clear();
        for document in documents {
            task.check()?;
            task.advance(1);
            let pass = |range: Range<Position>| self.push(terms, range);
            terms.scope().each_range(*document, pass);
        }
        Ok(())
    }

    fn push(&mut self, terms: &Terms<'_>, range: Range<Position>) {
        terms.read(range, &mut self.read);
        for term in &self.read {
            let number = &mut self.numbers[*term as usize];
            if *number == Self::NONE {
                *number = u32::try_from(self.terms.len()).expect("fewer than 2^32 terms");
                self.terms.push(*term);
            }
            self.tokens.push(*number);
        }
    }

    fn clear(&mut self) {
        self.tokens.clear();
        for term in self.terms.drain(..) {
            self.numbers[term as usize] = Self::NONE;
        }
    }

    fn row(&self, measures: &[&Diversity], options: &DiversityOptions, task: &Task) -> Result<Row> {
        let profile = Profile::new(&self.tokens, self.terms.len());
        let score = |measure: &&Diversity| {
            task.check()?;
            Ok(measure.score(&profile, options))
        };
        Ok(Row {
            tokens: self.tokens.len(),
            types: self.terms.len(),
            scores: measures.iter().map(score).collect::<Result<_>>()?,
        })
    }
}
