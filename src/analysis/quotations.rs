//! Quotations as a table: of a corpus, or of texts without a corpus.

use std::ops::Range;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Int64Builder, LargeListBuilder, LargeStringBuilder};
use serde_json::json;

use super::heard::{Heard, Mentioned};
use super::quoted_sentences::{Source, sentence_column};
use crate::articles::{How, Quotation, ReportingVerbs, Speaker, Voices};
use crate::corpus::{DocId, Format, Ids, Scope};
use crate::error::Result;
use crate::table::{self, Column, Manifest, Table};
use crate::task::Task;
use crate::text::{Texts, add_folded};

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

/// The voices of a document, as they leave.
struct Document {
    id: DocId,
    voices: Voices,
    rows: Vec<Row>,
    /// The strings of the rows, one behind the other.
    words: String,
    /// The spans of the contents of the rows, in characters.
    spans: Vec<Range<u64>>,
}

/// The strings of a quotation as they stand in those of its document, and its places in characters.
struct Row {
    quotation: Range<usize>,
    content: Range<usize>,
    cue: Option<Range<usize>>,
    source: Option<Range<usize>>,
    spans: Range<usize>,
    cue_span: Option<Range<u64>>,
    source_span: Option<Range<u64>>,
}

impl Document {
    fn new(id: DocId, text: &str, voices: Voices) -> Self {
        let characters = Characters::new(text, &voices.quotations);
        let bytes = voices.quotations.iter().map(most_bytes).sum();
        let mut words = Words {
            text,
            all: String::with_capacity(bytes),
        };
        let mut spans = Vec::with_capacity(voices.quotations.len());
        let rows = voices.quotations.iter().map(|one| {
            let from = spans.len();
            spans.extend(one.content.iter().map(|span| characters.span(span)));
            Row {
                quotation: words.add(&whole(one)),
                content: words.add_all(&one.content),
                cue: one.cue.as_ref().map(|span| words.add(span)),
                source: one.source.as_ref().map(|span| words.add(span)),
                spans: from..spans.len(),
                cue_span: one.cue.as_ref().map(|span| characters.span(span)),
                source_span: one.source.as_ref().map(|span| characters.span(span)),
            }
        });
        Self {
            id,
            rows: rows.collect(),
            words: words.all,
            spans,
            voices,
        }
    }

    /// A string of one of its rows.
    fn words_in(&self, words: &Range<usize>) -> &str {
        &self.words[words.clone()]
    }

    /// The spans of the content of one of its rows.
    fn spans_of(&self, row: &Row) -> &[Range<u64>] {
        &self.spans[row.spans.clone()]
    }

    /// Where its quotations begin, in bytes.
    fn begins(&self) -> (DocId, Vec<usize>) {
        let found = self.voices.quotations.iter();
        (self.id, found.map(|one| one.content[0].start).collect())
    }
}

/// Where a quotation has its words, cue and source, from the first to the last.
fn whole(one: &Quotation) -> Range<usize> {
    let whole = one.content.iter().chain(&one.cue).chain(&one.source);
    let start = whole.clone().map(|span| span.start).min();
    let end = whole.map(|span| span.end).max();
    start.unwrap_or_default()..end.unwrap_or_default()
}

/// How many bytes the strings of a quotation have at most.
fn most_bytes(one: &Quotation) -> usize {
    let parts = one.content.iter().chain(&one.cue).chain(&one.source);
    whole(one).len() + parts.map(|span| span.len() + 1).sum::<usize>()
}

/// The strings of a document's rows as they are made.
struct Words<'t> {
    text: &'t str,
    all: String,
}

impl Words<'_> {
    /// Adds the words of a span, with one space between them.
    fn add(&mut self, span: &Range<usize>) -> Range<usize> {
        let start = self.all.len();
        add_folded(&self.text[span.clone()], &mut self.all);
        start..self.all.len()
    }

    /// Adds the words of several spans as one string.
    fn add_all(&mut self, spans: &[Range<usize>]) -> Range<usize> {
        let start = self.all.len();
        for (number, span) in spans.iter().enumerate() {
            if number > 0 {
                self.all.push(' ');
            }
            self.add(span);
        }
        start..self.all.len()
    }
}

/// How many characters lie before the bytes at which spans begin and end; nothing of a text of ASCII, where it is
/// as many.
struct Characters {
    bytes: Vec<usize>,
    characters: Vec<u64>,
}

impl Characters {
    fn new(text: &str, quotations: &[Quotation]) -> Self {
        if text.is_ascii() {
            return Self {
                bytes: Vec::new(),
                characters: Vec::new(),
            };
        }
        let spans = quotations
            .iter()
            .flat_map(|one| one.content.iter().chain(&one.cue).chain(&one.source));
        let mut bytes: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut characters = Vec::with_capacity(bytes.len());
        let (mut at, mut passed) = (0, 0);
        for byte in &bytes {
            passed += text[at..*byte].chars().count() as u64;
            at = *byte;
            characters.push(passed);
        }
        Self { bytes, characters }
    }

    fn span(&self, span: &Range<usize>) -> Range<u64> {
        let at = |byte: usize| {
            if self.bytes.is_empty() {
                return byte as u64;
            }
            let place = self
                .bytes
                .binary_search(&byte)
                .expect("a byte that was counted");
            self.characters[place]
        };
        at(span.start)..at(span.end)
    }
}

/// A name and what makes its column.
type Making<'d> = (&'static str, Box<dyn Fn() -> ArrayRef + Send + Sync + 'd>);

/// The columns, each made by one worker.
fn made(columns: Vec<Making<'_>>, task: &Task) -> Result<Vec<(String, Column)>> {
    task.map(columns, |(name, make)| Ok((name.to_owned(), make().into())))
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
    let found = || {
        documents
            .iter()
            .flat_map(|document| &document.voices.quotations)
    };
    let speakers = || {
        documents.iter().flat_map(|document| {
            document.voices.quotations.iter().map(|one| {
                one.speaker
                    .map(|speaker| &document.voices.speakers[speaker])
            })
        })
    };
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
