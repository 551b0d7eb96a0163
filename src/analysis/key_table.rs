//! Key table: counts of keys with linear probing, small enough for a core's cache.

use std::ops::Add;

use super::counted::Row;
use super::entries::Entry;

/// A number that counts; the narrower, the more keys a cache holds.
pub(super) trait Count:
    Copy + Default + From<bool> + Into<u32> + Add<Output = Self>
{
}

impl Count for u16 {}
impl Count for u32 {}

#[derive(Clone, Copy, Default)]
struct Slot<E, C> {
    key: E,
    /// The last document that the key was seen in, from 1.
    seen: u32,
    /// 0 in a free slot.
    frequency: C,
    documents: C,
}

/// A table of keys with linear probing, used again for every partition.
#[derive(Default)]
pub(super) struct KeyTable<E, C> {
    slots: Vec<Slot<E, C>>,
    used: usize,
    shift: u32,
}

impl<E: Entry, C: Count> KeyTable<E, C> {
    /// The most slots that a table has before it is known to need more.
    const FIRST: usize = 1 << 15;

    /// Empties the table, which will take so many entries.
    pub(super) fn clear(&mut self, n_entries: usize) {
        let n_slots = n_entries.clamp(4, Self::FIRST).next_power_of_two();
        self.slots.clear();
        self.resize(n_slots);
    }

    fn resize(&mut self, n_slots: usize) {
        self.slots.resize(n_slots, Slot::default());
        self.used = 0;
        self.shift = 64 - n_slots.ilog2();
    }

    #[inline]
    pub(super) fn add(&mut self, key: E, document: u32) {
        self.add_times(key, C::from(true), document);
    }

    /// Adds a key that occurs so often in a document.
    #[inline]
    pub(super) fn add_times(&mut self, key: E, times: C, document: u32) {
        let place = self.place(key);
        let slot = &mut self.slots[place];
        let new = slot.frequency.into() == 0;
        slot.key = key;
        slot.frequency = slot.frequency + times;
        slot.documents = slot.documents + C::from(slot.seen != document);
        slot.seen = document;
        self.used += usize::from(new);
        if self.used > self.slots.len() / 4 * 3 {
            self.grow();
        }
    }

    /// How often a key occurs.
    pub(super) fn frequency(&self, key: E) -> u32 {
        self.slots[self.place(key)].frequency.into()
    }

    /// Where a key is, or would be.
    #[inline]
    fn place(&self, key: E) -> usize {
        let mut place = usize::try_from(key.mixed() >> self.shift).expect("64 bits");
        loop {
            let slot = &self.slots[place];
            if slot.key == key || slot.frequency.into() == 0 {
                return place;
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// Doubles the slots. By itself, or the compiler may find `add` too long for the loops that call it.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let full = std::mem::take(&mut self.slots);
        let used = self.used;
        self.resize(full.len() * 2);
        for slot in full.into_iter().filter(|slot| slot.frequency.into() > 0) {
            let place = self.place(slot.key);
            self.slots[place] = slot;
        }
        self.used = used;
    }

    /// The row of each slot, whose frequency is 0 where it is free.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<E>> {
        self.slots.iter().map(|slot| Row {
            key: slot.key,
            frequency: slot.frequency.into(),
            documents: slot.documents.into(),
        })
    }

    pub(super) fn n_keys(&self) -> usize {
        self.used
    }
}
