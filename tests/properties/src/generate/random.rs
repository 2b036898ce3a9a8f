//! Random choices, the same for the same seed.

pub struct Random(fastrand::Rng);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    pub fn chance(&mut self, percent: u32) -> bool {
        self.0.u32(..100) < percent
    }

    pub fn up_to(&mut self, most: usize) -> usize {
        self.0.usize(..=most)
    }

    pub fn between(&mut self, least: i128, most: i128) -> i128 {
        self.0.i128(least..=most)
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.0.usize(..all.len())]
    }

    pub fn maybe<T>(&mut self, percent: u32, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(value(self)) } else { None }
    }

    /// Some of the items, in their order.
    pub fn some<T: Clone>(&mut self, all: &[T], percent: u32) -> Vec<T> {
        all.iter().filter(|_| self.chance(percent)).cloned().collect()
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        self.0.shuffle(all);
    }
}
