"""Derives on an enum, in one language, because the texts are in the attributes."""

from bench.content import COUNT_AND_TEXT, INTEGERS, TWO_TEXTS
from bench.rust import quote
from bench.subject import (
    CODE_TO_TEXT, CURRENT, MANY, PARSE, PLURAL, TWO_ARGUMENTS, VALUE_TO_CODE, Subject, errors_of_enum, first_with
)


class Strum(Subject):
    """Names and descriptions; no arguments."""

    name = "strum + num_enum"
    dependencies = ["strum", "num_enum"]
    holds = ["it"]
    most = 2_000 * 14
    can = {VALUE_TO_CODE, CODE_TO_TEXT, PARSE}

    def texts(self, content):
        for code in content.codes:
            yield from [*code.description.values(), *code.help.values()]

    def files(self, content):
        variants = "".join(_strum(code) for code in content.codes)
        return {"src/lib.rs": f"""
#[derive(Clone, Copy, PartialEq, Eq, strum::EnumString, strum::EnumMessage, num_enum::TryFromPrimitive)]
#[repr(u16)]
pub enum Code {{ {variants} }}

pub fn code(value: u16) -> Option<Code> {{ Code::try_from(value).ok() }}
pub fn text(code: Code, _: ()) -> &'static str {{ strum::EnumMessage::get_message(&code).unwrap_or_default() }}
pub fn help(code: Code, _: ()) -> Option<&'static str> {{ strum::EnumMessage::get_detailed_message(&code) }}
pub fn parse(symbol: &str) -> Option<Code> {{ symbol.parse().ok() }}
pub fn language(_: &str) -> Option<()> {{ Some(()) }}
"""}

    def prelude(self, content):
        return "use subject::*;"

    show = """
        println!("{}", text(code(value).unwrap(), language));
        println!("{}", help(code(value).unwrap(), language).unwrap_or_default());
    """


def _strum(code):
    help = f", detailed_message = {quote(code.help['it'])}" if code.help else ""
    attribute = f"#[strum(serialize = {quote(code.symbol)}, message = {quote(code.description['it'])}{help})]"
    return f"{attribute} {code.variant} = {code.value},\n"


class Thiserror(Subject):
    """Messages; a code without one displays its description."""

    name = "thiserror"
    dependencies = ["thiserror"]
    holds = ["it"]
    can = {TWO_ARGUMENTS, PLURAL, CURRENT, *MANY}

    def texts(self, content):
        return one_text_each(content)

    def files(self, content):
        variants = "".join(_thiserror(code) for code in content.codes)
        plurals = "".join(_plural(code) for code in content.codes if code.is_plural)
        return {"src/lib.rs": f"""
#[derive(Debug, Clone, Copy, thiserror::Error)]
pub enum Error {{ {variants} }}
{plurals}
"""}

    def many_prelude(self, content):
        shows = "".join(
            f"fn {name}(out: &mut String, _: (), error: &Error, _: {first}, _: {second}) {{ let _ = write!(out, \"{{error}}\"); }}\n"
            for name, first, second in (
                ("show_texts", "&str", "&str"), ("show_integer", "&str", "u64"), ("show_plural", "u64", "&str")
            )
        )
        return errors_of_enum(self, content) + shows

    def prelude(self, content):
        two, plural = (first_with(content, names).variant for names in (TWO_TEXTS, COUNT_AND_TEXT))
        unit = next(code.variant for code in content.codes if not code.message)
        return f"""
use std::fmt::Write as _;
use subject::Error;
fn code(_: u16) -> Option<Error> {{ Some(Error::{unit}) }}
fn language(_: &str) -> Option<()> {{ Some(()) }}
fn current(out: &mut String, code: Error) {{ let _ = write!(out, "{{code}}"); }}
fn two(out: &mut String, _: (), path: &'static str, name: &'static str) {{
    let _ = write!(out, "{{}}", Error::{two} {{ path, name }});
}}
fn plural(out: &mut String, _: (), count: u64, path: &'static str) {{
    let _ = write!(out, "{{}}", Error::{plural} {{ count, path }});
}}
"""

    show = """
        current(&mut out, code(value).unwrap());
        two(&mut out, language, "/etc/app.toml", "port");
        plural(&mut out, language, 3, "/etc/app.toml");
    """
    show_text = "current(&mut out, code(value).unwrap());"


def _thiserror(code):
    if not code.message:
        return f"#[error({quote(code.description['it'])})] {code.variant},\n"
    fields = ", ".join(f"{name}: {'u64' if name in INTEGERS else STR}" for name in code.arguments)
    message = f"fmt = {_function(code)}" if code.is_plural else quote(code.message["it"])
    return f"#[error({message})] {code.variant} {{ {fields} }},\n"


STR = "&'static str"


def _function(code):
    return code.symbol.lower()


def _plural(code):
    """The form in its documentation for a text that a format cannot express: a function of the fields."""
    one, other = (quote(code.message["it"][category]) for category in ("one", "other"))
    return f"""
fn {_function(code)}(count: &u64, path: &str, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{
    if *count == 1 {{ write!(f, {one}) }} else {{ write!(f, {other}) }}
}}
"""


def one_text_each(content):
    """The message of a code, otherwise its description."""
    for code in content.codes:
        yield from code.messages() if code.message else code.description.values()
