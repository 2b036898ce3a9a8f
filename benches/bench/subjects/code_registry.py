"""This project."""

from bench.content import COUNT_AND_TEXT, INTEGERS, TWO_TEXTS
from bench.rust import quote
from bench.subject import CODE_TO_TEXT, OPERATIONS, Subject, errors_of_enum, first_with


class CodeRegistry(Subject):
    name = "code-registry"
    dependencies = ["code-registry"]
    can = set(OPERATIONS)
    resolve = "let texts = Code::texts(language);"

    def files(self, content):
        return {"codes.toml": codes_toml(self, content), "src/lib.rs": """
#[code_registry::codes("codes.toml")]
pub enum Code {}
"""}

    def prelude(self, content):
        two, plural = (first_with(content, names).variant for names in (TWO_TEXTS, COUNT_AND_TEXT))
        return f"""
use code_registry::{{CodeTexts, Coded, Language, Localize as _}};
use std::fmt::Write as _;
use subject::Code;

#[derive(Debug, Coded)]
#[coded(Code)]
enum Error {{
    {two} {{ path: &'static str, name: &'static str }},
    {plural} {{ count: u64, path: &'static str }},
}}
fn code(value: {self.value_type}) -> Option<Code> {{ {self.code} }}
fn text(code: Code, language: Language) -> &'static str {{ code.description(language) }}
fn resolved_text(texts: &CodeTexts<Code>, code: Code) -> &'static str {{ texts.description(code) }}
fn help(code: Code, language: Language) -> Option<&'static str> {{ code.help(language) }}
fn parse(symbol: &str) -> Option<Code> {{ symbol.parse().ok() }}
fn language(tag: &str) -> Option<Language> {{ Language::new(tag) }}
fn current(out: &mut String, code: Code) {{ let _ = write!(out, "{{code}}"); }}
fn two(out: &mut String, language: Language, path: &'static str, name: &'static str) {{
    let _ = write!(out, "{{}}", Error::{two} {{ path, name }}.localized(language));
}}
fn plural(out: &mut String, language: Language, count: u64, path: &'static str) {{
    let _ = write!(out, "{{}}", Error::{plural} {{ count, path }}.localized(language));
}}
"""

    def many_prelude(self, content):
        fields = lambda code: ", ".join(f"{name}: {'u64' if name in INTEGERS else STR}" for name in code.arguments)
        variants = "".join(f"{code.variant} {{ {fields(code)} }},\n" for code in content.codes if code.arguments)
        shows = "".join(
            f"fn {name}(out: &mut String, language: Language, error: &many::Error, _: {first}, _: {second}) {{\n"
            '    let _ = write!(out, "{}", error.localized(language));\n}\n'
            for name, first, second in (
                ("show_texts", "&str", "&str"), ("show_integer", "&str", "u64"), ("show_plural", "u64", "&str")
            )
        )
        return f"""
mod many {{
    #[derive(Debug, code_registry::Coded)]
    #[coded(subject::Code)]
    pub enum Error {{ {variants} }}
}}
{errors_of_enum(self, content).replace("Error", "many::Error")}
{shows}
fn show_named(out: &mut String, language: Language, error: &many::Error, path: &str, name: &str) {{
    let _ = write!(out, "{{}}", error.code().format(language, &[("path", path.into()), ("name", name.into())]));
}}
"""

    code = "Some(Code::from(value))"
    set_current = "code_registry::language::set(language);"


class TextValues(CodeRegistry):
    """The same with values that are texts, and ranges of texts with the same beginning."""

    name = "code-registry, values that are texts"
    are_texts = True
    code = "Code::from_value(code_registry::CodeStr::new(value)?)"


class MixedRows(CodeRegistry):
    """The same, but rows with a message have no description, so that rows have different kinds of text."""

    name = "code-registry, rows with only a message"
    can = {CODE_TO_TEXT}

    def files(self, content):
        files = super().files(content)
        files["codes.toml"] = codes_toml(self, content, only_messages=True)
        return files


class Optimized(CodeRegistry):
    """The same with the macro optimized."""

    name = "code-registry, `build-override.opt-level = 1`"
    manifest = "[profile.dev.build-override]\nopt-level = 1\n"


class OneLanguage(CodeRegistry):
    """The same table, with only its default language compiled in."""

    name = "code-registry in 1 language"
    compiled_in = ["en"]

    def files(self, content):
        files = super().files(content)
        files["src/lib.rs"] = files["src/lib.rs"].replace('("codes.toml")', '("codes.toml", languages("en"))')
        return files


STR = "&'static str"


def codes_toml(subject, content, only_messages=False):
    titles = _localized("title", dict.fromkeys(content.languages, "Bench"))
    languages = ", ".join(map(quote, content.languages))
    values = ['repr = "str"', "length = 5"] if subject.are_texts else ['repr = "u16"']
    lines = ["[registry]", *titles, *values, f"languages = [{languages}]", 'unlisted = "Unlisted"']
    for row in content.ranges:
        extent = row.prefix if subject.are_texts else f"{row.first}-{row.last}"
        lines += [f"\n[range.{extent}]", f'symbol = "{row.symbol}"']
        lines += _localized("description", row.description)
    for code in content.codes:
        lines += [f"\n[code.{code.text if subject.are_texts else code.value}]", f'symbol = "{code.symbol}"']
        if not (only_messages and code.message):
            lines += _localized("description", code.description)
        lines += _localized("message", code.message)
        lines += _localized("help", code.help)
        if integers := INTEGERS & set(code.arguments):
            # The peers show numbers as Rust does.
            kinds = ", ".join(f'{name} = "{"integer" if name in integers else "text"}"' for name in code.arguments)
            lines.append(f"args = {{ {kinds} }}")
    return "\n".join(lines) + "\n"


def _localized(key, texts):
    return [f"{key}.{tag} = {_text(text)}" for tag, text in texts.items()]


def _text(text):
    if isinstance(text, str):
        return quote(text)
    cases = ", ".join(f"{case} = {quote(sentence)}" for case, sentence in text.items())
    return f'{{ plural = "count", {cases} }}'
