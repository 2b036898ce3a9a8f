"""Codes that are words, in this project and in hand-written Rust."""

from bench.rust import quote
from bench.subject import CODE_TO_WORD, VALUE_TO_CODE, Subject


class Words(Subject):
    """Each word is the symbol of the generated table, in the form of an error of a web API: `area-3/some-words`."""

    are_texts = True
    can = {VALUE_TO_CODE, CODE_TO_WORD}
    show = show_text = 'println!("{}", word(code(value).unwrap()));'

    def value(self, code):
        return quote(f"area-{code.value % 7}/{code.symbol.lower().replace('_', '-')}")


class OurWords(Words):
    name = "code-registry, codes that are words"
    dependencies = ["code-registry"]

    def files(self, content):
        rows = "".join(
            f'[code.{self.value(code)}]\nsymbol = "{code.symbol}"\ndescription.en = {quote(code.description["en"])}\n\n'
            for code in content.codes
        )
        head = '[registry]\ntitle.en = "Bench"\nrepr = "name"\nlanguages = ["en"]\n\n'
        library = '#[code_registry::codes("codes.toml")]\npub enum Code {}\n'
        return {"codes.toml": head + rows, "src/lib.rs": library}

    def prelude(self, content):
        return """
use subject::Code;
fn code(value: &'static str) -> Option<Code> { Code::try_from(value).ok() }
fn word(code: Code) -> &'static str { code.value() }
fn language(_: &str) -> Option<()> { Some(()) }
"""


class WordsByHand(Words):
    """An enum with its words in an array, and a sorted array that is searched."""

    name = "words by hand"

    def files(self, content):
        variants = "".join(f"{code.variant}, " for code in content.codes)
        words = ", ".join(map(self.value, content.codes))
        by_word = sorted(content.codes, key=self.value)
        pairs = ", ".join(f"({self.value(code)}, Code::{code.variant})" for code in by_word)
        count = len(content.codes)
        return {"src/lib.rs": f"""
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Code {{ {variants} }}
static WORDS: [&str; {count}] = [{words}];
static BY_WORD: [(&str, Code); {count}] = [{pairs}];
pub fn code(value: &str) -> Option<Code> {{
    let index = BY_WORD.binary_search_by_key(&value, |&(word, _)| word).ok()?;
    Some(BY_WORD[index].1)
}}
pub fn word(code: Code) -> &'static str {{ WORDS[code as usize] }}
"""}

    def prelude(self, content):
        return """
use subject::*;
fn language(_: &str) -> Option<()> { Some(()) }
"""
