//! The subject of a verb: the noun phrase before it, over appositions, insertions and what is put first.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::tails::ends_with_comma;
use super::super::words::{Kind, Token};
use super::antecedent::antecedent;
use super::chunks::{fronted_subject, is_fronted, is_whole_clause, within};
use super::nouns::{abbreviated, bracket_before, named_paper};
use super::second::{all_named, first_named, second_named};
use super::{is_nickname, is_verb, named_person, phrase_before};

/// A token at which a subject cannot go on to the left.
pub(super) fn is_wall(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Mark(mark) => !matches!(mark, '(' | ')' | '%' | '$' | '€' | '£' | '&' | '/' | '.'),
        Kind::Quoted(_) => true,
        _ => false,
    }
}

/// The subject that ends before a token, and whether it is divided from it by a comma.
pub(in crate::articles::quotations) fn subject(
    tokens: &[Token<'_>],
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    if end <= from {
        return None;
    }
    if let Some(many) = before_clause(tokens, from, end) {
        return Some(many);
    }
    if tokens[end - 1].is_dash() {
        let dash = (from..end - 1).rev().find(|at| tokens[*at].is_dash())?;
        let inner = dash.checked_sub(1).filter(|before| *before >= from)?;
        return (!tokens[inner].is_dash())
            .then(|| subject(tokens, from, dash))
            .flatten();
    }
    if tokens[end - 1].is_mark(',') {
        let found = before_apposition(tokens, from, end - 1);
        // `Captain Iris Vane, said, "…"`
        let whole = from == 0 && end > 2 && named_person(&tokens[..end - 1]);
        return found.or_else(|| whole.then_some(0..end - 1));
    }
    if let Some(comma) = behind_appearance(tokens, from, end) {
        return subject(tokens, from, comma);
    }
    if let Some(before) =
        behind_bracket(tokens, from, end).or_else(|| behind_title(tokens, from, end))
    {
        return subject(tokens, from, before);
    }
    let last = &tokens[end - 1];
    if let Some(paper) = named_paper(tokens, from, end) {
        return Some(paper);
    }
    if is_pronoun(tokens, end - 1) {
        return Some(end - 1..end);
    }
    if last.kind == Kind::Word && last.is_word("who") {
        return antecedent(tokens, from, end - 1).or(Some(end - 1..end));
    }
    // `The council, which has said`
    let apart = end >= from + 3 && last.is_word("which") && tokens[end - 2].is_mark(',');
    if apart && (tokens[end - 3].is(Class::SPEAKER) || tokens[end - 3].kind == Kind::Name) {
        let found = phrase_before(tokens, end - 2);
        return (found.start >= from && !found.is_empty()).then_some(found);
    }
    if apart && let Some(found) = abbreviated(tokens, from, end - 2) {
        return Some(found);
    }
    // `a committee that says`
    if last.any(&["that", "which"]) && end >= from + 2 && tokens[end - 2].is(Class::SPEAKER) {
        let found = phrase_before(tokens, end - 1);
        if found.start >= from && !found.is_empty() {
            return Some(found);
        }
    }
    let wall = (from..end)
        .rev()
        .find(|at| is_wall(&tokens[*at]) && !is_nickname(tokens, *at));
    let start = wall.map_or(from, |at| at + 1);
    // `Senator Iris Vane, D-Ohio called it off`
    if let Some(comma) = wall.filter(|at| *at > from && is_party(tokens, &(at + 1..end))) {
        return subject(tokens, from, comma);
    }
    let start = behind_time(tokens, start, end);
    let found = within(tokens, start, end).map(|found| {
        first_named(tokens, from, &found).map_or_else(
            || with_list(tokens, from, found.clone()),
            |first| first..found.end,
        )
    });
    // `Iris Vane, a lawyer in Oban, Ohio said`
    if let Some(comma) = wall.filter(|at| *at > from && tokens[*at].is_mark(','))
        && found
            .as_ref()
            .is_some_and(|found| *found == (comma + 1..end))
        && closes_apposition(tokens, from, comma, end)
    {
        return before_apposition(tokens, from, comma).or(found);
    }
    // `As a friend put it`
    if found.is_none() && start < end && tokens[start].is_word("as") {
        return within(tokens, start + 1, end);
    }
    found
}

/// How many words from its pronoun a relative clause has its verb in.
const RELATIVE_VERB: usize = 3;
/// How many words several may have with their clause.
const LONGEST_MANY: usize = 32;

/// Several with a relative clause that ends before the verb: `Firms that obtained a loan say`.
fn before_clause(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    if end - from > LONGEST_MANY {
        return None;
    }
    let plain = |at: usize| tokens[at].is_plain();
    let joins = |at: &usize| tokens[*at].is(Class::RELATIVE) && tokens[*at].any(&["that", "who"]);
    let pronoun = (from + 1..end).find(joins)?;
    let head = &tokens[pronoun - 1];
    let many = head.is(Class::SPEAKER.or(Class::PERSON).or(Class::BODY))
        && head.ends_in_s()
        && head.kind == Kind::Word;
    let verb = pronoun + 1..end.min(pronoun + 1 + RELATIVE_VERB);
    // Behind "that" a participle may be an adjective as well.
    let told = verb
        .clone()
        .any(|at| is_verb(tokens, at) || tokens[at].text.ends_with("ed"));
    let object = end > verb.end + 1 && !(verb.end..end).any(|at| is_verb(tokens, at));
    let bare = (from..pronoun).all(|at| plain(at) && !is_verb(tokens, at));
    (many && told && object && bare && (pronoun..end).all(plain)).then_some(from..pronoun)
}

/// Where the subject of a clause that a span of time opens may begin: `a day after the envoy threatened`.
fn behind_time(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    let spans = [
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    ];
    let joint = (start + 1..end.min(start + 4))
        .find(|at| tokens[*at].any(&["after", "before"]) && tokens[*at - 1].any(&spans));
    joint.filter(|at| at + 1 < end).map_or(start, |at| at + 1)
}

/// The comma before where somebody appeared, or what is told of them, of which the marks hold the second: `Iris Vane,
/// interviewed on “Harbour Week,” said`, `Iris Vane, who called it “a scar,” said`.
fn behind_appearance(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    let marks = end
        .checked_sub(1)
        .filter(|marks| ends_with_comma(&tokens[*marks]))?;
    let comma = (from..marks).rev().find(|at| tokens[*at].is_mark(','))?;
    let next = &tokens[comma + 1];
    let appears = next.any(&[
        "interviewed",
        "quoted",
        "asked",
        "appearing",
        "speaking",
        "talking",
        "writing",
        "testifying",
        "addressing",
        "who",
        "whose",
    ]);
    (appears && comma > from).then_some(comma)
}

/// Where a bracket with commas in it opens that ends before a token: `Iris Vane (D., Oban) said`.
fn behind_bracket(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    let open = bracket_before(tokens, from..end)?;
    let parted = tokens[open..end - 1].iter().skip(1).any(is_wall);
    (open > from && parted).then_some(open)
}

/// Where a document ends whose title stands before a token: `The report, titled "Tides", said`.
fn behind_title(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    let titled = end.checked_sub(2).filter(|at| *at > from)?;
    let named = tokens[end - 1].quoted().is_some()
        && tokens[titled].any(&["titled", "entitled", "headlined", "subtitled", "captioned"]);
    let comma = usize::from(tokens[titled - 1].is_mark(','));
    (named && titled - comma > from).then_some(titled - comma)
}

/// The whole of a list of names that opens a sentence: `Norway, Sweden and the Netherlands`.
fn with_list(tokens: &[Token<'_>], from: usize, found: Range<usize>) -> Range<usize> {
    let other = Class::TIME.or(Class::PREPOSITION).or(Class::ADVERB);
    let named = |range: Range<usize>| {
        let the = usize::from(tokens[range.start].is_word("the"));
        let names = &tokens[range.start + the..range.end];
        (1..4).contains(&names.len())
            && names
                .iter()
                .all(|name| name.kind == Kind::Name && !name.is(other))
    };
    let Some(and) = found.clone().find(|at| tokens[*at].is_word("and")) else {
        return found;
    };
    let ends = and > found.start && and + 1 < found.end;
    if !ends || !named(found.start..and) || !named(and + 1..found.end) {
        return found;
    }
    let mut start = found.start;
    while start >= from + 2 && tokens[start - 1].is_mark(',') {
        let comma = start - 1;
        let before = (from..comma).rev().find(|at| is_wall(&tokens[*at]));
        let begin = before.map_or(from, |at| at + 1);
        // `The leaders of Norland, Pellia and the Isles`
        let of = (begin..comma).find(|at| tokens[*at].is_word("of"));
        let many = |of: &usize| {
            let head = &tokens[of.saturating_sub(1)];
            *of > begin
                && of + 1 < comma
                && head.is(Class::PERSON.or(Class::SPEAKER))
                && head.ends_in_s()
                && named(of + 1..comma)
                && !(begin..*of).any(|at| is_verb(tokens, at))
        };
        if of.is_some_and(|of| many(&of)) {
            return begin..found.end;
        }
        if begin >= comma || !named(begin..comma) {
            return found;
        }
        start = begin;
    }
    if start == from && from == 0 {
        start..found.end
    } else {
        found
    }
}

/// Whether a word is a pronoun and the subject of what follows, not the object of what comes before.
pub(super) fn is_pronoun(tokens: &[Token<'_>], at: usize) -> bool {
    let object = tokens[at].any(&["you", "it"])
        && at > 0
        && (tokens[at - 1].is(Class::PREPOSITION) && !tokens[at - 1].any(&["as", "than"])
            || is_verb(tokens, at - 1));
    tokens[at].any(&["i", "you", "he", "she", "it", "we", "they"]) && !object
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
        if number > 0
            && !apart
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
            .find(|at| tokens[*at].any(&["of", "from"]) && tokens[at - 1].kind == Kind::Name);
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
            && !is_fronted(tokens, chunk);
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

/// Whether a name between commas stands within the clause of what is told of another: `Iris Vane, the chair who
/// told the secretary, Hal Orr, last week, said`.
fn is_within_clause(tokens: &[Token<'_>], named: &Range<usize>, told: &Range<usize>) -> bool {
    let Some(opens) = tokens
        .get(told.start)
        .filter(|_| !told.is_empty() && !named.is_empty())
    else {
        return false;
    };
    let who = told.clone().find(|at| tokens[*at].any(&["who", "whose"]));
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
    let signs = ["R-", "D-", "I-"];
    let first = tokens.get(chunk.start).filter(|_| !chunk.is_empty());
    chunk.len() <= 2
        && first.is_some_and(|first| {
            let state = signs.iter().find_map(|sign| first.text.strip_prefix(sign));
            state.is_some_and(|state| state.starts_with(char::is_uppercase))
        })
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
            at + 1 < before.end && tokens[at].any(&["in", "from", "of", "near", "at", "outside"])
        });
    // `Iris Vane, 40, of Delaware, Ohio, who`
    let of = before.start > 0
        && before.len() > 1
        && tokens[before.start].any(&["of", "from"])
        && names(&(before.start + 1..before.end));
    chunk.len() <= 3 && names(chunk) && (of || placed && !is_fronted(tokens, before))
}

/// Whether a name between a comma and the verb is that of the country or state of a place before, in an
/// apposition that the text does not close.
fn closes_apposition(tokens: &[Token<'_>], from: usize, comma: usize, end: usize) -> bool {
    let Some(opens) = (from..comma).rev().find(|at| tokens[*at].is_mark(',')) else {
        return false;
    };
    let before = opens + 1..comma;
    !before.is_empty()
        && opens > from
        && tokens[opens - 1].kind == Kind::Name
        && tokens[before.start].any(&["a", "an", "the"])
        && is_country(tokens, &before, &(comma + 1..end))
}

pub(super) fn opens_apposition(token: &Token<'_>) -> bool {
    token.is(Class::DETERMINER
        .or(Class::SPEAKER)
        .or(Class::NUMBER)
        .or(Class::RELATIVE))
        || token.any(&["former", "formerly", "now", "himself", "herself"])
}

/// Whether words only tell when: `Last month`, `Late on Monday`.
pub(super) fn is_time(words: &[Token<'_>]) -> bool {
    let told = |word: &Token<'_>| {
        word.is(Class::TIME.or(Class::NUMBER))
            || word.kind == Kind::Number
            || word.any(&["last", "this", "next", "late", "early", "earlier", "on"])
    };
    words.last().is_some_and(|last| last.is(Class::TIME)) && words.iter().all(told)
}

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
    let relative = (from + 1..comma)
        .rev()
        .find(|at| tokens[*at].any(&["who", "which", "whose"]) && tokens[*at - 1].is_mark(','));
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
                && behind.is_some_and(|next| next.any(&["which", "whom", "whose"]));
        if relative && skipped {
            continue;
        }
        // `Last month, the board's chairman, Hal Orr, said`
        if is_time(&tokens[chunk.clone()]) {
            skipped = true;
            continue;
        }
        // `In the capital, Oban, the minister, Hal Orr, said`
        let placed = skipped && names_the_town(tokens, chunk);
        skipped = placed || is_fronted(tokens, chunk);
        if skipped {
            // A subject may follow directly on what comes first: `In a letter the mayor, a Liberal, said`.
            // `As Vell, the mayor of Oban, put it`
            let plain = chunks[..=last].iter().all(|other| {
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
            if let Some(found) = inner.filter(told) {
                return Some(found);
            }
            continue;
        }
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
        let found = found.filter(|found| goes_on || !whole(found));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether a chunk is the name of the place that the one before it leads to: `In the capital, Oban,`.
fn names_the_town(tokens: &[Token<'_>], chunk: &Range<usize>) -> bool {
    const PLACES: [&str; 14] = [
        "capital", "city", "town", "village", "province", "region", "state", "district", "port",
        "suburb", "island", "county", "republic", "resort",
    ];
    chunk.start > 1
        && tokens[chunk.start - 2].any(&PLACES)
        && tokens[chunk.clone()]
            .iter()
            .all(|token| token.kind == Kind::Name)
}

/// Leaves out the clauses before the last that a conjunction opens: `they said so, and Vell, the mayor,`.
fn later_clause(tokens: &[Token<'_>], chunks: &mut Vec<Range<usize>>) {
    let joins = |chunk: &Range<usize>| {
        let joint = &tokens[chunk.start];
        chunk.len() > 1
            && joint.kind == Kind::Word
            && (joint.is(Class::AND) || joint.any(&["while", "whereas", "although", "though"]))
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
