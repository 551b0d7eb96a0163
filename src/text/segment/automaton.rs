//! The rules of UAX #29 as a table: a state and the class of the next character give what to do.
//!
//! A state says what the segment that is being read is so far, as the rules see it. It is numbered by
//! a kind and three flags: whether the segment holds a letter or digit, whether its last character
//! is a zero-width joiner, and, where the segment may turn out to have ended before a mark such as
//! the one in `a.b`, whether what follows that mark would be a word.
//!
//! Where the standard and the crate `unicode-segmentation` differ the crate is followed. There are
//! two such places, both around a joiner with a pictograph behind it: `a:` + joiner + pictograph is
//! one segment here and two in the standard, and behind joiner + `ℹ`, a pictograph that is a letter,
//! a letter begins a segment here and goes on with it there.

use super::classes::{CLASSES, Class, class_at};

const CLOSED: u8 = 0;
const CR: u8 = 1;
const OTHER: u8 = 2;
const SPACE: u8 = 3;
const LETTER: u8 = 4;
const HEBREW: u8 = 5;
const NUMERIC: u8 = 6;
const KATAKANA: u8 = 7;
const EXTEND_NUM_LET: u8 = 8;
const REGIONAL: u8 = 9;
const HEBREW_QUOTE: u8 = 10;
/// From here on: the segment ends before its last mark unless a letter, …
const AWAITS_LETTER: u8 = 11;
/// … a Hebrew letter, …
const AWAITS_HEBREW: u8 = 12;
/// … or a digit follows.
const AWAITS_NUMERIC: u8 = 13;
/// No kind: a boundary.
const NONE: u8 = 15;

const WORD: u8 = 1;
const JOINER: u8 = 2;
const TAIL_WORD: u8 = 4;

const STATES: usize = 128;
/// The bits of an entry above the next state.
const GO_ON: u16 = 0;
const BOUNDARY: u16 = 1;
const WORD_BOUNDARY: u16 = 2;
const MARK: u16 = 3;
/// The segment ended before the mark; what follows the mark ends here. Plus the two flags.
const NOT_JOINED: u16 = 4;

static TRANSITIONS: [u16; STATES * CLASSES] = transitions();

#[expect(clippy::cast_possible_truncation, reason = "there are 128 states")]
const fn transitions() -> [u16; STATES * CLASSES] {
    let mut table = [0; STATES * CLASSES];
    let mut state = 0;
    while state < STATES {
        let mut class = 0;
        while class < Class::ALL.len() {
            table[state * CLASSES + class] = entry(state as u8, Class::ALL[class]);
            class += 1;
        }
        state += 1;
    }
    table
}

const fn entry(state: u8, class: Class) -> u16 {
    let (kind, word) = (state >> 3, state & WORD);
    let awaits = kind >= AWAITS_LETTER && kind != NONE;
    let tail = if state & TAIL_WORD == 0 { 0 } else { WORD };
    let holds = if is_word(class) { WORD } else { 0 };
    if is_ignored(class) && kind != CLOSED && kind != CR {
        let joiner = if matches!(class, Class::Zwj) {
            JOINER
        } else {
            0
        };
        let kind = if kind == SPACE { OTHER } else { kind };
        let flags = match awaits {
            true if tail | holds != 0 => word | TAIL_WORD,
            true => word,
            false => word | holds,
        };
        return (kind << 3 | flags | joiner) as u16;
    }
    if state & JOINER != 0 && is_pictograph(class) {
        return (OTHER << 3 | word | tail | holds) as u16;
    }
    match joined(kind, class) {
        NONE => {
            let next = (begun(class) << 3 | holds | joiner(class)) as u16;
            let action = match (awaits, word) {
                (true, _) => NOT_JOINED | (word | tail << 1) as u16,
                (false, 0) => BOUNDARY,
                (false, _) => WORD_BOUNDARY,
            };
            next | action << 7
        }
        next if next >= AWAITS_LETTER => (next << 3 | word) as u16 | MARK << 7,
        next => (next << 3 | word | tail | holds) as u16 | GO_ON << 7,
    }
}

const fn is_ignored(class: Class) -> bool {
    matches!(class, Class::Extend | Class::ExtendWord | Class::Zwj)
}

const fn is_pictograph(class: Class) -> bool {
    matches!(class, Class::OtherPictograph | Class::LetterPictograph)
}

const fn is_word(class: Class) -> bool {
    matches!(
        class,
        Class::OtherWord
            | Class::ExtendWord
            | Class::Katakana
            | Class::Hebrew
            | Class::Letter
            | Class::LetterPictograph
            | Class::Numeric
    )
}

const fn joiner(class: Class) -> u8 {
    match class {
        Class::Zwj => JOINER,
        _ => 0,
    }
}

