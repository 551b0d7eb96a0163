//! Names of people in narration, with the titles before them and the roles beside them.

use std::ops::Range;

use super::lexicon::Class;
use super::phrases::{is_particle, is_verb};
use super::words::{Kind, Token};

/// The longest role, in tokens.
const LONGEST_ROLE: usize = 24;

/// A name where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The name without title.
    pub span: Range<usize>,
    /// What the text says of the person there, or the title.
    pub role: Option<Range<usize>>,
    /// Whether the words beside it make it the name of a person.
    pub person: bool,
    /// Whether words beside it tell the gender: a woman or a man.
    pub woman: Option<bool>,
}

/// Collects the names in a sentence.
pub(super) fn collect(tokens: &[Token<'_>], names: &mut Vec<Name>) {
    let mut at = 0;
    while at < tokens.len() {
        let end = run_end(tokens, at);
        if end == at {
            at += 1;
            continue;
        }
        if let Some(name) = name(tokens, at..end) {
            names.push(name);
        }
        at = end;
    }
}

/// The end of a run of capitalised words; the start itself if there is none.
fn run_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut end = start;
    while let Some(token) = tokens.get(end) {
        let small = token.is(Class::DETERMINER
            .or(Class::PREPOSITION)
            .or(Class::SUBJECT)
            .or(Class::AND)
            .or(Class::POSSESSIVE)
            .or(Class::SUBORDINATOR)
            .or(Class::AUXILIARY)
            .or(Class::ADVERB));
        let named = token.kind == Kind::Name
            && (!small || is_initial(token))
            && (!token.is(Class::TIME) || token.is(Class::TITLE));
        let joined = end > start
            && is_particle(token)
            && tokens
                .get(end + 1)
                .is_some_and(|next| next.kind == Kind::Name);
        if !named && !joined {
            break;
        }
        end += 1;
    }
    end
}

fn is_initial(token: &Token<'_>) -> bool {
    token.text.chars().count() == 2 && token.text.ends_with('.')
}

fn name(tokens: &[Token<'_>], run: Range<usize>) -> Option<Name> {
    let start = title_end(tokens, &run);
    if start >= run.end
        || tokens[start..run.end]
            .iter()
            .any(|token| token.is(Class::BODY))
    {
        return None;
    }
    // A role in small letters before the name: `harbour master Björn Aldis`.
    let mut lower = run.start;
    if run.start == start
        && lower > 0
        && tokens[lower - 1].is(Class::PERSON)
        && tokens[lower - 1].kind == Kind::Word
    {
        lower -= 1;
        while lower > 0
            && run.start - lower < 5
            && tokens[lower - 1].kind == Kind::Word
            && !tokens[lower - 1].is(Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::PREPOSITION)
                .or(Class::AND)
                .or(Class::ADVERB))
            && !is_verb(tokens, lower - 1)
            && tokens[lower - 1].readings.is_empty()
        {
            lower -= 1;
        }
    }
    let beside = apposition(tokens, run.end).or_else(|| before(tokens, run.start));
    let title = if start > run.start {
        Some(run.start..start)
    } else if lower < run.start {
        Some(lower..run.start)
    } else {
        None
    };
    let role = beside.or_else(|| {
        title
            .clone()
            .filter(|title| !only_courtesy(&tokens[title.clone()]))
    });
    let person = role.is_some() || title.is_some();
    let words = title.iter().chain(role.iter()).flat_map(Clone::clone);
    let woman = words.clone().find_map(|at| gender(tokens[at].text));
    Some(Name {
        span: tokens[start].span.start..tokens[run.end - 1].span.end,
        role: role.map(|role| tokens[role.start].span.start..tokens[role.end - 1].span.end),
        person,
        woman,
    })
}

