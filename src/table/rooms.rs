//! Strings that many workers write one behind the other, those of each piece in a room of their own.

use std::slice::IterMut;

use crate::error::Result;
use crate::task::Task;

/// Where one worker writes.
pub(crate) struct Room<'r> {
    /// The bytes of its strings.
    pub(crate) text: &'r mut [u8],
    ends: IterMut<'r, i64>,
    /// How many bytes stand before them.
    before: i64,
}

impl Room<'_> {
    /// Ends the next string before a byte of the room.
    pub(crate) fn end(&mut self, at: usize) {
        *self.ends.next().expect("room for all") = self.before + wide(at);
    }
}

/// The bytes of all strings, and 0 and where each ends, given how many strings and bytes a piece has.
pub(crate) fn written<P: Sync>(
    pieces: &[P],
    sizes: impl Fn(&P) -> (usize, usize) + Sync,
    write: impl Fn(&P, Room<'_>) + Sync,
    task: &Task,
) -> Result<(Vec<i64>, Vec<u8>)> {
    let sizes = task.map(pieces.iter().collect(), |piece: &P| Ok(sizes(piece)))?;
    let n_strings: usize = sizes.iter().map(|(n_strings, _)| n_strings).sum();
    let mut offsets = task.zeroed::<i64>(n_strings + 1)?;
    let mut bytes = task.zeroed::<u8>(sizes.iter().map(|(_, n_bytes)| n_bytes).sum())?;
    let (mut ends, mut text, mut before) = (&mut offsets[1..], bytes.as_mut_slice(), 0);
    let mut work = Vec::with_capacity(pieces.len());
    for (piece, (n_strings, n_bytes)) in pieces.iter().zip(sizes) {
        let promise = "room for all";
        let room = Room {
            text: text.split_off_mut(..n_bytes).expect(promise),
            ends: ends.split_off_mut(..n_strings).expect(promise).iter_mut(),
            before,
        };
        work.push((piece, room));
        before += wide(n_bytes);
    }
    task.map(work, |(piece, room)| {
        write(piece, room);
        Ok(())
    })?;
    Ok((offsets, bytes))
}

fn wide(length: usize) -> i64 {
    i64::try_from(length).expect("memory is below 2^63 bytes")
}
