//! A piece of work that can be cancelled, watched and spread over threads; the only user of rayon.
//!
//! The pool belongs to one process id. A forked child finds the pool of its parent, whose threads
//! it does not have, and builds its own; rayon's global pool would leave the child hanging.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwapOption;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::error::{Error, Result};

/// The number of threads asked for by [`set_threads`]; 0 stands for one a core.
static THREADS: AtomicUsize = AtomicUsize::new(0);
static POOLS: ArcSwapOption<Vec<Pool>> = ArcSwapOption::const_empty();

/// Zeros that are written as one.
const BLOCK: usize = 64;
/// Blocks that one worker writes at least.
const BLOCKS_AT_ONCE: usize = 1 << 10;

/// A pool of one process, for one number of threads.
#[derive(Clone, Copy)]
struct Pool {
    process: u32,
    threads: usize,
    // Leaked: dropping a parent's pool in a forked child would touch locks that nobody releases.
    leaked: &'static ThreadPool,
}

/// Sets how many threads later work uses. Results do not depend on it.
pub fn set_threads(threads: NonZeroUsize) {
    THREADS.store(threads.get(), Ordering::Relaxed);
}

/// How many threads work uses now.
pub fn threads() -> usize {
    match THREADS.load(Ordering::Relaxed) {
        0 => std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
        threads => threads,
    }
}

/// The pool of this process for the present number of threads, made at its first use and kept.
fn pool() -> Result<&'static ThreadPool> {
    let (process, threads) = (std::process::id(), threads());
    let own = |pool: &&Pool| (pool.process, pool.threads) == (process, threads);
    if let Some(pool) = POOLS.load().iter().flat_map(|pools| pools.iter()).find(own) {
        return Ok(pool.leaked);
    }
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|number| format!("hustings-{number}"))
        .build()
        .map_err(|error| Error::Limit(format!("cannot start {threads} threads: {error}")))?;
    let leaked: &'static ThreadPool = Box::leak(Box::new(pool));
    POOLS.rcu(|pools| {
        let known = pools.iter().flat_map(|pools| pools.iter().copied());
        let mut own: Vec<Pool> = known.filter(|pool| pool.process == process).collect();
        own.push(Pool {
            process,
            threads,
            leaked,
        });
        Some(Arc::new(own))
    });
    Ok(leaked)
}

/// Cancellation and progress of one call, shared between the caller and the workers.
#[derive(Debug, Default)]
pub struct Task {
    cancelled: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
}

impl Task {
    /// A task that nobody has cancelled, with nothing done.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the workers to stop at their next [`check`](Self::check).
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// [`Error::Cancelled`] once [`cancel`](Self::cancel) was called; workers call it every document.
    pub fn check(&self) -> Result<()> {
        if self.cancelled.load(Ordering::Relaxed) {
            Err(Error::Cancelled)
        } else {
            Ok(())
        }
    }

    /// Declares how many units, documents as a rule, there are to do.
    pub fn expect(&self, total: u64) {
        self.total.store(total, Ordering::Relaxed);
    }

    /// Begins to count anew, for the next part of the work.
    pub fn restart(&self) {
        self.done.store(0, Ordering::Relaxed);
    }

    /// Reports units as done.
    pub fn advance(&self, units: u64) {
        self.done.fetch_add(units, Ordering::Relaxed);
    }

    /// Units done and units in all, as last declared.
    pub fn progress(&self) -> (u64, u64) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    /// Both results, each piece of work taking what threads the other leaves idle.
    pub fn both<A: Send, B: Send>(
        &self,
        first: impl FnOnce() -> Result<A> + Send,
        second: impl FnOnce() -> Result<B> + Send,
    ) -> Result<(A, B)> {
        self.check()?;
        let (first, second) = pool()?.install(|| rayon::join(first, second));
        Ok((first?, second?))
    }

