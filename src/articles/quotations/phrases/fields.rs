//! Subjects that commas divide: the fields of an office or a body, a town and its state.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::speakers::places::is_place;
use super::super::words::{Kind, Token};
use super::{is_particle, phrase_before};

/// Where an office begins of which the first fields are divided by commas: `Investment, Trade and Industry Minister Ida
/// Vell`.
pub(super) fn before_fields(
    tokens: &[Token<'_>],
    from: usize,
    found: &Range<usize>,
) -> Option<usize> {
    let names = |words: Range<usize>| words.clone().all(|at| tokens[at].kind == Kind::Name);
    let and = found.clone().find(|at| tokens[*at].is_word("and"))?;
    let office = (and + 1..found.end)
        .find(|at| tokens[*at].any(words!["minister", "secretary", "commissioner"]))?;
    let whole = and > found.start && names(found.start..and) && names(and + 1..found.end);
    if !whole || office + 1 >= found.end {
        return None;
    }
    let mut start = found.start;
    while start >= from + 2 && tokens[start - 1].is_mark(',') {
        let field = start - 2;
        // `Norland, Trade and Industry Minister` is of another.
        if tokens[field].kind != Kind::Name || is_place(tokens[field].text) {
            break;
        }
        start = field;
    }
    let more = (from..start)
        .rev()
        .take_while(|at| tokens[*at].kind == Kind::Name)
        .count();
    (start < found.start).then_some(start - more)
}

/// Where an office begins whose fields, behind it, are divided by commas: `Minister of Trade, Industry and Supply Ida
/// Vell`.
pub(super) fn office_of_fields(
    tokens: &[Token<'_>],
    from: usize,
    found: &Range<usize>,
) -> Option<usize> {
    let name = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    let and = found.clone().find(|at| tokens[*at].is_word("and"))?;
    let behind = tokens[and + 1..found.end].iter();
    let whole = behind
        .clone()
        .all(|token| name(token) || is_particle(token));
    let last = found.end - and - 1;
    if !whole || last < 3 || !tokens[found.start..and].iter().all(name) {
        return None;
    }
    let mut start = found.start;
    let mut fields = usize::from(and > start);
    while start > from && (tokens[start - 1].is_mark(',') || name(&tokens[start - 1])) {
        fields += usize::from(tokens[start - 1].is_mark(','));
        start -= 1;
    }
    let office = start.checked_sub(2).filter(|office| *office >= from)?;
    let of = tokens[start - 1].any(words!["of", "for"]) && fields > 0;
    let noun = &tokens[office];
    let held = of && noun.is(Class::PERSON) && !noun.ends_in_s();
    held.then(|| phrase_before(tokens, office + 1).start.max(from))
}

/// Where the name of a body begins whose fields are divided by commas, the last behind "and": `the Water, Weather, and
/// Rivers Agency`.
pub(super) fn body_of_fields(
    tokens: &[Token<'_>],
    from: usize,
    found: &Range<usize>,
) -> Option<usize> {
    let name = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    let body = tokens[found.end - 1].is(Class::BODY) && !tokens[found.end - 1].ends_in_s();
    let and = found.start.checked_sub(2).filter(|comma| *comma > from)?;
    let joined = tokens[and + 1].is_word("and") && tokens[and].is_mark(',');
    if !body || !joined || !tokens[found.clone()].iter().all(name) {
        return None;
    }
    let mut start = and;
    while start > from + 1
        && tokens[start].is_mark(',')
        && name(&tokens[start - 1])
        && !is_place(tokens[start - 1].text)
    {
        start -= 2;
    }
    // One more word may stand before the first field.
    let the = (start.saturating_sub(1).max(from)..=start)
        .rev()
        .find(|at| tokens[*at].is_word("the"))?;
    tokens[the + 1..=start].iter().all(name).then_some(the)
}

/// Where a phrase begins that a comma divides between a town and its state: `the Oban, Ohio-based company`.
pub(super) fn before_based(tokens: &[Token<'_>], from: usize, comma: usize) -> Option<usize> {
    let based = tokens.get(comma + 1)?;
    if !tokens[comma].is_mark(',') || !based.text.ends_with("-based") {
        return None;
    }
    let town = (from..comma)
        .rev()
        .take_while(|at| tokens[*at].kind == Kind::Name && !tokens[*at].is(Class::DETERMINER))
        .count();
    let the = comma
        .checked_sub(town + 1)
        .filter(|the| *the >= from && town > 0)?;
    tokens[the].any(words!["the", "a", "an"]).then_some(the)
}
