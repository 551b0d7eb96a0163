//! Marks: the characters that end, close, open or go on with a sentence.

/// What a byte may be the beginning of, for the scan that looks for the ends of sentences.
pub(super) static CANDIDATES: [bool; 256] = candidates();

const fn candidates() -> [bool; 256] {
    let mut table = [false; 256];
    let bytes = b".!?\n\r\x0b\x0c:;@";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    // The first bytes of the marks beyond ASCII that `terminator` and `is_line_end` know.
    let leads = [
        0xc2, 0xcd, 0xd6, 0xd8, 0xdb, 0xdc, 0xdf, 0xe0, 0xe1, 0xe2, 0xe3, 0xea, 0xef, 0xf0,
    ];
    let mut at = 0;
    while at < leads.len() {
        table[leads[at]] = true;
        at += 1;
    }
    table
}

/// How many bytes are looked at together.
pub(super) const BLOCK: usize = 16;

/// Whether a block may hold one of [`CANDIDATES`]: it has one of those in ASCII, or anything beyond it.
pub(super) fn holds_candidate(block: &[u8; BLOCK]) -> bool {
    let may_be = |byte: u8| {
        u8::from(byte >= 0x80)
            | u8::from(byte.wrapping_sub(b'\n') <= b'\r' - b'\n')
            | u8::from(byte == b'.')
            | u8::from(byte == b'!')
            | u8::from(byte == b'?')
            | u8::from(byte.wrapping_sub(b':') <= 1)
            | u8::from(byte == b'@')
    };
    block.iter().fold(0, |found, byte| found | may_be(*byte)) > 0
}

/// What kind of mark ends a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terminator {
    /// A full stop, which abbreviations have too.
    Stop,
    /// Several stops, or the sign for them.
    Ellipsis,
    /// A question mark, an exclamation mark, the marks of other scripts.
    Strong,
    /// A mark of a script that has no space behind it.
    Wide,
}

impl Terminator {
    /// What a mark and another behind it are together.
    pub(super) fn joined(self, other: Self) -> Self {
        match (self, other) {
            (Self::Wide, _) | (_, Self::Wide) => Self::Wide,
            (Self::Strong, _) | (_, Self::Strong) => Self::Strong,
            _ => Self::Ellipsis,
        }
    }
}

/// The kind of a mark that can end a sentence: the properties `STerm` and `ATerm` of UAX #29, and the ellipsis.
pub(super) fn terminator(character: char) -> Option<Terminator> {
    match character {
        '.' | '\u{2024}' | '\u{fe52}' => Some(Terminator::Stop),
        '…' | '\u{fe19}' => Some(Terminator::Ellipsis),
        '!' | '?' => Some(Terminator::Strong),
        '。' | '．' | '！' | '？' | '｡' | '\u{fe12}' | '\u{fe15}' | '\u{fe16}' | '\u{fe56}'
        | '\u{fe57}' => Some(Terminator::Wide),
        _ if character > '\u{7f}' && UNSPACED.contains(&character) => Some(Terminator::Wide),
        _ if character > '\u{7f}' && STRONG.binary_search(&character).is_ok() => {
            Some(Terminator::Strong)
        }
        _ => None,
    }
}

/// Marks of scripts that write no space behind them: Ethiopic, Burmese, Khmer.
static UNSPACED: [char; 7] = [
    '\u{104a}', '\u{104b}', '\u{1362}', '\u{1367}', '\u{1368}', '\u{17d4}', '\u{17d5}',
];

/// Characters beyond ASCII that end a sentence as a question mark does, ascending.
static STRONG: [char; 37] = [
    '\u{37e}', '\u{589}', '\u{61d}', '\u{61e}', '\u{61f}', '\u{6d4}', '\u{700}', '\u{701}',
    '\u{702}', '\u{7f9}', '\u{837}', '\u{839}', '\u{83d}', '\u{83e}', '\u{964}', '\u{965}',
    '\u{166e}', '\u{1735}', '\u{1736}', '\u{1803}', '\u{1809}', '\u{1944}', '\u{1945}', '\u{1aa8}',
    '\u{1b5a}', '\u{1b5b}', '\u{1c3b}', '\u{1c7e}', '\u{203c}', '\u{203d}', '\u{2047}', '\u{2048}',
    '\u{2049}', '\u{2e2e}', '\u{a4ff}', '\u{a876}', '\u{abeb}',
];

/// Whether a character ends a line.
pub(super) fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a character closes what stands before it, behind the mark that ends a sentence.
pub(super) fn is_closer(character: char) -> bool {
    matches!(
        character,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '*'
            | '_'
            | '`'
            | '”'
            | '’'
            | '»'
            | '›'
            | '“'
            | '‘'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
            | '｣'
            | '\u{2033}'
            | '\u{2069}'
            | '\u{200f}'
            | '\u{200e}'
            | '\u{202c}'
    )
}

/// The length of a space and of a mark that closes behind it, as in `« Non. »`; 0 if there is none.
pub(super) fn spaced_closer(text: &str) -> usize {
    let mut marks = text.chars();
    let space = marks
        .next()
        .filter(|mark| matches!(mark, ' ' | '\u{a0}' | '\u{202f}'));
    let closer = marks
        .next()
        .filter(|mark| matches!(mark, '»' | '”' | '"' | '\'' | ')'));
    let alone = marks.next().is_none_or(char::is_whitespace);
    match (space, closer) {
        (Some(space), Some(closer)) if alone => space.len_utf8() + closer.len_utf8(),
        _ => 0,
    }
}

/// Whether a character is a quotation mark.
pub(super) fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '»'
            | '«'
            | '›'
            | '‹'
            | '」'
            | '「'
            | '『'
            | '』'
    )
}

/// Whether a character opens what stands behind it.
pub(super) fn is_opener(character: char) -> bool {
    matches!(
        character,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '»'
            | '¿'
            | '¡'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '*'
            | '_'
            | '`'
    )
}

/// Whether a character goes on with the sentence before it, whatever ended that.
pub(super) fn continues(character: char) -> bool {
    matches!(
        character,
        ',' | ';'
            | ':'
            | '-'
            | '–'
            | '—'
            | '、'
            | '，'
            | '：'
            | '；'
            | '،'
            | '؛'
            | ')'
            | ']'
            | '}'
    )
}

/// Whether a character is a letter of Greek, which has a semicolon for a question mark.
pub(super) fn is_greek(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Whether a character is a letter of Armenian, which has a colon for a full stop.
pub(super) fn is_armenian(character: char) -> bool {
    matches!(character, '\u{531}'..='\u{58a}')
}
