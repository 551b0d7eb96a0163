//! Where words that come one by one stand in a text, which may have other white space.

/// How far behind the last word the next one is looked for, in bytes.
const AHEAD: usize = 400;
/// How often the beginning of a sentence is tried.
const TRIES: usize = 10_000;

/// A text, and how far its words have been found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Whether nothing visible is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.text[self.at..].trim_start().is_empty()
    }

    /// The bytes of the next place where some words stand, whatever the white space between them.
    pub(super) fn sentence(&self, words: &str) -> Option<(usize, usize)> {
        let first = words.chars().find(|mark| !mark.is_whitespace())?;
        let places = self.text[self.at..].match_indices(first).take(TRIES);
        let mut places = places.map(|(offset, _)| self.at + offset);
        places.find_map(|place| Some((place, self.end_of(words, place)?)))
    }

    /// The bytes of a word that stands here or not far behind, but before `limit`, and goes behind it.
    pub(super) fn word(&mut self, word: &str, limit: usize) -> Option<(usize, usize)> {
        let rest = &self.text[self.at..limit];
        let here = self.at + (rest.len() - rest.trim_start().len());
        let found = if let Some(end) = self.end_of(word, here) {
            (here, end)
        } else {
            let first = word.chars().find(|mark| !mark.is_whitespace())?;
            let near = self.text[self.at..limit].match_indices(first);
            let mut near = near
                .map(|(offset, _)| self.at + offset)
                .take_while(|place| *place < self.at + AHEAD);
            near.find_map(|place| Some((place, self.end_of(word, place)?)))?
        };
        if found.1 > limit {
            return None;
        }
        self.at = found.1;
        Some(found)
    }

    /// Where words end that begin at a place.
    fn end_of(&self, words: &str, place: usize) -> Option<usize> {
        let mut rest = self.text[place..].char_indices();
        let mut wanted = words.chars().filter(|mark| !mark.is_whitespace());
        let mut end = None;
        let mut next = wanted.next();
        while let Some(mark) = next {
            let (offset, found) = rest.find(|(_, mark)| !mark.is_whitespace())?;
            if found != mark {
                return None;
            }
            end = Some(place + offset + found.len_utf8());
            next = wanted.next();
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_one_behind_the_other() {
        let mut cursor = Cursor::new("No way.  Lost  and found\n way");
        let end = cursor.text.len();
        assert_eq!(cursor.word("No", end), Some((0, 2)));
        assert_eq!(cursor.word("way", end), Some((3, 6)));
        assert_eq!(cursor.word("gone", end), None);
        assert_eq!(cursor.sentence("and  found way"), Some((15, 29)));
        assert_eq!(cursor.word("found way", end), Some((19, 29)));
        assert!(cursor.is_at_end());
        assert_eq!(cursor.word("way", end), None);
    }
}
