//! The quotations of a document as they leave: strings with one space between words, and places in characters.

use std::ops::Range;

use crate::articles::{Quotation, Voices};
use crate::corpus::DocId;
use crate::text::add_folded;

/// The voices of a document, as they leave.
pub(super) struct Document {
    pub id: DocId,
    pub voices: Voices,
    pub rows: Vec<Row>,
    /// The strings of the rows, one behind the other.
    words: String,
    /// The spans of the contents of the rows, in characters.
    spans: Vec<Range<u64>>,
}

/// The strings of a quotation as they stand in those of its document, and its places in characters.
pub(super) struct Row {
    pub quotation: Range<usize>,
    pub content: Range<usize>,
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    pub spans: Range<usize>,
    pub cue_span: Option<Range<u64>>,
    pub source_span: Option<Range<u64>>,
}

impl Document {
    pub(super) fn new(id: DocId, text: &str, voices: Voices) -> Self {
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
            let (quotation, content) = words.add_whole(one);
            Row {
                quotation,
                content,
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
    pub(super) fn words_in(&self, words: &Range<usize>) -> &str {
        &self.words[words.clone()]
    }

    /// The spans of the content of one of its rows.
    pub(super) fn spans_of(&self, row: &Row) -> &[Range<u64>] {
        &self.spans[row.spans.clone()]
    }

    /// Where its quotations begin, in bytes.
    pub(super) fn begins(&self) -> (DocId, Vec<usize>) {
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

    /// Adds the words of a quotation, and those of its content, which stand among them if it is one stretch.
    fn add_whole(&mut self, one: &Quotation) -> (Range<usize>, Range<usize>) {
        let whole = whole(one);
        let [only] = one.content.as_slice() else {
            return (self.add(&whole), self.add_all(&one.content));
        };
        let start = self.all.len();
        self.add(&(whole.start..only.start));
        let content = self.add_behind(start, only);
        self.add_behind(start, &(only.end..whole.end));
        (start..self.all.len(), content)
    }

    /// Adds the words of a span to those of what stands right before it in the text, whose words begin at `start`.
    fn add_behind(&mut self, start: usize, span: &Range<usize>) -> Range<usize> {
        let words = &self.text[span.clone()];
        let before = self.text[..span.start].chars().next_back();
        let apart =
            words.starts_with(char::is_whitespace) || before.is_some_and(char::is_whitespace);
        if apart && self.all.len() > start && !words.trim_start().is_empty() {
            self.all.push(' ');
        }
        self.add(span)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::articles::{QuotationKind, Rule, ZoneKind};
    use crate::text::folded;

    fn quotation(content: Range<usize>, source: Range<usize>) -> Quotation {
        Quotation {
            kind: QuotationKind::Direct,
            content: vec![content],
            cue: None,
            source: Some(source),
            speaker: None,
            how: None,
            verb: None,
            class: None,
            negated: false,
            questioned: false,
            zone: ZoneKind::Paragraph,
            rule: Rule::Turn,
        }
    }

    proptest! {
        #[test]
        fn a_content_stands_among_the_words_of_its_quotation(
            parts in prop::array::uniform3("[ab \n\u{a0}é]{0,6}"),
        ) {
            let text = parts.concat();
            let start = parts[0].len();
            let content = start..start + parts[1].len();
            let one = quotation(content.clone(), 0..text.len());
            let voices = Voices { quotations: vec![one], speakers: Vec::new() };
            let found = Document::new(DocId::from_index(0), &text, voices);
            let row = &found.rows[0];
            prop_assert_eq!(found.words_in(&row.quotation), folded(&text));
            prop_assert_eq!(found.words_in(&row.content), folded(&text[content]));
        }
    }
}
