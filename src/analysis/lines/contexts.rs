//! Contexts: what helps to understand a line, as columns beside it.

use std::collections::HashMap;

use arrow_array::ArrayRef;
use serde_json::json;

use super::voices::VoiceOf;
use super::walk::map_lines;
use crate::analysis::places::{Place, Placer};
use crate::analysis::{Citation, Concordance, Window, short_hash};
use crate::articles::acronyms;
use crate::corpus::{DocId, Position};
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;
use crate::text::folded;

/// How many lines or documents one worker takes at a time.
const A_PART: usize = 1 << 8;

/// What can be shown beside a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The kind of zone.
    Zone,
    /// The sentence.
    Sentence,
    /// Acronyms in what is shown, with what the document says that they stand for.
    Acronyms,
    /// The content of the innermost quotation that the node stands in.
    Quotation,
    /// Who says it, if the article tells.
    Speaker,
    /// The kind of that quotation, or `narration`.
    Voice,
    /// The verb by which it is reported.
    Verb,
    /// Its class.
    VerbClass,
    /// The place of the node, as a citation.
    Citation,
}

impl Context {
    const ALL: [Self; 9] = [
        Self::Zone,
        Self::Sentence,
        Self::Acronyms,
        Self::Quotation,
        Self::Speaker,
        Self::Voice,
        Self::Verb,
        Self::VerbClass,
        Self::Citation,
    ];

    /// The name of the column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zone => "zone",
            Self::Sentence => "sentence",
            Self::Acronyms => "acronyms",
            Self::Quotation => "quotation",
            Self::Speaker => "speaker",
            Self::Voice => "voice",
            Self::Verb => "verb",
            Self::VerbClass => "verb_class",
            Self::Citation => "citation",
        }
    }

    fn from_name(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|context| context.name() == name);
        found.ok_or_else(|| Error::unknown("context", name, Self::ALL.map(Self::name)))
    }
}

impl Concordance {
    /// The same lines with these contexts beside them.
    pub fn with_context<S: AsRef<str>>(&self, names: &[S]) -> Result<Self> {
        let contexts = names.iter().map(|name| Context::from_name(name.as_ref()));
        let contexts = contexts.collect::<Result<Vec<_>>>()?;
        let names: Vec<&str> = contexts.iter().map(|context| context.name()).collect();
        let parameters = json!({ "columns": names });
        self.with_columns(
            self.metadata().to_vec(),
            contexts,
            ("with_context", &parameters),
        )
    }

    /// The columns of the contexts, a row a line.
    pub(in crate::analysis) fn context_columns(
        &self,
        task: &Task,
    ) -> Result<Vec<(String, ArrayRef)>> {
        let told = |of| Ok(table::optional_strings(self.voices(of, task)?));
        let column = |context: &Context| {
            let column = match context {
                Context::Zone => table::strings(self.zones(task)?),
                Context::Sentence => table::strings(self.sentences(task)?),
                Context::Acronyms => table::optional_strings(self.acronyms(task)?),
                Context::Quotation => table::optional_strings(self.quotations(task)?),
                Context::Speaker => told(VoiceOf::Speaker)?,
                Context::Voice => told(VoiceOf::Kind)?,
                Context::Verb => told(VoiceOf::Verb)?,
                Context::VerbClass => told(VoiceOf::VerbClass)?,
                Context::Citation => table::strings(self.citations(task)?),
            };
            Ok((context.name().to_owned(), column))
        };
        self.contexts().iter().map(column).collect()
    }

    fn zones(&self, task: &Task) -> Result<Vec<&'static str>> {
        map_lines(self, task, |line| {
            line.part.zone_at(Position::new(line.first)).0.name()
        })
    }

    fn sentences(&self, task: &Task) -> Result<Vec<String>> {
        Window::Sentence.prepare(self.scope().corpus(), task)?;
        self.shown_places(Window::Sentence, task, |place| place.text.to_owned())
    }

    fn acronyms(&self, task: &Task) -> Result<Vec<Option<String>>> {
        let explained = self.explained(task)?;
        self.shown_places(self.window(), task, |place| {
            let acronyms = explained.get(&place.document)?.iter();
            let shown = acronyms.filter(|(short, _)| has_word(place.text, short));
            let written: Vec<String> = shown
                .map(|(short, long)| format!("{short}: {}", folded(long)))
                .collect();
            (!written.is_empty()).then(|| written.join("; "))
        })
    }

    /// The acronyms of the lines' documents, each as it is explained first.
    fn explained(&self, task: &Task) -> Result<HashMap<DocId, Vec<(&str, &str)>>> {
        let corpus = self.scope().corpus();
        let document = |line| self.document_of(self.span_number(line));
        let mut documents: Vec<DocId> = (0..self.len()).map(document).collect();
        task.sort(&mut documents, |document| *document)?;
        documents.dedup();
        let parts = task.map(
            documents.chunks(A_PART).collect(),
            |documents: &[DocId]| {
                let mut explained = Vec::new();
                for document in documents {
                    task.check()?;
                    let text = corpus.text(*document)?;
                    let mut own: Vec<(&str, &str)> = Vec::new();
                    for acronym in acronyms(text) {
                        let short = &text[acronym.short];
                        if own.iter().all(|(known, _)| *known != short) {
                            own.push((short, &text[acronym.long]));
                        }
                    }
                    explained.push((*document, own));
                }
                Ok(explained)
            },
        )?;
        Ok(parts.into_iter().flatten().collect())
    }

    fn citations(&self, task: &Task) -> Result<Vec<String>> {
        let corpus = self.scope().corpus();
        self.shown_places(self.window(), task, |place| {
            let citation = Citation {
                document: corpus.ids().name(place.document).to_owned(),
                characters: place.characters.clone(),
                hash: short_hash(corpus, place.document),
            };
            citation.to_string()
        })
    }

    /// What `of` makes of the place of each line, with the text that a window shows.
    fn shown_places<T: Send>(
        &self,
        window: Window,
        task: &Task,
        of: impl Fn(&Place<'_>) -> T + Sync,
    ) -> Result<Vec<T>> {
        let lines: Vec<usize> = (0..self.len()).collect();
        let parts = task.map(lines.chunks(A_PART).collect(), |lines: &[usize]| {
            let mut placer = Placer::new(self.scope(), window);
            let shown = |line: &usize| {
                task.check()?;
                let (first, behind) = self.span(*line);
                Ok(of(&placer.place(first, behind)?))
            };
            lines.iter().map(shown).collect::<Result<Vec<T>>>()
        })?;
        Ok(parts.into_iter().flatten().collect())
    }
}

/// Whether a word stands in a text, no part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        let is_apart = |mark: Option<char>| mark.is_none_or(|mark| !mark.is_alphanumeric());
        is_apart(before) && is_apart(behind)
    })
}
