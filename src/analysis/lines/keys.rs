//! Sort keys: how they are written, and the columns that they stand for.

use super::columns::{Column, Place, Words};
use super::slots::Reading;
use super::sorting::sorted;
use super::voices::VoiceOf;
use crate::analysis::Concordance;
use crate::corpus::{Corpus, TypeId};
use crate::error::{Error, Result};
use crate::task::Task;
use crate::text::{Collation, normal_form, without_diacritics};

/// What lines are ordered by.
enum Key<'k> {
    Slots(Vec<Reading>),
    Position,
    Zone,
    Voice(VoiceOf),
    /// A metadata column, `document`, or periods.
    Metadata(&'k str),
}

/// What may stand behind a key, after a colon.
#[derive(Clone, Copy, Default)]
struct Modifiers {
    reversed: bool,
    frequency: bool,
    descending: bool,
}

const MODIFIERS: [&str; 3] = ["reversed", "frequency", "descending"];

/// The columns of some keys, words in the order of a language if one is given.
pub(super) fn columns_of<S: AsRef<str>>(
    lines: &Concordance,
    keys: &[S],
    collation: Option<&Collation>,
    task: &Task,
) -> Result<Vec<Column>> {
    if keys.is_empty() {
        let message = "sort keys must be as in \"R1 R2 L1\", got none";
        return Err(Error::Parameter(message.into()));
    }
    let mut columns = Vec::new();
    for written in keys.iter().map(AsRef::as_ref) {
        let (key, modifiers) = parse(lines, written)?;
        match key {
            Key::Slots(readings) => {
                let order = WordOrder {
                    modifiers,
                    collation,
                };
                columns.extend(word_columns(lines, &readings, order, task)?);
            }
            Key::Position => columns.push(Column::position().turned(modifiers.descending)),
            Key::Zone => columns.push(Column::zone().turned(modifiers.descending)),
            Key::Voice(of) => columns.push(lines.voice_column(of, modifiers.descending, task)?),
            Key::Metadata(name) => {
                columns.push(Column::metadata(lines, name, modifiers.descending)?);
            }
        }
    }
    Ok(columns)
}

fn parse<'k>(lines: &Concordance, written: &'k str) -> Result<(Key<'k>, Modifiers)> {
    let mut modifiers = Modifiers::default();
    let mut name = written;
    loop {
        // A metadata column may have a colon in its own name.
        if let Some(key) = key_of(lines, name) {
            if !matches!(key, Key::Slots(_)) && (modifiers.reversed || modifiers.frequency) {
                let message = format!(
                    "reversed and frequency are for slots as in \"R1:reversed\", got {written:?}"
                );
                return Err(Error::Parameter(message));
            }
            return Ok((key, modifiers));
        }
        let Some((before, modifier)) = name.rsplit_once(':') else {
            let known = [
                "L1", "L2", "R1", "R2", "node", "document", "position", "zone",
            ];
            let corpus = lines.scope().corpus();
            let known = known.into_iter().chain(VoiceOf::names());
            let known = known.chain(corpus.metadata().names());
            return Err(Reading::unknown("sort key", name, known, corpus));
        };
        match modifier {
            "reversed" => modifiers.reversed = true,
            "frequency" => modifiers.frequency = true,
            "descending" => modifiers.descending = true,
            _ => {
                return Err(Error::unknown(
                    "modifier of a sort key",
                    modifier,
                    MODIFIERS,
                ));
            }
        }
        name = before;
    }
}

fn key_of<'k>(lines: &Concordance, name: &'k str) -> Option<Key<'k>> {
    let corpus = lines.scope().corpus();
    let readings = name.split('+').map(|name| Reading::parse(name, corpus));
    if let Some(readings) = readings.collect() {
        return Some(Key::Slots(readings));
    }
    match name {
        "position" => Some(Key::Position),
        "zone" => Some(Key::Zone),
        _ => {
            if let Some(voice) = VoiceOf::from_own_name(name) {
                return Some(Key::Voice(voice));
            }
            // What stands behind a column's colon may be a modifier.
            let grouping = corpus.known_grouping(name).ok().flatten();
            let metadata = grouping.map(|_| Key::Metadata(name));
            metadata.or_else(|| VoiceOf::from_name(name).map(Key::Voice))
        }
    }
}

