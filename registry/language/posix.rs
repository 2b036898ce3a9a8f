//! Names of POSIX locales.

use crate::Language;

/// Longer names are not locales: the longest of glibc has 22 bytes.
const MAX_BYTES: usize = 40;

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
pub(super) struct TagBuffer {
    bytes: [u8; MAX_BYTES],
    length: usize,
}

impl TagBuffer {
    pub(super) const EMPTY: Self = Self { bytes: [0; MAX_BYTES], length: 0 };

    pub(super) fn language(&self) -> Option<Language> {
        Language::new(core::str::from_utf8(&self.bytes[..self.length]).ok()?)
    }

    /// Adds subtags with a hyphen in front; `None` if there are too many.
    pub(super) fn push(&mut self, subtags: &str) -> Option<()> {
        let hyphen = (self.length > 0 && !subtags.is_empty()).then_some(b'-');
        for byte in hyphen.into_iter().chain(subtags.bytes()) {
            *self.bytes.get_mut(self.length)? = if byte == b'_' { b'-' } else { byte };
            self.length += 1;
        }
        Some(())
    }
}
