use code_registry_encoding::formats::ListFormat;
use code_registry_table::formats;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;

use crate::{Random, check_differences, locales, values_per_locale};

/// Items at which a connective may change.
const ITEMS: [&str; 24] = [
    "a",
    "ida",
    "hielo",
    "Hierro",
    "hijo",
    "ocho",
    "8",
    "11",
    "110",
    "11.000",
    "11,5",
    "11000",
    "uno",
    "è",
    "x",
    "א",
    "hi",
    "hiato",
    "horno",
    "11 000 000",
    "11.5",
    "Ω",
    "ו",
    "",
];

/// The locales whose patterns are in CLDR but not in the data of ICU4X, which writes them like its root locale.
const LEFT_OUT_AND: &str = "\
    bgn bgn-AE bgn-AF bgn-IR bgn-OM bss ccp ccp-IN dz fur gsw gsw-FR gsw-LI jgo ksh ku-Latn-IQ lld os os-RU \
    se se-FI se-SE sr-Cyrl-ME wae yi yue-Hant-CN zh-Hans-HK zh-Hans-MO zh-Hans-TW";
const LEFT_OUT_OR: &str = "\
    ku-Latn-IQ lld sr-Cyrl-ME yue-Hant-CN zh-Hans-HK zh-Hans-MO zh-Hans-TW";
const LEFT_OUT_UNIT: &str = "\
    bgn bgn-AE bgn-AF bgn-IR bgn-OM dz fur gsw gsw-FR gsw-LI jgo ku-Latn-IQ lld os os-RU sr-Cyrl-ME wae yi \
    yue-Hant-CN zh-Hans-HK zh-Hans-MO zh-Hans-TW";

/// ICU4X never writes `ed`.
const ITALIAN: &str = " it it-CH it-SM it-VA";

#[test]
fn and_lists_agree() {
    let differences = differences(
        6,
        &ITEMS,
        |tag| formats(tag).and_list.unwrap(),
        |locale| ListFormatter::try_new_and(locale.into(), Default::default()).unwrap(),
    );
    check_differences(&differences, &[LEFT_OUT_AND, ITALIAN].concat());
}

#[test]
fn or_lists_agree() {
    let differences = differences(
        6,
        &ITEMS,
        |tag| formats(tag).or_list.unwrap(),
        |locale| ListFormatter::try_new_or(locale.into(), Default::default()).unwrap(),
    );
    check_differences(&differences, LEFT_OUT_OR);
}

#[test]
fn pairs_of_units_agree() {
    let differences = differences(
        2,
        &["1 a", "12 b", "8 c"],
        |tag| {
            let pair = formats(tag).duration.unwrap().pair;
            ListFormat { pair, ..ListFormat::PLAIN }
        },
        |locale| {
            let short = ListFormatterOptions::default().with_length(ListLength::Short);
            ListFormatter::try_new_unit(locale.into(), short).unwrap()
        },
    );
    check_differences(&differences, LEFT_OUT_UNIT);
}

fn differences(
    most_items: u64,
    all_items: &[&'static str],
    format: impl Fn(&str) -> ListFormat<'static>,
    icu: impl Fn(Locale) -> ListFormatter,
) -> Vec<(String, String)> {
    let (mut random, mut differences) = (Random(99), Vec::new());
    for tag in locales() {
        let (format, icu) = (format(&tag), icu(tag.parse().unwrap()));
        for round in 0..values_per_locale() {
            let count = random.below(most_items) as usize + 1;
            let mut items: Vec<&str> =
                (0..count).map(|_| all_items[random.below(all_items.len() as u64) as usize]).collect();
            items[count - 1] = all_items[round % all_items.len()];
            let (found, expected) = (joined(&format, &items), icu.format(items.iter()).to_string());
            if found != expected {
                differences.push((tag.clone(), format!("{tag} {items:?}: {found}, ICU4X has {expected}")));
                break;
            }
        }
    }
    differences
}

fn joined(format: &ListFormat<'_>, items: &[&str]) -> String {
    let mut text = items[0].to_owned();
    for (index, item) in items.iter().enumerate().skip(1) {
        text += format.before(index, items.len(), item);
        text += item;
    }
    format.write_end(items.len(), &mut text).unwrap();
    text
}

#[test]
fn the_italian_connective_changes_before_an_e() {
    let italian = formats("it").and_list.unwrap();
    assert_eq!(joined(&italian, &["b", "errori"]), "b ed errori");
    assert_eq!(joined(&italian, &["a", "b", "E2"]), "a, b ed E2");
    assert_eq!(joined(&italian, &["errori", "b"]), "errori e b");
}
