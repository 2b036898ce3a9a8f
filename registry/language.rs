//! Languages: what a tag names, and which language is current.

mod current;
#[cfg(feature = "icu_locale_core")]
mod icu;
pub(crate) mod negotiate;
#[cfg(all(not(target_has_atomic = "64"), target_has_atomic = "32"))]
pub(crate) mod split_atomic;

use core::fmt;
use core::str::FromStr;

use code_registry_encoding::tag::{Region, Script, Tag};

#[doc(inline)]
pub use code_registry_encoding::tag::TagText as LanguageStr;
pub use current::current;
#[cfg(feature = "std")]
pub use current::{scope, scope_async};
#[cfg(any(target_has_atomic = "64", target_has_atomic = "32"))]
pub use current::{set, unset};

/// A language, as a BCP 47 tag names it: 8 bytes, `Copy`.
///
/// It holds a language with a script and a region (`it`, `pt-BR`, `zh-Hant-TW`), or a language with a variant
/// (`ca-valencia`). Further variants, extensions and private use subtags are dropped, because they do not select texts.
///
/// ```
/// use code_registry::{Language, language};
///
/// const IT: Language = language!("it");
/// assert_eq!(Language::new("it-ch"), "it-CH".parse().ok());
/// assert_eq!(Language::new("zh_Hant"), None);
/// assert_eq!(IT.to_string(), "it");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(Tag);

impl Language {
    /// The language that `tag` names; `None` if it is not a `langtag` of RFC 5646 with a language of two or three
    /// letters, which every registered language has.
    ///
    /// Letters may be of either case. An extended language subtag replaces its language: `zh-yue` is `yue`.
    #[inline]
    pub const fn new(tag: &str) -> Option<Self> {
        match Tag::new(tag) {
            Some(tag) => Some(Self(tag)),
            None => None,
        }
    }

    /// The language with the variant that [`new`](Self::new) drops in favour of a script or a region: `ca-valencia` of
    /// `ca-ES-valencia`.
    pub(crate) const fn with_dropped_variant(tag: &str) -> Option<Self> {
        match Tag::with_dropped_variant(tag) {
            Some(tag) => Some(Self(tag)),
            None => None,
        }
    }

    /// The next shorter language of RFC 4647 section 3.4: `zh-Hant-TW`, `zh-Hant`, `zh`, none.
    #[inline]
    pub const fn parent(self) -> Option<Self> {
        match self.0.parent() {
            Some(tag) => Some(Self(tag)),
            None => None,
        }
    }

    /// The tag in its canonical case.
    ///
    /// ```
    /// use code_registry::language;
    ///
    /// let taiwan = language!("zh-hant-tw");
    /// assert_eq!(taiwan.as_str(), "zh-Hant-TW");
    /// assert!(taiwan.as_str().ends_with("TW"), "it dereferences to `str`");
    /// ```
    #[inline]
    pub fn as_str(self) -> LanguageStr {
        self.0.text()
    }

    /// The language alone, without script, region and variant.
    ///
    /// ```
    /// use code_registry::language;
    ///
    /// assert_eq!(language!("pt-BR").language(), language!("pt"));
    /// ```
    #[inline]
    pub const fn language(self) -> Self {
        Self(self.0.language())
    }

    /// The script that the tag names.
    ///
    /// ```
    /// use code_registry::language;
    ///
    /// assert_eq!(language!("sr-Latn-RS").script().as_deref(), Some("Latn"));
    /// assert_eq!(language!("sr-RS").script().as_deref(), None);
    /// ```
    pub fn script(self) -> Option<LanguageStr> {
        self.0.script().map(Script::text)
    }

    /// The region that the tag names: a country of ISO 3166-1, or an area of UN M.49.
    ///
    /// ```
    /// use code_registry::language;
    ///
    /// assert_eq!(language!("it-CH").region().as_deref(), Some("CH"));
    /// assert_eq!(language!("es-419").region().as_deref(), Some("419"));
    /// assert_eq!(language!("ca-valencia").region().as_deref(), None);
    /// ```
    pub fn region(self) -> Option<LanguageStr> {
        self.0.region().map(Region::text)
    }

    /// The variant that the tag names.
    ///
    /// ```
    /// use code_registry::language;
    ///
    /// assert_eq!(language!("ca-valencia").variant().as_deref(), Some("valencia"));
    /// ```
    pub fn variant(self) -> Option<LanguageStr> {
        self.0.variant()
    }

    /// Whether both are the same language, for `const` code.
    #[inline]
    pub(crate) const fn is(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }

    /// The language as a number, which is not 0.
    #[inline]
    pub(crate) const fn to_bits(self) -> u64 {
        self.0.to_bits()
    }

    #[inline]
    #[cfg(any(target_has_atomic = "64", target_has_atomic = "32"))]
    const fn from_bits(bits: u64) -> Option<Self> {
        match Tag::from_bits(bits) {
            Some(tag) => Some(Self(tag)),
            None => None,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({self})")
    }
}

impl FromStr for Language {
    type Err = InvalidLanguageTag;

