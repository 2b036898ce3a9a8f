//! Chooses a language of a table for a request.

use crate::{Code, Language, Table};

/// The rest of a longer header is ignored: no reader prefers so many languages.
const MOST_BYTES: usize = 4096;
const MOST_RANGES: usize = 64;

/// A quality of 1, in thousandths.
const WHOLE: u16 = 1000;

/// The language of a registry that suits an `Accept-Language` header best.
pub(crate) fn negotiate<E: Code>(accept_language: &[u8]) -> Option<Language> {
    Preferences::read(accept_language).best::<E>()
}

/// The language of a registry for a tag.
pub(crate) fn look_up<E: Code>(tag: &str) -> Option<Language> {
    Request::new(tag)?.look_up::<E>()
}

/// The language of a registry that suits another language.
#[cfg(any(feature = "problem", feature = "system-language", feature = "tonic"))]
#[cfg_attr(
    any(windows, target_family = "wasm", target_vendor = "apple", target_os = "android"),
    allow(dead_code)
)]
pub(crate) fn look_up_language<E: Code>(language: Language) -> Option<Language> {
    Request { language, variant: None }.look_up::<E>()
}

/// A language to look up.
#[derive(Clone, Copy)]
struct Request {
    language: Language,
    /// What `ca-ES-valencia` asks for before `ca-ES`.
    variant: Option<Language>,
}

impl Request {
    fn new(tag: &str) -> Option<Self> {
        Some(Self { language: Language::new(tag)?, variant: Language::with_dropped_variant(tag) })
    }

    fn names(self, language: Language) -> bool {
        self.language == language || self.variant == Some(language)
    }

    /// The language of a registry. Each step also considers the relations of CLDR.
    fn look_up<E: Code>(self) -> Option<Language> {
        let (known, catalogs) = (<E::Table>::NAMES.languages, (<E::Table>::NAMES.catalogs)());
        let itself = |wanted| languages::<E>().find(|&known| known == wanted);
        let steps = || core::iter::successors(Some(self.language), |language| language.parent());
        self.variant.and_then(itself).or_else(|| {
            steps().find_map(|step| {
                itself(step).or_else(|| known.matched(step)).or_else(|| catalogs.locale_match(step))
            })
        })
    }
}

/// The languages of the table, then those of catalogues.
fn languages<E: Code>() -> impl Iterator<Item = Language> {
    E::LANGUAGES.iter().copied().chain((<E::Table>::NAMES.catalogs)().languages())
}

/// The language ranges of a header.
struct Preferences {
    list: [Preference; MOST_RANGES],
    count: usize,
}

#[derive(Clone, Copy)]
struct Preference {
    /// `None` is any language, `*`.
    range: Option<Request>,
    /// In thousandths.
    quality: u16,
}

impl Preferences {
    fn read(header: &[u8]) -> Self {
        let none = Preference { range: None, quality: 0 };
        let mut preferences = Self { list: [none; MOST_RANGES], count: 0 };
        let parts = start(header).split(|&byte| byte == b',').take(MOST_RANGES);
        for (place, preference) in preferences.list.iter_mut().zip(parts.filter_map(Preference::read)) {
            *place = preference;
            preferences.count += 1;
        }
        preferences
    }

    fn all(&self) -> &[Preference] {
        &self.list[..self.count]
    }

    fn best<E: Code>(&self) -> Option<Language> {
        let mut best: Option<(Language, u16)> = None;
        for preference in self.all() {
            if preference.quality > best.map_or(0, |(_, quality)| quality)
                && let Some(language) = self.choice::<E>(*preference)
            {
                best = Some((language, preference.quality));
            }
        }
        best.map(|(language, _)| language)
    }

    fn choice<E: Code>(&self, preference: Preference) -> Option<Language> {
        match preference.range {
            Some(range) => range.look_up::<E>().filter(|&found| !self.refuses(found)),
            None => languages::<E>().find(|&language| !self.names(language)),
        }
    }

    fn names(&self, language: Language) -> bool {
        self.all().iter().any(|preference| preference.names(language))
    }

    fn refuses(&self, language: Language) -> bool {
        self.all().iter().any(|preference| preference.names(language) && preference.quality == 0)
    }
}

impl Preference {
    fn names(&self, language: Language) -> bool {
        self.range.is_some_and(|range| range.names(language))
    }

    /// `language-range [ OWS ";" OWS "q=" qvalue ]`; `None` if it is malformed.
    fn read(part: &[u8]) -> Option<Self> {
        let part = core::str::from_utf8(part).ok()?;
        let (range, weight) = part.split_once(';').unwrap_or((part, "q=1"));
        let weight = weight.trim_matches(is_space);
        let quality = weight.strip_prefix("q=").or_else(|| weight.strip_prefix("Q="))?;
        let quality = thousandths(quality)?;
        match range.trim_matches(is_space) {
            "*" => Some(Self { range: None, quality }),
            range => Some(Self { range: Some(Request::new(range)?), quality }),
        }
    }
}

/// OWS, RFC 9110 section 5.6.3.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

/// `( "0" [ "." *3DIGIT ] ) / ( "1" [ "." *3"0" ] )`.
fn thousandths(quality: &str) -> Option<u16> {
    let (whole, fraction) = quality.split_once('.').unwrap_or((quality, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let digits = fraction.bytes().chain(*b"000").take(3);
    let fraction = digits.fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    match (whole, fraction) {
        ("0", fraction) => Some(fraction),
        ("1", 0) => Some(WHOLE),
        _ => None,
    }
}

/// The whole parts of the header that are read.
fn start(header: &[u8]) -> &[u8] {
    match header.get(..MOST_BYTES) {
        Some(bytes) if header.len() > MOST_BYTES => {
            let end = bytes.iter().rposition(|&byte| byte == b',').unwrap_or(0);
            &header[..end]
        }
        _ => header,
    }
}

/// Tags as languages.
pub const fn tags<const N: usize>(tags: [&str; N]) -> [Language; N] {
    let (Some(und), mut index) = (Language::new("und"), 0) else { panic!("`und` is a valid tag") };
    let mut languages = [und; N];
    while index < N {
        let Some(language) = Language::new(tags[index]) else { panic!("the tags of CLDR are well-formed") };
        languages[index] = language;
        index += 1;
    }
    languages
}

/// Requests, each with the column of the language that CLDR chooses for it.
pub const fn locale_matches<const N: usize>(requests: [(&str, u16); N]) -> [(Language, u16); N] {
    let (Some(und), mut index) = (Language::new("und"), 0) else { panic!("`und` is a valid tag") };
    let mut matches = [(und, 0); N];
    while index < N {
        let Some(request) = Language::new(requests[index].0) else {
            panic!("the tags of CLDR are well-formed")
        };
        matches[index] = (request, requests[index].1);
        index += 1;
    }
    matches
}

/// The first language of the environment that a registry has, in the order of gettext. `LANGUAGE` is a list.
#[cfg(all(
    feature = "system-language",
    not(any(windows, target_family = "wasm", target_vendor = "apple", target_os = "android"))
))]
pub(crate) fn preferred<E: Code>() -> Option<Language> {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|variable| {
        let value = std::env::var(variable).ok()?;
        value.split(':').filter_map(Language::from_posix).find_map(look_up_language::<E>)
    })
}

/// The first language of the system's list that a registry has.
#[cfg(all(
    feature = "system-language",
    any(windows, target_family = "wasm", target_vendor = "apple", target_os = "android")
))]
pub(crate) fn preferred<E: Code>() -> Option<Language> {
    sys_locale::get_locales().find_map(|tag| look_up::<E>(&tag))
}
