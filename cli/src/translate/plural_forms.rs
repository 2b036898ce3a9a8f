//! The plural forms of PO files: the header `Plural-Forms`, a C expression that gives each number its form, and the plural
//! categories of CLDR that the forms cover.

use std::collections::BTreeMap;

use code_registry_table::plural::{categories_of, every_category, integer_categories};
use code_registry_table::{ArgumentKind, Case, Category, Selector};

/// Longer and deeper expressions are refused: the longest of any language has 150 bytes and ten levels.
const MOST_BYTES: usize = 1024;
const MOST_DEPTH: usize = 64;
/// gettext itself supports at most six.
const MOST_FORMS: usize = 16;

/// A formula: the number of forms, and the form of each number.
#[derive(Debug, Clone)]
pub(super) struct PluralForms {
    count: usize,
    plural: Expression,
}

/// The value of `Plural-Forms` in gettext's template, before a language is chosen.
pub(super) const PLACEHOLDER: &str = "nplurals=INTEGER; plural=EXPRESSION;";

impl PluralForms {
    /// Reads `nplurals=2; plural=(n != 1);`.
    pub(super) fn parse(header: &str) -> Option<Self> {
        let value = |name: &str| {
            let fields = header.get(..header.len().min(MOST_BYTES))?.split(';');
            fields.filter_map(|field| field.split_once('=')).find(|(key, _)| key.trim() == name)
        };
        let count = value("nplurals")?.1.trim().parse().ok()?;
        let (_, plural) = value("plural")?;
        let plural = Parser { rest: plural, depth: 0 }.whole()?;
        let forms = Self { count, plural };
        let is_sound =
            (1..=MOST_FORMS).contains(&count) && samples().iter().all(|&n| forms.form(n).is_some());
        is_sound.then_some(forms)
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The form of a number; `None` if the expression divides by zero or names a form that does not exist.
    pub(super) fn form(&self, number: u64) -> Option<usize> {
        usize::try_from(self.plural.value(number)?).ok().filter(|form| *form < self.count)
    }
}

/// The numbers for which formulas are compared: all up to 1,000, and some of each greater size.
pub(super) fn samples() -> Vec<u64> {
    let thousands = (2..=100).map(|thousand| thousand * 1000);
    let greater = [1001, 1002, 1011, 1111, 200_000, 1_000_001, 1_000_002, 1_000_011, 1_000_100, 2_000_000];
    let powers = (6..=12).map(|power| 10_u64.pow(power));
    let mut samples: Vec<u64> = (0..=1000).chain(thousands).chain(greater).chain(powers).collect();
    samples.sort_unstable();
    samples.dedup();
    samples
}

/// The operators of C that gettext allows.
#[derive(Debug, Clone)]
enum Expression {
    N,
    Number(u64),
    Not(Box<Expression>),
    Binary(Operator, Box<[Expression; 2]>),
    Conditional(Box<[Expression; 3]>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    AtMost,
    AtLeast,
    Less,
    Greater,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// The operators by precedence, the lowest first; of two with the same beginning, the longer one is first.
const LEVELS: [&[(&str, Operator)]; 6] = [
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[("==", Operator::Equal), ("!=", Operator::NotEqual)],
    &[("<=", Operator::AtMost), (">=", Operator::AtLeast), ("<", Operator::Less), (">", Operator::Greater)],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide), ("%", Operator::Remainder)],
];

impl Expression {
    /// The value for a number, in C's unsigned arithmetic; `None` for a division by zero.
    fn value(&self, n: u64) -> Option<u64> {
        Some(match self {
            Self::N => n,
            Self::Number(number) => *number,
            Self::Not(inner) => u64::from(inner.value(n)? == 0),
            Self::Conditional(parts) => {
                let [condition, yes, no] = &**parts;
                if condition.value(n)? == 0 { no.value(n)? } else { yes.value(n)? }
            }
            Self::Binary(operator, sides) => {
                let [left, right] = &**sides;
                let left = left.value(n)?;
                match operator {
                    Operator::Or if left != 0 => 1,
                    Operator::And if left == 0 => 0,
                    _ => operator.apply(left, right.value(n)?)?,
                }
            }
        })
    }
}

impl Operator {
    fn apply(self, left: u64, right: u64) -> Option<u64> {
        Some(match self {
            Self::Or => u64::from(left != 0 || right != 0),
            Self::And => u64::from(left != 0 && right != 0),
            Self::Equal => u64::from(left == right),
            Self::NotEqual => u64::from(left != right),
            Self::AtMost => u64::from(left <= right),
            Self::AtLeast => u64::from(left >= right),
            Self::Less => u64::from(left < right),
            Self::Greater => u64::from(left > right),
            Self::Add => left.wrapping_add(right),
            Self::Subtract => left.wrapping_sub(right),
            Self::Multiply => left.wrapping_mul(right),
            Self::Divide => left.checked_div(right)?,
            Self::Remainder => left.checked_rem(right)?,
        })
    }
}

/// Reads an expression by recursive descent.
struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn whole(mut self) -> Option<Expression> {
        let expression = self.conditional()?;
        self.rest.trim().is_empty().then_some(expression)
    }

