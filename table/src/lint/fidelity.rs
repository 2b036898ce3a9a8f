//! What a translation must keep of its source: arguments, numbers and code; and placeholders that mean nothing here.

use core::ops::Range;
use std::collections::BTreeSet;

use super::Pair;
use crate::report::{Quoted, Sink, Violation};
use crate::source::Source;

/// Compares a sentence with its counterpart in the default language.
pub(super) fn check(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    missing_arguments(pair, sink);
    code(pair, sink);
    let has_placeholders = foreign_placeholders(pair, sources, sink);
    // A sentence for a single number may write it as a digit or as a word; `%1$s` has no number of its own.
    if pair.own.fixed.is_empty() && !has_placeholders {
        numbers(pair, sources, sink);
    }
}

/// An argument that the source shows; a sentence for a single value of an argument may leave it out.
fn missing_arguments(pair: &Pair<'_>, sink: &mut Sink) {
    let Pair { own, default, .. } = pair;
    let (shown, wanted): (BTreeSet<_>, BTreeSet<_>) =
        (own.arguments.iter().collect(), default.arguments.iter().collect());
    // As many others: a misspelt argument, which is reported as unknown.
    if shown.len() == wanted.len() && shown != wanted {
        return;
    }
    for name in wanted.into_iter().filter(|name| !own.arguments.contains(name) && !own.fixed.contains(name)) {
        let (tag, default_tag) = (pair.tag.to_owned(), pair.default_tag.to_owned());
        let violation = Violation::MissingArgument {
            tag,
            name: Quoted::new(&format!("{{{name}}}")),
            default: default_tag,
        };
        sink.report_between(own.place.clone(), default.place, &violation);
    }
}

/// Code in backticks: first what is missing, then what the source does not have.
fn code(pair: &Pair<'_>, sink: &mut Sink) {
    let (own, default) = (spans(&pair.own.text), spans(&pair.default.text));
    let (tag, default_tag) = (pair.tag.to_owned(), pair.default_tag.to_owned());
    let missing = default.iter().find(|code| !own.contains(*code));
    let added = own.iter().find(|code| !default.contains(*code));
    let violation = match (missing, added) {
        (Some(code), _) => Violation::MissingCode { tag, code: Quoted::new(code), default: default_tag },
        (None, Some(code)) => Violation::AddedCode { tag, code: Quoted::new(code), default: default_tag },
        (None, None) => return,
    };
    sink.report_between(pair.own.place.clone(), pair.default.place, &violation);
}

/// What stands between backticks. A single backtick is punctuation.
fn spans(text: &str) -> BTreeSet<&str> {
    let parts: Vec<_> = text.split('`').collect();
    let count = if parts.len() % 2 == 1 { parts.len() } else { 0 };
    parts[..count].iter().skip(1).step_by(2).filter(|code| !code.is_empty()).copied().collect()
}

/// Numbers with different digits, however they are grouped and in whatever script. A short number may be a word.
fn numbers(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) {
    let (own, default) = (digits(&pair.own.text), digits(&pair.default.text));
    let has = |all: &[(String, Range<usize>)], wanted: &str| all.iter().any(|(number, _)| number == wanted);
    let (tag, default_tag) = (pair.tag.to_owned(), pair.default_tag.to_owned());
    if let Some((number, place)) = own.iter().find(|(number, _)| !has(&default, number)) {
        let violation = Violation::AddedNumber { tag, number: number.clone(), default: default_tag };
        sink.report_between(pair.own.part(place.clone(), sources), pair.default.place, &violation);
    } else if let Some((number, _)) =
        default.iter().find(|(number, _)| number.len() > 1 && !has(&own, number))
    {
        let violation = Violation::MissingNumber { tag, number: number.clone(), default: default_tag };
        sink.report_between(pair.own.place.clone(), pair.default.place, &violation);
    }
}

/// The zeros of the scripts in which numbers are written, apart from the one of ASCII.
const ZEROS: [char; 12] = ['٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '๐', '໐', '၀', '០'];

fn digit(character: char) -> Option<u32> {
    let of = |zero: char| u32::from(character).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    character.to_digit(10).or_else(|| ZEROS.into_iter().find_map(of))
}

/// Every number outside arguments and code, in digits of ASCII without separators.
fn digits(text: &str) -> Vec<(String, Range<usize>)> {
    let (mut numbers, mut end_of_term): (Vec<(String, Range<usize>)>, Option<char>) = (Vec::new(), None);
    let mut separator = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        match (end_of_term, character, digit(character)) {
            (Some(closing), _, _) if closing == character => end_of_term = None,
            (None, '{', _) => end_of_term = Some('}'),
            (None, '`', _) => end_of_term = Some('`'),
            (None, _, Some(value)) => match numbers.last_mut() {
                Some((number, place)) if place.end == at || separator => {
                    number.push(char::from_digit(value, 10).unwrap_or('0'));
                    place.end = end;
                }
                _ => numbers.push((value.to_string(), at..end)),
            },
            _ => {}
        }
        // A separator joins two digits around it.
        let is_inside = numbers.last().is_some_and(|(_, place)| place.end == at);
        separator = is_inside && ".,'’٫٬\u{a0}\u{202f}".contains(character);
    }
    numbers
}

/// Placeholders of printf, Python, Ruby and template languages that the source does not have; whether there are any.
fn foreign_placeholders(pair: &Pair<'_>, sources: &[Source], sink: &mut Sink) -> bool {
    let mut found_any = false;
    let text = pair.own.text.as_ref();
    for (at, _) in text.match_indices(['%', '{']) {
        let Some(length) = placeholder(&text[at..]) else { continue };
        let found = &text[at..at + length];
        let is_percentage =
            text[..at].ends_with(|before: char| digit(before).is_some() || before == '%' || before == '{');
        if !is_percentage && !pair.default.text.contains(found) {
            let violation = Violation::ForeignPlaceholder { found: Quoted::new(found) };
            sink.report(pair.own.part(at..at + length, sources), &violation);
            found_any = true;
        }
    }
    found_any
}

/// The length of `%s`, `%1$s`, `%ld`, `%(name)s`, `%{name}` or `{{name}}`, if the text starts with one.
fn placeholder(text: &str) -> Option<usize> {
    let named = |text: &str, close: &str| {
        let end = text.find(close)?;
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.')
        };
        is_name(text[..end].trim()).then_some(end + close.len())
    };
    if let Some(name) = text.strip_prefix("{{") {
        return Some(2 + named(name, "}}")?);
    }
    let rest = text.strip_prefix('%')?;
    if let Some(name) = rest.strip_prefix('{') {
        return Some(2 + named(name, "}")?);
    }
    let after = match rest.strip_prefix('(') {
        Some(name) => &name[named(name, ")")?..],
        None => {
            let position = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
            position.strip_prefix('$').filter(|after| after.len() + 1 < rest.len()).unwrap_or(rest)
        }
    };
    let after = after.trim_start_matches(['l', 'z', 'h']);
    let conversion = after.chars().next().filter(|character| "sdiufxXegcr@".contains(*character))?;
    let ends = !after[conversion.len_utf8()..].starts_with(char::is_alphanumeric);
    ends.then_some(text.len() - after.len() + conversion.len_utf8())
}
