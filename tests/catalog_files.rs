//! Catalogues that are read at run time, as a translator works.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::error::Error as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{env, fs, io, thread};

use code_registry::{Catalog, Language};

#[macro_use]
mod backups;
mod cargo;

const EN: Language = Language::new("en").unwrap();
const PL: Language = Language::new("pl").unwrap();
const DE: Language = Language::new("de").unwrap();

registries!(loads warns refuses unreadable empty replaces shared);

#[test]
fn a_file_says_the_same_as_when_it_is_compiled() {
    use loads::{BackupCode, BackupError};
    let polish = Catalog::<BackupCode>::load(PL, "tests/tables/catalog.pl.toml").unwrap();
    assert_eq!(BackupCode::NoRoom.name(PL), "No room", "it is not installed");
    polish.install();
    assert_eq!(BackupCode::NoRoom.name(PL), "Brak miejsca");
    assert_eq!(BackupCode::NoRoom.help(PL), Some("użyj innego dysku"));
    assert_eq!(BackupCode::NoRoom.notes(PL).collect::<Vec<_>>(), ["Od 1.0.", "Nie na taśmach."]);
    assert_eq!(
        BackupError::NoRoom { folder: "/srv", bytes: 12 }.localized(PL).to_string(),
        "brakuje 12 bajtów w /srv"
    );
    assert_eq!(BackupError::Skipped { count: 3 }.localized(PL).to_string(), "pominięto 3 pliki");
    assert_eq!(BackupError::Skipped { count: 5 }.localized(PL).to_string(), "pominięto 5 plików");
    assert_eq!(BackupCode::from(9).name(PL), "Wartość spoza tabeli");
    assert_eq!(BackupCode::from(150).name(PL), "Wtyczki");
    assert_eq!(BackupCode::First.name(PL), "First");
    assert_eq!(BackupCode::NoRoom.name(EN), "No room");
}

#[test]
fn a_file_that_is_refused_changes_nothing_and_says_why() {
    use refuses::BackupCode;
    let refused = Catalog::<BackupCode>::load(DE, "tests/tables/catalog.mistakes.toml").unwrap_err();
    cargo::check_file("tests/fixtures/catalog-mistakes.txt", &format!("{refused}\n"));
    assert_eq!(
        format!("{refused:?}"),
        refused.to_string(),
        "a `main` that returns it prints what people can read"
    );
    assert_eq!(BackupCode::from(150).name(DE), "Of a plug-in");
    assert_eq!(Language::first_of::<BackupCode>(["de"]), None);

    let long = format!("[code.1]\nname = \"{}\"", "x".repeat(0x1_0000));
    let long = Catalog::<BackupCode>::read(DE, "long.toml", &long).unwrap_err();
    let begins = "long.toml:2:8: error[text-too-long]: the text has 65536 bytes, more than 65535\n";
    assert!(long.to_string().starts_with(begins), "{long}");
    let stored = format!("[code.1]\nmessage = \"{{folder}}{}\"", "x".repeat(65_520));
    let stored = Catalog::<BackupCode>::read(DE, "stored.toml", &stored).unwrap_err();
    let says = "stored.toml: 66306 bytes are too many for one text: at most 65535";
    assert_eq!(stored.to_string(), says, "what shows it takes room too");
    assert_eq!(BackupCode::NoRoom.name(DE), "No room");
    assert_eq!(Language::first_of::<BackupCode>(["de"]), None);
}

#[test]
fn a_file_that_says_nothing_is_refused() {
    use empty::BackupCode;
    let german = Catalog::<BackupCode>::read(DE, "de.toml", "[code.1]\nname = \"Kein Platz\"").unwrap();
    german.install();
    for text in ["", "\u{feff}", "# Nothing yet.", "[code.1]", "[registry]\ntitle = \"Sicherungen\""] {
        let refused = Catalog::<BackupCode>::read(DE, "de.toml", text).unwrap_err();
        assert_eq!(refused.to_string(), "no row has a text in `de.toml`", "{text:?}");
    }
    assert_eq!(BackupCode::NoRoom.name(DE), "Kein Platz");
}

#[test]
fn warnings_of_a_file_can_be_seen() {
    use warns::{BackupCode, BackupError};
    let text = "[code.2]\nmessage = { plural = \"count\", one = \"plik\", other = \"{count} pliku\" }";
    let polish = Catalog::<BackupCode>::read(PL, "pl.toml", text).unwrap();
    let warnings: Vec<_> = polish.warnings().collect();
    cargo::check_file("tests/fixtures/catalog-warnings.txt", &format!("{}\n", warnings.join("\n\n")));
    polish.install();
    assert_eq!(BackupError::Skipped { count: 5 }.localized(PL).to_string(), "5 pliku", "it is of use anyway");
    let whole = Catalog::<BackupCode>::load(PL, "tests/tables/catalog.pl.toml").unwrap();
    assert_eq!(whole.warnings().count(), 0);
}

