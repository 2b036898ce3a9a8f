//! Every sample of CLDR has the category that it is a sample of.

use code_registry_encoding::operands::Operands;
use code_registry_encoding::plural::{category, category_of_integer};
use code_registry_table::plural::compile;

use crate::cldr::{Kind, Language, languages};

#[test]
fn cardinal_samples_agree() {
    check(&languages(Kind::Cardinal), false);
}

#[test]
fn ordinal_samples_agree() {
    check(&languages(Kind::Ordinal), true);
}

fn check(languages: &[Language], ordinal: bool) {
    let mut wrong = Vec::new();
    for language in languages {
        let bytes =
            compile(&language.tag, ordinal).unwrap_or_else(|| panic!("no rules for {}", language.tag));
        for rule in &language.rules {
            for sample in rule.integers.iter().chain(&rule.decimals) {
                let found = format!("{:?}", category(&bytes, &Operands::of(sample).unwrap())).to_lowercase();
                if found != rule.category {
                    wrong.push(format!("{} {sample}: {found}, CLDR has {}", language.tag, rule.category));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn integers_need_no_text() {
    for language in languages(Kind::Cardinal) {
        let bytes = compile(&language.tag, false).unwrap();
        for sample in
            language.rules.iter().flat_map(|rule| &rule.integers).filter(|sample| !sample.contains('c'))
        {
            let integer: u32 = sample.parse().unwrap();
            assert_eq!(Operands::from(integer), Operands::of(sample).unwrap());
            let expected = category(&bytes, &Operands::of(sample).unwrap());
            assert_eq!(category(&bytes, &integer.into()), expected, "{} {integer}", language.tag);
            assert_eq!(category_of_integer(&bytes, integer.into()), expected, "{} {integer}", language.tag);
        }
    }
}
