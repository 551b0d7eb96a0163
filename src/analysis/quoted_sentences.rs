//! In which sentence of its document each quotation begins, found when somebody asks.

use std::ops::Range;
use std::sync::Arc;

use arrow_schema::DataType;

use crate::articles::ZoneKind;
use crate::corpus::{DocId, Format, Scope};
use crate::error::Result;
use crate::table::{self, Column, Deferred};
use crate::task::Task;
use crate::text::{Texts, sentences_within};

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 64;

/// Where the texts of documents come from.
pub(super) enum Source {
    Corpus(Scope),
    Texts(Texts, Format),
}

impl Source {
    /// Passes the text of a document on with the places of its paragraphs, in bytes.
    fn read(&self, document: DocId, pass: impl FnOnce(&str, Vec<Range<usize>>)) -> Result<()> {
        let paragraph =
            |(kind, span): (ZoneKind, Range<usize>)| (kind == ZoneKind::Paragraph).then_some(span);
        match self {
            Self::Corpus(scope) => {
                let corpus = scope.corpus();
                let zones = corpus.zones_of(document);
                let spans = zones.filter_map(|(kind, span, _)| paragraph((kind, span)));
                pass(corpus.text(document)?, spans.collect());
            }
            Self::Texts(texts, format) => {
                let text = texts.get(document.index());
                let zones = format.article(text).0.zones.into_iter();
                let spans = zones.filter_map(|zone| paragraph((zone.kind, zone.span)));
                pass(text, spans.collect());
            }
        }
        Ok(())
    }
}

/// A column of the numbers of sentences, of documents with the bytes at which their rows begin.
pub(super) fn sentence_column(source: Source, documents: Vec<(DocId, Vec<usize>)>) -> Column {
    let n_rows = documents.iter().map(|(_, starts)| starts.len()).sum();
    let documents = Arc::new(documents);
    Column::Deferred(Deferred::new(DataType::Int64, n_rows, move |rows, task| {
        let (mut asked, mut skipped, mut behind) = (Vec::new(), 0, 0);
        for (document, starts) in documents.iter() {
            let first = behind;
            behind += starts.len();
            if first < rows.end && rows.start < behind {
                asked.push((*document, starts.as_slice()));
            } else if behind <= rows.start {
                skipped = behind;
            }
        }
        let numbers = numbers(&source, &asked, task)?;
        let own = numbers.into_iter().skip(rows.start - skipped);
        Ok(table::optional_counts(own.take(rows.len())))
    }))
}

fn numbers(
    source: &Source,
    documents: &[(DocId, &[usize])],
    task: &Task,
) -> Result<Vec<Option<u64>>> {
    let parts = task.map(documents.chunks(DOCUMENTS_A_PART).collect(), |part| {
        let mut found = Vec::new();
        for (document, starts) in part {
            task.check()?;
            source.read(*document, |text, paragraphs| {
                found.extend(of_document(text, &paragraphs, starts));
            })?;
        }
        Ok(found)
    })?;
    Ok(parts.concat())
}

/// The number of the sentence in which each byte lies, from 0; none outside of paragraphs.
fn of_document(text: &str, paragraphs: &[Range<usize>], starts: &[usize]) -> Vec<Option<u64>> {
    let last = starts.iter().max().copied().unwrap_or_default();
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for paragraph in paragraphs.iter().take_while(|span| span.start <= last) {
        sentences.extend(sentences_within(text, paragraph.clone()));
    }
    let number = |start: &usize| {
        let behind = sentences.partition_point(|sentence| sentence.start <= *start);
        let number = behind.checked_sub(1)?;
        (*start < sentences[number].end).then_some(number as u64)
    };
    starts.iter().map(number).collect()
}
