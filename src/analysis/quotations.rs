//! Quotations as a table: of a corpus, or of texts without a corpus.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Int64Builder, LargeListBuilder, LargeStringBuilder};
use serde_json::json;

use super::heard::{Heard, Mentioned};
use super::quotation_rows::{Document, Row};
use super::quoted_sentences::{Source, sentence_column};
use crate::articles::{How, Quotation, ReportingVerbs, Speaker, Voices};
use crate::corpus::{DocId, Format, Ids, Scope};
use crate::error::Result;
use crate::table::{self, Column, Manifest, Table};
use crate::task::Task;
use crate::text::Texts;

/// How many documents or texts one worker takes at a time.
const DOCUMENTS_A_PART: usize = 4;

/// Every quotation in view, or each that mentions something, one row each.
///
/// Errors: for patterns as of [`find`](crate::query::find).
pub fn quotation_table(scope: &Scope, mentioned: Option<&Mentioned>, task: &Task) -> Result<Table> {
    let heard = Heard::mentioning(scope, mentioned, task)?;
    let parts = of_corpus(&heard, task)?;
    let source = Source::Corpus(scope.clone());
    let columns = quotation_columns(scope.corpus().ids(), &parts, source, task)?;
    Ok(Table::new(columns, heard.manifest("quotations")?))
}

/// Every quotation of texts, which are called as the documents of a corpus of them.
pub fn quotations_of_texts(
    texts: &Texts,
    format: Format,
    verbs: Option<&ReportingVerbs>,
    task: &Task,
) -> Result<Table> {
    task.expect(texts.len() as u64);
    let numbers: Vec<DocId> = (0..texts.len()).map(DocId::from_index).collect();
    let parts = in_parts(&numbers, task, |document| {
        let text = texts.get(document.index());
        let zones = format.article(text).0.zones;
        task.advance(1);
        let verbs = verbs.unwrap_or_else(|| ReportingVerbs::listed());
        let voices = Voices::find(text, &zones, verbs);
        Ok(Document::new(document, text, voices))
    })?;
    let source = Source::Texts(texts.clone(), format);
    let columns = quotation_columns(&Ids::generated(texts.len()), &parts, source, task)?;
    let mut manifest = Manifest::new();
    manifest.insert("verb".into(), json!("quotations"));
    if let Some(verbs) = verbs {
        manifest.insert("reporting_verbs".into(), json!(verbs.hash()));
    }
    Ok(Table::new(columns, manifest))
}

fn of_corpus(heard: &Heard<'_>, task: &Task) -> Result<Vec<Document>> {
    let corpus = heard.scope.corpus();
    let documents = heard.scope.documents();
    let documents: Vec<DocId> = documents.filter(|one| heard.may_be_in(*one)).collect();
    task.restart();
    task.expect(documents.len() as u64);
    in_parts(&documents, task, |document| {
        task.advance(1);
        let voices = voices(heard, document)?;
        Ok(Document::new(document, corpus.text(document)?, voices))
    })
}

/// The voices of a document, with the quotations that are asked for.
pub(super) fn voices(heard: &Heard<'_>, document: DocId) -> Result<Voices> {
    let mut voices = heard.scope.corpus().voices_of(document)?;
    let speakers = &voices.speakers;
    voices.quotations.retain(|one| {
        let speaker = one.speaker.map(|speaker| speakers[speaker].name.as_str());
        heard.have(document, one, speaker)
    });
    Ok(voices)
}

/// What is found of each document, in parallel, in their order.
pub(super) fn in_parts<T: Send>(
    documents: &[DocId],
    task: &Task,
    find: impl Fn(DocId) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let parts = task.map(documents.chunks(DOCUMENTS_A_PART).collect(), |part| {
        let mut found = Vec::with_capacity(part.len());
        for document in part {
            task.check()?;
            found.push(find(*document)?);
        }
        Ok(found)
    })?;
    Ok(parts.into_iter().flatten().collect())
}

/// A name and what makes its column.
type Making<'d> = (&'static str, Box<dyn Fn() -> ArrayRef + Send + Sync + 'd>);

/// The columns, each made by one worker.
fn made(columns: Vec<Making<'_>>, task: &Task) -> Result<Vec<(String, Column)>> {
    task.map(columns, |(name, make)| Ok((name.to_owned(), make().into())))
}

fn found_in(documents: &[Document]) -> impl Iterator<Item = &Quotation> {
    documents
        .iter()
        .flat_map(|document| &document.voices.quotations)
}

/// Who speaks in each of the quotations of a document.
fn speakers_of(document: &Document) -> impl Iterator<Item = Option<&Speaker>> {
    let all = &document.voices.speakers;
    let quotations = document.voices.quotations.iter();
    quotations.map(|one| one.speaker.map(|speaker| &all[speaker]))
}

