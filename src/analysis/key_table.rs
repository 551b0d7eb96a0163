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
    /// As many as any partition needed, of which the first `n_slots` are in use.
    slots: Vec<Slot<E, C>>,
    n_slots: usize,
    shift: u32,
    /// Where the keys are, in the order in which they came, and room for more.
    taken: Vec<u32>,
    n_taken: usize,
}

impl<E: Entry, C: Count> KeyTable<E, C> {
    /// The most slots that a table has before it is known to need more.
    const FIRST: usize = 1 << 15;

    /// Empties the table, which will take so many entries.
    pub(super) fn clear(&mut self, n_entries: usize) {
        for place in &self.taken[..self.n_taken] {
            self.slots[*place as usize] = Slot::default();
        }
        self.n_taken = 0;
        self.resize(n_entries.clamp(4, Self::FIRST).next_power_of_two());
    }

    /// Gives an empty table so many slots.
    fn resize(&mut self, n_slots: usize) {
        if self.slots.len() < n_slots {
            self.slots.resize(n_slots, Slot::default());
            // One more, which is written for every key that is not new.
            self.taken.resize(most_taken(n_slots) + 2, 0);
        }
        self.n_slots = n_slots;
        self.shift = 64 - n_slots.ilog2();
    }

    /// Counts keys, each in a document.
    #[inline]
    pub(super) fn add(&mut self, keys: impl Iterator<Item = (E, u32)>) {
        let once = C::from(true);
        self.add_times(keys.map(|(key, document)| (key, once, document)));
    }

    /// Counts keys that occur so often, each in a document.
    #[inline]
    pub(super) fn add_times(&mut self, mut keys: impl Iterator<Item = (E, C, u32)>) {
        while self.fill(&mut keys) {
            self.grow();
        }
    }

    /// Counts keys until there is too little room, and says whether that is so.
    #[inline]
    fn fill(&mut self, keys: &mut impl Iterator<Item = (E, C, u32)>) -> bool {
        let slots = &mut self.slots[..self.n_slots];
        let taken = &mut self.taken[..];
        let (most, mut n_taken) = (most_taken(slots.len()), self.n_taken);
        while n_taken <= most {
            let Some((key, times, document)) = keys.next() else {
                self.n_taken = n_taken;
                return false;
            };
            let place = place(slots, self.shift, key);
            let slot = &mut slots[place];
            taken[n_taken] = u32::try_from(place).expect("few slots");
            n_taken += usize::from(slot.frequency.into() == 0);
            slot.key = key;
            slot.frequency = slot.frequency + times;
            slot.documents = slot.documents + C::from(slot.seen != document);
            slot.seen = document;
        }
        self.n_taken = n_taken;
        true
    }

    /// How often a key occurs.
    pub(super) fn frequency(&self, key: E) -> u32 {
        let slots = &self.slots[..self.n_slots];
        slots[place(slots, self.shift, key)].frequency.into()
    }

    /// Doubles the slots. By itself, or the compiler may find `fill` too long for the loops that call it.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let n_taken = self.n_taken;
        let taken = self.taken[..n_taken].iter();
        let full: Vec<Slot<E, C>> = taken.map(|place| self.slots[*place as usize]).collect();
        let n_slots = self.n_slots * 2;
        self.clear(0);
        self.resize(n_slots);
        for (number, slot) in full.into_iter().enumerate() {
            let place = place(&self.slots[..n_slots], self.shift, slot.key);
            self.slots[place] = slot;
            self.taken[number] = u32::try_from(place).expect("few slots");
        }
        self.n_taken = n_taken;
    }

    /// The row of each key.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<E>> {
        self.taken[..self.n_taken].iter().map(|place| {
            let slot = &self.slots[*place as usize];
            Row {
                key: slot.key,
                frequency: slot.frequency.into(),
                documents: slot.documents.into(),
            }
        })
    }

    pub(super) fn n_keys(&self) -> usize {
        self.n_taken
    }
}

/// So many keys, and one more, are in a table of so many slots before it grows.
fn most_taken(n_slots: usize) -> usize {
    n_slots / 4 * 3
}

/// Where a key is, or would be.
#[inline]
fn place<E: Entry, C: Count>(slots: &[Slot<E, C>], shift: u32, key: E) -> usize {
    let mut place = usize::try_from(key.mixed() >> shift).expect("64 bits");
    loop {
        let slot = &slots[place];
        let frequency: u32 = slot.frequency.into();
        // Whether a key is new, no processor foresees: so there is one branch for known and new ones, which the
        // compiler makes two of where it sees two conditions.
        if slot.key.apart(key).min(frequency.into()) == 0 {
            return place;
        }
        place = (place + 1) & (slots.len() - 1);
    }
}
