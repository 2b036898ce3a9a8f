//! A 64-bit number that threads share, for targets with atomics of 32 bits only.

use crate::sync::{AtomicU32, Ordering};

/// Two slots, of which the lowest bit of `version` selects the current one. Whoever stores writes the other slot and then
/// counts up. Nobody waits: not even an interrupt that arrives in the middle of a store.
#[derive(Debug)]
pub(crate) struct SplitAtomic {
    version: AtomicU32,
    is_stored_to: AtomicU32,
    slots: [[AtomicU32; 2]; 2],
}

impl SplitAtomic {
    pub(crate) const fn new(_zero: u64) -> Self {
        Self {
            version: AtomicU32::new(0),
            is_stored_to: AtomicU32::new(0),
            slots: [[AtomicU32::new(0), AtomicU32::new(0)], [AtomicU32::new(0), AtomicU32::new(0)]],
        }
    }

    /// Stores a number. If another store is in progress, that one counts as the later of the two.
    pub(crate) fn store(&self, number: u64, _: Ordering) {
        if self.is_stored_to.swap(1, Ordering::Acquire) == 1 {
            return;
        }
        let next = self.version.load(Ordering::Relaxed).wrapping_add(1);
        let [high, low] = &self.slots[next as usize & 1];
        // A reader that sees one of these also sees that the version has changed since the slot was current.
        high.store((number >> 32) as u32, Ordering::Release);
        low.store(number as u32, Ordering::Release);
        self.version.store(next, Ordering::Release);
        self.is_stored_to.store(0, Ordering::Release);
    }

    pub(crate) fn load(&self, _: Ordering) -> u64 {
        loop {
            let version = self.version.load(Ordering::Acquire);
            let [high, low] = &self.slots[version as usize & 1];
            let (high, low) = (high.load(Ordering::Acquire), low.load(Ordering::Acquire));
            if self.version.load(Ordering::Relaxed) == version {
                return u64::from(high) << 32 | u64::from(low);
            }
        }
    }
}
