//! The type of the values: integers, texts or words, and their labels, such as `E2001`, `ORA-00942` and `0x80004005`.

use core::fmt::{self, Display, Formatter};
use core::ops::Bound;
use std::collections::BTreeMap;
use std::sync::Arc;

use code_registry_encoding::value::{
    LabelForm, LabelPart, MAX_TEXT_VALUE_BYTES, Radix, is_text_value, last_text_key, text_from_key, text_key,
};

/// The maximum number of bytes in a value that is a text.
pub(crate) const LONGEST_TEXT: usize = MAX_TEXT_VALUE_BYTES;

/// The word of each type.
pub(crate) const REPRS: [&str; 10] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str", "name"];

/// The word of each type of a column. The names of the table's enums are types as well.
pub(crate) const COLUMN_TYPES: [&str; 12] =
    ["bool", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str", TEXT, HTTP_STATUS];

/// The type of a column with a text in each language.
pub(crate) const TEXT: &str = "text";

/// The type of a column of HTTP statuses.
pub(crate) const HTTP_STATUS: &str = "http-status";

/// The type of the values: an integer type, texts up to a length, or the words that the table lists.
///
/// A text is stored as a number, its [`text_key`]; a word as its index.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the types")]
pub enum Repr {
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
    /// Texts of one to this many bytes, at most 15.
    Str(usize),
    /// The words of the table.
    Name(NameList),
}

impl Repr {
    /// The longest text that can be a value.
    pub const LONGEST_TEXT: usize = LONGEST_TEXT;

    /// The maximum number of bytes in a word that can be a value.
    pub const LONGEST_NAME: usize = LONGEST_NAME;

    /// Every integer type.
    pub const INTEGERS: [Self; 8] =
        [Self::U8, Self::U16, Self::U32, Self::U64, Self::I8, Self::I16, Self::I32, Self::I64];

    /// The name of the type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::Str(_) => "str",
            Self::Name(_) => "name",
        }
    }

    /// The smallest unsigned type with this many bits.
    pub(crate) fn unsigned(bits: u32) -> Self {
        match bits {
            0..=8 => Self::U8,
            9..=16 => Self::U16,
            17..=32 => Self::U32,
            _ => Self::U64,
        }
    }

    /// Whether values are texts.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Str(_) | Self::Name(_))
    }

    /// Whether values are the words that the table lists.
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// The maximum number of bytes in a value; `None` if values are numbers.
    pub fn longest(&self) -> Option<usize> {
        match self {
            Self::Str(length) => Some(*length),
            Self::Name(_) => Some(LONGEST_NAME),
            _ => None,
        }
    }

    /// The least value of the type.
    pub fn min(&self) -> i128 {
        match self {
            Self::U8 | Self::U16 | Self::U32 | Self::U64 | Self::Name(_) => 0,
            Self::I8 => i8::MIN.into(),
            Self::I16 => i16::MIN.into(),
            Self::I32 => i32::MIN.into(),
            Self::I64 => i64::MIN.into(),
            Self::Str(length) => text_key(b"!", *length),
        }
    }

    /// The greatest value of the type.
    pub fn max(&self) -> i128 {
        match self {
            Self::U8 => u8::MAX.into(),
            Self::U16 => u16::MAX.into(),
            Self::U32 => u32::MAX.into(),
            Self::U64 => u64::MAX.into(),
            Self::I8 => i8::MAX.into(),
            Self::I16 => i16::MAX.into(),
            Self::I32 => i32::MAX.into(),
            Self::I64 => i64::MAX.into(),
            Self::Str(length) => last_text_key(&[], *length),
            Self::Name(names) => names.len() as i128 - 1,
        }
    }

    /// The value as tables write it: a number, or a text without quotes.
    pub fn show(&self, value: i128) -> String {
        match self {
            Self::Str(length) => text(value, *length),
            Self::Name(names) => names.text(value).to_owned(),
            _ => value.to_string(),
        }
    }

    /// The common beginning of a range of texts; `None` if it is not the range of all texts with it.
    pub fn prefix(&self, first: i128, last: i128) -> Option<String> {
        let prefix = match self {
            Self::Str(length) => text(first, *length),
            Self::Name(names) => names.text(first).to_owned(),
            _ => return None,
        };
        (self.range_of(&prefix) == Some((first, last))).then_some(prefix)
    }

    /// The value of a text.
    pub fn value_of(&self, text: &str) -> Option<i128> {
        match self {
            Self::Name(names) => names.code(text),
            _ => Some(self.range_of(text)?.0),
        }
    }

    /// The first and the last value with this beginning; for a heading, its place among the rows.
    pub(crate) fn range_of(&self, text: &str) -> Option<(i128, i128)> {
        match self {
            Self::Str(length) => {
                let (text, length) = (text.as_bytes(), *length);
                is_text_value(text, length).then(|| (text_key(text, length), last_text_key(text, length)))
            }
            Self::Name(names) => names.heading(text).map(|heading| (heading, heading)),
            _ => None,
        }
    }

    /// The number of bits of an integer type.
    pub(crate) fn bits(&self) -> u32 {
        self.mask().count_ones()
    }

    /// The mask of the bits of an integer type.
    pub(crate) fn mask(&self) -> i128 {
        match self {
            Self::U8 | Self::I8 => u8::MAX.into(),
            Self::U16 | Self::I16 => u16::MAX.into(),
            Self::U32 | Self::I32 => u32::MAX.into(),
            Self::U64 | Self::I64 => u64::MAX.into(),
            Self::Str(_) | Self::Name(_) => self.max(),
        }
    }
}

