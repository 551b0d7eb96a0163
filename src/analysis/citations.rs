//! Citations: from `document:start-end#hash` back to the place in the text that it stands for.

use std::fmt::{self, Display, Formatter};
use std::ops::Range;
use std::str::FromStr;

use serde_json::json;

use super::concordance::Concordance;
use super::windows::Window;
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::query::Spans;
use crate::task::Task;

/// Some characters of a document, and the first eight digits of the hash of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The id of the document.
    pub document: String,
    /// The characters, half-open.
    pub characters: Range<usize>,
    /// The first 32 bits of the XXH3 hash of the text.
    pub hash: u32,
}

impl FromStr for Citation {
    type Err = Error;

    fn from_str(citation: &str) -> Result<Self> {
        let parsed = || {
            let (place, hash) = citation.rsplit_once('#')?;
            let (document, characters) = place.rsplit_once(':')?;
            let (start, end) = characters.split_once('-')?;
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let hexadecimal = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            let well_formed = digits(start) && digits(end) && hexadecimal && hash.len() == 8;
            let hash = u32::from_str_radix(hash, 16).ok().filter(|_| well_formed)?;
            Some(Self {
                document: document.to_owned(),
                characters: start.parse().ok()?..end.parse().ok()?,
                hash,
            })
        };
        parsed().ok_or_else(|| {
            Error::Parameter(format!(
                "citation must be as in \"text1:7-12#1d28d15c\", got {citation:?}"
            ))
        })
    }
}

impl Display for Citation {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.characters;
        write!(
            formatter,
            "{}:{start}-{end}#{:08x}",
            self.document, self.hash
        )
    }
}

/// What became of the place that a citation stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// It is where it was: its first position and the one behind its last.
    Found(Position, Position),
    /// No document of that id is in view.
    Gone,
    /// The document has another text.
    Changed,
    /// The text is the same, and the characters are not those of whole tokens in one zone in view.
    NotTokens,
}

impl Whereabouts {
    /// Where a citation leads in a scope.
    pub fn of(scope: &Scope, citation: &Citation) -> Self {
        let Ok(document) = scope.document(&citation.document) else {
            return Self::Gone;
        };
        if short_hash(scope.corpus(), document) != citation.hash {
            return Self::Changed;
        }
        match tokens_of(scope, document, &citation.characters) {
            Some((first, behind)) => Self::Found(first, behind),
            None => Self::NotTokens,
        }
    }

    /// The name by which users know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Found(..) => "same",
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::NotTokens => "not tokens",
        }
    }

    fn found(self, citation: &Citation) -> Result<(Position, Position)> {
        let why = match self {
            Self::Found(first, behind) => return Ok((first, behind)),
            Self::Gone => format!("no document {:?} is in view", citation.document),
            Self::Changed => format!(
                "document {:?} has another text; Coding.resolve looks for lines in edited texts",
                citation.document
            ),
            Self::NotTokens => "its characters are not those of whole tokens in view".to_owned(),
        };
        Err(Error::Citation(format!("{citation} leads nowhere: {why}")))
    }
}

/// The hash that a citation of a document has.
pub fn short_hash(corpus: &Corpus, document: DocId) -> u32 {
    let bits = corpus.text_hash(document) >> u32::BITS;
    u32::try_from(bits).expect("32 of 64 bits")
}

/// The lines that citations stand for, in their order, with so much of the text around each.
///
/// Errors: [`Error::Citation`] for the first that leads nowhere, saying why.
pub fn cited(
    scope: &Scope,
    citations: &[Citation],
    window: Window,
    task: &Task,
) -> Result<Concordance> {
    window.prepare(scope.corpus(), task)?;
    let mut places = Vec::with_capacity(citations.len());
    for citation in citations {
        task.check()?;
        places.push(Whereabouts::of(scope, citation).found(citation)?);
    }
    let mut sorted = places.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let spans = Spans::of_pairs(sorted);
    let number = |place: &(Position, Position)| {
        let number = spans.number(*place).expect("one of the spans");
        u32::try_from(number).expect("fewer spans than positions")
    };
    let order = places.iter().map(number).collect();
    let mut manifest = scope.manifest("cited");
    let written: Vec<String> = citations.iter().map(ToString::to_string).collect();
    manifest.insert("citations".into(), json!(written));
    Ok(Concordance::of(scope, spans, order, window, manifest))
}

/// The positions of the tokens that these characters are; none if they are not whole tokens of one
/// zone in view.
fn tokens_of(
    scope: &Scope,
    document: DocId,
    characters: &Range<usize>,
) -> Option<(Position, Position)> {
    let places = Places::new(scope.corpus(), document);
    let (first, behind) = (
        places.first_from(characters.start),
        places.first_from(characters.end),
    );
    let last = behind.checked_sub(1).filter(|last| *last >= first)?;
    if places.bounds(first).start != characters.start || places.bounds(last).end != characters.end {
        return None;
    }
    let whole = scope.has(places.position(first), places.position(behind));
    whole.then(|| (places.position(first), places.position(behind)))
}

/// The tokens of a document by number, and where they lie in characters.
struct Places<'c> {
    corpus: &'c Corpus,
    document: DocId,
    positions: Range<Position>,
}

impl<'c> Places<'c> {
    fn new(corpus: &'c Corpus, document: DocId) -> Self {
        Self {
            corpus,
            document,
            positions: corpus.document_range(document),
        }
    }

    fn position(&self, token: usize) -> Position {
        Position::from_index(self.positions.start.index() + token)
    }

    /// The characters of a token.
    fn bounds(&self, token: usize) -> Range<usize> {
        let (mut bytes, position) = (0..0, self.position(token));
        self.corpus
            .each_token(position..self.position(token + 1), |_, token| bytes = token);
        let characters = |byte, known| self.corpus.characters(self.document, byte, known);
        let start = characters(bytes.start, (0, 0));
        start..characters(bytes.end, (bytes.start, start))
    }

    /// The number of the first token that begins at this character or behind it.
    fn first_from(&self, character: usize) -> usize {
        let n_tokens = self.positions.end.index() - self.positions.start.index();
        let (mut low, mut high) = (0, n_tokens);
        while low < high {
            let middle = low.midpoint(high);
            if self.bounds(middle).start < character {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_written_as_it_was_read() {
        for written in ["a:0-1#00000000", "a:b#c:7-12#1d28d15c", ":3-4#ffffffff"] {
            let citation: Citation = written.parse().expect("a citation");
            assert_eq!(citation.to_string(), written);
        }
    }

    #[test]
    fn what_is_no_citation_is_refused() {
        let rows = [
            "",
            "a",
            "a:1-2",
            "a:1-2#1d28d15",
            "a:1-2#1d28d15cc",
            "a:1-2#+d28d15c",
            "a:1#1d28d15c",
            "a:+1-2#1d28d15c",
            "a:1-99999999999999999999#1d28d15c",
            "1-2#1d28d15c",
        ];
        for written in rows {
            assert!(written.parse::<Citation>().is_err(), "{written}");
        }
    }
}
