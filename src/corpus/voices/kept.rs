//! The voices of a document as few bytes, so that what was found once need not be found again.
//!
//! Numbers are written in groups of seven bits, the lowest first, with the eighth bit of a byte set where another
//! follows. A place is told by how far it lies from the one before.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{RwLock, RwLockReadGuard};

use crate::articles::{How, Quotation, QuotationKind, Rule, Speaker, Voices, ZoneKind};

/// The lemma of a cue, and the class of its verb.
pub(super) type Cue = (Option<Cow<'static, str>>, Option<Cow<'static, str>>);

/// The cues of some documents, each once.
#[derive(Debug, Default)]
pub(super) struct Cues(RwLock<Known>);

#[derive(Debug, Default)]
struct Known {
    cues: Vec<Cue>,
    numbers: HashMap<Cue, u32>,
}

impl Cues {
    /// All of them by their numbers.
    pub(super) fn all(&self) -> Vec<Cue> {
        self.known().cues.clone()
    }

    fn known(&self) -> RwLockReadGuard<'_, Known> {
        self.0.read().expect("nothing panics with it")
    }

    /// The number of a cue, which is added if it is new.
    pub(super) fn number(&self, cue: &Cue) -> u32 {
        if let Some(number) = self.known().numbers.get(cue) {
            return *number;
        }
        let mut known = self.0.write().expect("nothing panics with it");
        let Known { cues, numbers } = &mut *known;
        *numbers.entry(cue.clone()).or_insert_with(|| {
            cues.push(cue.clone());
            u32::try_from(cues.len() - 1).expect("fewer cues than 2^32")
        })
    }
}

/// The voices of a document.
#[derive(Debug)]
pub(super) struct Kept(Box<[u8]>);

impl Kept {
    pub(super) fn new(voices: &Voices, cues: &Cues) -> Self {
        let mut bytes = Vec::new();
        if *voices != Voices::default() {
            let mut writer = Writer {
                bytes: &mut bytes,
                at: 0,
            };
            writer.number(voices.speakers.len() as u64);
            for speaker in &voices.speakers {
                writer.words(Some(&speaker.name));
                writer.words(speaker.role.as_deref());
                writer.number(speaker.mentions as u64);
            }
            writer.number(voices.quotations.len() as u64);
            for one in &voices.quotations {
                writer.quotation(one, cues);
            }
        }
        Self(bytes.into())
    }

    /// The voices as they were given.
    pub(super) fn voices(&self, cues: &Cues) -> Voices {
        if self.0.is_empty() {
            return Voices::default();
        }
        let mut reader = Reader {
            bytes: &self.0,
            at: 0,
        };
        let speakers = (0..reader.number()).map(|_| Speaker {
            name: reader.words().unwrap_or_default(),
            role: reader.words(),
            mentions: index(reader.number()),
        });
        let speakers = speakers.collect();
        let known = cues.known();
        let quotations = (0..reader.number()).map(|_| reader.quotation(&known.cues));
        Voices {
            quotations: quotations.collect(),
            speakers,
        }
    }
}

struct Writer<'b> {
    bytes: &'b mut Vec<u8>,
    /// The last place.
    at: u64,
}

