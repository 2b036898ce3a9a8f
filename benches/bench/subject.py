"""The subjects of the measurements: each is a way to bring the same content into a program."""

from __future__ import annotations

import re

from bench.content import Code, Content
from bench.rust import quote

# Operations, as the report names them. Each runs `setup` once and `body` in a loop; `i` counts the codes.
VALUE_TO_CODE = "value → code"
CODE_TO_TEXT = "code → text in a language"
RESOLVED_TEXT = "code → text, the language resolved before"
TAG_TO_LANGUAGE = "language tag → language"
TWO_ARGUMENTS = "message, two arguments"
PLURAL = "message, plural"
CURRENT = "`{}` in the current language"
PARSE = "symbol → code"
CODE_TO_WORD = "code → word"
# A single repeated message would be predicted and in the cache; a program has many.
MANY_TEXTS = "two texts, 160 messages"
MANY_INTEGERS = "text and integer, 160 messages"
MANY_PLURALS = "plural, 160 messages"
NAMED_AT_RUN_TIME = "two texts named at run time, 160 messages"
MANY = [MANY_TEXTS, MANY_INTEGERS, MANY_PLURALS]
#: The number of messages, if the table has as many.
MANY_MESSAGES = 160
OPERATIONS = [
    VALUE_TO_CODE, CODE_TO_TEXT, RESOLVED_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL, CURRENT, PARSE,
    *MANY, NAMED_AT_RUN_TIME,
]


