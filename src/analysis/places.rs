//! Places: where the lines of a concordance stand in the texts, found in the order of the text.

use std::hint::black_box;
use std::ops::{BitXor, Range};

use super::windows::Window;
use crate::corpus::{Corpus, DocId, Near, Part, Position, Scope, Source, Words};
use crate::error::Result;

/// Where a line stands in its document, and what is shown of it.
pub(super) struct Place<'c> {
    pub(super) document: DocId,
    /// The number of the match's first token within the document.
    pub(super) position: u32,
    /// Where the match begins and ends, in characters.
    pub(super) characters: Range<usize>,
    /// What is shown, as the text has it.
    pub(super) text: &'c str,
    /// The match, in bytes of what is shown.
    node: Range<usize>,
}

impl<'c> Place<'c> {
    /// What is shown before the match, the match, and what is shown behind it, in bytes of the text.
    pub(super) fn bounds(&self) -> [Range<usize>; 3] {
        let (node, len) = (self.node.clone(), self.text.len());
        let left = self.text[..node.start].trim_end().len();
        let right = len - self.text[node.end..].trim_start().len();
        [0..left, node, right..len]
    }

    /// The same as strings.
    pub(super) fn strings(&self) -> [&'c str; 3] {
        self.bounds().map(|bytes| &self.text[bytes])
    }
}

/// The bytes that memory brings at a time.
const CACHE_LINE: usize = 64;
/// How many lines are looked for at a time, so that one does not wait for the memory of another.
pub(super) const LINES_AT_A_TIME: usize = 32;

/// Finds places; what it found last is where it looks first.
pub(super) struct Placer<'c> {
    corpus: &'c Corpus,
    /// The view that windows don't leave; none for all of the corpus.
    scope: Option<&'c Scope>,
    window: Window,
    at: Option<At<'c>>,
    /// A document, a byte of it and its offset in characters.
    known: (DocId, (usize, usize)),
}

/// A document and a zone in it.
#[derive(Clone)]
struct At<'c> {
    part: &'c Part,
    document: DocId,
    source: Source<'c>,
    tokens: Range<u32>,
    /// The zone's tokens and bytes.
    zone: (Range<u32>, Range<usize>),
    /// The tokens of it that are in view.
    stretch: Range<u32>,
}

/// A line before its text is looked at, in positions.
struct Draft<'c> {
    at: At<'c>,
    node: Range<u32>,
    /// What is shown.
    shown: Range<u32>,
    /// One token more on either side, up to which marks may reach.
    seen: Range<u32>,
    near: Near,
}

impl<'c> Placer<'c> {
    /// For lines with so much of the text around each match.
    pub(super) fn new(scope: &'c Scope, window: Window) -> Self {
        Self {
            scope: Some(scope),
            ..Self::of_corpus(scope.corpus(), window)
        }
    }

    /// For lines with so much of the text around each match, in view or not.
    pub(super) fn of_corpus(corpus: &'c Corpus, window: Window) -> Self {
        Self {
            corpus,
            scope: None,
            window,
            at: None,
            known: (DocId::new(0), (0, 0)),
        }
    }