/// The text of a number.
fn text(key: i128, length: usize) -> String {
    let bytes: [u8; LONGEST_TEXT] = text_from_key(key.cast_unsigned());
    let bytes = &bytes[LONGEST_TEXT.saturating_sub(length)..];
    bytes.iter().take_while(|&&byte| byte != 0).map(|&byte| char::from(byte)).collect()
}

/// The labels of a table: the texts around the digits of a value, and how the digits are written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// The text before the value.
    pub before: String,
    /// The text after the value.
    pub after: String,
    /// The least number of digits.
    pub width: usize,
    /// The digits.
    pub radix: Radix,
    /// The parts that are shown instead of the value, if any. The fields above are then those of a decimal value without a
    /// text before it.
    pub parts: Vec<PartForm>,
    /// The type of the value.
    repr: Repr,
}

/// A part of the value in a label.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartForm {
    /// The name in the table.
    pub name: String,
    /// The text before it.
    pub before: String,
    /// The lowest bit.
    pub shift: u32,
    /// The number of bits.
    pub bits: u32,
    /// The least number of digits.
    pub width: usize,
    /// The digits.
    pub radix: Radix,
}

impl PartForm {
    /// Whether every number has the same number of digits.
    pub(crate) fn has_fixed_width(&self) -> bool {
        self.form().has_fixed_width()
    }

    fn form(&self) -> LabelPart<'_> {
        let Self { name: _, before, shift, bits, width, radix } = self;
        LabelPart { before, shift: *shift, bits: *bits, width: *width, radix: *radix }
    }
}

impl Label {
    pub(crate) fn new([before, after]: [String; 2], width: usize, radix: Radix, repr: Repr) -> Self {
        Self { before, after, width, radix, parts: Vec::new(), repr }
    }

    /// A label that shows parts of the value.
    pub(crate) fn of_parts(parts: Vec<PartForm>, after: String, repr: Repr) -> Self {
        Self { parts, ..Self::new([String::new(), after], 0, Radix::Decimal, repr) }
    }

    /// Whether a value can be read from its label: parts must be all of its bits.
    pub fn is_read(&self) -> bool {
        self.parts.is_empty() || self.parts.iter().map(|part| part.bits).sum::<u32>() == self.repr.bits()
    }

    /// Whether values are better known by it than by their decimal numbers.
    pub fn is_usual_spelling(&self) -> bool {
        if self.parts.is_empty() { self.radix != Radix::Decimal } else { self.is_read() }
    }

