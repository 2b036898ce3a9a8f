//! The output of `codes generate`, compiled and run by the tools of each language: `.ci/generate` runs these tests.
//!
//! A driver in each language answers for the same values as the enum in Rust; the answers are compared byte by byte.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod members;
mod modules;
mod sentences;
mod tools;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use answers::{Registry, registries};
use sentences::Sentences;
use tools::run;

pub(crate) const DRIVERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/generate/drivers");

#[test]
fn typescript() {
    for registry in registries() {
        let folder = folder("typescript", &registry, "generated.ts", "Code");
        let options = "--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --noUnusedLocals \
                       --target es2020 --module es2020 --moduleResolution bundler generated.ts";
        run(Command::new("../node_modules/.bin/tsc").args(options.split_whitespace()), &folder, "");
        registry.copy("typescript", "typescript.mjs", &folder.join("driver.mjs"));
        registry.compare(Command::new("node").args(["driver.mjs", registry.kind]), &folder);
    }
}

#[test]
fn typescript_sentences() {
    let folder = folder_of("typescript-sentences", "typescript", &table("sentences"), "generated.ts", "Code");
    let options = "--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --noUnusedLocals \
                   --target es2020 --module es2020 --moduleResolution bundler generated.ts";
    run(Command::new("../node_modules/.bin/tsc").args(options.split_whitespace()), &folder, "");
    let sentences = Sentences::new();
    copy("sentences.mjs", &folder, "sentences.mjs");
    for driver in ["sentences-node.mjs", "sentences-chromium.mjs"] {
        copy(driver, &folder, driver);
        sentences.compare(Command::new("node").arg(driver), &folder);
    }
}

#[test]
fn python() {
    for registry in registries() {
        let folder = folder("python", &registry, "generated.py", "Code");
        registry.copy("python", "python.py", &folder.join("driver.py"));
        registry.compare(
            Command::new("python3").args(["-W", "error", "-B", "driver.py", registry.kind]),
            &folder,
        );
    }
}

#[test]
fn python_sentences() {
    let folder = folder_of("python-sentences", "python", &table("sentences"), "generated.py", "Code");
    let mypy = env::var("GENERATE_PYTHON").expect("GENERATE_PYTHON names the folder of .ci/tools/python");
    run(Command::new(Path::new(&mypy).join("bin/mypy")).args(["--strict", "generated.py"]), &folder, "");
    copy("python-sentences.py", &folder, "driver.py");
    Sentences::new().compare(Command::new("python3").args(["-W", "error", "-B", "driver.py"]), &folder);
}

/// Each line of docs/generate.md that ends with a comment returns the text in the comment.
#[test]
fn documentation() {
    const PAGE: &str = include_str!("../../../docs/generate.md");
    const TABLE: &str = "[registry]\ntitle.en = \"Shop\"\ntitle.it = \"Negozio\"\nrepr = \"u16\"\nlanguages = [\"en\", \"it\"]\n\
                         url = \"https://errors.example.org/{language}/{value}/\"\n";
    let block = |language: &str| {
        let (_, rest) = PAGE.split_once(&format!("```{language}\n")).unwrap();
        rest.split_once("```").unwrap().0
    };
    let tools = env::var("GENERATE_TOOLS").expect("GENERATE_TOOLS names the folder of .ci/tools/node");
    let table = Path::new(&tools).join("documentation.toml");
    fs::write(&table, format!("{TABLE}{}", block("toml"))).unwrap();
    let outputs = [
        Example {
            language: "typescript",
            name: "ShopCode",
            file: "shop_code.ts",
            program: ["driver.mjs", "LINES", "console.log(EXPRESSION)"],
            comment: "; // ",
            compile: "../node_modules/.bin/tsc --strict --target es2020 --module es2020 --moduleResolution bundler shop_code.ts",
            run: "node driver.mjs",
        },
        Example {
            language: "python",
            name: "ShopCode",
            file: "shop_code.py",
            program: ["driver.py", "LINES", "print(EXPRESSION)"],
            comment: "  # ",
            compile: "",
            run: "python3 driver.py",
        },
        Example {
            language: "go",
            name: "shop.ShopCode",
            file: "shop/shop_code.go",
            program: ["driver.go", GO_PROGRAM, "fmt.Println(EXPRESSION)"],
            comment: " // ",
            compile: "",
            run: "go run .",
        },
        Example {
            language: "c",
            name: "ShopCode",
            file: "shop_code.h",
            program: ["driver.c", C_PROGRAM, "EXPRESSION; puts(text);"],
            comment: "; // ",
            compile: "gcc -std=c99 -Wall -Wextra -Werror driver.c -o driver",
            run: "./driver",
        },
        Example {
            language: "java",
            name: "org.example.ShopCode",
            file: "org/example/ShopCode.java",
            program: ["Driver.java", JAVA_PROGRAM, "System.out.println(EXPRESSION);"],
            comment: "; // ",
            compile: "javac -Xlint:all -Werror -d . Driver.java org/example/ShopCode.java",
            run: "java Driver",
        },
    ];
    for Example { language, name, file, program: [driver, program, print], comment, compile, run } in outputs
    {
        let folder = folder_of(&format!("documentation-{language}"), language, &table, file, name);
        let (mut lines, mut expected) = (String::new(), String::new());
        for line in block(language).lines() {
            match line.rsplit_once(comment) {
                Some((expression, text)) => {
                    lines += &format!("{}\n", print.replace("EXPRESSION", expression));
                    expected += &format!("{}\n", text.trim_matches('"'));
                }
                None => lines += &format!("{line}\n"),
            }
        }
        assert_eq!(expected.lines().count(), 8);
        fs::write(folder.join("go.mod"), GO_MODULE).unwrap();
        fs::write(folder.join(driver), program.replace("LINES", &lines)).unwrap();
        if !compile.is_empty() {
            run_words(compile, &folder);
        }
        assert_eq!(run_words(run, &folder), expected);
    }
}

