//! Who is before a court or pleads there, as the words behind a name tell: `Hal Orr, who is charged with
//! fraud,` and `Ida Vell said her client was elsewhere`.

use std::ops::Range;

use crate::text::head;

/// What is said of one whom an article calls the defendant, by its first word.
const CHARGED: [(&str, &str); 12] = [
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
    ("denies", "murder"),
];

/// How far behind the name, in bytes.
const NEAR: usize = 60;

/// The roles of one who is.
pub(super) const DEFENDANT: &str = "defendant accused suspect";

/// Whether the words behind a name say so of its bearer.
pub(super) fn is_charged(text: &str, name: &Range<usize>) -> bool {
    let mut words = head(&text[name.end..], NEAR)
        .split(' ')
        .filter(|word| !word.is_empty())
        .peekable();
    // Another name, a stop, a verb of saying: what follows is told of somebody else.
    let ends = |word: &str| {
        let another = word.starts_with(char::is_uppercase) || word.contains(['.', ';', '"', '“']);
        another
            || matches!(
                word,
                "said" | "says" | "not" | "never" | "saw" | "by" | "and"
            )
    };
    while let Some(word) = words.next() {
        let next = words
            .peek()
            .map_or("", |next| next.trim_end_matches([',', '.']));
        if CHARGED.contains(&(word, next)) {
            return true;
        }
        if ends(word) {
            return false;
        }
    }
    false
}

/// The roles of one who has a client.
pub(super) const COUNSEL: &str = "lawyer";

/// Whether the words behind a name say that its bearer reports of a client.
pub(super) fn has_client(text: &str, name: &Range<usize>) -> bool {
    let behind = &text[name.end..];
    let mut words = behind.split_whitespace();
    let says = matches!(
        words.next(),
        Some("said" | "says" | "told" | "argued" | "added")
    );
    let mut words = words.skip_while(|word| *word == "that");
    let whose = matches!(words.next(), Some("his" | "her" | "their"));
    let client = words
        .next()
        .map(|word| word.trim_end_matches(|mark: char| !mark.is_alphabetic()));
    says && whose && matches!(client, Some("client" | "clients" | "client's" | "client’s"))
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
    fn who_is_charged_is_told_behind_the_name() {
        let name = 0.."Orr".len();
        for text in [
            "Orr, 34, is charged with fraud",
            "Orr, who is on trial for fraud",
            "Orr pleaded not guilty",
            "Orr was accused of fraud",
        ] {
            assert!(is_charged(text, &name), "{text}");
        }
        for text in [
            "Orr said she was charged with it",
            "Orr and Vell were indicted on Monday",
            "Orr was not accused of it",
            "Orr left. The man on trial stayed",
            "Orr",
        ] {
            assert!(!is_charged(text, &name), "{text}");
        }
    }
}
