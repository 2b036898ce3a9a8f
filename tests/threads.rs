//! Many threads at once: each text is complete, and in a language that a thread has chosen.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "how much was read is a figure to show")]

use std::sync::Barrier;
use std::thread;

use code_registry::{Catalog, Language, catalog, language};

#[macro_use]
mod backups;

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();
const PL: Language = Language::new("pl").unwrap();

const READERS: usize = 8;
const READS: usize = 20_000;
const INSTALLS: usize = 500;

registries!(shared);

use shared::{BackupCode, BackupError};

static POLISH: Catalog<BackupCode> = catalog!(BackupCode, "pl", "tests/tables/catalog.pl.toml");
static ITALIAN: Catalog<BackupCode> = catalog!(BackupCode, "it", "tests/tables/catalog.it.toml");

/// Readers, threads that choose the language of the process, and one that keeps installing catalogues.
#[test]
fn nothing_is_torn() {
    let start = Barrier::new(READERS + 3);
    thread::scope(|threads| {
        for _ in 0..READERS {
            threads.spawn(|| begin(&start, || (0..READS).for_each(|_| read())));
        }
        for chosen in &[EN, IT] {
            threads.spawn(|| begin(&start, || (0..READS).for_each(|_| language::set(*chosen))));
        }
        threads.spawn(|| begin(&start, || (0..INSTALLS).for_each(|_| install())));
    });
    assert_eq!(BackupCode::NoRoom.name(PL), "Brak miejsca");
    assert_eq!(BackupError::Skipped { count: 1 }.localized(IT).to_string(), "saltato un file");
    println!("{} texts read while {} catalogues were installed", 4 * READERS * READS, 2 * INSTALLS);
}

fn begin(start: &Barrier, work: impl FnOnce()) {
    start.wait();
    work();
}

fn install() {
    POLISH.install();
    ITALIAN.install();
}

fn read() {
    let skipped = BackupError::Skipped { count: 1 };
    one_of(BackupCode::NoRoom.name(PL), &["No room", "Brak miejsca"]);
    one_of(&skipped.localized(IT).to_string(), &["un file è stato saltato", "saltato un file"]);
    one_of(
        BackupCode::NoRoom.to_string().as_str(),
        &[BackupCode::NoRoom.description(EN), BackupCode::NoRoom.description(IT)],
    );
    let scoped = language::scope(PL, || BackupCode::NoRoom.to_string());
    one_of(&scoped, &[BackupCode::NoRoom.description(EN), "Na dysku nie ma miejsca."]);
}

fn one_of(said: &str, texts: &[&str]) {
    assert!(texts.contains(&said), "{said:?} is none of {texts:?}");
}
