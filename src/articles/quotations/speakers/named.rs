//! Whom the words of a source name: at their end, in the capitals of a headline, or between commas behind them.

use std::ops::Range;

use super::How;
use super::description::{Description, Opening};
use super::entity::Kind;
use super::naming::words;
use super::places::is_place;
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class, class_in_small};
use crate::articles::quotations::names::{Mention, Mentioned};
use crate::articles::quotations::phrases::is_name_particle;

/// Words behind which a name only belongs to what comes before: `a spokesman for Vell`.
const BELONGING: [&str; 19] = [
    "of",
    "for",
    "from",
    "to",
    "at",
    "in",
    "with",
    "by",
    "on",
    "near",
    "against",
    "under",
    "across",
    "around",
    "over",
    "throughout",
    "outside",
    "inside",
    "within",
];
/// How many mentions before `the latter` are looked at.
const BEFORE: usize = 12;

/// Whether a phrase is for one of the staff of somebody whom a possessive tells of: `A spokesman for Vell's opponent`, whose
/// title and name may follow.
fn serves(phrase: &str) -> bool {
    const STAFF: [&str; 8] = [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "adviser",
        "advisor",
        "aide",
        "lawyer",
        "ally",
    ];
    let mut words = phrase.split_whitespace();
    let staff = words.by_ref().take(4).any(|word| STAFF.contains(&word));
    let of = phrase.contains(" for ") || phrase.contains(" to ");
    let owned = phrase.contains("'s ") || phrase.contains("’s ");
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    staff && of && owned && (class(last).is(Class::PERSON) || last == "mate")
}

/// Whether a title and a name stand behind a comma for whoever is served by the one of whom a phrase tells: `An aide to
/// Vell's opponent, Rep. Hal Orr, said`.
fn is_served(text: &str, start: usize, mention: &Mention) -> bool {
    let words = text.get(start..mention.begin());
    let Some((phrase, state)) = words.and_then(|words| words.rsplit_once(", ")) else {
        return false;
    };
    let title = mention.title.as_ref().map(|title| &text[title.clone()]);
    let courtesy = |title: &str| {
        let word = title.trim_end_matches('.');
        matches!(word, "Mr" | "Mrs" | "Ms" | "Miss" | "Dr")
    };
    let short = state.split_whitespace().count() <= 1;
    title.is_some_and(|title| !courtesy(title)) && short && serves(phrase)
}

/// Leaves out what the text says of one of the staff of somebody whom it names behind a comma.
pub(super) fn without_staff(text: &str, mention: &mut Mention) {
    let named = mention.clone();
    for told in [&mut mention.before, &mut mention.role] {
        if told
            .as_ref()
            .is_some_and(|told| is_served(text, told.start, &named))
        {
            *told = None;
        }
    }
}

