//! Places: where the lines of a concordance stand in the texts, found in the order of the text.

use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

use super::windows::Window;
use crate::corpus::{Corpus, DocId, Near, Part, Position, Scope, Source, Words};
use crate::error::Result;
use crate::prefetch::prefetch;

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

/// How many lines ahead their text is asked for, and as many before that where it begins.
const LINES_AHEAD: usize = 16;

/// Finds places; what it found last is where it looks first.
pub(super) struct Placer<'c> {
    corpus: &'c Corpus,
    /// The view that windows don't leave; none for all of the corpus.
    scope: Option<&'c Scope>,
    window: Window,
    at: Option<Rc<At<'c>>>,
    /// Where the first token of the line before was looked up.
    near: Near,
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
    at: Rc<At<'c>>,
    node: Range<u32>,
    /// What is shown.
    shown: Range<u32>,
    /// One token more on either side, up to which marks may reach.
    seen: Range<u32>,
    near: Near,
    /// Where these begin, in bytes, as soon as that is looked up.
    starts: Vec<u32>,
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
            near: Near::default(),
            known: (DocId::new(0), (0, 0)),
        }
    }

    /// The place of one match.
    ///
    /// Errors: [`Error::Corrupt`](crate::Error::Corrupt) where a mapped file has changed.
    pub(super) fn place(&mut self, first: Position, behind: Position) -> Result<Place<'c>> {
        let mut draft = self.draft(first, behind, Vec::new());
        draft.look_up_starts();
        self.finished(&draft)
    }

    /// Passes on the places of matches, in their order.
    ///
    /// Lines are far from each other in memory, so what will be read of a line is asked for while
    /// others are placed: waiting for each takes twice the time.
    ///
    /// Errors: as of [`place`](Self::place).
    pub(super) fn each_place(
        &mut self,
        mut matches: impl Iterator<Item = (Position, Position)>,
        mut pass: impl FnMut(&Place<'c>) -> Result<()>,
    ) -> Result<()> {
        let mut drafts = VecDeque::with_capacity(2 * LINES_AHEAD + 1);
        let mut starts = Vec::new();
        // How many of the drafts, the first, have starts.
        let mut n_looked_up = 0;
        loop {
            let next = matches.next();
            let (is_over, ahead) = match next {
                Some((first, behind)) => {
                    let draft = self.draft(first, behind, std::mem::take(&mut starts));
                    draft.prefetch_starts();
                    drafts.push_back(draft);
                    (false, LINES_AHEAD)
                }
                None => (true, 0),
            };
            while drafts.len() > n_looked_up + ahead {
                let draft: &mut Draft<'_> = &mut drafts[n_looked_up];
                draft.look_up_starts();
                draft.prefetch_text();
                n_looked_up += 1;
            }
            while n_looked_up > ahead {
                let draft = drafts.pop_front().expect("those that were looked up");
                n_looked_up -= 1;
                pass(&self.finished(&draft)?)?;
                starts = draft.starts;
            }
            if is_over {
                return Ok(());
            }
        }
    }

    /// A line to be placed, with room for its starts.
    fn draft(&mut self, first: Position, behind: Position, starts: Vec<u32>) -> Draft<'c> {
        let at = Rc::clone(self.at_of(first));
        let (node, zone) = (first.number()..behind.number(), &at.zone.0);
        let shown = self.window.shown(at.part, &node, &at.stretch);
        let seen = shown.start.saturating_sub(1).max(zone.start)
            ..shown.end.saturating_add(1).min(zone.end);
        let near = at
            .part
            .start_near(at.document, Position::new(seen.start), &self.near);
        self.near.clone_from(&near);
        Draft {
            at,
            node,
            shown,
            seen,
            near,
            starts,
        }
    }

    /// The place of a line whose starts are looked up.
    fn finished(&mut self, draft: &Draft<'c>) -> Result<Place<'c>> {
        let Draft { at, node, .. } = draft;
        let types = self.corpus.vocabulary().types();
        let bytes = draft.start(node.start)..draft.end(node.end - 1, types);
        let stretch = if self.window == Window::Tokens(0, 0) {
            bytes.clone()
        } else {
            draft.stretch(types)?
        };
        let text = at.source.excerpt(stretch.clone())?;
        let start = bytes.start.checked_sub(stretch.start);
        let shown = start.map(|start| start..start + bytes.len());
        let within = shown.and_then(|node| Some((text.get(node.clone())?, node)));
        let (written, shown) = within.ok_or_else(|| {
            let message = format!("the word at bytes {bytes:?} is not in its line");
            at.part.wrong("token_starts", message)
        })?;
        let (document, known) = self.known;
        let is_before = document == at.document && known.0 <= bytes.start;
        let known = if is_before { known } else { (0, 0) };
        let source = || at.source;
        let from = at
            .part
            .characters_in(at.document, source, bytes.start, known);
        self.known = (at.document, (bytes.start, from));
        Ok(Place {
            document: at.document,
            position: node.start - at.tokens.start,
            characters: from..from + written.chars().count(),
            text,
            node: shown,
        })
    }

    /// The document, the zone and the stretch of a position.
    fn at_of(&mut self, position: Position) -> &Rc<At<'c>> {
        let number = position.number();
        let known = self.at.take();
        let at = match known {
            Some(at) if at.stretch.contains(&number) => at,
            known => Rc::new(self.found(position, known.as_deref())),
        };
        self.at.insert(at)
    }

    /// The same, found; it may be the document of one that is known.
    fn found(&self, position: Position, known: Option<&At<'c>>) -> At<'c> {
        let number = position.number();
        let whole = |range: &Range<Position>| range.start.number()..range.end.number();
        let same = known.filter(|at| at.tokens.contains(&number)).cloned();
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
        let stretch = self.scope.and_then(|scope| scope.stretch_at(position));
        at.stretch = stretch.map_or_else(|| at.zone.0.clone(), |stretch| whole(&stretch));
        at
    }
}

