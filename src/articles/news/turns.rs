//! Labels before units: how many there are, and whether they are those of turns.

use std::ops::Range;

use super::matter;
use crate::articles::transcripts::looks_like_transcript;

/// The labels of a text.
pub(super) struct Labels {
    /// The units that begin with one, or with what announces something.
    pub(super) units: Vec<usize>,
    /// How many units begin with one.
    pub(super) all: usize,
    /// How many of them may be those of turns: in copy, those in capitals, or one.
    pub(super) count: usize,
    /// Whether people speak in turn.
    pub(super) turns: bool,
    /// Whether what stands in brackets may be what happened in the room.
    pub(super) transcribed: bool,
}

/// The most units of a text in which two labels are turns.
const FEW_UNITS: usize = 6;

impl Labels {
    /// `recorded` says that the text is known for the record of several speakers.
    pub(super) fn of(text: &str, units: &[Range<usize>], recorded: bool) -> Self {
        let words = |unit: usize| &text[units[unit].clone()];
        let labelled: Vec<usize> = (0..units.len())
            .filter(|unit| matter::has_label(words(*unit)))
            .collect();
        let labels = || {
            let labelled = labelled.iter().map(|unit| words(*unit));
            labelled.filter(|unit| !announces(unit))
        };
        let all = labels().count();
        let takes_turns = || recorded || looks_like_transcript(text);
        let turns = all > 2 && (all * 3 >= units.len() || takes_turns());
        // Copy has `What is known:`, `Vell: Port is safe` and the captions of lists.
        let of_copy = !turns && (all > 2 || units.len() > FEW_UNITS);
        let capitals = || labels().filter_map(in_capitals);
        let of_copy = of_copy && capitals().all(may_be_place);
        Self {
            all,
            count: if of_copy {
                capitals().count().max(all.min(1))
            } else {
                all
            },
            units: labelled,
            turns,
            transcribed: turns || matter::has_directions(text),
        }
    }
}

/// The label in capitals before something.
fn in_capitals(unit: &str) -> Option<&str> {
    let (label, said) = unit.split_once(':')?;
    (!said.trim().is_empty() && !label.chars().any(char::is_lowercase)).then_some(label)
}

/// Whether a label in capitals may be the place of a dateline: `OSLO`, not `THE PRESIDENT`.
fn may_be_place(label: &str) -> bool {
    label.split_whitespace().nth(2).is_none() && !label.starts_with("THE ")
}

/// The most words of a label with nothing behind it.
const LABEL_WORDS: usize = 4;

/// Whether a unit says what follows, as no label does: `Here is what is known about the strike:`.
fn announces(unit: &str) -> bool {
    unit.ends_with(':')
        && unit.split_whitespace().nth(LABEL_WORDS).is_some()
        && !unit.contains('\n')
}
