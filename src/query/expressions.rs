//! Patterns that are written as regular expressions where none is expected.
//!
//! `human.*rights` is a glob that finds `human.rights` alone, for its dot is a dot. Where a corpus has no such
//! word, a count of 0 would hide that something else was meant.

use std::sync::LazyLock;

use regex::Regex;

use crate::error::Error;

/// What globs don't know: a dot before a wildcard, unless in a number (`12.*`), `\w`, sets of letters, numbers of times.
static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    let dot = r"(?:^|[\p{L}\])])(?<dot>\.[*?])";
    let sign = r"(?<sign>\\[a-zA-Z]|\[[^\s\]]+\]|\{\d+(?:,\d*)?\})";
    Regex::new(&format!("{dot}|{sign}")).expect("well-formed")
});

/// Signs that no token can hold, where they stand as in an expression: at an end, between words, behind a group.
static MARKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\^|[\w*?.)\]]\$$|[\w*?.)\]]\|[\w*?.(\[]|[.)\]]\+|\\[wds]\+").expect("well-formed")
});

/// The error of a pattern that no word matches and that is written as an expression; none for another one.
pub(super) fn meant_as_expression(pattern: &str) -> Option<Error> {
    let found = SIGNS.captures(pattern)?;
    let sign = found.name("dot").or_else(|| found.name("sign"))?;
    Some(Error::Query {
        query: pattern.to_owned(),
        at: pattern[..sign.start()].chars().count(),
        message: format!(
            "no word of the corpus matches, since {:?} is no wildcard: * stands for any characters within a \
             word, and by itself for any word, as in \"human * rights\"; for a regular expression, one a \
             token, say regex=True, and for any number of words between give a query as cql=",
            sign.as_str()
        ),
    })
}

/// What the error of a sign that no token can hold adds where the pattern is written as an expression.
pub(super) fn or_as_expression(pattern: &str) -> &'static str {
    if MARKS.is_match(pattern) || SIGNS.is_match(pattern) {
        "; for a regular expression say regex=True"
    } else {
        ""
    }
}
