//! Catalogues that are read at run time, as a translator works.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::error::Error as _;
use std::ffi::OsStr;
use std::io::{Seek as _, Write as _};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use allocation_counter::measure;

use code_registry::{Catalog, Language};

#[macro_use]
mod backups;
mod cargo;

const EN: Language = Language::new("en").unwrap();
const PL: Language = Language::new("pl").unwrap();
const DE: Language = Language::new("de").unwrap();

registries!(loads warns refuses unreadable rewritten replaced empty replaces reloads shared versions);

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
    assert_eq!(BackupCode::first_of(["de"]), None);

    let long = format!("[code.1]\nname = \"{}\"", "x".repeat(0x1_0000));
    let long = Catalog::<BackupCode>::read(DE, "long.toml", &long).unwrap_err();
    let begins = "long.toml:2:8: error[text-too-long]: the text has 65536 bytes; the limit is 65535\n";
    assert!(long.to_string().starts_with(begins), "{long}");
    let stored = format!("[code.1]\nmessage = \"{{folder}}{}\"", "x".repeat(65_520));
    let stored = Catalog::<BackupCode>::read(DE, "stored.toml", &stored).unwrap_err();
    let says = "stored.toml: 66306 bytes are too many for one text: at most 65535";
    assert_eq!(stored.to_string(), says, "what shows it takes room too");
    assert_eq!(BackupCode::NoRoom.name(DE), "No room");
    assert_eq!(BackupCode::first_of(["de"]), None);
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

/// The name of the file as an error shows it, and the reason.
fn refused(path: &Path) -> (String, io::Error) {
    let error = Catalog::<unreadable::BackupCode>::load(DE, path).unwrap_err();
    let source = error.source().unwrap().downcast_ref::<io::Error>().unwrap();
    assert_eq!(format!("{error:?}"), format!("{error}: {source}"));
    let source = io::Error::new(source.kind(), source.to_string());
    let message = error.to_string();
    let name = message.strip_prefix("cannot read `").and_then(|name| name.strip_suffix('`'));
    assert_eq!(unreadable::BackupCode::NoRoom.name(DE), "No room", "nothing is installed");
    (name.unwrap_or_else(|| panic!("{message}")).to_owned(), source)
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_the_reason() {
    let folder = cargo::temporary("unreadable");
    fs::create_dir_all(folder.join("de.toml")).unwrap();
    fs::write(folder.join("latin-1.toml"), b"[code.1]\nname = \"Platz f\xfcr nichts\"").unwrap();
    for (name, kind, reason) in [
        ("none.toml", io::ErrorKind::NotFound, ""),
        ("latin-1.toml", io::ErrorKind::InvalidData, "line 2 is not UTF-8 from column 16 on"),
        ("de.toml", io::ErrorKind::IsADirectory, "it is a directory; name a file in it"),
    ] {
        let path = folder.join(name);
        let (shown, error) = refused(&path);
        assert_eq!((shown, error.kind()), (path.display().to_string(), kind));
        assert!(error.to_string().starts_with(reason), "{error}");
    }
    assert_eq!(unreadable::BackupCode::first_of(["de"]), None);
}

/// Opening a named pipe that nothing writes to would wait forever.
#[cfg(unix)]
#[test]
fn only_a_regular_file_is_read() {
    let folder = cargo::temporary("irregular");
    fs::create_dir_all(&folder).unwrap();
    let (pipe, link) = (folder.join("pipe.toml"), folder.join("link.toml"));
    let _ = (fs::remove_file(&pipe), fs::remove_file(&link));
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::os::unix::fs::symlink(&pipe, &link).unwrap();
    for path in [&*pipe, &*link, Path::new("/dev/zero"), Path::new("/dev/null")] {
        let (_, error) = refused(path);
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
        assert_eq!(error.to_string(), "it is not a regular file");
    }
    // A symbolic link to a regular file is accepted like the file.
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(fs::canonicalize("tests/tables/catalog.pl.toml").unwrap(), &link).unwrap();
    let _ = Catalog::<unreadable::BackupCode>::load(PL, &link).unwrap();
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let folder = cargo::temporary("too-large");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("de.toml");
    fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    let refused = Catalog::<unreadable::BackupCode>::load(DE, &path).unwrap_err();
    assert!(refused.to_string().contains("error[too-large]"), "{refused}");
    fs::remove_file(path).unwrap();
}

/// A file name cannot change what a terminal shows, and one that is not UTF-8 is not confused with another one.
#[cfg(target_os = "linux")]
#[test]
fn a_file_name_is_escaped_in_errors() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = cargo::temporary("names");
    fs::create_dir_all(&folder).unwrap();
    let names: [(&[u8], &str); 4] = [
        (b"de\x1b[31m\r\n.toml", "de\\u{1b}[31m\\u{d}\\u{a}.toml"),
        ("de\u{202e}lmot.toml".as_bytes(), "de\\u{202e}lmot.toml"),
        (b"de\xff.toml", "de\\xff.toml"),
        (b"de\xc3\xa4\xfe.toml", "de\u{e4}\\xfe.toml"),
    ];
    for (name, shown) in names {
        let path = folder.join(OsStr::from_bytes(name));
        let shown = folder.join(shown).display().to_string();
        let _ = fs::remove_file(&path);
        assert_eq!(refused(&path).0, shown);
        fs::write(&path, "").unwrap();
        let empty = Catalog::<unreadable::BackupCode>::load(DE, &path).unwrap_err();
        assert_eq!(empty.to_string(), format!("no row has a text in `{shown}`"));
        fs::write(&path, "[code.1]\nnane = \"Platz\"").unwrap();
        let wrong = Catalog::<unreadable::BackupCode>::load(DE, &path).unwrap_err();
        assert!(wrong.to_string().starts_with(&format!("{shown}:2:1: error[unknown-key]: ")), "{wrong}");
        fs::write(&path, "[code.1]\nname = \"Kein Platz\"").unwrap();
        let _ = Catalog::<unreadable::BackupCode>::load(DE, &path).unwrap();
        fs::remove_file(path).unwrap();
    }
}

