//! Large tables: they compile, and answer for every value in every language.

mod cargo;

use std::fmt::Write as _;

use cargo::{cargo, scratch, stdout};

/// Fourteen languages in several scripts, the default language first.
const LANGUAGES: [&str; 14] =
    ["en", "cs", "de", "es", "fr", "it", "ja", "ko", "pl", "pt-BR", "ru", "tr", "zh-Hans", "he"];

const CODES: &str = r#"
#[code_registry::codes("codes.toml")]
pub enum Code {}

fn main() {
    let mut bytes = 0;
    for value in 0..=u16::MAX {
        let code = Code::from(value);
        assert_eq!(code.value(), value);
        for &language in Code::LANGUAGES {
            bytes += code.description(language).len();
        }
    }
    println!("{} rows, {} languages, {}", Code::rows().len(), Code::LANGUAGES.len(), bytes > 10_000_000);
    println!("{}", Code::from(19_999).description(Code::LANGUAGES[13]));
    println!("{:?} {:?} {:?}", Code::from(9_999), Code::from(15_000), Code::from(50_000));
}
"#;

/// Nested ranges at the ends of the type, a text that all rows but the first share, and many languages.
const RANGES: &str = r#"
#[code_registry::codes("codes.toml")]
pub enum Code {}

fn main() {
    let first = Code::LANGUAGES[0];
    for row in Code::rows() {
        for value in [row.first(), row.last()] {
            assert_eq!(Code::from(value).value(), value);
        }
    }
    let texts: std::collections::HashSet<*const u8> =
        (2..=1_149).map(|value| Code::from(value).description(first).as_ptr()).collect();
    let said: std::collections::HashSet<&str> =
        Code::LANGUAGES.iter().map(|&language| Code::from(1).description(language)).collect();
    println!("{} languages say {} texts; one is there {} times", Code::LANGUAGES.len(), said.len(), texts.len());
    for value in [i64::MIN, i64::MIN + 251, -1, 0, 1_149, i64::MAX - 250, i64::MAX] {
        println!("{value} {:?}", Code::from(value));
    }
}
"#;

#[test]
fn ten_thousand_codes_in_fourteen_languages() {
    let mut table = head(&LANGUAGES, "u16");
    // One code in the middle is missing.
    for code in (10_000..=20_000).filter(|code| *code != 15_000) {
        let _ = writeln!(table, "[code.{code}]\nsymbol = \"CODE_{code}\"");
        for language in LANGUAGES {
            let _ = writeln!(
                table,
                "message.{language} = \"{language}: {{path}} has the mistake number {code}\""
            );
        }
    }
    let said = said("codes", CODES, &table);
    let expected = "10000 rows, 14 languages, true\nhe: {path} has the mistake number 19999\n\
                    Unlisted(9999) Unlisted(15000) Unlisted(50000)\n";
    assert_eq!(said, expected);
}

#[test]
fn five_hundred_ranges_and_a_hundred_languages() {
    let tags = ('a'..='z').flat_map(|first| ('a'..='z').map(move |second| format!("{first}{second}")));
    let tags: Vec<String> = tags.take(129).collect();
    let mut table = head(&tags, "i64");
    for tag in &tags[1..] {
        let _ = writeln!(table, "[language.{tag}]\npolicy = \"draft\"");
    }
    for at in 0..505 {
        // Each is inside the previous one, alternately below and above zero.
        let (first, last) =
            if at % 2 == 0 { (i64::MIN + at, -1 - at) } else { (10_000 + at, i64::MAX - (at - 1)) };
        let _ = writeln!(
            table,
            "[range.\"{first}..={last}\"]\nsymbol = \"RANGE_{at}\"\nname.aa = \"Range {at}\""
        );
    }
    for code in 1..=1_149 {
        let _ = writeln!(
            table,
            "[code.{code}]\nsymbol = \"CODE_{code}\"\ndescription.aa = \"The same, and not short\""
        );
        for tag in tags[1..].iter().filter(|_| code == 1) {
            let _ = writeln!(table, "description.{tag} = \"In {tag}\"");
        }
    }
    let expected = "\
129 languages say 129 texts; one is there 1 times
-9223372036854775808 Range0(-9223372036854775808)
-9223372036854775557 Range250(-9223372036854775557)
-1 Range0(-1)
0 Unlisted(0)
1149 Code1149
9223372036854775557 Range251(9223372036854775557)
9223372036854775807 Range1(9223372036854775807)
";
    assert_eq!(said("ranges", RANGES, &table), expected);
}

fn head(tags: &[impl AsRef<str>], repr: &str) -> String {
    let titles: String = tags.iter().map(|tag| format!("title.{} = \"Scale\"\n", tag.as_ref())).collect();
    let tags: Vec<&str> = tags.iter().map(AsRef::as_ref).collect();
    format!("[registry]\n{titles}repr = \"{repr}\"\nunlisted = \"Unlisted\"\nlanguages = {tags:?}\n")
}

fn said(name: &str, program: &str, table: &str) -> String {
    let folder = scratch(&format!("scale-{name}"), &[("codes.toml", table), ("src/main.rs", program)]);
    stdout(cargo(&folder).args(["run", "--quiet"]))
}
