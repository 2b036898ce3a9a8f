"""The kinds of arguments that thiserror shows as the language of the table does."""

from bench.subjects.derives import Thiserror
from bench.subjects.kinds import KINDS, OPERATIONS, WORDS, operation

# What is written for a field of each kind.
SHOWN = {"integer": "shown", "and-list": "List(shown)", "item": "shown"}


class ThiserrorKinds(Thiserror):
    """An integer by itself; a list and a word by code written by hand for one language."""

    name = "thiserror, kinds of arguments"
    can = {name for name, (kind, _, _) in OPERATIONS.items() if kind in SHOWN}

    def files(self, content):
        files = super().files(content)
        variants = "".join(
            f'#[error("{{path}} has {{}}", {SHOWN[kind]})] '
            f"Kind{number} {{ path: &'static str, shown: {field.replace('subject::', '')} }},\n"
            for number, (kind, field, _) in enumerate(KINDS.values()) if kind in SHOWN
        )
        arms = "".join(f'Self::{word.capitalize()} => "{word}", ' for word in WORDS)
        files["src/lib.rs"] += f"""
#[derive(Debug, thiserror::Error)]
pub enum Kind {{ {variants} }}

#[derive(Debug, Clone, Copy)]
pub enum CodeItem {{ {", ".join(map(str.capitalize, WORDS))} }}

impl std::fmt::Display for CodeItem {{
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{ f.write_str(match self {{ {arms} }}) }}
}}

struct List<'a>(&'a [&'static str]);

impl std::fmt::Display for List<'_> {{
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{
        for (index, item) in self.0.iter().enumerate() {{
            f.write_str(if index == 0 {{ "" }} else if index + 1 == self.0.len() {{ " e " }} else {{ ", " }})?;
            f.write_str(item)?;
        }}
        Ok(())
    }}
}}
"""
        return files

    def prelude(self, content):
        return super().prelude(content) + """
use subject::Kind;
fn kind(out: &mut String, _: (), error: &Kind) { let _ = write!(out, "{error}"); }
"""

    def operation(self, name):
        return operation(self, name)