    /// Sorts on the pool; items that compare as equal may change places.
    pub fn sort<T: Send, K: Ord>(
        &self,
        items: &mut [T],
        key: impl Fn(&T) -> K + Sync + Send,
    ) -> Result<()> {
        self.check()?;
        pool()?.install(|| items.par_sort_unstable_by_key(key));
        self.check()
    }

    /// Sorts on the pool by a comparison; items that compare as equal may change places.
    pub fn sort_by<T: Send>(
        &self,
        items: &mut [T],
        compare: impl Fn(&T, &T) -> std::cmp::Ordering + Sync + Send,
    ) -> Result<()> {
        self.check()?;
        pool()?.install(|| items.par_sort_unstable_by(compare));
        self.check()
    }

    /// So many zeros, or whatever stands for them, written on the pool: large memory is slow to touch at
    /// first.
    pub fn zeroed<T: Copy + Default + Send + Sync>(&self, length: usize) -> Result<Vec<T>> {
        self.check()?;
        let blocks = rayon::iter::repeat_n([T::default(); BLOCK], length.div_ceil(BLOCK));
        let blocks: Vec<[T; BLOCK]> =
            pool()?.install(|| blocks.with_min_len(BLOCKS_AT_ONCE).collect());
        let mut zeros = blocks.into_flattened();
        zeros.truncate(length);
        Ok(zeros)
    }

    /// Applies `work` to every item on the pool; results come back in the order of the items.
    ///
    /// The error returned is that of the first failing item, whatever the number of threads; items
    /// behind it may be skipped. An item should be about a millisecond of whole documents.
    pub fn map<T: Send, R: Send>(
        &self,
        items: Vec<T>,
        work: impl Fn(T) -> Result<R> + Sync,
    ) -> Result<Vec<R>> {
        self.check()?;
        let failed = AtomicUsize::new(usize::MAX);
        let attempt = |(index, item)| {
            if failed.load(Ordering::Relaxed) < index {
                return Err(Error::Cancelled);
            }
            let result = self.check().and_then(|()| work(item));
            if result.is_err() {
                failed.fetch_min(index, Ordering::Relaxed);
            }
            result
        };
        // Each item is a job of its own: several in one would wait for each other at the end.
        let items = items.into_par_iter().with_max_len(1);
        let results: Vec<Result<R>> = pool()?.install(|| items.enumerate().map(attempt).collect());
        results.into_iter().collect()
    }
}

/// Buffers that workers take and hand back, so that fresh memory is touched but once; there are never
/// more of them than workers at a time.
pub(crate) struct Scratch<T>(Mutex<Vec<T>>);

impl<T> Scratch<T> {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Works with a buffer that is free, or with a new one.
    pub(crate) fn with<R>(&self, new: impl FnOnce() -> T, work: impl FnOnce(&mut T) -> R) -> R {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut buffer = free.unwrap_or_else(new);
        let result = work(&mut buffer);
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(buffer);
        result
    }

    /// All buffers, when the work is done.
    pub(crate) fn into_all(self) -> Vec<T> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_that_of_the_first_failing_item() {
        let task = Task::new();
        let items: Vec<u32> = (0..1000).collect();
        let work = |item: u32| {
            if item % 7 == 6 {
                Err(Error::Parameter(item.to_string()))
            } else {
                Ok(item)
            }
        };
        let error = task.map(items, work).expect_err("item 6 fails");
        assert_eq!(error.to_string(), "6");
    }

    #[test]
    fn zeros_are_as_many_as_asked_for() {
        for length in [0, 1, 63, 64, 65, 1_000_000] {
            let zeros: Vec<u16> = Task::new().zeroed(length).expect("not cancelled");
            assert_eq!(zeros, vec![0; length]);
        }
    }

    #[test]
    fn a_cancelled_task_does_no_work() {
        let task = Task::new();
        task.cancel();
        assert!(matches!(task.map(vec![1, 2, 3], Ok), Err(Error::Cancelled)));
    }
}
