//! Values and ranges in the notations that registries and spreadsheets use.

use code_registry_table::{Extent, Repr, has_bounds};

use super::status;
use crate::document::Node;
use crate::error::{Error, ToolMessage};

/// The values of all records, and the keys of `[registry]` that describe them.
#[derive(Debug)]
pub(super) struct Values {
    /// One for each record; `None` if values are texts.
    pub(super) extents: Option<Vec<Extent>>,
    pub(super) keys: Vec<(String, Node)>,
    /// Whether values are words.
    pub(super) are_names: bool,
}

impl Values {
    /// Reads the value of each record, given with its line. All must be in the same notation.
    pub(super) fn read(records: &[(usize, &str)]) -> Result<Self, Error> {
        let texts: Vec<&str> = records.iter().map(|&(_, text)| text).collect();
        if let Some(spans) = all(&texts, bytes) {
            return Self::numbers(records, &spans);
        }
        if let Some(spans) = all(&texts, class_and_detail) {
            let extents = spans.iter().map(|span| span.extent(0, 255)).collect();
            let keys = vec![repr(Repr::U8.name())];
            return Ok(Self { extents: Some(extents), keys, are_names: false });
        }
        if let Some(spans) = binary(&texts) {
            return Self::numbers(records, &spans);
        }
        if let Some(spans) = all(&texts, Span::read) {
            return Self::numbers(records, &in_twos_complement(spans));
        }
        Self::texts(records, &texts)
    }

    fn numbers(records: &[(usize, &str)], spans: &[Span]) -> Result<Self, Error> {
        let least = spans.iter().filter_map(|span| span.first).min().unwrap_or(0);
        let greatest = spans.iter().filter_map(|span| span.last).max().unwrap_or(0);
        let is_open = |bound: fn(&Span) -> Option<i128>| spans.iter().any(|span| bound(span).is_none());
        let (below, above) = (is_open(|span| span.first), is_open(|span| span.last));
        let fits = |repr: &Repr| {
            let is_wide = !(below || above) || repr.max() >= i128::from(i64::MAX);
            repr.min() <= least && greatest <= repr.max() && is_wide && !(below && repr.min() == 0)
        };
        let Some(found) = Repr::INTEGERS.into_iter().find(fits) else {
            let is_too_large = |span: &Span| !span.fits(&Repr::I64) && !span.fits(&Repr::U64);
            let is_too_large = |span: &Span| is_too_large(span) || least < 0 && !span.fits(&Repr::I64);
            let at = spans.iter().position(is_too_large).unwrap_or(0);
            let (line, value) = (records[at].0, records[at].1.to_owned());
            return Err(Error::new(ToolMessage::ValueTooLarge { line, value }));
        };
        let extents = spans.iter().map(|span| span.extent(found.min(), found.max())).collect();
        let keys = [repr(found.name())].into_iter().chain(label(spans)).collect();
        Ok(Self { extents: Some(extents), keys, are_names: false })
    }

    /// Texts, unless most values are numbers: a single one that is not a number must not turn all others into texts.
    fn texts(records: &[(usize, &str)], texts: &[&str]) -> Result<Self, Error> {
        let bad_value = |at: usize| {
            let (line, value) = (records[at].0, records[at].1.to_owned());
            if is_numeric(texts) {
                Error::new(ToolMessage::OtherNotation { line, value })
            } else {
                Error::new(ToolMessage::NoValue { line, value })
            }
        };
        let is_bad = |text: &&str| !is_word(text) || text.len() > Repr::LONGEST_TEXT;
        let unread = |text: &&str| Span::read(text).is_none();
        let is_dotted = |text: &&str| text.split('.').all(|part| part.parse::<u32>().is_ok());
        if is_numeric(texts)
            && !texts.iter().all(is_dotted)
            && let Some(at) = texts.iter().position(unread)
        {
            return Err(bad_value(at));
        }
        // As texts, ranges would become single codes.
        if let Some(at) = texts.iter().position(|text| is_of_several_numbers(text)) {
            return Err(bad_value(at));
        }
        if texts.iter().any(is_bad) && texts.iter().all(|text| is_word(text)) {
            return Ok(Self { extents: None, keys: vec![repr("name")], are_names: true });
        }
        if let Some(at) = texts.iter().position(|text| is_between_texts(text, texts)) {
            let (line, value) = (records[at].0, records[at].1.to_owned());
            return Err(Error::new(ToolMessage::RangeOfTexts { line, value }));
        }
        if let Some(at) = texts.iter().position(is_bad) {
            return Err(bad_value(at));
        }
        let longest = texts.iter().map(|text| text.len()).max().unwrap_or(1);
        let length = ("length".to_owned(), Node::Integer(longest as i128));
        Ok(Self { extents: None, keys: vec![repr("str"), length], are_names: false })
    }
}

