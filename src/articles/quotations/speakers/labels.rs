//! Labels of turns: whom `Q`, `THE PRESIDENT` and `Mr. Arce` stand for.

use super::How;
use super::description::Description;
use super::entity::Kind;
use super::naming::{recased, words};
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::{Mention, Mentioned, collect, gender};
use crate::articles::quotations::words::{Told, sentences};
use crate::articles::quotations::{Quotation, QuotationKind, Rule};
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::folded;

/// What an interview says before its first turn of who asks.
const TALKING: [&str; 12] = [
    "spoke to the ",
    "spoke with the ",
    "talked to the ",
    "talked with the ",
    "talks to the ",
    "speaks to the ",
    "told the ",
    "spoke to ",
    "spoke with ",
    "talked to ",
    "talked with ",
    "interview with ",
];

/// What is known of those who take turns.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// Who asks, and who answers.
    asks: Option<usize>,
    answers: Option<usize>,
    /// Who has asked last, by their own words.
    asking: Option<usize>,
    direct: Vec<bool>,
    turns: Vec<bool>,
}

/// Collects the mentions in header, headline and notes.
pub(super) fn introduce(told: Told<'_>, zones: &[Zone], mentions: &mut Vec<Mention>) {
    let text = told.text;
    let kinds = [
        ZoneKind::Header,
        ZoneKind::Headline,
        ZoneKind::Note,
        ZoneKind::Slug,
        ZoneKind::TableRow,
    ];
    for zone in zones.iter().filter(|zone| kinds.contains(&zone.kind)) {
        for line in text[zone.span.clone()].split_inclusive('\n') {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            let part = start..start + line.trim_end().len();
            let from = mentions.len();
            for tokens in sentences(told, &part, &[], std::iter::empty()).iter() {
                collect(tokens, 0, mentions);
            }
            // `President: Mr. Vasquez-Lund`
            if let Some((office, _)) = line.split_once(':') {
                let end = start + office.trim_end().len();
                for mention in mentions[from..]
                    .iter_mut()
                    .filter(|mention| mention.span.start > end)
                {
                    mention.role = mention.role.take().or(Some(start..end));
                    mention.person = true;
                }
            }
        }
    }
}

impl Labels {
    pub(super) fn read(text: &str, zones: &[Zone], stage: &mut Stage<'_>) -> Self {
        let mut labels = Self::default();
        let intro = zones
            .iter()
            .filter(|zone| {
                matches!(
                    zone.kind,
                    ZoneKind::Header | ZoneKind::Headline | ZoneKind::Note | ZoneKind::Paragraph
                )
            })
            .take(6);
        for zone in intro {
            let words = &text[zone.span.clone()];
            let asks = TALKING
                .iter()
                .find_map(|talk| Some(words.find(talk)? + talk.len()));
            if let Some(at) = asks {
                let name: Vec<&str> = words[at..]
                    .split_whitespace()
                    .take_while(|word| word.starts_with(char::is_uppercase))
                    .collect();
                let name = name.join(" ");
                let name = name.trim_end_matches(|mark: char| !mark.is_alphanumeric());
                if !name.is_empty() {
                    labels.asks = Some(stage.named(name, Kind::Body, zone.span.start));
                }
            }
            let range = stage.mentions_in(&zone.span);
            for number in range {
                let Some(entity) = stage.who[number] else {
                    continue;
                };
                let known = &stage.cast.all[entity];
                if labels.answers.is_none()
                    && known.kind == Kind::Person
                    && known.named
                    && Some(entity) != labels.asks
                {
                    labels.answers = Some(entity);
                }
            }
        }
        labels
    }

    /// Tells which records are direct, and which are turns.
    pub(super) fn note(&mut self, quotation: &Quotation) {
        self.direct
            .push(quotation.kind == QuotationKind::Direct || quotation.rule == Rule::Turn);
        self.turns.push(quotation.rule == Rule::Turn);
    }

    pub(super) fn is_direct(&self, record: usize) -> bool {
        self.direct.get(record).copied().unwrap_or_default()
    }

    pub(super) fn is_turn(&self, record: usize) -> bool {
        self.turns.get(record).copied().unwrap_or_default()
    }

