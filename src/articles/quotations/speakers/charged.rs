//! Who is before a court or pleads there, as the words behind a name tell: `Hal Orr, who is charged with
//! fraud,` and `Ida Vell said her client was elsewhere`.

use std::ops::Range;

use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::word_list::WordList;
use crate::text::{head, pieces};

/// What is said of one whom an article calls the defendant, by its first word.
const CHARGED: [(&str, &str); 11] = [
    ("charged", "with"),
    ("accused", "of"),
    ("pleaded", "guilty"),
    ("pleaded", "not"),
    ("pleads", "guilty"),
    ("pleads", "not"),
    ("on", "trial"),
    ("convicted", "of"),
    ("indicted", "on"),
    ("suspected", "of"),
    ("under", "arrest"),
];

/// The first words of all that is said of such a one.
const MAY_TELL: WordList = WordList::new(&[
    "charged",
    "accused",
    "pleaded",
    "pleads",
    "on",
    "convicted",
    "indicted",
    "suspected",
    "under",
    "denies",
    "denied",
    "admits",
    "admitted",
]);

/// Words behind which what somebody denies is a crime: `denies murder`, `denied three counts of fraud`.
const CRIMES: WordList = WordList::new(&[
    "murder",
    "manslaughter",
    "theft",
    "fraud",
    "rape",
    "assault",
    "arson",
    "robbery",
    "burglary",
    "perjury",
    "bribery",
    "conspiracy",
    "embezzlement",
    "extortion",
    "blackmail",
    "wounding",
    "corruption",
    "counts",
    "charges",
    "attempted",
    "causing",
    "possessing",
    "grooming",
    "harassment",
    "stalking",
    "dangerous",
]);

/// How far behind the name, in bytes.
const NEAR: usize = 60;

/// The roles of one who is.
pub(super) const DEFENDANT: &str = "defendant accused suspect";

/// Whether the words behind a name say so of its bearer.
pub(super) fn is_charged(text: &str, name: &Range<usize>) -> bool {
    let mut rest = head(&text[name.end..], NEAR);
    while let Some((word, behind)) = first_word(rest) {
        rest = behind;
        if tells_of_another(word) {
            return false;
        }
        if !MAY_TELL.has(word) {
            continue;
        }
        if matches!(word, "denies" | "denied" | "admits" | "admitted") && names_crime(behind) {
            return true;
        }
        let mut charges = CHARGED
            .iter()
            .filter(|(first, _)| *first == word)
            .peekable();
        if charges.peek().is_some() {
            let next = first_word(behind).map_or("", |(next, _)| next.trim_end_matches([',', '.']));
            if charges.any(|(_, second)| *second == next) {
                return true;
            }
        }
    }
    false
}

/// Whether a crime is named next, or how many there were.
fn names_crime(text: &str) -> bool {
    let next = first_word(text).map(|(first, rest)| (first, first_word(rest)));
    let crime = |word: &str| CRIMES.has(word.trim_end_matches([',', '.']));
    let counted =
        |word: &str| class(word).is(Class::NUMBER.or(Class::DETERMINER.or(Class::POSSESSIVE)));
    next.is_some_and(|(first, second)| {
        crime(first) || counted(first) && second.is_some_and(|(second, _)| crime(second))
    })
}

/// The first word of a text, up to a space, and what stands behind it.
fn first_word(text: &str) -> Option<(&str, &str)> {
    let is_space = |byte: &u8| *byte == b' ';
    let start = text.bytes().position(|byte| !is_space(&byte))?;
    let text = &text[start..];
    let end = text.as_bytes().iter().position(is_space);
    Some(text.split_at(end.unwrap_or(text.len())))
}

/// Whether what follows a word is told of somebody else: another name, a stop, a verb of saying.
fn tells_of_another(word: &str) -> bool {
    let stops = word
        .bytes()
        .any(|byte| matches!(byte, b'.' | b';' | b'"') || !byte.is_ascii());
    stops && word.contains(['.', ';', '"', '“'])
        || word.starts_with(char::is_uppercase)
        || matches!(
            word,
            "said" | "says" | "not" | "never" | "saw" | "by" | "and"
        )
}

/// The roles of one who has a client.
pub(super) const COUNSEL: &str = "lawyer";

/// Whether the words behind a name say that its bearer reports of a client.
pub(super) fn has_client(text: &str, name: &Range<usize>) -> bool {
    let mut words = pieces(&text[name.end..]);
    let says = matches!(
        words.next(),
        Some("said" | "says" | "told" | "argued" | "added")
    );
    if !says {
        return false;
    }
    let mut words = words.skip_while(|word| *word == "that");
    let whose = matches!(words.next(), Some("his" | "her" | "their"));
    let client = words
        .next()
        .map(|word| word.trim_end_matches(|mark: char| !mark.is_alphabetic()));
    whose && matches!(client, Some("client" | "clients" | "client's" | "client’s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_of_a_client_pleads() {
        let name = 0.."Orr".len();
        assert!(has_client("Orr said her client, Hal Vane, was away", &name));
        assert!(has_client(
            "Orr says that his client's bail was high",
            &name
        ));
        assert!(!has_client("Orr said her mother was away", &name));
        assert!(!has_client("Orr's client said it", &name));
    }

    #[test]
    fn words_that_may_tell_of_charges_are_listed() {
        assert!(CHARGED.iter().all(|(first, _)| MAY_TELL.has(first)));
    }

    #[test]
    fn who_is_charged_is_told_behind_the_name() {
        let name = 0.."Orr".len();
        for text in [
            "Orr, 34, is charged with fraud",
            "Orr, who is on trial for fraud",
            "Orr pleaded not guilty",
            "Orr was accused of fraud",
            "Orr, 44, denies theft.",
            "Orr denied three counts of perjury",
        ] {
            assert!(is_charged(text, &name), "{text}");
        }
        for text in [
            "Orr said she was charged with it",
            "Orr and Vell were indicted on Monday",
            "Orr was not accused of it",
            "Orr denied the claims",
            "Orr left. The man on trial stayed",
            "Orr",
        ] {
            assert!(!is_charged(text, &name), "{text}");
        }
    }
}
