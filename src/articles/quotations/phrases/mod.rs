//! Noun phrases without a tagger: where those begin and end that name a speaker.

mod antecedent;
mod appositions;
mod belonging;
mod chunks;
mod fields;
mod finite_verbs;
mod fronted;
mod nouns;
mod openings;
mod posts;
mod second;
mod subject;
mod times;
mod whole;

use std::ops::Range;

use super::lexicon::Class;
use super::names::given_in_small;
use super::word_list::WordList;
use super::words::{Kind, Token};

pub(super) use appositions::is_party;
use belonging::{is_of_people, is_retired};
use chunks::goes_on_placed;
pub(super) use chunks::is_whole_clause;
pub(super) use finite_verbs::is_verb;
pub(super) use fronted::is_fronted;
use nouns::{goes_on_behind, is_many};
pub(super) use nouns::{is_done_to, is_nickname, is_told_of, told_end};
pub(super) use openings::behind_place;
use posts::is_posted;
pub(super) use posts::{place_of_office, served_office};
pub(super) use second::joined_end;
pub(super) use subject::subject;
use times::begins_time;
pub(super) use times::time_end;
pub(super) use whole::{is_behind_noun, named_behind, whole};

/// Where a number of somebody ends that begins here: `more than 100 scientists`, `at least three people`, `two in five
/// adults`.
pub(super) fn counted_end(tokens: &[Token<'_>], start: usize, end: usize) -> Option<usize> {
    let first = tokens.get(start).filter(|_| start < end)?;
    if !chunks::is_inexact(first) {
        let exact = chunks::is_number(tokens, start) && !first.is_word("a");
        let of = exact.then(|| chunks::behind_number(tokens, start, end));
        return of.filter(|of| *of > phrase_end(tokens, start));
    }
    let mark = (start..end).find(|at| tokens[*at].mark().is_some_and(|mark| mark != '%'));
    chunks::counted(tokens, start, mark.unwrap_or(end)).map(|counted| counted.end)
}

/// Whether a word is a small one within the names of people.
pub(super) fn is_particle(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && is_name_particle(token.text)
}

/// Whether a word only joins the parts of a name.
#[rustfmt::skip]
pub(super) fn is_name_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "del" | "della" | "di" | "da" | "do" | "dos" | "du" | "van" | "von" | "der" | "den"
            | "ter" | "bin" | "ibn" | "al" | "el" | "la" | "le" | "y" | "bint" | "binti" | "binte" | "zu"
            | "ben" | "bte" | "sans" | "das" | "dei" | "dal" | "des" | "las" | "los" | "zur" | "af" | "ul"
    )
}

/// Whether a token may stand within a noun phrase, not at its beginning.
fn goes_on(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Name => {
            (!token.is(Class::TIME)
                || token.is(Class::TITLE)
                || named_like_a_month(tokens, at)
                || named_like_a_day(tokens, at))
                && !tells_when(tokens, at)
        }
        Kind::Number | Kind::Genitive => !tells_when(tokens, at),
        Kind::Word => {
            let small = Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::SUBJECT)
                .or(Class::OBJECT)
                .or(Class::PREPOSITION)
                .or(Class::AND)
                .or(Class::SUBORDINATOR)
                .or(Class::RELATIVE)
                .or(Class::QUESTION)
                .or(Class::TIME)
                .or(Class::ADVERB);
            !token.is(small) && !tells_when(tokens, at) && !is_verb(tokens, at)
        }
        Kind::Quoted(_) => is_nickname(tokens, at) && !tells_when(tokens, at),
        Kind::Mark(_) => false,
    }
}

/// Whether a word behind a phrase tells when or where something was said of it.
fn tells_when(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    let (token, next) = (&tokens[at], tokens.get(at + 1));
    // `told the board last year`
    let dated =
        || token.any(words!["last", "next"]) && next.is_some_and(|next| next.is(Class::TIME));
    // `said the mayor late on Sunday`, `said the mayor two days later`
    let online = || {
        token.is_word("online")
            || token.is_word("back") && next.is_some_and(|next| next.is_word("in"))
    };
    !before.is(Class::DETERMINER) && (dated() || begins_time(tokens, at))
        || before.is(Class::SPEAKER) && online()
}

