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
    /// A list stays, since texts that a caller has are `'static`.
    #[derive(Debug)]
    pub struct Catalogs {
        count: AtomicUsize,
        lists: Lists,
    }

    /// Lists, numbered from 1, in a tree in which a place never moves once it exists. Readers follow references that
    /// are set once, and installing adds a list.
    #[derive(Debug)]
    struct Lists(OnceLock<Box<[Node; WIDTH]>>);

    #[derive(Debug)]
    struct Node {
        list: OnceLock<List>,
        below: Lists,
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
            let count = self.count.load(Ordering::Acquire);
            self.lists.get(count).map_or(&[], |list| list)
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
            let count = self.count.load(Ordering::Relaxed) + 1;
            self.lists.set(count, list);
            self.count.store(count, Ordering::Release);
        }
    }

    impl Lists {
        const fn new() -> Self {
            Self(OnceLock::new())
        }

        fn get(&self, number: usize) -> Option<&List> {
            let place = number.checked_sub(1)?;
            let node = &self.0.get()?[place % WIDTH];
            match place / WIDTH {
                0 => node.list.get(),
                below => node.below.get(below),
            }
        }

        fn set(&self, number: usize, list: List) {
            let nodes = self.0.get_or_init(|| {
                Box::new([const { Node { list: OnceLock::new(), below: Lists::new() } }; WIDTH])
            });
            let place = number - 1;
            let node = &nodes[place % WIDTH];
            match place / WIDTH {
                0 => {
                    node.list.get_or_init(|| list);
                }
                below => node.below.set(below, list),
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