fn repr(name: &str) -> (String, Node) {
    ("repr".to_owned(), Node::text(name))
}

fn all(texts: &[&str], read: impl Fn(&str) -> Option<Span>) -> Option<Vec<Span>> {
    texts.iter().map(|text| read(text)).collect()
}

/// Whether most of the texts are numbers or one is a range of numbers. Texts of equal length, such as `42000` and
/// `42P01`, are not.
pub(super) fn is_numeric(texts: &[&str]) -> bool {
    let spans: Vec<_> = texts.iter().filter_map(|text| Span::read(text)).collect();
    let is_fixed = texts.windows(2).all(|pair| pair[0].len() == pair[1].len());
    spans.iter().any(|span| span.is_range) || !is_fixed && spans.len() * 2 > texts.len()
}

/// `1,000`, `1,3-5`, `2.1-2.5`, but not `1.3.6` or `2020-01`.
fn is_of_several_numbers(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-');
    let is_made_of = text.bytes().all(is_part) && text.starts_with(|first: char| first.is_ascii_digit());
    is_made_of && (text.contains(',') || text.contains('.') && text.contains('-'))
}

/// `42000-42ZZZ` or `42000..=42ZZZ` among texts of five characters.
fn is_between_texts(text: &str, all: &[&str]) -> bool {
    let length = text.find(['-', '.']).unwrap_or(0);
    has_bounds(text) && all.iter().any(|other| other.len() == length)
}

/// Whether the text is a value or a range in any notation of numbers.
pub(super) fn is_number(text: &str) -> bool {
    [Span::read, bytes, class_and_detail].iter().any(|read| read(text).is_some())
}

/// Whether the text can be a value that is a word, without the remark that may follow it.
pub(super) fn is_word(text: &str) -> bool {
    let (word, _) = status::of_word(text);
    (1..=Repr::LONGEST_NAME).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A value or a range; an open range has only one bound.
#[derive(Debug, Clone, Copy)]
struct Span {
    first: Option<i128>,
    last: Option<i128>,
    is_range: bool,
    digits: Option<Hexadecimal>,
}

/// How a hexadecimal number is written.
#[derive(Debug, Clone, Copy)]
struct Hexadecimal {
    width: usize,
    has_small: bool,
}

/// Words in front of an open range, and by how much its bound differs from the number.
const BELOW: [(&str, i128); 6] =
    [("less than or equal to ", 0), ("less than ", -1), ("below ", -1), ("<=", 0), ("≤", 0), ("<", -1)];
const ABOVE: [(&str, i128); 8] = [
    ("greater than or equal to ", 0),
    ("greater than ", 1),
    ("more than ", 1),
    ("at least ", 0),
    ("above ", 1),
    (">=", 0),
    ("≥", 0),
    (">", 1),
];

/// Words after an open range that includes its bound.
const OR_LESS: [&str; 3] = [" and below", " or less", " or below"];
const OR_MORE: [&str; 5] = [" and above", " and up", " or more", " or above", " or greater"];

/// What separates the bounds of a range, besides a hyphen.
const SEPARATORS: [&str; 6] = ["..=", "..", " to ", " through ", "–", "—"];

/// Words before a number that only name what it is.
const NAMES: [&str; 5] = ["integer values ", "values ", "value ", "bits ", "bit "];

impl Span {
    /// `5`, `0x0e-0xff`, `-65536 to -1`, `12-0`, `less than -65536`, `>=2^42`, `bit 5`.
    fn read(text: &str) -> Option<Self> {
        let has_small = plain(text).contains(|digit| matches!(digit, 'a'..='f'));
        let mut span = Self::of_small_letters(&plain(text).to_lowercase().replace('−', "-"))?;
        if let Some(digits) = &mut span.digits {
            digits.has_small = has_small;
        }
        Some(span)
    }

    fn of_small_letters(text: &str) -> Option<Self> {
        let text = NAMES.iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text).trim();
        if let Some((value, digits)) = number(text) {
            return Some(Self { first: Some(value), last: Some(value), is_range: false, digits });
        }
        let starts =
            |(word, offset): &(&str, i128)| Some((number(text.strip_prefix(word)?.trim())?, *offset));
        let ends = |word: &&str| Some((number(text.strip_suffix(*word)?.trim())?, 0));
        if let Some(((value, digits), offset)) =
            BELOW.iter().find_map(starts).or_else(|| OR_LESS.iter().find_map(ends))
        {
            return Some(Self {
                first: None,
                last: Some(value.checked_add(offset)?),
                is_range: true,
                digits,
            });
        }
        if let Some(((value, digits), offset)) =
            ABOVE.iter().find_map(starts).or_else(|| OR_MORE.iter().find_map(ends))
        {
            return Some(Self {
                first: Some(value.checked_add(offset)?),
                last: None,
                is_range: true,
                digits,
            });
        }
        Self::between(text)
    }

    fn between(text: &str) -> Option<Self> {
        let dashes = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
        let splits = SEPARATORS.iter().filter_map(|separator| text.split_once(separator)).chain(dashes);
        for (first, last) in splits {
            let Some((first, digits)) = number(first.trim()) else { continue };
            // The prefix may be omitted in the second bound: 0x0B-FF.
            let last = last.trim();
            let prefixed = format!("0x{last}");
            let Some((last, _)) = number(last)
                .filter(|_| digits.is_none() || last.starts_with("0x"))
                .or_else(|| number(&prefixed).filter(|_| digits.is_some()))
            else {
                continue;
            };
            let (first, last) = (first.min(last), first.max(last));
            return Some(Self { first: Some(first), last: Some(last), is_range: true, digits });
        }
        None
    }

    fn fits(&self, repr: &Repr) -> bool {
        let fits = |bound: Option<i128>| bound.is_none_or(|bound| (repr.min()..=repr.max()).contains(&bound));
        fits(self.first) && fits(self.last)
    }

    fn extent(&self, least: i128, greatest: i128) -> Extent {
        let (first, last) = (self.first.unwrap_or(least), self.last.unwrap_or(greatest));
        if self.is_range { Extent::Range(first, last) } else { Extent::Code(first) }
    }
}

