//! Views: strings of a column that stay where they lie, in memory that the column shares.
#![expect(
    unsafe_code,
    reason = "Arrow would look through every string once more, on one thread"
)]

use std::ops::Range;
use std::sync::Arc;

use arrow_array::builder::make_view;
use arrow_array::{Array as _, LargeStringArray, StringViewArray};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};

use super::rooms::{Room, written};
use crate::error::{Error, Result};
use crate::prefetch::prefetch;
use crate::task::Task;

/// A view finds a byte by a number below 2^31, so that larger memory goes by stretches which begin so
/// many bytes apart, each reaching over the beginning of the next.
const STRETCH: usize = 1 << 30;
/// Strings of more bytes are not in the view itself.
const LONGEST_INSIDE: usize = 12;

/// How many strings one worker copies at a time, and how many ahead each is asked for.
const STRINGS_A_PIECE: usize = 1 << 12;
const AHEAD: usize = 16;

/// Memory in which strings lie, kept as long as columns show them.
#[derive(Debug)]
pub(crate) struct Memory {
    /// The stretches of all pieces, by whose number views find them.
    stretches: Arc<[Buffer]>,
    /// In the order of their addresses.
    pieces: Vec<Piece>,
    step: usize,
}

/// One buffer of memory.
#[derive(Debug)]
struct Piece {
    address: usize,
    len: usize,
    /// The number of its first stretch.
    first: u32,
}

/// A string as Arrow has it: its length and beginning, and where it lies; the default is "".
#[derive(Clone, Copy, Debug, Default)]
#[repr(transparent)]
pub(crate) struct View(u128);

impl Memory {
    /// These buffers, some of which may be the same.
    pub(crate) fn of(buffers: impl IntoIterator<Item = Buffer>) -> Self {
        Self::by_steps(buffers, STRETCH)
    }

    fn by_steps(buffers: impl IntoIterator<Item = Buffer>, step: usize) -> Self {
        let mut buffers: Vec<Buffer> = buffers.into_iter().collect();
        let place = |buffer: &Buffer| (buffer.as_ptr().addr(), buffer.len());
        buffers.sort_by_key(place);
        buffers.dedup_by_key(|buffer| place(buffer));
        let (mut stretches, mut pieces) = (Vec::new(), Vec::with_capacity(buffers.len()));
        for buffer in buffers {
            let (address, len) = place(&buffer);
            let first = u32::try_from(stretches.len()).expect("fewer than 2^32 stretches");
            pieces.push(Piece {
                address,
                len,
                first,
            });
            for start in (0..len).step_by(step) {
                let length = (len - start).min(2 * step - 1);
                stretches.push(buffer.slice_with_length(start, length));
            }
        }
        Self {
            stretches: stretches.into(),
            pieces,
            step,
        }
    }

    /// The view of a string in this memory; `near` is the number of the piece that was looked at last.
    ///
    /// Errors: [`Error::Limit`] for a string of 1 GiB.
    pub(crate) fn view(&self, text: &str, near: &mut usize) -> Result<View> {
        if text.len() <= LONGEST_INSIDE {
            return Ok(View(make_view(text.as_bytes(), 0, 0)));
        }
        if text.len() >= self.step {
            let message = "a string of a table must be below 1 GiB; take a smaller window";
            return Err(Error::Limit(message.into()));
        }
        let address = text.as_ptr().addr();
        if !self
            .pieces
            .get(*near)
            .is_some_and(|piece| piece.holds(address, text.len()))
        {
            let behind = self
                .pieces
                .partition_point(|piece| piece.address <= address);
            let holds = |piece: &Piece| piece.holds(address, text.len());
            *near = self.pieces[..behind]
                .iter()
                .rposition(holds)
                .expect("a string in this memory");
        }
        let piece = &self.pieces[*near];
        let offset = address - piece.address;
        let below = |number: usize| u32::try_from(number).expect("below 2^32");
        let stretch = piece.first + below(offset / self.step);
        Ok(View(make_view(
            text.as_bytes(),
            stretch,
            below(offset % self.step),
        )))
    }

    /// The strings of views, which must all be into this memory.
    pub(crate) fn strings(&self, views: Vec<View>) -> StringViewArray {
        let views: Vec<u128> = views.into_iter().map(|view| view.0).collect();
        let (views, buffers) = (ScalarBuffer::from(views), self.stretches.clone());
        debug_assert!(
            StringViewArray::try_new(views.clone(), buffers.clone(), None).is_ok(),
            "views into this memory"
        );
        // SAFETY: `view` alone makes views, of strings, and only after it found the whole string in
        // the stretch that it names, of which the array keeps the memory.
        unsafe { StringViewArray::new_unchecked(views, buffers, None) }
    }
}

