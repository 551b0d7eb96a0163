//! Scratch: buffers that workers take and hand back, so that fresh memory is touched but once.

use std::sync::{Mutex, PoisonError};

/// Buffers of one kind; there are never more of them than workers at a time.
pub(super) struct Scratch<T>(Mutex<Vec<T>>);

impl<T> Scratch<T> {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Works with a buffer that is free, or with a new one.
    pub(super) fn with<R>(&self, new: impl FnOnce() -> T, work: impl FnOnce(&mut T) -> R) -> R {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut buffer = free.unwrap_or_else(new);
        let result = work(&mut buffer);
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(buffer);
        result
    }

    /// All buffers, when the work is done.
    pub(super) fn into_all(self) -> Vec<T> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
