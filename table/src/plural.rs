//! The plural rules of every language in CLDR, compiled for the languages of a table.
//!
//! The library runs them with [`code_registry_encoding::plural`].

mod gettext;
mod parse;
#[rustfmt::skip] // it is as its generator writes it
mod rules;

pub use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::encode_rules;

use crate::model::{Category, Selector};

pub use gettext::{Forms, categories_of, every_category, forms};

/// The plural rules of languages that share them.
struct RuleSet {
    /// The tags, separated by spaces.
    tags: &'static str,
    /// The condition of each category but `other`, in the order they are tried.
    rules: &'static [(Category, &'static str)],
    /// The categories that integers have.
    integers: &'static [Category],
}

/// The plural categories of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Categories {
    /// All categories, with `other` last.
    pub(crate) all: Vec<Category>,
    /// Those that integers have.
    pub(crate) integers: &'static [Category],
}

/// The cardinal or ordinal rules of a language as [`code_registry_encoding::plural::category`] runs them. Empty if
/// every number is `other`; `None` if CLDR does not know the language.
pub fn compile(tag: &str, ordinal: bool) -> Option<Vec<u8>> {
    let set = rule_set(tag, if ordinal { Selector::Ordinal } else { Selector::Plural })?;
    let parse = |&(category, condition)| Some((category, parse::condition(condition).ok()?));
    encode_rules(&set.rules.iter().map(parse).collect::<Option<Vec<_>>>()?)
}

/// The categories that the language has for this selector; `None` if CLDR does not know the language.
pub(crate) fn categories(tag: &str, selector: Selector) -> Option<Categories> {
    let set = rule_set(tag, selector)?;
    let all = set.rules.iter().map(|(category, _)| *category).chain([Category::Other]).collect();
    Some(Categories { all, integers: set.integers })
}

/// The categories that integers have, with `other` last; `None` if CLDR does not know the language, or for a select.
pub fn integer_categories(tag: &str, selector: Selector) -> Option<&'static [Category]> {
    Some(rule_set(tag, selector)?.integers)
}

/// The integers of a category if its rule lists a few: 1 for `one` in English.
pub(crate) fn integers_of(tag: &str, selector: Selector, category: Category) -> Option<Vec<u64>> {
    let rules = rule_set(tag, selector)?.rules;
    let (_, condition) = rules.iter().find(|(named, _)| *named == category)?;
    let clauses = condition.split(" or ").map(integers_of_clause).collect::<Option<Vec<_>>>()?;
    Some(clauses.concat())
}

/// The integers of a clause such as `i = 1 and v = 0` or `n = 0..1`.
fn integers_of_clause(clause: &str) -> Option<Vec<u64>> {
    let mut relations = clause.split(" and ").filter(|relation| *relation != "v = 0");
    let (operand, values) = relations.next()?.split_once(" = ")?;
    if !matches!(operand, "n" | "i") || relations.next().is_some() {
        return None;
    }
    let ranges = values.split(',').map(|range| {
        let (first, last) = range.split_once("..").unwrap_or((range, range));
        Some(first.parse().ok()?..=last.parse().ok()?)
    });
    Some(ranges.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

/// The rules of the most specific tag that covers `tag`: both `pt-PT` and `pt` cover `pt-Latn-PT`.
///
/// Plural rules do not use CLDR's parent locales: `pt-AO` has the rules of `pt`.
fn rule_set(tag: &str, selector: Selector) -> Option<&'static RuleSet> {
    let sets = match selector {
        Selector::Plural => rules::CARDINAL,
        Selector::Ordinal => rules::ORDINAL,
        Selector::Select => return None,
    };
    let language = tag.split('-').next()?.to_ascii_lowercase();
    // Searching for the word first takes a hundredth of the time of comparing every tag.
    let near = sets.iter().filter(|set| set.tags.contains(&language));
    let known = near.flat_map(|set| set.tags.split(' ').map(move |known| (known, set)));
    known
        .filter(|(known, _)| known.starts_with(&language) && is_instance(tag, known))
        .max_by_key(|(known, _)| known.len())
        .map(|(_, set)| set)
}

/// Whether both have the same language, and `tag` has every other subtag of `known`. Subtags after a singleton do not
/// count.
fn is_instance(tag: &str, known: &str) -> bool {
    let mut subtags = tag.split('-').take_while(|subtag| subtag.len() > 1);
    let mut wanted = known.split('-');
    let same_language =
        subtags.next().zip(wanted.next()).is_some_and(|(tag, known)| tag.eq_ignore_ascii_case(known));
    same_language && wanted.all(|known| subtags.clone().any(|subtag| subtag.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Category::{Few, Many, One, Other, Two, Zero};

    #[track_caller]
    fn check(tag: &str, selector: Selector, all: &[Category], integers: &[Category]) {
        let found = categories(tag, selector).expect("a known language");
        assert_eq!((&*found.all, found.integers), (all, integers), "{tag}");
    }

    #[test]
    fn categories_of_integers() {
        check("en", Selector::Plural, &[One, Other], &[One, Other]);
        check("pl", Selector::Plural, &[One, Few, Many, Other], &[One, Few, Many]);
        check("cs", Selector::Plural, &[One, Few, Many, Other], &[One, Few, Other]);
        check("it", Selector::Plural, &[One, Many, Other], &[One, Many, Other]);
        check(
            "ar",
            Selector::Plural,
            &[Zero, One, Two, Few, Many, Other],
            &[Zero, One, Two, Few, Many, Other],
        );
        check("ja", Selector::Plural, &[Other], &[Other]);
        check("en", Selector::Ordinal, &[One, Two, Few, Other], &[One, Two, Few, Other]);
        check("it", Selector::Ordinal, &[Many, Other], &[Many, Other]);
    }

    #[test]
    fn a_tag_has_the_rules_of_the_most_specific_known_one() {
        let [brazil, portugal] = ["pt", "pt-PT"].map(|tag| compile(tag, false).expect("a known language"));
        assert_ne!(brazil, portugal);
        for tag in ["pt-BR", "pt-Latn", "pt-AO", "PT", "pt-x-pt"] {
            assert_eq!(compile(tag, false).as_ref(), Some(&brazil), "{tag}");
        }
        for tag in ["pt-pt", "pt-Latn-PT", "pt-PT-ao1990", "pt-PT-u-nu-latn"] {
            assert_eq!(compile(tag, false).as_ref(), Some(&portugal), "{tag}");
        }
        assert_eq!(compile("zh-Hant-TW", false), Some(Vec::new()));
    }

    #[test]
    fn a_rule_may_list_the_integers_of_a_category() {
        let of = |tag, category| integers_of(tag, Selector::Plural, category);
        assert_eq!(of("en", One), Some(vec![1]));
        assert_eq!(of("hi", One), Some(vec![0, 1]));
        assert_eq!(of("cs", Few), Some(vec![2, 3, 4]));
        assert_eq!(of("ar", Zero), Some(vec![0]));
        assert_eq!(of("ru", One), None, "21 is one of them, and 101");
        assert_eq!(of("it", Many), None);
    }

    #[test]
    fn a_language_unknown_to_cldr_has_no_rules() {
        for tag in ["la", "p", "pt_PT", "x-pt", ""] {
            assert_eq!(compile(tag, false), None, "{tag}");
        }
        assert_eq!(compile("mt", true), None, "cardinals alone are known");
        assert!(categories("en", Selector::Select).is_none());
    }
}
