//! Marks that stand alone, such as a heading, with the words of a quotation that names its speaker.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::super::find::Record;
use super::Play;
use crate::articles::quotations::{QuotationKind, Rule};
use crate::articles::zones::ZoneKind;

impl Play<'_> {
    /// The record with a source that has the words of one that stands alone, such as a heading.
    pub(super) fn echo(&self, number: usize, records: &[Record]) -> Option<usize> {
        let quotation = &records[number].quotation;
        if quotation.rule != Rule::MarksAlone {
            return None;
        }
        let words = &self.stage.cast.text[quotation.content.first()?.clone()];
        let known = beginning(words).and_then(|begins| self.said.get(&begins).copied());
        known.or_else(|| self.within_another(number, words, records))
    }

    /// The record below a heading that has its words among others.
    fn within_another(&self, number: usize, words: &str, records: &[Record]) -> Option<usize> {
        if records[number].quotation.zone != ZoneKind::Heading {
            return None;
        }
        let text = self.stage.cast.text;
        let own = letters(words);
        let heading = records[number].quotation.content[0].start;
        let first = self
            .contents
            .partition_point(|(span, _)| span.start <= heading);
        let below = self.contents[first..].iter().take(BELOW);
        below
            .filter(|(_, other)| records[*other].quotation.source.is_some())
            .find(|(span, _)| {
                let end = span.end.min(span.start + LONGEST_ECHO);
                text.get(span.start..end)
                    .is_some_and(|content| letters(content).contains(&own))
            })
            .map(|(_, other)| *other)
    }
}

/// What is said within marks where somebody is named, by how it begins.
pub(super) fn said(text: &str, records: &[Record]) -> HashMap<String, usize, FixedState> {
    let mut said = HashMap::default();
    if !records
        .iter()
        .any(|one| one.quotation.rule == Rule::MarksAlone)
    {
        return said;
    }
    for (number, record) in records.iter().enumerate() {
        let quotation = &record.quotation;
        if quotation.kind != QuotationKind::Direct || quotation.source.is_none() {
            continue;
        }
        for span in &quotation.content {
            if let Some(words) = beginning(&text[span.clone()]) {
                said.entry(words).or_insert(number);
            }
        }
    }
    said
}

/// How many contents below a heading are looked at, and how many bytes of each.
const BELOW: usize = 12;
const LONGEST_ECHO: usize = 400;

/// Letters and digits alone, in small letters.
pub(super) fn letters(words: &str) -> String {
    let letters = words.chars().filter(|mark| mark.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// How many letters of two contents must be the same.
const SAME_LETTERS: usize = 16;

/// The first letters of a content, in small letters, if it has enough.
fn beginning(words: &str) -> Option<String> {
    let letters = words.chars().filter(|mark| mark.is_alphanumeric());
    let begins: String = letters
        .take(SAME_LETTERS)
        .flat_map(char::to_lowercase)
        .collect();
    (begins.chars().count() >= SAME_LETTERS).then_some(begins)
}