/// Where the name begins behind the titles in a run.
pub(super) fn title_end(tokens: &[Token<'_>], run: &Range<usize>) -> usize {
    let titles =
        |at: &usize| tokens[*at].is(Class::TITLE.or(Class::PERSON)) && !is_initial(&tokens[*at]);
    (run.start..run.end)
        .rev()
        .find(titles)
        .map_or(run.start, |at| at + 1)
}

fn only_courtesy(title: &[Token<'_>]) -> bool {
    title.iter().all(|token| {
        token.any(&[
            "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "lady",
            "lord",
        ])
    })
}

/// What tells a woman from a man.
pub(super) fn gender(word: &str) -> Option<bool> {
    let small = word.to_lowercase();
    let woman = [
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "madam",
        "lady",
        "dame",
        "she",
        "her",
        "queen",
        "princess",
        "mother",
        "daughter",
        "sister",
        "wife",
        "woman",
        "grandmother",
        "headmistress",
        "widow",
        "nun",
        "actress",
    ];
    let man = [
        "mr",
        "mr.",
        "sir",
        "lord",
        "he",
        "his",
        "king",
        "prince",
        "father",
        "son",
        "brother",
        "husband",
        "man",
        "grandfather",
        "pope",
        "fisherman",
    ];
    if woman.contains(&small.as_str()) || small.ends_with("woman") {
        return Some(true);
    }
    (man.contains(&small.as_str()) || small.ends_with("sman") || small.ends_with("rman"))
        .then_some(false)
}

/// The apposition or relative clause behind a name.
fn apposition(tokens: &[Token<'_>], end: usize) -> Option<Range<usize>> {
    let mut start = end;
    if tokens.get(start)?.is_mark('(') {
        start = (start..tokens.len().min(start + 8)).find(|at| tokens[*at].is_mark(')'))? + 1;
    }
    let first = tokens.get(start)?;
    if first.is_word("of") || first.is_word("from") {
        let stop = super::phrases::phrase_end(tokens, start + 1);
        return (stop > start + 1).then_some(start..stop);
    }
    if !first.is_mark(',') {
        return None;
    }
    start += 1;
    let who = tokens.get(start)?.any(&["who", "whose"]);
    let stop = (start..tokens.len().min(start + LONGEST_ROLE))
        .find(|at| {
            tokens[*at]
                .mark()
                .is_some_and(|mark| matches!(mark, ',' | '.' | ';' | ':' | ')'))
                || tokens[*at].quoted().is_some()
        })
        .unwrap_or(tokens.len().min(start + LONGEST_ROLE));
    if stop <= start {
        return None;
    }
    if who {
        return (stop - start > 2).then_some(start..stop);
    }
    let role = start..stop;
    let finite = role.clone().position(|at| {
        is_verb(tokens, at) || tokens[at].is(Class::RELATIVE) && tokens[at].is_word("who")
    });
    let role = finite.map_or(role.clone(), |at| start..start + at);
    let people = role
        .clone()
        .any(|at| tokens[at].is(Class::PERSON.or(Class::TITLE)));
    (people && !role.is_empty()).then_some(with_place(tokens, role))
}

/// A role with the country behind its city: `head of the centre in Astana, Kazakhstan`.
fn with_place(tokens: &[Token<'_>], role: Range<usize>) -> Range<usize> {
    let named = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Name);
    let comma = tokens.get(role.end).is_some_and(|token| token.is_mark(','));
    let last = tokens
        .get(role.end + 2)
        .is_none_or(|token| token.is_mark('.') || token.is_mark(','));
    if comma && named(role.end - 1) && named(role.end + 1) && last {
        role.start..role.end + 2
    } else {
        role
    }
}

/// The role before a name and a comma: `the bill's author, Mireille Santos`.
fn before(tokens: &[Token<'_>], start: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|at| tokens[*at].is_mark(','))?;
    let wall = (0..comma)
        .rev()
        .take(12)
        .find(|at| tokens[*at].mark().is_some() || tokens[*at].quoted().is_some());
    let mut from = wall.map_or(0, |at| at + 1);
    let verb = (from..comma).rev().find(|at| is_verb(tokens, *at));
    if let Some(verb) = verb {
        from = verb + 1;
    }
    let first = tokens.get(from).filter(|_| from < comma)?;
    let own = first.is(Class::DETERMINER.or(Class::POSSESSIVE)) || first.kind == Kind::Name;
    let last = &tokens[comma - 1];
    let people = tokens[from..comma]
        .iter()
        .any(|token| token.is(Class::PERSON));
    (own && people && last.kind != Kind::Name && comma - from <= 8).then_some(from..comma)
}
