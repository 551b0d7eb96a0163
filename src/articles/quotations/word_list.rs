//! Lists of words, told from most other words without looking at each.

/// Some words in small letters.
pub(super) struct WordList {
    words: &'static [&'static str],
    /// The shapes that they have, one bit each.
    shapes: u64,
    /// How they end, one bit each.
    endings: u64,
}

impl WordList {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let (mut at, mut shapes, mut endings) = (0, 0, 0);
        while at < words.len() {
            shapes |= shape(words[at].as_bytes());
            endings |= ending(words[at].as_bytes());
            at += 1;
        }
        Self {
            words,
            shapes,
            endings,
        }
    }

    /// Whether a word is one of them, whatever its case.
    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        self.shapes & shape(bytes) != 0
            && self.endings & ending(bytes) != 0
            && self
                .words
                .iter()
                .any(|one| one.len() == word.len() && one.eq_ignore_ascii_case(word))
    }
}

/// One bit for the length and the first letter of a word, whatever its case.
const fn shape(word: &[u8]) -> u64 {
    match word {
        [] => 1,
        [first, ..] => {
            let letter = (*first | 0x20) as usize;
            1 << ((letter + 13 * word.len()) % 64)
        }
    }
}

/// One bit for the last two letters of a word, whatever their case.
const fn ending(word: &[u8]) -> u64 {
    match word {
        [] | [_] => 1,
        [.., before, last] => {
            let (before, last) = ((*before | 0x20) as usize, (*last | 0x20) as usize);
            1 << ((last + 11 * before) % 64)
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
