//! Where the sentences of a part begin, found when it is first asked and kept.
//!
//! Every zone begins a sentence and none reaches over the end of its zone; a heading is one too. A token
//! belongs to the sentence in which it begins. Sentences without a token have no place here.

use std::ops::Range;

use super::Part;
use super::ids::Position;
use super::segment::Segment;
use crate::error::Result;
use crate::task::Task;
use crate::text::sentences_within;

/// The bytes of text that one worker takes at a time.
const BYTES_A_RUN: usize = 1 << 20;
/// How many sentences are found between two looks at the task.
const SENTENCES_A_CHECK: usize = 1024;

/// The sentences of a part, as the positions of their first tokens.
#[derive(Clone, Copy, Debug)]
pub struct Sentences<'a> {
    starts: &'a [u32],
    /// The positions of the part.
    first: u32,
    tokens: u32,
}

impl Part {
    /// The sentences of the part. They are found on the first call and kept.
    pub fn sentences(&self, task: &Task) -> Result<Sentences<'_>> {
        let positions = self.positions();
        Ok(Sentences {
            starts: self.segment().sentence_starts(task)?,
            first: positions.start.number(),
            tokens: positions.end.number() - positions.start.number(),
        })
    }
}

impl<'a> Sentences<'a> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.starts.is_empty()
    }

    /// The sentence of this number: the positions of its tokens, never none.
    pub fn get(self, number: usize) -> Range<Position> {
        let place = |local: u32| Position::new(self.first + local);
        let end = self.starts.get(number + 1).copied();
        place(self.starts[number])..place(end.unwrap_or(self.tokens))
    }

    /// The number of the sentence in which a position of the part lies.
    pub fn number_at(self, position: Position) -> usize {
        let local = position.number() - self.first;
        self.starts.partition_point(|start| *start <= local) - 1
    }

    /// The sentence in which a position of the part lies.
    pub fn at(self, position: Position) -> Range<Position> {
        self.get(self.number_at(position))
    }

    /// The positions at which sentences begin, ascending, all different.
    pub fn starts(self) -> impl ExactSizeIterator<Item = Position> + 'a {
        let first = self.first;
        self.starts
            .iter()
            .map(move |local| Position::new(first + local))
    }
}

/// A zone that has tokens.
struct Stretch {
    bytes: Range<usize>,
    positions: Range<u32>,
}

impl Segment {
    fn sentence_starts(&self, task: &Task) -> Result<&[u32]> {
        if let Some(found) = self.sentences.get() {
            return Ok(found);
        }
        let found = task.map(self.runs(), |run| {
            let mut starts = Vec::new();
            let mut tokens = Vec::new();
            for (document, zones) in run {
                let text = self.rows.texts.text(document)?;
                self.check_zones(document, text)?;
                for zone in zones {
                    self.read_starts(document, zone.positions.clone(), &mut tokens);
                    append_sentences(text, &zone, &tokens, (&mut starts, task))?;
                }
            }
            Ok(starts)
        })?;
        // Two that ask at once find the same.
        Ok(self.sentences.get_or_init(|| found.concat()))
    }

    /// The zones that have tokens, by document, in runs for a worker each.
    fn runs(&self) -> Vec<Vec<(usize, Vec<Stretch>)>> {
        let mut runs = Vec::new();
        let (mut run, mut bytes) = (Vec::new(), 0);
        for document in 0..self.n_documents() {
            let zones = self.zones.of(document);
            let zones = zones.filter(|(_, _, positions)| !positions.is_empty());
            let zones = zones.map(|(_, bytes, positions)| Stretch { bytes, positions });
            run.push((document, zones.collect()));
            bytes += self.rows.texts.bytes(document).len();
            if bytes >= BYTES_A_RUN {
                runs.push(std::mem::take(&mut run));
                bytes = 0;
            }
        }
        runs.push(run);
        runs
    }
}

/// Appends the positions at which the sentences of a zone begin, of whose tokens the starts are given.
fn append_sentences(
    text: &str,
    zone: &Stretch,
    tokens: &[u32],
    (starts, task): (&mut Vec<u32>, &Task),
) -> Result<()> {
    starts.push(zone.positions.start);
    let mut behind = 0;
    for (number, sentence) in sentences_within(text, zone.bytes.clone()).enumerate() {
        if number % SENTENCES_A_CHECK == 0 {
            task.check()?;
        }
        let before = |token: &&u32| (**token as usize) < sentence.start;
        behind += tokens[behind..].iter().take_while(before).count();
        let position = zone.positions.start + u32::try_from(behind).unwrap_or(u32::MAX);
        // One without a token begins where the next one does, or where the zone ends.
        if position < zone.positions.end && starts.last() != Some(&position) {
            starts.push(position);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Corpus, Documents, Format, Ids, Metadata, Position};
    use crate::task::Task;
    use crate::text::{Tokenizer, TokenizerOptions};

    fn starts(texts: &[&str], format: Format) -> Vec<u32> {
        let task = Task::new();
        let documents = Documents {
            ids: Ids::generated(texts.len()),
            texts: texts.iter().collect(),
            metadata: Metadata::empty(texts.len()),
            format,
        };
        let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        let corpus = Corpus::build(documents, tokenizer, &task).expect("texts");
        let found = corpus.parts().iter().map(|part| {
            let sentences = part.sentences(&task).expect("nobody cancels");
            for (number, start) in sentences.starts().enumerate() {
                assert_eq!(sentences.get(number).start, start);
                assert_eq!(sentences.at(start), sentences.get(number));
            }
            let starts = sentences.starts().map(Position::number);
            starts.collect::<Vec<_>>()
        });
        found.collect::<Vec<_>>().concat()
    }

    #[test]
    fn sentences_begin_at_tokens() {
        let rows: [(&[&str], &[u32]); 6] = [
            (&["We agree. They do not."], &[0, 2]),
            (&["One. *** Two."], &[0, 1]),
            (&["", "...", "One.", "", "Two"], &[0, 1]),
            (&["One. ..."], &[0]),
            (&["One", "two"], &[0, 1]),
            (&[], &[]),
        ];
        for (texts, expected) in rows {
            assert_eq!(starts(texts, Format::Plain), expected, "{texts:?}");
        }
    }

    #[test]
    fn every_zone_begins_a_sentence() {
        let text = "2031-03-04 Talks open\n\nPORT LUMEN, March 4 (VPS) -- Talks opened.\n\nA RIVER\n\nIt is long. It is old.";
        assert_eq!(starts(&[text], Format::News), [0, 3, 5, 10, 12, 14, 17]);
    }
}
