"""Libraries for translated texts."""

from bench.content import COUNT_AND_TEXT, INTEGERS, TWO_TEXTS
from bench.rust import quote
from bench.subject import (
    CODE_TO_TEXT, CURRENT, MANY, MANY_INTEGERS, MANY_TEXTS, PLURAL, RESOLVED_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, Subject,
    errors_of_enum, first_with
)
from bench.subjects.derives import one_text_each


class RustI18n(Subject):
    name = "rust-i18n"
    dependencies = ["rust-i18n"]
    # It has no plurals.
    can = {CODE_TO_TEXT, TWO_ARGUMENTS, CURRENT, MANY_TEXTS, MANY_INTEGERS}

    def files(self, content):
        locales = {f"locales/{tag}.json": _json(content, tag) for tag in content.languages}
        return locales | {"src/lib.rs": """
rust_i18n::i18n!("locales", fallback = "en");
use std::borrow::Cow;
pub fn text(symbol: &'static str, tag: &str) -> Cow<'static, str> { rust_i18n::t!(symbol, locale = tag) }
pub fn current(out: &mut String, symbol: &'static str) { out.push_str(&rust_i18n::t!(symbol)); }
pub fn two(out: &mut String, symbol: &'static str, tag: &str, path: &str, name: &str) {
    out.push_str(&rust_i18n::t!(symbol, locale = tag, path = path, name = name));
}
pub fn integer(out: &mut String, symbol: &'static str, tag: &str, path: &str, port: u64) {
    out.push_str(&rust_i18n::t!(symbol, locale = tag, path = path, port = port));
}
pub fn set_language(tag: &str) { rust_i18n::set_locale(tag); }
"""}

    def prelude(self, content):
        two = first_with(content, TWO_TEXTS).symbol
        return _KEYS + f"""
fn language(tag: &str) -> Option<&str> {{ Some(tag) }}
fn two(out: &mut String, tag: &str, path: &'static str, name: &'static str) {{
    subject::two(out, "{two}.message", tag, path, name);
}}
"""

    def many_prelude(self, content):
        return _keys_of_messages(".message") + """
fn show_texts(out: &mut String, tag: &str, key: &&'static str, path: &str, name: &str) { subject::two(out, key, tag, path, name); }
fn show_integer(out: &mut String, tag: &str, key: &&'static str, path: &str, port: u64) {
    subject::integer(out, key, tag, path, port);
}
"""

    set_current = 'set_language("it");'
    show = """
        println!("{}", text(code(value).unwrap(), language));
        two(&mut out, language, "/etc/app.toml", "port");
    """


SHOW_WITHOUT_HELP = """
        println!("{}", text(code(value).unwrap(), language));
        two(&mut out, language, "/etc/app.toml", "port");
        plural(&mut out, language, 3, "/etc/app.toml");
"""

# Values are not mapped to keys: the program knows its keys.
_KEYS = """
use subject::*;
fn code(value: u16) -> Option<&'static str> { VALUES.iter().position(|&known| known == value).map(|row| SYMBOLS[row]) }
"""


def _keys_of_messages(suffix):
    return f"""
fn error(value: u16, _: &str, _: &str, _: u64) -> &'static str {{ format!("{{}}{suffix}", code(value).unwrap()).leak() }}
"""


def _json(content, tag):
    texts = {}
    for code in content.codes:
        texts[code.symbol] = code.description[tag]
        if code.help:
            texts[f"{code.symbol}.help"] = code.help[tag]
        for suffix, message in _sentences(code, tag):
            texts[f"{code.symbol}.message{suffix}"] = message.replace("{", "%{")
    lines = ",\n".join(f"{quote(key)}: {quote(text)}" for key, text in texts.items())
    return f'{{"_version": 1,\n{lines}}}\n'


def _sentences(code, tag):
    message = code.message.get(tag, {})
    if isinstance(message, str):
        return [("", message)]
    return [(f".{category}", text) for category, text in message.items()]


