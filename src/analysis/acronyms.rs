//! Acronyms as a table: what documents explain, where, and how often they speak of it.

use std::collections::HashMap;

use serde_json::json;

use crate::articles::mentions;
use crate::corpus::{DocId, Explanation, Scope};
use crate::error::Result;
use crate::table::{self, Table};
use crate::task::Task;

/// How many explanations one worker takes at a time.
const ROWS_A_PART: usize = 64;

/// Every acronym that a document in view explains: document, short and long form, where both stand,
/// and how often the document mentions either.
pub fn acronym_table(scope: &Scope, task: &Task) -> Result<Table> {
    let corpus = scope.corpus();
    let in_view = scope.in_view();
    let mut rows = Vec::new();
    for part in corpus.parts() {
        let own = part.explanations(task)?;
        rows.extend(own.filter(|one| in_view[one.document.index()]));
    }
    let figures = task.map(rows.chunks(ROWS_A_PART).collect(), |rows| {
        // A document may explain the same again and again.
        let mut known = HashMap::new();
        let figures = |one: &Explanation<'_>| {
            task.check()?;
            let text = corpus.text(one.document)?;
            let characters = |byte| corpus.characters(one.document, byte, (0, 0)) as u64;
            let [short, long] = one.places;
            let places = [short.start, short.end, long.start, long.end].map(characters);
            let long = &text[long.clone()];
            let n_mentions = *known
                .entry((one.document.index(), one.short.to_owned(), long))
                .or_insert_with(|| mentions(text, one.short, long).len() as u64);
            Ok((places, n_mentions))
        };
        rows.iter().map(figures).collect::<Result<Vec<_>>>()
    })?;
    let figures = figures.concat();
    let place = |number: usize| table::counts(figures.iter().map(|(places, _)| places[number]));
    let id = |document: DocId| corpus.ids().name(document);
    let columns = vec![
        (
            "document",
            table::strings(rows.iter().map(|one| id(one.document))),
        ),
        ("short", table::strings(rows.iter().map(|one| one.short))),
        ("long", table::strings(rows.iter().map(|one| one.long))),
        ("short_start", place(0)),
        ("short_end", place(1)),
        ("long_start", place(2)),
        ("long_end", place(3)),
        (
            "mentions",
            table::counts(figures.iter().map(|(_, count)| *count)),
        ),
    ];
    let columns = columns.into_iter();
    let columns = columns
        .map(|(name, column)| (name.to_owned(), column))
        .collect();
    let mut manifest = scope.manifest("acronyms");
    manifest.insert("acronyms".into(), json!(rows.len()));
    Ok(Table::new(columns, manifest))
}
