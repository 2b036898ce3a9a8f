//! What the compiler says of every mistake: each file of `tests/ui` holds one, and beside it is what is said.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

mod cargo;

use cargo::{ROOT, cargo, refusal, scratch};

#[test]
fn every_mistake_is_explained_where_it_is() {
    if env::var_os("UPDATE_EXPECT").is_some() && env::var_os("TRYBUILD").is_none() {
        return rewrite();
    }
    bring_tables();
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}

/// The variable of this project, as the one of trybuild.
fn rewrite() {
    let this = env::current_exe().expect("a test has a program");
    let status = Command::new(this).arg("every_mistake").env("TRYBUILD", "overwrite").status();
    assert!(status.is_ok_and(|status| status.success()));
}

/// The files of `tests/ui` are compiled in a package that trybuild makes: their tables must be in it.
fn bring_tables() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is in the target directory");
    let package = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    let tables = PathBuf::from("tests/tables");
    fs::create_dir_all(package.join(&tables)).expect("the folder can be made");
    for table in fs::read_dir(Path::new(ROOT).join(&tables)).expect("the tables are there") {
        let table = table.expect("the tables can be listed");
        fs::copy(table.path(), package.join(&tables).join(table.file_name())).expect("a table can be copied");
    }
}

/// The place that was looked at is the machine's: a file beside the mistake could not have it.
#[test]
fn a_missing_table_is_said_to_be_missing_where_it_should_be() {
    let main = "#[code_registry::codes(\"tables/codes.toml\")]\nenum Code {}\nfn main() {}\n";
    let folder = scratch("missing-table", &[("src/main.rs", main)]);
    let said = refusal(cargo(&folder).arg("check"));
    let place = folder.join("tables/codes.toml");
    let expected = format!(
        "error: cannot read `tables/codes.toml`: there is no such file: looked for `{}`\n --> src/main.rs:1:24",
        place.display()
    );
    assert!(said.contains(&expected), "{said}");
}

/// No more of it is read than shows that.
#[test]
fn a_table_that_is_too_large_is_refused() {
    let main = "#[code_registry::codes(\"codes.toml\")]\nenum Code {}\nfn main() {}\n";
    let folder = scratch("large-table", &[("src/main.rs", main), ("codes.toml", "")]);
    for too_much in [1, 1000] {
        let file = fs::File::create(folder.join("codes.toml"));
        file.and_then(|file| file.set_len(33_554_432 + too_much)).expect("it can be so large");
        let said = refusal(cargo(&folder).arg("check"));
        assert!(said.contains("cannot read `codes.toml`: it has more than 33554432 bytes"), "{said}");
    }
}

/// The language is partial, so this is a warning: the crate compiles wherever warnings are not forbidden.
#[test]
fn a_text_that_is_missing_is_a_warning() {
    let main =
        "#[code_registry::codes(\"codes.toml\")]\nenum Code {}\nfn main() {\n    Code::rows().count();\n}\n";
    let table = "[registry]\ntitle.en = \"Fruits\"\ntitle.it = \"Frutti\"\nrepr = \"u8\"\nlanguages = [\"en\", \"it\"]\n\
                 [language.it]\npolicy = \"partial\"\n[code.1]\nsymbol = \"PEAR\"\nname.en = \"Pear\"\n";
    let folder = scratch("missing-text", &[("src/main.rs", main), ("codes.toml", table)]);
    let said = refusal(cargo(&folder).arg("check"));
    for expected in [
        "codes.toml:6:11: warning[partial-language]: `it` lacks 1 text: `name` of `1` (line 10)",
        " --> src/main.rs:1:24",
        "`-D deprecated` implied by `-D warnings`",
    ] {
        assert!(said.contains(expected), "{said}");
    }
}
