//! The next build notices a change of a table, of a file that it names, and of a catalogue.

use std::path::Path;

mod cargo;

use cargo::{cargo, scratch, stdout, write};

const MAIN: &str = r#"
    #[code_registry::codes("table/codes.toml")]
    enum Fruit {}

    fn main() {
        let [en, it] = ["en", "it"].map(|tag| code_registry::Language::new(tag).unwrap());
        code_registry::catalog!(Fruit, "it", "i18n/fruits.it.toml").install();
        Fruit::rows().for_each(|row| println!("{} {} {} {}", row.first(), row.symbol(), row.name(en), row.name(it)));
    }
"#;

const TABLE: &str = r#"
    [registry]
    repr = "u8"
    languages = ["en", "it"]

    [language.en]
    file = "en.toml"

    [language.it]
    file = "it.toml"

    [code.1]
    symbol = "PEAR"

    [code.2]
    symbol = "LEMON"
"#;

const ENGLISH: &str = r#"
    [registry]
    title = "Fruits"

    [code.1]
    name = "Pear"

    [code.2]
    name = "Lemon"
"#;

const ITALIAN: &str = r#"
    [registry]
    title = "Frutti"

    [code.1]
    name = "Pera"

    [code.2]
    name = "Limone"
"#;

const CATALOG: &str = r#"
    [code.2]
    name = "Cedro"
"#;

#[test]
fn an_edit_reaches_the_program() {
    let files = [
        ("src/main.rs", MAIN),
        ("table/codes.toml", TABLE),
        ("table/en.toml", ENGLISH),
        ("table/it.toml", ITALIAN),
        ("i18n/fruits.it.toml", CATALOG),
    ];
    let fruits = scratch("rebuild", &files);
    check(&fruits, "1 PEAR Pear Pera\n2 LEMON Lemon Cedro\n");
    write(&fruits, "table/codes.toml", &TABLE.replace("PEAR", "QUINCE"));
    check(&fruits, "1 QUINCE Pear Pera\n2 LEMON Lemon Cedro\n");
    write(&fruits, "table/en.toml", &ENGLISH.replace("Pear", "Quince"));
    check(&fruits, "1 QUINCE Quince Pera\n2 LEMON Lemon Cedro\n");
    write(&fruits, "table/it.toml", &ITALIAN.replace("Pera", "Mela cotogna"));
    check(&fruits, "1 QUINCE Quince Mela cotogna\n2 LEMON Lemon Cedro\n");
    write(&fruits, "i18n/fruits.it.toml", &CATALOG.replace("Cedro", "Limone di Amalfi"));
    check(&fruits, "1 QUINCE Quince Mela cotogna\n2 LEMON Lemon Limone di Amalfi\n");
}

#[track_caller]
fn check(folder: &Path, expected: &str) {
    assert_eq!(stdout(cargo(folder).args(["run", "--quiet"])), expected);
}
