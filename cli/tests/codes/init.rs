//! `codes init`

use crate::{copies, expect_changed};

#[test]
fn new_tables() {
    let folder = copies("init", &[]);
    expect_changed("init", &folder, "init", &["codes.toml"]);
    expect_changed("init-again", &folder, "init", &[]);
    expect_changed(
        "init-languages",
        &folder,
        "init it.toml --languages it,en,de --repr i32 --language it",
        &["it.toml"],
    );
    expect_changed(
        "init-texts",
        &folder,
        "init texts.toml --languages pt-BR --repr str --title Erros",
        &["texts.toml"],
    );
    expect_changed("init-words", &folder, "init words.toml --repr name", &["words.toml"]);
    expect_changed("init-check", &folder, "check codes.toml it.toml texts.toml words.toml", &[]);
    expect_changed("init-no-type", &folder, "init none.toml --repr u17", &["none.toml"]);
    expect_changed("init-no-language", &folder, "init none.toml --languages en,it!", &["none.toml"]);
    expect_changed("init-language-twice", &folder, "init none.toml --languages en,en", &["none.toml"]);
}
