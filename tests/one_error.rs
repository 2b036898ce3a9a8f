//! Each error in the source gives one cargo error, although the type is used in many places.
//!
//! Each case changes one text of a valid program (`tests/one_error/program.rs`) or of its table (`codes.toml`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

mod cargo;

use cargo::{ROOT, cargo, share_versions, temporary, write};

/// An error in the source, and the only cargo error for it.
struct Mistake {
    name: &'static str,
    /// In `program.rs`, otherwise in `codes.toml`.
    in_program: bool,
    from: &'static str,
    to: &'static str,
    /// Parts of the first message: the place and the remedy.
    says: &'static [&'static str],
}

const fn program(
    name: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static [&'static str],
) -> Mistake {
    Mistake { name, in_program: true, from, to, says }
}

const fn table(
    name: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static [&'static str],
) -> Mistake {
    Mistake { name, in_program: false, from, to, says }
}

const REGISTRY: &str = "#[coded(ShopCode)]";
const ENUM: &str = "pub enum ShopCode {}";

const MISTAKES: [Mistake; 110] = [
    program(
        "argument",
        "{ count: usize }",
        "{ counts: usize }",
        &["no field for `count`", "(shop/argument/codes.toml:33:9)", "add the field"],
    ),
    program("no-such-registry", REGISTRY, "#[coded(ShopCodes)]", &["unresolved import `ShopCodes`"]),
    program(
        "no-such-module",
        REGISTRY,
        "#[coded(crate::codes::of::ShopCode)]",
        &["unresolved import `crate"],
    ),
    program("no-such-crate", REGISTRY, "#[coded(shop_codes::ShopCode)]", &["unresolved import `shop_codes`"]),
    program("other-enum", REGISTRY, "#[coded(std::cmp::Ordering)]", &["an enum that has `#[codes]`"]),
    program("struct-as-registry", REGISTRY, "#[coded(Status)]", &["an enum that has `#[codes]`"]),
    program("alias-as-registry", REGISTRY, "#[coded(fmt::Result)]", &["an enum that has `#[codes]`"]),
    program("trait-as-registry", REGISTRY, "#[coded(Coded)]", &["expected a type, found a trait"]),
    program(
        "module-as-registry",
        REGISTRY,
        "#[coded(fmt)]",
        &["`fmt` is not a registry", "must begin with a capital letter"],
    ),
    program("misspelt-coded", REGISTRY, "#[codded(ShopCode)]", &["cannot find attribute `codded`"]),
    program(
        "no-registry",
        REGISTRY,
        "#[coded(Self)]",
        &["`Self` is not a registry", "an enum that has `#[codes]`"],
    ),
    program("no-expression", "    Plugin,\n}", "    #[arg(\"x\")] Plugin,\n}", &["write an expression"]),
    program(
        "expression",
        "TooMany { count: usize }",
        "#[arg(\"count\" = .rows.len())] TooMany { count: usize }",
        &["no field `rows`", "the fields are `count`"],
    ),
    program(
        "format",
        "{ count: usize }",
        "{ #[arg(fmt = \"02\")] count: usize }",
        &["expected `fmt = debug`, `fmt = \"{:08x}\"`"],
    ),
    program(
        "transparent",
        "#[code(STORAGE)]",
        "#[code(transparent, STORAGE)]",
        &["`#[code(SYMBOL, transparent)]`"],
    ),
    program("misspelt", "#[code(STORAGE)]", "#[code(STORAG)]", &["did you mean `STORAGE`?"]),
    program(
        "unknown",
        "    Plugin,\n}",
        "    Plugin,\n    Misplaced,\n}",
        &["`shop/unknown/codes.toml` has no code `Misplaced`", "`codes add MISPLACED`", "`#[code(SYMBOL)]`"],
    ),
    program(
        "misspelt-variant",
        "    Plugin,\n}",
        "    Plugin,\n    Storrage,\n}",
        &["did you mean", "rename the variant to `Storage`"],
    ),
    program("range", "#[code(105)]", "#[code(PLUGIN)]", &["is the range 100 to 199", "#[code(100)]"]),
    program("no-code", "#[code(105)]", "#[code]", &["expected one code: `#[code(SYMBOL)]`"]),
    program(
        "code-with-key",
        "#[code(105)]",
        "#[code(symbol = PLUGIN)]",
        &["expected one code: `#[code(SYMBOL)]`"],
    ),
    program("from-arguments", "#[from]", "#[from(io)]", &["`#[from]` has no arguments"]),
    program("format-name", "{ id: u64 }", "{ #[arg(fmt = \"{id}\")] id: u64 }", &["expected `fmt = debug`"]),
    program("twice", "#[code(105)]", "#[code(2)]", &["already has the code 2", "#[code(2, shared)]"]),
    program(
        "from-twice",
        "    Plugin,\n}",
        "    Plugin,\n    #[code(106)] Other(#[from] std::io::Error),\n}",
        &["remove one of them"],
    ),
    program("from-beside", "#[from] std::io::Error)", "#[from] std::io::Error, u8)", &["to be the only one"]),
    program(
        "misplaced",
        "    #[code(105)]",
        "    #[source]\n    #[code(105)]",
        &["`#[source]` belongs on a field"],
    ),
    program("unknown-word", "#[code(105)]", "#[code(105, often)]", &["expected `shared`"]),
    program(
        "argument-name",
        "{ count: usize }",
        "{ #[arg(\"cout\")] count: usize }",
        &["did you mean `count`?"],
    ),
    program("without-registry", "#[coded(ShopCode)]\n", "", &["add `#[coded(Registry)]`"]),
    program(
        "not-a-path",
        REGISTRY,
        "#[coded(Option<ShopError>)]",
        &["`Option<ShopError>` is not a registry"],
    ),
    program("code-in-path", REGISTRY, "#[coded(ShopCode::NotFound)]", &["each variant names its code"]),
    program(
        "wrong-path",
        "TABLE",
        "wrong-path/code.toml",
        &["`shop/wrong-path/code.toml` does not exist", "did you mean `wrong-path/codes.toml`?"],
    ),
    program("not-empty", "ShopCode {}", "ShopCode { NotFound }", &["leave the braces empty"]),
    program("no-path", "(\"TABLE\")", "", &["missing path of the table"]),
    program("no-quotes", "(\"TABLE\")", "(codes.toml)", &["the path of a table in quotes"]),
    program("option", "(\"TABLE\")", "(\"TABLE\", langauges(\"en\"))", &["the options are"]),
    program(
        "language-option",
        "(\"TABLE\")",
        "(\"TABLE\", languages(en))",
        &["expected languages in quotes"],
    ),
    program(
        "codes-twice",
        ENUM,
        "#[code_registry::codes(\"TABLE\")]\npub enum ShopCode {}",
        &["given twice"],
    ),
    program("coded-registry", ENUM, "#[derive(Coded)]\npub enum ShopCode {}", &["remove the derive"]),
    program("no-type", ENUM, "pub mod ShopCode {}", &["needs an empty enum"]),
    program("trait", ENUM, "pub trait ShopCode {}", &["needs an empty enum"]),
    program("function", ENUM, "fn ShopCode() {}", &["needs an empty enum"]),
    program("no-enum", "pub enum ShopCode {}", "pub struct ShopCode;", &["needs an empty enum"]),
    program(
        "rust-file",
        "TABLE",
        "rust-file/main.rs",
        &["`rust-file/main.rs` is not a table", "`codes init`"],
    ),
    program("no-text", "TABLE", "", &["the path is empty", "the folder of `Cargo.toml`"]),
    program("absolute", "TABLE", "/etc/shop.toml", &["outside the package", "move the table"]),
    program("manifest", "TABLE", "Cargo.toml", &["shop/Cargo.toml:1:1", "start the file with `[registry]`"]),
    program("directory", "TABLE", "directory", &["it is a directory; give the path of the table"]),
    program(
        "empty-table",
        "TABLE",
        "empty.toml",
        &["shop/empty.toml:1:1", "start the file with `[registry]`"],
    ),
    program(
        "runtime-derive",
        "(ShopCode)",
        "(ShopCode, crate = ::nowhere)",
        &["unresolved import `nowhere`"],
    ),
    program(
        "runtime-derive-other",
        "(ShopCode)",
        "(ShopCode, crate = ::std)",
        &["unresolved import `std::__private`"],
    ),
    program(
        "error-attribute",
        "#[code(STORAGE)]",
        "#[error(\"disk\")] #[code(STORAGE)]",
        &["`#[error]` belongs to thiserror; remove it"],
    ),
    program(
        "error-without-code",
        "    Plugin,\n}",
        "    Plugin,\n    #[error(\"lost\")] Lost,\n}",
        &["`#[error]` belongs to thiserror", "`codes migrate`"],
    ),
    program(
        "error-on-type",
        REGISTRY,
        "#[coded(ShopCode)] #[error(\"disk\")]",
        &["`#[error]` belongs to thiserror; remove it"],
    ),
    program("cod-attribute", "#[code(STORAGE)]", "#[cod(STORAGE)]", &["cannot find attribute `cod`"]),
    program(
        "variant-twice",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode)]\npub enum ShopError {",
        "impl fmt::Debug for ShopError {\n    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result { Ok(()) }\n}\n\
         #[derive(Coded)]\n#[coded(ShopCode)]\npub enum ShopError {\n#[code(106)] Plugin,",
        &["`Plugin` is defined multiple times"],
    ),
    program("misspelt-number", "#[code(105)]", "#[cod(105)]", &["cannot find attribute `cod`"]),
    program(
        "reference-to-itself",
        "TooMany { count: usize }",
        "#[arg(\"count\" = &(*self))] TooMany { count: usize }",
        &["contain itself"],
    ),
    program("macro-as-registry", REGISTRY, "#[coded(println)]", &["must begin with a capital letter"]),
    program(
        "own-macro-as-registry",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode)]",
        "#[allow(unused_macros)]\nmacro_rules! shop { () => {} }\n#[derive(Debug, Coded)]\n#[coded(shop)]",
        &["`shop` is not a registry"],
    ),
    program("misspelt-from", "#[from]", "#[form]", &["cannot find attribute `form`"]),
    program(
        "misspelt-from-text",
        "    Plugin,\n}",
        "    Plugin,\n    #[code(106)] Other(#[form] String),\n}",
        &["cannot find attribute `form`"],
    ),
    program(
        "from-of-another-derive",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode)]\npub enum ShopError {",
        "#[derive(Debug, Coded, form::Form)]\n#[coded(ShopCode)]\npub enum ShopError {\n    #[code(106)] Other(#[form] std::num::ParseIntError),",
        // A lint, whose note has the remedy: see `tests/ui/coded/other-attribute.rs`.
        &["`UnknownAttribute`"],
    ),
    program(
        "own-macro-with-capital",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode)]",
        "#[allow(unused_macros)]\nmacro_rules! Shop { () => {} }\n#[derive(Debug, Coded)]\n#[coded(Shop)]",
        &["no rules expected"],
    ),
    program(
        "misspelt-arg",
        "{ count: usize }",
        "{ #[agr(\"count\")] rows: usize }",
        &["cannot find attribute `agr`"],
    ),
    program("other-attribute", "#[code(STORAGE)]", "#[form(STORAGE)]", &["cannot find attribute `form`"]),
    program(
        "code-on-field",
        "{ id: u64 }",
        "{ #[code(STORAGE)] id: u64 }",
        &["`#[code]` belongs on a variant"],
    ),
    program(
        "error-on-field",
        "{ id: u64 }",
        "{ #[error(transparent)] id: u64 }",
        &["`#[error]` belongs to thiserror"],
    ),
    program(
        "source-on-struct",
        "struct Status",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode::Storage)]\n#[source]\npub struct Lost;\nstruct Status",
        &["`#[source]` belongs on a field"],
    ),
    program(
        "code-given-twice",
        "#[code(STORAGE)]",
        "#[code(transparent)] #[code(STORAGE)]",
        &["given twice"],
    ),
    program(
        "format-twice",
        "{ count: usize }",
        "{ #[arg(fmt = debug, fmt = \"{:x}\")] count: usize }",
        &["`fmt`"],
    ),
    program(
        "expression-value",
        "TooMany { count: usize }",
        "#[arg(\"count\" = \"\".yellow)] TooMany { count: usize }",
        &["yellow"],
    ),
    program(
        "itself",
        "TooMany { count: usize }",
        "#[arg(\"count\" = self)] TooMany { count: usize }",
        &["contain itself"],
    ),
    program(
        "display-by-hand",
        "struct Status",
        "impl fmt::Display for ShopError {\n    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result { Ok(()) }\n}\n\
         struct Status",
        &["Display", "ShopError"],
    ),
    program(
        "borrowed-source",
        "struct Status",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode::Storage)]\npub struct Inner<'a>(&'a str);\n\
         #[derive(Debug, Coded)]\n#[coded(ShopCode::Storage)]\npub struct Outer<'a>(#[from] Inner<'a>);\n\
         struct Status",
        &["cannot contain `'a`", "own the value"],
    ),
    program(
        "transparent-source",
        "    Plugin,\n}",
        "    Plugin,\n    #[code(106, transparent)] Inner(#[source] fmt::Error),\n}",
        &["remove `#[source]`"],
    ),
    program("text-as-bytes", "size: u64", "size: String", &["needs an integer here", "`String`"]),
    program("fraction-as-bytes", "size: u64", "size: f64", &["needs an integer here", "`f64`"]),
    program("option-as-bytes", "size: u64", "size: Option<u64>", &["needs an integer here", "`Option<u64>`"]),
    program("text-as-quantity", "weight: f64", "weight: String", &["needs a number here", "`String`"]),
    program(
        "integer-as-duration",
        "delay: std::time::Duration",
        "delay: u64",
        &["needs a duration here", "`u64`"],
    ),
    program("text-as-word", "ShopCodeSeverity, delay", "String, delay", &["a word of `ShopCodeSeverity`"]),
    program("code-as-word", "ShopCodeSeverity, delay", "ShopCode, delay", &["a word of `ShopCodeSeverity`"]),
    program("text-as-list", "missing: Vec<String>", "missing: String", &["needs a list here", "`String`"]),
    program("items", "missing: Vec<String>", "missing: Vec<(u8, u8)>", &["`(u8, u8)` cannot be shown"]),
    program("not-shown", "name: String", "name: Vec<u8>", &["`Vec<u8>` cannot be shown"]),
    program(
        "text-as-count",
        "Argument::count(&count)",
        "Argument::count(&\"2\")",
        &["needs an integer here"],
    ),
    program(
        "fraction-as-count",
        "Argument::count(&count)",
        "Argument::count(&2.0)",
        &["needs an integer here"],
    ),
    program(
        "bool-as-quantity",
        "Argument::count(&count)",
        "Argument::quantity(&true)",
        &["needs a number here"],
    ),
    program(
        "text-as-argument-word",
        "Argument::word(&ShopCodeSeverity::Low)",
        "Argument::word(&\"low\")",
        &["`&str` is not a word of a table"],
    ),
    program(
        "not-a-list",
        "Argument::count(&count)",
        "Argument::and_list(&count)",
        &["`usize` is not a list"],
    ),
    program(
        "not-localized",
        "Argument::count(&count)",
        "Argument::localized(&count)",
        &["`usize` has no texts in other languages"],
    ),
    program(
        "language-tag",
        "error.localized(ShopCode::DEFAULT_LANGUAGE)",
        "error.localized(code_registry::language!(\"it_\"))",
        &["not a language tag of BCP 47"],
    ),
    table("underscore-argument", "\"order {id}", "\"order {id} {_}", &["`_`"]),
    table("raw-argument", "\"order {id}", "\"order {id} {r#fn}", &["r#fn"]),
    table(
        "conflict",
        "[code.2]\n",
        "<<<<<<< HEAD\n[code.2]\n",
        &["error[syntax]", "shop/conflict/codes.toml:24:1"],
    ),
    table(
        "both-sides",
        "[code.2]\n",
        "<<<<<<< HEAD\n[code.2]\n=======\n[code.2]\n>>>>>>> theirs\n",
        &["unresolved merge conflict", "shop/both-sides/codes.toml:24:1"],
    ),
    table("byte-order-mark", "[code.2]", "\u{feff}[code.2]", &["byte order mark"]),
    table("unclosed-header", "[code.2]\n", "[code.2\n", &["error[syntax]", "add `]`"]),
    table("no-symbol", "symbol = \"STORAGE\"\n", "", &["missing-key", "symbol = "]),
    table("same-symbol", "symbol = \"STORAGE\"\n", "symbol = \"TOO_MANY\"\n", &["duplicate-symbol"]),
    table(
        "language",
        "languages = [\"en\", \"it\"]",
        "languages = [\"en\", \"it\", \"fr\"]",
        &["`fr` is missing 6 texts: `title` of the registry (line 2)"],
    ),
    table(
        "wrong-tag",
        "languages = [\"en\", \"it\"]",
        "languages = [\"en\", \"itt\"]",
        &["unknown-language", "`it`"],
    ),
    table("invalid-tag", "[\"en\", \"it\"]", "[\"en\", \"it_IT\"]", &["invalid-language", "`it_IT`"]),
    table(
        "tag-of-a-text",
        "message.it = \"l'ordine",
        "message.itt = \"l'ordine",
        &["unknown-language", "`it`"],
    ),
    table(
        "misspelt-other",
        ", other = \"{count} orders",
        ", othr = \"{count} orders",
        &["did you mean `other`?"],
    ),
    table("property", "[property.http]", "[propery.http]", &["did you mean `property`?"]),
    table(
        "no-default-text",
        "message.en = { plural = \"count\", one = \"one order is too many\", other = \"{count} orders are too many\" }\n",
        "",
        &["missing-default-text"],
    ),
    table("argument-in-italian", "l'ordine {id}", "l'ordine {ordine}", &["`ordine`"]),
];

