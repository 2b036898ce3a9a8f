"""Rust code that the hand-written subjects share."""

import json
import re

CATEGORIES = ["zero", "one", "two", "few", "many", "other"]

# The cardinal rules of CLDR for whole numbers, as a programmer would write them for these languages.
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

#: Writes a message whose sentences were split in advance, so that braces are not searched for at run time.
PIECES = """
#[inline]
fn argument(out: &mut String, argument: u8, path: &str, name: &str, number: u64) {
    use std::fmt::Write as _;
    match argument {
        0 => {}
        1 => out.push_str(path),
        2 => out.push_str(name),
        _ => drop(write!(out, "{number}")),
    }
}
"""
#: The arguments of a table as numbers, because many paths of an enum take the compiler longer.
ARGUMENTS = {"path": 1, "name": 2, "count": 3, "port": 3}


def pieces(sentence: str) -> list[tuple[str, int]]:
    """A sentence as texts, each followed by the number of an argument, or by 0."""
    parts = re.split(r"\{(\w+)\}", sentence)
    arguments = [ARGUMENTS[name] for name in parts[1::2]] + [0]
    pieces = [(text, argument) for text, argument in zip(parts[::2], arguments)]
    return [piece for piece in pieces if piece != ("", 0)]


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
