//! Passages: the sentence, paragraph or document around a line.

use std::ops::Range;

use crate::analysis::places::Placer;
use crate::analysis::{Concordance, Window};
use crate::corpus::DocId;
use crate::error::{Error, Result};
use crate::task::Task;

/// A stretch of a text around a match, as the source has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'c> {
    /// The document.
    pub document: DocId,
    /// The text.
    pub text: &'c str,
    /// Where it stands in the document, in characters.
    pub characters: Range<usize>,
    /// Where the match stands in it, in characters.
    pub node: Range<usize>,
}

/// How much of a text a passage is.
const EXTENTS: [&str; 3] = ["sentence", "paragraph", "document"];

impl Concordance {
    /// The `sentence`, `paragraph` or `document` around a line.
    pub fn expand(&self, line: usize, to: &str, task: &Task) -> Result<Passage<'_>> {
        let corpus = self.scope().corpus();
        let window = match to {
            "sentence" => Window::Sentence,
            "paragraph" | "document" => Window::Paragraph,
            _ => return Err(Error::unknown("to", to, EXTENTS)),
        };
        window.prepare(corpus, task)?;
        let (first, behind) = self.span(line);
        // What is around a line is whole, whoever says it.
        let place = Placer::of_corpus(corpus, window).place(first, behind)?;
        let node = place.characters.clone();
        let [_, bytes, _] = place.bounds();
        let (text, before) = if to == "document" {
            (corpus.text(place.document)?, node.start)
        } else {
            (place.text, place.text[..bytes.start].chars().count())
        };
        let damaged = || {
            let message = format!("characters {node:?} are not those of the match");
            let part = corpus.part_of(place.document);
            part.wrong("character_counts", message)
        };
        let start = node.start.checked_sub(before).ok_or_else(damaged)?;
        let end = node.end.checked_sub(start).ok_or_else(damaged)?;
        Ok(Passage {
            document: place.document,
            text,
            characters: start..start + text.chars().count(),
            node: before..end,
        })
    }
}
