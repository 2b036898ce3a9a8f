//! From an `Accept-Language` header to a language of a table.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "how many headers there were")]

use std::iter::repeat_n;

use code_registry::Language;
use code_registry::websocket::CloseCode;

/// A table in the languages with the most rules in CLDR.
#[code_registry::codes("tests/tables/negotiate.toml")]
pub enum Many {}

/// The same table with some of its languages.
#[code_registry::codes("tests/tables/negotiate.toml", languages("en", "zh-Hant"))]
pub enum Few {}

/// The same language with a region and with a variant.
#[code_registry::codes("tests/tables/lookup.toml", languages("en", "de-CH", "de-1996"))]
pub enum Variants {}

/// Registries with some languages of one table, each with the function under test.
macro_rules! registries {
    ($($name:ident: $($tag:literal)+;)+) => {
        $(
            #[code_registry::codes("tests/tables/lookup.toml", languages($($tag),+))]
            pub enum $name {}
        )+

        const REGISTRIES: &[(&[&str], fn(&str) -> Option<Language>)] =
            &[$((&[$($tag),+], |header| $name::negotiate(header))),+];
    };
}

registries! {
    A: "zh" "zh-Hant" "zh-Hant-CN";
    B: "zh" "zh-Hant";
    C: "zh";
    D: "en";
    E: "de" "de-CH";
    F: "de";
    G: "de-1996";
    H: "de-DE";
    I: "en" "it";
    J: "fr" "fr-FR" "zh" "zh-Hant" "ja" "ja-JP";
    K: "fr" "zh" "zh-Hant" "ja" "ja-JP";
    L: "zh" "zh-Hant" "ja" "ja-JP";
    M: "zh" "ja" "ja-JP";
    N: "ja" "ja-JP";
    O: "ja";
    P: "en" "en-GB" "da";
    Q: "en" "en-GB";
    R: "it";
}

fn found(header: &str) -> String {
    Many::negotiate(header).map_or("none".to_owned(), |language| language.to_string())
}

#[track_caller]
fn expect(answers: &[(&str, &str)]) {
    for (header, expected) in answers {
        assert_eq!(found(header), *expected, "{header:?}");
    }
}

#[test]
fn examples_of_the_rfcs_give_their_results() {
    let fixture = include_str!("fixtures/negotiate.txt");
    let (mut languages, mut count) = ("", 0);
    for line in fixture.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((header, answers)) = line.trim_start().split_once(" -> ") else {
            languages = line;
            continue;
        };
        let (answer, rfc) = answers.split_once("; RFC ").unwrap_or((answers, ""));
        let registry = REGISTRIES.iter().find(|(tags, _)| tags.iter().copied().eq(languages.split(' ')));
        let (_, negotiate) = registry.unwrap_or_else(|| panic!("no registry has {languages}"));
        let found = negotiate(header).map_or("none".to_owned(), |language| language.to_string());
        assert_eq!(found, answer, "{header} among {languages}");
        if let Some((other, reason)) = rfc.split_once(": ") {
            assert_ne!(other, answer, "{line}");
            assert!(fixture.contains(&format!("\n#   {reason} ")), "no such reason: {line}");
        }
        count += 1;
    }
    println!("{count} headers");
}

#[test]
fn qualities_decide_and_then_the_order() {
    expect(&[
        ("it", "it"),
        ("it, en", "it"),
        ("en;q=0.8, it;q=0.9", "it"),
        ("en;q=0.9, it;q=0.9", "en"),
        ("de;q=1.0, it;q=0.001", "it"),
        ("it;q=0.5, en", "en"),
        ("it ; q=0.5 ,\ten\t; q=0.7", "en"),
        ("it;Q=0.3, en;q=0.2", "it"),
    ]);
}

#[test]
fn ranges_are_looked_up_from_long_to_short() {
    expect(&[
        ("it-CH", "it"),
        ("IT-ch-1994-x-private", "it"),
        ("zh-Hant-CN-x-private1-private2", "zh-Hant"),
        ("da, en-gb;q=0.8, en;q=0.7", "en"),
        ("ca-valencia", "none"),
    ]);
}

#[test]
fn scripts_and_regions_are_those_of_cldr() {
    expect(&[
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("pt-AO", "pt-PT"),
        ("pt", "pt-BR"),
        ("sr-ME", "sr-Latn"),
        ("sr", "sr"),
        ("nb-NO", "no"),
        ("nn", "no"),
        ("no", "no"),
        ("iw", "he"),
    ]);
    let zh_hant = Language::new("zh-Hant");
    assert_eq!(Few::negotiate("zh-MO"), zh_hant);
    assert_eq!(Few::negotiate("zh-CN"), None, "what is not compiled in is not found");
}

