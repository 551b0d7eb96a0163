//! The words of a stretch of text: small tokens with what little is known of each.

use std::ops::Range;

use super::lexicon::{Class, class};
use super::marks::Marked;
use super::verbs::{Form, VERBS_BY_FORM};

/// A word, a mark, or a whole stretch within quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub span: Range<usize>,
    pub kind: Kind,
    pub class: Class,
    /// What reporting verbs it may be a form of.
    pub readings: &'static [(u16, Form)],
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

impl Token<'_> {
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.is(class)
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

    pub(super) fn is_word(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(word))
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

/// The sentences of a stretch, as tokens. `marked` are the stretches within marks directly in it.
pub(super) fn sentences<'t>(
    text: &'t str,
    part: &Range<usize>,
    marked: &[(usize, Marked)],
    ends: &[usize],
) -> Vec<Vec<Token<'t>>> {
    let mut sentences = vec![Vec::new()];
    let mut at = part.start;
    let mut marked = marked.iter().peekable();
    let mut ends = ends.iter().copied().peekable();
    while at < part.end {
        while ends.next_if(|end| *end <= at).is_some() {
            if sentences.last().is_some_and(|last| !last.is_empty()) {
                sentences.push(Vec::new());
            }
        }
        let tokens = sentences.last_mut().expect("one at least");
        while marked.next_if(|(_, one)| one.outer.start < at).is_some() {}
        if let Some((number, one)) = marked.next_if(|(_, one)| one.outer.start == at) {
            let outer = one.outer.start..one.outer.end.min(part.end);
            tokens.push(token(text, outer.clone(), Kind::Quoted(*number)));
            at = outer.end;
            // A sentence that ends within marks ends no sentence around them.
            while ends.next_if(|end| *end < at).is_some() {}
            continue;
        }
        let rest = &text[at..part.end];
        let first = rest.chars().next().expect("not at the end");
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let stop = marked.peek().map_or(part.end, |(_, one)| one.outer.start);
        let end = ends.peek().map_or(part.end, |end| *end);
        let token = next(text, at..stop.min(part.end), end, tokens.last());
        at = token.span.end;
        tokens.push(token);
    }
    sentences.retain(|tokens| !tokens.is_empty());
    sentences
}

fn next<'t>(
    text: &'t str,
    rest: Range<usize>,
    end: usize,
    before: Option<&Token<'t>>,
) -> Token<'t> {
    let words = &text[rest.clone()];
    let first = words.chars().next().expect("not empty");
    let glued = before.is_some_and(|token| {
        token.span.end == rest.start && matches!(token.kind, Kind::Name | Kind::Word)
    });
    if glued && matches!(first, '\'' | '’') {
        let length = first.len_utf8();
        let long = words[length..].starts_with(['s', 'S'])
            && !words[length + 1..].starts_with(char::is_alphanumeric);
        let length = if long { length + 1 } else { length };
        return token(text, rest.start..rest.start + length, Kind::Genitive);
    }
    if !first.is_alphanumeric() {
        let length = if words.starts_with("--") {
            2
        } else {
            first.len_utf8()
        };
        return token(text, rest.start..rest.start + length, Kind::Mark(first));
    }
    let mut length = word_length(words);
    // A stop within a sentence belongs to an abbreviation.
    let behind = rest.start + length;
    if words[length..].starts_with('.') && behind + 1 < end && before_space(&words[length + 1..]) {
        length += 1;
    }
    let kind = if first.is_numeric() {
        Kind::Number
    } else if words[..length]
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
        || first.is_ascii() && words[1..length].contains(char::is_uppercase)
    {
        Kind::Name
    } else {
        Kind::Word
    };
    token(text, rest.start..rest.start + length, kind)
}

fn before_space(rest: &str) -> bool {
    rest.starts_with(|mark: char| {
        mark.is_whitespace() || matches!(mark, ',' | ';' | ':' | '\'' | '’' | ')')
    })
}

/// The length of a word: letters and digits with what joins them.
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

fn token(text: &str, span: Range<usize>, kind: Kind) -> Token<'_> {
    let word = &text[span.clone()];
    let mut token = Token {
        text: word,
        span,
        kind,
        class: Class::default(),
        readings: &[],
    };
    match kind {
        Kind::Word => classify(&mut token, word),
        Kind::Name if word.is_ascii() => {
            let small = word.to_ascii_lowercase();
            classify(&mut token, &small);
        }
        Kind::Name => classify(&mut token, &word.to_lowercase()),
        Kind::Number => token.class = Class::NUMBER,
        _ => {}
    }
    token
}

fn classify(token: &mut Token<'_>, small: &str) {
    token.class = class(small);
    token.readings = VERBS_BY_FORM.readings(small);
}
