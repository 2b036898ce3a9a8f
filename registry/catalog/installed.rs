//! The catalogues that are installed: who reads them never waits, and who installs one changes no list that is read.

#[cfg(feature = "std")]
pub use shared::Catalogs;

#[cfg(feature = "std")]
mod shared {
    use std::boxed::Box;

    use crate::catalog::CatalogTexts;
    use crate::sync::{AtomicUsize, Mutex, OnceLock, Ordering, PoisonError};

    /// The catalogues of a registry: a list of lists, of which the last holds. The others stay, since texts that somebody
    /// has asked for are `'static`.
    #[derive(Debug)]
    pub struct Catalogs {
        /// How many lists there are.
        count: AtomicUsize,
        /// From 1: the first chunk has one, each other twice as many as the one before, so that none ever moves.
        lists: OnceLock<Box<[Chunk; usize::BITS as usize]>>,
    }

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
            // Who goes on to look for one asks for the count again.
            self.count.load(Ordering::Relaxed) == 0
        }

        pub(crate) fn newest_first(&self) -> &[&'static CatalogTexts] {
            let count = self.count.load(Ordering::Acquire);
            self.last(count).map_or(&[], |list| list)
        }

        /// Puts a catalogue before the others, and in the place of one of the same file.
        pub(crate) fn install(&self, catalog: &'static CatalogTexts) {
            let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
            let is_same = |old: &&CatalogTexts| (old.file, old.language) == (catalog.file, catalog.language);
            let others = self.newest_first().iter().copied().filter(|old| !is_same(old));
            let list = core::iter::once(catalog).chain(others).collect();
            let count = self.count.load(Ordering::Relaxed) + 1;
            self.add(count, list);
            self.count.store(count, Ordering::Release);
        }

        /// The last of so many lists, which was there before it was counted.
        fn last(&self, count: usize) -> Option<&List> {
            let chunk = count.checked_ilog2()?;
            self.lists.get()?[chunk as usize].get()?[count - (1 << chunk)].get()
        }

        fn add(&self, count: usize, list: List) {
            let chunk = count.ilog2();
            let chunks =
                self.lists.get_or_init(|| Box::new([const { OnceLock::new() }; usize::BITS as usize]));
            let lists = chunks[chunk as usize]
                .get_or_init(|| core::iter::repeat_with(OnceLock::new).take(1 << chunk).collect());
            lists[count - (1 << chunk)].get_or_init(|| list);
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
