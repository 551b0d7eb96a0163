//! The reporting verbs as a table: the resource by which quotations are found.

use serde_json::json;

use crate::table::{self, Manifest, Table};

const VERBS: &str = include_str!("../articles/quotations/reporting_verbs.tsv");
/// The fields that are numbers.
const COUNTS: [&str; 3] = ["occurrences", "before_that", "beside_marks"];

/// All reporting verbs, sorted by lemma: their forms, class, what may follow them, and counts.
pub fn reporting_verb_table() -> Table {
    let mut lines = VERBS.lines().skip_while(|line| line.starts_with('#'));
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let column = |(at, name): (usize, &&str)| {
        let field = |row: &Vec<&'static str>| row.get(at).copied().unwrap_or_default();
        let column = match *name {
            name if COUNTS.contains(&name) => table::counts(
                rows.iter()
                    .map(|row| field(row).parse().unwrap_or_default()),
            ),
            "counts" => table::truths(rows.iter().map(|row| Some(field(row) == "yes"))),
            _ => table::strings(rows.iter().map(field)),
        };
        ((*name).to_owned(), column)
    };
    let columns = names.iter().enumerate().map(column).collect();
    let version = VERBS.lines().next().unwrap_or_default();
    let version = version.split("version ").nth(1).unwrap_or_default();
    let version = version.split(|mark: char| !mark.is_ascii_digit()).next();
    let mut manifest = Manifest::new();
    manifest.insert("verb".into(), json!("reporting_verbs of hustings"));
    manifest.insert("version".into(), json!(version.unwrap_or_default()));
    Table::new(columns, manifest)
}
