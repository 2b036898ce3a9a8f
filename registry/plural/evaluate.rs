//! Runs the compiled rules of a language over the operands of a number.

use super::{Category, Operands};

/// What divides an operand, by its number in the rules. The first leaves every operand as it is.
const DIVISORS: [u64; 8] = [u64::MAX, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const WIDE: u8 = 1 << 6;

// Where a step has the offset of the next.
const YES: usize = 1;
const NO: usize = 2;

/// How many integers, from 0 on, have their category in front of the rules.
const SMALL: usize = 10;

/// The category of an integer in the language whose rules these are.
#[inline]
pub fn category_of_integer(rules: &[u8], integer: u64) -> Category {
    match rules.first_chunk::<SMALL>() {
        Some(small) if integer < SMALL as u64 => named(small[integer as usize]),
        _ => category(rules, &integer.into()),
    }
}

/// The category of a number in the language whose rules these are. Without rules every number is `Other`.
pub fn category(rules: &[u8], operands: &Operands) -> Category {
    let rules = rules.get(SMALL..).unwrap_or_default();
    let mut at = 0;
    while let Some(step) = rules.get(usize::from(at)..).and_then(<[u8]>::first_chunk) {
        let [head, _, _, first, span] = *step;
        let (mut value, mut range) = (operands.value(head), (first.into(), span.into()));
        // One comparison spares the commonest rules two.
        if head >= 1 << 3 {
            value %= DIVISORS[usize::from(head >> 3 & 0b111)];
            if head & WIDE != 0 {
                range = wide_range(rules, usize::from(at) + 3);
            }
        }
        let next = step[if value.wrapping_sub(range.0) <= range.1 { YES } else { NO }];
        // Steps only lead forward; bytes that are no rules come to an end all the same.
        if next <= at {
            break;
        }
        at = next;
    }
    named(at)
}

fn wide_range(rules: &[u8], at: usize) -> (u64, u64) {
    match rules.get(at..) {
        Some(&[a, b, c, d, e, f, g, h, ..]) => {
            (u32::from_le_bytes([a, b, c, d]).into(), u32::from_le_bytes([e, f, g, h]).into())
        }
        _ => (0, 0),
    }
}

fn named(category: u8) -> Category {
    match category {
        250 => Category::Zero,
        251 => Category::One,
        252 => Category::Two,
        253 => Category::Few,
        254 => Category::Many,
        _ => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn steps_lead_to_a_category() {
        let english = [[250; SMALL], [0, 5, 255, 1, 0, 1, 251, 255, 0, 0]].concat();
        assert_eq!(category(&english, &1_u8.into()), Category::One);
        assert_eq!(category(&english, &2_u8.into()), Category::Other);
        assert_eq!(category_of_integer(&english, 9), Category::Zero);
        assert_eq!(category_of_integer(&english, 10), Category::Other);
        let steps: &[u8] = &[1 << 6 | 6 << 3, 252, 255, 0xa0, 0x86, 0x01, 0, 0, 0, 0, 0];
        let a_hundred_thousand = [&[0; SMALL], steps].concat();
        assert_eq!(category(&a_hundred_thousand, &5_100_000_u32.into()), Category::Two);
        assert_eq!(category(&a_hundred_thousand, &5_100_001_u32.into()), Category::Other);
        assert_eq!(category(&[], &1_u8.into()), Category::Other);
    }

    #[test]
    fn bytes_that_are_no_rules_do_no_harm() {
        for byte in 0..=u8::MAX {
            for bytes in [
                &[byte; 4] as &[u8],
                &[byte; 9],
                &[byte, 5, 5, 0, 255, byte, byte, 0, 1, 1],
                &[255, byte, 0, 1, 2],
            ] {
                category(&[&[byte; SMALL], bytes].concat(), &u128::MAX.into());
                category(bytes, &u128::MAX.into());
                category_of_integer(bytes, 9);
            }
        }
    }
}
