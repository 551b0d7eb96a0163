//! The words of a source: a name, a description or a pronoun, and whom they lead to.

use std::iter::successors;
use std::ops::Range;

use super::How;
use super::description::{Description, Opening};
use super::entity::Kind;
use super::extent::{whole, without_time};
use super::forms::letters;
use super::naming::words;
use super::pairs::Pair;
use super::places::{is_place, place};
use super::pronouns::Around;
use super::some::is_another;
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class, class_in_small, listed};
use crate::articles::quotations::spelling::{is_in_capitals, is_sign};
use crate::text::{folded, in_small};

impl Stage<'_> {
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
            "the former" | "the latter" => self.of_two_named(at, small == "the former"),
            one if one == "one" || is_another(one) => self.named_between_commas(source.end),
            _ => None,
        };
        if let Some(pronoun) = as_pronoun(&small, &phrase).filter(|_| !short) {
            return self.pronoun(pronoun, at, around);
        }
        match small.as_ref() {
            _ if short => {}
            "who" | "which" => return self.nearest_before(at).map(|entity| (entity, How::Beside)),
            "one" | "you" | "your" | "nobody" | "none" | "everybody" | "everyone" | "no one"
                if another.is_none() && self.told_between_commas(source.end).is_none() =>
            {
                return self.one_of_those(&small, at);
            }
            // `No minister said`, but not `No 10 said`
            _ if is_nobody(&small) => return None,
            _ => {}
        }
        let one = small.starts_with("one of").then(|| self.told_of(source));
        if let Some(entity) = one.flatten().or(another) {
            return Some((entity, How::Beside));
        }
        if let Some(country) = self.country_in_full(&phrase) {
            return Some((country, How::Surname));
        }
        if let Some(found) = self.told_of_others(source, &phrase, cue, around) {
            return Some(found);
        }
        if let Some(entity) = self.titled_throughout(source) {
            return Some(self.shown_as(entity, source));
        }
        if let Some(joint) = self.paired(source).or_else(|| self.joint(source)) {
            return Some((joint, How::Name));
        }
        if let Some(joint) = self.all_named(source) {
            return Some((joint, How::Name));
        }
        if let Some(entity) = self.by_generation(&small) {
            return Some((entity, How::Surname));
        }
        let issuers = successors(issuer_in(text, source), |outer| issuer_in(text, outer));
        let behind = || commenter_behind(text, source, cue);
        if let Some(issuer) = issuers.last().or_else(behind) {
            return self.source(&issuer, cue, around);
        }
        if let Some(staff) = self.staff_of_whose(source, &phrase) {
            return Some(staff);
        }
        // `A Norwegian newspaper, Le Puits, said`
        let noun = phrase.rsplit(' ').next().unwrap_or_default();
        if noun.starts_with(char::is_lowercase)
            && let Some(body) = self.body_between_commas(&phrase, source.end)
        {
            return Some((body, How::Beside));
        }
        if let Some(person) = self.person_between_commas(&phrase, source.end) {
            return Some((person, How::Beside));
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
        if let Some(people) = self.listed_behind(source) {
            return Some((self.together(&people, at), How::Beside));
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

    /// Who is told by others that the article has told of: a part of a group, an office in short, whoever stands beside.
    fn told_of_others(
        &mut self,
        source: &Range<usize>,
        phrase: &str,
        cue: Option<usize>,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        let (small, at) = (in_small(phrase), source.start);
        if let Some(some) = small.strip_suffix(" of them")
            && let Some(found) = self.some_of_them(some, at, around)
        {
            return Some(found);
        }
        if let Some(bearer) = self.by_initials(phrase) {
            return Some((bearer, How::RoleLike));
        }
        let office = self.office_in_short(phrase);
        if let Some(office) = office.or_else(|| self.office_in_headline(phrase, at))
            && let Some(found) = self.meant(&Description::read(&office), at)
        {
            return Some(found);
        }
        self.told_beside(&small, source, cue)
            .or_else(|| self.share(phrase, at))
            .or_else(|| self.some(&small, at, around))
    }

    /// Who is named or told right behind a source: `one of them, who gave his name as Juma, said`, `the other, a retired
    /// surveyor, said`.
    fn told_beside(
        &mut self,
        small: &str,
        source: &Range<usize>,
        cue: Option<usize>,
    ) -> Option<(usize, How)> {
        if let Some(entity) = self.called_beside(source, cue?) {
            return Some((entity, How::Beside));
        }
        let one = [
            "another",
            "one",
            "a second",
            "a third",
            "the other",
            "the second",
        ];
        if !one.contains(&small) {
            return None;
        }
        let told = self.told_between_commas(source.end)?;
        let mut description = Description::read(told);
        description.kind = Kind::Person;
        Some((self.describe(&description, source.start), How::Described))
    }

    /// Some of a group that is told without a name: `Two sources said so. One of them said …`
    fn some_of_them(
        &mut self,
        some: &str,
        at: usize,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        const SOME: [&str; 6] = ["one", "two", "three", "another", "a second", "a third"];
        if !SOME.contains(&some) {
            return None;
        }
        let (group, _) = self.thing(true, at, around)?;
        let known = &self.cast.all[group];
        if known.named || known.kind != Kind::Group {
            return None;
        }
        let (first, rest) = known.name.split_once(' ').unwrap_or((&known.name, ""));
        let counted = class_in_small(first).is(Class::NUMBER.or(Class::DETERMINER));
        let name = if counted {
            format!("{some} of {} {rest}", in_small(first))
        } else {
            format!("{some} of the {}", known.name)
        };
        let description = Description::read(&name);
        Some((self.named_so(name, &description, at), How::Described))
    }

    /// The last with an office whose first letters stand for it: `the ASP`, of an Additional Superintendent of Police.
    fn by_initials(&self, phrase: &str) -> Option<usize> {
        let short = phrase
            .strip_prefix("the ")
            .or_else(|| phrase.strip_prefix("The "))
            .filter(|short| (2..=5).contains(&short.len()))?;
        if !short.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        let stands_for = |role: &String| {
            let large = role
                .split([' ', '-'])
                .filter_map(|word| word.chars().next());
            let initials: String = large.filter(|letter| letter.is_uppercase()).collect();
            // `the HFU` is the union itself, not its president.
            let of_body = body_behind_of(role).is_some_and(|body| body.ends_with(short));
            initials.ends_with(short) && !of_body
        };
        let mut people = self.present().into_iter();
        people.find(|entity| {
            let known = &self.cast.all[*entity];
            known.named && known.may_be_person() && known.role.as_ref().is_some_and(stands_for)
        })
    }

    /// An office by its letters: `the SHO`, where the article has a station house officer.
    fn office_in_short(&self, phrase: &str) -> Option<String> {
        let short = phrase
            .strip_prefix("the ")
            .or_else(|| phrase.strip_prefix("The "))?;
        // `the Lutonian PM`
        if let Some((from, office)) = short.rsplit_once(' ')
            && let Some(office) = office_of(office)
            && from.starts_with(char::is_uppercase)
            && from.ends_with(char::is_lowercase)
        {
            return Some(format!("the {from} {office}"));
        }
        let known = office_of(short);
        let long = self.cast.shorts.get(short).map(String::as_str);
        let office = format!("the {}", long.or(known)?);
        (Description::read(&office).kind == Kind::Person).then_some(office)
    }

    /// The same in a headline, which has no article: `FM`, `Lutonian deputy FM`.
    fn office_in_headline(&self, phrase: &str, at: usize) -> Option<String> {
        let (from, short) = phrase.rsplit_once(' ').unwrap_or(("", phrase));
        let told = |word: &str| {
            word.starts_with(char::is_uppercase) || matches!(word, "deputy" | "former" | "acting")
        };
        let office = office_of(short).filter(|_| self.paragraph(at) == 0)?;
        let whole = from.is_empty() || from.split(' ').all(told);
        whole.then(|| format!("{from} {office}").trim_start().to_owned())
    }

    /// The country that the article names in full: `S. Korea`, where it has South Korea.
    fn country_in_full(&self, phrase: &str) -> Option<usize> {
        const HALVES: [&str; 5] = ["Korea", "Africa", "Sudan", "Ireland", "Macedonia"];
        let (side, rest) = phrase.split_at_checked(1)?;
        let side = match side {
            "N" => "north",
            "S" => "south",
            _ => return None,
        };
        let half = rest.trim_start_matches(['.', ' ']);
        let apart = half.len() < rest.len() && HALVES.contains(&half);
        let own = [side.to_owned(), in_small(half).into_owned()];
        apart.then(|| self.cast.in_full(&own, false)).flatten()
    }

    /// The body whose name has these first letters, as it stands in a headline: `WHO`, where the article has the World
    /// Health Organization.
    fn body_of_letters(&self, phrase: &str) -> Option<usize> {
        let known = self.cast.initials.get(&*letters(phrase)).copied()?;
        let country = place(phrase).is_some_and(|placed| !placed.origin.is_union());
        (is_in_capitals(phrase) && !country).then_some(known)
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
        if long.is_none()
            && let Some(body) = self.body_of_letters(named)
        {
            return Some(body);
        }
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
        let found = self.meant(&description, at);
        if let Some(body) = self.only_body(&description, found.map(|found| found.0)) {
            self.cast.all[body].learn(&description.noun);
            return Some((body, How::ThingLike));
        }
        if let Some(found) = found {
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
                // `a group of scientists` is more than a group.
                let people = [
                    "group",
                    "coalition",
                    "band",
                    "team",
                    "alliance",
                    "consortium",
                ];
                let noun = known.name.split(" of ").next().unwrap_or_default();
                let many = people.iter().any(|people| noun.ends_with(people));
                let ends = [" of ", " for ", " on ", " in "];
                let ends = ends.iter().skip(usize::from(many));
                let end = ends.filter_map(|of| belongs(of)).min();
                known.name.truncate(end.unwrap_or(known.name.len()));
            }
            return Some(found);
        }
        if let Some(same) = self.same_words(&description) {
            return Some((same, How::Described));
        }
        let number = self.describe(&description, at);
        self.cast.all[number].named = is_unknown_name(phrase);
        let owned = self.with_owner_within(description.shown(), at, around);
        if let Some(name) = owned {
            self.cast.all[number].name = name;
        }
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

/// The first letters of the body in which somebody has a role: `HFU` of the president of the Harbour Farmers' Union.
fn body_behind_of(role: &str) -> Option<String> {
    let (office, body) = role.split_once(" of ")?;
    let small = office
        .split(' ')
        .all(|word| !word.starts_with(char::is_uppercase));
    let first = body
        .split([' ', '-'])
        .filter_map(|word| word.chars().next());
    small.then(|| first.filter(|letter| letter.is_uppercase()).collect())
}

/// An office that is told by its letters in any article.
fn office_of(short: &str) -> Option<&'static str> {
    let long = match short {
        "PM" => "prime minister",
        "FM" => "foreign minister",
        "CM" => "chief minister",
        "CS" => "cabinet secretary",
        "DPM" => "deputy prime minister",
        "EAM" => "external affairs minister",
        "VP" => "vice president",
        _ => return None,
    };
    Some(long)
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

/// Whose words are meant, as the words between them and their verb tell: `Comments by the minister suggested`.
fn commenter_behind(text: &str, source: &Range<usize>, cue: Option<usize>) -> Option<Range<usize>> {
    const WORDS: [&str; 6] = [
        "comments",
        "remarks",
        "comment",
        "statements",
        "testimony",
        "posts",
    ];
    let noun = text[source.clone()].rsplit(' ').next()?;
    let rest = text.get(source.end..cue?)?;
    let by = [" by ", " from "]
        .into_iter()
        .find(|by| rest.starts_with(by))?;
    let inner = &rest[by.len()..];
    // `Comments by two of them - Iris Vane and Hal Orr - suggested`
    let dash = inner.find(" - ").unwrap_or(inner.len());
    let mark = inner.find([',', '(', '–', '—', '"', '“']);
    let end = mark.unwrap_or(inner.len()).min(dash);
    let who = inner[..end].trim_end();
    let start = source.end + by.len();
    let said = WORDS.contains(&in_small(noun).as_ref()) && !who.is_empty();
    said.then(|| start..start + who.len())
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

/// The pronoun that a source is, ends with or stands for: `His Excellency`.
fn as_pronoun<'p>(small: &str, phrase: &'p str) -> Option<&'p str> {
    match small {
        "them" => Some("they"),
        "he" | "his" | "him" | "she" | "her" | "it" | "its" | "they" | "their" | "i" | "my"
        | "we" | "our" => Some(phrase),
        "his excellency" | "his highness" | "his majesty" | "his holiness" => Some("he"),
        "her excellency" | "her highness" | "her majesty" => Some("she"),
        _ => {
            let (_, last) = phrase.rsplit_once(' ')?;
            matches!(last, "he" | "she" | "they" | "it").then_some(last)
        }
    }
}

/// Whether a phrase says that nobody of a kind spoke: `no minister`.
fn is_nobody(small: &str) -> bool {
    let of = small.strip_prefix("no ");
    of.is_some_and(|of| of.starts_with(char::is_alphabetic))
}
