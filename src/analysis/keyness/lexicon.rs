//! The terms of target and reference by one numbering, in alphabetical order, matched by their text.

use std::cmp::Ordering;

/// The numbers of the terms of both sides among the terms of either.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon<'t> {
    /// All terms, in the order of their bytes.
    pub(super) names: Vec<&'t str>,
    /// For each term of the target its number.
    pub(super) of_target: Vec<u32>,
    /// For each term of the reference its number.
    pub(super) of_reference: Vec<u32>,
}

impl<'t> Lexicon<'t> {
    /// The terms of both sides, each in the order of their bytes and without repetition.
    pub(super) fn merged(target: &[&'t str], reference: &[&'t str]) -> Self {
        let mut lexicon = Self::default();
        let (mut own, mut other) = (target.iter().peekable(), reference.iter().peekable());
        for number in 0.. {
            let order = match (own.peek(), other.peek()) {
                (Some(own), Some(other)) => own.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let mut name = None;
            if order.is_le() {
                name = own.next();
                lexicon.of_target.push(number);
            }
            if order.is_ge() {
                name = other.next();
                lexicon.of_reference.push(number);
            }
            lexicon.names.extend(name);
        }
        lexicon
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_matched_by_their_text() {
        let lexicon = Lexicon::merged(&["a", "c", "d"], &["b", "c", "e", "f"]);
        assert_eq!(lexicon.names, ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(lexicon.of_target, [0, 2, 3]);
        assert_eq!(lexicon.of_reference, [1, 2, 4, 5]);
        assert!(Lexicon::merged(&[], &[]).names.is_empty());
    }
}