/// The text without a remark in parentheses or a footnote: `0 (zero)`, `5 [1]`.
fn plain(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(" (").into_iter().chain(text.find(" [")).min().filter(|&end| end > 0);
    end.map_or(text, |end| text[..end].trim_end())
}

/// A number of small letters: decimal, `0x1f`, `1fh`, `0b101`, `2^42`, `2^42-1`.
fn number(text: &str) -> Option<(i128, Option<Hexadecimal>)> {
    let unsigned = |digits: &str, radix| {
        let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
        is_number.then(|| i128::from_str_radix(digits, radix).ok())?
    };
    if let Some(digits) = text.strip_prefix("0x") {
        let has_small = digits.contains(|digit: char| digit.is_ascii_lowercase());
        return Some((unsigned(digits, 16)?, Some(Hexadecimal { width: digits.len(), has_small })));
    }
    if let Some(digits) =
        text.strip_suffix('h').filter(|digits| digits.starts_with(|first: char| first.is_ascii_digit()))
    {
        return Some((unsigned(digits, 16)?, Some(Hexadecimal { width: digits.len(), has_small: false })));
    }
    if let Some(digits) = text.strip_prefix("0b") {
        return Some((unsigned(digits, 2)?, None));
    }
    if let Some(exponent) = text.strip_prefix("2^") {
        let (exponent, less) = exponent.strip_suffix("-1").map_or((exponent, 0), |exponent| (exponent, 1));
        let exponent = unsigned(exponent.trim(), 10).filter(|&exponent| exponent <= 100)?;
        return Some(((1 << exponent) - less, None));
    }
    let magnitude = text.strip_prefix('-').unwrap_or(text);
    let value = unsigned(magnitude, 10)?;
    Some((if magnitude.len() == text.len() { value } else { -value }, None))
}

/// `0xAA,0xBB` as one number, `0xAA,0xBB to 0xCC,0xDD`, or a range in one byte: `0x00,0x1C-1D`, `0x01-09,*`.
fn bytes(text: &str) -> Option<Span> {
    let text = plain(text);
    in_one_byte(text).or_else(|| from_to(text, in_one_byte).filter(|span| span.is_range))
}

