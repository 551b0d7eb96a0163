//! The quotations that a question is about: those in view, or of them those that mention something.

use std::ops::Range;

use super::concordance::search_manifest;
use crate::articles::Quotation;
use crate::corpus::{DocId, Position, Scope};
use crate::error::Result;
use crate::query::{PatternOptions, find};
use crate::table::Manifest;
use crate::task::Task;

/// What quotations are to mention: a match of any of the patterns.
#[derive(Clone, Debug)]
pub struct Mentioned {
    /// Patterns as of [`find`].
    pub patterns: Vec<String>,
    /// How they are read.
    pub options: PatternOptions,
}

/// The quotations in view, or of them those that mention something.
pub(super) struct Heard<'q> {
    pub scope: &'q Scope,
    mentioned: Option<(&'q Mentioned, Places)>,
}

/// Where patterns match in the texts of documents.
struct Places {
    /// The documents with a match, ascending, each with its range of `tokens`.
    documents: Vec<(DocId, Range<usize>)>,
    /// Where the first and the last token of each match begin, in bytes of the document.
    tokens: Vec<(usize, usize)>,
}

impl<'q> Heard<'q> {
    /// All quotations in view.
    pub(super) const fn all(scope: &'q Scope) -> Self {
        let mentioned = None;
        Self { scope, mentioned }
    }

    /// Those that mention something, or all.
    ///
    /// Errors: as of [`find`].
    pub(super) fn mentioning(
        scope: &'q Scope,
        mentioned: Option<&'q Mentioned>,
        task: &Task,
    ) -> Result<Self> {
        let found = mentioned.map(|wanted| Ok((wanted, Places::find(scope, wanted, task)?)));
        let mentioned = found.transpose()?;
        Ok(Self { scope, mentioned })
    }

    /// Whether a document may have any.
    pub(super) fn may_be_in(&self, document: DocId) -> bool {
        let mut mentioned = self.mentioned.iter();
        mentioned.all(|(_, places)| !places.of(document).is_empty())
    }

    /// Whether a quotation of a document is one of them: its content is in view and has in one piece all
    /// of a match.
    pub(super) fn have(&self, document: DocId, one: &Quotation, speaker: Option<&str>) -> bool {
        let mut mentioned = self.mentioned.iter();
        self.scope.zone_kinds().contains(one.zone)
            && self.scope.hears(one.kind, speaker)
            && mentioned.all(|(_, places)| {
                let own = places.of(document);
                one.content.iter().any(|piece| holds_one(piece, own))
            })
    }

    /// What the manifest of an answer says of them.
    ///
    /// Errors: for a query that cannot be parsed.
    pub(super) fn manifest(&self, verb: &str) -> Result<Manifest> {
        match &self.mentioned {
            None => Ok(self.scope.manifest(verb)),
            Some((Mentioned { patterns, options }, _)) => {
                search_manifest(self.scope, verb, patterns, *options)
            }
        }
    }
}

impl Places {
    fn find(scope: &Scope, wanted: &Mentioned, task: &Task) -> Result<Self> {
        let corpus = scope.corpus();
        let spans = find(scope, &wanted.patterns, wanted.options, task)?;
        let mut documents: Vec<(DocId, Range<usize>)> = Vec::new();
        let mut tokens = Vec::with_capacity(spans.len());
        let mut starts = Vec::new();
        let mut positions = Position::new(0)..Position::new(0);
        for (first, behind) in spans.iter() {
            if first >= positions.end {
                task.check()?;
                let document = corpus.document_at(first);
                positions = corpus.document_range(document);
                starts.clear();
                let part = corpus.part_of(document);
                part.read_starts(document, positions.clone(), &mut starts);
                documents.push((document, tokens.len()..tokens.len()));
            }
            let start = |number: u32| starts[(number - positions.start.number()) as usize] as usize;
            tokens.push((start(first.number()), start(behind.number() - 1)));
            if let Some((_, own)) = documents.last_mut() {
                own.end = tokens.len();
            }
        }
        Ok(Self { documents, tokens })
    }

    /// The matches in a document, by their beginning.
    fn of(&self, document: DocId) -> &[(usize, usize)] {
        let found = self
            .documents
            .binary_search_by_key(&document, |(own, _)| *own);
        found.map_or(&[], |at| &self.tokens[self.documents[at].1.clone()])
    }
}

/// Whether the tokens of a match begin within some bytes.
fn holds_one(piece: &Range<usize>, matches: &[(usize, usize)]) -> bool {
    let from = matches.partition_point(|(first, _)| *first < piece.start);
    let begun = matches[from..].iter();
    let mut begun = begun.take_while(|(first, _)| *first < piece.end);
    begun.any(|(_, last)| *last < piece.end)
}
