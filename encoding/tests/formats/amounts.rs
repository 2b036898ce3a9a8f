//! Sizes and durations: the unit, the rounding, and the form of the unit by its plural category.

use std::time::Duration;

use code_registry_encoding::formats::{DurationFormat, NumberFormat, SizeFormat};
use code_registry_encoding::plural::{Category, Operand, Relation, encode_rules};

/// `one` is 1, `two` is 2.
fn rules() -> Vec<u8> {
    let is = |operand, number| Relation { operand, power: 0, negated: false, ranges: vec![number..=number] };
    let rule = |number| vec![vec![is(Operand::I, number), is(Operand::V, 0)]];
    encode_rules(&[(Category::One, rule(1)), (Category::Two, rule(2))]).unwrap()
}

fn size(format: &SizeFormat<'_>, is_negative: bool, bytes: u128) -> String {
    let mut text = String::new();
    format.write((is_negative, bytes), &NumberFormat::PLAIN, &rules(), &mut text).unwrap();
    text
}

#[test]
fn a_size_has_its_largest_unit_and_one_decimal_below_ten() {
    for (bytes, expected) in [
        (0, "0 byte"),
        (7, "7 byte"),
        (999, "999 byte"),
        (1_000, "1 kB"),
        (1_049, "1 kB"),
        (1_050, "1 kB"),
        (1_051, "1.1 kB"),
        (1_150, "1.2 kB"),
        (9_949, "9.9 kB"),
        (9_950, "10 kB"),
        (10_500, "10 kB"),
        (10_501, "11 kB"),
        (11_500, "12 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (999_999, "1 MB"),
        (1_000_000, "1 MB"),
        (1_250_000, "1.2 MB"),
        (999_499_999, "999 MB"),
        (1_000_000_000, "1 GB"),
        (2_500_000_000_000, "2.5 TB"),
        (999_500_000_000_000, "1 PB"),
        (1_000_000_000_000_000, "1 PB"),
        (999_500_000_000_000_000, "1000 PB"),
        (123_456_000_000_000_000_000, "123456 PB"),
        (u128::MAX, "340282366920938463463375 PB"),
    ] {
        assert_eq!(size(&SizeFormat::PLAIN, false, bytes), expected);
        assert_eq!(size(&SizeFormat::PLAIN, true, bytes), format!("-{expected}"));
    }
}

#[test]
fn a_unit_has_the_form_of_its_plural_category() {
    let check = |forms, bytes, expected| {
        assert_eq!(size(&SizeFormat([forms; 6]), false, bytes), expected, "{bytes}, {forms}");
    };
    let forms = "other={0} units|one={0} unit|two=a pair of units";
    check(forms, 1, "1 unit");
    check(forms, 2, "a pair of units");
    check(forms, 3, "3 units");
    check(forms, 1_000, "1 unit");
    check(forms, 1_100, "1.1 units");
    check("one=unit {0}.|other=units {0}.", 1, "unit 1.");
    check("one=unit {0}.|other=units {0}.", 5, "units 5.");
    check("one=unit {0}.", 5, "");
    check("", 5, "");
}

#[test]
fn digits_and_decimals_are_those_of_the_language() {
    let number =
        NumberFormat { zero: '\u{660}', decimal: "\u{66b}", minus: "\u{61c}-", ..NumberFormat::PLAIN };
    let mut text = String::new();
    SizeFormat::PLAIN.write((true, 1_900), &number, &[], &mut text).unwrap();
    assert_eq!(text, "\u{61c}-\u{661}\u{66b}\u{669} kB");
}

#[test]
fn a_duration_has_its_largest_unit_and_the_next_one() {
    let nanos = |nanos| Duration::from_nanos(nanos);
    for (duration, expected) in [
        (Duration::ZERO, "0 s"),
        (Duration::from_secs(86_400), "1 d"),
        (Duration::from_secs(86_400 + 60), "1 d"),
        (Duration::from_secs(86_400 + 3_600), "1 d, 1 h"),
        (Duration::from_secs(10 * 86_400 - 1), "9 d, 23 h"),
        (Duration::from_secs(86_399), "23 h, 59 min"),
        (Duration::from_secs(3_600), "1 h"),
        (Duration::from_secs(3_599), "59 min, 59 s"),
        (Duration::from_secs(60), "1 min"),
        (Duration::from_secs(59), "59 s"),
        (Duration::from_millis(59_001), "59 s, 1 ms"),
        (nanos(1_000_999_999), "1 s"),
        (nanos(999_999_999), "999 ms, 999 μs"),
        (nanos(1_000_000), "1 ms"),
        (nanos(999_999), "999 μs, 999 ns"),
        (nanos(1_000), "1 μs"),
        (nanos(999), "999 ns"),
        (Duration::MAX, "213503982334601 d, 7 h"),
    ] {
        let mut text = String::new();
        DurationFormat::PLAIN.write(duration, &NumberFormat::PLAIN, &rules(), &mut text).unwrap();
        assert_eq!(text, expected, "{duration:?}");
    }
}

#[test]
fn the_pattern_of_a_pair_surrounds_its_second_unit() {
    let written = |pair| {
        let (format, mut text) = (DurationFormat { pair, ..DurationFormat::PLAIN }, String::new());
        format.write(Duration::from_secs(62), &NumberFormat::PLAIN, &rules(), &mut text).unwrap();
        text
    };
    assert_eq!(written(" ({1})"), "1 min (2 s)");
    assert_eq!(written(" and "), "1 min2 s", "without a placeholder");
}
