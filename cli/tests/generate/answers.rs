//! The registries as enums in Rust, and their answers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use code_registry::websocket::CloseCode;
use code_registry::{Code, CodeStr, Language, codes};

use crate::DRIVERS;
use crate::members::{Column, Members, Snippets};
use crate::tools::run;

#[codes("tests/tables/hostile.toml")]
pub(crate) enum Hostile {}

#[codes("tests/tables/bytes.toml")]
pub(crate) enum Bytes {}

#[codes("tests/tables/wide.toml")]
pub(crate) enum Wide {}

#[codes("tests/tables/lone.toml")]
pub(crate) enum Lone {}

#[codes("tests/tables/signed.toml")]
pub(crate) enum Signed {}

#[codes("tests/tables/results.toml")]
pub(crate) enum Results {}

#[codes("tests/tables/states.toml")]
pub(crate) enum States {}

#[codes("tests/tables/declines.toml")]
pub(crate) enum Declines {}

#[codes("tests/tables/manual.toml")]
pub(crate) enum Manual {}

#[codes("tests/tables/loader.toml")]
pub(crate) enum Loader {}

/// Languages of tables, in other letter case, with more subtags, and some that no table has.
const ASKED: [&str; 8] = ["en", "it", "ar", "IT-ch-1996", "fr-CA", "ar-x-private", "tlh", "ja"];

/// Makes a value of `line` or `text`.
#[derive(Clone, Copy)]
pub(crate) struct Parse {
    pub(crate) c: &'static str,
    pub(crate) go: &'static str,
    pub(crate) java: &'static str,
    pub(crate) rust: &'static str,
}

const INT: Parse = Parse { java: "Integer.parseInt(line)", ..LONG };

const LONG: Parse = Parse {
    c: "(code)strtoll(line, NULL, 10)",
    go: "value, _ := strconv.ParseInt(text, 10, 64)\n\treturn code.Code(value)",
    java: "Long.parseLong(line)",
    rust: "Code::from_value(line.parse().unwrap())",
};

const UNSIGNED: Parse = Parse {
    c: "(code)strtoull(line, NULL, 10)",
    go: "value, _ := strconv.ParseUint(text, 10, 64)\n\treturn code.Code(value)",
    java: "Long.parseUnsignedLong(line)",
    ..LONG
};

const TEXT: Parse =
    Parse { c: "line", go: "return code.Code(text)", java: "line", rust: "Code::try_from(line).ok()" };

/// A table, and the answers of its enum for some values.
pub(crate) struct Registry {
    pub(crate) table: PathBuf,
    /// Makes a value in JavaScript and Python.
    pub(crate) kind: &'static str,
    parse: Parse,
    /// What each driver has for the columns, texts and parts.
    snippets: BTreeMap<&'static str, Snippets>,
    values: String,
    answers: String,
    /// The answers without unlisted values, in the default language only.
    listed: String,
}

/// All tables; the close codes with all their values.
pub(crate) fn registries() -> Vec<Registry> {
    let close_codes = |value: &str| Some(CloseCode::from(value.parse::<u16>().ok()?));
    let every = (0..=u16::MAX).map(|value| value.to_string()).collect();
    let close_codes_columns = Members {
        columns: &[
            Column::Bool("on_wire"),
            Column::Bool("browser"),
            Column::Bool("set_by_client_only"),
            Column::Bool("set_locally_only"),
            Column::Text("defined_by"),
            Column::Text("reconnect"),
            Column::OptionalInteger("reconnect_from"),
            Column::OptionalInteger("reconnect_to"),
        ],
        ..Members::default()
    };
    let wide = Members {
        texts: &["url"],
        parts: &[
            ("bit", |code: Wide| code.bit().into()),
            ("middle", |code| code.middle()),
            ("low", |code| code.low().into()),
        ],
        ..Members::default()
    };
    let loader = Members {
        columns: &[
            Column::Bool("retryable"),
            Column::Text("severity"),
            Column::OptionalInteger("exit"),
            Column::Text("team"),
        ],
        ..Members::default()
    };
    let manual = Members {
        columns: &[
            Column::Text("severity"),
            Column::Integer("http"),
            Column::OptionalInteger("offset"),
            Column::OptionalBool("latched"),
            Column::Text("team"),
        ],
        texts: &["url", "cause", "next_step"],
        parts: &[("unit", |code: Manual| code.unit().into()), ("number", |code| code.number().into())],
    };
    let texts = "42P01 42501 a 42601 42 420 4 43 ~~~~~ !!!!! 42~~~ 42!!! 42PO1x A ä 42é".split(' ');
    let words = "insufficient_funds card/expired card/out-of-date card/ lost EXPIRED ISSUER_UNAVAILABLE zz \
        https://example.org/problems/issuer-unavailable $it's\"quoted\\?"
        .split_whitespace();
    vec![
        Registry::new("../../../codes", "number", INT, every, close_codes, &close_codes_columns),
        of_integers("hostile", "number", LONG, |value| Hostile::from_value(value.try_into().ok()?)),
        of_integers("bytes", "number", INT, |value| Bytes::from_value(value.try_into().ok()?)),
        of_members("wide", "bigint", UNSIGNED, |value| Wide::from_value(value.try_into().ok()?), &wide),
        of_integers("lone", "number", INT, |value| Lone::from_value(value.try_into().ok()?)),
        of_integers("signed", "bigint", LONG, |value| Signed::from_value(value.try_into().ok()?)),
        of_integers("results", "number", INT, |value| Results::from_value(value.try_into().ok()?)),
        of_members("loader", "number", INT, |value| Loader::from_value(value.try_into().ok()?), &loader),
        of_members("manual", "number", INT, |value| Manual::from_value(value.try_into().ok()?), &manual),
        Registry::new(
            "states",
            "string",
            TEXT,
            texts.map(str::to_owned).collect(),
            |value| States::from_value(CodeStr::new(value)?),
            &Members::default(),
        ),
        Registry::new(
            "declines",
            "string",
            TEXT,
            words.map(str::to_owned).collect(),
            Declines::from_value,
            &Members::default(),
        ),
    ]
}