    fn conditional(&mut self) -> Option<Expression> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        let mut expression = self.binary(0)?;
        if self.eat("?") {
            let yes = self.conditional()?;
            if !self.eat(":") {
                return None;
            }
            expression = Expression::Conditional(Box::new([expression, yes, self.conditional()?]));
        }
        self.depth -= 1;
        Some(expression)
    }

    fn binary(&mut self, level: usize) -> Option<Expression> {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        let mut length = 0;
        while let Some((_, operator)) = operators.iter().find(|(sign, _)| self.eat(sign)) {
            // Each operator deepens the tree by one level.
            length += 1;
            if length > MOST_DEPTH {
                return None;
            }
            left = Expression::Binary(*operator, Box::new([left, self.binary(level + 1)?]));
        }
        Some(left)
    }

    fn unary(&mut self) -> Option<Expression> {
        let mut negations = 0;
        while self.eat("!") {
            negations += 1;
        }
        let inner = if self.eat("(") {
            let inner = self.conditional()?;
            self.eat(")").then_some(inner)?
        } else if self.eat("n") {
            Expression::N
        } else {
            Expression::Number(self.number()?)
        };
        Some(match negations {
            0 => inner,
            odd if odd % 2 == 1 => Expression::Not(Box::new(inner)),
            _ => Expression::Not(Box::new(Expression::Not(Box::new(inner)))),
        })
    }

    fn number(&mut self) -> Option<u64> {
        let text = self.rest.trim_start();
        let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        self.rest = rest;
        digits.parse().ok()
    }

    /// Skips white space and a token, if the token is next.
    fn eat(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        // The `!` of `!=` is not a negation.
        let found = rest.filter(|rest| sign != "!" || !rest.starts_with('='));
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }
}

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
        let mut categories: Vec<Category> = numbers.keys().map(|(category, _)| *category).collect();
        categories.dedup();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn value(expression: &str, n: u64) -> Option<u64> {
        Parser { rest: expression, depth: 0 }.whole()?.value(n)
    }

    #[test]
    fn expressions_are_those_of_c() {
        assert_eq!(value("1 + 2 * 3 - 4 / 2 % 3", 0), Some(5));
        assert_eq!(value("n == 1 || n > 5 && n < 7", 6), Some(1));
        assert_eq!(value("!n + !!n", 5), Some(1));
        assert_eq!(value("n != 1 ? n % 10 == 2 ? 7 : 8 : 9", 12), Some(7));
        assert_eq!(value("(n>=2&&n<=4)?1:0", 4), Some(1));
        assert_eq!(value("0 - 1 > n", 3), Some(1), "numbers have no sign");
        assert_eq!(value("n && 1 / n", 0), Some(0), "the right side is not evaluated");
        assert_eq!(value("1 / n", 0), None);
        for wrong in ["", "n n", "n ==", "(n", "n ? 1", "m", "1 < < 2", "99999999999999999999"] {
            assert_eq!(value(wrong, 1), None, "{wrong}");
        }
    }

    /// An untrusted header costs no more than a few thousand steps, and little stack.
    #[test]
    fn formulas_are_bounded() {
        let header = |plural: &str| format!("nplurals=2; plural={plural};");
        for plural in [
            "(".repeat(500) + "n" + &")".repeat(500),
            "n?".repeat(300) + "1" + &":1".repeat(300),
            "n".to_owned() + &"+n".repeat(400),
            "!".repeat(900) + "n",
            "n ".repeat(2000),
            "n % 0".to_owned(),
            "n".to_owned(),
        ] {
            let _ = PluralForms::parse(&header(&plural)).map(|forms| forms.form(1));
        }
        assert!(PluralForms::parse(&header("n % 0")).is_none());
        assert!(PluralForms::parse(&header("n")).is_none(), "form 2 does not exist");
        assert!(PluralForms::parse("nplurals=0; plural=0;").is_none());
        assert!(PluralForms::parse("nplurals=99; plural=0;").is_none());
        assert!(PluralForms::parse("plural=0; nplurals=1").is_some());
    }
}
