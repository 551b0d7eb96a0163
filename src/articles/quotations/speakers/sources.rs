//! The words of a source: a name, a description or a pronoun, and whom they lead to.

use std::iter::successors;
use std::ops::Range;

use super::How;
use super::description::{Description, Opening};
use super::entity::Kind;
use super::extent::{whole, without_time};
use super::naming::words;
use super::pairs::Pair;
use super::places::is_place;
use super::pronouns::Around;
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class, class_in_small, listed};
use crate::articles::quotations::names::Mentioned;
use crate::articles::quotations::phrases::is_name_particle;
use crate::articles::quotations::spelling::{is_in_capitals, is_sign};
use crate::text::{folded, in_small};

/// Words behind which a name only belongs to what comes before: `a spokesman for Vell`.
const BELONGING: [&str; 12] = [
    "of", "for", "from", "to", "at", "in", "with", "by", "on", "near", "against", "under",
];
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
            let begin = mention
                .title
                .as_ref()
                .map_or(mention.span.start, |title| title.start);
            let before = text[source.start..begin.max(source.start)].trim_end();
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
            let of_body = word == "of" && mention.title.is_some() && ends_with_body(before);
            // `aides to Vell and Orr`, `critics in lower Lutonia`
            let of = class(word);
            let goes_on =
                word == "and" || mention.title.is_none() && !of.is(Class::SPEAKER.or(Class::TITLE));
            let lower = word.starts_with(char::is_lowercase);
            let both = goes_on && lower && before.split(' ').any(|word| BELONGING.contains(&word));
            // `Russia's Defence Ministry`
            let whole = self.cast.all[entity].name == text[source.clone()];
            let owned = owned && !whole;
            let belongs = both
                || BELONGING.contains(&word) && !(small && word == "of") && !of_body
                || owned && mention.title.is_none();
            let ends = rest
                .trim_start_matches(|mark: char| !mark.is_alphanumeric())
                .is_empty();
            let opens = mention.span.start == source.start || begin <= source.start;
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
                let marks = around.is_some_and(|around| around.marks);
                if !marks && word.eq_ignore_ascii_case("i") {
                    return Some((self.author()?, How::First));
                }
                let marks = around.filter(|_| marks)?;
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
        let source = &without_brackets(text, &without_reflexive(text, source));
        let phrase = folded(without_time(&text[source.clone()]));
        let at = source.start;
        let small = in_small(&phrase);
        // `WHO said` is about a body.
        let short = is_in_capitals(&phrase);
        // `Another, Ida Vell, said`
        let another = match small.as_ref() {
            "another" | "one" | "a second" | "a third" | "the other" => {
                self.named_between_commas(source.end)
            }
            _ => None,
        };
        match small.as_ref() {
            _ if short => {}
            "he" | "his" | "him" | "she" | "her" | "it" | "its" | "they" | "their" | "i" | "my"
            | "we" | "our" => {
                return self.pronoun(&phrase, at, around);
            }
            "who" | "which" => return self.nearest_before(at).map(|entity| (entity, How::Beside)),
            "one" | "you" | "your" | "nobody" | "none" | "everybody" | "everyone" | "no one"
                if another.is_none() =>
            {
                return None;
            }
            _ => {}
        }
        if let Some((_, last)) = phrase
            .rsplit_once(' ')
            .filter(|(_, last)| matches!(*last, "he" | "she" | "they" | "it"))
        {
            return self.pronoun(last, at, around);
        }
        if small.starts_with("one of")
            && let Some(entity) = self.told_of(source)
        {
            return Some((entity, How::Beside));
        }
        if let Some(entity) = another {
            return Some((entity, How::Beside));
        }
        if let Some(share) = self.share(&phrase, at) {
            return Some(share);
        }
        if let Some(some) = self.some(&small, at, around) {
            return Some(some);
        }
        if let Some(joint) = self.paired(source).or_else(|| self.joint(source)) {
            return Some((joint, How::Name));
        }
        if let Some(entity) = self.by_generation(&small) {
            return Some((entity, How::Surname));
        }
        let issuers = successors(issuer_in(text, source), |outer| issuer_in(text, outer));
        if let Some(issuer) = issuers.last() {
            return self.source(&issuer, cue, around);
        }
        if let Some(entity) = self.named_in(source) {
            self.reveal(entity, at);
            return Some(self.shown_as(entity, source));
        }
        if let Some(entity) = self.periodical(source) {
            return Some((entity, How::Name));
        }
        if let Some(entity) = self.known_by_name(&phrase) {
            return Some((entity, How::Surname));
        }
        if let Some(entity) = self.told_of(source) {
            return Some((entity, How::Beside));
        }
        if let Some(body) = self.body_between_commas(&phrase, source.end) {
            return Some((body, How::Beside));
        }
        if let Some(office) = self.office_in_short(&phrase) {
            return self.described(&office, at, around);
        }
        if let Some(entity) = self.short_form(&phrase) {
            return Some((entity, How::Name));
        }
        // `Vell said her team believed it` is about hers.
        let owned = ["his ", "her ", "its ", "their "]
            .iter()
            .any(|owner| small.starts_with(owner));
        let phrase = whole(text, source, cue).unwrap_or(phrase);
        // `Vell said the minister believed it` is not about Vell's own belief, nor does a president speak of herself
        // as `the President of Norland`.
        let own = |around: &&Around| around.marks && phrase.split(' ').count() <= 2;
        let teller = around.filter(|around| !owned && !own(around));
        let teller = teller.and_then(|around| around.speaker);
        self.barred.extend(teller);
        self.described(&phrase, at, around)
    }

    /// Who is named right behind a place, between two commas.
    fn named_between_commas(&self, at: usize) -> Option<usize> {
        let number = self.mentions_before(at);
        let mention = self.mentions.get(number)?;
        let text = self.cast.text;
        let begin = mention
            .title
            .as_ref()
            .map_or(mention.span.start, |title| title.start);
        let opened = text.get(at..begin)? == ", ";
        let closed = text[mention.span.end..].starts_with(',');
        let named = mention.kind == Mentioned::Name;
        self.who[number].filter(|_| opened && closed && named)
    }

    /// The body that is named right behind what it is: `A rights group, the Harbour Observatory, said`.
    fn body_between_commas(&mut self, phrase: &str, at: usize) -> Option<usize> {
        let number = self.mentions_before(at);
        let span = self.mentions.get(number)?.span.clone();
        let text = self.cast.text;
        let opened = matches!(text.get(at..span.start)?, ", the " | ", ");
        let rest = text[span.end..].strip_prefix(',')?;
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
    fn known_by_name(&self, phrase: &str) -> Option<usize> {
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

    /// A lead may quote "the mining minister", and only the next paragraph says who that is.
    fn reveal(&mut self, entity: usize, at: usize) {
        let known = &self.cast.all[entity];
        let kind = known.kind;
        let new = known.last.is_none() && known.roles.is_empty();
        let paragraph = self.paragraph(at);
        // `the pay watchdog said.` and, in the paragraph below, `The Wage Council`
        let first = kind == Kind::Body && paragraph <= 3 && self.begins_paragraph(at);
        if !new || paragraph > 4 || !(kind == Kind::Person || first) {
            return;
        }
        let before = self.recent().find(|event| event.spoke).copied();
        let Some(before) =
            before.filter(|event| event.paragraph < paragraph && paragraph - event.paragraph <= 2)
        else {
            return;
        };
        let described = &self.cast.all[before.entity];
        if described.named || described.kind != kind || !described.definite {
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

    /// An office by its letters: `the SHO`, where the article has a station house officer.
    fn office_in_short(&self, phrase: &str) -> Option<String> {
        let short = phrase
            .strip_prefix("the ")
            .or_else(|| phrase.strip_prefix("The "))?;
        let office = format!("the {}", self.cast.shorts.get(short)?);
        (Description::read(&office).kind == Kind::Person).then_some(office)
    }

    fn short_form(&mut self, phrase: &str) -> Option<usize> {
        let bare = phrase
            .strip_prefix("the ")
            .or_else(|| phrase.strip_prefix("The "))
            .unwrap_or(phrase);
        // `the M5S party`
        let named = bare
            .rsplit_once(' ')
            .filter(|(short, noun)| {
                let noun = class(noun);
                noun.is(Class::BODY)
                    && !noun.is(Class::PERSON)
                    && self.cast.shorts.contains_key(*short)
            })
            .map_or(bare, |(short, _)| short);
        let long = self.cast.shorts.get(named).cloned();
        if long.is_none() && !bare.starts_with(char::is_uppercase) {
            return None;
        }
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
        if let Some(two) = self.two_named(&description, at) {
            return Some((two, How::Both));
        }
        if let Some(pair) = Pair::read(&description) {
            if let Some(two) = self.two_meant(&pair, at) {
                return Some((two, How::Both));
            }
            if pair.is_bare() {
                return None;
            }
        }
        if let Some(owner) = description.owner.clone() {
            return Some(self.owned(&description, &owner, at, around));
        }
        if let Some(found) = self.meant(&description, at) {
            let known = &mut self.cast.all[found.0];
            if !known.named && !known.speaks && matches!(known.kind, Kind::Document | Kind::Body) {
                let belongs = |of: &str| {
                    let at = known.name.find(of)?;
                    let rest = &known.name[at + of.len()..];
                    let the = if matches!(known.kind, Kind::Document) {
                        rest.strip_prefix("the ")
                    } else {
                        None
                    };
                    let named = the.unwrap_or(rest).starts_with(char::is_uppercase);
                    (!named).then_some(at)
                };
                let ends = [" of ", " for ", " on ", " in "];
                let end = ends.iter().filter_map(|of| belongs(of)).min();
                known.name.truncate(end.unwrap_or(known.name.len()));
            }
            return Some(found);
        }
        if let Some(same) = self.same_words(&description) {
            return Some((same, How::Described));
        }
        let number = self.describe(&description, at);
        self.cast.all[number].named = is_unknown_name(phrase);
        Some((number, How::Described))
    }

    /// One described of late in the same words.
    pub(super) fn same_words(&self, description: &Description) -> Option<usize> {
        let shown = description.shown();
        self.present().into_iter().find(|entity| {
            let known = &self.cast.all[*entity];
            known.name == shown
                && (description.opening != Opening::Indefinite || known.kind != Kind::Person)
        })
    }
}

/// Whether a word with a capital is likely the name of somebody whom the article has not introduced.
fn is_unknown_name(phrase: &str) -> bool {
    let small = in_small(phrase);
    let mut marks = phrase.chars();
    marks.next().is_some_and(char::is_uppercase)
        && phrase.len() > 2
        && marks.all(char::is_lowercase)
        && !phrase.ends_with('s')
        && listed(&small).is_none()
        && !is_place(phrase)
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

/// `Bank of`, before the place and the office of somebody.
fn ends_with_body(before: &str) -> bool {
    let mut words = before.rsplit(' ').skip(1);
    words.next().is_some_and(|noun| {
        noun.starts_with(char::is_uppercase) && class_in_small(noun).is(Class::BODY)
    })
}

/// How many bytes a statement has with whom it is from.
const SHORTEST_STATEMENT: usize = "statement from us".len();

/// By whom a statement is, as its own words tell: `a statement from the port authority`.
fn issuer_in(text: &str, source: &Range<usize>) -> Option<Range<usize>> {
    let words = &text[source.clone()];
    if words.len() < SHORTEST_STATEMENT {
        return None;
    }
    let (at, joint) = [" from ", " by "]
        .iter()
        .find_map(|joint| Some((words.find(joint)?, joint)))?;
    let said = words[..at]
        .trim_end_matches(" issued")
        .trim_end_matches(" released");
    let statement = said.ends_with("statement") || said.ends_with("communique");
    let issuer = source.start + at + joint.len()..source.end;
    (statement && !issuer.is_empty()).then_some(issuer)
}

/// `the Grain Board (GB)`
fn without_brackets(text: &str, source: &Range<usize>) -> Range<usize> {
    let words = &text[source.clone()];
    let opens = words.ends_with(')').then(|| words.rfind(" (")).flatten();
    let sign = || words.rfind(' ').filter(|at| is_sign(&words[at + 1..]));
    let end = opens
        .or_else(sign)
        .map_or(source.end, |at| source.start + at);
    source.start..end
}

/// `the ministry itself`
fn without_reflexive(text: &str, source: &Range<usize>) -> Range<usize> {
    let words = &text[source.clone()];
    let stem = [
        " itself",
        " himself",
        " herself",
        " themselves",
        " both",
        " each",
    ]
    .iter()
    .find_map(|word| words.strip_suffix(word));
    let length = stem.map_or(words.len(), |stem| stem.trim_end().len());
    source.start..source.start + length
}
