//! The catalogues that are installed. Readers never wait, and installing a catalogue changes no list that is being
//! read.

#[cfg(feature = "std")]
pub use shared::Catalogs;

#[cfg(feature = "std")]
mod shared {
    use std::boxed::Box;

    use crate::catalog::CatalogTexts;
    use crate::sync::{AtomicUsize, Mutex, OnceLock, Ordering, PoisonError};

    /// The catalogues of a registry: every list that was ever installed, of which the last one counts.
    ///
    /// A list stays, since texts that a caller has are `'static`. Lists are numbered from 0 and kept in a tree, in
    /// which a place never moves once it exists: readers follow references that are set once, and installing adds a
    /// list.
    #[derive(Debug)]
    pub struct Catalogs {
        count: AtomicUsize,
        lists: Lists,
    }

    #[derive(Debug)]
    struct Lists {
        list: OnceLock<List>,
        below: OnceLock<Box<[Lists; WIDTH]>>,
    }

    /// The newest catalogue first.
    type List = Box<[&'static CatalogTexts]>;

    /// Three steps lead to each of 4,000 lists, four to each of 70,000.
    const WIDTH: usize = 16;

    /// Held while a list is made from the last one.
    static INSTALLING: Mutex<()> = Mutex::new(());

    impl Catalogs {
        /// No catalogues.
        #[expect(clippy::new_without_default, reason = "it is only used in statics")]
        pub const fn new() -> Self {
            Self { count: AtomicUsize::new(0), lists: Lists::new() }
        }

        /// Whether no catalogue is installed. A look-up costs nothing else until one is.
        #[inline(always)]
        pub(crate) fn is_empty(&self) -> bool {
            // A reader that looks for a catalogue loads the count again.
            self.count.load(Ordering::Relaxed) == 0
        }

        pub(crate) fn newest_first(&self) -> &[&'static CatalogTexts] {
            // The list is complete before it is counted.
            let last = self.count.load(Ordering::Acquire).checked_sub(1);
            last.and_then(|last| self.lists.get(last)).map_or(&[], |list| list)
        }

        /// Puts a catalogue before the others. It replaces one of the same file and language.
        pub(crate) fn install(&self, catalog: &'static CatalogTexts) {
            let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
            if self.newest_first().first().is_some_and(|newest| core::ptr::eq(*newest, catalog)) {
                return;
            }
            let is_same = |old: &&CatalogTexts| (old.file, old.language) == (catalog.file, catalog.language);
            let others = self.newest_first().iter().copied().filter(|old| !is_same(old));
            let list = core::iter::once(catalog).chain(others).collect();
            let count = self.count.load(Ordering::Relaxed);
            self.lists.set(count, list);
            self.count.store(count + 1, Ordering::Release);
        }
    }

    impl Lists {
        const fn new() -> Self {
            Self { list: OnceLock::new(), below: OnceLock::new() }
        }

        fn get(&self, number: usize) -> Option<&List> {
            match number.checked_sub(1) {
                None => self.list.get(),
                Some(rest) => self.below.get()?[rest % WIDTH].get(rest / WIDTH),
            }
        }

        fn set(&self, number: usize, list: List) {
            match number.checked_sub(1) {
                None => {
                    self.list.get_or_init(|| list);
                }
                Some(rest) => {
                    let below = self.below.get_or_init(|| Box::new([const { Self::new() }; WIDTH]));
                    below[rest % WIDTH].set(rest / WIDTH, list);
                }
            }
        }
    }
}

/// Without the standard library no catalogue can be installed.
#[cfg(not(feature = "std"))]
#[derive(Debug)]
pub struct Catalogs(());

#[cfg(not(feature = "std"))]
impl Catalogs {
    /// No catalogues.
    #[expect(clippy::new_without_default, reason = "it is only used in statics")]
    pub const fn new() -> Self {
        Self(())
    }

    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        true
    }

    pub(crate) fn newest_first(&self) -> &[&'static super::CatalogTexts] {
        &[]
    }
}
