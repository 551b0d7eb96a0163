//! The layers of corpora that become one, and of segments that do.

use std::sync::{Arc, OnceLock};

use super::annotations::Values;
use super::{Layer, PartLayer};
use crate::corpus::part::Part;
use crate::error::Result;

/// The number of a layer, and those of its values by numbers that they had.
type Numbers = (usize, Vec<u32>);

/// The layers of two corpora, by name, and for each of the other's its number here and what its values'
/// numbers are. A corpus that lacks a layer has no values in it.
pub(in crate::corpus) fn joined(
    layers: &[Layer],
    others: &[Layer],
) -> Result<(Vec<Layer>, Vec<Numbers>)> {
    let mut all = layers.to_vec();
    let mut numbers = Vec::with_capacity(others.len());
    for other in others {
        let known = all.iter().position(|layer| layer.name == other.name);
        let Some(known) = known else {
            numbers.push((all.len(), (0..).take(other.values.len() + 1).collect()));
            all.push(Layer {
                mismatches: None,
                hash: OnceLock::new(),
                ..other.clone()
            });
            continue;
        };
        let layer = &mut all[known];
        let mut values = Values::of_words(&layer.values)?;
        let mut own = vec![0];
        for value in other.values.iter() {
            own.push(values.number(value)?);
        }
        layer.counts.resize(values.words.len(), 0);
        for (number, count) in own[1..].iter().zip(&other.counts) {
            layer.counts[*number as usize - 1] += count;
        }
        layer.values = Arc::new(values.words);
        layer.alignment.add(&other.alignment);
        layer.mismatches = None;
        numbers.push((known, own));
    }
    for layer in &mut all {
        layer.hash = OnceLock::new();
    }
    Ok((all, numbers))
}

/// The layers of neighbouring parts as those of one.
pub(in crate::corpus) fn folded(parts: &[Part], n_layers: usize) -> Vec<Option<PartLayer>> {
    let layer = |number: usize| {
        if !parts.iter().any(|part| part.has_values(number)) {
            return None;
        }
        let mut values = Vec::new();
        for part in parts {
            let own = part.own_values(number);
            part.each_own_value(number, part.positions(), |value| {
                values.push(own[value as usize]);
            });
        }
        PartLayer::new(&values)
    };
    (0..n_layers).map(layer).collect()
}
