//! What is asked of a word once its ends are known: whether it is one, and where its `'s` begins.

/// Whether a segment holds a letter or a digit.
pub(in crate::text) fn is_word(segment: &str) -> bool {
    segment.chars().any(char::is_alphanumeric)
}

/// The length in bytes of a closing `'s` with a stem before it, with any of the apostrophes in use.
#[inline]
pub(in crate::text) fn possessive_length(word: &str) -> usize {
    let [stem @ .., b's' | b'S'] = word.as_bytes() else {
        return 0;
    };
    let (length, stem) = match stem {
        [stem @ .., b'\''] => (2, stem),
        [stem @ .., 0xE2, 0x80, 0x99] | [stem @ .., 0xEF, 0xBC, 0x87] => (4, stem),
        [stem @ .., 0xCA, 0xBC] => (3, stem),
        _ => return 0,
    };
    if stem.is_empty() { 0 } else { length }
}
