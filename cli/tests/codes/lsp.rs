//! `codes lsp`, used as by an editor. Each session is compared with a file of `tests/expected/`.

mod client;

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use serde_json::{Value, json};

use crate::lsp::client::Client;
use crate::{TABLES, compare, copies};

const UTF_16: &str = "utf-16";

/// A folder with a table whose Italian texts are in a file of their own.
fn shop(name: &str) -> PathBuf {
    let folder = copies(name, &[]);
    for file in ["codes.toml", "translations/it.toml", "Cargo.toml", "src/lib.rs", "src/uses.rs"] {
        let to = folder.join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(Path::new(TABLES).join("lsp").join(file), to).unwrap();
    }
    folder
}

#[test]
fn diagnostics_follow_edits() {
    let mut client = Client::start(&shop("lsp-edits"), UTF_16, "en");
    client.open("codes.toml");
    client.show_diagnostics("codes.toml");
    client.change("codes.toml", "symbol = \"NOT_FOUND\"", "symbl = \"NOT_FOUND\"");
    client.show_diagnostics("codes.toml");
    client.change("codes.toml", "symbl", "symbol");
    client.change("codes.toml", "cannot find {path}", "cannot find {path");
    client.show_diagnostics("codes.toml");
    client.change("codes.toml", "find {path", "find {path}");
    client.show_diagnostics("codes.toml");
    // The table is checked against the language file in the editor, not against the one on disk.
    client.open("translations/it.toml");
    client.show_diagnostics("translations/it.toml");
    client.change("translations/it.toml", "impossibile trovare {path}", "impossibile trovare {percorso}");
    client.show_diagnostics("translations/it.toml");
    client.close("translations/it.toml");
    assert_eq!(client.stop(), Some(0));
    compare("lsp-edits", &client.transcript);
}

#[test]
fn diagnostics_are_those_of_a_check() {
    let folder = copies("lsp-check", &["bad.toml", "linted.toml"]);
    let mut client = Client::start(&folder, UTF_16, "en");
    for table in ["bad.toml", "linted.toml"] {
        client.open(table);
        let mut check = crate::codes(&format!("check --format json {table}"));
        let checked: Vec<Value> =
            serde_json::from_slice(&check.current_dir(&folder).output().unwrap().stdout).unwrap();
        let found = client.diagnostics(table);
        let found = found.as_array().unwrap();
        assert_eq!(found.len(), checked.len(), "{table}");
        for (found, checked) in found.iter().zip(&checked) {
            assert_eq!(found["code"], checked["rule"]);
            assert_eq!(
                found["range"]["start"]["line"].as_u64(),
                checked["line"].as_u64().map(|line| line - 1)
            );
            let message = found["message"].as_str().unwrap();
            assert_eq!(message.split('\n').next(), checked["message"].as_str());
        }
    }
}

#[test]
fn messages_are_in_the_language_of_the_editor() {
    let mut client = Client::start(&shop("lsp-italian"), UTF_16, "it");
    client.open("codes.toml");
    client.diagnostics("codes.toml");
    client.change("codes.toml", "symbol = \"NOT_FOUND\"", "symbl = \"NOT_FOUND\"");
    client.show_diagnostics("codes.toml");
    compare("lsp-italian", &client.transcript);
}

/// The same edits around characters of one to four bytes, in each encoding.
#[test]
fn columns_are_bytes_units_or_characters() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let folder = shop(&format!("lsp-{encoding}"));
        let mut client = Client::start(&folder, encoding, "en");
        client.open("codes.toml");
        client.diagnostics("codes.toml");
        client.change("codes.toml", "cannot find {path}", "«é» 𝄞 cannot {find} 𝄞 {path}");
        client.change("codes.toml", "𝄞 {path}", "é {path}\"\nnam.en = \"𝄞");
        client.show_diagnostics("codes.toml");
        client.change("codes.toml", "nam.en = \"𝄞", "help.en = \"𝄞");
        client.change("codes.toml", "cannot {find} é", "x");
        client.show_diagnostics("codes.toml");
        compare(&format!("lsp-{encoding}"), &client.transcript);
    }
}

