//! Conversions between languages and the identifiers of ICU4X.

use code_registry::{Language, language};
use icu_locale_core::{LanguageIdentifier, Locale, langid, locale};

#[test]
fn a_language_is_the_identifier_of_its_tag_and_back() {
    for (language, identifier) in [
        (language!("it"), langid!("it")),
        (language!("pt-BR"), langid!("pt-BR")),
        (language!("es-419"), langid!("es-419")),
        (language!("zh-Hant-TW"), langid!("zh-Hant-TW")),
        (language!("ca-valencia"), langid!("ca-valencia")),
        (language!("und"), langid!("und")),
        (language!("yue"), langid!("yue")),
    ] {
        assert_eq!(LanguageIdentifier::from(language), identifier);
        assert_eq!(Language::from(&identifier), language);
        assert_eq!(Language::from(Locale::from(language)), language);
        assert_eq!(*LanguageIdentifier::from(language).to_string(), *language.as_str());
    }
}

#[test]
fn what_a_language_does_not_hold_is_dropped() {
    assert_eq!(Language::from(locale!("it-CH-u-nu-latn")), language!("it-CH"));
    assert_eq!(Language::from(langid!("ca-ES-valencia")), language!("ca-ES"));
}
