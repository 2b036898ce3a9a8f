//! The plural rules of CLDR, number by number, and the categories that the plural forms of a PO file cover.

use std::collections::{BTreeMap, BTreeSet};

use code_registry_table::plural::{categories_of, every_category, integer_categories};
use code_registry_table::{ArgumentKind, Case, Category, Selector};

use super::plural_formula::{PluralForms, samples};

/// A form may be for a few single numbers that CLDR does not distinguish: `0` in Latvian.
const MOST_EXACT: usize = 4;
/// Numbers that repeat after 100 or 1,000 are not single numbers.
const MOST_EXACT_NUMBER: u64 = 100;

/// The plural rules of a language, for the numbers that are compared.
#[derive(Debug)]
pub(super) struct PluralRules {
    pub(super) tag: String,
    /// Ascending.
    pub(super) samples: Vec<u64>,
    cardinals: Option<Vec<Category>>,
    ordinals: Option<Vec<Category>>,
}

impl PluralRules {
    pub(super) fn of(tag: &str) -> Self {
        let samples = samples();
        let cardinals = categories_of(tag, Selector::Plural, &samples);
        let ordinals = categories_of(tag, Selector::Ordinal, &samples);
        Self { tag: tag.to_owned(), samples, cardinals, ordinals }
    }

    /// The category of a whole number; `other` in a language without rules.
    pub(super) fn category(&self, selector: Selector, number: u64) -> Category {
        let categories = if selector == Selector::Plural { &self.cardinals } else { &self.ordinals };
        let known = self.samples.binary_search(&number).ok();
        let category = match (categories, known) {
            (None, _) => None,
            (Some(categories), Some(at)) => categories.get(at).copied(),
            (Some(_), None) => {
                categories_of(&self.tag, selector, &[number]).and_then(|found| found.first().copied())
            }
        };
        category.unwrap_or(Category::Other)
    }

    /// Whether an argument of this kind reaches a category. Fractions reach more than whole numbers do.
    pub(super) fn reaches(&self, selector: Selector, kind: ArgumentKind, category: Category) -> bool {
        if kind.has_fraction() {
            let every = every_category(&self.tag, selector).unwrap_or_else(|| vec![Category::Other]);
            return every.contains(&category);
        }
        self.samples.iter().any(|number| self.category(selector, *number) == category)
    }
}

/// The cases of a language that the forms of a file are for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Mapping {
    /// The form of each category.
    pub(super) categories: Vec<(Category, usize)>,
    /// The form of single numbers for which the language has no category of its own.
    pub(super) exact: Vec<(u64, usize)>,
    /// Categories without a form of their own, each with the category whose form it gets.
    pub(super) filled: Vec<(Category, Category)>,
    /// Numbers that have another form than their category.
    pub(super) shifted: Vec<u64>,
    /// Forms that no case of the language matches, each with a form that is shown instead.
    lost: Vec<(usize, usize)>,
}

impl Mapping {
    /// Compares a formula with the plural rules of a language, number by number.
    ///
    /// In a language without rules in CLDR, every number is `other`.
    pub(super) fn of(forms: &PluralForms, tag: &str) -> Self {
        let samples = samples();
        let categories = categories_of(tag, Selector::Plural, &samples);
        let categories = categories.unwrap_or_else(|| vec![Category::Other; samples.len()]);
        let mut numbers: BTreeMap<(Category, usize), Vec<u64>> = BTreeMap::new();
        for (number, category) in samples.into_iter().zip(categories) {
            // A formula is sound for every sample.
            let form = forms.form(number).unwrap_or(0);
            numbers.entry((category, form)).or_default().push(number);
        }
        let mut mapping = Self::default();
        mapping.choose_forms(&numbers);
        mapping.place_rest(&numbers);
        mapping.add_fractions(forms.count(), tag, &numbers);
        mapping
    }

