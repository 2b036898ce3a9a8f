use std::sync::Arc;

use loom::thread;

use crate::Language;
use crate::catalog::CatalogTexts;
use crate::current::{current, set};
use crate::installed::Catalogs;
use crate::split_atomic::SplitAtomic;
use crate::sync::{Ordering, model, readers};

const DE: Language = Language(0x6564);
const FR: Language = Language(0x7266);

static GERMAN: CatalogTexts = CatalogTexts { file: "de.toml", language: DE };
static GERMAN_AGAIN: CatalogTexts = CatalogTexts { file: "de.toml", language: DE };
static FRENCH: CatalogTexts = CatalogTexts { file: "fr.toml", language: FR };

/// The catalogues that a reader sees, the newest first.
fn seen(catalogs: &Catalogs) -> Vec<*const CatalogTexts> {
    catalogs.newest_first().iter().map(|catalog| std::ptr::from_ref(*catalog)).collect()
}

#[test]
fn two_are_installed_while_another_thread_reads() {
    model(|| {
        let catalogs = Arc::new(Catalogs::new());
        let installing = {
            let catalogs = Arc::clone(&catalogs);
            thread::spawn(move || [&GERMAN, &FRENCH].map(|catalog| catalogs.install(catalog)))
        };

        readers::begin();
        let is_empty = catalogs.is_empty();
        let (first, second) = (seen(&catalogs), seen(&catalogs));
        assert!(is_empty || !first.is_empty(), "a list is complete before it is counted");
        assert!(second.ends_with(&first), "the list only grows at its front: {first:?}, {second:?}");

        installing.join().unwrap();
        assert!(seen(&catalogs).ends_with(&second));
    });
}

#[test]
fn two_threads_install_one_each() {
    model(|| {
        let catalogs = Arc::new(Catalogs::new());
        let installing = {
            let catalogs = Arc::clone(&catalogs);
            thread::spawn(move || catalogs.install(&GERMAN))
        };
        catalogs.install(&FRENCH);
        installing.join().unwrap();
        assert_eq!(seen(&catalogs).len(), 2, "none is lost");
    });
}

#[test]
fn a_catalogue_takes_the_place_of_an_older_one_of_its_file() {
    model(|| {
        let catalogs = Arc::new(Catalogs::new());
        catalogs.install(&GERMAN);
        let installing = {
            let catalogs = Arc::clone(&catalogs);
            thread::spawn(move || catalogs.install(&GERMAN_AGAIN))
        };
        readers::begin();
        assert_eq!(seen(&catalogs).len(), 1, "the old one or the new one, never neither, never both");
        installing.join().unwrap();
        assert_eq!(seen(&catalogs), [std::ptr::from_ref(&GERMAN_AGAIN)]);
    });
}

#[test]
fn the_language_of_the_process_is_whole() {
    model(|| {
        let setting = [DE, FR].map(|language| thread::spawn(move || set(language)));
        readers::begin();
        assert!([None, Some(DE), Some(FR)].contains(&current()));
        setting.into_iter().for_each(|thread| thread.join().unwrap());
        assert!([Some(DE), Some(FR)].contains(&current()), "one of the two was the last");
    });
}

#[test]
fn a_number_of_two_halves_is_never_torn() {
    model(|| {
        let number = Arc::new(SplitAtomic::new(0));
        let storing = {
            let number = Arc::clone(&number);
            thread::spawn(move || {
                for half in [1, 2] {
                    number.store(half << 32 | half, Ordering::Relaxed);
                }
            })
        };

        let seen = number.load(Ordering::Relaxed);
        assert_eq!(seen >> 32, seen & 0xFFFF_FFFF, "both halves are of one store");

        storing.join().unwrap();
        assert_eq!(number.load(Ordering::Relaxed), 2 << 32 | 2);
    });
}
