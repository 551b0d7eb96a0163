//! What a stretch within marks shows of itself: its finite verb, the comma at its end.

use super::super::lexicon::{Class, class};
use super::super::phrases::time_end;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::clause_openings::opens_clause;

/// Whether a whole clause within marks is followed by when and where it was said: `said "it is over" in an
/// interview`.
pub(super) fn told_in_marks(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let circumstance = next.any(words![
        "in", "at", "during", "on", "while", "when", "as", "after"
    ]);
    let placed = next.kind == Kind::Word
        && next.is(Class::PREPOSITION)
        && !next.any(words![
            "of", "to", "for", "than", "like", "from", "by", "with", "about"
        ]);
    let shouted = at > 0 && tokens[at - 1].any(&SHOUTED);
    let around = circumstance || placed || next.any(words!["outside", "inside", "before"]);
    tokens[at].quoted().is_some()
        && (shouted && around
            || circumstance && (holds_verb(&tokens[at], 1) || opens_contracted(&tokens[at]))
            || is_shout(&tokens[at])
                && next.any(words!["as", "while", "when"])
                && opens_clause(tokens, at + 2)
            || is_utterance(&tokens[at])
                && (placed || circumstance || time_end(tokens, at + 1).is_some()))
}

/// Verbs of calling aloud, whose marks hold all that was called.
const SHOUTED: WordList = WordList::new(&[
    "shouted",
    "shouting",
    "chanted",
    "chanting",
    "yelled",
    "yelling",
    "screamed",
    "screaming",
    "sang",
    "singing",
]);

/// Whether a stretch within marks is all that somebody calls: `chanted “Water for all” as the police looked on`.
fn is_utterance(token: &Token<'_>) -> bool {
    let mut words = token
        .text
        .split_whitespace()
        .map(|word| word.trim_start_matches(|mark: char| !mark.is_alphanumeric()));
    let first = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase));
    let mut rest = 0;
    let small = words.all(|word| {
        rest += 1;
        word.starts_with(char::is_lowercase)
    });
    first && small && rest > 0
}

/// Whether a single word within marks is what a crowd calls as something else happens: `shouted "Shame" as Orr left`.
fn is_shout(token: &Token<'_>) -> bool {
    let words = token.text.split_whitespace().count();
    words == 1 && token.first_word().starts_with(char::is_uppercase)
}

/// Whether a stretch within marks begins with a pronoun and its verb in one: `“I’m not a racist”`.
fn opens_contracted(token: &Token<'_>) -> bool {
    let first = token.first_word();
    let Some((pronoun, verb)) = first.split_once(['\'', '’']) else {
        return false;
    };
    let pronoun = ["i", "we", "you", "he", "she", "it", "they"]
        .iter()
        .any(|one| pronoun.eq_ignore_ascii_case(one));
    pronoun && matches!(verb, "m" | "re" | "s" | "ve" | "ll" | "d")
}

/// Whether a stretch within marks has a finite verb behind so many words.
pub(in crate::articles::quotations) fn holds_verb(token: &Token<'_>, skipped: usize) -> bool {
    let words = token.text.split_whitespace();
    let mut words = words.skip(skipped).map(|word| {
        word.trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_lowercase()
    });
    words.any(|word| class(&word).is(Class::AUXILIARY.or(Class::VERB)))
}

/// Whether a stretch within marks begins with a verb in the present: `the call "reads like a threat"`.
pub(super) fn in_present(token: &Token<'_>) -> bool {
    let first = token.first_word();
    first.starts_with(char::is_lowercase)
        && class(first).is(Class::THIRD.or(Class::BE).or(Class::HAVE))
}

/// Whether a stretch within marks ends as speech does before its verb: with a comma, a question mark or a dash.
pub(in crate::articles::quotations) fn ends_as_speech(token: &Token<'_>) -> bool {
    let words = token.before_closing();
    words.ends_with([',', '?', '!', '—', '–'])
}

/// Whether a stretch within marks ends with a comma.
pub(in crate::articles::quotations) fn ends_with_comma(token: &Token<'_>) -> bool {
    token.quoted().is_some() && {
        let words = token.before_closing();
        words.len() < token.text.len() && words.ends_with(',')
    }
}
