//! Short pieces of what was said behind its report: `The pier is safe, Vell said, at least for now`.

use super::super::phrases::is_verb;
use super::Sentence;

/// The most tokens of a short piece behind a report: `…, Vell said, at least not before May`.
const SHORT_PIECE: usize = 9;

impl Sentence<'_, '_, '_> {
    /// Whether a piece without a verb goes on behind a comma with what was said: `…, Vell said, though not before May`.
    pub(super) fn is_short_piece(&self, comma: usize) -> bool {
        let tokens = self.tokens;
        let opens = tokens[comma + 1..self.end].get(..2).is_some_and(|two| {
            let (first, next) = (&two[0], &two[1]);
            first.is_word("at") && next.any(words!["least", "most"])
                || first.any(words!["but", "if", "though", "albeit"])
                    && next.any(words!["only", "not"])
                || first.is_word("even") && next.any(words!["in", "at", "on", "for", "with"])
        });
        opens
            && self.end <= comma + SHORT_PIECE
            && tokens[comma].is_mark(',')
            && !(comma + 1..self.end).any(|at| is_verb(tokens, at) || !tokens[at].is_plain())
    }
}