    fn with_form<T>(&self, ask: impl FnOnce(&LabelForm<'_>) -> T) -> T {
        let parts: Vec<_> = self.parts.iter().map(PartForm::form).collect();
        let Self { before, after, width, radix, .. } = self;
        ask(&LabelForm { before, after, width: *width, radix: *radix, parts: &parts })
    }

    /// The label of a value. A negative number is written in hexadecimal as its two's complement.
    pub fn show(&self, value: i128) -> String {
        let mut label = String::new();
        let written = self.with_form(|form| {
            if self.repr.is_text() {
                form.write_text(&self.repr.show(value), &mut label)
            } else if self.radix == Radix::Decimal {
                form.write_number(&value, &mut label)
            } else {
                form.write_number(&(value & self.repr.mask()), &mut label)
            }
        });
        debug_assert!(written.is_ok(), "a string takes any text");
        label
    }

    /// The value with this label. A number that does not fit into 64 bits is `i128::MAX`.
    pub(crate) fn read(&self, text: &str) -> Option<i128> {
        if self.repr.is_text() {
            return self.repr.value_of(self.with_form(|form| form.read_text(text))?);
        }
        self.with_form(|form| form.read_number(text, self.repr.min(), self.repr.max()))
    }

    /// The number of dashes around the value.
    pub(crate) fn dashes(&self) -> usize {
        let parts = self.parts.iter().map(|part| &part.before);
        parts.chain([&self.before, &self.after]).map(|text| text.matches('-').count()).sum()
    }

    /// Whether the text, which reads as `value`, is its label; hexadecimal digits may be of either case.
    pub(crate) fn is_usual(&self, text: &str, value: i128) -> bool {
        self.show(value).eq_ignore_ascii_case(text)
    }
}

/// The label as a table writes it.
impl Display for Label {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let escaped = |text: &str| text.replace('{', "{{").replace('}', "}}");
        let mut field = |before: &str, name: &str, width: usize, radix: Radix| {
            let (before, letter) = (escaped(before), radix.letter());
            match (width, radix) {
                (0, Radix::Decimal) => write!(f, "{before}{{{name}}}"),
                (0, _) => write!(f, "{before}{{{name}:{letter}}}"),
                (width, _) => write!(f, "{before}{{{name}:0{width}{letter}}}"),
            }
        };
        if self.parts.is_empty() {
            field(&self.before, "value", self.width, self.radix)?;
        }
        for part in &self.parts {
            field(&part.before, &part.name, part.width, part.radix)?;
        }
        f.write_str(&escaped(&self.after))
    }
}

/// A number without a sign; `i128::MAX` if it is too large.
pub(crate) fn magnitude(digits: &str, radix: u32) -> Option<i128> {
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    is_number.then(|| i128::from_str_radix(digits, radix).unwrap_or(i128::MAX))
}

/// The maximum number of bytes in a word.
pub(crate) const LONGEST_NAME: usize = 255;

/// The words of a table in the order of its file. A value is the index of its word.
///
/// Headings of sections (`[range."auth/"]`) have an index too, so that they keep their place among the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameList(Arc<Names>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    texts: Vec<String>,
    codes: BTreeMap<String, usize>,
    headings: BTreeMap<String, usize>,
}

impl NameList {
    /// The words and headings of a table in the order of the file; a heading is marked by `true`.
    pub(crate) fn new<'t>(names: impl IntoIterator<Item = (&'t str, bool)>) -> Self {
        let mut list = Names::default();
        for (text, is_heading) in names.into_iter().filter(|(text, _)| is_name(text)) {
            let known = if is_heading { &mut list.headings } else { &mut list.codes };
            known.entry(text.to_owned()).or_insert_with(|| {
                list.texts.push(text.to_owned());
                list.texts.len() - 1
            });
        }
        Self(Arc::new(list))
    }

    /// The list with further words and headings at the end.
    pub(crate) fn with<'t>(&self, more: impl IntoIterator<Item = (&'t str, bool)>) -> Self {
        let more: Vec<_> = more.into_iter().collect();
        Self::new(self.entries().chain(more.iter().copied()))
    }

    /// The words and headings; a heading is marked by `true`.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, bool)> {
        let is_heading = |at: i128, text: &str| self.heading(text) == Some(at);
        (0..).zip(&self.0.texts).map(move |(at, text)| (text.as_str(), is_heading(at, text)))
    }

    /// The value of a word or heading.
    #[cfg(feature = "tool")]
    pub(crate) fn value(&self, (text, is_heading): (&str, bool)) -> Option<i128> {
        if is_heading { self.heading(text) } else { self.code(text) }
    }

    /// The number of words and headings.
    pub(crate) fn len(&self) -> usize {
        self.0.texts.len()
    }

    /// The word or heading of a value; empty if the value has none.
    pub(crate) fn text(&self, value: i128) -> &str {
        let text = usize::try_from(value).ok().and_then(|index| self.0.texts.get(index));
        text.map_or("", String::as_str)
    }

    /// The value of a word.
    pub(crate) fn code(&self, text: &str) -> Option<i128> {
        self.0.codes.get(text).map(|&at| at as i128)
    }

    /// The value of a heading.
    pub(crate) fn heading(&self, text: &str) -> Option<i128> {
        self.0.headings.get(text).map(|&at| at as i128)
    }

    /// Whether a word of the table starts with this text.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        let mut from = self.0.codes.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        from.next().is_some_and(|(word, _)| word.starts_with(prefix))
    }
}

/// Whether a text can be a word: visible ASCII characters, at most 255.
pub(crate) fn is_name(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
