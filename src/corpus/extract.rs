//! Some documents of a corpus as a corpus of their own.

use std::sync::{Arc, OnceLock};

use arrow_array::ArrayRef;
use arrow_array::builder::LargeStringBuilder;

use super::build::Builder;
use super::documents::Documents;
use super::ids::DocId;
use super::layers::{Layer, PartLayer, chosen_values};
use super::part::Part;
use super::{Corpus, Ids, Metadata};
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;
use crate::text::Texts;

impl Corpus {
    /// A corpus of some documents of this one, which ascend: their texts, cut as these were, their metadata, and what
    /// their tokens were annotated with; with the reporting verbs of this one.
    ///
    /// Errors: [`Error::Parameter`] if texts with annotations are cut otherwise than they once were.
    pub fn extract(&self, documents: &[DocId], task: &Task) -> Result<Self> {
        let mut texts = LargeStringBuilder::new();
        for document in documents {
            texts.append_value(self.text(*document)?);
        }
        let texts: ArrayRef = Arc::new(texts.finish());
        let names = documents.iter().map(|document| self.ids.name(*document));
        let ids = Ids::try_new(names)?;
        let built = Builder::new(self.tokenizer.clone(), self.format).build(
            Documents {
                ids,
                texts: Texts::try_new(&[texts])?,
                metadata: Metadata::empty(documents.len()),
                format: self.format,
            },
            task,
        )?;
        let rows: Vec<u32> = documents.iter().map(|document| document.number()).collect();
        let taken =
            |(name, column): &(String, ArrayRef)| (name.clone(), table::take(column, &rows));
        let columns = self.metadata.columns().iter().map(taken);
        let extracted = Self {
            metadata: Metadata::try_new(columns.collect(), documents.len())?,
            own_columns: self.own_columns,
            ..built
        };
        Ok(extracted.annotated_as(self, documents)?.heard_as(self))
    }

    /// With the layers of another corpus, of which these are the documents here.
    fn annotated_as(mut self, other: &Self, documents: &[DocId]) -> Result<Self> {
        for (number, layer) in other.layers.iter().enumerate() {
            let values = self
                .parts
                .iter()
                .map(|part| values_of(part, (other, number), documents))
                .collect::<Result<Vec<_>>>()?;
            let (words, numbers, counts) = chosen_values(&layer.values, &values)?;
            let parts = self.parts.into_iter().zip(values);
            let annotated = parts.map(|(part, values)| {
                let layer = PartLayer::new(&values).map(|layer| layer.renumbered(&numbers));
                part.with_layer(number, layer)
            });
            self.parts = annotated.collect();
            self.layers.push(Layer {
                values: Arc::new(words),
                counts,
                mismatches: None,
                hash: OnceLock::new(),
                ..layer.clone()
            });
        }
        Ok(self)
    }
}

/// The values that the tokens of a part have in a layer of the corpus of which its documents are some.
fn values_of(
    part: &Part,
    (corpus, layer): (&Corpus, usize),
    documents: &[DocId],
) -> Result<Vec<u32>> {
    let mut values = Vec::new();
    let first = part.documents().start.index();
    let own_documents = &documents[first..part.documents().end.index()];
    for (number, document) in (first..).zip(own_documents.iter().copied()) {
        let of = corpus.part_of(document);
        let own = of.own_values(layer);
        let before = values.len();
        of.each_own_value(layer, corpus.document_range(document), |value| {
            values.push(own[value as usize]);
        });
        let range = part.document_range(DocId::from_index(number));
        if values.len() - before != (range.end.number() - range.start.number()) as usize {
            return Err(Error::Parameter(format!(
                "document {:?} is cut into other tokens than when the corpus was built; build it anew, and annotate it",
                corpus.ids().name(document)
            )));
        }
    }
    Ok(values)
}