#[test]
fn files_come_and_go() {
    let folder = shop("lsp-files");
    let mut client = Client::start(&folder, UTF_16, "en");
    client.open("codes.toml");
    assert_eq!(client.diagnostics("codes.toml"), json!([]));
    // Deleted on disk.
    let italian = fs::read_to_string(folder.join("translations/it.toml")).unwrap();
    fs::remove_file(folder.join("translations/it.toml")).unwrap();
    let changed = json!({ "changes": [{ "uri": client.uri("translations/it.toml"), "type": 3 }] });
    client.notify("workspace/didChangeWatchedFiles", &changed);
    client.show_diagnostics("codes.toml");
    // Opened, but not saved.
    client.open_text("translations/it.toml", &italian);
    client.show_diagnostics("codes.toml");
    client.close("translations/it.toml");
    client.show_diagnostics("codes.toml");
    client.close("codes.toml");
    assert_eq!(client.stop(), Some(0));
    compare("lsp-files", &client.transcript);
}

/// Diagnostics of an older text never have the version of a newer one.
#[test]
fn diagnostics_have_the_version_that_was_read() {
    let folder = shop("lsp-versions");
    let mut client = Client::start(&folder, UTF_16, "en");
    let text = fs::read_to_string(folder.join("codes.toml")).unwrap();
    // A table that takes longer to read than the pause between the edits.
    let row = |value: usize| format!("\n[code.{value}]\nsymbol = \"A{value}\"\nname.en = \"A\"\n");
    let rows: String = (10_000..12_000).map(row).collect();
    client.open_text("codes.toml", &(text + &rows));
    let has_error =
        |found: &Value| found.as_array().unwrap().iter().any(|found| found["code"] == "unknown-key");
    assert!(!has_error(&client.diagnostics("codes.toml")));
    for _ in 0..3 {
        client.change("codes.toml", "symbol = \"NOT_FOUND\"", "symbl = \"NOT_FOUND\"");
        std::thread::sleep(std::time::Duration::from_millis(60));
        client.change("codes.toml", "symbl = \"NOT_FOUND\"", "symbol = \"NOT_FOUND\"");
        assert!(!has_error(&client.diagnostics("codes.toml")));
    }
}

/// A command that was killed left files that do not belong together.
#[test]
fn an_interrupted_change_is_shown() {
    let folder = shop("lsp-interrupted");
    fs::write(folder.join(".codes-commit"), "end\n").unwrap();
    let mut client = Client::start(&folder, UTF_16, "en");
    client.open("codes.toml");
    let found = client.diagnostics("codes.toml");
    let message = found[0]["message"].as_str().unwrap();
    assert!(message.contains("interrupted") && message.contains("codes fmt"), "{message}");
    assert!(crate::codes("fmt codes.toml").current_dir(&folder).status().unwrap().success());
    client.notify(
        "workspace/didChangeWatchedFiles",
        &json!({ "changes": [{ "uri": client.uri("codes.toml"), "type": 2 }] }),
    );
    assert_eq!(client.diagnostics("codes.toml"), json!([]));
}

#[test]
fn formatting_keeps_what_a_table_means() {
    let mut client = Client::start(&shop("lsp-format"), UTF_16, "en");
    client.open("codes.toml");
    client.open("translations/it.toml");
    client.diagnostics("codes.toml");
    client.show("textDocument/formatting", "codes.toml", "", &Value::Null);
    client.change("codes.toml", "symbol = \"NOT_FOUND\"", "symbol='NOT_FOUND'");
    client.change("translations/it.toml", "name = \"Non trovato\"", "name   =   \"Non trovato\"");
    client.show("textDocument/formatting", "codes.toml", "", &Value::Null);
    client.show("textDocument/formatting", "translations/it.toml", "", &Value::Null);
    client.change("codes.toml", "symbol='NOT_FOUND'", "symbol='NOT_FOUND");
    client.show("textDocument/formatting", "codes.toml", "", &Value::Null);
    compare("lsp-format", &client.transcript);
}

