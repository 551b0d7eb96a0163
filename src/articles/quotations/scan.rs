//! The word with which a text begins: letters and digits with what joins them.

use super::keys::{Key, Letters};
use super::words::Kind;

/// The letters of ASCII at the beginning, if they are a short word that nothing joins with others, and
/// there are sixteen bytes to be looked at.
#[inline]
pub(super) fn letters(words: &[u8]) -> Option<Letters> {
    let letters = Key::of_letters(words.first_chunk()?)?;
    let behind = letters.length;
    let kind = |at: usize| words.get(at).map_or(0, |byte| BYTES[usize::from(*byte)]);
    let alone = match kind(behind) {
        0 => true,
        JOINER => kind(behind + 1) & (LETTER | DIGIT | FOREIGN) == 0,
        FOREIGN => is_apart(&words[behind..]),
        _ => false,
    };
    alone.then_some(letters)
}

/// A word's length and kind.
pub(super) struct Word {
    pub length: usize,
    pub kind: Kind,
}

impl Word {
    /// The word at a place of a text that ends where `bytes` do, if no mark stands there.
    pub(super) fn at(text: &str, bytes: &[u8], at: usize) -> Option<Self> {
        let rest = &bytes[at..];
        let first = BYTES[usize::from(*rest.first()?)];
        if first & (LETTER | DIGIT | FOREIGN) == 0 || is_punctuation(rest) {
            return None;
        }
        Self::plain(rest).or_else(|| Self::new(&text[at..bytes.len()]))
    }

    /// The word that begins a text, if that does not begin with a mark.
    fn new(words: &str) -> Option<Self> {
        let first = words
            .chars()
            .next()
            .filter(|first| first.is_alphanumeric())?;
        let length = word_length(words);
        let kind = if first.is_numeric() {
            Kind::Number
        } else if first.is_uppercase()
            || first.is_ascii() && words[1..length].contains(char::is_uppercase)
        {
            Kind::Name
        } else {
            Kind::Word
        };
        Some(Self { length, kind })
    }

    /// The same of a word of ASCII and `’`, with ASCII or punctuation behind it, which most are.
    fn plain(words: &[u8]) -> Option<Self> {
        let kinds = |byte: &u8| BYTES[usize::from(*byte)];
        let (mut at, mut all) = (0, 0);
        while at < words.len() {
            let kind = kinds(&words[at]);
            if kind & (LETTER | DIGIT) != 0 {
                all |= kind;
                at += 1;
                continue;
            }
            let apostrophe = kind & FOREIGN != 0 || words[at] == b'\'';
            let behind = at
                + match words[at..] {
                    _ if at == 0 => return None,
                    [0xe2, 0x80, 0x99, ..] => 3,
                    _ if is_apart(&words[at..]) => break,
                    _ if kind & FOREIGN != 0 => return None,
                    [b',', ..] if kinds(&words[at - 1]) & DIGIT != 0 => 1,
                    _ if kind & JOINER != 0 => 1,
                    _ => break,
                };
            let next = words.get(behind).map_or(0, kinds);
            if next & FOREIGN != 0 && !is_punctuation(&words[behind..]) {
                return None;
            }
            let genitive = apostrophe && plain_genitive(&words[behind..])?;
            if genitive || next & (LETTER | DIGIT) == 0 {
                break;
            }
            at = behind;
        }
        let kind = if kinds(words.first()?) & DIGIT != 0 {
            Kind::Number
        } else if all & CAPITAL != 0 {
            Kind::Name
        } else {
            Kind::Word
        };
        Some(Self { length: at, kind })
    }
}

/// Whether general punctuation stands here that joins no letters: all but the apostrophe and the hyphen
/// that breaks no line.
fn is_apart(words: &[u8]) -> bool {
    matches!(words, [0xe2, 0x80, mark, ..] if !matches!(mark, 0x91 | 0x99))
}

/// Whether general punctuation stands here, of which nothing is a letter or a digit.
fn is_punctuation(words: &[u8]) -> bool {
    matches!(words, [0xe2, 0x80, ..])
}

const LETTER: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;
/// What may stand within a word.
const JOINER: u8 = 8;
/// Part of a character beyond ASCII.
const FOREIGN: u8 = 16;

/// What each byte is.
const BYTES: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let mark = byte as u8;
        kinds[byte] = match mark {
            b'a'..=b'z' => LETTER,
            b'A'..=b'Z' => LETTER | CAPITAL,
            b'0'..=b'9' => DIGIT,
            b'-' | b'\'' | b'.' | b'&' | b'/' => JOINER,
            0x80.. => FOREIGN,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// Whether the `s` of a possessive stands here; not known where no ASCII follows.
fn plain_genitive(rest: &[u8]) -> Option<bool> {
    if !matches!(rest.first(), Some(b's' | b'S')) {
        return Some(false);
    }
    let next = rest.get(1).copied().unwrap_or(b' ');
    let known = next.is_ascii() || is_punctuation(&rest[1..]);
    known.then(|| !next.is_ascii_alphanumeric())
}

/// The length of a word.
fn word_length(words: &str) -> usize {
    let mut marks = words.char_indices().peekable();
    let mut last = None;
    while let Some((at, mark)) = marks.next() {
        let joins = mark.is_alphanumeric()
            || is_combining(mark)
            || last.is_some_and(char::is_alphanumeric)
                && joiner(mark, last)
                && marks.peek().is_some_and(|(_, next)| next.is_alphanumeric())
                && !genitive(&words[at..]);
        if !joins {
            return at;
        }
        last = Some(mark);
    }
    words.len()
}

fn joiner(mark: char, last: Option<char>) -> bool {
    matches!(mark, '-' | '\'' | '’' | '.' | '&' | '/' | '‑')
        || mark == ',' && last.is_some_and(char::is_numeric)
}

fn is_combining(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}')
}

/// Whether a word goes on with the `'s` of a possessive.
fn genitive(rest: &str) -> bool {
    let behind = rest
        .strip_prefix(['\'', '’'])
        .and_then(|rest| rest.strip_prefix(['s', 'S']));
    behind.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
