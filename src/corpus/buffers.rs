//! Buffers: memory that serves one shard after the other, one segment after the other.
//!
//! Fresh memory costs time, and what an allocator holds back for later adds to what is in use.

use std::sync::{Mutex, PoisonError};

use super::intern::Interner;

/// A buffer that is kept has room for at most so many numbers; one huge document must not hold on to
/// memory until the end.
const LARGEST: usize = 1 << 20;

/// Numbers of tokens, which are positions later, and words of workers.
#[derive(Default)]
pub(super) struct Buffers {
    numbers: Mutex<Vec<Vec<u32>>>,
    interners: Mutex<Vec<Interner>>,
}

impl Buffers {
    /// An empty buffer with room for so many numbers.
    pub(super) fn take(&self, room: usize) -> Vec<u32> {
        let mut free = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = free.iter().rposition(|buffer| buffer.capacity() >= room) {
            return free.swap_remove(place);
        }
        // One that is too small for this gives way.
        drop(free.pop());
        Vec::with_capacity(room)
    }

    /// Lets go of what is not needed for so many numbers, and of the words of workers where there are none.
    pub(super) fn trim(&self, numbers: usize) {
        if numbers == 0 {
            let mut free = self
                .interners
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            free.clear();
        }
        let mut free = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = 0;
        free.retain(|buffer| {
            kept += buffer.capacity();
            kept <= numbers
        });
    }

    /// Takes a buffer back.
    pub(super) fn put(&self, mut buffer: Vec<u32>) {
        if buffer.capacity() <= LARGEST {
            buffer.clear();
            let mut free = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
            free.push(buffer);
        }
    }

    /// An interner without words.
    pub(super) fn take_interner(&self) -> Interner {
        let mut free = self
            .interners
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let taken = free.pop();
        drop(free);
        taken.unwrap_or_default()
    }

    /// Takes an interner back, without words.
    pub(super) fn put_interner(&self, interner: Interner) {
        if interner.capacity() <= LARGEST / 8 {
            let mut free = self
                .interners
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            free.push(interner);
        }
    }
}
