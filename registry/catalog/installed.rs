//! The catalogues that are installed: who reads them never waits, and who installs one changes no list that is read.

#[cfg(feature = "std")]
pub use shared::Catalogs;

#[cfg(feature = "std")]
mod shared {
    use core::sync::atomic::{AtomicUsize, Ordering};
    use std::boxed::Box;
    use std::sync::{Mutex, OnceLock, PoisonError};

    use crate::catalog::CatalogTexts;

    /// The catalogues of a registry: a list of lists, of which the last holds. The others stay, since texts that somebody
    /// has asked for are `'static`.
    #[derive(Debug)]
    pub struct Catalogs {
        /// How many lists there are.
        count: AtomicUsize,
        lists: OnceLock<Box<[Chunk; usize::BITS as usize]>>,
    }

    /// Twice as many lists as the chunk before: none ever moves.
    type Chunk = OnceLock<Box<[OnceLock<List>]>>;
    /// The newest first.
    type List = Box<[&'static CatalogTexts]>;

    /// Held while a list is made from the last one.
    static INSTALLING: Mutex<()> = Mutex::new(());

    impl Catalogs {
        /// None.
        #[expect(clippy::new_without_default, reason = "it stands in statics alone")]
        pub const fn new() -> Self {
            Self { count: AtomicUsize::new(0), lists: OnceLock::new() }
        }

        /// Whether there is none: all that a lookup costs as long as there is none.
        #[inline(always)]
        pub(crate) fn is_empty(&self) -> bool {
            self.count.load(Ordering::Acquire) == 0
        }

        pub(crate) fn newest_first(&self) -> &[&'static CatalogTexts] {
            let count = self.count.load(Ordering::Acquire);
            count.checked_sub(1).and_then(|last| self.list(last).get()).map_or(&[], |list| list)
        }

        /// Puts a catalogue before the others, and in the place of one of the same file.
        pub(crate) fn install(&self, catalog: &'static CatalogTexts) {
            let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
            let is_same = |old: &&CatalogTexts| (old.file, old.language) == (catalog.file, catalog.language);
            let others = self.newest_first().iter().copied().filter(|old| !is_same(old));
            let list = core::iter::once(catalog).chain(others).collect();
            let count = self.count.load(Ordering::Relaxed);
            self.list(count).get_or_init(|| list);
            self.count.store(count + 1, Ordering::Release);
        }

        /// The place of a list. It is made before the list is counted, so a reader finds it there.
        fn list(&self, index: usize) -> &OnceLock<List> {
            let chunk = (index + 1).ilog2();
            let lists = self.lists.get_or_init(|| Box::new([const { OnceLock::new() }; _]));
            let chunk_lists =
                lists[chunk as usize].get_or_init(|| (0..1 << chunk).map(|_| OnceLock::new()).collect());
            &chunk_lists[index + 1 - (1 << chunk)]
        }
    }
}

/// Without the standard library there are none.
#[cfg(not(feature = "std"))]
#[derive(Debug)]
pub struct Catalogs(());

#[cfg(not(feature = "std"))]
impl Catalogs {
    /// None.
    #[expect(clippy::new_without_default, reason = "it stands in statics alone")]
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
