"""Derives on an enum, in one language, since the texts stand in the attributes: the one that is measured."""

from bench.rust import quote
from bench.subject import CODE_TO_TEXT, CURRENT, PARSE, PLURAL, TWO_ARGUMENTS, VALUE_TO_CODE, Subject, first_with


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
    """Messages; a code without one says its description."""

    name = "thiserror"
    dependencies = ["thiserror"]
    holds = ["it"]
    can = {TWO_ARGUMENTS, PLURAL, CURRENT}

    def texts(self, content):
        return one_text_each(content)

    def files(self, content):
        variants = "".join(_thiserror(code) for code in content.codes)
        return {"src/lib.rs": f"""
#[derive(Debug, Clone, Copy, thiserror::Error)]
pub enum Error {{ {variants} }}
"""}

    def prelude(self, content):
        two, plural = (first_with(content, names).variant for names in (["path", "name"], ["count", "path"]))
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
    fields = ", ".join(f"{name}: {'u64' if name == 'count' else '&str'}".replace("&", "&'static ") for name in code.arguments)
    return f"#[error({_format(code.message['it'])})] {code.variant} {{ {fields} }},\n"


def _format(message):
    if isinstance(message, str):
        return quote(message)
    one, other = (quote(message[category]) for category in ("one", "other"))
    # As its documentation does it: an expression among the arguments.
    return f'"{{}}", if *count == 1 {{ format!({one}) }} else {{ format!({other}) }}'


def one_text_each(content):
    """The message of a code that has one, else what it means."""
    for code in content.codes:
        yield from code.messages() if code.message else code.description.values()