/// Turns the lines of an example into a program.
struct Example {
    language: &'static str,
    name: &'static str,
    file: &'static str,
    /// The file, the program with `LINES`, and the statement that prints an `EXPRESSION`.
    program: [&'static str; 3],
    /// Between an expression and its result.
    comment: &'static str,
    compile: &'static str,
    run: &'static str,
}

const GO_MODULE: &str = "module driver\n\ngo 1.18\n";

const C_PROGRAM: &str =
    "#define SHOP_CODE_IMPLEMENTATION\n#include \"shop_code.h\"\nint main(void) {\nLINESreturn 0;\n}\n";

const GO_PROGRAM: &str = "package main\n\nimport (\n\"driver/shop\"\n\"fmt\"\n)\n\nfunc main() {\nLINES}\n";

const JAVA_PROGRAM: &str = "import java.util.Map;\nimport org.example.ShopCode;\n\nclass Driver {\n\
                            public static void main(String[] none) {\nLINES}\n}\n";

fn run_words(command: &str, folder: &Path) -> String {
    let mut words = command.split_whitespace();
    run(Command::new(words.next().unwrap()).args(words), folder, "")
}

#[test]
fn c() {
    compile_c("c", &["gcc", "-std=c99"]);
}

#[test]
fn cpp() {
    compile_c("cpp", &["g++", "-std=c++11", "-x", "c++"]);
}

fn compile_c(folder: &str, compiler: &[&str]) {
    for registry in registries() {
        let folder = self::folder_for(folder, "c", &registry, "generated.h", "Code");
        registry.copy("c", "c.c", &folder.join("driver.c"));
        let options = "-Wall -Wextra -Wshadow -Wconversion -Werror -pedantic driver.c -o driver";
        run(Command::new(compiler[0]).args(&compiler[1..]).args(options.split_whitespace()), &folder, "");
        registry.compare(&mut Command::new("./driver"), &folder);
    }
}

#[test]
fn c_sentences() {
    let folder = folder_of("c-sentences", "c", &table("sentences"), "generated.h", "Code");
    let sentences = Sentences::new();
    copy("sentences.c", &folder, "driver.c");
    let compilers = ["gcc -std=c99 -fsanitize=address,undefined", "clang -std=c99", "g++ -std=c++11 -x c++"];
    for compiler in compilers {
        run_words(
            &format!("{compiler} -Wall -Wextra -Wshadow -Wconversion -Werror driver.c -o driver"),
            &folder,
        );
        sentences.compare(&mut Command::new("./driver"), &folder);
    }
}

#[test]
fn go() {
    for registry in registries() {
        let folder = folder("go", &registry, "code/code.go", "Code");
        fs::write(folder.join("go.mod"), GO_MODULE).unwrap();
        registry.copy("go", "go.go", &folder.join("driver.go"));
        assert_eq!(
            run(Command::new("gofmt").args(["-d", "code"]), &folder, ""),
            "",
            "gofmt writes it otherwise"
        );
        run(Command::new("go").args(["vet", "./..."]), &folder, "");
        run(Command::new("go").args(["build", "-o", "driver", "."]), &folder, "");
        registry.compare(&mut Command::new("./driver"), &folder);
    }
}

#[test]
fn go_sentences() {
    let folder = folder_of("go-sentences", "go", &table("sentences"), "code/code.go", "Code");
    fs::write(folder.join("go.mod"), GO_MODULE).unwrap();
    copy("go-sentences.go", &folder, "driver.go");
    assert_eq!(run(Command::new("gofmt").args(["-d", "code"]), &folder, ""), "", "gofmt writes it otherwise");
    run(Command::new("go").args(["vet", "./..."]), &folder, "");
    run(Command::new("go").args(["build", "-o", "driver", "."]), &folder, "");
    // `time.Duration` has 64 bits of nanoseconds.
    Sentences::up_to(i64::MAX as u64 / 1_000_000_000 - 1).compare(&mut Command::new("./driver"), &folder);
}

/// Compilers limit the size of classes, methods and literals.
#[test]
fn many_messages() {
    let tools = env::var("GENERATE_TOOLS").expect("GENERATE_TOOLS names the folder of .ci/tools/node");
    let table = Path::new(&tools).join("many.toml");
    let mut text = "[registry]\ntitle.en = \"Many\"\nrepr = \"u32\"\nlanguages = [\"en\", \"it\"]\n\n\
                    [language.it]\npolicy = \"partial\"\n"
        .to_owned();
    for index in 0..2000 {
        text += &format!(
            "[code.{index}]\nsymbol = \"M_{index}\"\nargs = {{ count = \"count\", name = \"text\" }}\n"
        );
        text += &format!("message.en = \"{index}: {{count}} of {{name}}\"\n");
        text +=
            "message.it = { plural = \"count\", one = \"uno di {name}\", other = \"{count} di {name}\" }\n";
    }
    fs::write(&table, text).unwrap();
    let folder = folder_of("many-messages", "c", &table, "many.h", "Many");
    fs::write(folder.join("main.c"), "#define MANY_IMPLEMENTATION\n#include \"many.h\"\n").unwrap();
    generate(&folder, "go", &table, "many/many.go", "Many");
    generate(&folder, "java", &table, "Many.java", "Many");
    generate(&folder, "typescript", &table, "many.ts", "Many");
    fs::write(folder.join("go.mod"), GO_MODULE).unwrap();
    run_words("gcc -std=c99 -Wall -Wextra -Werror -c main.c", &folder);
    run_words("clang -std=c99 -Wall -Wextra -Werror -c main.c", &folder);
    run_words("go vet ./...", &folder);
    run_words("javac -Xlint:all -Werror -d out Many.java", &folder);
    run_words(
        "../node_modules/.bin/tsc --strict --target es2020 --module es2020 --moduleResolution bundler many.ts",
        &folder,
    );
}

/// What is generated from the close codes, the tables of the examples, and tables with hostile texts and names compiles without warnings. `GENERATE_TABLES` names further tables,
/// separated by spaces.
#[test]
fn example_tables() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let examples = ["small/codes.toml", "web/codes.toml", "grpc/codes.toml", "config/codes.toml"];
    let examples = examples.map(|path| root.join("examples").join(path));
    let further = env::var("GENERATE_TABLES").unwrap_or_default();
    let own =
        ["hostile", "declines", "manual", "names"].map(table).into_iter().chain([root.join("codes.toml")]);
    let tables = examples.into_iter().chain(further.split_whitespace().map(PathBuf::from));
    for (index, table) in tables.chain(own).enumerate() {
        assert!(table.exists(), "{table:?} does not exist");
        let folder = folder_of(&format!("example-{index}"), "c", &table, "example.h", "Example");
        fs::write(folder.join("main.c"), "#define EXAMPLE_IMPLEMENTATION\n#include \"example.h\"\n").unwrap();
        generate(&folder, "go", &table, "example/example.go", "Example");
        generate(&folder, "java", &table, "Example.java", "Example");
        generate(&folder, "typescript", &table, "example.ts", "Example");
        generate(&folder, "python", &table, "example.py", "Example");
        fs::write(folder.join("go.mod"), GO_MODULE).unwrap();
        for compiler in ["gcc -std=c99", "clang -std=c99", "g++ -std=c++11 -x c++"] {
            run_words(&format!("{compiler} -Wall -Wextra -Wshadow -Wconversion -Werror -c main.c"), &folder);
        }
        run_words("go vet ./...", &folder);
        run_words("javac -Xlint:all -Werror -encoding UTF-8 -d out Example.java", &folder);
        run_words(TSC, &folder);
        generate(&folder, "typescript", &table, "modules/", "Example");
        run_words(&TSC.replace("es2020", "es2022").replace("example.ts", "modules/index.ts"), &folder);
        let python =
            env::var("GENERATE_PYTHON").expect("GENERATE_PYTHON names the folder of .ci/tools/python");
        let mypy = Path::new(&python).join("bin/mypy");
        run(Command::new(mypy).args(["--strict", "--no-error-summary", "example.py"]), &folder, "");
    }
}

