//! Conversions between [`Language`] and the identifiers of ICU4X.
//!
//! ```
//! use code_registry::{Language, language};
//! use icu_locale_core::{LanguageIdentifier, langid, locale};
//!
//! assert_eq!(LanguageIdentifier::from(language!("zh-Hant-TW")), langid!("zh-Hant-TW"));
//! assert_eq!(Language::from(&locale!("it-CH-u-nu-latn")), language!("it-CH"));
//! ```

use icu_locale_core::subtags::{self, Variants};
use icu_locale_core::{LanguageIdentifier, Locale};

use super::TagBuffer;
use crate::Language;

impl From<Language> for LanguageIdentifier {
    fn from(language: Language) -> Self {
        // Every subtag of a `Language` is one of Unicode.
        Self {
            language: language.language().as_str().parse().unwrap_or(subtags::Language::UNKNOWN),
            script: language.script().and_then(|script| script.parse().ok()),
            region: language.region().and_then(|region| region.parse().ok()),
            variants: language
                .variant()
                .and_then(|variant| variant.parse().ok())
                .map_or(Variants::new(), Variants::from_variant),
        }
    }
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        LanguageIdentifier::from(language).into()
    }
}

/// As [`Language::new`], it drops what a `Language` does not hold.
impl From<&LanguageIdentifier> for Language {
    fn from(identifier: &LanguageIdentifier) -> Self {
        const UNKNOWN: Language = crate::language!("und");
        TagBuffer::of(identifier).and_then(|tag| tag.language()).unwrap_or(UNKNOWN)
    }
}

impl TagBuffer {
    fn of(identifier: &LanguageIdentifier) -> Option<Self> {
        let LanguageIdentifier { language, script, region, variants } = identifier;
        let mut tag = Self::EMPTY;
        tag.push(language.as_str())?;
        tag.push(script.as_ref().map_or("", |script| script.as_str()))?;
        tag.push(region.as_ref().map_or("", |region| region.as_str()))?;
        tag.push(variants.first().map_or("", |variant| variant.as_str()))?;
        Some(tag)
    }
}

impl From<LanguageIdentifier> for Language {
    fn from(identifier: LanguageIdentifier) -> Self {
        (&identifier).into()
    }
}

/// As [`Language::new`], it drops extensions.
impl From<&Locale> for Language {
    fn from(locale: &Locale) -> Self {
        (&locale.id).into()
    }
}

impl From<Locale> for Language {
    fn from(locale: Locale) -> Self {
        (&locale.id).into()
    }
}
