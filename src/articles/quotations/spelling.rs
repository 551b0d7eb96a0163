//! What the letters of a word and the signs beside it tell: short forms, signs of companies, ends of abbreviations.

use super::lexicon::Class;

/// Whether the second part of a compound is still to come: `small- and medium-sized`.
pub(super) fn is_suspended(rest: &str) -> bool {
    let next = rest
        .strip_prefix(' ')
        .and_then(|rest| rest.split(' ').next());
    next.is_some_and(|next| matches!(next, "and" | "or" | "to"))
}

/// The longest sign of a company, in bytes.
const LONGEST_SIGN: usize = 14;

/// The length of the sign under which a company is traded, which belongs to no sentence: `Rio Vell <RIOV.L> said`.
pub(super) fn sign_of_company(words: &str) -> Option<usize> {
    let inner = words.strip_prefix('<')?;
    let end = inner
        .bytes()
        .take(LONGEST_SIGN)
        .position(|byte| byte == b'>')?;
    let sign = &inner.as_bytes()[..end];
    let plain =
        |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b". ".contains(byte);
    (sign.first()?.is_ascii_uppercase() && sign.iter().all(plain)).then_some(end + 2)
}

/// How far a company's name reaches that stands in angle brackets, in bytes.
const LONGEST_COMPANY: usize = 80;

/// Whether an angle bracket opens the name of a company that has no sign: `<Rio Vell (Norland) Ltd> said`.
pub(super) fn opens_company(words: &str) -> bool {
    words.strip_prefix('<').is_some_and(|inner| {
        let bytes = inner.as_bytes();
        let end = bytes
            .iter()
            .take(LONGEST_COMPANY)
            .position(|byte| b"<>".contains(byte));
        end.is_some_and(|end| bytes[end] == b'>' && bytes[..end].contains(&b' '))
            && inner.starts_with(char::is_uppercase)
    })
}

/// Whether an angle bracket closes such a name behind these words.
pub(super) fn closes_company(before: &str) -> bool {
    let near = before.as_bytes();
    let near = &near[near.len().saturating_sub(LONGEST_COMPANY)..];
    near.iter().rev().find(|byte| b"<>".contains(byte)) == Some(&b'<')
}

/// Whether a word in capitals is the short form of a name and no auxiliary or pronoun: `CAN`, `WHO`, `US`.
pub(super) fn is_short_form(word: &str, class: Class) -> bool {
    let small = Class::AUXILIARY.or(Class::OBJECT).or(Class::SUBJECT);
    class.is(small) && !class.is(Class::NEGATION.or(Class::DETERMINER)) && is_in_capitals(word)
}

/// Whether a word is several capitals of ASCII: `NATO`, `WHO`.
pub(super) fn is_in_capitals(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether "Per" is the first name of somebody: `Per Hansson`.
pub(super) fn is_called_per(words: &[u8]) -> bool {
    words.strip_prefix(b"Per ").is_some_and(|rest| {
        rest.first().is_some_and(u8::is_ascii_uppercase)
            && rest.get(1).is_some_and(u8::is_ascii_lowercase)
    })
}

/// Whether what stands behind the stop of an abbreviation goes on with its sentence.
pub(super) fn before_space(rest: &str) -> bool {
    if let Some(byte) = rest.as_bytes().first().filter(|byte| byte.is_ascii()) {
        return matches!(
            byte,
            b'\t'..=b'\r' | b' ' | b',' | b';' | b':' | b'\'' | b')'
        );
    }
    rest.starts_with(|mark: char| {
        mark.is_whitespace() || matches!(mark, ',' | ';' | ':' | '\'' | '’' | ')')
    })
}

/// What stands behind the sign of a party: `Texas` of `R-Texas`, `Ill.` of `D-Ill.`
pub(super) fn behind_party(word: &str) -> Option<&str> {
    ["R-", "D-", "I-"]
        .iter()
        .find_map(|party| word.strip_prefix(party))
}

/// Whether a word is a party and a state in short: `D-Ohio`.
pub(super) fn is_party_and_state(word: &str) -> bool {
    behind_party(word).is_some_and(|state| state.starts_with(char::is_uppercase))
}

/// By what a company is known at an exchange: `VELL.OL`, `4711.TK`.
pub(super) fn is_sign(word: &str) -> bool {
    let Some((company, exchange)) = word.split_once('.') else {
        return false;
    };
    let capitals = |part: &str| {
        let mut letters = part.bytes();
        letters.all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    company.len() > 1
        && (1..=3).contains(&exchange.len())
        && capitals(company)
        && exchange.bytes().all(|byte| byte.is_ascii_uppercase())
}
