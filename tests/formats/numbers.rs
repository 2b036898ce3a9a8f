use code_registry_table::formats;
use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;

use crate::{Random, check_differences, locales, values_per_locale};

/// The locales whose format is in CLDR but not in the data of ICU4X, which writes them like its root locale.
pub(crate) const LEFT_OUT: &str = "\
    agq az-Arab az-Arab-IQ az-Arab-TR az-Cyrl bas bgn bgn-AE bgn-AF bgn-IR bgn-OM ccp ccp-IN ckb ckb-IR dje \
    dua dyo dz ewo ff ff-Latn ff-Latn-BF ff-Latn-CM ff-Latn-GH ff-Latn-GM ff-Latn-GN ff-Latn-GW ff-Latn-LR \
    ff-Latn-MR ff-Latn-NE ff-Latn-NG ff-Latn-SL fur gsw gsw-FR gsw-LI hnj hnj-Hmnp jgo kab khq kkj kl ksf \
    ksh ku-Latn-IQ lld ln ln-AO ln-CF ln-CG lrc lrc-IQ lu mfe mgh mni-Mtei ms-Arab-BN mua mww mww-Hmnp mzn \
    nmg nnh nr os os-RU pa-Arab prg rn sat-Deva sdh sdh-IQ se se-FI se-SE seh ses sg shi shi-Latn shi-Tfng \
    smn sr-Cyrl-ME ss ss-SZ tok ts twq tzm uz-Arab ve wae yav zgh uz-AF pa-PK";

#[test]
fn decimals_agree() {
    let (mut random, mut differences) = (Random(12_345), Vec::new());
    for tag in locales() {
        let format = formats(&tag).number;
        let locale: Locale = tag.parse().unwrap();
        let icu = DecimalFormatter::try_new(locale.into(), Default::default()).unwrap();
        for _ in 0..values_per_locale() {
            let number = number(&mut random);
            let mut found = String::new();
            format.write_decimal(&number, &mut found).unwrap();
            let decimal: Decimal = number.parse().unwrap();
            let expected = icu.format(&decimal).to_string();
            if found != expected {
                differences.push((tag.clone(), format!("{tag} {number}: {found}, ICU4X has {expected}")));
                break;
            }
        }
    }
    check_differences(&differences, LEFT_OUT);
}

#[test]
fn a_whole_number_is_a_decimal_without_fraction() {
    let mut random = Random(54_321);
    for tag in locales() {
        let format = formats(&tag).number;
        let [mut whole, mut decimal] = [String::new(), String::new()];
        let (high, low) = (random.next() >> random.below(64), random.next());
        for magnitude in [low.into(), (u128::from(high) << 64) + u128::from(low), u128::MAX, 0] {
            for is_negative in [false, true] {
                format.write_integer(is_negative, magnitude, &mut whole).unwrap();
                let sign = if is_negative { "-" } else { "" };
                format.write_decimal(&format_args!("{sign}{magnitude}"), &mut decimal).unwrap();
            }
        }
        assert_eq!(whole, decimal, "{tag}");
    }
}

/// A number of any length; every seventh has no fraction.
fn number(random: &mut Random) -> String {
    let bits = random.below(64);
    let whole = (random.next() >> bits) as i64;
    if random.below(7) == 0 {
        return whole.to_string();
    }
    let width = random.below(8) as usize + 1;
    let fraction = random.below(10_u64.pow(width as u32));
    format!("{whole}.{fraction:0width$}")
}
