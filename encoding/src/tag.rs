//! A BCP 47 language tag in 8 bytes.
//!
//! From the highest bit: one that distinguishes the two forms, then three letters of language, then either four letters
//! of script and three characters of region, or eight characters of a variant. A letter has five bits, or six where
//! digits may occur; absent characters are zero.
//!
//! ```
//! # use code_registry_encoding::tag::Tag;
//! let tag = Tag::new("zh-hant-tw").unwrap();
//! assert_eq!(tag.to_string(), "zh-Hant-TW");
//! assert_eq!(tag.parent(), Tag::new("zh-Hant"));
//! assert_eq!(Tag::new("zh_Hant"), None);
//! ```

use core::fmt;
use core::num::NonZeroU64;
use core::ops::Deref;

/// A language tag: a language with a script and a region (`it`, `pt-BR`, `zh-Hant-TW`), or a language with a variant
/// (`ca-valencia`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(NonZeroU64);

const VARIANT_FORM: u64 = 1 << 63;
const LANGUAGE_AT: u32 = 48;
const SCRIPT_AT: u32 = 18;
const REGION_MASK: u64 = (1 << 18) - 1;
const SCRIPT_MASK: u64 = ((1 << 20) - 1) << SCRIPT_AT;
const VARIANT_MASK: u64 = (1 << 48) - 1;
const LANGUAGE_MASK: u64 = 0x7FFF << LANGUAGE_AT;

impl Tag {
    /// Reads a `langtag` of RFC 5646 with a language of two or three letters, which every registered language has.
    ///
    /// Letters may be of either case. An extended language subtag replaces its language: `zh-yue` is `yue`. Further
    /// variants, extensions and private use subtags are dropped, because they do not select texts.
    #[inline]
    pub const fn new(tag: &str) -> Option<Self> {
        match short(tag.as_bytes()) {
            Some(bits) => Some(Self(bits)),
            None => match Self::read(tag.as_bytes()) {
                Some((tag, _)) => Some(tag),
                None => None,
            },
        }
    }

    /// The language with the variant that [`new`](Self::new) drops, since a tag has either a variant or a script and a
    /// region.
    ///
    /// ```
    /// # use code_registry_encoding::tag::Tag;
    /// assert_eq!(Tag::with_dropped_variant("ca-ES-valencia"), Tag::new("ca-valencia"));
    /// assert_eq!(Tag::with_dropped_variant("ca-valencia"), None);
    /// ```
    pub const fn with_dropped_variant(tag: &str) -> Option<Self> {
        match Self::read(tag.as_bytes()) {
            Some((_, variant)) => variant,
            None => None,
        }
    }

    /// Reads a tag like [`new`](Self::new), but refuses one with subtags that would be dropped or replaced.
    ///
    /// ```
    /// # use code_registry_encoding::tag::Tag;
    /// assert_eq!(Tag::exact("PT-br"), Tag::new("pt-BR"));
    /// assert_eq!(Tag::exact("de-CH-1996"), None);
    /// ```
    pub fn exact(tag: &str) -> Option<Self> {
        Self::new(tag).filter(|read| read.text().eq_ignore_ascii_case(tag))
    }

