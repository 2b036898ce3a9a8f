//! The plural rules of every language in CLDR, compiled for the languages of a table.
//!
//! The library runs them with [`code_registry_encoding::plural`].

#[cfg(feature = "tool")]
mod gettext;
#[rustfmt::skip] // it is as its generator writes it
mod rules;

use core::ops::RangeInclusive;

pub use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{Condition, Operand, Relation, encode_rules};

use crate::model::{Category, Selector};
#[cfg(feature = "tool")]
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
    let parse = |&(category, condition)| Some((category, parse_condition(condition).ok()?));
    encode_rules(&set.rules.iter().map(parse).collect::<Option<Vec<_>>>()?)
}

/// The categories that the language has for this selector; `None` if CLDR does not know the language.
pub(crate) fn categories(tag: &str, selector: Selector) -> Option<Categories> {
    let set = rule_set(tag, selector)?;
    let all = set.rules.iter().map(|(category, _)| *category).chain([Category::Other]).collect();
    Some(Categories { all, integers: set.integers })
}

/// The categories that integers have, with `other` last; `None` if CLDR does not know the language, or for a select.
#[cfg(feature = "tool")]
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

/// What a malformed rule lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Malformed {
    /// One of the letters `n i v w f t c e`.
    Operand,
    /// After `%`, a power of ten up to 10,000,000: the compiled form has no other one.
    Modulus,
    /// `=` or `!=`.
    Comparison,
    /// A number of at most 32 bits.
    Number,
    /// A range that does not end before it starts.
    Range,
    /// `and`, `or`, or the end.
    End,
}

/// Parses a condition, without samples.
fn parse_condition(text: &str) -> Result<Condition, Malformed> {
    let mut cursor = Cursor { rest: text };
    let condition = cursor.any()?;
    if cursor.eat("") && cursor.rest.is_empty() { Ok(condition) } else { Err(Malformed::End) }
}

/// What is still to be parsed.
struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn any(&mut self) -> Result<Condition, Malformed> {
        let mut alternatives = vec![self.all()?];
        while self.eat("or") {
            alternatives.push(self.all()?);
        }
        Ok(alternatives)
    }

    fn all(&mut self) -> Result<Vec<Relation>, Malformed> {
        let mut relations = vec![self.relation()?];
        while self.eat("and") {
            relations.push(self.relation()?);
        }
        Ok(relations)
    }

    fn relation(&mut self) -> Result<Relation, Malformed> {
        let operand = self.operand()?;
        let power = if self.eat("%") { self.power()? } else { 0 };
        let negated = self.eat("!=");
        if !negated && !self.eat("=") {
            return Err(Malformed::Comparison);
        }
        let mut ranges = vec![self.range()?];
        while self.eat(",") {
            ranges.push(self.range()?);
        }
        Ok(Relation { operand, power, negated, ranges })
    }

    fn operand(&mut self) -> Result<Operand, Malformed> {
        use Operand::{C, F, I, N, T, V, W};
        let operands = [("n", N), ("i", I), ("v", V), ("w", W), ("f", F), ("t", T), ("c", C), ("e", C)];
        let found = operands.into_iter().find(|(letter, _)| self.eat(letter));
        found.map(|(_, operand)| operand).ok_or(Malformed::Operand)
    }

    fn power(&mut self) -> Result<u8, Malformed> {
        let modulus = self.number()?;
        (1..=7).find(|&power| 10_u32.pow(power.into()) == modulus).ok_or(Malformed::Modulus)
    }

    fn range(&mut self) -> Result<RangeInclusive<u32>, Malformed> {
        let first = self.number()?;
        let last = if self.eat("..") { self.number()? } else { first };
        if first <= last { Ok(first..=last) } else { Err(Malformed::Range) }
    }

    fn number(&mut self) -> Result<u32, Malformed> {
        let text = self.rest.trim_start();
        let (digits, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        self.rest = rest;
        digits.parse().map_err(|_| Malformed::Number)
    }

    /// Steps over white space and `token`, if that comes next.
    fn eat(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
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

    #[test]
    fn every_part_of_a_condition_is_kept() {
        let relation = |operand, power, negated, ranges| Relation { operand, power, negated, ranges };
        let expected = vec![
            vec![
                relation(Operand::V, 0, false, vec![0..=0]),
                relation(Operand::I, 2, true, vec![3..=10, 13..=13]),
            ],
            vec![relation(Operand::C, 0, true, vec![0..=5])],
        ];
        assert_eq!(parse_condition("v = 0 and i % 100 != 3..10,13 or e != 0..5").as_ref(), Ok(&expected));
        assert_eq!(parse_condition(" v=0 and i%100!=3 .. 10 , 13 or c!=0..5 ").as_ref(), Ok(&expected));
    }

    #[test]
    fn a_malformed_condition_says_what_it_lacks() {
        let cases = [
            ("", Malformed::Operand),
            ("x = 1", Malformed::Operand),
            ("n = 1 and", Malformed::Operand),
            ("n = 1 or or n = 2", Malformed::Operand),
            ("n % 7 = 1", Malformed::Modulus),
            ("n % 1 = 0", Malformed::Modulus),
            ("n % = 1", Malformed::Number),
            ("n", Malformed::Comparison),
            ("n 1", Malformed::Comparison),
            ("n ! = 1", Malformed::Comparison),
            ("n =", Malformed::Number),
            ("n = a", Malformed::Number),
            ("n = 1,", Malformed::Number),
            ("n = 1..", Malformed::Number),
            ("n = 4294967296", Malformed::Number),
            ("n = 2..1", Malformed::Range),
            ("n = 1 @integer 1", Malformed::End),
            ("n = 1…", Malformed::End),
        ];
        for (text, lacks) in cases {
            assert_eq!(parse_condition(text), Err(lacks), "{text}");
        }
    }
}
