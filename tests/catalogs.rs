//! Language files of an application for the registry of a library: what they change, and what they do not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use code_registry::{Argument, Catalog, Code, Coded, Language, catalog};

#[macro_use]
mod backups;

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();
const PL: Language = Language::new("pl").unwrap();
const HE: Language = Language::new("he").unwrap();

registries!(adds corrects stacks negotiates directs chosen);

fn tag(tag: &str) -> Language {
    Language::new(tag).unwrap()
}

#[test]
fn a_language_is_added() {
    use adds::{BackupCode, BackupError};
    static POLISH: Catalog<BackupCode> = catalog!(BackupCode, "pl", "tests/tables/catalog.pl.toml");
    let no_room = BackupError::NoRoom { folder: "/srv", bytes: 12 };
    assert_eq!(BackupCode::NoRoom.name(PL), "No room", "it is not installed");
    let before = BackupCode::texts(PL);
    assert_eq!(no_room.localized(PL).to_string(), "/srv needs 12 more bytes");

    POLISH.install();
    assert_eq!(POLISH.language(), PL);
    let code = BackupCode::NoRoom;
    assert_eq!(code.name(PL), "Brak miejsca");
    assert_eq!(code.name(tag("pl-PL")), "Brak miejsca");
    assert_eq!(code.description(PL), "Na dysku nie ma miejsca.");
    assert_eq!(code.help(PL), Some("użyj innego dysku"));
    let texts = BackupCode::texts(PL);
    assert_eq!((texts.language(), texts.name(code)), (PL, "Brak miejsca"));
    assert_eq!(texts.description(code), "Na dysku nie ma miejsca.");
    assert_eq!(texts.help(code), Some("użyj innego dysku"));
    assert!(texts.notes(code).eq(code.notes(PL)));
    assert_eq!(before.name(code), "No room", "it was made before");
    assert_eq!(code.notes(PL).collect::<Vec<_>>(), ["Od 1.0.", "Nie na taśmach."]);
    assert_eq!(code.localized(PL).to_string(), "Na dysku nie ma miejsca.");
    assert_eq!(no_room.localized(PL).to_string(), "brakuje 12 bajtów w /srv");
    assert_eq!(format!("{:#}", no_room.localized(PL)), "B0001 BACKUP_NO_ROOM: brakuje 12 bajtów w /srv");
    assert_eq!(
        BackupCode::Unlisted(code_registry::Unlisted::new(9).unwrap()).name(PL),
        "Wartość spoza tabeli"
    );
    assert_eq!(BackupCode::from(150).name(PL), "Wtyczki");
    assert_eq!(BackupCode::rows().find(|row| row.symbol() == "BACKUP_TAKEN").unwrap().name(PL), "Zajęte");
    assert_eq!(BackupCode::Second.name(PL), "Drugi");

    // With the plural rules of the language, whichever way the arguments are passed.
    for (count, said) in [
        (1, "pominięto jeden plik"),
        (3, "pominięto 3 pliki"),
        (5, "pominięto 5 plików"),
        (22, "pominięto 22 pliki"),
    ] {
        assert_eq!(BackupError::Skipped { count }.localized(PL).to_string(), said);
        assert_eq!(BackupCode::Skipped.format(PL, &[("count", Argument::count(&count))]).to_string(), said);
        assert_eq!(code_registry::language::scope(PL, || BackupError::Skipped { count }.to_string()), said);
    }
    assert_eq!(BackupCode::Skipped.description(PL), "pominięto {count} pliku");

    // Missing texts and all other languages are as before.
    assert_eq!(BackupCode::First.name(PL), "First");
    assert_eq!((code.name(EN), code.name(IT)), ("No room", "Spazio esaurito"));
    assert_eq!((code.help(IT), code.notes(IT).count()), (Some("usare un altro disco"), 2));
    assert_eq!(no_room.localized(IT).to_string(), "a /srv servono altri 12 byte");
    assert_eq!(no_room.to_string(), "/srv needs 12 more bytes");
    assert_eq!(BackupCode::from(9).help(PL), None);
}

#[test]
fn a_sentence_is_corrected() {
    use corrects::{BackupCode, BackupError};
    catalog!(BackupCode, "it", "tests/tables/catalog.it.toml").install();
    assert_eq!(BackupError::Skipped { count: 1 }.localized(IT).to_string(), "saltato un file");
    assert_eq!(BackupError::Skipped { count: 4 }.localized(tag("it-CH")).to_string(), "saltati 4 file");
    assert_eq!(BackupCode::NoRoom.name(IT), "Spazio esaurito");
    assert_eq!(BackupError::Skipped { count: 1 }.localized(EN).to_string(), "one file was skipped");
}

#[test]
fn the_newest_catalogue_says_what_it_has() {
    use stacks::BackupCode;
    let [long, short]: [Catalog<BackupCode>; 2] = [
        catalog!(BackupCode, "en", "tests/tables/catalog.en.toml"),
        catalog!(BackupCode, "en", "tests/tables/catalog.en-short.toml"),
    ];
    long.install();
    let said = |language| BackupCode::Skipped.format(language, &[("count", Argument::count(&1))]).to_string();
    assert_eq!(said(EN), "left out one file");
    assert_eq!(said(tag("ja")), "left out one file", "who is not understood hears the default language");
    assert_eq!(said(IT), "un file è stato saltato");
    short.install();
    assert_eq!(said(EN), "skipped: 1");
    assert_eq!(BackupCode::NoRoom.name(EN), "Disk full");
    long.install();
    assert_eq!(said(EN), "left out one file");
}

#[test]
fn negotiation_knows_the_languages_of_catalogues() {
    use negotiates::BackupCode;
    let of = |header| BackupCode::negotiate(header);
    assert_eq!(of("pl-PL, it;q=0.5"), Some(IT));
    catalog!(BackupCode, "pl", "tests/tables/catalog.pl.toml").install();
    catalog!(BackupCode, "zh-Hant", "tests/tables/catalog.he.toml").install();
    assert_eq!(of("pl-PL, it;q=0.5"), Some(PL));
    assert_eq!(of("en;q=0, it;q=0, zh-Hant;q=0, *"), Some(PL));
    assert_eq!(of("pl;q=0, pl-PL"), None);
    assert_eq!(of("zh-TW"), Some(tag("zh-Hant")), "as CLDR says");
    assert_eq!(BackupCode::first_of(["rm", "pl"]), Some(PL));
}

#[test]
fn an_argument_does_not_turn_around_a_sentence_of_the_other_direction() {
    use directs::{BackupCode, BackupError};
    catalog!(BackupCode, "he", "tests/tables/catalog.he.toml").install();
    let said = BackupError::NoRoom { folder: "/srv", bytes: 12 }.localized(HE).to_string();
    assert_eq!(said, "ל-\u{2068}/srv\u{2069} חסרים \u{2068}12\u{2069}");
}

#[test]
fn generic_code_sees_them() {
    fn name<E: Code>(error: &impl Coded<Code = E>, language: Language) -> &'static str {
        error.code().name(language)
    }
    use chosen::{BackupCode, BackupError};
    const POLISH: Catalog<BackupCode> = catalog!(chosen::BackupCode, "pl", "tests/tables/catalog.pl.toml",);
    POLISH.install();
    assert_eq!(name(&BackupError::NoRoom { folder: "", bytes: 0 }, PL), "Brak miejsca");
    assert_eq!(
        format!("{POLISH:?}"),
        r#"Catalog { language: Language(pl), file: "code-registry/tests/tables/catalog.pl.toml" }"#
    );
}
