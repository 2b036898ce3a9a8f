//! Runs the compiled rules of a language over the operands of a number.

use super::{Category, Operands};

/// The category of a number in the language whose rules these are. Without rules every number is `Other`.
pub fn category(rules: &[u8], operands: &Operands) -> Category {
    let mut rest = rules;
    while let [category, length, tail @ ..] = rest {
        let Some((relations, next)) = tail.split_at_checked(usize::from(*length)) else { break };
        if all_hold(relations, operands) {
            return named(*category);
        }
        rest = next;
    }
    Category::Other
}

fn named(category: u8) -> Category {
    match category {
        0 => Category::Zero,
        1 => Category::One,
        2 => Category::Two,
        3 => Category::Few,
        4 => Category::Many,
        _ => Category::Other,
    }
}

fn all_hold(mut relations: &[u8], operands: &Operands) -> bool {
    while let [head, rest @ ..] = relations {
        let value = modulo(operands.value(head & 0b111), head >> 3 & 0b111);
        let (found, next) = if head & 1 << 7 == 0 { is_next(value, rest) } else { is_listed(value, rest) };
        let whole = head & 0b111 != 0 || operands.is_whole();
        let negated = head & 1 << 6 != 0;
        if (found && whole) == negated {
            return false;
        }
        relations = next;
    }
    true
}

fn modulo(value: u64, power: u8) -> u64 {
    const POWERS: [u64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
    if power == 0 { value } else { value % POWERS[usize::from(power)] }
}

/// Whether the value is the next byte.
fn is_next(value: u64, bytes: &[u8]) -> (bool, &[u8]) {
    bytes.split_first().map_or((false, bytes), |(&single, rest)| (value == u64::from(single), rest))
}

/// Whether the value lies in one of the ranges that follow.
fn is_listed(value: u64, bytes: &[u8]) -> (bool, &[u8]) {
    let (count, mut rest) = number(bytes);
    let mut found = false;
    for _ in 0..count {
        let (first, after) = number(rest);
        let (span, after) = number(after);
        found |= value.wrapping_sub(first) <= span;
        rest = after;
    }
    (found, rest)
}

/// A number of seven bits a byte, the lowest first, the highest bit of each byte saying that more follow.
fn number(bytes: &[u8]) -> (u64, &[u8]) {
    let (mut value, mut shift, mut rest) = (0, 0, bytes);
    while let [byte, tail @ ..] = rest {
        rest = tail;
        value |= u64::from(byte & 0x7f) << shift;
        shift = (shift + 7) & 63;
        if byte & 0x80 == 0 {
            break;
        }
    }
    (value, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_clause_that_holds_decides() {
        let english = [1, 4, 1, 1, 2, 0];
        assert_eq!(category(&english, &1_u8.into()), Category::One);
        assert_eq!(category(&english, &2_u8.into()), Category::Other);
        assert_eq!(category(&[3, 2, 0, 7, 4, 2, 0, 7], &7_u8.into()), Category::Few);
        assert_eq!(category(&[], &1_u8.into()), Category::Other);
    }

    #[test]
    fn bytes_that_are_no_rules_do_no_harm() {
        for first in 0..=u8::MAX {
            for bytes in [
                &[1, 1, first] as &[u8],
                &[1, 9, first],
                &[first, first, 0x80, 0xff, 0xff],
                &[1, 5, first, 3, 255, 255, 1],
            ] {
                category(bytes, &u128::MAX.into());
            }
        }
    }
}