    /// Gives each category the form that most of its numbers have.
    fn choose_forms(&mut self, numbers: &BTreeMap<(Category, usize), Vec<u64>>) {
        let categories: BTreeSet<Category> = numbers.keys().map(|(category, _)| *category).collect();
        let size =
            |category, form| numbers.get(&(category, form)).map_or((0, None), |all| (all.len(), all.last()));
        for &category in &categories {
            let forms = numbers.keys().filter(|(known, _)| *known == category).map(|(_, form)| *form);
            self.categories
                .extend(forms.max_by_key(|form| size(category, *form)).map(|form| (category, form)));
        }
        for &(category, form) in &self.categories {
            let sharing =
                self.categories.iter().filter(|(_, other)| *other == form).map(|(category, _)| *category);
            let owner = sharing.max_by_key(|sharing| size(*sharing, form)).unwrap_or(category);
            if owner != category {
                self.filled.push((category, owner));
            }
        }
    }

    /// Handles numbers whose form is not that of their category.
    fn place_rest(&mut self, numbers: &BTreeMap<(Category, usize), Vec<u64>>) {
        for (&(category, form), numbers) in numbers {
            let Some(chosen) = self.form(category).filter(|chosen| *chosen != form) else { continue };
            let is_single =
                numbers.len() <= MOST_EXACT && numbers.iter().all(|number| *number < MOST_EXACT_NUMBER);
            if self.categories.iter().any(|(_, known)| *known == form) {
                self.shifted.extend(numbers);
            } else if is_single {
                self.exact.extend(numbers.iter().map(|number| (*number, form)));
            } else {
                self.lost.push((form, chosen));
            }
        }
        self.shifted.sort_unstable();
        self.exact.sort_unstable();
    }

    /// Some tools have a form for fractions, which no whole number has.
    fn add_fractions(&mut self, count: usize, tag: &str, numbers: &BTreeMap<(Category, usize), Vec<u64>>) {
        let is_unreached = |form: &usize| numbers.keys().all(|(_, reached)| reached != form);
        let every = every_category(tag, Selector::Plural).unwrap_or_default();
        if self.form(Category::Other).is_none() && every.len() == count && is_unreached(&(count - 1)) {
            self.categories.push((Category::Other, count - 1));
        }
    }

    /// The usual mapping of a file that does not contain its formula; `None` if tools disagree.
    pub(super) fn assumed(count: usize, tag: &str) -> Option<Self> {
        let categories = integer_categories(tag, Selector::Plural)?;
        let language = tag.split('-').next().unwrap_or_default();
        if DISPUTED.contains(&language) {
            return None;
        }
        let mut mapping = Self::default();
        if count == categories.len() {
            mapping.categories = categories.iter().copied().zip(0..).collect();
        } else if count == 2 && categories == [Category::One, Category::Many, Category::Other] {
            mapping.categories = vec![(Category::One, 0), (Category::Many, 1), (Category::Other, 1)];
            mapping.filled = vec![(Category::Many, Category::Other)];
        } else {
            return None;
        }
        Some(mapping)
    }

    pub(super) fn form(&self, category: Category) -> Option<usize> {
        self.categories.iter().find(|(known, _)| *known == category).map(|(_, form)| *form)
    }

    /// The form that replaces one without a matching case; any other form itself.
    pub(super) fn shown(&self, form: usize) -> usize {
        self.lost.iter().find(|(lost, _)| *lost == form).map_or(form, |(_, shown)| *shown)
    }

    /// The form of every case that these texts need; otherwise the form without a matching case.
    pub(super) fn cases<T: PartialEq>(&self, texts: &[T]) -> Result<Vec<(Case, usize)>, usize> {
        let differ = |(form, shown): &&(usize, usize)| texts.get(*form) != texts.get(*shown);
        if let Some((form, _)) = self.lost.iter().find(differ) {
            return Err(*form);
        }
        let exact = self.exact.iter().map(|(number, form)| (Case::Exact(*number), *form));
        let categories = self.categories.iter().map(|(category, form)| (Case::Category(*category), *form));
        let cases: Vec<_> = exact.chain(categories).collect();
        match cases.iter().find(|(_, form)| *form >= texts.len()) {
            Some((_, form)) => Err(*form),
            None => Ok(cases),
        }
    }
}

/// Languages whose forms have another order, or another number, in some tools: a file must contain its formula.
const DISPUTED: [&str; 5] = ["fil", "he", "is", "lv", "sl"];