    /// The place of one match.
    ///
    /// Errors: [`Error::Corrupt`](crate::Error::Corrupt) where a mapped file has changed.
    pub(super) fn place(&mut self, first: Position, behind: Position) -> Result<Place<'c>> {
        let draft = self.draft(first, behind);
        let mut starts = Vec::with_capacity(draft.seen.len());
        draft.append_starts(&mut starts);
        self.finished(&draft, &starts)
    }

    /// Passes on the places of matches, in their order.
    ///
    /// Lines are far from each other in memory, so what will be read is touched for several of them at
    /// once: no result depends on that, but waiting for each line takes twice the time.
    ///
    /// Errors: as of [`place`](Self::place).
    pub(super) fn each_place(
        &mut self,
        matches: impl Iterator<Item = (Position, Position)>,
        mut pass: impl FnMut(&Place<'c>) -> Result<()>,
    ) -> Result<()> {
        let (mut matches, mut starts) = (matches, Vec::new());
        let mut drafts = Vec::with_capacity(LINES_AT_A_TIME);
        loop {
            let some = matches.by_ref().take(LINES_AT_A_TIME);
            drafts.extend(some.map(|(first, behind)| self.draft(first, behind)));
            if drafts.is_empty() {
                return Ok(());
            }
            black_box(drafts.iter().map(Draft::fetch).fold(0, BitXor::bitxor));
            for draft in &drafts {
                draft.append_starts(&mut starts);
            }
            let own = || {
                drafts.iter().scan(0, |behind, draft| {
                    let first = *behind;
                    *behind += draft.seen.len();
                    Some((draft, &starts[first..*behind]))
                })
            };
            let fetch = |(draft, starts)| Draft::fetch_text(draft, starts);
            black_box(own().map(fetch).fold(0, BitXor::bitxor));
            for (draft, starts) in own() {
                pass(&self.finished(draft, starts)?)?;
            }
            drafts.clear();
            starts.clear();
        }
    }

    /// A line to be placed.
    fn draft(&mut self, first: Position, behind: Position) -> Draft<'c> {
        let at = self.at_of(first).clone();
        let (node, zone) = (first.number()..behind.number(), &at.zone.0);
        let shown = self.window.shown(at.part, &node, &at.stretch);
        let seen = shown.start.saturating_sub(1).max(zone.start)
            ..shown.end.saturating_add(1).min(zone.end);
        let near = at.part.start_near(at.document, Position::new(seen.start));
        Draft {
            at,
            node,
            shown,
            seen,
            near,
        }
    }

    /// The place of a line, given where the tokens begin that it sees.
    fn finished(&mut self, draft: &Draft<'c>, starts: &[u32]) -> Result<Place<'c>> {
        let Draft { at, node, .. } = draft;
        let types = self.corpus.vocabulary().types();
        let bytes = draft.start(starts, node.start)..draft.end(starts, node.end - 1, types);
        let stretch = if self.window == Window::Tokens(0, 0) {
            bytes.clone()
        } else {
            draft.stretch(starts, types)?
        };
        let text = at.source.excerpt(stretch.clone())?;
        let start = bytes.start.checked_sub(stretch.start);
        let shown = start.map(|start| start..start + bytes.len());
        let within = shown.filter(|node| text.get(node.clone()).is_some());
        let shown = within.ok_or_else(|| {
            let message = format!("the word at bytes {bytes:?} is not in its line");
            at.part.wrong("token_starts", message)
        })?;
        let characters = |byte, known| at.part.characters(at.document, byte, known);
        let (document, known) = self.known;
        let is_before = document == at.document && known.0 <= bytes.start;
        let from = characters(bytes.start, if is_before { known } else { (0, 0) });
        let to = characters(bytes.end, (bytes.start, from));
        self.known = (at.document, (bytes.start, from));
        Ok(Place {
            document: at.document,
            position: node.start - at.tokens.start,
            characters: from..to,
            text,
            node: shown,
        })
    }

    /// The document, the zone and the stretch of a position.
    fn at_of(&mut self, position: Position) -> &At<'c> {
        let number = position.number();
        let whole = |range: &Range<Position>| range.start.number()..range.end.number();
        let known = self.at.take();
        let same = known.filter(|at| at.tokens.contains(&number));
        let mut at = same.unwrap_or_else(|| {
            let part = self.corpus.part_at(position);
            let document = part.document_at(position);
            At {
                part,
                document,
                source: part.source(document),
                tokens: whole(&part.document_range(document)),
                zone: (0..0, 0..0),
                stretch: 0..0,
            }
        });
        if !at.zone.0.contains(&number) {
            let (_, bytes, tokens) = at.part.zone_in(at.document, position);
            at.zone = (whole(&tokens), bytes);
        }
        if !at.stretch.contains(&number) {
            let stretch = self.scope.and_then(|scope| scope.stretch_at(position));
            at.stretch = stretch.map_or_else(|| at.zone.0.clone(), |stretch| whole(&stretch));
        }
        self.at.insert(at)
    }
}