/// How the words of a key are ordered.
#[derive(Clone, Copy)]
struct WordOrder<'o> {
    modifiers: Modifiers,
    collation: Option<&'o Collation>,
}

impl WordOrder<'_> {
    /// The order of the values of a layer.
    fn values(self, lines: &Concordance, layer: usize, task: &Task) -> Result<Words> {
        let reversed = self.modifiers.reversed;
        Words::by_value(lines, layer, task, |value| {
            let norm = normal_form(value);
            let norm = if reversed {
                norm.chars().rev().collect()
            } else {
                norm
            };
            let letters = match self.collation {
                Some(collation) => collation.key(&norm),
                None => without_diacritics(&norm).as_bytes().to_vec(),
            };
            (letters, norm.into_owned(), value.to_owned())
        })
    }

    fn words(self, lines: &Concordance, places: &[Place], task: &Task) -> Result<Words> {
        match (self.collation, self.modifiers.reversed) {
            (None, false) => Ok(Words::Alphabet),
            (None, true) => Words::by_key(lines, places, from_the_end, task),
            (Some(collation), reversed) => {
                let key = |corpus: &Corpus, word| {
                    let norm = norm_of(corpus, word);
                    if reversed {
                        collation.key(&norm.chars().rev().collect::<String>())
                    } else {
                        collation.key(norm)
                    }
                };
                Words::by_key(lines, places, key, task)
            }
        }
    }
}

/// By the words at some slots, after the frequency of them all where that is asked for.
fn word_columns(
    lines: &Concordance,
    readings: &[Reading],
    order: WordOrder<'_>,
    task: &Task,
) -> Result<Vec<Column>> {
    let corpus = lines.scope().corpus();
    let mut columns: Vec<Column> = Vec::new();
    for same in readings.chunk_by(|one, other| one.layer == other.layer) {
        let slots = same.iter().map(|reading| reading.slot);
        let places: Vec<Place> = slots.flat_map(|slot| Place::of(slot, lines)).collect();
        let words = match same[0].layer {
            Some(layer) => order.values(lines, layer, task)?,
            None => order.words(lines, &places, task)?,
        };
        let column = |place: &Place| Column::word(corpus, *place, words.clone());
        columns.extend(places.iter().map(column));
    }
    if order.modifiers.frequency {
        let frequency = Column::of_spans(frequencies(lines, &columns, task)?).turned(true);
        return Ok(std::iter::once(frequency).chain(columns).collect());
    }
    let turned = columns
        .into_iter()
        .map(|column| column.turned(order.modifiers.descending));
    Ok(turned.collect())
}

/// A normal form from its end: its letters, then itself.
fn from_the_end(corpus: &Corpus, word: TypeId) -> (String, String) {
    let norm = norm_of(corpus, word);
    let letters = without_diacritics(norm);
    (
        letters.chars().rev().collect(),
        norm.chars().rev().collect(),
    )
}

fn norm_of(corpus: &Corpus, word: TypeId) -> &str {
    let vocabulary = corpus.vocabulary();
    vocabulary.norms().get(vocabulary.norm_of(word).index())
}

/// How many lines are as each match is in some columns.
fn frequencies(lines: &Concordance, columns: &[Column], task: &Task) -> Result<Vec<u32>> {
    let runs = sorted(lines, columns, task)?.runs();
    let mut frequencies = vec![0; lines.n_spans()];
    for run in runs.iter() {
        let frequency = u32::try_from(run.len()).expect("fewer lines than positions");
        for span in run {
            frequencies[*span as usize] = frequency;
        }
    }
    Ok(frequencies)
}