/// A range with both bounds in full, in a notation whose parts may contain hyphens.
fn from_to(text: &str, read: impl Fn(&str) -> Option<Span>) -> Option<Span> {
    let words = SEPARATORS.iter().filter_map(|separator| text.split_once(separator));
    let dashes = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let bounds =
        words.chain(dashes).find_map(|(first, last)| Some((read(first.trim())?, read(last.trim())?)));
    let (one, other) = bounds?;
    let (first, last) = (one.first.min(other.first), one.last.max(other.last));
    let width = |span: &Span| span.digits.map(|digits| digits.width);
    (width(&one) == width(&other)).then_some(Span { first, last, is_range: true, digits: one.digits })
}

/// The bytes of a value, with a range in one of them if all that follow are `*`. They may be in braces.
fn in_one_byte(text: &str) -> Option<Span> {
    let (mut first, mut last) = (0, 0);
    let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let parts: Vec<_> = inside.split(',').map(str::trim).collect();
    if !(2..=8).contains(&parts.len()) || parts[0] == "*" {
        return None;
    }
    for part in &parts {
        let (low, high) = match *part {
            "*" => (0, 255),
            part if part.starts_with("0x") || part.starts_with("0X") => {
                let span = Span::read(part)?;
                // `0x00,0x00 to 0x00,0x09` has no range in its middle.
                if span.is_range && span.first == span.last {
                    return None;
                }
                (span.first?, span.last?)
            }
            _ => return None,
        };
        let is_contiguous = first == last || (low, high) == (0, 255);
        if high > 255 || !is_contiguous {
            return None;
        }
        (first, last) = (first << 8 | low, last << 8 | high);
    }
    let has_small = inside.contains(|digit| matches!(digit, 'a'..='f'));
    let digits = Some(Hexadecimal { width: parts.len() * 2, has_small });
    Some(Span { first: Some(first), last: Some(last), is_range: first != last, digits })
}

/// `2.05`, a class of three bits and a detail of five: the codes of CoAP.
fn class_and_detail(text: &str) -> Option<Span> {
    let value = |text: &str| {
        let (class, detail) = text.split_once('.')?;
        let is_written_so = class.len() == 1 && detail.len() == 2;
        let (class, detail): (i128, i128) = (class.parse().ok()?, detail.parse().ok()?);
        let value = Some(class << 5 | detail);
        let span = Span { first: value, last: value, is_range: false, digits: None };
        (is_written_so && class < 8 && detail < 32).then_some(span)
    };
    let text = plain(text);
    value(text).or_else(|| from_to(text, value))
}

/// `010` and `011-111`, if all numbers are as long and made of `0` and `1`, and one begins with `0`.
fn binary(texts: &[&str]) -> Option<Vec<Span>> {
    let numbers: Vec<&str> = texts.iter().flat_map(|text| plain(text).split('-')).map(str::trim).collect();
    let width = numbers.first()?.len();
    let is_binary =
        |number: &&str| number.len() == width && number.bytes().all(|digit| matches!(digit, b'0' | b'1'));
    if width < 2 || !numbers.iter().all(is_binary) || !numbers.iter().any(|number| number.starts_with('0')) {
        return None;
    }
    let prefixed = |text: &&str| {
        let numbers = plain(text).split('-').map(|number| format!("0b{}", number.trim()));
        Span::read(&numbers.collect::<Vec<_>>().join("-"))
    };
    texts.iter().map(prefixed).collect()
}

/// Next to negative numbers, `0xffff0000` is one too.
fn in_twos_complement(mut spans: Vec<Span>) -> Vec<Span> {
    let is_negative = |span: &Span| span.first.is_none_or(|first| first < 0);
    if !spans.iter().any(is_negative) {
        return spans;
    }
    for span in &mut spans {
        let Some(width) = span.digits.map(|digits| digits.width) else { continue };
        let signed = |value: i128| {
            let bits = 4 * width;
            if matches!(bits, 8 | 16 | 32 | 64) && value >> (bits - 1) == 1 {
                value - (1 << bits)
            } else {
                value
            }
        };
        (span.first, span.last) = (span.first.map(signed), span.last.map(signed));
        if span.first > span.last && span.last.is_some() {
            (span.first, span.last) = (span.last, span.first);
        }
    }
    spans
}

/// A label if all values are hexadecimal.
fn label(spans: &[Span]) -> Option<(String, Node)> {
    let digits: Vec<_> = spans.iter().map(|span| span.digits).collect::<Option<_>>()?;
    let width = digits.iter().map(|digits| digits.width).min()?;
    let form = if digits.iter().any(|digits| digits.has_small) { 'x' } else { 'X' };
    Some(("label".to_owned(), Node::Text(format!("0x{{value:0{width}{form}}}"))))
}
