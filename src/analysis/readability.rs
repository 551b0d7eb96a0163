//! Readability: sentences, words and syllables of documents or groups, and the formulas of them.

use std::ops::Range;

use arrow_array::ArrayRef;
use serde_json::json;

use super::frequency::check_names;
use super::terms::Terms;
use crate::articles::ZoneKind;
use crate::corpus::{Corpus, DocId, Groups, Position, Scope};
use crate::error::Result;
use crate::stats::{Readability, TextCounts};
use crate::table::{self, Table};
use crate::task::{Scratch, Task};
use crate::text::syllables;

/// How many types one worker looks at at a time.
const TYPES_A_PART: usize = 1 << 10;

/// What the paragraphs of every group of documents are made of, and a column a measure.
///
/// Rows are in the order of the groups.
pub fn readability(
    scope: &Scope,
    by: &[String],
    measures: &[String],
    task: &Task,
) -> Result<Table> {
    let measures = Readability::chosen(measures)?;
    let names: Vec<&str> = measures.iter().map(|measure| measure.name).collect();
    check_names(by, &[&TextCounts::NAMES, names.as_slice()].concat())?;
    let groups = Groups::by(scope, by)?;
    let terms = Terms::new(scope, true);
    let words = words(&terms, task)?;
    let rows = counted(&terms, &words, &groups, task)?;
    let mut columns = groups.labels().to_vec();
    for (number, name) in TextCounts::NAMES.into_iter().enumerate() {
        let values = rows.iter().map(|row| row[number]);
        columns.push((name.to_owned(), table::counts(values)));
    }
    let counts: Vec<TextCounts> = rows
        .iter()
        .map(|row| TextCounts::of_values(row.map(Some)))
        .collect();
    let column = |measure: &&Readability| -> (String, ArrayRef) {
        let scores = counts.iter().map(|counts| measure.score(counts));
        (measure.name.to_owned(), table::optional_scores(scores))
    };
    columns.extend(measures.iter().map(column));
    let mut manifest = scope.manifest("readability");
    manifest.insert("by".into(), json!(by));
    manifest.insert("measures".into(), json!(names));
    Ok(Table::new(columns, manifest))
}

/// The counts of one spelling, in the order of [`TextCounts::NAMES`] from words on.
type Word = [u32; 5];

/// The counts of every spelling.
fn words(terms: &Terms<'_>, task: &Task) -> Result<Vec<Word>> {
    let starts: Vec<usize> = (0..terms.len()).step_by(TYPES_A_PART).collect();
    let parts = task.map(starts, |start| {
        let range = start..terms.len().min(start + TYPES_A_PART);
        let number = |term: usize| u32::try_from(term).expect("fewer than 2^32 terms");
        Ok(range
            .map(|term| word(terms.name(number(term))))
            .collect::<Vec<Word>>())
    })?;
    Ok(parts.concat())
}

/// A mark is no word, and what a possessive leaves behind belongs to the word before it.
fn word(token: &str) -> Word {
    let length = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    if !token.contains(char::is_alphanumeric) {
        return Word::default();
    }
    let characters = length(token.chars().count());
    let letters = length(token.chars().filter(|mark| mark.is_alphabetic()).count());
    if token.starts_with(['\'', '\u{2019}', '\u{2BC}', '\u{FF07}']) {
        return [0, 0, 0, characters, letters];
    }
    let syllables = syllables(token);
    [1, syllables, u32::from(syllables > 2), characters, letters]
}

fn counted(
    terms: &Terms<'_>,
    words: &[Word],
    groups: &Groups,
    task: &Task,
) -> Result<Vec<[u64; 6]>> {
    let corpus = terms.scope().corpus();
    // Found before the work is spread: each part finds its own on the pool.
    for part in corpus.parts() {
        part.sentences(task)?;
    }
    task.expect(terms.scope().n_documents() as u64);
    let buffers = Scratch::new();
    task.map(groups.documents().iter().collect(), |documents| {
        buffers.with(Vec::new, |read| {
            let mut counts = [0; 6];
            for document in documents {
                task.check()?;
                task.advance(1);
                let mut last = None;
                for positions in paragraphs(terms.scope(), *document) {
                    let (first, behind) = sentences(corpus, &positions, task)?;
                    // Two pieces of what a voice says may stand in one sentence.
                    counts[0] += (behind - first) as u64 - u64::from(last == Some(first));
                    last = Some(behind - 1);
                    terms.read(positions, read);
                    add(&mut counts, words, read);
                }
            }
            Ok(counts)
        })
    })
}

fn add(counts: &mut [u64; 6], words: &[Word], read: &[u32]) {
    for term in read {
        for (count, of_word) in counts[1..].iter_mut().zip(words[*term as usize]) {
            *count += u64::from(of_word);
        }
    }
}

/// The paragraphs, or pieces of them, in view that have tokens.
fn paragraphs(scope: &Scope, document: DocId) -> Vec<Range<Position>> {
    let mut paragraphs = Vec::new();
    scope.each_zone_range(document, |positions| {
        if scope.corpus().zone_at(positions.start).0 == ZoneKind::Paragraph {
            paragraphs.push(positions);
        }
    });
    paragraphs
}

/// The number of the first sentence of some tokens of a zone, and that behind the last one.
fn sentences(corpus: &Corpus, zone: &Range<Position>, task: &Task) -> Result<(usize, usize)> {
    let sentences = corpus.part_at(zone.start).sentences(task)?;
    let last = Position::new(zone.end.number() - 1);
    let first = sentences.number_at(zone.start);
    Ok((first, sentences.number_at(last) + 1))
}
