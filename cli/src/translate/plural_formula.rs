//! The header `Plural-Forms` of PO files: a C expression that gives each number its plural form.

use std::collections::BTreeSet;

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
    let samples: BTreeSet<u64> = (0..=1000).chain(thousands).chain(greater).chain(powers).collect();
    samples.into_iter().collect()
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
