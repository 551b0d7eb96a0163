//! Datelines: place, date and agency before the first sentence, in the forms that agencies use.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::agencies::AGENCIES;
use super::bare_places::{SHORTEST_PLACE, before_known};
use super::bylines::is_of_day;
use super::captions::{COPY, is_box, is_caption};
use super::dateline_signs::{FORMS, Signs};
use super::dates::{SPACE, WEEKDAY, day_and_month, day_in, day_of, is_day};
use super::expressions::{Expressions, expression};
use super::matter;
use super::page::is_page_line;
use crate::articles::quotations::{is_direction, is_opening_word, is_place};
use crate::text::folded;

/// A dateline and what it says.
pub(super) struct Dateline {
    pub(super) span: Range<usize>,
    pub(super) place: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) date: Option<Date>,
    /// Whether it names a day or an agency, and cannot be anything else.
    pub(super) certain: bool,
    /// Whether it names a day.
    pub(super) dated: bool,
    /// What closes it.
    pub(super) close: Close,
}

impl Dateline {
    /// Whether it tells news from other texts: by a dash, or by day and agency, or by both place and day,
    /// where a sentence would begin otherwise (`In Bern, May 5 (Tuesday)`).
    pub(super) fn tells(&self) -> bool {
        let first = |place: &String| place.split(' ').next().map(str::to_lowercase);
        let place = self.place.as_ref().and_then(first);
        let sure = match place {
            Some(first) => !is_opening_word(&first),
            None => self.agency.as_deref().is_some_and(is_agency),
        };
        match self.close {
            Close::Dash => true,
            Close::Stop => self.certain && sure,
            // `Mr. Arce (Argentina): …` opens a turn.
            Close::Colon => {
                let known = |agency: &str| AGENCIES.contains(&agency);
                sure && self.place.is_some()
                    && (self.dated || self.agency.as_deref().is_some_and(known))
            }
        }
    }
}

/// What closes a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Close {
    Dash,
    /// A colon, as it does the label of a turn.
    Colon,
    /// A stop, or nothing behind the agency in brackets.
    Stop,
}

/// The longest dateline, in bytes.
const LONGEST: usize = 160;

/// The most places that a dateline names, and the most capitalised words of one. Expressions that count
/// them would take long to make.
const PLACES: usize = 5;
const WORDS_OF_A_PLACE: usize = 6;

/// Which of the forms is that of place, day and agency, each of which may be absent but the first.
const GENERAL: usize = 2;
/// Which is that of a place and an agency in brackets, without a mark behind them.
const PLACED: usize = 16;

