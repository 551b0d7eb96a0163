//! Quotation marks of a paragraph, brought together in pairs.
//!
//! Every style is known: curly, straight, single, typewriter (` `` `), guillemets in either direction,
//! German, corner brackets. An apostrophe is told from a single mark by the letters on either side. A
//! mark that is never closed reaches to the end of the paragraph.

use std::ops::Range;

use memchr::{memchr_iter, memchr3_iter, memrchr2_iter};

use super::works::is_name;
use crate::articles::zones::trimmed;

/// The deepest nesting of marks.
const DEEPEST: usize = 6;

/// How many marks are looked at for those that close two.
const MARKS_AHEAD: usize = 12;

/// A stretch within quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// With the marks.
    pub outer: Range<usize>,
    /// Without the marks and without white space at either end.
    pub inner: Range<usize>,
    /// How many others it lies in.
    pub depth: usize,
    /// Whether both marks are there.
    pub closed: bool,
    /// The opening mark.
    pub mark: char,
    /// Whether the marks are those of a title or a nickname.
    pub named: bool,
}

/// An opening mark that waits for the other.
struct Open {
    mark: char,
    start: usize,
    behind: usize,
}

/// What a mark does at its place.
enum Act {
    Open(usize),
    Close(usize),
    /// Ends what the last mark opened, and opens the next paragraph of it, which no line divides.
    Again(usize),
    Nothing,
}

/// The stretches within marks of a paragraph, outer ones before those within them.
pub(super) fn marked(text: &str, part: Range<usize>) -> Vec<Marked> {
    let mut found = Vec::new();
    let words = &text[part.clone()];
    let marks = marks(words);
    if marks.is_empty() {
        return found;
    }
    let singles = last_single(words);
    let mut stack: Vec<Open> = Vec::new();
    let mut skip = 0;
    for (number, &(at, mark)) in marks.iter().enumerate() {
        if at < skip {
            continue;
        }
        let around = Around::new(words, at, mark);
        let act = act(&around, &stack, at < singles, || {
            closed_twice(words, &marks[number + 1..])
        });
        match act {
            Act::Nothing => {}
            Act::Open(length) => {
                skip = at + length;
                if stack.len() < DEEPEST {
                    // Two single marks stand for one double mark.
                    let double = mark == '‘' && length > mark.len_utf8();
                    stack.push(Open {
                        mark: if double { '“' } else { mark },
                        start: at,
                        behind: skip,
                    });
                }
            }
            Act::Again(length) => {
                skip = at + length;
                if let Some(open) = stack.pop() {
                    push(&mut found, text, part.start, &open, at..at, stack.len());
                }
                stack.push(Open {
                    mark,
                    start: at,
                    behind: skip,
                });
            }
            Act::Close(length) => {
                skip = at + length;
                let partner = stack.iter().rposition(|open| closes(open.mark, mark));
                let Some(partner) = partner else { continue };
                // What was opened within and never closed was no mark.
                stack.truncate(partner + 1);
                let open = stack.pop().expect("a partner");
                push(&mut found, text, part.start, &open, at..skip, stack.len());
            }
        }
    }
    // Of marks never closed the outermost counts, if it is a double one.
    if let Some(open) = stack.first().filter(|open| !is_single(open.mark)) {
        let end = words.len();
        found.retain(|marked: &Marked| {
            marked.outer.end <= part.start + open.start || marked.depth > 0
        });
        push(&mut found, text, part.start, open, end..end, 0);
    }
    found.retain(|marked| !marked.inner.is_empty());
    found.sort_by_key(|marked| (marked.outer.start, usize::MAX - marked.outer.end));
    for marked in &mut found {
        marked.named = marked.closed && is_name(text, &part, &marked.outer, &marked.inner);
    }
    found
}

fn push(
    found: &mut Vec<Marked>,
    text: &str,
    base: usize,
    open: &Open,
    close: Range<usize>,
    depth: usize,
) {
    let inner = trimmed(text, base + open.behind..base + close.start);
    let end = if close.is_empty() {
        inner.end.max(base + open.behind)
    } else {
        base + close.end
    };
    found.push(Marked {
        outer: base + open.start..end,
        inner,
        depth,
        closed: !close.is_empty(),
        mark: open.mark,
        named: false,
    });
}