/// Whether a time is the first word of a name: `the Morning Courier`, `the Sunday Post`.
fn named_like_a_day(tokens: &[Token<'_>], at: usize) -> bool {
    // `the station's Today programme`
    let programme = at > 0
        && tokens[at - 1].kind == Kind::Genitive
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.any(words!["programme", "program", "show", "podcast"]));
    programme
        || at > 0
            && tokens[at - 1].is_word("the")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Name && !next.is(Class::TIME))
}

/// Whether a word such as `May` or `April` is the first or the last name of somebody.
pub(super) fn named_like_a_month(tokens: &[Token<'_>], at: usize) -> bool {
    let name = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    let mut behind = tokens[at + 1..].iter().skip_while(|next| is_particle(next));
    tokens[at].any(words!["jan", "may", "april", "june", "august"])
        && (behind.next().is_some_and(name)
            || at > 0
                && name(&tokens[at - 1])
                && tokens
                    .get(at + 1)
                    .is_none_or(|next| next.kind != Kind::Number))
}

/// Whether `her` is somebody who is told, and owns nothing: `told her that`.
fn is_addressed(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].is_word("her")
        && tokens.get(at + 1).is_none_or(|next| {
            next.mark().is_some()
                || next.quoted().is_some()
                || next.is(Class::PREPOSITION.or(Class::QUESTION).or(Class::SUBJECT))
                    && !next.is(Class::NUMBER)
                || next.any(words![
                    "the", "a", "an", "that", "this", "these", "those", "his", "their", "its",
                    "my", "our", "your"
                ])
        })
}

/// The end of the noun phrase that begins at a token; the beginning itself if none does.
pub(super) fn phrase_end(tokens: &[Token<'_>], start: usize) -> usize {
    let Some(first) = tokens.get(start) else {
        return start;
    };
    if first.is(Class::SUBJECT.or(Class::OBJECT))
        && first.kind != Kind::Number
        && (!first.is(Class::DETERMINER.or(Class::POSSESSIVE)) || is_addressed(tokens, start))
    {
        return start + 1;
    }
    let mut at = start;
    while at < tokens.len()
        && tokens[at].is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::NUMBER))
    {
        at += 1;
    }
    let mut named = false;
    while at < tokens.len() {
        let token = &tokens[at];
        let told = token.is_gerund() && is_told_of(tokens, at);
        if at > start && (told || is_apposed(tokens, at)) {
            break;
        }
        let of = token.kind == Kind::Word && token.any(words!["of", "for", "from"]);
        let many = at == start + 1 && is_of_people(tokens, at);
        if of && at > start && (many || !named_person(&tokens[start..at])) {
            let more = tokens
                .get(at + 1)
                .is_some_and(|next| next.any(words!["more", "fewer", "less"]));
            let next = at + 1 + usize::from(more);
            let placed = next < tokens.len() && goes_on_placed(tokens, next);
            let inner = phrase_end(tokens, if placed { next + 1 } else { at + 1 });
            // `a crowd of about 300`
            let number = tokens.get(next + 1).filter(|_| placed);
            let counted = inner == next + 1 && number.is_some_and(|one| one.kind == Kind::Number);
            let inner = inner + usize::from(counted);
            if inner > at + 1 {
                // `a nurse from Oban county`
                let house = tokens[inner - 1].kind == Kind::Name
                    && tokens.get(inner).is_some_and(is_part_of_country);
                return inner + usize::from(house);
            }
            break;
        }
        if is_posted(tokens, at) {
            at += 1;
            continue;
        }
        if let Some(name) = two_roles(tokens, start, at) {
            at = name;
            continue;
        }
        let both = token.is_word("and")
            && named
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Name && !next.is(Class::TIME));
        let small = named
            && token.kind == Kind::Word
            && !is_particle(token)
            && tokens[at - 1].kind == Kind::Name
            && !tokens[at - 1].is(Class::TIME);
        if small
            && !tokens[start].is(Class::DETERMINER.or(Class::POSSESSIVE))
            && !both
            && !is_many(token)
            && !names_office(tokens, at)
            && !goes_on_behind(tokens, at)
        {
            break;
        }
        // `a Raleigh News & Observer analysis`
        let name = |at: usize| tokens.get(at).is_some_and(|next| next.kind == Kind::Name);
        if token.is_mark('&') && at > start && name(at - 1) && name(at + 1) {
            at += 1;
            continue;
        }
        if joins_attributes(tokens, at) {
            at += 2;
            continue;
        }
        if token.is_mark('(') && at > start && is_retired(tokens, at) {
            at += 3;
            continue;
        }
        // `João do Carmo`, but `the lawyers do not dispute it`
        let joint = || {
            let name = |next: &Token<'_>| next.kind == Kind::Name || is_particle(next);
            is_particle(token) && tokens.get(at + 1).is_some_and(name)
        };
        if !both && !goes_on(tokens, at) && !joint() {
            break;
        }
        // After a possessive a determiner is no beginning of another phrase.
        named |= token.kind == Kind::Name;
        at += 1;
    }
    at
}

