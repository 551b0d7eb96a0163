//! Labels before units: how many there are, and whether they are those of turns.

use std::ops::Range;

use super::matter;
use crate::articles::transcripts::looks_like_transcript;

/// The labels of a text.
#[derive(Clone, Copy)]
pub(super) struct Labels {
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
    pub(super) fn of(text: &str, units: &[Range<usize>]) -> Self {
        let labelled = |unit: &&Range<usize>| {
            let words = &text[(*unit).clone()];
            matter::has_label(words) && !announces(words)
        };
        let all = units.iter().filter(labelled).count();
        let turns = all > 2 && (all * 3 >= units.len() || looks_like_transcript(text));
        // Copy has `What is known:`, `Vell: Port is safe` and the captions of lists.
        let of_copy = !turns && (all > 2 || units.len() > FEW_UNITS);
        let capitals: Vec<&str> = units
            .iter()
            .filter(labelled)
            .filter_map(|unit| in_capitals(&text[unit.clone()]))
            .collect();
        let of_copy = of_copy && capitals.iter().all(|label| may_be_place(label));
        Self {
            all,
            count: if of_copy {
                capitals.len().max(all.min(1))
            } else {
                all
            },
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