impl Writer<'_> {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    /// The length and one, and the words; 0 for none.
    fn words(&mut self, words: Option<&str>) {
        self.number(words.map_or(0, |words| words.len() as u64 + 1));
        self.bytes
            .extend_from_slice(words.unwrap_or_default().as_bytes());
    }

    fn span(&mut self, span: &Range<usize>) {
        self.place(span.start as u64);
        self.place(span.end as u64);
    }

    fn place(&mut self, place: u64) {
        let ahead = place.wrapping_sub(self.at).cast_signed();
        self.number((ahead << 1 ^ ahead >> 63).cast_unsigned());
        self.at = place;
    }

    fn quotation(&mut self, one: &Quotation, cues: &Cues) {
        let Quotation {
            kind,
            content,
            cue,
            source,
            speaker,
            how,
            verb,
            class,
            negated,
            questioned,
            zone,
            rule,
        } = one;
        let kind = *kind as u8;
        let truths = [*negated, *questioned, cue.is_some(), source.is_some()];
        let truths = truths.into_iter().zip(2..);
        let flags = truths.fold(kind, |all, (truth, bit)| all | u8::from(truth) << bit);
        let how = how.map_or(0, |how| how as u8 + 1);
        self.bytes
            .extend_from_slice(&[flags, *zone as u8, *rule as u8, how]);
        self.number(speaker.map_or(0, |speaker| speaker as u64 + 1));
        self.number(cues.number(&(verb.clone(), class.clone())).into());
        self.number(content.len() as u64);
        for span in content.iter().chain(cue).chain(source) {
            self.span(span);
        }
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: u64,
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.bytes.split_first().expect("as it was written");
        self.bytes = rest;
        *first
    }

    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    fn words(&mut self) -> Option<String> {
        let length = index(self.number().checked_sub(1)?);
        let (words, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        Some(String::from_utf8(words.to_vec()).expect("as it was written"))
    }

    fn span(&mut self) -> Range<usize> {
        let start = self.place();
        start..self.place()
    }

    fn place(&mut self) -> usize {
        let ahead = self.number();
        let ahead = ahead >> 1 ^ (ahead & 1).wrapping_neg();
        self.at = self.at.wrapping_add(ahead);
        index(self.at)
    }

    fn quotation(&mut self, cues: &[Cue]) -> Quotation {
        let flags = self.byte();
        let [zone, rule, how] = [self.byte(), self.byte(), self.byte()].map(usize::from);
        let is = |bit: u8| flags >> bit & 1 == 1;
        let speaker = self.number().checked_sub(1).map(index);
        let (verb, class) = cues[index(self.number())].clone();
        let n_pieces = self.number();
        Quotation {
            kind: QuotationKind::ALL[usize::from(flags & 3)],
            content: (0..n_pieces).map(|_| self.span()).collect(),
            cue: is(4).then(|| self.span()),
            source: is(5).then(|| self.span()),
            speaker,
            how: how.checked_sub(1).map(|how| How::ALL[how]),
            verb,
            class,
            negated: is(2),
            questioned: is(3),
            zone: ZoneKind::ALL[zone],
            rule: Rule::ALL[rule],
        }
    }
}

fn index(number: u64) -> usize {
    usize::try_from(number).expect("a number of this machine")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_stands_at_its_number() {
        let numbered = |all: Vec<u8>| (0..).zip(all).all(|(number, own)| number == own);
        assert!(numbered(QuotationKind::ALL.map(|one| one as u8).into()));
        assert!(numbered(Rule::ALL.map(|one| one as u8).into()));
        assert!(numbered(How::ALL.map(|one| one as u8).into()));
        assert!(numbered(ZoneKind::ALL.map(|one| one as u8).into()));
    }

    fn spans(most: usize) -> impl Strategy<Value = Vec<Range<usize>>> {
        let place = prop_oneof![0..300_usize, any::<usize>()];
        prop::collection::vec((place.clone(), place).prop_map(|(a, b)| a..b), 0..=most)
    }

    fn of<T: Copy + std::fmt::Debug, const N: usize>(all: [T; N]) -> impl Strategy<Value = T> {
        (0..N).prop_map(move |number| all[number])
    }

    fn word() -> impl Strategy<Value = Option<String>> {
        prop::option::of("\\PC{0,200}")
    }

    prop_compose! {
        fn quotation()(
            (kind, zone, rule) in (of(QuotationKind::ALL), of(ZoneKind::ALL), of(Rule::ALL)),
            content in spans(4),
            (cue, source) in (spans(1), spans(1)),
            (speaker, how) in (prop::option::of(any::<u32>()), prop::option::of(of(How::ALL))),
            (verb, class) in (word(), word()),
            (negated, questioned) in (any::<bool>(), any::<bool>()),
        ) -> Quotation {
            Quotation {
                kind, content, zone, rule, how, negated, questioned,
                cue: cue.first().cloned(),
                source: source.first().cloned(),
                speaker: speaker.map(|number| number as usize),
                verb: verb.map(Cow::Owned),
                class: class.map(Cow::Owned),
            }
        }
    }

    prop_compose! {
        fn voices()(
            quotations in prop::collection::vec(quotation(), 0..6),
            speakers in prop::collection::vec(("\\PC{0,40}", word(), any::<usize>()), 0..4),
        ) -> Voices {
            let speakers = speakers.into_iter().map(|(name, role, mentions)| Speaker { name, role, mentions });
            Voices { speakers: speakers.collect(), quotations }
        }
    }

    proptest! {
        #[test]
        fn voices_are_kept_as_they_are(documents in prop::collection::vec(voices(), 1..4)) {
            let cues = Cues::default();
            let kept: Vec<Kept> = documents.iter().map(|one| Kept::new(one, &cues)).collect();
            for (document, kept) in documents.iter().zip(&kept) {
                prop_assert_eq!(document, &kept.voices(&cues));
            }
        }
    }
}
