//! Turns of a transcript: who is named before the colon.

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use super::turn_labels::{Label, LabelKind, consistent, label};
use crate::articles::transcripts::looks_like_transcript;
use crate::articles::zones::{Zone, ZoneKind};

/// How many labels make a text one of turns.
const LEAST: usize = 3;

/// A label before a turn.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    start: usize,
    /// The words that name the speaker.
    pub source: Range<usize>,
    /// Where the turn's own words begin.
    pub end: usize,
}

/// The turns of an article, none if it is no transcript and holds none.
#[derive(Debug, Default)]
pub(super) struct Turns {
    all: Vec<Turn>,
    /// From the first label to the end of the last turn, where the article is no transcript but holds a
    /// part of one.
    parts: Option<Vec<Range<usize>>>,
}

impl Turns {
    pub(super) fn any(&self) -> bool {
        !self.all.is_empty()
    }

    /// The turn that begins at a byte.
    pub(super) fn at(&self, start: usize) -> Option<&Turn> {
        let at = self
            .all
            .binary_search_by_key(&start, |turn| turn.start)
            .ok()?;
        Some(&self.all[at])
    }

    /// The words that name the speakers, in the order of the turns.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Range<usize>> {
        self.all.iter().map(|turn| &turn.source)
    }

    /// Where the first turn begins; the end of a text without turns.
    pub(super) fn first(&self) -> usize {
        self.all.first().map_or(usize::MAX, |turn| turn.start)
    }

    /// Where what is said begins in the paragraph that begins at a byte: behind its label.
    pub(super) fn said_from(&self, start: usize) -> usize {
        self.at(start).map_or(start, |turn| turn.end)
    }

    /// Whether a turn may go on in the paragraph that begins at a byte.
    pub(super) fn hold(&self, start: usize) -> bool {
        self.parts.as_ref().is_none_or(|parts| {
            let first = parts.partition_point(|part| part.end <= start);
            parts.get(first).is_some_and(|part| part.contains(&start))
        })
    }
}

/// The labels of the turns of an article.
pub(super) fn labels(text: &str, zones: &[Zone]) -> Turns {
    let paragraphs = zones.iter().filter(|zone| zone.kind == ZoneKind::Paragraph);
    let labels = paragraphs
        .clone()
        .filter_map(|zone| label(text, &zone.span))
        .collect();
    let labels = consistent(text, labels);
    let take_turns = labels.len() >= LEAST && take_turns(text, &labels);
    let often = take_turns && labels.len() * 4 >= paragraphs.clone().count();
    let whole = often || take_turns && looks_like_transcript(text);
    let mut labels = labels.into_iter().peekable();
    let turns: Vec<Turn> = paragraphs
        .filter_map(|zone| {
            let label = labels.next_if(|label| label.source.start < zone.span.end)?;
            Some(Turn {
                start: zone.span.start,
                source: label.source,
                end: label.end,
            })
        })
        .collect();
    if whole {
        return Turns {
            all: turns,
            parts: None,
        };
    }
    excerpts(text, zones, &turns)
}

/// Whether labels are those of people who take turns: one asks, has a title, or comes twice.
fn take_turns(text: &str, labels: &[Label]) -> bool {
    let titled = |label: &Label| matches!(label.kind, LabelKind::Question | LabelKind::Titled);
    let words = labels.iter().map(|label| &text[label.source.clone()]);
    labels.iter().any(titled) || comes_twice(words)
}

/// Whether one of some labels is that of another.
fn comes_twice<'t>(mut labels: impl Iterator<Item = &'t str>) -> bool {
    let mut met: HashSet<&str, FixedState> = HashSet::default();
    labels.any(|label| !met.insert(label))
}

/// The most paragraphs without a label between two turns of an excerpt.
const BETWEEN: usize = 2;

/// Turns that stand together in an article which is no transcript: an excerpt of an interview.
fn excerpts(text: &str, zones: &[Zone], turns: &[Turn]) -> Turns {
    let mut found = Turns {
        all: Vec::new(),
        parts: Some(Vec::new()),
    };
    let mut run: Vec<(&Turn, usize)> = Vec::new();
    let mut between = 0;
    let mut labelled = turns.iter().peekable();
    for zone in zones {
        let turn = labelled.next_if(|turn| turn.start == zone.span.start);
        if let Some(turn) = turn {
            run.push((turn, zone.span.end));
            between = 0;
            continue;
        }
        between += 1;
        if between > BETWEEN || zone.kind != ZoneKind::Paragraph {
            found.keep(text, &mut run);
        }
    }
    found.keep(text, &mut run);
    found
}

impl Turns {
    /// Takes the turns of a run in which at least one label comes twice.
    fn keep(&mut self, text: &str, run: &mut Vec<(&Turn, usize)>) {
        let name = |turn: &Turn| &text[turn.source.clone()];
        let again = comes_twice(run.iter().map(|(turn, _)| name(turn)));
        let several = run.iter().any(|(turn, _)| name(turn) != name(run[0].0));
        if run.len() >= LEAST && again && several {
            let end = run[run.len() - 1].1;
            let parts = self.parts.get_or_insert_default();
            parts.push(run[0].0.start..end);
            self.all.extend(run.iter().map(|(turn, _)| (*turn).clone()));
        }
        run.clear();
    }
}
