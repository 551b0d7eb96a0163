//! Those who speak, as tables: in each document, or in all of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use arrow_array::ArrayRef;
use serde_json::json;

use super::heard::Heard;
use super::quotations::{in_parts, voices};
use crate::articles::Speaker;
use crate::corpus::{DocId, Scope};
use crate::error::Result;
use crate::table::{self, Table};
use crate::task::Task;

/// Who speaks in a document, and in how many quotations.
struct Speaking {
    document: DocId,
    speaker: Speaker,
    quotations: u64,
}

/// Everybody who speaks in a document in view, one row a document and speaker.
pub fn speaker_table(scope: &Scope, task: &Task) -> Result<Table> {
    let all = speaking(scope, task)?;
    let ids = scope.corpus().ids();
    let columns: Vec<(&str, ArrayRef)> = vec![
        (
            "document",
            table::strings(all.iter().map(|one| ids.name(one.document))),
        ),
        (
            "speaker",
            table::strings(all.iter().map(|one| &one.speaker.name)),
        ),
        (
            "role",
            table::optional_strings(all.iter().map(|one| one.speaker.role.as_ref())),
        ),
        (
            "mentions",
            table::counts(all.iter().map(|one| one.speaker.mentions as u64)),
        ),
        (
            "quotations",
            table::counts(all.iter().map(|one| one.quotations)),
        ),
    ];
    Ok(table_of(columns, false, scope))
}

/// A speaker over all documents.
#[derive(Default)]
struct Total<'s> {
    name: &'s str,
    /// How many documents give each role, in the order in which they come up.
    roles: Vec<(&'s str, u64)>,
    documents: u64,
    mentions: u64,
    quotations: u64,
}

impl<'s> Total<'s> {
    fn add(&mut self, one: &'s Speaking) {
        self.documents += 1;
        self.mentions += one.speaker.mentions as u64;
        self.quotations += one.quotations;
        if let Some(role) = one.speaker.role.as_deref() {
            match self.roles.iter_mut().find(|(known, _)| *known == role) {
                Some((_, count)) => *count += 1,
                None => self.roles.push((role, 1)),
            }
        }
    }

    /// The role that most documents give, of several the first.
    fn role(&self) -> Option<&'s str> {
        let most = self.roles.iter().map(|(_, count)| *count).max()?;
        let of_most = self.roles.iter().find(|(_, count)| *count == most);
        of_most.map(|(role, _)| *role)
    }
}

/// How many names that may be the same person's are given.
const ALIKE: usize = 10;
/// What stands between them.
const BETWEEN: &str = "; ";

/// Everybody who speaks in any document in view, one row a speaker, by quotations descending and then by name, with
/// other names of the table that may be the same person's.
pub fn speaker_totals(scope: &Scope, task: &Task) -> Result<Table> {
    let all = speaking(scope, task)?;
    let mut totals: BTreeMap<&str, Total<'_>> = BTreeMap::new();
    for one in &all {
        let name = one.speaker.name.as_str();
        let total = totals.entry(name).or_default();
        total.name = name;
        total.add(one);
    }
    let mut totals: Vec<Total<'_>> = totals.into_values().collect();
    totals.sort_by_key(|total| Reverse(total.quotations));
    let mut by_surname: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for total in &totals {
        by_surname
            .entry(surname(total.name))
            .or_default()
            .push(total.name);
    }
    let alike = |total: &Total<'_>| {
        let names = by_surname[surname(total.name)].iter().copied();
        let others = names.filter(|name| *name != total.name && may_be_one(name, total.name));
        let others: Vec<&str> = others.take(ALIKE).collect();
        (!others.is_empty()).then(|| others.join(BETWEEN))
    };
    let counts = |of: fn(&Total<'_>) -> u64| table::counts(totals.iter().map(of));
    let columns: Vec<(&str, ArrayRef)> = vec![
        (
            "speaker",
            table::strings(totals.iter().map(|total| total.name)),
        ),
        (
            "role",
            table::optional_strings(totals.iter().map(Total::role)),
        ),
        ("documents", counts(|total| total.documents)),
        ("mentions", counts(|total| total.mentions)),
        ("quotations", counts(|total| total.quotations)),
        ("alike", table::optional_strings(totals.iter().map(alike))),
    ];
    Ok(table_of(columns, true, scope))
}

fn table_of(columns: Vec<(&str, ArrayRef)>, total: bool, scope: &Scope) -> Table {
    let columns = columns.into_iter();
    let named = columns.map(|(name, column)| (name.to_owned(), column));
    let mut manifest = scope.manifest("speakers");
    manifest.insert("total".into(), json!(total));
    Table::new(named.collect(), manifest)
}

fn speaking(scope: &Scope, task: &Task) -> Result<Vec<Speaking>> {
    let heard = Heard::all(scope);
    let documents: Vec<DocId> = scope.documents().collect();
    task.restart();
    task.expect(documents.len() as u64);
    let found = in_parts(&documents, task, |document| {
        task.advance(1);
        let voices = voices(&heard, document)?;
        let mut counts = vec![0; voices.speakers.len()];
        for speaker in voices.quotations.iter().filter_map(|one| one.speaker) {
            counts[speaker] += 1;
        }
        let speakers = voices.speakers.into_iter().zip(counts);
        let speaking = speakers.map(|(speaker, quotations)| Speaking {
            document,
            speaker,
            quotations,
        });
        Ok(speaking
            .filter(|one| one.quotations > 0)
            .collect::<Vec<_>>())
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// What stands behind a surname.
const BEHIND_SURNAME: [&str; 6] = ["Jr.", "Jr", "Sr.", "Sr", "II", "III"];

/// The last word of a name that is no generation.
fn surname(name: &str) -> &str {
    let words = || name.split_whitespace().rev();
    let known = words().find(|word| !BEHIND_SURNAME.contains(word));
    known.or_else(|| words().next()).unwrap_or(name)
}

/// Whether two names with one surname may be one person's: either is the surname alone, or their first words begin
/// with one letter.
fn may_be_one(one: &str, other: &str) -> bool {
    let alone = |name: &str| name.split_whitespace().next() == Some(surname(name));
    let begins = |name: &str| name.chars().next();
    let capital = |name: &str| begins(name).is_some_and(char::is_uppercase);
    capital(one) && capital(other) && (alone(one) || alone(other) || begins(one) == begins(other))
}
