//! The quotations of documents, found when somebody first asks and kept, and whose words a token is by them.
//!
//! A token belongs to the content in which it begins. A content in several pieces, or one that goes on
//! in the next zone, is several ranges; none reaches over the end of a zone.

mod kept;
mod names;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use kept::{Cue, Cues, Kept};
pub use names::SpeakerNames;

use super::Part;
use super::ids::{DocId, Position};
use super::segment::Segment;
use crate::articles::{self, QuotationKind, ReportingVerbs, Zone};
use crate::error::Result;
use crate::task::Task;

/// The bytes of text that one worker takes at a time.
const BYTES_A_RUN: usize = 1 << 18;

/// Whose words are in view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// What anybody is quoted or reported to say.
    Quoted,
    /// All else.
    Narration,
    /// The contents of one kind of quotation, with what is quoted in them.
    Kind(QuotationKind),
    /// The words of a speaker: those whose innermost quotation is theirs.
    Speaker(String),
}

impl Voice {
    /// The names of voices that are not those of speakers.
    pub const NAMES: [&'static str; 5] = ["quoted", "narration", "direct", "mixed", "indirect"];

    /// The voice of a name; what names no other voice is a speaker.
    pub fn from_name(name: &str) -> Self {
        match name {
            "quoted" => Self::Quoted,
            "narration" => Self::Narration,
            _ => {
                let kind = QuotationKind::ALL
                    .into_iter()
                    .find(|kind| kind.name() == name);
                kind.map_or_else(|| Self::Speaker(name.to_owned()), Self::Kind)
            }
        }
    }

    /// Whether a quotation is of this voice.
    pub fn takes(&self, kind: QuotationKind, speaker: Option<&str>) -> bool {
        match self {
            Self::Quoted => true,
            Self::Narration => false,
            Self::Kind(wanted) => *wanted == kind,
            Self::Speaker(wanted) => speaker == Some(wanted),
        }
    }
}

/// A quotation of a part.
#[derive(Clone, Copy, Debug)]
pub struct Utterance<'a> {
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// Who says it, if the article tells.
    pub speaker: Option<&'a str>,
    /// The lemma of the cue, and its class.
    pub verb: Option<&'a str>,
    pub class: Option<&'a str>,
    pieces: &'a [Range<u32>],
}

impl Utterance<'_> {
    /// The pieces of its content, in bytes of the document.
    pub fn content(&self) -> impl Iterator<Item = Range<usize>> {
        let bytes = |byte: u32| byte as usize;
        self.pieces
            .iter()
            .map(move |piece| bytes(piece.start)..bytes(piece.end))
    }
}

/// The quotations of a segment by a list of verbs.
#[derive(Debug, Default)]
pub(super) struct Hearing {
    /// The verbs, unless they are those of the project's list.
    verbs: Option<Arc<ReportingVerbs>>,
    /// The names that its speakers are given.
    named: Option<Named>,
    documents: OnceLock<Box<[OnceLock<Kept>]>>,
    cues: Cues,
    voiced: OnceLock<Voiced>,
}

/// Names for the speakers of quotations that are found by verbs of the corpus's own, or by the project's.
#[derive(Debug)]
struct Named {
    names: Arc<SpeakerNames>,
    heard: Option<Arc<Hearing>>,
}

/// The quotations of a segment, in its own positions.
#[derive(Debug, Default)]
struct Voiced {
    /// The pieces of all contents by their beginning, the longer before the shorter.
    pieces: Vec<Piece>,
    /// What lies in any content, each stretch once; those of different quotations are apart.
    quoted: Vec<Range<u32>>,
    /// Stretches of which the innermost quotation is the same.
    innermost: Vec<Piece>,
    quotations: Vec<Heard>,
    /// The contents of all quotations, in bytes of their documents.
    contents: Vec<Range<u32>>,
    speakers: Vec<String>,
    cues: Vec<Cue>,
}

#[derive(Clone, Debug)]
struct Piece {
    tokens: Range<u32>,
    quotation: u32,
}

#[derive(Debug)]
struct Heard {
    kind: QuotationKind,
    /// The number of the speaker's name.
    speaker: Option<u32>,
    /// That of the cue.
    cue: u32,
    /// Those of the pieces of the content.
    content: Range<u32>,
}

/// The quotations of a part.
#[derive(Clone, Copy, Debug)]
pub struct Utterances<'a> {
    voiced: &'a Voiced,
    part: &'a Part,
}

