//! Parses the syntax of CLDR's plural rules: UTS #35, part 3, section 5.1.

use core::ops::RangeInclusive;

use code_registry_encoding::plural::{Condition, Operand, Relation};

/// What a malformed rule lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Malformed {
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
pub(super) fn condition(text: &str) -> Result<Condition, Malformed> {
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
        assert_eq!(condition("v = 0 and i % 100 != 3..10,13 or e != 0..5").as_ref(), Ok(&expected));
        assert_eq!(condition(" v=0 and i%100!=3 .. 10 , 13 or c!=0..5 ").as_ref(), Ok(&expected));
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
            assert_eq!(condition(text), Err(lacks), "{text}");
        }
    }
}