impl Stage<'_> {
    /// Whom a source names, if it ends with a name.
    pub(super) fn named_in(&self, source: &Range<usize>) -> Option<usize> {
        let range = self.mentions_in(source);
        let text = self.cast.text;
        for number in range.rev() {
            let mention = &self.mentions[number];
            let Some(entity) = self.who[number] else {
                continue;
            };
            if !matches!(mention.kind, Mentioned::Name | Mentioned::Body)
                || mention.depth > 0 && mention.span.end > source.end
            {
                continue;
            }
            let body = self.cast.all[entity].kind == Kind::Body;
            let rest = &text[mention.span.end.min(source.end)..source.end];
            let before = text[source.start..mention.begin().max(source.start)].trim_end();
            let word = before
                .strip_suffix(" the")
                .unwrap_or(before)
                .rsplit(char::is_whitespace)
                .next()
                .unwrap_or_default();
            let owned = before.ends_with("'s") || before.ends_with("’s");
            // `University of Vell president Orr` is no university.
            let small = mention.title.as_ref().is_some_and(|title| {
                let noun = text[title.clone()].rsplit(' ').next().unwrap_or_default();
                noun.starts_with(char::is_lowercase)
            });
            let of_body = mention.title.is_some() && ends_with_body(before);
            // `aides to Vell and Orr`, `critics in lower Lutonia`
            let of = class(word);
            let goes_on =
                word == "and" || mention.title.is_none() && !of.is(Class::SPEAKER.or(Class::TITLE));
            let lower = word.starts_with(char::is_lowercase);
            // `Head of the fund and former minister Vell`
            let past = mention.title.as_ref().is_some_and(|title| {
                ["former ", "ex-"]
                    .iter()
                    .any(|past| text[title.clone()].starts_with(past))
            });
            let goes_on = goes_on && !(past && word == "and") && !of_body;
            let both = goes_on && lower && before.split(' ').any(|word| BELONGING.contains(&word));
            // `Russia's Defence Ministry`
            let whole = self.cast.all[entity].name == text[source.clone()];
            let owned = owned && !whole;
            // `An aide advising Vell`
            let does = word.len() > "acting".len() && word.ends_with("ing") && before.contains(' ');
            // `a villager from Oban Township, Birr Province`
            let within = before.ends_with(',')
                && before.starts_with("a ")
                && mention.title.is_none()
                && before.split(' ').any(|word| BELONGING.contains(&word));
            let served = is_served(text, source.start, mention);
            let belongs = both
                || served
                || within && self.cast.all[entity].kind != Kind::Person
                || does && lower && mention.title.is_none()
                || BELONGING.contains(&word) && !(small && word == "of") && !of_body
                || owned && mention.title.is_none();
            let ends = rest
                .trim_start_matches(|mark: char| !mark.is_alphanumeric())
                .is_empty();
            let opens = mention.span.start == source.start || mention.begin() <= source.start;
            if !belongs
                && (whole
                    || ends && !(body && before.contains(' ') && !before.ends_with("-based"))
                    || opens && !body && goes_on_apart(rest))
            {
                return Some(entity);
            }
        }
        None
    }

    /// Whom a source names that is one office of several fields and a name: `Minister of Trade, Industry and Supply Ida
    /// Vell`.
    pub(super) fn titled_throughout(&self, source: &Range<usize>) -> Option<usize> {
        let number = self.mentions_in(source).next_back()?;
        let mention = &self.mentions[number];
        let title = &self.cast.text[mention.title.clone()?];
        let whole = mention.span.end == source.end && mention.begin() <= source.start;
        let fields = title.contains(", ") && title.contains(" and ");
        self.who[number].filter(|_| whole && fields)
    }

    /// Who is named right behind a place, between two commas.
    pub(super) fn named_between_commas(&self, at: usize) -> Option<usize> {
        let number = self.mentions_before(at);
        let mention = self.mentions.get(number)?;
        let text = self.cast.text;
        let opened = text.get(at..mention.begin())? == ", ";
        let closed = text[mention.span.end..].starts_with(',');
        let named = mention.kind == Mentioned::Name;
        self.who[number].filter(|_| opened && closed && named)
    }

    /// Who is named with a role of their own right behind what they are: `The first witness, enrolled nurse Ida Vell,
    /// said`.
    pub(super) fn person_between_commas(&mut self, phrase: &str, at: usize) -> Option<usize> {
        let number = self.mentions_before(at);
        let mention = self.mentions.get(number)?;
        let text = self.cast.text;
        let before = text.get(at..mention.begin())?.strip_prefix(", ")?;
        let small =
            |word: &str| word.starts_with(char::is_lowercase) && !class(word).is(Class::DETERMINER);
        let titled = mention.title.is_some() && mention.kind == Mentioned::Name;
        let plain = before.split_whitespace().count() <= 1 && before.split_whitespace().all(small);
        let closed = text[mention.span.end..].starts_with(',');
        let entity = self.who[number].filter(|_| titled && plain && closed)?;
        let description = Description::read(phrase);
        let one = description.kind == Kind::Person
            && description.raw == description.noun
            && description.opening != Opening::None
            && !serves(phrase);
        if !one || !self.cast.all[entity].may_be_person() {
            return None;
        }
        self.cast.all[entity].learn(&description.bare);
        self.index(entity);
        Some(entity)
    }

    /// What somebody is of whom no more is told, between two commas behind a place: `One, a retired surveyor, said`.
    pub(super) fn told_between_commas(&self, at: usize) -> Option<&str> {
        let rest = self.cast.text[at..].strip_prefix(", ")?;
        let told = &rest[..rest.find([',', '.', '"', '“'])?];
        let closed = rest[told.len()..].starts_with(',');
        let opens = told.starts_with("a ") || told.starts_with("an ");
        let last = told.rsplit(' ').next()?;
        let plain = told.split(' ').count() <= 4 && !told.contains(" of ");
        (closed && opens && plain && class(last).is(Class::PERSON)).then_some(told)
    }

    /// `the former` or `the latter` of those whom the last sentence names that names two.
    pub(super) fn of_two_named(&self, at: usize, former: bool) -> Option<usize> {
        let before = self.mentions_before(at);
        let named = (before.saturating_sub(BEFORE)..before)
            .rev()
            .filter(|number| {
                matches!(
                    self.mentions[*number].kind,
                    Mentioned::Name | Mentioned::Body
                )
            });
        let known = named.filter_map(|number| {
            let entity = self.who[number]?;
            let place = self.cast.all[entity].kind == Kind::Place;
            (!place).then_some((self.mentions[number].sentence, entity))
        });
        let mut last: Option<(usize, usize)> = None;
        for (sentence, entity) in known {
            match last {
                Some((known, other)) if known == sentence && other != entity => {
                    return Some(if former { entity } else { other });
                }
                _ => last = Some((sentence, entity)),
            }
        }
        None
    }

    /// The body that is named right behind what it is: `A rights group, the Harbour Observatory, said`.
    pub(super) fn body_between_commas(&mut self, phrase: &str, at: usize) -> Option<usize> {
        let number = self.mentions_before(at);
        let span = self.mentions.get(number)?.span.clone();
        let text = self.cast.text;
        let opened = matches!(text.get(at..span.start)?, ", the " | ", ");
        // `The printing company, Tri-River Graphics of Oban, said`
        let behind = &text[span.end..];
        let place = behind.strip_prefix(" of ").and_then(|of| {
            let end = of.find(|mark: char| !(mark.is_alphabetic() || mark == ' '))?;
            let named = of[..end]
                .split(' ')
                .all(|word| word.starts_with(char::is_uppercase));
            named.then_some(&of[end..])
        });
        let rest = place.unwrap_or(behind).strip_prefix(',')?;
        let listed = rest.starts_with(" and ") || rest.starts_with(" or ");
        let entity = self.who[number].filter(|_| opened && !listed)?;
        let description = Description::read(phrase);
        let known = &mut self.cast.all[entity];
        let body = description.kind == Kind::Body
            && class(&description.noun).is(Class::BODY)
            && known.named
            && (known.words.len() > 1 || !is_place(&known.name))
            && matches!(known.kind, Kind::Body | Kind::Unknown);
        if !body {
            return None;
        }
        known.kind = Kind::Body;
        known.learn(&description.bare);
        known.role.get_or_insert(description.bare);
        self.index(entity);
        Some(entity)
    }

    /// Whom the article names by the words of a headline, where every word may have its capital.
    pub(super) fn known_by_name(&self, phrase: &str) -> Option<usize> {
        if !phrase
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) || is_name_particle(word))
        {
            return None;
        }
        let own = words(phrase);
        let in_full = self.cast.in_full(&own, false);
        let known = in_full.or_else(|| self.cast.namesake(own.last()?, 0, None))?;
        let entity = &self.cast.all[known];
        (entity.named && entity.may_be_person() && entity.words.len() > 1).then_some(known)
    }

    pub(super) fn shown_as(&self, entity: usize, source: &Range<usize>) -> (usize, How) {
        let known = &self.cast.all[entity];
        let whole = words(&self.cast.text[source.clone()]);
        let full = known.words.iter().all(|word| whole.contains(word));
        (entity, if full { How::Name } else { How::Surname })
    }

    /// Who is named last before a relative pronoun.
    pub(super) fn nearest_before(&self, at: usize) -> Option<usize> {
        let end = self
            .mentions
            .partition_point(|mention| mention.span.start < at);
        let near = (end.saturating_sub(3)..end).rev();
        near.into_iter()
            .filter(|number| {
                self.mentions[*number].span.end <= at && at - self.mentions[*number].span.end <= 3
            })
            .find_map(|number| self.who[number])
    }
}