impl Part {
    /// The quotations of the part. They are found on the first call and kept.
    pub fn utterances(&self, task: &Task) -> Result<Utterances<'_>> {
        Ok(Utterances {
            voiced: self.hearing().voiced(self.segment(), task)?,
            part: self,
        })
    }

    /// The names of those who speak in it, as its articles have them, in the order in which they come up.
    pub(super) fn speakers_found(&self, task: &Task) -> Result<Vec<String>> {
        let heard = self.hearing_as_found();
        let found = task.map(runs(self.segment()), |run| {
            let mut names = Vec::new();
            for document in run {
                task.check()?;
                task.advance(1);
                let voices = heard.voices(self.segment(), document)?;
                names.extend(voices.speakers.into_iter().map(|speaker| speaker.name));
            }
            Ok(names)
        })?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The quotations of a document, and who speaks in them. They are found on the first call and kept.
    pub(super) fn voices(&self, document: DocId) -> Result<articles::Voices> {
        self.hearing().voices(self.segment(), self.row(document))
    }
}

impl<'a> Utterances<'a> {
    /// The innermost quotation in which some tokens of the part stand.
    pub fn around(self, first: Position, behind: Position) -> Option<Utterance<'a>> {
        let base = self.part.positions().start.number();
        let number = self
            .voiced
            .around(&(first.number() - base..behind.number() - base))?;
        let heard = &self.voiced.quotations[number as usize];
        let name = |speaker: u32| self.voiced.speakers[speaker as usize].as_str();
        let (verb, class) = &self.voiced.cues[heard.cue as usize];
        let pieces = heard.content.start as usize..heard.content.end as usize;
        Some(Utterance {
            kind: heard.kind,
            speaker: heard.speaker.map(name),
            verb: verb.as_deref(),
            class: class.as_deref(),
            pieces: &self.voiced.contents[pieces],
        })
    }

    /// The different names of speakers, in the order in which they come up.
    pub fn speakers(self) -> &'a [String] {
        &self.voiced.speakers
    }

    /// The positions of a voice, ascending: ranges of which none reaches into another.
    pub fn ranges(self, voice: &Voice) -> Vec<Range<u32>> {
        let base = self.part.positions().start.number();
        let own = match voice {
            Voice::Quoted => self.voiced.quoted.clone(),
            Voice::Narration => self.voiced.narrated(self.part.segment()),
            Voice::Kind(kind) => self.voiced.of_kind(*kind),
            Voice::Speaker(name) => self.voiced.of_speaker(name),
        };
        own.into_iter()
            .map(|range| base + range.start..base + range.end)
            .collect()
    }
}

impl Voiced {
    fn new(documents: Vec<Document>, cues: &Cues) -> Self {
        let mut all = Self::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for document in documents {
            let first = all.quotations.len();
            let own: Vec<u32> = document
                .voices
                .speakers
                .into_iter()
                .map(|speaker| {
                    *numbers.entry(speaker.name).or_insert_with_key(|name| {
                        all.speakers.push(name.clone());
                        number(all.speakers.len() - 1)
                    })
                })
                .collect();
            for one in document.voices.quotations {
                let from = number(all.contents.len());
                let bytes = |span: Range<usize>| number(span.start)..number(span.end);
                all.contents.extend(one.content.into_iter().map(bytes));
                all.quotations.push(Heard {
                    kind: one.kind,
                    speaker: one.speaker.map(|speaker| own[speaker]),
                    cue: cues.number(&(one.verb, one.class)),
                    content: from..number(all.contents.len()),
                });
            }
            let pieces = document.pieces.into_iter().map(|(tokens, own)| Piece {
                tokens,
                quotation: number(first + own),
            });
            all.pieces.extend(pieces);
        }
        all.cues = cues.all();
        all.quoted = united(all.pieces.iter().map(|piece| piece.tokens.clone()));
        all.innermost = innermost(&all.pieces);
        all
    }

    /// The number of the innermost quotation around some tokens.
    fn around(&self, tokens: &Range<u32>) -> Option<u32> {
        let at = self
            .innermost
            .partition_point(|piece| piece.tokens.end <= tokens.start);
        let piece = self.innermost.get(at)?;
        if piece.tokens.start > tokens.start {
            return None;
        }
        if piece.tokens.end >= tokens.end {
            return Some(piece.quotation);
        }
        // The tokens reach over its end: one of those that it lies in may hold all of them.
        let outer = self.quoted_at(tokens.start)?;
        let from = self
            .pieces
            .partition_point(|piece| piece.tokens.start < outer.start);
        let to = self
            .pieces
            .partition_point(|piece| piece.tokens.start <= tokens.start);
        let around = |piece: &&Piece| piece.tokens.end >= tokens.end;
        let found = self.pieces[from..to].iter().rev().find(around)?;
        Some(found.quotation)
    }

    fn quoted_at(&self, token: u32) -> Option<&Range<u32>> {
        let at = self.quoted.partition_point(|range| range.end <= token);
        self.quoted.get(at).filter(|range| range.start <= token)
    }

