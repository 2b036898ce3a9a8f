"""Maps made at compile time."""

from bench.rust import quote
from bench.subject import CODE_TO_TEXT, PARSE, VALUE_TO_CODE, Subject


class Phf(Subject):
    """A perfect hash of the values, one of the symbols, and one of the texts for each language."""

    name = "phf"
    dependencies = ["phf"]
    most = 2_000 * 14
    can = {VALUE_TO_CODE, CODE_TO_TEXT, PARSE}

    def texts(self, content):
        for code in content.codes:
            yield from code.description.values()

    def files(self, content):
        variants = ", ".join(code.variant for code in content.codes)
        suffix = "" if self.are_texts else "u16"
        values = ", ".join(f"{self.value(code)}{suffix} => Code::{code.variant}" for code in content.codes)
        symbols = ", ".join(f"{quote(code.symbol)} => Code::{code.variant}" for code in content.codes)
        languages = ", ".join(f'("{tag}", &{tag.upper()})' for tag in content.languages)
        return {"src/lib.rs": f"""
use phf::{{Map, phf_map}};

#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Code {{ {variants} }}
pub type Language = &'static Map<u16, &'static str>;
static VALUES: Map<{self.value_type}, Code> = phf_map! {{ {values} }};
static SYMBOLS: Map<&'static str, Code> = phf_map! {{ {symbols} }};
static LANGUAGES: [(&str, Language); {len(content.languages)}] = [{languages}];
{"".join(_texts(content, tag) for tag in content.languages)}
pub fn code(value: {self.value_type}) -> Option<Code> {{ VALUES.get({'value' if self.are_texts else '&value'}).copied() }}
pub fn parse(symbol: &str) -> Option<Code> {{ SYMBOLS.get(symbol).copied() }}
pub fn text(code: Code, language: Language) -> &'static str {{ language[&(code as u16)] }}
pub fn language(tag: &str) -> Option<Language> {{
    LANGUAGES.iter().find(|(known, _)| *known == tag).map(|(_, texts)| *texts)
}}
"""}

    def prelude(self, content):
        return "use subject::*;"

    show = 'println!("{}", text(code(value).unwrap(), language));'


class TextPhf(Phf):
    name = "phf, values that are texts"
    are_texts = True


def _texts(content, tag):
    texts = ", ".join(f"{row}u16 => {quote(code.description[tag])}" for row, code in enumerate(content.codes))
    return f"static {tag.upper()}: Map<u16, &'static str> = phf_map! {{ {texts} }};\n"