fn of_integers<E: Code<Value: TryFrom<i128> + Into<i128>>>(
    table: &str,
    kind: &'static str,
    parse: Parse,
    code: impl Fn(i128) -> Option<E>,
) -> Registry {
    of_members(table, kind, parse, code, &Members::default())
}

/// A registry with both ends of every row and their neighbours.
fn of_members<E: Code<Value: TryFrom<i128> + Into<i128>>>(
    table: &str,
    kind: &'static str,
    parse: Parse,
    code: impl Fn(i128) -> Option<E>,
    members: &Members<E>,
) -> Registry {
    let ends = E::rows().flat_map(|row| [row.first(), row.last()]);
    let values: BTreeSet<i128> =
        ends.map(Into::into).flat_map(|value| [value - 1, value, value + 1]).collect();
    let is_value = |value: &i128| E::Value::try_from(*value).is_ok();
    let values = values.into_iter().filter(is_value).map(|value| value.to_string()).collect();
    Registry::new(table, kind, parse, values, |value| code(value.parse().ok()?), members)
}

impl Registry {
    fn new<E: Code>(
        table: &str,
        kind: &'static str,
        parse: Parse,
        values: Vec<String>,
        code: impl Fn(&str) -> Option<E>,
        members: &Members<E>,
    ) -> Self {
        let tables = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables"));
        let symbols: BTreeSet<&str> = E::rows().map(|row| row.symbol()).collect();
        let is_listed = |code: &E| symbols.contains(code.symbol());
        let codes: Vec<Option<E>> = values.iter().map(|value| code(value)).collect();
        Self {
            table: tables.join(table).with_extension("toml"),
            kind,
            parse,
            snippets: ["typescript", "python", "go", "java", "c", "rust"]
                .map(|language| (language, members.snippets(language)))
                .into(),
            answers: codes.iter().map(|&code| answer(code, members)).collect(),
            listed: codes.iter().map(|code| default_answer(code.filter(is_listed))).collect(),
            values: values.join("\n") + "\n",
        }
    }

    /// Copies a driver, with what it needs to know of the table.
    pub(crate) fn copy(&self, language: &str, driver: &str, file: &Path) {
        let Snippets { columns, texts } = &self.snippets[language];
        let parse = match language {
            "c" => self.parse.c,
            "go" => self.parse.go,
            "java" => self.parse.java,
            "rust" => self.parse.rust,
            _ => "",
        };
        let text = fs::read_to_string(Path::new(DRIVERS).join(driver)).unwrap();
        let text = text.replace("PARSE", parse).replace("COLUMNS", columns).replace("TEXTS", texts);
        fs::write(file, text).unwrap();
    }

    /// Compares the answers of a driver with those of the enum, in every language asked for.
    #[track_caller]
    pub(crate) fn compare(&self, driver: &mut Command, folder: &Path) {
        self.hold(&run(driver.args(ASKED), folder, &self.values), &self.answers);
    }

    /// Compares the values of rows, in the default language.
    #[track_caller]
    pub(crate) fn compare_listed(&self, driver: &mut Command, folder: &Path) {
        self.hold(&run(driver, folder, &self.values), &self.listed);
    }

    #[track_caller]
    fn hold(&self, answers: &str, expected: &str) {
        if answers != expected {
            let equal =
                answers.bytes().zip(expected.bytes()).take_while(|(left, right)| left == right).count();
            let from = |text: &str| {
                String::from_utf8_lossy(&text.as_bytes()[equal.saturating_sub(200)..])
                    .chars()
                    .take(400)
                    .collect::<String>()
            };
            panic!("{:?}:\n{}\n--- where Rust says\n{}", self.table, from(answers), from(expected));
        }
    }
}

fn answer<E: Code>(code: Option<E>, members: &Members<E>) -> String {
    let mut fields =
        vec![code.map(|code| code.symbol().to_owned()), code.map(|code| code.label().to_string())];
    fields.push(code.map(|code| code.status().name().to_owned()));
    fields.push(code.map(|code| code.references().join("\n")).filter(|references| !references.is_empty()));
    fields.extend(members.cells(code));
    for language in ASKED.map(|tag| Language::new(tag).unwrap()) {
        fields.push(code.map(|code| code.name(language).to_owned()));
        fields.push(code.map(|code| code.description(language).to_owned()));
        fields.push(code.and_then(|code| code.help(language)).map(str::to_owned));
        fields.extend(members.texts(code, language));
    }
    line(fields)
}

fn default_answer<E: Code>(code: Option<E>) -> String {
    let language = E::DEFAULT_LANGUAGE;
    let texts = code.map(|code| [code.symbol(), code.name(language), code.description(language)]);
    line((0..3).map(|field| texts.map(|texts| texts[field].to_owned())))
}

fn line(fields: impl IntoIterator<Item = Option<String>>) -> String {
    let field =
        |text: Option<String>| text.map_or_else(|| "-".to_owned(), |text| format!("{}:{text},", text.len()));
    fields.into_iter().map(field).collect::<String>() + "\n"
}