    /// Whether two neighbours lie in contents that overlap.
    fn is_one(&self, token: u32, next: u32) -> bool {
        let quoted = self.quoted_at(token);
        quoted.is_some_and(|quoted| quoted.contains(&next))
    }

    fn of_kind(&self, kind: QuotationKind) -> Vec<Range<u32>> {
        let is_wanted = |piece: &&Piece| self.quotations[piece.quotation as usize].kind == kind;
        let pieces = self.pieces.iter().filter(is_wanted);
        united(pieces.map(|piece| piece.tokens.clone()))
    }

    fn of_speaker(&self, name: &str) -> Vec<Range<u32>> {
        let Some(speaker) = self.speakers.iter().position(|known| known == name) else {
            return Vec::new();
        };
        let speaker = Some(number(speaker));
        let is_theirs =
            |piece: &&Piece| self.quotations[piece.quotation as usize].speaker == speaker;
        let mut ranges: Vec<Range<u32>> = Vec::new();
        for piece in self.innermost.iter().filter(is_theirs) {
            let Range { start, end } = piece.tokens.clone();
            // What somebody quotes of their own words does not part the words around it.
            match ranges.last_mut() {
                Some(last) if last.end == start && self.is_one(start - 1, start) => {
                    last.end = end;
                }
                _ => ranges.push(start..end),
            }
        }
        ranges
    }

    /// What is in no content, zone by zone.
    fn narrated(&self, segment: &Segment) -> Vec<Range<u32>> {
        let mut ranges = Vec::new();
        let mut quoted = self.quoted.iter().peekable();
        for document in 0..segment.n_documents() {
            for (_, _, zone) in segment.zones.of(document) {
                let mut at = zone.start;
                while let Some(range) = quoted.next_if(|range| range.start < zone.end) {
                    if at < range.start {
                        ranges.push(at..range.start);
                    }
                    at = range.end;
                }
                if at < zone.end {
                    ranges.push(at..zone.end);
                }
            }
        }
        ranges
    }
}

/// A document's quotations, and the positions of their pieces with the number of the quotation.
struct Document {
    voices: articles::Voices,
    pieces: Vec<(Range<u32>, usize)>,
}

impl Hearing {
    pub(super) fn by(verbs: Arc<ReportingVerbs>) -> Self {
        Self {
            verbs: Some(verbs),
            ..Self::default()
        }
    }

    /// Those that another finds, or the segment's own, their speakers under these names.
    pub(super) fn named(names: Arc<SpeakerNames>, heard: Option<Arc<Self>>) -> Self {
        Self {
            named: Some(Named { names, heard }),
            ..Self::default()
        }
    }

    fn verbs(&self) -> &ReportingVerbs {
        let own = self.verbs.as_deref();
        own.unwrap_or_else(|| ReportingVerbs::listed())
    }

    /// The voices of a document of its segment.
    fn voices(&self, segment: &Segment, document: usize) -> Result<articles::Voices> {
        if let Some(Named { names, heard }) = &self.named {
            let heard = heard.as_deref().unwrap_or(&segment.heard);
            return Ok(names.given_to(heard.voices(segment, document)?));
        }
        let empty = || {
            (0..segment.n_documents())
                .map(|_| OnceLock::new())
                .collect()
        };
        let kept = &self.documents.get_or_init(empty)[document];
        if let Some(kept) = kept.get() {
            return Ok(kept.voices(&self.cues));
        }
        let text = segment.rows.texts.text(document)?;
        segment.check_zones(document, text)?;
        let zones = segment.zones.of(document);
        let zones: Vec<Zone> = zones.map(|(kind, span, _)| Zone { kind, span }).collect();
        let voices = articles::Voices::find(text, &zones, self.verbs());
        // Two that ask at once find the same.
        kept.get_or_init(|| Kept::new(&voices, &self.cues));
        Ok(voices)
    }

    fn voiced(&self, segment: &Segment, task: &Task) -> Result<&Voiced> {
        if let Some(found) = self.voiced.get() {
            return Ok(found);
        }
        let found = task.map(runs(segment), |run| {
            let of_document = |document| {
                task.check()?;
                let voices = self.voices(segment, document)?;
                Ok(Document::new(segment, document, voices))
            };
            run.map(of_document).collect::<Result<Vec<Document>>>()
        })?;
        let found = Voiced::new(found.into_iter().flatten().collect(), &self.cues);
        Ok(self.voiced.get_or_init(|| found))
    }
}

/// The documents of a segment in runs of some text each.
fn runs(segment: &Segment) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for document in 0..segment.n_documents() {
        bytes += segment.rows.texts.bytes(document).len();
        if bytes >= BYTES_A_RUN || document + 1 == segment.n_documents() {
            runs.push(first..document + 1);
            (first, bytes) = (document + 1, 0);
        }
    }
    runs
}