#[test]
fn any_language_is_the_first_that_is_not_named() {
    expect(&[
        ("*", "en"),
        ("de, *;q=0.1", "en"),
        ("en;q=0.2, *;q=0.5", "it"),
        ("*;q=0, it;q=0.1", "it"),
        ("en;q=0, *", "it"),
    ]);
}

#[test]
fn refused_languages_are_not_found() {
    expect(&[("it;q=0", "none"), ("it-CH, it;q=0, en;q=0.1", "en"), ("it;q=0.000, *;q=0", "none")]);
}

#[test]
fn malformed_parts_are_skipped() {
    expect(&[
        ("", "none"),
        (",,, ,it", "it"),
        ("en;q=2, it;q=0.1", "it"),
        ("en;q=1.001, it;q=0.1", "it"),
        ("en;q=0.1234, it;q=0.1", "it"),
        ("en;q=-1, it;q=0.1", "it"),
        ("en;q=, it;q=0.1", "it"),
        ("en;q, it;q=0.1", "it"),
        ("en;level=1, it;q=0.1", "it"),
        ("en;q=0.5;q=1, it;q=0.1", "it"),
        ("en_US, it;q=0.1", "it"),
        ("e, it;q=0.1", "it"),
        ("-en, it;q=0.1", "it"),
        ("en-, it;q=0.1", "it"),
        ("**, it;q=0.1", "it"),
        ("ен, it;q=0.1", "it"),
        ("en\0, it;q=0.1", "it"),
        ("en;q=１, it;q=0.1", "it"),
    ]);
}

#[test]
fn an_invalid_byte_loses_only_its_part() {
    let of = |header: &[u8]| Many::negotiate(header).map(|language| language.to_string());
    assert_eq!(of(b"de\xFF, it;q=0.5").as_deref(), Some("it"));
    assert_eq!(of(b"it;q=0.5\xE9, zh-TW;q=0.1").as_deref(), Some("zh-Hant"));
    assert_eq!(of(b"\xFF"), None);
}

#[test]
fn variants_are_looked_up_before_regions() {
    let found = |language: Option<Language>| language.map(|language| language.to_string());
    assert_eq!(found(G::negotiate("de-CH-1996")).as_deref(), Some("de-1996"));
    assert_eq!(found(E::negotiate("de-CH-1996")).as_deref(), Some("de-CH"));
    assert_eq!(found(Variants::negotiate("de-CH-1996")).as_deref(), Some("de-1996"));
    assert_eq!(found(Variants::negotiate("de-CH-1901")).as_deref(), Some("de-CH"));
    assert_eq!(found(Variants::negotiate("de-1996;q=0, de-CH-1996")), None);
    assert_eq!(Variants::first_of(["de-AT-1996"]), Language::new("de-1996"));
}

/// Texts are looked up as requests are: code and negotiation agree on the language.
#[test]
fn texts_are_found_as_languages_are_negotiated() {
    for tag in ["zh-TW", "zh-HK", "zh", "zh-CN", "pt", "pt-AO", "sr-ME", "nn", "nb-NO", "iw", "it-CH"] {
        let negotiated = Many::negotiate(tag).unwrap();
        let asked = Language::new(tag).unwrap();
        assert_eq!(Many::One.name(asked), Many::One.name(negotiated), "{tag}");
        assert_eq!(Many::One.localized(asked).to_string(), Many::One.name(negotiated), "{tag}");
    }
    assert_eq!(Many::One.name(Language::new("ja").unwrap()), "one", "the default language");
}

#[test]
fn hostile_headers_are_read_in_part() {
    let many = repeat_n("de", 63).chain(["it", "en"]).collect::<Vec<_>>().join(",");
    assert_eq!(found(&many), "it", "64 ranges are read");
    assert_eq!(found(&format!("de,{many}")), "none", "and no more");
    assert_eq!(found(&format!("it,{}", "é".repeat(32 << 10))), "it");
    assert_eq!(found(&format!("{},it", "é".repeat(32 << 10))), "none");
    assert_eq!(found(&"x-".repeat(32 << 10)), "none");
    assert_eq!(found(&"en-".repeat(21 << 10)), "none");
    assert_eq!(found(&",".repeat(64 << 10)), "none");
    for length in 4090..4110 {
        let header = format!("{}{}, it", "é,".repeat(40), " ".repeat(length - 124));
        assert_eq!(header.len(), length);
        assert_eq!(found(&header), if length <= 4096 { "it" } else { "none" }, "{length}");
    }
}

#[test]
fn lists_are_tried_in_their_order() {
    let first = |tags: &[&str]| CloseCode::first_of(tags.iter().copied());
    assert_eq!(first(&["rm", "it_IT", "it-IT", "en"]), Language::new("it"));
    assert_eq!(first(&["rm"]), None);
    assert_eq!(first(&[]), None);
}