/// Two texts of one version of a file, with comments between them.
fn version(number: usize, comments: usize) -> String {
    let comments = "# A comment.\n".repeat(comments);
    format!("[code.1]\nname = \"v{number:04}\"\n{comments}[code.101]\nname = \"v{number:04}\"\n")
}

/// Runs `change` again and again in another thread until `load` is done.
fn while_changing<T>(mut change: impl FnMut(usize) + Send, load: impl FnOnce() -> T) -> T {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            (0..10_000).cycle().take_while(|_| !done.load(Ordering::Relaxed)).for_each(&mut change);
        });
        // A panic that leaves the scope early would wait for the other thread.
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(load));
        done.store(true, Ordering::Relaxed);
        result.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    use rewritten::BackupCode;
    let folder = cargo::temporary("rewritten");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("de.toml");
    fs::write(&path, version(0, 100_000)).unwrap();
    let mut file = fs::File::options().write(true).open(&path).unwrap();
    let change = |number| {
        file.seek(io::SeekFrom::End(-3)).unwrap();
        write!(file, "{}", number % 10).unwrap();
    };
    let refused = while_changing(change, || {
        let error = (0..200).find_map(|_| Catalog::<BackupCode>::load(DE, &path).err()).unwrap();
        error.source().unwrap().to_string()
    });
    assert_eq!(refused, "it changes while it is read; write a new file next to it and rename that");
    let _ = Catalog::<BackupCode>::load(DE, &path).unwrap();
    fs::remove_file(path).unwrap();
}

