//! Numbers, lists, sizes and durations equal those of ICU4X in every locale of CLDR: all that a `Language` can name.
//!
//! `FORMATS_PER_LOCALE` is the number of values in each locale; `.ci/formats` compares 10,000.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod lists;
mod numbers;
mod units;

use std::collections::BTreeSet;

use code_registry::Language;

/// The locales of CLDR 48.2 that a `Language` can name, and some that inherit from them.
fn locales() -> Vec<String> {
    let text = include_str!("../../table/tests/cldr/availableLocales.json");
    let available: serde_json::Value = serde_json::from_str(text).unwrap();
    let tags = available["availableLocales"]["full"].as_array().unwrap();
    let inherited = [
        "zh-TW",
        "zh-Hans-TW",
        "sr-ME",
        "sr-Latn-RS",
        "pt-FR",
        "pt-Latn-AO",
        "en-XX",
        "de-Latn-CH",
        "uz-AF",
        "pa-PK",
    ];
    let tags = tags.iter().map(|tag| tag.as_str().unwrap()).chain(inherited);
    let tags = tags.filter(|tag| Language::new(tag).is_some_and(|known| known.to_string() == *tag));
    tags.map(str::to_owned).collect()
}

fn values_per_locale() -> usize {
    std::env::var("FORMATS_PER_LOCALE").map_or(50, |count| count.parse().unwrap())
}

/// Random numbers; the same ones in each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

/// Fails if locales differ from ICU4X and are not listed, or are listed and do not differ.
#[track_caller]
fn check_differences(found: &[(String, String)], listed: &str) {
    let listed: BTreeSet<&str> = listed.split_whitespace().collect();
    let differing: BTreeSet<&str> = found.iter().map(|(tag, _)| tag.as_str()).collect();
    let surprises: Vec<&str> = found
        .iter()
        .filter(|(tag, _)| !listed.contains(&**tag))
        .map(|(_, difference)| &**difference)
        .collect();
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    let equal: Vec<_> = listed.difference(&differing).collect();
    assert!(equal.is_empty(), "these do not differ: {equal:?}");
}