#[test]
fn completion_offers_what_a_place_can_hold() {
    let mut client = Client::start(&shop("lsp-completion"), UTF_16, "en");
    client.open("codes.toml");
    client.open("translations/it.toml");
    client.diagnostics("codes.toml");
    client.diagnostics("translations/it.toml");
    let labels = |client: &mut Client, file: &str, old: &str, marked: &str| {
        let params = client.change_at(file, old, marked);
        let found = client.ask("textDocument/completion", &params);
        let shown = |item: &Value| {
            let detail = item["detail"].as_str().map(|detail| format!(" ({detail})")).unwrap_or_default();
            format!("{}{detail}", item["textEdit"]["newText"].as_str().unwrap())
        };
        let found: Vec<String> = found.as_array().unwrap_or(&Vec::new()).iter().map(shown).collect();
        client.record("completion", &json!(found));
        client.reset(file);
    };
    for (old, marked) in [
        ("# The file", "sta|\n# The file"),
        ("[code.2001]", "[c|]"),
        ("[language.it]", "[language.|]"),
        ("name.en = \"Not found\"", "name.|"),
        ("name.en = \"Not found\"", "status = \"dep|\""),
        ("name.en = \"Not found\"", "status = |"),
        ("retry = true", "retry = |"),
        ("cannot find {path}", "cannot find {|"),
        ("one = \"one file in {folder}\",", "|"),
        ("plural = \"count\"", "plural = |"),
        ("\"u16\"", "\"u16\"\nse|"),
        ("file = \"translations/it.toml\"", "file = \"translations/it.toml\"\npolicy = |"),
        ("[property.retry]", "[lint]\nunt|\n[property.retry]"),
        ("[property.retry]", "[part.kind]\nna|\n[property.retry]"),
    ] {
        labels(&mut client, "codes.toml", old, marked);
    }
    for (old, marked) in [
        ("name = \"Non trovato\"", "|"),
        ("other = \"{count} file in {folder}\"", "| , other = \"x\""),
        ("impossibile trovare {path}", "impossibile trovare {|"),
    ] {
        labels(&mut client, "translations/it.toml", old, marked);
    }
    compare("lsp-completion", &client.transcript);
}

/// The names of a part are those of an enum.
#[test]
fn completion_offers_the_names_of_parts() {
    let folder = shop("lsp-part-names");
    let shop = fs::read_to_string(folder.join("codes.toml")).unwrap();
    let part = "[part]\nkind = { bits = \"0-3\", names = \"kind_name\" }\n\n[enum.kind_name]\nvalues = { a = 0 }\n\n";
    let table = shop.replacen("[property.retry]", &format!("{part}[property.retry]"), 1);
    fs::write(folder.join("codes.toml"), table).unwrap();
    let mut client = Client::start(&folder, UTF_16, "en");
    client.open("codes.toml");
    client.diagnostics("codes.toml");
    let params = client.change_at("codes.toml", "names = \"kind_name\"", "names = |");
    let found = client.ask("textDocument/completion", &params);
    assert_eq!(found[0]["textEdit"]["newText"], "\"kind_name\"", "{found}");
}

#[test]
fn hover_explains() {
    let mut client = Client::start(&shop("lsp-hover"), UTF_16, "en");
    client.open("codes.toml");
    client.open("translations/it.toml");
    client.diagnostics("codes.toml");
    client.diagnostics("translations/it.toml");
    for marked in [
        "[regi|stry]",
        "re|pr ",
        "unl|isted ",
        "[code.20|01]",
        "\nmess|age.en = \"cannot",
        "message.e|n = \"cannot",
        "one = \"one fi|le in",
        "ot|her = \"{count}",
        "\nret|ry",
        "# The fi|le",
    ] {
        client.show("textDocument/hover", "codes.toml", marked, &Value::Null);
    }
    for marked in ["o|ne = ", "message = \"impossibile tro|vare", "oth|er ="] {
        client.show("textDocument/hover", "translations/it.toml", marked, &Value::Null);
    }
    compare("lsp-hover", &client.transcript);
}

#[test]
fn symbols_and_folds() {
    let mut client = Client::start(&shop("lsp-outline"), UTF_16, "en");
    client.open("codes.toml");
    client.diagnostics("codes.toml");
    client.show("textDocument/documentSymbol", "codes.toml", "", &Value::Null);
    client.show("textDocument/foldingRange", "codes.toml", "", &Value::Null);
    compare("lsp-outline", &client.transcript);
}

#[test]
fn code_actions_complete_a_table() {
    let mut client = Client::start(&shop("lsp-actions"), UTF_16, "en");
    client.open("codes.toml");
    client.diagnostics("codes.toml");
    client.change("codes.toml", "retry = true", "retry = true\nhelp.en = \"Delete some.\"");
    client.show_diagnostics("codes.toml");
    client.show("textDocument/codeAction", "codes.toml", "retry = tr|ue", &Value::Null);
    client.open("translations/it.toml");
    client.diagnostics("translations/it.toml");
    client.show("textDocument/codeAction", "translations/it.toml", "one = \"un fi|le", &Value::Null);
    // The suggestion of a diagnostic.
    client.change("codes.toml", "symbol = \"TOO_MANY\"", "symbl = \"TOO_MANY\"");
    let found = client.diagnostics("codes.toml");
    let context = json!({ "context": { "diagnostics": found } });
    client.show("textDocument/codeAction", "codes.toml", "sym|bl =", &context);
    compare("lsp-actions", &client.transcript);
}

