//! `src/locale_match/cldr.rs` is generated from the files of CLDR.

use std::collections::BTreeMap;

use crate::cldr;

const HEAD: &str = "\
//! CLDR 48.2: aliases, likely subtags and parents of the languages that it has locales of. Generated from tests/cldr;
//! `UPDATE_EXPECT=1 cargo test -p code-registry-table --test locale_match` generates it again.
//!
//! Copyright © 2004-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0
";

#[test]
fn the_lists_are_those_of_cldr() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/locale_match/cldr.rs");
    let expected = expected();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    let command = "UPDATE_EXPECT=1 cargo test -p code-registry-table --test locale_match";
    assert!(
        std::fs::read_to_string(path).unwrap() == expected,
        "src/locale_match/cldr.rs is stale; run: {command}"
    );
}

fn expected() -> String {
    let (languages, likely) = (cldr::languages(), cldr::likely());
    let is_known = |tag: &str| languages.contains(tag.split('-').next().unwrap());
    let full = |wanted: fn(&str) -> bool| {
        let tags = likely.iter().filter(|(tag, _)| is_known(tag) && wanted(tag));
        tags.map(|(_, full)| full.clone()).collect::<Vec<_>>()
    };
    let pairs = |pairs: BTreeMap<String, String>| {
        let pairs = pairs.into_iter().filter(|(from, to)| is_known(from) || is_known(to));
        pairs.map(|(from, to)| format!("{from}={to}")).collect::<Vec<_>>()
    };
    let region = |tag: &str| tag.split_once('-').is_some_and(|(_, subtag)| subtag.len() < 4);
    let script = |tag: &str| tag.split_once('-').is_some_and(|(_, subtag)| subtag.len() == 4);
    [
        HEAD,
        &list("ALIASES", "Old names of languages, with the current ones.", &pairs(cldr::aliases())),
        &list(
            "LANGUAGES",
            "Each language with its likely script and region.",
            &full(|tag| !tag.contains('-')),
        ),
        &list("REGIONS", "Regions that write a language in another script.", &full(region)),
        &list("SCRIPTS", "Other scripts of a language, with the likely region.", &full(script)),
        &list(
            "PARENTS",
            "Locales that inherit from another one than truncation gives.",
            &pairs(cldr::parents()),
        ),
    ]
    .concat()
}

fn list(name: &str, doc: &str, tags: &[String]) -> String {
    format!("\n/// {doc}\npub(super) const {name}: &str = \"\\\n    {}\";\n", wrapped(tags))
}

/// The tags with a space between, in lines of a string literal.
fn wrapped(tags: &[String]) -> String {
    let mut lines = vec![String::new()];
    for tag in tags {
        if lines.last().unwrap().len() + tag.len() > 96 {
            lines.push(String::new());
        }
        let line = lines.last_mut().unwrap();
        *line += tag;
        *line += " ";
    }
    lines.join("\\\n    ").trim_end().to_owned()
}