#[test]
fn a_file_that_is_replaced_is_always_read_whole() {
    use replaced::BackupCode;
    let folder = cargo::temporary("replaced");
    fs::create_dir_all(&folder).unwrap();
    let (path, new) = (folder.join("de.toml"), folder.join("new.toml"));
    fs::write(&path, version(0, 1_000)).unwrap();
    let change = |number| {
        fs::write(&new, version(number, 1_000)).unwrap();
        fs::rename(&new, &path).unwrap();
    };
    while_changing(change, || {
        for _ in 0..50 {
            Catalog::<BackupCode>::load(DE, &path).unwrap().install();
            let [first, last] = [1, 101].map(|code| BackupCode::from(code).name(DE));
            assert_eq!(first, last, "parts of two versions");
        }
    });
    fs::remove_file(path).unwrap();
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

/// Each installed text stays in memory, since it is `'static`; nothing else grows.
#[test]
fn loading_thousands_of_times_takes_linear_memory_and_constant_look_ups() {
    use reloads::BackupCode;
    let load = |number: usize| {
        let text = format!("[code.1]\nname = \"Platz {number:05}\"");
        Catalog::<BackupCode>::read(DE, "de.toml", &text).unwrap().install();
    };
    let kept = |numbers: std::ops::Range<usize>| measure(|| numbers.for_each(load)).bytes_current;
    let look_up = || {
        let round = || {
            let start = Instant::now();
            assert!(
                (0..1_000).all(|_| std::hint::black_box(BackupCode::NoRoom).name(DE).starts_with("Platz"))
            );
            start.elapsed()
        };
        (0..50).map(|_| round()).min().unwrap_or(Duration::MAX)
    };

    let few = kept(0..20) / 20;
    let look_up_before = look_up();
    let many = kept(20..3_020) / 3_000;
    assert!(many < few * 3 / 2, "{few} bytes for each of few, {many} for each of many");
    assert!(look_up() < look_up_before * 5, "{look_up_before:?} {:?}", look_up());

    let unchanged = measure(|| (0..100).for_each(|_| load(3_019))).bytes_current;
    assert_eq!(unchanged, 0, "the same texts again take no memory");
    assert_eq!(BackupCode::NoRoom.name(DE), "Platz 03019");
}

/// A file of a newer version has rows, texts and arguments that this one lacks; a file of an older version lacks some.
#[test]
fn a_file_of_another_version_is_usable_on_request() {
    use versions::{BackupCode, BackupError};
    let newer = r#"
[code.1]
name = "Kein Platz"
message = "{folder} braucht {bytes} Byte mehr"
note = ["Seit 1.0.", "Nicht auf Bändern.", "Seit 2.0 auch in der Cloud."]
[code.2]
message = "{count} Dateien in {archive} ausgelassen"
help = "neu"
[range.100-199]
name = "Eines Zusatzes"
[code.101]
note = ["Neu."]
[code.7]
name = "Neu"
"#;
    assert!(Catalog::<BackupCode>::read(DE, "de.toml", newer).is_err());
    let catalog = Catalog::<BackupCode>::read_known(DE, "de.toml", newer).unwrap();
    let warnings: Vec<_> = catalog.warnings().map(|warning| warning.lines().next().unwrap()).collect();
    assert_eq!(
        warnings,
        [
            "de.toml:5:44: warning[missing-default-text]: the registry has no such `note` in its default language `en`",
            "de.toml:7:32: warning[unknown-argument]: the message has no argument `archive`",
            "de.toml:8:8: warning[missing-default-text]: the registry has no such `help` in its default language `en`",
            "de.toml:12:9: warning[missing-default-text]: the registry has no such `note` in its default language `en`",
            "de.toml:13:7: warning[unknown-row]: the registry has no row `7`",
        ]
    );
    let missing: Vec<_> = catalog.missing().collect();
    assert_eq!(
        missing,
        [
            "code.1.description",
            "code.1.help",
            "code.2.message",
            "range.100-101.name",
            "code.100.name",
            "code.101.name",
        ]
    );
    catalog.install();
    assert_eq!(BackupCode::NoRoom.name(DE), "Kein Platz");
    assert_eq!(BackupCode::NoRoom.notes(DE).collect::<Vec<_>>(), ["Seit 1.0.", "Nicht auf Bändern."]);
    assert_eq!(BackupCode::Second.notes(DE).count(), 0);
    assert_eq!(BackupCode::Skipped.help(DE), None);
    assert_eq!(BackupError::Skipped { count: 3 }.localized(DE).to_string(), "3 files were skipped");
    let wrong =
        Catalog::<BackupCode>::read_known(DE, "de.toml", "[code.1]\nnane = \"Kein Platz\"").unwrap_err();
    assert!(wrong.to_string().contains("error[unknown-key]"), "{wrong}");
}