    fn from_str(tag: &str) -> Result<Self, InvalidLanguageTag> {
        Self::new(tag).ok_or(InvalidLanguageTag(()))
    }
}

/// The error for a text that is not a BCP 47 language tag.
///
/// ```
/// use code_registry::Language;
///
/// assert_eq!("english".parse::<Language>().unwrap_err().to_string(), "not a language tag of BCP 47");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidLanguageTag(());

impl fmt::Display for InvalidLanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a language tag of BCP 47")
    }
}

impl core::error::Error for InvalidLanguageTag {}

impl Language {
    /// The language of a POSIX locale, as `LC_ALL` or `LANG` names it: `language_TERRITORY.codeset@modifier`.
    ///
    /// A modifier that stands for a script or a variant is part of the language; any other is ignored. A language with a
    /// variant has no region. `None` for `C` and `POSIX`, which name no language. Tags of BCP 47 are accepted too.
    ///
    /// ```
    /// use code_registry::Language;
    ///
    /// let tag = |locale| Language::from_posix(locale).map(|language| language.to_string());
    /// assert_eq!(tag("it_IT.UTF-8@euro").as_deref(), Some("it-IT"));
    /// assert_eq!(tag("sr_RS@latin").as_deref(), Some("sr-Latn-RS"));
    /// assert_eq!(tag("ca_ES@valencia").as_deref(), Some("ca-valencia"));
    /// assert_eq!(tag("C.UTF-8"), None);
    /// ```
    pub fn from_posix(locale: &str) -> Option<Self> {
        let (name, modifier) = locale.split_once('@').unwrap_or((locale, ""));
        let name = name.split_once('.').map_or(name, |(name, _)| name);
        let (language, rest) = name.split_once(['_', '-']).unwrap_or((name, ""));
        if language.is_empty() {
            return None;
        }
        let mut tag = TagBuffer::EMPTY;
        tag.push(language)?;
        match Modifier::read(modifier) {
            Some(Modifier::Variant(variant)) => tag.push(variant)?,
            Some(Modifier::Script(script)) => {
                tag.push(script)?;
                tag.push(rest)?;
            }
            None => tag.push(rest)?,
        }
        tag.language()
    }
}

/// The modifier of a POSIX locale.
enum Modifier {
    Script(&'static str),
    Variant(&'static str),
}

/// ISO 15924 codes of scripts that some tools write as modifiers.
const SCRIPTS: [&str; 14] = [
    "Adlm", "Arab", "Armn", "Beng", "Cyrl", "Deva", "Grek", "Guru", "Hans", "Hant", "Hebr", "Latn", "Mong",
    "Tfng",
];

impl Modifier {
    fn read(modifier: &str) -> Option<Self> {
        Some(match modifier {
            "latin" | "iqtelif" => Self::Script("Latn"),
            "cyrillic" => Self::Script("Cyrl"),
            "arabic" => Self::Script("Arab"),
            "devanagari" => Self::Script("Deva"),
            "hebrew" => Self::Script("Hebr"),
            "valencia" => Self::Variant("valencia"),
            "ijekavian" => Self::Variant("ijekavsk"),
            _ => Self::Script(SCRIPTS.iter().find(|script| script.eq_ignore_ascii_case(modifier))?),
        })
    }
}

/// A tag that is put together without an allocation.
struct TagBuffer {
    bytes: [u8; Self::CAPACITY],
    length: usize,
}

impl TagBuffer {
    /// Enough for every POSIX locale (the longest of glibc has 22 bytes), and for a language, script, region and variant of
    /// ICU4X (21 bytes). Longer tags are not read.
    const CAPACITY: usize = 40;

    const EMPTY: Self = Self { bytes: [0; Self::CAPACITY], length: 0 };

    fn language(&self) -> Option<Language> {
        Language::new(core::str::from_utf8(&self.bytes[..self.length]).ok()?)
    }

    /// Adds subtags with a hyphen in front; `None` if there are too many.
    fn push(&mut self, subtags: &str) -> Option<()> {
        let hyphen = (self.length > 0 && !subtags.is_empty()).then_some(b'-');
        for byte in hyphen.into_iter().chain(subtags.bytes()) {
            *self.bytes.get_mut(self.length)? = if byte == b'_' { b'-' } else { byte };
            self.length += 1;
        }
        Some(())
    }
}

/// The [`Language`] of a tag, checked when the program is compiled.
///
/// The macro does not know which languages a table has. Where a table lacks the language, its texts are shown in the closest
/// language that it has, otherwise in its default language.
///
/// ```
/// use code_registry::{Language, language};
///
/// const IT: Language = language!("it");
/// assert_eq!(language!("pt-BR").to_string(), "pt-BR");
/// ```
///
/// ```compile_fail
/// code_registry::language!("english");
/// ```
#[macro_export]
macro_rules! language {
    ($tag:literal) => {{
        // An item, because `cargo check` does not evaluate a `const` block.
        const LANGUAGE: $crate::Language = match $crate::Language::new($tag) {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => ::core::panic!("not a language tag of BCP 47"),
        };
        LANGUAGE
    }};
}
