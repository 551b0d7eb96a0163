//! Lists of words, told from most other words without looking at each.

/// Some words in small letters.
pub(super) struct WordList {
    words: &'static [&'static str],
    /// The shapes that they have, one bit each.
    shapes: [u64; SHAPES / 64],
}

/// How many shapes there are.
const SHAPES: usize = 256;

impl WordList {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let (mut at, mut shapes) = (0, [0; SHAPES / 64]);
        while at < words.len() {
            let shape = shape(words[at].as_bytes());
            shapes[shape / 64] |= 1 << (shape % 64);
            at += 1;
        }
        Self { words, shapes }
    }

    /// Whether a word is one of them, whatever its case.
    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        let shape = shape(word.as_bytes());
        self.shapes[shape / 64] & (1 << (shape % 64)) != 0 && self.holds(word)
    }

    fn holds(&self, word: &str) -> bool {
        let first = |word: &str| word.as_bytes().first().map(|first| first | 0x20);
        let alike = |one: &&&str| one.len() == word.len() && first(one) == first(word);
        let mut words = self.words.iter().filter(alike);
        words.any(|one| one.eq_ignore_ascii_case(word))
    }
}

/// The length and the letters at both ends of a word, whatever their case, as one number.
#[inline]
const fn shape(word: &[u8]) -> usize {
    match word {
        [] => 0,
        [first, ..] => {
            let (first, last) = (*first | 0x20, word[word.len() - 1] | 0x20);
            (first as usize + 13 * word.len() + 59 * last as usize) % SHAPES
        }
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