/// The same strings one behind the other, in memory of their own.
pub(super) fn copied(strings: &StringViewArray, task: &Task) -> Result<LargeStringArray> {
    let text = |row: usize| {
        if strings.is_valid(row) {
            strings.value(row)
        } else {
            ""
        }
    };
    let firsts = (0..strings.len()).step_by(STRINGS_A_PIECE);
    let piece = |first| first..strings.len().min(first + STRINGS_A_PIECE);
    let pieces: Vec<Range<usize>> = firsts.map(piece).collect();
    let sizes = |rows: &Range<usize>| {
        let lengths = rows.clone().map(|row| text(row).len());
        (rows.len(), lengths.sum())
    };
    let write = |rows: &Range<usize>, mut room: Room<'_>| {
        let mut end = 0;
        for row in rows.clone() {
            prefetch_string(strings, row + AHEAD);
            let text = text(row);
            room.text[end..end + text.len()].copy_from_slice(text.as_bytes());
            end += text.len();
            room.end(end);
        }
    };
    let (offsets, bytes) = written(&pieces, sizes, write, task)?;
    // SAFETY: the offsets begin with 0, ascend, and end with the length of the bytes.
    let offsets = unsafe { OffsetBuffer::new_unchecked(ScalarBuffer::from(offsets)) };
    let (bytes, nulls) = (Buffer::from_vec(bytes), strings.nulls().cloned());
    // SAFETY: between any two of them stands a whole string.
    Ok(unsafe { LargeStringArray::new_unchecked(offsets, bytes, nulls) })
}

/// Asks for the memory of a string that does not stand in its view.
fn prefetch_string(strings: &StringViewArray, row: usize) {
    let Some(view) = strings.views().get(row) else {
        return;
    };
    // From its lowest bits: length, beginning, number of the buffer, offset, 32 bits each.
    let part = |place: usize| {
        let bytes = view.to_le_bytes().as_chunks().0[place];
        u32::from_le_bytes(bytes) as usize
    };
    let [length, buffer, offset] = [0, 2, 3].map(part);
    if length > LONGEST_INSIDE
        && let Some(buffer) = strings.data_buffers().get(buffer)
    {
        prefetch(buffer, offset);
    }
}

impl Piece {
    fn holds(&self, address: usize, len: usize) -> bool {
        let offset = address.checked_sub(self.address);
        offset.is_some_and(|offset| offset + len <= self.len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_pairs(text: &str) -> impl Iterator<Item = &str> {
        let bounds = || (0..=text.len()).filter(|at| text.is_char_boundary(*at));
        bounds().flat_map(move |from| bounds().filter_map(move |to| text.get(from..to)))
    }

    #[test]
    fn strings_are_found_in_every_piece_and_across_stretches() {
        let texts = [
            "",
            "a few words",
            "the é of café, and a euro (€), in twenty words or so",
        ];
        let buffers: Vec<Buffer> = texts
            .iter()
            .map(|text| Buffer::from(text.as_bytes()))
            .collect();
        let whole = |buffer: &Buffer| std::str::from_utf8(buffer).expect("text").to_owned();
        let memory = Memory::by_steps(buffers.iter().chain(&buffers).cloned(), 20);
        let (mut near, mut views, mut expected) = (0, Vec::new(), Vec::new());
        for buffer in &buffers {
            let text = std::str::from_utf8(buffer).expect("text");
            for string in all_pairs(text).filter(|string| string.len() < 20) {
                views.push(memory.view(string, &mut near).expect("a short string"));
                expected.push(string.to_owned());
            }
            assert_eq!(whole(buffer), text);
        }
        let strings = memory.strings(views);
        drop((memory, buffers));
        assert!(
            strings
                .iter()
                .flatten()
                .eq(expected.iter().map(String::as_str))
        );
    }

    #[test]
    fn copies_are_the_strings_that_were_copied() {
        let words = |row: usize| (row % 5 != 1).then(|| "so många ord, ".repeat(row % 7));
        for rows in [0, 1, STRINGS_A_PIECE, 3 * STRINGS_A_PIECE + 5] {
            let strings: StringViewArray = (0..rows).map(words).collect();
            for strings in [strings.slice(rows / 3, rows / 2), strings] {
                let copies = copied(&strings, &Task::new()).expect("nobody cancels");
                copies.to_data().validate_full().expect("valid strings");
                assert!(copies.iter().eq(strings.iter()));
            }
        }
    }

    #[test]
    fn a_string_as_long_as_a_stretch_is_refused() {
        let buffer = Buffer::from("as long as twenty by".as_bytes());
        let text = std::str::from_utf8(&buffer).expect("text");
        let memory = Memory::by_steps([buffer.clone()], text.len());
        assert!(memory.view(text, &mut 0).is_err());
    }

    #[test]
    fn a_piece_within_another_hides_nothing_of_it() {
        let buffer = Buffer::from("a text of which a piece is a piece of its own".as_bytes());
        let text = std::str::from_utf8(&buffer).expect("text");
        let memory = Memory::of([buffer.clone(), buffer.slice_with_length(5, 20)]);
        let view = memory.view(&text[10..40], &mut 0).expect("a short string");
        assert_eq!(memory.strings(vec![view]).value(0), &text[10..40]);
    }
}
