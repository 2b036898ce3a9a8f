"""Pieces of Rust that subjects written by hand share."""

import json

CATEGORIES = ["zero", "one", "two", "few", "many", "other"]

# The cardinal rules of CLDR for whole numbers, as a programmer would write them for the languages at hand.
PLURALS = {
    "en": "if n == 1 { 1 } else { 5 }",
    "it": "if n == 1 { 1 } else if n != 0 && n % 1_000_000 == 0 { 4 } else { 5 }",
    "de": "if n == 1 { 1 } else { 5 }",
    "fr": "if n <= 1 { 1 } else if n % 1_000_000 == 0 { 4 } else { 5 }",
    "es": "if n == 1 { 1 } else if n != 0 && n % 1_000_000 == 0 { 4 } else { 5 }",
    "pt": "if n <= 1 { 1 } else if n % 1_000_000 == 0 { 4 } else { 5 }",
    "pl": "if n == 1 { 1 } else if matches!(n % 10, 2..=4) && !matches!(n % 100, 12..=14) { 3 } else { 4 }",
    "ru": "if n % 10 == 1 && n % 100 != 11 { 1 } "
    "else if matches!(n % 10, 2..=4) && !matches!(n % 100, 12..=14) { 3 } else { 4 }",
    "ar": "match (n, n % 100) { (0..=2, _) => n as usize, (_, 3..=10) => 3, (_, 11..=99) => 4, _ => 5 }",
    "he": "if n == 1 { 1 } else if n == 2 { 2 } else { 5 }",
    "tr": "if n == 1 { 1 } else { 5 }",
    "ja": "5",
    "ko": "5",
    "zh": "5",
}

FILL = """
/// Writes a sentence with its arguments.
pub fn fill(out: &mut String, mut rest: &str, path: &str, name: &str, count: u64) {
    use std::fmt::Write as _;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((argument, after)) = after.split_once('}') else { return };
        match argument {
            "path" => out.push_str(path),
            "name" => out.push_str(name),
            _ => drop(write!(out, "{count}")),
        }
        rest = after;
    }
    out.push_str(rest);
}
"""


def quote(text: str) -> str:
    """A string literal."""
    return json.dumps(text, ensure_ascii=False)


def language_enum(tags: list[str]) -> str:
    names = [tag.capitalize() for tag in tags]
    arms = "".join(f"{quote(tag)} => Some(Language::{name}), " for tag, name in zip(tags, names))
    plurals = "".join(f"Language::{name} => {{ {PLURALS[tag]} }}\n" for tag, name in zip(tags, names))
    return f"""
#[derive(Clone, Copy)]
pub enum Language {{ {", ".join(names)} }}

pub fn language(mut tag: &str) -> Option<Language> {{
    loop {{
        let found = match tag {{ {arms} _ => None }};
        match tag.rsplit_once('-') {{
            Some((shorter, _)) if found.is_none() => tag = shorter,
            _ => return found,
        }}
    }}
}}

pub fn category(language: Language, n: u64) -> usize {{
    match language {{
        {plurals}
    }}
}}
"""


def forms(message: str | dict[str, str]) -> list[str]:
    """A message as one sentence, or one for each category, empty where the language does not have it."""
    if isinstance(message, str):
        return [message]
    return [message.get(category, "") for category in CATEGORIES]


def enum(subject, content) -> str:
    variants = "".join(f"{code.variant}, " for code in content.codes)
    arms = "".join(f"{subject.value(code)} => Code::{code.variant},\n" for code in content.codes)
    return f"""
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Code {{ {variants} }}

pub fn code(value: {subject.value_type}) -> Option<Code> {{
    Some(match value {{ {arms} _ => return None }})
}}
"""
