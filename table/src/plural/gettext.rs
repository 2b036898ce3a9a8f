//! The plural forms of gettext: a number for each category that integers have, and an expression in C that computes it.

use code_registry_encoding::plural::{Condition, Operand, Relation};

use crate::model::{Category, Selector};
use crate::plural::rule_set;

/// The plural forms of a language in a PO file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Forms {
    /// The category of `msgstr[0]`, of `msgstr[1]` and so on.
    pub categories: &'static [Category],
    /// The value of the header `Plural-Forms`.
    pub header: String,
}

/// The plural forms of a language; `None` if CLDR does not know it.
///
/// ```
/// let forms = code_registry_table::plural::forms("it").unwrap();
/// assert_eq!(forms.header, "nplurals=3; plural=(n == 1) ? 0 : (n != 0 && n % 1000000 == 0) ? 1 : 2;");
/// ```
pub fn forms(tag: &str) -> Option<Forms> {
    let set = rule_set(tag, Selector::Plural)?;
    // The last one needs no condition: it is for all remaining numbers.
    let (_, chosen) = set.integers.split_last()?;
    let mut plural = String::new();
    for (at, category) in chosen.iter().enumerate() {
        let (_, condition) = set.rules.iter().find(|(named, _)| named == category)?;
        plural += &format!("({}) ? {at} : ", expression(condition)?);
    }
    let header = format!("nplurals={}; plural={plural}{};", set.integers.len(), chosen.len());
    Some(Forms { categories: set.integers, header })
}

/// The category of each of these whole numbers; `None` if CLDR does not know the language.
///
/// ```
/// use code_registry_table::{Category, Selector, plural::categories_of};
///
/// let found = categories_of("pl", Selector::Plural, &[1, 3, 5]);
/// assert_eq!(found, Some(vec![Category::One, Category::Few, Category::Many]));
/// ```
pub fn categories_of(tag: &str, selector: Selector, numbers: &[u64]) -> Option<Vec<Category>> {
    let rules = rule_set(tag, selector)?.rules.iter();
    let parsed =
        rules.map(|(category, condition)| Some((*category, super::parse_condition(condition).ok()?)));
    let parsed = parsed.collect::<Option<Vec<_>>>()?;
    let fits = |condition: &Condition, number| {
        condition.iter().any(|relations| relations.iter().all(|relation| holds(relation, number)))
    };
    let category = |&number: &u64| {
        let found = parsed.iter().find(|(_, condition)| fits(condition, number));
        found.map_or(Category::Other, |(category, _)| *category)
    };
    Some(numbers.iter().map(category).collect())
}

/// Every category of a language, including those that only fractions have, with `other` last; `None` if CLDR does not
/// know the language.
pub fn every_category(tag: &str, selector: Selector) -> Option<Vec<Category>> {
    Some(super::categories(tag, selector)?.all)
}

fn holds(relation: &Relation, number: u64) -> bool {
    let value = match (relation.operand, relation.power) {
        (Operand::N | Operand::I, 0) => number,
        (Operand::N | Operand::I, power) => number % 10_u64.pow(power.into()),
        // A whole number has no fraction and no exponent.
        _ => 0,
    };
    let is_in_range = relation.ranges.iter().any(|range| {
        let range = u64::from(*range.start())..=u64::from(*range.end());
        range.contains(&value)
    });
    is_in_range != relation.negated
}

/// A condition over the whole number `n`.
fn expression(condition: &str) -> Option<String> {
    let alternatives = super::parse_condition(condition).ok()?;
    let alternatives: Vec<_> = alternatives.iter().filter_map(|relations| all(relations)).collect();
    Some(alternatives.join(" || "))
}

/// The relations that remain for whole numbers, all of which must hold; `None` if no whole number fulfils them.
fn all(relations: &[Relation]) -> Option<String> {
    let mut parts = Vec::new();
    for relation in relations {
        match relation.operand {
            Operand::N | Operand::I => parts.push(part(relation)),
            // A whole number has no fraction and no exponent.
            _ if has(relation, 0) == relation.negated => return None,
            _ => {}
        }
    }
    Some(parts.join(" && "))
}

fn has(relation: &Relation, number: u32) -> bool {
    relation.ranges.iter().any(|range| range.contains(&number))
}

fn part(relation: &Relation) -> String {
    let operand = match relation.power {
        0 => "n".to_owned(),
        power => format!("n % {}", 10_u32.pow(power.into())),
    };
    let ranges = relation.ranges.iter().map(|range| match (range.start(), range.end(), relation.negated) {
        (first, last, false) if first == last => format!("{operand} == {first}"),
        (first, last, true) if first == last => format!("{operand} != {first}"),
        (0, last, false) => format!("{operand} <= {last}"),
        (0, last, true) => format!("{operand} > {last}"),
        (first, last, false) => format!("({operand} >= {first} && {operand} <= {last})"),
        (first, last, true) => format!("({operand} < {first} || {operand} > {last})"),
    });
    let ranges: Vec<_> = ranges.collect();
    match &*ranges {
        [range] => range.clone(),
        ranges => format!("({})", ranges.join(if relation.negated { " && " } else { " || " })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, header: &str) {
        assert_eq!(forms(tag).map(|forms| forms.header).as_deref(), Some(header), "{tag}");
    }

    #[test]
    fn forms_are_those_that_whole_numbers_reach() {
        check("ja", "nplurals=1; plural=0;");
        check("en", "nplurals=2; plural=(n == 1) ? 0 : 1;");
        check("fr", "nplurals=3; plural=((n == 0 || n == 1)) ? 0 : (n != 0 && n % 1000000 == 0) ? 1 : 2;");
        check(
            "ru",
            "nplurals=3; plural=(n % 10 == 1 && n % 100 != 11) ? 0 : \
             ((n % 10 >= 2 && n % 10 <= 4) && (n % 100 < 12 || n % 100 > 14)) ? 1 : 2;",
        );
        check(
            "ar",
            "nplurals=6; plural=(n == 0) ? 0 : (n == 1) ? 1 : (n == 2) ? 2 : ((n % 100 >= 3 && n % 100 <= 10)) ? 3 : \
             ((n % 100 >= 11 && n % 100 <= 99)) ? 4 : 5;",
        );
        // For a category that only fractions have, nothing remains.
        check(
            "lv",
            "nplurals=3; plural=(n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19)) ? 0 : \
             (n % 10 == 1 && n % 100 != 11) ? 1 : 2;",
        );
        assert_eq!(forms("la"), None);
    }
}