impl Document {
    fn new(segment: &Segment, document: usize, voices: articles::Voices) -> Self {
        let zones = segment.zones.of(document);
        let positions: Vec<Range<u32>> = zones.map(|(.., tokens)| tokens).collect();
        let tokens = segment.positions_of(document);
        let mut starts = Vec::new();
        segment.read_starts(document, tokens.clone(), &mut starts);
        let before = |byte: usize| {
            let passed = starts.partition_point(|start| (*start as usize) < byte);
            tokens.start + number(passed)
        };
        let mut pieces = Vec::new();
        for (quotation, one) in voices.quotations.iter().enumerate() {
            for span in &one.content {
                let whole = before(span.start)..before(span.end);
                let first = positions.partition_point(|zone| zone.end <= whole.start);
                let own = positions[first..]
                    .iter()
                    .take_while(|zone| zone.start < whole.end);
                for zone in own {
                    let piece = whole.start.max(zone.start)..whole.end.min(zone.end);
                    if !piece.is_empty() {
                        pieces.push((piece, quotation));
                    }
                }
            }
        }
        pieces.sort_by_key(|(piece, quotation)| (piece.start, Reverse(piece.end), *quotation));
        Self { voices, pieces }
    }
}

/// Ranges that overlap made one; they come by their beginning, and so they leave.
pub(super) fn united(ranges: impl Iterator<Item = Range<u32>>) -> Vec<Range<u32>> {
    let mut united: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match united.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => united.push(range),
        }
    }
    united
}

/// What is in one range of either list, cut where one of either ends.
pub(super) fn intersected(left: &[Range<u32>], right: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut both = Vec::new();
    let mut rest = right;
    for range in left {
        rest = &rest[rest.partition_point(|other| other.end <= range.start)..];
        let own = rest.iter().take_while(|other| other.start < range.end);
        both.extend(own.map(|other| other.start.max(range.start)..other.end.min(range.end)));
    }
    both
}

/// The stretches of one innermost piece each: of pieces that overlap, the one that begins last.
fn innermost(pieces: &[Piece]) -> Vec<Piece> {
    let mut stretches = Vec::new();
    let (mut open, mut at): (Vec<&Piece>, u32) = (Vec::new(), 0);
    let mut pass = |open: &mut Vec<&Piece>, at: &mut u32, to: u32| {
        while let Some(inner) = open.last() {
            let end = inner.tokens.end.min(to);
            if *at < end {
                stretches.push(Piece {
                    tokens: *at..end,
                    quotation: inner.quotation,
                });
                *at = end;
            }
            if inner.tokens.end > to {
                break;
            }
            open.pop();
        }
        *at = to;
    };
    for piece in pieces {
        pass(&mut open, &mut at, piece.tokens.start);
        open.push(piece);
    }
    pass(&mut open, &mut at, u32::MAX);
    stretches
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer than bytes of a segment")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(ranges: &[(u32, u32)]) -> Vec<Piece> {
        let piece = |(quotation, (start, end)): (u32, &(u32, u32))| Piece {
            tokens: *start..*end,
            quotation,
        };
        (0..).zip(ranges).map(piece).collect()
    }

    type Row = (&'static [(u32, u32)], &'static [(u32, u32, u32)]);

    #[test]
    fn the_innermost_quotation_is_the_one_that_begins_last() {
        let rows: [Row; 6] = [
            (&[], &[]),
            (&[(0, 4)], &[(0, 4, 0)]),
            (
                &[(0, 9), (2, 4), (6, 9)],
                &[(0, 2, 0), (2, 4, 1), (4, 6, 0), (6, 9, 2)],
            ),
            (
                &[(0, 9), (0, 4), (1, 2)],
                &[(0, 1, 1), (1, 2, 2), (2, 4, 1), (4, 9, 0)],
            ),
            (
                &[(0, 4), (2, 6), (8, 9)],
                &[(0, 2, 0), (2, 6, 1), (8, 9, 2)],
            ),
            (&[(0, 4), (4, 6)], &[(0, 4, 0), (4, 6, 1)]),
        ];
        for (given, expected) in rows {
            let found = innermost(&pieces(given)).into_iter();
            let found = found.map(|piece| (piece.tokens.start, piece.tokens.end, piece.quotation));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{given:?}");
        }
    }

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "lists of ranges")]
    fn ranges_are_united_and_intersected() {
        assert_eq!(united([0..4, 1..2, 3..6, 6..8].into_iter()), [0..6, 6..8]);
        assert_eq!(
            intersected(&[0..6, 6..8], &[1..2, 4..7]),
            [1..2, 4..6, 6..7]
        );
        assert_eq!(intersected(&[0..6], &[]), []);
    }
}