#[test]
fn a_language_moves_to_its_own_file() {
    let folder = copies("lsp-move", &["split/codes.toml"]);
    let text = "[registry]\ntitle.en = \"T\"\ntitle.it = \"I\"\nrepr = \"u8\"\nlanguages = [\"en\", \"it\"]\n\n[code.1]\nsymbol = \"A\"\nname.en = \"One\"\nname.it = \"Uno\"\n\
        [property.level]\ntype = \"level\"\nname.en = \"Level\"\nname.it = \"Livello\"\ndoc.en = \"How bad.\"\ndoc.it = \"La gravità.\"\n\
        [enum.level]\nvalues = [\"low\"]\nname.en = { low = \"low\" }\nname.it = { low = \"basso\" }\n";
    fs::write(folder.join("codes.toml"), text).unwrap();
    let mut client = Client::start(&folder, UTF_16, "en");
    client.open("codes.toml");
    client.diagnostics("codes.toml");
    client.show("textDocument/codeAction", "codes.toml", "languages = [\"en\", \"i|t\"]", &Value::Null);
    compare("lsp-move", &client.transcript);
}

#[test]
fn rust_leads_to_the_table() {
    let mut client = Client::start(&shop("lsp-rust"), UTF_16, "it");
    client.open("src/lib.rs");
    for marked in [
        "Not|Found { path: String }",
        "#[code(TOO_|MANY)]",
        "ShopCode::Not|Found",
        "cou|nt: u64",
        "#[coded(Shop|Code)]",
        "#[derive(De|bug",
    ] {
        client.show("textDocument/definition", "src/lib.rs", marked, &Value::Null);
        client.show("textDocument/hover", "src/lib.rs", marked, &Value::Null);
    }
    let whole = json!({ "range": {
        "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 },
    } });
    client.show("textDocument/inlayHint", "src/lib.rs", "", &whole);
    // The table in the editor counts, and the last source that could be read.
    client.open("codes.toml");
    client.change("codes.toml", "[code.2001]", "# One.\n# Two.\n[code.2001]");
    client.change("src/lib.rs", "//! The errors of a shop.", "//! The errors of a shop.\n(");
    client.show("textDocument/definition", "src/lib.rs", "ShopCode::Not|Found", &Value::Null);
    // From a translation to its source, and from a row to its sentence, or to its name.
    client.open("translations/it.toml");
    client.show("textDocument/definition", "translations/it.toml", "Non tro|vato", &Value::Null);
    client.show("textDocument/definition", "translations/it.toml", "one = \"un fi|le", &Value::Null);
    for marked in ["[code.20|02]", "retry = tr|ue", "symbol = \"STOR|AGE"] {
        client.show("textDocument/definition", "codes.toml", marked, &Value::Null);
    }
    compare("lsp-rust", &client.transcript);
}

#[test]
fn rows_lead_to_their_uses_and_are_renamed_with_them() {
    let mut client = Client::start(&shop("lsp-rename"), UTF_16, "en");
    client.open("codes.toml");
    client.open("src/uses.rs");
    client.show("textDocument/references", "codes.toml", "symbol = \"NOT|_FOUND\"", &Value::Null);
    client.show("textDocument/references", "src/uses.rs", "Code::Not|Found);", &Value::Null);
    let name = |name: &str| json!({ "newName": name });
    client.show("textDocument/rename", "codes.toml", "symbol = \"NOT|_FOUND\"", &name("MISSING"));
    client.show("textDocument/rename", "src/uses.rs", "Code::Not|Found);", &name("NoSuchFile"));
    client.show("textDocument/rename", "codes.toml", "symbol = \"TOO|_MANY\"", &name("OVERFLOW"));
    client.show("textDocument/rename", "codes.toml", "symbol = \"TOO|_MANY\"", &name("NOT_FOUND"));
    client.show("textDocument/rename", "codes.toml", "symbol = \"TOO|_MANY\"", &name("2 many"));
    compare("lsp-rename", &client.transcript);
}

