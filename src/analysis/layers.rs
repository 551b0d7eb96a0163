//! Layers of annotation as tables: what there is, and what did not fit the tokens.

use serde_json::json;

use crate::corpus::{Alignment, Corpus, Layer, Mismatch, MismatchKind, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;

type Count = fn(&Alignment) -> u64;

/// One row a layer: its name, the tokens that have a value, the different values, and how many outer
/// tokens lay how to the tokens of the corpus.
pub fn layer_table(scope: &Scope) -> Table {
    let layers = scope.corpus().layers();
    let count = |of: fn(&Layer) -> u64| table::counts(layers.iter().map(of));
    let occurring =
        |layer: &Layer| layer.counts().iter().filter(|count| **count > 0).count() as u64;
    let mut columns = vec![
        ("layer", table::strings(layers.iter().map(Layer::name))),
        ("tokens", count(|layer| layer.counts().iter().sum())),
        ("values", table::counts(layers.iter().map(occurring))),
    ];
    let alignment: [(&str, Count); 8] = [
        ("rows", |alignment| alignment.rows),
        ("exact", |alignment| alignment.exact),
        ("wider", |alignment| alignment.wider),
        ("shared", |alignment| alignment.shared),
        ("spread", |alignment| alignment.spread),
        ("partial", |alignment| alignment.partial),
        ("outside", |alignment| alignment.outside),
        ("not_found", |alignment| alignment.unplaced),
    ];
    columns.extend(alignment.map(|(name, of)| {
        let counts = layers.iter().map(|layer| of(layer.alignment()));
        (name, table::counts(counts))
    }));
    let columns = columns.into_iter();
    let columns = columns
        .map(|(name, column)| (name.to_owned(), column))
        .collect();
    Table::new(columns, scope.manifest("layers"))
}

/// One row an outer token that did not fit: document, start and end in characters, its text, how it
/// lies, and how many tokens it touches.
///
/// Errors: [`Error::Unknown`] for a layer that does not exist, [`Error::Parameter`] for one that was
/// read from a file or joined from others.
pub fn alignment_table(scope: &Scope, layer: &str, task: &Task) -> Result<Table> {
    let corpus = scope.corpus();
    let found = &corpus.layers()[corpus.layer(layer)?];
    let mismatches = found.mismatches().ok_or_else(|| {
        Error::Parameter(format!(
            "the alignment of layer {layer:?} is known to the corpus that annotate gave alone, not when \
             it was saved or joined; layers has its counts"
        ))
    })?;
    let rows = || mismatches.iter();
    let texts = texts(corpus, mismatches, task)?;
    let kind = |kind: MismatchKind| kind.name();
    let columns = vec![
        (
            "document",
            table::strings(rows().map(|row| corpus.ids().name(row.document))),
        ),
        ("start", table::counts(rows().map(|row| row.start.into()))),
        ("end", table::counts(rows().map(|row| row.end.into()))),
        ("text", table::strings(texts)),
        ("mismatch", table::strings(rows().map(|row| kind(row.kind)))),
        ("tokens", table::counts(rows().map(|row| row.tokens.into()))),
    ];
    let columns = columns.into_iter();
    let columns = columns
        .map(|(name, column)| (name.to_owned(), column))
        .collect();
    let mut manifest = scope.manifest("alignment");
    manifest.insert("layer".into(), json!(layer));
    Ok(Table::new(columns, manifest))
}

/// The texts of outer tokens, which are in the order of documents and of their beginnings.
fn texts(corpus: &Corpus, mismatches: &[Mismatch], task: &Task) -> Result<Vec<String>> {
    let mut texts = Vec::with_capacity(mismatches.len());
    for own in mismatches.chunk_by(|one, other| one.document == other.document) {
        task.check()?;
        let text = corpus.text(own[0].document)?;
        // What was gone over is not gone over again.
        let (mut character, mut rest) = (0, text);
        for mismatch in own {
            rest = &rest[byte_of(rest, mismatch.start - character)..];
            character = mismatch.start;
            let own = &rest[..byte_of(rest, mismatch.end - mismatch.start)];
            texts.push(mismatch.form.clone().unwrap_or_else(|| own.to_owned()));
        }
    }
    Ok(texts)
}

/// The byte at which so many characters end.
fn byte_of(text: &str, characters: u32) -> usize {
    let mut places = text.char_indices().map(|(byte, _)| byte);
    places.nth(characters as usize).unwrap_or(text.len())
}
