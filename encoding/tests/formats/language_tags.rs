//! Language tags: their parts, their canonical text, and what is not a tag.

use code_registry_encoding::tag::{Region, Script, Tag};

fn tag(text: &str) -> Tag {
    Tag::new(text).unwrap()
}

#[test]
fn tags_have_a_canonical_text() {
    for (text, expected) in [
        ("IT", "it"),
        ("YUE", "yue"),
        ("pt-br", "pt-BR"),
        ("YUE-hk", "yue-HK"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sr-latn", "sr-Latn"),
        ("ca-VALENCIA", "ca-valencia"),
        ("de-1996", "de-1996"),
        ("hy-arevela", "hy-arevela"),
        ("sl-rozaj", "sl-rozaj"),
        ("zh-yue", "yue"),
        ("zh-yue-Hant-HK", "yue-Hant-HK"),
        ("zz-zzzz-999", "zz-Zzzz-999"),
        ("aa-aaaa-000", "aa-Aaaa-000"),
        ("de-ch-1996", "de-CH"),
        ("sl-rozaj-biske", "sl-rozaj"),
        ("en-u-nu-latn", "en"),
        ("en-x-a", "en"),
        ("en-a-bcd-x-abcdefgh-1", "en"),
        ("ca-valencia-u-nu-latn", "ca-valencia"),
    ] {
        let read = tag(text);
        assert_eq!((&*read.text(), read.to_string().as_str()), (expected, expected), "{text}");
        assert_eq!(format!("{read:?} {read:>15}"), format!("Tag({expected}) {expected:>15}"));
        assert_eq!(format!("{:?} {:>15}", read.text(), read.text()), format!("{expected:?} {expected:>15}"));
        assert!(read.text() == expected && read.text() != "other" && read.text().as_ref() == expected);
    }
}

#[test]
fn other_texts_are_not_tags() {
    for text in [
        "",
        "i",
        "abcd",
        "1a",
        "a1",
        "é",
        "it-",
        "-it",
        "it--CH",
        "it_CH",
        "it-C",
        "it-1",
        "it-C1",
        "it-12",
        "it-1a2",
        "it-12a",
        "it-éé",
        "it-a1",
        "pt-b1",
        "yue-h1",
        "1t-CH",
        "yu1-HK",
        "it-CH-IT",
        "it-CH-Latn",
        "it-Latn-Cyrl",
        "zh-yue-yue",
        "it-1996-CH",
        "it-abcdefghi",
        "it-x",
        "it-u",
        "it-u-",
        "it-CH-x",
        "it-a-b",
        "it-abc1",
        "it-x-abcdefghi",
        "it-x-é",
        "it-Latn-yue",
        "it-1234-yue",
        "it-999-yue",
        "it-u-é",
    ] {
        assert_eq!(Tag::new(text), None, "{text}");
        assert_eq!(Tag::with_dropped_variant(text), None, "{text}");
    }
}

#[test]
fn tags_of_the_same_parts_are_the_same() {
    for (text, exact) in [("PT-br", true), ("zh-yue", false), ("de-CH-1996", false), ("en-u-nu-latn", false)]
    {
        assert_eq!(Tag::exact(text).is_some(), exact, "{text}");
    }
    assert!(tag("it") < tag("it-CH") && tag("it").is(tag("IT")) && !tag("it").is(tag("it-CH")));
    assert_eq!(Tag::from_bits(0), None);
}

#[test]
fn the_parent_has_one_subtag_less() {
    let parents = |text| {
        let parents = std::iter::successors(tag(text).parent(), |tag| tag.parent());
        parents.map(|tag| tag.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(parents("zh-Hant-TW"), ["zh-Hant", "zh"]);
    assert_eq!(parents("pt-BR"), ["pt"]);
    assert_eq!(parents("sr-Latn"), ["sr"]);
    assert_eq!(parents("ca-valencia"), ["ca"]);
    assert_eq!(parents("de-1996"), ["de"]);
    assert!(parents("it").is_empty());
}

#[test]
fn parts_have_texts() {
    let parts = |text| {
        let tag = tag(text);
        let (script, region) = (tag.script().map(Script::text), tag.region().map(Region::text));
        [script, region, tag.variant()].map(|text| text.map(|text| text.to_string()).unwrap_or_default())
    };
    assert_eq!(parts("zh-hant-tw"), ["Hant", "TW", ""]);
    assert_eq!(parts("es-419"), ["", "419", ""]);
    assert_eq!(parts("sr-latn"), ["Latn", "", ""]);
    assert_eq!(parts("ca-valencia"), ["", "", "valencia"]);
    assert_eq!(parts("de-1996"), ["", "", "1996"]);
    assert_eq!(parts("it"), ["", "", ""]);
    assert_eq!(tag("ca-valencia").language(), tag("ca"));
    assert_eq!(tag("zh-Hant-TW").language(), tag("zh"));
}

#[test]
fn a_dropped_variant_is_found() {
    for (text, expected) in [
        ("ca-ES-valencia", Some("ca-valencia")),
        ("sr-Latn-ekavsk", Some("sr-ekavsk")),
        ("de-Latn-CH-1996-1901", Some("de-1996")),
        ("zh-yue-HK-jyutping", Some("yue-jyutping")),
        ("de-1996", None),
        ("de-1996-1901", None),
        ("de-CH", None),
        ("de", None),
    ] {
        assert_eq!(Tag::with_dropped_variant(text), expected.map(tag), "{text}");
    }
}
