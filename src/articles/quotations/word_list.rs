//! Lists of words, told from most other words without looking at each.

/// Some words in small letters.
pub(super) struct WordList {
    words: &'static [&'static str],
    /// The shapes that they have, one bit each.
    shapes: [u64; SHAPES / 64],
}

/// A list of the words that are told, made when the program is.
macro_rules! words {
    ($($word:literal),+) => {
        const { &$crate::articles::quotations::word_list::WordList::new(&[$($word),+]) }
    };
}

/// The length and the letters at both ends of a word, whatever their case, as one number below [`SHAPES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape(u8);

/// How many shapes there are.
const SHAPES: usize = 256;

impl WordList {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let (mut at, mut shapes) = (0, [0; SHAPES / 64]);
        while at < words.len() {
            let Shape(shape) = Shape::of(words[at]);
            shapes[shape as usize / 64] |= 1 << (shape % 64);
            at += 1;
        }
        Self { words, shapes }
    }

    /// Whether a word is one of them, whatever its case.
    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        self.has_shaped(Shape::of(word), word)
    }

    /// Whether a word of this shape is one of them, whatever its case.
    #[inline]
    pub(super) fn has_shaped(&self, Shape(shape): Shape, word: &str) -> bool {
        self.shapes[usize::from(shape / 64)] & (1 << (shape % 64)) != 0 && self.holds(word)
    }

    fn holds(&self, word: &str) -> bool {
        let first = |word: &str| word.as_bytes().first().map(|first| first | 0x20);
        let alike = |one: &&&str| one.len() == word.len() && first(one) == first(word);
        let mut words = self.words.iter().filter(alike);
        words.any(|one| one.eq_ignore_ascii_case(word))
    }
}

impl Shape {
    #[inline]
    pub(super) const fn of(word: &str) -> Self {
        match word.as_bytes() {
            [] => Self(0),
            [first, .., last] | [first @ last] => Self::new(*first, *last, word.len()),
        }
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "a number below 256")]
    const fn new(first: u8, last: u8, length: usize) -> Self {
        let number = (first | 0x20) as usize + 13 * length + 59 * (last | 0x20) as usize;
        Self((number % SHAPES) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_list_are_known_whatever_their_case() {
        const LIST: WordList = WordList::new(&["mr.", "of", "maître", ""]);
        for word in ["mr.", "MR.", "Of", "MaîTRE", ""] {
            assert!(LIST.has(word), "{word}");
        }
        for word in ["mr", "off", "maitre", "MAÎTRE", "o"] {
            assert!(!LIST.has(word), "{word}");
        }
    }
}
