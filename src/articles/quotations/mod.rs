//! Quotations: what is said in an article, by which words it is reported, and who says it.
//!
//! A paragraph is taken as tokens (`words.rs`), stretches within quotation marks (`marks/`) standing
//! for one token each; every sentence is searched for cues (`cues/`), and for each of them the content
//! is found by its place (`find.rs`, `content/`) and the source among the noun phrases beside it
//! (`phrases/`). Turns of a transcript are quotations too (`turns.rs`). At the end the sources of the
//! whole article are brought together to speakers (`speakers/`). What stands within marks is searched
//! in the same way. All of it looks at a bounded number of tokens or once at each.

#[macro_use]
mod word_list;

mod by_word;
mod capitals;
mod clauses;
mod content;
mod cues;
mod directions;
mod find;
mod keys;
mod known;
mod lexicon;
mod listed;
mod marks;
mod names;
mod narration;
mod nested;
mod nominal;
mod passages;
mod phrases;
mod reporting;
mod scan;
mod speakers;
mod spelling;
mod tails;
mod tokens;
pub(super) mod turn_labels;
pub(super) mod turn_times;
mod turns;
mod verbs;
mod withheld;
mod words;
mod works;

use std::borrow::Cow;
use std::ops::Range;

use super::attributes::Attributes;
use super::news::paragraphs;
use super::zones::{Zone, ZoneKind};
pub(super) use directions::is_direction;
pub use reporting::{ReportingVerbs, VerbRow};
pub use speakers::How;
pub(super) use speakers::places::is_place;
pub(super) use turn_labels::names_nobody as is_opening_word;
pub(super) use turn_labels::of_record;
use words::Told;

/// How much of a content is within quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationKind {
    /// All of it.
    Direct,
    /// A part.
    Mixed,
    /// Nothing.
    Indirect,
}

impl QuotationKind {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The name by which users know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// The rule that found a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Words within marks, then verb and speaker in either order.
    MarksThenCue,
    /// A verb, then words within marks.
    CueThenMarks,
    /// Words within marks that go on without anybody being named.
    MarksAlone,
    /// A clause, then verb and speaker in either order.
    ClauseThenCue,
    /// A verb, then "that", "whether" or a word that asks.
    CueThenThat,
    /// A verb, then a clause without a word that opens it.
    CueThenClause,
    /// A verb, then an infinitive or a participle.
    CueThenVerb,
    /// A verb, then object and predicate.
    CueThenPredicate,
    /// A verb, then a noun phrase.
    CueThenPhrase,
    /// A participle that goes on with a report.
    Participle,
    /// An adjective of holding something to be so, then "that" or a clause.
    Adjective,
    /// What somebody's claim or view was, behind "that".
    Noun,
    /// "According to", "in her view", "for Vell".
    Phrase,
    /// A name and a colon, or a dash in a headline.
    Label,
    /// A turn of a transcript.
    Turn,
}

impl Rule {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 15] = [
        Self::MarksThenCue,
        Self::CueThenMarks,
        Self::MarksAlone,
        Self::ClauseThenCue,
        Self::CueThenThat,
        Self::CueThenClause,
        Self::CueThenVerb,
        Self::CueThenPredicate,
        Self::CueThenPhrase,
        Self::Participle,
        Self::Adjective,
        Self::Noun,
        Self::Phrase,
        Self::Label,
        Self::Turn,
    ];

    /// The name by which users know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MarksThenCue => "marks_then_cue",
            Self::CueThenMarks => "cue_then_marks",
            Self::MarksAlone => "marks_alone",
            Self::ClauseThenCue => "clause_then_cue",
            Self::CueThenThat => "cue_then_that",
            Self::CueThenClause => "cue_then_clause",
            Self::CueThenVerb => "cue_then_verb",
            Self::CueThenPredicate => "cue_then_predicate",
            Self::CueThenPhrase => "cue_then_phrase",
            Self::Participle => "participle",
            Self::Adjective => "adjective",
            Self::Noun => "noun",
            Self::Phrase => "phrase",
            Self::Label => "label",
            Self::Turn => "turn",
        }
    }

    /// The share of its finds that are right, as measured (`docs/voices.md`).
    pub const fn confidence(self) -> f64 {
        match self {
            Self::MarksThenCue => 0.97,
            Self::CueThenThat => 0.93,
            Self::Turn => 0.92,
            Self::ClauseThenCue => 0.91,
            Self::CueThenClause | Self::Phrase | Self::Label | Self::MarksAlone => 0.9,
            Self::CueThenMarks | Self::Participle => 0.85,
            Self::CueThenPredicate => 0.8,
            Self::CueThenVerb => 0.75,
            Self::CueThenPhrase => 0.7,
            Self::Adjective => 0.35,
            Self::Noun => 0.3,
        }
    }
}

