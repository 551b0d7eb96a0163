//! Sentences as a table: those of the body of each document of a corpus, or of texts without a corpus.

use std::ops::Range;

use serde_json::json;

use crate::articles::ZoneKind;
use crate::corpus::{DocId, Format, Ids, Position, Scope};
use crate::error::Result;
use crate::table::{self, Manifest, Table};
use crate::task::Task;
use crate::text::{Texts, sentences_within};

/// How many documents or texts one worker takes at a time.
const DOCUMENTS_A_PART: usize = 64;
/// How many sentences are found between two looks at the task.
const SENTENCES_A_CHECK: usize = 1024;

/// Every sentence of the paragraphs in view: document, start and end in characters, number of tokens,
/// and the text if it is asked for.
pub fn sentence_table(scope: &Scope, with_text: bool, task: &Task) -> Result<Table> {
    let corpus = scope.corpus();
    let documents: Vec<DocId> = scope.documents().collect();
    let in_view = scope.zone_kinds().contains(ZoneKind::Paragraph);
    let parts = in_parts(&documents, task, |rows, document| {
        if !in_view {
            return Ok(());
        }
        let mut text = Text::new(document.number(), corpus.text(document)?);
        let mut starts = Vec::new();
        for (kind, bytes, positions) in corpus.zones_of(document) {
            if kind == ZoneKind::Paragraph {
                let part = corpus.part_of(document);
                part.read_starts(document, positions.clone(), &mut starts);
                let before = rows.documents.len();
                rows.push_zone(&mut text, &bytes, Some(&starts), (with_text, task))?;
                if scope.is_of_voices() {
                    rows.keep_heard(before, scope, positions.start);
                }
            }
        }
        Ok(())
    })?;
    let mut columns = columns(corpus.ids(), &parts);
    let tokens = parts.iter().flat_map(|rows| rows.tokens.iter().copied());
    columns.push(("tokens".to_owned(), table::counts(tokens)));
    if with_text {
        columns.push(texts_column(&parts));
    }
    let mut manifest = scope.manifest("sentences");
    manifest.insert("text".into(), json!(with_text));
    Ok(Table::new(columns, manifest))
}

/// Every sentence of the paragraphs of texts: document, start and end in characters, and the text if it
/// is asked for. Documents are called as those of a corpus of the texts.
pub fn sentences_of_texts(
    texts: &Texts,
    format: Format,
    with_text: bool,
    task: &Task,
) -> Result<Table> {
    task.expect(texts.len() as u64);
    let numbers: Vec<DocId> = (0..texts.len()).map(DocId::from_index).collect();
    let parts = in_parts(&numbers, task, |rows, document| {
        let mut text = Text::new(document.number(), texts.get(document.index()));
        for zone in format.article(text.whole).0.zones {
            if zone.kind == ZoneKind::Paragraph {
                rows.push_zone(&mut text, &zone.span, None, (with_text, task))?;
            }
        }
        task.advance(1);
        Ok(())
    })?;
    let mut columns = columns(&Ids::generated(texts.len()), &parts);
    if with_text {
        columns.push(texts_column(&parts));
    }
    Ok(Table::new(columns, Manifest::new()))
}

fn in_parts<'t>(
    documents: &[DocId],
    task: &Task,
    push: impl Fn(&mut Rows<'t>, DocId) -> Result<()> + Sync,
) -> Result<Vec<Rows<'t>>> {
    task.map(documents.chunks(DOCUMENTS_A_PART).collect(), |part| {
        let mut rows = Rows::default();
        for document in part {
            task.check()?;
            push(&mut rows, *document)?;
        }
        Ok(rows)
    })
}

fn columns(ids: &Ids, parts: &[Rows<'_>]) -> Vec<(String, arrow_array::ArrayRef)> {
    let documents = parts.iter().flat_map(|rows| &rows.documents);
    let names = documents.map(|document| ids.name(DocId::new(*document)));
    let starts = parts.iter().flat_map(|rows| rows.starts.iter().copied());
    let ends = parts.iter().flat_map(|rows| rows.ends.iter().copied());
    vec![
        ("document".to_owned(), table::strings(names)),
        ("start".to_owned(), table::counts(starts)),
        ("end".to_owned(), table::counts(ends)),
    ]
}

fn texts_column(parts: &[Rows<'_>]) -> (String, arrow_array::ArrayRef) {
    let texts = parts.iter().flat_map(|rows| &rows.texts);
    ("text".to_owned(), table::strings(texts))
}

/// A document on the way through its sentences: how many characters lie before a byte.
struct Text<'t> {
    document: u32,
    whole: &'t str,
    ascii: bool,
    byte: usize,
    characters: usize,
}

impl<'t> Text<'t> {
    fn new(document: u32, text: &'t str) -> Self {
        Self {
            document,
            whole: text,
            ascii: text.is_ascii(),
            byte: 0,
            characters: 0,
        }
    }

    /// The characters before a byte that is not before the last one asked for.
    fn characters(&mut self, byte: usize) -> u64 {
        let between = &self.whole[self.byte..byte];
        self.characters += if self.ascii {
            between.len()
        } else {
            between.chars().count()
        };
        self.byte = byte;
        self.characters as u64
    }
}

#[derive(Default)]
struct Rows<'t> {
    documents: Vec<u32>,
    starts: Vec<u64>,
    ends: Vec<u64>,
    tokens: Vec<u64>,
    texts: Vec<&'t str>,
}

impl<'t> Rows<'t> {
    /// Of the rows of a zone, from a number on, those with words of the voices in view, and how many.
    fn keep_heard(&mut self, from: usize, scope: &Scope, zone: Position) {
        let (mut at, mut kept) = (zone.number(), from);
        for row in from..self.documents.len() {
            let end = at + u32::try_from(self.tokens[row]).expect("fewer than positions");
            let seen = scope.n_tokens_within(&(Position::new(at)..Position::new(end)));
            at = end;
            if seen == 0 {
                continue;
            }
            self.documents[kept] = self.documents[row];
            self.starts[kept] = self.starts[row];
            self.ends[kept] = self.ends[row];
            self.tokens[kept] = seen;
            if !self.texts.is_empty() {
                self.texts[kept] = self.texts[row];
            }
            kept += 1;
        }
        self.documents.truncate(kept);
        self.starts.truncate(kept);
        self.ends.truncate(kept);
        self.tokens.truncate(kept);
        self.texts.truncate(kept);
    }

    /// Appends the sentences of a zone, of whose tokens the starts may be known.
    fn push_zone(
        &mut self,
        text: &mut Text<'t>,
        zone: &Range<usize>,
        mut tokens: Option<&[u32]>,
        (with_text, task): (bool, &Task),
    ) -> Result<()> {
        for (number, bytes) in sentences_within(text.whole, zone.clone()).enumerate() {
            if number % SENTENCES_A_CHECK == 0 {
                task.check()?;
            }
            self.documents.push(text.document);
            self.starts.push(text.characters(bytes.start));
            self.ends.push(text.characters(bytes.end));
            if let Some(starts) = &mut tokens {
                let within = |start: &&u32| (**start as usize) < bytes.end;
                let count = starts.iter().take_while(within).count();
                *starts = &starts[count..];
                self.tokens.push(count as u64);
            }
            if with_text {
                self.texts.push(&text.whole[bytes]);
            }
        }
        Ok(())
    }
}
