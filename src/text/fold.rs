//! Surface form to normal form: what makes `SCO`, `Sco` and `sco` one word.
//!
//! Applied to types, never to tokens: a corpus has thousands of the one and millions of the other.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The form under which a word is looked up when case is ignored: NFC, lower case, with straight
/// apostrophes and plain hyphens, without soft hyphens and other marks that nobody sees.
///
/// ```
/// use hustings::normal_form;
/// assert_eq!(normal_form("Member\u{2019}S"), "member's");
/// assert_eq!(normal_form("E\u{301}TAT"), "état");
/// ```
pub fn normal_form(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        };
    }
    // Lower-casing can leave a sequence that NFC would compose, so it is composed once more.
    Cow::Owned(cased_form(word).to_lowercase().nfc().collect())
}

/// The normal form with the case left as it is: what is compared when case matters.
pub fn cased_form(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || (is_nfc(word) && !word.contains(is_variant)) {
        return Cow::Borrowed(word);
    }
    // What is left out may have stood between a letter and its accent.
    Cow::Owned(word.nfc().filter_map(plain).nfc().collect())
}

/// The word without its combining marks, `e` for `é`: the first key of alphabetical order.
pub fn without_diacritics(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    Cow::Owned(
        word.nfd()
            .filter(|mark| !is_combining_mark(*mark))
            .nfc()
            .collect(),
    )
}

fn is_variant(character: char) -> bool {
    plain(character) != Some(character)
}

/// The plain twin of a typographic character; none for a soft hyphen, and for marks of direction and joints without
/// width that copying leaves in texts. Joiners stay, since they tell words of Persian and Hindi apart.
fn plain(character: char) -> Option<char> {
    match character {
        '\u{2019}' | '\u{2BC}' | '\u{FF07}' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{AD}'
        | '\u{61C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_forms_ignore_case_composition_apostrophes_and_what_is_unseen() {
        let rows = [
            ("SCO", "sco"),
            ("sco", "sco"),
            ("Zoe\u{308}", "zoë"),
            ("SCO\u{2019}s", "sco's"),
            ("co\u{AD}operation", "cooperation"),
            ("win\u{2011}win", "win-win"),
            ("Peace\u{200E}", "peace"),
            ("pe\u{FEFF}ace\u{2060}\u{202C}", "peace"),
            ("e\u{200F}\u{301}tat", "état"),
            ("می\u{200C}رود", "می\u{200C}رود"),
            ("ÄRGER", "ärger"),
            ("ΟΔΟΣ", "οδο\u{3C2}"),
        ];
        for (word, expected) in rows {
            assert_eq!(normal_form(word), expected);
        }
    }

    #[test]
    fn the_cased_form_keeps_case() {
        assert_eq!(cased_form("E\u{301}tat\u{2019}S"), "État'S");
    }

    #[test]
    fn diacritics_are_removed_for_ordering() {
        assert_eq!(without_diacritics("élan"), "elan");
        assert_eq!(without_diacritics("한국"), "한국");
    }
}
