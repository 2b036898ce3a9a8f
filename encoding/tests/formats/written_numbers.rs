//! Numbers are written with the digits, signs and groups of a language, whatever their length.

use code_registry_encoding::formats::{NumberFormat, two_digits};

use crate::random::Random;

const INDIAN: NumberFormat<'_> =
    NumberFormat { group: ",", other_groups: 2, first_group: 1, ..NumberFormat::PLAIN };
const SPANISH: NumberFormat<'_> =
    NumberFormat { group: ".", decimal: ",", first_group: 2, ..NumberFormat::PLAIN };
const ARABIC: NumberFormat<'_> = NumberFormat {
    zero: '\u{660}',
    group: "\u{66c}",
    decimal: "\u{66b}",
    minus: "\u{61c}-",
    first_group: 1,
    ..NumberFormat::PLAIN
};
const FORMATS: [NumberFormat<'_>; 11] = [
    NumberFormat::PLAIN,
    INDIAN,
    SPANISH,
    ARABIC,
    NumberFormat { zero: '\u{966}', ..INDIAN },
    NumberFormat { group: "[....]", first_group: 1, ..NumberFormat::PLAIN },
    NumberFormat { group: "[....]", last_group: 1, other_groups: 1, first_group: 1, ..NumberFormat::PLAIN },
    NumberFormat { last_group: 2, ..ARABIC },
    NumberFormat { zero: '0', last_group: 2, ..ARABIC },
    NumberFormat { group: "''''", last_group: 1, other_groups: 1, first_group: 1, ..NumberFormat::PLAIN },
    NumberFormat { group: "_", last_group: 4, other_groups: 4, first_group: 1, ..NumberFormat::PLAIN },
];

/// The whole part in groups, from the last digit on.
fn grouped(format: &NumberFormat<'_>, digits: &str) -> String {
    let last = usize::from(format.last_group);
    let is_grouped = digits.len() >= last + usize::from(format.first_group);
    let mut reversed: Vec<String> = Vec::new();
    for (index, digit) in digits.chars().rev().enumerate() {
        if is_grouped && index >= last && (index - last) % usize::from(format.other_groups) == 0 {
            reversed.push(format.group.to_owned());
        }
        reversed.push(localized(format, digit).into());
    }
    reversed.into_iter().rev().collect()
}

fn localized(format: &NumberFormat<'_>, digit: char) -> char {
    char::from_u32(u32::from(format.zero) + digit.to_digit(10).unwrap()).unwrap()
}

fn decimal(format: &NumberFormat<'_>, number: &str) -> String {
    let mut text = String::new();
    format.write_decimal(&number, &mut text).unwrap();
    text
}

#[test]
fn integers_have_the_groups_of_the_language() {
    let mut random = Random::new(1);
    let digits_of = |text: &str| text.parse::<u128>().unwrap();
    let mut numbers = vec![0, u64::MAX.into(), u128::from(u64::MAX) + 1, u128::MAX];
    for digits in 1..=38 {
        numbers.extend([digits_of(&"9".repeat(digits)), 10_u128.pow(digits as u32)]);
        numbers.push(
            (u128::from(random.number()) << 64 | u128::from(random.number())) % 10_u128.pow(digits as u32),
        );
    }
    for format in FORMATS {
        for &number in &numbers {
            let expected = grouped(&format, &number.to_string());
            let (mut positive, mut negative) = (String::new(), String::new());
            format.write_integer(false, number, &mut positive).unwrap();
            format.write_integer(true, number, &mut negative).unwrap();
            assert_eq!(positive, expected, "{format:?}");
            assert_eq!(negative, format!("{}{expected}", format.minus));
            assert_eq!(decimal(&format, &number.to_string()), expected);
            assert_eq!(decimal(&format, &format!("-{number}")), negative);
        }
    }
    let mut text = String::new();
    INDIAN.write_integer(false, 1_234_567_890, &mut text).unwrap();
    assert_eq!(text, "1,23,45,67,890");
}

#[test]
fn decimals_keep_their_digits_at_every_length() {
    for format in FORMATS {
        for whole in [1, 2, 3, 4, 5, 38, 39, 40, 41, 42, 59] {
            for fraction in [1, 2, 37, 38, 39, 40, 41, 60] {
                let (whole, fraction) =
                    (&"1234567890".repeat(6)[..whole], &"9876543210".repeat(6)[..fraction]);
                let fraction_written: String =
                    fraction.chars().map(|digit| localized(&format, digit)).collect();
                let expected = format!("{}{}{fraction_written}", grouped(&format, whole), format.decimal);
                assert_eq!(decimal(&format, &format!("{whole}.{fraction}")), expected);
                let negative = format!("{}{expected}", format.minus);
                assert_eq!(decimal(&format, &format!("-{whole}.{fraction}")), negative);
            }
        }
    }
}

#[test]
fn other_texts_stay_as_they_are() {
    let format = NumberFormat { infinity: "∞", nan: "not a number", ..ARABIC };
    for (number, expected) in [
        ("NaN", "not a number"),
        ("-NaN", "not a number"),
        ("inf", "∞"),
        ("-inf", "\u{61c}-∞"),
        ("infinite", "infinite"),
        ("1,000", "1,000"),
        ("1e5", "1e5"),
        ("1-2", "1-2"),
        ("--1", "--1"),
        ("1.2.3", "1.2.3"),
        (".5", ".5"),
        ("+1", "+1"),
        ("٣", "٣"),
    ] {
        assert_eq!(decimal(&format, number), expected);
    }
    let long = format!("{}e5", "1".repeat(60));
    assert_eq!(decimal(&format, &long), long);
}

#[test]
fn numbers_below_a_hundred_have_no_leading_zero() {
    for number in 0..100 {
        assert_eq!(two_digits(number), number.to_string());
    }
    assert_eq!(two_digits(100), "");
}
