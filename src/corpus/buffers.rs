//! Buffers: memory that serves one shard after the other, one segment after the other.
//!
//! Fresh memory costs time, and what an allocator holds back for later adds to what is in use.

use std::sync::{Mutex, MutexGuard, PoisonError};

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
        let mut free = held(&self.numbers);
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
            held(&self.interners).clear();
        }
        let mut free = held(&self.numbers);
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
            let mut free = held(&self.numbers);
            free.push(buffer);
        }
    }

    /// An interner without words.
    pub(super) fn take_interner(&self) -> Interner {
        let mut free = held(&self.interners);
        let taken = free.pop();
        drop(free);
        taken.unwrap_or_default()
    }

    /// Takes an interner back, without words.
    pub(super) fn put_interner(&self, interner: Interner) {
        if interner.capacity() <= LARGEST / 8 {
            let mut free = held(&self.interners);
            free.push(interner);
        }
    }
}

/// What is free, whatever happened to a thread that held it.
fn held<T>(free: &Mutex<T>) -> MutexGuard<'_, T> {
    free.lock().unwrap_or_else(PoisonError::into_inner)
}