    /// Reads any tag, subtag by subtag; with the language and variant if the tag does not hold the variant.
    const fn read(tag: &[u8]) -> Option<(Self, Option<Self>)> {
        let mut subtag = Subtag::at(tag, 0);
        if !subtag.is_alphabetic(2, 3) {
            return None;
        }
        let (mut bits, mut variant) = (subtag.letters(tag) << LANGUAGE_AT, 0);
        let (mut last, mut is_singleton) = (SubtagKind::Language, false);
        while let Some(next) = subtag.next(tag) {
            subtag = next;
            if !subtag.is_well_formed() {
                return None;
            }
            let Some(kind) = last.followed_by(&subtag) else { return None };
            // In private use, one character is an ordinary subtag.
            is_singleton = subtag.length() == 1 && !matches!(last, SubtagKind::PrivateUse);
            match kind {
                SubtagKind::ExtendedLanguage => bits = subtag.letters(tag) << LANGUAGE_AT,
                SubtagKind::Script => bits |= subtag.letters(tag) << SCRIPT_AT,
                SubtagKind::Region => bits |= subtag.characters(tag),
                SubtagKind::Variant if variant == 0 => variant = VARIANT_FORM | subtag.characters(tag),
                _ => {}
            }
            last = kind;
        }
        // A singleton introduces further subtags; at the end of a tag it is malformed.
        if is_singleton {
            return None;
        }
        let with_variant = Self::from_bits(bits & LANGUAGE_MASK | variant);
        match (Self::from_bits(bits), with_variant) {
            (_, Some(whole)) if variant != 0 && bits & !LANGUAGE_MASK == 0 => Some((whole, None)),
            (Some(read), _) if variant == 0 => Some((read, None)),
            (Some(read), dropped) => Some((read, dropped)),
            _ => None,
        }
    }

    /// The next shorter tag of RFC 4647 section 3.4: `zh-Hant-TW`, `zh-Hant`, `zh`, none.
    #[inline]
    pub const fn parent(self) -> Option<Self> {
        let bits = self.to_bits();
        let shorter = if bits & VARIANT_FORM == 0 && bits & REGION_MASK != 0 {
            bits & !REGION_MASK
        } else {
            bits & LANGUAGE_MASK
        };
        if shorter == bits { None } else { Self::from_bits(shorter) }
    }

    /// The language alone.
    pub const fn language(self) -> Self {
        match Self::from_bits(self.to_bits() & LANGUAGE_MASK) {
            Some(language) => language,
            None => self,
        }
    }

    /// The script; `None` if the tag names none.
    pub const fn script(self) -> Option<Script> {
        let bits = self.without_variant().to_bits() & SCRIPT_MASK;
        if bits == 0 { None } else { Some(Script(bits)) }
    }

    /// The region; `None` if the tag names none.
    pub const fn region(self) -> Option<Region> {
        let bits = self.without_variant().to_bits() & REGION_MASK;
        if bits == 0 { None } else { Some(Region(bits)) }
    }

    /// The variant; `None` if the tag names none.
    pub fn variant(self) -> Option<TagText> {
        if self.to_bits() & VARIANT_FORM == 0 {
            return None;
        }
        let mut text = TagText::EMPTY;
        text.push(self.to_bits() & VARIANT_MASK, 8, 6, Case::Lower);
        Some(text)
    }

    /// The language of the tag with this script and this region.
    ///
    /// ```
    /// # use code_registry_encoding::tag::Tag;
    /// let (uzbek, afghan) = (Tag::new("uz-Arab").unwrap(), Tag::new("ps-AF").unwrap());
    /// assert_eq!(uzbek.with(uzbek.script(), afghan.region()).to_string(), "uz-Arab-AF");
    /// ```
    pub const fn with(self, script: Option<Script>, region: Option<Region>) -> Self {
        let mut bits = self.to_bits() & LANGUAGE_MASK;
        if let Some(Script(script)) = script {
            bits |= script;
        }
        if let Some(Region(region)) = region {
            bits |= region;
        }
        match Self::from_bits(bits) {
            Some(tag) => tag,
            None => self,
        }
    }

    const fn without_variant(self) -> Self {
        if self.to_bits() & VARIANT_FORM == 0 { self } else { self.language() }
    }

    /// Whether both tags are the same, for `const` code.
    #[inline]
    pub const fn is(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }

    /// The tag as a number, which is not 0.
    #[inline]
    pub const fn to_bits(self) -> u64 {
        self.0.get()
    }

    /// The tag of such a number.
    #[inline]
    pub const fn from_bits(bits: u64) -> Option<Self> {
        match NonZeroU64::new(bits) {
            Some(bits) => Some(Self(bits)),
            None => None,
        }
    }
}

