//! The forms of bylines: their expression, and by which words a line is told that may be one.

use std::sync::LazyLock;

use regex::Regex;

use super::expressions::{expression, has_any, may_be};
use crate::text::head;

/// The expression of a byline, in which so many words may follow the first of a name, and a handle the names.
fn byline(few: &str, handle: &str) -> Regex {
    let name =
        r"(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|della|di|da|van|von|der|den|bin|al|el|ter|y|dpa)";
    expression(&format!(
        r"^(?:(?:(?i:byline:[ \t]+by|by|byline:|story by|reporting by|reported by|text by|words by|written by|posted by|contributed by|analysis by|opinion by|report by|edited by|reporters?:|from)):?[ \t]+(?:(?i:the|staff reporters?|staff writers?|reporters?|correspondents?|writers?)[ \t]+)?{name}(?:[ \t]+{name}){few}(?:[ \t]+(?i:writers?|reporters?|correspondents?)[ \t]+{name}(?:[ \t]+{name}){few})?(?:(?:, and|,? with|,| and| &| in| for| \|| ?/|;| of| at| -| –| —)[ \t]+(?:the[ \t]+)?{name}(?:[ \t]+(?:of[ \t]+|and[ \t]+|the[ \t]+)?{name}){few})*(?:[ \t]*\({name}(?:[ \t]+{name}){{0,3}}\))?(?:[ \t]+and[ \t]+(?:agencies|wires))?{handle}(?:\.|[ \t]*\||[ \t]*[–—])?|(?i:(?:by|from|story by)[ \t]+)?(?i:our|a|an|the)[ \t]+(?i:(?:own|special|staff|political|foreign|diplomatic|news)[ \t]+)*(?i:correspondents?|reporters?|staff|newsroom|writers?|bureau)(?:[ \t]+(?i:in|at|from)[ \t]+\p{{Lu}}.*)?|(?i:special correspondents?|(?:our|the \p{{L}}+) bureau|(?:\p{{L}}+ )?staff (?:writers?|reporters?|reports?)|newsroom|agencies))$"
    ))
}

static BYLINE: LazyLock<Regex> = LazyLock::new(|| byline("{0,7}", r"(?:[ \t]+@\w+)?"));
/// The same for lines of few spaces and no handle, which is made in half the time.
static SHORT_BYLINE: LazyLock<Regex> = LazyLock::new(|| byline("*", ""));
/// The most spaces of such a line: one stands before the name.
const FEW_SPACES: usize = 8;

/// Words with which bylines begin, in small letters.
const OPENINGS: [&str; 21] = [
    "agencies",
    "analysis",
    "by",
    "byline",
    "contributed",
    "edited",
    "from",
    "newsroom",
    "opinion",
    "posted",
    "report",
    "reported",
    "reporter",
    "reporters",
    "reporting",
    "special",
    "staff",
    "story",
    "text",
    "words",
    "written",
];
/// Words with which those begin that name nobody, and the next word then, unless a bureau is named.
const ARTICLES: [&str; 4] = ["a", "an", "our", "the"];
const WRITERS: [&str; 15] = [
    "bureau",
    "correspondent",
    "correspondents",
    "diplomatic",
    "foreign",
    "news",
    "newsroom",
    "own",
    "political",
    "reporter",
    "reporters",
    "special",
    "staff",
    "writer",
    "writers",
];

/// Whether a line is a byline and nothing else.
pub(super) fn is_bare_byline(line: &str) -> bool {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t');
    let few = || line.bytes().filter(|byte| is_space(byte)).count() <= FEW_SPACES;
    may_be_byline(line)
        && if few() && !line.contains('@') {
            SHORT_BYLINE.is_match(line)
        } else {
            BYLINE.is_match(line)
        }
}

/// Whether a line begins as bylines do.
fn may_be_byline(line: &str) -> bool {
    let divides = |sign: char| !sign.is_alphabetic();
    let first = line.split(divides).next().unwrap_or_default();
    let second = || {
        let behind = line[first.len()..].trim_start_matches([' ', '\t']);
        behind.split(divides).next().unwrap_or_default()
    };
    let by_article = || may_be(&WRITERS, second()) || has_any(line, &["bureau"]);
    // `Northern staff writer`
    let staff = || {
        let rest = line
            .split_once(' ')
            .map(|(_, rest)| head(rest, STAFF.len()));
        rest.is_some_and(|next| may_be(&[STAFF], next))
    };
    may_be(&OPENINGS, first) || may_be(&ARTICLES, first) && by_article() || staff()
}

const STAFF: &str = "staff";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PIECES: [&str; 27] = [
        "By ",
        "BY: ",
        "from ",
        "Story by ",
        "words by ",
        "ſtory by ",
        "our ",
        "the ",
        "An ",
        "own ",
        "special ",
        "staff",
        "Northern staff ",
        "ſtaff ",
        "Correspondents",
        "reporters: ",
        "writer ",
        "bureau",
        "newsroom",
        "Agencies",
        "Ida ",
        "Vell",
        " de Vell",
        " and ",
        ", ",
        " in Oslo",
        "(VPS)",
    ];

    proptest! {
        #[test]
        fn no_byline_is_passed_over(
            pieces in proptest::collection::vec(0..PIECES.len(), 1..14),
        ) {
            let line: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            prop_assert_eq!(is_bare_byline(&line), BYLINE.is_match(&line), "{:?}", line);
        }
    }
}
