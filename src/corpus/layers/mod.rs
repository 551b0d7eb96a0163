//! Layers: values that tokens have from outside, such as lemmas, one name and one vocabulary each.

mod align;
mod annotations;
mod conllu;
mod joining;
mod placing;
mod values;

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

pub use align::Several;
pub(crate) use align::{Mismatch, MismatchKind};
pub use annotations::Annotations;
pub(super) use joining::{chosen_values, folded, joined};
pub(super) use values::{PartLayer, SegmentValues};

use super::part::Part;
use super::words::Words;
use super::{Corpus, Position};
use crate::error::{Error, Result};

/// A layer of a corpus: what its values are, and how they came to its tokens.
#[derive(Clone, Debug)]
pub struct Layer {
    pub(super) name: String,
    /// The different values; their numbers count from 1, as 0 is no value.
    pub(super) values: Arc<Words>,
    /// How many tokens have each value.
    pub(super) counts: Vec<u64>,
    /// How what was last annotated lay to the tokens.
    pub(super) alignment: Alignment,
    /// What of it did not fit, for as long as the corpus is in memory.
    pub(super) mismatches: Option<Arc<Vec<Mismatch>>>,
    /// A hash of the values of all tokens, made when it is first asked for.
    pub(super) hash: OnceLock<String>,
}

/// How many outer tokens lay so to the tokens of a corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alignment {
    /// All.
    pub rows: u64,
    /// The same characters as one token.
    pub exact: u64,
    /// One token and characters that belong to no token.
    pub wider: u64,
    /// On a token on which another one is as well.
    pub shared: u64,
    /// Over several tokens.
    pub spread: u64,
    /// On a part of one token.
    pub partial: u64,
    /// On no token.
    pub outside: u64,
    /// Not in the text.
    pub unplaced: u64,
}

impl Layer {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its different values, whose numbers are one more than their places here.
    pub fn values(&self) -> &Words {
        &self.values
    }

    /// How many tokens have each value, by its place in [`values`](Self::values).
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// How what was last annotated lay to the tokens.
    pub fn alignment(&self) -> &Alignment {
        &self.alignment
    }

    /// What of it did not fit; none for a layer that was read from a file.
    pub(crate) fn mismatches(&self) -> Option<&[Mismatch]> {
        self.mismatches.as_deref().map(Vec::as_slice)
    }

    /// The value of a number.
    pub fn value(&self, number: u32) -> Option<&str> {
        let place = number.checked_sub(1)?;
        Some(self.values.get(place as usize))
    }
}

impl Corpus {
    /// The layers of annotation.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The number of the layer of a name.
    pub fn layer(&self, name: &str) -> Result<usize> {
        let found = self.layers.iter().position(|layer| layer.name == name);
        found.ok_or_else(|| {
            let names = self.layers.iter().map(|layer| layer.name.as_str());
            Error::unknown("layer", name, names)
        })
    }

    /// A hash of the values that a layer gives to all tokens.
    pub fn layer_hash(&self, number: usize) -> &str {
        let layer = &self.layers[number];
        layer.hash.get_or_init(|| {
            let of_value = |value: &str| xxh3_64(value.as_bytes());
            let hashes: Vec<u64> = layer.values.iter().map(of_value).collect();
            let mut whole = Xxh3::new();
            for part in &self.parts {
                let own = part.own_values(number).iter();
                let own: Vec<[u8; 8]> = own
                    .map(|value| value.checked_sub(1))
                    .map(|place| place.map_or(0, |place| hashes[place as usize]))
                    .map(u64::to_le_bytes)
                    .collect();
                part.each_own_value(number, part.positions(), |value| {
                    whole.update(&own[value as usize]);
                });
            }
            format!("{:016x}", whole.digest())
        })
    }

    /// The number of a token's value in a layer, 0 for none.
    pub fn value_at(&self, layer: usize, position: Position) -> u32 {
        self.part_at(position).value_at(layer, position)
    }
}

/// Names that stand for something else where layers are named.
const TAKEN: [&str; 6] = ["word", "norm", "document", "position", "start", "end"];

/// Refuses names by which a layer could not be asked for.
fn check_names(names: &[String]) -> Result<()> {
    let mut seen = HashSet::new();
    for name in names {
        let mut marks = name.chars();
        let begins = marks
            .next()
            .is_some_and(|mark| mark.is_alphabetic() || mark == '_');
        if !begins || !marks.all(|mark| mark.is_alphanumeric() || mark == '_') {
            let message = format!(
                "a layer's name must be letters, digits and _, as in \"lemma\", got {name:?}"
            );
            return Err(Error::Parameter(message));
        }
        let is_metadata = name.starts_with("document_") || name.starts_with("text_");
        if TAKEN.contains(&name.as_str()) || name == "token" || is_metadata {
            let message = format!(
                "a layer cannot be called {name:?}, which stands for something else in queries and \
                 tables; choose another name"
            );
            return Err(Error::Parameter(message));
        }
        if !seen.insert(name) {
            let message = format!("layers must differ in name: {name:?} stands twice");
            return Err(Error::Parameter(message));
        }
    }
    if names.is_empty() {
        let message = "layers must name at least one, as in \"lemma\", got none";
        return Err(Error::Parameter(message.into()));
    }
    Ok(())
}

/// How many tokens have each of so many values.
pub(super) fn counts(parts: &[Part], layer: usize, n_values: usize) -> Vec<u64> {
    let mut counts = vec![0; n_values + 1];
    for part in parts {
        let own = part.own_values(layer);
        let mut own_counts = vec![0_u64; own.len()];
        part.each_own_value(layer, part.positions(), |value| {
            own_counts[value as usize] += 1;
        });
        for (value, count) in own.iter().zip(own_counts) {
            counts[*value as usize] += count;
        }
    }
    counts.split_off(1)
}
