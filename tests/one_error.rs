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
    /// The maximum number of errors.
    most: usize,
}

const fn program(
    name: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static [&'static str],
) -> Mistake {
    Mistake { name, in_program: true, from, to, says, most: 1 }
}

const fn table(
    name: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static [&'static str],
) -> Mistake {
    Mistake { name, in_program: false, from, to, says, most: 1 }
}

const MISTAKES: [Mistake; 31] = [
    program(
        "argument",
        "{ count: usize }",
        "{ counts: usize }",
        &["no field for `count`", "(shop/argument/codes.toml:33:9)", "add the field"],
    ),
    Mistake {
        most: 5,
        ..program(
            "no-such-registry",
            "#[coded(ShopCode)]",
            "#[coded(ShopCodes)]",
            &["cannot find macro `ShopCodes`"],
        )
    },
    program(
        "no-registry",
        "#[coded(ShopCode)]",
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
        &["no code `Misplaced`", "add `#[code("],
    ),
    program("range", "#[code(105)]", "#[code(PLUGIN)]", &["is the range 100 to 199", "#[code(100)]"]),
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
        "#[coded(ShopCode)]",
        "#[coded(Option<ShopError>)]",
        &["`Option<ShopError>` is not a registry"],
    ),
    program(
        "code-in-path",
        "#[coded(ShopCode)]",
        "#[coded(ShopCode::NotFound)]",
        &["each variant names its code"],
    ),
    program(
        "wrong-path",
        "/codes.toml",
        "/code.toml",
        &["`shop/wrong-path/code.toml` does not exist", "did you mean `wrong-path/codes.toml`?"],
    ),
    program("not-empty", "ShopCode {}", "ShopCode { NotFound }", &["leave the braces empty"]),
    program("no-enum", "pub enum ShopCode {}", "pub struct ShopCode;", &["needs an empty enum"]),
    table(
        "conflict",
        "[code.2]\n",
        "<<<<<<< HEAD\n[code.2]\n",
        &["error[syntax]", "shop/conflict/codes.toml:24:1"],
    ),
    table("unclosed-header", "[code.2]\n", "[code.2\n", &["error[syntax]", "add `]`"]),
    table("no-symbol", "symbol = \"STORAGE\"\n", "", &["missing-key", "symbol = "]),
    table("same-symbol", "symbol = \"STORAGE\"\n", "symbol = \"TOO_MANY\"\n", &["duplicate-symbol"]),
    table(
        "language",
        "languages = [\"en\", \"it\"]",
        "languages = [\"en\", \"it\", \"fr\"]",
        &["`fr` is missing 5 texts: `title` of the registry (line 2)"],
    ),
    table(
        "wrong-tag",
        "languages = [\"en\", \"it\"]",
        "languages = [\"en\", \"itt\"]",
        &["unknown-language", "`it`"],
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

#[test]
fn a_mistake_is_one_error() {
    let errors = check();
    assert!(!errors.contains_key("good"), "{errors:#?}");
    let mut wrong = Vec::new();
    for mistake in &MISTAKES {
        let found = errors.get(mistake.name).map_or(&[][..], |found| found);
        let says_it = |error: &String| mistake.says.iter().all(|part| error.contains(part));
        if found.len() > mistake.most || !found.first().is_some_and(says_it) {
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
    write(&workspace, "Cargo.toml", "[workspace]\nmembers = [\"shop\"]\nresolver = \"3\"\n");
    share_versions(&workspace);
    let folder = workspace.join("shop");
    let mut manifest = format!(
        "[package]\nname = \"shop\"\nedition = \"2024\"\n[dependencies]\ncode-registry.path = {ROOT:?}\n"
    );
    let good = program("good", "ShopCode", "ShopCode", &[]);
    for mistake in MISTAKES.iter().chain([&good]) {
        let Mistake { name, in_program, from, to, .. } = *mistake;
        let change = |file: &str, is_changed: bool| {
            let text = read(file).replace("TABLE", &format!("{name}/codes.toml"));
            assert!(!is_changed || text.contains(from), "{name}");
            if is_changed { text.replacen(from, to, 1) } else { text }
        };
        write(&folder, &format!("{name}/main.rs"), &change("program.rs", in_program));
        write(&folder, &format!("{name}/codes.toml"), &change("codes.toml", !in_program));
        manifest += &format!("[[bin]]\nname = {name:?}\npath = \"{name}/main.rs\"\n");
    }
    write(&folder, "Cargo.toml", &manifest);
    errors_of(&workspace)
}

fn errors_of(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let arguments = ["check", "--quiet", "--bins", "--keep-going", "--message-format=json"];
    let output = cargo(folder).args(arguments).output().expect("cargo can be run");
    let mut errors: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: Value = serde_json::from_str(line).expect("cargo writes JSON");
        let message = &line["message"];
        let has_place = message["spans"].as_array().is_some_and(|spans| !spans.is_empty());
        if line["reason"] == "compiler-message" && message["level"] == "error" && has_place {
            let name = line["target"]["name"].as_str().expect("a target has a name").to_owned();
            let text = message["message"].as_str().expect("a message is a text").to_owned();
            errors.entry(name).or_default().push(text);
        }
    }
    assert!(!errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    errors
}
