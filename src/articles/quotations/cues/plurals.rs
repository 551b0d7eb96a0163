//! Subjects in the plural before a base form: `officials at the ministry say`, `four in 10 say`.

use super::super::content::is_share;
use super::super::lexicon::Class;
use super::super::phrases::{is_behind_noun, is_verb, phrase_before, subject};
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Cue;

/// Nouns in the plural that do not end as others do.
const PEOPLE: WordList = WordList::new(&[
    "people", "police", "men", "women", "accused", "couple", "pair", "duo", "trio", "family",
    "team",
]);

/// Words that stand for several people.
const SOME: WordList = WordList::new(&["some", "many", "most", "several", "few", "others"]);

/// Whether the word before a verb stands for several people or things.
pub(super) fn stands_for_several(
    tokens: &[Token<'_>],
    left: usize,
    previous: &Token<'_>,
    verb: &Verb,
) -> bool {
    previous.is(Class::SUBJECT) && !previous.any(words!["he", "she", "it"])
        || previous.any(words![
            "whom",
            "majority",
            "half",
            "third",
            "quarter",
            "percent",
            "plurality"
        ])
        || is_share(previous)
        || is_part_of_them(tokens, left)
        || is_ratio(tokens, left)
        || verb.frames.has(Frames::QUOTE) && previous.any(&SOME)
        || matches!(previous.kind, Kind::Word | Kind::Name)
            && (previous.text.ends_with('s') || previous.any(&PEOPLE))
            && !previous.is(Class::PREPOSITION
                .or(Class::AUXILIARY)
                .or(Class::POSSESSIVE))
}

/// Whether a share ends here that is told as a ratio: `four in 10`.
fn is_ratio(tokens: &[Token<'_>], end: usize) -> bool {
    let number = |token: &Token<'_>| token.kind == Kind::Number || token.is(Class::NUMBER);
    end >= 3
        && number(&tokens[end - 1])
        && tokens[end - 2].any(words!["in", "of"])
        && number(&tokens[end - 3])
}

/// Whether some of those told of are counted here: `half of them`, `two of us`.
fn is_part_of_them(tokens: &[Token<'_>], end: usize) -> bool {
    let counts = |token: &Token<'_>| {
        token.kind == Kind::Number
            || token.is(Class::NUMBER)
            || token.any(&SOME)
            || token.any(words![
                "half", "all", "both", "third", "quarter", "majority", "percent"
            ])
    };
    end >= 3
        && tokens[end - 1].any(words!["them", "us", "these", "those"])
        && tokens[end - 2].is_word("of")
        && counts(&tokens[end - 3])
}

/// How many words the second of two names may have.
const LONGEST_NAME: usize = 4;

/// Whether two names joined by "and" stand before a verb: `Orr and Mr. Vell say`.
pub(super) fn are_joined(tokens: &[Token<'_>], left: usize) -> bool {
    let near = left.saturating_sub(LONGEST_NAME + 1)..left;
    let and = near.rev().find(|at| tokens[*at].kind != Kind::Name);
    and.is_some_and(|and| {
        and > 0
            && and + 1 < left
            && tokens[and].is_word("and")
            && (tokens[and - 1].kind == Kind::Name || tokens[and - 1].is(Class::PERSON))
            && !tokens[left - 1].is(Class::TIME)
    })
}

/// Whether the subject before a verb is in the plural, whatever stands between: `officials at the ministry`.
pub(super) fn plural_subject(tokens: &[Token<'_>], left: usize) -> bool {
    let found = subject(tokens, 0, left);
    found.is_some_and(|found| {
        let of = (found.start + 1..found.end).find(|at| tokens[*at].is(Class::PREPOSITION));
        let mut end = of.unwrap_or(found.end);
        // `sources close to the minister`
        if end - found.start > 1 && is_behind_noun(&tokens[end - 1]) {
            end -= 1;
        }
        let head = &tokens[end - 1];
        if tokens[found.start].is_word("those")
            || found.len() == 1 && tokens[found.start].any(&SOME)
        {
            return true;
        }
        let many = head.text.len() > 3 && head.text.ends_with('s') && head.is(Class::SPEAKER);
        end < left && (many || head.any(&PEOPLE))
    })
}

/// Whether people at the beginning of a sentence without another verb fear what follows: `Doctors fear further deaths`.
pub(super) fn fears(tokens: &[Token<'_>], cue: &Cue, previous: &Token<'_>, verb: &Verb) -> bool {
    let people = previous.is_word("police") || previous.is(Class::SPEAKER) && previous.ends_in_s();
    let opens = |next: &Token<'_>| {
        next.kind == Kind::Word
            && !next.is(Class::PREPOSITION
                .or(Class::AND)
                .or(Class::AUXILIARY)
                .or(Class::SUBORDINATOR)
                .or(Class::RELATIVE))
    };
    verb.lemma == "fear"
        && people
        && previous.kind != Kind::Genitive
        && phrase_before(tokens, cue.left).start == 0
        && tokens.get(cue.tokens.end).is_some_and(opens)
        && !(0..cue.left).any(|at| is_verb(tokens, at))
}
