//! The characters that are quotation marks, where a text has them, and which closes which.

use memchr::{memchr_iter, memchr3_iter};

/// The quotation marks and apostrophes of a text, each with its place.
pub(super) fn marks(words: &str) -> Vec<(usize, char)> {
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

pub(in crate::articles::quotations) fn is_mark(mark: char) -> bool {
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

pub(super) fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’' | '‚' | '‹' | '›')
}

pub(super) fn is_straight(mark: char) -> bool {
    matches!(mark, '"' | '＂')
}

/// Whether a mark closes what another opened.
pub(super) fn closes(open: char, close: char) -> bool {
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