class FluentBundle(Subject):
    """A bundle for each language, made when the first text is asked for. Messages are formatted by the bundle of a language,
    which a program finds once."""

    name = "fluent-bundle"
    dependencies = ["fluent-bundle", "unic-langid"]
    can = {CODE_TO_TEXT, RESOLVED_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL, *MANY}

    def files(self, content):
        count = len(content.languages)
        files = "".join(f'("{tag}", include_str!("../locales/{tag}.ftl")),\n' for tag in content.languages)
        return _ftl_files(content, "locales/{}.ftl") | {"src/lib.rs": f"""
use std::borrow::Cow;
use std::sync::OnceLock;
use fluent_bundle::{{FluentArgs, FluentResource, concurrent::FluentBundle}};
use unic_langid::LanguageIdentifier;

pub type Bundle = FluentBundle<FluentResource>;
static FILES: [(&str, &str); {count}] = [{files}];
static BUNDLES: [OnceLock<Bundle>; {count}] = [const {{ OnceLock::new() }}; {count}];

pub fn language(tag: &str) -> Option<LanguageIdentifier> {{ tag.parse().ok() }}

pub fn bundle(language: &LanguageIdentifier) -> &'static Bundle {{
    let wanted = language.language.as_str();
    let index = FILES.iter().position(|(tag, _)| *tag == wanted).unwrap_or(0);
    BUNDLES[index].get_or_init(|| {{
        let (tag, text) = FILES[index];
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        bundle
    }})
}}

pub fn text(id: &'static str, bundle: &'static Bundle) -> Cow<'static, str> {{
    let pattern = bundle.get_message(id).unwrap().value().unwrap();
    bundle.format_pattern(pattern, None, &mut Vec::new())
}}

pub fn message(out: &mut String, id: &'static str, bundle: &Bundle, arguments: &FluentArgs) {{
    let pattern = bundle.get_message(id).unwrap().get_attribute("message").unwrap().value();
    bundle.write_pattern(out, pattern, Some(arguments), &mut Vec::new()).unwrap();
}}
"""}

    def prelude(self, content):
        two, plural = (first_with(content, names).symbol for names in (TWO_TEXTS, COUNT_AND_TEXT))
        return _KEYS.replace("use subject::*;", "use subject::{Bundle, bundle, language, message};") + f"""
use fluent_bundle::FluentArgs;
type Language = unic_langid::LanguageIdentifier;
type Text = std::borrow::Cow<'static, str>;
fn text(id: &'static str, language: &Language) -> Text {{ subject::text(id, bundle(language)) }}
fn resolved_text(bundle: &&'static Bundle, id: &'static str) -> Text {{ subject::text(id, bundle) }}
fn two(out: &mut String, language: &Language, path: &'static str, name: &'static str) {{
    show_texts(out, language, &"{two}", path, name);
}}
fn plural(out: &mut String, language: &Language, count: u64, path: &'static str) {{
    show_plural(out, language, &"{plural}", count, path);
}}
fn show_texts(out: &mut String, language: &Language, id: &&'static str, path: &'static str, name: &'static str) {{
    message(out, id, bundle(language), &FluentArgs::from_iter([("path", path), ("name", name)]));
}}
fn show_plural(out: &mut String, language: &Language, id: &&'static str, count: u64, path: &'static str) {{
    show_number(out, language, id, ("count", count), path);
}}
fn show_number(out: &mut String, language: &Language, id: &&'static str, number: (&'static str, u64), path: &'static str) {{
    let mut arguments = FluentArgs::with_capacity(2);
    arguments.set(number.0, number.1);
    arguments.set("path", path);
    message(out, id, bundle(language), &arguments);
}}
"""

    def many_prelude(self, content):
        return _keys_of_messages("") + """
fn show_integer(out: &mut String, language: &Language, id: &&'static str, path: &'static str, port: u64) {
    show_number(out, language, id, ("port", port), path);
}
"""

    by_reference = True
    resolve = "let texts = bundle(&language);"
    show = SHOW_WITHOUT_HELP


class FluentTemplates(Subject):
    """The loader that reads its files when the program starts."""

    name = "fluent-templates"
    dependencies = ["fluent-templates", "unic-langid"]
    can = {CODE_TO_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL, *MANY}

    def files(self, content):
        return _ftl_files(content, "locales/{}/main.ftl", attributes=False) | {"src/lib.rs": """
use std::{borrow::Cow, collections::HashMap};
use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};
use unic_langid::LanguageIdentifier;

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}
pub fn language(tag: &str) -> Option<LanguageIdentifier> { tag.parse().ok() }
pub fn text(id: &str, language: &LanguageIdentifier) -> String { LOCALES.lookup(language, id) }
pub fn message(
    out: &mut String,
    id: &str,
    language: &LanguageIdentifier,
    arguments: &HashMap<Cow<'static, str>, FluentValue>,
) {
    out.push_str(&LOCALES.lookup_with_args(language, id, arguments));
}
"""}

    def prelude(self, content):
        two, plural = (first_with(content, names).symbol for names in (TWO_TEXTS, COUNT_AND_TEXT))
        return _KEYS + f"""
use std::{{borrow::Cow, collections::HashMap}};
type Language = unic_langid::LanguageIdentifier;
fn two(out: &mut String, language: &Language, path: &'static str, name: &'static str) {{
    show_texts(out, language, &"{two}-message", path, name);
}}
fn plural(out: &mut String, language: &Language, count: u64, path: &'static str) {{
    show_plural(out, language, &"{plural}-message", count, path);
}}
fn show_texts(out: &mut String, language: &Language, id: &&'static str, path: &'static str, name: &'static str) {{
    let arguments = HashMap::from([(Cow::from("path"), path.into()), (Cow::from("name"), name.into())]);
    message(out, id, language, &arguments);
}}
fn show_plural(out: &mut String, language: &Language, id: &&'static str, count: u64, path: &'static str) {{
    let arguments = HashMap::from([(Cow::from("count"), count.into()), (Cow::from("path"), path.into())]);
    message(out, id, language, &arguments);
}}
"""

    def many_prelude(self, content):
        return _keys_of_messages("-message") + """
fn show_integer(out: &mut String, language: &Language, id: &&'static str, path: &'static str, port: u64) {
    let arguments = HashMap::from([(Cow::from("port"), port.into()), (Cow::from("path"), path.into())]);
    message(out, id, language, &arguments);
}
"""

    by_reference = True
    show = SHOW_WITHOUT_HELP