/// The kind of a segment that begins with a character of this class.
const fn begun(class: Class) -> u8 {
    match class {
        Class::Cr => CR,
        Class::Lf | Class::Newline | Class::End => CLOSED,
        Class::Space => SPACE,
        Class::Regional => REGIONAL,
        _ => match letter_or_digit(class) {
            NONE => OTHER,
            kind => kind,
        },
    }
}

const fn letter_or_digit(class: Class) -> u8 {
    match class {
        Class::Letter | Class::LetterMark | Class::LetterPictograph => LETTER,
        Class::Hebrew => HEBREW,
        Class::Numeric | Class::NumericMark => NUMERIC,
        Class::Katakana | Class::KatakanaMark => KATAKANA,
        Class::ExtendNumLet => EXTEND_NUM_LET,
        _ => NONE,
    }
}

/// The kind of a segment after a character that does not end it; `NONE` for one that does.
const fn joined(kind: u8, class: Class) -> u8 {
    let next = letter_or_digit(class);
    match (kind, class) {
        (CR, Class::Lf) => CLOSED,
        (SPACE, Class::Space) => SPACE,
        (REGIONAL, Class::Regional) => OTHER,
        (HEBREW, Class::SingleQuote) => HEBREW_QUOTE,
        (HEBREW, Class::DoubleQuote) => AWAITS_HEBREW,
        (LETTER | HEBREW, Class::MidLetter | Class::MidNumLet | Class::SingleQuote) => {
            AWAITS_LETTER
        }
        (NUMERIC, Class::MidNum | Class::MidNumLet | Class::SingleQuote) => AWAITS_NUMERIC,
        _ => match (kind, next) {
            (LETTER | HEBREW | NUMERIC, LETTER | HEBREW | NUMERIC | EXTEND_NUM_LET)
            | (KATAKANA, KATAKANA | EXTEND_NUM_LET)
            | (EXTEND_NUM_LET, LETTER | HEBREW | NUMERIC | KATAKANA | EXTEND_NUM_LET)
            | (HEBREW_QUOTE | AWAITS_LETTER, LETTER | HEBREW)
            | (AWAITS_HEBREW, HEBREW)
            | (AWAITS_NUMERIC, NUMERIC) => next,
            _ => NONE,
        },
    }
}

/// Passes on the words from `from`, where a segment begins, to the first place behind `beyond` where
/// masks can go on, and returns that place: behind a line's end, or between a space and ASCII that
/// is no space.
pub(super) fn each_word(
    bytes: &[u8],
    from: usize,
    beyond: usize,
    mut emit: impl FnMut(usize, usize),
) -> usize {
    let mut machine = Machine {
        state: 0,
        start: from,
        mark: from,
    };
    let mut at = from;
    while at < bytes.len() {
        let (class, length) = class_at(bytes, at);
        machine.act(class, at, &mut emit);
        at += length;
        if class == Class::OtherWord as u8 {
            at = machine.pass_ideographs(bytes, at, &mut emit);
        } else if at > beyond && ends_stretch(bytes, at) {
            return at;
        }
    }
    machine.act(Class::End as u8, at, &mut emit);
    at
}

/// The state, where the segment begins, and where it ends if what it awaits does not come.
struct Machine {
    state: usize,
    start: usize,
    mark: usize,
}

impl Machine {
    #[inline(always)]
    fn act(&mut self, class: u8, at: usize, emit: &mut impl FnMut(usize, usize)) {
        let entry = TRANSITIONS[(self.state << 5 | usize::from(class)) % TRANSITIONS.len()];
        self.state = usize::from(entry & 0x7F);
        match entry >> 7 {
            GO_ON => {}
            BOUNDARY => self.start = at,
            WORD_BOUNDARY => {
                emit(self.start, at);
                self.start = at;
            }
            MARK => self.mark = at,
            flags => {
                if flags & 1 != 0 {
                    emit(self.start, self.mark);
                }
                if flags & 2 != 0 {
                    emit(self.mark, at);
                }
                self.start = at;
            }
        }
    }

    /// Behind a character that is a word by itself: passes over more of them, without the table.
    #[inline(always)]
    fn pass_ideographs(
        &mut self,
        bytes: &[u8],
        from: usize,
        emit: &mut impl FnMut(usize, usize),
    ) -> usize {
        let mut at = from;
        while at < bytes.len() {
            let length = match bytes[at] {
                // U+5000 to U+9FFF are all Han.
                0xE5..=0xE9 => 3,
                0x80.. => match class_at(bytes, at) {
                    (class, length) if class == Class::OtherWord as u8 => length,
                    _ => break,
                },
                _ => break,
            };
            emit(self.start, at);
            self.start = at;
            at += length;
        }
        at
    }
}

#[inline(always)]
fn ends_stretch(bytes: &[u8], at: usize) -> bool {
    match bytes[at - 1] {
        b'\n' => bytes.get(at).is_some_and(u8::is_ascii),
        b' ' => bytes
            .get(at)
            .is_some_and(|next| next.is_ascii() && *next != b' '),
        _ => false,
    }
}
