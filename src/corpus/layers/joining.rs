//! The layers of corpora that become one, and of segments that do.

use std::sync::{Arc, OnceLock};

use super::annotations::Values;
use super::{Layer, PartLayer};
use crate::corpus::part::Part;
use crate::corpus::words::Words;
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

/// Of the values of a layer those that some tokens have, by part, with the new number of each, 0 for none; and how
/// many tokens have them.
pub(in crate::corpus) fn chosen_values(
    words: &Words,
    of_parts: &[Vec<u32>],
) -> Result<(Words, Vec<u32>, Vec<u64>)> {
    let mut frequencies = vec![0_u64; words.len() + 1];
    for value in of_parts.iter().flatten() {
        frequencies[*value as usize] += 1;
    }
    let (mut values, mut counts) = (Values::default(), Vec::new());
    let mut numbers = vec![0; frequencies.len()];
    for (place, word) in words.iter().enumerate() {
        if frequencies[place + 1] > 0 {
            numbers[place + 1] = values.number(word)?;
            counts.push(frequencies[place + 1]);
        }
    }
    Ok((values.words, numbers, counts))
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
