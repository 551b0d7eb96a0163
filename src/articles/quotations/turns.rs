//! Turns of a transcript: who is named before the colon.

use std::ops::Range;

use crate::articles::zones::{Zone, ZoneKind};

/// The longest label, in bytes.
const LONGEST: usize = 80;
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

    /// Whether a turn may go on in the paragraph that begins at a byte.
    pub(super) fn hold(&self, start: usize) -> bool {
        self.parts
            .as_ref()
            .is_none_or(|parts| parts.iter().any(|part| part.contains(&start)))
    }

    /// A part of a turn without a stage direction at either end.
    #[expect(clippy::unused_self, reason = "asked of the turns of an article")]
    pub(super) fn without_directions(&self, text: &str, part: Range<usize>) -> Range<usize> {
        let mut part = trimmed(text, part);
        while let Some((close, open)) = bracket(&text[part.clone()]) {
            let Some(at) = text[part.clone()].rfind(open) else {
                break;
            };
            let direction = &text[part.start + at..part.end];
            if direction.len() > LONGEST || !direction.ends_with(close) || is_spoken(direction) {
                break;
            }
            part = trimmed(text, part.start..part.start + at);
        }
        part
    }
}

fn bracket(words: &str) -> Option<(char, char)> {
    match words.chars().next_back()? {
        ')' => Some((')', '(')),
        ']' => Some((']', '[')),
        _ => None,
    }
}

/// Whether what stands in brackets is part of what is said.
fn is_spoken(direction: &str) -> bool {
    !direction[1..].starts_with(char::is_uppercase) && !direction.starts_with('[')
}

fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = &text[part.clone()];
    let start = part.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// The labels of the turns of an article.
pub(super) fn labels(text: &str, zones: &[Zone]) -> Turns {
    let paragraphs = zones.iter().filter(|zone| zone.kind == ZoneKind::Paragraph);
    let turns: Vec<Turn> = paragraphs
        .clone()
        .filter_map(|zone| label(text, &zone.span))
        .collect();
    let often = turns.len() >= LEAST && turns.len() * 4 >= paragraphs.count();
    if often {
        return Turns {
            all: turns,
            parts: None,
        };
    }
    excerpts(text, zones, &turns)
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
        let again = run
            .iter()
            .enumerate()
            .any(|(at, (turn, _))| run[..at].iter().any(|(other, _)| name(other) == name(turn)));
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

fn label(text: &str, zone: &Range<usize>) -> Option<Turn> {
    let words = &text[zone.clone()];
    let mut top = words.len().min(LONGEST);
    while !words.is_char_boundary(top) {
        top -= 1;
    }
    let top = &words[..top];
    // `Q  And why?`
    if top.starts_with("Q ") || top.starts_with("A ") && words.len() > 3 && top.starts_with("A  ") {
        let source = zone.start..zone.start + 1;
        let end = zone.start + 1 + words[1..].len() - words[1..].trim_start().len();
        return Some(Turn {
            start: zone.start,
            source,
            end,
        });
    }
    let number = numbered(top);
    let colon = top[number..].find(':')? + number;
    let name = &top[number..colon];
    let bare = name.find(['(', '[']).map_or(name, |at| &name[..at]);
    let bare = bare.split(',').next().unwrap_or(bare);
    let number = number + bare.len() - bare.trim_start().len();
    let bare = bare.trim();
    let pieces = bare.split_whitespace();
    let capital = |piece: &str| {
        piece.starts_with(char::is_uppercase)
            || matches!(
                piece,
                "of" | "the" | "de" | "van" | "von" | "der" | "al" | "da" | "bin"
            )
    };
    if bare.is_empty() || pieces.clone().count() > 6 || !pieces.clone().all(capital) {
        return None;
    }
    if bare.ends_with(|mark: char| !mark.is_alphanumeric() && mark != '.')
        || bare.starts_with(|mark: char| !mark.is_alphanumeric())
    {
        return None;
    }
    let behind = zone.start + colon + 1;
    let rest = &text[behind..zone.end];
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let end = behind + rest.len() - rest.trim_start().len();
    Some(Turn {
        start: zone.start,
        source: zone.start + number..zone.start + number + bare.len(),
        end,
    })
}

/// Behind the number of a paragraph, as in the records of the United Nations.
fn numbered(top: &str) -> usize {
    let digits = top.find(|mark: char| !mark.is_ascii_digit()).unwrap_or(0);
    let behind = top[digits..].strip_prefix('.').map(str::trim_start);
    match behind {
        Some(rest) if (1..=3).contains(&digits) => top.len() - rest.len(),
        _ => 0,
    }
}