const TSC: &str = "../node_modules/.bin/tsc --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes \
                   --noUnusedLocals --target es2020 --module es2020 --moduleResolution bundler example.ts";

/// Two registries in one file of C and in one package of Go and Java.
#[test]
fn two_registries() {
    let folder = folder_of("two-registries", "c", &table("sentences"), "sentence.h", "Sentence");
    let loader = table("loader");
    generate(&folder, "c", &loader, "failure.h", "Failure");
    let headers = "#define SENTENCE_IMPLEMENTATION\n#include \"sentence.h\"\n#define FAILURE_IMPLEMENTATION\n\
                   #include \"failure.h\"\nint main(void) { return 0; }\n";
    fs::write(folder.join("main.c"), headers).unwrap();
    run_words("gcc -std=c99 -Wall -Wextra -Werror main.c -o main", &folder);
    for (table, name) in [(&table("sentences"), "Sentence"), (&loader, "Failure")] {
        generate(&folder, "go", table, &format!("both/{name}.go"), &format!("both.{name}"));
        generate(&folder, "java", table, &format!("both/{name}.java"), &format!("both.{name}"));
    }
    fs::write(folder.join("go.mod"), GO_MODULE).unwrap();
    run_words("go vet ./...", &folder);
    run_words("javac -Xlint:all -Werror -d out both/Sentence.java both/Failure.java", &folder);
}

