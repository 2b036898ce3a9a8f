//! Published packages: each contains what it needs, and nothing that only tests need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

mod cargo;

use cargo::{ROOT, cargo, share_versions, stdout, temporary, write};

/// A workspace with a crate of a user and the tool, in which the unpacked packages replace those of crates.io.
static UNPACKED: LazyLock<PathBuf> = LazyLock::new(|| {
    let workspace = temporary("unpacked");
    unpack(&pack(), &workspace);
    write(&workspace, "Cargo.toml", &workspace_manifest());
    write(&workspace, "author/Cargo.toml", MANIFEST);
    write(&workspace, "author/src/main.rs", MAIN);
    write(&workspace, "author/codes.toml", TABLE);
    share_versions(&workspace);
    workspace
});

fn pack() -> PathBuf {
    let target = temporary("packed");
    let arguments = ["package", "--quiet", "--workspace", "--no-verify", "--allow-dirty"];
    stdout(cargo(Path::new(ROOT)).env("CARGO_TARGET_DIR", &target).args(arguments));
    target.join("package")
}

fn unpack(packages: &Path, workspace: &Path) {
    // Files of an earlier run may no longer be in any package.
    let _ = fs::remove_dir_all(workspace);
    fs::create_dir_all(workspace).expect("the folder can be made");
    for package in PACKAGES {
        let file = packages.join(versioned(package) + ".crate");
        // All files in a package have the same date, so cargo would not see a change.
        stdout(Command::new("tar").current_dir(workspace).arg("-xzmf").arg(file));
    }
}

fn workspace_manifest() -> String {
    let tool = versioned("code-registry-cli");
    let patches: String =
        PACKAGES.iter().map(|package| format!("{package}.path = {:?}\n", versioned(package))).collect();
    format!("[workspace]\nresolver = \"3\"\nmembers = [\"author\", {tool:?}]\n[patch.crates-io]\n{patches}")
}

const PACKAGES: [&str; 5] = [
    "code-registry",
    "code-registry-encoding",
    "code-registry-macros",
    "code-registry-table",
    "code-registry-cli",
];

const MANIFEST: &str = r#"
    [package]
    name = "author"
    edition = "2024"
    [dependencies]
    code-registry = "*"
"#;

const MAIN: &str = r#"
    use code_registry::{Coded, Language, websocket};

    #[code_registry::codes("codes.toml")]
    enum Code {}

    #[derive(Debug, Coded)]
    #[coded(Code)]
    enum Late { Late { days: u8 } }

    fn main() {
        let it = Language::new("it").unwrap();
        println!("{:#}", websocket::CloseCode::from(3500).name(it));
        println!("{:#}", Late::Late { days: 1 });
        assert!(websocket::CODES_TOML.contains("CLOSE_ABNORMAL"));
    }
"#;

const TABLE: &str = r#"
    [registry]
    title.en = "Delays"
    repr = "u8"
    languages = ["en"]

    [code.7]
    symbol = "LATE"
    message.en = { plural = "days", one = "a day late", other = "{days} days late" }
"#;

/// The names that are allowed at the root of a package.
const EXPECTED: [&str; 17] = [
    ".cargo_vcs_info.json",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "LICENSE-UNICODE",
    "README.md",
    "codes.toml",
    "docs",
    "explanations",
    "diagnostics.toml",
    "labels",
    "labels.toml",
    "registry",
    "src",
];

fn versioned(package: &str) -> String {
    format!("{package}-{}", env!("CARGO_PKG_VERSION"))
}

#[test]
fn a_package_holds_its_licences_and_no_tests() {
    for package in PACKAGES {
        let folder = UNPACKED.join(versioned(package));
        for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
            let text = |folder: &Path| fs::read_to_string(folder.join(licence)).unwrap_or_default();
            assert_eq!(text(&folder), text(Path::new(ROOT)), "{package} {licence}");
        }
        let unexpected: Vec<_> = fs::read_dir(&folder)
            .expect("the package is there")
            .map(|entry| {
                entry.expect("the package can be listed").file_name().into_string().expect("it is UTF-8")
            })
            .filter(|name| !EXPECTED.contains(&name.as_str()))
            .collect();
        assert_eq!(unexpected, [""; 0], "{package}");
    }
    let rules = UNPACKED.join(versioned("code-registry-table"));
    assert!(rules.join("LICENSE-UNICODE").exists(), "the plural rules are data of Unicode");
}

/// The close codes come from the table in the package; the table of the user is read as usual.
#[test]
fn the_packages_are_complete() {
    let said = stdout(cargo(&UNPACKED).args(["run", "--quiet", "--package", "author"]));
    assert_eq!(said, "Per le librerie\n7 LATE: a day late\n");
}

#[test]
fn the_tool_builds_from_its_package() {
    let arguments = ["run", "--quiet", "--package", "code-registry-cli", "--", "explain", "1006"];
    let said = stdout(cargo(&UNPACKED).args(arguments));
    assert!(said.contains("CLOSE_ABNORMAL"), "{said}");
}
