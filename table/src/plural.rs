//! The plural categories of a language.

use crate::model::{Category, Selector};

/// The plural categories of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Categories {
    /// Every one, `other` last.
    pub(crate) all: Vec<Category>,
    /// Those that integers reach.
    pub(crate) integers: &'static [Category],
}

/// The categories that a language has for this selector; none where CLDR does not know the language.
pub(crate) fn categories(tag: &str, selector: Selector) -> Option<Categories> {
    use Category::{Few, Many, One, Other, Two};
    let language = tag.split('-').next().unwrap_or(tag);
    let integers: &[Category] = match (language, selector) {
        ("en" | "de", Selector::Plural) => &[One, Other],
        ("en", Selector::Ordinal) => &[One, Two, Few, Other],
        ("it", Selector::Plural) => &[One, Many, Other],
        ("it", Selector::Ordinal) => &[Many, Other],
        ("de", Selector::Ordinal) | ("ja", _) => &[Other],
        ("pl", Selector::Plural) => &[One, Few, Many],
        _ => return None,
    };
    let mut all = integers.to_vec();
    if !all.contains(&Other) {
        all.push(Other);
    }
    Some(Categories { all, integers })
}