class EsFluent(Subject):
    """An enum of messages, as with thiserror, and an embedded manager for each language."""

    name = "es-fluent"
    dependencies = ["es-fluent", "es-fluent-manager-embedded", "unic-langid"]
    most = 2_000 * 14
    can = {CODE_TO_TEXT, TWO_ARGUMENTS, PLURAL, *MANY}

    def texts(self, content):
        return one_text_each(content)

    def files(self, content):
        variants = "".join(f"{code.variant}{_fields(code.arguments)},\n" for code in content.codes)
        name = f"es-fluent-{len(content.codes)}x{len(content.languages)}"
        files = {f"assets/locales/{tag}/{name}.ftl": _messages(content, tag) for tag in content.languages}
        return files | {
            "i18n.toml": 'fallback_language = "en"\nassets_dir = "assets/locales"\n',
            "src/lib.rs": f"""
use es_fluent::EsFluent;
es_fluent_manager_embedded::define_i18n_module!();
#[derive(Clone, Copy, EsFluent)]
pub enum Error {{ {variants} }}
""",
        }

    def prelude(self, content):
        two, plural = (first_with(content, names).variant for names in (TWO_TEXTS, COUNT_AND_TEXT))
        unit = next(code.variant for code in content.codes if not code.message)
        return f"""
use es_fluent_manager_embedded::EmbeddedI18n as Language;
use subject::Error;
fn code(_: u16) -> Option<Error> {{ Some(Error::{unit}) }}
fn language(tag: &str) -> Option<Language> {{
    Language::try_new_with_language(tag.parse::<unic_langid::LanguageIdentifier>().ok()?).ok()
}}
fn text(code: Error, language: &Language) -> String {{ language.localize_message(&code) }}
fn two(out: &mut String, language: &Language, path: &'static str, name: &'static str) {{
    out.push_str(&language.localize_message(&Error::{two} {{ path, name }}));
}}
fn plural(out: &mut String, language: &Language, count: u64, path: &'static str) {{
    out.push_str(&language.localize_message(&Error::{plural} {{ count, path }}));
}}
"""

    def many_prelude(self, content):
        shows = "".join(
            f"fn {name}(out: &mut String, language: &Language, error: &Error, _: {first}, _: {second}) {{\n"
            "    out.push_str(&language.localize_message(error));\n}\n"
            for name, first, second in (
                ("show_texts", "&str", "&str"), ("show_integer", "&str", "u64"), ("show_plural", "u64", "&str")
            )
        )
        return errors_of_enum(self, content) + shows

    by_reference = True
    show = SHOW_WITHOUT_HELP


