//! The numbers of some entities, of which there is one as a rule.

use std::ops::Deref;

/// Numbers in the order in which they came; a single one needs no memory of its own.
#[derive(Clone, Debug)]
pub(super) enum Numbers {
    One(usize),
    Several(Vec<usize>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Numbers {
    pub(super) fn push(&mut self, number: usize) {
        match self {
            Self::One(first) => *self = Self::Several(vec![*first, number]),
            Self::Several(all) if all.is_empty() => *self = Self::One(number),
            Self::Several(all) => all.push(number),
        }
    }
}

impl Deref for Numbers {
    type Target = [usize];

    fn deref(&self) -> &[usize] {
        match self {
            Self::One(number) => std::slice::from_ref(number),
            Self::Several(all) => all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_the_order_in_which_they_came() {
        let mut numbers = Numbers::default();
        for all in [&[][..], &[4], &[4, 2], &[4, 2, 4]] {
            assert_eq!(*numbers, *all);
            numbers.push(if all.len() == 1 { 2 } else { 4 });
        }
    }
}
