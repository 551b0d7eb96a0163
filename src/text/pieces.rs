//! What stands between white space, told byte by byte where a text is of ASCII.

/// The pieces of a text between white space, those of [`str::split_whitespace`].
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'t> {
    rest: &'t str,
}

/// The pieces of a text between white space.
pub(crate) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let start = find(self.rest, |space| !space)?;
        let text = &self.rest[start..];
        let end = find(text, |space| space).unwrap_or(text.len());
        let (piece, rest) = text.split_at(end);
        self.rest = rest;
        Some(piece)
    }
}

/// Whether a text has so many pieces or more.
pub(crate) fn has_pieces(text: &str, least: usize) -> bool {
    let (mut met, mut apart) = (0, true);
    for byte in text.bytes() {
        if met >= least {
            return true;
        }
        if !byte.is_ascii() {
            return pieces(text).take(least).count() == least;
        }
        let space = matches!(byte, b'\t'..=b'\r' | b' ');
        met += usize::from(apart && !space);
        apart = space;
    }
    met >= least
}

/// Where the first character stands that is white space, or none, as is asked.
#[inline]
fn find(text: &str, is: impl Fn(bool) -> bool) -> Option<usize> {
    let mut at = 0;
    loop {
        let byte = *text.as_bytes().get(at)?;
        let (space, length) = if byte.is_ascii() {
            (matches!(byte, b'\t'..=b'\r' | b' '), 1)
        } else {
            let mark = text[at..].chars().next()?;
            (mark.is_whitespace(), mark.len_utf8())
        };
        if is(space) {
            return Some(at);
        }
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pieces_are_those_between_white_space(text in "[ab \\t\\n\\x0b\\x1f\u{85}\u{a0}é\u{2003}\u{3000}”]{0,12}") {
            let expected: Vec<&str> = text.split_whitespace().collect();
            for least in 0..8 {
                prop_assert_eq!(has_pieces(&text, least), expected.len() >= least);
            }
            prop_assert_eq!(pieces(&text).collect::<Vec<_>>(), expected);
        }
    }
}