impl Script {
    /// The script as tags have it: `Hant`.
    pub fn text(self) -> TagText {
        let mut text = TagText::EMPTY;
        text.push(self.0 >> SCRIPT_AT, 4, 5, Case::Title);
        text
    }
}

impl Region {
    /// The region as tags have it: `TW`, `419`.
    pub fn text(self) -> TagText {
        let mut text = TagText::EMPTY;
        text.push(self.0, 3, 6, Case::Upper);
        text
    }
}

/// The script of a [`Tag`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Script(u64);

/// The region of a [`Tag`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region(u64);

/// The bits of `it`, `yue`, `pt-BR`: nearly all tags look like these. `None` for any other tag.
///
/// `benches/run`: 49 instructions for a tag, with or without a region; read subtag by subtag, 212.
#[inline]
const fn short(tag: &[u8]) -> Option<NonZeroU64> {
    let (language, region) = match *tag {
        [a, b] => (letters([a, b], 5), Some(0)),
        [a, b, c] => (letters([a, b, c], 5), Some(0)),
        [a, b, b'-', d, e] => (letters([a, b], 5), letters([d, e], 6)),
        [a, b, c, b'-', d, e] => (letters([a, b, c], 5), letters([d, e], 6)),
        _ => return None,
    };
    match (language, region) {
        (Some(language), Some(region)) => NonZeroU64::new(language << LANGUAGE_AT | region),
        _ => None,
    }
}

/// The bits of up to three letters in three places; `None` if one of them is not a letter.
#[inline]
const fn letters<const N: usize>(letters: [u8; N], width: u32) -> Option<u64> {
    let (mut bits, mut at) = (0, 0);
    while at < N {
        if !letters[at].is_ascii_alphabetic() {
            return None;
        }
        bits = bits << width | (letters[at] & 0x1F) as u64;
        at += 1;
    }
    Some(bits << (width * (3 - N as u32)))
}

/// What a subtag is, in the order in which subtags follow each other.
#[derive(Clone, Copy)]
enum SubtagKind {
    Language,
    ExtendedLanguage,
    Script,
    Region,
    Variant,
    Extension,
    PrivateUse,
}

impl SubtagKind {
    /// What the next subtag is; `None` if it may not follow.
    const fn followed_by(self, subtag: &Subtag) -> Option<Self> {
        let length = subtag.length();
        match self {
            Self::PrivateUse => Some(Self::PrivateUse),
            _ if length == 1 => Some(if subtag.is_x { Self::PrivateUse } else { Self::Extension }),
            Self::Extension => Some(Self::Extension),
            Self::Language if subtag.is_alphabetic(3, 3) => Some(Self::ExtendedLanguage),
            Self::Language | Self::ExtendedLanguage if subtag.is_alphabetic(4, 4) => Some(Self::Script),
            Self::Language | Self::ExtendedLanguage | Self::Script if subtag.is_region() => {
                Some(Self::Region)
            }
            _ if length >= 5 || (length == 4 && subtag.starts_with_digit) => Some(Self::Variant),
            _ => None,
        }
    }
}

/// A part of a tag between hyphens.
#[derive(Clone, Copy)]
struct Subtag {
    start: usize,
    end: usize,
    letters: usize,
    digits: usize,
    starts_with_digit: bool,
    is_x: bool,
}

impl Subtag {
    const fn next(&self, tag: &[u8]) -> Option<Self> {
        if self.end == tag.len() { None } else { Some(Self::at(tag, self.end + 1)) }
    }

    const fn at(tag: &[u8], start: usize) -> Self {
        let (mut end, mut letters, mut digits) = (start, 0, 0);
        while end < tag.len() && tag[end] != b'-' {
            letters += tag[end].is_ascii_alphabetic() as usize;
            digits += tag[end].is_ascii_digit() as usize;
            end += 1;
        }
        let starts_with_digit = start < end && tag[start].is_ascii_digit();
        let is_x = end == start + 1 && tag[start].eq_ignore_ascii_case(&b'x');
        Self { start, end, letters, digits, starts_with_digit, is_x }
    }

