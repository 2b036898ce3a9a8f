//! The sentences of a text that a language needs: those it has, and those its numbers can reach.

use std::collections::HashMap;

use code_registry_table::plural::every_category;
use code_registry_table::{Argument, ArgumentKind, Case, Category, Selector};

use super::plural_mapping::PluralRules;
use super::wording::{Choice, Condition, OTHER, Wording, rank};

/// The kind of an argument; what a table does not declare is a whole number if it selects a plural.
pub(super) fn kind_of(arguments: &[Argument], name: &str) -> ArgumentKind {
    let found = arguments.iter().find(|argument| argument.name == name);
    found.map_or(ArgumentKind::Integer, |argument| argument.kind)
}

/// A sentence to translate.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// What leads to it.
    pub(super) conditions: Vec<Condition>,
    /// What this language has there.
    pub(super) own: Option<&'a str>,
}

/// The sentences of a text: in the shape that the language has given it, else in that of the default language.
pub(super) fn of<'a>(
    source: &'a Wording,
    own: Option<&'a Wording>,
    arguments: &'a [Argument],
    rules: &'a PluralRules,
) -> Vec<Sentence<'a>> {
    let numbers = HashMap::new();
    let mut pairing = Pairing { arguments, rules, conditions: Vec::new(), numbers, out: Vec::new() };
    pairing.pair(source, own);
    pairing.out
}

struct Pairing<'a> {
    arguments: &'a [Argument],
    rules: &'a PluralRules,
    conditions: Vec<Condition>,
    /// The numbers that an argument can still be where its choices have led.
    numbers: HashMap<String, Vec<u64>>,
    out: Vec<Sentence<'a>>,
}

impl<'a> Pairing<'a> {
    fn pair(&mut self, source: &'a Wording, own: Option<&'a Wording>) {
        match (source, own) {
            (Wording::Choice(source), None) => self.pair_cases(source, Some(source), None),
            (Wording::Choice(source), Some(Wording::Choice(own)))
                if (source.selector, &source.argument) == (own.selector, &own.argument) =>
            {
                self.pair_cases(own, Some(source), Some(own));
            }
            (_, Some(Wording::Choice(own))) => self.pair_cases(own, None, Some(own)),
            (Wording::Sentence(_), None) | (_, Some(Wording::Sentence(_))) => {
                let own = own.map(|own| own.sentence(&[], self.rules));
                self.out.push(Sentence { conditions: self.conditions.clone(), own });
            }
        }
    }

    /// The sentences of a choice of this shape.
    fn pair_cases(&mut self, shape: &Choice, source: Option<&'a Choice>, own: Option<&'a Choice>) {
        for (case, numbers) in self.cases(shape) {
            let nearest = |choice: &'a Choice| choice.case(&case).or_else(|| choice.case(&OTHER));
            let shape_here = source.and_then(nearest).or_else(|| own.and_then(nearest));
            let inner = own.and_then(|own| own.case(&case));
            let saved = numbers.map(|numbers| self.numbers.insert(shape.argument.clone(), numbers));
            let condition = Condition { selector: shape.selector, argument: shape.argument.clone(), case };
            self.conditions.push(condition);
            if let Some(shape_here) = shape_here {
                self.pair(shape_here, inner);
            }
            self.conditions.pop();
            match saved {
                Some(Some(before)) => drop(self.numbers.insert(shape.argument.clone(), before)),
                Some(None) => drop(self.numbers.remove(&shape.argument)),
                None => {}
            }
        }
    }

    /// The cases of a choice that can occur: words as the shape has them, single numbers that it has, and the categories
    /// of the language; for whole numbers also which numbers these are.
    fn cases(&self, shape: &Choice) -> Vec<(Case, Option<Vec<u64>>)> {
        if shape.selector == Selector::Select {
            return shape.cases.iter().map(|(case, _)| (case.clone(), None)).collect();
        }
        let mut cases: Vec<(Case, Option<Vec<u64>>)>;
        if kind_of(self.arguments, &shape.argument).has_fraction() {
            let exact = shape.cases.iter().map(|(case, _)| case.clone());
            let exact = exact.filter(|case| matches!(case, Case::Exact(_)));
            let every =
                every_category(&self.rules.tag, shape.selector).unwrap_or_else(|| vec![Category::Other]);
            cases = exact.chain(every.into_iter().map(Case::Category)).map(|case| (case, None)).collect();
        } else {
            let reached = reached(self.rules, shape, self.numbers.get(&shape.argument));
            cases = reached.into_iter().map(|(case, numbers)| (case, Some(numbers))).collect();
        }
        cases.sort_by_key(|(case, _)| rank(case));
        cases
    }
}

/// Which cases the numbers of an argument reach, each with the numbers that reach it.
fn reached(rules: &PluralRules, choice: &Choice, numbers: Option<&Vec<u64>>) -> Vec<(Case, Vec<u64>)> {
    let is_exact = |number: u64| choice.case(&Case::Exact(number)).is_some();
    let exact = choice.cases.iter().filter_map(|(case, _)| match case {
        Case::Exact(number) if rules.samples.binary_search(number).is_err() => Some(*number),
        _ => None,
    });
    let numbers = numbers.cloned().unwrap_or_else(|| rules.samples.iter().copied().chain(exact).collect());
    let mut cases: Vec<(Case, Vec<u64>)> = Vec::new();
    for number in numbers {
        let category = Case::Category(rules.category(choice.selector, number));
        let case = if is_exact(number) { Case::Exact(number) } else { category };
        match cases.iter_mut().find(|(known, _)| *known == case) {
            Some((_, numbers)) => numbers.push(number),
            None => cases.push((case, vec![number])),
        }
    }
    cases
}