/// Whether the words behind a name leave it a name, as those of `American officials` do not.
fn goes_on_apart(rest: &str) -> bool {
    let rest = rest.trim();
    let words = rest.split(' ').take_while(|word| !BELONGING.contains(word));
    let last = words.last().unwrap_or_default();
    let owns = rest.starts_with(['\'', '’']);
    // `Wall Street arbitrageurs`
    let many = last.len() > 4 && last.ends_with('s') && last.starts_with(char::is_lowercase);
    rest.starts_with([',', '(']) || !owns && !many && !class_in_small(last).is(Class::SPEAKER)
}

/// `Bank of`, `Office of Harbours and`, before the place or the field and the office of somebody.
fn ends_with_body(before: &str) -> bool {
    if before.ends_with(" at") && before.contains("University of ") {
        return true;
    }
    let of = |word: &str| matches!(word, "of" | "for" | "on");
    let mut words = before
        .rsplit(' ')
        .skip_while(|word| word.starts_with(char::is_uppercase) || matches!(*word, "and" | "&"));
    let joint = words.next().is_some_and(of);
    let last = before.rsplit(' ').next().unwrap_or_default();
    let noun = words.next().unwrap_or_default();
    joint
        && last.starts_with(char::is_lowercase)
        && noun.starts_with(char::is_uppercase)
        && class_in_small(noun).is(Class::BODY)
}