/// The forms, each with groups for what it gives: the day between two dashes; agency, place and day; place,
/// day and agency closed by a mark; the agency between slashes; the agency first; no mark at all; the day
/// first; a place in capitals that is explained; the day in numbers; the agency alone, or behind a place; place and
/// region.
static PATTERNS: LazyLock<[String; FORMS]> = LazyLock::new(|| {
    let word = r"\p{Lu}[\p{L}\p{M}\p{N}.'’ʼ-]*";
    let small =
        r"(?:de|del|della|da|do|dos|la|las|le|les|el|al|of|the|upon|sur|am|an der|and|y|et)";
    let name = format!(r"{word}(?:[ \t]+(?:{small}[ \t]+)?{word})*");
    let place = format!(r"(?<place>{name}(?:(?:,|;|[ \t]*/|[ \t]+and)[ \t]*{name})*?)");
    let agency = r"[(\[](?<agency>[^()\[\]\n]{2,40})[)\]]";
    let day = format!(r"(?:{WEEKDAY},?[ \t]+)?{}", day_and_month());
    let dash = r"(?:--+|—|–|―|‒|‑|-|−|_)";
    let gap = r"[ \t]*[\r\n]?[ \t]*";
    // A hyphen closes nothing inside a word.
    let behind = r#"(?:\s|$|["“”„«'‘’\p{L}])"#;
    let close = format!(r"(?<close>\.?{dash}|:){behind}");
    let shut = format!(r"(?<close>{dash}){behind}");
    let capitals = r"\p{Lu}[\p{Lu}\p{M}.'’ -]+\p{Lu}";
    let numbers = r"(?<numbers>\d{1,2}[./-]\d{1,2}[./-][12]\d{3}|[12]\d{3}-\d{1,2}-\d{1,2})";
    let known = AGENCIES.join("|");
    let within = r"(?:[ \t]*[\[(][^\[\]()\n]{2,40}[\])]){1,2}";
    [
        format!(r"^{place}{gap}{dash}[ \t]+{day}{gap}(?:{agency}{gap})?{shut}"),
        format!(r"^(?<agency>\p{{Lu}}{{2,10}}){gap}{dash}[ \t]+{place},{gap}{day}{gap}{shut}"),
        format!(r"^{place}(?:[,.]?{gap}{day})?(?<bare>\.?,?{gap}(?:(?:--+|—|–)?{agency})?[,:.]?{gap}){close}"),
        format!(r"^(?:{place}[,.]{gap})?{day}[.,]?[ \t]*/(?<agency>[\p{{Lu}}][\p{{L}}\p{{N}} .-]{{1,30}})/(?<close>\.|{gap}{dash})?"),
        format!(r"^{agency}{gap}(?:{dash}{gap})?{place}(?:,{gap}{day})?{gap}{close}"),
        format!(r"^{agency}{gap}{shut}"),
        format!(r"^(?:{place}[,.]{gap})?{day},?[ \t]*{agency}(?:{gap}{close}|\.)?"),
        format!(r"^{day},?[ \t]+{place}(?:[ \t]*{agency})?{gap}{close}"),
        format!(r"^{place},{gap}{day},?[ \t]+(?<agency>\p{{Lu}}{{2,8}}|{known}){gap}{close}"),
        format!(r"^\[{place},{gap}{day}(?:,?[ \t]*\(?(?<agency>[\p{{L}}][\p{{L}} .]{{1,30}})\)?)?\](?:{gap}{close})?"),
        format!(r"^{place}[ \t]*{agency},[ \t]*{day}{gap}{close}"),
        format!(r"^(?<place>{name}{within})(?:,{gap}{day})?{gap}{agency}{gap}{close}"),
        format!(r"^(?<place>{capitals}),[ \t]+[^.\n:;\u{{22}}“”«]{{3,70}}[ \t](?<close>--+|—|–|―){behind}"),
        format!(r"^(?<place>{capitals}(?:,[ \t]+{name})?)[,.]?[ \t]+{day}(?<close>\.){behind}"),
        format!(r"^{place},{gap}{numbers}{gap}(?:{agency}{gap})?{shut}"),
        format!(r"^[(\[](?<agency>{known})[)\]][ \t]+[\p{{Lu}}\d“\u{{22}}‘]"),
        format!(r"^{place}[ \t]*[(\[](?<agency>{known})(?<close>[)\]])[ \t]+[\p{{Lu}}\d“\u{{22}}‘]"),
        format!(r"^(?<place>{name}{within}),{gap}{day},?{gap}{agency}\.?"),
        format!(r"^(?<place>{name}{within}),{gap}{day},?{gap}(?<agency>{known}){gap}{shut}"),
    ]
    .map(|form| form.replace(r"[ \t]", SPACE))
});

/// The forms, each made for the first line that may have it: as a test, and with its groups, which take longer to make.
static TESTS: [OnceLock<Expressions>; FORMS] = [const { OnceLock::new() }; FORMS];
static MADE: [OnceLock<Regex>; FORMS] = [const { OnceLock::new() }; FORMS];

/// Whether the head of a paragraph may name a day or an agency beside a place.
pub(super) fn names_more(text: &str, paragraph: &Range<usize>) -> bool {
    let is_sign = |byte: &u8| byte.is_ascii_digit() || b"([/".contains(byte);
    head(text, paragraph).as_bytes().iter().any(is_sign)
}

pub(super) fn head<'t>(text: &'t str, paragraph: &Range<usize>) -> &'t str {
    crate::text::head(&text[paragraph.clone()], LONGEST)
}

