//! Zones as a table: what the texts are made of, and what each says of itself.

use std::ops::Range;

use arrow_array::ArrayRef;

use crate::articles::{Attributes, Zone, ZoneKind};
use crate::corpus::{DocId, Position, Scope};
use crate::error::Result;
use crate::table::{self, Table};
use crate::task::Task;

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 64;

struct Row {
    document: DocId,
    kind: ZoneKind,
    start: u64,
    end: u64,
    tokens: u64,
    attributes: Attributes,
    label: Option<String>,
}

/// Every zone in view: document, kind, start and end in characters, tokens in view; place, date and agency
/// of a dateline; label and speaker of a turn.
pub fn zone_table(scope: &Scope, task: &Task) -> Result<Table> {
    let documents: Vec<DocId> = scope.documents().collect();
    let parts = task.map(documents.chunks(DOCUMENTS_A_PART).collect(), |part| {
        let mut rows = Vec::new();
        for document in part {
            task.check()?;
            append(scope, *document, &mut rows)?;
        }
        Ok(rows)
    })?;
    let rows = || parts.iter().flatten();
    let ids = scope.corpus().ids();
    let count = |of: fn(&Row) -> u64| table::counts(rows().map(of));
    let text = |of: fn(&Row) -> Option<&String>| table::optional_strings(rows().map(of));
    let dates = rows().map(|row| row.attributes.date.map(table::days));
    let columns: Vec<(&str, ArrayRef)> = vec![
        (
            "document",
            table::strings(rows().map(|row| ids.name(row.document))),
        ),
        ("zone", table::strings(rows().map(|row| row.kind.name()))),
        ("start", count(|row| row.start)),
        ("end", count(|row| row.end)),
        ("tokens", count(|row| row.tokens)),
        ("place", text(|row| row.attributes.place.as_ref())),
        ("date", table::dates(dates)),
        ("agency", text(|row| row.attributes.agency.as_ref())),
        ("label", text(|row| row.label.as_ref())),
        ("speaker", text(|row| row.attributes.speaker.as_ref())),
    ];
    let columns = columns.into_iter();
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    Ok(Table::new(columns.collect(), scope.manifest("zones")))
}

fn append(scope: &Scope, document: DocId, rows: &mut Vec<Row>) -> Result<()> {
    let corpus = scope.corpus();
    let text = corpus.text(document)?;
    let (zones, positions): (Vec<Zone>, Vec<Range<Position>>) = corpus
        .zones_of(document)
        .map(|(kind, span, positions)| (Zone { kind, span }, positions))
        .unzip();
    let attributes = Attributes::of(text, &zones, corpus.reporting_verbs());
    let mut known = (0, 0);
    for ((zone, positions), mut attributes) in zones.into_iter().zip(positions).zip(attributes) {
        let tokens = scope.n_tokens_within(&positions);
        if !scope.zone_kinds().contains(zone.kind) || (tokens == 0 && scope.is_of_voices()) {
            continue;
        }
        if let Some(names) = corpus.speaker_names() {
            attributes.speaker = attributes.speaker.and_then(|speaker| names.of(speaker));
        }
        let start = corpus.characters(document, zone.span.start, known);
        let end = corpus.characters(document, zone.span.end, (zone.span.start, start));
        known = (zone.span.end, end);
        let label = attributes.label.clone();
        rows.push(Row {
            document,
            kind: zone.kind,
            start: start as u64,
            end: end as u64,
            tokens,
            label: label.map(|label| text[label].to_owned()),
            attributes,
        });
    }
    Ok(())
}
