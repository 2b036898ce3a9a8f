//! `codes migrate`

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::expect_changed;
use crate::files::refused;

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/migrate");

/// What becomes of the sources that a test of the library compiles.
const MIGRATED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/thiserror/migrated");

/// A package with errors of thiserror.
fn package(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"load-store\"\n").unwrap();
    fs::write(folder.join("src/lib.rs"), "mod clash;\nmod error;\n").unwrap();
    for file in ["error.rs", "clash.rs"] {
        fs::copy(Path::new(SOURCES).join(file), folder.join("src").join(file)).unwrap();
    }
    folder
}

/// Forms become attributes. A type with a width in an argument, and one with a method `code`, are left as they are.
#[test]
fn a_package_without_a_registry() {
    let folder = package("migrate");
    expect_changed(
        "migrate-dry-run",
        &folder,
        "migrate src/clash.rs --dry-run",
        &["src/clash.rs", "codes.toml"],
    );
    let files = ["src/error.rs", "src/lib.rs", "codes.toml"];
    expect_changed("migrate", &folder, "migrate src/error.rs", &files);
    // If another type has the symbol, the second choice is used.
    expect_changed(
        "migrate-again",
        &folder,
        "migrate src --prefix ST_ --start 100",
        &["src/clash.rs", "codes.toml"],
    );
    expect_changed("migrate-clash", &folder, "migrate src", &["src/clash.rs"]);
}

/// The enum of the package is found, its prefix is added to every symbol, and line endings are kept.
#[test]
fn a_package_with_a_registry() {
    let folder = package("migrate-registry");
    let table = "[registry]\ntitle.en = \"Shop\"\nlanguages = [\"en\"]\nrepr = \"u8\"\nprefix = \"SHOP_\"\n\n\
                 [code.7]\nsymbol = \"SHOP_NOTHING_TO_DO\"\nname.en = \"Nothing\"\n";
    fs::write(folder.join("shop.toml"), table).unwrap();
    fs::create_dir(folder.join("src/codes")).unwrap();
    let registry = "#[code_registry::codes(\"shop.toml\")]\npub enum ShopCode {}\n";
    fs::write(folder.join("src/codes/mod.rs"), registry).unwrap();
    let source = fs::read_to_string(folder.join("src/clash.rs")).unwrap();
    fs::write(folder.join("src/clash.rs"), source.replace('\n', "\r\n")).unwrap();
    expect_changed("migrate-registry", &folder, "migrate src/clash.rs", &["src/clash.rs", "shop.toml"]);
    expect_changed("migrate-no-value", &folder, "migrate src/error.rs --start 256", &[]);
    let full = "[range.7-8]\nsymbol = \"SHOP_RANGE\"\nname.en = \"Range\"\n\n[code.8]\nsymbol = \"SHOP_B\"\nname.en = \"B\"\n";
    fs::write(folder.join("shop.toml"), format!("{table}\n{full}")).unwrap();
    expect_changed("migrate-no-free-value", &folder, "migrate src/error.rs", &[]);
    fs::write(folder.join("src/other.rs"), registry.replace("Shop", "Other")).unwrap();
    expect_changed("migrate-choose", &folder, "migrate src/error.rs", &[]);
}

/// The notices name the texts to translate, and the sources that still use thiserror. Another package inside the folder of the
/// package is not searched.
#[test]
fn what_remains_to_do() {
    let folder = package("migrate-remaining");
    let manifest =
        "[package]\nname = \"load-store\"\n[dependencies]\nthiserror = \"2\"\ncode-registry = \"1\"\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::create_dir_all(folder.join("inner/src")).unwrap();
    fs::write(folder.join("inner/Cargo.toml"), "[package]\nname = \"inner\"\n").unwrap();
    fs::write(folder.join("inner/src/lib.rs"), "use thiserror::Error;\n").unwrap();
    let table = "[registry]\ntitle.en = \"Shop\"\ntitle.it = \"Negozio\"\ntitle.fr = \"Boutique\"\n\
                 languages = [\"en\", \"it\", \"it-CH\", \"fr\", \"de\"]\nrepr = \"u8\"\n\n\
                 [language.fr]\npolicy = \"partial\"\n\n[language.de]\npolicy = \"draft\"\n";
    fs::write(folder.join("shop.toml"), table).unwrap();
    let registry = "// Not thiserror.\n#[code_registry::codes(\"shop.toml\")]\npub enum ShopCode {}\n";
    fs::write(folder.join("src/lib.rs"), registry).unwrap();
    expect_changed("migrate-remaining-some", &folder, "migrate src/../src/error.rs", &["src/error.rs"]);
    fs::write(folder.join("src/error.rs"), "").unwrap();
    expect_changed("migrate-remaining-dry", &folder, "migrate src/clash.rs --dry-run", &[]);
    expect_changed("migrate-remaining-none", &folder, "migrate src/clash.rs", &["shop.toml"]);
}

/// The words of the new rows are written like those of the table.
#[test]
fn a_table_of_words() {
    let folder = package("migrate-words");
    let registry = "#[code_registry::codes(\"words.toml\")]\npub enum WordCode {}\n";
    fs::write(folder.join("src/lib.rs"), registry).unwrap();
    let table = "[registry]\ntitle.en = \"Words\"\nlanguages = [\"en\"]\nrepr = \"name\"\n\n\
                 [code.nothing-to-do]\nsymbol = \"NOTHING\"\nname.en = \"Nothing to do\"\n";
    fs::write(folder.join("words.toml"), table).unwrap();
    expect_changed("migrate-words", &folder, "migrate src/error.rs", &["src/error.rs", "words.toml"]);
    let words = "migrate src/clash.rs --prefix load/ --dry-run";
    expect_changed("migrate-words-prefix", &folder, words, &[]);
    expect_changed("migrate-words-start", &folder, "migrate src/clash.rs --start not-found", &[]);
}

