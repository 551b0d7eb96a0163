//! The acronyms that the documents of a segment explain, found when it is first asked and kept.

use std::ops::Range;

use super::Part;
use super::ids::DocId;
use super::segment::Segment;
use crate::articles::acronyms;
use crate::error::Result;
use crate::task::Task;

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 64;

/// An acronym where a document of a segment explains it.
#[derive(Clone, Debug)]
pub(super) struct Explained {
    row: usize,
    short: Range<usize>,
    long: Range<usize>,
    names: [Box<str>; 2],
}

/// An acronym where a document explains it.
#[derive(Clone, Copy, Debug)]
pub struct Explanation<'a> {
    /// The document.
    pub document: DocId,
    /// The letters, without the ending of a plural or a possessive.
    pub short: &'a str,
    /// What they stand for, with one space between words.
    pub long: &'a str,
    /// Where either stands, in bytes.
    pub places: [&'a Range<usize>; 2],
}

impl Part {
    /// What the documents of the part explain, in the order of the text. It is found on the first call
    /// and kept.
    pub fn explanations(
        &self,
        task: &Task,
    ) -> Result<impl ExactSizeIterator<Item = Explanation<'_>>> {
        let first = self.documents().start.index();
        let explained = self.segment().explained(task)?.iter();
        Ok(explained.map(move |one| Explanation {
            document: DocId::from_index(first + one.row),
            short: &one.names[0],
            long: &one.names[1],
            places: [&one.short, &one.long],
        }))
    }
}

impl Segment {
    fn explained(&self, task: &Task) -> Result<&[Explained]> {
        if let Some(found) = self.explained.get() {
            return Ok(found);
        }
        let rows: Vec<usize> = (0..self.n_documents()).collect();
        let found = task.map(
            rows.chunks(DOCUMENTS_A_PART).collect(),
            |rows: &[usize]| {
                let mut found = Vec::new();
                for row in rows {
                    task.check()?;
                    let text = self.rows.texts.text(*row)?;
                    let words = |place: &Range<usize>| {
                        let words = text[place.clone()].split_whitespace();
                        words.collect::<Vec<_>>().join(" ").into()
                    };
                    found.extend(acronyms(text).into_iter().map(|one| Explained {
                        row: *row,
                        names: [words(&one.short), words(&one.long)],
                        short: one.short,
                        long: one.long,
                    }));
                }
                Ok(found)
            },
        )?;
        // Two that ask at once find the same.
        Ok(self.explained.get_or_init(|| found.concat()))
    }
}
