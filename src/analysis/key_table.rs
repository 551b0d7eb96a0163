//! Key table: counts of keys with linear probing, small enough for a core's cache.

use std::cmp::Reverse;

use super::entries::Entry;

/// How often and in how many documents a key occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row<E> {
    pub(super) key: E,
    pub(super) frequency: u32,
    pub(super) documents: u32,
}

#[derive(Clone, Copy, Default)]
struct Slot<E> {
    key: E,
    /// 0 in a free slot.
    frequency: u32,
    documents: u32,
    /// The last document that the key was seen in, from 1.
    seen: u32,
}

/// A table of keys with linear probing, used again for every partition.
pub(super) struct KeyTable<E> {
    slots: Vec<Slot<E>>,
    used: usize,
    shift: u32,
}

impl<E> Default for KeyTable<E> {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            used: 0,
            shift: 0,
        }
    }
}

impl<E: Entry> KeyTable<E> {
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
        let place = self.place(key);
        let slot = &mut self.slots[place];
        let new = slot.frequency == 0;
        slot.key = key;
        slot.frequency += 1;
        slot.documents += u32::from(slot.seen != document);
        slot.seen = document;
        self.used += usize::from(new);
        if self.used > self.slots.len() / 4 * 3 {
            self.grow();
        }
    }

    /// Where a key is, or would be.
    #[inline]
    fn place(&self, key: E) -> usize {
        let mut place = usize::try_from(key.mixed() >> self.shift).expect("64 bits");
        loop {
            let slot = &self.slots[place];
            if slot.key == key || slot.frequency == 0 {
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
        for slot in full.into_iter().filter(|slot| slot.frequency > 0) {
            let place = self.place(slot.key);
            self.slots[place] = slot;
        }
        self.used = used;
    }

    /// The rows of keys that occur so often, by frequency descending, then by key; replaces what is in
    /// `once`.
    pub(super) fn rows(&self, min_frequency: u64, once: &mut Vec<E>) -> Vec<Row<E>> {
        let least = min_frequency.max(2);
        let frequent = |slot: &&Slot<E>| u64::from(slot.frequency) >= least;
        let row = |slot: &Slot<E>| Row {
            key: slot.key,
            frequency: slot.frequency,
            documents: slot.documents,
        };
        let mut rows: Vec<Row<E>> = self.slots.iter().filter(frequent).map(row).collect();
        rows.sort_unstable_by_key(|row| (Reverse(row.frequency), row.key));
        once.clear();
        if min_frequency < 2 {
            // Most keys, as a rule: sorted as plain numbers.
            let met_once = self.slots.iter().filter(|slot| slot.frequency == 1);
            once.extend(met_once.map(|slot| slot.key));
            once.sort_unstable();
            rows.reserve_exact(once.len());
            rows.extend(once.iter().map(|key| Row {
                key: *key,
                frequency: 1,
                documents: 1,
            }));
        }
        rows
    }
}