    /// Whom a label stands for.
    pub(super) fn answer(
        &mut self,
        stage: &mut Stage<'_>,
        label: &str,
        turn: &Quotation,
    ) -> Option<(usize, How)> {
        let label = folded(label);
        let at = turn.source.as_ref().map_or(0, |source| source.start);
        match label.to_lowercase().trim_end_matches('.') {
            "q" | "question" | "reporter" | "interviewer" => {
                return self
                    .question(stage, turn)
                    .map(|found| (found, How::Interview));
            }
            "a" | "answer" => return self.answers.map(|found| (found, How::Interview)),
            _ => {}
        }
        let pieces: Vec<&str> = label.split(' ').collect();
        let titles = pieces
            .iter()
            .take_while(|piece| {
                let small = piece.to_lowercase();
                class(&small).is(Class::TITLE.or(Class::PERSON).or(Class::DETERMINER))
            })
            .count();
        let office = pieces[0].eq_ignore_ascii_case("the") && pieces.len() > 1;
        if office || titles == pieces.len() {
            return Some(stage.office(&label, at));
        }
        let name = pieces[titles..].join(" ");
        let own = words(&name);
        let woman = pieces[..titles].iter().find_map(|title| gender(title));
        let known = match own.as_slice() {
            [single] => stage.cast.namesake(single, at, woman),
            several => stage.cast.in_full(several, false),
        };
        let entity = known.unwrap_or_else(|| {
            let name = pieces[titles..]
                .iter()
                .map(|piece| recased(piece))
                .collect::<Vec<_>>()
                .join(" ");
            stage.named(&name, Kind::Person, at)
        });
        Some((entity, How::Label))
    }

    /// Who asks: who says so, the one who asked before, the paper.
    fn question(&mut self, stage: &mut Stage<'_>, turn: &Quotation) -> Option<usize> {
        let content = turn.content.first()?;
        let said = &stage.cast.text[content.clone()];
        let follows = said.starts_with("A follow-up")
            || said.starts_with("Follow-up")
            || said.starts_with("Just to follow up");
        if follows && self.asking.is_some() {
            return self.asking;
        }
        let range = stage.mentions_in(&(content.start..content.end.min(content.start + 60)));
        let first = range
            .clone()
            .next()
            .filter(|number| stage.mentions[*number].span.start == content.start);
        let rest =
            first.map(|number| &stage.cast.text[stage.mentions[number].span.end..content.end]);
        let introduced = rest.is_some_and(|rest| {
            let more = rest
                .strip_prefix(", ")
                .or_else(|| rest.strip_prefix(" with "))
                .or_else(|| rest.strip_prefix(" from "));
            more.is_some_and(|more| {
                more.starts_with(char::is_uppercase) || more.starts_with("the ")
            })
        });
        let person = first
            .filter(|number| introduced && stage.mentions[*number].kind == Mentioned::Name)
            .and_then(|number| stage.who[number])
            .filter(|entity| {
                stage.cast.all[*entity].words.len() > 1 && stage.cast.all[*entity].may_be_person()
            });
        if let Some(person) = person {
            stage.cast.all[person].kind = Kind::Person;
        }
        self.asking = person;
        person.or(self.asks)
    }
}

impl Stage<'_> {
    /// An entity with a name, known or new.
    fn named(&mut self, name: &str, kind: Kind, at: usize) -> usize {
        let own = words(name);
        if let Some(known) = self.cast.in_full(&own, kind == Kind::Body) {
            return known;
        }
        let mut described = Description::read(name);
        described.kind = kind;
        let number = self.describe(&described, at);
        let entity = &mut self.cast.all[number];
        name.clone_into(&mut entity.name);
        entity.words.clone_from(&own);
        entity.named = true;
        self.cast.index(number, &own);
        number
    }

    /// Who holds an office that a label names: `THE PRESIDENT`.
    fn office(&mut self, label: &str, at: usize) -> (usize, How) {
        let small = label.to_lowercase();
        let small = if small.starts_with("the ") {
            small
        } else {
            format!("the {small}")
        };
        let description = Description::read(&small);
        let told = |entity: &usize| {
            let known = &self.cast.all[*entity];
            known.named
                && known.kind == Kind::Person
                && description.fits_person(known).is_some_and(|fit| fit >= 2.5)
        };
        let mut words = vec![description.noun.clone()];
        words.extend(description.modifiers.iter().cloned());
        let holders = self.sharing(&words, &[]);
        let first = holders
            .into_iter()
            .filter(told)
            .min_by_key(|entity| self.cast.all[*entity].first);
        if let Some(holder) = first {
            return (holder, How::Label);
        }
        let same = self
            .present()
            .into_iter()
            .find(|entity| self.cast.all[*entity].name == description.bare);
        (
            same.unwrap_or_else(|| self.describe(&description, at)),
            How::Described,
        )
    }
}
