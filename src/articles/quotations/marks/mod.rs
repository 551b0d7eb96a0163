//! Quotation marks of a paragraph, brought together in pairs.
//!
//! Every style is known: curly, straight, single, typewriter (` `` `), guillemets in either direction,
//! German, corner brackets. An apostrophe is told from a single mark by the letters on either side. A
//! mark that is never closed reaches to the end of the paragraph.

mod acts;
mod apostrophes;
mod characters;

use std::ops::Range;

use super::works::is_name;
use crate::articles::zones::trimmed;
use acts::{Act, Around, act, closed_twice};
use apostrophes::last_single;
pub(super) use characters::is_mark;
use characters::{closes, is_single, marks};

/// The deepest nesting of marks.
const DEEPEST: usize = 6;

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
        let closed = || closed_twice(words, &marks[number + 1..]);
        // `said 'the boys' and 'the girls' left`
        let opens_next = || {
            let next = marks[number + 1..]
                .iter()
                .find(|(_, mark)| is_single(*mark));
            next.is_some_and(|(at, mark)| Around::new(words, *at, *mark).only_opens())
        };
        let act = act(&around, &stack, at < singles, closed, opens_next);
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
    // Of marks never closed the outermost counts, if it is a double one or begins what somebody says.
    let speech = |open: &&Open| {
        !is_single(open.mark) || Around::new(words, open.start, open.mark).begins_speech()
    };
    if let Some(open) = stack.first().filter(speech) {
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
