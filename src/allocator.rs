//! The allocator of the Python extension: mimalloc, with huge pages for large pieces of memory only.
//!
//! Where pages are huge throughout, a corpus takes a quarter more memory, since those of small pieces are
//! not full, and a first build clears all of it. Where none is, questions that go through whole columns wait
//! for the tables of pages.
//!
//! What a question gives back serves the next for a while: memory that the system has to clear anew takes
//! a third of the time of a question that makes large tables.
#![expect(unsafe_code, reason = "an allocator hands out pointers")]

use std::alloc::{GlobalAlloc, Layout};
use std::ffi::{c_int, c_long};
use std::ops::Range;

use libmimalloc_sys::{mi_collect, mi_option_get, mi_option_set_default};
use mimalloc::MiMalloc;

/// From how many bytes on a piece has huge pages: those at its ends are of the common size.
const LARGE: usize = 4 << 20;
/// The size of a huge page.
const HUGE_PAGE: usize = 2 << 20;
/// mimalloc's option for how long free memory is kept, which the bindings have no name for.
const PURGE_DELAY: c_int = 15;
/// The milliseconds that mimalloc has for it by itself.
const PURGED_AFTER: c_long = 1_000;
/// The same here: about as long as somebody takes to read a result and ask again.
const KEPT_FOR: c_long = 60_000;

/// mimalloc, whose large pieces have huge pages.
pub(crate) struct Allocator;

// SAFETY: all memory is that of mimalloc, which keeps the contract; advice changes none of it.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        advised(unsafe { MiMalloc.alloc(layout) }, layout.size())
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        advised(unsafe { MiMalloc.alloc_zeroed(layout) }, layout.size())
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { MiMalloc.dealloc(piece, layout) }
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as the caller promises.
        advised(unsafe { MiMalloc.realloc(piece, layout, size) }, size)
    }
}

/// Lets free memory serve later questions for a minute, unless the environment says how long
/// (`MIMALLOC_PURGE_DELAY`, in milliseconds).
pub(crate) fn keep_for_a_while() {
    // SAFETY: both read and write one number. An option that is not as expected is another one.
    unsafe {
        if mi_option_get(PURGE_DELAY) == PURGED_AFTER {
            mi_option_set_default(PURGE_DELAY, KEPT_FOR);
        }
    }
}

/// Gives free memory back to the system now, not after a while.
pub(crate) fn give_back() {
    // SAFETY: what is free is nobody's.
    unsafe { mi_collect(true) }
}

/// The same piece of memory, for which huge pages were asked where it is large.
fn advised(piece: *mut u8, size: usize) -> *mut u8 {
    if size >= LARGE && !piece.is_null() {
        ask_for_huge(&filled(piece.addr(), size), piece);
    }
    piece
}

/// The huge pages that a piece of memory fills, as addresses.
fn filled(start: usize, size: usize) -> Range<usize> {
    start.next_multiple_of(HUGE_PAGE)..(start + size) / HUGE_PAGE * HUGE_PAGE
}

#[cfg(target_os = "linux")]
fn ask_for_huge(pages: &Range<usize>, piece: *mut u8) {
    let first = piece.with_addr(pages.start).cast();
    // SAFETY: the pages are within the piece, and their bytes stay as they are. Where the system has no
    // huge pages it says so, and they stay small.
    unsafe { libc::madvise(first, pages.len(), libc::MADV_HUGEPAGE) };
}

#[cfg(not(target_os = "linux"))]
fn ask_for_huge(_: &Range<usize>, _: *mut u8) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_memory_is_kept_for_as_long_as_was_said() {
        keep_for_a_while();
        let kept_for = std::env::var("MIMALLOC_PURGE_DELAY").ok();
        let kept_for = kept_for.map_or(KEPT_FOR, |told| told.parse().expect("a number"));
        // SAFETY: as above.
        assert_eq!(unsafe { mi_option_get(PURGE_DELAY) }, kept_for);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn free_memory_is_given_back_when_it_is_asked() {
        // Far more than what other tests take and leave meanwhile.
        const SIZE: usize = 512 << 20;
        let resident = || {
            let pages = std::fs::read_to_string("/proc/self/statm").expect("Linux has it");
            let pages = pages.split(' ').nth(1).expect("pages in memory");
            pages.parse::<usize>().expect("a number") * 4096
        };
        drop(std::hint::black_box(vec![1_u8; SIZE]));
        let kept = resident();
        give_back();
        assert!(resident() + SIZE / 2 < kept, "{kept} before");
    }

    #[test]
    fn huge_pages_lie_within_the_piece_and_are_all_that_do() {
        for start in [0, 1, HUGE_PAGE - 1, HUGE_PAGE, 5 * HUGE_PAGE + 4096] {
            for size in [LARGE, LARGE + 1, LARGE + HUGE_PAGE - 1, 3 * LARGE] {
                let pages = filled(start, size);
                assert!(start <= pages.start && pages.end <= start + size);
                assert!(pages.start - start < HUGE_PAGE && start + size - pages.end < HUGE_PAGE);
                assert_eq!((pages.start % HUGE_PAGE, pages.end % HUGE_PAGE), (0, 0));
            }
        }
    }
}
