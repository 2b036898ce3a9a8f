"""Codes that other libraries also have: WebSocket close codes and HTTP statuses."""

from bench.content import Code, Content
from bench.subject import CODE_TO_TEXT, VALUE_TO_CODE, Subject


def _content(values):
    return Content(["en"], [Code(value, str(value), str(value), "", {"en": str(value)}) for value in values], [])


class Known(Subject):
    can = {VALUE_TO_CODE, CODE_TO_TEXT}
    show = show_text = 'println!("{}", value);'

    def files(self, content):
        return {"src/lib.rs": ""}


class OurCloseCodes(Known):
    name = "code-registry CloseCode"
    dependencies = ["code-registry"]
    content = _content(range(1000, 1015))

    def prelude(self, content):
        return """
use code_registry::{Language, websocket::CloseCode};
fn code(value: u16) -> Option<CloseCode> { Some(CloseCode::from(value)) }
fn language(tag: &str) -> Option<Language> { Language::new(tag) }
fn text(code: CloseCode, language: Language) -> &'static str { code.description(language) }
"""


class Tungstenite(Known):
    """Its close codes are displayed as their numbers."""

    name = "tungstenite CloseCode"
    dependencies = ["tungstenite"]
    content = OurCloseCodes.content
    can = {VALUE_TO_CODE}

    def prelude(self, content):
        return """
use tungstenite::protocol::frame::coding::CloseCode;
fn code(value: u16) -> Option<CloseCode> { Some(CloseCode::from(value)) }
fn language(_: &str) -> Option<()> { Some(()) }
"""


class HttpStatus(Known):
    """A status is its number; its reason is English."""

    name = "http StatusCode"
    dependencies = ["http"]
    content = _content([100, 101, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 409, 500, 503])

    def prelude(self, content):
        return """
use http::StatusCode;
fn code(value: u16) -> Option<StatusCode> { StatusCode::from_u16(value).ok() }
fn language(_: &str) -> Option<()> { Some(()) }
fn text(code: StatusCode, _: ()) -> Option<&'static str> { code.canonical_reason() }
"""