/// The dateline at the head of a paragraph.
pub(super) fn dateline(text: &str, paragraph: &Range<usize>) -> Option<Dateline> {
    let head = head(text, paragraph);
    if let Some(mut found) = before_known(head) {
        found.span = paragraph.start..paragraph.start + found.span.end;
        return Some(found);
    }
    let signs = Signs::of(head);
    if !signs.may_be_dateline() {
        return None;
    }
    let may_be = signs.forms();
    let may_match = |form: usize| {
        let made = || Expressions::new(&PATTERNS[form..=form]);
        may_be[form] && TESTS[form].get_or_init(made).may_match(head)
    };
    let mut forms = (0..FORMS).filter(|form| may_match(*form));
    forms.find_map(|form| {
        let made = MADE[form].get_or_init(|| expression(&PATTERNS[form]));
        let captures = made.captures(head)?;
        is_dateline(form, &captures, head).then(|| found(&captures, paragraph.start))
    })
}

/// Whether so few places of so few words are named.
fn is_short(places: &str) -> bool {
    let names: Vec<&str> = places.split([',', ';', '/']).collect();
    let words = |name: &str| {
        let words = name.split_whitespace();
        words
            .filter(|word| word.starts_with(char::is_uppercase))
            .count()
    };
    let mut parts = names.iter().flat_map(|name| name.split(" and "));
    names.len() <= PLACES && parts.all(|name| words(name) <= WORDS_OF_A_PLACE)
}

fn is_dateline(form: usize, captures: &Captures<'_>, head: &str) -> bool {
    let given = |name| captures.name(name).is_some();
    let dated = given("day") || given("day_before");
    let place = captures.name("place").map_or("", |place| place.as_str());
    let in_capitals = |words: &str| {
        let first = words.split([',', ';', '/']).next().unwrap_or(words);
        first
            .chars()
            .filter(|character| character.is_uppercase())
            .count()
            > 1
            && !first.chars().any(char::is_lowercase)
    };
    if !is_short(place) || is_of_day(place) {
        return false;
    }
    let label = place
        .split([' ', ',', '-'])
        .next()
        .unwrap_or("")
        .to_uppercase();
    if COPY.contains(&label.as_str()) || is_box(place) || is_page_line(&format!("{place}:")) {
        return false;
    }
    // `Argued November 2, 2031 — Decided March 4, 2032` stands above a judgment.
    if OF_COURT.contains(&label.as_str()) {
        return false;
    }
    // `FOR IMMEDIATE RELEASE - March 4, 2031`, `EDITOR'S NOTE — This story …`
    if ["AIRED", "BY", "FOR"].contains(&label.as_str()) || place.to_uppercase().ends_with(" NOTE") {
        return false;
    }
    let agency = captures
        .name("agency")
        .map_or("A", |agency| agency.as_str());
    if !agency.contains(char::is_alphabetic) || is_direction(agency) {
        return false;
    }
    if place.is_empty() && !given("day") && !given("day_before") && !is_agency(agency) {
        return false;
    }
    // `WIRE - Dec. 3, 2029 - 19:42` is a line above an article.
    if form < GENERAL && (ends_with_time(head) || form == 1 && is_place(agency)) {
        return false;
    }
    // `(Xinhua) 10:30, March 4, 2031`
    if place.is_empty() && matter::is_header(captures_rest(captures, head)) {
        return false;
    }
    let close = captures.name("close");
    // A hyphen behind a letter is part of its word.
    let in_word = |close: &regex::Match<'_>| {
        close.as_str() == "-" && head[..close.start()].ends_with(char::is_alphanumeric)
    };
    if form == PLACED {
        let mut parts = place.split([',', '/']).map(str::trim);
        return in_capitals(place) || parts.any(is_place);
    }
    if form != GENERAL {
        return !close.as_ref().is_some_and(in_word);
    }
    let Some(close) = close else {
        return false;
    };
    let rest = &head[close.end()..];
    // A sentence begins behind it.
    let begins = rest
        .trim_start()
        .trim_start_matches(['"', '“', '”', '„', '«', '\'', '‘', '’', '(', '[', '.', '…'])
        .chars()
        .next()
        .is_none_or(|character| !character.is_lowercase());
    match close.as_str() {
        // `SPEAKER: …` opens a turn.
        ":" => dated || !given("agency") && begins && place.split_whitespace().count() <= 3,
        // A hyphen between words closes a dateline only where more speaks for one.
        "-" if !rest.starts_with(char::is_whitespace) && !rest.is_empty() => {
            given("agency") && dated
        }
        _ if dated && in_capitals(place) || given("agency") => true,
        _ if dated => place.split_whitespace().count() <= 6,
        "-" => {
            in_capitals(place)
                && begins
                && head[..close.start()].ends_with(char::is_whitespace)
                && !ends_with_time(head)
        }
        // `St. Amity, Wabash — The talks …`
        _ if place.contains(',')
            && !in_capitals(place)
            && head[..close.start()].ends_with(char::is_whitespace) =>
        {
            begins && place.split_whitespace().count() <= 4 && rest.split_whitespace().count() > 4
        }
        _ => in_capitals(place) && begins && place.split_whitespace().count() <= 5,
    }
}

