//! `codes unused`

use std::fs;
use std::path::{Path, PathBuf};

use crate::{codes, expect_changed};

fn package(name: &str, sources: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"shop\"\n\n[workspace]\n").unwrap();
    let symbols = [
        "DERIVED",
        "NAMED",
        "PATH",
        "WORD",
        "GLOB",
        "UNUSED",
        "ONLY_IN_OTHER",
        "VALUE",
        "TYPED",
        "QUALIFIED",
        "ALIAS",
        "IMPORTED_ALL",
        "PATTERN",
        "IN_MACRO",
        "FROM_VALUE",
        "OTHER_PACKAGE",
    ];
    let rows = symbols.iter().enumerate().map(|(at, symbol)| {
        format!("[code.{}]\nsymbol = \"SHOP_{symbol}\"\nname.en = \"{symbol}\"\n\n", at + 1)
    });
    let head = "[registry]\ntitle.en = \"Shop\"\nrepr = \"u8\"\nprefix = \"SHOP_\"\nlanguages = [\"en\"]\n\n";
    let retired = "[code.80]\nsymbol = \"SHOP_HELD\"\nstatus = \"reserved\"\nname.en = \"Held\"\n\n\
                   [code.90]\nsymbol = \"SHOP_OLD\"\nstatus = \"retired\"\nname.en = \"Old\"\n\n\
                   [range.100-199]\nsymbol = \"SHOP_PLUGIN\"\nname.en = \"Plug-in\"\n";
    fs::write(folder.join("codes.toml"), format!("{head}{}{retired}", rows.collect::<String>())).unwrap();
    for (path, text) in sources {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const REGISTRY: &str = "#[code_registry::codes(\"codes.toml\")]\npub enum ShopCode {}\n";

/// Each code except one is named in its own way; a variant of another enum has the same name, even an enum with a name that
/// another source has for the registry.
#[test]
fn codes_that_no_source_names() {
    let sources = [
        ("src/lib.rs", REGISTRY),
        (
            "src/error.rs",
            "use crate::ShopCode as Code;\n#[derive(Coded)]\n#[coded(Code)]\nenum Error { Derived, #[code(SHOP_NAMED)] A, \
             #[code(8)] B, #[code(transparent)] Unused(Inner) }\nfn f() { OtherCode::OnlyInOther; }\n\
             impl FromStr for X { type Err = ShopCode; }\npub fn g() -> u8 { 1 }\nuse crate::ShopCode as Private;",
        ),
        (
            "src/names.rs",
            "pub use crate::ShopCode as Renamed; type Short = Renamed; fn f() { Short::Typed; }",
        ),
        ("tests/names.rs", "fn f() { <shop::ShopCode>::Qualified; shop::names::Renamed::Alias; }"),
        ("tests/private.rs", "enum Err { Unused }\nfn f() { Err::Unused; Code::Unused; Private::Unused; }"),
        ("tests/all.rs", "assert_eq!(shop::ShopCode::Path.value(), 3); parse(\"SHOP_WORD\");"),
        ("examples/glob.rs", "use shop::ShopCode::{Glob, self};"),
        (
            "src/more.rs",
            "mod all { use crate::ShopCode::{self as This, *}; fn f() { ImportedAll; This::from_value(15); } }\n\
             fn f(c: ShopCode) -> bool { matches!(c, ShopCode::Typed | ShopCode::Pattern) }",
        ),
        (
            "src/macros.rs",
            "macro_rules! code { ($name:ident) => { $crate::ShopCode::$name } } code!(InMacro);",
        ),
    ];
    let folder = package("unused", &sources);
    expect_changed("unused", &folder, "unused", &[]);
    let glob = "use shop::ShopCode::*; fn f() { Unused; OnlyInOther }";
    fs::write(folder.join("examples/glob.rs"), glob.replace("Unused", "Unused; Glob; OtherPackage")).unwrap();
    fs::write(folder.join("src/broken.rs"), "fn f( {").unwrap();
    expect_changed("unused-none", &folder, "unused codes.toml", &[]);
}

#[test]
fn a_table_without_an_enum() {
    expect_changed("unused-no-enum", &package("unused-no-enum", &[]), "unused", &[]);
}

/// One of them has a registry of the same name.
#[test]
fn other_packages_of_the_workspace() {
    let sources = [
        ("errors/src/lib.rs", REGISTRY),
        ("errors/Cargo.toml", "[package]\nname = \"errors\"\n"),
        ("api/Cargo.toml", "[package]\nname = \"api\"\n"),
        ("api/src/lib.rs", "fn f() { errors::ShopCode::OtherPackage; }"),
        ("own/Cargo.toml", "[package]\nname = \"own\"\n"),
        ("own/src/code.rs", "#[code_registry::codes(\"own.toml\")]\npub enum ShopCode {}\n"),
        ("own/src/lib.rs", "fn f() { ShopCode::Unused; }"),
        ("build.rs", "fn main() { f(ShopCode::Glob); }"),
    ];
    let folder = package("unused-workspace", &sources);
    fs::write(folder.join("Cargo.toml"), "[workspace]\nmembers = [\"*\"]\n").unwrap();
    fs::rename(folder.join("codes.toml"), folder.join("errors/codes.toml")).unwrap();
    expect_changed("unused-workspace", &folder, "unused errors/codes.toml --format json", &[]);
}

/// Numbers in any notation, functions of traits, and `Self` where it is the enum. `Self` is another type elsewhere.
#[test]
fn values_and_self() {
    let source = "fn f() { ShopCode::from(0x01_u8); <ShopCode as From<u8>>::from(0_2); <crate::ShopCode as Make<u8, \
                  fn() -> u8>>::from_value(16) }\n\
                  impl ShopCode { fn f() { Self::Path } }\n\
                  impl<T: Fn() -> u8> Make<T> for crate::ShopCode where T: Sized { fn f() { vec![Self::Word]; } }\n\
                  impl From<ShopCode> for u8 { fn f() { Self::Unused } }\nimpl Other { fn f() { Self::Unused } }\n\
                  trait Any { fn f() { Self::Unused } }\nmod code { fn f(From::Unused: u8) {} }\n";
    let folder = package("unused-self", &[("src/lib.rs", REGISTRY), ("src/uses.rs", source)]);
    expect_changed("unused-self", &folder, "unused", &[]);
}

/// A member may be outside the folder of the workspace; other workspaces and excluded packages may be inside.
#[test]
fn members_of_the_workspace() {
    let sources = [
        ("src/lib.rs", "fn f() { api::ShopCode::Derived; }"),
        ("nested/Cargo.toml", "[package]\nname = \"nested\"\n\n[workspace]\n"),
        ("nested/src/lib.rs", "fn f() { api::ShopCode::Named; }"),
        ("left/Cargo.toml", "[package]\nname = \"left\"\n"),
        ("left/src/lib.rs", REGISTRY),
        ("left/src/uses.rs", "fn f() { crate::ShopCode::Path; }"),
        ("left/member/Cargo.toml", "[package]\nname = \"member\"\n"),
        ("left/member/lib.rs", "fn f() { api::ShopCode::Typed; }"),
        ("../api-1/Cargo.toml", "[package]\nname = \"api-1\"\nworkspace = \"../shop\"\n"),
        ("../api-1/src/lib.rs", REGISTRY),
        ("../api-2/Cargo.toml", "[package]\nname = \"api-2\"\nworkspace = \"../shop\"\n"),
        ("../api-2/src/lib.rs", "fn f() { api::ShopCode::Word; }"),
        ("../other/src/lib.rs", "fn f() { api::ShopCode::Glob; }"),
    ];
    let folder = package("unused-members/shop", &sources);
    let manifest = "[package]\nname = \"shop\"\n\n[workspace]\nmembers = [\"../api-*\", \"left/member\"]\nexclude = [\"left\"]\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::copy(folder.join("codes.toml"), folder.join("left/codes.toml")).unwrap();
    fs::rename(folder.join("codes.toml"), folder.join("../api-1/codes.toml")).unwrap();
    expect_changed("unused-members", &folder.join("src"), "unused ../../api-1/codes.toml", &[]);
    expect_changed("unused-excluded", &folder.join("src"), "unused ../left/codes.toml", &[]);
}

/// Other files do not count towards the maximum, and a search that would end early is an error.
#[test]
fn large_workspaces() {
    let sources = [("src/lib.rs", REGISTRY), ("z/uses.rs", "fn f() { shop::ShopCode::Derived; }")];
    let folder = package("unused-large", &sources);
    let before = codes("unused").current_dir(&folder).output().unwrap();
    let fill = |name: &str, extension: &str| {
        fs::create_dir(folder.join(name)).unwrap();
        let first = folder.join(name).join("0").with_extension(extension);
        fs::write(&first, "").unwrap();
        for number in 1..=50_000 {
            fs::hard_link(&first, first.with_file_name(number.to_string()).with_extension(extension))
                .unwrap();
        }
    };
    fill("data", "txt");
    assert_eq!(codes("unused").current_dir(&folder).output().unwrap(), before);
    fill("more", "rs");
    expect_changed("unused-large", &folder, "unused", &[]);
    expect_changed("unused-large-migrate", &folder, "migrate .", &[]);
    fs::remove_dir_all(folder).unwrap();
}