pub(super) fn is_mark(mark: char) -> bool {
    matches!(
        mark,
        '"' | '\''
            | '`'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’' | '‚' | '‹' | '›')
}

/// Whether a mark closes what another opened.
fn closes(open: char, close: char) -> bool {
    match open {
        '"' | '＂' => matches!(close, '"' | '”' | '＂' | '\'' | '’'),
        '“' | '‟' => matches!(close, '”' | '"' | '“' | '\'' | '’'),
        '”' => matches!(close, '”'),
        '„' => matches!(close, '“' | '”' | '"'),
        '«' => close == '»',
        '»' => close == '«',
        '‹' => close == '›',
        '›' => close == '‹',
        '`' => matches!(close, '\'' | '"' | '”'),
        '‘' | '’' => matches!(close, '’' | '\''),
        '\'' => matches!(close, '\'' | '’'),
        '‚' => matches!(close, '‘' | '’'),
        '「' => close == '」',
        '『' => close == '』',
        _ => false,
    }
}

/// A mark and what stands on either side of it.
struct Around<'t> {
    mark: char,
    before: Option<char>,
    rest: &'t str,
    after: Option<char>,
    /// Whether a sentence ends before it, but for white space.
    ended: bool,
}

impl<'t> Around<'t> {
    fn new(words: &'t str, at: usize, mark: char) -> Self {
        let rest = &words[at..];
        Self {
            mark,
            before: words[..at].chars().next_back(),
            rest,
            after: rest.chars().nth(1),
            ended: words[..at].trim_end().ends_with(['.', '!', '?', '…']),
        }
    }

    fn opens(&self) -> bool {
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

    fn closes(&self) -> bool {
        let free = self.after.is_none_or(|mark| !mark.is_alphanumeric());
        free && self.before.is_some_and(|mark| !mark.is_whitespace())
    }

    fn only_opens(&self) -> bool {
        self.opens() && !self.closes()
    }

    /// Whether a sentence ends before the mark, which stands where one begins: `… to it. "We have …`.
    fn goes_on(&self, stack: &[Open]) -> bool {
        self.opens()
            && self.before == Some(' ')
            && self.after.is_some_and(char::is_uppercase)
            && self.ended
            && stack.last().is_some_and(|open| open.mark == self.mark)
    }

    fn doubled(&self) -> bool {
        self.after == Some(self.mark)
    }
}

#[expect(clippy::match_same_arms, reason = "one arm a style of marks")]
fn act(
    around: &Around<'_>,
    stack: &[Open],
    single_closes_later: bool,
    closed_twice: impl FnOnce() -> bool,
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
        '‘' | '\'' | '’' => single(around, stack, single_closes_later),
        _ => Act::Nothing,
    }
}

fn is_straight(mark: char) -> bool {
    matches!(mark, '"' | '＂')
}

