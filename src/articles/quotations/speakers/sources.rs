//! The words of a source: a name, a description or a pronoun, and whom they lead to.

use std::ops::Range;

use super::How;
use super::cast::Kind;
use super::description::{Description, Opening};
use super::naming::words;
use super::pronouns::Around;
use super::stage::Stage;
use super::{QuotationKind, Record};
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::Mentioned;
use crate::text::{folded, in_small};

/// Words behind which a name only belongs to what comes before: `a spokesman for Vell`.
const BELONGING: [&str; 12] = [
    "of", "for", "from", "to", "at", "in", "with", "by", "on", "near", "against", "under",
];
/// Nouns for relatives, who are told by whose they are.
const KIN: [&str; 14] = [
    "son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "widow",
    "cousin", "uncle", "aunt", "nephew", "niece",
];

impl Stage<'_> {
    /// Learns from "Vell said she …" whether Vell is a woman.
    pub(super) fn vote(&mut self, records: &[Record]) {
        let text = self.cast.text;
        for record in records {
            let quotation = &record.quotation;
            let (Some(source), Some(content)) = (&quotation.source, quotation.content.first())
            else {
                continue;
            };
            if quotation.kind == QuotationKind::Direct || content.start < source.end {
                continue;
            }
            let first = text[content.clone()]
                .split_whitespace()
                .next()
                .unwrap_or_default();
            let vote = match first {
                "he" | "his" => -1.0,
                "she" | "her" => 1.0,
                _ => continue,
            };
            if let Some(entity) = self
                .named_in(source)
                .filter(|entity| self.cast.all[*entity].may_be_person())
            {
                let known = &mut self.cast.all[entity];
                if known.woman.abs() < 2.0 {
                    known.woman += vote;
                }
            }
        }
    }

    /// Whom a source names, if it ends with a name.
    fn named_in(&self, source: &Range<usize>) -> Option<usize> {
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
            let begin = mention
                .title
                .as_ref()
                .map_or(mention.span.start, |title| title.start);
            let before = text[source.start..begin.max(source.start)].trim_end();
            let word = before
                .rsplit(char::is_whitespace)
                .next()
                .unwrap_or_default();
            let owned = before.ends_with("'s") || before.ends_with("’s");
            // `University of Vell president Orr` is no university.
            let small = mention.title.as_ref().is_some_and(|title| {
                let noun = text[title.clone()].rsplit(' ').next().unwrap_or_default();
                noun.starts_with(char::is_lowercase)
            });
            let belongs = BELONGING.contains(&word) && !(small && word == "of")
                || owned && mention.title.is_none();
            let ends = rest
                .trim_start_matches(|mark: char| !mark.is_alphanumeric())
                .is_empty();
            let opens = mention.span.start == source.start || begin <= source.start;
            if !belongs
                && (ends && !(body && before.contains(' '))
                    || opens && !body && !rest.trim_start().starts_with(['\'', '’']))
            {
                return Some(entity);
            }
        }
        None
    }

    /// The speaker whom a pronoun stands for.
    pub(super) fn pronoun(
        &mut self,
        word: &str,
        at: usize,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        match in_small(word).as_ref() {
            "he" | "his" | "him" => self.person(false, at, around),
            "she" | "her" => self.person(true, at, around),
            "it" | "its" => self.thing(false, at, around),
            "they" | "their" => self.thing(true, at, around),
            "i" | "my" | "we" | "our" => {
                let marks = around.filter(|around| around.marks)?;
                Some((marks.speaker?, How::First))
            }
            _ => None,
        }
    }

    /// Whom a source leads to.
    pub(super) fn source(
        &mut self,
        source: &Range<usize>,
        cue: Option<usize>,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        let text = self.cast.text;
        let phrase = folded(&text[source.clone()]);
        let at = source.start;
        let small = in_small(&phrase);
        match small.as_ref() {
            "he" | "his" | "him" | "she" | "her" | "it" | "its" | "they" | "their" | "i" | "my"
            | "we" | "our" => {
                return self.pronoun(&phrase, at, around);
            }
            "who" | "which" => return self.nearest_before(at).map(|entity| (entity, How::Beside)),
            "one" | "you" | "your" | "nobody" | "others" | "some" | "many" | "both" | "none"
            | "everybody" | "everyone" | "no one" => return None,
            _ => {}
        }
        if let Some((_, last)) = phrase
            .rsplit_once(' ')
            .filter(|(_, last)| matches!(*last, "he" | "she" | "they" | "it"))
        {
            return self.pronoun(last, at, around);
        }
        if small.starts_with("one of them") {
            return self.one_of_them(at);
        }
        if let Some(joint) = self.joint(source) {
            return Some((joint, How::Name));
        }
        if let Some(entity) = self.named_in(source) {
            self.reveal(entity, at);
            return Some(self.shown_as(entity, source));
        }
        if let Some(entity) = self.known_by_name(&phrase) {
            return Some((entity, How::Surname));
        }
        if let Some(entity) = self.told_of(source) {
            return Some((entity, How::Beside));
        }
        if let Some(entity) = self.short_form(&phrase) {
            return Some((entity, How::Name));
        }
        let phrase = whole(text, source, cue).unwrap_or(phrase);
        self.described(&phrase, at, around)
    }

    /// Whom the article names by the words of a headline, where every word may have its capital.
    fn known_by_name(&self, phrase: &str) -> Option<usize> {
        if !phrase
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
        {
            return None;
        }
        let own = words(phrase);
        let in_full = self.cast.in_full(&own, false);
        let known = in_full.or_else(|| self.cast.namesake(own.last()?, 0, None))?;
        let entity = &self.cast.all[known];
        (entity.named && entity.may_be_person() && entity.words.len() > 1).then_some(known)
    }

    /// A lead may quote "the mining minister", and only the next paragraph says who that is.
    fn reveal(&mut self, entity: usize, at: usize) {
        let known = &self.cast.all[entity];
        let new = known.last.is_none() && known.kind == Kind::Person && known.roles.is_empty();
        let paragraph = self.paragraph(at);
        if !new || paragraph > 4 {
            return;
        }
        let before = self.recent().find(|event| event.spoke).copied();
        let Some(before) =
            before.filter(|event| event.paragraph < paragraph && paragraph - event.paragraph <= 2)
        else {
            return;
        };
        let described = &self.cast.all[before.entity];
        if described.named || described.kind != Kind::Person || !described.definite {
            return;
        }
        let role = described.name.clone();
        self.cast.all[before.entity].alias = Some(entity);
        let known = &mut self.cast.all[entity];
        known.learn(&role);
        known.role.get_or_insert(role);
        self.index(entity);
    }

    fn shown_as(&self, entity: usize, source: &Range<usize>) -> (usize, How) {
        let known = &self.cast.all[entity];
        let whole = words(&self.cast.text[source.clone()]);
        let full = known.words.iter().all(|word| whole.contains(word));
        (entity, if full { How::Name } else { How::Surname })
    }

    /// `Fontaine and Santoso`.
    fn joint(&mut self, source: &Range<usize>) -> Option<usize> {
        let text = self.cast.text;
        if !text[source.clone()].contains(" and ") {
            return None;
        }
        let numbers = self.mentions_in(source);
        let people: Vec<usize> = numbers
            .filter(|number| self.mentions[*number].kind == Mentioned::Name)
            .filter_map(|number| self.who[number])
            .filter(|entity| self.cast.all[*entity].kind == Kind::Person)
            .collect();
        (people.len() == 2 && people[0] != people[1]).then(|| self.together(&people, source.start))
    }

    /// Who is named last before a relative pronoun.
    fn nearest_before(&self, at: usize) -> Option<usize> {
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

    /// One of the group that was spoken of last, told by its noun.
    fn one_of_them(&mut self, at: usize) -> Option<(usize, How)> {
        let group = self
            .recent()
            .map(|event| event.entity)
            .find(|entity| self.cast.all[*entity].kind == Kind::Group)?;
        let name = self.cast.all[group].name.clone();
        let noun = super::nouns::singular(name.split(' ').next_back()?).into_owned();
        let number = self.describe(&Description::read(&format!("one {noun}")), at);
        self.cast.all[number].name = noun;
        Some((number, How::Described))
    }

    fn short_form(&mut self, phrase: &str) -> Option<usize> {
        let bare = phrase
            .strip_prefix("the ")
            .or_else(|| phrase.strip_prefix("The "))
            .unwrap_or(phrase);
        let long = self.cast.shorts.get(bare).cloned();
        let own = words(long.as_deref().unwrap_or(bare));
        self.cast.in_full(&own, true).or_else(|| {
            let long = long?;
            let mut described = Description::read(&long);
            described.kind = Kind::Body;
            let number = self.describe(&described, 0);
            self.cast.all[number].name = long;
            Some(number)
        })
    }

    fn described(
        &mut self,
        phrase: &str,
        at: usize,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        let description = Description::read(phrase);
        if description.opening == Opening::Both {
            return self
                .two_meant(&description, at)
                .or_else(|| Some((self.describe(&description, at), How::Described)));
        }
        if let Some(owner) = description.owner.clone() {
            return Some(self.owned(&description, &owner, at, around));
        }
        if let Some(found) = self.meant(&description, at) {
            let known = &mut self.cast.all[found.0];
            if !known.named && !known.speaks && matches!(known.kind, Kind::Document | Kind::Body) {
                let end = [" of ", " for ", " on ", " in "]
                    .iter()
                    .filter_map(|of| known.name.find(of))
                    .min();
                known.name.truncate(end.unwrap_or(known.name.len()));
            }
            return Some(found);
        }
        if let Some(same) = self.same_words(&description) {
            return Some((same, How::Described));
        }
        Some((self.describe(&description, at), How::Described))
    }

    /// One described of late in the same words.
    fn same_words(&self, description: &Description) -> Option<usize> {
        let shown = description.shown();
        self.present().into_iter().find(|entity| {
            let known = &self.cast.all[*entity];
            known.name == shown
                && (description.opening != Opening::Indefinite || known.kind != Kind::Person)
        })
    }

    /// `her party`, `their association`, `his wife`.
    fn owned(
        &mut self,
        description: &Description,
        owner: &str,
        at: usize,
        around: Option<&Around>,
    ) -> (usize, How) {
        let possessor = self.pronoun(owner, at, around).map(|found| found.0);
        if description.kind == Kind::Person
            && let Some(found) = self
                .meant(description, at)
                .filter(|found| Some(found.0) != possessor)
        {
            return found;
        }
        if let Some(possessor) = possessor.filter(|_| description.kind == Kind::Body)
            && let Some(body) = self.body_of(possessor, description)
        {
            return (body, How::ThingNamed);
        }
        let number = self
            .same_words(description)
            .unwrap_or_else(|| self.describe(description, at));
        if let Some(possessor) = possessor.filter(|_| !self.cast.all[number].speaks) {
            let known = &self.cast.all[possessor];
            let many = known.kind == Kind::Group;
            let kin = known.kind == Kind::Person && KIN.contains(&description.noun.as_str());
            if many || kin {
                let mark = if many && known.name.ends_with('s') {
                    "'"
                } else {
                    "'s"
                };
                self.cast.all[number].name = format!("{}{mark} {}", known.name, description.bare);
            }
        }
        (number, How::Described)
    }

    /// The body of which somebody's role tells: the Civic Front for "her party".
    fn body_of(&self, possessor: usize, description: &Description) -> Option<usize> {
        let known = &self.cast.all[possessor];
        let mut bodies = known
            .roles
            .iter()
            .filter_map(|word| self.cast.by_word.get(word))
            .flat_map(|list| list.iter().rev().take(4));
        bodies
            .find(|body| {
                let body = &self.cast.all[**body];
                body.kind == Kind::Body
                    && body
                        .words
                        .iter()
                        .all(|word| known.has_role(&super::nouns::singular(word)))
                    && description.fits_thing(body).is_some()
            })
            .copied()
    }
}