impl Draft<'_> {
    /// Asks for what says where the line's tokens begin and its node ends.
    fn prefetch_starts(&self) {
        let last = Position::new(self.node.end - 1);
        self.at.part.prefetch_starts(&self.near);
        self.at.part.prefetch_type(last);
    }

    fn look_up_starts(&mut self) {
        let seen = Position::new(self.seen.start)..Position::new(self.seen.end);
        self.starts.clear();
        self.at
            .part
            .append_starts(seen, &self.near, &mut self.starts);
    }

    /// Asks for the text of the line, and for what its place in characters is found by.
    fn prefetch_text(&self) {
        let At {
            part,
            document,
            source,
            ..
        } = &*self.at;
        for start in [self.starts.first(), self.starts.last()]
            .into_iter()
            .flatten()
        {
            prefetch(source.bytes(), *start as usize);
        }
        part.prefetch_characters(*document, source, self.start(self.node.start));
    }

    /// Where a token begins that the line sees.
    fn start(&self, position: u32) -> usize {
        self.starts[(position - self.seen.start) as usize] as usize
    }

    /// Where it ends.
    fn end(&self, position: u32, types: &Words) -> usize {
        let word = self.at.part.type_at(Position::new(position));
        self.start(position) + types.bytes(word.index()).len()
    }

    /// The bytes of what is shown, with the marks that touch it.
    fn stretch(&self, types: &Words) -> Result<Range<usize>> {
        let (shown, seen, zone) = (&self.shown, &self.seen, &self.at.zone.1);
        let (from, last) = (self.start(shown.start), self.start(shown.end - 1));
        let before = if seen.start < shown.start {
            self.start(seen.start) + 1
        } else {
            zone.start
        };
        let next = if shown.end < seen.end {
            self.start(shown.end)
        } else {
            zone.end
        };
        let source = &self.at.source;
        let from = if let Some(from) = apart_before(source.bytes(), before..from) {
            from
        } else {
            let before = if seen.start < shown.start {
                self.end(seen.start, types)
            } else {
                zone.start
            };
            from - touching_before(source.excerpt(before..from)?)
        };
        let to = if let Some(to) = apart_behind(source.bytes(), last..next) {
            to
        } else {
            let to = self.end(shown.end - 1, types);
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
