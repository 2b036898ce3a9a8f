//! How each language of CLDR writes numbers, lists, sizes and durations.

use std::collections::BTreeSet;

use code_registry_encoding::formats::{
    DurationFormat, Elision, Formats, ListFormat, NumberFormat, SizeFormat,
};

use crate::locale_match::lineage;
use crate::{ArgumentKind, Table};

/// Sections of lines: the locales that share a format, and its fields. `tests/cldr/extract.py` writes it.
const FORMATS: &str = include_str!("locale/formats.txt");

/// The root of all locales, for a language that CLDR does not know.
const ROOT: &str = "und";

/// The formats of a language: those of its locale, otherwise those of the locale from which it inherits.
///
/// ```
/// # use code_registry_table::formats;
/// assert_eq!(formats("de-AT").number.group, "\u{a0}");
/// assert_eq!(formats("it").and_list.unwrap().end, " e {1}");
/// ```
pub fn formats(tag: &str) -> Formats<'static> {
    let tags = lineage(tag);
    let language = tags.first().and_then(|tag| tag.split('-').next()).unwrap_or_default();
    let lists = fields::<12>("lists", &tags);
    let [and, or, unit] = [0, 4, 8].map(|first| &lists[first..first + 4]);
    let (elision_and, elision_or) = match language {
        "es" => (Elision::SpanishAnd, Elision::SpanishOr),
        "it" => (Elision::ItalianAnd, Elision::None),
        "he" => (Elision::HebrewAnd, Elision::None),
        _ => (Elision::None, Elision::None),
    };
    let [b, kb, mb, gb, tb, pb, units @ ..] = fields::<13>("units", &tags);
    Formats {
        number: number(&tags),
        and_list: Some(list(and, elision_and)),
        or_list: Some(list(or, elision_or)),
        size: Some(SizeFormat([b, kb, mb, gb, tb, pb])),
        duration: Some(DurationFormat { units, pair: unit[0] }),
    }
}

/// The formats of a language that the arguments of a table need; `None` if they need none.
pub fn formats_of(table: &Table, tag: &str) -> Option<Formats<'static>> {
    formats_for(table.rows.iter().flat_map(|row| &row.arguments).map(|argument| argument.kind), tag)
}

/// The formats of a language that arguments of these kinds need; `None` if they need none.
pub fn formats_for(kinds: impl Iterator<Item = ArgumentKind>, tag: &str) -> Option<Formats<'static>> {
    let kinds: BTreeSet<ArgumentKind> = kinds.collect();
    let has = |kind| kinds.contains(&kind);
    let [and, or] = [has(ArgumentKind::AndList), has(ArgumentKind::OrList)];
    let has_amounts = kinds.iter().any(|kind| kind.is_amount());
    (and || or || has_amounts).then(|| {
        let all = formats(tag);
        Formats {
            number: if has_amounts { all.number } else { NumberFormat::PLAIN },
            and_list: all.and_list.filter(|_| and),
            or_list: all.or_list.filter(|_| or),
            size: all.size.filter(|_| has(ArgumentKind::Bytes)),
            duration: all.duration.filter(|_| has(ArgumentKind::Duration)),
        }
    })
}

fn number(tags: &[String]) -> NumberFormat<'static> {
    let [zero, decimal, group, minus, infinity, nan, last, others, first] = fields("numbers", tags);
    let count = |digits: &str| digits.parse().unwrap_or(3);
    NumberFormat {
        zero: zero.chars().next().unwrap_or('0'),
        decimal,
        group,
        minus,
        infinity,
        nan,
        last_group: count(last),
        other_groups: count(others),
        first_group: count(first),
    }
}

fn list(parts: &[&'static str], elision: Elision) -> ListFormat<'static> {
    ListFormat { pair: parts[0], start: parts[1], middle: parts[2], end: parts[3], elision }
}

/// The fields of the first of these locales that a section has.
fn fields<const N: usize>(section: &str, tags: &[String]) -> [&'static str; N] {
    let section = FORMATS.split_once(&format!("[{section}]\n")).map_or("", |(_, lines)| lines);
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let find = |tag: &str| {
        lines.clone().find_map(|line| {
            let (locales, fields) = line.split_once('\t')?;
            locales.split(' ').any(|locale| locale == tag).then_some(fields)
        })
    };
    let found = tags.iter().find_map(|tag| find(tag)).or_else(|| find(ROOT)).unwrap_or_default();
    let mut fields = found.split('\t');
    [(); N].map(|()| fields.next().unwrap_or_default())
}
