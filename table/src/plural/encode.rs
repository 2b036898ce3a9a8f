//! A parsed rule → the bytes that `code_registry::plural` runs.
//!
//! The rules of a language are clauses, tried in order; the first whose relations all hold gives the category, and
//! if none does it is `other`:
//!
//! ```text
//! clause    category (0 zero … 4 many), length of the relations in bytes, relations
//! relation  head, value                          what is compared is this value
//!           head, count, (first, last − first)…  or, with bit 7 of the head, lies in one of these ranges
//! head      bits 0–2 the operand (n i v w f t c), bits 3–5 the power of ten whose remainder is compared (0: none),
//!           bit 6 the relation is negated, bit 7 a list follows
//! ```
//!
//! A lone value is a byte. The numbers of a list have seven bits a byte, the lowest first, and the highest bit of a
//! byte says that more follow.

use core::ops::RangeInclusive;

use super::parse::{Condition, Relation};
use crate::model::Category;

const NEGATED: u8 = 1 << 6;
const LIST: u8 = 1 << 7;

/// Appends the clauses of a rule, one for each alternative. None if the format has no room for one.
pub(super) fn rule(category: Category, condition: &Condition, bytes: &mut Vec<u8>) -> Option<()> {
    for alternative in condition {
        let relations: Vec<u8> = alternative.iter().flat_map(relation).collect();
        bytes.extend([category as u8, u8::try_from(relations.len()).ok()?]);
        bytes.extend(relations);
    }
    Some(())
}

fn relation(relation: &Relation) -> Vec<u8> {
    let negated = if relation.negated { NEGATED } else { 0 };
    let head = relation.operand as u8 | relation.power << 3 | negated;
    let ranges = joined(&relation.ranges);
    match lone_value(&ranges) {
        Some(value) => vec![head, value],
        None => list(head | LIST, &ranges),
    }
}

fn list(head: u8, ranges: &[RangeInclusive<u32>]) -> Vec<u8> {
    let mut bytes = vec![head];
    number(ranges.len() as u32, &mut bytes);
    for range in ranges {
        number(*range.start(), &mut bytes);
        number(range.end() - range.start(), &mut bytes);
    }
    bytes
}

fn lone_value(ranges: &[RangeInclusive<u32>]) -> Option<u8> {
    match ranges {
        [range] if range.start() == range.end() => u8::try_from(*range.start()).ok(),
        _ => None,
    }
}

/// The same values in as few ranges as possible, in order.
fn joined(ranges: &[RangeInclusive<u32>]) -> Vec<RangeInclusive<u32>> {
    let mut sorted = ranges.to_vec();
    sorted.sort_by_key(|range| *range.start());
    sorted.dedup_by(|next, range| {
        let touch = u64::from(*next.start()) <= u64::from(*range.end()) + 1;
        if touch {
            *range = *range.start()..=*range.end().max(next.end());
        }
        touch
    });
    sorted
}

fn number(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 1 << 7 {
        bytes.push(value as u8 | 1 << 7);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::super::parse::condition;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[u8]) {
        let mut bytes = Vec::new();
        assert_eq!(rule(Category::One, &condition(text).expect("a condition"), &mut bytes), Some(()));
        assert_eq!(bytes, expected, "{text}");
    }

    #[test]
    fn the_commonest_rules_are_tiny() {
        check("n = 1", &[1, 2, 0, 1]);
        check("i = 1 and v = 0", &[1, 4, 1, 1, 2, 0]);
    }

    #[test]
    fn each_alternative_is_a_clause() {
        check("v != 0 or i % 100 = 2", &[1, 2, NEGATED | 2, 0, 1, 2, 2 << 3 | 1, 2]);
    }

    #[test]
    fn values_are_joined_to_ranges() {
        check("n = 3,1,2,9", &[1, 6, LIST, 2, 1, 2, 9, 0]);
        check("n = 1000..20000", &[1, 7, LIST, 1, 0xe8, 0x07, 0xb8, 0x94, 0x01]);
        check("n = 4294967295,0", &[1, 10, LIST, 2, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f, 0]);
    }

    #[test]
    fn a_clause_too_long_is_refused() {
        let long = vec!["n = 1"; 128].join(" and ");
        assert_eq!(rule(Category::One, &condition(&long).expect("a condition"), &mut Vec::new()), None);
    }
}
