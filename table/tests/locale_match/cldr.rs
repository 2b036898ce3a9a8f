//! The committed files of CLDR.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

fn entries(file: &str, pointer: &str) -> BTreeMap<String, Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    serde_json::from_value(file.pointer(pointer).unwrap().clone()).unwrap()
}

/// The languages with a locale in CLDR.
pub(crate) fn languages() -> BTreeSet<String> {
    let file: Value = serde_json::from_str(include_str!("../cldr/availableLocales.json")).unwrap();
    let tags = file.pointer("/availableLocales/full").unwrap().as_array().unwrap();
    tags.iter().map(|tag| tag.as_str().unwrap().split('-').next().unwrap().to_owned()).collect()
}

/// Likely subtags, without those of `und`.
pub(crate) fn likely() -> BTreeMap<String, String> {
    let likely = entries(include_str!("../cldr/likelySubtags.json"), "/supplemental/likelySubtags");
    let likely = likely.into_iter().filter(|(tag, _)| !tag.starts_with("und"));
    likely.map(|(tag, full)| (tag, full.as_str().unwrap().to_owned())).collect()
}

/// The parents that differ from truncation, by child.
pub(crate) fn parents() -> BTreeMap<String, String> {
    let parents =
        entries(include_str!("../cldr/parentLocales.json"), "/supplemental/parentLocales/parentLocale");
    parents.into_iter().map(|(child, parent)| (child, parent.as_str().unwrap().to_owned())).collect()
}

/// Languages by old names, except those of ISO 639-2, which no tag may have.
pub(crate) fn aliases() -> BTreeMap<String, String> {
    let aliases = entries(include_str!("../cldr/aliases.json"), "/supplemental/metadata/alias/languageAlias");
    let aliases = aliases.into_iter().filter(|(old, alias)| {
        !old.contains('-') && !matches!(alias["_reason"].as_str(), Some("overlong" | "bibliographic"))
    });
    aliases.map(|(old, alias)| (old, alias["_replacement"].as_str().unwrap().to_owned())).collect()
}
