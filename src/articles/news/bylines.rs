//! Bylines: the lines that say who wrote an article.

use std::sync::LazyLock;

use regex::Regex;

use super::expression;

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|della|di|da|van|von|der|den|bin|al|el|ter|y)";
    expression(&format!(
        r"^(?:(?:(?i:by|story by|text by|words by|written by|analysis by|opinion by|from)):?[ \t]+{name}(?:[ \t]+{name}){{0,7}}(?:[ \t]+(?i:writers?|reporters?|correspondents?)[ \t]+{name}(?:[ \t]+{name}){{0,7}})?(?:(?:,| and| in| for| \||/|;| of| at| -| –| —)[ \t]+(?:the[ \t]+)?{name}(?:[ \t]+(?:of[ \t]+|and[ \t]+|the[ \t]+)?{name}){{0,7}})*\.?|(?i:(?:by|from|story by)[ \t]+)?(?i:our|a|an|the)[ \t]+(?i:(?:own|special|staff|political|foreign|diplomatic|news)[ \t]+)*(?i:correspondents?|reporters?|staff|newsroom|writers?|bureau)(?:[ \t]+(?i:in|at|from)[ \t]+\p{{Lu}}.*)?|(?i:(?:\p{{L}}+ )?staff (?:writers?|reporters?)|newsroom|agencies))$"
    ))
});

/// Whether a line names who wrote the article.
pub(super) fn is_byline(line: &str) -> bool {
    line.len() <= 160 && BYLINE.is_match(line)
}

/// Whether a line is nothing but the names of people.
pub(super) fn is_names(line: &str) -> bool {
    line.len() <= 80
        && line.chars().any(char::is_lowercase)
        && line
            .split(", ")
            .flat_map(|names| names.split(" and "))
            .all(|name| {
                let words = name.split_whitespace().count();
                let capital = |word: &str| {
                    word.starts_with(char::is_uppercase)
                        || ["de", "van", "von", "bin", "al"].contains(&word)
                };
                (2..=4).contains(&words)
                    && name.split_whitespace().all(capital)
                    && !name.contains(|character: char| {
                        character.is_ascii_digit() || ":;?!\"".contains(character)
                    })
            })
}