/// Two packages with a table each. They use the same symbol, and one package uses the codes of the other.
#[test]
fn tables_of_a_workspace_are_kept_apart() {
    let folder = copies("lsp-workspace", &[]);
    let manifest = |name: &str, dependency: &str| {
        format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n\
             renamed = {{ package = \"code-registry\", version = \"0.1\" }}\n{dependency}"
        )
    };
    let table = |title: &str| {
        format!(
            "[registry]\ntitle.en = \"{title}\"\nrepr = \"u16\"\nlanguages = [\"en\"]\n\n\
             [code.1]\nsymbol = \"NOT_FOUND\"\nmessage.en = \"{title}: cannot find {{path}}\"\n"
        )
    };
    let registry = |name: &str| format!("#[renamed::codes(\"codes.toml\")]\npub enum {name} {{}}\n");
    let uses =
        "\npub fn codes() -> (ShopCode, StoreCode) {\n    (ShopCode::NotFound, StoreCode::NotFound)\n}\n";
    for (file, text) in [
        ("Cargo.toml", "[workspace]\nmembers = [\"shop\", \"store\"]\n".to_owned()),
        ("store/Cargo.toml", manifest("store", "")),
        ("store/codes.toml", table("Store")),
        ("store/src/lib.rs", registry("StoreCode")),
        ("shop/Cargo.toml", manifest("shop", "depot = { package = \"store\", path = \"../store\" }\n")),
        ("shop/codes.toml", table("Shop")),
        ("shop/src/lib.rs", format!("use depot::StoreCode;\n\n{}{uses}", registry("ShopCode"))),
    ] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut client = Client::start(&folder, UTF_16, "en");
    for file in ["shop/codes.toml", "store/codes.toml", "shop/src/lib.rs"] {
        client.open(file);
    }
    client.show_diagnostics("shop/codes.toml");
    client.show_diagnostics("store/codes.toml");
    // One edit: after several, the answers may be those in between.
    let (old, new) =
        ("\n[code.1]\nsymbol = \"NOT_FOUND\"", "\n# The first.\n[code.1]\nsymbol = \"NOT_FOUND\"");
    client.change("store/codes.toml", old, new);
    client.show_diagnostics("store/codes.toml");
    for marked in ["(ShopCode::Not|Found", "StoreCode::Not|Found)"] {
        client.show("textDocument/definition", "shop/src/lib.rs", marked, &Value::Null);
        client.show("textDocument/hover", "shop/src/lib.rs", marked, &Value::Null);
    }
    let name = json!({ "newName": "MISSING" });
    for table in ["shop/codes.toml", "store/codes.toml"] {
        client.show("textDocument/references", table, "symbol = \"NO|", &Value::Null);
        client.show("textDocument/rename", table, "symbol = \"NO|", &name);
    }
    // An error in one table does not affect the other.
    client.change("store/codes.toml", "symbol", "symbl");
    client.show_diagnostics("store/codes.toml");
    client.show("textDocument/hover", "shop/src/lib.rs", "(ShopCode::Not|Found", &Value::Null);
    compare("lsp-workspace", &client.transcript);
}

#[test]
fn derives_are_checked_against_the_open_table() {
    let mut client = Client::start(&shop("lsp-derives"), UTF_16, "en");
    client.open("src/lib.rs");
    client.open("codes.toml");
    client.diagnostics("codes.toml");
    client.change("src/lib.rs", "#[code(TOO_MANY)]", "#[code(TOO_MANYY)]");
    client.show_diagnostics("src/lib.rs");
    client.show("textDocument/codeAction", "src/lib.rs", "#[code(TOO_|MANYY)]", &Value::Null);
    client.change("src/lib.rs", "#[code(TOO_MANYY)]", "");
    client.show("textDocument/codeAction", "src/lib.rs", "Over|flow {", &Value::Null);
    client.change("src/lib.rs", "NotFound { path: String }", "NotFound { file: String }");
    client.show_diagnostics("src/lib.rs");
    compare("lsp-derives", &client.transcript);
}

/// Random edits and requests at random places, many of which do not exist: the server answers all of them, and still
/// has the same text as the client.
#[test]
fn random_edits_and_positions_are_answered() {
    const METHODS: [&str; 11] = [
        "completion",
        "hover",
        "definition",
        "references",
        "rename",
        "inlayHint",
        "codeAction",
        "documentSymbol",
        "foldingRange",
        "formatting",
        "unknown",
    ];
    const PIECES: [&str; 14] = [
        "",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "é𝄞",
        "[code.2001]\n",
        "message.en = ",
        "ShopCode::",
        "''",
    ];
    let mut random = Rng::with_seed(1);
    let mut client = Client::start(&shop("lsp-random"), UTF_16, "en");
    let files = ["codes.toml", "translations/it.toml", "src/lib.rs"];
    files.iter().for_each(|file| client.open(file));
    for round in 0..600 {
        let file = files[random.usize(..3)];
        let mut position = || {
            let line = if random.usize(..20) == 0 { 4_000_000_000 } else { random.usize(..40) };
            json!({ "line": line, "character": random.usize(..60) })
        };
        let (start, end) = (position(), position());
        if round % 3 == 0 {
            let text = PIECES[random.usize(..PIECES.len())];
            let end = if random.usize(..4) == 0 { &end } else { &start };
            let change = json!({ "range": { "start": start, "end": end }, "text": text });
            let document = json!({ "uri": client.uri(file), "version": round + 2 });
            client.notify(
                "textDocument/didChange",
                &json!({ "textDocument": document, "contentChanges": [change] }),
            );
        } else {
            let method = METHODS[random.usize(..METHODS.len())];
            let params = json!({
                "textDocument": { "uri": client.uri(file) }, "position": start, "newName": "NEW_NAME",
                "range": { "start": start, "end": end }, "context": { "diagnostics": [] },
            });
            client.ask(&format!("textDocument/{method}"), &params);
        }
        if round % 60 == 59 {
            files.iter().for_each(|file| client.reset(file));
        }
    }
    let params = client.at("src/lib.rs", "ShopCode::Not|Found");
    // The table is read once more.
    let is_found = |_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        client.ask("textDocument/definition", &params)["range"]["start"]["line"] == 20
    };
    assert!((0..200).any(is_found));
    assert_eq!(client.stop(), Some(0));
}