/// A derive with an attribute whose name resembles `from`.
const FORM: &str = "#[proc_macro_derive(Form, attributes(form))]
pub fn form(_: proc_macro::TokenStream) -> proc_macro::TokenStream { proc_macro::TokenStream::new() }
";

#[test]
fn a_mistake_is_one_error() {
    let errors = check();
    for good in ["good", "good-of-another-derive"] {
        assert!(!errors.contains_key(good), "{:#?}", errors[good]);
    }
    let mut wrong = Vec::new();
    for mistake in &MISTAKES {
        let found = errors.get(mistake.name).map_or(&[][..], |found| found);
        let says_it = |error: &String| mistake.says.iter().all(|part| error.contains(part));
        if found.len() != 1 || !found.first().is_some_and(says_it) {
            wrong.push(format!("{}: {} errors: {found:#?}", mistake.name, found.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Compiles a package with a program for each case; returns the errors of each program.
fn check() -> BTreeMap<String, Vec<String>> {
    let read = |name: &str| {
        fs::read_to_string(Path::new(ROOT).join("tests/one_error").join(name)).expect("it can be read")
    };
    let workspace = temporary("one-error");
    write(&workspace, "Cargo.toml", "[workspace]\nmembers = [\"form\", \"shop\"]\nresolver = \"3\"\n");
    write(
        &workspace,
        "form/Cargo.toml",
        "[package]\nname = \"form\"\nedition = \"2024\"\n[lib]\nproc-macro = true\n",
    );
    write(&workspace, "form/src/lib.rs", FORM);
    share_versions(&workspace);
    let folder = workspace.join("shop");
    let mut manifest = format!(
        "[package]\nname = \"shop\"\nedition = \"2024\"\n[dependencies]\ncode-registry.path = {ROOT:?}\nform.path = \"../form\"\n"
    );
    let good = program("good", "ShopCode", "ShopCode", &[]);
    // The attribute belongs to another derive: a text cannot be the source of an error, and the other fields are marked.
    let good_other = program(
        "good-of-another-derive",
        "#[derive(Debug, Coded)]\n#[coded(ShopCode)]\npub enum ShopError {",
        "#[allow(dead_code)]\n#[derive(Debug, Coded, form::Form)]\n#[coded(ShopCode)]\npub enum Formed {\n    \
         #[code(101)] Folder(#[form] std::path::PathBuf),\n    #[code(102)] Short(#[form] Option<Box<str>>),\n    \
         #[code(105)] Other(#[form] String),\n    #[code(106)] Inner(#[form] #[source] fmt::Error),\n    \
         #[code(1)] Shown(#[form] #[arg(\"id\")] fmt::Error),\n}\n\
         #[derive(Debug, Coded)]\n#[coded(ShopCode)]\npub enum ShopError {",
        &[],
    );
    for mistake in MISTAKES.iter().chain([&good, &good_other]) {
        let Mistake { name, in_program, from, to, .. } = *mistake;
        let change = |file: &str, is_changed: bool| {
            let text = read(file);
            assert!(!is_changed || text.contains(from), "{name}");
            let text = if is_changed { text.replacen(from, to, 1) } else { text };
            text.replace("TABLE", &format!("{name}/codes.toml"))
        };
        write(&folder, &format!("{name}/main.rs"), &change("program.rs", in_program));
        write(&folder, &format!("{name}/codes.toml"), &change("codes.toml", !in_program));
        manifest += &format!("[[bin]]\nname = {name:?}\npath = \"{name}/main.rs\"\n");
    }
    write(&folder, "empty.toml", "");
    write(&folder, "Cargo.toml", &manifest);
    errors_of(&workspace)
}

/// The errors of each program of a workspace; warnings too, since many authors forbid them.
fn errors_of(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let arguments = ["check", "--quiet", "--bins", "--keep-going", "--message-format=json"];
    let output = cargo(folder).args(arguments).output().expect("cargo can be run");
    let mut errors: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: Value = serde_json::from_str(line).expect("cargo writes JSON");
        let message = &line["message"];
        let has_place = message["spans"].as_array().is_some_and(|spans| !spans.is_empty());
        let is_error = ["error", "warning"].iter().any(|level| message["level"] == *level);
        if line["reason"] == "compiler-message" && is_error && has_place {
            let name = line["target"]["name"].as_str().expect("a target has a name").to_owned();
            let text = message["message"].as_str().expect("a message is a text").to_owned();
            errors.entry(name).or_default().push(text);
        }
    }
    assert!(!errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    errors
}