    const fn length(&self) -> usize {
        self.end - self.start
    }

    const fn is_well_formed(&self) -> bool {
        1 <= self.length() && self.length() <= 8 && self.letters + self.digits == self.length()
    }

    const fn is_alphabetic(&self, least: usize, most: usize) -> bool {
        self.letters == self.length() && least <= self.letters && self.letters <= most
    }

    const fn is_region(&self) -> bool {
        self.is_alphabetic(2, 2) || (self.digits == 3 && self.length() == 3)
    }

    /// Its letters of five bits each, the first one highest, in three places for a language or four for a script.
    const fn letters(&self, tag: &[u8]) -> u64 {
        let places = if self.length() == 4 { 4 } else { 3 };
        self.packed(tag, places, 5)
    }

    /// Its characters of six bits each, the first one highest, in three places for a region or eight for a variant.
    const fn characters(&self, tag: &[u8]) -> u64 {
        let places = if self.length() <= 3 { 3 } else { 8 };
        self.packed(tag, places, 6)
    }

    const fn packed(&self, tag: &[u8], places: usize, width: u32) -> u64 {
        let (mut bits, mut place) = (0, 0);
        while place < places {
            let at = self.start + place;
            bits = bits << width | if at < self.end { rank(tag[at]) } else { 0 };
            place += 1;
        }
        bits
    }
}

/// 1 to 26 for letters, 27 to 36 for digits.
const fn rank(character: u8) -> u64 {
    let rank = if character.is_ascii_digit() {
        character - b'0' + 27
    } else {
        character.to_ascii_lowercase() - b'a' + 1
    };
    rank as u64
}

impl Tag {
    /// The tag in its canonical case.
    pub fn text(self) -> TagText {
        let bits = self.to_bits();
        let mut text = TagText::EMPTY;
        text.push(bits >> LANGUAGE_AT, 3, 5, Case::Lower);
        if bits & VARIANT_FORM != 0 {
            text.push(bits & VARIANT_MASK, 8, 6, Case::Lower);
        } else {
            text.push(bits >> SCRIPT_AT, 4, 5, Case::Title);
            text.push(bits & REGION_MASK, 3, 6, Case::Upper);
        }
        text
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tag({self})")
    }
}

/// The text of a language tag or of one of its subtags, without an allocation. It dereferences to `str`.
#[derive(Clone, Copy)]
pub struct TagText {
    bytes: [u8; 15],
    length: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Lower,
    Title,
    Upper,
}

impl TagText {
    const EMPTY: Self = Self { bytes: [0; 15], length: 0 };

    /// Adds a subtag of up to `places` characters, with a hyphen before it if it is not the first.
    fn push(&mut self, packed: u64, places: u32, width: u32, case: Case) {
        let before = self.length;
        for place in (0..places).rev() {
            let rank = (packed >> (place * width)) as u8 & ((1 << width) - 1);
            let character = match rank {
                0 => continue,
                1..=26 => b'a' + rank - 1,
                _ => b'0' + rank - 27,
            };
            let first = self.length == before;
            if first && before > 0 {
                self.add(b'-');
            }
            let raised = case == Case::Upper || (first && case == Case::Title);
            self.add(if raised { character.to_ascii_uppercase() } else { character });
        }
    }

    fn add(&mut self, character: u8) {
        self.bytes[self.length] = character;
        self.length += 1;
    }
}

impl Deref for TagText {
    type Target = str;

    fn deref(&self) -> &str {
        // Only ASCII was added.
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl AsRef<str> for TagText {
    fn as_ref(&self) -> &str {
        self
    }
}

impl PartialEq<&str> for TagText {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Display for TagText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for TagText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