/// What stands before the days of a judgment, in capitals.
const OF_COURT: [&str; 6] = [
    "ARGUED",
    "DECIDED",
    "FILED",
    "REARGUED",
    "REVISED",
    "SUBMITTED",
];

/// What stands behind the agency of a dateline.
fn captures_rest<'t>(captures: &Captures<'_>, head: &'t str) -> &'t str {
    let end = captures.name("agency").map_or(0, |agency| agency.end());
    head[end..].trim_start_matches([')', ']', ' '])
}

/// Whether words in brackets, with nothing but a dash behind them, may be an agency: `(Reuters)`, not `(Laughter.)`.
fn is_agency(words: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word == "dpa";
    words.split_whitespace().count() <= 4
        && words.split_whitespace().all(capital)
        && words.ends_with(char::is_alphanumeric)
        && !is_direction(words)
        && !is_caption(words)
}

/// A place without the punctuation that divides it from what follows: `MOSCOW.`, `NEW YORK--`, but `Wis.`
fn tidied(place: &str) -> String {
    let place = place.trim_end_matches(['-', '–', '—', ',', ';', ' ']);
    let Some(bare) = place.strip_suffix('.') else {
        return place.to_owned();
    };
    let last = bare.rsplit([' ', ',']).next().unwrap_or(bare);
    let long = last.chars().count() >= SHORTEST_PLACE && !last.contains('.');
    let whole = !last.contains(char::is_lowercase)
        || is_place(last) && !is_place(&place[bare.len() - last.len()..]);
    if long && whole { bare } else { place }.to_owned()
}

/// Whether a line of agency, day and time is no more than that: `EASTERN WIRE - Dec. 3, 2029 - 19:42`.
fn ends_with_time(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    line.split_whitespace().count() <= 10
        && last.contains(':')
        && last.ends_with(|sign: char| sign.is_ascii_digit())
}

/// How many groups the form of an agency alone has: the match and the agency.
const ALONE: usize = 2;

fn found(captures: &Captures<'_>, start: usize) -> Dateline {
    let part = |name| captures.name(name).map(|found| folded(found.as_str()));
    let close = captures.name("close");
    let mark = close.map(|close| close.as_str());
    let end = close.map_or_else(|| captures[0].trim_end().len(), |close| close.end());
    // What follows an agency that stands alone is no part of it.
    let alone = captures.len() == ALONE && close.is_none();
    let end = if alone {
        captures
            .name("agency")
            .map_or(end, |agency| agency.end() + 1)
    } else {
        end
    };
    let agency = part("agency").filter(|agency| day_in(agency).is_none() && !is_day(agency));
    let place = part("place").map(|place| tidied(&place));
    let (place, agency) = within_country(place, agency);
    let (place, agency) = apart(place, agency);
    let dated = ["day", "day_before", "numbers"]
        .iter()
        .any(|name| captures.name(name).is_some())
        || part("agency").as_deref().is_some_and(is_day);
    Dateline {
        span: start..start + end,
        place,
        date: day_of(captures)
            .or_else(|| day_in(captures.name("numbers")?.as_str()))
            .or_else(|| day_in(captures.name("bare").map_or("", |bare| bare.as_str()))),
        close: match mark {
            Some(":") => Close::Colon,
            Some(mark) if !matches!(mark, "." | ")" | "]") => Close::Dash,
            _ => Close::Stop,
        },
        certain: agency.is_some() || dated,
        dated,
        agency,
    }
}

