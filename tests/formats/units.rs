use std::time::Duration;

use code_registry_table::formats;
use code_registry_table::plural::compile;
use fixed_decimal::Decimal;
use icu_experimental::dimension::units::formatter::UnitsFormatter;
use icu_experimental::dimension::units::options::{UnitsFormatterOptions, Width};
use icu_locale_core::Locale;

use crate::{check_differences, locales, numbers, values_per_locale};

/// The locales whose units are in CLDR but not in the data of ICU4X, which writes them like its root locale.
const LEFT_OUT: &str = " ce lkt ms-Arab yue-Hant-CN zh-Hans-HK zh-Hans-MO zh-Hans-TW";

/// ICU4X looks for plural rules in the parents that CLDR defines for texts: root for `sr-Latn`, English for `hi-Latn`. For
/// plural rules CLDR defines none, so that `sr-Latn` has those of `sr`.
const PARENTS: &str = " bs-Cyrl hi-Latn sr-Latn sr-Latn-BA sr-Latn-ME sr-Latn-RS sr-Latn-XK sr-ME";

const SIZES: [&str; 6] = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"];

/// The units of durations, with the nanoseconds of one, and the least number of them that a larger unit shows.
const DURATIONS: [(&str, u64, u64); 7] = [
    ("day", 86_400_000_000_000, 100_000),
    ("hour", 3_600_000_000_000, 24),
    ("minute", 60_000_000_000, 60),
    ("second", 1_000_000_000, 60),
    ("millisecond", 1_000_000, 1000),
    ("microsecond", 1000, 1000),
    ("nanosecond", 1, 1000),
];

#[test]
fn units_agree() {
    let differences: Vec<_> =
        locales().into_iter().filter_map(|tag| Some((tag.clone(), difference(&tag)?))).collect();
    check_differences(&differences, &[numbers::LEFT_OUT, LEFT_OUT, PARENTS].concat());
}

/// The first text of a locale that differs.
fn difference(tag: &str) -> Option<String> {
    let locale: Locale = tag.parse().unwrap();
    let mut options = UnitsFormatterOptions::default();
    options.width = Width::Short;
    let units = SIZES.iter().chain(DURATIONS.iter().map(|(unit, ..)| unit));
    let icu: Vec<_> = units
        .map(|&unit| (unit, UnitsFormatter::try_new((&locale).into(), unit, options).unwrap()))
        .collect();
    [sizes(tag), durations(tag)].concat().into_iter().find_map(|(unit, tenths, found)| {
        let (_, icu) = icu.iter().find(|(known, _)| *known == unit)?;
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let number = if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") };
        let decimal: Decimal = number.parse().unwrap();
        let expected = icu.format_fixed_decimal(&decimal).to_string();
        (found != expected).then(|| format!("{tag} {number} {unit}: {found}, ICU4X has {expected}"))
    })
}

/// A unit, how many tenths of it are shown, and the text.
type Shown = (&'static str, u64, String);

fn sizes(tag: &str) -> Vec<Shown> {
    let (formats, rules) = (formats(tag), compile(tag, false).unwrap_or_default());
    let mut shown = Vec::new();
    for (power, unit) in SIZES.into_iter().enumerate() {
        let end = if unit == "petabyte" { 18_000 } else { 1000 };
        for tenths in tenths_below(end).filter(|&tenths| is_shown(unit, tenths)) {
            let bytes = 1000_u128.pow(power as u32) * u128::from(tenths) / 10;
            let mut text = String::new();
            formats.size.unwrap().write((false, bytes), &formats.number, &rules, &mut text).unwrap();
            shown.push((unit, tenths, text));
        }
    }
    shown
}

/// Only numbers from 1 to 10 have a fraction, and bytes have none.
fn is_shown(unit: &str, tenths: u64) -> bool {
    match unit {
        "byte" => tenths.is_multiple_of(10),
        _ => tenths >= 10 && (tenths < 100 || tenths.is_multiple_of(10)),
    }
}

fn durations(tag: &str) -> Vec<Shown> {
    let (formats, rules) = (formats(tag), compile(tag, false).unwrap_or_default());
    let mut shown = Vec::new();
    for (unit, nanos, end) in DURATIONS {
        for tenths in tenths_below(end).filter(|tenths| tenths.is_multiple_of(10)) {
            let nanos = u128::from(nanos) * u128::from(tenths / 10);
            let duration = Duration::new((nanos / 1_000_000_000) as u64, (nanos % 1_000_000_000) as u32);
            if duration.is_zero() && unit != "second" {
                continue;
            }
            let mut text = String::new();
            formats.duration.unwrap().write(duration, &formats.number, &rules, &mut text).unwrap();
            shown.push((unit, tenths, text));
        }
    }
    shown
}

/// The tenths of all numbers up to 20, which have the plurals of most languages, and of others up to the end.
fn tenths_below(end: u64) -> impl Iterator<Item = u64> {
    let count = end.min(values_per_locale() as u64);
    let others = (0..count).map(move |index| end * index / count * 10);
    (0..=200).chain(others).filter(move |&tenths| tenths < end * 10)
}