impl Draft<'_> {
    /// Bits from where the line will be looked up.
    fn fetch(&self) -> u64 {
        let last = Position::new(self.node.end - 1);
        self.at.part.fetch_starts(&self.near) ^ u64::from(self.at.part.fetch_type(last))
    }

    /// Bits of the text of the line.
    fn fetch_text(&self, starts: &[u32]) -> u8 {
        let byte = |at: usize| self.at.source.bytes().get(at).copied().unwrap_or_default();
        let from = starts[0] as usize;
        byte(from) ^ byte(from + CACHE_LINE)
    }

    fn append_starts(&self, starts: &mut Vec<u32>) {
        let seen = Position::new(self.seen.start)..Position::new(self.seen.end);
        self.at.part.append_starts(seen, &self.near, starts);
    }

    /// Where a token begins that the line sees.
    fn start(&self, starts: &[u32], position: u32) -> usize {
        starts[(position - self.seen.start) as usize] as usize
    }

    /// Where it ends.
    fn end(&self, starts: &[u32], position: u32, types: &Words) -> usize {
        let word = self.at.part.type_at(Position::new(position));
        self.start(starts, position) + types.bytes(word.index()).len()
    }

    /// The bytes of what is shown, with the marks that touch it.
    fn stretch(&self, starts: &[u32], types: &Words) -> Result<Range<usize>> {
        let (shown, seen, zone) = (&self.shown, &self.seen, &self.at.zone.1);
        let (from, last) = (
            self.start(starts, shown.start),
            self.start(starts, shown.end - 1),
        );
        let before = if seen.start < shown.start {
            self.start(starts, seen.start) + 1
        } else {
            zone.start
        };
        let next = if shown.end < seen.end {
            self.start(starts, shown.end)
        } else {
            zone.end
        };
        let source = &self.at.source;
        let from = if let Some(from) = apart_before(source.bytes(), before..from) {
            from
        } else {
            let before = if seen.start < shown.start {
                self.end(starts, seen.start, types)
            } else {
                zone.start
            };
            from - touching_before(source.excerpt(before..from)?)
        };
        let to = if let Some(to) = apart_behind(source.bytes(), last..next) {
            to
        } else {
            let to = self.end(starts, shown.end - 1, types);
            to + touching_behind(source.excerpt(to..next)?)
        };
        Ok(from..to)
    }
}

/// The byte behind the last white space of some bytes of ASCII; none where it takes more to know it.
///
/// No word has white space of ASCII in it but for such before a character beyond ASCII.
fn apart_before(text: &[u8], bytes: Range<usize>) -> Option<usize> {
    let start = bytes.start;
    let text = text.get(bytes)?;
    let place = text.iter().rposition(|byte| !is_mark(*byte))?;
    is_space(text[place]).then_some(start + place + 1)
}

/// The first white space in some bytes of ASCII that is not part of a word; none where it takes more
/// to know it.
fn apart_behind(text: &[u8], bytes: Range<usize>) -> Option<usize> {
    let start = bytes.start;
    let text = text.get(bytes)?;
    let place = text.iter().position(|byte| !is_mark(*byte))?;
    let behind = text[place..].iter().find(|byte| !is_space(**byte));
    let known = is_space(text[place]) && behind.is_none_or(u8::is_ascii);
    known.then_some(start + place)
}

/// Whether a byte is a character that is not white space.
fn is_mark(byte: u8) -> bool {
    byte.is_ascii() && !is_space(byte)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The bytes at the end of `gap` that no white space separates from what follows.
fn touching_before(gap: &str) -> usize {
    let apart = gap.trim_end_matches(|mark: char| !mark.is_whitespace());
    gap.len() - apart.len()
}

/// The bytes at the beginning of `gap` that no white space separates from what precedes.
fn touching_behind(gap: &str) -> usize {
    gap.find(char::is_whitespace).unwrap_or(gap.len())
}
