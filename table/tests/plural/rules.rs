//! `src/plural/rules.rs` is generated from the files of CLDR.

use std::fmt::Write as _;

use crate::cldr::{Kind, Language, languages};

const HEAD: &str = "\
//! The plural rules of CLDR 48.2: languages that share them, each category's condition, and which categories integers
//! reach. Generated from tests/cldr; `UPDATE_EXPECT=1 cargo test -p code-registry-table --test plural` does it again.
//!
//! Copyright © 2004-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0

use super::RuleSet;
use crate::model::Category::{Few, Many, One, Other, Two, Zero};
";

#[test]
fn the_rules_are_those_of_cldr() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/plural/rules.rs");
    let expected = format!("{HEAD}{}{}", table("CARDINAL", Kind::Cardinal), table("ORDINAL", Kind::Ordinal));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    let command = "UPDATE_EXPECT=1 cargo test -p code-registry-table --test plural";
    assert!(
        std::fs::read_to_string(path).unwrap() == expected,
        "src/plural/rules.rs is stale; run: {command}"
    );
}

fn table(name: &str, kind: Kind) -> String {
    let mut sets: Vec<(Vec<String>, String)> = Vec::new();
    for language in languages(kind) {
        let rules = rules(&language);
        match sets.iter_mut().find(|(_, known)| *known == rules) {
            Some((tags, _)) => tags.push(language.tag),
            None => sets.push((vec![language.tag], rules)),
        }
    }
    let mut text = format!("\npub(super) static {name}: &[RuleSet] = &[\n");
    for (tags, rules) in sets {
        write!(text, "    RuleSet {{\n        tags: \"{}\",\n{rules}    }},\n", wrapped(&tags)).unwrap();
    }
    text + "];\n"
}

/// The tags with a space between, in lines of a string literal.
fn wrapped(tags: &[String]) -> String {
    let (mut text, mut line) = (tags[0].clone(), tags[0].len());
    for tag in &tags[1..] {
        line += 1 + tag.len();
        if line > 90 {
            text += " \\\n               ";
            line = tag.len();
        } else {
            text += " ";
        }
        text += tag;
    }
    text
}

/// The fields `rules` and `integers`.
fn rules(language: &Language) -> String {
    let mut text = String::from("        rules: &[");
    for rule in language.rules.iter().filter(|rule| rule.category != "other") {
        write!(text, "\n            ({}, {:?}),", variant(&rule.category), rule.condition).unwrap();
    }
    text += if text.ends_with(',') { "\n        " } else { "" };
    let plain = |sample: &String| !sample.contains('c');
    let reached = language.rules.iter().filter(|rule| rule.integers.iter().any(plain));
    let integers: Vec<_> = reached.map(|rule| variant(&rule.category)).collect();
    writeln!(text, "],\n        integers: &[{}],", integers.join(", ")).unwrap();
    text
}

fn variant(category: &str) -> &'static str {
    match category {
        "zero" => "Zero",
        "one" => "One",
        "two" => "Two",
        "few" => "Few",
        "many" => "Many",
        "other" => "Other",
        _ => panic!("CLDR has a new category: {category}"),
    }
}