/// Values of a fixed length cannot be made from names; another table can be created.
#[test]
fn a_table_of_texts_is_refused() {
    let folder = package("migrate-texts");
    let registry = "#[code_registry::codes(\"words.toml\")]\npub enum WordCode {}\n";
    fs::write(folder.join("src/lib.rs"), registry).unwrap();
    let table = "[registry]\ntitle.en = \"Words\"\nlanguages = [\"en\"]\nrepr = \"str\"\nlength = 4\n\n\
                 [code.AB01]\nsymbol = \"NOT_FOUND\"\nname.en = \"Not found\"\n";
    fs::write(folder.join("words.toml"), table).unwrap();
    let files = ["src/error.rs", "words.toml"];
    let before = files.map(|file| fs::read_to_string(folder.join(file)).unwrap());
    expect_changed("migrate-texts", &folder, "migrate src/error.rs", &[]);
    let said = refused(&folder, "migrate src/error.rs --start AB01");
    assert!(said.contains("values of a fixed length"), "{said}");
    assert_eq!(files.map(|file| fs::read_to_string(folder.join(file)).unwrap()), before);
    expect_changed("migrate-texts-new", &folder, "migrate src/error.rs --table new.toml", &["src/lib.rs"]);
}

/// An argument gets the name of the method, field or constant that it is about; the message of an enum becomes that of each
/// variant without one; a transparent error of the same registry needs no row. `tests/thiserror/migrated.rs` compares the texts.
#[test]
fn expressions_and_messages_of_enums() {
    let folder = package("migrate-compiled");
    let sources =
        ["names.rs", "shared.rs", "nested/mod.rs", "nested/storage/mod.rs", "nested/storage/disk.rs"];
    fs::create_dir_all(folder.join("src/nested/storage")).unwrap();
    for source in sources {
        fs::copy(Path::new(SOURCES).join(source), folder.join("src").join(source)).unwrap();
    }
    expect_changed("migrate-compiled", &folder, "migrate src/names.rs src/shared.rs src/nested", &[]);
    fs::rename(folder.join("codes.toml"), folder.join("src/codes.toml")).unwrap();
    for file in sources.into_iter().chain(["codes.toml"]) {
        let text = fs::read_to_string(folder.join("src").join(file)).unwrap();
        let path = Path::new(MIGRATED).join(file);
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(text, fs::read_to_string(path).unwrap(), "{file}: UPDATE_EXPECT=1 cargo test");
    }
}

/// An error that has its codes already needs no row, and no translation.
#[test]
fn an_error_with_an_error_that_has_codes() {
    let folder = package("migrate-coded");
    let table = "[registry]\ntitle = { en = \"Shop\", it = \"Negozio\" }\nlanguages = [\"en\", \"it\"]\nrepr = \"u8\"\n\n\
                 [code.1]\nsymbol = \"FULL\"\nname = { en = \"Full\", it = \"Pieno\" }\n";
    fs::write(folder.join("codes.toml"), table).unwrap();
    let library = "mod a;\nmod b;\nmod c;\n#[code_registry::codes(\"codes.toml\")]\npub enum ShopCode {}\n";
    fs::write(folder.join("src/lib.rs"), library).unwrap();
    let coded = "use super::*;\nuse crate::b::*;\n#[derive(Debug, code_registry::Coded)]\n#[coded(ShopCode)]\npub enum Stock { Full }\n";
    fs::write(folder.join("src/a.rs"), coded).unwrap();
    let other = "use crate::a::*;\nuse super::*;\n#[derive(Debug, thiserror::Error)]\npub enum Order {\n    \
                 #[error(transparent)]\n    Stock(#[from] Stock),\n}\n";
    fs::write(folder.join("src/b.rs"), other).unwrap();
    let output = crate::files::run(&folder, "migrate src/b.rs");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!said.contains("translated"), "{said}");
    let source = fs::read_to_string(folder.join("src/b.rs")).unwrap();
    assert!(source.contains("    #[code(transparent)]\n    Stock(#[from] Stock)"), "{source}");
    assert_eq!(fs::read_to_string(folder.join("codes.toml")).unwrap(), table);
}

#[test]
fn what_is_refused() {
    let folder = package("migrate-refused");
    fs::write(folder.join("src/none.rs"), "#[derive(Debug)] struct A;").unwrap();
    fs::write(folder.join("src/bad.rs"), "use thiserror::Error;\nenum {").unwrap();
    expect_changed("migrate-none", &folder, "migrate src/none.rs", &[]);
    expect_changed("migrate-not-rust", &folder, "migrate src/bad.rs", &[]);
    // An expression that Rust does not know, and one that no placeholder uses.
    let source = "#[derive(thiserror::Error)]\npub enum Odd {\n    #[error(\"{}\", .0 as)]\n    A(u8),\n    \
                  #[error(\"{}\", .0, .1)]\n    B(u8, u8),\n    #[error(\"{0}\", name = .0)]\n    C(u8),\n}\n";
    fs::write(folder.join("src/odd.rs"), source).unwrap();
    expect_changed("migrate-odd", &folder, "migrate src/odd.rs", &["src/odd.rs"]);
    expect_changed("migrate-no-file", &folder, "migrate src/missing.rs", &[]);
    fs::remove_file(folder.join("src/lib.rs")).unwrap();
    expect_changed("migrate-no-root", &folder, "migrate src/error.rs", &[]);
}
