//! Segments in files: written unless they are there, and read or mapped.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use arrow_buffer::ScalarBuffer;

use super::folder::Folder;
use super::manifest::SegmentEntry;
use super::memory::Access;
use super::sections::{Sections, SectionsWriter};
use super::soundness;
use crate::articles::ZoneKind;
use crate::corpus::bits::Packed;
use crate::corpus::characters::{Characters, counts_before};
use crate::corpus::postings::Postings;
use crate::corpus::regions::Zones;
use crate::corpus::segment::{Counts, Rows, Segment};
use crate::corpus::sources::Sources;
use crate::corpus::starts::Starts;
use crate::corpus::voices::Hearing;
use crate::error::Result;
use crate::task::Task;

/// Writes a segment, unless it is there, and has it remember where it is.
pub(super) fn write_segment(
    folder: &Folder,
    segment: &Segment,
    task: &Task,
) -> Result<SegmentEntry> {
    if let Some(saved) = segment.saved.get().filter(|saved| folder.has(&saved.file)) {
        return Ok(saved.clone());
    }
    task.check()?;
    let file = folder.write("segment", |file| fill_segment(file, segment))?;
    let entry = SegmentEntry {
        documents: segment.n_documents(),
        tokens: segment.n_tokens(),
        types: segment.n_types(),
        width: segment.types.width(),
        file,
    };
    Ok(segment.saved.get_or_init(|| entry).clone())
}

fn fill_segment(file: &mut SectionsWriter, segment: &Segment) -> std::io::Result<()> {
    let Segment {
        rows,
        zones,
        starts,
        characters,
        types,
        counts,
        postings,
        sentences: _,
        explained: _,
        heard: _,
        saved: _,
    } = segment;
    let texts = || (0..rows.texts.len()).map(|number| rows.texts.bytes(number));
    let mut bounds = vec![0_u64];
    for text in texts() {
        bounds.push(bounds[bounds.len() - 1] + text.len() as u64);
    }
    let bytes = usize::try_from(bounds[bounds.len() - 1]).unwrap_or(usize::MAX);
    file.pieces("texts", "u8", bytes, texts())?;
    file.numbers("text_bounds", &bounds)?;
    file.numbers("text_hashes", &rows.hashes)?;
    file.numbers("text_ascii", &rows.ascii)?;
    file.numbers("document_positions", &rows.positions)?;
    file.numbers("document_blocks", &rows.blocks)?;
    file.numbers("zone_kinds", &zones.kinds)?;
    file.numbers("zone_starts", &zones.starts)?;
    file.numbers("zone_ends", &zones.ends)?;
    file.numbers("zone_positions", &zones.positions)?;
    file.numbers("document_zones", &zones.documents)?;
    file.numbers("token_starts", starts.bits())?;
    file.numbers("token_start_counts", starts.counts())?;
    file.numbers("character_counts", characters.counts())?;
    file.bytes("token_types", types.bytes())?;
    file.numbers("type_frequencies", &counts.tokens)?;
    file.numbers("type_documents", &counts.documents)?;
    file.bytes("postings", postings.bytes())?;
    file.numbers("postings_firsts", postings.firsts())
}

impl Folder {
    /// Writes a segment and gives back the same one, its memory the file.
    pub(in crate::corpus) fn put(&self, segment: &Segment, task: &Task) -> Result<Segment> {
        let entry = write_segment(self, segment, task)?;
        read_segment(self.path(), &entry, Access::Map, task)
    }
}

