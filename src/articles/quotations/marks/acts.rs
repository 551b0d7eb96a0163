//! What a mark does at its place: it opens, closes, or neither.

use super::Open;
use super::apostrophes::single;
use super::characters::{closes, is_straight};

/// How many marks are looked at for those that close two.
const MARKS_AHEAD: usize = 12;

/// What a mark does at its place.
pub(super) enum Act {
    Open(usize),
    Close(usize),
    /// Ends what the last mark opened, and opens the next paragraph of it, which no line divides.
    Again(usize),
    Nothing,
}

/// A mark and what stands on either side of it.
pub(super) struct Around<'t> {
    pub mark: char,
    pub before: Option<char>,
    pub rest: &'t str,
    pub after: Option<char>,
    /// The words before it.
    told: &'t str,
}

impl<'t> Around<'t> {
    pub(super) fn new(words: &'t str, at: usize, mark: char) -> Self {
        let rest = &words[at..];
        Self {
            mark,
            before: words[..at].chars().next_back(),
            rest,
            after: rest.chars().nth(1),
            told: &words[..at],
        }
    }

    /// Whether a sentence ends before it, but for white space.
    fn is_ended(&self) -> bool {
        self.told.trim_end().ends_with(['.', '!', '?', '…'])
    }

    /// Whether a paragraph begins there, or a colon or a comma stands before it.
    fn is_announced(&self) -> bool {
        let told = self.told.trim_end();
        told.is_empty() || told.ends_with([':', ','])
    }

    pub(super) fn opens(&self) -> bool {
        let free = self.before.is_none_or(|mark| {
            mark.is_whitespace()
                || matches!(
                    mark,
                    '(' | '['
                        | '{'
                        | '—'
                        | '–'
                        | '-'
                        | '/'
                        | ':'
                        | '“'
                        | '"'
                        | '‘'
                        | '\''
                        | '«'
                        | '„'
                )
        });
        free && self.after.is_some_and(|mark| !mark.is_whitespace())
    }

    pub(super) fn closes(&self) -> bool {
        let free = self.after.is_none_or(|mark| !mark.is_alphanumeric());
        free && self.before.is_some_and(|mark| !mark.is_whitespace())
    }

    /// Whether a sentence of somebody begins behind the mark, at the beginning of a paragraph or a sentence, or behind a
    /// colon or a comma: `Vell said: ‘It was late.`
    pub(super) fn begins_speech(&self) -> bool {
        self.after.is_some_and(char::is_uppercase) && (self.is_announced() || self.is_ended())
    }

    pub(super) fn only_opens(&self) -> bool {
        self.opens() && !self.closes()
    }

    /// Whether a sentence ends before the mark, which stands where one begins: `… to it. "We have …`.
    fn goes_on(&self, stack: &[Open]) -> bool {
        self.opens()
            && self.before == Some(' ')
            && self.after.is_some_and(char::is_uppercase)
            && self.is_ended()
            && stack.last().is_some_and(|open| open.mark == self.mark)
    }

    fn doubled(&self) -> bool {
        self.after == Some(self.mark)
    }
}

#[expect(clippy::match_same_arms, reason = "one arm a style of marks")]
pub(super) fn act(
    around: &Around<'_>,
    stack: &[Open],
    single_closes_later: bool,
    closed_twice: impl FnOnce() -> bool,
    opens_next: impl FnOnce() -> bool,
) -> Act {
    let length = around.mark.len_utf8();
    let opened = |close: char| stack.iter().any(|open| closes(open.mark, close));
    match around.mark {
        '„' | '「' | '『' | '‚' => Act::Open(length),
        '」' | '』' => Act::Close(length),
        '`' if around.doubled() => Act::Open(2 * length),
        '`' => Act::Nothing,
        '\'' if around.doubled() => {
            let twice = |open: &Open| open.mark == '\'' && open.behind - open.start == 2 * length;
            let last = stack.last().is_some_and(twice);
            if last
                || opened('"')
                || stack
                    .iter()
                    .any(|open| matches!(open.mark, '`' | '"' | '“'))
            {
                Act::Close(2 * length)
            } else if around.before.is_none_or(char::is_whitespace) {
                Act::Open(2 * length)
            } else {
                Act::Nothing
            }
        }
        '‘' if around.doubled() && around.opens() => Act::Open(2 * length),
        '’' if around.doubled()
            && stack
                .last()
                .is_some_and(|open| matches!(open.mark, '“' | '"' | '`')) =>
        {
            Act::Close(2 * length)
        }
        '"' | '“' if around.goes_on(stack) => Act::Again(length),
        '"' | '＂' => {
            if opened('"') && !(around.only_opens() && (nests(stack) || closed_twice())) {
                Act::Close(length)
            } else if around.after.is_some() {
                Act::Open(length)
            } else {
                Act::Nothing
            }
        }
        '“' | '‟' => {
            let german = stack.last().is_some_and(|open| open.mark == '„');
            let turned = opened('”') && !around.opens() && around.closes();
            if german || turned {
                Act::Close(length)
            } else {
                Act::Open(length)
            }
        }
        '”' if opened('”') => Act::Close(length),
        '”' if around.opens() => Act::Open(length),
        '«' | '‹' if stack.iter().any(|open| matches!(open.mark, '»' | '›')) => {
            Act::Close(length)
        }
        '«' | '‹' => Act::Open(length),
        '»' | '›' if opened(around.mark) => Act::Close(length),
        '»' | '›' if around.opens() => Act::Open(length),
        '‘' | '\'' | '’' => single(around, stack, single_closes_later, opens_next),
        _ => Act::Nothing,
    }
}

/// Whether the straight marks behind one that opens within others close it and what is around it: `"They call
/// it a "farce" now."`
pub(super) fn closed_twice(words: &str, marks: &[(usize, char)]) -> bool {
    let mut depth = 2;
    let straight = marks.iter().filter(|(_, mark)| is_straight(*mark));
    for (at, mark) in straight.take(MARKS_AHEAD) {
        let around = Around::new(words, *at, *mark);
        if around.opens() && around.after.is_some_and(char::is_alphanumeric) {
            depth += 1;
        } else if around.closes() {
            depth -= 1;
        } else {
            return false;
        }
        if depth == 0 {
            return true;
        }
    }
    false
}

/// Whether a straight mark may open within another: only where a different one was opened last.
fn nests(stack: &[Open]) -> bool {
    stack
        .last()
        .is_some_and(|open| !matches!(open.mark, '"' | '＂'))
}
