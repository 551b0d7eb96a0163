//! Passages: paragraphs and headlines taken as tokens, with what stands within their marks.
//!
//! Those of a whole batch are read, then their names are collected, and then they are searched for
//! quotations: each of the three is so much code that it would drive the others out of the processor's
//! cache with every paragraph.

use std::ops::Range;

use super::marks::{Marked, is_mark, marked};
use super::names::{Mention, collect};
use super::tokens::Sentences;
use super::turns::Turns;
use super::words::Told;
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::sentences_within;

/// How deep marks within marks are followed.
const DEEPEST: usize = 4;

/// How long what stands within marks is at least, in bytes, to be looked at by itself.
const SHORTEST: usize = 8;

/// How many bytes of text a batch has: their tokens stay in the second level of the processor's cache.
const BATCH: usize = 16_384;

/// Zones that are read together.
pub(super) struct Batch<'t, 'z> {
    pub sections: Vec<Section<'z>>,
    /// Those of all passages.
    pub sentences: Sentences<'t>,
}

/// A zone in which quotations are looked for.
pub(super) struct Section<'z> {
    pub zone: &'z Zone,
    /// All stretches within marks.
    pub marks: Vec<Marked>,
    pub passage: Passage,
}

/// A stretch of text.
pub(super) struct Passage {
    pub part: Range<usize>,
    /// How many marks it is within.
    pub depth: usize,
    /// The numbers of its sentences.
    pub sentences: Range<usize>,
    /// What stands within the marks that are directly in it, with their numbers.
    pub inner: Vec<(usize, Passage)>,
}

/// The zones in which quotations are looked for, a batch at a time.
pub(super) fn batches<'t, 'z>(
    told: Told<'t>,
    zones: &'z [Zone],
    turns: &Turns,
) -> impl Iterator<Item = Batch<'t, 'z>> {
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
        let mut sentences = Sentences::with_room(BATCH);
        let read = batch.map(|zone| Section::read(told, zone, turns, &mut sentences));
        Some(Batch {
            sections: read.collect(),
            sentences,
        })
    })
}

impl<'z> Section<'z> {
    /// Reads a zone, without the label of the turn that begins there, and without what an agency puts before.
    fn read<'t>(
        told: Told<'t>,
        zone: &'z Zone,
        turns: &Turns,
        sentences: &mut Sentences<'t>,
    ) -> Self {
        let mut start = turns.said_from(zone.span.start);
        if zone.kind == ZoneKind::Headline {
            start += slug_of_copy(&told.text[start..zone.span.end]);
        }
        let part = start..zone.span.end;
        let marks = marked(told.text, part.clone());
        Self {
            zone,
            passage: Passage::read(told, part, (&marks, 0), sentences),
            marks,
        }
    }
}

/// The most words of the column of an agency in brackets.
const LONGEST_COLUMN: usize = 3;

/// The length of what an agency puts before a headline: `UPDATE 2-`, `ANALYSIS-`, `(Hello Africa)`.
fn slug_of_copy(headline: &str) -> usize {
    const SLUGS: [&str; 21] = [
        "ADVISORY",
        "ANALYSIS",
        "BRIEF",
        "CORRECTED",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACTBOX",
        "FEATURE",
        "FOCUS",
        "INSIGHT",
        "INTERVIEW",
        "LEAD",
        "POLL",
        "PREVIEW",
        "REFILE",
        "REPEAT",
        "RPT",
        "SNAPSHOT",
        "TIMELINE",
        "UPDATE",
        "WRAPUP",
    ];
    // `(Hello Africa) Port opens`
    if let Some((column, rest)) = headline
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") "))
    {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let named = column.split(' ').all(capital) && column.split(' ').count() <= LONGEST_COLUMN;
        return if named {
            headline.len() - rest.len()
        } else {
            0
        };
    }
    let Some((slug, rest)) = headline.split_once('-') else {
        return 0;
    };
    let word = slug.trim_end_matches(|mark: char| mark.is_ascii_digit() || mark == ' ');
    let begins = rest.starts_with(|mark: char| mark.is_alphanumeric() || is_mark(mark));
    if begins && SLUGS.contains(&word) {
        slug.len() + 1
    } else {
        0
    }
}

impl Passage {
    /// Reads a part with its marks, of which it is within so many.
    fn read<'t>(
        told: Told<'t>,
        part: Range<usize>,
        (marks, depth): (&[Marked], usize),
        sentences: &mut Sentences<'t>,
    ) -> Self {
        let inside = |one: &Marked| {
            one.depth == depth && part.start <= one.outer.start && one.outer.end <= part.end
        };
        let first = marks.partition_point(|one| one.outer.start < part.start);
        let own: Vec<(usize, Marked)> = (first..)
            .zip(&marks[first..])
            .take_while(|(_, one)| one.outer.start <= part.end)
            .filter(|(_, one)| inside(one))
            .map(|(number, one)| (number, one.clone()))
            .collect();
        let ends = sentences_within(told.text, part.clone()).map(|span| span.end);
        let numbers = sentences.read(told, &part, &own, ends);
        let followed = own
            .into_iter()
            .filter(|(_, one)| depth < DEEPEST && one.inner.len() >= SHORTEST && !one.named);
        let inner = followed.map(|(number, one)| {
            (
                number,
                Self::read(told, one.inner, (marks, depth + 1), sentences),
            )
        });
        Self {
            inner: inner.collect(),
            part,
            depth,
            sentences: numbers,
        }
    }

    /// Collects the mentions in it and within its marks.
    pub(super) fn collect(&self, sentences: &Sentences<'_>, mentions: &mut Vec<Mention>) {
        let from = mentions.len();
        for tokens in sentences.get(self.sentences.clone()) {
            collect(tokens, self.depth, mentions);
        }
        if self.inner.is_empty() {
            return;
        }
        for (_, inner) in &self.inner {
            inner.collect(sentences, mentions);
        }
        // Few are moved far here, but all of an article's would be in the end.
        mentions[from..].sort_by_key(Mention::order);
    }
}