/// What somebody is reported to say; all spans are bytes of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// The words said, in one stretch or several, in order.
    pub content: Vec<Range<usize>>,
    /// The reporting verb or phrase.
    pub cue: Option<Range<usize>>,
    /// The words that name the speaker there.
    pub source: Option<Range<usize>>,
    /// The number of the speaker among those of the article.
    pub speaker: Option<usize>,
    /// How the speaker was found.
    pub how: Option<How>,
    /// The lemma of the cue.
    pub verb: Option<Cow<'static, str>>,
    /// The class of the verb.
    pub class: Option<Cow<'static, str>>,
    /// Whether the article says that the report did not take place.
    pub negated: bool,
    /// Whether it is asked about, or only expected.
    pub questioned: bool,
    /// What part of the article it stands in.
    pub zone: ZoneKind,
    /// How it was found.
    pub rule: Rule,
}

/// Somebody or something that speaks in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// The full name, or a description in the words of the article.
    pub name: String,
    /// What the article says that they are.
    pub role: Option<String>,
    /// How often a quotation or a name in full stands for them.
    pub mentions: usize,
}

/// The quotations of an article and who speaks in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voices {
    /// In the order of their content.
    pub quotations: Vec<Quotation>,
    /// In the order in which they are first named.
    pub speakers: Vec<Speaker>,
}

impl Voices {
    /// Finds who says what in a text of which the zones are known, by verbs that report.
    pub fn find(text: &str, zones: &[Zone], verbs: &ReportingVerbs) -> Self {
        let lines = lines_of_plain(text, zones);
        let zones = lines.as_deref().unwrap_or(zones);
        let written = capitals::recased(text, zones);
        let text = written.as_ref();
        let mut found = find::Found::default();
        let turns = turns::labels(text, zones);
        let told = Told { text, verbs };
        find::search(told, zones, &turns, &mut found);
        if found.records.is_empty() {
            return Self::default();
        }
        let speakers = speakers::resolve(told, zones, &turns, &mut found);
        let mut quotations: Vec<Quotation> = found
            .records
            .into_iter()
            .map(|record| record.quotation)
            .collect();
        // What a heading has within marks is said if somebody says it below.
        let unsaid = |one: &Quotation| {
            one.zone == ZoneKind::Heading && one.rule == Rule::MarksAlone && one.speaker.is_none()
        };
        quotations.retain(|quotation| !quotation.content.is_empty() && !unsaid(quotation));
        quotations.sort_by_key(|quotation| {
            let first = quotation.content[0].start;
            let last = quotation.content[quotation.content.len() - 1].end;
            (first, usize::MAX - last)
        });
        nested::settle_kinds(text, &mut quotations);
        Self {
            quotations,
            speakers,
        }
    }
}

/// For each zone the label with which a turn begins there, and who speaks in the turn that goes on in it.
pub(super) fn turns_of(text: &str, zones: &[Zone], verbs: &ReportingVerbs) -> Vec<Attributes> {
    let mut found = vec![Attributes::default(); zones.len()];
    let turns = turns::labels(text, zones);
    if !turns.any() {
        return found;
    }
    for (own, zone) in found.iter_mut().zip(zones) {
        own.label = turns.at(zone.span.start).map(|turn| turn.source.clone());
    }
    let voices = Voices::find(text, zones, verbs);
    let taken = voices
        .quotations
        .iter()
        .filter(|one| one.rule == Rule::Turn);
    for (turn, speaker) in taken.filter_map(|turn| Some((turn, turn.speaker?))) {
        for piece in &turn.content {
            let at = zones.partition_point(|zone| zone.span.end <= piece.start);
            if let Some(own) = found.get_mut(at) {
                own.speaker = Some(voices.speakers[speaker].name.clone());
            }
        }
    }
    found
}

/// The paragraphs of a text that was taken as one: a mark that is never closed, and who is meant by a
/// pronoun, reach no further than a paragraph.
fn lines_of_plain(text: &str, zones: &[Zone]) -> Option<Vec<Zone>> {
    let [
        Zone {
            kind: ZoneKind::Paragraph,
            span,
        },
    ] = zones
    else {
        return None;
    };
    let words = &text[span.clone()];
    words.contains('\n').then(|| {
        paragraphs(words)
            .into_iter()
            .map(|part| Zone {
                kind: part.kind,
                span: span.start + part.span.start..span.start + part.span.end,
            })
            .collect()
    })
}