/// Adjectives that stand together before a noun for several.
const ATTRIBUTES: WordList = WordList::new(&[
    "current",
    "former",
    "past",
    "present",
    "serving",
    "retired",
    "local",
    "regional",
    "state",
    "provincial",
    "federal",
    "national",
    "international",
    "foreign",
    "domestic",
    "military",
    "civilian",
    "political",
    "religious",
    "diplomatic",
    "senior",
    "junior",
    "elected",
    "appointed",
    "public",
    "private",
    "male",
    "female",
    "young",
    "old",
    "rural",
    "urban",
    "legal",
    "medical",
    "financial",
    "security",
    "intelligence",
    "police",
    "health",
    "western",
    "arab",
    "european",
    "american",
    "independent",
    "progressive",
    "conservative",
    "moderate",
    "liberal",
    "democratic",
    "republican",
]);

/// Whether "and" joins two adjectives before a noun for several: `four current and former officials`.
fn joins_attributes(tokens: &[Token<'_>], and: usize) -> bool {
    let attribute = |token: &Token<'_>| token.any(&ATTRIBUTES);
    tokens[and].is_word("and")
        && and > 0
        && tokens
            .get(and + 2)
            .is_some_and(|noun| noun.is(Class::SPEAKER) && noun.ends_in_s())
        && attribute(&tokens[and - 1])
        && attribute(&tokens[and + 1])
}

/// Whether a noun behind a name tells what part of a country it is: `Oban county`.
fn is_part_of_country(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
        && token.any(words![
            "county",
            "state",
            "province",
            "city",
            "town",
            "township",
            "village",
            "district",
            "region",
            "prefecture",
            "governorate",
            "municipality"
        ])
}

/// How many words an office may have between the name of a body or a country and that of a person.
const LONGEST_OFFICE: usize = 3;

/// Whether an office stands between two names: `Tollen spokesperson Ann Vell`.
fn names_office(tokens: &[Token<'_>], at: usize) -> bool {
    let plain = |at: &usize| goes_on(tokens, *at) && tokens[*at].kind == Kind::Word;
    let words = (at..tokens.len().min(at + LONGEST_OFFICE)).take_while(plain);
    let end = at + words.count();
    let named = tokens
        .get(end)
        .is_some_and(|next| next.kind == Kind::Name && !next.is(Class::TIME));
    named && end > at && tokens[end - 1].is(Class::PERSON) && !tokens[end - 1].text.ends_with('s')
}

/// Where the name begins behind two roles without an article: `lawyer and political scientist Iris Vane`.
fn two_roles(tokens: &[Token<'_>], start: usize, and: usize) -> Option<usize> {
    let role = |at: usize| tokens[at].kind == Kind::Word && tokens[at].is(Class::PERSON);
    let joint = and > start && tokens[and].is_word("and") && role(and - 1);
    let bare = !tokens[start].is(Class::DETERMINER.or(Class::POSSESSIVE));
    if !joint || !bare {
        return None;
    }
    let far = tokens.len().min(and + 5);
    let name = (and + 2..far).find(|at| tokens[*at].kind == Kind::Name)?;
    let words = (and + 1..name).all(|at| goes_on(tokens, at));
    let named = tokens
        .get(name + 1)
        .is_some_and(|next| next.kind == Kind::Name);
    (words && named && role(name - 1)).then_some(name)
}

/// Adjectives that stand behind their nouns.
const APPOSED: WordList =
    WordList::new(&["familiar", "close", "aware", "privy", "loyal", "opposed"]);

/// Whether an adjective stands behind its noun: `officials familiar with the talks`, `two people close to him`.
fn is_apposed(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0
        && tokens[at].kind == Kind::Word
        && tokens[at].any(&APPOSED)
        && tokens[at - 1].kind == Kind::Word
        && (tokens[at - 1].text.ends_with('s') || tokens[at - 1].is_word("people"))
        && tokens
            .get(at + 1)
            .is_none_or(|next| next.any(words!["to", "with", "of"]))
}

/// The noun phrase that ends before a token.
pub(super) fn phrase_before(tokens: &[Token<'_>], end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0 {
        let token = &tokens[start - 1];
        let article = token.is(Class::DETERMINER.or(Class::POSSESSIVE)) && token.kind == Kind::Word;
        let joint =
            start < end && token.kind == Kind::Word && token.any(words!["of", "for", "from"]);
        if !(article || joint || goes_on(tokens, start - 1) && end - start < 12) {
            break;
        }
        start -= 1;
        if article && tokens[start].kind != Kind::Genitive && !is_owned(tokens, start) {
            break;
        }
    }
    while start < end && tokens[start].any(words!["of", "for", "from"]) {
        start += 1;
    }
    start..end
}

/// Whether an article stands within a longer phrase about people: `several members of her own party`.
fn is_owned(tokens: &[Token<'_>], article: usize) -> bool {
    article >= 2
        && tokens[article - 1].any(words!["of", "for", "from"])
        && (tokens[article - 2].is(Class::PERSON)
            || tokens[article - 1].is_word("of") && tokens[article - 2].is(Class::NUMBER))
}

/// Whether a surname is a noun as well: `Ida Cook`.
fn is_called(name: &[Token<'_>]) -> bool {
    let known = || given_in_small(name[0].text).is_some();
    let [first, last] = name else { return false };
    !first.is(Class::SPEAKER.or(Class::TITLE)) && !last.text.ends_with('s') && known()
}

/// Whether a phrase ends with the name of a person, not of a body.
pub(super) fn named_person(tokens: &[Token<'_>]) -> bool {
    let names = tokens
        .iter()
        .rev()
        .take_while(|token| token.kind == Kind::Name)
        .count();
    let last = tokens.last();
    // `the National Conference of Harbour Towns`
    let the = tokens.first().is_some_and(|first| first.is_word("the"));
    let noun = Class::BODY.or(Class::DOCUMENT);
    let noun = if the { noun.or(Class::OCCASION) } else { noun };
    let body = tokens[tokens.len() - names..]
        .iter()
        .any(|token| token.is(noun));
    // `Head of the Republic`
    let the = names == 1 && tokens.len() > 2 && tokens[tokens.len() - 2].is_word("the");
    names >= 1
        && !the
        && !body
        && (!last.is_some_and(|last| last.is(Class::SPEAKER.or(Class::TITLE).or(Class::NUMBER)))
            || is_called(&tokens[tokens.len() - names..]))
        && (names >= 2 || !tokens[0].is(Class::DETERMINER))
        && !last.is_some_and(|last| {
            last.text.len() > 1
                && last
                    .text
                    .chars()
                    .all(|mark| mark.is_uppercase() || mark == '.')
        })
}