#[test]
fn malformed_messages_do_not_stop_the_server() {
    let folder = shop("lsp-malformed");
    let mut client = Client::raw(&folder);
    let early = client.ask("textDocument/hover", &Value::Null);
    assert_eq!(early["code"], -32002, "a request before `initialize`");
    client.write(b"Content-Length: 5\r\n\r\n{\"a\":");
    client.write(b"Content-Length: 2\r\nContent-Type: x\r\n\r\n[]");
    client.ask("initialize", &json!({ "capabilities": {} }));
    let wrong = [
        ("textDocument/hover", json!({})),
        ("textDocument/hover", json!({ "textDocument": { "uri": 1 } })),
        ("textDocument/rename", json!({ "textDocument": [] })),
    ];
    for (method, params) in wrong {
        assert_eq!(client.ask(method, &params)["code"], -32602);
    }
    client.notify("textDocument/didChange", &json!({ "textDocument": { "uri": "file:///%ff" } }));
    client.notify("textDocument/didOpen", &json!({ "textDocument": { "uri": "untitled:1", "text": "" } }));
    let place = json!({ "textDocument": { "uri": "untitled:1" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.ask("textDocument/hover", &place), Value::Null);
    assert_eq!(client.ask("initialize", &json!({}))["code"], -32600);
    assert_eq!(client.stop(), Some(0));
    // The server ends with its input. After bytes that are not a header, the next message cannot be found.
    assert_eq!(Client::raw(&folder).hang_up(), Some(0));
    for header in ["no header\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n"] {
        let mut client = Client::raw(&folder);
        client.write(header.as_bytes());
        assert_eq!(client.hang_up(), Some(2), "{header:?}");
    }
}

#[test]
fn canceled_requests_are_not_answered() {
    let folder = shop("lsp-cancel");
    let mut client = Client::start(&folder, UTF_16, "en");
    // The server is busy with a big document while the rest arrives.
    let head = fs::read_to_string(folder.join("codes.toml")).unwrap();
    let row = |value: usize| format!("\n[code.{value}]\nsymbol = \"A{value}\"\n");
    let rows: String = (10_000..30_000).map(row).collect();
    client.open_text("codes.toml", &(head + &rows));
    let params = json!({ "textDocument": { "uri": client.uri("codes.toml") } });
    let first = client.request("textDocument/documentSymbol", &params);
    let second = client.request("textDocument/documentSymbol", &params);
    client.notify("$/cancelRequest", &json!({ "id": second }));
    assert!(client.answer(first).as_array().unwrap().len() > 20_000);
    assert_eq!(client.answer(second)["code"], -32800);
}
