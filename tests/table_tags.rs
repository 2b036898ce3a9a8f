//! Every tag that a table accepts is a valid `code_registry::Language`.

use code_registry::Language;

/// Subtags of every kind, valid and invalid.
const SUBTAGS: [&str; 22] = [
    "en",
    "DE",
    "yue",
    "zh",
    "Hant",
    "latn",
    "cyrl",
    "TW",
    "ch",
    "419",
    "001",
    "1996",
    "1901a",
    "valencia",
    "ROZAJ",
    "english",
    "ninechars",
    "i",
    "x",
    "u",
    "",
    "pt_BR",
];

#[test]
fn tables_and_languages_accept_the_same_tags() {
    for tag in tags() {
        let held = Language::new(&tag).map(|language| language.to_string());
        let held = held.filter(|shown| shown.eq_ignore_ascii_case(&tag));
        assert_eq!(taken(&tag), held, "{tag:?}");
    }
}

/// Every tag of one to four subtags whose first one consists of letters.
fn tags() -> Vec<String> {
    let mut tags: Vec<String> = SUBTAGS.map(str::to_owned).into();
    let mut shorter = ["en", "zh", "yue", "pt"].map(str::to_owned).to_vec();
    for _ in 0..3 {
        let longer = shorter.iter().flat_map(|tag| SUBTAGS.map(|subtag| format!("{tag}-{subtag}")));
        shorter = longer.collect();
        tags.extend_from_slice(&shorter);
    }
    tags
}

/// The tag in the form of the table, if the table accepts it.
fn taken(tag: &str) -> Option<String> {
    let text = format!("[registry]\nlanguages = [\"{tag}\"]\n");
    let mut reading = code_registry_table::read("codes.toml", &text, &mut |_| unreachable!());
    let is_refused = reading.diagnostics.iter().any(|report| report.place.span.start > "[registry]\n".len());
    (!is_refused).then(|| reading.table.languages.remove(0).tag)
}
