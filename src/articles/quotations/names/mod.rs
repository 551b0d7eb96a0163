//! Mentions: the names, descriptions and pronouns in an article that may stand for a speaker.
//!
//! A name is a run of capitalised words without the titles before it; beside it stand the roles that the
//! text gives its bearer. A description is a noun phrase with an article whose noun names somebody who
//! speaks (`the analyst`, `a concept paper`). Pronouns count where they are subjects.

mod before;
mod bodies;
mod described;
mod gender;
mod headed;
mod holders;
mod portfolios;
mod roles;
mod runs;
mod standing;
mod titles;

use std::ops::Range;

use super::lexicon::Class;
use super::speakers::places::is_people;
use super::spelling::is_party_and_state;
use super::word_list::WordList;
use super::words::{Kind, Token, span_of};

use bodies::{body, is_bodily, is_conference, joined_body, kind_and_name, told_body};
use described::describe;
pub(super) use gender::{gender, given, given_in_small};
use holders::holder_start;
pub(super) use holders::is_field;
use portfolios::{fields_behind, portfolio_end};
pub(super) use runs::is_honour;
pub(super) use runs::is_suffix;
pub(super) use runs::{ends_name, is_called_can};
use runs::{is_initial, is_small, run_end};
use standing::standing;
pub(super) use titles::opens_name;
use titles::{is_firm, kind_of_body, only_courtesy, title, title_end};

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mentioned {
    /// A name of somebody, or of something not known to be else.
    Name,
    /// A name of a body or a document.
    Body,
    /// A noun phrase without a name.
    Description,
    /// A pronoun.
    Pronoun,
}

/// How much a mention is what its sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Behind a preposition, or a possessor.
    Aside,
    Object,
    Subject,
}

/// Somebody or something where it is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub kind: Mentioned,
    /// The name without title, or the phrase.
    pub span: Range<usize>,
    /// The title before the name.
    pub title: Option<Range<usize>>,
    /// What the text says of its bearer beside the name.
    pub role: Option<Range<usize>>,
    /// A description before the name and a comma: `his wife, Gloria`.
    pub before: Option<Range<usize>>,
    /// Party, state and age, in brackets or between commas.
    pub note: Option<Range<usize>>,
    /// Whether the words beside it make it the name of a person.
    pub person: bool,
    /// Whether it stands behind a preposition of place.
    pub place: bool,
    /// What words beside it tell of the gender: a woman, a man.
    pub woman: Option<bool>,
    pub standing: Standing,
    /// How many quotation marks it is within.
    pub depth: usize,
    /// Where its sentence begins.
    pub sentence: usize,
}

impl Mention {
    /// Where it begins, with its title.
    pub(super) fn begin(&self) -> usize {
        let title = self.title.as_ref().map(|title| title.start);
        title.map_or(self.span.start, |title| title.min(self.span.start))
    }

    /// Where it stands in the order of the text.
    pub(super) fn order(&self) -> (usize, usize, usize) {
        (self.span.start, self.span.end, self.depth)
    }
}

