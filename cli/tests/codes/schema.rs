//! `codes schema`, and the schemas of the project's root. Taplo's answers are in `tests/taplo.rs`.

use std::env;
use std::path::Path;

use crate::{codes, expect};

/// The schemas in the project's root, and their arguments.
const MADE: [(&str, &str); 2] =
    [("codes.schema.json", "schema"), ("codes-language.schema.json", "schema language")];

#[test]
fn committed_schemas_are_fresh() {
    for (name, words) in MADE {
        let mut command = codes(words);
        command.arg("--output").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name));
        if env::var_os("UPDATE_EXPECT").is_none() {
            command.arg("--check");
        }
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}UPDATE_EXPECT=1 cargo test -p code-registry-cli schema");
    }
}

#[test]
fn stale() {
    expect("schema-stale", codes("schema --output ../import/it.po --check"));
    expect("schema-missing", codes("schema --output missing.json --check"));
    expect("schema-unknown", codes("schema codes.toml"));
}

/// Editors show the documentation of every key.
#[test]
fn every_key_is_explained() {
    for (_, words) in MADE {
        let schema = codes(words).output().unwrap().stdout;
        let schema: serde_json::Value = serde_json::from_slice(&schema).unwrap();
        let explained = explain(&schema);
        assert!(explained > 10, "{words}: {explained}");
    }
}

/// The number of documented keys; a key without documentation is an error.
fn explain(schema: &serde_json::Value) -> usize {
    let empty = serde_json::Map::new();
    let parts = |key: &str| schema[key].as_object().unwrap_or(&empty).clone();
    let mut explained = 0;
    for (name, key) in parts("properties") {
        let doc = key["description"].as_str().unwrap_or_default();
        assert!(doc.len() > 10, "{name} is not explained: table/src/raw/shape.rs");
        explained += 1 + explain(&key);
    }
    explained + parts("definitions").values().map(explain).sum::<usize>()
}
