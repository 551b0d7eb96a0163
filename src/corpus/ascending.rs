//! Ascending numbers: where one belongs among them, looked for near a place first.

/// The place of the last number that is at most this one, or the first place where none is.
///
/// It is looked for from `near` on, in steps that double: soon found where questions ascend as well.
#[inline]
pub(super) fn last_at_most(ascending: &[u32], number: u32, near: usize) -> usize {
    let is_at_most = |place: usize| ascending.get(place).is_some_and(|at| *at <= number);
    let (mut known, mut step) = (if is_at_most(near) { near } else { 0 }, 1);
    while is_at_most(known + step) {
        known += step;
        step *= 2;
    }
    let behind = ascending.len().min(known + step);
    let between = ascending.get(known..behind).unwrap_or_default();
    known + between.partition_point(|at| *at <= number).max(1) - 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_last_from_wherever_it_is_looked_for(
            mut numbers in prop::collection::vec(0_u32..60, 0..50), number in 0_u32..60, near in 0_usize..60,
        ) {
            numbers.sort_unstable();
            let last = numbers.iter().rposition(|at| *at <= number);
            prop_assert_eq!(last_at_most(&numbers, number, near), last.unwrap_or(0));
        }
    }
}
