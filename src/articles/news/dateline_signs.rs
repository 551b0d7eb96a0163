//! What the forms of datelines need, told by the bytes of a line before an expression is tried or made.

use super::agencies::AGENCIES;
use super::dates::may_have_month;

/// How many forms there are.
pub(super) const FORMS: usize = 19;

/// What bytes there are at the head of a paragraph that forms of datelines need.
pub(super) struct Signs<'t> {
    head: &'t str,
    seen: u8,
}

const OPENING: u8 = 1;
const DIGIT: u8 = 2;
const SLASH: u8 = 4;
const COLON: u8 = 8;
const HYPHEN: u8 = 16;
const UNDERSCORE: u8 = 32;
/// Part of a character beyond ASCII, as most dashes are.
const BEYOND: u8 = 64;
const DASH: u8 = HYPHEN | UNDERSCORE | BEYOND;

/// The longest of the small words in the name of a place, in bytes: `upon`, `della`.
const LONGEST_SMALL: usize = 5;
/// How days of the week begin.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// What a byte is among these.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    let mut byte = 0_u8;
    loop {
        signs[byte as usize] = match byte {
            b'(' | b'[' => OPENING,
            b'0'..=b'9' => DIGIT,
            b'/' => SLASH,
            b':' => COLON,
            b'-' => HYPHEN,
            b'_' => UNDERSCORE,
            0x80.. => BEYOND,
            _ => 0,
        };
        if byte == u8::MAX {
            break signs;
        }
        byte += 1;
    }
};

impl<'t> Signs<'t> {
    pub(super) fn of(head: &'t str) -> Self {
        let seen = head
            .bytes()
            .fold(0, |seen, byte| seen | SIGNS[usize::from(byte)]);
        Self { head, seen }
    }

    fn has(&self, any: u8) -> bool {
        self.seen & any != 0
    }

    /// Whether there is a beginning and a mark behind it, so that a closer look pays.
    pub(super) fn may_be_dateline(&self) -> bool {
        let head = self.head;
        let begins = head.starts_with(|character: char| {
            character.is_uppercase() || character.is_ascii_digit() || "([".contains(character)
        });
        let beyond = ['—', '–', '―', '−', '\u{A0}', '\u{202F}'];
        begins
            && (self.has(OPENING | DIGIT | SLASH | COLON | UNDERSCORE)
                || self.has(HYPHEN) && ["--", " -", ".-"].iter().any(|dash| head.contains(dash))
                || self.has(BEYOND) && head.contains(beyond))
    }

    /// What may stand before the sentence, with the day if there is one: words with a capital and the few small ones that
    /// names of places and days have, up to a colon. What stands in brackets may be anything.
    fn before_sentence(&self) -> &'t str {
        if self.has(OPENING) {
            return self.head;
        }
        let before = self.head.split(':').next().unwrap_or_default();
        let begins = |word: &str| word.starts_with(|sign: char| sign.is_ascii_lowercase());
        let known = |word: &str| {
            let few = word.len() <= LONGEST_SMALL;
            few || DAYS.iter().any(|day| word.starts_with(day)) || may_have_month(word)
        };
        let mut small = before
            .split_whitespace()
            .filter(|word| begins(word) && !known(word));
        let end = small.next().map_or(before.len(), |word| {
            word.as_ptr() as usize - before.as_ptr() as usize
        });
        &before[..end]
    }

    /// Which forms have all that they need.
    pub(super) fn forms(&self) -> [bool; FORMS] {
        let opens = self.head.starts_with(['(', '[']);
        let numbered = self.has(DIGIT) && {
            let digit = |byte: &u8| byte.is_ascii_digit();
            self.before_sentence().as_bytes().iter().any(digit)
        };
        let dated = numbered && may_have_month(self.before_sentence());
        let (bracketed, dash) = (self.has(OPENING), self.has(DASH));
        let closed = dash || self.has(COLON);
        let known = bracketed && brackets_agency(self.head);
        [
            dated && dash,
            dated && dash,
            closed && !opens,
            dated && self.has(SLASH),
            opens && closed,
            opens && dash,
            dated && bracketed,
            dated && closed,
            dated && closed,
            dated && opens,
            dated && bracketed && closed,
            bracketed && closed && !opens,
            self.has(HYPHEN | BEYOND),
            dated,
            numbered && dash,
            opens && known,
            known,
            dated && bracketed,
            dated && bracketed && dash,
        ]
    }
}

/// Whether one of the agencies stands in brackets.
fn brackets_agency(head: &str) -> bool {
    memchr::memchr2_iter(b'(', b'[', head.as_bytes()).any(|open| {
        let inner = head[open + 1..].split([')', ']']).next();
        inner.is_some_and(|inner| AGENCIES.contains(&inner))
    })
}
