//! The subject before what stands between it and its verb in commas: appositions, relative clauses, other insertions.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::names::opens_name;
use super::super::speakers::places::is_place;
use super::super::spelling::is_party_and_state;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::chunks::{fronted_subject, is_whole_clause, within};
use super::fronted::is_fronted;
use super::nouns::{bracket_before, is_one_role};
use super::second::{all_named, second_named};
use super::subject::is_wall;
use super::{is_verb, named_person};

/// The subject before an apposition, a relative clause or another insertion that ends with a comma, with the
/// second of two of whom something is told each.
pub(super) fn before_apposition(
    tokens: &[Token<'_>],
    from: usize,
    comma: usize,
) -> Option<Range<usize>> {
    let chunks = chunks_before(tokens, from, comma);
    if let Some(found) = all_named(tokens, &chunks) {
        return Some(found);
    }
    let found = first_before(tokens, chunks)?;
    let end = second_named(tokens, &found, comma).unwrap_or(found.end);
    Some(found.start..end)
}

/// What stands between commas before one of them, back to another mark.
fn chunks_before(tokens: &[Token<'_>], from: usize, comma: usize) -> Vec<Range<usize>> {
    // Marks within a relative clause are no wall: `Vell, who called it "a scar", said`.
    let relative = (from + 1..comma).rev().find(|at| {
        let appears = words![
            "appearing",
            "speaking",
            "interviewed",
            "testifying",
            "writing"
        ];
        let told = tokens[*at].any(words!["who", "which", "whose"]) || tokens[*at].any(appears);
        told && tokens[*at - 1].is_mark(',')
    });
    let hard = (from..comma).rev().find(|at| {
        let inner = relative.is_some_and(|relative| relative < *at);
        is_wall(&tokens[*at])
            && !tokens[*at].is_mark(',')
            && !(inner && tokens[*at].quoted().is_some())
    });
    let start = hard.map_or(from, |at| at + 1);
    let (mut begin, mut chunks) = (start, Vec::new());
    for at in (start..=comma).filter(|at| tokens[*at].is_mark(',')) {
        chunks.push(begin..at);
        begin = at + 1;
    }
    chunks
}

fn first_before(tokens: &[Token<'_>], mut chunks: Vec<Range<usize>>) -> Option<Range<usize>> {
    later_clause(tokens, &mut chunks);
    let last = chunks.len().checked_sub(1)?;
    if let Some(name) = behind_role(tokens, &chunks).or_else(|| behind_office(tokens, &chunks)) {
        return Some(name);
    }
    if let Some(many) = before_list(tokens, &chunks) {
        return Some(many);
    }
    if let Some(found) = named_before(tokens, &chunks) {
        return Some(found);
    }
    // `…, and the club, an advocacy group, has promised`
    let joined = chunks[..last]
        .last()
        .filter(|chunk| !chunk.is_empty() && tokens[chunk.start].is(Class::AND) && chunk.len() > 1);
    if let Some(found) = joined.and_then(|chunk| within(tokens, chunk.start, chunk.end)) {
        return Some(found);
    }
    let mut skipped = true;
    for chunk in chunks[..last]
        .iter()
        .filter(|chunk| !is_party(tokens, chunk))
    {
        let Some(first) = tokens.get(chunk.start).filter(|_| !chunk.is_empty()) else {
            continue;
        };
        let behind = tokens.get(chunk.start + 1);
        let relative = first.is(Class::RELATIVE) && !first.is(Class::DETERMINER)
            || first.is(Class::PREPOSITION)
                && behind.is_some_and(|next| next.any(words!["which", "whom", "whose"]));
        if relative && skipped {
            continue;
        }
        // `Last month, the board's chairman, Hal Orr, said`
        if is_time(&tokens[chunk.clone()]) || is_graded_adverb(&tokens[chunk.clone()]) {
            skipped = true;
            continue;
        }
        // `In the capital, Oban, the minister, Hal Orr, said`
        let placed = skipped && names_the_town(tokens, chunk);
        skipped = placed || is_fronted(tokens, chunk);
        if skipped {
            if let Some(found) = behind_fronted(tokens, &chunks, chunk) {
                return Some(found);
            }
            continue;
        }
        let found = subject_within(tokens, chunk);
        if found.is_some() {
            return found;
        }
    }
    // `That June, former director Iris Vane, said`
    let own = &tokens[chunks[last].clone()];
    let placed = own.iter().all(|token| is_place(token.text));
    let clause = chunks[last].clone().any(|at| is_verb(tokens, at));
    let alone = last > 0 && skipped && named_person(own) && !placed && !clause;
    alone.then(|| chunks[last].clone())
}

/// The name behind a role that stands behind a clause: `The firm expects to grow, its director, Ida Vell, said`.
fn behind_role(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let [.., clause, role, name] = chunks else {
        return None;
    };
    let told =
        is_one_role(tokens, role, Class::POSSESSIVE) && tokens[role.end - 1].kind == Kind::Word;
    let named = !name.is_empty()
        && name.clone().all(|at| tokens[at].kind == Kind::Name)
        && named_person(&tokens[name.clone()]);
    (told && named && clause.clone().any(|at| is_verb(tokens, at))).then_some(role.start..name.end)
}

/// The name with a title behind an office, its field and its place: `The Director, Public Affairs, Harbour Board, Mrs
/// Iris Vane, said`.
fn behind_office(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let (name, before) = chunks.split_last()?;
    // `Mrs Iris Vane (Greens-Oban)`
    let open = bracket_before(tokens, name.clone());
    let name = &(name.start..open.unwrap_or(name.end));
    let office = before
        .iter()
        .rposition(|chunk| is_office_chunk(tokens, chunk))?;
    let (role, told) = (&before[office], &before[office + 1..]);
    let courtesy = |chunk: &Range<usize>| {
        tokens
            .get(chunk.start)
            .is_some_and(|first| first.kind == Kind::Name && opens_name(first))
    };
    let of_office = |chunk: &Range<usize>| {
        let named = |token: &Token<'_>| {
            token.kind == Kind::Name
                || token.is_mark('&')
                || token.any(words!["and", "of", "for", "the", "on"])
        };
        !chunk.is_empty() && tokens[chunk.clone()].iter().all(named) && !courtesy(chunk)
    };
    let fields = || {
        told.iter()
            .flat_map(Clone::clone)
            .any(|at| tokens[at].is_word("and"))
    };
    let named = name.len() > 1
        && named_person(&tokens[name.clone()])
        && (name.len() > 2 && courtesy(name)
            || fields() && name.clone().all(|at| tokens[at].kind == Kind::Name));
    let whole = named && !told.is_empty() && told.iter().all(of_office);
    whole.then_some(role.start..name.end)
}

/// Whether a chunk tells one person by an office: `The Director`, `The chairman of the board`.
fn is_office_chunk(tokens: &[Token<'_>], chunk: &Range<usize>) -> bool {
    let of = chunk
        .clone()
        .find(|at| tokens[*at].is(Class::PREPOSITION) && tokens[*at].kind == Kind::Word);
    let noun = of
        .unwrap_or(chunk.end)
        .checked_sub(1)
        .filter(|noun| *noun > chunk.start);
    noun.is_some_and(|noun| {
        let office = tokens[chunk.start].kind == Kind::Name && of.is_some();
        (office || tokens[chunk.start].any(words!["the", "a", "an"]))
            && tokens[noun].is(Class::PERSON)
            && !tokens[noun].ends_in_s()
            && !chunk
                .clone()
                .any(|at| tokens[at].kind == Kind::Word && is_verb(tokens, at))
    })
}

/// Several before the list of their names: `The ministers of the three states, Norland, Ostar and Birr, called for it`.
fn before_list(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let (last, rest) = chunks.split_last()?;
    let and = last.clone().find(|at| tokens[*at].is_word("and"))?;
    let names = |words: Range<usize>| {
        !words.is_empty() && words.clone().all(|at| tokens[at].kind == Kind::Name)
    };
    if !names(last.start..and) || !names(and + 1..last.end) {
        return None;
    }
    let before = rest
        .iter()
        .rev()
        .take_while(|chunk| names((*chunk).clone()))
        .count();
    let many = rest[..rest.len() - before].last().filter(|_| before > 0)?;
    let noun = &tokens[many.end.checked_sub(1)?];
    let several = noun.kind == Kind::Word && noun.ends_in_s();
    let opens = tokens
        .get(many.start)?
        .is(Class::DETERMINER.or(Class::POSSESSIVE));
    (several && opens)
        .then(|| subject_within(tokens, many))
        .flatten()
}

/// The subject that follows directly on what comes first in a chunk.
fn behind_fronted(
    tokens: &[Token<'_>],
    chunks: &[Range<usize>],
    chunk: &Range<usize>,
) -> Option<Range<usize>> {
    // `Through a spokesman, the mayor, Hal Orr, said`
    if tokens[chunk.start].any(words!["through", "unlike", "like", "alongside"]) {
        return None;
    }
    // A subject may follow directly on what comes first: `In a letter the mayor, a Liberal, said`.
    // `As Vell, the mayor of Oban, put it`
    let plain = chunks.iter().all(|other| {
        other.start <= chunk.start
            || other.is_empty()
            || tokens[other.start].is(Class::RELATIVE)
            || !other.clone().any(|at| is_verb(tokens, at))
    });
    let inner = if tokens[chunk.start].is_word("as") && plain {
        within(tokens, chunk.start + 1, chunk.end)
    } else {
        fronted_subject(tokens, chunk)
    };
    let told = |found: &Range<usize>| {
        let own = &tokens[found.clone()];
        // `On Monday the minister, who runs the port, said`
        let of = own.iter().position(|token| token.is(Class::PREPOSITION));
        let owned = own.iter().any(|token| token.kind == Kind::Genitive);
        let somebody = (owned || own[0].is(Class::DETERMINER.or(Class::POSSESSIVE)))
            && of != Some(0)
            && own[of.unwrap_or(own.len()) - 1].is(Class::PERSON);
        found.end == chunk.end && (named_person(own) || somebody)
    };
    inner.filter(told)
}

/// The subject that a chunk holds, before the auxiliaries at its end.
fn subject_within(tokens: &[Token<'_>], chunk: &Range<usize>) -> Option<Range<usize>> {
    // `the council had, on Monday, announced`
    let helps = tokens[chunk.clone()]
        .iter()
        .rev()
        .take_while(|token| token.kind == Kind::Word && token.is(Class::AUXILIARY))
        .count();
    let chunk = chunk.start..chunk.end - helps;
    // `The port opposed it and, having asked for more, said`
    let goes_on = !chunk.is_empty() && tokens[chunk.end - 1].is(Class::AND);
    let found = within(tokens, chunk.start, chunk.end - usize::from(goes_on));
    // `Rebels killed 12 people on Sunday, the governor, Jon Dahl, said`
    let whole = |found: &Range<usize>| is_whole_clause(tokens, &(found.start..chunk.end));
    found.filter(|found| goes_on || !whole(found))
}

/// Leaves out the clauses before the last that a conjunction opens: `they said so, and Vell, the mayor,`.
fn later_clause(tokens: &[Token<'_>], chunks: &mut Vec<Range<usize>>) {
    let joins = |chunk: &Range<usize>| {
        let joint = &tokens[chunk.start];
        chunk.len() > 1
            && joint.kind == Kind::Word
            && (joint.is(Class::AND) || joint.any(words!["while", "whereas", "although", "though"]))
            && !is_verb(tokens, chunk.start + 1)
    };
    let Some(later) = (1..chunks.len()).rev().find(|at| joins(&chunks[*at])) else {
        return;
    };
    let clause = chunks[..later].iter().any(|chunk| {
        !chunk.is_empty()
            && !tokens[chunk.start].is(Class::RELATIVE)
            && chunk.clone().any(|at| is_verb(tokens, at))
    });
    if clause && later + 1 < chunks.len() {
        chunks.drain(..later);
        chunks[0].start += 1;
    }
}

/// The last chunk that is the name of a person, with nothing behind it but appositions.
fn named_before(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let (last, rest) = chunks.split_last()?;
    if rest.len() < 2 || last.is_empty() {
        return None;
    }
    for (number, chunk) in rest.iter().enumerate().rev() {
        // `The army took the city of Oban, Vell, the mayor of Oban, said`
        let apart = number + 1 == rest.len()
            && number > 0
            && opens_apposition(&tokens[last.start])
            && tokens[last.clone()]
                .iter()
                .any(|token| token.is(Class::PERSON))
            && is_whole_clause(tokens, &rest[number - 1]);
        // `In the village, Ida Vell, the mayor, said`
        let told = number + 1 == rest.len()
            && chunk.len() > 1
            && chunk.clone().all(|at| tokens[at].kind == Kind::Name)
            && tells_person(tokens, last);
        if number > 0
            && !apart
            && !told
            && (is_country(tokens, &rest[number - 1], chunk) || names_the_town(tokens, chunk))
            || number > 1 && is_within_clause(tokens, &rest[number - 2], &rest[number - 1])
        {
            continue;
        }
        let first = tokens.get(chunk.start).filter(|_| !chunk.is_empty())?;
        // `Foreign Minister Godfrey Mwansa-Peel of Kafunda`
        let from = chunk
            .clone()
            .skip(2)
            .find(|at| tokens[*at].any(words!["of", "from"]) && tokens[at - 1].kind == Kind::Name);
        if is_party(tokens, chunk) {
            continue;
        }
        let whole = chunk.clone();
        let chunk = &(chunk.start..from.unwrap_or(chunk.end));
        let named = chunk.len() <= 6
            && named_person(&tokens[chunk.clone()])
            && (from.is_none() || tokens[whole].iter().all(|token| token.kind != Kind::Number))
            && !tokens[chunk.clone()]
                .iter()
                .any(|token| token.is(Class::PREPOSITION.or(Class::AND)))
            && !is_fronted(tokens, chunk)
            && !is_time(&tokens[chunk.clone()]);
        if named {
            return Some(chunk.clone());
        }
        if !opens_apposition(first)
            || chunk.clone().any(|at| is_verb(tokens, at)) && !first.is(Class::RELATIVE)
        {
            return None;
        }
    }
    None
}

/// Whether what stands between commas tells who somebody is: `the mayor of Oban`, `40`.
fn tells_person(tokens: &[Token<'_>], told: &Range<usize>) -> bool {
    let first = &tokens[told.start];
    let of = told
        .clone()
        .skip(1)
        .find(|at| tokens[*at].is(Class::PREPOSITION));
    let noun = &tokens[of.unwrap_or(told.end) - 1];
    let aged = told.len() == 1 && first.kind == Kind::Number;
    aged || opens_apposition(first) && noun.is(Class::PERSON)
}

/// Whether a name between commas stands within the clause of what is told of another: `Iris Vane, the chair who
/// told the secretary, Hal Orr, last week, said`.
fn is_within_clause(tokens: &[Token<'_>], named: &Range<usize>, told: &Range<usize>) -> bool {
    let Some(opens) = tokens
        .get(told.start)
        .filter(|_| !told.is_empty() && !named.is_empty())
    else {
        return false;
    };
    let who = told
        .clone()
        .find(|at| tokens[*at].any(words!["who", "whose"]));
    let role = &tokens[told.end - 1];
    opens.is(Class::DETERMINER.or(Class::RELATIVE))
        && who.is_some_and(|who| {
            (who..told.end).any(|at| is_verb(tokens, at) || !tokens[at].readings().is_empty())
        })
        && role.is(Class::PERSON)
        && role.kind == Kind::Word
        && named_person(&tokens[named.clone()])
}

/// Whether a chunk tells party and state: `R-N.Y.`
pub(in crate::articles::quotations) fn is_party(
    tokens: &[Token<'_>],
    chunk: &Range<usize>,
) -> bool {
    let first = tokens.get(chunk.start).filter(|_| !chunk.is_empty());
    chunk.len() <= 2 && first.is_some_and(|first| is_party_and_state(first.text))
}

/// Whether a chunk says where the place before it lies: `a teacher from Delaware, Ohio`.
fn is_country(tokens: &[Token<'_>], before: &Range<usize>, chunk: &Range<usize>) -> bool {
    let names = |range: &Range<usize>| {
        !range.is_empty() && range.clone().all(|at| tokens[at].kind == Kind::Name)
    };
    let placed = (before.clone().skip(1))
        .rev()
        .find(|at| tokens[*at].kind != Kind::Name)
        .is_some_and(|at| {
            at + 1 < before.end
                && tokens[at].any(words!["in", "from", "of", "near", "at", "outside"])
        });
    // `Iris Vane, 40, of Delaware, Ohio, who`
    let of = before.start > 0
        && before.len() > 1
        && tokens[before.start].any(words!["of", "from"])
        && names(&(before.start + 1..before.end));
    // `Iris Vane, speaking in Oban, Delaware, with Hal Orr, said`
    let behind_subject = before.start > 1
        && (tokens[before.start - 2].kind == Kind::Name
            || tokens[before.start - 2].is(Class::SPEAKER))
        && !tokens[before.start - 2].is(Class::TIME)
        && chunk.len() == 1
        && (is_place(tokens[chunk.start].text) || is_place(tokens[before.end - 1].text));
    let placed = placed && (behind_subject || !is_fronted(tokens, before));
    chunk.len() <= 3 && names(chunk) && (of || placed)
}

/// Whether a chunk is an adverb with one before it: `Most notably, the envoy, Iris Vane, said`.
fn is_graded_adverb(words: &[Token<'_>]) -> bool {
    let adverb = |word: &Token<'_>| word.is(Class::ADVERB) && word.text.ends_with("ly");
    match words {
        [first, last] => {
            adverb(last) && first.any(words!["most", "more", "perhaps", "very", "rather"])
        }
        _ => false,
    }
}

/// Whether a chunk is the name of the place that the one before it leads to: `In the capital, Oban,`.
pub(super) fn names_the_town(tokens: &[Token<'_>], chunk: &Range<usize>) -> bool {
    const PLACES: WordList = WordList::new(&[
        "capital", "city", "town", "village", "province", "region", "state", "district", "port",
        "suburb", "island", "county", "republic", "resort",
    ]);
    chunk.start > 1
        && tokens[chunk.start - 2].any(&PLACES)
        && tokens[chunk.clone()]
            .iter()
            .all(|token| token.kind == Kind::Name)
}

/// Whether a name between a comma and the verb is that of the country or state of a place before, in an
/// apposition that the text does not close.
pub(super) fn closes_apposition(
    tokens: &[Token<'_>],
    from: usize,
    comma: usize,
    end: usize,
) -> bool {
    let Some(opens) = (from..comma).rev().find(|at| tokens[*at].is_mark(',')) else {
        return false;
    };
    let before = opens + 1..comma;
    !before.is_empty()
        && opens > from
        && tokens[opens - 1].kind == Kind::Name
        && tokens[before.start].any(words!["a", "an", "the"])
        && is_country(tokens, &before, &(comma + 1..end))
}

pub(super) fn opens_apposition(token: &Token<'_>) -> bool {
    token.is(Class::DETERMINER
        .or(Class::SPEAKER)
        .or(Class::NUMBER)
        .or(Class::RELATIVE))
        || token.any(words!["former", "formerly", "now", "himself", "herself"])
}

/// Whether words only tell when: `Last month`, `Late on Monday`.
pub(super) fn is_time(words: &[Token<'_>]) -> bool {
    let told = |word: &Token<'_>| {
        word.is(Class::TIME.or(Class::NUMBER))
            || word.kind == Kind::Number
            || word.any(words![
                "last",
                "this",
                "that",
                "next",
                "late",
                "early",
                "earlier",
                "on",
                "the",
                "same",
                "following",
                "previous",
                "very"
            ])
    };
    let days = words![
        "day", "night", "week", "month", "year", "morning", "evening"
    ];
    let is_last = |last: &Token<'_>| last.is(Class::TIME) || words.len() > 1 && last.any(days);
    words
        .split_last()
        .is_some_and(|(last, before)| is_last(last) && before.iter().all(told))
}
