//! Layers of annotation in files: a vocabulary each, and the values of each segment's tokens.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use arrow_buffer::ScalarBuffer;

use super::folder::Folder;
use super::manifest::{LayerEntry, LayerFile, Manifest};
use super::memory::Access;
use super::sections::Sections;
use crate::corpus::Corpus;
use crate::corpus::bits::Packed;
use crate::corpus::layers::{Layer, PartLayer, SegmentValues};
use crate::corpus::part::Part;
use crate::corpus::words::Words;
use crate::error::Result;
use crate::task::Task;

/// Writes the layers of some parts, of which what is there already is not written again.
pub(super) fn write(
    folder: &Folder,
    layers: &[Layer],
    parts: &[Part],
    task: &Task,
) -> Result<Vec<LayerEntry>> {
    let entry = |(number, layer): (usize, &Layer)| {
        task.check()?;
        let own = |part: &Part| part.layers().get(number).cloned().flatten();
        let own: Vec<Option<PartLayer>> = parts.iter().map(own).collect();
        let count = own.iter().flatten().map(|own| own.values.len()).sum();
        let pieces = || {
            own.iter()
                .flatten()
                .map(|own| own.values.inner().as_slice())
        };
        let vocabulary = folder.write("layer", |file| {
            file.bytes("values", layer.values.text().as_bytes())?;
            file.numbers("value_ends", layer.values.ends())?;
            file.numbers("value_frequencies", &layer.counts)?;
            file.pieces("segment_values", "u32", count, pieces())
        })?;
        let values = |own: &Option<PartLayer>| {
            let own = own.as_ref();
            own.map(|own| write_values(folder, &own.segment))
                .transpose()
        };
        Ok(LayerEntry {
            name: layer.name.clone(),
            alignment: layer.alignment,
            vocabulary,
            segments: own.iter().map(values).collect::<Result<_>>()?,
        })
    };
    layers.iter().enumerate().map(entry).collect()
}

fn write_values(folder: &Folder, values: &SegmentValues) -> Result<LayerFile> {
    if let Some(saved) = values.saved.get().filter(|saved| folder.has(&saved.file)) {
        return Ok(saved.clone());
    }
    let file = folder.write("layer", |file| {
        file.bytes("token_values", values.numbers.bytes())
    })?;
    let entry = LayerFile {
        values: values.n_values,
        width: values.numbers.width(),
        file,
    };
    Ok(values.saved.get_or_init(|| entry).clone())
}

/// The corpus with the layers of its manifest.
pub(super) fn read(
    folder: &Path,
    manifest: &Manifest,
    mut corpus: Corpus,
    access: Access,
    task: &Task,
) -> Result<Corpus> {
    for (number, entry) in manifest.layers.iter().enumerate() {
        let file = Sections::load(folder, &entry.vocabulary, Access::Read, task)?;
        let wrong = |message: &str| file.wrong("value_ends", message);
        let text = String::from_utf8(file.bytes("values")?.to_vec());
        let ends = file.numbers::<u32>("value_ends")?.to_vec();
        let words = text.ok().and_then(|text| Words::over(text, ends));
        let words = words.ok_or_else(|| wrong("they are no words"))?;
        let counts = file.numbers::<u64>("value_frequencies")?.to_vec();
        let numbers = file.numbers::<u32>("segment_values")?;
        let wanted = entry.segments.iter().flatten();
        let wanted: usize = wanted.map(|values| values.values + 1).sum();
        let are_known = numbers.iter().all(|value| *value as usize <= words.len());
        if counts.len() != words.len()
            || numbers.len() != wanted
            || entry.segments.len() != corpus.parts.len()
            || !are_known
        {
            return Err(wrong("the sections of the layer don't fit each other"));
        }
        corpus.layers.push(Layer {
            name: entry.name.clone(),
            values: Arc::new(words),
            counts,
            alignment: entry.alignment,
            mismatches: None,
            hash: OnceLock::new(),
        });
        let mut first = 0;
        let mut parts = Vec::with_capacity(corpus.parts.len());
        for (part, values) in corpus.parts.into_iter().zip(&entry.segments) {
            let layer = values
                .as_ref()
                .map(|values| {
                    let own = numbers.slice(first, values.values + 1);
                    first += values.values + 1;
                    read_values(folder, values, (own, part.n_tokens()), access, task)
                })
                .transpose()?;
            parts.push(part.with_layer(number, layer));
        }
        corpus.parts = parts;
    }
    Ok(corpus)
}

fn read_values(
    folder: &Path,
    entry: &LayerFile,
    (values, n_tokens): (ScalarBuffer<u32>, usize),
    access: Access,
    task: &Task,
) -> Result<PartLayer> {
    let file = Sections::load(folder, &entry.file, access, task)?;
    let numbers = Packed::over(file.bytes("token_values")?, entry.width, n_tokens)
        .ok_or_else(|| file.wrong("token_values", "they are not as many as there are tokens"))?;
    let segment = SegmentValues {
        numbers,
        n_values: entry.values,
        saved: OnceLock::from(entry.clone()),
    };
    Ok(PartLayer {
        segment: Arc::new(segment),
        values,
    })
}