/// Whether a name is that of a day in the calendar: `Election Day`, `Labor Day`, `Super Tuesday`.
fn is_holiday(name: &[Token<'_>]) -> bool {
    const FIRST: WordList = WordList::new(&[
        "election",
        "labor",
        "labour",
        "inauguration",
        "memorial",
        "independence",
        "veterans",
        "columbus",
        "presidents",
        "christmas",
        "thanksgiving",
        "super",
        "flag",
        "tax",
        "remembrance",
        "polling",
    ]);
    let [first, day] = name else { return false };
    first.any(&FIRST) && (day.any(words!["day", "eve", "weekend"]) || day.is(Class::TIME))
}

/// The longest role, in tokens.
const LONGEST_ROLE: usize = 24;

/// Collects the mentions in a sentence.
pub(super) fn collect(tokens: &[Token<'_>], depth: usize, mentions: &mut Vec<Mention>) {
    let from = mentions.len();
    let mut at = 0;
    while at < tokens.len() {
        let end = if tokens[at].kind == Kind::Name && !tokens[at].is_title() {
            run_end(tokens, at)
        } else {
            at
        };
        if end == at {
            at += 1;
            continue;
        }
        if let Some(last) = fields_behind(tokens, at) {
            at = last;
            continue;
        }
        if is_holiday(&tokens[at..end]) {
            at = end;
            continue;
        }
        if let Some(end) = joined_body(tokens, at..end) {
            mentions.push(body(tokens, at..end));
            at = end;
            continue;
        }
        // `Iris Vane, R-Ohio,`
        if end == at + 1 && is_party_and_state(tokens[at].text) {
            at = end;
            continue;
        }
        // `the New Delhi-based IGC`, `Sixteen-year-old Ida Vell`
        let told = ["-based", "-born", "-backed", "-year-old"];
        let ends = |token: &Token<'_>| told.iter().any(|end| token.text.ends_with(end));
        let based = (at..end)
            .rev()
            .find(|at| !tokens[*at].plain && ends(&tokens[*at]));
        let start = based.map_or(at, |based| based + 1);
        let bidden = is_bidden(tokens, start..end) || is_told_first(tokens, start..end);
        let start = start + usize::from(bidden);
        let from = is_from(tokens, start..end);
        if let Some(body) = titles::body_behind_kind(tokens, start..end) {
            mentions.push(kind_and_name(tokens, body));
            at = end;
            continue;
        }
        let start = start + usize::from(from);
        if let Some(mut mention) = (start < end).then(|| named(tokens, start..end)).flatten() {
            if from && mention.kind == Mentioned::Name {
                let origin = span_of(tokens, &(start - 1..start));
                mention.note.get_or_insert(origin);
                mention.person = true;
                let from = tokens[start - 1].text;
                let woman = from.ends_with("woman");
                if woman || from.ends_with("man") && from != "German" {
                    mention.woman = Some(woman);
                }
            }
            mentions.push(mention);
        }
        // `Iris Vane QC`
        at = end + usize::from(is_honour(tokens, end));
    }
    describe(tokens, mentions);
    let sentence = tokens.first().map_or(0, |token| token.span.start);
    for mention in &mut mentions[from..] {
        mention.depth = depth;
        mention.sentence = sentence;
    }
    // All of them are brought into this order in the end, which is quick where most are in it.
    mentions[from..].sort_by_key(Mention::order);
}

/// Whether a sentence begins with what somebody is to do, and a name: `Meet Iris Vane`, `Enter Vane`.
fn is_bidden(tokens: &[Token<'_>], run: Range<usize>) -> bool {
    if run.start > 0 || run.len() < 2 {
        return false;
    }
    let verb = &tokens[0];
    // `Said Ida Vell: “…”`
    let said = verb.any(words!["said", "says"])
        && tokens.get(run.end).is_some_and(|next| next.is_mark(':'));
    said || verb.is(Class::BASE)
        && !verb.is(Class::SPEAKER.or(Class::TITLE))
        && !is_bodily(&tokens[run.clone()])
        && given_in_small(verb.text).is_none()
}

/// Whether a sentence begins with a word that tells of a place or a body what it is like: `Neighbouring Lutonia`.
fn is_told_first(tokens: &[Token<'_>], run: Range<usize>) -> bool {
    run.start == 0
        && run.len() > 1
        && tokens[0].any(words![
            "neighbouring",
            "neighboring",
            "nearby",
            "tiny",
            "landlocked",
            "oil-rich",
            "war-torn",
            "cash-strapped"
        ])
}

/// Whether a run begins with where somebody is from: `Briton Iris Vane`, but `American Airlines`.
fn is_from(tokens: &[Token<'_>], run: Range<usize>) -> bool {
    let own = &tokens[run.clone()];
    let [first, given, ..] = own else {
        return false;
    };
    let person = own.len() > 2 && given_in_small(given.text).is_some()
        || own.len() == 2 && first.text.ends_with("man") && first.text.len() > "German".len();
    person
        && own.len() < 6
        && is_people(first.text)
        && given_in_small(first.text).is_none()
        && !is_bodily(&own[1..])
        && !own.last().is_some_and(is_firm)
}

fn named(tokens: &[Token<'_>], run: Range<usize>) -> Option<Mention> {
    let start = title_end(tokens, &run)
        .max(portfolio_end(tokens, &run))
        .max(holder_start(tokens, &run));
    if start >= run.end {
        let ends = tokens[run.end - 1].is(Class::BODY);
        return (is_bodily(&tokens[run.clone()]) && ends).then(|| body(tokens, run));
    }
    let own = &tokens[start..run.end];
    let many = start > run.start && own.len() == 2 && own[1].text.ends_with('s');
    let person = || is_titled(tokens, start) || is_called(own) || is_told(tokens, start..run.end);
    let firm = own.len() > 1 && own.last().is_some_and(is_firm);
    if firm || is_bodily(own) && !many && !person() || is_conference(tokens, start..run.end) {
        return Some(told_body(tokens, run));
    }
    // `the Texas Republican` is no name.
    let described = start == run.start
        && start > 0
        && tokens[start - 1].any(words!["the", "a", "an"])
        && own.last().is_some_and(|last| last.is(Class::PERSON));
    if described {
        return None;
    }
    if start == run.start
        && let Some(kind) = kind_of_body(tokens, &run)
    {
        return Some(kind_and_name(tokens, (kind, run)));
    }
    let mut mention = blank(tokens, start..run.end, Mentioned::Name);
    let title = title(tokens, &run, start);
    let placed = mention.place && title.is_none();
    let opened = |role: &Range<usize>| tokens[role.start].any(words!["a", "an", "the"]);
    // `Dominic Vane KC, for the defence,`
    let honour = is_honour(tokens, run.end) && own.len() > 1;
    let behind = roles::apposition(tokens, run.end + usize::from(honour))
        .filter(|role| !placed || opened(role));
    let before = role_before(tokens, &run, title.as_ref())
        .or_else(|| before::body(tokens, &run))
        .or_else(|| before::body_at_end(tokens, &run));
    let clause = |role: &Range<usize>| tokens[role.start].any(words!["who", "whose"]);
    let beside = match (behind, &before) {
        (Some(role), Some(before)) if clause(&role) => Some(before.clone()),
        (None, Some(before)) => Some(before.clone()),
        (behind, _) => behind.or_else(|| roles::told_behind_is(tokens, run.end)),
    };
    let told = title
        .clone()
        .filter(|title| !only_courtesy(&tokens[title.clone()]))
        .map(|title| {
            // `lead author Dr Eva Birk`
            let courtesy =
                run.start > title.start && tokens[run.start..title.end].iter().all(opens_name);
            title.start..if courtesy { run.start } else { title.end }
        });
    let from = |role: &Range<usize>| tokens[role.start].any(words!["of", "from"]);
    let role = match (&beside, &told) {
        (Some(role), Some(_)) if from(role) => told.clone(),
        (None, Some(_)) => told.clone(),
        _ => beside.clone(),
    };
    let note = roles::note(tokens, run.end);
    let nouns = beside
        .iter()
        .filter(|role| !clause(role))
        .map(|role| roles::head(tokens, role));
    let words = title.iter().flat_map(Clone::clone).chain(nouns);
    mention.woman = words.clone().find_map(|at| gender(tokens[at].text));
    let body = title.is_none()
        && beside.as_ref().is_some_and(|role| {
            let head = &tokens[roles::head(tokens, role)];
            tells_of_body(tokens, role, head) && !(note.is_some() || is_worker(own, head))
        });
    let comma = tokens.get(run.end).is_some_and(|next| next.is_mark(','));
    let who = tokens
        .get(run.end + usize::from(comma))
        .is_some_and(|next| next.any(words!["who", "whose"]));
    mention.person = !body
        && (who
            || title.is_some()
            || note.is_some()
            || before
                .as_ref()
                .is_some_and(|role| tokens[roles::head(tokens, role)].is(Class::PERSON))
            || beside.as_ref().is_some_and(|role| !from(role)));
    if body {
        mention.kind = Mentioned::Body;
    }
    let bytes = |range: Range<usize>| span_of(tokens, &range);
    if before.as_ref().is_some_and(|role| role.start <= 1) {
        mention.standing = Standing::Subject;
    }
    let more = told_more(tokens, &run, title.as_ref(), role.as_ref());
    // `Prime Minister Saul Tamati of the Coral Federation`: the place is told beside the title.
    let place = beside.filter(|role| from(role));
    let honour = honour.then_some(run.end..run.end + 1);
    mention.before = before.map(bytes);
    mention.role = role.map(bytes);
    mention.title = title.map(bytes);
    mention.note = note.or(honour).or(place).or(more).map(bytes);
    Some(mention)
}

/// Whether somebody has what stands behind a name: `the kitchen in Ida Vell's cottage`.
fn owns_something(tokens: &[Token<'_>], name: &Range<usize>) -> bool {
    let owns = tokens
        .get(name.end)
        .is_some_and(|next| next.kind == Kind::Genitive);
    owns && name.len() > 1 && given_in_small(tokens[name.start].text).is_some()
}

/// The role before a name and a comma, also where a country's stands between: `The bloc's chair, Kenya's Ida Vell,`.
fn role_before(
    tokens: &[Token<'_>],
    run: &Range<usize>,
    title: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    if kind(run.end) == Some(Kind::Genitive) && kind(run.end + 1) == Some(Kind::Name) {
        return None;
    }
    let from = titled_from(tokens, title, run.start);
    let owner = possessor(tokens, from).map(|place| place.start);
    let owner = owner.filter(|owner| *owner > 0 && tokens[*owner - 1].is_mark(','));
    before::role(tokens, owner.unwrap_or(from))
}

/// Whether what stands beside a name says that it is a body's: `a bank`, `Norland's ministry`.
fn tells_of_body(tokens: &[Token<'_>], role: &Range<usize>, head: &Token<'_>) -> bool {
    let owned = role.start > 0 && tokens[role.start - 1].kind == Kind::Genitive
        || role.len() > 1 && tokens[role.start + 1].kind == Kind::Genitive;
    let opened = tokens[role.start].any(words!["a", "an", "the"]);
    (opened || owned) && head.is(Class::BODY) && !head.is(Class::PERSON)
}

/// Whether a noun that tells of bodies tells here what somebody does who has a given name: `Peter Vane, a crane
/// operator`.
fn is_worker(own: &[Token<'_>], noun: &Token<'_>) -> bool {
    own.len() > 1
        && given_in_small(own[0].text).is_some()
        && (noun.text.ends_with("er") || noun.text.ends_with("or"))
}

/// What a clause behind the role tells, or whose somebody is: `Spain's Luis Ortega`.
fn told_more(
    tokens: &[Token<'_>],
    run: &Range<usize>,
    title: Option<&Range<usize>>,
    role: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let clause = role.and_then(|role| roles::clause_behind(tokens, role.end));
    let start = title.map_or(run.start, |title| title.start.min(run.start));
    clause
        .or_else(|| possessor(tokens, start))
        .or_else(|| short_before(tokens, start))
}

/// The short form of the body before an office: `Grain Board (GB) president Iris Vane`.
fn short_before(tokens: &[Token<'_>], start: usize) -> Option<Range<usize>> {
    let closed = start >= 4 && tokens[start - 1].is_mark(')') && tokens[start - 3].is_mark('(');
    let capitals = |token: &Token<'_>| token.text.chars().all(char::is_uppercase);
    (closed && capitals(&tokens[start - 2])).then(|| start - 2..start - 1)
}

/// The name before a possessive, of a country or a body: `Spain's Luis Ortega`.
fn possessor(tokens: &[Token<'_>], start: usize) -> Option<Range<usize>> {
    let owns = start >= 2
        && tokens[start - 1].kind == Kind::Genitive
        && tokens[start - 2].kind == Kind::Name;
    owns.then(|| start - 2..start - 1)
}

/// Where the words before a name begin: `her opponent, the Republican businessman Hal Finch`.
fn titled_from(tokens: &[Token<'_>], title: Option<&Range<usize>>, start: usize) -> usize {
    let from = title.map_or(start, |title| title.start.min(start));
    let article = from > 0 && tokens[from - 1].any(words!["the", "a", "an"]);
    from - usize::from(article)
}

/// `Sally Page`, `Tom Church`, `Bill Nash`: given names and surnames that are nouns as well.
fn is_called(name: &[Token<'_>]) -> bool {
    let (Some(first), Some(last)) = (name.first(), name.last()) else {
        return false;
    };
    if !(2..=3).contains(&name.len()) || given_in_small(first.text).is_none() {
        return false;
    }
    let noun =
        last.is(Class::DOCUMENT) || last.any(words!["church", "house", "camp", "school", "post"]);
    let bodily = |token: &Token<'_>| token.is(Class::BODY.or(Class::DOCUMENT));
    // `Jim Banks`
    let many = last.ends_in_s();
    (noun || many) && name.len() == 2 || !name[1..].iter().any(bodily)
}

/// Whether words behind a name of two words say that a person bears it: `Lyle Banks, a teacher,`.
fn is_told(tokens: &[Token<'_>], name: Range<usize>) -> bool {
    let comma = tokens.get(name.end).is_some_and(|next| next.is_mark(','));
    let before = name.start.checked_sub(1).map(|at| &tokens[at]);
    let opens = tokens[name.start].is(Class::BODY.or(Class::DOCUMENT));
    let determined = || before.is_some_and(|before| before.is(Class::DETERMINER));
    if !comma || name.len() != 2 || opens || determined() {
        return false;
    }
    let role = roles::apposition(tokens, name.end);
    let closed = |at: usize| tokens.get(at).is_none_or(|next| next.mark().is_some());
    let role = role.filter(|role| closed(role.end));
    let person = |role: Range<usize>| {
        let noun = &tokens[roles::head(tokens, &role)];
        noun.is(Class::PERSON) && !noun.is(Class::BODY.or(Class::DOCUMENT))
    };
    role.is_some_and(person)
}

fn is_titled(tokens: &[Token<'_>], start: usize) -> bool {
    start > 0 && only_courtesy(&tokens[start - 1..start])
}

fn blank(tokens: &[Token<'_>], place: Range<usize>, kind: Mentioned) -> Mention {
    Mention {
        kind,
        span: span_of(tokens, &place),
        title: None,
        role: None,
        before: None,
        note: None,
        person: false,
        place: place.start > 0
            && tokens[place.start - 1].any(words![
                "in", "at", "near", "across", "outside", "since", "until"
            ])
            && !standing::is_held(tokens, place.start)
            && !owns_something(tokens, &place),
        woman: None,
        standing: standing(tokens, &place),
        depth: 0,
        sentence: 0,
    }
}