/// Place and agency, where the agency stands as the place, `AAP - The talks …`, or as the last of them,
/// `OSLO, AAP - The talks …`, `Oslo, Norland AAP — The talks …`.
fn apart(place: Option<String>, agency: Option<String>) -> (Option<String>, Option<String>) {
    let named = match (place, agency) {
        (Some(named), None) => named,
        given => return given,
    };
    if AGENCIES.contains(&named.as_str()) {
        return (None, Some(named));
    }
    match named.rsplit_once(' ') {
        Some((place, last)) if AGENCIES.contains(&last) => {
            let place = place.trim_end_matches(',').to_owned();
            (Some(place), Some(last.to_owned()))
        }
        _ => (Some(named), None),
    }
}

/// Place and agency, where the words in brackets are the country: `Oslo (Norway) - The talks …`.
fn within_country(
    place: Option<String>,
    agency: Option<String>,
) -> (Option<String>, Option<String>) {
    match (place, agency) {
        (Some(place), Some(country))
            if country.contains(char::is_lowercase)
                && is_place(&country)
                && !AGENCIES.contains(&country.as_str()) =>
        {
            (Some(format!("{place} ({country})")), None)
        }
        given => given,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROWS: [&str; FORMS] = [
        "OSLO - March 4 (VPS) - Talks",
        "VPS - OSLO, March 4 - Talks",
        "OSLO, March 4 (VPS) -- Talks",
        "MOSCOW. March 4 /VPS/. Talks",
        "(VPS) - OSLO, March 4 - Talks",
        "(VPS) - Talks",
        "OSLO, March 4 (VPS). Talks",
        "March 4, OSLO (VPS): Talks",
        "OSLO, March 4, VPS -- Talks",
        "[OSLO, March 4 (VPS)] Talks",
        "OSLO (VPS), March 4 -- Talks",
        "Oslo (Norland) (VPS) - Talks",
        "OSLO, the port of the north — Talks",
        "OSLO, March 4. Talks",
        "OSLO, 2031-03-04 - Talks",
        "(AP) Talks",
        "OSLO (AP) Talks",
        "Oslo (Norland), March 4 (VPS) Talks",
        "Oslo (Norland), March 4 AP - Talks",
    ];
    const PIECES: [&str; 24] = [
        "OSLO",
        "Oslo",
        "AP",
        " ",
        " ",
        " ",
        ", ",
        "March 4",
        "4 SEPT",
        "ſept 4",
        "2031",
        "(AP)",
        "(VPS)",
        "[Norland] ",
        "/VPS/",
        "[",
        "]",
        " - ",
        "--",
        "—",
        "‑",
        ":",
        ".",
        "Talks",
    ];

    fn form(form: usize) -> &'static Regex {
        MADE[form].get_or_init(|| expression(&PATTERNS[form]))
    }

    #[test]
    fn every_form_is_tried_for_a_line_that_has_it() {
        for (number, row) in ROWS.iter().enumerate() {
            assert!(form(number).is_match(row), "{row}");
            assert!(Signs::of(row).forms()[number], "{row}");
        }
    }

    proptest! {
        #[test]
        fn no_form_is_passed_over_that_a_line_has(
            pieces in proptest::collection::vec(0..PIECES.len(), 1..12),
        ) {
            let line: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            let tried = Signs::of(&line).forms();
            for number in (0..FORMS).filter(|number| !tried[*number]) {
                prop_assert!(!form(number).is_match(&line), "{number} {line:?}");
            }
        }
    }
}