pub(super) fn read_segment(
    folder: &Path,
    entry: &SegmentEntry,
    access: Access,
    task: &Task,
) -> Result<Segment> {
    let file = Sections::load(folder, &entry.file, access, task)?;
    let rows = read_rows(&file, entry)?;
    let zones = read_zones(&file, &rows, entry)?;
    soundness::check_rows(&file, &rows)?;
    soundness::check_zones(&file, &zones, &rows)?;
    let bits = file.numbers("token_starts")?;
    if rows.blocks[entry.documents] as usize != bits.len() {
        return Err(file.wrong("document_blocks", "they are not those of the token starts"));
    }
    let characters: ScalarBuffer<u32> = file.numbers("character_counts")?;
    if characters.len() != counts_before(bits.len()) {
        return Err(file.wrong(
            "character_counts",
            "they are not as many as the token starts ask for",
        ));
    }
    let starts = Starts::over(bits, file.numbers("token_start_counts")?);
    let counts = Counts {
        tokens: file.numbers("type_frequencies")?,
        documents: file.numbers("type_documents")?,
    };
    if [counts.tokens.len(), counts.documents.len()] != [entry.types; 2] {
        return Err(file.wrong(
            "type_frequencies",
            "they are not as many as there are types",
        ));
    }
    let types = Packed::over(file.bytes("token_types")?, entry.width, entry.tokens);
    let firsts = file.numbers::<u32>("postings_firsts")?;
    let as_many = firsts.len() == entry.types + 1;
    let postings = Postings::over(file.bytes("postings")?, firsts).filter(|_| as_many);
    Ok(Segment {
        rows,
        zones,
        characters: Characters::over(characters),
        starts: starts.ok_or_else(|| {
            file.wrong("token_start_counts", "they are not as many as their bits")
        })?,
        types: types
            .ok_or_else(|| file.wrong("token_types", "they are not as many as there are tokens"))?,
        counts,
        postings: postings
            .ok_or_else(|| file.wrong("postings_firsts", "they are not those of the postings"))?,
        sentences: OnceLock::new(),
        explained: OnceLock::new(),
        heard: Hearing::default(),
        saved: OnceLock::from(entry.clone()),
    })
}

fn read_rows(file: &Sections<'_>, entry: &SegmentEntry) -> Result<Rows> {
    let (bytes, bounds) = (file.bytes("texts")?, file.numbers::<u64>("text_bounds")?);
    if bounds.last().copied() != Some(bytes.len() as u64) {
        return Err(file.wrong("text_bounds", "they are not those of the texts"));
    }
    let rows = Rows {
        texts: Sources::Stored {
            bytes,
            bounds,
            file: Some(Arc::new(entry.file.clone())),
        },
        hashes: file.numbers("text_hashes")?,
        ascii: file.numbers("text_ascii")?,
        positions: file.numbers("document_positions")?,
        blocks: file.numbers("document_blocks")?,
    };
    let lengths = [rows.texts.len(), rows.hashes.len(), rows.ascii.len()];
    if lengths != [entry.documents; 3]
        || [rows.positions.len(), rows.blocks.len()] != [entry.documents + 1; 2]
    {
        return Err(file.wrong(
            "text_bounds",
            "the sections of documents are not equally long",
        ));
    }
    if rows.positions[entry.documents] as usize != entry.tokens {
        return Err(file.wrong(
            "document_positions",
            "they don't end with the number of tokens",
        ));
    }
    Ok(rows)
}

fn read_zones(file: &Sections<'_>, rows: &Rows, entry: &SegmentEntry) -> Result<Zones> {
    let zones = Zones {
        kinds: file.numbers("zone_kinds")?,
        starts: file.numbers("zone_starts")?,
        ends: file.numbers("zone_ends")?,
        positions: file.numbers("zone_positions")?,
        documents: file.numbers("document_zones")?,
    };
    let n_zones = zones.kinds.len();
    let known = |kind: &u8| usize::from(*kind) < ZoneKind::ALL.len();
    let fit = [zones.starts.len(), zones.ends.len()] == [n_zones; 2]
        && zones.positions.len() == n_zones + 1
        && zones.documents.len() == rows.positions.len()
        && zones.documents[entry.documents] as usize == n_zones
        && zones.positions[n_zones] as usize == entry.tokens
        && zones.kinds.iter().all(known);
    fit.then_some(zones)
        .ok_or_else(|| file.wrong("zone_kinds", "the sections of zones don't fit each other"))
}