class Subject:
    """A crate with the content, and a program that uses it.

    Most have functions of these names in the crate, and then what is below does; a subject says what it can do.
    """

    #: The name in the report.
    name: str
    #: Keys of `peers/Cargo.toml`.
    dependencies: list[str] = []
    #: Further lines of its manifest.
    manifest = ""
    #: The dependencies of its build script.
    build_dependencies: list[str] = []
    #: The number of languages that it supports.
    holds: list[str] | None = None
    #: The languages whose texts are in the program, if not all of the crate's are.
    compiled_in: list[str] | None = None
    #: Whether values are texts, like SQLSTATE's, instead of numbers.
    are_texts = False
    #: The maximum number of codes × languages that can be built in a reasonable time.
    most = 10_000 * 14
    can: set[str] = set()

    #: Its own content, instead of the generated table.
    content: Content | None = None

    def crates(self) -> dict:
        """Other `Crates` that it depends on, by name."""
        return {}

    @property
    def value_type(self) -> str:
        return "&'static str" if self.are_texts else "u16"

    @property
    def read_value(self) -> str:
        """The expression that converts a `String` to a value."""
        return ".leak()" if self.are_texts else ".parse().unwrap()"

    def value(self, code: Code) -> str:
        return quote(code.text) if self.are_texts else str(code.value)

    @property
    def slug(self) -> str:
        return re.sub(r"\W+", "-", self.name).strip("-")

    def files(self, content: Content) -> dict[str, str]:
        """The files of the crate, by path."""
        raise NotImplementedError

    def texts(self, content: Content):
        """Every text of the table that it contains."""
        for row in content.ranges + content.codes:
            yield from row.description.values()
        for code in content.codes:
            yield from code.help.values()
            yield from code.messages()

    def prelude(self, content: Content) -> str:
        """The items before `main`: `code`, `language`, `text`, `parse`, `two`, `plural`, …"""
        return """
use subject::*;
fn two(out: &mut String, language: Language, path: &'static str, name: &'static str) {
    message(out, code(CODE_TWO).unwrap(), language, path, name, 0);
}
fn plural(out: &mut String, language: Language, count: u64, path: &'static str) {
    message(out, code(CODE_PLURAL).unwrap(), language, path, "", count);
}
"""

    def many_prelude(self, content: Content) -> str:
        """Further items for the operations over many messages: `error`, and a function for each shape of message."""
        return """
fn error(value: Value, _: &'static str, _: &'static str, _: u64) -> Code { code(value).unwrap() }
fn show_texts(out: &mut String, language: Language, code: &Code, path: &'static str, name: &'static str) {
    message(out, *code, language, path, name, 0);
}
fn show_integer(out: &mut String, language: Language, code: &Code, path: &'static str, port: u64) {
    message(out, *code, language, path, "", port);
}
fn show_plural(out: &mut String, language: Language, code: &Code, count: u64, path: &'static str) {
    message(out, *code, language, path, "", count);
}
"""

    def operation(self, name: str) -> tuple[str, str]:
        """The setup of an operation, and the operation."""
        codes = "let codes: Vec<_> = VALUES.iter().map(|&value| code(value).unwrap()).collect();"
        language = self.set_up_language('black_box("it")')
        buffer = f"let mut out = String::with_capacity(1024); {language}"
        errors = lambda values, numbers: buffer + (
            f"let errors: Vec<_> = (0..VALUES.len()).map(|i| error({values}[i], {PATH}, {NAME}, {numbers}[i])).collect();"
        )
        return {
            MANY_TEXTS: (
                errors("TWO_TEXTS", "COUNTS"),
                in_buffer(f"show_texts(&mut out, language, black_box(&errors[i]), black_box({PATH}), black_box({NAME}))"),
            ),
            MANY_INTEGERS: (
                errors("TEXT_AND_INTEGER", "PORTS"),
                in_buffer(f"show_integer(&mut out, language, black_box(&errors[i]), black_box({PATH}), PORTS[i])"),
            ),
            MANY_PLURALS: (
                errors("COUNT_AND_TEXT", "COUNTS"),
                in_buffer(f"show_plural(&mut out, language, black_box(&errors[i]), COUNTS[i], black_box({PATH}))"),
            ),
            NAMED_AT_RUN_TIME: (
                errors("TWO_TEXTS", "COUNTS"),
                in_buffer(f"show_named(&mut out, language, black_box(&errors[i]), black_box({PATH}), black_box({NAME}))"),
            ),
            VALUE_TO_CODE: ("", "code(black_box(VALUES[i]))"),
            RESOLVED_TEXT: (codes + language + self.resolve, "resolved_text(black_box(&texts), black_box(codes[i]))"),
            CODE_TO_TEXT: (codes + language, "text(black_box(codes[i]), black_box(language))"),
            TAG_TO_LANGUAGE: ("", "language(black_box(TAGS[i % TAGS.len()]))"),
            TWO_ARGUMENTS: (buffer, in_buffer(f"two(&mut out, language, black_box({PATH}), black_box({NAME}))")),
            PLURAL: (buffer, in_buffer(f"plural(&mut out, language, black_box(3), black_box({PATH}))")),
            CURRENT: (buffer + codes + self.set_current, in_buffer("current(&mut out, black_box(codes[i]))")),
            PARSE: ("", "parse(black_box(SYMBOLS[i]))"),
            CODE_TO_WORD: (codes, "word(black_box(codes[i]))"),
        }[name]

    #: Whether a language is passed by reference.
    by_reference = False

    def set_up_language(self, tag: str) -> str:
        return f"let language = language({tag}).unwrap();" + (" let language = &language;" if self.by_reference else "")

    #: How the program resolves a language once.
    resolve = ""
    #: How the program sets the current language once.
    set_current = ""
    #: The output of the program for a value: everything that the crate can show, so that the linker drops nothing.
    show = """
        println!("{}", text(code(value).unwrap(), language));
        println!("{}", help(code(value).unwrap(), language).unwrap_or_default());
        two(&mut out, language, "/etc/app.toml", "port");
        plural(&mut out, language, 3, "/etc/app.toml");
    """
    #: The output of a program that needs only a text.
    show_text = 'println!("{}", text(code(value).unwrap(), language));'


PATH, NAME = '"/etc/app/config.toml"', '"network.port"'


def in_buffer(call: str) -> str:
    return f"{{ out.clear(); {call}; black_box(out.len()) }}"


def variants_with(content: Content, arguments: list[str]) -> list[Code]:
    return [code for code in content.codes if code.arguments == arguments]


def errors_of_enum(subject: Subject, content: Content) -> str:
    """The function `error` of a crate whose errors are the variants of an enum."""
    fields = {"path": "path", "name": "name", "count": "count: number", "port": "port: number"}
    arms = "".join(
        f"{subject.value(code)} => Error::{code.variant} {{ {', '.join(fields[name] for name in code.arguments)} }},\n"
        for code in content.codes if code.arguments
    )
    return f"""
fn error(value: Value, path: &'static str, name: &'static str, number: u64) -> Error {{
    match value {{ {arms} _ => unreachable!() }}
}}
"""


def first_with(content: Content, arguments: list[str]) -> Code | None:
    return next((code for code in content.codes if code.arguments == arguments), None)
