//! Sentences: where those of a text begin and end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// The sentences of a text in order, in bytes, without the white space between them.
///
/// Together they hold every visible character. A blank line ends a sentence, whatever stands before it.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_sentence_bound_indices()
        .map(|(start, sentence)| {
            let leading = sentence.len() - sentence.trim_start().len();
            start + leading..start + leading + sentence.trim().len()
        })
        .filter(|span| !span.is_empty())
}
