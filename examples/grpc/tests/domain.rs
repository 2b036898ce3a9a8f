//! A registry without a `domain`: programs that send its errors over gRPC do not compile.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

const TABLE: &str = "[registry]\ntitle.en = \"Shop\"\nrepr = \"u8\"\nlanguages = [\"en\"]\n\n\
                     [code.1]\nsymbol = \"CLOSED\"\nname.en = \"Closed\"\n";

const PROGRAM: &str = r#"
use code_registry::{Coded, codes, grpc, language};

#[codes("codes.toml")]
enum ShopCode {}

#[derive(Debug, Coded)]
#[coded(ShopCode::Closed)]
struct Closed;

fn main() {
    grpc::status_with_code(tonic::Code::Unavailable, &Closed, language!("en"));
}
"#;

#[test]
fn the_only_error_names_the_key() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without-domain");
    let root = project.join("../..").canonicalize().unwrap();
    let manifest = format!(
        "[package]\nname = \"without-domain\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         tonic = {{ version = \"0.14\", default-features = false }}\n\
         code-registry = {{ path = {root:?}, features = [\"tonic\"] }}\n"
    );
    fs::create_dir_all(folder.join("src")).unwrap();
    for (file, text) in [("Cargo.toml", &*manifest), ("codes.toml", TABLE), ("src/main.rs", PROGRAM)] {
        fs::write(folder.join(file), text).unwrap();
    }
    // The versions of the workspace, which are already downloaded.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let target = folder.parent().unwrap().parent().unwrap();
    let output = Command::new(env::var_os("CARGO").unwrap())
        .args(["build", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "it compiles");
    let errors: Vec<&str> = text.lines().filter(|line| line.starts_with("error[")).collect();
    let [error] = errors[..] else { panic!("one error is expected: {text}") };
    assert!(
        error.contains("the table has no `domain`, which errors of gRPC need: add one to `[registry]`"),
        "{text}"
    );
}
