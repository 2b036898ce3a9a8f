//! Language tags: which ones are valid, how they are written, and their parents.

use code_registry::Language;

#[track_caller]
fn check(tag: &str, written: Option<&str>) {
    assert_eq!(Language::new(tag).map(|language| language.to_string()).as_deref(), written, "{tag}");
}

#[test]
fn tags_are_written_in_their_usual_case() {
    for tag in ["it", "IT", "It"] {
        check(tag, Some("it"));
    }
    check("zh-hant-tw", Some("zh-Hant-TW"));
    check("SR-LATN-me", Some("sr-Latn-ME"));
    check("es-419", Some("es-419"));
    check("ca-VALENCIA", Some("ca-valencia"));
    check("de-1996", Some("de-1996"));
    check("fil", Some("fil"));
    assert_eq!(Language::new("zh-hant").map(|tag| format!("{tag:?}")).as_deref(), Some("Language(zh-Hant)"));
}

#[test]
fn extensions_are_dropped() {
    check("de-DE-1996", Some("de-DE"));
    check("de-DE-u-co-phonebk", Some("de-DE"));
    check("it-x-mine", Some("it"));
    check("sl-rozaj-biske", Some("sl-rozaj"));
}

#[test]
fn posix_locales_name_languages() {
    let cases = [
        ("it_IT.UTF-8", Some("it-IT")),
        ("de_AT.ISO-8859-15@euro", Some("de-AT")),
        ("de_DE@unknown", Some("de-DE")),
        ("sr_RS@latin", Some("sr-Latn-RS")),
        ("sr_RS.UTF-8@cyrillic", Some("sr-Cyrl-RS")),
        ("sr@latin", Some("sr-Latn")),
        ("uz@CYRL", Some("uz-Cyrl")),
        ("ks_IN@devanagari", Some("ks-Deva-IN")),
        ("ca_ES@valencia", Some("ca-valencia")),
        ("ca_ES.UTF-8@valencia", Some("ca-valencia")),
        ("zh_Hant_TW", Some("zh-Hant-TW")),
        ("it-CH", Some("it-CH")),
        ("it", Some("it")),
        ("C", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
        ("@latin", None),
        (".UTF-8", None),
        ("_IT", None),
        ("sr_Latn@latin_and_an_unreasonably_long_rest_that_is_no_modifier", Some("sr-Latn")),
        ("it_and_an_unreasonably_long_name_that_is_not_a_locale", None),
    ];
    for (locale, expected) in cases {
        let found = Language::from_posix(locale).map(|language| language.to_string());
        assert_eq!(found.as_deref(), expected, "{locale}");
    }
}

#[test]
fn a_short_tag_is_read_like_a_long_one() {
    for tag in [
        "it", "IT", "yue", "it-CH", "pT-bR", "yue-HK", "a1", "1t", "i-", "it-1H", "it-H1", "y1e-HK", "it_IT",
        "@@", "12", "123", "[]",
    ] {
        assert_eq!(Language::new(tag), Language::new(&format!("{tag}-x-long")), "{tag}");
    }
}

#[test]
fn an_extended_language_stands_for_itself() {
    check("zh-yue-HK", Some("yue-HK"));
}

#[test]
fn invalid_tags_are_refused() {
    let wrong = [
        "",
        "i",
        "-",
        "it-",
        "-it",
        "it--IT",
        "it_IT",
        "english",
        "en-a",
        "en-x",
        "en-a-b-c",
        "x-mine",
        "1t",
        "it-I",
        "it-ITALIANO1",
        "ítalo",
        "it-IT-Latn",
        "zh-yue-yue",
        "it it",
    ];
    for tag in wrong {
        check(tag, None);
    }
}

#[test]
fn a_tag_is_shortened_from_its_end() {
    let mut shorter = Language::new("zh-Hant-TW");
    let mut chain = Vec::new();
    while let Some(language) = shorter {
        chain.push(language.to_string());
        shorter = language.parent();
    }
    assert_eq!(chain, ["zh-Hant-TW", "zh-Hant", "zh"]);
    let parent = |tag| Language::new(tag).and_then(Language::parent).map(|parent| parent.to_string());
    assert_eq!(parent("ca-valencia").as_deref(), Some("ca"));
    assert_eq!(parent("pt-BR").as_deref(), Some("pt"));
    assert_eq!(size_of::<Option<Language>>(), 8);
}

#[test]
fn tags_are_checked_at_compile_time() {
    const IT: Language = code_registry::language!("it");
    assert_eq!(Some(IT), Language::new("it"));
    assert_eq!(code_registry::language!("zh-hant-tw").to_string(), "zh-Hant-TW");
}
