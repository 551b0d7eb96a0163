//! Strings over bytes that many workers wrote, looked through by as many.
#![expect(
    unsafe_code,
    reason = "what Arrow looks through on one thread is looked through on all of them before"
)]

use arrow_array::LargeStringArray;
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};

use crate::error::{Error, Result};
use crate::task::Task;

/// The strings that one worker looks through at a time.
const STRINGS_A_PIECE: usize = 1 << 16;

/// A column of the strings that lie one behind the other in these bytes: `offsets` are 0 and where each
/// ends.
///
/// Errors: [`Error::Limit`] if they don't cut the bytes into strings, which is for the caller to see to.
pub fn strings_over(offsets: Vec<i64>, bytes: Vec<u8>, task: &Task) -> Result<LargeStringArray> {
    let whole = |at: i64, place: usize| usize::try_from(at) == Ok(place);
    let ends = offsets.first().zip(offsets.last());
    if !ends.is_some_and(|(first, last)| whole(*first, 0) && whole(*last, bytes.len())) {
        return Err(damaged());
    }
    let pieces = (0..offsets.len() - 1).step_by(STRINGS_A_PIECE).collect();
    task.map(pieces, |first: usize| {
        let behind = (first + STRINGS_A_PIECE).min(offsets.len() - 1);
        look_through(&offsets[first..=behind], &bytes).ok_or_else(damaged)
    })?;
    // SAFETY: the offsets begin with 0, ascend, and end with the length of the bytes.
    let offsets = unsafe { OffsetBuffer::new_unchecked(ScalarBuffer::from(offsets)) };
    // SAFETY: between any two of them stands a string.
    Ok(unsafe { LargeStringArray::new_unchecked(offsets, Buffer::from_vec(bytes), None) })
}

/// Nothing if bytes between the first and the last offset are no text, or one between them cuts a letter.
fn look_through(offsets: &[i64], bytes: &[u8]) -> Option<()> {
    let first = usize::try_from(*offsets.first()?).ok()?;
    let last = usize::try_from(*offsets.last()?).ok()?;
    let text = std::str::from_utf8(bytes.get(first..last)?).ok()?;
    let mut before = 0;
    for offset in offsets {
        let at = usize::try_from(*offset).ok()?.checked_sub(first)?;
        if at < before || !text.is_char_boundary(at) {
            return None;
        }
        before = at;
    }
    Some(())
}

fn damaged() -> Error {
    Error::Limit("strings are not where their offsets say".into())
}

#[cfg(test)]
mod tests {
    use arrow_array::Array as _;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// What Arrow takes after a look of its own is taken, and nothing else.
        #[test]
        fn the_same_is_taken_that_arrow_takes(
            mut offsets in prop::collection::vec(-1_i64..12, 0..6),
            text in "[aé€😀]{0,4}",
            sorted in any::<bool>(),
        ) {
            if sorted {
                offsets.sort_unstable();
                offsets.insert(0, 0);
                offsets.push(i64::try_from(text.len()).expect("short"));
            }
            let ascending = offsets.first() == Some(&0) && offsets.is_sorted();
            let whole = offsets.last().copied() == i64::try_from(text.len()).ok();
            let arrow = (ascending && whole).then(|| {
                let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets.clone()));
                LargeStringArray::try_new(offsets, Buffer::from(text.as_bytes()), None).ok()
            });
            let ours = strings_over(offsets, text.clone().into_bytes(), &Task::new()).ok();
            prop_assert_eq!(ours, arrow.flatten());
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let task = Task::new();
        assert!(strings_over(vec![0, 1], vec![0xff], &task).is_err());
        assert!(strings_over(vec![0, 1, 2], "é".into(), &task).is_err());
        assert!(strings_over(Vec::new(), Vec::new(), &task).is_err());
        let none = strings_over(vec![0], Vec::new(), &task).expect("no strings");
        assert_eq!(none.len(), 0);
    }

    #[test]
    fn strings_of_many_pieces_are_looked_through() {
        let n_strings = 3 * STRINGS_A_PIECE + 5;
        let text = "é-".repeat(n_strings);
        let offsets: Vec<i64> = (0..).step_by(3).take(n_strings + 1).collect();
        let column = strings_over(offsets.clone(), text.clone().into_bytes(), &Task::new());
        assert_eq!(column.expect("strings").value(n_strings - 1), "é-");
        let mut cut = offsets;
        cut[2 * STRINGS_A_PIECE + 1] += 1;
        assert!(strings_over(cut.clone(), text.clone().into_bytes(), &Task::new()).is_err());
        cut[2 * STRINGS_A_PIECE + 1] += 1;
        assert!(strings_over(cut, text.into_bytes(), &Task::new()).is_ok());
    }
}
