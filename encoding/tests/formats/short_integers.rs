//! Short integers are written as their `Display` and a separator between groups of three digits.

use code_registry_encoding::formats::{NumberFormat, SHORT, write_short};

/// The digits of a number with a separator before every third one from the end.
fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|part| std::str::from_utf8(part).expect("digits are ASCII"))
        .collect();
    parts.join(separator)
}

fn numbers() -> impl Iterator<Item = u64> {
    let powers = (0..8).map(|power| 10_u64.pow(power)).flat_map(|power| [power - 1, power, power + 1]);
    (0..2_000).chain((2_000..SHORT).step_by(99_991)).chain(powers).chain([SHORT - 1])
}

#[test]
fn groups_have_three_digits() {
    for separator in ["", ",", "\u{a0}", "\u{202f}", "\u{10107}"] {
        for number in numbers() {
            let mut text = String::new();
            write_short(number, separator, &mut text).unwrap();
            assert_eq!(text, grouped(number, separator));
        }
    }
}

#[test]
fn formats_agree_around_the_limit() {
    for first_group in [1, 2, u8::MAX] {
        let format = NumberFormat { group: "\u{202f}", first_group, ..NumberFormat::PLAIN };
        for number in numbers().chain([SHORT, SHORT + 1, u64::MAX]) {
            let (mut short, mut displayed) = (String::new(), String::new());
            format.write_u64(true, number, &mut short).unwrap();
            format.write_decimal(&format_args!("-{number}"), &mut displayed).unwrap();
            assert_eq!(short, displayed);
        }
    }
}

#[test]
fn long_numbers_are_displayed_again() {
    let format = NumberFormat { group: ".", decimal: ",", first_group: 1, ..NumberFormat::PLAIN };
    for digits in 1..60 {
        for fraction in [0, 1, 39, 60] {
            let whole = "7".repeat(digits);
            let (point, ones) = (if fraction == 0 { "" } else { "." }, "1".repeat(fraction));
            let mut text = String::new();
            format.write_decimal(&format_args!("{whole}{point}{ones}"), &mut text).unwrap();
            let parts: Vec<String> =
                whole.as_bytes().rchunks(3).rev().map(|part| "7".repeat(part.len())).collect();
            assert_eq!(text, format!("{}{}{ones}", parts.join("."), point.replace('.', ",")));
        }
    }
}
