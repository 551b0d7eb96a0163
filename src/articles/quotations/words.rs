//! The words of a stretch of text: small tokens with what little is known of each.

use std::ops::Range;

use super::known::Known;
use super::lexicon::Class;
use super::marks::Marked;
use super::reporting::ReportingVerbs;
use super::verbs::{Form, ReadingsId, Verb};

/// A word, a mark, or a whole stretch within quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub span: Range<usize>,
    pub kind: Kind,
    pub class: Class,
    readings: ReadingsId,
    verbs: &'t ReportingVerbs,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word with a capital.
    Name,
    /// A word in small letters.
    Word,
    Number,
    /// The `'s` of a possessive, or the bare apostrophe.
    Genitive,
    Mark(char),
    /// A stretch within marks, by its number.
    Quoted(usize),
}

impl<'t> Token<'t> {
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    /// Whether it may be a form of a reporting verb.
    pub(super) fn may_report(&self) -> bool {
        self.readings != ReadingsId::default()
    }

    /// What reporting verbs it may be a form of.
    pub(super) fn readings(&self) -> &'t [(u16, Form)] {
        self.verbs.verbs.listed(self.readings)
    }

    /// The verb of this number.
    pub(super) fn verb(&self, number: u16) -> &'t Verb {
        self.verbs.verbs.verb(number)
    }

    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    #[inline]
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    #[inline]
    pub(super) fn any(&self, words: &[&str]) -> bool {
        // Length and first letter tell most words apart.
        let first = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
        let own = first(self.text);
        let mut words = words.iter().filter(|word| word.len() == self.text.len());
        words.any(|word| first(word) == own && self.is_word(word))
    }

    pub(super) fn quoted(&self) -> Option<usize> {
        match self.kind {
            Kind::Quoted(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('–' | '—')) || self.text == "--" || self.text == "-"
    }
}

/// Sentences as tokens, all in one row.
#[derive(Default)]
pub(super) struct Sentences<'t> {
    tokens: Vec<Token<'t>>,
    ends: Vec<usize>,
}

impl<'t> Sentences<'t> {
    pub(super) fn iter(&self) -> impl Iterator<Item = &[Token<'t>]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let bounds = starts.zip(&self.ends);
        bounds.map(|(start, end)| &self.tokens[start..*end])
    }

    /// How many tokens the sentence under way has.
    fn n_tokens(&self) -> usize {
        self.tokens.len() - self.ends.last().copied().unwrap_or_default()
    }

    /// Ends the sentence under way, if it has begun.
    fn end(&mut self) {
        if self.n_tokens() > 0 {
            self.ends.push(self.tokens.len());
        }
    }
}

/// After how many tokens a sentence is taken to end: nobody writes longer ones, and the work on a
/// sentence grows faster than its length.
const LONGEST: usize = 800;

/// A text, and the verbs that report in it.
#[derive(Clone, Copy)]
pub(super) struct Told<'t> {
    pub text: &'t str,
    pub verbs: &'t ReportingVerbs,
}

/// The sentences of a stretch, as tokens. `marked` are the stretches within marks directly in it.
pub(super) fn sentences<'t>(
    told: Told<'t>,
    part: &Range<usize>,
    marked: &[(usize, Marked)],
    mut ends: impl Iterator<Item = usize>,
) -> Sentences<'t> {
    let text = told.text;
    let mut sentences = Sentences {
        tokens: Vec::with_capacity(part.len() / BYTES_A_TOKEN + 1),
        ends: Vec::new(),
    };
    let mut at = part.start;
    let mut marked = marked.iter();
    let mut next_marked = marked.next();
    let mut next_end = ends.next();
    loop {
        at = behind_space(text, at, part.end);
        if at >= part.end {
            break;
        }
        if sentences.n_tokens() >= LONGEST {
            sentences.end();
        }
        while next_end.is_some_and(|end| end <= at) {
            sentences.end();
            next_end = ends.next();
        }
        while next_marked.is_some_and(|(_, one)| one.outer.start < at) {
            next_marked = marked.next();
        }
        if let Some((number, one)) = next_marked.filter(|(_, one)| one.outer.start == at) {
            next_marked = marked.next();
            let outer = one.outer.start..one.outer.end.min(part.end);
            at = outer.end;
            sentences
                .tokens
                .push(token(told, outer, Kind::Quoted(*number)));
            // A sentence that ends within marks ends no sentence around them.
            while next_end.is_some_and(|end| end < at) {
                next_end = ends.next();
            }
            continue;
        }
        let stop = next_marked.map_or(part.end, |(_, one)| one.outer.start);
        let end = Ends {
            words: stop.min(part.end),
            sentence: next_end.unwrap_or(part.end),
        };
        let begun = sentences.ends.last().copied().unwrap_or_default();
        let before = sentences.tokens[begun..].last();
        let token = next(told, at, &end, before);
        at = token.span.end;
        sentences.tokens.push(token);
    }
    sentences.end();
    sentences
}