/// Which phrase behind a noun belongs to the description of a speaker: `an aide to the president`.
const COMPLETING: [(&str, &[&str]); 5] = [
    (
        "to",
        &[
            "aide",
            "adviser",
            "advisor",
            "ambassador",
            "envoy",
            "assistant",
            "counsel",
            "close",
        ],
    ),
    ("on", &["commissioner", "rapporteur", "envoy"]),
    ("with", &["familiar"]),
    (
        "in",
        &[
            "government",
            "ministry",
            "parliament",
            "court",
            "embassy",
            "authorities",
        ],
    ),
    ("at", &["source"]),
];

/// A description with what completes it between its noun and the verb, or the next stop.
fn whole(text: &str, source: &Range<usize>, cue: Option<usize>) -> Option<String> {
    let rest = &text[source.end..];
    let stop = rest.find(|mark: char| {
        !(mark.is_alphanumeric() || matches!(mark, ' ' | '-' | '\'' | '’' | '\n'))
    });
    let stop = source.end + stop.unwrap_or(rest.len());
    let stop = cue
        .filter(|cue| *cue > source.end)
        .map_or(stop, |cue| cue.min(stop));
    let words: Vec<&str> = text[source.end..stop].split_whitespace().take(7).collect();
    let noun = text[source.clone()]
        .split_whitespace()
        .next_back()?
        .to_lowercase();
    let first = words.first()?;
    let (_, nouns) = COMPLETING.iter().find(|(of, _)| of == first)?;
    let place = *first != "in" || words.get(1)?.starts_with(char::is_uppercase);
    let fits = place && nouns.contains(&noun.as_str()) && (2..6).contains(&words.len());
    let timed = words[1..].iter().any(|word| {
        let of = class(&word.to_lowercase());
        of.is(Class::TIME
            .or(Class::OCCASION)
            .or(Class::AUXILIARY)
            .or(Class::RELATIVE))
    });
    (fits && !timed).then(|| format!("{} {}", folded(&text[source.clone()]), words.join(" ")))
}