class Mf2(Subject):
    """MessageFormat 2: a catalogue for each language, compiled by a build script. The formatter of a language is made once."""

    name = "mf2"
    dependencies = ["mf2"]
    build_dependencies = ["mf2-build"]
    can = {CODE_TO_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL, *MANY}

    def files(self, content):
        locales = {f"locales/{tag}/main.mf2": _mf2(content, tag) for tag in content.languages}
        return locales | {
            "build.rs": "fn main() { mf2_build::run(); }\n",
            "mf2.toml": 'source_locale = "en"\n',
            "src/lib.rs": """
include!(concat!(env!("OUT_DIR"), "/mf2_generated.rs"));
use std::sync::LazyLock;
pub use mf2::{Arg, Formatter, Message, MsgId, NoErrors, native::Catalogs};

static CATALOGS: LazyLock<Catalogs> = LazyLock::new(|| Catalogs::embedded(&CORPUS).unwrap());

pub fn language(tag: &str) -> Option<Formatter<'static>> { CATALOGS.formatter(tag) }
""",
        }

    def prelude(self, content):
        two, plural = (first_with(content, names).symbol for names in (TWO_TEXTS, COUNT_AND_TEXT))
        ids = ", ".join(f'subject::msg_id!("{code.symbol.lower()}")' for code in content.codes)
        values = ", ".join(str(code.value) for code in content.codes)
        return f"""
use subject::{{Formatter, Message as _, MsgId, NoErrors, language}};
static KNOWN: [u16; {len(content.codes)}] = [{values}];
static IDS: [MsgId; {len(content.codes)}] = [{ids}];
fn code(value: u16) -> Option<MsgId> {{ KNOWN.binary_search(&value).ok().map(|row| IDS[row]) }}
fn text<'f>(id: MsgId, language: &Formatter<'f>) -> &'f str {{ language.simple(id).unwrap() }}
fn two(out: &mut String, language: &Formatter<'_>, path: &'static str, name: &'static str) {{
    subject::tr!("{two.lower()}-message", path = path, name = name).write(language, out, &mut NoErrors);
}}
fn plural(out: &mut String, language: &Formatter<'_>, count: u64, path: &'static str) {{
    subject::tr!("{plural.lower()}-message", count = count, path = path).write(language, out, &mut NoErrors);
}}
"""

    def many_prelude(self, content):
        # Arguments are in the order of their names.
        return """
use subject::Arg;
fn error(value: Value, _: &str, _: &str, _: u64) -> MsgId {
    let row = KNOWN.binary_search(&value).unwrap();
    MESSAGES[row]
}
fn show_texts(out: &mut String, language: &Formatter<'_>, id: &MsgId, path: &str, name: &str) {
    language.write(*id, &[Arg::Str(name), Arg::Str(path)], out, &mut NoErrors);
}
fn show_integer(out: &mut String, language: &Formatter<'_>, id: &MsgId, path: &str, port: u64) {
    language.write(*id, &[Arg::Str(path), Arg::Int(port as i64)], out, &mut NoErrors);
}
fn show_plural(out: &mut String, language: &Formatter<'_>, id: &MsgId, count: u64, path: &str) {
    language.write(*id, &[Arg::Int(count as i64), Arg::Str(path)], out, &mut NoErrors);
}
""" + f"static MESSAGES: [MsgId; {len(content.codes)}] = [{', '.join(map(_message_id, content.codes))}];"

    by_reference = True
    show = SHOW_WITHOUT_HELP


def _message_id(code):
    return f'subject::msg_id!("{code.symbol.lower()}{"-message" if code.message else ""}")'


def _mf2(content, tag):
    lines = []
    for code in content.codes:
        key = code.symbol.lower()
        lines.append(f"{key} = {code.description[tag]}")
        if code.help:
            lines.append(f"{key}-help = {code.help[tag]}")
        message = code.message.get(tag)
        if isinstance(message, dict):
            lines += [f"{key}-message =", "  .input {$count :integer}", "  .match $count"]
            lines += [
                f"  {'*' if category == 'other' else category} {{{{{_variables(text)}}}}}" for category, text in message.items()
            ]
        elif message:
            lines.append(f"{key}-message = {_variables(message)}")
    return "\n".join(lines) + "\n"


def _variables(sentence):
    return sentence.replace("{", "{$")


STR = "&'static str"


def _fields(arguments):
    fields = ", ".join(f"{name}: {'u64' if name in INTEGERS else STR}" for name in arguments)
    return f" {{ {fields} }}" if fields else ""


def _messages(content, tag):
    texts = {code.variant: _pattern(code.message.get(tag)) or code.description[tag] for code in content.codes}
    return "".join(f"error-{variant} = {text}\n" for variant, text in texts.items())


def _ftl_files(content, path, attributes=True):
    return {path.format(tag): _ftl(content, tag, attributes) for tag in content.languages}


def _ftl(content, tag, attributes):
    lines = []
    for code in content.codes:
        lines.append(f"{code.symbol} = {code.description[tag]}")
        texts = [("help", code.help.get(tag)), ("message", _pattern(code.message.get(tag)))]
        for key, text in texts:
            if text and attributes:
                lines.append(f"    .{key} = {text}")
            elif text:
                lines.append(f"{code.symbol}-{key} = {text}")
    return "\n".join(lines) + "\n"


def _pattern(message):
    if message is None or isinstance(message, str):
        return message and message.replace("{", "{ $").replace("}", " }")
    cases = [f"\n        {'*' if category == 'other' else ''}[{category}] {_pattern(text)}" for category, text in message.items()]
    return "{ $count ->" + "".join(cases) + "\n    }"