/// About how long a token is with the space behind it, a little less than in English.
const BYTES_A_TOKEN: usize = 5;

/// The first place that is no white space.
fn behind_space(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    while at < end {
        if matches!(bytes[at], b'\t'..=b'\r' | b' ') {
            at += 1;
        } else if bytes[at].is_ascii() {
            return at;
        } else {
            let mark = text[at..].chars().next();
            match mark.filter(|mark| mark.is_whitespace()) {
                Some(mark) => at += mark.len_utf8(),
                None => return at,
            }
        }
    }
    at
}

/// How far the text goes on that the next token may be of.
struct Ends {
    words: usize,
    sentence: usize,
}

fn next<'t>(told: Told<'t>, at: usize, end: &Ends, before: Option<&Token<'t>>) -> Token<'t> {
    let text = told.text;
    let bytes = &text.as_bytes()[..end.words];
    let word = || Word::plain(&bytes[at..]).or_else(|| Word::new(&text[at..end.words]));
    let Some(word) = (!is_punctuation(&bytes[at..])).then(word).flatten() else {
        return mark(told, at..end.words, before);
    };
    let mut behind = at + word.length;
    // A stop within a sentence belongs to an abbreviation.
    if bytes.get(behind) == Some(&b'.')
        && behind + 1 < end.sentence
        && before_space(&text[behind + 1..end.words])
    {
        behind += 1;
    }
    token(told, at..behind, word.kind)
}

/// A mark, or the ending of a possessive.
fn mark<'t>(told: Told<'t>, rest: Range<usize>, before: Option<&Token<'t>>) -> Token<'t> {
    let words = &told.text[rest.clone()];
    let first = words.chars().next().expect("not empty");
    let mut length = first.len_utf8();
    let glued = before.is_some_and(|token| {
        token.span.end == rest.start && matches!(token.kind, Kind::Name | Kind::Word)
    });
    if glued && matches!(first, '\'' | '’') {
        let long = words[length..].starts_with(['s', 'S'])
            && !words[length + 1..].starts_with(char::is_alphanumeric);
        length += usize::from(long);
        return token(told, rest.start..rest.start + length, Kind::Genitive);
    }
    length += usize::from(words.starts_with("--"));
    token(told, rest.start..rest.start + length, Kind::Mark(first))
}

fn before_space(rest: &str) -> bool {
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

/// Letters and digits with what joins them.
struct Word {
    length: usize,
    kind: Kind,
}

impl Word {
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
                    // No letter, digit or joiner among them but the hyphen that breaks no line.
                    [0xe2, 0x80, mark, ..] if mark != 0x91 => break,
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

fn token(told: Told<'_>, span: Range<usize>, kind: Kind) -> Token<'_> {
    let word = &told.text[span.clone()];
    let words = &told.verbs.words;
    let known = match kind {
        Kind::Word => words.known(word),
        Kind::Name => words.known_in_small(word),
        Kind::Number => Known {
            class: Class::NUMBER,
            ..Known::default()
        },
        _ => Known::default(),
    };
    Token {
        text: word,
        span,
        kind,
        class: known.class,
        readings: known.readings,
        verbs: told.verbs,
    }
}
