//! Plural categories equal those of ICU4X in every language, over a dense range of numbers.

use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{Category, category};
use code_registry_table::plural::compile;
use fixed_decimal::{CompactDecimal, Decimal};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};

use crate::cldr::{Kind, decimal, languages};

/// The languages with rules in CLDR but not in ICU4X. Every number is `other` in them.
const LEFT_OUT_CARDINAL: &str = "an ars asa bal bem bez ce cgg ckb dv ff fur gsw guw gv haw io iu jgo jmc kab kaj \
    kcg kkj kl ksb ksh kw lag lg lld ln mas mg mgo mo nah naq nd nnh nr ny nyn os pap prg rof rwk saq sdh se seh sgs \
    sh shi sma smi smj smn sms sn ss ssy teo tig tl ts tzm ve vo vun wa wae xog yi";
const LEFT_OUT_ORDINAL: &str = "bal kw lld mo tl";

#[test]
fn cardinals_agree() {
    check(Kind::Cardinal, PluralRuleType::Cardinal, LEFT_OUT_CARDINAL);
}

#[test]
fn ordinals_agree() {
    check(Kind::Ordinal, PluralRuleType::Ordinal, LEFT_OUT_ORDINAL);
}

#[track_caller]
fn check(kind: Kind, icu_kind: PluralRuleType, left_out: &str) {
    let (numbers, mut wrong) = (numbers(), Vec::new());
    for tag in languages(kind).into_iter().map(|language| language.tag) {
        let left_out = left_out.split(' ').any(|left_out| left_out == tag);
        let rules =
            if left_out { Some(Vec::new()) } else { compile(&tag, matches!(kind, Kind::Ordinal)) }.unwrap();
        let locale: Locale = tag.parse().unwrap();
        let icu = PluralRules::try_new((&locale).into(), icu_kind.into()).unwrap();
        for number in &numbers {
            let (found, icu_found) =
                (category(&rules, &number.operands), twin(icu.category_for(number.icu_operands)));
            if found != icu_found {
                wrong.push(format!("{tag} {}: {found:?}, ICU4X has {icu_found:?}", number.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn twin(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}

/// A number in both libraries.
struct Number {
    text: String,
    operands: Operands,
    icu_operands: PluralOperands,
}

fn numbers() -> Vec<Number> {
    let integers = integers().map(|integer| (integer.to_string(), integer.into(), integer.into()));
    let decimals = decimals().map(|text| {
        let icu: Decimal = text.parse().unwrap();
        (text.clone(), Operands::of(&text).unwrap(), (&icu).into())
    });
    let compacts = compacts().map(|text| {
        let icu: CompactDecimal = text.parse().unwrap();
        (text.clone(), Operands::of(&text).unwrap(), (&icu).into())
    });
    let all = integers.chain(decimals).chain(compacts);
    all.map(|(text, operands, icu_operands)| Number { text, operands, icu_operands }).collect()
}

fn integers() -> impl Iterator<Item = u128> {
    let around_powers = (4..=38).map(|power| 10_u128.pow(power)).flat_map(|power| power - 1..=power + 120);
    let multiples = (0..=100).flat_map(|times| [1_000, 20_000, 100_000, 1_000_000].map(|unit| times * unit));
    (0..=10_000).chain(around_powers).chain(multiples).chain([u128::from(u64::MAX), u128::MAX])
}

/// Numbers with up to four fraction digits, including trailing zeros.
fn decimals() -> impl Iterator<Item = String> {
    let ranges =
        [(1, 0..=2_100), (2, 0..=3_100), (2, 99_999_900..=100_000_100), (3, 0..=3_100), (4, 0..=2_100)];
    ranges.into_iter().flat_map(|(places, range)| range.map(move |scaled| decimal(scaled, places)))
}

/// Numbers with the longest fraction of which every digit counts.
fn compacts() -> impl Iterator<Item = String> {
    let mantissas = [
        "1",
        "2",
        "10",
        "99",
        "1.1",
        "1.5",
        "2.05",
        "1.0000001",
        "3.1415926535",
        "100.001",
        "1.01234567890123456",
    ];
    mantissas.into_iter().flat_map(|mantissa| (1..=15).map(move |power| format!("{mantissa}c{power}")))
}
