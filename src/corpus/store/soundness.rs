//! What the sections of a segment must be to each other, so that no number of theirs leads outside.
//!
//! Sections with a number a document or a zone are looked at when a segment is opened, mapped or not;
//! those with a number a token would take too long, and are looked at where they are used.

use super::sections::Sections;
use crate::corpus::regions::Zones;
use crate::corpus::segment::Rows;
use crate::corpus::starts::blocks;
use crate::error::{Error, Result};

/// Checks what is known of documents. Its sections are as many as the manifest says.
pub(super) fn check_rows(file: &Sections<'_>, rows: &Rows) -> Result<()> {
    let Rows {
        positions,
        blocks: firsts,
        ..
    } = rows;
    check_ascending(file, "text_bounds", rows.texts.bounds())?;
    check_ascending(file, "document_positions", positions)?;
    let mut next = 0;
    for (document, first) in firsts[..rows.texts.len()].iter().enumerate() {
        if *first as usize != next {
            return Err(not_as(file, "document_blocks", document));
        }
        next += blocks(rows.texts.bytes(document).len());
    }
    Ok(())
}

/// Checks zones. They are as many as each other, and end where the documents do.
pub(super) fn check_zones(file: &Sections<'_>, zones: &Zones, rows: &Rows) -> Result<()> {
    check_ascending(file, "zone_positions", &zones.positions)?;
    check_ascending(file, "document_zones", &zones.documents)?;
    for (document, first) in zones.documents.iter().enumerate() {
        if zones.positions[*first as usize] != rows.positions[document] {
            return Err(not_as(file, "zone_positions", document));
        }
    }
    for (document, own) in zones.documents.windows(2).enumerate() {
        let own = own[0] as usize..own[1] as usize;
        let mut end = 0;
        for (from, to) in zones.starts[own.clone()].iter().zip(&zones.ends[own]) {
            if *from < end || to < from {
                return Err(not_as(file, "zone_starts", document));
            }
            end = *to;
        }
        if end as usize > rows.texts.bytes(document).len() {
            return Err(not_as(file, "zone_ends", document));
        }
    }
    Ok(())
}

fn not_as(file: &Sections<'_>, section: &str, document: usize) -> Error {
    let message = format!("they are not those of document {document}");
    file.wrong(section, &message)
}

/// Checks that numbers begin with 0 and never descend.
fn check_ascending<T: Copy + Default + PartialOrd>(
    file: &Sections<'_>,
    section: &str,
    numbers: &[T],
) -> Result<()> {
    let begins = numbers.first().is_some_and(|first| *first == T::default());
    if begins && numbers.is_sorted() {
        return Ok(());
    }
    Err(file.wrong(section, "they don't ascend from 0"))
}
