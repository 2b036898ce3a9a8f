//! The committed files of CLDR.

use serde_json::Value;

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Cardinal,
    Ordinal,
}

/// The rules of a language.
pub(crate) struct Language {
    pub(crate) tag: String,
    /// In the order they are tried; `other` is the last.
    pub(crate) rules: Vec<Rule>,
}

pub(crate) struct Rule {
    /// `zero` to `other`.
    pub(crate) category: String,
    /// Empty for `other`.
    pub(crate) condition: String,
    /// Numbers of the category, as CLDR writes them: `1`, `1.50`, `1c6`.
    pub(crate) integers: Vec<String>,
    pub(crate) decimals: Vec<String>,
}

/// Every language in CLDR, by tag.
pub(crate) fn languages(kind: Kind) -> Vec<Language> {
    let (file, key) = match kind {
        Kind::Cardinal => (include_str!("../cldr/plurals.json"), "/supplemental/plurals-type-cardinal"),
        Kind::Ordinal => (include_str!("../cldr/ordinals.json"), "/supplemental/plurals-type-ordinal"),
    };
    let file: Value = serde_json::from_str(file).unwrap();
    let languages = file.pointer(key).unwrap().as_object().unwrap();
    languages.iter().map(|(tag, rules)| Language { tag: tag.clone(), rules: read_rules(rules) }).collect()
}

fn read_rules(rules: &Value) -> Vec<Rule> {
    let rules = rules.as_object().unwrap();
    let read =
        |category: &&str| Some(read_rule(category, rules.get(&format!("pluralRule-count-{category}"))?));
    let rules_read: Vec<Rule> =
        ["zero", "one", "two", "few", "many", "other"].iter().filter_map(read).collect();
    assert_eq!(rules_read.len(), rules.len());
    rules_read
}

fn read_rule(category: &str, text: &Value) -> Rule {
    let (rest, decimals) = split(text.as_str().unwrap(), "@decimal");
    let (condition, integers) = split(rest, "@integer");
    Rule {
        category: category.to_owned(),
        condition: condition.trim().to_owned(),
        integers: samples(integers),
        decimals: samples(decimals),
    }
}

fn split<'a>(text: &'a str, mark: &str) -> (&'a str, &'a str) {
    text.split_once(mark).unwrap_or((text, ""))
}

fn samples(list: &str) -> Vec<String> {
    let samples = list.split(',').map(str::trim).filter(|sample| !sample.is_empty() && *sample != "…");
    samples.flat_map(|sample| sample.split_once('~').map_or_else(|| vec![sample.to_owned()], range)).collect()
}

/// Every number from the first to the last, in steps of one in the last digit.
fn range((first, last): (&str, &str)) -> Vec<String> {
    let places = first.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let scaled = |number: &str| number.replace('.', "").parse::<u64>().unwrap();
    (scaled(first)..=scaled(last)).map(|scaled| decimal(scaled, places)).collect()
}

/// A number of so many hundredths or the like, in digits.
pub(crate) fn decimal(scaled: u64, places: usize) -> String {
    let mut digits = format!("{scaled:0width$}", width = places + 1);
    if places > 0 {
        digits.insert(digits.len() - places, '.');
    }
    digits
}
