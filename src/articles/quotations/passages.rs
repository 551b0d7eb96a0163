//! Passages: paragraphs and headlines taken as tokens, with what stands within their marks.
//!
//! Those of a whole batch are read, then their names are collected, and then they are searched for
//! quotations: each of the three is so much code that it would drive the others out of the processor's
//! cache with every paragraph.

use std::ops::Range;

use super::marks::{Marked, marked};
use super::names::{Mention, collect};
use super::turns::Turns;
use super::words::{Sentences, Told, sentences};
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::sentences_within;

/// How deep marks within marks are followed.
const DEEPEST: usize = 4;

/// How long what stands within marks is at least, in bytes, to be looked at by itself.
const SHORTEST: usize = 8;

/// How many bytes of text a batch has: their tokens stay in the second level of the processor's cache.
const BATCH: usize = 16_384;

/// A zone in which quotations are looked for.
pub(super) struct Section<'t, 'z> {
    pub zone: &'z Zone,
    /// All stretches within marks.
    pub marks: Vec<Marked>,
    pub passage: Passage<'t>,
}

/// A stretch of text.
pub(super) struct Passage<'t> {
    pub part: Range<usize>,
    /// How many marks it is within.
    pub depth: usize,
    pub sentences: Sentences<'t>,
    /// What stands within the marks that are directly in it, with their numbers.
    pub inner: Vec<(usize, Passage<'t>)>,
}

/// The zones in which quotations are looked for, a batch at a time.
pub(super) fn batches<'t, 'z>(
    told: Told<'t>,
    zones: &'z [Zone],
    turns: &Turns,
) -> impl Iterator<Item = Vec<Section<'t, 'z>>> {
    let searched = |zone: &&Zone| {
        matches!(
            zone.kind,
            ZoneKind::Paragraph | ZoneKind::Headline | ZoneKind::Heading
        )
    };
    let mut zones = zones.iter().filter(searched).peekable();
    std::iter::from_fn(move || {
        let end = zones.peek()?.span.start + BATCH;
        let batch = std::iter::from_fn(|| zones.next_if(|zone| zone.span.start < end));
        Some(batch.map(|zone| Section::read(told, zone, turns)).collect())
    })
}

impl<'t, 'z> Section<'t, 'z> {
    /// Reads a zone, without the label of the turn that begins there.
    fn read(told: Told<'t>, zone: &'z Zone, turns: &Turns) -> Self {
        let start = turns.said_from(zone.span.start);
        let part = start..zone.span.end;
        let marks = marked(told.text, part.clone());
        Self {
            zone,
            passage: Passage::read(told, part, &marks, 0),
            marks,
        }
    }
}

impl<'t> Passage<'t> {
    fn read(told: Told<'t>, part: Range<usize>, marks: &[Marked], depth: usize) -> Self {
        let inside = |one: &Marked| {
            one.depth == depth && part.start <= one.outer.start && one.outer.end <= part.end
        };
        let own: Vec<(usize, Marked)> = marks
            .iter()
            .enumerate()
            .filter(|(_, one)| inside(one))
            .map(|(number, one)| (number, one.clone()))
            .collect();
        let ends = sentences_within(told.text, part.clone()).map(|span| span.end);
        let sentences = sentences(told, &part, &own, ends);
        let followed = own
            .into_iter()
            .filter(|(_, one)| depth < DEEPEST && one.inner.len() >= SHORTEST && !one.named);
        let inner =
            followed.map(|(number, one)| (number, Self::read(told, one.inner, marks, depth + 1)));
        Self {
            inner: inner.collect(),
            part,
            depth,
            sentences,
        }
    }

    /// Collects the mentions in it and within its marks.
    pub(super) fn collect(&self, mentions: &mut Vec<Mention>) {
        for tokens in self.sentences.iter() {
            collect(tokens, self.depth, mentions);
        }
        for (_, inner) in &self.inner {
            inner.collect(mentions);
        }
    }
}