/// Whether the straight marks behind one that opens within others close it and what is around it: `"They call
/// it a "farce" now."`
fn closed_twice(words: &str, marks: &[(usize, char)]) -> bool {
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

/// A single mark, which may be an apostrophe.
fn single(around: &Around<'_>, stack: &[Open], closes_later: bool) -> Act {
    let length = around.mark.len_utf8();
    let open = stack
        .last()
        .is_some_and(|open| closes(open.mark, around.mark) && is_single(open.mark));
    if open && around.mark != '‘' && around.closes() {
        // The possessive of a plural goes on with a word in small letters.
        let plural = around.before == Some('s')
            && around.rest[length..].starts_with(' ')
            && around.rest[length..]
                .trim_start()
                .starts_with(char::is_lowercase);
        return if plural && closes_later {
            Act::Nothing
        } else {
            Act::Close(length)
        };
    }
    let letters = around.after.is_some_and(|mark| {
        mark.is_alphabetic() || matches!(mark, '"' | '“' | '$' | '£' | '€' | '[')
    });
    let digits = around.after.is_some_and(char::is_numeric)
        && (around.mark == '‘' || !short_year(&around.rest[length..]));
    let opens = around.opens() && (letters || digits) && closes_later && around.mark != '’';
    if opens && !elision(&around.rest[length..]) {
        Act::Open(length)
    } else {
        Act::Nothing
    }
}

/// Two digits alone, or with an s: `the class of '68`, `in the '90s`.
fn short_year(rest: &str) -> bool {
    let number = rest
        .find(|mark: char| !mark.is_numeric())
        .unwrap_or(rest.len());
    let mut behind = rest[number..].chars();
    let goes_on = match behind.next() {
        Some(',' | '.') => behind.next().is_some_and(char::is_numeric),
        other => other == Some('%'),
    };
    number == 2 && !goes_on
}

/// Words that are written with an apostrophe before them.
fn elision(rest: &str) -> bool {
    let word: &str = &rest[..rest
        .find(|mark: char| !mark.is_alphabetic())
        .unwrap_or(rest.len())];
    matches!(
        word.to_lowercase().as_str(),
        "tis" | "twas" | "em" | "til" | "cause" | "bout" | "n"
    )
}

/// The quotation marks and apostrophes of a text, each with its place.
fn marks(words: &str) -> Vec<(usize, char)> {
    let bytes = words.as_bytes();
    let plain = memchr3_iter(b'"', b'\'', b'`', bytes);
    // With what the others begin.
    let others = memchr3_iter(0xc2, 0xe2, 0xe3, bytes).chain(memchr_iter(0xef, bytes));
    let mut marks: Vec<(usize, char)> = plain
        .chain(others)
        .filter_map(|at| Some((at, words[at..].chars().next()?)))
        .filter(|(_, mark)| is_mark(*mark))
        .collect();
    marks.sort_unstable();
    marks
}

/// Before which byte a single mark that closes may still follow.
fn last_single(words: &str) -> usize {
    let bytes = words.as_bytes();
    // The last byte of `’`.
    let marks = memrchr2_iter(b'\'', 0x99, bytes).filter_map(|at| match bytes[at] {
        b'\'' => Some((at, '\'')),
        _ => bytes[..=at]
            .ends_with("’".as_bytes())
            .then(|| (at - 2, '’')),
    });
    let closing = |(at, mark): &(usize, char)| Around::new(words, *at, *mark).closes();
    marks.take(64).find(closing).map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        marked(text, 0..text.len())
            .into_iter()
            .map(|marked| &text[marked.inner])
            .collect()
    }

    #[test]
    fn marks_of_every_style_are_brought_together() {
        for text in [
            "He said “stay here” twice",
            "He said \"stay here\" twice",
            "He said 'stay here' twice",
            "He said ‘stay here’ twice",
            "He said «stay here» twice",
            "He said « stay here » twice",
            "He said »stay here« twice",
            "He said „stay here“ twice",
            "He said ``stay here'' twice",
            "He said \"stay here'' twice",
            "He said ''stay here'' twice",
            "He said “stay here’’ twice",
            "He said ‘‘stay here’’ twice",
            "He said 「stay here」 twice",
        ] {
            assert_eq!(inner(text), ["stay here"], "{text}");
        }
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        for text in [
            "The ministers' view isn't the workers' view.",
            "The class of '68 met the class of '70.",
            "In the '90s ships' crews were larger.",
            "Not before '68, say those of '70.",
        ] {
            assert!(inner(text).is_empty(), "{text}");
        }
        assert_eq!(
            inner("He said '2031 is late' and '10,000 ships' wait."),
            ["2031 is late", "10,000 ships"]
        );
        assert_eq!(
            inner("'The workers' view isn't ours,' he said."),
            ["The workers' view isn't ours,"]
        );
    }

    #[test]
    fn marks_nest_and_may_stay_open() {
        assert_eq!(
            inner("“He said ‘go’ and went,” she said."),
            ["He said ‘go’ and went,", "go"]
        );
        assert_eq!(inner("“He said it."), ["He said it."]);
        assert_eq!(inner("said “one” and “two"), ["one", "two"]);
    }

    #[test]
    fn a_word_in_straight_marks_stands_within_others() {
        assert_eq!(
            inner("\"They call it a \"farce\" now,\" she said. \"No \"ifs\", no \"buts\".\""),
            [
                "They call it a \"farce\" now,",
                "farce",
                "No \"ifs\", no \"buts\".",
                "ifs",
                "buts"
            ]
        );
        assert_eq!(
            inner("\"The word is \"farce\"\", she said, and \"no more\"."),
            ["The word is \"farce\"", "farce", "no more"]
        );
        // The first is never closed.
        assert_eq!(
            inner("\"They call it a \"farce\" now, and \"worse\", she said."),
            ["They call it a", "now, and", ", she said."]
        );
    }

    #[test]
    fn a_mark_where_a_sentence_begins_opens_the_next_paragraph_of_the_same_words() {
        assert_eq!(
            inner("He said: \"We are late. It rains. \"And we are wet.\" \"Why?\" she asked."),
            ["We are late. It rains.", "And we are wet.", "Why?"]
        );
        assert_eq!(
            inner("He said: “We are late. “And wet. “But here.” Then he left."),
            ["We are late.", "And wet.", "But here."]
        );
        assert_eq!(
            inner("“They sang “Red River” twice,” he said."),
            ["They sang “Red River” twice,", "Red River"]
        );
    }
}
