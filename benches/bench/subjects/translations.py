"""Libraries for translated texts."""

from bench.rust import quote
from bench.subject import CODE_TO_TEXT, CURRENT, PLURAL, TAG_TO_LANGUAGE, TWO_ARGUMENTS, Subject, first_with
from bench.subjects.derives import one_text_each


class RustI18n(Subject):
    name = "rust-i18n"
    dependencies = ["rust-i18n"]
    # It has no plurals.
    can = {CODE_TO_TEXT, TWO_ARGUMENTS, CURRENT}

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
pub fn set_language(tag: &str) { rust_i18n::set_locale(tag); }
"""}

    def prelude(self, content):
        two = first_with(content, ["path", "name"]).symbol
        return _KEYS + f"""
fn language(tag: &str) -> Option<&str> {{ Some(tag) }}
fn two(out: &mut String, tag: &str, path: &'static str, name: &'static str) {{
    subject::two(out, "{two}.message", tag, path, name);
}}
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

# Nothing here leads from a value to a key: the program knows its keys.
_KEYS = """
use subject::*;
fn code(value: u16) -> Option<&'static str> { VALUES.iter().position(|&known| known == value).map(|row| SYMBOLS[row]) }
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
    """A bundle for each language, made when the first text is asked for."""

    name = "fluent-bundle"
    dependencies = ["fluent-bundle", "unic-langid"]
    can = {CODE_TO_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL}

    def files(self, content):
        count = len(content.languages)
        files = "".join(f'("{tag}", include_str!("../locales/{tag}.ftl")),\n' for tag in content.languages)
        return _ftl_files(content, "locales/{}.ftl") | {"src/lib.rs": f"""
use std::borrow::Cow;
use std::sync::OnceLock;
use fluent_bundle::{{FluentArgs, FluentResource, concurrent::FluentBundle}};
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;
static FILES: [(&str, &str); {count}] = [{files}];
static BUNDLES: [OnceLock<Bundle>; {count}] = [const {{ OnceLock::new() }}; {count}];

pub fn language(tag: &str) -> Option<LanguageIdentifier> {{ tag.parse().ok() }}

fn bundle(language: &LanguageIdentifier) -> &'static Bundle {{
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

pub fn text(id: &'static str, language: &LanguageIdentifier) -> Cow<'static, str> {{
    let bundle = bundle(language);
    let pattern = bundle.get_message(id).unwrap().value().unwrap();
    bundle.format_pattern(pattern, None, &mut Vec::new())
}}

pub fn message(out: &mut String, id: &'static str, language: &LanguageIdentifier, arguments: &FluentArgs) {{
    let bundle = bundle(language);
    let pattern = bundle.get_message(id).unwrap().get_attribute("message").unwrap().value();
    bundle.write_pattern(out, pattern, Some(arguments), &mut Vec::new()).unwrap();
}}
"""}

    def prelude(self, content):
        two, plural = (first_with(content, names).symbol for names in (["path", "name"], ["count", "path"]))
        return _KEYS.replace("use subject::*;", "use subject::{language, message};") + f"""
use fluent_bundle::FluentArgs;
type Language = unic_langid::LanguageIdentifier;
fn text(id: &'static str, language: &Language) -> std::borrow::Cow<'static, str> {{ subject::text(id, language) }}
fn two(out: &mut String, language: &Language, path: &'static str, name: &'static str) {{
    let arguments = FluentArgs::from_iter([("path", path), ("name", name)]);
    message(out, "{two}", language, &arguments);
}}
fn plural(out: &mut String, language: &Language, count: u64, path: &'static str) {{
    let mut arguments = FluentArgs::new();
    arguments.set("count", count);
    arguments.set("path", path);
    message(out, "{plural}", language, &arguments);
}}
"""

    by_reference = True
    show = SHOW_WITHOUT_HELP


class FluentTemplates(Subject):
    """The loader that reads its files when the program starts."""

    name = "fluent-templates"
    dependencies = ["fluent-templates", "unic-langid"]
    can = {CODE_TO_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL}

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
        two, plural = (first_with(content, names).symbol for names in (["path", "name"], ["count", "path"]))
        return _KEYS + f"""
use std::{{borrow::Cow, collections::HashMap}};
type Language = unic_langid::LanguageIdentifier;
fn two(out: &mut String, language: &Language, path: &'static str, name: &'static str) {{
    let arguments = HashMap::from([(Cow::from("path"), path.into()), (Cow::from("name"), name.into())]);
    message(out, "{two}-message", language, &arguments);
}}
fn plural(out: &mut String, language: &Language, count: u64, path: &'static str) {{
    let arguments = HashMap::from([(Cow::from("count"), count.into()), (Cow::from("path"), path.into())]);
    message(out, "{plural}-message", language, &arguments);
}}
"""

    by_reference = True
    show = SHOW_WITHOUT_HELP


class EsFluent(Subject):
    """An enum of messages, as with thiserror, and an embedded manager for each language."""

    name = "es-fluent"
    dependencies = ["es-fluent", "es-fluent-manager-embedded", "unic-langid"]
    most = 2_000 * 14
    can = {CODE_TO_TEXT, TWO_ARGUMENTS, PLURAL}

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
        two, plural = (first_with(content, names).variant for names in (["path", "name"], ["count", "path"]))
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

    by_reference = True
    show = SHOW_WITHOUT_HELP


STR = "&'static str"


def _fields(arguments):
    fields = ", ".join(f"{name}: {'u64' if name == 'count' else STR}" for name in arguments)
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
