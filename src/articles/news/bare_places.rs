//! Datelines of an article's first paragraph that are a place with little or nothing behind it.

use std::ops::Range;

use super::agencies::AGENCIES;
use super::dateline::{Close, Dateline, head};
use super::dates::{day_in, is_day};
use crate::articles::quotations::{is_opening_word, is_place};

/// The shortest name of a place that is told from a short form, in bytes.
pub(super) const SHORTEST_PLACE: usize = 4;
/// The most words of a place.
const WORDS: usize = 3;

/// The dateline at the head of an article's first paragraph that is a place in capitals and no more, `OSLO The
/// council met.`, a place that is known and a dash, `Oslo - The council met.`, or a place and an agency that is
/// known, `OSLO (AP) The council met.`, `Oslo CNN — The council met.`.
pub(super) fn bare(text: &str, paragraph: &Range<usize>) -> Option<Dateline> {
    let head = head(text, paragraph);
    let found = alone(head)
        .or_else(|| before_agency(head))
        .or_else(|| with_dash(head))
        .or_else(|| with_agency(head));
    found.map(|mut found| {
        found.span = paragraph.start..paragraph.start + found.span.end;
        found
    })
}

fn made(place: &str, agency: Option<&str>, end: usize, close: Close) -> Dateline {
    Dateline {
        span: 0..end,
        place: Some(place.to_owned()),
        agency: agency.map(str::to_owned),
        date: None,
        certain: agency.is_some(),
        dated: false,
        close,
    }
}

fn in_capitals(word: &str) -> bool {
    word.chars()
        .all(|sign| sign.is_uppercase() || "'’-".contains(sign))
        && word.chars().count() > 2
}

fn alone(head: &str) -> Option<Dateline> {
    let words = head.split(' ').take_while(|word| in_capitals(word)).count();
    let rest = head.split(' ').nth(words)?;
    if !(1..=WORDS).contains(&words) {
        return None;
    }
    let length: usize = head.split(' ').take(words).map(|word| word.len() + 1).sum();
    let place = &head[..length - 1];
    let opens = ["A", "An", "The", "Two", "Three", "At"].contains(&rest);
    let quoted = rest.trim_start_matches(['"', '“', '„', '‘']);
    let goes_on = quoted.starts_with(char::is_uppercase) && quoted.contains(char::is_lowercase)
        || quoted.len() < rest.len();
    let named = goes_on && place.len() >= SHORTEST_PLACE && is_place(place);
    (opens || named).then(|| made(place, None, place.len(), Close::Stop))
}

fn with_dash(head: &str) -> Option<Dateline> {
    let dashes = [" - ", " – ", " — ", " -- "];
    let (place, dash) = dashes
        .iter()
        .find_map(|dash| Some((head.split_once(dash)?.0, dash)))?;
    let few = place.split(' ').nth(WORDS).is_none();
    let known = few && place.len() >= SHORTEST_PLACE && is_place(place);
    known.then(|| made(place, None, place.len() + dash.len() - 1, Close::Dash))
}

/// A place and an agency that is known before a dash: `Oslo CNN — The council met.`
fn before_agency(head: &str) -> Option<Dateline> {
    let dashes = [" — ", " – ", " -- ", " - "];
    let (named, rest, dash) = dashes.iter().find_map(|dash| {
        let (named, rest) = head.split_once(dash)?;
        Some((named, rest, dash))
    })?;
    let begins = rest
        .trim_start_matches(['"', '“', '„', '‘'])
        .starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit());
    let first = named.split(' ').next().unwrap_or_default().to_lowercase();
    if !begins || is_opening_word(&first) {
        return None;
    }
    let station = named.strip_suffix(" Business").unwrap_or(named);
    let (place, agency) = station.rsplit_once(' ')?;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let few = place.split(' ').nth(WORDS).is_none() && place.split(' ').all(capital);
    let place = place.trim_end_matches(',');
    (few && AGENCIES.contains(&agency)).then(|| {
        let agency = named[place.len()..].trim_start_matches([' ', ',']);
        made(
            place,
            Some(agency),
            named.len() + dash.len() - 1,
            Close::Dash,
        )
    })
}

/// The most parts of a dateline before the agency: places, day and year.
const PARTS: usize = 5;

/// Place, perhaps a day, and an agency that is known, each behind a stop or a comma, with nothing but a space or a mark
/// behind: `OSLO. KAZINFORM The council met.`, `OSLO. March 4. KAZINFORM – The council met.`, `Oslo, March 4, AZERTAC  The
/// council met.` Without a day the place is in capitals and has a stop.
pub(super) fn before_known(head: &str) -> Option<Dateline> {
    let first = head.split([' ', ',', '.']).next().unwrap_or_default();
    if !first.starts_with(char::is_uppercase) || is_opening_word(&first.to_lowercase()) {
        return None;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let (mut at, mut place, mut dated) = (0, 0, false);
    for _ in 0..PARTS {
        let end = at + head[at..].find(['.', ','])?;
        let part = &head[at..end];
        let year = part.len() == 4 && part.bytes().all(|sign| sign.is_ascii_digit());
        if is_day(part) || dated && year {
            dated = true;
        } else if !dated && part.split(' ').count() <= WORDS && part.split(' ').all(capital) {
            place = end;
        } else {
            return None;
        }
        let rest = head[end + 1..].strip_prefix(' ')?.trim_start();
        at = head.len() - rest.len();
        let stopped =
            head[end..].starts_with('.') && head[..place].split([' ', ',']).all(in_capitals);
        if place > 0
            && (dated || stopped)
            && let Some((agency, end, close)) = agency_at(rest)
        {
            let date = day_in(&head[place..at]);
            let found = made(&head[..place], Some(agency), at + end, close);
            return Some(Dateline {
                date,
                dated,
                ..found
            });
        }
    }
    None
}

/// What may belong to the name of an agency.
const AGENCY: &str = " News Agency";

/// The agency with which words begin, where it ends with the mark behind it, and what closes it; a sentence follows.
fn agency_at(words: &str) -> Option<(&str, usize, Close)> {
    const MARKS: [(&str, Close); 7] = [
        (" – ", Close::Dash),
        (" — ", Close::Dash),
        (" -- ", Close::Dash),
        (" - ", Close::Dash),
        (": ", Close::Colon),
        (". ", Close::Stop),
        (" ", Close::Stop),
    ];
    let agency = AGENCIES.iter().find(|agency| {
        words
            .strip_prefix(**agency)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    let called = if words[agency.len()..].starts_with(AGENCY) {
        AGENCY
    } else {
        ""
    };
    let length = agency.len() + called.len();
    let rest = &words[length..];
    let (mark, close) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark))?;
    let begins = rest[mark.len()..].trim_start().starts_with(|sign: char| {
        sign.is_uppercase() || sign.is_ascii_digit() || "\"“„‘".contains(sign)
    });
    begins.then_some((&words[..length], length + mark.trim_end().len(), *close))
}

fn with_agency(head: &str) -> Option<Dateline> {
    let (place, rest) = head.split_once(" (")?;
    let (agency, rest) = rest.split_once(") ")?;
    let few = place.split(' ').nth(WORDS).is_none();
    let opens = rest
        .trim_start_matches(['"', '“', '„', '‘'])
        .starts_with(char::is_uppercase);
    let known = few && opens && AGENCIES.contains(&agency);
    let placed = || place.split(' ').all(in_capitals) || is_place(place);
    let end = place.len() + agency.len() + " ()".len();
    (known && placed()).then(|| made(place, Some(agency), end, Close::Stop))
}