#[test]
fn java() {
    for registry in registries() {
        let folder = folder("java", &registry, "org/example/Code.java", "org.example.Code");
        registry.copy("java", "Driver.java", &folder.join("Driver.java"));
        let options = "-Xlint:all -Werror -encoding UTF-8 -d out Driver.java org/example/Code.java";
        run(Command::new("javac").args(options.split_whitespace()), &folder, "");
        registry.compare(Command::new("java").args(["-cp", "out", "Driver"]), &folder);
    }
}

#[test]
fn java_sentences() {
    let folder =
        folder_of("java-sentences", "java", &table("sentences"), "org/example/Code.java", "org.example.Code");
    copy("Sentences.java", &folder, "Sentences.java");
    run_words(
        "javac -Xlint:all -Werror -encoding UTF-8 -d out Sentences.java org/example/Code.java",
        &folder,
    );
    Sentences::up_to(i64::MAX as u64)
        .compare(Command::new("java").args(["-cp", "out", "Sentences"]), &folder);
}

#[test]
fn json_schema() {
    // In JavaScript, a number from JSON has 53 bits.
    for registry in registries().iter().filter(|registry| registry.kind != "bigint") {
        let folder = folder("json-schema", registry, "generated.json", "Code");
        copy("json-schema.mjs", &folder, "driver.mjs");
        registry.compare_listed(Command::new("node").args(["driver.mjs", registry.kind]), &folder);
    }
}

#[test]
fn rust() {
    for registry in registries() {
        let folder = folder("rust", &registry, "src/generated.rs", "Code");
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let manifest = format!("{MANIFEST}{:?}\n", project.canonicalize().unwrap());
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        // The versions that this project has been tested with; the network is not needed.
        fs::copy(project.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        registry.copy("rust", "rust.rs", &folder.join("src/main.rs"));
        run(Command::new("rustfmt").args(["--check", "--edition", "2024", "src/generated.rs"]), &folder, "");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--offline", "--target-dir", "../rust-target"]);
        run(&mut build, &folder, "");
        registry.compare(&mut Command::new("../rust-target/debug/driver"), &folder);
    }
}

const MANIFEST: &str =
    "[package]\nname = \"driver\"\nedition = \"2024\"\n[workspace]\n[dependencies]\ncode-registry.path = ";

fn folder(language: &str, registry: &Registry, file: &str, name: &str) -> PathBuf {
    folder_for(language, language, registry, file, name)
}

fn folder_for(folder: &str, language: &str, registry: &Registry, file: &str, name: &str) -> PathBuf {
    let table = registry.table.file_stem().unwrap().to_str().unwrap();
    folder_of(&format!("{folder}-{table}"), language, &registry.table, file, name)
}

/// A new folder next to the packages of the tools, with the code generated from a table.
fn folder_of(folder: &str, language: &str, table: &Path, file: &str, name: &str) -> PathBuf {
    let tools = env::var("GENERATE_TOOLS").expect("GENERATE_TOOLS names the folder of .ci/tools/node");
    let folder = Path::new(&tools).join(folder);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    generate(&folder, language, table, file, name);
    folder
}

/// Generates a file in a folder.
fn generate(folder: &Path, language: &str, table: &Path, file: &str, name: &str) {
    fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command.args(["generate", language, "--name", name]).arg(table).args(["--output", file]);
    run(&mut command, folder, "");
}

fn table(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name).with_extension("toml")
}

fn copy(driver: &str, folder: &Path, file: &str) {
    fs::copy(Path::new(DRIVERS).join(driver), folder.join(file)).unwrap();
}