fn quotation_columns(
    ids: &Ids,
    documents: &[Document],
    source: Source,
    task: &Task,
) -> Result<Vec<(String, Column)>> {
    let owned = || {
        documents
            .iter()
            .flat_map(|document| document.rows.iter().map(move |row| (document, row)))
    };
    let rows = || owned().map(|(_, row)| row);
    let found = || found_in(documents);
    let speakers = || documents.iter().flat_map(speakers_of);
    let place = |name, of: fn(&Row) -> Option<u64>| -> Making<'_> {
        (
            name,
            Box::new(move || table::optional_counts(rows().map(of))),
        )
    };
    let content = |name, of: fn(&[Range<u64>]) -> Option<u64>| -> Making<'_> {
        let places = move || owned().map(move |(document, row)| of(document.spans_of(row)));
        (name, Box::new(move || table::optional_counts(places())))
    };
    let long_words = |name, of: fn(&Row) -> &Range<usize>| -> Making<'_> {
        let words = move || owned().map(move |(document, row)| document.words_in(of(row)));
        (name, Box::new(move || long(words)))
    };
    let words = |name, of: fn(&Row) -> Option<&Range<usize>>| -> Making<'_> {
        let words = move || {
            owned().map(move |(document, row)| of(row).map(|words| document.words_in(words)))
        };
        (name, Box::new(move || table::optional_strings(words())))
    };
    let named = |name, of: fn(&Quotation) -> Option<&str>| -> Making<'_> {
        (
            name,
            Box::new(move || table::optional_strings(found().map(of))),
        )
    };
    let of_speaker = |name, of: fn(&Speaker) -> Option<&String>| -> Making<'_> {
        let of = move |speaker: Option<_>| speaker.and_then(of);
        (
            name,
            Box::new(move || table::optional_strings(speakers().map(of))),
        )
    };
    let score = |name, of: fn(&Quotation) -> Option<f64>| -> Making<'_> {
        (
            name,
            Box::new(move || table::optional_scores(found().map(of))),
        )
    };
    let own = || table::strings(owned().map(|(document, _)| ids.name(document.id)));
    let all_spans = || spans(owned().map(|(document, row)| document.spans_of(row)));
    let truth = |name, of: fn(&Quotation) -> bool| -> Making<'_> {
        (
            name,
            Box::new(move || table::truths(found().map(|one| Some(of(one))))),
        )
    };
    let columns = vec![
        ("document", Box::new(own) as Box<_>),
        long_words("quotation", |row| &row.quotation),
        named("kind", |one| Some(one.kind.name())),
        long_words("content", |row| &row.content),
        content("content_start", |spans| {
            spans.first().map(|span| span.start)
        }),
        content("content_end", |spans| spans.last().map(|span| span.end)),
        ("content_spans", Box::new(all_spans)),
        words("cue", |row| row.cue.as_ref()),
        place("cue_start", |row| {
            row.cue_span.as_ref().map(|span| span.start)
        }),
        place("cue_end", |row| row.cue_span.as_ref().map(|span| span.end)),
        words("source", |row| row.source.as_ref()),
        place("source_start", |row| {
            row.source_span.as_ref().map(|span| span.start)
        }),
        place("source_end", |row| {
            row.source_span.as_ref().map(|span| span.end)
        }),
        of_speaker("speaker", |speaker| Some(&speaker.name)),
        of_speaker("role", |speaker| speaker.role.as_ref()),
        named("verb", |one| one.verb.as_deref()),
        named("verb_class", |one| one.class.as_deref()),
        truth("negated", |one| one.negated),
        named("zone", |one| Some(one.zone.name())),
        score("confidence", |one| Some(one.rule.confidence())),
        named("rule", |one| Some(one.rule.name())),
        score("speaker_confidence", |one| one.how.map(How::confidence)),
        named("speaker_rule", |one| one.how.map(How::name)),
        truth("questioned", |one| one.questioned),
    ];
    let mut columns = made(columns, task)?;
    let begins = documents.iter().map(Document::begins).collect();
    columns.push(("sentence".into(), sentence_column(source, begins)));
    Ok(columns)
}

/// A column of long strings, for which memory is taken once.
fn long<'s, I: Iterator<Item = &'s str>>(values: impl Fn() -> I) -> ArrayRef {
    let bytes = values().map(str::len).sum();
    let mut column = LargeStringBuilder::with_capacity(values().count(), bytes);
    values().for_each(|value| column.append_value(value));
    Arc::new(column.finish())
}

/// Starts and ends in turn, one list a row.
fn spans<'s>(rows: impl Iterator<Item = &'s [Range<u64>]>) -> ArrayRef {
    let mut lists = LargeListBuilder::new(Int64Builder::new());
    for row in rows {
        for span in row {
            lists
                .values()
                .append_value(i64::try_from(span.start).expect("fewer than 2^63 characters"));
            lists
                .values()
                .append_value(i64::try_from(span.end).expect("fewer than 2^63 characters"));
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}