#[test]
fn what_is_no_text_is_no_catalogue() {
    use unreadable::BackupCode;
    let folder = cargo::temporary("no-text");
    fs::create_dir_all(folder.join("de.toml")).unwrap();
    fs::write(folder.join("latin-1.toml"), b"[code.1]\nname = \"Platz f\xfcr nichts\"").unwrap();
    let refused = |path: &Path| {
        let refused = Catalog::<BackupCode>::load(DE, path).unwrap_err();
        assert_eq!(refused.to_string(), format!("cannot read `{}`", path.display()));
        assert_eq!(format!("{refused:?}"), format!("{refused}: {}", refused.source().unwrap()));
        refused.source().unwrap().downcast_ref::<io::Error>().unwrap().kind()
    };
    assert_eq!(refused(&folder.join("none.toml")), io::ErrorKind::NotFound);
    assert_eq!(refused(&folder.join("latin-1.toml")), io::ErrorKind::InvalidData);
    assert_ne!(refused(&folder.join("de.toml")), io::ErrorKind::NotFound, "a folder");
    assert_eq!(BackupCode::NoRoom.name(DE), "No room");
    assert_eq!(Language::first_of::<BackupCode>(["de"]), None);
}

#[cfg(unix)]
#[test]
fn a_file_without_an_end_is_too_large() {
    use unreadable::BackupCode;
    let refused = Catalog::<BackupCode>::load(DE, "/dev/zero").unwrap_err();
    assert!(refused.to_string().contains("error[too-large]"), "{refused}");
}

#[test]
fn a_file_that_is_loaded_again_replaces_what_it_said() {
    use replaces::BackupCode;
    let file = env::temp_dir().join(format!("code-registry-{}.toml", std::process::id()));
    let load = |text| {
        fs::write(&file, text).unwrap();
        Catalog::<BackupCode>::load(DE, &file).map(|catalog| catalog.install())
    };
    load("[code.1]\nname = \"Kein Platz\"\nhelp = \"eine andere Platte\"").unwrap();
    assert_eq!(BackupCode::NoRoom.name(DE), "Kein Platz");
    load("[code.1]\nname = \"Voll\"").unwrap();
    assert_eq!(BackupCode::NoRoom.name(DE), "Voll");
    assert_eq!(BackupCode::NoRoom.help(DE), Some("use another disk"), "the file says nothing of it any more");
    load("[code.1]\nname = \"Leer\"\n[code.3]").unwrap_err();
    assert_eq!(BackupCode::NoRoom.name(DE), "Voll");
    fs::remove_file(file).unwrap();
}

/// Each text is of one file, as a whole, while another thread installs the next.
#[test]
fn who_reads_sees_one_catalogue_or_the_next() {
    use shared::{BackupCode, BackupError};
    const MOST: usize = 1_000;
    let done = AtomicBool::new(false);
    let read = || {
        let (mut last, mut count) = (0, 0);
        while !done.load(Ordering::Relaxed) || count == 0 {
            let said = BackupError::NoRoom { folder: "/srv", bytes: 1 }.localized(DE).to_string();
            if let Some(said) = said.strip_prefix("/srv: ") {
                let numbers: Vec<usize> = said.split(' ').map(|number| number.parse().unwrap()).collect();
                assert_eq!(numbers, [numbers[0]; 50], "a text is of one catalogue");
                assert!(numbers[0] >= last, "and never of an older one than before");
                (last, count) = (numbers[0], count + 1);
            }
            assert!(BackupCode::NoRoom.name(DE).starts_with(['N', 'n']));
        }
        count
    };
    thread::scope(|scope| {
        let readers = [0; 4].map(|_| scope.spawn(read));
        for number in 1..=MOST {
            let message = vec![number.to_string(); 50].join(" ");
            let text = format!("[code.1]\nname = \"n{number}\"\nmessage = \"{{folder}}: {message}\"");
            Catalog::<BackupCode>::read(DE, "de.toml", &text).unwrap().install();
        }
        done.store(true, Ordering::Relaxed);
        assert!(readers.into_iter().all(|reader| reader.join().unwrap() > 0));
    });
    assert_eq!(BackupCode::NoRoom.name(DE), format!("n{MOST}"));
}
