//! Headlines: who is meant by "envoy" or "sources" where the article tells the same below.

use std::cell::OnceCell;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use super::super::find::Record;
use super::description::{Description, Opening};
use super::entity::{Entity, Kind};
use super::forms::owns;
use super::{How, Play, place};
use crate::articles::quotations::Rule;
use crate::articles::quotations::lexicon::{Class, class_in_small};
use crate::articles::zones::ZoneKind;

/// How many reports behind the headline are looked at.
const BELOW: usize = 12;
/// How well the first must fit who speaks.
const LIKE: f32 = 1.0;
/// How many letters of a word tell what it is about.
const STEM: usize = 5;

/// The stems of a content, found once they are asked for.
type Stems = OnceCell<HashSet<String, FixedState>>;

impl Play<'_> {
    /// Joins the nameless speakers of headlines to those below who say the same.
    pub(super) fn join_headlines(&mut self, records: &[Record]) {
        let heads = |(number, record): (usize, &Record)| {
            let told = matches!(self.answers[number], Some((_, How::Described)));
            record.quotation.zone == ZoneKind::Headline || told && self.opens_bare(record)
        };
        let headline: Vec<bool> = records.iter().enumerate().map(heads).collect();
        if !headline.contains(&true) {
            return;
        }
        let mut below: Vec<usize> = (0..records.len())
            .filter(|number| !headline[*number])
            .collect();
        below.sort_by_key(|number| (place(&records[*number]), *number));
        below.truncate(BELOW);
        let below: Vec<(usize, Stems)> = below
            .into_iter()
            .map(|number| (number, Stems::new()))
            .collect();
        for (number, record) in records.iter().enumerate().filter(|(at, _)| headline[*at]) {
            let Some((entity, How::Described)) = self.answers[number] else {
                continue;
            };
            // Nobody who is named in a turn is whom its label means.
            if record.quotation.rule == Rule::Turn {
                continue;
            }
            let known = &self.stage.cast.all[entity];
            if known.named || known.alias.is_some() || record.quotation.source.is_none() {
                continue;
            }
            let same = self
                .called_alike(record, records, &below)
                .or_else(|| self.same_below(record, entity, (records, &below)));
            if let Some(same) = same.or_else(|| self.first_named(record, &below)) {
                self.stage.cast.all[entity].alias = Some(same);
            }
        }
    }

    /// Whether the first paragraph has a source without an article, as a headline does: `Lawmaker urges delay`.
    fn opens_bare(&self, record: &Record) -> bool {
        let Some(source) = &record.quotation.source else {
            return false;
        };
        if self.stage.paragraph(source.start) > 1 {
            return false;
        }
        let phrase = Description::read(&self.stage.cast.text[source.clone()]);
        // `Norland's mayor` is no headline's way to tell of one.
        phrase.opening == Opening::None && !owns(&phrase.text) && phrase.kind == Kind::Person
    }

    /// Who is called below as a headline calls them, and turned out to be somebody with a name: `says Norlandic scholar`
    /// above `a Norlandic scholar said`.
    fn called_alike(
        &self,
        headline: &Record,
        records: &[Record],
        below: &[(usize, Stems)],
    ) -> Option<usize> {
        let called = |record: &Record| {
            let source = record.quotation.source.clone()?;
            let phrase = Description::read(&self.stage.cast.text[source]);
            (phrase.kind == Kind::Person && !phrase.owned).then_some(phrase.bare)
        };
        let own = called(headline)?;
        let alike =
            |record: &Record| called(record).is_some_and(|other| other.eq_ignore_ascii_case(&own));
        let mut answers = below.iter().filter(|(number, _)| alike(&records[*number]));
        let (number, _) = answers.next()?;
        let (one, _) = self.answers[*number]?;
        let all = &self.stage.cast.all;
        let one = all[one].alias.unwrap_or(one);
        all[one].named.then_some(one)
    }

    /// Who says below what a headline says, most of it.
    fn same_below(
        &self,
        headline: &Record,
        entity: usize,
        (records, below): (&[Record], &[(usize, Stems)]),
    ) -> Option<usize> {
        let own = self.stems(headline);
        let known = &self.stage.cast.all[entity];
        let mut best: Option<(usize, usize)> = None;
        for (number, stems) in below {
            let Some((other, _)) = self.answers[*number].filter(|(other, _)| *other != entity)
            else {
                continue;
            };
            let one = &self.stage.cast.all[other];
            if one.alias.is_some() || !may_be_same(known, one) {
                continue;
            }
            let stems = stems.get_or_init(|| self.stems(&records[*number]));
            let shared = stems.intersection(&own).count();
            let said = shared * 2 + usize::from(known.roles.iter().any(|role| one.has_role(role)));
            let enough = said >= 2 && said * 2 >= own.len();
            if enough && best.is_none_or(|(most, _)| said > most) {
                best = Some((said, other));
            }
        }
        best.map(|(_, other)| other)
    }

    /// The first with a name who speaks below, if a headline may tell them and nobody without a name does so before:
    /// `Route is open, says top diplomat`.
    fn first_named(&self, headline: &Record, below: &[(usize, Stems)]) -> Option<usize> {
        let source = headline.quotation.source.as_ref()?;
        let phrase = Description::read(&self.stage.cast.text[source.clone()]);
        let told = headline.quotation.zone == ZoneKind::Headline
            && phrase.kind == Kind::Person
            && phrase.opening == Opening::None
            && !phrase.owned;
        let mut answers = below.iter().filter_map(|(number, _)| self.answers[*number]);
        let (first, _) = answers.find(|(other, how)| {
            let known = &self.stage.cast.all[*other];
            let nameless = *how == How::Described && known.has_role(&phrase.noun);
            known.named && known.kind == Kind::Person || nameless
        })?;
        let known = &self.stage.cast.all[first];
        let fits = || phrase.fits_person(known).is_some_and(|fit| fit >= LIKE);
        (told && known.named && fits()).then_some(first)
    }

    /// The beginnings of the longer words of a content, in small letters.
    fn stems(&self, record: &Record) -> HashSet<String, FixedState> {
        let text = self.stage.cast.text;
        let small = Class::AUXILIARY
            .or(Class::PREPOSITION)
            .or(Class::SUBORDINATOR)
            .or(Class::DETERMINER);
        let spans = record.quotation.content.iter();
        let words =
            spans.flat_map(|span| text[span.clone()].split(|mark: char| !mark.is_alphanumeric()));
        words
            .filter(|word| word.chars().count() > 3 && !class_in_small(word).is(small))
            .map(|word| {
                word.chars()
                    .take(STEM)
                    .flat_map(char::to_lowercase)
                    .collect()
            })
            .collect()
    }
}

/// Whether what is known of two does not tell them apart.
fn may_be_same(headline: &Entity, other: &Entity) -> bool {
    match (headline.kind, other.kind) {
        // `Ex-Veep`; but a country is no other than itself.
        (Kind::Unknown, _) => other.named && headline.name.starts_with(char::is_lowercase),
        (Kind::Group, Kind::Group) if other.people > 1 => {
            Description::read(&headline.name).fits_joint(other)
        }
        (Kind::Group, Kind::Group) => !other.named && head(headline) == head(other),
        // `Harvest Front group` is no ministry.
        (Kind::Body, Kind::Body) if headline.name.starts_with(char::is_uppercase) => headline
            .words
            .first()
            .is_some_and(|word| other.words.contains(word)),
        (one, Kind::Unknown) => other.named && one == Kind::Body,
        (one, two) => one == two,
    }
}

/// The words of a group up to its noun, which alone a headline may give.
fn head(group: &Entity) -> String {
    let (noun, joint) = (Description::read(&group.name), group.name.contains(" and "));
    if joint { String::new() } else { noun.noun }
}
