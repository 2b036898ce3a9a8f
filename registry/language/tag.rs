use core::fmt;
use core::num::NonZeroU64;
use core::str::FromStr;

use crate::error::UnknownLanguage;

/// A language, as a BCP 47 tag names it: 8 bytes, `Copy`.
///
/// It holds a language with a script and a region (`it`, `pt-BR`, `zh-Hant-TW`), or a language with a variant
/// (`ca-valencia`). Further variants, extensions and private use subtags say nothing about which text to choose
/// and are dropped.
///
/// ```
/// use code_registry::Language;
///
/// const IT: Language = Language::new("it").unwrap();
/// assert_eq!(Language::new("it-ch"), "it-CH".parse().ok());
/// assert_eq!(Language::new("zh_Hant"), None);
/// assert_eq!(IT.to_string(), "it");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(NonZeroU64);

// From the highest bit: one that tells the two forms apart, then three letters of language; then either four letters
// of script and three characters of region, or eight characters of a variant. A letter has five bits, or six
// where digits may stand; absent characters are zero.
const VARIANT_FORM: u64 = 1 << 63;
const LANGUAGE_AT: u32 = 48;
const SCRIPT_AT: u32 = 18;
const REGION_MASK: u64 = (1 << 18) - 1;
const VARIANT_MASK: u64 = (1 << 48) - 1;
const LANGUAGE_MASK: u64 = 0x7FFF << LANGUAGE_AT;

impl Language {
    /// The language that `tag` names; none where it is not a `langtag` of RFC 5646 with a language of two or three
    /// letters (which every registered language has).
    ///
    /// Letters may be of either case. An extended language subtag stands for its language: `zh-yue` is `yue`.
    #[inline]
    pub const fn new(tag: &str) -> Option<Self> {
        match short(tag.as_bytes()) {
            Some(bits) => Some(Self(bits)),
            None => Self::read(tag.as_bytes()),
        }
    }

    /// Any tag, subtag by subtag.
    const fn read(tag: &[u8]) -> Option<Self> {
        let mut subtag = Subtag::first(tag);
        if !subtag.is_alphabetic(2, 3) {
            return None;
        }
        let mut bits = subtag.letters(tag) << LANGUAGE_AT;
        let mut stage = Stage::Language;
        while let Some(next) = subtag.next(tag) {
            subtag = next;
            if !subtag.is_well_formed() {
                return None;
            }
            (bits, stage) = match stage.accept(&subtag) {
                Some(Stage::ExtendedLanguage) => {
                    (subtag.letters(tag) << LANGUAGE_AT, Stage::ExtendedLanguage)
                }
                Some(Stage::Script) => (bits | subtag.letters(tag) << SCRIPT_AT, Stage::Script),
                Some(Stage::Region) => (bits | subtag.characters(tag), Stage::Region),
                Some(Stage::Variant) if bits & !LANGUAGE_MASK == 0 => {
                    (bits | VARIANT_FORM | subtag.characters(tag), Stage::Variant)
                }
                Some(other) => (bits, other),
                None => return None,
            };
        }
        match NonZeroU64::new(bits) {
            // A singleton says what the subtags after it are; alone it says nothing.
            Some(bits) if subtag.length() > 1 => Some(Self(bits)),
            _ => None,
        }
    }

    /// The next shorter language of RFC 4647 section 3.4: `zh-Hant-TW`, `zh-Hant`, `zh`, none.
    #[inline]
    pub const fn parent(self) -> Option<Self> {
        let bits = self.0.get();
        let shorter = if bits & VARIANT_FORM != 0 {
            bits & LANGUAGE_MASK
        } else if bits & REGION_MASK != 0 {
            bits & !REGION_MASK
        } else {
            bits & LANGUAGE_MASK
        };
        match NonZeroU64::new(shorter) {
            Some(shorter) if shorter.get() != bits => Some(Self(shorter)),
            _ => None,
        }
    }

    /// Whether both are the same language, as `==` says; for `const` code.
    #[inline]
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0.get() == other.0.get()
    }

    /// A place for it among as many as the bits say that are left by this shift.
    #[inline]
    pub(crate) const fn hash(self, multiplier: u64, shift: u32) -> usize {
        // The upper bits depend on all others.
        (self.0.get().wrapping_mul(multiplier) >> shift) as usize
    }

    #[inline]
    pub(super) const fn to_bits(self) -> u64 {
        self.0.get()
    }

    #[inline]
    #[cfg(target_has_atomic = "64")]
    pub(super) const fn from_bits(bits: u64) -> Option<Self> {
        match NonZeroU64::new(bits) {
            Some(bits) => Some(Self(bits)),
            None => None,
        }
    }
}

/// The bits of `it`, `yue`, `pt-BR`, which nearly all tags look like; none for any other.
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

/// Up to three letters in three places; none where one of them is no letter.
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

/// Which subtag was read last; they come in this order.
#[derive(Clone, Copy)]
enum Stage {
    Language,
    ExtendedLanguage,
    Script,
    Region,
    Variant,
    Extension,
    PrivateUse,
}

impl Stage {
    /// What the next subtag is, after one of this stage.
    const fn accept(self, subtag: &Subtag) -> Option<Self> {
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
    const fn first(tag: &[u8]) -> Self {
        Self::at(tag, 0)
    }

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

    /// Its letters, five bits each, the first one highest, in three places or four.
    const fn letters(&self, tag: &[u8]) -> u64 {
        let places = if self.length() == 4 { 4 } else { 3 };
        self.packed(tag, places, 5)
    }

    /// Its characters, six bits each, in three places for a region or eight for a variant.
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

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.to_bits();
        let mut tag = Tag { bytes: [0; 15], length: 0 };
        tag.push(bits >> LANGUAGE_AT, 3, 5, Case::Lower);
        if bits & VARIANT_FORM != 0 {
            tag.push(bits & VARIANT_MASK, 8, 6, Case::Lower);
        } else {
            tag.push(bits >> SCRIPT_AT, 4, 5, Case::Title);
            tag.push(bits & REGION_MASK, 3, 6, Case::Upper);
        }
        f.pad(tag.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({self})")
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        Self::new(tag).ok_or(UnknownLanguage::new())
    }
}

/// A tag being spelled out: `zh-Hant-TW` and `ca-valencia` fit.
struct Tag {
    bytes: [u8; 15],
    length: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Lower,
    Title,
    Upper,
}

impl Tag {
    /// Adds a subtag of up to `places` characters, after a hyphen if it is not the first.
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

    fn as_str(&self) -> &str {
        // Only ASCII was added.
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}
